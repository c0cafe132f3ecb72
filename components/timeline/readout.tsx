'use client'
import { TypeSymbol } from '../type-symbol'
import { useText } from '../text'
import type { BinReading } from './read-bin'

/** What a bar says, over it; `x` is its middle. It never leaves the width of the chart. */
export function Readout({ reading, x, width }: { reading: BinReading; x: number; width: number }) {
  const { t, number } = useText()
  const { title, sure, vague, implied, types } = reading
  const half = Math.min(110, width / 2)
  return (
    <div className="time-readout" aria-hidden="true" style={{ left: Math.max(half, Math.min(width - half, x)) }}>
      <strong>{title}</strong>
      <span className="time-total">{t('common.incidents', { count: sure })}{vague ? <em>{t('timeline.perhapsMore', { count: vague })}</em> : null}</span>
      {types.length ? (
        <ul>
          {types.slice(0, 5).map((each) => (
            <li key={each.type}><TypeSymbol type={each.type} />{t(`common.${each.type}`)}<b>{each.sure ? number(each.sure) : ''}{each.vague ? <em>{t('timeline.perhaps', { count: each.vague })}</em> : null}</b></li>
          ))}
          {types.length > 5 ? <li className="time-more">{t('timeline.moreTypes', { count: types.length - 5 })}</li> : null}
        </ul>
      ) : null}
      {implied ? <span className="time-note">{t('timeline.implied', { count: implied })}</span> : null}
      {vague ? <span className="time-note">{t('timeline.perhapsNote')}</span> : null}
    </div>
  )
}
