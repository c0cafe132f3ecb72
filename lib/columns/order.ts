/** Rows in the order a link asks for. */
import type { Sorting } from '../view'
import { noDay, type Columns } from './columns'

/** @param rows as `select` gives them, newest first; kept as they are. Where two are equal the newer stands first, undated ones last. */
export function ordered(columns: Columns, rows: Uint32Array, sort: Sorting = 'newest'): Uint32Array {
  if (sort === 'newest') return rows
  const { from, killed, reports, place, places } = columns
  const names = places.map(({ name }) => name)
  const compare: Record<Exclude<Sorting, 'newest'>, (a: number, b: number) => number> = {
    oldest: (a, b) => Number(from[a] === noDay) - Number(from[b] === noDay) || from[a]! - from[b]!,
    killed: (a, b) => killed[b]! - killed[a]!,
    reports: (a, b) => reports[b]! - reports[a]!,
    place: (a, b) => Number(place[a]! < 0) - Number(place[b]! < 0) || (place[a]! < 0 ? 0 : names[place[a]!]!.localeCompare(names[place[b]!]!)),
  }
  return rows.slice().sort((a, b) => compare[sort](a, b) || a - b)
}
