// Everything the set-up has to say goes to standard error: standard output belongs to the command that was asked for.

/** One line of progress. */
export const say = (text) => process.stderr.write(`parkdesk: ${text}\n`)

/** Ends the program with a message for the person at the keyboard (exit status 1 unless told). */
export function fail(text, status = 1) {
  say(text)
  process.exit(status)
}

/** Seconds since `start` (a value of `performance.now()`), for people: `3.2 s`. */
export const since = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`
