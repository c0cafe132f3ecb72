/**
 * Places wider than a town, as their outline or a bordered circle of their radius, at the zooms where
 * that is larger than a marker. A uniform border is read faster and more correctly than a soft edge.
 */
import L from 'leaflet'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useMap, useMapEvents } from 'react-leaflet/hooks'
import { isArea, type PlacedItem } from '../incidents'
import { areaPixels, largerThanMarker } from './markers'

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

/** `wide`: wider than the view, where a tint would colour the whole map and say nothing. */
type Look = { selected: boolean; wide: boolean }
type Area = { key: string; item: PlacedItem; types: Set<string>; ids: string[] }

function styleOf(area: Area, { selected, wide }: Look): L.PathOptions {
  const one = area.types.size === 1 ? [...area.types][0]! : 'mixed'
  return { className: `area type-${one}${selected ? ' is-selected' : ''}${wide ? ' is-wide' : area.item.place.radiusKm > broadKm ? ' is-broad' : ''}`, interactive: false }
}

/** Countries and seas take a lighter tint than provinces, which may lie inside them. */
const broadKm = 250

const isWide = (map: L.Map, area: Area) => areaPixels(map, area.item) > Math.max(map.getSize().x, map.getSize().y)

function circle(area: Area, look: Look): L.Path {
  const { lat, lon, radiusKm } = area.item.place
  return L.circle([lat, lon], { radius: radiusKm * 1000, ...styleOf(area, look) })
}

export function Areas({ items, selected }: { items: PlacedItem[]; selected: PlacedItem | null }) {
  const map = useMap()
  const drawn = useRef(new Map<string, L.Layer>())
  const areas = useMemo(() => {
    const byKey = new Map<string, Area>()
    for (const item of selected ? [...items, selected] : items) {
      if (!isArea(item.place)) continue
      const key = item.place.area ?? `${item.place.lat},${item.place.lon},${item.place.radiusKm}`
      const area = byKey.get(key)
      if (area) {
        area.types.add(item.type)
        area.ids.push(item.id)
      } else byKey.set(key, { key, item, types: new Set([item.type]), ids: [item.id] })
    }
    return [...byKey.values()]
  }, [items, selected])
  const selectedKey = selected && isArea(selected.place) ? selected.place.area ?? `${selected.place.lat},${selected.place.lon},${selected.place.radiusKm}` : null

  const show = useCallback((layer: L.Path, area: Area) => {
    layer.addTo(map)
    const path = layer.getElement()
    if (path instanceof SVGElement) path.dataset.incidents = area.ids.join(' ')
  }, [map])

  const draw = useCallback(() => {
    const wanted = new Map(areas.filter((area) => largerThanMarker(map, area.item)).map((area) => [`${area.key}|${[...area.types].sort().join()}|${area.key === selectedKey}|${isWide(map, area)}`, area]))
    for (const [key, layer] of drawn.current) {
      if (wanted.has(key)) continue
      layer.remove()
      drawn.current.delete(key)
    }
    for (const [key, area] of wanted) {
      if (drawn.current.has(key)) continue
      const look = { selected: area.key === selectedKey, wide: isWide(map, area) }
      const first = circle(area, look)
      const { area: outlineKey } = area.item.place
      drawn.current.set(key, first)
      if (!outlineKey) {
        show(first, area)
        continue
      }
      void fetchOutline(outlineKey).then((outline) => {
        if (drawn.current.get(key) !== first) return
        const layer = outline ? L.polygon(outline, styleOf(area, look)) : first
        drawn.current.set(key, layer)
        show(layer, area)
      })
    }
  }, [map, areas, selectedKey, show])

  useMapEvents({ zoomend: draw })
  useEffect(function drawAreas() {
    draw()
  }, [draw])
  useEffect(function removeAll() {
    const layers = drawn.current
    return () => {
      for (const layer of layers.values()) layer.remove()
      layers.clear()
    }
  }, [])
  return null
}
