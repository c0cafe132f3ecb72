/** The built-in basemap over HTTP: one archive and its tiles for all layers of the page. */
import { Archive, type ByteSource } from '../../../lib/basemap/archive'
import { BaseTiles } from '../../../lib/basemap/tiles'
import { basemapVersion } from '../../../lib/basemap/version'

/** @throws Error when the server answers with anything but (a part of) the file */
export const httpBytes = (url: string): ByteSource => async (offset, length) => {
  const response = await fetch(url, { headers: { range: `bytes=${offset}-${offset + length - 1}` } })
  if (!response.ok) throw new Error(`the basemap could not be read: the server answered ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  // A server that does not know ranges sends the whole file.
  return response.status === 206 ? bytes : bytes.slice(offset, offset + length)
}

let tiles: BaseTiles | undefined
/** Not made before a map is: `Path2D` is only there in a browser. */
export const builtInTiles = (): BaseTiles => (tiles ??= new BaseTiles(new Archive(httpBytes(`/basemap.pmtiles?v=${basemapVersion}`)), Path2D))
