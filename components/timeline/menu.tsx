'use client'
import { useId, useRef, type ReactNode } from 'react'
import { timeUnits } from '../../lib/columns/histogram'
import { useText } from '../text'
import { playWindows, speeds, type PlayOptions } from './playback'
import { unitNames } from './unit-words'

type Props = {
  options: PlayOptions
  setOptions(options: PlayOptions): void
  /** What a bar of the chart is: "week". */
  bar: string
  canKeep: boolean
  /** Presets and the axis, which have no room beside the chart of a phone. */
  children: ReactNode
}

const windowNames = { step: 'timeline.windowStep', grow: 'timeline.windowGrow', keep: 'timeline.windowKeep' } as const
const speedNames = { slow: 'timeline.speedSlow', normal: 'timeline.speedNormal', fast: 'timeline.speedFast' } as const

/** Everything else of the time line, in a popover of its own: it closes by Escape or a press beside it, and the focus returns. */
export function TimeMenu({ options, setOptions, bar, canKeep, children }: Props) {
  const { t } = useText()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const popover = useRef<HTMLDivElement>(null)

  function place() {
    const at = button.current?.getBoundingClientRect()
    if (!at || !popover.current) return
    const { style } = popover.current
    const top = button.current?.closest('.timeline')?.getBoundingClientRect().top ?? at.top
    style.bottom = `${window.innerHeight - top + 8}px`
    style.maxHeight = `${top - 16}px`
    // It opens towards the side that has room.
    const isLeft = at.left + at.right < window.innerWidth
    style.left = isLeft ? `${Math.max(8, at.left - 8)}px` : 'auto'
    style.right = isLeft ? 'auto' : `${Math.max(8, window.innerWidth - at.right - 8)}px`
  }
  const select = <K extends keyof PlayOptions>(name: K, label: string, values: [PlayOptions[K], string, boolean?][]) => (
    <label className="time-option">
      <span>{label}</span>
      <select value={options[name]} onChange={(event) => setOptions({ ...options, [name]: event.target.value as PlayOptions[K] })}>
        {values.map(([value, words, isOff]) => <option key={value} value={value} disabled={isOff}>{words}</option>)}
      </select>
    </label>
  )
  return (
    <>
      <button ref={button} type="button" className="time-button time-menu-button" popoverTarget={id} aria-label={t('timeline.options')} title={t('timeline.options')}>
        <svg viewBox="0 0 24 24" className="icon" aria-hidden="true"><path d="M4 8h9M19 8h1M4 16h1M11 16h9M16 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5zM8 13.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z" /></svg>
      </button>
      <div ref={popover} id={id} popover="auto" className="time-menu" role="group" aria-label={t('timeline.options')} onBeforeToggle={place}>
        <fieldset>
          <legend>{t('timeline.playback')}</legend>
          {select('step', t('timeline.step'), [['bar', t('timeline.stepBar', { unit: bar })], ...timeUnits.map((unit): [PlayOptions['step'], string] => [unit, t(unitNames[unit])])])}
          {select('window', t('timeline.window'), playWindows.map((each) => [each, t(windowNames[each]), each === 'keep' && !canKeep]))}
          {select('speed', t('timeline.speed'), (Object.keys(speeds) as PlayOptions['speed'][]).map((each) => [each, t(speedNames[each])]))}
        </fieldset>
        {children}
      </div>
    </>
  )
}
