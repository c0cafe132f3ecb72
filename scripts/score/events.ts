/** Scores of incidents against marked articles. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Reading } from '../../lib/types'
import { articleRecord } from '../extract/record'
import { readLines } from '../marked'
import { evaluate, type Prf } from './evaluator'
import { readingOf } from './readings'

type MarkedEvents = { id: string; text: string; title?: string; published?: string | null; events?: unknown[] }
export type EventScore = {
  corpus: string; documents: number; gold_events: number
  detection: Prf; exact_type: Prf; located: Prf; complete: Prf
  date: { n: number; accuracy: number | null; explicit: { n: number; accuracy: number | null }; relative: { n: number; accuracy: number | null }; missing: number; invented: number; gold_without_date: number }
  casualties: { events_with_number: number; exact: number | null; invented: number }
  status: { n: number; accuracy: number | null }
}

/** Scores of each file of a folder with marked events and their evaluator; none where there are none. */
export function scoreEvents(folder: string): EventScore[] {
  const evaluator = join(folder, 'evaluate-events.mjs')
  if (!existsSync(evaluator)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort().map((name) => join(folder, name)).flatMap((file): EventScore[] => {
    const articles = readLines<MarkedEvents>(file)
    if (!Array.isArray(articles[0]?.events)) return []
    const predictions = articles.map((article) => ({ id: article.id, events: events(readingOf(article)) }))
    return [{ ...(evaluate(predictions, (predicted) => [evaluator, file, predicted, '--json']) as Omit<EventScore, 'corpus'>), corpus: basename(file, '.jsonl') }]
  })
}

/** Incidents in the evaluator's words; a denied one is no event for it. */
function events(reading: Reading | null): object[] {
  if (!reading) return []
  return articleRecord('', reading).incidents.filter(({ status }) => status !== 'denied').map(({ type, status, start, end, place, date, killed, injured }) => ({
    type, status, start, end, lat: place?.lat ?? null, lon: place?.lon ?? null, date, killed, injured,
  }))
}
