/**
 * Whether two articles tell of one incident. Cautious: joining two incidents hides one of them, leaving one
 * twice only shows it twice. All must hold: same type, places alike, days that meet, no contradiction.
 */
import { distanceKm } from '../distance'
import type { Incident, Place, Report, When } from '../types'
import { contains, isCountryOrWider } from './geo'
import { overlap } from './join'

/** Dates wider than this many days do not tell incidents apart, so they cannot bring them together either. */
const longest = 3
const day = 86_400_000

export function sameIncident(a: Report, b: Report | Incident): boolean {
  if (a.type !== b.type || (a.status === 'planned') !== (b.status === 'planned')) return false
  if (!a.where.known || !b.where.known || !a.when.known || !b.when.known) return false
  return placesMeet(a.where.value, b.where.value) && daysMeet(a.when.value, b.when.value) && !actorsConflict(a, b) && !tollsConflict(a, b)
}

/** The same place or a part of it; two towns only when they are all but one. A whole country is too wide to say. */
function placesMeet(a: Place, b: Place): boolean {
  if (a.id === b.id) return !isCountryOrWider(a)
  if (isCountryOrWider(a) || isCountryOrWider(b)) return false
  return contains(a, b) || contains(b, a) || distanceKm(a.at, b.at) <= 5
}

const lengthInDays = ({ from, to }: When) => (Date.parse(to) - Date.parse(from)) / day + 1

function daysMeet(a: When, b: When): boolean {
  return lengthInDays(a) <= longest && lengthInDays(b) <= longest && overlap(a, b)
}

/** Both name who did it, and no name is shared. */
function actorsConflict(a: Report | Incident, b: Report | Incident): boolean {
  const doers = (of: Report | Incident) => of.actors.filter(({ role }) => role === 'by').map(({ name }) => name.toLowerCase())
  const [first, second] = [doers(a), doers(b)]
  if (first.length === 0 || second.length === 0) return false
  return !first.some((name) => second.some((other) => other.includes(name) || name.includes(other))) && a.claimedBy !== undefined && b.claimedBy !== undefined
}

/** Counts grow as a story goes on, but not from three to three hundred. */
function tollsConflict(a: Report | Incident, b: Report | Incident): boolean {
  const [one, other] = [a.killed?.best, b.killed?.best]
  if (one === null || one === undefined || other === null || other === undefined) return false
  return Math.max(one, other) > 10 && Math.max(one, other) > 8 * (Math.min(one, other) + 1)
}
