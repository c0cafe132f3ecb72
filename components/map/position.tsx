import L from 'leaflet'
import { useEffect, useRef } from 'react'
import { useMap, useMapEvents } from 'react-leaflet/hooks'
import { isArea, shownLat, type ColumnPlace } from '../../lib/columns/columns'
import { roundPosition, type MapPosition } from '../../lib/view'
import { useText } from '../text'

/** Where the map is, and whether a place, or any part of a wide one, is in sight. */
export type MapView = { position: MapPosition; shows(place: ColumnPlace): boolean }

type Props = {
  position: MapPosition | null
  /** Changes when the history set the view and the map has to follow. */
  restored: number
  onMove(view: MapView, byHand: boolean): void
}

function viewOf(map: L.Map): MapView {
  const { lat, lng } = map.getCenter()
  // A pixel to spare: what stands on the edge of the world is seen on the edge of the map.
  const { min, max } = map.getPixelBounds()
  const [{ lat: north, lng: west }, { lat: south, lng: east }] = [map.unproject(min!.subtract([1, 1])), map.unproject(max!.add([1, 1]))]
  return {
    position: roundPosition({ zoom: map.getZoom(), lat: Math.max(-90, Math.min(90, lat)), lon: lng }),
    shows(place) {
      const reach = isArea(place) ? place.radiusKm / 111 : 0
      const wide = reach / Math.max(0.2, Math.cos((place.lat * Math.PI) / 180))
      const lat = shownLat(place.lat)
      if (lat + reach < south || lat - reach > north) return false
      for (let turn = -360; turn <= 360; turn += 360) if (place.lon + turn + wide >= west && place.lon + turn - wide <= east) return true
      return false
    },
  }
}

/** Tells the page where the map is; follows the history and the room there is. */
export function Position({ position, restored, onMove }: Props) {
  const map = useMap()
  const { t } = useText()
  const mover = useRef<'hand' | 'room' | 'history'>('hand')

  useMapEvents({
    moveend() {
      onMove(viewOf(map), mover.current === 'hand')
    },
    resize() {
      // A link that says where the map is goes along with what is seen: beside an opened panel its middle is another.
      onMove(viewOf(map), mover.current !== 'history' && position !== null)
    },
  })
  useEffect(function nameTheMap() {
    const container = map.getContainer()
    container.setAttribute('role', 'region')
    container.setAttribute('aria-label', t('map.region'))
    onMove(viewOf(map), false)
  }, [map, onMove, t])
  useEffect(function fillTheRoom() {
    // A panel beside the map opens or closes: what was at its left edge stays there.
    const observer = new ResizeObserver(() => {
      mover.current = 'room'
      map.invalidateSize({ pan: false, animate: false })
      mover.current = 'hand'
    })
    observer.observe(map.getContainer())
    return () => observer.disconnect()
  }, [map])
  useEffect(function dragByWholePixels() {
    // A finger moves by fractions of a pixel, which blur what is drawn and which no link can tell.
    const drag = (map.dragging as unknown as { _draggable: L.Evented & { _newPos: L.Point } })._draggable
    const round = () => { drag._newPos = drag._newPos.round() }
    drag.on('predrag', round)
    return () => void drag.off('predrag', round)
  }, [map])
  useEffect(function followHistory() {
    if (!restored || !position) return
    const { zoom, lat, lon } = position
    mover.current = 'history'
    // The panel of what was open is there or gone by now: the position is the middle of the room there is.
    map.invalidateSize({ pan: false, animate: false })
    const now = viewOf(map).position
    if (now.zoom !== zoom || now.lat !== lat || now.lon !== lon) map.setView([lat, lon], zoom, { animate: false })
    mover.current = 'hand'
    // A new position without a restore comes from the map itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, restored])
  return null
}
