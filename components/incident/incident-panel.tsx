'use client'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Columns } from '../../lib/columns/columns'
import { directionOf } from '../../lib/text'
import { CopyLink } from '../copy-link'
import { useDetails } from '../details'
import type { Candidate, Item } from '../incidents'
import { useText } from '../text'
import { hrefOf } from '../view-href'
import { IncidentHead } from './head'
import { IncidentMissing } from './missing'
import { Reports } from './reports'
import { stepOfKey, StepButtons, useSteps } from './steps'
import { Sureness } from './sureness'
import { Tolls } from './tolls'

type Props = {
  columns: Columns
  /** What passes the filters, ascending; need not hold the open one. */
  rows: Uint32Array
  row: number
  titleId: string
  onOpen(id: string): void
  onClose(): void
  /** Shows another place the name could have meant. */
  onCandidate(at: { lat: number; lon: number; name: string }): void
}

/** All that is known of one incident: who reports it and how they differ, how sure it is, and the way to its neighbours. Not to be keyed by the incident: the walk by distance lasts longer than one. */
export function IncidentPanel({ columns, rows, row, titleId, onOpen, onClose, onCandidate }: Props) {
  const { t, locale } = useText()
  const id = columns.ids[row]!
  const details = useDetails([id], columns.revision)
  const item = details.items.get(id)
  const walk = useSteps(columns, rows, row, onOpen)
  const panel = useRef<HTMLElement>(null)
  useEffect(function takeKeyboard() {
    panel.current?.focus({ preventScroll: true })
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOfKey(event, directionOf(locale) === 'rtl')
    if (!step) return
    event.preventDefault()
    walk.steps[step].press()
  }
  return (
    <article ref={panel} tabIndex={-1} className="card incident-panel" onKeyDown={onKeyDown} aria-labelledby={titleId}>
      <div aria-live="polite"><IncidentHead columns={columns} row={row} item={item} titleId={titleId} onClose={onClose} /></div>
      {item ? <Told key={item.id} item={item} onCandidate={onCandidate} /> : <IncidentMissing item={item} details={details} />}
      {/* Below what is still to come it would be pushed away. */}
      {item ? <footer className="card-foot"><CopyLink quiet label={t('incident.copyThis')} href={() => hrefOf({ incident: id })} /></footer> : null}
      <StepButtons {...walk} columns={columns} row={row} />
    </article>
  )
}

function Told({ item, onCandidate }: { item: Item; onCandidate: Props['onCandidate'] }) {
  return (
    <>
      <Tolls item={item} />
      <Reports item={item} />
      <Sureness item={item} />
      {item.actors.length ? <Actors actors={item.actors} /> : null}
      {item.others.length ? <Candidates others={item.others} onCandidate={onCandidate} /> : null}
    </>
  )
}

const roleKeys = { by: 'incident.roleBy', against: 'incident.roleAgainst', with: 'incident.roleWith', unknown: 'incident.roleUnknown' } as const

function Actors({ actors }: { actors: Item['actors'] }) {
  const { t } = useText()
  return (
    <section className="incident-part">
      <h3>{t('incident.actors')}</h3>
      <ul className="actors">{actors.map(({ name, canonical, role }) => (
        <li key={`${role} ${name}`}><span className="actor-role">{t(roleKeys[role])}</span> <bdi>{name}</bdi>{canonical && canonical !== name ? <> (<bdi>{canonical}</bdi>)</> : null}</li>
      ))}</ul>
    </section>
  )
}

function Candidates({ others, onCandidate }: { others: Candidate[]; onCandidate: Props['onCandidate'] }) {
  const { t, locale } = useText()
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  return (
    <section className="incident-part">
      <h3>{t('incident.candidates')}</h3>
      <p className="list-note">{t('incident.candidatesNote')}</p>
      <ul className="candidates">{others.map(({ name, level, lat, lon, country, admin1 }) => (
        <li key={`${lat} ${lon} ${level}`}>
          <button type="button" className="candidate" onClick={() => onCandidate({ lat, lon, name })}>
            <span dir="auto">{name}</span> <span className="source-meta">{[t(`common.${level}`), admin1, country && /^[A-Z]{2}$/.test(country) ? countries.of(country) : null].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}</ul>
    </section>
  )
}
