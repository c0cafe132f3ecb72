import L from 'leaflet'
import { useEffect } from 'react'
import { useMap } from 'react-leaflet/hooks'
import { nearestCopy } from './sizes'

export type CandidatePlace = { name: string; lat: number; lon: number }

class NameTag extends L.Icon<L.IconOptions> {
  constructor(private readonly name: string) {
    super({ iconUrl: '' })
  }

  override createIcon(): HTMLElement {
    const tag = document.createElement('div')
    tag.className = 'candidate-tag'
    const name = tag.appendChild(document.createElement('span'))
    name.textContent = this.name
    name.dir = 'auto'
    return tag
  }

  override createShadow(): HTMLElement {
    return null as unknown as HTMLElement
  }
}

/** Another place the name could have meant: a hollow ring with its name, and never a symbol, for nothing is known to have happened there. */
export function Candidate({ name, lat, lon }: CandidatePlace) {
  const map = useMap()
  useEffect(function showCandidate() {
    const at = L.latLng(lat, nearestCopy(map, lon))
    const marker = L.marker(at, { icon: new NameTag(name), keyboard: false, interactive: false, zIndexOffset: 900 }).addTo(map)
    if (!map.getBounds().pad(-0.1).contains(at)) map.panTo(at)
    return () => void marker.remove()
  }, [map, name, lat, lon])
  return null
}
