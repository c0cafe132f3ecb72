/**
 * The baseline: leaflet with leaflet.markercluster, as its documentation has it, on the same points. Nothing else is on the page, no list and no
 * basemap, so all that it does for a filter is to take the markers off and put back those that pass.
 * `chunkedLoading` is off: it waits 50 ms after every 200 ms of work, which spares a page its freezes while it loads and makes every change slower.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { symbolSvg } from '../../lib/symbols'
import { incidentTypes } from '../../lib/taxonomy'
import { root } from '../build.mjs'

const packaged = (path: string) => readFileSync(join(root, 'node_modules', path), 'utf8')

const html = () => `<!doctype html><html lang="en"><meta charset="utf-8"><title>leaflet.markercluster</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>${packaged('leaflet/dist/leaflet.css')}${packaged('leaflet.markercluster/dist/MarkerCluster.css')}${packaged('leaflet.markercluster/dist/MarkerCluster.Default.css')}
html, body, #map { height: 100%; margin: 0 } .symbol-shape { fill: #456 } .symbol-glyph { fill: #fff; stroke: #fff }
.bar { position: fixed; z-index: 1000; inset: 0 0 auto 60px; background: #fff } .timeline { position: fixed; z-index: 1000; inset: auto 0 0 0; height: 40px; background: #ddd; touch-action: none }</style>
<div class="bar">${incidentTypes.map((type) => `<button class="type-toggle" data-type="${type}">${type}</button>`).join('')}<p class="summary"></p></div>
<div id="map"></div><div class="timeline"></div>
<script>${packaged('leaflet/dist/leaflet.js')}</script><script>${packaged('leaflet.markercluster/dist/leaflet.markercluster.js')}</script>
<script type="module">
const columns = await (await fetch('columns')).json()
const icons = ${JSON.stringify(incidentTypes.map((type) => symbolSvg(type)))}.map((svg) => L.divIcon({ html: svg, className: 'symbol-icon', iconSize: [34, 34] }))
const map = L.map('map', { maxZoom: 18, worldCopyJump: true }).setView([20, 20], 3)
const rows = []
for (let row = 0; row < columns.ids.length; row++) {
  const place = columns.places[columns.place[row]]
  if (place) rows.push({ type: columns.type[row], from: columns.from[row], to: columns.to[row], marker: L.marker([place.lat, place.lon], { icon: icons[columns.type[row]] }) })
}
const group = L.markerClusterGroup()
let chosen = null
function show(passes) {
  const passing = rows.filter(passes)
  group.clearLayers()
  group.addLayers(passing.map(({ marker }) => marker))
  document.querySelector('.summary').textContent = passing.length + ' incidents'
}
show(() => true)
map.addLayer(group)
for (const [type, button] of document.querySelectorAll('.type-toggle').entries()) button.onclick = () => {
  chosen = chosen === type ? null : type
  show((row) => chosen === null || row.type === chosen)
}
const days = rows.flatMap(({ from }) => from ?? []).reduce(([a, b], day) => [Math.min(a, day), Math.max(b, day)], [Infinity, -Infinity])
let wanted = false
document.querySelector('.timeline').onpointermove = ({ buttons, clientX }) => {
  if (!buttons || wanted) return
  wanted = true
  requestAnimationFrame(() => {
    wanted = false
    const start = days[0] + ((days[1] - days[0]) * 0.8 * clientX) / innerWidth
    show(({ from, to }) => from !== null && from <= start + 500 && to >= start)
  })
}
window.rival = map
</script></html>`

/** @param address of the app whose columns it shows */
export async function serveRival(address: string): Promise<{ address: string; close(): void }> {
  const page = html()
  const columns = await (await fetch(`${address}/api/map`)).text()
  const server = createServer(({ url }, response) => {
    if (url === '/columns') response.setHeader('content-type', 'application/json').end(columns)
    else if (url === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}
