/** Fits the map from the models' chances to confidence (lib/resolve/place/confidence.ts) to answers in articles they have not seen. */
import { calibrationFeatures, type Calibration } from '../../lib/resolve/place/confidence'

/** One answer: the chance of the place among the readings, of the name among the divisions, and whether the pin was right. */
export type Sample = { fold: number; corpus: string; place: number; name: number; right: boolean }

const steps = 30

/** Logistic regression by Newton's method; every corpus weighs the same, however long. */
export function fitCalibration(samples: Sample[]): Calibration {
  const size = new Map<string, number>()
  for (const { corpus } of samples) size.set(corpus, (size.get(corpus) ?? 0) + 1)
  const weights = [0, 0, 0]
  for (let step = 0; step < steps; step++) {
    const gradient = [0, 0, 0]
    const hessian = [[1e-6, 0, 0], [0, 1e-6, 0], [0, 0, 1e-6]]
    for (const sample of samples) {
      const { place, name } = calibrationFeatures(sample.place, sample.name)
      const x = [1, place, name]
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i]!, 0)))
      const weight = 1 / size.get(sample.corpus)!
      x.forEach((a, i) => {
        gradient[i]! += weight * ((sample.right ? 1 : 0) - p) * a
        x.forEach((b, k) => { hessian[i]![k]! += weight * p * (1 - p) * a * b })
      })
    }
    solve(hessian, gradient).forEach((delta, i) => { weights[i]! += delta })
  }
  const [bias, place, name] = weights.map((weight) => Math.round(weight * 1000) / 1000) as [number, number, number]
  return { bias, place, name }
}

/** Gaussian elimination; the matrix is positive definite. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  rows.forEach((row, i) => {
    const pivot = row[i]!
    rows.forEach((other, k) => {
      if (k === i) return
      const times = other[i]! / pivot
      other.forEach((_, c) => { other[c]! -= times * row[c]! })
    })
  })
  return rows.map((row, i) => row[row.length - 1]! / row[i]!)
}
