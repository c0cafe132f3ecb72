/**
 * Trains how likely what was put together from an article's words is an incident, and its place and day are right (lib/link/trust):
 * logistic regression on marked articles, pulled to nought (L2). From which chance on an incident is told
 * is what gives the best located F1 in folds.
 */
import { draftsOf } from '../../lib/link/link'
import { reportOf } from '../../lib/link/report'
import { chanceOf, dateFeatures, dateRow, placeFeatures, placeRow, toldFeatures, toldRow, type EventTrustFile, type Trust } from '../../lib/link/trust'
import { readMentions } from '../../lib/pipeline'
import { articleRecord } from '../extract/record'
import { foldOfText, type EventArticle } from '../marked'
import { isDatedRight, isPlacedRight, pairUp } from '../score/pairing'

/** A question with its answer: what may tell, and whether it is so. */
type Case = { fold: number; row: number[]; right: boolean }
/** What one marked article asks. */
type Prepared = { fold: number; told: (Case & { placed: boolean })[]; place: Case[]; date: Case[]; marked: number }

const trustFolds = 5
const steps = 2000
const rate = 0.3
/** How hard weights are pulled to nought, all but the first, which says how often things are right at all. */
const pull = 5

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
    if (!event?.minor || !incident.place) prepared.told.push({ fold, row: toldRow(draft), right: event !== undefined && (placed || !incident.place), placed: incident.place !== null })
    if (event && event.lat !== null && incident.place) prepared.place.push({ fold, row: placeRow(draft), right: placed })
    if (event && !event.minor && incident.date) prepared.date.push({ fold, row: dateRow(draft), right: isDatedRight(event, incident) })
  }
  return prepared
}

/** Weights by steepest ascent of the likelihood, rounded to thousandths; there are few, so all cases are seen in each step. */
function fit(cases: readonly Case[], features: number): number[] {
  const weights = new Array<number>(features).fill(0)
  for (let round = 0; round < steps; round++) {
    const slopes = weights.map((weight, f) => (f === 0 ? 0 : -pull * weight))
    for (const { row, right } of cases) {
      const push = (right ? 1 : 0) - chanceOf(row, weights)
      for (let f = 0; f < features; f++) slopes[f]! += push * row[f]!
    }
    slopes.forEach((slope, f) => { weights[f]! += (rate * slope) / Math.max(1, cases.length) })
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000)
}

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
  // what has no place is listed whatever its chance
  const answers = prepared.flatMap(({ told }) => told.filter(({ placed }) => placed)).map(({ fold, row, right }) => ({ fold, chance: chanceOf(row, parts[fold]!.told), right }))
  const least = (not?: number) => bestLeast(answers.filter(({ fold }) => fold !== not), prepared.filter(({ fold }) => fold !== not).reduce((sum, { marked }) => sum + marked, 0))
  return { all: asFile(fitAll(prepared), least()), unseen: parts.map((part, fold) => asFile(part, least(fold))) }
}

type Fitted = Omit<Trust, 'least'>
const fitAll = (prepared: readonly Prepared[]): Fitted => ({
  told: fit(prepared.flatMap(({ told }) => told), toldFeatures.length),
  place: fit(prepared.flatMap(({ place }) => place), placeFeatures.length),
  date: fit(prepared.flatMap(({ date }) => date), dateFeatures.length),
})

function asFile({ told, place, date }: Fitted, least: number): EventTrustFile {
  const named = <Name extends string>(names: readonly Name[], weights: readonly number[]) => Object.fromEntries(names.map((name, f) => [name, weights[f]!])) as Record<Name, number>
  return { told: named(toldFeatures, told), place: named(placeFeatures, place), date: named(dateFeatures, date), least }
}
