/** The tables that `npm run score` prints. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EventScore } from './events'
import type { LinkScore } from '../train/event-place'
import type { PlaceScore } from './places'
import { share, table } from './table'

type Peer = { corpus: string; system: string; strict?: number; overlap?: number; at161?: number; area?: number; found161?: number; foundArea?: number; source: string }
const peers = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'peers.json'), 'utf8')) as { geoparsing: Peer[]; whereToFind: string[] }
export const whereToFind = peers.whereToFind

/** What the project has set itself: overlap recognition F1 and area-tolerant end-to-end F1. */
const targets: Record<string, [overlap: number, area: number]> = { gwn: [90, 80], trnews: [90, 82], lgl: [85, 74], geovirus: [90, 88] }
const one = (value: number | undefined) => value?.toFixed(1) ?? '–'

export function placeTables(scores: PlaceScore[], commonest: number): string {
  return [systems(scores), sizes(scores), literal(scores), ceilings(scores), reliability(scores, [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01], ['confidence of pins, all corpora', 'pins']), ...(commonest > 0 ? scores.map((score) => errors(score, commonest)) : [])].filter((text) => text !== '').join('\n\n')
}

function systems(scores: PlaceScore[]): string {
  const head = ['places, %', 'F1 strict', 'F1 overlap', 'end to end 161 km', 'end to end area', 'found: 161 km', 'found: area', 'found: AUC']
  const rows = scores.flatMap((score) => {
    const target = targets[score.corpus]
    return [
      [`${score.corpus} (${score.articles} articles): Dateline`, share(score.strict.f1), share(score.overlap.f1), share(score.at161?.f1), share(score.area?.f1), share(score.found161), share(score.foundArea), score.auc?.toFixed(3) ?? '–'],
      ...(target ? [['  target', '', one(target[0]), '', one(target[1]), '', '', '']] : []),
      ...peers.geoparsing.filter(({ corpus }) => corpus === score.corpus).map((peer) =>
        [`  ${peer.system}, ${peer.source}`, ...[peer.strict, peer.overlap, peer.at161, peer.area, peer.found161, peer.foundArea].map(one), '–']),
    ]
  })
  return table(head, rows)
}

function sizes(scores: PlaceScore[]): string {
  const order = ['smaller', 'admin1', 'country', 'continent']
  const rows = scores.flatMap(({ corpus, bySize }) => order.filter((size) => bySize[size]).map((size) => {
    const { n, acc161, accArea } = bySize[size]!
    return [`${corpus}: ${size}`, String(n), share(acc161), share(accArea)]
  }))
  return rows.length > 0 ? table(['by size of the marked place, found ones, %', 'marks', '161 km', 'area'], rows) : ''
}

function literal(scores: PlaceScore[]): string {
  const rows = scores.flatMap(({ corpus, literal: only }) => (only ? [[corpus, share(only.strict.f1), share(only.overlap.f1), share(only.area?.precision), share(only.area?.recall), share(only.area?.f1)]] : []))
  return rows.length > 0 ? table(['literal names alone, %', 'F1 strict', 'F1 overlap', 'area: P', 'area: R', 'area: F1'], rows) : ''
}

function ceilings(scores: PlaceScore[]): string {
  const rows = scores.flatMap(({ corpus, ceiling }) => (ceiling ? [[corpus, share(ceiling.named), share(ceiling.placed), share(ceiling.firstPlaced)]] : []))
  return rows.length > 0 ? table(['what the gazetteer allows, % of the marks', 'name known', 'a reading right', 'the likeliest right'], rows) : ''
}

/** How often answers of a confidence are right: bins of equal width would be empty below and full above. */
function reliability(scores: readonly { answers: { confidence: number; right: boolean }[] }[], edges: number[], [what, things]: [string, string]): string {
  const answers = scores.flatMap((score) => score.answers)
  if (answers.length === 0) return ''
  let gap = 0
  const rows = edges.slice(0, -1).flatMap((from, i) => {
    const within = answers.filter(({ confidence }) => confidence >= from && confidence < edges[i + 1]!)
    if (within.length === 0) return []
    const said = within.reduce((sum, { confidence }) => sum + confidence, 0) / within.length
    const right = within.filter((answer) => answer.right).length / within.length
    gap += (within.length / answers.length) * Math.abs(said - right)
    return [[`${from.toFixed(2)} to ${Math.min(1, edges[i + 1]!).toFixed(2)}`, String(within.length), share(said), share(right)]]
  })
  const brier = answers.reduce((sum, { confidence, right }) => sum + (confidence - (right ? 1 : 0)) ** 2, 0) / answers.length
  return `${table([what, things, 'said, %', 'right, %'], rows)}\nmean gap ${share(gap)} points, Brier score ${brier.toFixed(4)}`
}

function errors({ corpus, errors: { missed, madeUp, misplaced } }: PlaceScore, commonest: number): string {
  const line = (list: [string, number][]) => list.slice(0, commonest).map(([name, count]) => `${name} ${count}`).join(', ') || 'none'
  const sum = (list: [string, number][]) => list.reduce((total, [, count]) => total + count, 0)
  return `${corpus}: commonest errors\n  missed ${sum(missed)}: ${line(missed)}\n  made up ${sum(madeUp)}: ${line(madeUp)}\n  in the wrong place ${sum(misplaced)}: ${line(misplaced)}`
}

/** What the project has set itself for incidents, by the figure's name: on real articles, and on the own texts of hard constructions. */
const eventTargets: Record<string, [real: string, hard: string]> = {
  'located, F1': ['68', '80'], 'exact type, of those found': ['92', '95'], 'date right, where one can be derived': ['85', '92'], 'casualties exact': ['80', '90'],
  'complete (place, date, toll), F1': ['50', '65'], 'false alarms an article without events': ['0.2', '0'], 'traps stepped on': ['6', '4'],
}

/** One column a file, each followed by its targets. */
export function eventTables(scores: EventScore[], commonest: number): string {
  const figures: [name: string, figure: (score: EventScore) => string][] = [
    ['located, F1', ({ located }) => share(located.f1)],
    ['  95 % interval over articles', ({ ci95 }) => ci95.located_f1.map(share).join(' to ')],
    ['exact type, of those found', ({ type_accuracy_on_matched }) => share(type_accuracy_on_matched)],
    ['date right, where one can be derived', ({ date }) => `${share(date.accuracy)} of ${date.n}`],
    ['casualties exact', ({ casualties }) => `${share(casualties.exact)} of ${casualties.events_with_number}`],
    ['complete (place, date, toll), F1', ({ complete }) => share(complete.f1)],
    ['false alarms an article without events', ({ no_event }) => `${no_event.per_document?.toFixed(2) ?? '–'} in ${no_event.documents}`],
    ['traps stepped on', ({ traps, traps_hit }) => (traps > 0 ? `${share(traps_hit.length / traps)} of ${traps}` : 'none marked')],
    ['found (family): precision, recall, F1', ({ detection }) => [detection.precision, detection.recall, detection.f1].map(share).join(', ')],
    ['located: precision, recall', ({ located }) => [located.precision, located.recall].map(share).join(', ')],
    ['dates given in full, relative', ({ date }) => [date.explicit.accuracy, date.relative.accuracy].map(share).join(', ')],
    ['dates made up, where the text gives none', ({ date }) => `${date.invented} of ${date.gold_without_date}`],
    ['status right', ({ status }) => `${share(status.accuracy)} of ${status.n}`],
  ]
  const isHard = ({ corpus }: EventScore) => corpus === 'original'
  const head = ['incidents, %', ...scores.flatMap((score) => [`${score.corpus} (${score.documents} articles, ${score.gold_events} events)`, 'target'])]
  const rows = figures.map(([name, figure]) => [name, ...scores.flatMap((score) => [figure(score), eventTargets[name]?.[isHard(score) ? 1 : 0] ?? ''])])
  const lists = commonest > 0 ? scores.map(({ corpus, errors }) => `${corpus}: commonest errors\n  ${errors.slice(0, commonest).map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}`) : []
  const edges = [0, 0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 1.01]
  const sure = [
    reliability(scores, edges, ['confidence of incidents, event and place', 'incidents']),
    reliability(scores.map(({ places }) => ({ answers: places })), edges, ['confidence of the place, where an event is found', 'places']),
    reliability(scores.map(({ dates }) => ({ answers: dates })), edges, ['confidence of the day, where an event is found', 'days']),
  ]
  return [table(head, rows), ...lists, ...sure].filter((text) => text !== '').join('\n\n')
}

/** How well the place of an event in its own sentence is told, by weights that have not seen the sentence. */
export function linkTable({ sentences, marked, trained, nearest }: LinkScore): string {
  const row = (name: string, { found, right }: LinkScore['trained']) => [name, share(right / found), share(right / marked), share((2 * right) / (found + marked))]
  return table([`event → place, ${sentences} sentences, %`, 'precision', 'recall', 'F1'], [row('Dateline, five folds', trained), row('the nearest name', nearest)])
}
