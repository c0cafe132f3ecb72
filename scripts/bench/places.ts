/** Names of places drawn from the gazetteer's own tables: towns by their population, hamlets, countries and seas. */
import { readData } from '../../lib/data'
import { openPlaceTable } from '../../lib/gazetteer/place-table'
import { unpackTables } from '../../lib/gazetteer/table-file'
import type { Random } from '../random'

type Town = { name: string; country: string; population: number }

/** The towns of one country with the running sum of their populations, to draw by. */
type Country = { name: string; towns: Town[]; sums: Float64Array; hamlets: string[] }

export type Atlas = { countries: Country[]; sums: Float64Array; seas: string[]; towns: string[] }

/** People; a hamlet has fewer. */
const smallTown = 2000

export function openAtlas(): Atlas {
  const table = openPlaceTable(unpackTables(readData('gazetteer.bin'), 'data/gazetteer.bin'))
  const names = new Map<string, string>()
  const towns = new Map<string, Town[]>()
  const seas: string[] = []
  for (let row = 0; row < table.rows; row++) {
    const { level, name, country, population = 0 } = table.placeAt(row)
    if (level === 'country' && country) names.set(country, name)
    else if (level === 'sea' && / (?:Sea|Strait)$|^Gulf of /.test(name)) seas.push(name)
    else if (level === 'town' && country) {
      const known = towns.get(country)
      if (known) known.push({ name, country, population })
      else towns.set(country, [{ name, country, population }])
    }
  }
  const countries = [...towns].flatMap(([code, all]): Country[] => {
    const name = names.get(code)
    const large = all.filter(({ population }) => population >= smallTown)
    const hamlets = all.filter(({ population }) => population < smallTown).map((town) => town.name)
    return name && large.length >= 5 && hamlets.length > 0 ? [{ name, towns: large, sums: runningSums(large.map(({ population }) => population)), hamlets }] : []
  })
  return { countries, sums: runningSums(countries.map(({ sums }) => sums.at(-1)!)), seas, towns: [...towns.values()].flatMap((all) => all.map(({ name }) => name)) }
}

/** One of the countries, a large one more often. */
export const drawCountry = ({ countries, sums }: Atlas, random: Random): Country => countries[random.weighted(sums)]!
/** One of the country's towns, a large one more often. */
export const drawTown = ({ towns, sums }: Country, random: Random): string => towns[random.weighted(sums)]!.name

function runningSums(values: number[]): Float64Array {
  let sum = 0
  return Float64Array.from(values, (value) => (sum += value))
}
