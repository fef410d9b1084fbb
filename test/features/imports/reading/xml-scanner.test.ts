import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  attribute,
  createXmlScanner,
  XmlError,
} from '../../../../electron/features/imports/reading/xml-scanner'

/** What a scan reports when the XML comes in these pieces; neighbouring texts count as one. */
function scan(pieces: readonly string[]): readonly string[] {
  const events: string[] = []
  let text = ''
  const put = (event: string) => {
    if (text !== '') events.push(`text ${text}`)
    text = ''
    events.push(event)
  }
  const scanner = createXmlScanner({
    open: (name, attributes) => put(`open ${name}${attributes.trimEnd()}`),
    close: (name) => put(`close ${name}`),
    text: (piece) => (text += piece),
  })
  for (const piece of pieces) scanner.push(piece)
  scanner.end()
  return events
}

const document =
  '<?xml version="1.0"?><!-- a > b --><x:sheet a="1>0" b=\'"\'><row/><c r="A1">Б&amp;&#x4F01;&#1047;&lt;</c><t><![CDATA[<&]]></t ></x:sheet>'

it('reports elements, attributes and texts', () => {
  expect(scan([document])).toEqual([
    'open sheet a="1>0" b=\'"\'',
    'open row',
    'close row',
    'open c r="A1"',
    'text Б&企З<',
    'close c',
    'open t',
    'text <&',
    'close t',
    'close sheet',
  ])
})

it('reports the same however the document is cut into pieces', () => {
  const whole = scan([document])
  fc.assert(
    fc.property(fc.array(fc.nat(document.length), { maxLength: 20 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), document.length]
      expect(scan(places.slice(1).map((end, i) => document.slice(places[i], end)))).toEqual(whole)
    }),
    { numRuns: 500 },
  )
})

it('gives back every text that was escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = [...text].map((c) => (/[<&>]/.test(c) ? `&#${c.codePointAt(0)};` : c)).join('')
      const expected = text === '' ? [] : [`text ${text}`]
      expect(scan([`<a>${escaped}</a>`])).toEqual(['open a', ...expected, 'close a'])
    }),
  )
})

it.each([
  ['<!DOCTYPE a><a/>'],
  ['<a>&unknown;</a>'],
  ['<a>& b</a>'],
  ['<a>&#1114112;</a>'],
  ['<a>&#0;</a>'],
  ['<a b="'],
  ['<a'],
  ['<!-- open'],
  ['<a><b></a></b>'],
  ['<a>'],
  ['</a>'],
  [`<a b="${'x'.repeat(70_000)}"`],
])('refuses %.40s', (text) => {
  expect(() => scan([text])).toThrow(XmlError)
})

it('finds attributes by their whole name', () => {
  const attributes = ' sheetId="1" name="A &amp; B" r:id = \'rId7\' id2="x"'
  expect(attribute(attributes, 'id')).toBe('rId7')
  expect(attribute(attributes, 'name')).toBe('A & B')
  expect(attribute(attributes, 'Id')).toBeUndefined()
})
