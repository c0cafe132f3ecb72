/**
 * Place mentions → places: every reading of a name gets a score in decades of population, from
 *
 *   1. prior       how large and known the place is (place/prior.ts)
 *   2. own words   qualifiers and level words beside the name (place/evidence.ts)
 *   3. context     the other places of the article, in rounds: each round knows better than the
 *                  last which countries and regions the article is about (place/context.ts)
 *   4. same name   an unqualified name takes the sense that the article gave it before
 *
 * Own words come before context because they are certain; the same name comes last because it
 * copies an answer.
 */
import type { Candidate, Gazetteer } from '../gazetteer'
import type { Article, Place, PlaceMention, Resolved } from '../types'
import { isSameSpot } from './place/containment'
import { confidenceOf } from './place/confidence'
import { contextScores } from './place/context'
import { containerScores, localScores, namesakeScores } from './place/evidence'
import { gatherSenses, type Sense } from './place/senses'

const rounds = 3
/** What an earlier, qualified mention of the same name is worth: as much as the qualifier itself. */
const sameName = 6
/** Two different places this close in score are a guess. */
const guessBelow = 0.04
const mostOthers = 5

/** A qualifier that is a mention itself learns from the place it qualifies. */
function addContainers(senses: Sense[], local: number[][]): void {
  const senseOf = new Map(senses.flatMap(({ mentions }, s) => mentions.map((mention) => [mention, s] as const)))
  senses.forEach((sense, s) => {
    const { qualifies } = sense
    if (!qualifies) return
    const i = senseOf.get(qualifies)
    const inner = i === undefined ? undefined : senses[i]!.readings[bestOf(local[i]!)]?.place
    if (inner) containerScores(sense, inner).forEach((score, k) => { local[s]![k]! += score })
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
function inherited(senses: Sense[], namesakes: readonly number[], scores: number[][], sense: Sense): string | undefined {
  if (sense.qualifiers.length || sense.isDemonym) return undefined
  const first = sense.mentions[0]!.start
  let given: { id: string; start: number } | undefined
  namesakes.forEach((i) => {
    const other = senses[i]!
    if (!other.qualifiers.length || other.hint !== sense.hint) return
    const start = other.mentions[0]!.start
    const best = bestOf(scores[i]!)
    const id = other.readings[best]?.place.id
    if (id && (!given || (start <= first && start > given.start))) given = { id, start }
  })
  return given?.id
}

const bestOf = (scores: number[]) => scores.reduce((best, score, i) => (score > scores[best]! ? i : best), 0)

/** Without what only ranking needs. */
function plain(candidate: Candidate): Place {
  const { id, name, level, country, admin1, at, radiusKm, outline, population } = candidate
  return { id, name, level, ...(country && { country }), ...(admin1 && { admin1 }), at, radiusKm, ...(outline && { outline }), ...(population && { population }) }
}

function ranked(sense: Sense, scores: number[]): { place: Candidate; score: number }[] {
  return sense.readings
    .map(({ place }, i) => ({ place, score: scores[i]! }))
    .sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1))
}

/** A sense with its readings in order: the best, and the best that lies elsewhere. */
export type Ranking = { mentions: readonly PlaceMention[]; order: { place: Candidate; score: number }[]; rival?: { place: Candidate; score: number } }

/** Every sense of an article, each with all its readings, best first. */
export function rankReadings(mentions: readonly PlaceMention[], gazetteer: Gazetteer): Ranking[] {
  const senses = gatherSenses(mentions, gazetteer)
  const local = senses.map((sense) => {
    const namesakes = namesakeScores(sense)
    return localScores(sense, gazetteer).map((score, i) => score + namesakes[i]!)
  })
  addContainers(senses, local)
  let scores = local
  for (let round = 0; round < rounds; round++) {
    const context = contextScores(senses, scores)
    scores = local.map((own, s) => own.map((score, i) => score + context[s]![i]!))
  }
  const named = byName(senses)
  return senses.map((sense, s) => {
    const id = inherited(senses, named.get(sense.name)!, scores, sense)
    const order = ranked(sense, scores[s]!.map((score, i) => (sense.readings[i]!.place.id === id ? score + sameName : score)))
    const best = order[0]?.place
    const rival = best && order.find(({ place }) => !isSameSpot(place, best))
    return { mentions: sense.mentions, order, ...(rival && { rival }) }
  })
}

/**
 * The place each mention means.
 * @returns one entry per mention; `no-candidate` for a name the gazetteer lacks, `ambiguous` where
 * two far-apart places fit equally well. `others` are the next best readings, at most five.
 */
export function resolvePlaces(article: Article, mentions: readonly PlaceMention[], gazetteer: Gazetteer): Map<PlaceMention, Resolved<Place>> {
  const resolved = new Map<PlaceMention, Resolved<Place>>()
  for (const { mentions: same, order, rival } of rankReadings(mentions, gazetteer)) {
    const best = order[0]
    const confidence = best && confidenceOf(best.score, rival?.score)
    for (const mention of same) {
      if (!best || confidence === undefined) resolved.set(mention, { known: false, reason: 'no-candidate' })
      else if (rival && best.score - rival.score < guessBelow) resolved.set(mention, { known: false, reason: 'ambiguous' })
      else {
        resolved.set(mention, {
          known: true, value: plain(best.place), basis: 'stated', confidence,
          evidence: { article: article.id, start: mention.start, end: mention.end, quote: article.text.slice(mention.start, mention.end) },
          others: order.slice(1, 1 + mostOthers).map(({ place }) => plain(place)),
        })
      }
    }
  }
  return resolved
}
