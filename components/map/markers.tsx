/** Symbols and donuts as real buttons: a mouse, a finger and the keyboard open them alike. Only what is in view is in the page. */
import L from 'leaflet'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useMap, useMapEvents } from 'react-leaflet/hooks'
import type { PlacedItem } from '../incidents'
import { isArea } from '../incidents'
import { count, dateWords, statusWords, typeWords } from '../words'
import { Clusters, type Spot } from './cluster'
import { donutPixels, donutSvg, symbolSvg } from '../../lib/symbols'

const markerPixels = 34
const margin = 0.15

function labelOf(spot: Spot): string {
  if (spot.kind === 'many') {
    const parts = spot.counts.map(([type, n]) => `${n} ${typeWords[type].toLowerCase()}`)
    return `${count(spot.total)} incidents: ${parts.join(', ')}`
  }
  const { item } = spot
  const status = item.status === 'happened' ? '' : `, ${statusWords[item.status].name.toLowerCase()}`
  return `${typeWords[item.type]}${status}, ${item.place.name}, ${dateWords(item.when?.edtf)}`
}

class ButtonIcon extends L.Icon<L.IconOptions> {
  constructor(private readonly spot: Spot, private readonly press: () => void) {
    super({ iconUrl: '' })
  }

  override createIcon(): HTMLElement {
    const { spot } = this
    const button = document.createElement('button')
    button.type = 'button'
    button.setAttribute('aria-label', labelOf(spot))
    if (spot.kind === 'one') {
      button.className = `marker${isArea(spot.item.place) ? ' marker-area' : ''}`
      button.dataset.incident = spot.item.id
      button.innerHTML = symbolSvg(spot.item.type, spot.item.status)
    } else {
      const pixels = donutPixels(spot.total)
      button.className = 'marker cluster'
      button.dataset.incidents = spot.ids.join(' ')
      button.style.width = button.style.height = `${pixels}px`
      button.style.marginLeft = button.style.marginTop = `${-pixels / 2}px`
      button.innerHTML = `${donutSvg(spot.counts)}<span class="cluster-count" aria-hidden="true">${count(spot.total)}</span>`
    }
    L.DomEvent.disableClickPropagation(button)
    L.DomEvent.on(button, 'click', (event) => {
      L.DomEvent.stop(event)
      this.press()
    })
    return button
  }

  override createShadow(): HTMLElement {
    return null as unknown as HTMLElement
  }
}

type Props = { items: PlacedItem[]; selected: PlacedItem | null; onOpen(id: string): void; onStack(ids: string[], at: { lat: number; lon: number }): void }

export function Markers({ items, selected, onOpen, onStack }: Props) {
  const map = useMap()
  const clusters = useMemo(() => new Clusters(items, map.getMaxZoom()), [items, map])
  const drawn = useRef(new Map<string, L.Marker>())
  const actions = useRef({ onOpen, onStack })
  useEffect(function keepActions() {
    actions.current = { onOpen, onStack }
  })

  const draw = useCallback(() => {
    const zoom = map.getZoom()
    const bounds = map.getBounds().pad(margin)
    const middle = map.getCenter().lng
    const spots = clusters.at([bounds.getWest(), Math.max(-90, bounds.getSouth()), bounds.getEast(), Math.min(90, bounds.getNorth())], zoom)
    const wanted = new Map<string, Spot>()
    for (const spot of spots) {
      // An area wider than the whole view has no point worth showing: its outline and the list tell of it.
      if (spot.kind === 'one' && isArea(spot.item.place) && areaPixels(map, spot.item) > map.getSize().x) continue
      // The copy of the world nearest to the middle of the view.
      const lon = spot.lon + Math.round((middle - spot.lon) / 360) * 360
      wanted.set(`${spot.key}@${lon.toFixed(5)},${spot.lat.toFixed(5)}`, { ...spot, lon } as Spot)
    }
    if (selected) {
      const { place } = selected
      const lon = place.lon + Math.round((middle - place.lon) / 360) * 360
      for (const [key, spot] of wanted) if (spot.kind === 'one' && spot.item.id === selected.id) wanted.delete(key)
      wanted.set(`selected ${selected.id}@${lon}`, { kind: 'one', key: selected.id, lat: place.lat, lon, item: selected })
    }
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.incident : undefined
    for (const [key, marker] of drawn.current) {
      if (wanted.has(key)) continue
      marker.remove()
      drawn.current.delete(key)
    }
    for (const [key, spot] of wanted) {
      if (drawn.current.has(key)) continue
      const press = () => {
        if (spot.kind === 'one') actions.current.onOpen(spot.item.id)
        else if (spot.spread && spot.expandsAt <= map.getMaxZoom() && map.getZoom() < map.getMaxZoom()) map.setView([spot.lat, spot.lon], Math.max(spot.expandsAt, map.getZoom() + 1))
        else actions.current.onStack(spot.ids, { lat: spot.lat, lon: spot.lon })
      }
      const marker = L.marker([spot.lat, spot.lon], { icon: new ButtonIcon(spot, press), keyboard: false, riseOnHover: true, zIndexOffset: key.startsWith('selected') ? 1000 : spot.kind === 'one' ? 400 : 0 })
      marker.addTo(map)
      marker.getElement()?.classList.toggle('is-selected', key.startsWith('selected'))
      drawn.current.set(key, marker)
    }
    map.fire('markersdrawn')
    // Opening a marker redraws it as the selected one: the keyboard goes along.
    if (focused && document.activeElement === document.body) document.querySelector<HTMLElement>(`.marker[data-incident="${focused}"]`)?.focus({ preventScroll: true })
  }, [map, clusters, selected])

  useMapEvents({ moveend: draw, resize: draw })
  useEffect(function drawMarkers() {
    draw()
  }, [draw])
  useEffect(function removeAll() {
    const markers = drawn.current
    return () => {
      for (const marker of markers.values()) marker.remove()
      markers.clear()
    }
  }, [])
  return null
}

/** Diameter on screen of the circle that covers the item's place. */
export function areaPixels(map: L.Map, { place }: PlacedItem): number {
  const metres = (40_075_016 * Math.cos((place.lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8)
  return (place.radiusKm * 2000) / metres
}

export const largerThanMarker = (map: L.Map, item: PlacedItem): boolean => areaPixels(map, item) > markerPixels * 1.3
