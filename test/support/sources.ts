import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** The project's top folder. */
export const projectFolder = resolve(import.meta.dirname, '../..')

/** A source file: its path from the project's top folder, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

function walk(folder: string, accept: (name: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return walk(path, accept)
    return accept(entry.name) ? [path] : []
  })
}

/** Files of some top folders whose names end as asked. */
export function filesOf(folders: readonly string[], ending: RegExp): SourceFile[] {
  return folders
    .flatMap((folder) => walk(join(projectFolder, folder), (name) => ending.test(name)))
    .map((path) => ({
      path: relative(projectFolder, path).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }))
}

/** Every TypeScript file of the product. */
export function productSources(): SourceFile[] {
  return filesOf(['shared', 'electron', 'renderer'], /\.tsx?$/)
}

const importPattern = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm

/** What a file imports: paths from the project's top folder, or names of packages. */
export function importsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(importPattern)].map(([, target = '']) => {
    if (target.startsWith('@shared/')) return target.replace('@shared/', 'shared/')
    if (target.startsWith('@resources/')) return target.replace('@resources/', 'resources/')
    if (!target.startsWith('.')) return target
    return relative(projectFolder, resolve(projectFolder, dirname(file.path), target)).replaceAll('\\', '/')
  })
}
