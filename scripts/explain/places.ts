/** The block under a place mention, and the "no place" lines under a sentence, as text. */
import type { Place, PlaceMention, Reading } from '../../lib/types'
import { percent } from './decisions'
import type { Points, RejectedName, WeighedName } from './names'
import { column, flow, harmless, paint } from './paint'
import type { Difference, WeighedReadings } from './readings'

const [mostFor, mostAgainst] = [4, 3]
const mostCandidates = 5
const mostDifferences = 6
/** Points that would print as 0.0. */
const nothing = 0.05

/** What a mention was taken for, in one line; its candidates stand below. */
export function verdict(mention: PlaceMention, { places }: Reading): string {
  const resolved = places.get(mention)
  const answer = !resolved ? 'not looked up' : resolved.known ? `${placeName(resolved.value)} ${percent(resolved.confidence)} ${resolved.basis}` : `unknown: ${resolved.reason}`
  return `${answer} (${mention.role})`
}

/** How likely the words are a name at all, and what said so. */
export function* nameLines({ chance, weighed }: WeighedName): Generator<string> {
  yield* sumLines('name', chance, weighed)
}

/** A chance, the heaviest points for and against it, and their sum; `of` is what the chance is of, where the label does not say it. */
export function* sumLines(name: string, chance: number, weighed: readonly Points[], of?: string): Generator<string> {
  const parts = [...heaviest(weighed, 1).slice(0, mostFor), ...heaviest(weighed, -1).slice(0, mostAgainst)]
  const rest = sum(weighed) - sum(parts)
  const terms = [...parts, { what: 'others', points: rest }, { what: 'in all', points: sum(weighed) }].map(pointsText)
  yield flow(label(name, share(chance)) + (of ? `${of}: ` : ''), terms, ', ')
}

export function rejectedLine({ start, end, why }: RejectedName, text: string): string {
  return `    ${paint('bad', 'no place')} ${column(harmless(text.slice(start, end)), 26)} ${paint('dim', harmless(why))}`
}

/** The candidates, what sets the winner and its best rival apart, and why the winner won. */
export function* readingLines({ candidates, contest }: WeighedReadings, isAmbiguous: boolean): Generator<string> {
  for (const [i, { place, chance }] of candidates.slice(0, mostCandidates).entries())
    yield `${label(i === 0 ? 'means' : '', share(chance))}${column(placeName(place), 40)} ${column(place.level, 8)} ${column(`${place.at.lat.toFixed(2)},${place.at.lon.toFixed(2)}`, 15)} ${place.id}`
  if (candidates.length > mostCandidates) yield paint('dim', `${label('', '')}and ${candidates.length - mostCandidates} more`)
  const [winner] = candidates
  if (!winner) yield `${label('why', '')}the gazetteer has no place of this name`
  else if (!contest) yield `${label('why', '')}the only place of this name`
  else {
    const { rival, elsewhere, lead, differences } = contest
    const over = `${placeName(rival)}${elsewhere ? '' : ' at about the same spot'}`
    const outcome = isAmbiguous ? `undecided: leads ${over} by only ${lead.toFixed(2)}` : `won by ${lead.toFixed(1)} over ${over}`
    const reasons = differences.map(({ feature, points }) => ({ what: feature, points }))
    const named = [...heaviest(reasons, 1).slice(0, 3), ...heaviest(reasons, -1).slice(0, 2)].map(pointsText)
    yield flow(label('why', ''), named.length > 0 ? [`${outcome}:`, ...named.map((text, n) => text + (n < named.length - 1 ? ',' : ''))] : [outcome])
    yield* differenceLines(differences, winner.place, rival)
  }
}

function* differenceLines(differences: Difference[], winner: Place, rival: Place): Generator<string> {
  const telling = differences.filter(({ points }) => Math.abs(points) >= nothing)
  if (telling.length === 0) return
  yield paint('dim', `${label('', '')}${column('', 30)} ${column(placeName(winner), 25)} ${column(placeName(rival), 25)} differ by`)
  for (const { feature, winner: a, rival: b, points } of telling.slice(0, mostDifferences))
    yield `${label('', '')}${column(feature, 30)} ${column(sideText(a), 25)} ${column(sideText(b), 25)} ${signed(points)}`
  const others = telling.slice(mostDifferences)
  if (others.length > 0) yield `${label('', '')}${column(`${others.length} more`, 82)} ${signed(sum(others))}`
}

/** The value of a feature, and what it is worth. */
const sideText = ({ value, points }: Difference['winner']) => (value === 0 ? '–' : `${Number(value.toFixed(2))} worth ${plainSigned(points)}`)

const heaviest = (points: readonly Points[], sign: 1 | -1) => points.filter((point) => point.points * sign >= nothing)
const sum = (points: readonly { points: number }[]) => points.reduce((all, point) => all + point.points, 0)
const pointsText = ({ what, points }: Points) => `${what} ${signed(points)}`
const plainSigned = (points: number) => (Math.abs(points) < nothing ? '0.0' : `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`)
const signed = (points: number) => paint(points < 0 ? 'bad' : 'good', plainSigned(points))

/** A chance as three to four characters; those that would round to none or all are not quite. */
const share = (chance: number) => (chance < 0.005 ? '<1%' : chance > 0.995 ? '>99%' : percent(chance))
/** The beginning of a block's line. */
const label = (name: string, chance: string) => `        ${column(name, 6)}${chance.padStart(4)}  `

/** "Texas, US", not "Texas, Texas, US". */
const placeName = ({ name, admin1, country }: Place) => [...new Set([name, admin1, country])].filter(Boolean).join(', ')
