/**
 * A recovery key as it stands on paper: 160 bits in Crockford's base 32 (no I, L, O and U), then three signs that tell
 * a slip of the pen, seven groups of five in all.
 */

export const recoveryKeyBytes = 20

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keySigns = 32
const checkSigns = 3
const groupLength = 5

/** What people write or type for another sign: alike in print, or the same key on a Cyrillic keyboard's layout. */
const alike: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
}

/** CRC-15/CAN over the values of the signs, five bits each: no wrong sign and no two signs exchanged stay unseen. */
function checkOf(values: readonly number[]): readonly number[] {
  let rest = 0x7fff
  for (const value of values) {
    for (let bit = 4; bit >= 0; bit -= 1) {
      const out = ((rest >> 14) ^ (value >> bit)) & 1
      rest = ((rest << 1) & 0x7fff) ^ (out === 1 ? 0x4599 : 0)
    }
  }
  return [rest >> 10, (rest >> 5) & 31, rest & 31]
}

function toValues(bytes: Uint8Array): number[] {
  const values: number[] = []
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) values.push((held >> (bits - 5)) & 31)
    held &= (1 << bits) - 1
  }
  return values
}

function toBytes(values: readonly number[]): Uint8Array {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const value of values) {
    held = (held << 5) | value
    for (bits += 5; bits >= 8; bits -= 8) bytes.push((held >> (bits - 8)) & 255)
    held &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}

/** The key as it is shown and printed: `XXXXX-XXXXX-…`, of 20 random bytes. */
export function formatRecoveryKey(bytes: Uint8Array): string {
  if (bytes.length !== recoveryKeyBytes) throw new Error(`a recovery key has ${recoveryKeyBytes} bytes`)
  const values = toValues(bytes)
  const signs = [...values, ...checkOf(values)].map((value) => alphabet.charAt(value)).join('')
  return (signs.match(new RegExp(`.{${groupLength}}`, 'gu')) ?? []).join('-')
}

/** The 20 bytes of a key as somebody typed it: any case, any spaces and dashes; null where it is none. */
export function parseRecoveryKey(text: string): Uint8Array | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
  const values = [...plain].map((sign) => alphabet.indexOf(alike[sign] ?? sign))
  if (values.length !== keySigns + checkSigns || values.includes(-1)) return null
  const key = values.slice(0, keySigns)
  const given = values.slice(keySigns)
  return checkOf(key).every((value, index) => value === given[index]) ? toBytes(key) : null
}
