/** Which extracted incident is which marked event of an article, by the rules of the events' evaluator, greedily: best pairs first. */
import { distanceKm } from '../../lib/distance'
import { families, type IncidentType } from '../../lib/taxonomy'
import type { IncidentRecord } from '../extract/record'

export type MarkedEvent = {
  type: IncidentType; alt_types?: IncidentType[]; sentence_start: number; sentence_end: number; mentions?: [start: number, end: number][]
  lat: number | null; lon: number | null; radius_km?: number; alt_points?: { lat: number; lon: number }[]
  date: string | null; date_end?: string; date_precision?: string; killed: number | null; injured: number | null; status: string; minor?: boolean
}

type Point = { lat: number; lon: number }

/** Usual in geoparsing: a point within 161 km (100 miles) of the mark is right, or inside the marked place where that is larger. */
export const isNear = (point: Point, mark: Point, radiusKm = 0): boolean => distanceKm(point, mark) <= Math.max(161, radiusKm)

export function isPlacedRight({ lat, lon, radius_km = 0, alt_points = [] }: MarkedEvent, { place }: IncidentRecord): boolean {
  if (!place || lat === null || lon === null) return false
  return [{ lat, lon }, ...alt_points].some((mark) => isNear(place, mark, radius_km))
}

/** Its point is right; an event that no place is told of is right without one. */
export const isLocatedRight = (event: MarkedEvent, incident: IncidentRecord): boolean => (event.lat === null ? incident.place === null : isPlacedRight(event, incident))

export const isTypedRight = ({ type, alt_types }: MarkedEvent, incident: IncidentRecord): boolean => type === incident.type || (alt_types ?? []).includes(incident.type as IncidentType)

/** 0 and none are the same. */
export const isCountedRight = ({ killed, injured }: MarkedEvent, incident: IncidentRecord): boolean => (killed ?? 0) === (incident.killed ?? 0) && (injured ?? 0) === (incident.injured ?? 0)

/** Marked events with the incident that tells each, main events before minor ones; every incident is used once. */
export function pairUp(marked: readonly MarkedEvent[], incidents: readonly IncidentRecord[]): Map<IncidentRecord, MarkedEvent> {
  const candidates = marked.flatMap((event) => incidents.flatMap((incident) => {
    const score = scoreOf(event, incident)
    return score > 0 ? [{ event, incident, score: score - (event.minor ? 10 : 0) }] : []
  })).sort((a, b) => b.score - a.score)
  const pairs = new Map<IncidentRecord, MarkedEvent>()
  const taken = new Set<MarkedEvent>()
  for (const { event, incident } of candidates) {
    if (pairs.has(incident) || taken.has(event)) continue
    pairs.set(incident, event)
    taken.add(event)
  }
  return pairs
}

/** 0 where the two cannot be one; else the higher the likelier. */
function scoreOf(event: MarkedEvent, incident: IncidentRecord): number {
  if (![event.type, ...(event.alt_types ?? [])].some((type) => families[type] === families[incident.type as IncidentType])) return 0
  const told = [[event.sentence_start, event.sentence_end] as const, ...(event.mentions ?? [])].some(([start, end]) => incident.start < end && start < incident.end)
  const placed = isPlacedRight(event, incident)
  if (!told && !placed) return 0
  return (told ? 2 : 0) + (placed ? 3 : 0) + (event.type === incident.type ? 1 : 0) + (isDatedRight(event, incident) ? 0.5 : 0)
}

/** The same day, or inside the marked month, year or range. */
export function isDatedRight({ date, date_end, date_precision }: MarkedEvent, { date: told }: IncidentRecord): boolean {
  if (date === null || told === null) return date === told
  if (date_end) return told === `${date}/${date_end}` || (told.slice(0, 10) >= date && told.slice(-10) <= date_end)
  return date_precision === 'day' ? told === date : told.startsWith(date)
}
