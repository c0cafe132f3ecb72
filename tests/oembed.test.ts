import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DatelineError } from '../lib/errors'
import { parseAsked, toOEmbed, toXml } from '../lib/publish/oembed'

const base = 'https://dateline.example'
const ask = (params: Record<string, string>) => parseAsked(new URLSearchParams(params), base)
const answer = (params: Record<string, string>, title = 'Strikes') => toOEmbed(ask(params), title, base)
const codeOf = (params: Record<string, string>) => {
  try {
    ask(params)
  } catch (error) {
    if (error instanceof DatelineError) return error.code
  }
  return undefined
}

describe('the answer for a link', () => {
  test('is a frame of the same view', () => {
    expect(answer({ url: `${base}/?type=strike&map=5/48.0/31.0` })).toEqual({
      type: 'rich', version: '1.0', provider_name: 'Dateline', provider_url: `${base}/`, title: 'Strikes', width: 640, height: 480,
      html: `<iframe src="${base}/embed?type=strike&amp;map=5/48.00/31.00" title="Strikes" width="640" height="480" style="border:0;max-width:100%" loading="lazy"></iframe>`,
      thumbnail_url: `${base}/preview.png?type=strike&map=5/48.00/31.00`, thumbnail_width: 1200, thumbnail_height: 630,
    })
  })

  test('keeps the options of a frame’s own address and drops what means nothing', () => {
    expect(answer({ url: `${base}/embed?list=1&theme=dark&lang=uk&utm_source=x&type=stirke` }).html).toContain(`src="${base}/embed?list=1&amp;theme=dark&amp;lang=uk"`)
    expect(answer({ url: `${base}/?list=1&lang=uk` }).html).toContain(`src="${base}/embed?lang=uk"`)
  })

  test('is never larger than asked for, and its thumbnail neither', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (maxwidth, maxheight) => {
      const { width, height, thumbnail_url, thumbnail_width, thumbnail_height } = answer({ url: `${base}/`, maxwidth: String(maxwidth), maxheight: String(maxheight) })
      expect(width).toBeLessThanOrEqual(maxwidth)
      expect(height).toBeLessThanOrEqual(maxheight)
      // The three stand together or not at all.
      expect([thumbnail_width === undefined, thumbnail_height === undefined]).toEqual(Array(2).fill(thumbnail_url === undefined))
      if (thumbnail_width) expect(thumbnail_width).toBeLessThanOrEqual(maxwidth)
      if (thumbnail_height) expect(thumbnail_height).toBeLessThanOrEqual(maxheight)
    }))
  })

  test('in XML is well-formed whatever the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (title) => {
      const xml = toXml(answer({ url: `${base}/` }, title))
      expect(xml).toMatch(/^<\?xml [^>]*\?>\n<oembed>\n(?: {2}<(\w+)>[^<>]*<\/\1>\n)+<\/oembed>\n$/u)
       
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|#39);)/)
    }))
  })
})

describe('a request', () => {
  test('for an address that is not a map here finds nothing', () => {
    for (const url of ['https://evil.example/', `${base}.evil.example/`, `https://evil.example/?url=${base}`, `${base}/article/abc`, `${base}/api/incidents`, 'javascript:alert(1)', 'ftp://dateline.example/', 'nonsense', `${base}:8443/`]) {
      expect(codeOf({ url }), url).toBe('not-found')
    }
    expect(codeOf({ url: 'http://dateline.example/' })).toBeUndefined()
  })

  test('names what is broken', () => {
    expect(codeOf({})).toBe('invalid-query')
    for (const maxwidth of ['0', '-5', '1.5', 'wide', '', '99999999']) expect(codeOf({ url: `${base}/`, maxwidth }), maxwidth).toBe('invalid-query')
    expect(codeOf({ url: `${base}/`, format: 'yaml' })).toBe('not-offered')
    expect(codeOf({ url: `${base}/`, format: 'xml' })).toBeUndefined()
  })
})
