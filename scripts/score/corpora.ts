/**
 * Scores against marked corpora: every article is read in memory, the predictions are written to a
 * temporary folder, and the corpora's own evaluators — not ours — say how good they are.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readReading } from '../../lib/pipeline'
import type { PlaceMention, Reading } from '../../lib/types'
import { articleRecord } from '../extract/record'

export type MarkedArticle = { id: string; text: string; title?: string; published?: string | null; toponyms?: unknown[]; events?: unknown[] }

type Prf = { precision: number | null; recall: number | null; f1: number | null }
export type PlaceScore = {
  corpus: string; articles: number; strict: Prf; overlap: Prf
  /** Null where a corpus marks no coordinates. */
  at161: Prf | null; area: Prf | null; accuracy: number | null
}
export type EventScore = {
  corpus: string; documents: number; gold_events: number
  detection: Prf; exact_type: Prf; located: Prf; complete: Prf
  date: { n: number; accuracy: number | null; explicit: { n: number; accuracy: number | null }; relative: { n: number; accuracy: number | null }; missing: number; invented: number; gold_without_date: number }
  casualties: { events_with_number: number; exact: number | null; invented: number }
  status: { n: number; accuracy: number | null }
}

/**
 * What each corpus marks: a name standing for a government or team (`metonyms`), "Turkish" (`demonyms`), a
 * name inside another (`parts`). No one setting fits them all, so the score chooses per corpus, openly.
 */
const marks: Record<string, { metonyms: boolean; demonyms: boolean; parts: boolean }> = {
  gwn: { metonyms: true, demonyms: true, parts: true },
  trnews: { metonyms: true, demonyms: true, parts: true },
  lgl: { metonyms: true, demonyms: true, parts: true },
  geovirus: { metonyms: true, demonyms: false, parts: false },
  tudloc: { metonyms: true, demonyms: false, parts: true },
  re3d: { metonyms: true, demonyms: false, parts: false },
}
const marksAll = { metonyms: true, demonyms: true, parts: true }

export function readMarked(file: string): MarkedArticle[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as MarkedArticle)
}

/** Files of a folder whose first line has a field: "toponyms" or "events". */
function markedFiles(folder: string, field: 'toponyms' | 'events'): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort().map((name) => join(folder, name))
    .filter((file) => { const [first] = readMarked(file); return first?.id !== undefined && Array.isArray(first[field]) })
}

/** Reads an article as `extract` would; one that is refused counts as an article in which nothing was found. */
export function readingOf({ text, title, published }: MarkedArticle): Reading | null {
  try {
    return readReading({ text, ...(title && { title }), ...(published && { published }) })
  } catch {
    return null
  }
}

export function scorePlaces(folder: string, extra: string[] = []): PlaceScore[] {
  const evaluator = join(folder, 'evaluate-geoparse.mjs')
  return markedFiles(join(folder, 'dev'), 'toponyms').map((file) => {
    const corpus = basename(file, '.jsonl')
    const wanted = marks[corpus] ?? marksAll
    const predictions = readMarked(file).map((article) => ({ id: article.id, toponyms: toponyms(readingOf(article), wanted) }))
    const result = evaluate(predictions, (predicted) => [evaluator, '--gold', file, '--pred', predicted, '--json', ...extra]) as { corpora: Record<string, Record<string, never>> }
    const figures = Object.values(result.corpora)[0] as unknown as {
      articles: number; recognition: { strict: Prf; overlap: Prf }; endToEnd161: Prf | null; endToEndArea: Prf | null; resolution: { accArea: number | null } | null
    }
    return {
      corpus, articles: figures.articles, strict: figures.recognition.strict, overlap: figures.recognition.overlap,
      at161: figures.endToEnd161, area: figures.endToEndArea, accuracy: figures.resolution?.accArea ?? null,
    }
  })
}

function toponyms(reading: Reading | null, wanted: typeof marksAll): object[] {
  if (!reading) return []
  const counts = ({ role }: PlaceMention) => role === 'location' || role === 'dateline'
    || (role === 'metonym' && wanted.metonyms) || (role === 'demonym' && wanted.demonyms) || (role === 'part' && wanted.parts)
  const starts = new Set([...reading.places.keys()].filter(counts).map(({ start }) => start))
  return articleRecord('', reading).toponyms.filter(({ start }) => starts.has(start))
}

export function scoreEvents(folder: string, extra: string[] = []): EventScore[] {
  const evaluator = join(folder, 'evaluate-events.mjs')
  return markedFiles(folder, 'events').map((file) => {
    const predictions = readMarked(file).map((article) => ({ id: article.id, events: events(readingOf(article)) }))
    const result = evaluate(predictions, (predicted) => [evaluator, file, predicted, '--json', ...extra])
    return { ...(result as Omit<EventScore, 'corpus'>), corpus: basename(file, '.jsonl') }
  })
}

/** Incidents in the evaluator's words; a denied one is no event for it. */
function events(reading: Reading | null): object[] {
  if (!reading) return []
  return articleRecord('', reading).incidents.filter(({ status }) => status !== 'denied').map(({ type, status, start, end, place, date, killed, injured }) => ({
    type, status, start, end, lat: place?.lat ?? null, lon: place?.lon ?? null, date, killed, injured,
  }))
}

function evaluate(predictions: object[], command: (file: string) => string[]): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-score-'))
  try {
    const file = join(folder, 'predictions.jsonl')
    writeFileSync(file, predictions.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return JSON.parse(execFileSync(process.execPath, command(file), { encoding: 'utf8', maxBuffer: 64_000_000 }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
