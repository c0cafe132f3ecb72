import type { Basemap } from '../components/map/basemap/basemap'

/**
 * `DATELINE_TILES`, read at each request: a raster tile server (https://…/{z}/{x}/{y}.png) or a PMTiles archive (https://…/x.pmtiles,
 * or the name of a file under public/); unset, the built-in basemap is drawn. `DATELINE_TILES_ATTRIBUTION` names whose it is.
 */
export function basemapSetting(): Basemap {
  const url = process.env.DATELINE_TILES
  const attribution = process.env.DATELINE_TILES_ATTRIBUTION
  if (!url) return { kind: 'built-in' }
  if (!/\.pmtiles(\?|$)/i.test(url)) return { kind: 'tiles', url, attribution: escapeText(attribution ?? '') }
  const address = /^https?:/i.test(url) ? url : `/${url.replace(/^\/?(public\/)?/, '')}`
  return { kind: 'archive', url: address, attribution: attribution === undefined ? null : escapeText(attribution) }
}

/** Leaflet shows an attribution as markup; a setting may hold a name, never tags. */
function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
}
