/** The tables that `npm run score` prints. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EventScore } from './events'
import type { PlaceScore } from './places'
import { share, table } from './table'

type Peer = { corpus: string; system: string; strict?: number; overlap?: number; at161?: number; area?: number; found161?: number; foundArea?: number; source: string }
const peers = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'peers.json'), 'utf8')) as { geoparsing: Peer[]; whereToFind: string[] }
export const whereToFind = peers.whereToFind

/** What the project has set itself: overlap recognition F1 and area-tolerant end-to-end F1. */
const targets: Record<string, [overlap: number, area: number]> = { gwn: [90, 80], trnews: [90, 82], lgl: [85, 74], geovirus: [90, 88] }
const one = (value: number | undefined) => value?.toFixed(1) ?? '–'

export function placeTables(scores: PlaceScore[], commonest: number): string {
  return [systems(scores), sizes(scores), literal(scores), ceilings(scores), reliability(scores), ...(commonest > 0 ? scores.map((score) => errors(score, commonest)) : [])].filter((text) => text !== '').join('\n\n')
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
function reliability(scores: PlaceScore[]): string {
  const answers = scores.flatMap((score) => score.answers)
  if (answers.length === 0) return ''
  const edges = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01]
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
  return `${table(['confidence of pins, all corpora', 'pins', 'said, %', 'right, %'], rows)}\nmean gap ${share(gap)} points, Brier score ${brier.toFixed(4)}`
}

function errors({ corpus, errors: { missed, madeUp, misplaced } }: PlaceScore, commonest: number): string {
  const line = (list: [string, number][]) => list.slice(0, commonest).map(([name, count]) => `${name} ${count}`).join(', ') || 'none'
  const sum = (list: [string, number][]) => list.reduce((total, [, count]) => total + count, 0)
  return `${corpus}: commonest errors\n  missed ${sum(missed)}: ${line(missed)}\n  made up ${sum(madeUp)}: ${line(madeUp)}\n  in the wrong place ${sum(misplaced)}: ${line(misplaced)}`
}

export function eventTable(scores: EventScore[]): string {
  const head = ['incidents: F1 in %', 'marked', 'family', 'type', 'located', 'complete', 'dates right', 'explicit', 'relative', 'dates made up', 'tolls right', 'status']
  const rows = scores.map(({ corpus, documents, gold_events, detection, exact_type, located, complete, date, casualties, status }) => [
    `${corpus} (${documents} articles)`, String(gold_events), share(detection.f1), share(exact_type.f1), share(located.f1), share(complete.f1),
    share(date.accuracy), share(date.explicit.accuracy), share(date.relative.accuracy), `${date.invented}/${date.gold_without_date}`, share(casualties.exact), share(status.accuracy),
  ])
  return table(head, rows)
}
