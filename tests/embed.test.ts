import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publicAddress } from '../lib/address'
import { embedDefaults, embedHref, embedSnippet, parseEmbed, themes, type EmbedOptions } from '../lib/embed'
import { parseView } from '../lib/query'
import { locales } from '../lib/text'
import { incidentTypes } from '../lib/taxonomy'
import type { View } from '../lib/view'

const anyOptions: fc.Arbitrary<EmbedOptions> = fc.record(
  { timeline: fc.boolean(), list: fc.boolean(), legend: fc.boolean(), theme: fc.constantFrom(...themes), lang: fc.constantFrom(...locales) },
  { requiredKeys: ['timeline', 'list', 'legend'] },
)
const anyView: fc.Arbitrary<View> = fc.record(
  {
    type: fc.uniqueArray(fc.constantFrom(...incidentTypes), { minLength: 1 }),
    q: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((text) => text.trim()).filter((text) => text.length > 0),
    incident: fc.stringMatching(/^[a-z0-9]{1,40}$/),
  },
  { requiredKeys: [] },
)
const read = (href: string) => new URL(href, 'https://dateline.example').searchParams

describe('the address of a frame', () => {
  test('brings back its options and its view', () => {
    fc.assert(fc.property(anyView, anyOptions, (view, options) => {
      const params = read(embedHref(view, options))
      expect(parseEmbed(params)).toEqual(options)
      expect(parseView(params)).toEqual({ view, notices: [] })
    }))
  })

  test('says nothing of what is as by default', () => {
    expect(embedHref({}, embedDefaults)).toBe('/embed')
    expect(embedHref({ type: ['strike'] }, { ...embedDefaults, list: true, legend: false })).toBe('/embed?type=strike&list=1&legend=0')
  })

  test('takes no harm from values there are none of', () => {
    for (const query of ['timeline=2&list=yes&legend=&theme=pink&lang=xx', 'timeline=%00&theme=__proto__&lang=constructor', 'lang=en-GB&theme=LIGHT']) {
      expect(parseEmbed(new URLSearchParams(query))).toEqual(embedDefaults)
    }
    expect(parseEmbed(new URLSearchParams('list=0&list=1'))).toEqual({ ...embedDefaults, list: true })
  })
})

describe('the snippet', () => {
  test('keeps everything inside its attributes, whatever the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (title) => {
      const snippet = embedSnippet({ src: 'https://dateline.example/embed?q=%22&list=1', title, width: null, height: 480 })
      expect(snippet).toMatch(/^<iframe src="[^"<>]*" title="[^"<>]*" width="100%" height="480" style="[^"<>]*" loading="lazy"><\/iframe>$/)
    }))
  })

  test('says a width in pixels where one is asked for', () => {
    expect(embedSnippet({ src: 'https://a.example/embed?a=1&b=2', title: '"<b>', width: 400, height: 320 })).toBe(
      '<iframe src="https://a.example/embed?a=1&amp;b=2" title="&quot;&lt;b&gt;" width="400" height="320" style="border:0;max-width:100%" loading="lazy"></iframe>',
    )
  })
})

describe('the public address', () => {
  test('is that of the setting, whatever a request says', () => {
    expect(publicAddress('https://map.example/', 'evil.example')).toBe('https://map.example')
    expect(publicAddress('https://map.example:8443/under/', null)).toBe('https://map.example:8443')
  })

  test('is else the host the request names', () => {
    expect(publicAddress(undefined, '127.0.0.1:3000')).toBe('http://127.0.0.1:3000')
    expect(publicAddress('', '[::1]:3000')).toBe('http://[::1]:3000')
    expect(publicAddress('javascript:alert(1)', 'Map.Example')).toBe('http://map.example')
  })

  test('is never made of a host that is none', () => {
    for (const host of ['evil.example/path', 'a"onload=x', 'user@evil.example', '-', 'a b', 'a\nb', '', null, 'x:99999999']) {
      expect(publicAddress(undefined, host)).toBe('http://localhost')
    }
  })
})
