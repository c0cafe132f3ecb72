/**
 * data/places-by-hand.tsv: what no package has. A row either stands for itself, with a point and a
 * radius, or is made of members (countries and first-order divisions) whose union gives point,
 * radius and outline, or adds names to a place the packages have (by its id, or iso:US-TX), the
 * first of which is shown where the level says "shown"; a point corrects the package's.
 */
import { normaliseName } from '../../lib/gazetteer/normalise'
import { placeLevels, type PlaceLevel } from '../../lib/taxonomy'
import type { Match } from '../../lib/gazetteer/name-index'
import type { Entry, Name } from './entries'
import { dissolve, type Ring } from './geometry'
import { measured, type Polygon } from './regions'

const isShort = (text: string) => /^(?:[A-Z]\. ?|[A-Z]){2,6}$/.test(text) || /^(?:[A-Z]\. ?)*[A-Z][a-z]*\.$/.test(text)

function names(list: string): Name[] {
  return list.split('|').map((text, i) => {
    const match: Match = isShort(text) ? 'abbreviation' : i === 0 ? 'name' : 'alternate'
    return { text: text.trim(), match, isEnglish: true }
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

/** Where no polygon says which division "iso:US-TX" is: GeoNames' codes of letters are ISO's, else one of the row's names is the division's. */
function divisionOf(iso: string, list: string, regions: readonly Entry[]): string | undefined {
  const [country, code] = iso.slice(4).split('-')
  const keys = new Set(list.split('|').map((name) => normaliseName(name)))
  return regions.find(({ region }) => /^[A-Z]+$/.test(code ?? '') && region === `${country}.${code}`)?.id
    ?? regions.find((entry) => entry.country === country && entry.names.some(({ text, match }) => match === 'name' && keys.has(normaliseName(text))))?.id
}

/** The disc of as much land as the members' discs, around their centre. */
function disc(members: Pick<Entry, 'at' | 'radiusKm'>[]): Pick<Entry, 'at' | 'radiusKm'> {
  const weights = members.map(({ radiusKm }) => radiusKm ** 2)
  const sum = weights.reduce((a, b) => a + b, 0)
  const mean = (axis: 'lat' | 'lon') => members.reduce((total, { at }, i) => total + at[axis] * weights[i]!, 0) / sum
  return { at: { lat: mean('lat'), lon: mean('lon') }, radiusKm: Math.sqrt(sum) }
}

/**
 * @param leaveOut is told of the rows about a place or member that the other sources do not have; without it, such a row is an error.
 * @throws Error naming the row that is not understood.
 */
export function addByHand(table: string, entries: Entry[], polygons: Polygon[], leaveOut?: (row: string) => void): Entry[] {
  const regions = entries.filter(({ level }) => level === 'region')
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
  const outlineOf = (member: string): Ring[][] | undefined => {
    const shapes = member.length === 2 ? polygons.filter((p) => p.country === member).map((p) => p.rings) : byIso.get(member)
    return shapes?.length ? shapes : undefined
  }
  const discOf = (member: string): Entry | undefined => {
    const found = byId.get(member.length === 2 ? `cc:${member}` : divisionOf(`iso:${member}`, '', regions) ?? '')
    return found && Number.isFinite(found.at.lat) ? found : undefined
  }
  const added: Entry[] = []
  table.split('\n').forEach((line, i) => {
    if (!line.trim() || line.startsWith('#')) return
    const fail = (why: string): never => { throw new Error(`data/places-by-hand.tsv line ${i + 1}: ${why}: ${line}`) }
    const [id = '', list = '', level = '', country = '', lat = '', lon = '', radius = '', members = ''] = line.split('\t')
    if (!id || !list) fail('an id and a name are needed')
    const known = byId.get(idOfIso.get(id) ?? (id.startsWith('iso:') ? divisionOf(id, list, regions) : undefined) ?? id)
    if (known) {
      const isShown = level === 'shown'
      known.names.push(...names(list).map(({ text, match, isEnglish }) => ({ text, isEnglish, match: match === 'name' && !isShown ? 'alternate' as const : match })))
      if (isShown) rename(known, list.split('|')[0]!, entries)
      if (lat && lon) known.at = { lat: Number(lat), lon: Number(lon) }
      return
    }
    if (!id.startsWith('dl:')) return leaveOut ? leaveOut(line) : fail(`no package has ${id}`)
    if (!placeLevels.includes(level as PlaceLevel)) fail(`level ${level} is not one of ${placeLevels.join(', ')}`)
    const entry: Entry = {
      id, name: list.split('|')[0]!, level: level as PlaceLevel, seat: 'none', names: names(list),
      at: { lat: Number(lat || NaN), lon: Number(lon || NaN) }, radiusKm: Number(radius || NaN),
      ...(country && { country }),
    }
    if (members) {
      const all = members.split(',').map((member) => member.trim())
      const shapes = all.flatMap((member) => outlineOf(member) ?? [])
      const discs = all.flatMap((member) => discOf(member) ?? [])
      if (all.every((member) => outlineOf(member))) Object.assign(entry, measured(dissolve(shapes)))
      else if (leaveOut && discs.length === all.length) Object.assign(entry, disc(discs))
      else return leaveOut ? leaveOut(line) : fail(`no outline of one of ${members}`)
    }
    if (!(Math.abs(entry.at.lat) <= 90) || !(Math.abs(entry.at.lon) <= 180) || !(entry.radiusKm > 0)) fail('latitude, longitude and radius are needed, or members')
    byId.set(id, entry)
    added.push(entry)
  })
  return added
}
