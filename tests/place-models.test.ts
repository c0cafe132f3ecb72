/** The trained parts of the geoparser, by what must hold whatever they were trained on. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { openGazetteer } from '../lib/gazetteer'
import { readArticle } from '../lib/read/article'
import { chancesOf, chooseSpans, packTagger, taggerFrom } from '../lib/recognise/places/tagger'
import type { Span } from '../lib/recognise/places/spans'
import { sceneOf } from '../lib/recognise/places/scene'
import { confidenceOf } from '../lib/resolve/place/confidence'
import { rankingFrom, type RankingFile } from '../lib/resolve/place/ranking'

const span = (from: number, to: number): Span => ({ from, to, start: from, end: to, name: '', prior: null, demonym: false, typed: false })

/** All spans of a stretch of `n` units with a score each, by first unit and length. */
const stretches = fc.integer({ min: 1, max: 6 }).chain((n) => {
  const spans = Array.from({ length: n }, (_, from) => Array.from({ length: n - from }, (_, size) => span(from, from + size + 1))).flat()
  return fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: spans.length, maxLength: spans.length }).map((scores) => ({ n, spans, scores: Float64Array.from(scores) }))
})

/** Every division of units into spans and free units, by brute force. */
function* divisions(at: number, n: number, spans: Span[]): Generator<number[]> {
  if (at === n) return yield []
  for (const rest of divisions(at + 1, n, spans)) yield rest
  for (const [s, { from, to }] of spans.entries()) if (from === at) for (const rest of divisions(to, n, spans)) yield [s, ...rest]
}

describe('the tagger', () => {
  test('gives each span its share of all divisions', () => fc.assert(fc.property(stretches, ({ n, spans, scores }) => {
    const share = new Float64Array(spans.length)
    let total = 0
    for (const division of divisions(0, n, spans)) {
      const odds = Math.exp(division.reduce((sum, s) => sum + scores[s]!, 0))
      total += odds
      for (const s of division) share[s]! += odds
    }
    chancesOf({ from: 0, to: n }, spans, scores).forEach((chance, s) => expect(chance).toBeCloseTo(share[s]! / total, 6))
  }), { numRuns: 60 }))

  test('chooses spans that do not overlap, in order', () => fc.assert(fc.property(stretches, ({ n, spans, scores }) => {
    const chosen = chooseSpans({ from: 0, to: n }, spans, scores)
    chosen.forEach(({ span: { from }, chance }, i) => {
      expect(from).toBeGreaterThanOrEqual(chosen[i - 1]?.span.to ?? 0)
      expect(chance).toBeLessThanOrEqual(1 + 1e-9)
    })
  })))

  test('keeps its weights in a file, to a step of the largest', () => fc.assert(fc.property(
    fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 0xffff_ffff }), fc.double({ min: -5, max: 5, noNaN: true })), { selector: ([feature]) => feature, minLength: 1, maxLength: 300 }),
    (weights) => {
      const tagger = taggerFrom(packTagger(new Map(weights)), 'test')
      const step = Math.max(1e-6, ...weights.map(([, weight]) => Math.abs(weight))) / 127
      for (const [feature, weight] of weights) expect(Math.abs(tagger.weight(feature) - weight)).toBeLessThanOrEqual(step * 0.51)
    })))

  it('weighs a feature it never met as nothing', () => expect(taggerFrom(packTagger(new Map([[7, 1]])), 'test').weight(8)).toBe(0))
})

describe('the spans that are looked at', () => {
  it('lie in the text, inside their stretch, and come by their first unit', () => {
    const { stretches: found, spans, article } = sceneOf(readArticle({ text: 'The Kyiv-based Bank of England sent St. John’s Hospital to Port-au-Prince,\nKhan\nYounis and al-Bab. N.Y. and S. Main St. too.' }), openGazetteer())
    found.forEach(({ from, to }, n) => spans[n]!.forEach((one, s) => {
      expect(one.from).toBeGreaterThanOrEqual(from)
      expect(one.to).toBeLessThanOrEqual(to)
      expect(one.from).toBeGreaterThanOrEqual(spans[n]![s - 1]?.from ?? 0)
      expect(article.text.slice(one.start, one.end).trim()).toBe(article.text.slice(one.start, one.end))
    }))
    const texts = spans.flat().map(({ start, end }) => article.text.slice(start, end))
    for (const name of ['Kyiv', 'Port-au-Prince', 'Khan\nYounis', 'al-Bab', 'S. Main St.']) expect(texts).toContain(name)
  })
})

describe('confidence', () => {
  const calibration = { bias: -1.7, place: 0.4, name: 0.45 }
  test('is between 0 and 1 and never falls when either chance rises', () => {
    const chances = [0, 0.01, 0.3, 0.5, 0.9, 0.999, 1]
    for (const other of chances) chances.slice(1).forEach((chance, i) => {
      expect(confidenceOf(chance, other, calibration)).toBeGreaterThanOrEqual(confidenceOf(chances[i]!, other, calibration))
      expect(confidenceOf(other, chance, calibration)).toBeGreaterThanOrEqual(confidenceOf(other, chances[i]!, calibration))
      expect(confidenceOf(chance, other, calibration)).toBeLessThanOrEqual(1)
    })
  })
})

it('a ranking that lacks a weight says which', () => {
  expect(() => rankingFrom({ weights: {}, calibration: { bias: 0, place: 1, name: 1 } } as RankingFile)).toThrow(/decades of population/)
})
