/** A PMTiles archive as a layer: pictures by the package pmtiles, vector tiles in the schema of the Protomaps basemap by protomaps-leaflet. */
import L from 'leaflet'
import { PMTiles, TileType, leafletRasterLayer } from 'pmtiles'
import type { Theme } from '../../../lib/colours'

/**
 * @param attribution markup that is safe to show; null takes the archive's own, as text
 * @throws Error when the archive cannot be read
 */
export async function archiveLayer(url: string, theme: Theme, attribution: string | null): Promise<{ layer: L.Layer; credit: string }> {
  const archive = new PMTiles(new URL(url, window.location.href).href)
  const header = await archive.getHeader()
  const credit = attribution ?? asText(((await archive.getMetadata()) as { attribution?: unknown }).attribution)
  // Both packages look for Leaflet among the globals.
  Object.assign(globalThis, { L })
  if (header.tileType !== TileType.Mvt) {
    const options: L.GridLayerOptions = { minNativeZoom: header.minZoom, maxNativeZoom: header.maxZoom }
    return { layer: leafletRasterLayer(archive, options) as L.Layer, credit }
  }
  const { leafletLayer } = await import('protomaps-leaflet')
  // Its own pmtiles is a version older; what it calls is the same.
  return { layer: leafletLayer({ url: archive as never, flavor: theme, lang: 'en', maxDataZoom: header.maxZoom, attribution: credit }) as unknown as L.Layer, credit }
}

/** Markup of an archive → its words, safe to show as markup. */
function asText(markup: unknown): string {
  const text = new DOMParser().parseFromString(String(markup ?? ''), 'text/html').body.textContent
  const element = document.createElement('span')
  element.textContent = text
  return element.innerHTML
}
