/** One tile's land, water and borders on a canvas, in the browser and on the server alike. */
import type { Palette } from './palette'
import type { BaseTile } from './tiles'

/** What is drawn with: part of a browser's context, and of that of @napi-rs/canvas. */
export type PaintContext = Pick<CanvasRenderingContext2D, 'setTransform' | 'setLineDash' | 'lineJoin' | 'fillStyle' | 'strokeStyle' | 'lineWidth'> & { fill(path: Path2D, rule: CanvasFillRule): void; stroke(path: Path2D): void }

/**
 * @param at left and top of the tile on the canvas, and the side the tile would fill, in device pixels
 * @param ratio device pixels to a pixel of the map, which line widths are in
 */
export function paintTile(context: PaintContext, tile: BaseTile, palette: Palette, zoom: number, at: { left: number; top: number; side: number }, ratio: number) {
  const scale = at.side / tile.extent
  context.setTransform(scale, 0, 0, scale, at.left, at.top)
  const px = ratio / scale
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
  // Thin and pale, never dashed: a dashed line is a disputed border.
  if (zoom >= 6) stroke(tile.provinces, palette.province, zoom < 8 ? 0.7 : 0.9)
  stroke(tile.borders, palette.border, zoom < 4 ? 0.7 : zoom < 7 ? 1 : 1.4)
  stroke(tile.disputed, palette.border, zoom < 4 ? 0.7 : zoom < 7 ? 1 : 1.4, [3.5, 3])
}
