/** Land, water and borders as a Leaflet grid of canvases; beyond the data's zoom a tile shows its part of the last one there is. */
import L from 'leaflet'
import { paintTile } from '../../../lib/basemap/paint'
import { palettes } from '../../../lib/basemap/palette'
import { dataZoom, tilePixels } from '../../../lib/basemap/tiles'
import type { Theme } from '../../../lib/colours'
import { builtInTiles } from './source'

export class BasemapLayer extends L.GridLayer {
  private theme: Theme

  constructor(theme: Theme) {
    super({ tileSize: tilePixels, updateWhenZooming: false, keepBuffer: 3, className: 'basemap-tiles' })
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
    canvas.width = canvas.height = tilePixels * ratio
    const shift = Math.max(0, coords.z - dataZoom)
    const n = 2 ** shift
    const x = Math.floor(coords.x / n)
    const y = Math.floor(coords.y / n)
    if (y < 0 || y >= 2 ** (coords.z - shift)) {
      queueMicrotask(() => done(undefined, canvas))
      return canvas
    }
    builtInTiles().load(coords.z - shift, x, y).then(
      (tile) => {
        const context = tile && canvas.getContext('2d')
        if (context) paintTile(context, tile, palettes[this.theme], coords.z, { left: (x * n - coords.x) * canvas.width, top: (y * n - coords.y) * canvas.width, side: n * canvas.width }, ratio)
        done(undefined, canvas)
      },
      (error: Error) => done(error, canvas),
    )
    return canvas
  }
}
