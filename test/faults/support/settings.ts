import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scope } from './cases'
import type { Setting } from './injected'
import { readTold } from './commands'
import { contentsOf, judgeCommands, judgeEnd, judgeImport, judgePark } from './judge'
import { incidentsInModel, openDesk, smallPark } from './product'

/** The park of a case. */
export const parkIn = (folder: string) => join(folder, 'park')

/** The file of incidents that is taken in. */
const fileIn = (folder: string) => join(folder, 'incidents.csv')

/** A park made once in a run and copied by every case. */
export function modelPark(scope: Scope): string {
  const model = join(scope.scratch, 'model')
  if (!existsSync(model)) smallPark(model)
  return model
}

/** Copies a folder; nobody has anything in it open. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
}

/** Writes a text table of so many incidents. */
export function writeIncidents(path: string, rows: number): void {
  const lines = Array.from({ length: rows }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0')
    return `N-${index + 1},theft,${(index % 5) + 1},2026-03-${day} 10:00,Gate ${index % 9},Копия пропуска 复印件 ${index}`
  })
  writeFileSync(path, `${['Number,Category,Severity,Occurred,Location,Description', ...lines].join('\n')}\n`)
}

/** Single commands on a park. */
export function commandSetting(scope: Scope, count: number): Setting {
  const model = modelPark(scope)
  return {
    name: 'commands',
    prepare: (folder) => copyFolder(model, parkIn(folder)),
    deed: (folder) => ['commands', parkIn(folder), String(count)],
    judge: (folder, end) => judgeCommands(parkIn(folder), end),
  }
}

/** An import of so many rows. */
export function importSetting(scope: Scope, rows: number): Setting {
  const model = modelPark(scope)
  const desk = openDesk(model)
  const before = contentsOf(desk.db)
  desk.close()
  const file = fileIn(scope.scratch)
  if (!existsSync(file)) writeIncidents(file, rows)
  return {
    name: 'import',
    prepare: (folder) => {
      mkdirSync(folder, { recursive: true })
      copyFolder(model, parkIn(folder))
    },
    deed: (folder) => ['import', parkIn(folder), file],
    judge: (folder, end) => judgeImport(parkIn(folder), end, rows, before),
  }
}

/** An export over a file that is there already. */
export function exportSetting(scope: Scope): Setting {
  const model = modelPark(scope)
  const target = (folder: string) => join(folder, 'media', 'incidents.csv')
  const older = 'an older export\n'
  return {
    name: 'export',
    prepare: (folder) => {
      copyFolder(model, parkIn(folder))
      mkdirSync(join(folder, 'media'))
      writeFileSync(target(folder), older)
    },
    deed: (folder) => ['export', parkIn(folder), target(folder)],
    judge: async (folder, end) => {
      const told = readTold(end.said)
      const wrong = judgeEnd(end, told) ?? (await judgePark(parkIn(folder), () => null))
      if (wrong !== null) return wrong
      const text = readFileSync(target(folder), 'utf8')
      if (told.stored.size > 0 || text !== older) {
        const lines = text.trimEnd().split('\n').length - 1
        return lines === incidentsInModel ? null : `the export has ${lines} lines`
      }
      const left = readdirSync(join(folder, 'media')).length - 1
      return end.killed || left === 0 ? null : `${left} files left beside the export`
    },
  }
}
