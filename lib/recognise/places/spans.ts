/** Every stretch of units that may be a place's name, with what the gazetteer says of it. */
import type { Gazetteer } from '../../gazetteer'
import { priorOf, type Prior } from './prior'
import type { Stretch, Unit } from './units'
import { demonyms, givenNames, isOrdinary, words } from './words'

/** Units `[from, to)`; offsets into the text. */
export type Span = {
  from: number
  to: number
  start: number
  end: number
  /** What to look up: the text, a demonym's place, or the text without its type ("Bantayan Island"). */
  name: string
  /** `null` for a name the gazetteer does not have. */
  prior: Prior | null
  demonym: boolean
  /** The gazetteer has the name without its first or last word, which is a type. */
  typed: boolean
}

/** Names outside the gazetteer have at most so many words: "Big Thicket National Preserve". */
const longestUnlisted = 5
/** "Gulf of Kusha", "Bay of Sarn": names that may go on over "of". */
const heads = new Set(['gulf', 'bay', 'strait', 'straits', 'sea', 'isle', 'isles', 'cape', 'lake', 'port', 'mount', 'city', 'township', 'borough', 'county', 'point', 'village', 'university'])

/** The spans of a stretch, by their first unit and then by length. */
export function spansIn(text: string, units: Unit[], { from, to }: Stretch, gazetteer: Gazetteer): Span[] {
  const spans: Span[] = []
  for (let i = from; i < to; i++) {
    if (!units[i]!.capital) continue
    let size = 0
    let small = false
    for (let k = i; k < to && size < gazetteer.longestName; k++) {
      const unit = units[k]!
      if (unit.kind === 'word') size++
      if (!unit.capital) {
        small ||= unit.kind === 'word'
        continue
      }
      const span = spanOf(text, units, i, k, gazetteer)
      if (span.prior || span.demonym || span.typed || (unit.sentence === units[i]!.sentence && size <= longestUnlisted && (!small || heads.has(units[i]!.word.lower)) && mayBeUnlisted(units[i]!.word.lower, k > i))) spans.push(span)
    }
  }
  return spans
}

/** Whether a word may begin a name that is in no gazetteer, and be one alone: "Monday", "Police" and "The Kusha" are none. */
function mayBeUnlisted(first: string, goesOn: boolean): boolean {
  if (words.openers.has(first) || first === 'the' || words.neighbours.has(first)) return false
  return goesOn || !(isOrdinary(first) || words.notPlaces.has(first) || words.titles.has(first) || words.orgHeads.has(first) || words.peopleNouns.has(first) || givenNames.has(first))
}

function spanOf(text: string, units: Unit[], first: number, last: number, gazetteer: Gazetteer): Span {
  const { start } = units[first]!
  const { end, dotted, word } = units[last]!
  // Units keep "Ill" and its dot apart, the gazetteer knows "Ill.".
  if (dotted > end) {
    const short = text.slice(start, dotted)
    const prior = priorOf(short, gazetteer)
    if (prior?.candidates[0]?.match === 'abbreviation') return { from: first, to: last + 2, start, end: dotted, name: short, prior, demonym: false, typed: false }
    // "S. Main St."
    if (first < last && word.lower.length <= 4 && words.streets.has(word.lower)) return { from: first, to: last + 2, start, end: dotted, name: short, prior: null, demonym: false, typed: false }
  }
  const name = text.slice(start, end)
  const people = demonyms.get(first === last ? word.lower : name.toLowerCase())
  if (people !== undefined) return { from: first, to: last + 1, start, end, name: people, prior: priorOf(people, gazetteer), demonym: true, typed: false }
  const prior = priorOf(name, gazetteer)
  if (prior || first === last) return { from: first, to: last + 1, start, end, name, prior, demonym: false, typed: false }
  // "Bantayan Island", "Clarke County": a capitalised type belongs to the name, though the gazetteer has it without.
  if (words.typeSuffixes.has(word.lower)) {
    const bare = text.slice(start, units[last - 1]!.end)
    const inside = units[last - 1]!.capital ? priorOf(bare, gazetteer) : null
    if (inside) return { from: first, to: last + 1, start, end, name: bare, prior: inside, demonym: false, typed: true }
  }
  return { from: first, to: last + 1, start, end, name, prior: null, demonym: false, typed: false }
}
