/**
 * Scores on the project's own marked texts, `tests/marked/*.jsonl`. A place counts when the spans overlap
 * and the point is at most 161 km off (the usual threshold) or within the marked radius; an incident when
 * its type is right, its evidence overlaps the marked sentence and its place counts. Each is used once.
 * An article without `events` is marked for places only: what is found there is no wrong incident.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { distanceKm } from '../../lib/distance'
import { articleRecord, type IncidentRecord, type ToponymRecord } from '../extract/record'
import { readLines } from '../marked'
import { readingOf } from './readings'

type OwnArticle = { id: string; text: string; title?: string; published?: string | null; toponyms?: MarkedPlace[]; events?: MarkedEvent[] }
type MarkedPlace = { start: number; end: number; lat: number; lon: number; radius_km?: number }
type MarkedEvent = {
  type: string; sentence_start: number; sentence_end: number; lat: number; lon: number; radius_km?: number
  date: string | null; killed: number | null; injured: number | null; status: string
}
export type OwnScore = { name: string; found: number; marked: number; predicted: number }

const KM = 161

export function scoreOwn(folder: string): OwnScore[] {
  const totals = { places: none(), incidents: none(), dates: none(), tolls: none(), statuses: none() }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort()) for (const article of readLines<OwnArticle>(join(folder, file))) {
    const reading = readingOf(article)
    const record = reading ? articleRecord(article.id, reading) : { toponyms: [], incidents: [] }
    const places = pairs((article.toponyms ?? []) as MarkedPlace[], record.toponyms.filter(({ lat }) => lat !== null), isPlace)
    add(totals.places, places.length, article.toponyms?.length ?? 0, record.toponyms.filter(({ lat }) => lat !== null).length)
    if (!article.events) continue
    const events = article.events as MarkedEvent[]
    const found = pairs(events, record.incidents, isIncident)
    add(totals.incidents, found.length, events.length, record.incidents.length)
    const right = (test: (marked: MarkedEvent, incident: IncidentRecord) => boolean) => found.filter(([marked, incident]) => test(marked, incident)).length
    const dated = found.filter(([{ date }]) => date !== null)
    add(totals.dates, dated.filter(([{ date }, incident]) => incident.date === date).length, dated.length, dated.length)
    add(totals.tolls, right((marked, { killed, injured }) => killed === marked.killed && injured === marked.injured), found.length, found.length)
    add(totals.statuses, right((marked, { status }) => status === marked.status), found.length, found.length)
  }
  return Object.entries(totals).map(([name, total]) => ({ name, ...total }))
}

const none = () => ({ found: 0, marked: 0, predicted: 0 })
function add(total: ReturnType<typeof none>, found: number, marked: number, predicted: number): void {
  total.found += found
  total.marked += marked
  total.predicted += predicted
}

function pairs<G, P>(marked: G[], predicted: P[], same: (marked: G, predicted: P) => boolean): [G, P][] {
  const left = [...predicted]
  return marked.flatMap((gold): [G, P][] => {
    const index = left.findIndex((candidate) => same(gold, candidate))
    const [match] = index < 0 ? [] : left.splice(index, 1)
    return match === undefined ? [] : [[gold, match]]
  })
}

const overlap = (start: number, end: number, other: { start: number; end: number }) => start < other.end && other.start < end

function isPlace(marked: MarkedPlace, { start, end, lat, lon }: ToponymRecord): boolean {
  return overlap(marked.start, marked.end, { start, end }) && lat !== null && lon !== null && near(marked, { lat, lon })
}

function isIncident(marked: MarkedEvent, { type, start, end, place }: IncidentRecord): boolean {
  return type === marked.type && overlap(marked.sentence_start, marked.sentence_end, { start, end }) && place !== null && near(marked, place)
}

function near(marked: { lat: number; lon: number; radius_km?: number }, point: { lat: number; lon: number }): boolean {
  return distanceKm(marked, point) <= Math.max(KM, marked.radius_km ?? 0)
}
