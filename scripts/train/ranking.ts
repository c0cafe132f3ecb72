/**
 * Trains what the features of a reading are worth (lib/resolve/place): the likelihood of the marked places over all readings of
 * their names, pulled towards what reason sets (L2), in rounds, since what an article's other places say depends on the weights.
 */
import type { Gazetteer } from '../../lib/gazetteer'
import { likelihoods } from '../../lib/resolve/place/context'
import { byReason, features, type Feature } from '../../lib/resolve/place/features'
import { rankReadings, scoreOf } from '../../lib/resolve/places'
import type { Article, PlaceMention } from '../../lib/types'
import type { MarkedToponym } from '../marked'
import { isNear } from '../score/pairing'

/** An article as read and recognised, beside its marks. */
export type RecognisedText = { corpus: string; article: Article; mentions: PlaceMention[]; toponyms: MarkedToponym[] }

/** Within 161 km, the usual measure, or within the marked place where that is larger. */
export const isRight = (at: { lat: number; lon: number }, { lat, lon, radiusKm }: MarkedToponym): boolean => isNear(at, { lat: lat!, lon: lon! }, radiusKm)

/** The mark a mention stands on, if it has coordinates. */
export const markOf = (mention: PlaceMention, toponyms: MarkedToponym[]): MarkedToponym | undefined =>
  toponyms.find(({ start, end, lat }) => start === mention.start && end === mention.end && typeof lat === 'number')

const outerRounds = 3
const steps = 150
const rate = 0.3
/** How hard a weight is pulled back to what reason sets. */
const pull = 0.001

/** What reason sets and corpora may not change: they mark "New York" as the state wherever the paper means it,
 * and hold "Washington" on a knife's edge between capital and state. */
const fixed = new Set<Feature>(['region named after its town', 'same as before', 'capital'])

type Case = { rows: Float64Array[]; right: boolean[]; weight: number }

/** Weights by feature; names without a right reading teach nothing. */
export function fitRanking(texts: RecognisedText[], gazetteer: Gazetteer): Record<Feature, number> {
  const start = Float64Array.from(features, (feature) => byReason[feature])
  let weights = start
  for (let round = 0; round < outerRounds; round++) weights = climb(texts.flatMap((text) => casesOf(text, gazetteer, weights)), start, weights)
  return Object.fromEntries(features.map((feature, f) => [feature, Math.round(weights[f]! * 1000) / 1000])) as Record<Feature, number>
}

function casesOf({ article, mentions, toponyms }: RecognisedText, gazetteer: Gazetteer, weights: Float64Array): Case[] {
  return rankReadings(article, mentions, gazetteer, { weights }).flatMap(({ mentions: same, order }): Case[] => {
    const marks = same.flatMap((mention) => markOf(mention, toponyms) ?? [])
    const [mark] = marks
    if (!mark || order.length < 2) return []
    const right = order.map(({ place }) => isRight(place.at, mark))
    return right.includes(true) && right.includes(false) ? [{ rows: order.map(({ row }) => row), right, weight: Math.sqrt(marks.length) }] : []
  })
}

/** AdaGrad over the whole; the figure climbed is smooth and nearly concave. */
function climb(cases: Case[], start: Float64Array, from: Float64Array): Float64Array<ArrayBuffer> {
  const weights = Float64Array.from(from)
  const squares = new Float64Array(weights.length).fill(1e-6)
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, f) => -pull * cases.length * (weight - start[f]!))
    for (const { rows, right, weight } of cases) {
      const scores = Float64Array.from(rows, (row) => scoreOf(row, weights))
      const all = likelihoods(scores)
      const only = likelihoods(scores.map((score, i) => (right[i] ? score : -1e9)))
      rows.forEach((row, i) => {
        const push = (only[i]! - all[i]!) * weight
        if (Math.abs(push) > 1e-6) for (let f = 0; f < row.length; f++) gradient[f]! += push * row[f]!
      })
    }
    gradient.forEach((slope, f) => {
      if (fixed.has(features[f]!)) return
      squares[f]! += slope * slope
      weights[f]! += (rate * slope) / Math.sqrt(squares[f]!)
    })
  }
  return weights
}
