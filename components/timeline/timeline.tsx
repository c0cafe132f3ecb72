'use client'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { dayNumber, isoDay, type Columns } from '../../lib/columns/columns'
import { binAt } from '../../lib/columns/histogram'
import { useText } from '../text'
import { clampAxis, dayAt, edgeFrom, panAxis, withDay, xOf, zoomAxis, type Axis } from './axis'
import { AxisButtons } from './axis-buttons'
import { Bars } from './bars'
import { barsOf, Brush } from './brush'
import { TimeMenu } from './menu'
import type { PlayOptions, Range } from './playback'
import { datePresets } from './presets'
import { rangeWords, readBin, sayBin } from './read-bin'
import { Readout } from './readout'
import { Ticks } from './ticks'
import { useBrush } from './use-brush'
import { useAxis, useHistogram, type Counted } from './use-histogram'
import { usePlayback } from './use-playback'

export type TimelineProps = {
  /** Null while they load. */
  columns: Columns | null
  /** Rows that pass all filters but the dates: `Selection.anyDate`. */
  rows: Uint32Array | null
  /** The dates of the view, ISO days, inclusive. */
  from: string | undefined
  to: string | undefined
  /** `Selection.newest`. */
  newest: number | null
  small: boolean
  /** New dates for the view, both absent for all. `moving` while more are to come at once: from a brush that is held, or playback. */
  onRange(range: { from: string | undefined; to: string | undefined }, moving: boolean): void
  /** While it plays, nothing else should be announced. */
  onPlaying?(playing: boolean): void
}

/** When it happened: a bar for each day, week, month or year, by type, with the selected dates over it, and playback. */
export function Timeline(props: TimelineProps) {
  const { t } = useText()
  const time = useAxis(props.columns)
  const [stage, setStage] = useState<HTMLElement | null>(null)
  const { width, height } = useSize(stage)
  const counted = useHistogram(props.columns, props.rows, time?.axis ?? null, width)
  return (
    <section className="timeline" aria-label={t('timeline.label')} data-small={props.small || undefined}>
      {props.columns && !time ? <p className="time-empty">{t('timeline.noDates')}{props.columns.count ? ` ${t('timeline.undated', { count: props.columns.count })}` : ''}</p> : null}
      {time ? <LoadedTimeline {...props} {...time} counted={counted} width={width} height={height} setStage={setStage} /> : null}
      {!props.columns ? <div className="time-skeleton" role="img" aria-label={t('timeline.loading')} /> : null}
    </section>
  )
}

type Loaded = TimelineProps & { whole: Axis; axis: Axis; setAxis(axis: Axis): void; counted: Counted | null; width: number; height: number; setStage(element: HTMLElement | null): void }

function LoadedTimeline({ from, to, newest, small, onRange, onPlaying, whole, axis, setAxis, counted, width, height, setStage }: Loaded) {
  const text = useText()
  const { t, number, dates } = text
  const stage = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<Range | null>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const [cursor, setCursor] = useState<{ day: number; isShown: boolean } | null>(null)
  const [isOnHandle, setIsOnHandle] = useState(false)
  const [options, setOptions] = useState<PlayOptions>({ step: 'bar', window: 'step', speed: 'normal' })
  const [said, setSaid] = useState('')
  const help = useId()

  const given: Range | null = from || to ? { from: from ? dayNumber(from) : Math.floor(whole.from), end: to ? dayNumber(to) + 1 : Math.ceil(whole.to) } : null
  const selected = draft ?? given
  const bins = counted?.histogram.bins ?? { unit: 'day' as const, step: 1, edges: [Math.floor(axis.from), Math.ceil(axis.to)] }

  /** A handle at the end of time is no limit; a brush that happens to reach it is one. */
  function show(range: Range | null, { moving, handle = false }: { moving: boolean; handle?: boolean }) {
    setDraft(moving ? range : null)
    const isOpen = { from: !range || (handle && range.from <= whole.from), to: !range || (handle && range.end >= whole.to) }
    onRange({ from: isOpen.from ? undefined : isoDay(range!.from), to: isOpen.to ? undefined : isoDay(range!.end - 1) }, moving)
  }
  const playback = usePlayback({
    options, bins: counted && bins, shown: { from: Math.floor(axis.from), end: Math.ceil(axis.to) }, selected,
    show(range, moving) {
      show(range, { moving })
      if (!moving) setSaid(t('timeline.stoppedAt', { range: rangeWords(text, range.from, range.end) }))
    },
  })
  const { playing } = playback
  useEffect(() => onPlaying?.(playing), [playing, onPlaying])
  function toggle() {
    setSaid(playing ? '' : t('timeline.playing'))
    playback.toggle()
  }
  function choose(range: Range | null, how: { moving: boolean; handle?: boolean }) {
    playback.stop()
    show(range, how)
  }
  const clear = () => choose(null, { moving: false })
  const reveal = (day: number) => setAxis(withDay(axis, whole, day))
  const zoom = (factor: number) => setAxis(zoomAxis(axis, whole, factor, selected && selected.from < axis.to && selected.end > axis.from ? (Math.max(selected.from, axis.from) + Math.min(selected.end, axis.to)) / 2 : undefined))
  const toSelection = selected && (() => {
    const room = (selected.end - selected.from) * 0.1
    setAxis(clampAxis({ from: selected.from - room, to: selected.end + room }, whole))
  })

  const { dragging, on } = useBrush({ stage, axis, whole, bins, width, selected, setAxis, select: choose })
  const binUnder = (event: PointerEvent) => binAt(bins, Math.floor(dayAt(axis, width, event.clientX - (stage.current?.getBoundingClientRect().left ?? 0))))
  const cursorBin = cursor ? Math.max(0, Math.min(bins.edges.length - 2, binAt(bins, cursor.day))) : bins.edges.length - 2
  const read = counted && (hovered ?? (cursor?.isShown ? cursorBin : null))
  const reading = counted && read !== null && read >= 0 && read < bins.edges.length - 1 ? readBin(text, counted.histogram, read) : null

  function onCursorKey(event: KeyboardEvent) {
    const bars = barsOf(event)
    const day = bins.edges[cursorBin]!
    if (event.key === 'Enter') choose({ from: day, end: bins.edges[cursorBin + 1]! }, { moving: false })
    else if (event.key === 'Escape' && cursor?.isShown) setCursor({ day, isShown: false })
    else if (bars !== null || event.key === 'Home' || event.key === 'End') {
      const next = bars !== null ? edgeFrom(day, bars, bins) : event.key === 'Home' ? Math.floor(whole.from) : Math.ceil(whole.to) - 1
      const kept = Math.max(Math.floor(whole.from), Math.min(Math.ceil(whole.to) - 1, next))
      if (bars === null || !(event.ctrlKey || event.metaKey)) {
        setCursor({ day: kept, isShown: true })
        reveal(kept)
      } else return
    } else return
    event.preventDefault()
  }
  function onKey(event: KeyboardEvent) {
    const isControl = (event.target as HTMLElement).closest('button, select, input')
    if (event.defaultPrevented || isControl || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === ' ') toggle()
    else if (event.key === '+' || event.key === '=') zoom(0.5)
    else if (event.key === '-') zoom(2)
    else if (event.key === '0') setAxis(whole)
    else if (event.key === 'Delete' || event.key === 'Backspace') clear()
    else return
    event.preventDefault()
  }

  const isWhole = axis.to - axis.from >= whole.to - whole.from - 0.01
  const unitWords = bins.step > 1 ? t('timeline.unitYears', { count: bins.step }) : t(({ day: 'timeline.unitDay', week: 'timeline.unitWeek', month: 'timeline.unitMonth', year: 'timeline.unitYear' } as const)[bins.unit])
  const top = counted ? Math.ceil(counted.most - 1e-9) : 0
  const topWords = bins.step > 1 ? t('timeline.perYears', { count: number(top), years: bins.step }) : t(({ day: 'timeline.perDay', week: 'timeline.perWeek', month: 'timeline.perMonth', year: 'timeline.perYear' } as const)[bins.unit], { count: number(top) })
  const summary = selected && (!draft && !to ? t('timeline.since', { date: dates(from) }) : !draft && !from ? t('timeline.until', { date: dates(to) }) : rangeWords(text, selected.from, selected.end))
  const undated = counted?.histogram.undated ?? 0
  const presets = (
    <div className="time-presets" role="group" aria-label={t('timeline.presets')}>
      {datePresets(newest === null ? null : isoDay(newest)).map((preset) => {
        const isOn = from === preset.from && to === preset.to
        return <button key={preset.name} type="button" className="time-chip" aria-pressed={isOn} title={t('timeline.presetsNote', { date: dates(preset.to) })} onClick={() => { choose({ from: dayNumber(preset.from), end: dayNumber(preset.to) + 1 }, { moving: false }); reveal(dayNumber(preset.to)) }}>{t(`timeline.${preset.name}`)}</button>
      })}
      <button type="button" className="time-chip" aria-pressed={!selected} onClick={clear}>{t('timeline.all')}</button>
    </div>
  )
  const axisButtons = <AxisButtons canZoomIn={axis.to - axis.from > 7.01} canZoomOut={!isWhole} zoom={zoom} fit={() => setAxis(whole)} toSelection={toSelection} />

  return (
    // The keys of the chart hold wherever in it the focus is; each of its parts has a role of its own.
    <div className="time-body" onKeyDown={onKey}>
      <div className="time-tools">
        <button type="button" className="time-button time-play" aria-label={t(playing ? 'timeline.pause' : 'timeline.play')} title={t(playing ? 'timeline.pause' : 'timeline.play')} onClick={toggle}>
          <svg viewBox="0 0 24 24" className="icon" aria-hidden="true"><path d={playing ? 'M8 5v14M16 5v14' : 'M8 5l11 7-11 7z'} /></svg>
        </button>
        <TimeMenu options={options} setOptions={setOptions} bar={unitWords} canKeep={selected !== null}>
          <div className="time-menu-part">{presets}</div>
          <div className="time-menu-part">{axisButtons}</div>
          {undated ? <p className="time-menu-part">{t('timeline.undated', { count: undated })}</p> : null}
        </TimeMenu>
        {small ? null : (
          <>
            {presets}
            {selected ? <p className="time-summary">{summary}</p> : <p className="time-undated">{undated ? t('timeline.undated', { count: undated }) : ''}</p>}
            {axisButtons}
          </>
        )}
      </div>
      <div className="time-plot" dir="ltr">
        <div
          ref={(element) => { stage.current = element; setStage(element) }}
          className="time-stage"
          data-dragging={dragging ?? undefined}
          data-selected={selected ? '' : undefined}
          {...on}
          onPointerMove={(event) => { on.onPointerMove(event); if (event.pointerType === 'mouse' || dragging) setHovered(binUnder(event)) }}
          onPointerUp={(event) => { on.onPointerUp(event); setHovered(binUnder(event)) }}
          onPointerLeave={() => setHovered(null)}
          onDoubleClick={clear}
        >
          {counted && height > 0 ? (
            <>
              <Bars histogram={counted.histogram} axis={axis} width={width} height={height} most={counted.most} />
              <div className="time-cursor" role="slider" tabIndex={0} aria-label={t('timeline.cursor')} aria-describedby={help} aria-valuemin={0} aria-valuemax={bins.edges.length - 2} aria-valuenow={cursorBin} aria-valuetext={sayBin(text, readBin(text, counted.histogram, cursorBin))} style={{ left: xOf(axis, width, bins.edges[cursorBin]!), width: xOf(axis, width, bins.edges[cursorBin + 1]!) - xOf(axis, width, bins.edges[cursorBin]!) }} onKeyDown={onCursorKey} onFocus={() => setCursor({ day: bins.edges[cursorBin]!, isShown: true })} onBlur={() => setCursor((now) => now && { ...now, isShown: false })} />
              <Brush axis={axis} whole={whole} bins={bins} width={width} selected={selected} select={choose} reveal={reveal} onFocus={setIsOnHandle} />
              <p className="time-top" dir="auto">{topWords}</p>
            </>
          ) : null}
          {selected && (isOnHandle || dragging === 'start' || dragging === 'end' || dragging === 'move' || dragging === 'select' || (small && playing)) ? (
            <div className="time-readout" aria-hidden="true" style={{ left: Math.max(Math.min(110, width / 2), Math.min(width - Math.min(110, width / 2), (xOf(axis, width, selected.from) + xOf(axis, width, selected.end)) / 2)) }}><strong dir="auto">{rangeWords(text, selected.from, selected.end)}</strong></div>
          ) : reading && read !== null ? <Readout reading={reading} x={(xOf(axis, width, bins.edges[read]!) + xOf(axis, width, bins.edges[read + 1]!)) / 2} width={width} /> : null}
        </div>
        <Ticks axis={axis} width={width} small={small} />
        {counted && axis.from > whole.from + 0.01 ? <button type="button" className="time-edge" data-edge="start" aria-label={t('timeline.showEarlier', { count: counted.earlier })} onClick={() => setAxis(panAxis(axis, whole, (axis.from - axis.to) * 0.75))}>‹ {counted.earlier ? number(counted.earlier) : ''}</button> : null}
        {counted && axis.to < whole.to - 0.01 ? <button type="button" className="time-edge" data-edge="end" aria-label={t('timeline.showLater', { count: counted.later })} onClick={() => setAxis(panAxis(axis, whole, (axis.to - axis.from) * 0.75))}>{counted.later ? number(counted.later) : ''} ›</button> : null}
      </div>
      <p className="visually-hidden" id={help}>{t('timeline.cursorHelp')}</p>
      <p className="visually-hidden" role="status">{said}</p>
    </div>
  )
}

function useSize(element: HTMLElement | null): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(function measure() {
    if (!element) return
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return size
}
