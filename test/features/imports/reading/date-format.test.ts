import { expect, it } from 'vitest'
import { dateFormatIds, isDateFormat } from '../../../../electron/features/imports/reading/date-format'

it.each([
  'yyyy-mm-dd',
  'dd.mm.yyyy;@',
  'yyyy"年"m"月"d"日"',
  '[$-804]yyyy"年"m"月"d"日";@',
  '[h]:mm:ss',
  '[mm]:ss',
  'mm:ss.0',
  'hh:mm:ss.000',
  'd\\-mmm\\-yy',
  '[Red]dd/mm/yyyy',
  'm/d/yyyy h:mm AM/PM',
  '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  'YYYY-MM-DD',
])('%s is a date', (format) => {
  expect(isDateFormat(format)).toBe(true)
})

it.each([
  'General',
  'Standard',
  '@',
  '',
  '0.00',
  '#,##0.00" руб. за день"',
  '0" days"',
  '#,##0\\ \\m',
  '[Red]-0.00;[Black]0',
  '0.00E+00',
  '_-* #,##0.00\\ [$₽-419]_-',
  '# ??/??',
  '0%',
])('%s is a number', (format) => {
  expect(isDateFormat(format)).toBe(false)
})

it('knows the built-in formats unless the file says otherwise', () => {
  const ids = [0, 13, 14, 22, 23, 27, 36, 37, 44, 45, 47, 48, 49, 50, 58, 59, 14]
  const dates = ids.filter((_, index) => dateFormatIds(ids, new Map())[index])
  expect(dates).toEqual([14, 22, 27, 36, 45, 47, 50, 58, 14])
  expect(
    dateFormatIds(
      [14, 164],
      new Map([
        [14, '0.00'],
        [164, 'yyyy'],
      ]),
    ),
  ).toEqual([false, true])
})
