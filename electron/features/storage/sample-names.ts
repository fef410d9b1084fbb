import type { Random } from './random'
import { pick } from './random'

const placesZh = ['新疆', '山东', '浙江', '陕西', '甘肃', '江苏', '河南', '广东', '黑龙江', '四川'] as const
const placesRu = [
  'Синьцзян',
  'Шаньдун',
  'Чжэцзян',
  'Шэньси',
  'Ганьсу',
  'Цзянсу',
  'Хэнань',
  'Гуандун',
  'Хэйлунцзян',
  'Сычуань',
] as const
const placesEn = [
  'Xinjiang',
  'Shandong',
  'Zhejiang',
  'Shaanxi',
  'Gansu',
  'Jiangsu',
  'Henan',
  'Guangdong',
  'Heilongjiang',
  'Sichuan',
] as const
const brandsZh = ['天山', '丝路', '昆仑', '新星', '北方', '金桥', '东风岭', '绿洲', '远山', '长河'] as const
const brandsRu = [
  'Тянь-Шань',
  'Шёлковый путь',
  'Куньлунь',
  'Новая звезда',
  'Север',
  'Золотой мост',
  'Восточный ветер',
  'Оазис',
  'Дальние горы',
  'Большая река',
] as const
const brandsEn = [
  'Tianshan',
  'Silk Road',
  'Kunlun',
  'New Star',
  'North',
  'Golden Bridge',
  'East Wind',
  'Oasis',
  'Far Mountain',
  'Long River',
] as const
const tradesZh = [
  '农机制造',
  '建材',
  '纺织',
  '食品',
  '电子',
  '化工',
  '物流',
  '汽车零部件',
  '软件',
  '包装',
] as const
const tradesRu = [
  'Агромаш',
  'Строй',
  'Текстиль',
  'Пищепром',
  'Электро',
  'Хим',
  'Логистик',
  'Автодеталь',
  'Софт',
  'Упаковка',
] as const
const tradesEn = [
  'Agri-Machinery',
  'Building Materials',
  'Textiles',
  'Foods',
  'Electronics',
  'Chemicals',
  'Logistics',
  'Auto Parts',
  'Software',
  'Packaging',
] as const
const formsRu = { KZ: 'ТОО', KG: 'ОсОО', RU: 'ООО', BY: 'ООО', UZ: 'ООО', TJ: 'ООО' } as const

export type InventedName = {
  readonly name: string
  readonly nameZh: string | null
  readonly nameRu: string
  readonly nameEn: string
  readonly trade: number
}

/** An invented company's names; `serial` keeps them apart from one another. */
export function inventName(country: string, serial: number, random: Random): InventedName {
  const place = pick(placesZh.length, random)
  const brand = serial % brandsZh.length
  const trade = Math.floor(serial / brandsZh.length) % tradesZh.length
  const round = Math.floor(serial / (brandsZh.length * tradesZh.length))
  const number = round === 0 ? '' : ` ${round + 1}`
  const english = `${brandsEn[brand]} ${tradesEn[trade]}${number}`
  if (country === 'CN') {
    const nameZh = `${placesZh[place]}${brandsZh[brand]}${tradesZh[trade]}${round === 0 ? '' : round + 1}有限公司`
    const nameRu = `${placesRu[place]} ${brandsRu[brand]} ${tradesRu[trade]}${number}`
    return { name: nameZh, nameZh, nameRu, nameEn: `${placesEn[place]} ${english} Co., Ltd.`, trade }
  }
  const form = Object.hasOwn(formsRu, country) ? formsRu[country as keyof typeof formsRu] : 'LLC'
  const nameRu = `${form} «${brandsRu[brand]} ${tradesRu[trade]}${number}»`
  const name = form === 'LLC' ? `${english} LLC` : nameRu
  return { name, nameZh: null, nameRu, nameEn: `${english} LLC`, trade }
}

export const sectorNames = {
  zh: [
    '农业机械制造',
    '建材',
    '纺织',
    '食品加工',
    '电子',
    '化工',
    '物流仓储',
    '汽车零部件',
    '软件服务',
    '包装',
  ],
  ru: [
    'Сельхозмашиностроение',
    'Стройматериалы',
    'Текстиль',
    'Пищевая переработка',
    'Электроника',
    'Химия',
    'Логистика и склад',
    'Автокомпоненты',
    'Программное обеспечение',
    'Упаковка',
  ],
  en: [
    'Agricultural machinery',
    'Building materials',
    'Textiles',
    'Food processing',
    'Electronics',
    'Chemicals',
    'Warehousing',
    'Auto parts',
    'Software',
    'Packaging',
  ],
} as const
