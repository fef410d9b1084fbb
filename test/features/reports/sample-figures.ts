import type { PeriodFigures, ReportFigures } from '@shared/features/reports/figures'

const october: PeriodFigures = {
  tenants: {
    active: 128,
    movedIn: 3,
    movedOut: 1,
    byCountry: { CN: 58, RU: 19, KZ: 16, UZ: 11, KG: 8, BY: 7, IN: 5, PK: 3 },
    bySize: { micro: 31, small: 50, medium: 27, large: 18 },
    bySector: {
      'Логистика и склад': 31,
      农业机械: 24,
      'Automotive parts': 22,
      建材: 20,
      Textiles: 17,
      'Food & drink': 9,
    },
    leasedArea: 2_373_287_500,
    leasesExpired: 4,
    employees: 12_857,
    localEmployees: 7_452,
    localRatio: 7_452 / 12_857,
  },
  requests: {
    received: { customs: 822, logistics: 415, legal: 65, other: 12 },
    closed: { customs: 805, logistics: 402, legal: 71, other: 11 },
    openAtEnd: 253,
    turnaroundMedian: 26.594,
    turnaroundP90: 81.335,
    onTime: 1_113,
    closedWithDue: 1_243,
    onTimeRatio: 1_113 / 1_243,
    customsValue: { CNY: 259_466_847, EUR: 82_810_646, KZT: 312_446_572, RUB: 227_615_764, USD: 135_617_368 },
  },
  incidents: {
    occurred: 17,
    bySeverity: { '1': 6, '2': 7, '3': 3, '4': 1 },
    byCategory: { theft: 5, traffic: 4, work_accident: 3, hazmat: 2, intrusion: 2, natural_hazard: 1 },
    injured: 5,
    loss: { CNY: 523_447, RUB: 2_988_771 },
    openAtEnd: 9,
  },
}

const september: PeriodFigures = {
  tenants: {
    ...october.tenants,
    active: 126,
    movedOut: 2,
    byCountry: { CN: 57, RU: 19, KZ: 17, UZ: 11, KG: 7, BY: 6, IN: 5, PK: 3, TJ: 1 },
    employees: 12_911,
    localEmployees: 7_430,
    localRatio: 7_430 / 12_911,
    leasesExpired: 2,
  },
  requests: {
    ...october.requests,
    received: { customs: 780, logistics: 431, legal: 58, other: 20 },
    openAtEnd: 228,
    turnaroundMedian: 29.7,
    turnaroundP90: 77.01,
    onTimeRatio: null,
    customsValue: { CNY: 300_000_000, USD: 130_000_001 },
  },
  incidents: {
    ...october.incidents,
    occurred: 15,
    injured: 0,
    loss: {},
    byCategory: { theft: 6, fire: 1, traffic: 8 },
  },
}

const months = [
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
]

/** The figures of an invented month with something of everything. */
export const sampleFigures: ReportFigures = {
  kind: 'monthly',
  period: '2026-10',
  startDate: '2026-10-01',
  endDate: '2026-11-01',
  timeZone: 'Asia/Almaty',
  parkNames: { zh: '霍尔果斯国际合作产业园', ru: 'Индустриальный парк «Хоргос»', en: null },
  countedAt: Date.UTC(2026, 10, 3, 4, 12),
  log: { sequence: 12_345, hash: '9f2c01ab5e77d310'.repeat(4) },
  current: october,
  previous: september,
  trend: months.map((month, index) => ({
    month,
    received: {
      customs: 610 + index * 19,
      logistics: 340 + index * 7,
      legal: 41 + ((index * 5) % 23),
      other: index % 4 === 0 ? 0 : 9 + index,
    },
  })),
}

const nothing: PeriodFigures = {
  tenants: {
    active: 0,
    movedIn: 0,
    movedOut: 0,
    byCountry: {},
    bySize: {},
    bySector: {},
    leasedArea: 0,
    leasesExpired: 0,
    employees: 0,
    localEmployees: 0,
    localRatio: null,
  },
  requests: {
    received: {},
    closed: {},
    openAtEnd: 0,
    turnaroundMedian: null,
    turnaroundP90: null,
    onTime: 0,
    closedWithDue: 0,
    onTimeRatio: null,
    customsValue: {},
  },
  incidents: { occurred: 0, bySeverity: {}, byCategory: {}, injured: 0, loss: {}, openAtEnd: 0 },
}
/** The figures of a park in which nothing has happened yet. */
export const emptyFigures: ReportFigures = { ...sampleFigures, current: nothing, previous: nothing }
