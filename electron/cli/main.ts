import { printByElectron } from '../features/reports'
import { setWorkerFile } from '../data/run-task'
import { runCli } from './program'

/** The command line on plain Node. */

setWorkerFile(new URL('./worker.js', import.meta.url))

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.once('SIGTERM', () => stop.abort())

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  message: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY,
  env: process.env,
  printPdfs: printByElectron,
  signal: stop.signal,
})
