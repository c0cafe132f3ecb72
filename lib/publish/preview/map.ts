/** The map of a picture: basemap, areas, names, symbols and donuts, layer by layer as the page has them. */
import { Path2D as CanvasPath } from '@napi-rs/canvas'
import { drawLabels, type Box } from '../../basemap/labels'
import { paintTile } from '../../basemap/paint'
import { palettes } from '../../basemap/palette'
import { dataZoom, tilePixels, type BaseTiles } from '../../basemap/tiles'
import { colours, type Theme } from '../../colours'
import { clusterAt, type Spot } from '../../columns/cluster'
import { isArea, placeAt, statusAt, typeAt, type Columns } from '../../columns/columns'
import { donutPixels } from '../../symbols'
import { drawDonut, drawSymbol } from '../../symbols-canvas'
import { incidentTypes } from '../../taxonomy'
import type { Text } from '../../text'
import { areasOf, drawAreas, type Ring } from './areas'
import { projection, type MapFrame, type Projection } from './frame'
import { directionOfText, linesOf } from './lines'

/** The same calls as a browser's. */
const NewPath = CanvasPath as unknown as new (d?: string) => Path2D

export type MapPicture = {
  columns: Columns
  /** What passes the filters. */
  rows: Uint32Array
  /** Row of the open incident. */
  open: number | undefined
  theme: Theme
  text: Text
  tiles: BaseTiles
  fonts: { sans: string; serif: string }
  /** The outline of a place by its key: closed rings of degrees; undefined where there is none. */
  outline(key: string): Ring[] | undefined
}

const markerPixels = 34
const openPixels = 46

/** @param origin upper left of the map on the canvas, in device pixels; `ratio` of these make a pixel of the frame */
export async function drawMap(context: CanvasRenderingContext2D, frame: MapFrame, picture: MapPicture, { x: originX, y: originY, ratio }: { x: number; y: number; ratio: number }, keepFree: Box[]) {
  const { columns, rows, open, theme, tiles, fonts } = picture
  const view = projection(frame)
  const { width, height } = frame
  const inks = colours[theme]
  const [labels, land] = await Promise.all([
    tiles.labels({ left: view.left, top: view.top, right: view.left + width, bottom: view.top + height }, view.zoom),
    loadLand(tiles, view, frame),
  ])
  context.save()
  context.beginPath()
  context.rect(originX, originY, width * ratio, height * ratio)
  context.clip()
  context.fillStyle = inks.sea
  context.fillRect(originX, originY, width * ratio, height * ratio)
  for (const { tile, left, top, side } of land) {
    // Whole device pixels, so that neighbours meet without a seam.
    const edge = (value: number, origin: number) => Math.round(origin + value * ratio)
    context.save()
    context.beginPath()
    const [west, north] = [edge(left, originX), edge(top, originY)]
    context.rect(west, north, edge(left + side, originX) - west, edge(top + side, originY) - north)
    context.clip()
    paintTile(context, tile, palettes[theme], view.zoom, { left: originX + left * ratio, top: originY + top * ratio, side: side * ratio }, ratio)
    context.restore()
  }
  context.setTransform(ratio, 0, 0, ratio, originX, originY)
  context.setLineDash([])
  drawAreas(context, areasOf(columns, rows, open), picture, view, frame)

  const spots = spotsIn(picture, view, frame)
  const opened = open === undefined ? undefined : placeAt(columns, open)
  const at = opened && view.nearest(opened.lat, opened.lon)
  const name = at && opened && openName(context, opened.name, at, frame, fonts.sans)
  const boxOf = ({ x, y }: { x: number; y: number }, size: number): Box => [x - size / 2, y - size / 2, x + size / 2, y + size / 2]
  drawLabels(context, labels, {
    zoom: view.zoom, width, height, fonts, palette: palettes[theme], view: [0, 0, width, height],
    taken: [...keepFree, ...spots.map(({ spot, x, y }) => boxOf({ x, y }, spot.total === 1 ? markerPixels : donutPixels(spot.total))), ...(at ? [boxOf(at, openPixels + 14)] : []), ...(name ? [name.box] : [])],
    project({ lat, lon }) {
      const point = view.at(lat, lon)
      return { x: Math.round(point.x), y: Math.round(point.y) }
    },
  })
  context.letterSpacing = '0px'

  const pen = { context, NewPath, colours: inks, shadow: ratio }
  for (const { spot, x, y } of spots) {
    if (spot.total === 1) drawSymbol(pen, typeAt(columns, spot.lead), statusAt(columns, spot.lead), { x, y, size: markerPixels })
    else drawDonut(pen, incidentTypes.map((type, i): [typeof type, number] => [type, spot.counts[i]!]).filter(([, n]) => n > 0), { x, y }, picture.text.number(spot.total), fonts.sans)
  }
  if (at && open !== undefined) {
    drawSymbol(pen, typeAt(columns, open), statusAt(columns, open), { ...at, size: openPixels })
    context.strokeStyle = inks.ink
    context.lineWidth = 2.5
    context.beginPath()
    context.arc(at.x, at.y, openPixels / 2 + 5, 0, 2 * Math.PI)
    context.stroke()
  }
  if (name) {
    const [left, top, right, bottom] = name.box
    context.fillStyle = inks.paperRaised
    context.strokeStyle = inks.lineStrong
    context.lineWidth = 1
    context.beginPath()
    context.roundRect(left, top, right - left, bottom - top, 6)
    context.fill()
    context.stroke()
    context.fillStyle = inks.ink
    context.font = name.font
    context.textBaseline = 'middle'
    context.textAlign = 'center'
    context.direction = directionOfText(name.line)
    context.fillText(name.line, (left + right) / 2, (top + bottom) / 2 + 0.5)
  }
  context.restore()
}

type Land = { tile: NonNullable<Awaited<ReturnType<BaseTiles['load']>>>; left: number; top: number; side: number }

/** The tiles under a frame, with where they lie in it. */
async function loadLand(tiles: BaseTiles, { zoom, left, top }: Projection, { width, height }: MapFrame): Promise<Land[]> {
  const z = Math.max(0, Math.min(Math.round(zoom), dataZoom))
  const side = tilePixels * 2 ** (zoom - z)
  const wanted: Promise<Land | null>[] = []
  for (let x = Math.floor(left / side); x * side < left + width; x++) {
    for (let y = Math.max(0, Math.floor(top / side)); y < 2 ** z && y * side < top + height; y++) {
      wanted.push(tiles.load(z, x, y).then((tile) => tile && { tile, left: x * side - left, top: y * side - top, side }))
    }
  }
  return (await Promise.all(wanted)).filter((one) => one !== null)
}

/** The markers in sight, without those whose area is wider than the frame and without the open incident's own. */
function spotsIn({ columns, rows, open }: MapPicture, view: Projection, { width, height }: MapFrame): { spot: Spot; x: number; y: number }[] {
  return clusterAt(columns, rows, view.zoom).spots.flatMap((spot) => {
    const { x, y } = view.nearest(spot.lat, spot.lon)
    if (x < -markerPixels || y < -markerPixels || x > width + markerPixels || y > height + markerPixels) return []
    if (spot.total === 1) {
      const place = placeAt(columns, spot.lead)!
      if (spot.lead === open || (isArea(place) && view.across(place.lat, place.radiusKm) > width)) return []
    }
    return [{ spot, x, y }]
  })
}

function openName(context: CanvasRenderingContext2D, name: string, { x, y }: { x: number; y: number }, { width, height }: MapFrame, family: string): { box: Box; font: string; line: string } | undefined {
  if (x < 0 || y < 0 || x > width || y > height) return undefined
  const font = `600 14px ${family}`
  context.font = font
  const line = linesOf(context, name, width * 0.4, 1)[0]
  if (!line) return undefined
  const wide = context.measureText(line).width + 16
  const gap = openPixels / 2 + 10
  const left = x + gap + wide < width - 4 ? x + gap : x - gap - wide
  return { box: [left, y - 13, left + wide, y + 13], font, line }
}
