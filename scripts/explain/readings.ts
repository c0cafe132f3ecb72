/** Why a name was taken for one place and not another: its readings ranked once more, the winner's features against the best rival's. */
import type { Candidate, Gazetteer } from '../../lib/gazetteer'
import { features } from '../../lib/resolve/place/features'
import { likelihoods } from '../../lib/resolve/place/context'
import type { Ranking } from '../../lib/resolve/place/ranking'
import { rankReadings, type Ranked } from '../../lib/resolve/places'
import type { PlaceMention, Reading } from '../../lib/types'

/** A feature in which winner and rival differ; `points` is the difference in worth. */
export type Difference = { feature: string; points: number; winner: Side; rival: Side }
type Side = { value: number; points: number }
/** One sense of a name: its readings, best first, and what decided; `elsewhere` tells that the rival is another spot. */
export type WeighedReadings = { candidates: { place: Candidate; chance: number }[]; contest?: { rival: Candidate; elsewhere: boolean; lead: number; differences: Difference[] } }

/** Of each place mention what was weighed; mentions of one sense share one. */
export function weighReadings({ article, mentions }: Pick<Reading, 'article' | 'mentions'>, gazetteer: Gazetteer, ranking: Ranking): Map<PlaceMention, WeighedReadings> {
  const places = mentions.filter((mention): mention is PlaceMention => mention.kind === 'place')
  const found = new Map<PlaceMention, WeighedReadings>()
  for (const { mentions: same, order, rival } of rankReadings(article, places, gazetteer, ranking)) {
    const chances = likelihoods(Float64Array.from(order, ({ score }) => score))
    const [winner, second] = order
    const against = rival ?? second
    const weighed: WeighedReadings = {
      candidates: order.map(({ place }, i) => ({ place, chance: chances[i]! })),
      ...(winner && against && { contest: { rival: against.place, elsewhere: rival !== undefined, lead: winner.score - against.score, differences: differencesOf(winner, against, ranking) } }),
    }
    for (const mention of same) found.set(mention, weighed)
  }
  return found
}

/** What winner and rival do not share, the weightiest first. */
function differencesOf(winner: Ranked, rival: Ranked, { weights }: Ranking): Difference[] {
  const side = ({ row }: Ranked, f: number): Side => ({ value: row[f]!, points: row[f]! * weights[f]! })
  return features
    .map((feature, f): Difference => {
      const [a, b] = [side(winner, f), side(rival, f)]
      return { feature, points: a.points - b.points, winner: a, rival: b }
    })
    .filter(({ winner: a, rival: b }) => a.value !== b.value)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
}
