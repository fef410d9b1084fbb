import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { databaseFile, openReadable, openWritable } from '../../electron/data/connection'
import { OpenPark } from '../../electron/data/park'
import { number, sql } from '../../electron/data/sql'
import { createPark } from '../../electron/features/storage'
import { addTenant, parkFolder, testFolder, testPark } from '../support/park'

const isRoot = process.getuid?.() === 0

function opened(folder: string): OpenPark {
  const park = new OpenPark(folder)
  onTestFinished(() => park.close())
  return park
}

describe('a park that can only be read', () => {
  /** A file system of its own that is write-protected once it has been filled. */
  function protectedFolder(fill: (folder: string) => void): string {
    const folder = testFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'none', folder])
    onTestFinished(() => void execFileSync('umount', ['-l', folder]))
    fill(folder)
    execFileSync('mount', ['-o', 'remount,ro', folder])
    return folder
  }

  test.runIf(isRoot)('on a write-protected medium is shown, exported from, and takes nothing', () => {
    const folder = protectedFolder((place) => {
      const db = createPark(place, testPark)
      addTenant(db)
      db.close()
    })
    const park = opened(folder)
    expect(park.state()).toEqual({ state: 'ready', failure: null })
    expect(park.condition().readOnly).toBe(true)
    expect(number(park.db, sql`SELECT count(*) FROM tenants`)).toBe(1)
    expect(() => addTenant(park.db)).toThrow(/readonly/)
    const other = openReadable(folder)
    expect(number(other, sql`SELECT count(*) FROM tenants`)).toBe(1)
    other.close()
  })

  test.runIf(isRoot)(
    'but was not closed before the medium was protected says why it cannot be opened',
    () => {
      const folder = protectedFolder((place) => {
        const source = parkFolder()
        const db = openWritable(source)
        addTenant(db)
        for (const part of ['', '-wal'])
          copyFileSync(`${databaseFile(source)}${part}`, `${databaseFile(place)}${part}`)
        db.close()
      })
      expect(opened(folder).state().failure?.code).toBe('database_read_only')
    },
  )

  test.skipIf(isRoot)('for want of rights is opened so, too', () => {
    const folder = parkFolder()
    chmodSync(databaseFile(folder), 0o400)
    expect(opened(folder).condition().readOnly).toBe(true)
  })
})

test.runIf(isRoot)(
  'a full disk costs nothing that was saved, and work goes on once there is room again',
  () => {
    const folder = testFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', folder])
    onTestFinished(() => void execFileSync('umount', ['-l', folder]))
    createPark(folder, testPark).close()
    const park = opened(folder)
    addTenant(park.db)
    const filler = join(folder, 'filler')
    const { bsize, bavail } = statfsSync(folder)
    writeFileSync(filler, Buffer.alloc(bsize * bavail))
    const addMany = () => {
      for (let index = 0; index < 200; index += 1) addTenant(park.db, { note: 'x'.repeat(4000) })
    }
    expect(addMany).toThrow(/full/)
    const saved = number(park.db, sql`SELECT count(*) FROM tenants`)
    expect(saved).toBeGreaterThan(0)
    expect(park.state().state).toBe('ready')
    rmSync(filler)
    addTenant(park.db)
    expect(number(park.db, sql`SELECT count(*) FROM tenants`)).toBe(saved + 1)
    park.suspect()
    expect(park.state().state).toBe('ready')
  },
)
