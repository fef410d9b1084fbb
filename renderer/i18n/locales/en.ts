import antd from 'antd/locale/en_US'
import { byNamespace, type LanguagePack } from './load'

const modules = import.meta.glob<Record<string, string>>(
  ['@resources/locales/en/*.json', '!@resources/locales/en/cli.json'],
  { eager: true, import: 'default' },
)

export const pack: LanguagePack = { texts: byNamespace(modules), antd }
