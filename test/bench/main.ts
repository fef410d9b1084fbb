import { exportBench } from './export'
import { importBench } from './import'
import { reportBench } from './report'
import { searchBench } from './search'

/** What is measured without a window, each in a process of its own: `node main.js search`. */
const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  search: searchBench,
  import: importBench,
  report: reportBench,
  export: exportBench,
}

const [name = ''] = process.argv.slice(2)
const bench = benches[name]
if (!bench) throw new Error(`no benchmark ${name}`)
await bench()
