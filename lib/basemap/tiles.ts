/**
 * Tiles of the basemap's archive, each decoded once into paths and labels. Runs in the browser and on the server alike:
 * the archive's bytes and the class of paths are given.
 */
import { latOf } from '../columns/columns'
import type { Archive } from './archive'
import { drawGeometry, readTile, type Pen } from './vector-tile'

export const dataZoom = 6
export const tilePixels = 256
const keep = 160

type Label = { name: string; kind: 'country' | 'sea' | 'capital' | 'town'; first: number; last: number; weight: number; lon: number; lat: number }
/** A label and the copy of the world it stands in. */
export type PlacedLabel = Label & { world: number }
/** Pixels of the world at a zoom (256 · 2^zoom to a side), from its north-western corner. */
export type PixelBounds = { left: number; top: number; right: number; bottom: number }
/** Paths in tile units, `extent` to a side. */
export type BaseTile = { extent: number; land: Path2D; coast: Path2D; rivers: Path2D; provinces: Path2D; borders: Path2D; disputed: Path2D; labels: Label[] }

/** A browser's Path2D, or that of @napi-rs/canvas, which takes the same calls. */
type NewPath = new () => Path2D

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
  return { lon: ((x * extent + px) * 360) / size - 180, lat: latOf((y * extent + py) / size) }
}

function decode(bytes: Uint8Array, z: number, x: number, y: number, NewPath: NewPath): BaseTile {
  const tile: BaseTile = { extent: 4096, land: new NewPath(), coast: new NewPath(), rivers: new NewPath(), provinces: new NewPath(), borders: new NewPath(), disputed: new NewPath(), labels: [] }
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

export class BaseTiles {
  private readonly kept = new Map<string, Promise<BaseTile | null>>()

  constructor(private readonly archive: Archive, private readonly NewPath: NewPath) {}

  /**
   * A tile of the archive (z ≤ `dataZoom`); null where there is only sea. `x` may lie in a copy of the world.
   * A tile that failed is asked for again next time.
   */
  load(z: number, x: number, y: number): Promise<BaseTile | null> {
    const n = 2 ** z
    const wrapped = ((x % n) + n) % n
    const key = `${z}/${wrapped}/${y}`
    let tile = this.kept.get(key)
    if (!tile) {
      tile = this.archive.tile(z, wrapped, y).then((bytes) => (bytes ? decode(bytes, z, wrapped, y, this.NewPath) : null))
      tile.catch(() => this.kept.delete(key))
      this.kept.set(key, tile)
      const oldest = this.kept.keys().next().value
      if (this.kept.size > keep && oldest !== undefined) this.kept.delete(oldest)
    }
    return tile
  }

  /** Every label of the tiles that touch a view, with the copy of the world (0, ±1, …) it lies in; a tile that fails leaves its names out. */
  async labels({ left, top, right, bottom }: PixelBounds, zoom: number): Promise<PlacedLabel[]> {
    const z = Math.min(Math.floor(zoom), dataZoom)
    const unit = tilePixels * 2 ** (zoom - z)
    const wanted: Promise<PlacedLabel[]>[] = []
    for (let x = Math.floor(left / unit); x <= Math.floor(right / unit); x++) {
      for (let y = Math.max(0, Math.floor(top / unit)); y <= Math.min(2 ** z - 1, Math.floor(bottom / unit)); y++) {
        const world = Math.floor(x / 2 ** z)
        wanted.push(this.load(z, x, y).then((tile) => (tile?.labels ?? []).map((label) => ({ ...label, world })), () => []))
      }
    }
    return (await Promise.all(wanted)).flat()
  }
}
