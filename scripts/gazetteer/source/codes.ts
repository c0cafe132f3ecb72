/** GeoNames' small files: countries, the names of divisions, and what lies in what. */
import { countryOf, type CountryInfo, type Division } from '../geonames'
import { BadRow, idOf, readRows } from './rows'

type Report = (line: string) => void

/** countryInfo.txt: 19 columns, the last of which old copies lack. */
export function readCountryInfo(path: string, report: Report): CountryInfo[] {
  const countries: CountryInfo[] = []
  readRows(path, [18, 19], report, (cells) => {
    if (!/^[A-Z]{2}$/.test(cells[0]!)) throw new BadRow(`${JSON.stringify(cells[0])} is not an ISO 3166-1 code`)
    const country = countryOf(cells)
    if (country) countries.push(cells[16] ? { ...country, id: idOf(cells[16]) } : country)
  })
  return countries
}

/** admin1CodesASCII.txt and admin2Codes.txt: code, name, the name in ASCII, id. */
export function readDivisions(path: string, order: 1 | 2, report: Report): Division[] {
  const divisions: Division[] = []
  readRows(path, [4, 4], report, ([code, name, , id]) => {
    if (code!.split('.').length !== order + 1) throw new BadRow(`${JSON.stringify(code)} is not the code of a division of order ${order}`)
    if (!name) throw new BadRow(`${code} has no name`)
    divisions.push({ code: code!, name, id: String(idOf(id)) })
  })
  return divisions
}

/** hierarchy.txt: parent's id, child's id, type. Of several parents the administrative one is kept: id of a child → id of its parent. */
export function readHierarchy(path: string, report: Report): Map<number, number> {
  const parents = new Map<number, number>()
  readRows(path, [2, 3], report, ([parent, child, type]) => {
    const [from, to] = [idOf(parent, 'parent'), idOf(child, 'child')]
    if (type === 'ADM' || !parents.has(to)) parents.set(to, from)
  })
  return parents
}
