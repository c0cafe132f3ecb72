/** How likely a place of a sentence is where one of its events happened, by the weights of `data/event-place.json`. */
import { readDataText } from '../../data'
import type { FoundEvent, FoundPlace, View } from '../view'
import { featuresOf } from './features'

/** The file, written by `npm run train`: a weight for each feature, in natural logarithms of odds. */
export type EventPlaceFile = { weights: Record<string, number> }

let opened: ReadonlyMap<string, number> | undefined

/** The trained weights, read at the first call and kept. */
export const openEventPlace = (): ReadonlyMap<string, number> =>
  (opened ??= new Map(Object.entries((JSON.parse(readDataText('event-place.json')) as EventPlaceFile).weights)))

/** 0–1, of the place being the event's. */
export const chanceOf = (view: View, event: FoundEvent, found: FoundPlace): number => chanceFrom(featuresOf(view, event, found), openEventPlace())

/** The logistic of the sum of the features' weights. */
export function chanceFrom(features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let score = 0
  for (const name of features) score += weights.get(name) ?? 0
  return 1 / (1 + Math.exp(-score))
}
