'use client'
import { useMemo, useState } from 'react'
import type { Columns } from '../../lib/columns/columns'
import { noDay } from '../../lib/columns/columns'
import { chooseBins, countBins, spanOf, type Histogram } from '../../lib/columns/histogram'
import { clampAxis, firstAxis, wholeAxis, type Axis } from './axis'

/** Narrower bars than this can be neither seen nor hit. */
const barPixels = 5

/** All the days there are, and those shown: a pan or a zoom changes these, other filters do not, so the axis stays still under them. */
export function useAxis(columns: Columns | null): { whole: Axis; axis: Axis; setAxis(axis: Axis): void } | null {
  const [asked, setAxis] = useState<Axis | null>(null)
  const extent = useMemo(() => {
    const span = columns && spanOf(columns, Uint32Array.from({ length: columns.count }, (_, row) => row))
    const whole = span && wholeAxis(span)
    return columns && whole ? { whole, first: firstAxis(columns, whole) } : null
  }, [columns])
  return useMemo(() => extent && { whole: extent.whole, axis: asked ? clampAxis(asked, extent.whole) : extent.first, setAxis }, [extent, asked])
}

/** The same rows in a new array are no new rows: while dates are brushed nothing is counted again. */
function useSameRows(rows: Uint32Array | null): Uint32Array | null {
  const [held, setHeld] = useState(rows)
  if (held === rows) return held
  if (held && rows && held.length === rows.length && held.every((row, i) => row === rows[i])) return held
  setHeld(rows)
  return rows
}

export type Counted = { histogram: Histogram; /** The tallest bar. */ most: number; /** Rows wholly before and after the axis. */ earlier: number; later: number }

export function useHistogram(columns: Columns | null, given: Uint32Array | null, axis: Axis | null, width: number): Counted | null {
  const rows = useSameRows(given)
  return useMemo(() => {
    if (!columns || !rows || !axis || width <= 0) return null
    const [from, end] = [Math.floor(axis.from), Math.ceil(axis.to)]
    const histogram = countBins(columns, rows, chooseBins({ from, to: end - 1 }, Math.floor(width / barPixels)))
    let most = 1
    for (let bin = 0; bin + 1 < histogram.bins.edges.length; bin++) {
      let sum = 0
      for (let kind = 0; kind < histogram.sure.length; kind++) sum += histogram.sure[kind]![bin]! + histogram.share[kind]![bin]!
      if (sum > most) most = sum
    }
    let [earlier, later] = [0, 0]
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!
      if (columns.from[row] === noDay) continue
      if (columns.to[row]! < from) earlier++
      else if (columns.from[row]! >= end) later++
    }
    return { histogram, most, earlier, later }
  }, [columns, rows, axis, width])
}
