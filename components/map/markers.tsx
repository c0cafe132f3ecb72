/** The symbols and donuts of what is in view; only these are in the page, and they stay while what they show changes. */
import L from 'leaflet'
import { useCallback, useEffect, useRef } from 'react'
import { useMap, useMapEvents } from 'react-leaflet/hooks'
import { isArea, placeAt, shownLat, type Columns } from '../../lib/columns/columns'
import type { Spot } from '../../lib/columns/cluster'
import { incidentTypes } from '../../lib/taxonomy'
import { highlight } from '../highlight'
import { useText } from '../text'
import { clusteringOf } from './clusterings'
import { MarkerButton } from './marker-button'
import { areaPixels, nearestCopy } from './sizes'

const margin = 0.15
const restMs = 100

type Props = {
  columns: Columns
  rows: Uint32Array
  /** The row of the open incident, which is drawn on its own above all others. */
  selected: number | null
  onOpen(row: number): void
  /** A spot that cannot come apart by zooming, by the first of its rows. */
  onStack(lead: number): void
}
type Drawn = { marker: L.Marker; icon: MarkerButton; spot: Spot }

export function Markers({ columns, rows, selected, onOpen, onStack }: Props) {
  const map = useMap()
  const text = useText()
  const drawn = useRef(new Map<string, Drawn>())
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const actions = useRef({ onOpen, onStack })
  useEffect(function keepActions() {
    actions.current = { onOpen, onStack }
  })

  const draw = useCallback(() => {
    const wanted = spotsInView(map, columns, rows, selected)
    const focused = document.activeElement instanceof HTMLElement && document.activeElement.classList.contains('marker') ? Number(document.activeElement.dataset.row) : null
    for (const [key, { marker }] of drawn.current) {
      if (wanted.has(key)) continue
      marker.remove()
      drawn.current.delete(key)
    }
    for (const [key, spot] of wanted) {
      const at = L.latLng(spot.lat, nearestCopy(map, spot.lon))
      const there = drawn.current.get(key)
      if (there) {
        if (!there.marker.getLatLng().equals(at)) there.marker.setLatLng(at)
        there.spot = spot
        there.icon.show(text, columns, spot)
        continue
      }
      const icon: MarkerButton = new MarkerButton(() => press(map, drawn.current.get(key)?.spot ?? spot, actions.current))
      icon.show(text, columns, spot)
      icon.button.classList.toggle('is-selected', key === selectedKey)
      const marker = L.marker(at, { icon, keyboard: false, riseOnHover: true, zIndexOffset: key === selectedKey ? 1000 : spot.total === 1 ? 400 : 0 }).addTo(map)
      drawn.current.set(key, { marker, icon, spot })
    }
    // Opening a marker draws it anew as the selected one, zooming all of them: the keyboard goes along.
    if (focused !== null && document.activeElement === document.body) standsFor(drawn.current, columns, focused)?.icon.button.focus({ preventScroll: true })
    map.fire('markersdrawn')
    clearTimeout(resting.current)
    resting.current = setTimeout(() => {
      for (const { icon } of drawn.current.values()) icon.rest()
    }, restMs)
  }, [map, text, columns, rows, selected])

  useMapEvents({ moveend: draw, resize: draw })
  useEffect(function drawMarkers() {
    draw()
  }, [draw])
  useEffect(function removeAll() {
    const markers = drawn.current
    return () => {
      clearTimeout(resting.current)
      for (const { marker } of markers.values()) marker.remove()
      markers.clear()
    }
  }, [])
  useEffect(function lightUp() {
    let lit: HTMLElement | undefined
    return highlight.subscribe((row) => {
      lit?.classList.remove('is-lit')
      lit = row === null ? undefined : standsFor(drawn.current, columns, row)?.icon.button
      lit?.classList.add('is-lit')
    })
  }, [columns])
  useEffect(function pointAtRows() {
    const pane = map.getPane('markerPane')!
    const on = (event: Event) => {
      const marker = event.target instanceof Element ? event.target.closest<HTMLElement>('.marker[data-incident]') : null
      highlight.set(marker ? Number(marker.dataset.row) : null)
    }
    const off = () => highlight.set(null)
    const events = [['pointerover', on], ['focusin', on], ['pointerleave', off], ['focusout', off]] as const
    for (const [name, listener] of events) pane.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of events) pane.removeEventListener(name, listener)
    }
  }, [map])
  return null
}

const selectedKey = 'selected'

function spotsInView(map: L.Map, columns: Columns, rows: Uint32Array, selected: number | null): Map<string, Spot> {
  const zoom = Math.round(map.getZoom())
  const bounds = map.getBounds().pad(margin)
  const wanted = new Map<string, Spot>()
  for (const spot of clusteringOf(columns, rows, zoom).spots) {
    if (spot.total === 1 && spot.lead === selected) continue
    if (!bounds.contains([shownLat(spot.lat), nearestCopy(map, spot.lon)])) continue
    const only = spot.places.length === 1 ? columns.places[spot.places[0]!]! : undefined
    // An area wider than the whole view has no point worth showing: its outline and the list tell of it.
    if (only && spot.total === 1 && isArea(only) && areaPixels(map, only) > map.getSize().x) continue
    // Its first place names a spot, so that the marker stays while a brush changes what it counts.
    wanted.set(`${zoom}:${spot.places[0]}`, spot)
  }
  if (selected !== null) {
    const place = placeAt(columns, selected)
    if (place) wanted.set(selectedKey, { lead: selected, total: 1, lat: place.lat, lon: place.lon, counts: Uint32Array.from(incidentTypes, (_, i) => (i === columns.type[selected] ? 1 : 0)), places: [columns.place[selected]!], bounds: { west: place.lon, east: place.lon, south: place.lat, north: place.lat } })
  }
  return wanted
}

/** The marker a row is part of. */
function standsFor(drawn: Map<string, Drawn>, columns: Columns, row: number): Drawn | undefined {
  const place = columns.place[row]!
  for (const one of drawn.values()) if (one.spot.places.includes(place) && (one.spot.total > 1 || one.spot.lead === row)) return one
  return undefined
}

function press(map: L.Map, spot: Spot, { onOpen, onStack }: Pick<Props, 'onOpen' | 'onStack'>) {
  if (spot.total === 1) return onOpen(spot.lead)
  const last = map.getMaxZoom()
  if (spot.places.length === 1 || map.getZoom() >= last) return onStack(spot.lead)
  const { west, south, east, north } = spot.bounds
  const turn = nearestCopy(map, spot.lon) - spot.lon
  const bounds = L.latLngBounds([south, west + turn], [north, east + turn])
  const nearest = map.getBoundsZoom(bounds, false, L.point(120, 120))
  map.setView(bounds.getCenter(), Math.max(map.getZoom() + 1, Math.min(last, nearest)))
}
