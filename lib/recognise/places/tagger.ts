/**
 * Which spans of a stretch of capitals are place names, by trained weights: a semi-Markov conditional random field
 * (Sarawagi and Cohen 2004) in which a span's score is the sum of its features' weights and what is in no span has score 0.
 * Written by `npm run train` into `data/place-tagger.bin`.
 */
import { readData } from '../../data'
import { packTables, unpackTables } from '../../gazetteer/table-file'
import type { Span } from './spans'
import type { Stretch } from './units'

export type Tagger = {
  /** Weight of a feature; 0 for one never trained. */
  weight(feature: number): number
}

const file = 'place-tagger.bin'
/** A span is taken when its chance is over this: under one half, since a name missed costs as much as one made up and is commoner. */
const needed = 0.38
/** A name in no gazetteer has less to lose: it gets no pin. */
const neededUnlisted = 0.5
let opened: Tagger | undefined

/** The trained tagger, opened at the first call and kept. */
export function openTagger(): Tagger {
  return (opened ??= taggerFrom(readData(file), `data/${file}`))
}

/** A tagger over the bytes that `packTagger` wrote. */
export function taggerFrom(bytes: Buffer, path: string): Tagger {
  const tables = unpackTables(bytes, path)
  const features = tables.column<Uint32Array>('features')
  const levels = tables.column<Uint8Array>('levels')
  const { step } = tables.meta as { step: number }
  // Open addressing: at most half full.
  const size = 1 << Math.ceil(Math.log2(2 * features.length + 2))
  const keys = new Uint32Array(size)
  const values = new Float32Array(size)
  features.forEach((feature, i) => {
    let slot = feature & (size - 1)
    while (values[slot] !== 0) slot = (slot + 1) & (size - 1)
    keys[slot] = feature
    values[slot] = (levels[i]! - 128) * step
  })
  return {
    weight(feature) {
      for (let slot = feature & (size - 1); values[slot] !== 0; slot = (slot + 1) & (size - 1)) if (keys[slot] === feature) return values[slot]!
      return 0
    },
  }
}

/** Weights as a file: 32 bits for a feature and 8 for its weight, in 255 steps; those nearer to 0 than half a step are left out. */
export function packTagger(weights: ReadonlyMap<number, number>): Buffer {
  let largest = 1e-6
  for (const weight of weights.values()) largest = Math.max(largest, Math.abs(weight))
  const step = largest / 127
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) > step * 0.5001).sort(([a], [b]) => a - b)
  return packTables({ step }, { features: Uint32Array.from(kept, ([feature]) => feature), levels: Uint8Array.from(kept, ([, weight]) => 128 + Math.round(weight / step)) })
}

/** The spans of a stretch that are place names, none overlapping, in order, with how likely each is. */
export function chooseSpans(stretch: Stretch, spans: Span[], scores: Float64Array): { span: Span; chance: number }[] {
  const chances = chancesOf(stretch, spans, scores)
  const n = stretch.to - stretch.from
  // The division with the most expected names, each less what a doubtful one costs.
  const best = new Float64Array(n + 1)
  const choice = new Int32Array(n + 1).fill(-1)
  let s = 0
  for (let i = 0; i <= n; i++) {
    if (i > 0 && best[i - 1]! >= best[i]!) {
      best[i] = best[i - 1]!
      choice[i] = -1
    }
    for (; s < spans.length && spans[s]!.from === stretch.from + i; s++) {
      const end = spans[s]!.to - stretch.from
      const worth = best[i]! + chances[s]! - (spans[s]!.prior ? needed : neededUnlisted)
      if (worth <= best[end]!) continue
      best[end] = worth
      choice[end] = s
    }
  }
  const chosen: { span: Span; chance: number }[] = []
  for (let i = n; i > 0;) {
    const s = choice[i]!
    if (s < 0) i--
    else {
      chosen.push({ span: spans[s]!, chance: chances[s]! })
      i = spans[s]!.from - stretch.from
    }
  }
  return chosen.reverse()
}

/** How likely each span is over all divisions of the stretch (forward–backward). */
export function chancesOf(stretch: Stretch, spans: Span[], scores: Float64Array): Float64Array {
  const { forward, backward, total } = sums(stretch, spans, scores)
  return Float64Array.from(spans, ({ from, to }, s) => Math.exp(forward[from - stretch.from]! + scores[s]! + backward[to - stretch.from]! - total))
}

/**
 * Logarithms of the summed odds of all divisions before and after each unit.
 * @param isFree whether a unit may be in no span; training knows of some that may not
 */
export function sums({ from, to }: Stretch, spans: Span[], scores: Float64Array, isFree?: (unit: number) => boolean): { forward: Float64Array; backward: Float64Array; total: number } {
  const n = to - from
  const forward = new Float64Array(n + 1).fill(-Infinity)
  const backward = new Float64Array(n + 1).fill(-Infinity)
  forward[0] = 0
  backward[n] = 0
  // Spans come by their first unit: one pass each way.
  let s = 0
  for (let i = 0; i < n; i++) {
    if (isFree?.(from + i) ?? true) forward[i + 1] = logAdd(forward[i + 1]!, forward[i]!)
    for (; s < spans.length && spans[s]!.from === from + i; s++) forward[spans[s]!.to - from] = logAdd(forward[spans[s]!.to - from]!, forward[i]! + scores[s]!)
  }
  s = spans.length - 1
  for (let i = n - 1; i >= 0; i--) {
    if (isFree?.(from + i) ?? true) backward[i] = backward[i + 1]!
    for (; s >= 0 && spans[s]!.from === from + i; s--) backward[i] = logAdd(backward[i]!, backward[spans[s]!.to - from]! + scores[s]!)
  }
  return { forward, backward, total: forward[n]! }
}

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
