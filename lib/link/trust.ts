/**
 * How likely a draft is an incident told by the article, at its place; and, if it is one, how likely its place and its day are
 * right. Each is a logistic of named features with the weights of `data/event-trust.json`, trained by `npm run train`.
 */
import { readDataText } from '../data'
import { isCounted, type Draft } from './draft'
import { isCountryOrWider } from './geo'

/** What an incident is judged by. Each is a number, 0 where it says nothing. */
export const toldFeatures = ['any', 'strength of the word', 'place by its sentence', 'place by its name', 'place implied', 'dated', 'counted', 'told again', 'in the title', 'one of several places', 'country or wider', 'country, without day or count', 'a deed in passing', 'planned', 'only one side says so', 'an attack', 'a movement', 'a statement', 'a meeting', 'how far down the text'] as const
export const placeFeatures = ['any', 'place by its sentence', 'place by its name', 'place implied', 'one of several places', 'country or wider'] as const
export const dateFeatures = ['any', 'counted back', 'implied', 'another sentence', 'range', 'month or year'] as const

type Question = { told: (typeof toldFeatures)[number]; place: (typeof placeFeatures)[number]; date: (typeof dateFeatures)[number] }
/** The file: a weight for each feature in natural logarithms of odds, and from which chance on an incident is told. */
export type EventTrustFile = { [Q in keyof Question]: Record<Question[Q], number> } & { least: number }
export type Trust = { told: number[]; place: number[]; date: number[]; least: number }
/** 0–1 each: event and place are right; the place is, the day is, where the event is. */
export type Sureness = { told: number; place: number; date: number }

let opened: Trust | undefined

/** The trained weights, read at the first call and kept. */
export const openTrust = (): Trust => (opened ??= trustFrom(JSON.parse(readDataText('event-trust.json')) as EventTrustFile))

export const trustFrom = ({ told, place, date, least }: EventTrustFile): Trust =>
  ({ told: toldFeatures.map((name) => told[name]), place: placeFeatures.map((name) => place[name]), date: dateFeatures.map((name) => date[name]), least })

export const surenessOf = (draft: Draft, { told, place, date }: Trust): Sureness =>
  ({ told: chanceOf(toldRow(draft), told), place: chanceOf(placeRow(draft), place), date: chanceOf(dateRow(draft), date) })

/** The logistic of the features' values times their weights. */
export const chanceOf = (row: readonly number[], weights: readonly number[]): number => 1 / (1 + Math.exp(-row.reduce((sum, value, f) => sum + value * weights[f]!, 0)))

/** Natural logarithm of odds of a chance, kept within what data can say. */
const odds = (chance: number) => Math.log(Math.min(0.98, Math.max(0.02, chance)) / (1 - Math.min(0.98, Math.max(0.02, chance))))
const flag = (is: boolean | undefined) => (is ? 1 : 0)

/** Values of `toldFeatures`. Strength and the place's chances are counted from what is usual, so that their weights tell what the unusual is worth. */
export function toldRow(draft: Draft): number[] {
  const { lead: { view, event }, place, time, mentions, type, strength, planned, split } = draft
  const wide = place !== undefined && isCountryOrWider(place.found.place)
  const counted = isCounted(draft)
  // "jihadists fighting in Morania", "charged with securing Sarn"
  const inPassing = event.mention.rule.includes('/verb') && event.mention.text.toLowerCase().split(' ')[0]!.endsWith('ing')
  return [
    1, strength - 0.7, place && !place.inherited ? odds(place.score) : 0, place ? odds(place.found.resolved.confidence) - 2 : 0, flag(place?.inherited),
    flag(time !== undefined), flag(counted), flag(mentions.length > 1), flag(mentions.some((mention) => mention.view.isTitle)), flag(split),
    flag(wide), flag(wide && !time && !counted), flag(inPassing), flag(planned), flag(view.claims.length > 0),
    flag(type === 'attack'), flag(type === 'movement'), flag(type === 'statement'), flag(type === 'meeting'), Math.log(1 + view.index),
  ]
}

/** Values of `placeFeatures`. */
export function placeRow({ place, split }: Draft): number[] {
  if (!place) return placeFeatures.map(() => 0)
  const { found, inherited, score } = place
  return [1, inherited ? 0 : odds(score), odds(found.resolved.confidence) - 2, flag(inherited), flag(split), flag(isCountryOrWider(found.place))]
}

/** Values of `dateFeatures`. */
export function dateRow({ time, lead: { view } }: Draft): number[] {
  if (!time) return dateFeatures.map(() => 0)
  const { when: { precision }, resolved, mention: { expression: { form } } } = time.found
  return [1, flag(form === 'anaphoric' || form === 'offset' || form === 'night'), flag(resolved.basis === 'implied'), flag(time.view !== view), flag(precision === 'range'), flag(precision === 'month' || precision === 'year')]
}
