/**
 * Scores on the project's own marked texts, `tests/marked/*.jsonl`. A place counts when the spans overlap
 * and the point is at most 161 km off (the usual threshold) or within the marked radius; an incident when
 * its type and place are right, paired as in `pairing.ts`. What tells a minor event is neither right nor wrong.
 * An article without `events` is marked for places only: what is found there is no wrong incident.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Models } from '../../lib/pipeline'
import { articleRecord, type IncidentRecord, type ToponymRecord } from '../extract/record'
import { readLines, type EventArticle } from '../marked'
import { isCountedRight, isDatedRight, isLocatedRight, isNear, isTypedRight, pairUp, type MarkedEvent } from './pairing'
import { readingOf } from './readings'

type OwnArticle = Omit<EventArticle, 'events'> & { toponyms?: MarkedPlace[]; events?: MarkedEvent[] }
type MarkedPlace = { start: number; end: number; lat: number; lon: number; radius_km?: number }
export type OwnScore = { name: string; found: number; marked: number; predicted: number }

/** @param modelsOf the models that may read an article: those that were not trained on it */
export function scoreOwn(folder: string, modelsOf: (article: EventArticle) => Models): OwnScore[] {
  const totals = { places: none(), incidents: none(), types: none(), dates: none(), tolls: none(), statuses: none() }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort()) for (const article of readLines<OwnArticle>(join(folder, file))) {
    const { events, toponyms } = article
    const reading = readingOf(article, events && modelsOf({ ...article, events }))
    const record = reading ? articleRecord(article.id, reading) : { toponyms: [], incidents: [] }
    if (toponyms) {
      const placed = record.toponyms.filter(({ lat }) => lat !== null)
      add(totals.places, pairs(toponyms, placed, isPlace).length, toponyms.length, placed.length)
    }
    if (events) addIncidents(totals, events, record.incidents.filter(({ status }) => status !== 'denied'))
  }
  return Object.entries(totals).map(([name, total]) => ({ name, ...total }))
}

function addIncidents(totals: Record<'incidents' | 'types' | 'dates' | 'tolls' | 'statuses', Total>, events: MarkedEvent[], incidents: IncidentRecord[]): void {
  const paired = pairUp(events, incidents)
  const told = incidents.filter((incident) => !paired.get(incident)?.minor)
  const found = told.flatMap((incident) => { const event = paired.get(incident); return event ? [{ event, incident }] : [] })
  const located = found.filter(({ event, incident }) => isLocatedRight(event, incident))
  add(totals.incidents, located.length, events.filter(({ minor }) => !minor).length, told.length)
  const share = (total: Total, of: typeof found, right: (pair: (typeof found)[number]) => boolean) => add(total, of.filter(right).length, of.length, of.length)
  share(totals.types, found, ({ event, incident }) => isTypedRight(event, incident))
  share(totals.dates, found.filter(({ event }) => event.date !== null), ({ event, incident }) => isDatedRight(event, incident))
  share(totals.tolls, found, ({ event, incident }) => isCountedRight(event, incident))
  share(totals.statuses, found, ({ event, incident }) => event.status === incident.status)
}

type Total = { found: number; marked: number; predicted: number }
const none = (): Total => ({ found: 0, marked: 0, predicted: 0 })
function add(total: Total, found: number, marked: number, predicted: number): void {
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

function isPlace(marked: MarkedPlace, { start, end, lat, lon }: ToponymRecord): boolean {
  return marked.start < end && start < marked.end && lat !== null && lon !== null && isNear({ lat, lon }, marked, marked.radius_km)
}
