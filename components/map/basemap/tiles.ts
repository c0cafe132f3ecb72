/** Reads public/basemap.pmtiles by byte ranges; each tile is decoded once into paths and labels. */
import { Archive } from './archive'
import { basemapVersion } from './version'
import { drawGeometry, readTile, type Pen } from './vector-tile'

export const dataZoom = 6
const keep = 160

export type Label = { name: string; kind: 'country' | 'sea' | 'capital' | 'town'; first: number; last: number; weight: number; lon: number; lat: number }
/** Paths in tile units, `extent` to a side. */
export type BaseTile = { extent: number; land: Path2D; coast: Path2D; rivers: Path2D; provinces: Path2D; borders: Path2D; disputed: Path2D; labels: Label[] }

let archive: Archive | undefined
const tiles = new Map<string, Promise<BaseTile | null>>()

const line = (path: Path2D): Pen => ({ moveTo: (x, y) => path.moveTo(x, y), lineTo: (x, y) => path.lineTo(x, y), closePath: () => path.closePath() })

/** The shore without the cut Natural Earth makes along ±180°, which lies exactly on the edge of a tile. */
function shore(path: Path2D, extent: number): Pen {
  let [startX, startY, lastX] = [0, 0, 0]
  const to = (x: number, y: number) => {
    if (x === lastX && (x === 0 || x === extent)) path.moveTo(x, y)
    else path.lineTo(x, y)
    lastX = x
  }
  return {
    moveTo(x, y) {
      path.moveTo(x, y)
      ;[startX, startY, lastX] = [x, y, x]
    },
    lineTo: to,
    closePath: () => to(startX, startY),
  }
}

/** Tile units → degrees (spherical Mercator). */
function degrees(z: number, x: number, y: number, extent: number, px: number, py: number): { lon: number; lat: number } {
  const size = extent * 2 ** z
  const turn = Math.PI * (1 - (2 * (y * extent + py)) / size)
  return { lon: ((x * extent + px) * 360) / size - 180, lat: (Math.atan(Math.sinh(turn)) * 180) / Math.PI }
}

function decode(bytes: Uint8Array, z: number, x: number, y: number): BaseTile {
  const tile: BaseTile = { extent: 4096, land: new Path2D(), coast: new Path2D(), rivers: new Path2D(), provinces: new Path2D(), borders: new Path2D(), disputed: new Path2D(), labels: [] }
  for (const { name, extent, features } of readTile(bytes)) {
    tile.extent = extent
    for (const { properties, geometry } of features) {
      if (name === 'labels') {
        const point = (px: number, py: number) => tile.labels.push({ name: String(properties.n), kind: properties.k as Label['kind'], first: Number(properties.z), last: Number(properties.x), weight: Number(properties.w), ...degrees(z, x, y, extent, px, py) })
        drawGeometry(geometry, { moveTo: point, lineTo: point, closePath: () => {} })
      } else if (name === 'land') {
        drawGeometry(geometry, line(tile.land))
        drawGeometry(geometry, shore(tile.coast, extent))
      } else if (name === 'rivers') drawGeometry(geometry, line(tile.rivers))
      else if (name === 'provinces') drawGeometry(geometry, line(tile.provinces))
      else if (name === 'borders') drawGeometry(geometry, line(properties.d ? tile.disputed : tile.borders))
    }
  }
  return tile
}

async function fetchTile(z: number, x: number, y: number): Promise<BaseTile | null> {
  archive ??= new Archive(`/basemap.pmtiles?v=${basemapVersion}`)
  const bytes = await archive.tile(z, x, y)
  return bytes ? decode(bytes, z, x, y) : null
}

/** A tile of the archive (z ≤ `dataZoom`); null where there is only sea. A tile that failed is asked for again next time. */
export function loadTile(z: number, x: number, y: number): Promise<BaseTile | null> {
  const n = 2 ** z
  const wrapped = ((x % n) + n) % n
  const key = `${z}/${wrapped}/${y}`
  let tile = tiles.get(key)
  if (!tile) {
    tile = fetchTile(z, wrapped, y)
    tile.catch(() => tiles.delete(key))
    tiles.set(key, tile)
    const oldest = tiles.keys().next().value
    if (tiles.size > keep && oldest !== undefined) tiles.delete(oldest)
  }
  return tile
}
