/**
 * Place mentions → places: every reading of a name gets a score, a logarithm of odds, the sum of what its features are worth
 * (place/features.ts lists them, data/place-ranking.json holds their trained weights):
 *
 *   1. the place   how large and known it is, how its name was found
 *   2. own words   qualifiers and level words beside the name (place/evidence.ts)
 *   3. setting     the country whose words the article uses (place/setting.ts)
 *   4. context     the other places of the article, in rounds: each round knows better than the
 *                  last which countries and regions the article is about (place/context.ts)
 *   5. same name   an unqualified name takes the sense that the article gave it before
 *
 * Own words come before context because they are certain; the same name comes last because it
 * copies an answer.
 */
import type { Candidate, Gazetteer } from '../gazetteer'
import type { Article, Place, PlaceMention, Resolved } from '../types'
import { isSameSpot } from './place/containment'
import { confidenceOf } from './place/confidence'
import { addContext, likelihoods } from './place/context'
import { addContained, addOwnWords } from './place/evidence'
import { featureNumber, ownFeatures } from './place/features'
import type { Ranking } from './place/ranking'
import { gatherSenses, type Sense } from './place/senses'
import { settingOf } from './place/setting'

const rounds = 3
/** Two different places with odds this even are a guess. */
const guessBelow = 0.06
const mostOthers = 5

/** A reading of a name: its place, its features and their sum. */
export type Ranked = { place: Candidate; row: Float64Array; score: number }
/** A sense of a name with its readings in order, and the chance of the best one's spot. */
export type Answer = { mentions: readonly PlaceMention[]; order: Ranked[]; chance: number; rival?: Ranked }

/** Every sense of an article, each with all its readings, best first. */
export function rankReadings(article: Article, mentions: readonly PlaceMention[], gazetteer: Gazetteer, { weights }: Pick<Ranking, 'weights'>): Answer[] {
  const senses = gatherSenses(mentions, gazetteer)
  const setting = settingOf(article)
  const rows = senses.map((sense) => {
    const own = sense.readings.map(({ place }) => ownFeatures(place))
    addOwnWords(sense, own, gazetteer)
    sense.readings.forEach(({ place }, i) => { if (place.country && place.level !== 'country') own[i]![featureNumber['words of the country']] = setting(place.country) })
    return own
  })
  const score = (): Float64Array[] => rows.map((own) => Float64Array.from(own, (row) => scoreOf(row, weights)))
  let scores = score()
  addContainers(senses, rows, scores)
  scores = score()
  for (let round = 0; round < rounds; round++) {
    addContext(senses, rows, scores)
    scores = score()
  }
  const named = byName(senses)
  senses.forEach((sense, s) => {
    const id = inherited(senses, named.get(sense.name)!, scores, sense)
    if (id !== undefined) sense.readings.forEach(({ place }, i) => { if (place.id === id) rows[s]![i]![featureNumber['same as before']] = 1 })
  })
  scores = score()
  return senses.map(({ readings, mentions: same }, s): Answer => {
    const order = readings.map(({ place }, i) => ({ place, row: rows[s]![i]!, score: scores[s]![i]! })).sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1))
    const best = order[0]?.place
    const rival = best && order.find(({ place }) => !isSameSpot(place, best))
    const chances = likelihoods(Float64Array.from(order, (reading) => reading.score))
    const chance = order.reduce((sum, { place }, i) => (best && isSameSpot(place, best) ? sum + chances[i]! : sum), 0)
    return { mentions: same, order, chance, ...(rival && { rival }) }
  })
}

/** What a row of features is worth. */
export function scoreOf(row: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let f = 0; f < row.length; f++) sum += row[f]! * weights[f]!
  return sum
}

/** A qualifier that is a mention itself learns from the place it qualifies. */
function addContainers(senses: Sense[], rows: Float64Array[][], scores: Float64Array[]): void {
  const senseOf = new Map(senses.flatMap(({ mentions }, s) => mentions.map((mention) => [mention, s] as const)))
  senses.forEach((sense, s) => {
    const { qualifies } = sense
    const i = qualifies && senseOf.get(qualifies)
    const inner = i === undefined ? undefined : senses[i]!.readings[bestOf(scores[i]!)]?.place
    if (inner) addContained(sense, rows[s]!, inner)
  })
}

/** Senses by their name, so that none is compared with all. */
function byName(senses: Sense[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  senses.forEach(({ name }, s) => {
    const same = found.get(name)
    if (same) same.push(s)
    else found.set(name, [s])
  })
  return found
}

/** Senses that were told apart by their words lend their answer to later mentions of the bare name. */
function inherited(senses: Sense[], namesakes: readonly number[], scores: Float64Array[], sense: Sense): string | undefined {
  if (sense.qualifiers.length || sense.isDemonym) return undefined
  const first = sense.mentions[0]!.start
  let given: { id: string; start: number } | undefined
  namesakes.forEach((i) => {
    const other = senses[i]!
    if (!other.qualifiers.length || other.hint !== sense.hint) return
    const start = other.mentions[0]!.start
    const id = other.readings[bestOf(scores[i]!)]?.place.id
    if (id && (!given || (start <= first && start > given.start))) given = { id, start }
  })
  return given?.id
}

const bestOf = (scores: Float64Array) => scores.reduce((best, score, i) => (score > scores[best]! ? i : best), 0)

/** Without what only ranking needs. */
function plain({ id, name, level, country, admin1, at, radiusKm, outline, population }: Candidate): Place {
  const place: Place = { id, name, level, at, radiusKm }
  if (country) place.country = country
  if (admin1) place.admin1 = admin1
  if (outline) place.outline = outline
  if (population) place.population = population
  return place
}

/**
 * The place each mention means.
 * @returns one entry per mention; `no-candidate` for a name the gazetteer lacks, `ambiguous` where
 * two far-apart places fit equally well. `others` are the next best readings, at most five.
 */
export function resolvePlaces(article: Article, mentions: readonly PlaceMention[], gazetteer: Gazetteer, ranking: Ranking): Map<PlaceMention, Resolved<Place>> {
  const resolved = new Map<PlaceMention, Resolved<Place>>()
  for (const { mentions: same, order, rival, chance } of rankReadings(article, mentions, gazetteer, ranking)) {
    const best = order[0]
    // Mentions of one sense share their places.
    const value = best && plain(best.place)
    const others = order.slice(1, 1 + mostOthers).map(({ place }) => plain(place))
    for (const mention of same) {
      if (!best || !value) resolved.set(mention, { known: false, reason: 'no-candidate' })
      else if (rival && best.score - rival.score < guessBelow) resolved.set(mention, { known: false, reason: 'ambiguous' })
      else {
        resolved.set(mention, {
          known: true, value, basis: 'stated', confidence: confidenceOf(chance, mention.chance, ranking.calibration),
          evidence: { article: article.id, start: mention.start, end: mention.end, quote: article.text.slice(mention.start, mention.end) },
          others,
        })
      }
    }
  }
  return resolved
}
