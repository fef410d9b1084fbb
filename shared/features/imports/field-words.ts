import { fieldWords } from '../../kernel/field-labels'
import { languages } from '../../kernel/language'
import { fieldEntries, registerNames, type RegisterName } from '../../kernel/registers'
import { headerKey } from '../../kernel/text'

/** A name of a field as headings are compared with it; the lower the rank, the more usual the name. */
export type FieldWord = {
  readonly field: string
  readonly rank: number
  readonly key: string
  readonly text: string
}

export type FieldIndex = {
  readonly words: readonly FieldWord[]
  readonly byKey: ReadonlyMap<string, FieldWord>
}

function indexOf(register: RegisterName): FieldIndex {
  const words: FieldWord[] = []
  for (const [field] of fieldEntries(register)) {
    words.push({ field, rank: 0, key: headerKey(field), text: field })
    const named = fieldWords(register, field)
    if (named === undefined) continue
    for (const language of languages) {
      named[language].forEach((text, rank) => words.push({ field, rank, key: headerKey(text), text }))
    }
  }
  const byKey = new Map<string, FieldWord>()
  for (const word of words) if (!byKey.has(word.key)) byKey.set(word.key, word)
  if (register === 'tenants') addNamesByLanguage(words, byKey)
  return { words, byKey }
}

/** How headings say which language a name is in: `Название (рус.)`, `Company name EN`, `俄文企业名称`. */
const languageMarks = {
  nameZh: [
    '中文',
    '中',
    '汉语',
    'zh',
    'cn',
    'chinese',
    'inchinese',
    'кит',
    'китайский',
    'китайское',
    'накитайском',
    'накит',
    'китяз',
    'накитяз',
  ],
  nameRu: [
    '俄文',
    '俄',
    '俄语',
    'ru',
    'rus',
    'russian',
    'inrussian',
    'рус',
    'русский',
    'русское',
    'нарусском',
    'нарус',
    'русяз',
    'нарусяз',
  ],
  nameEn: [
    '英文',
    '英',
    '英语',
    'en',
    'eng',
    'english',
    'inenglish',
    'англ',
    'английский',
    'английское',
    'наанглийском',
    'наангл',
    'англяз',
    'наангляз',
  ],
} as const

function addNamesByLanguage(words: readonly FieldWord[], byKey: Map<string, FieldWord>): void {
  const names = words.filter(({ field }) => field === 'name')
  for (const [field, marks] of Object.entries(languageMarks)) {
    for (const name of names) {
      for (const mark of marks) {
        for (const key of [name.key + mark, mark + name.key]) {
          if (!byKey.has(key)) byKey.set(key, { field, rank: 100 + name.rank, key, text: name.text })
        }
      }
    }
  }
}

const indexes = Object.fromEntries(
  registerNames.map((register) => [register, indexOf(register)]),
) as Readonly<Record<RegisterName, FieldIndex>>

/** Every name of every field of a register. */
export function fieldIndex(register: RegisterName): FieldIndex {
  return indexes[register]
}
