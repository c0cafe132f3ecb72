/** What of a report is compared, worked out once: every report of a busy day is held against many others. */
import { countryNames } from '../../../data/country-names'
import { countryName } from '../../countries'
import { readData, readTable } from '../../data'
import { wordsOf } from '../../search'
import { families } from '../../taxonomy'
import type { Report } from '../../types'

const lists = JSON.parse(readData('same-words.json').toString('utf8')) as { anyStory: string[]; genericActors: string[]; blast: string[]; hazards: string[][] }
const anyStory = new Set(lists.anyStory)
const genericActors = new Set(lists.genericActors)

/** The words of its names, and those of the country it is of. */
export type Party = { names: string[][]; country: string[] }

export type Facts = {
  /** Who is named, by name and not as "police" or "the army", without the country it happens in. */
  parties: Party[]
  /** Those of them who did it. */
  doers: Party[]
  /** What sets the sentence apart: neither the place, the parties nor the words of every such story. */
  words: Set<string>
  sentence: string
  /** May be told as an accident and as an attack: a disaster that is an explosion or a fire, a deed whose sentence has one. */
  isBlast: boolean
  /** Which of the kinds of disaster its words tell of. */
  hazards: Set<number>
}

const known = new WeakMap<Report, Facts>()

export function factsOf(report: Report): Facts {
  let facts = known.get(report)
  if (!facts) known.set(report, (facts = workOut(report)))
  return facts
}

function workOut(report: Report): Facts {
  const host = report.where.known ? nameWords(countryName(report.where.value.country) ?? '') : []
  const isGuest = ({ names, country }: Party) => names.length > 0 && !(host.length > 0 && [...names, country].some((name) => sameName(name, host)))
  const sides = [report.claimedBy, report.deniedBy].flatMap((name) => (name ? [partyOf({ name })] : []))
  const words = wordsOf(report.evidence.quote)
  const names = new Set([...report.actors.flatMap(({ name, canonical }) => wordsOf(`${name} ${canonical ?? ''}`)), ...(report.where.known ? wordsOf(report.where.value.name) : []), ...wordsOf(countryName(report.where.known ? report.where.value.country : undefined) ?? '')].map(stem))
  const trigger = report.trigger.text.toLowerCase()
  const told = wordsOf(`${trigger} ${report.evidence.quote}`)
  return {
    parties: [...report.actors.map(partyOf), ...sides].filter(isGuest),
    doers: report.actors.filter(({ role }) => role === 'by').map(partyOf).filter(isGuest),
    words: new Set(words.filter((word) => word.length >= 4 && !anyStory.has(word) && !/^\d/.test(word)).map(stem).filter((word) => !names.has(word))),
    sentence: words.join(' '),
    isBlast: lists.blast.some((start) => (families[report.type] === 'disaster' ? wordsOf(trigger) : told).some((word) => word.startsWith(start))),
    hazards: new Set(lists.hazards.flatMap((starts, kind) => (told.some((word) => starts.some((start) => word.startsWith(start))) ? [kind] : []))),
  }
}

/** "apartments" and "apartment", "missiles" and "missile": one word, about. */
const stem = (word: string) => word.slice(0, 6)

const demonyms = new Map(readTable('demonyms.tsv', 'word', 'place').map(({ word, place }) => [wordsOf(word).join(' '), wordsOf(place)]))
const countries = new Set(Object.values(countryNames).map((name) => wordsOf(name).join(' ')))

/** "the Russian army" → ["russia"], "police" → []: nobody in particular is no party. */
function nameWords(name: string): string[] {
  const words = wordsOf(name.replace(/['’]s\b/g, ''))
  const found: string[] = []
  for (let i = 0; i < words.length; i++) {
    const two = demonyms.get(words.slice(i, i + 2).join(' '))
    found.push(...(two ?? demonyms.get(words[i]!) ?? [words[i]!]))
    if (two && words.length > i + 1) i++
  }
  return found.filter((word) => !genericActors.has(word))
}

function partyOf({ name, canonical, country }: { name: string; canonical?: string; country?: string }): Party {
  return { names: [name, canonical].map((each) => nameWords(each ?? '')).filter((words) => words.length > 0), country: nameWords(countryName(country) ?? '') }
}

/** "Hamas" and "Hamas fighters" are one party, a state and one of its own too; two of one state are two. */
export function sameParty(a: Party, b: Party): boolean {
  return a.names.some((name) => [...b.names, b.country].some((other) => sameName(name, other))) || b.names.some((name) => sameName(name, a.country))
}

/** "Sudan" is not "South Sudan", though its name is in it. */
function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  const [whole, part] = a.length >= b.length ? [a, b] : [b, a]
  if (countries.has(a.join(' ')) && countries.has(b.join(' '))) return a.join(' ') === b.join(' ')
  return part.every((word) => whole.includes(word))
}
