import type { Language } from '@shared/kernel/language'
import enAudit from '@resources/locales/en/audit.json'
import enCli from '@resources/locales/en/cli.json'
import enErrors from '@resources/locales/en/errors.json'
import enExports from '@resources/locales/en/exports.json'
import enImports from '@resources/locales/en/imports.json'
import enMenu from '@resources/locales/en/menu.json'
import enReports from '@resources/locales/en/reports.json'
import ruAudit from '@resources/locales/ru/audit.json'
import ruCli from '@resources/locales/ru/cli.json'
import ruErrors from '@resources/locales/ru/errors.json'
import ruExports from '@resources/locales/ru/exports.json'
import ruImports from '@resources/locales/ru/imports.json'
import ruMenu from '@resources/locales/ru/menu.json'
import ruReports from '@resources/locales/ru/reports.json'
import zhAudit from '@resources/locales/zh/audit.json'
import zhCli from '@resources/locales/zh/cli.json'
import zhErrors from '@resources/locales/zh/errors.json'
import zhExports from '@resources/locales/zh/exports.json'
import zhImports from '@resources/locales/zh/imports.json'
import zhMenu from '@resources/locales/zh/menu.json'
import zhReports from '@resources/locales/zh/reports.json'

/** The namespaces that are needed outside the window. */
export const localeResources: Readonly<
  Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>
> = {
  en: {
    audit: enAudit,
    cli: enCli,
    errors: enErrors,
    exports: enExports,
    imports: enImports,
    menu: enMenu,
    reports: enReports,
  },
  ru: {
    audit: ruAudit,
    cli: ruCli,
    errors: ruErrors,
    exports: ruExports,
    imports: ruImports,
    menu: ruMenu,
    reports: ruReports,
  },
  zh: {
    audit: zhAudit,
    cli: zhCli,
    errors: zhErrors,
    exports: zhExports,
    imports: zhImports,
    menu: zhMenu,
    reports: zhReports,
  },
}
