'use client'
import { useMemo } from 'react'
import type { Columns } from '../../lib/columns/columns'
import { Icon } from '../icon'
import { useText } from '../text'
import { layOutPlain, rowPixels } from './layout'
import { Rows } from './rows'

type Props = { columns: Columns; /** What stands on the one spot, in the order of the list. */ rows: readonly number[]; onOpen(id: string): void; onClose(): void; titleId: string }

/** The list a cluster opens into where the map cannot take it apart any further. */
export function Stack({ columns, rows, onOpen, onClose, titleId }: Props) {
  const { t } = useText()
  const layout = useMemo(() => layOutPlain(Uint32Array.from(rows)), [rows])
  return (
    <div className="card stack">
      <header className="card-head">
        <div className="card-title"><h2 id={titleId}>{t('list.stack', { count: rows.length })}</h2></div>
        <button type="button" className="icon-button" onClick={onClose} aria-label={t('common.close')}><Icon name="close" /></button>
      </header>
      {/* Its rows take the keyboard; the browser would make it a stop of its own. */}
      <div className="stack-rows" tabIndex={-1} style={{ height: Math.min(rows.length * rowPixels, 364) }}>
        <Rows columns={columns} layout={layout} selected={null} onOpen={onOpen} label={t('list.stackList')} />
      </div>
    </div>
  )
}
