'use client'
import { useText } from '../text'
import type { Heading } from './order'

/** What stands above a group of rows: its day, its step of a count or its letter, and how many it has. */
export function GroupHeading({ heading, count }: { heading: Heading; count: number }) {
  const { t, dates, number } = useText()
  if (!heading) return null
  const step = 'from' in heading ? (heading.from < 0 ? 'untold' : `from${heading.from}`) : ''
  const words = heading.kind === 'date' ? dates(heading.edtf) : heading.kind === 'letter' ? heading.letter : heading.kind === 'killed' ? t('list.killedFrom', { from: step }) : t('list.reportsFrom', { from: step })
  return (
    <h3 className="list-heading">
      {words}
      {heading.kind === 'date' && heading.planned ? <span className="list-planned">{t('list.planned')}</span> : null}
      <span className="list-count">{number(count)}</span>
    </h3>
  )
}
