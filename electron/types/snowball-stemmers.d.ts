/** The package ships no types of its own. */
declare module 'snowball-stemmers' {
  export function newStemmer(language: 'russian'): { stem(word: string): string }
}
