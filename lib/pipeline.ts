/**
 * The contents page: what happens to an article, in order.
 *
 *   read       bytes and text → `Article`: sentences, dateline and the day it was published; every later
 *              stage speaks in offsets into this text
 *   recognise  spans and what they may be, before any is looked up: a name must be known to act
 *              ("Kyiv urged") or to be a place ("in Kyiv") by its own sentence, not by what exists
 *   resolve    names → places, times → days; all of an article's names together, since the towns around
 *              a name say which one it is, and times in order, since "a day earlier" looks back
 *   link       last, when every argument is known: triggers with their places, times, actors and tolls
 *              become reports; the same event told twice becomes one
 *
 * Rooms never import one another; here they are joined. Nothing here reads a clock, a network or a database.
 */
import { openGazetteer } from './gazetteer'
import { linkArticle } from './link/link'
import { openTrust, type Trust } from './link/trust'
import { readArticle, type ArticleInput } from './read/article'
import { openTagger, type Tagger } from './recognise/places/tagger'
import { recognise } from './recognise/recognise'
import { openRanking, type Ranking } from './resolve/place/ranking'
import { resolvePlaces } from './resolve/places'
import { resolveTimes } from './resolve/when'
import type { PlaceMention, Reading, TimeMention } from './types'

/** What was learned of places: which words name one, and which place of a name is meant. */
export type PlaceModels = { tagger: Tagger; ranking: Ranking }

/** What was learned: which words name places, which place of a name is meant, and how likely what was put together is an incident. `npm run score` brings others, to measure what they have not seen. */
export type Models = PlaceModels & { trust: Trust }

/** The models of `data/` for places alone. */
const openPlaceModels = (): PlaceModels => ({ tagger: openTagger(), ranking: openRanking() })

/** The models of `data/`, opened at the first call and kept. */
export const openModels = (): Models => ({ tagger: openTagger(), ranking: openRanking(), trust: openTrust() })

/** An article up to the last stage: what was found in it and what that means, not yet joined. */
export type Resolution = Omit<Reading, 'reports'>

/**
 * Reads one article through all stages but the last.
 * @throws DatelineError what `readArticle` throws for an article that cannot be read, and `gazetteer-missing`.
 */
export function readMentions(input: ArticleInput, { tagger, ranking }: PlaceModels = openPlaceModels()): Resolution {
  const article = readArticle(input)
  const gazetteer = openGazetteer()
  const mentions = recognise(article, gazetteer, tagger)
  const places = resolvePlaces(article, mentions.filter((mention): mention is PlaceMention => mention.kind === 'place'), gazetteer, ranking)
  const times = resolveTimes(article, mentions.filter((mention): mention is TimeMention => mention.kind === 'time'))
  return { article, mentions, places, times }
}

/**
 * Reads one article through all stages.
 * @throws DatelineError what `readMentions` throws.
 */
export function readReading(input: ArticleInput, models: Models = openModels()): Reading {
  const resolution = readMentions(input, models)
  const { article, mentions, places, times } = resolution
  return { ...resolution, reports: linkArticle(article, mentions, places, times, models.trust) }
}
