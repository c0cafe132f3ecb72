/** What each feature of a reading is worth, as trained: `data/place-ranking.json`, written by `npm run train`. */
import { readDataText } from '../../data'
import { DatelineError } from '../../errors'
import type { Calibration } from './confidence'
import { features, type Feature } from './features'

export type Ranking = { weights: Float64Array; calibration: Calibration }
/** The file: a weight for each feature, in natural logarithms of odds, and the map to confidence. */
export type RankingFile = { weights: Record<Feature, number>; calibration: Calibration }

const file = 'place-ranking.json'
let opened: Ranking | undefined

/** The trained ranking, read at the first call and kept. */
export function openRanking(): Ranking {
  return (opened ??= rankingFrom(JSON.parse(readDataText(file)) as RankingFile))
}

/** @throws DatelineError `internal` naming a feature that has no weight. */
export function rankingFrom({ weights, calibration }: RankingFile): Ranking {
  const missing = features.filter((feature) => typeof weights[feature] !== 'number')
  if (missing.length > 0) throw new DatelineError('internal', `The data file ${file} has no weight for "${missing.join('", "')}"; "npm run train" writes it.`)
  return { weights: Float64Array.from(features, (feature) => weights[feature]), calibration }
}
