/**
 * How likely a draft is an incident told by the article, at its place; and, if it is one, how likely its place and its day are
 * right. Each is a logistic of named features with the weights of `data/event-trust.json`, trained by `npm run train`.
 */
import { readDataText } from '../data'
import { families } from '../taxonomy'
import type { Draft } from './draft'
import { isCountryOrWider } from './geo'
import { isConsequence, refersBack } from './join'
import { isOutcome } from './place/grammar'

type Weights = Record<string, number>
/** The file: weights in natural logarithms of odds, and from which chance on an incident is told. */
export type EventTrustFile = { told: Weights; place: Weights; date: Weights; least: number }
export type Trust = { told: ReadonlyMap<string, number>; place: ReadonlyMap<string, number>; date: ReadonlyMap<string, number>; least: number }
/** 0–1 each: event and place are right; the place is, the day is, where the event is. */
export type Sureness = { told: number; place: number; date: number }

let opened: Trust | undefined

/** The trained weights, read at the first call and kept. */
export const openTrust = (): Trust => (opened ??= trustFrom(JSON.parse(readDataText('event-trust.json')) as EventTrustFile))

export function trustFrom({ told, place, date, least }: EventTrustFile): Trust {
  const map = (weights: Weights) => new Map(Object.entries(weights))
  return { told: map(told), place: map(place), date: map(date), least }
}

/** @param sentences how many sentences the article has */
export function surenessOf(draft: Draft, sentences: number, { told, place, date }: Trust): Sureness {
  return { told: chance(toldFeatures(draft, sentences), told), place: chance(placeFeatures(draft), place), date: chance(dateFeatures(draft), date) }
}

function chance(features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let score = 0
  for (const name of features) score += weights.get(name) ?? 0
  return 1 / (1 + Math.exp(-score))
}

const step = (value: number, edges: readonly number[]) => edges.findIndex((edge) => value < edge)

/** @param sentences how many sentences the article has */
export function toldFeatures(draft: Draft, sentences: number): string[] {
  const { lead: { view, event }, place, time, tolls, mentions, type, strength, planned } = draft
  const family = families[type]
  const sort = event.mention.rule.includes('/verb') ? 'verb' : 'noun'
  const where = !place ? 'nowhere' : place.inherited ? 'inherited' : 'here'
  const words = `strength ${step(strength, [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01])}`
  const out = ['bias', `type ${type}`, words, `${words} ${where}`, sort, `${sort} ${where}`, where, `${family} ${where}`, `mood ${event.mention.modality}`, `mood ${event.mention.rule.split('" ').at(-1)} ${sort}`]
  if (place) {
    const { found } = place
    out.push(`level ${found.place.level}`, `level ${found.place.level} ${sort}`, `known ${step(found.resolved.confidence, [0.4, 0.6, 0.8, 0.9, 1.01])}`)
    if (!place.inherited) out.push(`chance ${step(place.score, [0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1.01])}`, `chance ${family} ${step(place.score, [0.5, 0.65, 0.8, 1.01])}`)
    if (isCountryOrWider(found.place) && !time && tolls.length === 0) out.push(`wide and bare ${sort}`)
  }
  const dated = time ? `${time.view === view ? 'dated here' : 'dated elsewhere'}` : 'undated'
  out.push(dated, `${dated} ${where}`, ...(time ? [`precision ${time.found.when.precision}`] : []))
  const counted = tolls.some(({ count }) => count.best !== 0)
  out.push(counted ? 'counted' : 'uncounted', `${counted ? 'counted' : 'uncounted'} ${family} ${where}`)
  out.push(`told ${Math.min(3, mentions.length)}`, `told ${Math.min(2, mentions.length)} ${where}`)
  out.push(`sentence ${step(view.index, [1, 2, 4, 8, 16, Infinity])}`, `part ${step(view.index / Math.max(1, sentences), [0.25, 0.5, 0.75, 1.01])}`)
  if (view.isTitle) out.push('title')
  if (mentions.some((mention) => mention.view.isTitle)) out.push('in title')
  if (planned) out.push(`planned ${where}`)
  if (isConsequence(event)) out.push(`consequence ${where}`)
  if (refersBack(view, event)) out.push(`refers back ${where}`)
  if (isOutcome(view, event)) out.push('outcome')
  if (view.claims.length > 0) out.push('claim')
  if (view.events.length > 2) out.push('many events')
  if (draft.split) out.push('split')
  return out
}

/** What says whether the place is the event's and the right one of its name. */
export function placeFeatures({ place }: Draft): string[] {
  if (!place) return ['nowhere']
  const { found: { resolved, place: { level } }, inherited, score } = place
  return ['bias', inherited ? 'inherited' : `chance ${step(score, [0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1.01])}`, `known ${step(resolved.confidence, [0.5, 0.7, 0.85, 0.95, 1.01])}`, `level ${level}`]
}

/** What says whether the day is the event's and rightly counted. */
export function dateFeatures({ time, lead: { view } }: Draft): string[] {
  if (!time) return ['undated']
  const { when, resolved, mention } = time.found
  return ['bias', resolved.basis, `precision ${when.precision}`, `${time.view === view ? 'here' : 'elsewhere'}`, `form ${mention.expression.form}`, `counted ${step(resolved.confidence, [0.6, 0.8, 0.9, 1.01])}`]
}
