import L from 'leaflet'
import { memo, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useMap, useMapEvents } from 'react-leaflet/hooks'
import { Popup } from 'react-leaflet/Popup'
import { FocusOnOpen } from '../focus-on-open'
import { nearestCopy } from './sizes'

type At = { lat: number; lon: number }

/** Brings what was opened into sight without changing the zoom. */
export function ShowOpened({ lat, lon, small }: At & { small: boolean }) {
  const map = useMap()
  const show = useCallback(() => {
    const at = L.latLng(lat, nearestCopy(map, lon))
    const { x, y } = map.latLngToContainerPoint(at)
    const size = map.getSize()
    const low = small ? size.y * 0.44 : size.y
    if (x > 30 && y > 30 && x < size.x - 30 && y < low - 30) return
    // On a phone the sheet covers the lower half: the place belongs into the upper.
    map.panTo(map.unproject(map.project(at).add([0, small ? size.y * 0.28 : 0])))
  }, [map, lat, lon, small])
  useEffect(function comeIntoSight() {
    show()
  }, [show])
  // The panel that tells of it takes room from the map.
  useMapEvents({ resize: show })
  return null
}

/** Drawn anew only when it shows something else: each drawing pans the map to it, which would fight with whoever drags the map. */
export const DetailPopup = memo(function DetailPopup({ lat, lon, children, onClose }: At & { children: ReactNode; onClose(): void }) {
  const map = useMap()
  const position = useMemo(() => L.latLng(lat, nearestCopy(map, lon)), [map, lat, lon])
  const popup = useRef<L.Popup>(null)
  // Leaflet measures a popup only when it is told to: the texts come later than it opens, and parts of it unfold.
  const refit = useCallback((element: HTMLElement | null) => {
    if (!element) return
    let height = element.offsetHeight
    const observer = new ResizeObserver(() => {
      if (Math.abs(element.offsetHeight - height) < 2) return
      height = element.offsetHeight
      popup.current?.update()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <Popup ref={popup} position={position} offset={offset} closeButton={false} closeOnEscapeKey={false} autoClose={false} closeOnClick={false} minWidth={320} maxWidth={380} maxHeight={460} autoPanPadding={margin} className="incident-popup">
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

const offset = L.point(0, -10)
const margin = L.point(24, 24)
