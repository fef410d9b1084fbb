import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '@shared/kernel/language'
import { blocksOf, chapters } from '../../renderer/features/manual/chapters'
import { projectFolder } from '../support/sources'

function written(language: Language, key: string): string {
  const path = join(projectFolder, 'resources/locales', language, 'manual.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>)[key] ?? ''
}

test('lines that follow each other with the same mark are one list', () => {
  expect(blocksOf('a\n\n- b\n- c\n1. d\n2. e\nf')).toEqual([
    { kind: 'text', text: 'a' },
    { kind: 'points', lines: ['b', 'c'] },
    { kind: 'steps', lines: ['d', 'e'] },
    { kind: 'text', text: 'f' },
  ])
})

describe.each(chapters)('the chapter %s', (chapter) => {
  const shapeOf = (language: Language) =>
    blocksOf(written(language, `text.${chapter}`)).map((block) =>
      block.kind === 'text' ? block.kind : `${block.kind} ${block.lines.length}`,
    )

  test('says as much in every language', () => {
    for (const language of languages) {
      expect(written(language, `title.${chapter}`), language).not.toBe('')
      expect(shapeOf(language), language).toEqual(shapeOf('en'))
    }
  })
})

test('what a copied disk gives away is said with what to do about it', () => {
  for (const language of languages) {
    expect(written(language, 'text.disk'), language).toMatch(/BitLocker[^]*LUKS/u)
  }
})
