'use client'
/** The map: basemap, areas, markers and the popup, each a small component over plain Leaflet. */
import { useState, type ReactNode } from 'react'
import { AttributionControl } from 'react-leaflet/AttributionControl'
import { MapContainer } from 'react-leaflet/MapContainer'
import { ScaleControl } from 'react-leaflet/ScaleControl'
import { ZoomControl } from 'react-leaflet/ZoomControl'
import type { Theme } from '../../lib/colours'
import { placeAt, type Columns } from '../../lib/columns/columns'
import { firstView, type Frame } from '../../lib/first-view'
import type { MapPosition } from '../../lib/view'
import { useText } from '../text'
import { Areas } from './areas'
import { BasemapLayers, maxZoomOf, type Basemap } from './basemap/basemap'
import { Candidate, type CandidatePlace } from './candidate'
import { Markers } from './markers'
import { DetailPopup, ShowOpened } from './popup'
import { Position, type MapView } from './position'

export type MapProps = {
  /** Null until they have come: a link with a position shows its map before. */
  columns: Columns | null
  rows: Uint32Array
  /** The row of the open incident, when it has a place. */
  selected: number | null
  initial: MapPosition | null
  position: MapPosition | null
  restored: number
  small: boolean
  theme: Theme
  basemap: Basemap
  candidate: CandidatePlace | null
  onMove(view: MapView, byHand: boolean): void
  onOpen(row: number): void
  onStack(lead: number): void
  popup: ReactNode
  popupAt: { lat: number; lon: number } | null
  onClosePopup(): void
}

/** The room for the map, measured before there is one, so that it opens where it stays. */
function frame(small: boolean): Frame {
  const { width = 800, height = 600 } = document.querySelector('.stage')?.getBoundingClientRect() ?? {}
  return { width, height, ...(small ? { side: 36, top: 36, bottom: 48 } : { side: 80, top: 72, bottom: 56 }) }
}

function startOf({ initial, columns, rows, selected, small }: MapProps): MapPosition {
  if (initial) return initial
  const shown = selected === null ? rows : [selected]
  const places = columns ? [...new Set(Array.from(shown, (row) => columns.place[row]!))].flatMap((at) => columns.places[at] ?? []) : []
  return firstView(places, frame(small))
}

export default function IncidentMap(props: MapProps) {
  const { columns, rows, selected, small, theme, basemap, candidate, onOpen, onStack, popup, popupAt, onClosePopup } = props
  const { t } = useText()
  const [start] = useState(() => startOf(props))
  const place = columns && selected !== null ? placeAt(columns, selected) : undefined
  return (
    <MapContainer center={[start.lat, start.lon]} zoom={start.zoom} minZoom={1} maxZoom={maxZoomOf(basemap)} zoomControl={false} attributionControl={false} worldCopyJump maxBounds={[[-86, -720], [86, 720]]} maxBoundsViscosity={1} className="map">
      <AttributionControl position="bottomright" prefix={false} />
      <ZoomControl position="topright" zoomInTitle={t('map.zoomIn')} zoomOutTitle={t('map.zoomOut')} />
      {small ? null : <ScaleControl position="bottomright" imperial={false} maxWidth={90} />}
      <BasemapLayers basemap={basemap} theme={theme} />
      <Position {...props} />
      {columns ? <Areas columns={columns} rows={rows} selected={selected} /> : null}
      {columns ? <Markers columns={columns} rows={rows} selected={selected} onOpen={onOpen} onStack={onStack} /> : null}
      {candidate ? <Candidate {...candidate} /> : null}
      {place || popupAt ? <ShowOpened lat={(place ?? popupAt)!.lat} lon={(place ?? popupAt)!.lon} small={small} /> : null}
      {popup && popupAt ? <DetailPopup key={`${selected} ${popupAt.lat} ${popupAt.lon}`} lat={popupAt.lat} lon={popupAt.lon} onClose={onClosePopup}>{popup}</DetailPopup> : null}
    </MapContainer>
  )
}
