/** Reads public/basemap.pmtiles by byte ranges; each tile is decoded once into paths and labels. */
import type { Point } from 'geojson'
import { VectorTile } from '@mapbox/vector-tile'
import Pbf from 'pbf'
import { PMTiles } from 'pmtiles'
import { basemapVersion } from './version'

export const dataZoom = 6
const keep = 160

export type Label = { name: string; kind: 'country' | 'sea' | 'capital' | 'town'; first: number; last: number; weight: number; lon: number; lat: number }
/** Paths in tile units, `extent` to a side. */
export type BaseTile = { extent: number; land: Path2D; coast: Path2D; rivers: Path2D; provinces: Path2D; borders: Path2D; disputed: Path2D; labels: Label[] }
type Rings = { x: number; y: number }[][]

let archive: PMTiles | undefined
const tiles = new Map<string, Promise<BaseTile | null>>()

function trace(path: Path2D, rings: Rings, close: boolean) {
  for (const ring of rings) {
    ring.forEach((p, i) => (i ? path.lineTo(p.x, p.y) : path.moveTo(p.x, p.y)))
    if (close) path.closePath()
  }
}

/** The shore without the cut Natural Earth makes along ±180°, which lies exactly on the edge of a tile. */
function traceCoast(path: Path2D, rings: Rings, extent: number) {
  for (const ring of rings) {
    ring.forEach((p, i) => {
      const before = ring[i - 1]
      const seam = before !== undefined && before.x === p.x && (p.x === 0 || p.x === extent)
      if (!before || seam) path.moveTo(p.x, p.y)
      else path.lineTo(p.x, p.y)
    })
  }
}

function decode(bytes: ArrayBuffer, z: number, x: number, y: number): BaseTile {
  const source = new VectorTile(new Pbf(bytes))
  const tile: BaseTile = { extent: 4096, land: new Path2D(), coast: new Path2D(), rivers: new Path2D(), provinces: new Path2D(), borders: new Path2D(), disputed: new Path2D(), labels: [] }
  for (const [name, layer] of Object.entries(source.layers)) {
    tile.extent = layer.extent
    for (let i = 0; i < layer.length; i++) {
      const feature = layer.feature(i)
      const { properties } = feature
      if (name === 'labels') {
        const [lon, lat] = (feature.toGeoJSON(x, y, z).geometry as Point).coordinates as [number, number]
        tile.labels.push({ name: String(properties.n), kind: properties.k as Label['kind'], first: Number(properties.z), last: Number(properties.x), weight: Number(properties.w), lon, lat })
        continue
      }
      const rings = feature.loadGeometry()
      if (name === 'land') {
        trace(tile.land, rings, true)
        traceCoast(tile.coast, rings, layer.extent)
      } else if (name === 'rivers') trace(tile.rivers, rings, false)
      else if (name === 'provinces') trace(tile.provinces, rings, false)
      else if (name === 'borders') trace(properties.d ? tile.disputed : tile.borders, rings, false)
    }
  }
  return tile
}

async function fetchTile(z: number, x: number, y: number): Promise<BaseTile | null> {
  archive ??= new PMTiles(`/basemap.pmtiles?v=${basemapVersion}`)
  const found = await archive.getZxy(z, x, y)
  return found ? decode(found.data, z, x, y) : null
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
