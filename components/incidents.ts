/**
 * The incidents as the page holds them: fetched once from GET /api/incidents, filtered here so that
 * a change of filter shows at once. The rules are those of lib/query: types and statuses are lists,
 * dates are inclusive and match when the incident's interval touches them, text is looked for in
 * quotes, titles, places and actors.
 */
import { placePrecision } from '../lib/columns/columns'
import type { Filters } from '../lib/view'
import type { IncidentType, PlaceLevel, Status } from '../lib/taxonomy'
import type { Actor, Toll } from '../lib/types'
import type { Says } from './use-search'

export type Source = {
  /** The report's id. */
  id: string
  article: string
  quote: string
  place?: string | undefined
  title?: string | undefined
  publisher?: string | undefined
  published?: string | undefined
  url?: string | undefined
  killed: Toll | null
  injured: Toll | null
}
export type ItemPlace = { name: string; level: PlaceLevel; lat: number; lon: number; radiusKm: number; country?: string | undefined; admin1?: string | undefined; area?: string | undefined; implied?: boolean }
export type Candidate = { name: string; level: PlaceLevel; lat: number; lon: number; country: string | null; admin1: string | null }
export type Item = {
  id: string
  type: IncidentType
  status: Status
  place: ItemPlace | null
  when: { edtf: string; from: string; to: string; implied: boolean } | null
  killed: Toll | null
  injured: Toll | null
  claimedBy?: string | undefined
  deniedBy?: string | undefined
  actors: Actor[]
  /** The other places the name could have meant. */
  others: Candidate[]
  sources: Source[]
}
export type PlacedItem = Item & { place: ItemPlace }

export const isPlaced = (item: Item): item is PlacedItem => item.place !== null

/** Wider than a town: drawn as an outline or a circle of its radius, never as a bare point. */
export const isArea = (place: ItemPlace): boolean => place.level !== 'site' && place.level !== 'town' && (place.radiusKm >= 12 || place.area !== undefined)

/** @param says the text search; a filter without text needs none */
export function matches(item: Item, filters: Omit<Filters, 'bbox'>, says: Says | null): boolean {
  if (filters.type && !filters.type.includes(item.type)) return false
  if (filters.status && !filters.status.includes(item.status)) return false
  if (filters.precision && !filters.precision.includes(placePrecision(item.place?.level))) return false
  if (filters.from && !(item.when && item.when.to >= filters.from)) return false
  if (filters.to && !(item.when && item.when.from <= filters.to)) return false
  return !filters.q || (says !== null && says(item, filters.q))
}

/** Newest first; undated last. */
export function byDate(a: Item, b: Item): number {
  return (b.when?.to ?? '').localeCompare(a.when?.to ?? '') || (b.when?.from ?? '').localeCompare(a.when?.from ?? '') || a.id.localeCompare(b.id)
}

/** The quotation that stands for the incident in a list. */
export const headline = (item: Item): string => item.sources[0]?.quote ?? ''
export const placeWords = (item: Item): string => item.place?.name ?? 'Place not stated'
