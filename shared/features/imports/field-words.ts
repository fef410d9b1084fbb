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
  return { words, byKey }
}

const indexes = Object.fromEntries(
  registerNames.map((register) => [register, indexOf(register)]),
) as Readonly<Record<RegisterName, FieldIndex>>

/** Every name of every field of a register. */
export function fieldIndex(register: RegisterName): FieldIndex {
  return indexes[register]
}
