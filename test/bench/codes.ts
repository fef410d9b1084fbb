import { createInMemory } from '../../electron/data/connection'
import { codebookOf } from '../../electron/features/codes/codebook'
import { shippedCodes } from '../../electron/features/codes/shipped'
import { interleaved, median, percentile, printBudget, timeOfAsync } from './measure'

const at = '2026-11-20'
const limit = 20
const rounds = 20
const maximumMs = 30

/** What people type on the way to a code: whole words, their beginnings, characters, pinyin, stems, digits. */
const texts = [
  ['小麦', '麦', '机', '其他', '拖拉机', '集装箱'],
  ['wheat', 'w', 'wh', 'machine', 'parts of machines', 'other than'],
  ['пшеница', 'п', 'машины', 'изделия из', 'ёмкости'],
  ['xiaomai', 'xm', 'ji', 'tuolaji'],
  ['', '1', '10', '1001', '100119', '8609'],
].flat()

/** Search of the goods nomenclature against looking through its English texts for the same words. */
export async function codesBench(): Promise<void> {
  const db = createInMemory()
  const shipped = await shippedCodes('hs')
  const english = shipped.map(({ labels }) => (labels.en ?? '').toLowerCase())
  const first: Record<string, number> = {}
  for (const text of ['1001', '小麦', 'пшеница', 'xiaomai']) {
    const ms = await timeOfAsync(async () => (await codebookOf(db, 'hs')).find(text, at, limit))
    first[text] = Math.round(ms * 10) / 10
  }
  const book = await codebookOf(db, 'hs')
  const ours: number[] = []
  const bare: number[] = []
  for (const text of texts) {
    const [found = [], looked = []] = interleaved(rounds, [
      () => book.find(text, at, limit),
      () => english.filter((label) => label.includes(text)).slice(0, limit),
    ])
    ours.push(...found)
    bare.push(...looked)
  }
  db.close()
  const figure = percentile(ours, 0.95)
  printBudget({
    budget: 'code search, p95, goods nomenclature',
    figure,
    unit: 'ms',
    reference: percentile(bare, 0.95),
    limit: '≤ 30 ms',
    ok: figure <= maximumMs,
    detail: {
      reference: 'each English text of the list asked whether it includes what was typed',
      codes: shipped.length,
      queries: texts.length,
      median: Math.round(median(ours) * 100) / 100,
      firstMs: first,
    },
  })
}
