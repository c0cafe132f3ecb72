import { describe, expect, it } from 'vitest'
import { DatelineError } from '../lib/errors'
import { readArticle } from '../lib/read/article'
import { readFile } from '../lib/read/file'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('front matter', () => {
  it('gives title, date, publisher and address, and is no part of the text', () => {
    const [input] = readFile('a.md', bytes('---\ntitle: "Rain: a \\"record\\""\ndate: 2025-06-13\nsource: The Desk\nurl: https://example.org/a?b=1#c\nplace: Oslo\ntags:\n  - weather\n---\n\nOSLO — Rain fell.\n'))
    expect(input).toMatchObject({ text: 'OSLO — Rain fell.\n', title: 'Rain: a "record"', published: '2025-06-13', publisher: 'The Desk', url: 'https://example.org/a?b=1#c' })
    expect(readArticle(input!).publishedBasis).toBe('front-matter')
  })
  it('is optional, and a rule line is not one', () => {
    expect(readFile('a.txt', bytes('Rain fell.'))).toEqual([{ text: 'Rain fell.' }])
    expect(readFile('a.txt', bytes('Rain fell.\n---\nSnow fell.\n---\n'))[0]!.text).toBe('Rain fell.\n---\nSnow fell.\n---\n')
    expect(readFile('a.txt', bytes('---\nRain fell without end'))[0]!.text).toBe('---\nRain fell without end')
  })
  it('with a date that does not exist is refused when read', () => {
    const [input] = readFile('a.txt', bytes('---\ndate: 2025-02-30\n---\nRain fell.'))
    expect(() => readArticle(input!)).toThrow('2025-02-30')
  })
  it('with Windows line ends and a byte order mark is the same', () => {
    expect(readFile('a.txt', bytes('\uFEFF---\r\ntitle: Rain\r\n---\r\n\r\nRain fell.'))).toMatchObject([{ title: 'Rain', text: 'Rain fell.' }])
  })
})

describe('a web page', () => {
  const page = '<!doctype html><html><head><title>Rain &amp; snow</title><style>p{}</style></head><body><nav>Home</nav><h1>Rain</h1><p>Rain fell in <b>Oslo</b>&#x2019;s port.</p><script>alert("</p>Paris")</script><!-- Rome --><p data-x="a>b">5 &lt; 6&nbsp;km &eacute;</p></body></html>'
  it('is its text, paragraph by paragraph, without scripts', () => {
    expect(readFile('a.html', bytes(page))).toEqual([{ title: 'Rain & snow', text: 'Rain\n\nRain fell in Oslo’s port.\n\n5 < 6 km é' }])
  })
  it('with an unclosed script loses the script and not its head', () => {
    expect(readFile('a.html', bytes('<p>Rain fell.</p><script>let a = "Paris"'))[0]!.text).toBe('Rain fell.')
  })
})

describe('JSON Lines', () => {
  it('give one article a line, and a bad line does not stop the others', () => {
    const inputs = readFile('a.jsonl', bytes('{"id":7,"text":"Rain fell.","published":"2025-01-02"}\nnot json\n\n{"text":5}\n{"text":"Snow fell.","title":null}\n'))
    expect(inputs).toHaveLength(4)
    expect(inputs[0]).toMatchObject({ id: '7', text: 'Rain fell.', published: '2025-01-02' })
    expect(() => readArticle(inputs[1]!)).toThrow('Line 2 of a.jsonl')
    expect(() => readArticle(inputs[2]!)).toThrow('Line 4 of a.jsonl')
    expect(inputs[3]).toEqual({ text: 'Snow fell.' })
  })
})

describe('bytes that are no text', () => {
  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['noise', Uint8Array.from({ length: 400 }, (_, i) => 128 + ((i * 37) % 128))],
  ])('are refused: %s', (_, data) => {
    expect(() => readFile('x.txt', data)).toThrow(DatelineError)
    expect(() => readFile('x.txt', data)).toThrow('x.txt is not text')
  })
  it('but old encodings and UTF-16 are text', () => {
    expect(readFile('x.txt', Uint8Array.from(Buffer.from('Rain fell in Orléans, and then it snowed for a week.', 'latin1')))[0]!.text).toContain('Orléans')
    expect(readFile('x.txt', Uint8Array.from([0xff, 0xfe, ...Buffer.from('Rain fell.', 'utf16le')]))[0]!.text).toBe('Rain fell.')
  })
})
