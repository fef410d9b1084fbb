import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../support/sources'
import { groups } from './groups'
import { plan } from './plan'

const rowNumbers = Array.from({ length: 35 }, (_, index) => index + 1)

test('every row of the plan is there once, in order', () => {
  expect(plan.map(({ row }) => row)).toEqual(rowNumbers)
})

test('every row is tried, or says why not', () => {
  for (const { row, groups = [], tests = [], notHere = '' } of plan) {
    expect(groups.length + tests.length + notHere.length, `row ${row}`).toBeGreaterThan(0)
  }
})

test('every test that a row names is there', () => {
  const missing = plan.flatMap(({ tests = [] }) =>
    tests.filter((file) => !existsSync(join(projectFolder, file))),
  )
  expect(missing).toEqual([])
})

test('every group that a row names is there, and every group is named by its row', () => {
  const known = groups.map(({ name }) => name.replace(/-\d+$/u, ''))
  const named = plan.flatMap(({ groups = [] }) => groups)
  expect(named.filter((name) => !known.some((one) => one.startsWith(name)))).toEqual([])
  for (const { row, name } of groups) {
    const own = plan.find((one) => one.row === row)?.groups ?? []
    expect(
      own.some((one) => name.startsWith(one)),
      `row ${row}: ${name}`,
    ).toBe(true)
  }
})
