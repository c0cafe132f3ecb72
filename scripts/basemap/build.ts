/**
 * `npm run basemap`: Natural Earth and GeoNames → public/basemap.pmtiles, the map's own background.
 *
 * Layers, bottom to top: land · rivers · provinces · borders · labels (countries, seas, places).
 * Zooms 0–1 take Natural Earth 1:110m, 2–3 take 1:50m, 4–6 take 1:10m; the map overzooms from 6 up,
 * so the tiles of zoom 6 carry every place label down to zoom 11, each with the zoom it starts at.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fetchInputs, type Feature, type Inputs } from './inputs'
import { countryLabels, placeLabels, seaLabels } from './labels'
import { writePMTiles, type Tile } from './pmtiles-writer'

const out = new URL('../../public/basemap.pmtiles', import.meta.url)
const versionFile = new URL('../../lib/basemap/version.ts', import.meta.url)
const maxZoom = 6
const scaleOf = (z: number) => (z <= 1 ? '110m' : z <= 3 ? '50m' : '10m')

type Index = { getTile(z: number, x: number, y: number): { features: unknown[] } | null }

function collection(features: Feature[]) {
  return { type: 'FeatureCollection', features }
}

/** "Disputed", "Line of control", "Indefinite" … are drawn dashed; leases and buffer overlays are no borders. */
function borders(features: Feature[]): Feature[] {
  return features
    // By the first word: "Disputed (please verify)" is no lease.
    .filter((f) => !/^(lease|overlay|forget)/i.test(String(f.properties.featurecla)) && f.properties.type !== 'Water Indicator')
    .map((f) => ({ ...f, properties: { d: /^International/.test(String(f.properties.featurecla)) ? 0 : 1 } }))
}

async function main() {
  if (process.argv.includes('--help')) {
    console.log('npm run basemap\nRebuilds public/basemap.pmtiles. Needs npm and a Debian with apt (for libmagics++-data); keeps what it fetched in .cache/basemap.')
    return
  }
  const inputs: Inputs = await fetchInputs()
  const index = (features: Feature[], options: object = {}): Index =>
    // One zoom more than is written: the tiler simplifies every zoom but its last.
    inputs.tiler(collection(features), { maxZoom: maxZoom + 1, indexMaxZoom: 4, indexMaxPoints: 0, extent: 4096, tolerance: 6, buffer: 64, ...options })

  const lines: Record<string, { land: Index; rivers: Index; borders: Index }> = {}
  for (const scale of ['110m', '50m', '10m'] as const) {
    lines[scale] = {
      land: index((await inputs.shapes(`${scale}/ne_${scale}_land`)).map((f) => ({ ...f, properties: {} }))),
      rivers: index((await inputs.shapes(`${scale}/ne_${scale}_rivers_lake_centerlines`)).filter((f) => Number(f.properties.scalerank ?? 9) <= 5).map((f) => ({ ...f, properties: { r: Number(f.properties.scalerank) } })), { tolerance: 6 }),
      borders: index(borders(await inputs.shapes(`${scale}/ne_${scale}_admin_0_boundary_lines_land`))),
    }
  }
  const provinces = index(
    (await inputs.shapes('10m/ne_10m_admin_1_states_provinces_lines'))
      .filter((f) => f.properties.featurecla === 'Admin-1 boundary' && Number(f.properties.scalerank) <= 6)
      .map((f) => ({ ...f, properties: {} })),
    { tolerance: 8 },
  )
  const labels = [...countryLabels(inputs), ...seaLabels(inputs), ...(await placeLabels(inputs))]
  console.error(`${labels.length} labels`)
  const point = { buffer: 0, tolerance: 0 }
  const labelIndex = Array.from({ length: maxZoom + 1 }, (_, z) =>
    index(labels.filter((f) => z === maxZoom || Number(f.properties.z) <= z), { ...point, maxZoom: z, indexMaxZoom: Math.min(z, 4) }))

  const tiles: Tile[] = []
  const walk = (z: number, x: number, y: number) => {
    const scale = lines[scaleOf(z)]!
    const parts: [string, Index][] = [['land', scale.land], ['rivers', scale.rivers], ...(z >= 6 ? [['provinces', provinces] as [string, Index]] : []), ['borders', scale.borders], ['labels', labelIndex[z]!]]
    const layers: Record<string, unknown> = {}
    for (const [name, source] of parts) {
      if (name === 'rivers' && z < 3) continue
      const tile = source.getTile(z, x, y)
      if (tile?.features.length) layers[name] = tile
    }
    if (Object.keys(layers).length === 0) return
    tiles.push({ z, x, y, data: gzipSync(inputs.encode(layers), { level: 9 }) })
    if (z < maxZoom) for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) walk(z + 1, x * 2 + dx, y * 2 + dy)
  }
  walk(0, 0, 0)

  const bytes = writePMTiles(tiles, {
    maxZoom,
    metadata: { name: 'Dateline basemap', attribution: 'Natural Earth; GeoNames CC BY 4.0', vector_layers: ['land', 'rivers', 'provinces', 'borders', 'labels'].map((id) => ({ id, fields: {} })) },
  })
  writeFileSync(out, bytes)
  const version = createHash('sha1').update(readFileSync(out)).digest('hex').slice(0, 10)
  writeFileSync(versionFile, `/** Written by \`npm run basemap\`: names the build in the file's address, so browsers may keep it. */\nexport const basemapVersion = '${version}'\n`)
  console.error(`${tiles.length} tiles, ${(bytes.length / 1e6).toFixed(2)} MB → public/basemap.pmtiles (${version})`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
