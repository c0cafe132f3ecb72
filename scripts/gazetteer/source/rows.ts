/** Rows of a GeoNames file: tab-separated, without a header, "#" before a comment. A bad row is counted and told, and the rest are read. */
import { basename } from 'node:path'
import { forEachLine } from './lines'

/** Thrown by the reader of one row; `readRows` adds file and line. */
export class BadRow extends Error {}

export type RowCount = { rows: number; bad: number }

const shown = 5
/** More bad rows than this, in share and in number, mean another file than the one asked for. */
const tolerated = { share: 0.01, rows: 10 }

/**
 * Calls `take` with the cells of every row; a `BadRow` it throws leaves the row out. The bad ones
 * are reported together, the first of them by line.
 * @param columns as many as a row has; or the fewest and the most, where the last may be missing.
 * @throws Error when more than one row in a hundred, and more than ten, are bad, or none is good.
 */
export function readRows(path: string, [fewest, most]: [number, number], report: (line: string) => void, take: (cells: string[]) => void): RowCount {
  const name = basename(path)
  const first: string[] = []
  const count: RowCount = { rows: 0, bad: 0 }
  forEachLine(path, (line, number) => {
    if (line === '' || line.startsWith('#')) return
    count.rows++
    try {
      const cells = line.split('\t')
      if (cells.length < fewest || cells.length > most) throw new BadRow(`${cells.length} columns, ${fewest === most ? '' : `${fewest} to `}${most} expected: ${JSON.stringify(line.slice(0, 60))}`)
      take(cells)
    } catch (error) {
      if (!(error instanceof BadRow)) throw error
      if (count.bad++ < shown) first.push(`  ${name} line ${number}: ${error.message}`)
    }
  })
  const told = `${name}: ${count.bad} of ${count.rows} rows are not understood and left out\n${[...first, ...(count.bad > shown ? [`  and ${count.bad - shown} more`] : [])].join('\n')}`
  if (count.rows === 0) throw new Error(`${name} has no rows`)
  if (count.bad === count.rows || (count.bad > tolerated.rows && count.bad > tolerated.share * count.rows)) throw new Error(`${told}\n  too many of them: is this the file GeoNames publishes under that name?`)
  if (count.bad > 0) report(told)
  return count
}

/**
 * A string of its own. V8 keeps a part of a string as a view of the whole, and the parts of a line
 * that a build keeps would otherwise hold all of the line.
 */
export const ownCopy = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString())

/** @throws BadRow */
export function idOf(cell: string | undefined, what = 'id'): number {
  const id = Number(cell)
  if (!/^\d{1,10}$/.test(cell ?? '') || id > 0xffff_ffff) throw new BadRow(`${what} ${JSON.stringify(cell)} is not a number`)
  return id
}

/** @throws BadRow */
export function degreesOf(cell: string | undefined, what: 'latitude' | 'longitude'): number {
  const limit = what === 'latitude' ? 90 : 180
  const value = cell === '' ? NaN : Number(cell)
  if (!(Math.abs(value) <= limit)) throw new BadRow(`${what} ${JSON.stringify(cell)} is not between -${limit} and ${limit}`)
  return value
}
