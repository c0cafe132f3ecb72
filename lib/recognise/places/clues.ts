/**
 * What the whole article says of its names: how often a word stands behind "in", behind a title or a given name, before
 * "said", in lower case; and which countries and divisions the article is about. Counts alone, taken before anything is decided.
 */
import type { Candidate } from '../../gazetteer'
import { classOf } from './vocabulary'
import type { Span } from './spans'
import type { Unit } from './units'

export type Clues = {
  /** By lower-case word. */
  words: Map<string, WordClues>
  /** How many other well known names of the article lie in the candidate's country and in its region. */
  support: (name: string, candidate: Candidate) => { country: number; region: number }
}

export type WordClues = { capital: number; lower: number; located: number; moved: number; titled: number; speaks: number; beforeCapital: number; afterCapital: number }

const [locative, title, given] = [classOf('locative'), classOf('titles'), classOf('given name')]
const speech = new Set(['said', 'says', 'told', 'asked', 'added', 'explained', 'recalled'])

export function cluesOf(units: Unit[], spans: Span[][]): Clues {
  return { words: wordClues(units), support: supportOf(spans) }
}

function wordClues(units: Unit[]): Map<string, WordClues> {
  const found = new Map<string, WordClues>()
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!
    if (unit.kind !== 'word') continue
    const { lower } = unit.word
    let clues = found.get(lower)
    if (!clues) {
      if (!unit.capital) continue
      found.set(lower, (clues = { capital: 0, lower: 0, located: 0, moved: 0, titled: 0, speaks: 0, beforeCapital: 0, afterCapital: 0 }))
    }
    if (!unit.capital) {
      clues.lower++
      continue
    }
    clues.capital++
    let before = units[i - 1]
    let back = i - 1
    // "Lt. Smith": the dot of a title is no word.
    if (before?.word.lower === '.' && units[back - 1]?.dotted === before.end) before = units[--back]
    const next = units[i + 1]
    if (before && before.sentence === unit.sentence) {
      if (!before.capital && before.word.classes.includes(locative)) clues.located++
      if (before.word.lower === 'to' || before.word.lower === 'from') clues.moved++
      if (before.word.classes.includes(title) || (before.capital && before.word.classes.includes(given))) clues.titled++
      if (before.capital) clues.afterCapital++
    }
    if (next && next.sentence === unit.sentence) {
      if (speech.has(next.word.lower)) clues.speaks++
      if (next.capital && next.start - unit.end <= 1) clues.beforeCapital++
    }
  }
  return found
}

/** Countries and regions named, and those of large towns; a name with several readings speaks for its likeliest alone. */
function supportOf(spans: Span[][]): Clues['support'] {
  const worths = new Map<string, { country: string; region?: string; worth: number }>()
  const totals = new Map<string, number>()
  const add = (key: string, worth: number) => totals.set(key, (totals.get(key) ?? 0) + worth)
  for (const stretch of spans) for (const { prior, demonym, to, from, name } of stretch) {
    const best = prior?.candidates[0]
    if (!best?.country || worths.has(name) || (prior!.weight < 1.4 && best.match !== 'abbreviation')) continue
    const worth = (to - from > 1 || best.level === 'country' || best.level === 'region' ? 1 : 0.5) * (demonym ? 0.5 : 1)
    const region = regionOf(best)
    worths.set(name, { country: best.country, ...(region && { region }), worth })
    add(best.country, worth)
    if (region) add(region, worth)
  }
  return (name, candidate) => {
    const own = worths.get(name)
    const region = regionOf(candidate)
    return {
      country: candidate.country ? (totals.get(candidate.country) ?? 0) - (own?.country === candidate.country ? own.worth : 0) : 0,
      region: region ? (totals.get(region) ?? 0) - (own?.region === region ? own.worth : 0) : 0,
    }
  }
}

function regionOf({ level, country, name, admin1 }: Candidate): string | undefined {
  const region = level === 'region' ? name : admin1
  return country && region ? `${country} ${region}` : undefined
}
