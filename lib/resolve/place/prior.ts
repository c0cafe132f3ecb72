/**
 * How likely a place is to be meant when nothing but its name is known. In decades of population:
 * one point is a place ten times as large.
 */
import type { Candidate } from '../../gazetteer'

/**
 * What each property is worth. Levels: "Georgia" and "Mexico" are countries before they are states
 * or cities, although the state has more people. Seats: "Washington" is a capital of half a million
 * before it is a state of seven. Fame counts names in other languages, so that of two towns of one
 * size the one the world talks about wins.
 */
const weights = {
  country: 2.2,
  region: 0.6,
  /** Counties; a section of a town, which GeoNames numbers among the towns, is as good as a town of its size. */
  district: -1.6,
  section: -0.4,
  /** A hand-kept sea, area or site is there because newspapers name it. */
  handKept: 7.4,
  /** A town or quarter kept by hand ranks like one of 50,000 people: its name may be that of a city elsewhere. */
  handKeptTown: 5.2,
  /** Rivers and lakes of Natural Earth: some are brooks. */
  natural: 4.3,
  capital: 1.2,
  regionSeat: 0.3,
  districtSeat: 0.1,
  former: -1.5,
  famePerDecade: 0.7,
  alternate: -1.1,
  variant: -2,
  /** "Columbia" is Colombia in other languages, and hardly ever in English. */
  foreignCountry: -2,
  demonym: -0.5,
} as const

/** Towns whose population GeoNames does not give are mostly hamlets. */
const unknownPopulation = 300

export function prior(place: Candidate): number {
  let score: number
  if (place.id.startsWith('dl:')) score = place.level === 'town' || place.level === 'district' ? weights.handKeptTown : weights.handKept
  else if (place.level === 'sea' || place.level === 'area') score = weights.natural + Math.log10(1 + place.radiusKm) / 2
  else score = Math.log10(place.population || unknownPopulation)
  if (place.level === 'country') score = Math.max(score, 5) + weights.country
  if (place.level === 'region') score += weights.region
  if (place.level === 'district' && !place.id.startsWith('dl:')) score += place.id.startsWith('gn:') ? weights.section : weights.district
  if (place.level === 'town' && !place.id.startsWith('dl:')) score += weights.famePerDecade * (Math.log10(1 + place.fame) - 0.7)
  if (place.seat === 'country') score += weights.capital
  if (place.seat === 'region') score += weights.regionSeat
  if (place.seat === 'district') score += weights.districtSeat
  if (place.seat === 'former') score += weights.former
  if (place.match === 'alternate') score += weights.alternate
  if (place.match === 'variant') score += weights.variant + (place.level === 'country' ? weights.foreignCountry : 0)
  if (place.match === 'demonym') score += weights.demonym
  return score
}
