/** The list's order and its groups: by day or month, by how many were killed, by how many reports, by the first letter of the place. */
import { edtfAt, noDay, type Columns } from '../../lib/columns/columns'
import { statuses } from '../../lib/taxonomy'
import type { Locale } from '../../lib/text'
import type { Sorting } from '../../lib/view'

/** What stands above a group: a date in EDTF (null: not stated), at least so many killed or reports (-1: no toll told), a letter; nothing. */
export type Heading =
  | { kind: 'date'; edtf: string | null; /** All of it is only planned. */ planned: boolean }
  | { kind: 'killed' | 'reports'; from: number }
  | { kind: 'letter'; letter: string }
  | null
export type Group = { heading: Heading; rows: Uint32Array }

/** Lower ends of the groups of counts, the highest first. */
const steps = [1000, 100, 10, 2, 1, 0, -1]

/** @param rows ascending, as `select` gives them: latest last day first, undated ones at the end */
export function orderRows(columns: Columns, rows: Uint32Array, sort: Sorting, locale: Locale): Uint32Array {
  const { from, to, killed, reports, place } = columns
  const sorted = rows.slice()
  switch (sort) {
    case 'newest': return sorted.sort((a, b) => to[b]! - to[a]! || from[b]! - from[a]! || a - b)
    case 'oldest': {
      // Undated ones stay at the end.
      const first = (row: number) => (from[row] === noDay ? 0x7fffffff : from[row]!)
      return sorted.sort((a, b) => first(a) - first(b) || to[a]! - to[b]! || a - b)
    }
    case 'killed': return sorted.sort((a, b) => killed[b]! - killed[a]! || a - b)
    case 'reports': return sorted.sort((a, b) => reports[b]! - reports[a]! || a - b)
    case 'place': {
      const rank = placeRanks(columns, locale)
      const at = (row: number) => (place[row]! < 0 ? rank.length : rank[place[row]!]!)
      return sorted.sort((a, b) => at(a) - at(b) || a - b)
    }
  }
}

/** Cuts rows in their order into groups with one heading each. */
export function groupRows(columns: Columns, ordered: Uint32Array, sort: Sorting): Group[] {
  const groups: Group[] = []
  let begin = 0
  let key: string | number | null = null
  const close = (end: number) => {
    if (end > begin) groups.push({ heading: headingOf(columns, ordered.subarray(begin, end), sort), rows: ordered.subarray(begin, end) })
    begin = end
  }
  const keyOf = keyFor(columns, sort)
  for (let i = 0; i < ordered.length; i++) {
    const next = keyOf(ordered[i]!)
    if (i > 0 && next !== key) close(i)
    key = next
  }
  close(ordered.length)
  return groups
}

function keyFor(columns: Columns, sort: Sorting): (row: number) => string | number {
  const { from, to, killed, reports, place, places } = columns
  // Two days as one number: no date is written and read for each of 50,000 rows.
  if (sort === 'newest' || sort === 'oldest') return (row) => to[row]! * 1e7 + from[row]!
  if (sort === 'killed') return (row) => step(killed[row]!)
  if (sort === 'reports') return (row) => step(reports[row]!)
  const letters = places.map(({ name }) => letterOf(name))
  return (row) => letters[place[row]!] ?? ''
}

function headingOf(columns: Columns, rows: Uint32Array, sort: Sorting): Heading {
  const row = rows[0]!
  if (sort === 'killed') return { kind: 'killed', from: step(columns.killed[row]!) }
  if (sort === 'reports') return { kind: 'reports', from: step(columns.reports[row]!) }
  if (sort === 'place') {
    const name = columns.places[columns.place[row]!]?.name
    return name === undefined ? null : { kind: 'letter', letter: letterOf(name) }
  }
  const planned = statuses.indexOf('planned')
  return { kind: 'date', edtf: edtfAt(columns, row), planned: rows.every((one) => columns.status[one] === planned) }
}

const step = (n: number): number => steps.find((from) => n >= from) ?? -1

/** "Étampes" → "E"; what begins with no letter stands under "#". */
function letterOf(name: string): string {
  const first = [...name.normalize('NFD')].find((sign) => /\p{L}/u.test(sign))
  return first ? first.toLocaleUpperCase() : '#'
}

const ranks = new WeakMap<Columns, Map<Locale, Int32Array>>()

/** Place → its rank by name in a language's order; equal names share one, so that their incidents are in the order of time. Kept: collating is slow. */
function placeRanks(columns: Columns, locale: Locale): Int32Array {
  let ofColumns = ranks.get(columns)
  if (!ofColumns) ranks.set(columns, (ofColumns = new Map()))
  let rank = ofColumns.get(locale)
  if (!rank) {
    const { places } = columns
    const { compare } = new Intl.Collator(locale)
    // First by letter, so that the order and the headings agree where a language takes Å for a letter of its own.
    const keys = places.map(({ name }) => ({ letter: letterOf(name), name }))
    const order = keys.map((_, i) => i).sort((a, b) => compare(keys[a]!.letter, keys[b]!.letter) || compare(keys[a]!.name, keys[b]!.name))
    rank = new Int32Array(places.length)
    let at = -1
    for (const [i, place] of order.entries()) {
      if (i === 0 || keys[order[i - 1]!]!.name !== keys[place]!.name) at = i
      rank[place] = at
    }
    ofColumns.set(locale, rank)
  }
  return rank
}
