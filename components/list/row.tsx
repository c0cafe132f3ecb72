'use client'
import { memo } from 'react'
import { edtfAt, placeAt, statusAt, typeAt, type Columns } from '../../lib/columns/columns'
import type { Item } from '../incidents'
import { useText } from '../text'
import { tollView } from '../tolls'
import { TypeSymbol } from '../type-symbol'

type Props = {
  columns: Columns
  row: number
  /** Undefined until its text has come. */
  item: Item | null | undefined
  selected: boolean
  /** The one row of the list the Tab key reaches. */
  reached: boolean
  /** False where a heading says it; those who hear the page are told all the same. */
  showDate: boolean
  /** From 1, of `size`. */
  position: number
  size: number
  top: number
  height: number
  onOpen(id: string): void
}

/** One incident of a list. Its height is the same before and after its text has come. */
export const Row = memo(function Row({ columns, row, item, selected, reached, showDate, position, size, top, height, onOpen }: Props) {
  const text = useText()
  const { t } = text
  const [id, type, status] = [columns.ids[row]!, typeAt(columns, row), statusAt(columns, row)]
  const toll = item ? (tollView(text, item, 'killed') ?? tollView(text, item, 'injured'))?.text : columns.killed[row]! > 0 ? t('common.killed', { count: text.number(columns.killed[row]!) }) : null
  const reports = columns.reports[row]!
  const meta = [t(`common.${type}`), status === 'happened' ? null : t(`common.${status}`).toLocaleLowerCase(text.locale), toll, reports > 1 ? t('common.reports', { count: reports }) : null]
  return (
    <li className="list-row" style={{ top, height }} aria-setsize={size} aria-posinset={position}>
      <button type="button" className="row" tabIndex={reached ? 0 : -1} aria-current={selected || undefined} data-incident={id} data-row={row} onClick={() => onOpen(id)}>
        <TypeSymbol type={type} status={status} />
        <span className="row-text">
          <span className="row-head">
            <span className="row-place" dir="auto">{placeAt(columns, row)?.name ?? t('common.unplaced')}</span>
            <span className={showDate ? 'row-date' : 'visually-hidden'}>{text.dates(edtfAt(columns, row))}</span>
          </span>
          {item ? <span className="row-quote" dir="auto">{item.sources[0]?.quote ?? ''}</span> : <span className="row-quote is-coming" aria-hidden="true"><i /><i /></span>}
          <span className="row-meta">{meta.filter(Boolean).join(' · ')}</span>
        </span>
      </button>
    </li>
  )
})
