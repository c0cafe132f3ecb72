'use client'
import type { Toll } from '../../lib/types'
import type { Item } from '../incidents'
import { useText } from '../text'
import { tollView } from '../tolls'

/** The counts of an incident; where reports differ, who says which, side by side on one scale. */
export function Tolls({ item }: { item: Item }) {
  const text = useText()
  const { t } = text
  const teller = item.claimedBy && item.status !== 'claimed' ? t('incident.accordingTo', { who: item.claimedBy }) : null
  const kinds = (['killed', 'injured'] as const).flatMap((kind) => {
    const view = tollView(text, item, kind)
    return view ? [{ kind, view }] : []
  })
  if (!kinds.length && !teller) return null
  const isAgreed = kinds.every(({ view }) => !view.said.length)
  return (
    <div className={isAgreed ? 'incident-tolls is-agreed' : 'incident-tolls'}>
      {kinds.map(({ kind, view }) => (
        <div key={kind} className="toll">
          <strong className="toll-text">{view.text}</strong>
          {view.said.length ? (
            <table className="toll-table">
              <caption className="visually-hidden">{t('incident.counts')}: {t(kind === 'killed' ? 'incident.killedTitle' : 'incident.injuredTitle')}</caption>
              <thead className="visually-hidden"><tr><th scope="col">{t('incident.who')}</th><th scope="col">{t('incident.count')}</th><td /></tr></thead>
              <tbody>{view.said.map(({ who, count, toll }) => (
                <tr key={count}>
                  <th scope="row" dir="auto">{who}</th>
                  <td className="toll-count">{count}</td>
                  <td className="toll-scale" aria-hidden="true"><Range toll={toll} end={endOf(view.said.map((one) => one.toll))} /></td>
                </tr>
              ))}</tbody>
            </table>
          ) : null}
        </div>
      ))}
      {teller ? <span className="claim" dir="auto">{teller}</span> : null}
    </div>
  )
}

/** The scale ends a little beyond the highest number, so that "at least" has room to go on. */
const endOf = (tolls: Toll[]) => Math.max(1, ...tolls.map(({ low, best, high }) => Math.max(low, best ?? 0, high ?? 0))) * 1.15

/** From the lowest to the highest count as a bar, dashed on to the end where it is open, the best as a dot. */
function Range({ toll: { low, best, high }, end }: { toll: Toll; end: number }) {
  const at = (n: number) => 4 + (n / end) * 92
  const from = at(low)
  return (
    <svg viewBox="0 0 100 12" className="toll-range" focusable="false">
      <path className="toll-axis" d="M4 6H96" />
      {high === null ? <path className="toll-open" d={`M${from} 6H96`} /> : high > low ? <path className="toll-bar" d={`M${from} 6H${at(high)}`} /> : null}
      {best === null ? <path className="toll-end" d={`M${from} 2V10`} /> : <circle className="toll-best" cx={at(best)} cy="6" r="3.4" />}
    </svg>
  )
}
