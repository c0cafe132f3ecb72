'use client'
/** The map: basemap, areas, markers and the popup, each a small component over plain Leaflet. */
import L from 'leaflet'
import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { AttributionControl } from 'react-leaflet/AttributionControl'
import { useMap, useMapEvents } from 'react-leaflet/hooks'
import { MapContainer } from 'react-leaflet/MapContainer'
import { Popup } from 'react-leaflet/Popup'
import { ScaleControl } from 'react-leaflet/ScaleControl'
import { ZoomControl } from 'react-leaflet/ZoomControl'
import { roundPosition, type MapPosition } from '../../lib/view'
import { FocusOnOpen } from '../focus-on-open'
import type { ItemPlace, PlacedItem } from '../incidents'
import { isArea } from '../incidents'
import { Areas } from './areas'
import { BasemapLayers, maxZoomOf, type Basemap } from './basemap/basemap'
import type { Theme } from '../../lib/colours'
import { firstView, type Frame } from '../../lib/first-view'
import { Markers } from './markers'

export type MapView = { position: MapPosition; shows(place: ItemPlace): boolean }

export type MapProps = {
  items: PlacedItem[]
  selected: PlacedItem | null
  initial: MapPosition | null
  position: MapPosition | null
  /** Changes when the history set the view and the map has to follow. */
  restored: number
  small: boolean
  theme: Theme
  basemap: Basemap
  onMove(view: MapView, byHand: boolean): void
  onOpen(id: string): void
  onStack(ids: string[], at: { lat: number; lon: number }): void
  popup: ReactNode
  popupAt: { lat: number; lon: number } | null
  onClosePopup(): void
}

/** The room for the map, measured before there is one, so that it opens where it stays. */
function frame(small: boolean): Frame {
  const { width = 800, height = 600 } = document.querySelector('.stage')?.getBoundingClientRect() ?? {}
  return { width, height, ...(small ? { side: 36, top: 36, bottom: 48 } : { side: 80, top: 72, bottom: 56 }) }
}

function viewOf(map: L.Map): MapView {
  const { lat, lng } = map.getCenter()
  const bounds = map.getBounds()
  return {
    position: roundPosition({ zoom: map.getZoom(), lat: Math.max(-90, Math.min(90, lat)), lon: lng }),
    shows(place) {
      const reach = isArea(place) ? place.radiusKm / 111 : 0
      const wide = reach / Math.max(0.2, Math.cos((place.lat * Math.PI) / 180))
      if (place.lat + reach < bounds.getSouth() || place.lat - reach > bounds.getNorth()) return false
      return [-360, 0, 360].some((turn) => place.lon + turn + wide >= bounds.getWest() && place.lon + turn - wide <= bounds.getEast())
    },
  }
}

/** Tells the page where the map is; follows the history. */
function Position({ position, restored, onMove }: Pick<MapProps, 'position' | 'restored' | 'onMove'>) {
  const map = useMap()
  const byItself = useRef(false)

  useMapEvents({
    moveend() {
      onMove(viewOf(map), !byItself.current)
      byItself.current = false
    },
    resize() {
      onMove(viewOf(map), false)
    },
  })
  useEffect(function nameTheMap() {
    const container = map.getContainer()
    container.setAttribute('role', 'region')
    container.setAttribute('aria-label', 'Map. Arrow keys move it, plus and minus zoom.')
    onMove(viewOf(map), false)
  }, [map, onMove])
  useEffect(function followHistory() {
    if (!restored || !position) return
    const { zoom, lat, lon } = position
    const now = viewOf(map).position
    if (now.zoom === zoom && now.lat === lat && now.lon === lon) return
    byItself.current = true
    map.setView([lat, lon], zoom, { animate: false })
    byItself.current = false
    // A new position without a restore comes from the map itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, restored])
  return null
}

/** Brings what was opened into sight without changing the zoom. */
function ShowOpened({ lat, lon, small }: { lat: number; lon: number; small: boolean }) {
  const map = useMap()
  useEffect(function comeIntoSight() {
    const at = L.latLng(lat, lon)
    const { x, y } = map.latLngToContainerPoint(at)
    const size = map.getSize()
    const low = small ? size.y * 0.44 : size.y
    if (x > 30 && y > 30 && x < size.x - 30 && y < low - 30) return
    // On a phone the sheet covers the lower half: the place belongs into the upper.
    map.panTo(map.unproject(map.project(at).add([0, small ? size.y * 0.28 : 0])))
  }, [map, lat, lon, small])
  return null
}

/** Drawn anew only when it shows something else: each drawing pans the map to it, which would fight with whoever drags the map. */
const DetailPopup = memo(function DetailPopup({ lat, lon, children, onClose }: { lat: number; lon: number; children: ReactNode; onClose(): void }) {
  const position = useMemo(() => L.latLng(lat, lon), [lat, lon])
  const popup = useRef<L.Popup>(null)
  // "2 more reports" opened: Leaflet measures a popup only when it is told to. The event does not bubble, so it is caught on its way down.
  const refit = useCallback((element: HTMLElement | null) => {
    const measure = () => popup.current?.update()
    element?.addEventListener('toggle', measure, true)
    return () => element?.removeEventListener('toggle', measure, true)
  }, [])
  return (
    <Popup ref={popup} position={position} offset={popupOffset} closeButton={false} closeOnEscapeKey={false} autoClose={false} closeOnClick={false} minWidth={320} maxWidth={380} maxHeight={520} autoPanPadding={popupMargin} className="incident-popup">
      <div role="dialog" aria-labelledby="incident-title" ref={refit} onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}>
        <FocusOnOpen>{children}</FocusOnOpen>
      </div>
    </Popup>
  )
})

const popupOffset = L.point(0, -10)
const popupMargin = L.point(24, 24)

export default function IncidentMap(props: MapProps) {
  const { items, selected, initial, small, theme, basemap, onOpen, onStack, popup, popupAt, onClosePopup } = props
  const [start] = useState(() => initial ?? firstView((selected ? [selected] : items).map(({ place }) => place), frame(small)))
  return (
    <MapContainer center={[start.lat, start.lon]} zoom={start.zoom} minZoom={1} maxZoom={maxZoomOf(basemap)} zoomControl={false} attributionControl={false} worldCopyJump maxBounds={[[-86, -720], [86, 720]]} maxBoundsViscosity={1} className="map">
      <AttributionControl position="bottomright" prefix={false} />
      <ZoomControl position="topright" />
      {small ? null : <ScaleControl position="bottomright" imperial={false} maxWidth={90} />}
      <BasemapLayers basemap={basemap} theme={theme} />
      <Position {...props} />
      <Areas items={items} selected={selected} />
      <Markers items={items} selected={selected} onOpen={onOpen} onStack={onStack} />
      {popupAt ? <ShowOpened lat={popupAt.lat} lon={popupAt.lon} small={small} /> : null}
      {popup && popupAt ? <DetailPopup key={selected?.id ?? `${popupAt.lat},${popupAt.lon}`} lat={popupAt.lat} lon={popupAt.lon} onClose={onClosePopup}>{popup}</DetailPopup> : null}
    </MapContainer>
  )
}
