import { expect, test } from 'vitest'
import { fieldEntries, registerNames } from '@shared/kernel/registers'
import { fieldGroups } from '../../renderer/features/registers/field-groups'

test.each(registerNames)('every field of %s stands once in its form', (register) => {
  const shown = fieldGroups(register).flatMap((group) => group.fields)
  const declared = fieldEntries(register).map(([field]) => field)
  expect([...shown].sort()).toEqual([...declared].sort())
})
