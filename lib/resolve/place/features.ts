/**
 * What a reading of a name is judged by. Each feature is a number; `data/place-ranking.json` holds what each is worth,
 * trained by `npm run train` in natural logarithms of odds. Features that would say the same twice are left out.
 */
import type { Candidate } from '../../gazetteer'

export const features = [
  // how large and known the place is
  'decades of population', 'known in other languages', 'size of a lake or river',
  'country', 'region', 'county or district', 'section of a town', 'site', 'kept by hand', 'town kept by hand',
  'capital', 'seat of a region', 'seat of a district', 'former place',
  // how the name was found
  'alternate name', 'old or foreign name', 'foreign name of a country', 'short form', 'people of the place',
  // what stands beside the name
  'level as said', 'level much as said', 'level not as said', 'inside its qualifier', 'holds what it qualifies', 'region named after its town',
  // the rest of the article
  'share of the country', 'share of the region', 'places near by', 'place in the same sentence', 'places inside it', 'nearest place', 'dateline country', 'dateline region', 'words of the country', 'same as before',
] as const
export type Feature = (typeof features)[number]
export const featureNumber = Object.fromEntries(features.map((name, i) => [name, i])) as Record<Feature, number>

const at = featureNumber

/** Towns whose population GeoNames does not give are mostly hamlets. */
const unknownPopulation = 300

/** What is known of a place by itself, as a row of features; the others are 0. */
export function ownFeatures({ id, level, match, seat, population, radiusKm, fame }: Candidate): Float64Array {
  const row = new Float64Array(features.length)
  const byHand = id.startsWith('dl:')
  const isTown = level === 'town' || level === 'district'
  if (byHand) row[at[isTown ? 'town kept by hand' : 'kept by hand']] = 1
  else if (level === 'sea' || level === 'area') row[at['size of a lake or river']] = Math.log10(1 + radiusKm)
  else row[at['decades of population']] = Math.max(Math.log10(population || unknownPopulation), level === 'country' ? 5 : 0)
  if (level === 'country') row[at['country']] = 1
  if (level === 'region') row[at['region']] = 1
  if (level === 'site') row[at['site']] = 1
  if (level === 'district' && !byHand) row[at[id.startsWith('gn:') ? 'section of a town' : 'county or district']] = 1
  if (level === 'town' && !byHand) row[at['known in other languages']] = Math.log10(1 + fame) - 0.7
  if (seat === 'country') row[at['capital']] = 1
  if (seat === 'region') row[at['seat of a region']] = 1
  if (seat === 'district') row[at['seat of a district']] = 1
  if (seat === 'former') row[at['former place']] = 1
  if (match === 'alternate') row[at['alternate name']] = 1
  if (match === 'variant') row[at['old or foreign name']] = 1
  if (match === 'variant' && level === 'country') row[at['foreign name of a country']] = 1
  if (match === 'abbreviation') row[at['short form']] = 1
  if (match === 'demonym') row[at['people of the place']] = 1
  return row
}

/** What the hand sets where nothing is trained: natural logarithms of odds, of which 1.6 are a decade of population. */
export const byReason: Record<Feature, number> = {
  'decades of population': 1.6, 'known in other languages': 1.12, 'size of a lake or river': 0.8,
  country: 3.5, region: 1, 'county or district': -2.6, 'section of a town': -0.6, site: 0, 'kept by hand': 11.8, 'town kept by hand': 8.3,
  capital: 3.2, 'seat of a region': 0.5, 'seat of a district': 0.2, 'former place': -2.4,
  'alternate name': -1.8, 'old or foreign name': -3.2, 'foreign name of a country': -3.2, 'short form': 0, 'people of the place': -0.8,
  'level as said': 4, 'level much as said': 1.3, 'level not as said': -4, 'inside its qualifier': 12.8, 'holds what it qualifies': 12.8, 'region named after its town': -4.8,
  'share of the country': 3.5, 'share of the region': 3.5, 'places near by': 3.8, 'place in the same sentence': 2.9, 'places inside it': 3.5, 'nearest place': 1, 'dateline country': 1, 'dateline region': 1, 'words of the country': 2, 'same as before': 9.6,
}
