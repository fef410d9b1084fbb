import antd from 'antd/locale/ru_RU'
import { byNamespace, type LanguagePack } from './load'

const modules = import.meta.glob<Record<string, string>>(
  ['@resources/locales/ru/*.json', '!@resources/locales/ru/cli.json'],
  { eager: true, import: 'default' },
)

export const pack: LanguagePack = { texts: byNamespace(modules), antd }
