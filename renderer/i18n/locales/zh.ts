import antd from 'antd/locale/zh_CN'
import { byNamespace, type LanguagePack } from './load'

const modules = import.meta.glob<Record<string, string>>(
  ['@resources/locales/zh/*.json', '!@resources/locales/zh/cli.json'],
  { eager: true, import: 'default' },
)

export const pack: LanguagePack = { texts: byNamespace(modules), antd }
