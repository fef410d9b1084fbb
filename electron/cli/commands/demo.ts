import { AppError } from '@shared/contract/result'
import { parseDateTime } from '@shared/kernel/parse-date'
import { zonedToUtc } from '@shared/kernel/zone'
import { parkState } from '../../data/connection'
import { createPark } from '../../features/storage'
import { wholeNumber } from '../options'
import type { CommandMaker } from '../program'

type Options = {
  readonly tenants: string
  readonly requests: string
  readonly incidents: string
  readonly seed: string
  readonly until: string
}

/** The park a sample gets where there is none yet. */
const samplePark = {
  nameZh: '示范产业园',
  nameRu: 'Образцовый индустриальный парк',
  nameEn: 'Sample industrial park',
  timeZone: 'Asia/Almaty',
  currency: 'CNY',
  country: 'KZ',
} as const

const most = 10_000_000

/** `demo`: an invented park; the same seed, sizes and day make the same rows. */
export const addDemo: CommandMaker = (program, t, run) => {
  const command = program.command('demo').description(t('cli:help.demo'))
  command
    .option('--tenants <n>', t('cli:option.count'), '60')
    .option('--requests <n>', t('cli:option.count'), '900')
    .option('--incidents <n>', t('cli:option.count'), '90')
    .option('--seed <n>', t('cli:option.seed'), '1')
    .option('--until <date>', t('cli:option.until'), '2026-11-01')
  run<Options>(command, async (session, options) => {
    const count = (value: string, option: string) => wholeNumber(value, option, [0, most], session.t)
    const input = {
      tenants: count(options.tenants, '--tenants'),
      requests: count(options.requests, '--requests'),
      incidents: count(options.incidents, '--incidents'),
      seed: count(options.seed, '--seed'),
      anchor: anchorOf(options.until),
    }
    if (parkState(session.folder) === 'missing') createPark(session.folder, samplePark).close()
    await session.admit('storage.addSample')
    const made = await session.runTask('storage.demo', input)
    session.answer(made, [session.t('cli:demo.done', made)])
  })
}

function anchorOf(text: string): number {
  const reading = parseDateTime(text)
  if (!reading.ok) throw new AppError('invalid_date', { value: text })
  return zonedToUtc(reading.date, undefined, 'UTC')
}
