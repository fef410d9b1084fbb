/** Bytes no text has: control signs but those of layout, end of file and escape. */
function isControl(byte: number): boolean {
  return byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26 && byte !== 27
}

const byteOrderMarks = ['fffe', 'feff']

/** Tells while a file is read whether all of it is text, in whatever encoding. */
export class TextScan {
  isText = true
  #first = true
  /** UTF-16 has a zero in every other byte; it is text where it begins with its mark. */
  #wide = false

  /** Looks at the next piece of the file. */
  add(piece: Uint8Array): void {
    if (this.#first) this.#wide = byteOrderMarks.includes(Buffer.from(piece.subarray(0, 2)).toString('hex'))
    this.#first = false
    if (this.isText && !this.#wide) this.isText = !piece.some(isControl)
  }
}
