'use client'
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { binAt } from '../../lib/columns/histogram'
import { useText } from '../text'
import { dayAt, edgeFrom, panAxis, withDay, xOf, type Axis } from './axis'
import { Bars } from './bars'
import { barsOf, Brush } from './brush'
import type { Range } from './playback'
import { rangeWords, readBin, sayBin } from './read-bin'
import { BinReadout, Readout } from './readout'
import { Ticks } from './ticks'
import { perUnit } from './unit-words'
import { useBrush } from './use-brush'
import type { Counted } from './use-histogram'

type Props = {
  counted: Counted
  whole: Axis
  axis: Axis
  setAxis(axis: Axis): void
  selected: Range | null
  select(range: Range | null, how: { moving: boolean; handle?: boolean }): void
  /** Where the dates stand nowhere else, the chart says them while it plays. */
  saysDates: boolean
  small: boolean
}

/** The chart: bars, a cursor that reads them, the brush, and the labels of the axis. */
export function Plot({ counted, whole, axis, setAxis, selected, select, saysDates, small, width, height, stage }: Props & { width: number; height: number; stage: (element: HTMLElement | null) => void }) {
  const text = useText()
  const { t, number } = text
  const { histogram, most, earlier, later } = counted
  const { bins } = histogram
  const element = useRef<HTMLDivElement>(null)
  const measured = useCallback((node: HTMLDivElement | null) => {
    element.current = node
    stage(node)
  }, [stage])
  const [pointed, setPointed] = useState<number | null>(null)
  const [cursor, setCursor] = useState<{ day: number; isShown: boolean } | null>(null)
  const [isOnHandle, setIsOnHandle] = useState(false)
  const help = useId()
  const { dragging, on } = useBrush({ stage: element, axis, whole, bins, width, selected, setAxis, select })

  useEffect(function forgetTouched() {
    // A finger does not leave: what it touched last stays said until it touches something else.
    const forget = (event: globalThis.PointerEvent) => { if (!element.current?.contains(event.target as Node)) setPointed(null) }
    document.addEventListener('pointerdown', forget)
    return () => document.removeEventListener('pointerdown', forget)
  }, [])

  const x = (day: number) => xOf(axis, width, day)
  const last = bins.edges.length - 2
  const binUnder = (event: PointerEvent) => binAt(bins, Math.floor(dayAt(axis, width, event.clientX - event.currentTarget.getBoundingClientRect().left)))
  const cursorBin = cursor ? Math.max(0, Math.min(last, binAt(bins, cursor.day))) : last
  const read = pointed ?? (cursor?.isShown ? cursorBin : null)
  const [cursorDay, cursorEnd] = [bins.edges[cursorBin]!, bins.edges[cursorBin + 1]!]

  function onCursorKey(event: KeyboardEvent) {
    const bars = barsOf(event)
    if (bars !== null && (event.ctrlKey || event.metaKey)) return
    if (event.key === 'Enter') select({ from: cursorDay, end: cursorEnd }, { moving: false })
    else if (event.key === 'Escape' && cursor?.isShown) setCursor({ day: cursorDay, isShown: false })
    else if (bars !== null || event.key === 'Home' || event.key === 'End') {
      const [first, end] = [Math.floor(whole.from), Math.ceil(whole.to) - 1]
      const day = bars !== null ? Math.max(first, Math.min(end, edgeFrom(cursorDay, bars, bins))) : event.key === 'Home' ? first : end
      setPointed(null)
      setCursor({ day, isShown: true })
      setAxis(withDay(axis, whole, day))
    } else return
    event.preventDefault()
  }

  const hasEarlier = axis.from > whole.from + 0.01
  const hasLater = axis.to < whole.to - 0.01
  const range = selected && <Readout x={(x(selected.from) + x(selected.end)) / 2} width={width}><strong dir="auto">{rangeWords(text, selected.from, selected.end)}</strong></Readout>
  const bar = read !== null && read >= 0 && read <= last && <BinReadout reading={readBin(text, histogram, read)} x={(x(bins.edges[read]!) + x(bins.edges[read + 1]!)) / 2} width={width} />
  return (
    <div className="time-plot" dir="ltr">
      <div
        ref={measured}
        className="time-stage"
        data-dragging={dragging ?? undefined}
        data-selected={selected ? '' : undefined}
        {...on}
        onPointerMove={(event) => { on.onPointerMove(event); if (event.pointerType === 'mouse' && !dragging) setPointed(binUnder(event)) }}
        onPointerUp={(event) => { on.onPointerUp(event); setPointed(dragging ? null : binUnder(event)) }}
        onPointerLeave={(event) => { if (event.pointerType === 'mouse') setPointed(null) }}
        onDoubleClick={() => select(null, { moving: false })}
      >
        {height > 0 ? (
          <>
            <Bars histogram={histogram} axis={axis} width={width} height={height} most={most} />
            <div className="time-cursor" role="slider" tabIndex={0} aria-label={t('timeline.cursor')} aria-describedby={help} aria-orientation="horizontal" aria-valuemin={0} aria-valuemax={last} aria-valuenow={cursorBin} aria-valuetext={sayBin(text, readBin(text, histogram, cursorBin))} onKeyDown={onCursorKey} onFocus={() => setCursor({ day: cursorDay, isShown: true })} onBlur={() => setCursor((now) => now && { ...now, isShown: false })}>
              <i style={{ left: x(cursorDay), width: x(cursorEnd) - x(cursorDay) }} />
            </div>
            <Brush axis={axis} whole={whole} bins={bins} width={width} selected={selected} select={select} reveal={(day) => setAxis(withDay(axis, whole, day))} onFocus={setIsOnHandle} />
            <p className="time-top" dir="auto">{perUnit(text, bins, Math.ceil(most - 1e-9))}</p>
          </>
        ) : null}
        {(dragging && dragging !== 'pinch' ? range : null) ?? (bar || (isOnHandle || saysDates ? range : null))}
      </div>
      <Ticks axis={axis} width={width} small={small} hasEarlier={hasEarlier} hasLater={hasLater} />
      {hasEarlier ? <button type="button" className="time-edge" data-edge="start" aria-label={t('timeline.showEarlier', { count: earlier })} onClick={() => setAxis(panAxis(axis, whole, (axis.from - axis.to) * 0.75))}>‹ {earlier ? number(earlier) : ''}</button> : null}
      {hasLater ? <button type="button" className="time-edge" data-edge="end" aria-label={t('timeline.showLater', { count: later })} onClick={() => setAxis(panAxis(axis, whole, (axis.to - axis.from) * 0.75))}>{later ? number(later) : ''} ›</button> : null}
      <p className="visually-hidden" id={help} dir="auto">{t('timeline.cursorHelp')}</p>
    </div>
  )
}
