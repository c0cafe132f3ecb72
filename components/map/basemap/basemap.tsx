/** What lies below the incidents: the built-in basemap, a raster tile server, or a PMTiles archive, as the setting says. */
import L from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import { useMap } from 'react-leaflet/hooks'
import { TileLayer } from 'react-leaflet/TileLayer'
import type { Theme } from '../../../lib/colours'
import { LabelLayer } from './labels'
import { BasemapLayer } from './paint'

/** `attribution` is markup that is safe to show; null: the archive's own. */
export type Basemap = { kind: 'built-in' } | { kind: 'tiles'; url: string; attribution: string } | { kind: 'archive'; url: string; attribution: string | null }

const builtInAttribution = '<a href="https://www.naturalearthdata.com/" rel="noopener" target="_blank">Natural Earth</a>, <a href="https://www.geonames.org/" rel="noopener" target="_blank">GeoNames</a> (<a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener" target="_blank">CC BY 4.0</a>)'
const placesAttribution = 'Places: <a href="https://www.geonames.org/" rel="noopener" target="_blank">GeoNames</a> (<a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener" target="_blank">CC BY 4.0</a>), <a href="https://www.naturalearthdata.com/" rel="noopener" target="_blank">Natural Earth</a>'

/** The nearest zoom there is something to see at; raster tiles and archives are usually more detailed than the built-in map. */
export const maxZoomOf = (basemap: Basemap): number => (basemap.kind === 'built-in' ? 12 : 18)

export function BasemapLayers({ basemap, theme }: { basemap: Basemap; theme: Theme }) {
  if (basemap.kind === 'built-in') return <BuiltIn theme={theme} />
  if (basemap.kind === 'tiles') return <TileLayer url={basemap.url} attribution={`${basemap.attribution} · ${placesAttribution}`} />
  return <FromArchive url={basemap.url} attribution={basemap.attribution} theme={theme} />
}

function BuiltIn({ theme }: { theme: Theme }) {
  const map = useMap()
  const [layers] = useState(() => {
    if (!map.getPane('labels')) {
      const pane = map.createPane('labels')
      pane.style.zIndex = '450'
      pane.style.pointerEvents = 'none'
    }
    return { land: new BasemapLayer(theme), labels: new LabelLayer(theme) }
  })
  useEffect(function addBasemap() {
    map.addLayer(layers.land).addLayer(layers.labels)
    map.attributionControl?.addAttribution(builtInAttribution)
    return () => {
      map.attributionControl?.removeAttribution(builtInAttribution)
      map.removeLayer(layers.land).removeLayer(layers.labels)
    }
  }, [map, layers])
  useEffect(function recolour() {
    layers.land.setTheme(theme)
    layers.labels.setTheme(theme)
  }, [layers, theme])
  return null
}

function FromArchive({ url, attribution, theme }: { url: string; attribution: string | null; theme: Theme }) {
  const map = useMap()
  const added = useRef<L.Layer | null>(null)
  useEffect(function addArchive() {
    let gone = false
    // Its readers are larger than the rest of the map together: only who sets an archive loads them.
    void import('./archive-layer').then(({ archiveLayer }) => archiveLayer(url, theme, attribution)).then(
      ({ layer, credit }) => {
        if (gone) return
        added.current?.remove()
        layer.options.attribution = [credit, placesAttribution].filter(Boolean).join(' · ')
        added.current = layer.addTo(map)
      },
      (error: unknown) => console.error(`The basemap ${url} cannot be shown:`, error),
    )
    return () => {
      gone = true
      added.current?.remove()
      added.current = null
    }
  }, [map, url, attribution, theme])
  return null
}
