'use client'
import { useState } from 'react'
import type { View } from '../lib/view'
import { isDay } from '../lib/view'
import { statuses, type IncidentType, type Status } from '../lib/taxonomy'
import { TypeSymbol } from './type-symbol'
import { count, dateWords, statusWords, typeGroups, typeWords } from './words'

type Props = {
  view: View
  counts: Record<IncidentType, number> | null
  /** The newest day in the data: presets count back from it, never from the clock. */
  newest: string | null
  change(patch: Partial<View>): void
}

/** Pressing one of all shows that one alone; pressing the last one shown shows all again. */
function toggle<T>(list: T[] | undefined, value: T): T[] | undefined {
  if (!list) return [value]
  const next = list.includes(value) ? list.filter((other) => other !== value) : [...list, value]
  return next.length ? next : undefined
}

function Types({ view, counts, change }: Props) {
  return (
    <section className="filter" aria-labelledby="types-title">
      <div className="filter-head">
        <h2 id="types-title">What happened</h2>
        {view.type ? <button type="button" className="text-button" onClick={() => change({ type: undefined })}>Show all types</button> : null}
      </div>
      <div className="type-groups">
        {typeGroups.map(({ family, name, types }) => (
          <div key={family} role="group" aria-label={name} className={`type-group span-${types.length}`}>
            <span className="type-family" aria-hidden="true">{name}</span>
            {types.map((type) => {
              const on = !view.type || view.type.includes(type)
              const n = counts?.[type]
              return (
                <button key={type} type="button" className="type-toggle" aria-pressed={view.type ? view.type.includes(type) : false} data-on={on} data-empty={n === 0 || undefined} data-type={type} onClick={() => change({ type: toggle(view.type, type) })}>
                  <TypeSymbol type={type} />
                  <span className="type-name">{typeWords[type]}</span>
                  <span className="type-count">{n === undefined ? '' : count(n)}</span>
                </button>
              )
            })}
          </div>
        ))}
      </div>
    </section>
  )
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

/** A date field that commits only whole days, so half-typed years do not empty the map. */
function DayField({ label, value, min, max, onChange }: { label: string; value: string | undefined; min?: string | undefined; max?: string | undefined; onChange(day: string | undefined): void }) {
  const [draft, setDraft] = useState(value ?? '')
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    setDraft(value ?? '')
  }
  return (
    <label className="day-field">
      <span>{label}</span>
      <input type="date" value={draft} min={min} max={max} onChange={(event) => {
        const next = event.target.value
        setDraft(next)
        if (next === '') onChange(undefined)
        else if (isDay(next) && next >= '1000') onChange(next)
      }} />
    </label>
  )
}

function Dates({ view, newest, change }: Props) {
  const presets = newest
    ? ([['Last week', 6], ['Last month', 29], ['Last year', 364]] as const).map(([name, days]) => ({ name, from: daysBefore(newest, days), to: newest }))
    : []
  return (
    <section className="filter" aria-labelledby="dates-title">
      <div className="filter-head">
        <h2 id="dates-title">When</h2>
        {view.from || view.to ? <button type="button" className="text-button" onClick={() => change({ from: undefined, to: undefined })}>Any date</button> : null}
      </div>
      <div className="days">
        <DayField label="From" value={view.from} max={view.to} onChange={(from) => change({ from, ...(from && view.to && from > view.to ? { to: undefined } : {}) })} />
        <DayField label="To" value={view.to} min={view.from} onChange={(to) => change({ to, ...(to && view.from && to < view.from ? { from: undefined } : {}) })} />
      </div>
      {newest ? <p className="presets-note" id="presets-note">Up to the newest incident, {dateWords(newest)}:</p> : null}
      <div className="presets" role="group" aria-labelledby="presets-note">
        {presets.map(({ name, from, to }) => (
          <button key={name} type="button" className="chip" aria-pressed={view.from === from && view.to === to} onClick={() => change(view.from === from && view.to === to ? { from: undefined, to: undefined } : { from, to })}>{name}</button>
        ))}
      </div>
    </section>
  )
}

function Statuses({ view, change }: Props) {
  return (
    <section className="filter" aria-labelledby="status-title">
      <div className="filter-head">
        <h2 id="status-title">How sure</h2>
        {view.status ? <button type="button" className="text-button" onClick={() => change({ status: undefined })}>Any status</button> : null}
      </div>
      <div className="statuses" role="group" aria-labelledby="status-title">
        {statuses.map((status: Status) => (
          <button key={status} type="button" className="chip status-chip" title={statusWords[status].meaning} aria-pressed={view.status?.includes(status) ?? false} data-on={!view.status || view.status.includes(status)} data-status={status} onClick={() => change({ status: toggle(view.status, status) })}>
            <TypeSymbol type="meeting" status={status} />
            {statusWords[status].name}
          </button>
        ))}
      </div>
    </section>
  )
}

export function FilterPanel(props: Props) {
  return (
    <div className="filters">
      <Types {...props} />
      <Dates {...props} />
      <Statuses {...props} />
    </div>
  )
}
