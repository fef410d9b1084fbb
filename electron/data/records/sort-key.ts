import { compareKey } from '@shared/kernel/text'
import { pinyinOf } from '../language-tools'

const han = /\p{Script=Han}+/gu

/**
 * A key that sorts names the way people look them up: legal forms and quotes do not count, Latin and pinyin together,
 * then Cyrillic (ё as е). SQLite knows no language's order, so the key is stored.
 */
export function sortKey(name: string): string {
  const latin = compareKey(name).replace(han, (run) => pinyinOf(run).join(' '))
  return latin
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/^(ооо|тоо|оао|пао|зао|ао|осоо|llc|ltd|jsc|оо) /u, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
