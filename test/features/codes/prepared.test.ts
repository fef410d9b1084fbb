import { expect, test } from 'vitest'
import { preparedLine } from '../../../electron/features/codes/searchables'
import { shippedCodes } from '../../../electron/features/codes/shipped'

/** After a change of the labels: `vitest run test/features/codes/prepared.test.ts --update`. */
test('the prepared pinyin and stems are those of the labels', async () => {
  const lines = (await shippedCodes('hs')).map(preparedLine).filter((line) => line !== '')
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../resources/code-lists/hs.words.tsv')
})
