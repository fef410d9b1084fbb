import { makeContainer, makeRegistrationNumber } from '@shared/kernel/identifiers'
import { requestSeries, type RequestType } from '@shared/features/requests/request'
import type { AnyValues } from '@shared/kernel/registers'
import { utcToZoned } from '@shared/kernel/zone'
import { oneOf, pick, type Random } from './random'
import { inventName, sectorNames } from './sample-names'

const day = 86_400_000
const hour = 3_600_000

const countries = [
  'CN',
  'CN',
  'CN',
  'CN',
  'CN',
  'KZ',
  'KZ',
  'RU',
  'RU',
  'UZ',
  'KG',
  'BY',
  'TJ',
  'IN',
  'PK',
  'IR',
] as const
const currencies = ['CNY', 'USD', 'KZT', 'RUB', 'EUR'] as const
const areas = [120, 350.5, 600, 1200, 2400.75, 5000, 12_000] as const
const officers = ['陈静', 'Смирнов О.', 'Нурлан А.', 'Ахметова Г.', 'Zhang Min'] as const
const contacts = ['李娜', 'Иванов И. И.', '王伟', 'Zhang Min', 'Петрова А. С.', 'Айгуль С.'] as const
const goods = [
  '联合收割机',
  'Запчасти к комбайнам',
  'Cotton yarn',
  '集成电路',
  '水泥板',
  'Комбайн зерноуборочный',
] as const
const hsCodes = ['843351', '843390', '520524', '854231', '681091', '843280', '390110', '848180'] as const
const borders = ['Khorgos', 'Alashankou', '霍尔果斯', 'Торугарт', 'Irkeshtam', 'Маньчжурия'] as const
const subjects: Readonly<Record<RequestType, readonly [string, ...string[]]>> = {
  customs: ['进口设备清关', 'Ввоз запчастей', 'Export of slabs', '出口退税咨询', 'Сертификат происхождения'],
  logistics: ['Заказ вагонов', '铁路集装箱订舱', 'Oversized cargo by road', 'Оформление СМГС'],
  legal: ['合同审查', 'Проверка договора аренды', 'Work permit for technicians', '劳动合同咨询'],
  other: ['Пропуск для автомобиля', '会议室预订', 'Utility connection'],
}
const places = ['1号门', 'North gate', 'Склад №3', 'Цех 2', 'B区停车场'] as const
const events = [
  ['fire', 'Задымление на складе, потушено до прибытия пожарных'],
  ['intrusion', '外来人员翻越围墙,已劝离'],
  ['theft', 'Кража кабеля со стройплощадки'],
  ['traffic', 'Forklift collided with racking, one worker bruised'],
  ['work_accident', '叉车作业时工人手部受伤'],
  ['cyber', 'Phishing mail opened on a workstation'],
  ['hazmat', 'Разлив растворителя в цехе, собран'],
  ['public_order', '停车纠纷,已调解'],
] as const

const dateAt = (instant: number) => new Date(instant).toISOString().slice(0, 10)

/** Where invented rows end (exclusive), in whose zone, and how they vary. */
export type DemoFrame = { readonly anchor: number; readonly zone: string; readonly random: Random }

/** An invented tenant with a right registration number. */
export function demoTenant(serial: number, frame: DemoFrame): AnyValues {
  const { random, anchor } = frame
  const country = oneOf(countries, random)
  const { trade, ...names } = inventName(country, serial, random)
  const movedIn = dateAt(anchor - day * (60 + pick(2000, random)))
  const left = random() < 0.06
  const employees = oneOf([6, 9, 18, 35, 48, 77, 120, 260, 410, 980], random)
  const size = employees < 15 ? 'micro' : employees < 50 ? 'small' : employees < 250 ? 'medium' : 'large'
  const language =
    country === 'CN' ? 'zh' : country === 'IN' || country === 'PK' || country === 'IR' ? 'en' : 'ru'
  return {
    ...names,
    registrationNo: makeRegistrationNumber(country, random),
    country,
    sector: sectorNames[language][trade] ?? null,
    size,
    movedIn,
    movedOut: left ? dateAt(anchor - day * pick(55, random)) : null,
    unit: `${'ABCDE'[pick(5, random)]}-${String(serial + 1).padStart(3, '0')}`,
    leasedArea: Math.round(oneOf(areas, random) * 10_000),
    leaseStart: movedIn,
    leaseEnd: dateAt(anchor + day * (pick(2200, random) - 120)),
    rent: 500_000 + pick(9_000_000, random),
    rentCurrency: oneOf(currencies, random),
    employees,
    localEmployees: pick(employees + 1, random),
    contact: oneOf(contacts, random),
    phone: oneOf(['+7 727 350 11 22', '+86 991 281 0000', '+7 495 123 45 67'], random),
    note: null,
  }
}

function customsValues(random: Random): AnyValues {
  return {
    direction: oneOf(['import', 'export', 'transit'], random),
    hsCode: oneOf(hsCodes, random),
    declaredValue: 100_000 + pick(90_000_000, random),
    currency: oneOf(currencies, random),
  }
}

function cargoValues(random: Random): AnyValues {
  return {
    goods: oneOf(goods, random),
    grossWeight: 500_000 + pick(24_000_000, random),
    borderPoint: oneOf(borders, random),
    transportMode: oneOf(['rail', 'rail', 'road', 'road', 'air', 'multimodal'], random),
    container: random() < 0.6 ? makeContainer(random) : null,
  }
}

const openStatuses = ['new', 'in_progress', 'waiting_tenant', 'waiting_authority'] as const

function course(receivedAt: number, { anchor, random }: DemoFrame): AnyValues {
  const dueAt = receivedAt + day * (1 + pick(5, random))
  const closedAt = receivedAt + hour * (2 + pick(90, random))
  // Work left over from long ago is rare: a park's open requests are those of the last days.
  const left = closedAt >= anchor || (receivedAt > anchor - 20 * day && random() < 0.15)
  const status = random() < 0.03 ? 'cancelled' : left ? oneOf(openStatuses, random) : 'closed'
  return {
    dueAt: left && random() < 0.7 ? anchor + hour * (1 + pick(70, random)) : dueAt,
    firstResponseAt: receivedAt + hour * (1 + pick(2, random)),
    closedAt: status === 'closed' ? closedAt : null,
    status,
    priority: oneOf(['normal', 'normal', 'normal', 'normal', 'high', 'low', 'urgent'], random),
    officer: oneOf(officers, random),
  }
}

/** An invented request of one of the tenants, received in the 24 months before the anchor. */
export function demoRequest(
  serial: number,
  tenants: readonly [string, ...string[]],
  frame: DemoFrame,
): AnyValues {
  const { random, anchor } = frame
  const receivedAt =
    anchor - hour - Math.floor(random() * 730) * day - Math.floor(random() * 10 * 60) * 60_000
  const type: RequestType = oneOf(
    [
      'customs',
      'customs',
      'customs',
      'customs',
      'customs',
      'logistics',
      'logistics',
      'logistics',
      'legal',
      'other',
    ],
    random,
  )
  const year = utcToZoned(receivedAt, frame.zone).date.slice(0, 4)
  return {
    reference: `${requestSeries[type]}-${year}-${String(serial + 1).padStart(6, '0')}`,
    type,
    tenantId: oneOf(tenants, random),
    subject: oneOf(subjects[type], random),
    receivedAt,
    ...course(receivedAt, frame),
    ...(type === 'customs' ? customsValues(random) : {}),
    ...(type === 'customs' || type === 'logistics' ? cargoValues(random) : {}),
  }
}

/** An invented incident in the 24 months before the anchor. */
export function demoIncident(
  serial: number,
  tenants: readonly [string, ...string[]],
  frame: DemoFrame,
): AnyValues {
  const { random, anchor } = frame
  const occurredAt = anchor - hour - Math.floor(random() * 730 * 24 * 60) * 60_000
  const [category, description] = oneOf(events, random)
  const year = utcToZoned(occurredAt, frame.zone).date.slice(0, 4)
  const closedAt = occurredAt + day * (1 + pick(40, random))
  const closed = closedAt < anchor && random() < 0.9
  const lost = random() < 0.3
  return {
    reference: `INC-${year}-${String(serial + 1).padStart(4, '0')}`,
    category,
    severity: oneOf([1, 1, 1, 2, 2, 2, 3, 3, 4, 5], random),
    occurredAt,
    reportedAt: occurredAt + 60_000 * pick(600, random),
    location: oneOf(places, random),
    tenantId: random() < 0.7 ? oneOf(tenants, random) : null,
    description,
    injured: random() < 0.12 ? 1 + pick(2, random) : 0,
    loss: lost ? 50_000 + pick(4_000_000, random) : null,
    currency: lost ? oneOf(currencies, random) : null,
    status: closed ? 'closed' : 'in_progress',
    closedAt: closed ? closedAt : null,
    confidentiality: oneOf(['public', 'internal', 'internal', 'restricted'], random),
  }
}
