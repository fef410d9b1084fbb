import type { CsvEncoding } from './types'

/** Words that stand in the headings of such tables; one of them outweighs a doubt. */
const chineseWords = /编号|序号|名称|日期|时间|类型|状态|企业|公司|金额|面积|电话|备注|登记|地址|币种/
const russianWords =
  /номер|дата|наименован|название|статус|арендатор|площадь|телефон|примечан|договор|сумма|адрес|категор|страна|инн|тип/i

const commonRussian = new Set('оеаинтсрвлкм')

/**
 * Plausibility of a text decoded from bytes without a mark: about 1 for ordinary text, about 0 for nonsense. Needed
 * because bytes of one encoding are often valid in another: Russian words of an even number of letters in windows-1251
 * are rare Chinese characters in GB18030.
 */
export function plausibility(text: string, encoding: CsvEncoding): number {
  const chinese = encoding === 'gb18030'
  const base = chinese ? chineseShare(text) : russianShare(text)
  const words = (chinese ? chineseWords : russianWords).test(text) ? 0.5 : 0
  // A file is more often of the usual encoding than of an old one that reads as well.
  const old = encoding === 'koi8-r' || encoding === 'ibm866' ? 0.05 : 0
  return base === 0 ? 0 : base + words - old
}

/**
 * Share of the foreign characters that are ordinary Chinese: the 3,755 characters of everyday use stand together in
 * GB 2312 (rows 16 to 55), ordered by sound, the rarer ones behind them ordered by radical.
 */
function chineseShare(text: string): number {
  let foreign = 0
  let ordinary = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) continue
    foreign += 1
    if (everyday().has(character)) ordinary += 1
    else if (code >= 0x4e00 && code <= 0x9fff) ordinary += 0.1
    else if (mixedIn.test(character)) ordinary += 0.7
  }
  return foreign === 0 ? 0 : ordinary / foreign
}

/** Latin and Cyrillic names, full-width forms, punctuation and signs as they stand in Chinese tables. */
const mixedIn = /[\u00a0-\u00ff\u0400-\u045f\u2010-\u303f\uff00-\uffef]/u

let everydayCharacters: ReadonlySet<string> | undefined

function everyday(): ReadonlySet<string> {
  if (everydayCharacters) return everydayCharacters
  const bytes: number[] = []
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) bytes.push(lead, trail)
  }
  everydayCharacters = new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)))
  return everydayCharacters
}

/** Share of Cyrillic letters among the foreign characters, lowered by unnatural case and unnatural frequencies. */
function russianShare(text: string): number {
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  const letters = text.match(/[а-яё]/giu) ?? []
  if (letters.length === 0) return 0
  const common = letters.filter((letter) => commonRussian.has(letter.toLowerCase())).length / letters.length
  // Ordinary Russian has 0.70 of these twelve letters, an even spread would have 0.37.
  const frequency = Math.min(1, Math.max(0, (common - 0.4) / 0.25))
  const words = text.match(/[а-яё]{2,}/giu) ?? []
  const natural = words.filter((word) => /^(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)$/u.test(word)).length
  const signs = text.match(/[«»№–—“”…°²³\u00a0]/gu)?.length ?? 0
  return (
    ((letters.length + signs) / foreign) * frequency * (words.length === 0 ? 0.5 : natural / words.length)
  )
}
