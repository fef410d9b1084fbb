import { describe, expect, test } from 'vitest'
import { importsOf, productSources, type SourceFile } from '../support/sources'

const sources = productSources()

/** `file → import` for every import a rule refuses. */
function refused(
  files: readonly SourceFile[],
  refuse: (target: string, file: SourceFile) => boolean,
): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => refuse(target, file))
      .map((target) => `${file.path} → ${target}`),
  )
}

const under = (folder: string) => sources.filter((file) => file.path.startsWith(folder))
const isNode = (target: string) => target.startsWith('node:')

test('there are files to look at', () => {
  expect(sources.length).toBeGreaterThan(200)
})

describe('who may import whom', () => {
  test('shared knows neither process, no Node, no browser library', () => {
    const outside = /^(electron|renderer|test|scripts)(\/|$)/
    const allowed = new Set(['zod', 'echarts'])
    expect(
      refused(under('shared/'), (target) => {
        if (outside.test(target) || isNode(target)) return true
        const inside = target.startsWith('shared/') || target.startsWith('resources/')
        return !inside && !allowed.has(target.split('/')[0] ?? '')
      }),
    ).toEqual([])
  })

  test('the window and the processes never import each other', () => {
    expect(refused(under('electron/'), (target) => target.startsWith('renderer/'))).toEqual([])
    expect(refused(under('renderer/'), (target) => /^electron(\/|$)/.test(target) || isNode(target))).toEqual(
      [],
    )
  })

  test('nothing of the product imports tests or scripts', () => {
    expect(refused(sources, (target) => /^(test|scripts)\//.test(target))).toEqual([])
  })

  test('databases are opened in electron/data only', () => {
    const elsewhere = sources.filter((file) => !file.path.startsWith('electron/data/'))
    expect(refused(elsewhere, (target) => target === 'better-sqlite3')).toEqual([])
  })

  test('messages between processes are sent in electron/ipc, electron/preload and electron/app only', () => {
    const elsewhere = sources.filter((file) => !/^electron\/(ipc|preload|app)\//.test(file.path))
    const raw = elsewhere.filter((file) => /ipcMain|ipcRenderer|webContents\.send/.test(file.text))
    expect(raw.map((file) => file.path)).toEqual([])
  })

  test('a feature of the data side reaches another through its index only', () => {
    expect(refused(under('electron/features/'), reachesInto('electron/features/'))).toEqual([])
  })

  test('a feature of the window reaches another through its index only', () => {
    expect(refused(under('renderer/features/'), reachesInto('renderer/features/'))).toEqual([])
  })

  test('screens and features do not reach up into the application that composes them', () => {
    expect(refused(under('renderer/ui/'), (target) => /^renderer\/(app|features)\//.test(target))).toEqual([])
    expect(
      refused(under('electron/platform/'), (target) => /^electron\/(app|features|ipc|data)\//.test(target)),
    ).toEqual([])
  })
})

/** Refuses `features/other/file`, allows `features/other` and `features/other/index`. */
function reachesInto(folder: string) {
  return (target: string, file: SourceFile) => {
    if (!target.startsWith(folder)) return false
    const own = file.path.slice(folder.length).split('/')[0]
    const [other, inner] = target.slice(folder.length).split('/')
    return other !== own && inner !== undefined && inner !== 'index'
  }
}
