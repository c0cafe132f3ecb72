/**
 * Where the map opens when a link does not say: on the incidents shown, as near as they allow. When they lie too far apart
 * for the screen (the whole world on a phone), on as many as fit at a zoom where a map can still be read.
 */
import { latOf, lonOf, mercatorX, mercatorY } from './columns/columns'
import type { MapPosition } from './view'

type Spot = { lat: number; lon: number; radiusKm: number }
/** Pixels of the map, and how many of them at each side should stay free of incidents. */
export type Frame = {
  width: number
  height: number
  side: number
  top: number
  bottom: number
  /** The least zoom (2) and its steps (1), where a picture may do otherwise. */
  leastZoom?: number
  step?: number
}

const usualLeast = 2
const mostZoom = 7
/** Nobody is surprised by what lies south of this: Antarctica need not fill the view. */
const southernmost = -60
const fallback: MapPosition = { zoom: usualLeast, lat: 25, lon: 15 }

type Box = { west: number; east: number; north: number; south: number }

function boxOf({ lat, lon, radiusKm }: Spot, alone: boolean): Box {
  // A country among many places need not fit in whole.
  const degrees = (alone ? radiusKm : Math.min(radiusKm, 100)) / 111
  const wide = degrees / Math.max(0.2, Math.cos((lat * Math.PI) / 180)) / 360
  return { west: mercatorX(lon) - wide, east: mercatorX(lon) + wide, north: mercatorY(lat + degrees), south: mercatorY(lat - degrees) }
}

const around = (boxes: Box[]): Box => boxes.reduce((all, box) => ({
  west: Math.min(all.west, box.west), east: Math.max(all.east, box.east), north: Math.min(all.north, box.north), south: Math.max(all.south, box.south),
}))

/** From west to east, beginning after the widest empty stretch, so that Fiji and Samoa are neighbours. */
function unrolled(boxes: Box[]): Box[] {
  const sorted = [...boxes].sort((a, b) => a.west - b.west)
  let cut = 0
  let widest = sorted[0]!.west + 1 - sorted.at(-1)!.west
  for (let i = 1; i < sorted.length; i++) {
    const gap = sorted[i]!.west - sorted[i - 1]!.west
    if (gap > widest) [widest, cut] = [gap, i]
  }
  return [...sorted.slice(cut), ...sorted.slice(0, cut).map((box) => ({ ...box, west: box.west + 1, east: box.east + 1 }))]
}

/** The most boxes within a stretch of the equator; `boxes` unrolled. */
function densest(boxes: Box[], width: number): Box[] {
  const twice = [...boxes, ...boxes.map((box) => ({ ...box, west: box.west + 1, east: box.east + 1 }))]
  let best = [0, 1] as [number, number]
  let from = 0
  twice.forEach((box, i) => {
    while (from < i && box.east - twice[from]!.west > width) from++
    if (i + 1 - from > best[1] - best[0]) best = [from, i + 1]
  })
  return twice.slice(...best)
}

export function firstView(spots: Spot[], { width, height, side, top, bottom, leastZoom = usualLeast, step = 1 }: Frame): MapPosition {
  if (!spots.length) return { ...fallback, zoom: leastZoom }
  const room = { x: Math.max(1, width - 2 * side), y: Math.max(1, height - top - bottom) }
  const boxes = unrolled(spots.map((spot) => boxOf(spot, spots.length === 1)))
  const fits = (box: Box) => Math.floor(Math.min(Math.log2(room.x / 256 / (box.east - box.west)), Math.log2(room.y / 256 / (box.south - box.north))) / step) * step
  let box = around(boxes)
  const zoom = Math.max(leastZoom, Math.min(mostZoom, fits(box)))
  const world = 256 * 2 ** zoom
  if (box.east - box.west > room.x / world) box = around(densest(boxes, room.x / world))
  const half = height / world / 2
  let middle = (box.north + box.south) / 2 - (top - bottom) / world / 2
  middle = Math.min(middle, Math.max(mercatorY(southernmost), box.south) - half)
  middle = Math.max(middle, half)
  // A world smaller than the view is shown from its top down.
  return { zoom, lat: Math.max(-85, Math.min(85, latOf(Math.min(1, middle)))), lon: lonOf((box.west + box.east) / 2) }
}
