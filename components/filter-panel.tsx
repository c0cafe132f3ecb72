'use client'
import { useState } from 'react'
import { placePrecisions } from '../lib/columns/columns'
import type { Selection } from '../lib/columns/select'
import { incidentTypes, statuses } from '../lib/taxonomy'
import { isDay, type View } from '../lib/view'
import { PrecisionSymbol } from './precision-symbol'
import { useText } from './text'
import { toggled } from './toggled'
import { typeGroups } from './type-groups'
import { TypeSymbol } from './type-symbol'

/** Counts are null until the incidents have come. */
type Props = {
  view: View
  byType: Selection['byType'] | null
  byStatus: Selection['byStatus'] | null
  byPrecision: Selection['byPrecision'] | null
  change(patch: Partial<View>): void
}

function Types({ view, byType, change }: Props) {
  const { t, number } = useText()
  return (
    <section className="filter" aria-labelledby="types-title">
      <div className="filter-head">
        <h2 id="types-title">{t('filters.whatHappened')}</h2>
        {view.type ? <button type="button" className="text-button" onClick={() => change({ type: undefined })}>{t('filters.allTypes')}</button> : null}
      </div>
      <div className="type-groups">
        {typeGroups.map(({ family, types }) => (
          <div key={family} role="group" aria-label={t(`common.${family}`)} className={`type-group span-${types.length}`}>
            <span className="type-family" aria-hidden="true">{t(`common.${family}`)}</span>
            {types.map((type) => {
              const on = !view.type || view.type.includes(type)
              const n = byType?.[incidentTypes.indexOf(type)]
              return (
                <button key={type} type="button" className="type-toggle" aria-pressed={view.type ? view.type.includes(type) : false} data-on={on} data-empty={n === 0 || undefined} data-type={type} onClick={() => change({ type: toggled(view.type, type) })}>
                  <TypeSymbol type={type} />
                  <span className="type-name">{t(`common.${type}`)}</span>
                  <span className="type-count">{n === undefined ? '' : number(n)}</span>
                </button>
              )
            })}
          </div>
        ))}
      </div>
    </section>
  )
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

function Dates({ view, change }: Props) {
  const { t } = useText()
  return (
    <section className="filter" aria-labelledby="dates-title">
      <div className="filter-head">
        <h2 id="dates-title">{t('filters.when')}</h2>
        {view.from || view.to ? <button type="button" className="text-button" onClick={() => change({ from: undefined, to: undefined })}>{t('filters.anyDate')}</button> : null}
      </div>
      <div className="days">
        <DayField label={t('filters.from')} value={view.from} max={view.to} onChange={(from) => change({ from, ...(from && view.to && from > view.to ? { to: undefined } : {}) })} />
        <DayField label={t('filters.to')} value={view.to} min={view.from} onChange={(to) => change({ to, ...(to && view.from && to < view.from ? { from: undefined } : {}) })} />
      </div>
    </section>
  )
}

function Statuses({ view, byStatus, change }: Props) {
  const { t } = useText()
  return (
    <section className="filter" aria-labelledby="status-title">
      <div className="filter-head">
        <h2 id="status-title">{t('filters.howSure')}</h2>
        {view.status ? <button type="button" className="text-button" onClick={() => change({ status: undefined })}>{t('filters.anyStatus')}</button> : null}
      </div>
      <div className="quarters statuses" role="group" aria-labelledby="status-title">
        {statuses.map((status, index) => (
          <button key={status} type="button" className="chip quarter-chip" title={byStatus ? t('filters.meaning', { meaning: t(`legend.${status}`), count: byStatus[index]! }) : t(`legend.${status}`)} aria-pressed={view.status?.includes(status) ?? false} data-on={!view.status || view.status.includes(status)} data-status={status} onClick={() => change({ status: toggled(view.status, status) })}>
            <TypeSymbol type="meeting" status={status} />
            {t(`common.${status}`)}
          </button>
        ))}
      </div>
    </section>
  )
}

function Precisions({ view, byPrecision, change }: Props) {
  const { t } = useText()
  return (
    <section className="filter" aria-labelledby="precision-title">
      <div className="filter-head">
        <h2 id="precision-title">{t('filters.place')}</h2>
        {view.precision ? <button type="button" className="text-button" onClick={() => change({ precision: undefined })}>{t('filters.anyPlace')}</button> : null}
      </div>
      <div className="quarters" role="group" aria-labelledby="precision-title">
        {placePrecisions.map((precision, index) => (
          <button key={precision} type="button" className="chip quarter-chip" title={byPrecision ? t('filters.meaning', { meaning: t(`legend.${precision}`), count: byPrecision[index]! }) : t(`legend.${precision}`)} aria-pressed={view.precision?.includes(precision) ?? false} data-on={!view.precision || view.precision.includes(precision)} data-precision={precision} onClick={() => change({ precision: toggled(view.precision, precision) })}>
            <PrecisionSymbol precision={precision} />
            {t(`filters.${precision}`)}
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
      <Precisions {...props} />
    </div>
  )
}
