/**
 * Whether two articles tell of one incident. Nothing may contradict, and something must agree: joining two
 * incidents hides one of them, leaving one twice only shows it twice.
 *
 *   contradict   types of no one story, places or days apart, tolls or parties that cannot be reconciled
 *   agreement    beyond type, place and day: the toll, a named party, or the words of the sentence.
 *                How much of it is asked for is told in `isEnough`, by how well place and day alone tell incidents apart
 *
 * Both look at two reports only; lib/link/group.ts holds every report of an incident against every other.
 */
import { distanceKm } from '../distance'
import { families, type IncidentType } from '../taxonomy'
import type { Place, Report, Toll, When } from '../types'
import { contains, isCountryOrWider } from './geo'
import { factsOf, sameParty, type Party } from './same/facts'

export const sameIncident = (a: Report, b: Report): boolean => agreement(a, b) > 0 && !contradict(a, b)

/** No incident can be what both tell. */
export function contradict(a: Report, b: Report): boolean {
  if (a.article === b.article) return true // told apart by the article itself
  if (!a.where.known || !b.where.known || !a.when.known || !b.when.known) return true
  return !typesMeet(a, b) || !placesMeet(a.where.value, b.where.value) || !daysMeet(a.when.value, b.when.value) || tollsContradict(a, b) || partiesContradict(a, b) || hazardsContradict(a, b)
}

/** How much speaks for one incident, 0 when it is not enough; meant for two reports that do not contradict. */
export function agreement(a: Report, b: Report): number {
  if (!a.where.known || !b.where.known || !a.when.known || !b.when.known) return 0
  const found = { toll: tollsAgree(a, b), parties: share(factsOf(a).parties, factsOf(b).parties), words: wordsAgree(a, b) }
  if (!isEnough(a, b, found)) return 0
  const alike = [a.type === b.type, a.where.value.id === b.where.value.id, a.when.value.edtf === b.when.value.edtf, a.status === b.status].filter(Boolean).length
  return 1 + 4 * found.toll + 3 * Number(found.words) + 3 * Number(found.parties) + alike
}

type Found = { toll: 0 | 1 | 2; parties: boolean; words: boolean }

function isEnough(a: Report, b: Report, { toll, parties, words }: Found): boolean {
  const [first, second] = [known(a.where), known(b.where)]
  // "will meet in Sarn on Friday", "met in Sarn on Friday": on the map it is one meeting, first ahead and then held, and two
  // markers would make a reader count it twice. But a plan can fall through and something else take its place, so who is to
  // meet, or the words, must be those of what was held; a toll says nothing of a plan.
  if ((a.status === 'planned') !== (b.status === 'planned')) return a.type === b.type && (parties || words)
  // "between Monday and Saturday" holds every incident of that week
  if (Math.max(lengthInDays(known(a.when)), lengthInDays(known(b.when))) > longest) return toll > 0 || words || (a.status === 'planned' && parties)
  if (a.type !== b.type) {
    // "explosions", "an attack": an accident and a deed are one only when more than the place is common
    const violent = [a, b].filter(({ type }) => families[type] === 'violence').length
    return violent === 2 ? toll > 0 || parties || words : toll > 0 || (words && families[a.type] !== 'protest' && families[b.type] !== 'protest')
  }
  // "in the Vela region", "in Sarn"; two villages side by side: Orland's jets may have struck both
  if (first.id !== second.id && (isWide(first) || isWide(second) || !(contains(first, second) || contains(second, first)))) return toll > 0 || words
  return isTelling(a.type, widerOf(first, second)) || toll > 0 || parties || words
}

// ── what kind of thing ──────────────────────────────────────────────────────

/**
 * One event under two types. "Attack" is what agencies call a strike and a clash too, but a strike is no clash; the
 * explosion of one is the bombing of the other; a march fired upon is both protest and attack.
 * What is said, signed and sent from one place on one day are several things.
 */
function typesMeet(a: Report, b: Report): boolean {
  if (a.type === b.type) return true
  if (isPair(a, b, 'attack', 'strike') || isPair(a, b, 'attack', 'clash') || isPair(a, b, 'protest', 'attack') || isPair(a, b, 'protest', 'clash')) return true
  return (isPair(a, b, 'disaster', 'attack') || isPair(a, b, 'disaster', 'strike')) && [a, b].every((report) => report.type === 'strike' || factsOf(report).isBlast)
}

const isPair = (a: Report, b: Report, one: IncidentType, other: IncidentType) => (a.type === one && b.type === other) || (a.type === other && b.type === one)

/** A flood and a fire of one day. */
function hazardsContradict(a: Report, b: Report): boolean {
  if (a.type !== 'disaster' || b.type !== 'disaster') return false
  const [first, second] = [factsOf(a).hazards, factsOf(b).hazards]
  return first.size > 0 && second.size > 0 && ![...first].some((hazard) => second.has(hazard))
}

// ── where ───────────────────────────────────────────────────────────────────

/** The same place or a part of it; two towns only when they are all but one. A whole country is too wide to say, but for an island or a city state. */
function placesMeet(a: Place, b: Place): boolean {
  if ([a, b].some((place) => isCountryOrWider(place) && place.radiusKm > 50)) return false
  return a.id === b.id || contains(a, b) || contains(b, a) || distanceKm(a.at, b.at) <= 5
}

const widerOf = (a: Place, b: Place) => (a.radiusKm >= b.radiusKm ? a : b)
const isWide = (place: Place) => place.level === 'region' || place.level === 'sea' || isCountryOrWider(place)

/** So large that a day has several incidents of the type, and the place does not tell them apart. A war comes to smaller cities than summits do. */
function isCrowded(type: IncidentType, place: Place): boolean {
  return isWide(place) || place.radiusKm > 10 || (place.population ?? 0) >= (families[type] === 'violence' ? 100_000 : 500_000)
}

/** Place and day alone tell which: nearly always in a town; in a city for what takes hold of all of it, a flood or a march; never for what is said. */
function isTelling(type: IncidentType, place: Place): boolean {
  if (type === 'statement') return false
  return !isCrowded(type, place) || (!isWide(place) && (type === 'disaster' || type === 'protest'))
}

// ── when ────────────────────────────────────────────────────────────────────

/** Dates wider than this many days do not tell incidents apart. */
const longest = 3
/** Dates wider than this bring nothing together, whatever else agrees. */
export const widest = 10
const day = 86_400_000
const lengthInDays = ({ from, to }: When) => (Date.parse(to) - Date.parse(from)) / day + 1

/** One holds the other: Saturday the night before it, but not the night into Saturday the one into Sunday. */
function daysMeet(a: When, b: When): boolean {
  if (lengthInDays(a) > widest || lengthInDays(b) > widest) return false
  return (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to)
}

// ── how many ────────────────────────────────────────────────────────────────

/** 2: the same number, from three up; 1: as near as two counts of one evening are; 0: not, or nothing to compare. */
function tollsAgree(a: Report, b: Report): Found['toll'] {
  const kind = a.killed && b.killed ? 'killed' : 'injured'
  const [one, other] = [a[kind], b[kind]]
  if (!one || !other) return 0
  const [low, high] = ordered(one, other)
  if (low === 0) return 0
  if (low === high) return low >= 3 && one.best !== null && other.best !== null ? 2 : 1
  return isNear(low, high) ? 1 : 0
}

const countOf = ({ best, low }: Toll) => best ?? low
const ordered = (a: Toll, b: Toll) => [countOf(a), countOf(b)].sort((x, y) => x - y) as [number, number]
/** 3 and 4, 9 and 12, 241 and 279. */
const isNear = (low: number, high: number) => high <= 1.35 * low + 1

/** Counts grow as a story goes on, but not from three to three hundred; and where a day has several incidents, two exact counts are two of them. */
function tollsContradict(a: Report, b: Report): boolean {
  if (!a.killed || !b.killed) return false
  const [low, high] = ordered(a.killed, b.killed)
  if (high > 10 && high > 8 * (low + 1)) return true
  const fewer = countOf(a.killed) === low ? a.killed : b.killed
  const isOpen = fewer.best === null || fewer.high === null || fewer.high > low
  const place = widerOf(known(a.where), known(b.where))
  return (isCrowded(a.type, place) || isCrowded(b.type, place)) && !isOpen && !(low > 0 && isNear(low, high)) && low !== high
}

// ── who ─────────────────────────────────────────────────────────────────────

const share = (first: Party[], second: Party[]) => first.some((name) => second.some((other) => sameParty(name, other)))
const holds = (all: Party[], some: Party[]) => some.every((name) => all.some((other) => sameParty(name, other)))

/** Others met, others did it. Each side blames the other for one deed: there the toll or the words decide. */
function partiesContradict(a: Report, b: Report): boolean {
  if (families[a.type] === 'disaster' || families[b.type] === 'disaster') return false
  const isDiplomacy = families[a.type] === 'diplomacy'
  const [first, second] = isDiplomacy ? [factsOf(a).parties, factsOf(b).parties] : [factsOf(a).doers, factsOf(b).doers]
  if (first.length === 0 || second.length === 0) return false
  if (!isDiplomacy) return !share(first, second) && tollsAgree(a, b) < 2 && !wordsAgree(a, b)
  // the envoys of one state met those of a second in the morning and those of a third in the evening
  const common = first.filter((name) => second.some((other) => sameParty(name, other))).length
  return common === 0 || (common === 1 && !holds(first, second) && !holds(second, first))
}

// ── in what words ───────────────────────────────────────────────────────────

/** The same sentence, or most of what sets the shorter one apart: the mill, the minibus, the hospital. */
function wordsAgree(a: Report, b: Report): boolean {
  const [first, second] = [factsOf(a), factsOf(b)]
  if (first.sentence !== '' && first.sentence === second.sentence) return true
  const [fewer, more] = first.words.size <= second.words.size ? [first.words, second.words] : [second.words, first.words]
  const common = [...fewer].filter((word) => more.has(word)).length
  return common >= 2 && common >= 0.6 * fewer.size
}

/** Both were looked at before anything else is compared. */
function known<T>(resolved: { known: true; value: T } | { known: false }): T {
  if (!resolved.known) throw new TypeError('Only reports whose place and day are known are compared.')
  return resolved.value
}
