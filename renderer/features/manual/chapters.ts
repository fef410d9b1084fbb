/** The chapters of the manual in their order: daily work first, then what protects it. */
export const chapters = [
  'daily',
  'records',
  'import',
  'accounts',
  'workstations',
  'lost',
  'recoveryKey',
  'backups',
  'disk',
  'log',
  'secondFactor',
] as const
export type Chapter = (typeof chapters)[number]

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'points' | 'steps'; readonly lines: readonly string[] }

/** A chapter as it is written: a line is a paragraph, one that begins with `- ` a point, with `1. ` a step. */
export function blocksOf(written: string): readonly Block[] {
  const blocks: Block[] = []
  for (const line of written.split('\n').filter((each) => each !== '')) {
    const [, mark, text = ''] = /^(?:(-|\d+\.) )?(.*)$/u.exec(line) ?? []
    if (mark === undefined) {
      blocks.push({ kind: 'text', text })
      continue
    }
    const kind = mark === '-' ? 'points' : 'steps'
    const last = blocks.at(-1)
    if (last?.kind === kind) blocks[blocks.length - 1] = { kind, lines: [...last.lines, text] }
    else blocks.push({ kind, lines: [text] })
  }
  return blocks
}
