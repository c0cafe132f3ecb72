import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'

/**
 * The outline of a wide place as a GeoJSON feature.
 * @param rings closed rings of `[lon, lat]`; outer ones counter-clockwise, each followed by its holes, clockwise
 */
export function toAreaFeature(key: string, rings: Position[][]): Feature<Polygon | MultiPolygon, { area: string }> {
  const polygons: Position[][][] = []
  for (const ring of rings) {
    const last = polygons.at(-1)
    if (last && !isCounterClockwise(ring)) last.push(ring)
    else polygons.push([ring])
  }
  const [only, ...more] = polygons
  const geometry: Polygon | MultiPolygon = only && !more.length ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons }
  return { type: 'Feature', id: key, geometry, properties: { area: key } }
}

/** By the shoelace formula. */
function isCounterClockwise(ring: Position[]): boolean {
  let area = 0
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1]!
    const [x1 = 0, y1 = 0] = ring[i]!
    area += x0 * y1 - x1 * y0
  }
  return area > 0
}
