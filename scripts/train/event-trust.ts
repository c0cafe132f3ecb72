/**
 * Trains how likely what was put together from an article's words is an incident, and its place and day are right (lib/link/trust):
 * logistic regression on marked articles, by AdaGrad over the whole, pulled to nought (L2). From which chance on an incident is told
 * is what gives the best located F1 in folds.
 */
import { draftsOf } from '../../lib/link/link'
import { reportOf } from '../../lib/link/report'
import { dateFeatures, placeFeatures, toldFeatures, type EventTrustFile, type Trust } from '../../lib/link/trust'
import { readMentions } from '../../lib/pipeline'
import { articleRecord } from '../extract/record'
import type { EventArticle } from '../marked'
import { isDatedRight, isPlacedRight, pairUp } from '../score/pairing'
import { foldOfText } from './folds'

/** A question with its answer: what may tell, and whether it is so. */
type Case = { fold: number; features: string[]; right: boolean }
/** What one marked article asks. */
type Prepared = { fold: number; told: Case[]; place: Case[]; date: Case[]; marked: number }

export const trustFolds = 5
const steps = 300
const rate = 0.1
const pull = 4
/** Rarer features are learned by heart, not from. */
const rarest = 4

export const trustFoldOf = ({ text }: { text: string }): number => foldOfText(text, trustFolds)

function prepare(article: EventArticle): Prepared {
  const fold = trustFoldOf(article)
  const { text, title, published, events } = article
  const { article: read, mentions, places, times } = readMentions({ text, ...(title && { title }), ...(published && { published }) })
  const drafts = draftsOf(read, mentions, places, times)
  const { incidents } = articleRecord('', { article: read, mentions, places: new Map(), times, reports: drafts.map((draft) => reportOf(read, draft, { told: 1, place: 1, date: 1 })) })
  const pairs = pairUp(events, incidents)
  const prepared: Prepared = { fold, told: [], place: [], date: [], marked: events.filter(({ minor }) => !minor).length }
  for (const [i, draft] of drafts.entries()) {
    const incident = incidents[i]!
    const event = pairs.get(incident)
    const placed = event !== undefined && isPlacedRight(event, incident)
    // a minor event costs nothing, so it teaches nothing; one without a place is listed, not pinned: it is right when it tells an event at all
    if (!event?.minor || !incident.place) prepared.told.push({ fold, features: toldFeatures(draft, read.sentences.length), right: event !== undefined && (placed || !incident.place) })
    if (event && event.lat !== null && incident.place) prepared.place.push({ fold, features: placeFeatures(draft), right: placed })
    if (event && !event.minor && incident.date) prepared.date.push({ fold, features: dateFeatures(draft), right: isDatedRight(event, incident) })
  }
  return prepared
}

function fit(cases: readonly Case[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of cases) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= rarest).map(([name]) => name).sort()
  const numbers = new Map(names.map((name, i) => [name, i]))
  const rows = cases.map(({ features, right }) => ({ row: features.flatMap((name) => numbers.get(name) ?? []), right }))
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-6)
  for (let round = 0; round < steps; round++) {
    const slopes = weights.map((weight) => -pull * weight)
    for (const { row, right } of rows) {
      let score = 0
      for (const f of row) score += weights[f]!
      const push = (right ? 1 : 0) - 1 / (1 + Math.exp(-score))
      for (const f of row) slopes[f]! += push
    }
    slopes.forEach((slope, f) => {
      squares[f]! += slope * slope
      weights[f]! += (rate * slope) / Math.sqrt(squares[f]!)
    })
  }
  return new Map(names.map((name, f) => [name, Math.round(weights[f]! * 1000) / 1000]))
}

const chance = (features: readonly string[], weights: ReadonlyMap<string, number>): number => 1 / (1 + Math.exp(-features.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0)))

/** The chance with the best located F1 over answers given by weights that were fitted without them; of equally good ones the lowest. */
function bestLeast(answers: readonly { chance: number; right: boolean }[], marked: number): number {
  let best = { least: 0, f1: -1 }
  for (let least = 0; least <= 0.7; least += 0.02) {
    const told = answers.filter((answer) => answer.chance >= least)
    const f1 = (2 * told.filter(({ right }) => right).length) / (told.length + marked)
    if (f1 > best.f1 + 1e-9) best = { least: Math.round(least * 100) / 100, f1 }
  }
  return best.least
}

export type TrainedTrust = {
  /** Fitted to all articles. */
  all: EventTrustFile
  /** For each fold, fitted without it. */
  unseen: EventTrustFile[]
}

export function trainTrust(articles: readonly EventArticle[]): TrainedTrust {
  const prepared = articles.map(prepare)
  const parts = Array.from({ length: trustFolds }, (_, fold) => fitAll(prepared.filter((one) => one.fold !== fold)))
  const answers = prepared.flatMap(({ told }) => told).map(({ fold, features, right }) => ({ fold, chance: chance(features, parts[fold]!.told), right }))
  const least = (not?: number) => bestLeast(answers.filter(({ fold }) => fold !== not), prepared.filter(({ fold }) => fold !== not).reduce((sum, { marked }) => sum + marked, 0))
  return { all: asFile(fitAll(prepared), least()), unseen: parts.map((part, fold) => asFile(part, least(fold))) }
}

type Fitted = Omit<Trust, 'least'>
const fitAll = (prepared: readonly Prepared[]): Fitted => ({ told: fit(prepared.flatMap(({ told }) => told)), place: fit(prepared.flatMap(({ place }) => place)), date: fit(prepared.flatMap(({ date }) => date)) })

function asFile({ told, place, date }: Fitted, least: number): EventTrustFile {
  const weights = (of: ReadonlyMap<string, number>) => Object.fromEntries([...of].filter(([, weight]) => weight !== 0))
  return { told: weights(told), place: weights(place), date: weights(date), least }
}
