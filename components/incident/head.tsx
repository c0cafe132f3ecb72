'use client'
import { edtfAt, placeAt, statusAt, typeAt, type Columns } from '../../lib/columns/columns'
import type { Text } from '../../lib/text'
import { Icon } from '../icon'
import type { Item } from '../incidents'
import { useText } from '../text'
import { TypeSymbol } from '../type-symbol'

/** The status in words beside the type: "claimed by Ukraine’s military", "planned". */
function statusTag({ t }: Text, status: Item['status'], item: Item | null | undefined): string | null {
  if (status === 'claimed') return item?.claimedBy ? t('incident.claimedBy', { who: item.claimedBy }) : t('incident.claimedOne')
  if (status === 'denied') return item?.deniedBy ? t('incident.deniedBy', { who: item.deniedBy }) : t('incident.deniedTag')
  return status === 'planned' ? t('incident.plannedTag') : null
}

/** Symbol, type, status, place and date of an incident: the columns know them before its texts have come. */
export function IncidentHead({ columns, row, item, titleId, onClose }: { columns: Columns; row: number; item: Item | null | undefined; titleId: string; onClose(): void }) {
  const text = useText()
  const { t } = text
  const [type, status, edtf] = [typeAt(columns, row), statusAt(columns, row), edtfAt(columns, row)]
  const tag = statusTag(text, status, item)
  return (
    <header className="card-head">
      <TypeSymbol type={type} status={status} large />
      <div className="card-title">
        <p className="kicker">
          {t(`common.${type}`)}
          {tag ? <span className={`tag is-${status}`} dir="auto">{tag}</span> : null}
        </p>
        <h2 id={titleId} dir="auto">{placeAt(columns, row)?.name ?? t('common.unplaced')}</h2>
        <p className={edtf ? 'card-date' : 'card-date unknown'}>{text.dates(edtf)}</p>
      </div>
      <button type="button" className="icon-button" onClick={onClose} aria-label={t('common.close')}><Icon name="close" /></button>
    </header>
  )
}
