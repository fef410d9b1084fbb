import { limits } from './limits'

/** What a scan reports. Names come without their namespace prefix. */
export type XmlHandlers = {
  /** `attributes` is the raw text behind the name; read it with `attribute`. */
  readonly open: (name: string, attributes: string) => void
  /** Also called for an element that closes itself. */
  readonly close: (name: string) => void
  /** Text with its references resolved. A long text comes in several pieces. */
  readonly text?: (text: string) => void
}

export class XmlError extends Error {}

/**
 * A scanner for the XML inside workbooks, fed piece by piece with bounded memory: it never keeps more than one tag.
 * A document type is refused, so no entity but the five of XML exists and nothing outside the file is ever read.
 * Own code, because no library at hand does this: the streaming readers either keep all shared strings as objects
 * (over 1 GB for 100,000 rows) or go quadratic on a long tag. `push` and `end` throw `XmlError`.
 */
export function createXmlScanner(handlers: XmlHandlers) {
  let rest = ''
  const checked = nestingChecked(handlers)
  const scan = (text: string, last: boolean) => {
    let at = 0
    while (at < text.length) {
      const next =
        text.charCodeAt(at) === 60 ? scanMarkup(text, at, checked) : scanText(text, at, last, checked)
      if (next === at) break
      at = next
    }
    rest = text.slice(at)
    if (rest.length > limits.tagCharacters) throw new XmlError('tag too long')
  }
  return {
    push: (piece: string) => scan(rest + piece, false),
    end: () => {
      scan(rest, true)
      if (rest !== '' || checked.depth() > 0) throw new XmlError('unfinished')
    },
  }
}

/** Handlers that also see to it that every element is closed in its place: a cut part must not pass for a whole one. */
function nestingChecked(handlers: XmlHandlers): XmlHandlers & { readonly depth: () => number } {
  const names: string[] = []
  return {
    text: handlers.text,
    open: (name, attributes) => {
      if (names.push(name) > limits.nesting) throw new XmlError('nesting')
      handlers.open(name, attributes)
    },
    close: (name) => {
      if (names.pop() !== name) throw new XmlError('nesting')
      handlers.close(name)
    },
    depth: () => names.length,
  }
}

/** Reports the text up to the next tag; a reference cut by the end of the piece stays for the next one. */
function scanText(text: string, at: number, last: boolean, handlers: XmlHandlers): number {
  const tag = text.indexOf('<', at)
  let end = tag < 0 ? text.length : tag
  if (tag < 0 && !last) {
    const reference = text.lastIndexOf('&')
    if (reference >= at && text.length - reference < 12 && !text.includes(';', reference)) end = reference
  }
  if (end > at) handlers.text?.(decodeReferences(text.slice(at, end)))
  return end
}

/** Reports the tag that begins at `at` and gives the position behind it, or `at` while its end is not there yet. */
function scanMarkup(text: string, at: number, handlers: XmlHandlers): number {
  const second = text.charCodeAt(at + 1)
  if (second === 33) return scanDeclaration(text, at, handlers)
  if (second === 63) return behind(text, '?>', at + 2, at)
  const end = tagEnd(text, at)
  if (end < 0) return at
  if (second === 47) {
    handlers.close(localName(text.slice(at + 2, end).trimEnd()))
    return end + 1
  }
  const closed = text.charCodeAt(end - 1) === 47
  const content = text.slice(at + 1, closed ? end - 1 : end)
  const space = content.search(/[ \t\r\n]/)
  const name = localName(space < 0 ? content : content.slice(0, space))
  handlers.open(name, space < 0 ? '' : content.slice(space))
  if (closed) handlers.close(name)
  return end + 1
}

function scanDeclaration(text: string, at: number, handlers: XmlHandlers): number {
  if (text.length < at + 9) return at
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4, at)
  if (!text.startsWith('<![CDATA[', at)) throw new XmlError('document type')
  const end = text.indexOf(']]>', at)
  if (end < 0) return at
  handlers.text?.(text.slice(at + 9, end))
  return end + 3
}

function behind(text: string, mark: string, from: number, otherwise: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? otherwise : found + mark.length
}

/** Position of the `>` that ends a tag; one inside a quoted attribute does not count. */
function tagEnd(text: string, at: number): number {
  const end = text.indexOf('>', at)
  if (end < 0 || !hasOpenQuote(text, at, end)) return end
  let quote = 0
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quote === 0 && code === 62) return i
    if (code === quote) quote = 0
    else if (quote === 0 && (code === 34 || code === 39)) quote = code
  }
  return -1
}

function hasOpenQuote(text: string, from: number, to: number): boolean {
  let quote = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === quote) quote = 0
    else if (quote === 0 && (code === 34 || code === 39)) quote = code
  }
  return quote !== 0
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Resolves `&amp;`, `&#1047;`, `&#x417;`; an unknown reference is an error, since there is no document type. */
function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]{1,10});?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) throw new XmlError('reference')
    if (!name.startsWith('#')) return named[name] ?? reject()
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reject()
  })
}

function reject(): never {
  throw new XmlError('reference')
}

const patterns = new Map<string, RegExp>()

/** One attribute's value out of the raw text of a tag; a name without prefix also finds the prefixed attribute. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name)
  if (!pattern) {
    pattern = new RegExp(`[ \\t\\r\\n](?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
  }
  const found = pattern.exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : decodeReferences(value)
}
