/**
 * Trains the place tagger (lib/recognise/places/tagger.ts) on marked articles: the likelihood of the marked divisions over all
 * divisions of each stretch of capitals, climbed by AdaGrad (Duchi et al. 2011) with L2 regularisation, weights averaged over the last half.
 *
 * Corpora mark different things, so where one is known to leave names of a kind unmarked, both readings are allowed there.
 */
import { openGazetteer } from '../../lib/gazetteer'
import { readArticle } from '../../lib/read/article'
import { featuresOf } from '../../lib/recognise/places/features'
import { sceneOf } from '../../lib/recognise/places/scene'
import type { Span } from '../../lib/recognise/places/spans'
import { sums } from '../../lib/recognise/places/tagger'
import type { Stretch, Unit } from '../../lib/recognise/places/units'
import { Random } from '../random'
import type { MarkedArticle, MarkedToponym } from '../marked'

/** A stretch with what is marked in it: which spans may be names and which units may be in none. */
export type Example = { stretch: Stretch; spans: Span[]; features: Uint32Array[]; allowed: Uint8Array; free: Uint8Array; weight: number }

const epochs = 12
const rate = 0.15
const l2 = 0.0008
const firstSquares = 0.01
const seed = 20251221
/** Web pages with menus and tables are farther from news. */
const corpusWeight = (corpus: string): number => (corpus === 'tudloc' ? 0.5 : 1)
/** GeoVirus marks few names of countries that stand for governments. */
const countriesUnmarked = (corpus: string): boolean => corpus === 'geovirus'
/** Only GeoWebNews marks every demonym. */
const demonymsUnmarked = (corpus: string): boolean => corpus !== 'gwn'

/** An article's stretches as examples, ready to be trained on; `share` is what they count for. */
export function examplesOf({ corpus, text, toponyms }: Pick<MarkedArticle, 'corpus' | 'text' | 'toponyms'>, share = 1): Example[] {
  const scene = sceneOf(readArticle({ text }), openGazetteer())
  return scene.stretches.flatMap((stretch, n): Example[] => {
    const spans = scene.spans[n]!
    if (!spans.length) return []
    const features = spans.map((_, s) => {
      const found: number[] = []
      featuresOf(scene, n, s, (feature) => found.push(feature))
      return Uint32Array.from(found)
    })
    return [{ stretch, spans, features, ...constraints(corpus, toponyms, stretch, spans, scene.units), weight: share * corpusWeight(corpus) }]
  })
}

function constraints(corpus: string, toponyms: MarkedToponym[], { from, to }: Stretch, spans: Span[], units: Unit[]): { allowed: Uint8Array; free: Uint8Array } {
  const allowed = new Uint8Array(spans.length)
  const free = new Uint8Array(to - from).fill(1)
  const loose = new Uint8Array(to - from)
  const [start, end] = [units[from]!.start, units[to - 1]!.dotted]
  for (const gold of toponyms) {
    if (gold.start >= end || gold.end <= start) continue
    const exact = spans.findIndex((span) => isMarked(span, gold))
    if (exact >= 0) {
      allowed[exact] = 1
      free.fill(0, spans[exact]!.from - from, spans[exact]!.to - from)
    } else {
      // "500 block of Jeffords": what is inside may be a name or not.
      for (let u = from; u < to; u++) if (units[u]!.start < gold.end && units[u]!.end > gold.start) loose[u - from] = 1
    }
  }
  spans.forEach((span, s) => {
    const inside = Array.from({ length: span.to - span.from }, (_, i) => span.from + i - from)
    if (inside.some((i) => free[i] === 0)) return
    const unknown = inside.every((i) => loose[i] === 1)
      || (span.demonym && demonymsUnmarked(corpus))
      || (countriesUnmarked(corpus) && (span.prior?.weight ?? 0) >= 2.2)
    if (unknown) allowed[s] = 1
  })
  return { allowed, free }
}

/** "the Gambia" is marked with its article, "Ill." with or without its dot. */
function isMarked(span: Span, gold: MarkedToponym): boolean {
  const start = /^the /i.test(gold.text) ? [gold.start, gold.start + 4] : [gold.start]
  return start.includes(span.start) && Math.abs(span.end - gold.end) <= 1
}

/** Weights by feature. The same examples give the same weights. */
export function fitTagger(given: Example[]): Map<number, number> {
  const index = featureIndex(given)
  const examples = given.map((example) => ({ ...example, features: example.features.map((list) => list.map((feature) => index.get(feature)!)) }))
  const weights = new Float64Array(index.size)
  const squares = new Float64Array(index.size).fill(firstSquares)
  const sum = new Float64Array(index.size)
  const random = new Random(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(examples, random)
    for (const { stretch, spans, features, allowed, free, weight } of examples) {
      const scores = Float64Array.from(features, (list) => total(list, weights))
      const all = sums(stretch, spans, scores)
      const only = scores.map((score, s) => (allowed[s] ? score : -Infinity))
      const right = sums(stretch, spans, only, (unit) => free[unit - stretch.from] === 1)
      if (right.total === -Infinity) continue
      spans.forEach((span, s) => {
        const chance = (of: typeof all, score: number) => Math.exp(of.forward[span.from - stretch.from]! + score + of.backward[span.to - stretch.from]! - of.total)
        const gradient = (chance(right, only[s]!) - chance(all, scores[s]!)) * weight
        if (Math.abs(gradient) < 1e-4) return
        for (const feature of features[s]!) {
          const step = gradient - l2 * weights[feature]!
          squares[feature]! += step * step
          weights[feature]! += (rate * step) / Math.sqrt(squares[feature]!)
        }
      })
    }
    if (epoch >= epochs / 2) weights.forEach((weight, i) => { sum[i]! += weight })
  }
  return new Map([...index].map(([feature, i]) => [feature, sum[i]! / Math.floor(epochs / 2)]))
}

function total(list: Uint32Array, weights: Float64Array): number {
  let sum = 0
  for (const feature of list) sum += weights[feature]!
  return sum
}

/** Numbers for the features, by first sight. */
function featureIndex(examples: Example[]): Map<number, number> {
  const index = new Map<number, number>()
  for (const { features } of examples) for (const list of features) for (const feature of list) if (!index.has(feature)) index.set(feature, index.size)
  return index
}

function shuffle<T>(items: T[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const k = random.whole(0, i)
    const item = items[i]!
    items[i] = items[k]!
    items[k] = item
  }
}
