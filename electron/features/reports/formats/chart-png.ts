import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { trueType } from '../../../platform/fonts'
import { shippedFile } from '../../../platform/shipped-files'
import type { DrawnChart } from './chart-svg'

// Word and Excel show the picture at 96 pixels an inch; three times that prints sharp.
const sharpness = 3

let ready: Promise<readonly Uint8Array[]> | undefined

async function prepare(): Promise<readonly Uint8Array[]> {
  // A package carries the file on its own, a checkout has it where npm put it.
  const wasm =
    shippedFile('resvg.wasm') ?? createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(wasm))
  return Promise.all(
    ['noto-sans-latin-400.woff', 'noto-sans-cyrillic-400.woff', 'noto-sans-sc-400.woff'].map(trueType),
  )
}

/** A chart as a picture, for programs that read no SVG. */
export async function chartPng(chart: DrawnChart): Promise<Uint8Array> {
  const fonts = await (ready ??= prepare())
  const image = new Resvg(chart.svg, {
    fitTo: { mode: 'width', value: chart.width * sharpness },
    background: '#ffffff',
    font: { fontBuffers: [...fonts], defaultFontFamily: 'Noto Sans' },
  })
  return image.render().asPng()
}
