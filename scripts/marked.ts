/** Marked articles: one JSON object a line, `{"id", "corpus", "text", "toponyms": [{"start", "end", "text", "lat"?, "lon"?, "radiusKm"?, "group"?}]}`. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MarkedEvent } from './score/pairing'

/** Offsets are UTF-16 units into the article's text; `radiusKm` is that of an area, within which any point is right. */
export type MarkedToponym = { start: number; end: number; text: string; lat?: number; lon?: number; radiusKm?: number; group?: string; level?: string }
export type MarkedArticle = { id: string; corpus: string; text: string; title?: string; published?: string | null; toponyms: MarkedToponym[] }
export type Corpora = { evaluator: string; files: string[] }

/** Lines of a file; what they hold is the caller's to know. */
export function readLines<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Line)
}

/**
 * The corpora of a folder: its `*.jsonl` with toponyms, those of its `dev/` or of its `corpora/dev/`, and the evaluator beside or above them.
 * @returns undefined where there are none, or no evaluator
 */
export function findCorpora(folder: string): Corpora | undefined {
  for (const dev of [join(folder, 'corpora', 'dev'), join(folder, 'dev'), folder].map((path) => resolve(path))) {
    const evaluator = [join(dev, 'evaluate-geoparse.mjs'), join(dirname(dev), 'evaluate-geoparse.mjs')].find(existsSync)
    if (!evaluator || !existsSync(dev)) continue
    const files = readdirSync(dev).filter((name) => name.endsWith('.jsonl')).sort().map((name) => join(dev, name)).filter((file) => Array.isArray(readLines<MarkedArticle>(file)[0]?.toponyms))
    if (files.length > 0) return { evaluator, files }
  }
  return undefined
}

/** By which the models remember the articles they were trained on: 32 bits of a text's SHA-256, from which nothing of it can be read. */
export const printOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** Which fold a text belongs to, 0 to `folds` − 1: by the text itself, so that equal sentences never stand on both sides. */
export const foldOfText = (text: string, folds: number): number => Number.parseInt(printOf(text), 16) % folds

/** A sentence with one event and the places of this event, none where it has none; offsets into the text. */
export type MarkedSentence = { text: string; event_start: number; event_end: number; places: [start: number, end: number][] }

/** The sentences of `events/event-location.jsonl` in or beside a folder of corpora; none where there is no such file. */
export function markedSentences(folder: string): MarkedSentence[] {
  const file = [join(folder, 'events', 'event-location.jsonl'), join(folder, 'event-location.jsonl')].find(existsSync)
  return file ? readLines<MarkedSentence>(file) : []
}

/** An article whose events are marked, as in `events/*.jsonl` and `tests/marked/*.jsonl`. */
export type EventArticle = { id: string; text: string; title?: string; published?: string | null; events: MarkedEvent[]; traps?: unknown[] }

/** The files of a folder whose articles have marked events. */
export function eventFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort().map((name) => join(folder, name)).filter((file) => readLines<Partial<EventArticle>>(file).some(({ events }) => Array.isArray(events)))
}

/** Every article with marked events of the given folders; those marked for places only are left out. */
export function eventArticles(...folders: string[]): EventArticle[] {
  return folders.flatMap(eventFiles).flatMap((file) => readLines<EventArticle>(file)).filter(({ events }) => Array.isArray(events))
}

/** Marks of events apart from their text: `print` is that of the text they were made on, title included. */
type StandoffMarks = { id: string; print: string; published?: string; events: MarkedEvent[] }

/**
 * The events that were marked for this project on articles of the corpora, joined to those articles; the text itself is in the corpora alone.
 * Marks of articles that are not there, or have another text, are left out.
 */
export function corpusEvents({ files }: Corpora): EventArticle[] {
  const marks = new Map(readLines<StandoffMarks>(fileURLToPath(new URL('./train/event-marks.jsonl', import.meta.url))).map((one) => [one.id, one]))
  return files.flatMap((file) => readLines<MarkedArticle>(file)).flatMap((article): EventArticle[] => {
    const known = marks.get(article.id)
    if (!known) return []
    const text = article.title && !article.text.startsWith(article.title.slice(0, 30)) ? `${article.title}\n\n${article.text}` : article.text
    return printOf(text) === known.print ? [{ id: article.id, text, published: known.published ?? null, events: known.events }] : []
  })
}
