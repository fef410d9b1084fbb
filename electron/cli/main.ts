import { printByElectron } from '../features/reports'
import { setWorkerFile } from '../data/run-task'
import { makeFilesPrivate } from '../platform/private-files'
import { readLines, takeEnvironment } from './caller'
import { runCli } from './program'

/** The command line on plain Node. */

makeFilesPrivate()
setWorkerFile(new URL('./worker.js', import.meta.url))

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is no failure; what was begun is finished.
    if (error.code !== 'EPIPE') throw error
  })
}

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.once('SIGTERM', () => stop.abort())

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  message: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY,
  env: takeEnvironment(),
  readLines,
  printPdfs: printByElectron,
  signal: stop.signal,
})
