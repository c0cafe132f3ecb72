/** Every name on one canvas laid over the whole view (and a margin, for dragging), so no name is cut at the edge of a tile. */
import L from 'leaflet'
import { drawLabels, type Box } from '../../../lib/basemap/labels'
import { palettes } from '../../../lib/basemap/palette'
import type { PlacedLabel } from '../../../lib/basemap/tiles'
import type { Theme } from '../../../lib/colours'
import { builtInTiles } from './source'

const fonts = {
  sans: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif',
  serif: '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", Georgia, "Liberation Serif", serif',
}
const margin = 0.25
const restMs = 120

/** Names give way to the symbols and controls lying above them. */
function coveredBoxes(map: L.Map, pad: L.Point): Box[] {
  const frame = map.getContainer().getBoundingClientRect()
  return [...map.getContainer().querySelectorAll('.leaflet-marker-pane > *, .leaflet-control')].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return [left - frame.left + pad.x, top - frame.top + pad.y, right - frame.left + pad.x, bottom - frame.top + pad.y]
  })
}

export class LabelLayer extends L.Layer {
  private theme: Theme
  private canvas: HTMLCanvasElement | undefined
  private frame = 0
  private rest: ReturnType<typeof setTimeout> | undefined

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
    clearTimeout(this.rest)
    cancelAnimationFrame(this.frame)
    this.canvas?.remove()
    this.canvas = undefined
    return this
  }

  override getEvents() {
    return { moveend: this.schedule, resize: this.schedule, markersdrawn: this.waitForRest }
  }

  /** Markers that change with every frame of a brush: names need not make way before it rests. */
  private readonly waitForRest = () => {
    clearTimeout(this.rest)
    this.rest = setTimeout(this.schedule, restMs)
  }

  private readonly schedule = () => {
    clearTimeout(this.rest)
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => void this.draw())
  }

  private async draw() {
    const map = this._map as L.Map | undefined
    if (!map) return
    const view = map.getPixelBounds()
    const zoom = map.getZoom()
    const pad = view.getSize().multiplyBy(margin).round()
    const from = view.min!.subtract(pad)
    const to = view.max!.add(pad)
    const labels = await builtInTiles().labels({ left: from.x, top: from.y, right: to.x, bottom: to.y }, zoom)
    // The map may have moved on (or gone) while tiles came in; the newer call draws.
    if (this._map && map.getZoom() === zoom && map.getPixelBounds().min!.equals(view.min!)) this.place(map, labels, zoom, pad)
  }

  private place(map: L.Map, labels: PlacedLabel[], zoom: number, pad: L.Point) {
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
    drawLabels(context, labels, {
      zoom, width, height, fonts,
      palette: palettes[this.theme],
      view: [pad.x, pad.y, pad.x + size.x, pad.y + size.y],
      taken: coveredBoxes(map, pad),
      project: ({ lat, lon }) => map.latLngToContainerPoint([lat, lon]).round().add(pad),
    })
  }
}
