/** Symbols and donuts on a canvas, as lib/symbols.ts and app/styles/map.css draw them in the page. */
import type { Colours } from './colours'
import { donut, donutArcs, donutHole, donutPixels, glyphs, insetScale, seats, shapes, strikePath } from './symbols'
import { families, type IncidentType, type Status } from './taxonomy'

/** A browser's Path2D, or that of @napi-rs/canvas, which takes the same calls. */
type NewPath = new (d: string) => Path2D
type Pen = {
  context: CanvasRenderingContext2D
  NewPath: NewPath
  colours: Colours
  /** Device pixels to a pixel of the map, for the shadow below; none without. */
  shadow?: number
}

/** @param size side of the symbol in units of the context's transform; the page's markers have 34 */
export function drawSymbol({ context, NewPath, colours, shadow }: Pen, type: IncidentType, status: Status, { x, y, size }: { x: number; y: number; size: number }) {
  const family = families[type]
  const colour = colours.type[type]
  const hollow = status === 'planned' || status === 'denied'
  const shape = new NewPath(shapes[family])
  context.save()
  context.translate(x, y)
  context.scale(size / 34, size / 34)
  context.translate(-16, -16)
  context.lineJoin = 'round'
  if (shadow) castShadow(context, shadow, () => context.fill(shape))
  if (status === 'claimed') {
    context.fillStyle = colours.paperRaised
    context.fill(shape)
    context.strokeStyle = colour
    context.lineWidth = 2
    context.setLineDash([4.2, 2.8])
    context.stroke(shape)
    context.setLineDash([])
    context.translate(16, 16)
    context.scale(insetScale, insetScale)
    context.translate(-16, -16)
  }
  context.strokeStyle = hollow ? colour : colours.paperRaised
  context.fillStyle = hollow ? colours.paperRaised : colour
  context.lineWidth = hollow ? 2.4 : 1.6
  if (!hollow) context.stroke(shape)
  context.fill(shape)
  if (hollow) context.stroke(shape)

  const seat = seats[family]
  const { f, s } = glyphs[type]
  context.save()
  context.translate(seat.x, seat.y)
  context.scale(seat.scale, seat.scale)
  context.fillStyle = context.strokeStyle = hollow ? colour : colours.glyph
  if (f) context.fill(new NewPath(f))
  context.lineWidth = 1.9
  context.lineCap = 'round'
  if (s) context.stroke(new NewPath(s))
  context.restore()

  if (status === 'denied') {
    const stroke = new NewPath(strikePath)
    context.strokeStyle = colours.paperRaised
    context.lineWidth = 6
    context.stroke(stroke)
    context.strokeStyle = colours.ink
    context.lineWidth = 2.6
    context.lineCap = 'round'
    context.stroke(stroke)
  }
  context.restore()
}

/**
 * @param text the total, as it is printed
 * @param family the font's
 */
export function drawDonut({ context, colours, shadow }: Omit<Pen, 'NewPath'>, counts: [IncidentType, number][], { x, y }: { x: number; y: number }, text: string, family: string) {
  const total = counts.reduce((sum, [, n]) => sum + n, 0)
  const size = donutPixels(total)
  context.save()
  context.translate(x, y)
  context.scale(size / donut.side, size / donut.side)
  context.fillStyle = colours.paperRaised
  context.beginPath()
  context.arc(0, 0, donut.plate, 0, 2 * Math.PI)
  if (shadow) castShadow(context, shadow, () => context.fill())
  else context.fill()
  context.lineWidth = donut.width
  for (const { type, from, to } of donutArcs(counts)) {
    context.strokeStyle = colours.type[type]
    context.beginPath()
    context.arc(0, 0, donut.ring, (from - 0.25) * 2 * Math.PI, (to - 0.25) * 2 * Math.PI)
    context.stroke()
  }
  context.restore()
  context.save()
  // "15,327" is wider than the hole of the largest donut.
  const hole = donutHole(total)
  context.font = `600 13px ${family}`
  const wide = context.measureText(text).width
  if (wide > hole) context.font = `600 ${(13 * hole) / wide}px ${family}`
  context.fillStyle = colours.ink
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(text, x, y + 0.5)
  context.restore()
}

/** A canvas measures shadows in device pixels, whatever its transform. */
function castShadow(context: CanvasRenderingContext2D, ratio: number, draw: () => void) {
  context.save()
  context.shadowColor = 'rgba(0, 0, 0, 0.33)'
  context.shadowBlur = 3 * ratio
  context.shadowOffsetY = ratio
  draw()
  context.restore()
}
