import log from 'electron-log/node'
import { join } from 'node:path'

/** Writes lines to `logs/parkdesk.log` beside the data; at most 5 MB, then the older half is kept aside. */
export function openLog(folder: string): (line: string) => void {
  log.transports.file.resolvePathFn = () => join(folder, 'logs', 'parkdesk.log')
  log.transports.file.maxSize = 5 * 1024 * 1024
  log.transports.console.level = false
  return (line) => log.info(line)
}
