/**
 * Trains where an event is, in its own sentence (lib/link/place): logistic regression over pairs of an event word
 * and a place name, on sentences in which the event's places are marked. AdaGrad, pulled to nought (L2).
 */
import { byReason, featuresOf } from '../../lib/link/place/features'
import { chanceFrom, type EventPlaceFile } from '../../lib/link/place/model'
import { viewsOf, type FoundEvent, type View } from '../../lib/link/view'
import { readMentions } from '../../lib/pipeline'
import { foldOfText, type MarkedSentence } from '../marked'
import { Random } from '../random'

/** A place name that may be the event's, and whether it is. */
export type Pair = { features: string[]; right: boolean; /** Words between the two. */ gap: number }

const passes = 10
const rate = 0.05
const pull = 0.003
/** Rarer features are learned by heart, not from. */
const rarest = 5

/** What folds say of the link: each pair judged by weights that have not seen its sentence. */
export type LinkScore = { sentences: number; marked: number; trained: { found: number; right: number }; nearest: { found: number; right: number } }

const folds = 5

/**
 * Trains on four fifths and judges the fifth, five times.
 * @returns counts over the place names found in the sentences: those marked as the event's, those taken for it by the weights
 *   (a chance of `least` or more) and those that a baseline takes, the name fewest words away
 */
export function crossValidate(sentences: readonly MarkedSentence[], least: number): LinkScore {
  const parts = sentences.map((sentence) => ({ fold: foldOfText(sentence.text, folds), pairs: pairsOf(sentence) })).filter(({ pairs }) => pairs.length > 0)
  const score: LinkScore = { sentences: parts.length, marked: 0, trained: { found: 0, right: 0 }, nearest: { found: 0, right: 0 } }
  const count = (system: { found: number; right: number }, { right }: Pair) => { system.found++; if (right) system.right++ }
  for (let fold = 0; fold < folds; fold++) {
    const { weights } = fitEventPlace(parts.filter((part) => part.fold !== fold).flatMap(({ pairs }) => pairs))
    const byName = new Map(Object.entries(weights))
    for (const { pairs } of parts.filter((part) => part.fold === fold)) {
      score.marked += pairs.filter(({ right }) => right).length
      count(score.nearest, pairs.reduce((best, pair) => (pair.gap < best.gap ? pair : best)))
      for (const pair of pairs) if (chanceFrom(pair.features, byName) >= least) count(score.trained, pair)
    }
  }
  return score
}

/** The pairs of one sentence; none where no place was found in it. */
export function pairsOf({ text, event_start, event_end, places }: MarkedSentence): Pair[] {
  const { article, mentions, places: resolved, times } = readMentions({ text })
  const view = viewsOf(article, mentions, resolved, times).find(({ start, end }) => start <= event_start && event_start < end)
  if (!view) return []
  const known = view.events.find(({ mention }) => mention.start < event_end && event_start < mention.end)
  const event = known ?? asEvent(view, text, event_start, event_end)
  return view.places.map((found) => ({
    features: featuresOf(view, event, found, known ? undefined : 'other'),
    gap: Math.max(found.from - event.to, event.from - found.to, 0),
    right: places.some(([start, end]) => found.mention.start < end && start < found.mention.end),
  }))
}

/** A word that is no trigger, read as one: most of what ties a place to a verb is the same for all verbs. */
function asEvent({ tokens, index }: View, text: string, start: number, end: number): FoundEvent {
  const from = Math.max(0, tokens.findIndex((token) => token.end > start))
  let to = from + 1
  while (to < tokens.length && tokens[to]!.start < end) to++
  const word = text.slice(start, end)
  return { from, to, mention: { kind: 'event', type: 'detention', text: word, start, end, sentence: index, strength: 1, modality: 'asserted', rule: /(?:ed|ing)$/.test(word) ? 'marked/verb' : 'marked/noun', clause: { start, end } } }
}

/** The weights of the features, rounded to thousandths; the same pairs give the same weights. */
export function fitEventPlace(pairs: readonly Pair[]): EventPlaceFile {
  const counts = new Map<string, number>()
  for (const { features } of pairs) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  const rows = pairs.map(({ features, right }) => ({ features: features.filter((name) => counts.get(name)! >= rarest || name in byReason), right }))
  const weights = new Map<string, number>(Object.entries(byReason))
  const squares = new Map<string, number>()
  const random = new Random(1)
  for (let pass = 0; pass < passes; pass++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = random.whole(0, i)
      const kept = rows[i]!
      rows[i] = rows[j]!
      rows[j] = kept
    }
    for (const { features, right } of rows) {
      const push = (right ? 1 : 0) - chanceFrom(features, weights)
      for (const name of features) {
        const weight = weights.get(name) ?? 0
        const slope = push - pull * (weight - (byReason[name] ?? 0)) * features.length
        const square = (squares.get(name) ?? 0.01) + slope * slope
        squares.set(name, square)
        weights.set(name, weight + (rate * slope) / Math.sqrt(square))
      }
    }
  }
  return { weights: Object.fromEntries([...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, weight]): [string, number] => [name, Math.round(weight * 1000) / 1000]).filter(([, weight]) => weight !== 0)) }
}
