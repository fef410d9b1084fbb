import { join } from 'node:path'
import { everyRight } from '@shared/contract/rights'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportFormats } from '@shared/features/exports/exports.contract'
import { codesOf } from '@shared/kernel/code-lists'
import { codeTableLengths, type FieldSpec, type FieldValue } from '@shared/kernel/field'
import { languages } from '@shared/kernel/language'
import { fieldEntries, type AnyValues, type RegisterName } from '@shared/kernel/registers'
import { normaliseText, sanitiseLine } from '@shared/kernel/text'
import { openWritable } from '../../../electron/data/connection'
import { createRecord, removeRecord } from '../../../electron/data/records'
import { inTransaction } from '../../../electron/data/sql'
import { exportsTasks } from '../../../electron/features/exports'
import { parkFolder, testWrite } from '../../support/park'
import { importFile, quietTask } from '../imports/import-job'

/** Texts that programs like to take for something else. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '=cmd|calc',
    '+998 90',
    '-5',
    '@SUM(1)',
    "'quoted",
    "'=both",
    '＝1',
    '1,234',
    '2026-01-02',
    '00123',
  ),
  fc.constantFrom(
    'a\u00a0b',
    'ＡＢＣ１２３',
    '"quoted; text", here',
    'ООО «Ёлка»',
    '_x0041_',
    '#N/A',
    'TRUE',
    'null',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
)

const paragraphs = fc.oneof(
  hostileText,
  fc.constantFrom('one\ntwo', '=1\n+2\n\n-3', '\u4e2d\u6587\n«рус»', 'x'.repeat(4000)),
)

/** What a form would store: nothing invisible, nothing too long. */
function storable(text: string, maxLength: number, long: boolean): string | null {
  const lines = long
    ? text
        .split(/\r\n|\r|\n/u)
        .map(sanitiseLine)
        .join('\n')
        .trim()
    : sanitiseLine(text)
  const whole = lines.slice(0, maxLength).trim()
  // Halves of characters cannot be stored.
  return normaliseText(whole) === '' || /\p{Cs}/u.test(whole) ? null : whole
}

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2199, 11, 30) })
const amount = fc.integer({ min: 0, max: 9_000_000_000_000 })

function valueOf(spec: FieldSpec): fc.Arbitrary<FieldValue> {
  switch (spec.kind) {
    case 'text':
      return (spec.long ? paragraphs : hostileText).map((text) =>
        storable(text, spec.maxLength, spec.long === true),
      )
    case 'choice':
      return fc.constantFrom(...codesOf(spec.list))
    case 'code':
      return hostileText.map((text) => storable(text, codeTableLengths[spec.list], false))
    case 'date':
      return day
    case 'instant':
      return instant
    case 'integer':
      return fc.integer({ min: spec.min, max: spec.max })
    case 'decimal':
    case 'money':
      return amount
    case 'tenant':
      return fc.constant(null)
  }
}

function recordsOf(register: RegisterName): fc.Arbitrary<AnyValues[]> {
  const shape = fieldEntries(register).map(
    ([field, spec]) => [field, fc.option(valueOf(spec), { nil: null })] as const,
  )
  return fc.array(fc.record(Object.fromEntries(shape)), { minLength: 1, maxLength: 6 })
}

/** Makes values agree with each other the way forms insist on, and keys differ. */
function consistent(register: RegisterName, values: AnyValues, index: number, tenantId: string): AnyValues {
  const later = (field: string, from: string) => {
    const [a, b] = [values[from] ?? null, values[field] ?? null]
    return a !== null && b !== null && b < a ? a : b
  }
  switch (register) {
    case 'tenants': {
      const most = Number(values['employees'] ?? 1_000_000)
      return {
        ...values,
        name: `${values['name'] ?? 'x'} ${index}`.slice(-200).trim(),
        registrationNo: `No ${index}`,
        movedOut: later('movedOut', 'movedIn'),
        leaseEnd: later('leaseEnd', 'leaseStart'),
        localEmployees:
          values['localEmployees'] == null ? null : Math.min(Number(values['localEmployees']), most),
      }
    }
    case 'requests':
      return {
        ...values,
        reference: `${index}=${values['reference'] ?? ''}`.slice(0, 64).trim(),
        tenantId,
        type: values['type'] ?? 'legal',
        status: values['status'] ?? 'new',
        priority: values['priority'] ?? 'low',
        receivedAt: values['receivedAt'] ?? 0,
        closedAt: values['receivedAt'] == null ? null : later('closedAt', 'receivedAt'),
        firstResponseAt: values['receivedAt'] == null ? null : later('firstResponseAt', 'receivedAt'),
      }
    case 'incidents':
      return {
        ...values,
        reference: `+${index} ${values['reference'] ?? ''}`.slice(0, 64).trim(),
        category: values['category'] ?? 'fire',
        severity: values['severity'] ?? 1,
        occurredAt: values['occurredAt'] ?? 0,
        closedAt: values['occurredAt'] == null ? null : later('closedAt', 'occurredAt'),
        status: values['status'] ?? 'reported',
        tenantId: index % 2 === 0 ? tenantId : null,
      }
  }
}

const registers = ['tenants', 'requests', 'incidents'] as const

describe.each(registers)('an exported register imported again changes nothing: %s', (register) => {
  test.each(exportFormats)('%s', { timeout: 180_000 }, async (format) => {
    await fc.assert(
      fc.asyncProperty(recordsOf(register), fc.constantFrom(...languages), async (records, language) => {
        const folder = parkFolder()
        const db = openWritable(folder)
        const tenantId = inTransaction(db, () => createRecord(db, 'tenants', { name: '=甲 «A»' }, testWrite))
        inTransaction(db, () => {
          records.forEach((record, index) =>
            createRecord(db, register, consistent(register, record, index, tenantId), testWrite),
          )
        })
        db.close()
        const path = join(folder, `all.${format}`)
        const { rows } = await exportsTasks['exports.run'](
          { register, format, language, path, rights: [...everyRight] },
          quietTask(folder),
        )
        const { outcome, problems } = await importFile(folder, register, path)
        expect(outcome, JSON.stringify(problems)).toMatchObject({
          rows,
          created: 0,
          updated: 0,
          unchanged: rows,
          rejected: {},
          unrecognisedColumns: [],
        })
      }),
      { numRuns: 25 },
    )
  })
})

test('deleted rows are never exported, and tenants of one name stay apart', async () => {
  const folder = parkFolder()
  const db = openWritable(folder)
  const request = (reference: string, tenantId: string) => ({
    reference,
    tenantId,
    type: 'legal',
    status: 'new',
    priority: 'low',
    receivedAt: 0,
  })
  inTransaction(db, () => {
    createRecord(db, 'tenants', { name: 'Twin', registrationNo: '111' }, testWrite)
    const second = createRecord(db, 'tenants', { name: 'Twin', registrationNo: '222' }, testWrite)
    createRecord(db, 'requests', request('R-1', second), testWrite)
    removeRecord(
      db,
      'requests',
      createRecord(db, 'requests', request('R-2', second), testWrite),
      null,
      testWrite,
    )
  })
  db.close()
  for (const format of exportFormats) {
    const path = join(folder, `all.${format}`)
    const input = { register: 'requests', format, language: 'en', path, rights: [...everyRight] } as const
    expect(await exportsTasks['exports.run'](input, quietTask(folder))).toMatchObject({ rows: 1 })
    expect((await importFile(folder, 'requests', path)).outcome).toMatchObject({ rows: 1, unchanged: 1 })
  }
})

test('an empty register is exported and imported, too', async () => {
  const folder = parkFolder()
  for (const format of exportFormats) {
    const path = join(folder, `none.${format}`)
    await exportsTasks['exports.run'](
      { register: 'incidents', format, language: 'ru', path, rights: [...everyRight] },
      quietTask(folder),
    )
    expect((await importFile(folder, 'incidents', path)).outcome).toMatchObject({ rows: 0, rejected: {} })
  }
})
