/** One budget as it was measured: a ratio to something bare on the same machine in the same run. */
export type BudgetLine = {
  readonly budget: string
  readonly figure: number
  readonly unit: 'ms' | 'ms per row'
  readonly reference: number
  readonly limit: string
  readonly ok: boolean
  readonly detail: Readonly<Record<string, unknown>>
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

/** Prints a budget as one line of JSON. */
export function printBudget(line: BudgetLine): void {
  const { budget, figure, unit, reference, limit, ok, detail } = line
  const ratio = rounded(figure / reference)
  process.stdout.write(
    `${JSON.stringify({ budget, figure: rounded(figure), unit, reference: rounded(reference), ratio, limit, ok, detail })}\n`,
  )
}

/** Says on standard error what is being done. */
export function say(text: string): void {
  process.stderr.write(`bench: ${text}\n`)
}

/** The value below which the fraction of all values lies, by the nearest rank. */
export function percentile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * fraction) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Milliseconds that work takes. */
export function timeOf(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

export async function timeOfAsync(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Times several pieces of work in turn, so that what else the machine does hits each alike; one untimed round first. */
export function interleaved(rounds: number, works: readonly (() => unknown)[]): number[][] {
  for (const work of works) work()
  const times: number[][] = works.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    works.forEach((work, index) => times[index]?.push(timeOf(work)))
  }
  return times
}

/** The largest resident memory this process has had, in MB. */
export function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
