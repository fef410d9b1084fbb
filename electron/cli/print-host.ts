// An application of its own for the command line: prints the documents of a job to PDF and ends.
import { readFile, writeFile } from 'node:fs/promises'
import { app, protocol } from 'electron'
import { printPdf } from '../app/print'
import { reasonMark, type PrintJob } from '../features/reports/print-job'

const jobArgument = '--print-job='

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

void print().then(
  () => app.exit(0),
  (error: unknown) => {
    process.stderr.write(`${reasonMark}${error instanceof Error ? error.message : String(error)}\n`)
    app.exit(1)
  },
)

async function print(): Promise<void> {
  const argument = process.argv.find((text) => text.startsWith(jobArgument))
  if (argument === undefined) throw new Error(`${jobArgument}FILE is missing`)
  const job = JSON.parse(await readFile(argument.slice(jobArgument.length), 'utf8')) as PrintJob
  await app.whenReady()
  // Between two documents there is a moment without a window, which must not end the program.
  app.on('window-all-closed', () => undefined)
  for (const { html, pdf } of job.documents)
    await writeFile(pdf, await printPdf(await readFile(html, 'utf8')))
}
