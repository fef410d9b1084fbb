import { createRequire } from 'node:module'
import type * as Pinyin from 'pinyin-pro'
import type * as Stemmers from 'snowball-stemmers'

// The dictionaries of the two libraries are more code than all the rest of the data process. They are read when the
// first text needs them, not at every start; with `require`, since a transaction cannot wait for an `import`.
const require = createRequire(import.meta.url)

let pinyinLibrary: typeof Pinyin | undefined
let russian: ReturnType<typeof Stemmers.newStemmer> | undefined

/** The syllables of Han characters without their tones: 霍尔果斯 → `huo er guo si`. */
export function pinyinOf(han: string): string[] {
  pinyinLibrary ??= require('pinyin-pro') as typeof Pinyin
  return pinyinLibrary.pinyin(han, { toneType: 'none', type: 'array' })
}

/** The stem of a Russian word, by which all its forms are found. */
export function russianStem(word: string): string {
  russian ??= (require('snowball-stemmers') as typeof Stemmers).newStemmer('russian')
  return russian.stem(word)
}
