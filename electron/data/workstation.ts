import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { thisMachine } from './owner-file'
import { get, inTransaction, run, sql, type ReadableDb, type WritableDb } from './sql'
import { writeDurably } from '../platform/durable-file'

/** The file that is this workstation's alone; the same number stands in the park it works with. */
const fileName = 'workstation'
const key = 'workstation'

/** `HOST · 4 signs`: machines of the same name are told apart, and so is one before and after a restore. */
function labelOf(id: string): string {
  return `${hostname().slice(0, 50)} · ${id.slice(0, 4).toUpperCase()}`
}

function idInFile(folder: string): string | undefined {
  try {
    const [id, machine] = readFileSync(join(folder, fileName), 'utf8').split('\n')
    // A folder that was copied to another machine is another workstation there.
    return machine === thisMachine() ? id : undefined
  } catch {
    return undefined
  }
}

function idInPark(db: ReadableDb): string | undefined {
  const row = get<{ value: string }>(db, sql`SELECT value FROM settings WHERE key = ${key}`)
  return row && (JSON.parse(row.value) as string)
}

function writeFile(folder: string, id: string): void {
  writeDurably(join(folder, fileName), `${id}\n${thisMachine()}\n`)
}

/** Gives a park the number of a workstation that has not been there before; answers its name. */
export function newWorkstation(db: WritableDb): string {
  const id = randomUUID()
  run(
    db,
    sql`INSERT INTO settings (key, value) VALUES (${key}, ${JSON.stringify(id)})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  return labelOf(id)
}

/** Makes the workstation of a data folder the one its park names. */
export function takeWorkstationOf(folder: string, db: ReadableDb): void {
  const id = idInPark(db)
  if (id !== undefined) writeFile(folder, id)
}

/**
 * Name of this workstation in the change log. A park and a folder that do not know each other, because one of them was
 * copied or restored, get a number of their own: two workstations must never go by one name.
 */
export function workstationOf(folder: string, db: WritableDb): string {
  const known = idInPark(db)
  if (known !== undefined && known === idInFile(folder)) return labelOf(known)
  return inTransaction(db, () => {
    const name = newWorkstation(db)
    takeWorkstationOf(folder, db)
    return name
  })
}

/** The same where nothing can be written: a park on a read-only medium. */
export function readOnlyWorkstation(): string {
  return hostname().slice(0, 50)
}
