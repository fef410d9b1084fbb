/** Letters and digits of the two alphabets, of which each font has a file, in the weights of text and headings. */
const wanted = ['400 13px "Noto Sans", "Noto Sans SC"', '600 13px "Noto Sans", "Noto Sans SC"'] as const
const letters = 'a0я'

/**
 * Reads the fonts the first screen is written in. Before they are there Chromium looks for another font on the system,
 * once for every part of a Chinese font, which takes longer than drawing the screen; and everything moved again when
 * they came. Without them the screen is written in the system's font.
 */
export async function firstFonts(): Promise<void> {
  await Promise.allSettled(wanted.map((font) => document.fonts.load(font, letters)))
}
