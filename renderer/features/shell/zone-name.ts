import type { Language } from '@shared/kernel/language'

/** Cities of the zones parks lie in; Chromium's own names for several of them are missing or old. */
const cities: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'Asia/Almaty': { zh: '阿拉木图时间', ru: 'время Алматы', en: 'Almaty time' },
  'Asia/Aqtau': { zh: '阿克套时间', ru: 'время Актау', en: 'Aktau time' },
  'Asia/Aqtobe': { zh: '阿克托别时间', ru: 'время Актобе', en: 'Aktobe time' },
  'Asia/Bishkek': { zh: '比什凯克时间', ru: 'время Бишкека', en: 'Bishkek time' },
  'Asia/Dushanbe': { zh: '杜尚别时间', ru: 'время Душанбе', en: 'Dushanbe time' },
  'Asia/Karachi': { zh: '巴基斯坦时间', ru: 'время Пакистана', en: 'Pakistan time' },
  'Asia/Kolkata': { zh: '印度时间', ru: 'время Индии', en: 'India time' },
  'Asia/Novosibirsk': { zh: '新西伯利亚时间', ru: 'время Новосибирска', en: 'Novosibirsk time' },
  'Asia/Samarkand': { zh: '撒马尔罕时间', ru: 'время Самарканда', en: 'Samarkand time' },
  'Asia/Shanghai': { zh: '北京时间', ru: 'время Пекина', en: 'Beijing time' },
  'Asia/Tashkent': { zh: '塔什干时间', ru: 'время Ташкента', en: 'Tashkent time' },
  'Asia/Tehran': { zh: '德黑兰时间', ru: 'время Тегерана', en: 'Tehran time' },
  'Asia/Urumqi': { zh: '乌鲁木齐时间', ru: 'время Урумчи', en: 'Urumqi time' },
  'Asia/Vladivostok': { zh: '符拉迪沃斯托克时间', ru: 'время Владивостока', en: 'Vladivostok time' },
  'Asia/Yekaterinburg': { zh: '叶卡捷琳堡时间', ru: 'время Екатеринбурга', en: 'Yekaterinburg time' },
  'Europe/Minsk': { zh: '明斯克时间', ru: 'время Минска', en: 'Minsk time' },
  'Europe/Moscow': { zh: '莫斯科时间', ru: 'московское время', en: 'Moscow time' },
}

/** `UTC+05:30` of minutes ahead of UTC. */
export function offsetWords(minutes: number): string {
  const sign = minutes < 0 ? '\u2212' : '+'
  const absolute = Math.abs(Math.round(minutes))
  const two = (value: number) => String(value).padStart(2, '0')
  return `UTC${sign}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

/** A time zone in words with its present distance from UTC: `Almaty time (UTC+05:00)`. */
export function zoneName(zone: string, language: Language, offsetMinutes: number): string {
  return `${cities[zone]?.[language] ?? zone} (${offsetWords(offsetMinutes)})`
}
