import { sanitiseLine } from '../../kernel/text'

/** Longest name in bytes of UTF-8; file systems take 255, and a copy being written has a longer one for a while. */
const longest = 180

/** Signs that separate folders, name streams (the colon of NTFS) or are refused by one system or another. */
const separators = /[/\\:*?"<>|]/gu

/** Format characters, direction overrides among them; the joiners are kept, Persian and Hindi need them. */
const unseen = /(?![\u200c\u200d])\p{Cf}|\p{Cs}/gu

/** Names Windows keeps for devices, whatever their ending. */
const device =
  /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$)\s*(?:\.|$)/iu

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x80) bytes += 1
    else if (code < 0x800) bytes += 2
    else bytes += code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** The ending of a name without its dot, in lower case; empty where there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}

/**
 * A file's name as it is shown and offered for saving: one line without control and direction characters, separators,
 * streams, device names, or dots and spaces at its ends, so that it means the same to the eye and to every file system.
 */
export function safeFileName(name: string): string {
  const plain = trimmed(sanitiseLine(name.replace(separators, '_')).replace(unseen, '').replace(/\s+/gu, ' '))
  const named = plain === '' ? 'file' : plain
  return shortened(device.test(named) ? `_${named}` : named)
}

/** Windows drops dots and spaces at the end without a word. */
function trimmed(name: string): string {
  return name.replace(/[. ]+$/u, '').trimStart()
}

/** Cuts the part before the ending. */
function shortened(name: string): string {
  if (utf8Length(name) <= longest) return name
  const extension = extensionOf(name)
  const ending = extension === '' || utf8Length(extension) > 10 ? '' : name.slice(-extension.length - 1)
  let stem = ''
  for (const sign of name.slice(0, name.length - ending.length)) {
    if (utf8Length(stem) + utf8Length(sign) + utf8Length(ending) > longest) break
    stem += sign
  }
  return `${trimmed(stem)}${ending}`
}
