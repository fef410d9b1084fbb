import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Session } from '@shared/contract/rights'
import type { RegisterName } from '@shared/kernel/registers'
import { appendToLog } from '../../../electron/data/change-log'
import { openWritable } from '../../../electron/data/connection'
import type { CommandContext } from '../../../electron/data/handlers'
import { inTransaction, type WritableDb } from '../../../electron/data/sql'
import type { Task } from '../../../electron/data/task'
import { attachmentsTasks } from '../../../electron/features/attachments/attachments.tasks'
import { parkFolder, taskContext, testFolder, testWrite } from '../../support/park'
import { bridge, type TestBridge } from '../../support/router'
import { makeZip } from '../imports/reading/zip'

export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n')
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const contentTypes = { name: '[Content_Types].xml', data: '<Types/>' }
export const docx = makeZip([contentTypes, { name: 'word/document.xml', data: '<w:document/>' }])
export const docm = makeZip([
  contentTypes,
  { name: 'word/document.xml', data: '<w:document/>' },
  { name: 'word/vbaProject.bin', data: 'macros' },
])
export const xlsx = makeZip([contentTypes, { name: 'xl/workbook.xml', data: '<workbook/>' }])
export const zip = makeZip([{ name: 'scan.txt', data: 'scan' }])
export const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex')

/** An OpenDocument file of a type, with further parts. */
export function openDocument(type: string, ...parts: readonly string[]): Buffer {
  const mimetype = { name: 'mimetype', data: `application/vnd.oasis.opendocument.${type}` }
  return makeZip([mimetype, ...parts.map((name) => ({ name, data: 'x' }))])
}

/** A compound file that holds streams of these names. */
export function compound(...streams: readonly string[]): Buffer {
  const names = streams.map((name) => Buffer.from(name, 'utf16le'))
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...names,
    Buffer.alloc(512),
  ])
}

/** Writes a file under a name into a folder of its own; answers its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(testFolder(), name)
  writeFileSync(path, content)
  return path
}

export type Desk = TestBridge & {
  readonly folder: string
  readonly db: WritableDb
  /** Copies that were handed to other programs. */
  readonly opened: string[]
}

export type DeskOptions = { readonly session?: Session; readonly program?: boolean; readonly folder?: string }

/** A park on disk with its operations; tokens are those of `tokenOf`, tasks run in the test's own thread. */
export function desk({ session, program = true, folder = parkFolder() }: DeskOptions = {}): Desk {
  const db = openWritable(folder)
  onTestFinished(() => void db.close())
  const opened: string[] = []
  const changes = {
    folder,
    pathOf: (token: string) => tokens.get(token) ?? '',
    targetOf: (token: string) => tokens.get(token) ?? '',
    enter: (entry) => inTransaction(db, () => appendToLog(db, entry, testWrite)),
    openOutside: (path: string) => Promise.resolve(opened.push(path) > 0 && program),
    runTask: (async (name: keyof typeof attachmentsTasks, _jobId: string, input: unknown) =>
      (attachmentsTasks[name] as Task<unknown, unknown>)(
        input,
        taskContext(folder),
      )) as CommandContext['runTask'],
  } satisfies Partial<CommandContext>
  return { ...bridge(db, changes, session), folder, db, opened }
}

const tokens = new Map<string, string>()
let lastToken = 0

/** A token for a path, as the main process gives it. */
export function tokenOf(path: string): string {
  lastToken += 1
  const token = `00000000-0000-4000-8000-${String(lastToken).padStart(12, '0')}`
  tokens.set(token, path)
  return token
}

/** The id of every job. */
export const jobId = '00000000-0000-4000-8000-000000000001'

/** What `attachments.add` takes. */
export function adding(register: RegisterName, recordId: string, path: string) {
  return { register, recordId, jobId, file: tokenOf(path) }
}
