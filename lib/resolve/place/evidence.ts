/** What the words beside a name say about which place it is. */
import type { Candidate, Gazetteer } from '../../gazetteer'
import type { PlaceLevel } from '../../taxonomy'
import type { Place } from '../../types'
import { isWithin } from './containment'
import { prior } from './prior'
import type { Sense } from './senses'

/** Worth more than any population: nobody writes "Paris, Texas" of the other one. */
const qualified = 8
/** "the town of X", "X province": wrong levels fall behind right ones of a hundredth the size. */
const hinted = 2.5

/** Levels that a word for one level may also be used of: a "district" may be a county or a part of town. */
const alike: Record<PlaceLevel, PlaceLevel[]> = {
  // "the port of Odesa", "Goma airport": a site bears the name of its town, not of the region around
  site: ['site', 'town', 'district'],
  town: ['town', 'district'],
  district: ['district', 'town', 'region'],
  region: ['region', 'district', 'area', 'country'],
  country: ['country', 'region'],
  sea: ['sea'],
  area: ['area', 'region', 'sea'],
}

function hintScore(place: Place, hint: PlaceLevel): number {
  const rank = alike[hint].indexOf(place.level)
  if (rank < 0) return -hinted
  return rank === 0 ? hinted : hinted / 3
}

/** How much smaller than the bare reading, in decades, a qualified one of a list may be. */
const listMember = 3

/** A list names places of one rank: "Iran, Iraq and Syria", "Ohio, Indiana". A qualifier is of a wider one. */
const rank: Record<PlaceLevel, number> = { site: 0, town: 1, district: 2, region: 3, sea: 4, area: 4, country: 4 }

const top = <T>(items: T[], value: (item: T) => number): T | undefined =>
  items.reduce<T | undefined>((best, item) => (best === undefined || value(item) > value(best) ? item : best), undefined)

/**
 * "Odessa, Texas": readings inside any reading of the qualifier. When none is inside, or when both
 * names by themselves are of one rank ("China, Japan": there is a China in Japan), the words were a
 * list and say nothing — unless the inner reading is nearly as large ("Georgia, United States").
 */
function qualifierScores(sense: Sense, containers: Candidate[]): number[] {
  const bare = sense.readings[0]?.place
  const outer = top(containers, prior)
  const isList = bare && outer && rank[bare.level] >= 3 && rank[bare.level] >= rank[outer.level]
  const least = isList ? sense.readings[0]!.prior - listMember : -Infinity
  return sense.readings.map(({ place, prior }) =>
    prior >= least && (!isList || place.match === 'name') && containers.some((container) => isWithin(place, container)) ? qualified : 0)
}

/** What a qualifier may mean: "Washington" behind a comma is neither a demonym nor a far-fetched variant. */
const containersOf = (qualifier: string, gazetteer: Gazetteer) =>
  gazetteer.lookup(qualifier).filter(({ match }) => match !== 'demonym' && match !== 'variant')

/** The score of each reading of a sense by its own words, in the order of its readings. */
export function localScores(sense: Sense, gazetteer: Gazetteer): number[] {
  const scores = sense.readings.map(({ place, prior }) => prior + (sense.hint ? hintScore(place, sense.hint) : 0))
  let inner: Candidate[] | undefined
  for (const qualifier of sense.qualifiers) {
    const containers = containersOf(qualifier, gazetteer)
    // "Lyon, France, Germany": the second qualifies only what holds the first.
    if (inner && !containers.some((outer) => inner!.some((place) => isWithin(place, outer)))) break
    qualifierScores(sense, containers).forEach((score, i) => { scores[i]! += score })
    inner = containers
  }
  return scores
}

/** "Tacoma, Washington": of the qualifier's own readings, those that hold the place it qualifies. */
export function containerScores(sense: Sense, inner: Place): number[] {
  return sense.readings.map(({ place }) => (isWithin(inner, place) ? qualified : 0))
}

/**
 * A division and the town it is called after: "New York", "Istanbul", "Quebec". A bare name means
 * the town when a good part of the division's people live in it, otherwise the division.
 */
export function namesakeScores(sense: Sense): number[] {
  const { readings, hint } = sense
  if (hint) return readings.map(() => 0)
  return readings.map(({ place }) => {
    if (place.level !== 'region') return 0
    const seat = readings.find(({ place: town }) => town.level === 'town' && town.match !== 'variant' && isWithin(town, place))
    return seat && (seat.place.population ?? 0) > 0.22 * (place.population ?? 0) ? -3 : 0
  })
}
