/** What the words beside a name say about which place it is. */
import type { Candidate, Gazetteer } from '../../gazetteer'
import type { PlaceLevel } from '../../taxonomy'
import type { Place } from '../../types'
import { isWithin } from './containment'
import { featureNumber } from './features'
import { prior } from './prior'
import type { Sense } from './senses'

/** Levels that a word for one level may also be used of: a "district" may be a county or a part of town. */
const alike: Record<PlaceLevel, PlaceLevel[]> = {
  // "the port of Odesa", "Goma airport": a site bears the name of its town, not of the region around
  site: ['site', 'town', 'district'],
  town: ['town', 'district'],
  district: ['district', 'town', 'region'],
  region: ['region', 'area', 'district', 'country'],
  country: ['country', 'region'],
  sea: ['sea'],
  area: ['area', 'region', 'sea'],
}

/** How much smaller than the bare reading, in decades, a qualified one of a list may be. */
const listMember = 3

/** A list names places of one rank: "Iran, Iraq and Syria", "Ohio, Indiana". A qualifier is of a wider one. */
const rank: Record<PlaceLevel, number> = { site: 0, town: 1, district: 2, region: 3, sea: 4, area: 4, country: 4 }

const top = <T>(items: T[], value: (item: T) => number): T | undefined =>
  items.reduce<T | undefined>((best, item) => (best === undefined || value(item) > value(best) ? item : best), undefined)

/** Sets, for each reading of a sense, what its own words say: a level beside it, a qualifier, a town it is called after. */
export function addOwnWords(sense: Sense, rows: Float64Array[], gazetteer: Gazetteer): void {
  const { hint, readings } = sense
  if (hint) {
    readings.forEach(({ place }, i) => {
      const at = alike[hint].indexOf(place.level)
      // "the Sahel region" is no first-order division.
      const exact = at === 0 || (hint === 'region' && place.level === 'area')
      rows[i]![featureNumber[at < 0 ? 'level not as said' : exact ? 'level as said' : 'level much as said']] = 1
    })
  } else {
    readings.forEach(({ place }, i) => { if (isCalledAfterTown(place, sense)) rows[i]![featureNumber['region named after its town']] = 1 })
  }
  let inner: Candidate[] | undefined
  for (const qualifier of sense.qualifiers) {
    const containers = containersOf(qualifier, gazetteer)
    // "Lyon, France, Germany": the second qualifies only what holds the first.
    if (inner && !containers.some((outer) => inner!.some((place) => isWithin(place, outer)))) break
    insideOf(sense, containers).forEach((inside, i) => { if (inside) rows[i]![featureNumber['inside its qualifier']]! += 1 })
    inner = containers
  }
}

/** What a qualifier may mean: "Washington" behind a comma is neither a demonym nor a far-fetched variant. */
const containersOf = (qualifier: string, gazetteer: Gazetteer) =>
  gazetteer.lookup(qualifier).filter(({ match }) => match !== 'demonym' && match !== 'variant')

/**
 * "Odessa, Texas": readings inside any reading of the qualifier. When both names by themselves are of one rank ("China, Japan":
 * there is a China in Japan), the words were a list and say nothing — unless the inner reading is nearly as large
 * ("Georgia, United States").
 */
function insideOf(sense: Sense, containers: Candidate[]): boolean[] {
  const bare = sense.readings[0]?.place
  const outer = top(containers, prior)
  const isList = bare && outer && rank[bare.level] >= 3 && rank[bare.level] === rank[outer.level]
  const least = isList ? sense.readings[0]!.prior - listMember : -Infinity
  return sense.readings.map(({ place, prior: own }) =>
    own >= least && (!isList || (place.match === 'name' && place.country !== undefined)) && containers.some((container) => isWithin(place, container)))
}

/** "Tacoma, Washington": of the qualifier's own readings, those that hold the place it qualifies. */
export function addContained(sense: Sense, rows: Float64Array[], inner: Place): void {
  sense.readings.forEach(({ place }, i) => { if (isWithin(inner, place)) rows[i]![featureNumber['holds what it qualifies']] = 1 })
}

/**
 * A division and the town it is called after: "New York", "Istanbul", "Quebec". A bare name means
 * the town when a good part of the division's people live in it, otherwise the division.
 */
function isCalledAfterTown(place: Place, { readings }: Sense): boolean {
  if (place.level !== 'region') return false
  const seat = readings.find(({ place: town }) => town.level === 'town' && town.match !== 'variant' && isWithin(town, place))
  return seat !== undefined && (seat.place.population ?? 0) > 0.22 * (place.population ?? 0)
}
