/**
 * First characters that make a spreadsheet program take a text for a formula (OWASP, CSV Injection; ASVS 1.2.10):
 * control characters such as TAB and CR, and the signs of formulas also behind white space and in their full-width
 * forms. Apostrophes in front are skipped so that guarding and unguarding are exact inverses: a text that already
 * looks guarded gets one more apostrophe.
 */
const dangerous = /^'*(?:\p{Cc}|\s*[=+\-@＝＋－＠])/u

/** A text as it is written to CSV: with an apostrophe in front when a spreadsheet program could run it. */
export function guardFormula(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** Takes the apostrophe of `guardFormula` away again: `unguardFormula(guardFormula(x)) === x` for every text. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text
}
