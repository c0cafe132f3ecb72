/** Land, rivers and borders as a Leaflet grid of canvases; beyond the data's zoom a tile shows its part of the last one there is. */
import L from 'leaflet'
import { palettes, type Theme } from './palette'
import { dataZoom, loadTile, type BaseTile } from './tiles'

const size = 256

function paint(canvas: HTMLCanvasElement, tile: BaseTile, theme: Theme, zoom: number, part: { shift: number; dx: number; dy: number }) {
  const context = canvas.getContext('2d')
  if (!context) return
  const palette = palettes[theme]
  // Units of the data tile → pixels of this canvas.
  const scale = (canvas.width / tile.extent) * 2 ** part.shift
  context.setTransform(scale, 0, 0, scale, -part.dx * canvas.width, -part.dy * canvas.height)
  const px = canvas.width / size / scale
  context.lineJoin = 'round'
  context.fillStyle = palette.land
  context.fill(tile.land, 'evenodd')
  const stroke = (path: Path2D, colour: string, width: number, dash: number[] = []) => {
    context.strokeStyle = colour
    context.lineWidth = width * px
    context.setLineDash(dash.map((d) => d * px))
    context.stroke(path)
  }
  stroke(tile.rivers, palette.river, zoom < 5 ? 0.6 : zoom < 8 ? 0.9 : 1.4)
  stroke(tile.coast, palette.coast, zoom < 4 ? 0.6 : 0.9)
  if (zoom >= 6) stroke(tile.provinces, palette.province, 0.9, zoom >= 8 ? [] : [3, 2])
  stroke(tile.borders, palette.border, zoom < 4 ? 0.7 : zoom < 7 ? 1 : 1.4)
  stroke(tile.disputed, palette.border, zoom < 4 ? 0.7 : zoom < 7 ? 1 : 1.4, [3.5, 3])
}

export class BasemapLayer extends L.GridLayer {
  private theme: Theme

  constructor(theme: Theme) {
    super({ tileSize: size, updateWhenZooming: false, keepBuffer: 3, className: 'basemap-tiles' })
    this.theme = theme
  }

  setTheme(theme: Theme) {
    if (theme === this.theme) return
    this.theme = theme
    this.redraw()
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas')
    const ratio = Math.min(window.devicePixelRatio || 1, 3)
    canvas.width = canvas.height = size * ratio
    const shift = Math.max(0, coords.z - dataZoom)
    const n = 2 ** shift
    const x = Math.floor(coords.x / n)
    const y = Math.floor(coords.y / n)
    if (y < 0 || y >= 2 ** (coords.z - shift)) {
      queueMicrotask(() => done(undefined, canvas))
      return canvas
    }
    loadTile(coords.z - shift, x, y).then(
      (tile) => {
        if (tile) paint(canvas, tile, this.theme, coords.z, { shift, dx: coords.x - x * n, dy: coords.y - y * n })
        done(undefined, canvas)
      },
      (error: Error) => done(error, canvas),
    )
    return canvas
  }
}
