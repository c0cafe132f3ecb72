'use client'
import type { Text } from '../../lib/text'
import type { Item } from '../incidents'
import { useText } from '../text'

/** How sure place, date and telling are, in words. */
export function Sureness({ item }: { item: Item }) {
  const text = useText()
  return (
    <section className="incident-part">
      <h3>{text.t('incident.sure')}</h3>
      <ul className="sureness">{[...placeNotes(text, item), ...dateNotes(text, item), statusNote(text, item)].map((note) => <li key={note}>{note}</li>)}</ul>
    </section>
  )
}

/** "Somewhere in this region, about 120 km across", and whether the sentence names the place. */
function placeNotes({ t, number }: Text, { place }: Item): string[] {
  if (!place) return [t('incident.placeNone')]
  const where = place.level === 'site' ? t('incident.placeSite') : place.level === 'town' ? t('incident.placeTown') : t('incident.placeWide', { level: place.level, km: number(roundKm(place.radiusKm * 2)) })
  return [where, t(place.implied ? 'incident.placeImplied' : 'incident.placeStated')]
}

/** Two digits: a radius of a region is no measurement. */
function roundKm(km: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, km))) - 1)
  return Math.max(1, Math.round(km / unit) * unit)
}

function dateNotes({ t }: Text, { when }: Item): string[] {
  if (!when) return [t('incident.dateNone')]
  const what = when.edtf.includes('/') ? 'incident.dateRange' : when.edtf.length === 4 ? 'incident.dateYear' : when.edtf.length === 7 ? 'incident.dateMonth' : 'incident.dateDay'
  return [t(what), ...(when.implied ? [t('incident.dateImplied')] : [])]
}

const statusNotes = { happened: 'incident.statusHappened', claimed: 'incident.statusClaimed', planned: 'incident.statusPlanned', denied: 'incident.statusDenied' } as const

function statusNote({ t }: Text, { status, claimedBy, deniedBy }: Item): string {
  const who = status === 'claimed' && claimedBy ? t('incident.claimedBy', { who: claimedBy }) : deniedBy ? t('incident.deniedBy', { who: deniedBy }) : null
  return who ? `${t(statusNotes[status])} (${who})` : t(statusNotes[status])
}
