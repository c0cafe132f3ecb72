/** Fills a database with what a map seldom holds: `node --import tsx tests/browser/edge-store.ts FILE nothing|one|extremes`. */
import { fillStore } from '../../scripts/bench/fill'
import type { Sampled } from '../../scripts/bench/sample'
import { combineReports } from '../../lib/link/combine'
import type { IncidentType } from '../../lib/taxonomy'
import type { Evidence } from '../../lib/types'
import { crowd, hostile, ids, long, rightToLeft } from './edge-words'

type Told = { id?: string; type: IncidentType; lat: number; lon: number; place: string; day?: string; quotes: string[]; title?: string; publisher?: string; url?: string }

let given = 0
const nextId = () => `e${String(given++).padStart(11, '0')}`

/** An incident with one report for each quote, in an article of its own. */
function incident({ id = nextId(), type, lat, lon, place, day = '2025-06-15', quotes, title, publisher, url }: Told): Sampled {
  const texts = new Map<string, string>()
  const reports = quotes.map((quote, told) => {
    const article = nextId()
    texts.set(article, quote)
    const evidence: Evidence = { article, quote, start: 0, end: quote.length }
    return {
      id: told ? ids.laterReport : id, article, type, status: 'happened' as const, actors: [], evidence, mentions: [], confidence: 0.9,
      trigger: { start: 0, end: 1, text: quote[0]!, rule: 'edge' },
      where: { known: true as const, value: { id: `gn:${lat},${lon}`, name: place, level: 'town' as const, at: { lat, lon }, radiusKm: 5 }, basis: 'stated' as const, confidence: 0.9, evidence, others: [] },
      when: { known: true as const, value: { edtf: day, from: day, to: day, precision: 'day' as const }, basis: 'stated' as const, confidence: 0.9, evidence, others: [] },
      source: { id: article, published: `2025-06-${16 + told}`, ...(title && { title }), ...(publisher && { publisher }), ...(url && { url }) },
    }
  })
  return { incident: combineReports(reports), texts }
}

const one = (): Sampled => incident({ type: 'meeting', lat: 64.15, lon: -21.94, place: 'Reykjavik', quotes: ['Ministers met in Reykjavik on 15 June.'] })

function* extremes(): Generator<Sampled> {
  const kinds = ['strike', 'attack', 'clash'] as const
  for (let i = 0; i < crowd.count; i++) yield incident({ ...crowd, type: kinds[i % 3]!, day: new Date(Date.UTC(2020, 0, 1 + (i % 1900))).toISOString().slice(0, 10), quotes: [`Report ${i + 1} of what happened in ${crowd.place}.`] })
  yield incident({ id: ids.fiji, type: 'agreement', lat: -16.7, lon: 179.9, place: 'Labasa', quotes: ['An agreement was signed in Labasa.'] })
  yield incident({ id: ids.samoa, type: 'agreement', lat: -13.8, lon: -179.9, place: 'Savaii', quotes: ['An agreement was signed on Savaii.'] })
  yield incident({ id: ids.north, type: 'sanction', lat: 89.9, lon: 20, place: 'North Pole', quotes: ['Sanctions were announced at the North Pole.'] })
  yield incident({ id: ids.south, type: 'sanction', lat: -89.9, lon: 20, place: 'South Pole', quotes: ['Sanctions were announced at the South Pole.'] })
  yield incident({ id: ids.long, type: 'detention', lat: -34.6, lon: -58.4, ...long })
  yield incident({ id: ids.rightToLeft, type: 'protest', lat: 33.9, lon: 35.5, ...rightToLeft })
  yield incident({ id: ids.hostile, type: 'movement', lat: 52.5, lon: 13.4, ...hostile })
  yield incident({ id: ids.merged, type: 'meeting', lat: 47, lon: 8, place: 'Bern', quotes: ['They met in Bern.', 'The two met in Bern, says another.'] })
}

const states: Record<string, () => Iterable<Sampled>> = { nothing: () => [], one: () => [one()], extremes }
const [file, state] = process.argv.slice(2)
await fillStore(file!, states[state!]!())
