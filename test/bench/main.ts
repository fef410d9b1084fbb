import { codesBench } from './codes'
import { exportBench } from './export'
import { importBench } from './import'
import { pageBench } from './page'
import { reportBench } from './report'
import { searchBench } from './search'
import { stallBench } from './stall'
import { startBench } from './start'

/** What is measured, each in a process of its own: `node main.js search`. */
const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  search: searchBench,
  codes: codesBench,
  import: importBench,
  report: reportBench,
  export: exportBench,
  start: startBench,
  page: pageBench,
  stall: stallBench,
}

const [name = ''] = process.argv.slice(2)
const bench = benches[name]
if (!bench) throw new Error(`no benchmark ${name}`)
await bench()
