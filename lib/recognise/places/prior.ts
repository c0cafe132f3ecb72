import type { Candidate, Gazetteer } from '../../gazetteer'
import type { PlaceLevel } from '../../taxonomy'
import { words } from './words'

/** What the gazetteer alone says of a name. */
export type Prior = {
  /** 0 (a hamlet somewhere has this name) to 3 (a country). */
  weight: number
  /** Level of the best known place of this name. */
  level: PlaceLevel
  /** A country, its capital or a seat of power: what may act in the news. */
  polity: boolean
  candidates: Candidate[]
}

const known = new WeakMap<Gazetteer, Map<string, Prior | null>>()
/** Names kept per gazetteer; a paper's articles repeat theirs. */
const capacity = 50_000

/** How well known the best place of a name is; `null` for a name the gazetteer does not have. */
export function priorOf(name: string, gazetteer: Gazetteer): Prior | null {
  let names = known.get(gazetteer)
  if (!names || names.size > capacity) known.set(gazetteer, (names = new Map()))
  let prior = names.get(name)
  if (prior === undefined) {
    prior = gazetteer.has(name) ? weigh(name, gazetteer.lookup(name)) : null
    names.set(name, prior)
  }
  return prior
}

function weigh(name: string, candidates: Candidate[]): Prior | null {
  let best: Candidate | undefined
  let weight = -1
  for (const candidate of candidates) {
    const value = weightOf(candidate)
    if (value > weight) [best, weight] = [candidate, value]
  }
  if (!best) return null
  // "the Kremlin said"
  const seat = words.seatsOfPower.has(name.toLowerCase())
  return { weight, level: best.level, polity: seat || candidates.some((c) => (c.level === 'country' || c.seat === 'country') && weightOf(c) >= 1.5), candidates }
}

function weightOf({ level, match, population = 0 }: Candidate): number {
  if (match === 'variant' || match === 'demonym') return 0
  // "Africa" is also an old name of a Tunisian town: an alternate name says less than the place's own.
  const share = match === 'alternate' && level === 'town' ? 0.6 : 1
  if (level === 'country') return 3
  if (level === 'area' || level === 'sea') return 2.2
  if (level === 'region') return population > 300_000 ? 2 : 1.2
  if (level === 'site') return 1.5
  if (level === 'district') return 0.5
  return share * (population >= 1_000_000 ? 2.5 : population >= 200_000 ? 2 : population >= 50_000 ? 1.4 : population >= 10_000 ? 0.8 : 0.4)
}
