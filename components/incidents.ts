/** An incident with its texts, as the page holds those it shows (see ./details). The rows of all are in lib/columns. */
import type { IncidentType, PlaceLevel, Status } from '../lib/taxonomy'
import type { Actor, Toll } from '../lib/types'

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
