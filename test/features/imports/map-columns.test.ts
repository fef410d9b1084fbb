import { describe, expect, test } from 'vitest'
import { findHeader, headingLanguage } from '@shared/features/imports/find-header'
import { headingUnit } from '@shared/features/imports/heading-unit'
import { mapColumns } from '@shared/features/imports/map-columns'

const row = (number: number, ...cells: (string | number | null)[]) => ({ row: number, cells })

describe('columns by their headings', () => {
  test.each([
    ['登记号', 'registrationNo'],
    ['税号', 'registrationNo'],
    ['ИНН/БИН', 'registrationNo'],
    ['Рег. номер', 'registrationNo'],
    ['TAX NUMBER', 'registrationNo'],
    ['Leased area (m²)', 'leasedArea'],
    ['面积（平方米）', 'leasedArea'],
    ['Площадь, га', 'leasedArea'],
    ['Rent per month, USD', 'rent'],
    ['Name (English)', 'nameEn'],
    ['Number of the employees', 'employees'],
    ['Date of the lease end', 'leaseEnd'],
  ])('tenants: %s', (heading, field) => {
    expect(mapColumns('tenants', [heading])).toEqual([field])
  })

  test.each([
    ['申请编号', 'reference'],
    ['报关单编号', 'reference'],
    ['收件时间', 'receivedAt'],
    ['登记日期', 'receivedAt'],
    ['截止日期', 'dueAt'],
    ['Вес брутто, т', 'grossWeight'],
    ['Gross weight [kg]', 'grossWeight'],
    ['Дата получения заявки', 'receivedAt'],
    ['Стоимость, тыс. руб.', 'declaredValue'],
    ['企业名称 / Company name', 'tenantId'],
    ['Резидент Tenant 企业', 'tenantId'],
    ['3. Тип (код)', 'type'],
    ['Received at (local time)*', 'receivedAt'],
    ['Дата поступления\n受理时间', 'receivedAt'],
    ['受理时间 Received', 'receivedAt'],
  ])('requests: %s', (heading, field) => {
    expect(mapColumns('requests', [heading])).toEqual([field])
  })

  test('columns of something else stay unrecognised', () => {
    const foreign = [
      '序号',
      '№ п/п',
      'Internal code',
      'Цвет',
      'Foreign employees',
      'Employees',
      '外籍职工',
      '职工总数',
    ]
    expect(mapColumns('tenants', foreign)).toEqual([null, null, null, null, null, 'employees', null, null])
  })

  test('of two columns with names of one field the more usual name wins', () => {
    expect(mapColumns('requests', ['№', 'Номер'])).toEqual([null, 'reference'])
    expect(mapColumns('requests', ['Номер', 'Номер'])).toEqual(['reference', null])
  })
})

test.each([
  ['Вес брутто, т', { kind: 'mass', exponent: 3, currency: null }],
  ['毛重(kg)', { kind: 'mass', exponent: 0, currency: null }],
  ['毛重（吨）', { kind: 'mass', exponent: 3, currency: null }],
  ['金额(万元)', { kind: 'money', exponent: 4, currency: 'CNY' }],
  ['Стоимость, тыс. руб.', { kind: 'money', exponent: 3, currency: 'RUB' }],
  ['Declared value, USD', { kind: 'money', exponent: 0, currency: 'USD' }],
  ['Площадь, га', { kind: 'area', exponent: 4, currency: null }],
  ['毛重(吨) / Gross weight', { kind: 'mass', exponent: 3, currency: null }],
  ['Company name', undefined],
])('the unit in the heading %s', (heading, unit) => {
  expect(headingUnit(heading)).toEqual(unit)
})

describe('the header row', () => {
  test('is found below titles, and tells the register', () => {
    const rows = [
      row(1, 'Security incident log'),
      row(3, 'Park', 'October'),
      row(5, 'Ref', 'Category', 'Severity', 'Occurred'),
      row(6, 'S-1', 'theft', 2, '2026-01-02 10:00'),
    ]
    expect(findHeader(rows)).toMatchObject({ row: 5, register: 'incidents' })
  })

  test('a title that is a field name does not pass for it', () => {
    const rows = [row(1, '入园企业'), row(2, '企业名称', '国别', '面积(㎡)')]
    expect(findHeader(rows, 'tenants')?.row).toBe(2)
  })

  test('there may be none', () => {
    expect(findHeader([row(1, 'x', 'y'), row(2, 1, 2)])).toBeUndefined()
  })

  test.each([
    [['Наименование', 'ИНН', 'HS code'], 'ru'],
    [['企业名称', 'HS编码', '面积(㎡)'], 'zh'],
    [['Tenant', 'Area, m2'], 'en'],
  ])('%j is in the language %s', (headings, language) => {
    expect(headingLanguage(headings)).toBe(language)
  })
})
