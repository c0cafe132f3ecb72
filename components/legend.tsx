'use client'
/** What the drawings mean, in the map's own drawings; each row of a status or a place's precision shows or hides what it explains. */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { placePrecisions } from '../lib/columns/columns'
import type { Selection } from '../lib/columns/select'
import { statuses } from '../lib/taxonomy'
import type { View } from '../lib/view'
import { Icon } from './icon'
import { donutSvg } from '../lib/symbols'
import { phone, useMedia } from './media'
import { PrecisionSymbol } from './precision-symbol'
import { useText } from './text'
import { toggled } from './toggled'
import { TypeSymbol } from './type-symbol'

type Props = {
  view: View
  byStatus: Selection['byStatus'] | null
  byPrecision: Selection['byPrecision'] | null
  change(patch: Partial<View>): void
  /** Open from the start, as an embedded map may ask. */
  open?: boolean
}

function Row({ drawing, name, meaning, count, shown, pressed, onPress }: { drawing: ReactNode; name: string; meaning: string; count: number | undefined; shown: boolean; pressed: boolean; onPress(): void }) {
  const { t, number } = useText()
  return (
    <li>
      <button type="button" className="legend-row" aria-pressed={pressed} aria-label={t('legend.row', { name, meaning, count: count ?? 0 })} data-on={shown} data-empty={count === 0 || undefined} onClick={onPress}>
        {drawing}
        <span className="legend-words"><b>{name}</b> {meaning}</span>
        <span className="legend-count">{count === undefined ? '' : number(count)}</span>
      </button>
    </li>
  )
}

function Rows({ view, byStatus, byPrecision, change }: Props) {
  const { t, number } = useText()
  const id = useId()
  return (
    <>
      <h3 id={`${id}status`}>{t('filters.howSure')}</h3>
      <ul aria-labelledby={`${id}status`}>
        {statuses.map((status, index) => (
          <Row key={status} drawing={<TypeSymbol type="strike" status={status} />} name={t(`common.${status}`)} meaning={t(`legend.${status}`)} count={byStatus?.[index]} shown={!view.status || view.status.includes(status)} pressed={view.status?.includes(status) ?? false} onPress={() => change({ status: toggled(view.status, status) })} />
        ))}
      </ul>
      <h3 id={`${id}place`}>{t('filters.place')}</h3>
      <ul aria-labelledby={`${id}place`}>
        {placePrecisions.map((precision, index) => (
          <Row key={precision} drawing={<PrecisionSymbol precision={precision} />} name={t(`filters.${precision}`)} meaning={t(`legend.${precision}`)} count={byPrecision?.[index]} shown={!view.precision || view.precision.includes(precision)} pressed={view.precision?.includes(precision) ?? false} onPress={() => change({ precision: toggled(view.precision, precision) })} />
        ))}
        <li className="legend-line">
          <span className="type-symbol legend-donut" aria-hidden="true"><span className="legend-ring" dangerouslySetInnerHTML={{ __html: donutSvg([['strike', 3], ['meeting', 2], ['movement', 1]]) }} />{number(6)}</span>
          {t('legend.several')}
        </li>
      </ul>
      <h3 id={`${id}date`}>{t('legend.date')}</h3>
      <ul aria-labelledby={`${id}date`}>
        <li className="legend-line"><i className="date-bar" aria-hidden="true" />{t('legend.certain')}</li>
        <li className="legend-line"><i className="date-bar is-vague" aria-hidden="true" />{t('legend.vague')}</li>
      </ul>
    </>
  )
}

/** A card over the map; on a phone, which has no room for one, a dialog at its lower edge. */
export function Legend(props: Props) {
  const { view, change, open: openAtFirst = false } = props
  const { t } = useText()
  const small = useMedia(phone)
  const [open, setOpen] = useState(openAtFirst)
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const narrowed = Boolean(view.status || view.precision)
  useEffect(function showDialog() {
    if (small && open) dialog.current?.showModal()
  }, [small, open])
  const all = narrowed ? <button type="button" className="text-button" onClick={() => change({ status: undefined, precision: undefined })}>{t('legend.showAll')}</button> : null

  return (
    <section className="legend" data-open={open && !small ? true : undefined} aria-label={t('legend.title')}>
      <div className="legend-bar">
        <button type="button" className="legend-switch" aria-expanded={open} aria-controls={open ? id : undefined} data-narrowed={narrowed || undefined} onClick={() => setOpen(!open)}>
          <Icon name="layers" /> {t('legend.title')} <Icon name="chevron" />
        </button>
        {open && !small ? all : null}
      </div>
      {!open ? null : !small ? <div id={id} className="legend-body"><Rows {...props} /></div> : (
        <dialog ref={dialog} id={id} className="legend-dialog" aria-labelledby={`${id}title`} onClose={() => setOpen(false)} onClick={(event) => { if (event.target === event.currentTarget) event.currentTarget.close() }} onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // One key closes one thing: the open incident stays.
          event.preventDefault()
          dialog.current?.close()
        }}>
          <div className="legend-body">
            <header className="legend-head">
              <h2 id={`${id}title`}>{t('legend.title')}</h2>
              {all}
              <button type="button" className="icon-button" aria-label={t('common.close')} onClick={() => dialog.current?.close()}><Icon name="close" /></button>
            </header>
            <Rows {...props} />
          </div>
        </dialog>
      )}
    </section>
  )
}
