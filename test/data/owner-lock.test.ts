import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openReadable, openWritable } from '../../electron/data/connection'
import { beatMs, readOwner, thisMachine } from '../../electron/data/owner-file'
import { takeOwnership } from '../../electron/data/owner-lock'
import { OpenPark } from '../../electron/data/park'
import { addTenant, parkFolder, testFolder } from '../support/park'

function opened(folder: string): OpenPark {
  const park = new OpenPark(folder)
  onTestFinished(() => park.close())
  return park
}

const codeOf = (park: OpenPark) => park.state().failure?.code
const ownerFile = (folder: string) => join(folder, 'owner.json')

/** As if another machine had the folder open, last heard of at `beat`. */
function ownedElsewhere(folder: string, beat: number): void {
  const owner = { machine: 'another', workstation: 'DESK-7', pid: 1, since: beat - 60_000, beat }
  writeFileSync(ownerFile(folder), JSON.stringify(owner))
}

/** A program of this machine that holds the lock until it is killed. */
async function holder(folder: string) {
  const script = `
    const lock = new (require('better-sqlite3'))(process.argv[1])
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    console.log('held')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['-e', script, join(folder, 'owner.lock')])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

describe('a second window on the same machine', () => {
  test('is refused and told so, and opens as soon as the first has closed', () => {
    const folder = parkFolder()
    const first = opened(folder)
    const second = opened(folder)
    expect(second.state()).toMatchObject({
      state: 'damaged',
      failure: { code: 'park_open_elsewhere', params: { otherMachine: 'false' } },
    })
    expect(() => second.db).toThrow('park_open_elsewhere')
    addTenant(first.db)
    first.close()
    expect(second.state().state).toBe('ready')
  })

  test('opens at once where the first was killed, which is noticed', async () => {
    const folder = parkFolder()
    const child = await holder(folder)
    writeFileSync(
      ownerFile(folder),
      JSON.stringify({ machine: thisMachine(), workstation: 'here', pid: child.pid, since: 1, beat: 1 }),
    )
    expect(codeOf(opened(folder))).toBe('park_open_elsewhere')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const next = opened(folder)
    expect(next.state().state).toBe('ready')
    expect(next.condition().uncleanStop).toBe(true)
    next.close()
    expect(opened(folder).condition().uncleanStop).toBe(false)
  })

  test('does not keep the command line from working beside the first', () => {
    const folder = parkFolder()
    opened(folder)
    const db = openWritable(folder)
    addTenant(db)
    db.close()
  })
})

describe('another machine', () => {
  test('that has the folder open keeps everybody here out', () => {
    const folder = parkFolder()
    ownedElsewhere(folder, Date.now() - beatMs)
    const park = opened(folder)
    expect(park.state().failure).toMatchObject({
      code: 'park_open_elsewhere',
      params: { otherMachine: 'true', workstation: 'DESK-7' },
    })
    expect(park.state().failure?.params).not.toHaveProperty('silentSince')
    park.reopen(true)
    expect(codeOf(park)).toBe('park_open_elsewhere')
    expect(() => openReadable(folder)).toThrow('park_open_elsewhere')
    expect(() => openWritable(folder)).toThrow('park_open_elsewhere')
    expect(readOwner(folder)?.machine).toBe('another')
  })

  test('that has long been silent gives way, but only to somebody who says so', () => {
    const folder = parkFolder()
    const beat = Date.now() - 60 * beatMs
    ownedElsewhere(folder, beat)
    const park = opened(folder)
    expect(park.state().failure?.params).toMatchObject({ silentSince: beat })
    park.reopen(false)
    expect(codeOf(park)).toBe('park_open_elsewhere')
    park.reopen(true)
    expect(park.state().state).toBe('ready')
    expect(readOwner(folder)?.machine).toBe(thisMachine())
  })

  test('whose clock runs years ahead does not keep the folder for ever', () => {
    const folder = parkFolder()
    ownedElsewhere(folder, Date.now() + 10 * 365 * 86_400_000)
    const park = opened(folder)
    park.reopen(true)
    expect(park.state().state).toBe('ready')
  })
})

test('a file that names no owner keeps nobody out', () => {
  const folder = parkFolder()
  writeFileSync(ownerFile(folder), 'not an owner')
  expect(opened(folder).state().state).toBe('ready')
})

test('whoever leaves takes the name along, on the disk as long as the folder is held', () => {
  const folder = testFolder()
  const owned = takeOwnership(folder, { takeOver: false, now: () => 1000, lost: () => undefined })
  expect(JSON.parse(readFileSync(ownerFile(folder), 'utf8'))).toMatchObject({ since: 1000, pid: process.pid })
  owned.release()
  expect(existsSync(ownerFile(folder))).toBe(false)
})
