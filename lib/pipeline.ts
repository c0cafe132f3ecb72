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
import { readArticle, type ArticleInput } from './read/article'
import { openTagger, type Tagger } from './recognise/places/tagger'
import { recognise } from './recognise/recognise'
import { openRanking, type Ranking } from './resolve/place/ranking'
import { resolvePlaces } from './resolve/places'
import { resolveTimes } from './resolve/when'
import type { PlaceMention, Reading, TimeMention } from './types'

/** What was learned: which words name places, and which place of a name is meant. `npm run score` brings others, to measure what they have not seen. */
export type Models = { tagger: Tagger; ranking: Ranking }

/** The models of `data/`, opened at the first call and kept. */
export const openModels = (): Models => ({ tagger: openTagger(), ranking: openRanking() })

/** An article up to the last stage: what was found in it and what that means, not yet joined. */
export type Resolution = Omit<Reading, 'reports'>

/**
 * Reads one article through all stages but the last.
 * @throws DatelineError what `readArticle` throws for an article that cannot be read, and `gazetteer-missing`.
 */
export function readMentions(input: ArticleInput, { tagger, ranking }: Models = openModels()): Resolution {
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
  return { ...resolution, reports: linkArticle(article, mentions, places, times) }
}
