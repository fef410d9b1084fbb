/** Attempts of one kind that are written down one by one; after that every tenfold, so that nobody floods the log. */
const eachUpTo = 10

let report: (line: string) => void = () => undefined
const attempts = new Map<string, number>()

/** Sends what the guards refuse to the program's log from now on, and counts from the beginning. */
export function reportRefusals(to: (line: string) => void): void {
  report = to
  attempts.clear()
}

/**
 * Writes down an attempt that a guard refused.
 *
 * @param kind one of a few: attempts are counted by it
 * @param from who tried, or where to; never anything of a record
 */
export function noteRefusal(kind: string, from = ''): void {
  const count = (attempts.get(kind) ?? 0) + 1
  attempts.set(kind, count)
  if (count > eachUpTo && !Number.isInteger(Math.log10(count))) return
  const times = count > eachUpTo ? ` (${count} times)` : ''
  report(`refused: ${kind}${from === '' ? '' : ` ${plain(from)}`}${times}`)
}

/** One short line of it, whatever a page put there. */
function plain(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 100)
}

/** An address as far as it may stand in a log: its path may hold what somebody typed. */
export function placeOf(url: string): string {
  try {
    const { protocol, host } = new URL(url)
    return host === '' ? protocol : `${protocol}//${host}`
  } catch {
    return 'no address'
  }
}
