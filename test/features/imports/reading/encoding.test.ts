import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../electron/features/imports/reading'
import { encode } from './encode'
import { failureOf, fileOf, read } from './files'

const chinese = [
  '受理编号,类型,企业,受理时间,毛重(kg),备注',
  'C-2026-00001,报关,深圳市星河物流有限公司,2026年3月1日,12085.90,加急办理，请尽快答复。',
  'L-2026-00002,物流,ООО «Золотой мост»,2026-03-02,100,整车运输',
]
const chineseNames = [
  '企业名称,地址',
  '新疆华凌工贸集团,乌鲁木齐市西虹东路',
  '霍尔果斯边境合作中心,口岸路1号',
]
/** Russian names in a Chinese file. */
const mixed = ['企业名称,俄文名称', '新疆华凌,Общество Золотой мост', '霍尔果斯,Северный ветер и сыновья']
const russian = [
  'Номер;Тип;Арендатор;Получено;Вес, кг;Примечание',
  'C-2026-00001;таможня;ООО «Золотой мост»;01.03.2026;12 085,90;срочно — № 5',
  'L-2026-00002;логистика;ТОО Жетысу Логистик;02.03.2026;100;вагоны на станции',
]
const shouting = ['НОМЕР;ДАТА;АРЕНДАТОР', '1;01.02.2026;ЗОЛОТОЙ МОСТ', '2;02.02.2026;СЕВЕРНЫЙ ВЕТЕР']
/** Words of an even number of letters only: these bytes are valid GB18030 too. */
const even = ['дата;цена;сорт', 'вода;мука;рыба', 'снег;лето;зима']
const english = ['Ref,Tenant,Area', 'R1,Orchard Ltd,12.5']

const plain = (text: string) => text.replace(/[«»—№]/g, '-')

describe('recognised without help', () => {
  it.each([
    ['gb18030', 'gb18030', chinese],
    ['gb18030', 'gb18030', chineseNames],
    ['gb18030', 'gb18030', mixed],
    ['windows-1251', 'windows-1251', russian],
    ['windows-1251', 'windows-1251', shouting],
    ['windows-1251', 'windows-1251', even],
    ['koi8-r', 'koi8-r', russian.map(plain)],
    ['ibm866', 'ibm866', russian.map(plain)],
    ['utf-8', 'utf-8', chinese],
    ['utf-8', 'utf-8', russian],
    ['utf-8', 'utf-8', english],
    ['utf-16le', 'utf-16le', russian],
    ['utf-16be', 'utf-16be', chinese],
    ['utf-16le', 'utf-16le', english],
  ] as const)('%s', async (expected, encoding, lines) => {
    const table = await read(fileOf('e.csv', encode(`${lines.join('\r\n')}\r\n`, encoding)))
    expect(table.encoding).toBe(expected)
    const delimiter = lines[0]?.includes(';') ? ';' : ','
    expect(table.rows.map(({ cells }) => cells.map(String).join(delimiter))).toEqual(lines)
  })

  it.each([['utf-8'], ['utf-16le'], ['utf-16be']] as const)('%s by its byte order mark', async (encoding) => {
    const text = `\ufeff${chinese.join('\r\n').replaceAll(',', '\t')}`
    const table = await read(fileOf('bom.txt', encode(text, encoding)))
    expect(table).toMatchObject({ encoding, delimiter: '\t' })
    expect(table.rows[0]?.cells[0]).toBe('受理编号')
  })

  it('when the first foreign letter comes late', async () => {
    const text = `${'id;value\n'.repeat(100_000)}1;Арендатор и его договор\n`
    expect((await readTable(fileOf('late.csv', encode(text, 'windows-1251')))).encoding).toBe('windows-1251')
  })

  it('with characters torn by the pieces in which the file is read', async () => {
    const text = `a${'企业名称与地址,面积和状态,备注与编号\n'.repeat(40_000)}`
    const table = await read(fileOf('torn.csv', encode(text, 'gb18030')))
    expect(table.encoding).toBe('gb18030')
    expect(
      table.rows
        .slice(1)
        .every(({ cells }) => cells.map(String).join() === '企业名称与地址,面积和状态,备注与编号'),
    ).toBe(true)
  })
})

describe('chosen by the user', () => {
  it('is followed', async () => {
    const path = fileOf('choice.csv', encode(russian.join('\n'), 'windows-1251'))
    const table = await read(path, { encoding: 'koi8-r' })
    expect(table.encoding).toBe('koi8-r')
    expect(table.rows[0]?.cells[0]).not.toBe('Номер')
  })

  it('is refused when it cannot read the file, with the row', async () => {
    const path = fileOf(
      'wrong.csv',
      Buffer.concat([Buffer.from('a;b\n1;2\n'), encode('3;Да\n', 'windows-1251')]),
    )
    expect(await failureOf(readTable(path, { encoding: 'utf-8' }))).toEqual({
      code: 'encoding_not_readable',
      params: { file: 'wrong.csv', encoding: 'utf-8', row: 3 },
    })
  })

  it('is refused when it is unknown', async () => {
    expect(await failureOf(readTable(fileOf('x.csv', 'a'), { encoding: 'ebcdic' }))).toMatchObject({
      code: 'encoding_not_readable',
      params: { encoding: 'ebcdic' },
    })
  })
})

describe('not readable', () => {
  it('names the row of a broken character in UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${russian.join('\n')}\n`),
      Buffer.from([0x41, 0x3b, 0xd0, 0x0a]),
      Buffer.from(russian.join('\n')),
    ])
    expect(await failureOf(readTable(fileOf('broken.csv', bytes)))).toEqual({
      code: 'encoding_not_readable',
      params: { file: 'broken.csv', encoding: 'utf-8', row: 4 },
    })
  })

  it('says so when no encoding makes sense', async () => {
    let seed = 1
    const next = () => (seed = (seed * 48_271) % 2_147_483_647)
    const noise = Buffer.from(
      Array.from({ length: 4000 }, (_, i) => (i % 40 === 39 ? 10 : 128 + (next() % 128))),
    )
    expect((await failureOf(readTable(fileOf('noise.csv', noise)))).code).toBe('encoding_not_readable')
  })
})
