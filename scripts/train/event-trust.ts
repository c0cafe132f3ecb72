/**
 * Trains how likely what was put together from an article's words is an incident (lib/link/trust): logistic regression on marked
 * articles, by AdaGrad over the whole, pulled to nought (L2). From which chance on it is told is what gives the best located F1 in folds.
 */
import { draftsOf } from '../../lib/link/link'
import { reportOf } from '../../lib/link/report'
import { trustFeatures, type EventTrustFile } from '../../lib/link/trust'
import { readMentions } from '../../lib/pipeline'
import { articleRecord } from '../extract/record'
import type { EventArticle } from '../marked'
import { isPlacedRight, pairUp } from '../score/pairing'
import { foldOfText } from './folds'

/** One draft of a marked article; `right` when its event and place are marked. Those on minor events, which cost nothing, are left out. */
type Case = { fold: number; features: string[]; right: boolean; placed: boolean }
type Prepared = { fold: number; cases: Case[]; marked: number }

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
  const { incidents } = articleRecord('', { article: read, mentions, places: new Map(), times, reports: drafts.map((draft) => reportOf(read, draft, 1)) })
  const pairs = pairUp(events, incidents)
  const cases = drafts.flatMap((draft, i): Case[] => {
    const incident = incidents[i]!
    const event = pairs.get(incident)
    // one without a place is listed, not pinned: it is right when it tells an event at all
    if (event?.minor && incident.place) return []
    return [{ fold, features: trustFeatures(draft, read.sentences.length), right: event !== undefined && (!incident.place || isPlacedRight(event, incident)), placed: incident.place !== null }]
  })
  return { fold, cases, marked: events.filter(({ minor }) => !minor).length }
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

const asFile = (weights: ReadonlyMap<string, number>, least: number): EventTrustFile => ({ weights: Object.fromEntries([...weights].filter(([, weight]) => weight !== 0)), least })

/** The chance with the best located F1 over answers that were given by weights fitted without them; between the two that are equally good, the lower. */
function bestLeast(answers: readonly { chance: number; right: boolean }[], marked: number): number {
  let best = { least: 0.5, f1: -1 }
  for (let least = 0.2; least <= 0.7; least += 0.02) {
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
  const prepared = articles.map((article) => prepare(article))
  const cases = prepared.flatMap((one) => one.cases)
  const parts = Array.from({ length: trustFolds }, (_, fold) => fit(cases.filter((one) => one.fold !== fold)))
  const answers = cases.map(({ fold, features, right }) => ({ fold, chance: chance(features, parts[fold]!), right }))
  const marked = (not?: number) => prepared.filter(({ fold }) => fold !== not).reduce((sum, one) => sum + one.marked, 0)
  return {
    all: asFile(fit(cases), bestLeast(answers, marked())),
    unseen: parts.map((weights, fold) => asFile(weights, bestLeast(answers.filter((answer) => answer.fold !== fold), marked(fold)))),
  }
}
