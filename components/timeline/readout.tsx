'use client'
import type { ReactNode } from 'react'
import { TypeSymbol } from '../type-symbol'
import { useText } from '../text'
import type { BinReading } from './read-bin'

const widest = 240
const shownTypes = 5

/** Words over the chart, their middle at `x` as far as its width allows. */
export function Readout({ x, width, children }: { x: number; width: number; children: ReactNode }) {
  const half = Math.min(widest, width) / 2
  return <div className="time-readout" aria-hidden="true" style={{ left: Math.max(half, Math.min(width - half, x)) }}>{children}</div>
}

/** What a bar says; a screen reader has it from the cursor. */
export function BinReadout({ reading: { title, sure, vague, implied, types }, x, width }: { reading: BinReading; x: number; width: number }) {
  const { t, number } = useText()
  return (
    <Readout x={x} width={width}>
      <strong>{title}</strong>
      <span className="time-total">{t('common.incidents', { count: sure })}{vague ? <em>{t('timeline.perhapsMore', { count: vague })}</em> : null}</span>
      {types.length ? (
        <ul>
          {types.slice(0, shownTypes).map((each) => (
            <li key={each.type}><TypeSymbol type={each.type} />{t(`common.${each.type}`)}<b>{each.sure ? number(each.sure) : ''}{each.vague ? <em>{t('timeline.perhaps', { count: each.vague })}</em> : null}</b></li>
          ))}
          {types.length > shownTypes ? <li className="time-more">{t('timeline.moreTypes', { count: types.length - shownTypes })}</li> : null}
        </ul>
      ) : null}
      {implied ? <span className="time-note">{t('timeline.implied', { count: implied })}</span> : null}
      {vague ? <span className="time-note">{t('timeline.perhapsNote')}</span> : null}
    </Readout>
  )
}
