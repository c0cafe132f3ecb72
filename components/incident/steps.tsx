'use client'
import { useMemo, useState } from 'react'
import { edtfAt, placeAt, type Columns } from '../../lib/columns/columns'
import { byDistance, distancesFrom, inTime } from '../../lib/columns/neighbours'
import { directionOf } from '../../lib/text'
import { useText } from '../text'

/** Where the walk by distance began, where it is, and where a press has just sent it. */
type Walk = { start: number; at: number; to: number }

/** The incidents before and after the open one, in time and outwards from where one started; both among what the filters leave. */
export function useSteps(columns: Columns, rows: Uint32Array, row: number, onOpen: (id: string) => void) {
  const [walk, setWalk] = useState<Walk>({ start: row, at: row, to: row })
  // Come by any other way than a step by distance: the walk starts afresh.
  if (row !== walk.at && row !== walk.to) setWalk({ start: row, at: row, to: row })
  else if (row === walk.to && row !== walk.at) setWalk({ ...walk, at: row })
  const start = row === walk.at || row === walk.to ? walk.start : row
  const distances = useMemo(() => distancesFrom(columns, start), [columns, start])
  const time = useMemo(() => inTime(rows, row), [rows, row])
  const away = useMemo(() => (distances ? byDistance(columns, rows, distances, start, row) : { nearer: null, farther: null }), [columns, rows, distances, start, row])
  const go = (to: number | null) => {
    if (to !== null) onOpen(columns.ids[to]!)
  }
  const walkTo = (to: number | null) => {
    if (to !== null) setWalk({ start, at: row, to })
    go(to)
  }
  const steps = {
    earlier: { row: time.earlier, press: () => go(time.earlier) },
    later: { row: time.later, press: () => go(time.later) },
    nearer: { row: away.nearer, press: () => walkTo(away.nearer) },
    farther: { row: away.farther, press: () => walkTo(away.farther) },
  }
  return { steps, distances }
}

type Steps = ReturnType<typeof useSteps>
export type StepName = keyof Steps['steps']

/** Which step a key means within the panel: arrows in time, with Shift by distance; in right-to-left pages they point the other way. */
export function stepOfKey(event: { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean }, rightToLeft: boolean): StepName | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  const back = event.key === (rightToLeft ? 'ArrowRight' : 'ArrowLeft')
  if (!back && event.key !== (rightToLeft ? 'ArrowLeft' : 'ArrowRight')) return null
  return event.shiftKey ? (back ? 'nearer' : 'farther') : back ? 'earlier' : 'later'
}

const order: StepName[] = ['earlier', 'later', 'nearer', 'farther']

export function StepButtons({ columns, steps, distances, row }: Steps & { columns: Columns; row: number }) {
  const text = useText()
  const { t } = text
  const rightToLeft = directionOf(text.locale) === 'rtl'
  const target = (name: StepName, to: number): string => {
    if (name === 'earlier' || name === 'later') return text.dates(edtfAt(columns, to))
    const place = placeAt(columns, to)
    if (!place || columns.place[to] === columns.place[row]) return t('incident.samePlace')
    return t('incident.away', { place: place.name, km: text.number(Math.round(distances?.[columns.place[to]!] ?? 0)) })
  }
  return (
    <nav className="steps" aria-label={t('incident.steps')}>
      {order.map((name) => {
        const { row: to, press } = steps[name]
        const back = name === 'earlier' || name === 'nearer'
        const shift = name === 'nearer' || name === 'farther' ? 'Shift+' : ''
        const arrow = back === rightToLeft ? 'Right' : 'Left'
        return (
          <button key={name} type="button" className="step" data-step={name} aria-disabled={to === null || undefined} aria-keyshortcuts={`${shift}Arrow${arrow}`} title={`${t(`incident.${name}`)} (${shift ? '⇧' : ''}${arrow === 'Left' ? '←' : '→'})`} onClick={press}>
            <span className="step-name">{t(`incident.${name}`)}</span>
            <span className="step-target" dir="auto">{to === null ? t('incident.none') : target(name, to)}</span>
          </button>
        )
      })}
    </nav>
  )
}
