'use client'
import { memo, useEffect, useState, type KeyboardEvent } from 'react'
import { dayNumber, isoDay, type Columns } from '../../lib/columns/columns'
import { useText } from '../text'
import { clampAxis, withDay, zoomAxis, type Axis } from './axis'
import { AxisButtons } from './axis-buttons'
import { TimeMenu } from './menu'
import type { PlayOptions, Range } from './playback'
import { Plot } from './plot'
import { datePresets } from './presets'
import { rangeWords } from './read-bin'
import { barWords } from './unit-words'
import { useAxis, useHistogram, type Counted } from './use-histogram'
import { usePlayback } from './use-playback'

type Props = {
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
export const Timeline = memo(function Timeline(props: Props) {
  const { t } = useText()
  const { columns, rows } = props
  const time = useAxis(columns)
  const [stage, setStage] = useState<HTMLElement | null>(null)
  const size = useSize(stage)
  const counted = useHistogram(columns, rows, time?.axis ?? null, size.width)
  return (
    <section className="timeline" aria-label={t('timeline.label')}>
      {!columns || (time && !counted) ? <div className="time-skeleton" role="img" aria-label={t('timeline.loading')} /> : null}
      {columns && !time ? <p className="time-empty">{columns.count ? t('timeline.undated', { count: columns.count }) : t('timeline.noDates')}</p> : null}
      {time && counted ? <LoadedTimeline {...props} {...time} {...size} counted={counted} stage={setStage} /> : null}
      {/* What the chart will have of room is measured before there is one. */}
      {time && !counted ? <div className="time-body" aria-hidden="true"><div className="time-plot"><div className="time-stage" ref={setStage} /></div></div> : null}
    </section>
  )
})

type Loaded = Props & { whole: Axis; axis: Axis; setAxis(axis: Axis): void; counted: Counted; width: number; height: number; stage(element: HTMLElement | null): void }

function LoadedTimeline({ from, to, newest, small, onRange, onPlaying, whole, axis, setAxis, counted, width, height, stage }: Loaded) {
  const text = useText()
  const { t, dates } = text
  /** What is brushed or played right now: the view may follow a frame later. */
  const [draft, setDraft] = useState<Range | null>(null)
  const [options, setOptions] = useState<PlayOptions>({ step: 'bar', window: 'step', speed: 'normal' })
  const [said, setSaid] = useState('')
  /** The dates of the view as they came last, and as they were last asked for here. */
  const [given, setGiven] = useState(`${from} ${to}`)
  const [sent, setSent] = useState('')
  const { bins, undated } = counted.histogram
  const selected = draft ?? (from || to ? { from: from ? dayNumber(from) : Math.floor(whole.from), end: to ? dayNumber(to) + 1 : Math.ceil(whole.to) } : null)

  /** A handle at the end of time is no limit; a brush that happens to reach it is one. */
  function show(range: Range | null, { moving, handle = false }: { moving: boolean; handle?: boolean }) {
    setDraft(moving ? range : null)
    const next = { from: !range || (handle && range.from <= whole.from) ? undefined : isoDay(range.from), to: !range || (handle && range.end >= whole.to) ? undefined : isoDay(range.end - 1) }
    setSent(`${next.from} ${next.to}`)
    onRange(next, moving)
  }
  const { playing, toggle, stop } = usePlayback({
    options, bins, selected, shown: { from: Math.floor(axis.from), end: Math.ceil(axis.to) },
    show(range, moving) {
      show(range, { moving })
      if (!moving) setSaid(t('timeline.stoppedAt', { range: rangeWords(text, range.from, range.end) }))
    },
  })
  useEffect(() => onPlaying?.(playing), [playing, onPlaying])
  // "Clear filters", or "back": whoever sets other dates while it plays wants those.
  const now = `${from} ${to}`
  if (now !== given) {
    setGiven(now)
    if (playing && now !== sent) {
      stop()
      setDraft(null)
    }
  }
  function play() {
    if (!playing) setSaid(t('timeline.playing'))
    toggle()
  }
  function select(range: Range | null, how: { moving: boolean; handle?: boolean }) {
    stop()
    show(range, how)
  }
  function zoom(factor: number) {
    const isSeen = selected && selected.from < axis.to && selected.end > axis.from
    setAxis(zoomAxis(axis, whole, factor, isSeen ? (Math.max(selected.from, axis.from) + Math.min(selected.end, axis.to)) / 2 : undefined))
  }
  function onKey(event: KeyboardEvent) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || (event.target as HTMLElement).closest('button, select, .time-menu')) return
    if (event.key === ' ') play()
    else if (event.key === '+' || event.key === '=') zoom(0.5)
    else if (event.key === '-') zoom(2)
    else if (event.key === '0') setAxis(whole)
    else if (event.key === 'Delete' || event.key === 'Backspace') select(null, { moving: false })
    else return
    event.preventDefault()
  }

  const presets = (
    <div className="time-presets" role="group" aria-label={t('timeline.presets')}>
      {datePresets(newest === null ? null : isoDay(newest)).map((preset) => (
        <button key={preset.name} type="button" className="time-chip" aria-pressed={from === preset.from && to === preset.to} title={t('timeline.presetsNote', { date: dates(preset.to) })} onClick={() => {
          select({ from: dayNumber(preset.from), end: dayNumber(preset.to) + 1 }, { moving: false })
          setAxis(withDay(axis, whole, dayNumber(preset.to)))
        }}>{t(`timeline.${preset.name}`)}</button>
      ))}
      <button type="button" className="time-chip" aria-pressed={!selected} onClick={() => select(null, { moving: false })}>{t('timeline.all')}</button>
    </div>
  )
  const room = selected ? (selected.end - selected.from) * 0.1 : 0
  const axisButtons = <AxisButtons axis={axis} whole={whole} zoom={zoom} fit={() => setAxis(whole)} toSelection={selected && (() => setAxis(clampAxis({ from: selected.from - room, to: selected.end + room }, whole)))} />
  const summary = selected && (!draft && !to ? t('timeline.since', { date: dates(from) }) : !draft && !from ? t('timeline.until', { date: dates(to) }) : rangeWords(text, selected.from, selected.end))
  const playWords = t(playing ? 'timeline.pause' : 'timeline.play')

  return (
    <div className="time-body" onKeyDown={onKey}>
      <div className="time-tools">
        <button type="button" className="time-button time-play" aria-label={playWords} title={playWords} onClick={play}>
          <svg viewBox="0 0 24 24" className="icon" aria-hidden="true"><path d={playing ? 'M8.5 5.5v13M15.5 5.5v13' : 'M8 5l11 7-11 7z'} /></svg>
        </button>
        <TimeMenu options={options} setOptions={setOptions} bar={barWords(text, bins)} canKeep={selected !== null}>
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
      <Plot counted={counted} whole={whole} axis={axis} setAxis={setAxis} selected={selected} select={select} saysDates={small && playing} small={small} width={width} height={height} stage={stage} />
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
