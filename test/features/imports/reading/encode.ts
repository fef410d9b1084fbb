type TableEncoding = 'windows-1251' | 'koi8-r' | 'ibm866' | 'gb18030'

const tables = new Map<TableEncoding, ReadonlyMap<string, readonly number[]>>()

/** Bytes of a text in an encoding `TextEncoder` does not write, found by decoding every sequence of bytes. */
export function encode(text: string, encoding: TableEncoding | 'utf-8' | 'utf-16le' | 'utf-16be'): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tables.get(encoding) ?? buildTable(encoding)
  const bytes: number[] = []
  for (const character of text) {
    const found = table.get(character)
    if (!found) throw new Error(`${encoding} has no ${character}`)
    bytes.push(...found)
  }
  return Buffer.from(bytes)
}

function buildTable(encoding: TableEncoding): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  const take = (...bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes))
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
      table.set(character, bytes)
  }
  for (let byte = 0; byte < 256; byte++) take(byte)
  if (encoding === 'gb18030') {
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) take(lead, trail)
    // the four byte sequences of Latin letters and signs
    for (let third = 0x81; third < 0xff; third++) {
      for (let digits = 0; digits < 100; digits++)
        take(0x81, 0x30 + Math.floor(digits / 10), third, 0x30 + (digits % 10))
    }
  }
  tables.set(encoding, table)
  return table
}
