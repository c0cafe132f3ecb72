'use client'
import { memo, useMemo, useRef } from 'react'
import type { Columns } from '../../lib/columns/columns'
import { sortings, type Sorting } from '../../lib/view'
import { useText } from '../text'
import { layOut } from './layout'
import { Rows } from './rows'
import { scrollerOf } from './use-window'

type Props = {
  columns: Columns
  /** What passes the filters, ascending as `select` gives it. */
  rows: Uint32Array
  /** Place → 1 where the map shows it now; null before the map has said. */
  inView: Uint8Array | null
  /** The open incident's row. */
  selected: number | null
  sort: Sorting | undefined
  onSort(sort: Sorting): void
  onOpen(id: string): void
}

/** Every incident that passes the filters: on the map as it stands, elsewhere, and those no article places. */
export const IncidentList = memo(function IncidentList({ columns, rows, inView, selected, sort = sortings[0], onSort, onOpen }: Props) {
  const { t, locale } = useText()
  const box = useRef<HTMLDivElement>(null)
  const layout = useMemo(() => layOut(columns, rows, inView, sort, locale), [columns, rows, inView, sort, locale])
  const order = (next: Sorting) => {
    onSort(next)
    // Another order begins at its beginning.
    const hidden = box.current ? scrollerOf(box.current).getBoundingClientRect().top - box.current.getBoundingClientRect().top : 0
    if (hidden > 0) box.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <div ref={box} className="list">
      <p className="list-order">
        <label><span className="visually-hidden">{t('list.order')}</span> <select value={sort} onChange={(event) => order(event.target.value as Sorting)}>
          {sortings.map((one) => <option key={one} value={one}>{t(`list.${one}`)}</option>)}
        </select></label>
      </p>
      <Rows columns={columns} layout={layout} selected={selected} onOpen={onOpen} />
    </div>
  )
})
