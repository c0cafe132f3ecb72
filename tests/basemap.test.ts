/** What is on the built-in basemap: enough to know when a build lost something. */
import { readFileSync, statSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { drawLabels, type Box } from '../lib/basemap/labels'
import { palettes } from '../lib/basemap/palette'
import { Archive } from '../lib/basemap/archive'
import { BaseTiles, dataZoom, type PlacedLabel } from '../lib/basemap/tiles'
import { drawGeometry, readTile } from '../lib/basemap/vector-tile'

const path = new URL('../public/basemap.pmtiles', import.meta.url)
const file = readFileSync(path)
const archive = new Archive(async (offset, length) => new Uint8Array(file.subarray(offset, offset + length)))

const tileX = (lon: number, z: number) => ((lon + 180) / 360) * 2 ** z
const tileY = (lat: number, z: number) => ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z

/** Whether a border passes within about `km` of a point: 'firm', 'dashed', both or none. */
async function bordersNear(lat: number, lon: number, km = 15): Promise<string[]> {
  const [x, y] = [tileX(lon, dataZoom), tileY(lat, dataZoom)]
  const bytes = await archive.tile(dataZoom, Math.floor(x), Math.floor(y))
  const found = new Set<string>()
  for (const { name, extent, features } of readTile(bytes!)) {
    if (name !== 'borders') continue
    const reach = (km / (40_075 * Math.cos((lat * Math.PI) / 180))) * 2 ** dataZoom * extent
    const [px, py] = [(x % 1) * extent, (y % 1) * extent]
    for (const { properties, geometry } of features) {
      let [fromX, fromY] = [0, 0]
      drawGeometry(geometry, {
        moveTo: (ax, ay) => void ([fromX, fromY] = [ax, ay]),
        lineTo(ax, ay) {
          const [dx, dy] = [ax - fromX, ay - fromY]
          const t = Math.max(0, Math.min(1, ((px - fromX) * dx + (py - fromY) * dy) / (dx * dx + dy * dy || 1)))
          if (Math.hypot(fromX + t * dx - px, fromY + t * dy - py) < reach) found.add(properties.d ? 'dashed' : 'firm')
          ;[fromX, fromY] = [ax, ay]
        },
        closePath: () => {},
      })
    }
  }
  return [...found]
}

test('the file is small enough to be read by ranges over a phone', () => {
  expect(statSync(path).size).toBeLessThan(4e6)
})

describe('borders', () => {
  test.each([['West Bank', 32.1, 34.98], ['Gaza', 31.42, 34.4], ['Golan', 33.0, 35.83], ['Kashmir, line of control', 34.6, 74.8], ['Korea, demarcation line', 38.3, 127.3], ['Kosovo and Serbia', 42.9, 21.35]])('disputed ones are there, dashed: %s', async (_, lat, lon) => {
    expect(await bordersNear(lat, lon)).toContain('dashed')
  })
  test.each([['France and Germany', 48.58, 7.8], ['Ukraine and Poland', 50.5, 24.05], ['Egypt and Libya', 26, 25]])('others are firm: %s', async (_, lat, lon) => {
    expect(await bordersNear(lat, lon, 25)).toEqual(['firm'])
  })
  test('none runs through the middle of a country', async () => {
    expect(await bordersNear(47, 2.5)).toEqual([])
  })
})

class NoPath {
  moveTo() {}
  lineTo() {}
  closePath() {}
}
let labels: PlacedLabel[] = []
const zoom = 6
const bounds = (lat: number, lon: number, width: number, height: number) => ({ left: tileX(lon, zoom) * 256 - width / 2, top: tileY(lat, zoom) * 256 - height / 2, right: tileX(lon, zoom) * 256 + width / 2, bottom: tileY(lat, zoom) * 256 + height / 2 })

describe('names', () => {
  const frame = bounds(48.5, 33, 1000, 700)
  beforeAll(async () => {
    labels = await new BaseTiles(archive, NoPath as unknown as new () => Path2D).labels(frame, zoom)
  })

  test('are those incidents go by', () => {
    const names = labels.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Kyiv', 'Odesa', 'Kryvyi Rih', 'Kharkiv', 'Zaporizhzhia', 'Chornomorsk']))
    expect(names).not.toContain('Kryvyy Rih')
  })

  /** Draws into nothing, letters 7 pixels wide, and tells where names stand. */
  function written(taken: Box[]): { text: string; box: Box }[] {
    const found: { text: string; box: Box }[] = []
    const context = {
      lineJoin: '', textBaseline: '', font: '', letterSpacing: '', fillStyle: '', strokeStyle: '', lineWidth: 0,
      measureText: (text: string) => ({ width: text.length * 7 }),
      beginPath() {}, rect() {}, arc() {}, stroke() {}, fill() {}, strokeText() {},
      fillText: (text: string, x: number, y: number) => void found.push({ text, box: [x, y - 6, x + text.length * 7, y + 6] }),
    }
    const project = ({ lat, lon }: { lat: number; lon: number }) => ({ x: Math.round(tileX(lon, zoom) * 256 - frame.left), y: Math.round(tileY(lat, zoom) * 256 - frame.top) })
    drawLabels(context as never, labels, { zoom, width: 1000, height: 700, fonts: { sans: 'a', serif: 'b' }, palette: palettes.light, view: [0, 0, 1000, 700], taken, project })
    return found
  }
  const overlap = (a: Box, b: Box) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]

  test('never overlap, are never cut, and give way to what lies above them', () => {
    const free = written([])
    expect(free.length).toBeGreaterThan(25)
    expect(free.map(({ text }) => text)).toContain('Kyiv')
    free.forEach((a, i) => {
      // Names of the margin, for dragging, lie outside altogether.
      if (overlap(a.box, [0, 0, 1000, 700])) expect([a.text, a.box[0] >= 0, a.box[2] <= 1000]).toEqual([a.text, true, true])
      for (const b of free.slice(i + 1)) expect([a.text, b.text, overlap(a.box, b.box)]).toEqual([a.text, b.text, false])
    })
    const symbol: Box = [400, 200, 620, 420]
    for (const { box } of written([symbol])) expect(overlap(box, symbol)).toBe(false)
  })
})
