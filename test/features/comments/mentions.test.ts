import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionsIn } from '@shared/features/comments/mentions'
import { compareKey } from '@shared/kernel/text'

const people = ['Анна Фёдорова', 'Анна', '李伟', '李伟明', 'o.petrov', 'Smith']

test.each([
  ['@Анна Фёдорова, посмотрите', ['анна федорова']],
  ['@Анна посмотрите', ['анна']],
  ['спросить @АННА ФЕДОРОВА.', ['анна федорова']],
  ['请@李伟看一下', ['李伟']],
  ['请@李伟明看一下', ['李伟明']],
  ['＠o.petrov and @Smith, @Smith', ['o.petrov', 'smith']],
  ['mail smith@example.org', []],
  ['@Smithson is somebody else', []],
  ['@nobody', []],
])('“%s” mentions %j', (text, names) => {
  expect(mentionsIn(text, people)).toEqual(names)
})

test('whoever is written after the sign is found, whatever stands before and behind', () => {
  const name = fc.constantFrom(...people)
  fc.assert(
    fc.property(
      fc.string(),
      name,
      fc.constantFrom(' ', '', '.', ' and more', ', 谢谢'),
      (before, name, behind) => {
        expect(mentionsIn(`${before} @${name}${behind}`, people)).toContain(compareKey(name))
      },
    ),
  )
})
