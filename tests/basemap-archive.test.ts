/** The page's own reader of the basemap against the format's reference implementation. */
import { readFileSync } from 'node:fs'
import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import Pbf from 'pbf'
import { PMTiles, zxyToTileId } from 'pmtiles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpBytes } from '../components/map/basemap/source'
import { Archive, tileId } from '../lib/basemap/archive'
import { drawGeometry, readTile } from '../lib/basemap/vector-tile'

const file = readFileSync(new URL('../public/basemap.pmtiles', import.meta.url))
const realFetch = globalThis.fetch
let ranges = true

beforeAll(() => {
  globalThis.fetch = async (_url, init) => {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(new Headers(init?.headers).get('range') ?? '') ?? []
    return ranges ? new Response(file.subarray(Number(from), Number(to) + 1), { status: 206 }) : new Response(file)
  }
})
afterAll(() => {
  globalThis.fetch = realFetch
})

const address = fc.integer({ min: 0, max: 6 }).chain((z) => fc.tuple(fc.constant(z), fc.integer({ min: 0, max: 2 ** z - 1 }), fc.integer({ min: 0, max: 2 ** z - 1 })))
const reference = new PMTiles({ getKey: () => 'file', getBytes: async (offset, length) => ({ data: new Uint8Array(file.subarray(offset, offset + length)).buffer }) })

test('a tile has the number the format gives it', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 16 }).chain((z) => fc.tuple(fc.constant(z), fc.nat(2 ** z - 1), fc.nat(2 ** z - 1))), ([z, x, y]) => {
    expect(tileId(z, x, y)).toBe(zxyToTileId(z, x, y))
  }))
})

test('every tile is found as the reference reader finds it, and reads the same', async () => {
  const archive = new Archive(httpBytes('/basemap.pmtiles'))
  await fc.assert(fc.asyncProperty(address, async ([z, x, y]) => {
    const [ours, theirs] = await Promise.all([archive.tile(z, x, y), reference.getZxy(z, x, y)])
    expect(ours && Buffer.from(ours)).toEqual(theirs && Buffer.from(theirs.data))
    if (!ours) return
    const tile = new VectorTile(new Pbf(ours))
    const layers = readTile(ours)
    expect(layers.map(({ name }) => name)).toEqual(Object.keys(tile.layers))
    for (const { name, extent, features } of layers) {
      const layer = tile.layers[name]!
      expect([extent, features.length]).toEqual([layer.extent, layer.length])
      features.forEach(({ properties, geometry }, i) => {
        expect(properties).toEqual(layer.feature(i).properties)
        const strokes: { x: number; y: number }[][] = []
        drawGeometry(geometry, {
          moveTo: (px, py) => strokes.push([{ x: px, y: py }]),
          lineTo: (px, py) => strokes.at(-1)!.push({ x: px, y: py }),
          closePath: () => strokes.at(-1)!.push(strokes.at(-1)![0]!),
        })
        expect(strokes).toEqual(layer.feature(i).loadGeometry().map((ring) => ring.map(({ x: px, y: py }) => ({ x: px, y: py }))))
      })
    }
  }), { numRuns: 60 })
})

test('a server that sends the whole file for a range does no harm', async () => {
  const expected = await new Archive(httpBytes('/basemap.pmtiles')).tile(1, 1, 0)
  ranges = false
  const whole = await new Archive(httpBytes('/basemap.pmtiles')).tile(1, 1, 0)
  ranges = true
  expect(expected).toBeDefined()
  expect(whole).toEqual(expected)
})

test('a file that is no archive is an error, not an empty sea', async () => {
  const held = globalThis.fetch
  globalThis.fetch = async () => new Response(new Uint8Array(16_384), { status: 206 })
  await expect(new Archive(httpBytes('/other.bin')).tile(0, 0, 0)).rejects.toThrow('not a PMTiles archive')
  globalThis.fetch = held
})
