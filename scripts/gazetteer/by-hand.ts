/**
 * data/places-by-hand.tsv: what no package has. A row either stands for itself, with a point and a
 * radius, or is made of members (countries and first-order divisions) whose union gives point,
 * radius and outline, or adds names to a place the packages have (by its id, or iso:US-TX), the
 * first of which is shown where the level says "shown"; a point corrects the package's.
 */
import { placeLevels, type PlaceLevel } from '../../lib/taxonomy'
import type { Match } from '../../lib/gazetteer/name-index'
import type { Entry, Name } from './entries'
import { dissolve, type Ring } from './geometry'
import { measured, type Polygon } from './regions'

const isShort = (text: string) => /^(?:[A-Z]\. ?|[A-Z]){2,6}$/.test(text) || /^(?:[A-Z]\. ?)*[A-Z][a-z]*\.$/.test(text)

function names(list: string): Name[] {
  return list.split('|').map((text, i) => {
    const match: Match = isShort(text) ? 'abbreviation' : i === 0 ? 'name' : 'alternate'
    return { text: text.trim(), match }
  })
}

/** Towns and districts say by name which division they are in. */
function rename(entry: Entry, name: string, entries: Entry[]): void {
  if (entry.level === 'region' && entry.admin1) {
    for (const other of entries) if (other.region === entry.region && other.admin1 === entry.admin1 && other !== entry) other.admin1 = name
    entry.admin1 = name
  }
  entry.name = name
}

/** @throws Error naming the row that is not understood. */
export function addByHand(table: string, entries: Entry[], polygons: Polygon[]): Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const byIso = new Map<string, Ring[][]>()
  const idOfIso = new Map<string, string>()
  for (const polygon of polygons) {
    const iso = String(polygon.properties.iso_3166_2)
    byIso.set(iso, [...(byIso.get(iso) ?? []), polygon.rings])
    // A division that is the union of several polygons goes by its own id, not by one of theirs.
    const division = byId.has(`ne:${polygon.code}`) ? `ne:${polygon.code}` : entries.find((entry) => entry.level === 'region' && entry.region === polygon.region)?.id
    if (division && (!idOfIso.has(`iso:${iso}`) || byId.get(division)!.level === 'region')) idOfIso.set(`iso:${iso}`, division)
  }
  const outlineOf = (member: string): Ring[][] | undefined =>
    member.length === 2 ? polygons.filter((p) => p.country === member).map((p) => p.rings) : byIso.get(member)
  const added: Entry[] = []
  table.split('\n').forEach((line, i) => {
    if (!line.trim() || line.startsWith('#')) return
    const fail = (why: string): never => { throw new Error(`data/places-by-hand.tsv line ${i + 1}: ${why}: ${line}`) }
    const [id = '', list = '', level = '', country = '', lat = '', lon = '', radius = '', members = ''] = line.split('\t')
    if (!id || !list) fail('an id and a name are needed')
    const known = byId.get(idOfIso.get(id) ?? id)
    if (known) {
      const isShown = level === 'shown'
      known.names.push(...names(list).map(({ text, match }) => ({ text, match: match === 'name' && !isShown ? 'alternate' as const : match })))
      if (isShown) rename(known, list.split('|')[0]!, entries)
      if (lat && lon) known.at = { lat: Number(lat), lon: Number(lon) }
      return
    }
    if (!id.startsWith('dl:')) fail(`no package has ${id}`)
    if (!placeLevels.includes(level as PlaceLevel)) fail(`level ${level} is not one of ${placeLevels.join(', ')}`)
    const entry: Entry = {
      id, name: list.split('|')[0]!, level: level as PlaceLevel, seat: 'none', names: names(list),
      at: { lat: Number(lat || NaN), lon: Number(lon || NaN) }, radiusKm: Number(radius || NaN),
      ...(country && { country }),
    }
    if (members) {
      const shapes = members.split(',').flatMap((member) => outlineOf(member.trim()) ?? fail(`no outline of ${member}`))
      Object.assign(entry, measured(dissolve(shapes)))
    }
    if (!(Math.abs(entry.at.lat) <= 90) || !(Math.abs(entry.at.lon) <= 180) || !(entry.radiusKm > 0)) fail('latitude, longitude and radius are needed, or members')
    byId.set(id, entry)
    added.push(entry)
  })
  return added
}
