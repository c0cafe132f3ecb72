/**
 * Places wider than a town, as their outline or a bordered circle of their radius, at the zooms where
 * that is larger than a marker. A uniform border is read faster and more correctly than a soft edge.
 */
import L from 'leaflet'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useMap, useMapEvents } from 'react-leaflet/hooks'
import { isArea, type ColumnPlace, type Columns } from '../../lib/columns/columns'
import { incidentTypes } from '../../lib/taxonomy'
import { highlight } from '../highlight'
import { areaPixels, largerThanMarker, nearestCopy } from './sizes'

type Rings = L.LatLngTuple[][][]
const outlines = new Map<string, Promise<Rings | null>>()

const latLngs = (rings: Position[][]): L.LatLngTuple[][] => rings.map((ring) => ring.map(([lon = 0, lat = 0]): L.LatLngTuple => [lat, lon]))
const readOutline = ({ geometry }: { geometry: Polygon | MultiPolygon }): Rings => (geometry.type === 'Polygon' ? [latLngs(geometry.coordinates)] : geometry.coordinates.map(latLngs))

/** An outline of the gazetteer; null where it has none, and the circle stands in. */
function fetchOutline(key: string): Promise<Rings | null> {
  let outline = outlines.get(key)
  if (!outline) {
    outline = fetch(`/api/areas/${encodeURIComponent(key)}`).then((response) => (response.ok ? response.json().then(readOutline) : null)).catch(() => null)
    outlines.set(key, outline)
  }
  return outline
}

type Area = { key: string; place: ColumnPlace; /** A bit per type. */ types: number; rows: number; at: number[] }
/** `wide`: wider than the view, where a tint would colour the whole map and say nothing. */
type Look = { selected: boolean; wide: boolean }

/** Countries and seas take a lighter tint than provinces, which may lie inside them. */
const broadKm = 250
/** More outlines than this tell nothing apart; those with the most incidents stay. */
const mostDrawn = 120

const keyOf = (place: ColumnPlace) => place.area ?? `${place.lat},${place.lon},${place.radiusKm}`

function areasOf({ place, places, type }: Columns, rows: Uint32Array, selected: number | null): Area[] {
  const byKey = new Map<string, Area>()
  const byPlace = new Map<number, Area>()
  const wide = Uint8Array.from(places, (one) => (isArea(one) ? 1 : 0))
  const add = (row: number) => {
    const at = place[row]!
    if (at < 0 || !wide[at]) return
    let area = byPlace.get(at)
    if (!area) {
      const key = keyOf(places[at]!)
      area = byKey.get(key) ?? { key, place: places[at]!, types: 0, rows: 0, at: [] }
      area.at.push(at)
      byKey.set(key, area)
      byPlace.set(at, area)
    }
    area.types |= 1 << type[row]!
    area.rows++
  }
  for (const row of rows) add(row)
  if (selected !== null) add(selected)
  return [...byKey.values()].sort((a, b) => b.rows - a.rows)
}

function styleOf({ types, place }: Area, { selected, wide }: Look): L.PathOptions {
  const only = (types & (types - 1)) === 0 ? incidentTypes[31 - Math.clz32(types)]! : 'mixed'
  return { className: `area type-${only}${selected ? ' is-selected' : ''}${wide ? ' is-wide' : place.radiusKm > broadKm ? ' is-broad' : ''}`, interactive: false }
}

/** Whether the circle around a place meets the view, in the copy of the world that is shown. */
function isInView(map: L.Map, { lat, lon, radiusKm }: ColumnPlace): boolean {
  const bounds = map.getBounds()
  const reach = radiusKm / 111
  const across = reach / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  const at = nearestCopy(map, lon)
  return lat + reach >= bounds.getSouth() && lat - reach <= bounds.getNorth() && at + across >= bounds.getWest() && at - across <= bounds.getEast()
}

type Drawn = { layer: L.Path; area: Area }

export function Areas({ columns, rows, selected }: { columns: Columns; rows: Uint32Array; selected: number | null }) {
  const map = useMap()
  const drawn = useRef(new Map<string, Drawn>())
  const areas = useMemo(() => areasOf(columns, rows, selected), [columns, rows, selected])
  const selectedPlace = selected === null ? undefined : columns.places[columns.place[selected]!]
  const selectedKey = selectedPlace && isArea(selectedPlace) ? keyOf(selectedPlace) : null

  const draw = useCallback(() => {
    const widest = Math.max(map.getSize().x, map.getSize().y)
    const shown = areas.filter(({ key, place }) => largerThanMarker(map, place) && (isInView(map, place) || key === selectedKey)).slice(0, mostDrawn)
    const wanted = new Map(shown.map((area) => {
      const look = { selected: area.key === selectedKey, wide: areaPixels(map, area.place) > widest }
      const turn = nearestCopy(map, area.place.lon) - area.place.lon
      return [`${area.key}|${area.types}|${look.selected}|${look.wide}|${turn}`, { area, look, turn }]
    }))
    for (const [key, { layer }] of drawn.current) {
      if (wanted.has(key)) continue
      layer.remove()
      drawn.current.delete(key)
    }
    for (const [key, { area, look, turn }] of wanted) {
      if (drawn.current.has(key)) continue
      const { lat, lon, radiusKm, area: outlineKey } = area.place
      const circle = L.circle([lat, lon + turn], { radius: radiusKm * 1000, ...styleOf(area, look) })
      drawn.current.set(key, { layer: circle, area })
      if (!outlineKey) {
        circle.addTo(map)
        continue
      }
      void fetchOutline(outlineKey).then((outline) => {
        if (drawn.current.get(key)?.layer !== circle) return
        const moved = turn && outline ? outline.map((rings) => rings.map((ring) => ring.map(([y, x]): L.LatLngTuple => [y, x + turn]))) : outline
        const layer = moved ? L.polygon(moved, styleOf(area, look)) : circle
        drawn.current.set(key, { layer, area })
        layer.addTo(map)
      })
    }
  }, [map, areas, selectedKey])

  useMapEvents({ moveend: draw })
  useEffect(function drawAreas() {
    draw()
  }, [draw])
  useEffect(function lightUp() {
    let lit: Element | undefined
    return highlight.subscribe((row) => {
      lit?.classList.remove('is-lit')
      const at = row === null ? -1 : columns.place[row]!
      lit = at < 0 ? undefined : [...drawn.current.values()].find(({ area }) => area.at.includes(at))?.layer.getElement()
      lit?.classList.add('is-lit')
    })
  }, [columns])
  useEffect(function removeAll() {
    const layers = drawn.current
    return () => {
      for (const { layer } of layers.values()) layer.remove()
      layers.clear()
    }
  }, [])
  return null
}
