/**
 * Fits the map from scores to confidence (lib/resolve/place/confidence.ts) to marked corpora and prints how well it holds on
 * articles it has not seen: `npx tsx scripts/calibrate.ts DIR` with DIR/dev/*.jsonl as for `npm run score`. No text is kept.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openGazetteer } from '../lib/gazetteer'
import { readArticle } from '../lib/read/article'
import { recognise } from '../lib/recognise/recognise'
import { calibrationFeatures, confidenceOf, type Calibration } from '../lib/resolve/place/confidence'
import { distanceKm } from '../lib/distance'
import { rankReadings } from '../lib/resolve/places'
import type { PlaceMention } from '../lib/types'
import { readMarked } from './score/corpora'
import { share, table } from './score/table'

/** Within 161 km (the usual measure), or within the marked place where that is larger. */
const nearKm = 161
const folds = 5
type Marked = { start: number; end: number; lat?: number; lon?: number; radiusKm?: number }
type Sample = { fold: number; best: number; rival: number | undefined; right: boolean; corpus: string }

function samples(folder: string): Sample[] {
  const gazetteer = openGazetteer()
  return readdirSync(join(folder, 'dev')).filter((name) => name.endsWith('.jsonl')).sort().flatMap((file) =>
    readMarked(join(folder, 'dev', file)).flatMap((marked, n): Sample[] => {
      const article = readArticle({ text: marked.text })
      const mentions = recognise(article, gazetteer).filter((mention): mention is PlaceMention => mention.kind === 'place')
      const places = (marked.toponyms ?? []) as Marked[]
      return rankReadings(mentions, gazetteer).flatMap(({ mentions: same, order, rival }) => same.flatMap((mention): Sample[] => {
        const best = order[0]
        const gold = places.find(({ start, end, lat }) => lat !== undefined && lat !== null && article.text.slice(mention.start, mention.end) === marked.text.slice(start, end) && start === mention.start && end === mention.end)
        if (!best || !gold) return []
        const right = distanceKm(best.place.at, { lat: gold.lat!, lon: gold.lon! }) <= Math.max(nearKm, gold.radiusKm ?? 0)
        return [{ fold: n % folds, best: best.score, rival: rival?.score, right, corpus: file }]
      }))
    }))
}

/** Logistic regression by Newton's method; every corpus weighs the same, however long. */
function fit(items: Sample[]): Calibration {
  const size = new Map<string, number>()
  for (const { corpus } of items) size.set(corpus, (size.get(corpus) ?? 0) + 1)
  const weights = [0, 0, 0]
  for (let step = 0; step < 30; step++) {
    const gradient = [0, 0, 0]
    const hessian = [[1e-6, 0, 0], [0, 1e-6, 0], [0, 0, 1e-6]]
    for (const { best, rival, right, corpus } of items) {
      const { lead, score } = calibrationFeatures(best, rival)
      const x = [1, lead, score]
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i]!, 0)))
      const weight = 1 / size.get(corpus)!
      x.forEach((a, i) => {
        gradient[i]! += weight * ((right ? 1 : 0) - p) * a
        x.forEach((b, k) => { hessian[i]![k]! += weight * p * (1 - p) * a * b })
      })
    }
    solve(hessian, gradient).forEach((delta, i) => { weights[i]! += delta })
  }
  const [bias, lead, score] = weights.map((weight) => Math.round(weight * 1000) / 1000) as [number, number, number]
  return { bias, lead, score }
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

function main([folder]: string[]): void {
  if (!folder || folder === '--help') return console.log('usage: npx tsx scripts/calibrate.ts DIR    (DIR/dev/*.jsonl: marked corpora)')
  const all = samples(folder)
  const unseen = Array.from({ length: folds }, (_, fold) => fit(all.filter((item) => item.fold !== fold)))
  const said = all.map((item) => ({ confidence: confidenceOf(item.best, item.rival, unseen[item.fold]), right: item.right }))
  const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01]
  let gap = 0
  const rows = edges.slice(0, -1).flatMap((from, i) => {
    const within = said.filter(({ confidence }) => confidence >= from && confidence < edges[i + 1]!)
    if (!within.length) return []
    const mean = within.reduce((sum, { confidence }) => sum + confidence, 0) / within.length
    const right = within.filter((item) => item.right).length / within.length
    gap += (within.length / said.length) * Math.abs(mean - right)
    return [[`${from.toFixed(2)} to ${Math.min(1, edges[i + 1]!).toFixed(2)}`, String(within.length), share(mean), share(right)]]
  })
  console.log(table(['confidence, on unseen articles', 'mentions', 'said, %', 'right, %'], rows))
  const brier = said.reduce((sum, { confidence, right }) => sum + (confidence - (right ? 1 : 0)) ** 2, 0) / said.length
  console.log(`\n${said.length} mentions, ${share(said.filter(({ right }) => right).length / said.length)} % right; mean gap ${share(gap)} points, Brier score ${brier.toFixed(4)}`)
  console.log(`folds: ${unseen.map((one) => JSON.stringify(one)).join(' ')}\nfitted to all: ${JSON.stringify(fit(all))}`)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`calibrate: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
