/**
 * How often an answer is right: a logistic map of how much likelier the place is than the best one elsewhere and of how likely
 * the words name a place at all, both as logarithms of odds. Fitted by `npm run train` on articles the rest was not trained on;
 * `npm run score` prints how well it holds.
 */
export type Calibration = { bias: number; place: number; name: number }

/** Odds beyond these tell nothing more: what is wrong then is the corpus or the gazetteer. */
const certain = 6

const logit = (p: number): number => Math.max(-certain, Math.min(certain, Math.log(Math.max(p, 1e-9) / Math.max(1 - p, 1e-9))))

/** What the map looks at. @param place chance of the spot among all readings; @param name chance that the words name a place */
export function calibrationFeatures(place: number, name: number): { place: number; name: number } {
  return { place: logit(place), name: logit(name) }
}

/** 0–1, in hundredths. */
export function confidenceOf(place: number, name: number, { bias, place: byPlace, name: byName }: Calibration): number {
  const features = calibrationFeatures(place, name)
  return Math.round(100 / (1 + Math.exp(-(bias + byPlace * features.place + byName * features.name)))) / 100
}
