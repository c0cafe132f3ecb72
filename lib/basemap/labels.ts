/**
 * The names of the map on a canvas, in the browser and on the server alike. No two overlap: heavier names are placed first; a town tries four sides of its dot,
 * a sea's or a country's moves up or down where it is large enough to stay inside.
 */
import type { Palette } from './palette'
import type { PlacedLabel } from './tiles'

/** Pixels of the canvas. */
export type Box = [left: number, top: number, right: number, bottom: number]

export type LabelFonts = { sans: string; serif: string }

const hits = (boxes: Box[], b: Box) => boxes.some((o) => o[0] < b[2] && o[2] > b[0] && o[1] < b[3] && o[3] > b[1])

/** Partly in and partly out of the view: a name cut off at the edge of the map is worse than none. */
const crosses = (view: Box, b: Box) => hits([view], b) && !(b[0] >= view[0] && b[1] >= view[1] && b[2] <= view[2] && b[3] <= view[3])

/** Two lines of about equal length for a name that would be a banner on one. */
function wrap(name: string): string[] {
  const words = name.split(' ')
  if (name.length < 13 || words.length < 2) return [name]
  let best = [name]
  let shortest = name.length
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')]
    const longest = Math.max(lines[0]!.length, lines[1]!.length)
    if (longest < shortest) [shortest, best] = [longest, lines]
  }
  return best
}

type Style = { font: string; size: number; colour: string; halo: string; spacing: number; lines: string[] }

function styleOf(label: PlacedLabel, zoom: number, palette: Palette, { sans, serif }: LabelFonts): Style {
  if (label.kind === 'country') {
    const size = Math.min(10 + Math.max(0, zoom - label.first) * 1.4, 15)
    return { font: `600 ${size}px ${sans}`, size, colour: palette.country, halo: palette.halo, spacing: size * 0.14, lines: wrap(label.name.toUpperCase()) }
  }
  if (label.kind === 'sea') {
    const ocean = label.name === label.name.toUpperCase()
    const size = ocean ? 13 : Math.min(11.5 + Math.max(0, zoom - label.first) * 1.1, 16)
    return { font: `italic 400 ${size}px ${serif}`, size, colour: palette.sea, halo: palette.seaHalo, spacing: size * (ocean ? 0.28 : 0.06), lines: wrap(label.name) }
  }
  const capital = label.kind === 'capital'
  const size = Math.min((capital ? 12 : 11.5) + Math.max(0, zoom - label.first - 1) * 0.5, 14)
  return { font: `${capital ? 600 : 400} ${size}px ${sans}`, size, colour: palette.town, halo: palette.halo, spacing: 0, lines: [label.name] }
}

type LabelFrame = {
  zoom: number
  width: number
  height: number
  fonts: LabelFonts
  palette: Palette
  /** The part of the canvas that is in sight: no name crosses its edge. */
  view: Box
  /** What lies above the names and keeps them away. */
  taken: Box[]
  /** Degrees (the longitude may lie beyond ±180) → whole pixels of the canvas. */
  project(at: { lat: number; lon: number }): { x: number; y: number }
}

/** What is drawn with: part of a browser's context, and of that of @napi-rs/canvas. */
type LabelContext = Pick<CanvasRenderingContext2D, 'lineJoin' | 'textBaseline' | 'font' | 'letterSpacing' | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'measureText' | 'beginPath' | 'rect' | 'arc'> & { stroke(): void; fill(): void; strokeText(text: string, x: number, y: number): void; fillText(text: string, x: number, y: number): void }

export function drawLabels(context: LabelContext, labels: PlacedLabel[], { zoom, width, height, fonts, palette, view, taken: given, project }: LabelFrame) {
  context.lineJoin = 'round'
  context.textBaseline = 'middle'
  const taken = [...given]
  const drawn = new Set<string>()
  const shown = labels.filter(({ first, last }) => first <= zoom && zoom <= last).sort((a, b) => b.weight - a.weight)
  for (const label of shown) {
    const at = project({ lat: label.lat, lon: label.lon + label.world * 360 })
    if (at.x < -80 || at.y < -20 || at.x > width + 80 || at.y > height + 20) continue
    const key = `${label.name}${at.x >> 4},${at.y >> 4}`
    if (drawn.has(key)) continue
    const style = styleOf(label, zoom, palette, fonts)
    context.font = style.font
    context.letterSpacing = `${style.spacing}px`
    const w = Math.max(...style.lines.map((line) => context.measureText(line).width)) - style.spacing
    const line = style.size * 1.2
    const h = line * style.lines.length
    const dotted = label.kind === 'town' || label.kind === 'capital'
    const gap = 6
    const boxes: Box[] = dotted
      ? [
          [at.x + gap, at.y - h / 2, at.x + gap + w, at.y + h / 2],
          [at.x - gap - w, at.y - h / 2, at.x - gap, at.y + h / 2],
          [at.x - w / 2, at.y - gap - h, at.x + w / 2, at.y - gap],
          [at.x - w / 2, at.y + gap, at.x + w / 2, at.y + gap + h],
        ]
      : (label.kind === 'sea' || label.first < zoom ? [0, -h / 2 - 22, h / 2 + 22] : [0]).map((shift) => [at.x - w / 2, at.y - h / 2 + shift, at.x + w / 2, at.y + h / 2 + shift])
    const space = dotted ? 3 : 6
    const dot: Box = [at.x - 4, at.y - 4, at.x + 4, at.y + 4]
    if (dotted && hits(taken, dot)) continue
    // A dot in sight has its name in sight.
    const whole = (b: Box): Box => (dotted ? [Math.min(b[0], dot[0]), Math.min(b[1], dot[1]), Math.max(b[2], dot[2]), Math.max(b[3], dot[3])] : b)
    const box = boxes.find((b) => !crosses(view, whole(b)) && !hits(taken, [b[0] - space, b[1] - 1, b[2] + space, b[3] + 1]))
    if (!box) continue
    taken.push(box)
    drawn.add(key)
    context.fillStyle = style.colour
    context.strokeStyle = style.halo
    if (dotted) {
      taken.push(dot)
      context.lineWidth = 1.5
      context.beginPath()
      if (label.kind === 'capital') context.rect(at.x - 2.5, at.y - 2.5, 5, 5)
      else context.arc(at.x, at.y, 2, 0, 7)
      context.stroke()
      context.fillStyle = palette.dot
      context.fill()
      context.fillStyle = style.colour
    }
    context.lineWidth = 3
    style.lines.forEach((text, i) => {
      const x = dotted ? box[0] : box[0] + (w - (context.measureText(text).width - style.spacing)) / 2
      const y = box[1] + line * (i + 0.5)
      context.strokeText(text, x, y)
      context.fillText(text, x, y)
    })
  }
}
