'use client'
import type { KeyboardEvent } from 'react'
import { isoDay } from '../../lib/columns/columns'
import type { Bins } from '../../lib/columns/histogram'
import { useText } from '../text'
import { edgeFrom, xOf, type Axis } from './axis'
import type { Range } from './playback'
import { moveRange } from './use-brush'

type Props = {
  axis: Axis
  whole: Axis
  bins: Bins
  width: number
  selected: Range | null
  select(range: Range, how: { moving: boolean; handle?: boolean }): void
  /** Brings a day onto the axis. */
  reveal(day: number): void
  onFocus(isThere: boolean): void
}

/** Bars an arrow key goes, and with Shift. */
export function barsOf({ key, shiftKey }: { key: string; shiftKey: boolean }): number | null {
  if (key === 'ArrowRight' || key === 'ArrowUp') return shiftKey ? 10 : 1
  if (key === 'ArrowLeft' || key === 'ArrowDown') return shiftKey ? -10 : -1
  if (key === 'PageUp') return 10
  return key === 'PageDown' ? -10 : null
}

/** The selected days: what is outside lies under a veil, and a handle stands at either end. Without a selection they stand at the ends of the axis. */
export function Brush({ axis, whole, bins, width, selected, select, reveal, onFocus }: Props) {
  const { t, dates } = useText()
  const range = selected ?? { from: Math.ceil(whole.from), end: Math.floor(whole.to) }
  const clamp = (x: number) => Math.max(0, Math.min(width, x))
  const left = clamp(xOf(axis, width, selected ? range.from : axis.from))
  const right = clamp(xOf(axis, width, selected ? range.end : axis.to))

  const onKey = (which: 'start' | 'end') => (event: KeyboardEvent) => {
    const bars = barsOf(event)
    const [first, end] = [Math.floor(whole.from), Math.ceil(whole.to)]
    let next: Range
    if (bars !== null && (event.ctrlKey || event.metaKey)) next = moveRange(range, edgeFrom(range.from, bars, bins), bins, whole)
    else if (bars !== null) next = which === 'start' ? { ...range, from: edgeFrom(range.from, bars, bins) } : { ...range, end: edgeFrom(range.end, bars, bins) }
    else if (event.key === 'Home') next = which === 'start' ? { ...range, from: first } : { ...range, end: edgeFrom(range.from, 1, bins) }
    else if (event.key === 'End') next = which === 'start' ? { ...range, from: edgeFrom(range.end, -1, bins) } : { ...range, end }
    else return
    event.preventDefault()
    if (next.from >= next.end) next = which === 'start' ? { ...next, from: edgeFrom(next.end, -1, bins) } : { ...next, end: edgeFrom(next.from, 1, bins) }
    next = { from: Math.max(first, next.from), end: Math.min(Math.max(end, range.end), next.end) }
    if (next.from >= next.end) return
    select(next, { moving: false, handle: true })
    reveal(which === 'start' ? next.from : next.end)
  }

  const handle = (which: 'start' | 'end', x: number, day: number) => (
    <div className="time-handle" data-handle={which} role="slider" tabIndex={0} aria-label={t(which === 'start' ? 'timeline.startHandle' : 'timeline.endHandle')} aria-orientation="horizontal" aria-valuemin={Math.floor(whole.from)} aria-valuemax={Math.ceil(whole.to)} aria-valuenow={day} aria-valuetext={selected ? dates(isoDay(which === 'start' ? day : day - 1)) : t('timeline.all')} style={{ left: x }} onKeyDown={onKey(which)} onFocus={() => onFocus(true)} onBlur={() => onFocus(false)} />
  )
  return (
    <>
      {selected ? (
        <>
          <div className="time-veil" style={{ left: 0, width: left }} />
          <div className="time-veil" style={{ left: right, width: Math.max(0, width - right) }} />
          <div className="time-range" style={{ left, width: Math.max(0, right - left) }} />
        </>
      ) : null}
      {handle('start', left, range.from)}
      {handle('end', right, range.end)}
    </>
  )
}
