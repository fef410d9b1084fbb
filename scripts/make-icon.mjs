// Draws resources/icons/icon.png (512 × 512) from icon.svg; run it after changing the drawing.
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const icons = new URL('../resources/icons/', import.meta.url)
const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')

await initWasm(await readFile(wasm))
const drawing = new Resvg(await readFile(new URL('icon.svg', icons), 'utf8'), {
  fitTo: { mode: 'width', value: 512 },
})
await writeFile(new URL('icon.png', icons), drawing.render().asPng())
