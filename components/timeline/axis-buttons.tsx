'use client'
import { useText } from '../text'
import { nearestDays, type Axis } from './axis'

type Props = { axis: Axis; whole: Axis; zoom(factor: number): void; fit(): void; /** Null without a selection. */ toSelection: (() => void) | null }

const glyphs = {
  in: 'M5 12h14M12 5v14',
  out: 'M5 12h14',
  selection: 'M4 5v14M20 5v14M8 12h8M10.5 9.5L8 12l2.5 2.5M13.5 9.5L16 12l-2.5 2.5',
  fit: 'M3 12h18M6.5 8.5L3 12l3.5 3.5M17.5 8.5L21 12l-3.5 3.5',
} as const

/** The axis by button: what the wheel and two fingers do. */
export function AxisButtons({ axis, whole, zoom, fit, toSelection }: Props) {
  const { t } = useText()
  const days = axis.to - axis.from
  const canZoomOut = days < whole.to - whole.from - 0.01
  const canZoomIn = days > nearestDays + 0.01
  const button = (glyph: keyof typeof glyphs, name: string, press: () => void, isOn: boolean) => (
    <button type="button" className="time-button" title={name} aria-disabled={!isOn} onClick={() => { if (isOn) press() }}>
      <svg viewBox="0 0 24 24" className="icon" aria-hidden="true"><path d={glyphs[glyph]} /></svg>
      <span className="time-label">{name}</span>
    </button>
  )
  return (
    <div className="time-axis" role="group" aria-label={t('timeline.zoom')}>
      {button('selection', t('timeline.zoomSelection'), () => toSelection?.(), toSelection !== null)}
      {button('out', t('timeline.zoomOut'), () => zoom(2), canZoomOut)}
      {button('in', t('timeline.zoomIn'), () => zoom(0.5), canZoomIn)}
      {button('fit', t('timeline.fit'), fit, canZoomOut)}
    </div>
  )
}
