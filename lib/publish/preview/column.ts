/** The words beside the map of a preview image: name of the product, title, quote or counts, days. */
import { Path2D as CanvasPath } from '@napi-rs/canvas'
import { colours, type Theme } from '../../colours'
import { dayNumber, noDay, type Columns } from '../../columns/columns'
import { drawSymbol } from '../../symbols-canvas'
import { incidentTypes } from '../../taxonomy'
import { directionOf, type Text } from '../../text'
import type { View } from '../../view'
import type { Facts } from './facts'
import { directionOfText, linesOf } from './lines'
import { viewParts } from './words'

type Column = { view: View; facts: Facts; columns: Columns; rows: Uint32Array; theme: Theme; text: Text; fonts: { sans: string; serif: string } }
type Box = { x: number; y: number; width: number; height: number }

const padding = 36
/** Kinds told one to a line; of more the last line tells the rest. */
const kindsTold = 6
/** Days from the first to the last below which a chart of them tells nothing. */
const leastDays = 4
const NewPath = CanvasPath as unknown as new (d?: string) => Path2D

export function drawColumn(context: CanvasRenderingContext2D, { view, facts, columns, rows, theme, text, fonts }: Column, { x, y, width, height }: Box) {
  const inks = colours[theme]
  const rtl = directionOf(text.locale) === 'rtl'
  const inner = width - 2 * padding
  const start = rtl ? x + width - padding : x + padding
  context.fillStyle = inks.paper
  context.fillRect(x, y, width, height)
  context.fillStyle = inks.line
  context.fillRect(rtl ? x : x + width - 1, y, 1, height)
  context.textBaseline = 'alphabetic'

  const base = directionOf(text.locale)
  /** A line at the left or right of the column, letters in the order of a direction. */
  const write = (line: string, baseline: number, side: 'left' | 'right', direction: 'ltr' | 'rtl') => {
    context.direction = direction
    context.textAlign = side
    context.fillText(line, side === 'left' ? x + padding : x + width - padding, baseline)
  }
  const [startSide, endSide] = rtl ? (['right', 'left'] as const) : (['left', 'right'] as const)
  let baseline = y + padding
  /** @param direction of the language it is written in: that of the interface, or a text's own */
  const paragraph = (words: string, font: string, colour: string, leading: number, most: number, direction = base) => {
    context.font = font
    context.fillStyle = colour
    for (const line of linesOf(context, words, inner, most)) write(line, (baseline += leading), direction === 'rtl' ? 'right' : 'left', direction)
  }

  context.font = `600 25px ${fonts.serif}`
  context.fillStyle = inks.ink
  context.direction = 'ltr'
  context.textAlign = 'left'
  const name = 'Dateline'
  const dot = context.measureText('.').width
  const nameWidth = context.measureText(name).width
  const nameLeft = rtl ? start - nameWidth - dot : start
  context.fillText(name, nameLeft, baseline + 16)
  context.fillStyle = inks.accent
  context.fillText('.', nameLeft + nameWidth, baseline + 16)
  baseline += 36

  const { what, dates } = viewParts(view, facts, text)
  paragraph(what, `600 34px ${fonts.serif}`, inks.ink, 43, facts.incident ? 3 : 4)
  baseline += 4
  if (dates) paragraph(dates, `400 20px ${fonts.sans}`, inks.inkSoft, 30, 2)
  baseline += 14

  if (facts.incident) {
    const { quote, publisher } = facts.incident
    const room = y + height - padding - 30 - baseline
    paragraph(text.t('preview.quote', { quote }), `400 20px ${fonts.sans}`, inks.ink, 30, Math.max(2, Math.min(7, Math.floor(room / 30))), directionOfText(quote))
    if (publisher) {
      baseline += 6
      paragraph(publisher, `400 17px ${fonts.sans}`, inks.inkSoft, 26, 1, directionOfText(quote))
    }
    return
  }

  const { byType, total, days } = facts
  paragraph(total ? text.t('common.incidents', { count: total }) : text.t('preview.none'), `600 20px ${fonts.sans}`, inks.ink, 28, 2)
  baseline += 8
  const chart = days && dayNumber(days.to) - dayNumber(days.from) >= leastDays ? 96 : 0
  const room = Math.max(1, Math.floor((y + height - padding - chart - baseline) / 31))
  const told = byType.slice(0, byType.length > Math.min(kindsTold, room) ? Math.min(kindsTold, room) - 1 : byType.length)
  for (const [type, n] of told) {
    baseline += 31
    drawSymbol({ context, NewPath, colours: inks }, type, 'happened', { x: rtl ? start - 11 : start + 11, y: baseline - 7, size: 24 })
    context.font = `400 19px ${fonts.sans}`
    context.fillStyle = inks.ink
    context.direction = base
    context.textAlign = startSide
    context.fillText(text.t(`common.${type}`), rtl ? start - 34 : start + 34, baseline)
    context.fillStyle = inks.inkSoft
    write(text.number(n), baseline, endSide, 'ltr')
  }
  if (told.length < byType.length) {
    baseline += 31
    context.font = `400 17px ${fonts.sans}`
    context.fillStyle = inks.inkSoft
    write(text.t('preview.others', { count: text.number(total - told.reduce((sum, [, n]) => sum + n, 0)) }), baseline, startSide, base)
  }
  if (!chart || !days) return
  drawDays(context, columns, rows, inks, { x: x + padding, y: y + height - padding - 82, width: inner, height: 54 })
  context.font = `400 15px ${fonts.sans}`
  context.fillStyle = inks.inkSoft
  const withYear = days.from.slice(0, 4) !== days.to.slice(0, 4)
  write(text.shortDay(days.from, withYear), y + height - padding + 2, 'left', base)
  write(text.shortDay(days.to, withYear), y + height - padding + 2, 'right', base)
}

/** How many incidents may have been on each day (or stretch of days), stacked by type; time runs from left to right in every language, as in the time line of the page. */
function drawDays(context: CanvasRenderingContext2D, columns: Columns, rows: Uint32Array, inks: (typeof colours)[Theme], { x, y, width, height }: Box) {
  let [first, last] = [Infinity, -Infinity]
  for (const row of rows) {
    if (columns.from[row] === noDay) continue
    first = Math.min(first, columns.from[row]!)
    last = Math.max(last, columns.to[row]!)
  }
  const bins = Math.min(40, last - first + 1)
  const each = (last - first + 1) / bins
  const counts = Array.from({ length: bins }, () => new Float64Array(incidentTypes.length))
  for (const row of rows) {
    if (columns.from[row] === noDay) continue
    // A vague date counts once in all, spread over the bins it touches.
    const from = Math.floor((columns.from[row]! - first) / each)
    const to = Math.min(bins - 1, Math.floor((columns.to[row]! - first) / each))
    for (let bin = from; bin <= to; bin++) counts[bin]![columns.type[row]!]! += 1 / (to - from + 1)
  }
  const most = Math.max(...counts.map((bin) => bin.reduce((sum, n) => sum + n, 0)))
  const wide = Math.min(width / bins, 40)
  counts.forEach((bin, i) => {
    let top = y + height
    const left = x + i * (width / bins)
    incidentTypes.forEach((type, t) => {
      const tall = (bin[t]! / most) * height
      if (!tall) return
      context.fillStyle = inks.type[type]
      context.fillRect(left + 0.5, top - tall, Math.max(1, wide - 1), tall)
      top -= tall
    })
  })
  context.fillStyle = inks.lineStrong
  context.fillRect(x, y + height, width, 1)
}
