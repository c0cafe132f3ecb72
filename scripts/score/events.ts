/** Scores of incidents against marked articles, by the marked articles' own evaluator; what went wrong, and how far confidence can be trusted. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Models } from '../../lib/pipeline'
import type { Reading } from '../../lib/types'
import { articleRecord, type IncidentRecord } from '../extract/record'
import { eventFiles, readLines, type EventArticle } from '../marked'
import { evaluate, withLines, type Prf } from './evaluator'
import { isCountedRight, isDatedRight, isLocatedRight, isTypedRight, pairUp, type MarkedEvent } from './pairing'
import { readingOf } from './readings'

/** What the evaluator answers, as far as it is printed. Shares are 0–1, null where nothing could be counted. */
type Evaluation = {
  documents: number; gold_events: number
  detection: Prf; exact_type: Prf; located: Prf; complete: Prf; type_accuracy_on_matched: number | null
  date: { n: number; accuracy: number | null; explicit: { accuracy: number | null }; relative: { accuracy: number | null }; invented: number; gold_without_date: number }
  casualties: { events_with_number: number; exact: number | null; invented: number }
  status: { n: number; accuracy: number | null }
  no_event: { documents: number; per_document: number | null }
  traps_hit: unknown[]
  ci95: { located_f1: [low: number, high: number] }
}

export type EventScore = Evaluation & {
  corpus: string; traps: number
  /** Kinds of errors, commonest first: "detention missed" and how often. */
  errors: [kind: string, count: number][]
  /** Every incident that was told, with its confidence and whether its event and place are right; of those that tell a marked event, the same of place and day alone. */
  answers: Answer[]; places: Answer[]; dates: Answer[]
}
type Answer = { confidence: number; right: boolean }

/** Marked articles under a name, and the file that holds them where one does. */
type Marked = { corpus: string; articles: EventArticle[]; file?: string }

/**
 * Scores of each file of a folder with marked events and their evaluator, and of `more`, each article read by the models given for it.
 * @param more articles of the corpora whose events the project has marked itself
 * @returns none where there is no evaluator
 */
export function scoreEvents(folder: string, more: EventArticle[], modelsOf: (article: EventArticle) => Models): EventScore[] {
  const evaluator = join(folder, 'evaluate-events.mjs')
  if (!existsSync(evaluator)) return []
  const files = eventFiles(folder).map((file): Marked => ({ corpus: basename(file, '.jsonl'), articles: readLines<EventArticle>(file), file }))
  return [...files, ...(more.length > 0 ? [{ corpus: 'corpora, own marks', articles: more }] : [])].map((marked) => scoreOf(evaluator, marked, modelsOf))
}

function scoreOf(evaluator: string, { corpus, articles, file }: Marked, modelsOf: (article: EventArticle) => Models): EventScore {
  const told = articles.map((article) => ({ article, incidents: incidentsOf(readingOf(article, modelsOf(article))) }))
  const predictions = told.map(({ article, incidents }) => ({ id: article.id, events: incidents.map(({ record }) => inTheirWords(record)) }))
  const verdicts: Verdicts = { errors: new Map(), answers: [], places: [], dates: [] }
  for (const { article, incidents } of told) judge(article.events, incidents, verdicts)
  const evaluation = file
    ? evaluate(predictions, (predicted) => [evaluator, file, predicted, '--json'])
    : withLines(articles.map((article) => ({ ...article, events: article.events.map(inFull) })), (written) => evaluate(predictions, (predicted) => [evaluator, written, predicted, '--json']))
  return {
    ...(evaluation as Evaluation),
    corpus, traps: articles.reduce((sum, { traps }) => sum + (traps?.length ?? 0), 0),
    ...verdicts, errors: [...verdicts.errors].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  }
}

/** What the evaluator wants of every event, whether it counts it or not. */
const inFull = (event: MarkedEvent): object => ({ trigger: '', mentions: [], place: null, actors: [], claimed_by: null, ...event })

/** An incident as it is given out, and how sure its place and its day are. */
type Told = { record: IncidentRecord; place: number; date: number }

/** A denied incident is no event for the evaluator. */
function incidentsOf(reading: Reading | null): Told[] {
  if (!reading) return []
  const sure = (field: { known: boolean; confidence?: number }) => field.confidence ?? 0
  return articleRecord('', reading).incidents.map((record, i) => ({ record, place: sure(reading.reports[i]!.where), date: sure(reading.reports[i]!.when) }))
    .filter(({ record }) => record.status !== 'denied')
}

const inTheirWords = ({ type, status, start, end, place, date, killed, injured }: IncidentRecord): object =>
  ({ type, status, start, end, lat: place?.lat ?? null, lon: place?.lon ?? null, date, killed, injured })

type Verdicts = { errors: Map<string, number>; answers: Answer[]; places: Answer[]; dates: Answer[] }

function judge(events: readonly MarkedEvent[], told: readonly Told[], { errors, answers, places, dates }: Verdicts): void {
  const error = (kind: string) => errors.set(kind, (errors.get(kind) ?? 0) + 1)
  const pairs = pairUp(events, told.map(({ record }) => record))
  const found = new Set(pairs.values())
  for (const event of events) if (!event.minor && !found.has(event)) error(`${event.type} missed`)
  for (const { record: incident, place, date } of told) {
    const event = pairs.get(incident)
    if (!event) {
      error(`${incident.type} made up`)
      answers.push({ confidence: incident.confidence, right: false })
      continue
    }
    if (event.minor) continue
    const placed = isLocatedRight(event, incident)
    const dated = isDatedRight(event, incident)
    answers.push({ confidence: incident.confidence, right: placed })
    if (incident.place) places.push({ confidence: place, right: placed })
    if (incident.date) dates.push({ confidence: date, right: dated })
    if (!placed) error(incident.place ? 'in another place' : 'found without its place')
    if (!dated) error(event.date === null ? 'date made up' : incident.date === null ? 'date missing' : 'another date')
    if (!isCountedRight(event, incident)) error('another toll')
    if (event.status !== incident.status) error(`${event.status}, told as ${incident.status}`)
    if (!isTypedRight(event, incident)) error(`${event.type} told as ${incident.type}`)
  }
}
