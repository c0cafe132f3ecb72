/**
 * Every name on one canvas laid over the whole view (and a margin, for dragging), so no name is cut
 * at the edge of a tile and no two overlap. Heavier names are placed first; a town tries four sides of its dot,
 * a sea's or a country's moves up or down where it is large enough to stay inside.
 */
import L from 'leaflet'
import { palettes, type Palette, type Theme } from './palette'
import { dataZoom, loadTile, type Label } from './tiles'

type Box = [left: number, top: number, right: number, bottom: number]

const sans = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif'
const serif = '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", Georgia, "Liberation Serif", serif'
const margin = 0.25

const hits = (boxes: Box[], b: Box) => boxes.some((o) => o[0] < b[2] && o[2] > b[0] && o[1] < b[3] && o[3] > b[1])

/** Partly in and partly out of the view: a name cut off at the edge of the map is worse than none. */
const crosses = (view: Box, b: Box) => hits([view], b) && !(b[0] >= view[0] && b[1] >= view[1] && b[2] <= view[2] && b[3] <= view[3])

/** Names give way to the symbols and controls lying above them. */
function coveredBoxes(map: L.Map, pad: L.Point): Box[] {
  const frame = map.getContainer().getBoundingClientRect()
  return [...map.getContainer().querySelectorAll('.leaflet-marker-pane > *, .leaflet-control')].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return [left - frame.left + pad.x, top - frame.top + pad.y, right - frame.left + pad.x, bottom - frame.top + pad.y]
  })
}

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

function styleOf(label: Label, zoom: number, palette: Palette): Style {
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

export class LabelLayer extends L.Layer {
  private theme: Theme
  private canvas: HTMLCanvasElement | undefined
  private frame = 0

  constructor(theme: Theme) {
    super({ pane: 'labels' })
    this.theme = theme
  }

  setTheme(theme: Theme) {
    if (theme === this.theme) return
    this.theme = theme
    this.schedule()
  }

  override onAdd(map: L.Map): this {
    this.canvas = L.DomUtil.create('canvas', 'basemap-labels leaflet-zoom-hide', map.getPane('labels'))
    this.canvas.setAttribute('aria-hidden', 'true')
    this.schedule()
    return this
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame)
    this.canvas?.remove()
    this.canvas = undefined
    return this
  }

  override getEvents() {
    return { moveend: this.schedule, resize: this.schedule, markersdrawn: this.schedule }
  }

  private readonly schedule = () => {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => void this.draw())
  }

  private async draw() {
    const map = this._map as L.Map | undefined
    if (!map) return
    const view = map.getPixelBounds()
    const zoom = map.getZoom()
    const z = Math.min(Math.floor(zoom), dataZoom)
    const unit = 256 * 2 ** (zoom - z)
    const pad = view.getSize().multiplyBy(margin)
    const from = view.min!.subtract(pad).divideBy(unit).floor()
    const to = view.max!.add(pad).divideBy(unit).floor()
    const wanted: Promise<{ label: Label; world: number }[]>[] = []
    for (let x = from.x; x <= to.x; x++) {
      for (let y = Math.max(0, from.y); y <= Math.min(2 ** z - 1, to.y); y++) {
        const world = Math.floor(x / 2 ** z)
        wanted.push(loadTile(z, x, y).then((tile) => (tile?.labels ?? []).map((label) => ({ label, world })), () => []))
      }
    }
    const labels = (await Promise.all(wanted)).flat()
    // The map may have moved on (or gone) while tiles came in; the newer call draws.
    if (this._map && map.getZoom() === zoom && map.getPixelBounds().min!.equals(view.min!)) this.place(map, labels, zoom, pad)
  }

  private place(map: L.Map, labels: { label: Label; world: number }[], zoom: number, pad: L.Point) {
    const canvas = this.canvas
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    const ratio = Math.min(window.devicePixelRatio || 1, 3)
    const size = map.getSize()
    const width = Math.round(size.x + pad.x * 2)
    const height = Math.round(size.y + pad.y * 2)
    canvas.width = width * ratio
    canvas.height = height * ratio
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint(pad.multiplyBy(-1).round()))
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.lineJoin = 'round'
    context.textBaseline = 'middle'
    const palette = palettes[this.theme]
    const taken = coveredBoxes(map, pad)
    const view: Box = [pad.x, pad.y, pad.x + size.x, pad.y + size.y]
    const drawn = new Set<string>()
    const shown = labels.filter(({ label }) => label.first <= zoom && zoom <= label.last).sort((a, b) => b.label.weight - a.label.weight)
    for (const { label, world } of shown) {
      const at = map.latLngToContainerPoint([label.lat, label.lon + world * 360]).add(pad).round()
      if (at.x < -80 || at.y < -20 || at.x > width + 80 || at.y > height + 20) continue
      const key = `${label.name}${at.x >> 4},${at.y >> 4}`
      if (drawn.has(key)) continue
      const style = styleOf(label, zoom, palette)
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
      const box = boxes.find((b) => !crosses(view, b) && !hits(taken, [b[0] - space, b[1] - 1, b[2] + space, b[3] + 1]))
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
}
