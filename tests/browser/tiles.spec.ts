/** The page over another basemap: a raster tile server, and PMTiles archives of pictures and of vector tiles, all real ones on this machine. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test, type Page } from '@playwright/test'
import Pbf from 'pbf'
import { nextCommand, root } from '../../scripts/build.mjs'
import { writePMTiles, type Tile } from '../../scripts/basemap/pmtiles-writer'

type Colour = [number, number, number]
const picture: Colour = [90, 160, 40]
const archived: Colour = [200, 120, 200]

function png([r, g, b]: Colour): Buffer {
  const canvas = createCanvas(256, 256)
  const context = canvas.getContext('2d')
  context.fillStyle = `rgb(${r}, ${g}, ${b})`
  context.fillRect(0, 0, 256, 256)
  return canvas.toBuffer('image/png')
}

/** A vector tile that is water all over: one layer, one polygon (Mapbox vector tile 2.1). */
function waterTile(): Uint8Array {
  const signed = (n: number) => (n << 1) ^ (n >> 31)
  const command = (id: number, count: number) => (id & 7) | (count << 3)
  const tile = new Pbf()
  tile.writeMessage(3, (_, layer: Pbf) => {
    layer.writeVarintField(15, 2)
    layer.writeStringField(1, 'water')
    layer.writeMessage(2, (__, feature: Pbf) => {
      feature.writePackedVarint(2, [0, 0])
      feature.writeVarintField(3, 3)
      feature.writePackedVarint(4, [command(1, 1), signed(0), signed(0), command(2, 3), signed(4096), signed(0), signed(0), signed(4096), signed(-4096), signed(0), command(7, 1)])
    }, null)
    layer.writeStringField(3, 'kind')
    layer.writeMessage(4, (__, value: Pbf) => value.writeStringField(1, 'ocean'), null)
    layer.writeVarintField(5, 4096)
  }, null)
  return tile.finish()
}

const tilesOf = (data: Uint8Array): Tile[] => [0, 1, 2, 3].flatMap((z) => Array.from({ length: 4 ** z }, (_, i) => ({ z, x: i % 2 ** z, y: Math.floor(i / 2 ** z), data })))
const archives: Record<string, Buffer> = {
  '/raster.pmtiles': writePMTiles(tilesOf(png(archived)), { maxZoom: 3, type: 'png', metadata: { attribution: '<a href="https://example.org/">Old maps</a><script>alert(1)</script>' } }),
  '/vector.pmtiles': writePMTiles(tilesOf(gzipSync(waterTile())), { maxZoom: 3, metadata: { attribution: 'Vector people' } }),
}

let files: Server
let origin = ''
const asked: string[] = []
const apps: ChildProcess[] = []

test.beforeAll(async () => {
  files = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', 'range')
    response.setHeader('Access-Control-Expose-Headers', 'content-length, content-range, etag')
    const archive = archives[path]
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else if (/^\/tiles\/\d+\/\d+\/\d+\.png$/.test(path)) response.writeHead(200, { 'Content-Type': 'image/png' }).end(png(picture))
    else if (archive) {
      const [, from = '0', to = ''] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
      const part = archive.subarray(Number(from), Number(to) + 1)
      response.writeHead(206, { 'Content-Range': `bytes ${from}-${Number(from) + part.length - 1}/${archive.length}`, 'Content-Length': part.length }).end(part)
    } else response.writeHead(404).end()
  })
  await new Promise<void>((ready) => files.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
})
test.afterEach(() => {
  for (const app of apps.splice(0)) app.kill('SIGTERM')
})
test.afterAll(() => {
  files.close()
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}

/** Starts the built app with a basemap setting, opens it and gives the faults the page logged. */
async function openWith(page: Page, env: Record<string, string>): Promise<string[]> {
  const port = await freePort()
  apps.push(spawn(process.execPath, [nextCommand(), 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: root, stdio: 'ignore', env: { ...process.env, ...env, DATELINE_DB: join(mkdtempSync(join(tmpdir(), 'dateline-tiles-')), 'd.sqlite') } }))
  const address = `http://127.0.0.1:${port}`
  await expect.poll(() => fetch(`${address}/api/health`).then(({ ok }) => ok, () => false), { timeout: 30_000 }).toBe(true)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(`${address}/?map=3/20.0/10.0`)
  await expect(page.locator('.leaflet-container')).toBeVisible()
  return faults
}

/** The share of the map's middle that has a colour, give or take a little. */
async function share(page: Page, [r, g, b]: Colour): Promise<number> {
  const box = (await page.locator('.leaflet-container').boundingBox())!
  const side = Math.min(160, box.width / 2)
  const image = await loadImage(await page.screenshot({ clip: { x: box.x + box.width / 2 - side / 2, y: box.y + box.height / 4, width: side, height: side } }))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  let n = 0
  for (let i = 0; i < data.length; i += 4) if (Math.abs(data[i]! - r) + Math.abs(data[i + 1]! - g) + Math.abs(data[i + 2]! - b) < 12) n++
  return n / (data.length / 4)
}
const credits = (page: Page) => page.locator('.leaflet-control-attribution')

test('a raster tile server', async ({ page }) => {
  const faults = await openWith(page, { DATELINE_TILES: `${origin}/tiles/{z}/{x}/{y}.png`, DATELINE_TILES_ATTRIBUTION: 'Tile <people>' })
  await expect.poll(() => share(page, picture)).toBeGreaterThan(0.9)
  await expect(credits(page)).toContainText('Tile <people>')
  await expect(credits(page)).toContainText('GeoNames')
  expect(asked.some((path) => path.startsWith('/tiles/3/'))).toBe(true)
  expect(faults).toEqual([])
})

test('an archive of pictures, with its own attribution as text', async ({ page }) => {
  const faults = await openWith(page, { DATELINE_TILES: `${origin}/raster.pmtiles` })
  await expect.poll(() => share(page, archived)).toBeGreaterThan(0.9)
  await expect(credits(page)).toContainText('Old maps')
  await expect(credits(page).locator('a[href="https://example.org/"], script')).toHaveCount(0)
  // Beyond its last zoom the archive's tiles are enlarged.
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
  await page.waitForTimeout(600)
  await expect.poll(() => share(page, archived)).toBeGreaterThan(0.9)
  expect(faults).toEqual([])
})

test('an archive of vector tiles in the Protomaps schema', async ({ page }) => {
  const faults = await openWith(page, { DATELINE_TILES: `${origin}/vector.pmtiles`, DATELINE_TILES_ATTRIBUTION: 'Set by hand' })
  const water: Colour = [0x80, 0xde, 0xea]
  await expect.poll(() => share(page, water)).toBeGreaterThan(0.9)
  await expect(credits(page)).toContainText('Set by hand')
  expect(faults).toEqual([])
})

test('without a setting nothing but this server is asked', async ({ page }) => {
  asked.length = 0
  const faults = await openWith(page, {})
  await expect(credits(page)).toContainText('Natural Earth')
  await expect.poll(() => share(page, [0xf7, 0xf4, 0xec])).toBeGreaterThan(0.2)
  expect(asked).toEqual([])
  expect(faults).toEqual([])
})
