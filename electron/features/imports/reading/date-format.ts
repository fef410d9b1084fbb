/**
 * Number formats that are dates without a format text of their own: 14–22 and 45–47 everywhere, 27–36 and 50–58 in
 * East Asian Excel (ECMA-376 part 1, 18.8.30).
 */
const builtIn: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

/** Whether each of the formats shows dates or times; a format text in the file goes before the built-in meaning. */
export function dateFormatIds(
  ids: readonly number[],
  custom: ReadonlyMap<number, string>,
): readonly boolean[] {
  return ids.map((id) => {
    const format = custom.get(id)
    return format === undefined ? builtIn.some(([from, to]) => id >= from && id <= to) : isDateFormat(format)
  })
}

/** Whether a number format like `yyyy"年"m"月"`, `[h]:mm` or `dd.mm.yyyy;@` shows a date or a time. */
export function isDateFormat(format: string): boolean {
  const plain = format
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./gu, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
  const first = plain.split(';')[0] ?? ''
  if (/^\s*(general|standard|@)\s*$/i.test(first)) return false
  const withoutFractions = first.replace(/s[.,]0+/gi, 's')
  return /[ymdhs]/i.test(withoutFractions) && !/[0#?]/.test(withoutFractions)
}
