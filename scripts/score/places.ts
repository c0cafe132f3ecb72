/** Scores of places against marked corpora, what the gazetteer would allow, and how far confidence can be trusted. */
import { basename } from 'node:path'
import { openGazetteer } from '../../lib/gazetteer'
import type { PlaceMention, Reading } from '../../lib/types'
import { articleRecord, type ToponymRecord } from '../extract/record'
import type { Corpora, MarkedArticle, MarkedToponym } from '../marked'
import { readLines } from '../marked'
import { isRight } from '../train/ranking'
import { evaluate, type Prf } from './evaluator'
import type { Reader } from './readings'

type Toponym = ToponymRecord & { role: PlaceMention['role'] }
type Accuracy = { n: number; acc161: number; accArea: number }
export type PlaceScore = {
  corpus: string; articles: number; strict: Prf; overlap: Prf
  /** Null where a corpus marks no coordinates. */
  at161: Prf | null; area: Prf | null
  /** Of the names found: within 161 km, within the area, and the area under the curve of errors (0 best). */
  found161: number | null; foundArea: number | null; auc: number | null
  bySize: Record<string, Accuracy>
  /** Names that stand for the place itself, where a corpus marks them: of our literal names, and of all. */
  literal: { strict: Prf; overlap: Prf; area: Prf | null } | null
  /** Shares of the marks with coordinates whose name the gazetteer has, and with a reading in the right place. */
  ceiling: { named: number; placed: number; firstPlaced: number } | null
  errors: { missed: [string, number][]; madeUp: [string, number][]; misplaced: [string, number][] }
  answers: { confidence: number; right: boolean }[]
}

/**
 * What each corpus marks. No one setting fits them all, so the score chooses per corpus, openly: GeoVirus, TUD-Loc and re3d
 * leave peoples ("Turkish") out, re3d also names inside those of organisations.
 */
const unmarked: Record<string, PlaceMention['role'][]> = { geovirus: ['demonym'], tudloc: ['demonym'], re3d: ['demonym', 'part'] }

/** Scores one file of a corpus. */
export function scorePlaces({ evaluator }: Corpora, file: string, articles: MarkedArticle[], reader: Reader): PlaceScore {
  const corpus = articles[0]?.corpus ?? basename(file, '.jsonl')
  const left = new Set(unmarked[corpus] ?? [])
  const found = articles.map((article) => ({ article, toponyms: toponymsOf(reader.read(article), left) }))
  const figures = (toponyms: (all: Toponym[]) => Toponym[], ...extra: string[]) => {
    const predictions = found.map(({ article, toponyms: all }) => ({ id: article.id, toponyms: toponyms(all) }))
    const { corpora } = evaluate(predictions, (predicted) => [evaluator, '--gold', file, '--pred', predicted, '--json', ...extra]) as { corpora: Record<string, Figures> }
    return Object.values(corpora)[0]!
  }
  const all = figures((toponyms) => toponyms)
  const hasLiteral = articles.some(({ toponyms }) => toponyms.some(({ group }) => group === 'literal'))
  const literal = hasLiteral ? figures((toponyms) => toponyms.filter((one) => one.literal), '--group', 'literal', '--others', 'fp') : null
  return {
    corpus, articles: articles.length, strict: all.recognition.strict, overlap: all.recognition.overlap, at161: all.endToEnd161, area: all.endToEndArea,
    found161: all.resolution.acc161, foundArea: all.resolution.accArea, auc: all.resolution.auc, bySize: all.resolution.byLevel,
    literal: literal && { ...literal.recognition, area: literal.endToEndArea },
    ceiling: ceilingOf(articles), ...judged(found),
  }
}

type Figures = {
  recognition: { strict: Prf; overlap: Prf }; endToEnd161: Prf | null; endToEndArea: Prf | null
  resolution: { acc161: number | null; accArea: number | null; auc: number | null; byLevel: Record<string, Accuracy> }
}

/** What extract writes of an article, with the role of each name. */
function toponymsOf(reading: Reading | null, left: Set<PlaceMention['role']>): Toponym[] {
  if (!reading) return []
  const roles = new Map([...reading.places.keys()].map(({ start, role }) => [start, role]))
  return articleRecord('', reading).toponyms.map((one) => ({ ...one, role: roles.get(one.start)! })).filter(({ role }) => !left.has(role))
}

const hasPlace = ({ lat }: MarkedToponym): boolean => typeof lat === 'number'

function ceilingOf(articles: MarkedArticle[]): PlaceScore['ceiling'] {
  const gazetteer = openGazetteer()
  const marks = articles.flatMap(({ toponyms }) => toponyms.filter(hasPlace))
  if (marks.length === 0) return null
  let named = 0
  let placed = 0
  let firstPlaced = 0
  for (const mark of marks) {
    const candidates = gazetteer.lookup(mark.text)
    if (candidates.length > 0) named++
    if (candidates.some(({ at }) => isRight(at, mark))) placed++
    if (candidates[0] && isRight(candidates[0].at, mark)) firstPlaced++
  }
  return { named: named / marks.length, placed: placed / marks.length, firstPlaced: firstPlaced / marks.length }
}

/** Every answer against its mark: the commonest errors, and confidence beside the truth. */
function judged(found: { article: MarkedArticle; toponyms: Toponym[] }[]): Pick<PlaceScore, 'errors' | 'answers'> {
  const missed = new Map<string, number>()
  const madeUp = new Map<string, number>()
  const misplaced = new Map<string, number>()
  const answers: PlaceScore['answers'] = []
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const { article, toponyms } of found) {
    const touches = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end
    for (const mark of article.toponyms) if (!toponyms.some((one) => touches(one, mark))) count(missed, mark.text)
    for (const one of toponyms) {
      const mark = article.toponyms.find(({ start, end }) => start === one.start && end === one.end) ?? article.toponyms.find((other) => touches(other, one))
      if (!mark) count(madeUp, one.text)
      if (one.lat === null || one.lon === null || (mark && !hasPlace(mark))) continue
      const right = mark !== undefined && isRight({ lat: one.lat, lon: one.lon }, mark)
      if (mark && !right) count(misplaced, one.text)
      // A people that nobody marked is no wrong pin.
      if (mark || one.role !== 'demonym') answers.push({ confidence: one.confidence, right })
    }
  }
  const sorted = (counts: Map<string, number>) => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return { errors: { missed: sorted(missed), madeUp: sorted(madeUp), misplaced: sorted(misplaced) }, answers }
}

/** The articles of each file of the corpora. */
export const articlesOf = ({ files }: Corpora): { file: string; articles: MarkedArticle[] }[] =>
  files.map((file) => ({ file, articles: readLines<MarkedArticle>(file).map((article) => ({ ...article, corpus: article.corpus ?? basename(file, '.jsonl') })) }))
