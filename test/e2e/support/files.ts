import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from './words'

/** Writes a text table of many security incidents, numbered in a series of their own; answers its path. */
export function incidentsFile(folder: string, rows: number, { field, code }: Words, series = 'N'): string {
  const fields = ['reference', 'category', 'severity', 'occurredAt', 'location', 'description']
  const category = code('incidentCategory', 'theft')
  const lines = Array.from({ length: rows }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0')
    return `${series}-${index + 1},${category},${(index % 5) + 1},2026-03-${day} 10:00,Gate ${index % 9},Копия пропуска 复印件 ${index}`
  })
  const head = fields.map((name) => field('incidents', name)).join(',')
  const path = join(folder, 'many.csv')
  writeFileSync(path, `${[head, ...lines].join('\n')}\n`)
  return path
}
