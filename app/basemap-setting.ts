import type { Basemap } from '../components/map/incident-map'

/** `DATELINE_TILES` names a raster tile server (https://…/{z}/{x}/{y}.png), read at each request; unset, the built-in basemap is drawn. */
export function basemapSetting(): Basemap {
  const url = process.env.DATELINE_TILES
  if (!url) return { kind: 'built-in' }
  return { kind: 'tiles', url, attribution: escapeText(process.env.DATELINE_TILES_ATTRIBUTION ?? '') }
}

/** Leaflet shows an attribution as markup; a setting may hold a name, never tags. */
function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
}
