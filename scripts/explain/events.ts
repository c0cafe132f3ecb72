/** Why an event was put at a place, and how likely an incident is: the trained sums done once more, feature by feature. */
import { draftsOf } from '../../lib/link/link'
import { featuresOf } from '../../lib/link/place/features'
import { chanceFrom, openEventPlace } from '../../lib/link/place/model'
import { surenessOf, toldFeatures, type Trust } from '../../lib/link/trust'
import { viewsOf } from '../../lib/link/view'
import type { EventMention, Reading } from '../../lib/types'
import type { Points } from './names'

/** A place of the event's sentence, how likely it is the event's, and what said so, heaviest first. */
export type WeighedPlace = { text: string; chance: number; weighed: Points[] }

/** The places of each event's own sentence, likeliest first; events in sentences without a place have none. */
export function weighEventPlaces({ article, mentions, places, times }: Reading): Map<EventMention, WeighedPlace[]> {
  const weights = openEventPlace()
  return new Map(viewsOf(article, mentions, places, times).flatMap((view) => view.events.map((event): [EventMention, WeighedPlace[]] => [
    event.mention,
    view.places.map((found) => {
      const features = featuresOf(view, event, found)
      return { text: found.mention.text, chance: chanceFrom(features, weights), weighed: pointsOf(features, weights) }
    }).sort((a, b) => b.chance - a.chance),
  ])))
}

/** What is thought of everything that may be an incident, by the beginning of its trigger. */
export type WeighedTrust = { trust: number; least: number; placed: boolean; weighed: Points[] }

export function weighTrust({ article, mentions, places, times }: Reading, trust: Trust): Map<number, WeighedTrust> {
  return new Map(draftsOf(article, mentions, places, times).map((draft): [number, WeighedTrust] => [draft.lead.event.mention.start, {
    trust: surenessOf(draft, article.sentences.length, trust).told, least: trust.least, placed: draft.place !== undefined,
    weighed: pointsOf(toldFeatures(draft, article.sentences.length), trust.told),
  }]))
}

function pointsOf(features: readonly string[], weights: ReadonlyMap<string, number>): Points[] {
  return features.map((what) => ({ what, points: weights.get(what) ?? 0 })).filter(({ points }) => points !== 0).sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
}
