/**
 * GeoNames' main table, one row a feature: allCountries.txt, UA.txt, cities500.txt and the like, all
 * of one format. Nothing is kept of a row that does not enter the table, so memory grows with the
 * places taken and not with the file.
 */
import { isUsefulName, type Entry, type Name } from '../entries'
import type { CountryInfo, Division } from '../geonames'
import { townKind, type Town } from '../towns'
import { featureClasses, kindOf, type Kind } from './feature-codes'
import { BadRow, degreesOf, idOf, ownCopy, readRows, type RowCount } from './rows'

/** What alternateNamesV2.txt adds names to, by GeoNames id. */
export type Named = { names: Name[]; at?: Entry['at'] }

export type Features = {
  towns: Town[]
  others: Entry[]
  /** Districts of the third and fourth order, each with the code of the second-order one it is in. */
  small: Town[]
  byId: Map<number, Named>
}

const columns = 19
const states = new Map([['ADM1', 1], ['ADM2', 2], ['ADM3', 3], ['ADM4', 4]])
const smallRadiusKm = { 3: 10, 4: 4 }

/** One string for the many rows that say the same: a code of a country or division. */
function shared(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const same = known.get(text)
    if (same !== undefined) return same
    const own = ownCopy(text)
    known.set(own, own)
    return own
  }
}

/** "Dnieper" is asked for as "Dnieper River" and "River Dnieper", and last of all as "Dnieper". */
function riverNames(name: string): Name[] {
  const bare = name.replace(/^(?:River|Rio|Río|Rivière|Nahr) | (?:River|Creek)$/, '')
  return [{ text: `${bare} River`, match: 'name' }, { text: `River ${bare}`, match: 'name' }, { text: bare, match: 'variant' }]
}

/**
 * Reads feature files into what becomes places.
 * @param spelt whether names come from the rows' own column of alternates; otherwise alternateNamesV2.txt has them all.
 */
export class FeatureReader {
  readonly features: Features = { towns: [], others: [], small: [], byId: new Map() }
  private readonly countries: Map<string, CountryInfo>
  private readonly divisions: Map<string, Division>
  private readonly share = shared()

  constructor(countries: CountryInfo[], private readonly admin1: Division[], private readonly admin2: Division[], private readonly spelt: boolean, private readonly report: (line: string) => void) {
    this.countries = new Map(countries.map((country) => [country.code, country]))
    this.divisions = new Map([...admin1, ...admin2].map((division) => [division.code, division]))
  }

  /** @param without countries whose rows are passed over, because they have a file of their own. */
  read(path: string, without: ReadonlySet<string> = new Set()): RowCount {
    return readRows(path, [columns, columns], this.report, (cells) => {
      if (!without.has(cells[8]!)) this.take(cells)
    })
  }

  private take(cells: string[]): void {
    const id = idOf(cells[0])
    const at = { lat: degreesOf(cells[4], 'latitude'), lon: degreesOf(cells[5], 'longitude') }
    const featureClass = cells[6]!
    const country = cells[8]!
    if (!cells[1]) throw new BadRow(`feature ${id} has no name`)
    if (cells[1].includes('\uFFFD')) throw new BadRow(`the name ${JSON.stringify(cells[1])} is not UTF-8`)
    if (featureClass && !featureClasses.has(featureClass)) throw new BadRow(`feature class ${JSON.stringify(featureClass)} is not one of ${[...featureClasses].join(', ')}`)
    if (country && !this.countries.has(country)) throw new BadRow(`country ${JSON.stringify(country)} is not in countryInfo.txt`)
    if (cells[14] && !/^\d+$/.test(cells[14])) throw new BadRow(`population ${JSON.stringify(cells[14])} is not a number`)
    if (this.features.byId.has(id)) return
    if (featureClass === 'P' && country) this.takeTown(id, at, cells)
    else if (featureClass === 'A' && this.takeDivision(id, at, cells)) return
    else {
      const kind = kindOf(featureClass, cells[7]!)
      if (kind && (cells[3] ? cells[3].split(',').length : 0) >= kind.names) this.takeOther(id, at, kind, cells)
    }
  }

  /** Millions are made, so as one literal and not of parts: V8 then keeps a third less of each. */
  private place(id: string, level: Entry['level'], seat: Entry['seat'], radiusKm: number, at: Entry['at'], names: Name[], cells: string[]): Town {
    const [country, admin1, admin2] = [cells[8]!, cells[10]!, cells[11]!]
    const region = country && admin1 && admin1 !== '00' ? this.share(`${country}.${admin1}`) : undefined
    return {
      id, name: names[0]?.text ?? ownCopy(cells[1]!), level, seat, at, radiusKm, population: Math.min(Number(cells[14]), 0xffff_ffff), names,
      country: country ? this.share(country) : undefined,
      region,
      district: region && admin2 ? this.share(`${region}.${admin2}`) : undefined,
    }
  }

  private takeTown(id: number, at: Entry['at'], cells: string[]): void {
    const { level, seat } = townKind(cells[7]!)
    const town = this.place(`gn:${id}`, level, seat, 0, at, this.namesOf(cells), cells)
    this.features.towns.push(town)
    this.features.byId.set(id, town)
  }

  private takeOther(id: number, at: Entry['at'], { level, radiusKm, isRiver }: Kind, cells: string[]): void {
    const names = isRiver ? [...riverNames(ownCopy(cells[1]!)), ...this.spellings(cells)] : this.namesOf(cells)
    const entry = this.place(`gn:${id}`, level, 'none', radiusKm, at, names, cells)
    this.features.others.push(entry)
    this.features.byId.set(id, entry)
  }

  /** @returns whether the row is a division or a country, taken or not. */
  private takeDivision(id: number, at: Entry['at'], cells: string[]): boolean {
    const [name, feature, country] = [cells[1]!, cells[7]!, cells[8]!]
    const owner = this.countries.get(country)
    if (owner?.id === id) {
      Object.assign(owner, { at, names: this.spelt ? this.spellings(cells) : [] })
      this.features.byId.set(id, owner as CountryInfo & Named)
      return true
    }
    const order = states.get(feature)
    if (!order || !owner) return order !== undefined
    const codes = cells.slice(10, 10 + Math.min(order, 2))
    if (codes.includes('')) return true
    const code = [country, ...codes].join('.')
    if (order > 2) {
      const small = this.place(`gn${order}:${id}`, 'district', 'none', smallRadiusKm[order as 3 | 4], at, this.namesOf(cells), cells)
      this.features.small.push(small)
      this.features.byId.set(id, small)
      return true
    }
    let division = this.divisions.get(code)
    // One that the file of codes lacks has its row's name.
    if (!division) {
      division = { code, name: ownCopy(name), id: String(id) }
      this.divisions.set(code, division)
      ;(order === 1 ? this.admin1 : this.admin2).push(division)
    }
    // The file of codes says which of several rows of one code is the division today.
    if (division.id !== String(id)) return true
    const names = this.spelt ? this.spellings(cells) : []
    Object.assign(division, { at, names, population: Number(cells[14]) || 0 })
    this.features.byId.set(id, division as Division & Named)
    return true
  }

  /** The array is of the size it has: one that grew has room for sixteen more. */
  private namesOf(cells: string[]): Name[] {
    const own: Name = { text: ownCopy(cells[1]!), match: 'name' }
    if (!isUsefulName(own.text)) return this.spellings(cells)
    const ascii: Name = cells[2] === cells[1] || !isUsefulName(cells[2]!) ? own : { text: ownCopy(cells[2]!), match: 'name' }
    return [[own, ascii], this.spellings(cells)].flat().slice()
  }

  private spellings(cells: string[]): Name[] {
    if (!this.spelt || !cells[3]) return []
    return cells[3].split(',').filter(isUsefulName).map((text) => ({ text: ownCopy(text), match: 'alternate' }))
  }
}
