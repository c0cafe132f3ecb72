/** What is known of a word wherever it stands: its hash, shape and the classes of `data/place-words.json` it belongs to. */
import { demonyms, givenNames, isOrdinary, levelOfNoun, objectVerbs, passiveSubject, subjectVerbs, words } from './words'

export type Word = {
  lower: string
  /** 32 bits, the same on every machine: trained weights are found by it. */
  hash: number
  /** Hash of the last three letters. */
  ending: number
  /** 0 lower case, 1 Capital, 2 ALL CAPITALS of two or three letters, 3 longer, 4 mIxed, 5 one letter, 6 number, 7 other. */
  shape: number
  /** Numbers of the classes, by `classNames`. */
  classes: number[]
}

const lists = ['locative', 'motion', 'motionVerbs', 'directions', 'nounsBeforeOf', 'typeSuffixes', 'typePrefixes', 'streets', 'titles', 'orgHeads', 'teamWords',
  'peopleNouns', 'placeNouns', 'relationNouns', 'againstNouns', 'auxiliaries', 'notPlaces', 'ofPeople', 'peopleFrom', 'prepositions', 'conjunctions', 'ledSuffixes', 'basedSuffixes'] as const
const levels = ['region', 'district', 'town', 'sea', 'site', 'area', 'country'] as const
const sets: readonly (readonly [string, (lower: string) => boolean])[] = [
  ...lists.map((list) => [list, (lower: string) => words[list].has(lower)] as const),
  ...levels.map((level) => [`noun for a ${level}`, (lower: string) => levelOfNoun.get(lower) === level] as const),
  ['verb of governments', (lower) => subjectVerbs.has(lower)],
  ['verb about governments', (lower) => objectVerbs.has(lower)],
  ['verb about ground', (lower) => passiveSubject.has(lower)],
  ['given name', (lower) => givenNames.has(lower)],
  ['ordinary word', isOrdinary],
  ['demonym', (lower) => demonyms.has(lower)],
]
/** Names of the classes. */
const classNames: readonly string[] = sets.map(([name]) => name)
const classNumber = new Map(classNames.map((name, i) => [name, i]))
/** The number of a class, for rules that ask for one. */
export const classOf = (name: string): number => classNumber.get(name)!

/** FNV-1a over UTF-16 units, finished as murmur3 does. */
function hashOf(text: string): number {
  let h = 0x811c_9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x0100_0193)
  h ^= h >>> 16; h = Math.imul(h, 0x85eb_ca6b); h ^= h >>> 13
  return h >>> 0
}

const known = new Map<string, Word>()
/** Words kept; a paper's articles repeat theirs. */
const capacity = 60_000

/** The word as it is written; capitals matter to `shape` alone. */
export function wordOf(text: string): Word {
  let word = known.get(text)
  if (word) return word
  if (known.size > capacity) known.clear()
  const lower = text.toLowerCase()
  const digitless = lower.replace(/\d/g, '0')
  word = { lower, hash: hashOf(digitless), ending: hashOf(`-${lower.slice(-3)}`), shape: shapeOf(text), classes: sets.flatMap(([, has], i) => (has(lower) ? [i] : [])) }
  known.set(text, word)
  return word
}

function shapeOf(text: string): number {
  if (/^\p{Ll}+$/u.test(text)) return 0
  if (/^\p{Lu}$/u.test(text)) return 5
  if (/^\p{Lu}[\p{Ll}\p{M}'’]+$/u.test(text)) return 1
  if (/^(?:\p{Lu}\.)+\p{Lu}?\.?$/u.test(text)) return 2
  if (/^\p{Lu}+$/u.test(text)) return text.length <= 3 ? 2 : 3
  if (/^\p{L}/u.test(text)) return 4
  return /^\d/.test(text) ? 6 : 7
}
