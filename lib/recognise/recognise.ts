/**
 * The contents page of the recognisers: what is read out of an article, in order.
 *
 *   times    first: month names and "May" are taken by dates before a place may want them
 *   places   then, with the role each name plays; "Kyiv urged" is an actor, "in Kyiv" a place
 *   events   triggers and their clauses, which need neither to be found
 *   actors, tolls, claims   what belongs to an event, joined to it later by `lib/link`
 *
 * Each reads the article alone and says what a span may be; what belongs together is decided in `lib/link`.
 */
import type { Gazetteer } from '../gazetteer'
import type { Article, Mention, PlaceMention, TimeMention } from '../types'
import { recogniseActors } from './actors'
import { recogniseClaims } from './claims'
import { recogniseEvents } from './events'
import { recognisePlaces } from './places'
import type { Tagger } from './places/tagger'
import { recogniseTimes } from './times'
import { recogniseTolls } from './tolls'

/** Every mention of an article, by recogniser and in the order of the text within each; none for a language other than English. */
export function recognise(article: Article, gazetteer: Gazetteer, tagger: Tagger): Mention[] {
  if (article.language !== 'en') return []
  const times = recogniseTimes(article)
  return [
    ...times,
    ...placesOutsideTimes(recognisePlaces(article, gazetteer, tagger), times),
    ...recogniseEvents(article),
    ...recogniseActors(article),
    ...recogniseTolls(article),
    ...recogniseClaims(article),
  ]
}

/** "in March" is no town in Cambridgeshire. Datelines stay, though a date stands in them. */
function placesOutsideTimes(places: PlaceMention[], times: TimeMention[]): PlaceMention[] {
  let i = 0
  return places.filter((place) => {
    while (i < times.length && times[i]!.end <= place.start) i++
    const time = times[i]
    return place.role === 'dateline' || !time || time.start >= place.end
  })
}
