/** One article's reading as the line `npm run extract` writes; the field names are a contract with its users. */
import type { PlaceMention, Reading, Report, Resolved, Place } from '../../lib/types'

export type ToponymRecord = {
  start: number; end: number; text: string; name: string
  lat: number | null; lon: number | null; level: string | null; radius_km: number | null; country: string | null; id: string | null
  /** False for a name that stands for a government, a people, a team or an organisation. */
  literal: boolean
  confidence: number
}

export type IncidentRecord = {
  type: string; status: string
  /** The sentence that tells it. */
  start: number; end: number; quote: string
  place: { name: string; lat: number; lon: number; level: string; radius_km: number } | null
  /** EDTF. */
  date: string | null
  killed: number | null; injured: number | null
  claimed_by: string | null; actors: string[]
  confidence: number
}

export type ArticleRecord = { id: string | number; toponyms: ToponymRecord[]; incidents: IncidentRecord[] }

export function articleRecord(id: string | number, { places, reports }: Reading): ArticleRecord {
  return {
    id,
    toponyms: [...places].map(([mention, resolved]) => toponym(mention, resolved)).sort((a, b) => a.start - b.start),
    incidents: reports.map(incident),
  }
}

function toponym({ start, end, text, name, literal }: PlaceMention, resolved: Resolved<Place>): ToponymRecord {
  if (!resolved.known) return { start, end, text, name, lat: null, lon: null, level: null, radius_km: null, country: null, id: null, literal, confidence: 0 }
  const { value, confidence } = resolved
  return {
    start, end, text, name: value.name, lat: value.at.lat, lon: value.at.lon, level: value.level, radius_km: value.radiusKm,
    country: value.country ?? null, id: value.id, literal, confidence: rounded(confidence),
  }
}

function incident({ type, status, evidence, where, when, killed, injured, claimedBy, actors, confidence }: Report): IncidentRecord {
  return {
    type, status, start: evidence.start, end: evidence.end, quote: evidence.quote,
    place: where.known
      ? { name: where.value.name, lat: where.value.at.lat, lon: where.value.at.lon, level: where.value.level, radius_km: where.value.radiusKm }
      : null,
    date: when.known ? when.value.edtf : null,
    // "dozens" has no number to give; its lower bound would be a guess passed on as a fact.
    killed: killed?.best ?? null, injured: injured?.best ?? null,
    claimed_by: claimedBy ?? null, actors: actors.map(({ name }) => name), confidence: rounded(confidence),
  }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
