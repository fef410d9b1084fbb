// `npm start`: opens the application; where there is no display it does the main job without a window instead.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runtimeEnvironment } from './electron-runtime.mjs'
import { fail, say } from './lib/log.mjs'
import { reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { inProject, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { hasDisplay } from './lib/system-packages.mjs'
import { setUp } from './setup.mjs'

const sampleFolder = inProject('out', 'sample')
const data = join(sampleFolder, 'data')
const reports = join(sampleFolder, 'reports')
const park = [
  ['--time-zone', 'Asia/Almaty'],
  ['--currency', 'CNY'],
  ['--name-en', 'Sample Industrial Park'],
  ['--name-zh', '示范产业园'],
  ['--name-ru', 'Образцовый индустриальный парк'],
].flat()

async function openWindow(runtime) {
  // Chromium's sandbox does not start for root; the application itself never switches it off.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const { status } = await run(runtime.executable, [...asRoot, root, ...process.argv.slice(2)], {
    env: runtimeEnvironment(runtime),
  })
  return status
}

/** One command of the command line on the sample park; ends the program when it fails. */
async function command(runtime, name, ...args) {
  const cli = inProject('out', 'main', 'cli.js')
  const { status } = await run(process.execPath, [cli, name, ...args, '--data', data], {
    env: runtimeEnvironment(runtime),
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) fail(`parkdesk ${name} ended with status ${status}`, status)
}

async function fillSamplePark(runtime) {
  const samples = inProject('resources', 'sample-park')
  const files = existsSync(samples) ? readdirSync(samples) : []
  const workbooks = ['tenants', 'requests', 'incidents'].map((register) => [
    register,
    files.find((file) => file.startsWith(register) && /\.(xlsx|csv)$/.test(file)),
  ])
  if (workbooks.every(([, file]) => file)) {
    for (const [register, file] of workbooks) await command(runtime, 'import', register, join(samples, file))
  } else {
    await command(runtime, 'demo', '--tenants', '60', '--requests', '900', '--incidents', '90', '--seed', '1')
  }
}

async function workWithoutWindow(runtime) {
  say('there is no display here, so no window can be opened.')
  say('Making a sample park and its report of October 2026 on the command line instead.')
  rmSync(sampleFolder, { recursive: true, force: true })
  await command(runtime, 'init', ...park)
  await fillSamplePark(runtime)
  const formats = ['--lang', 'zh,ru,en', '--format', 'pdf,xlsx,docx,csv,json']
  await command(runtime, 'report', 'monthly', '--period', '2026-10', ...formats, '--out', reports)
  process.stdout.write(`The reports are in ${reports}:\n`)
  for (const file of readdirSync(reports).sort())
    process.stdout.write(`  ${join(relative(root, reports), file)}\n`)
  return 0
}

await ensureNode24()
const runtime = await setUp().catch(reportFailure)
process.exitCode = await (hasDisplay() ? openWindow(runtime) : workWithoutWindow(runtime))
