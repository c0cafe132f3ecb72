/**
 * Made-up incidents in number, shaped like those that people record, from a seed: half of them share their coordinates with another
 * (in ACLED's sample of 9,000 rows 52 % do), most have one source, a few places have hundreds, the years grow denser.
 */
import { readFileSync } from 'node:fs'
import { readData } from '../../lib/data'
import { openPlaceTable } from '../../lib/gazetteer/place-table'
import { unpackTables } from '../../lib/gazetteer/table-file'
import { combineReports } from '../../lib/link/combine'
import { families, type IncidentType, type Status } from '../../lib/taxonomy'
import type { Incident, Place, Report, Resolved, Toll, When } from '../../lib/types'
import { Random } from '../random'

const words = JSON.parse(readFileSync(new URL('./sample.json', import.meta.url), 'utf8')) as Record<string, string[]>

/** An incident and, by the article's id, the text that each of its reports stands in. */
export type Sampled = { incident: Incident; texts: Map<string, string> }

/** Of 100 incidents with a place. */
const sharing = 52
const firstDay = Date.UTC(2016, 0, 1)
const days = 3653
const dayMs = 86_400_000

const typeShares: Record<IncidentType, number> = { clash: 17, strike: 16, attack: 13, protest: 15, statement: 9, meeting: 8, detention: 6, movement: 5, disaster: 4, humanitarian: 3, sanction: 2, agreement: 2 }
const statusShares: Record<Status, number> = { happened: 80, claimed: 10, planned: 7, denied: 3 }
const reportShares = { 1: 77, 2: 13, 3: 6, 4: 3, 5: 1 }
const precisionShares: Record<When['precision'] | 'unknown', number> = { day: 78, range: 9, month: 8, year: 2, unknown: 3 }
/** Of the places that several incidents share. */
const levelShares = { town: 70, region: 12, district: 8, country: 4, sea: 3, area: 2, site: 1 }

/** @param count how many, in no order of time or place */
export function* sampleIncidents(count: number, seed: number): Generator<Sampled> {
  const random = new Random(seed)
  const drawPlace = placesFor(count, random)
  for (let i = 0; i < count; i++) {
    const where: Resolved<Place> = random.next() < 0.05
      ? { known: false, reason: random.pick(['unmentioned', 'no-candidate', 'ambiguous'] as const) }
      : { known: true, value: drawPlace(), basis: random.next() < 0.85 ? 'stated' : 'implied', confidence: 0.6 + 0.39 * random.next(), evidence: nowhere, others: [] }
    yield sampled(where, random)
  }
}

/** The reports of one incident, each in an article of its own, put together as the link room does it. */
function sampled(where: Resolved<Place>, random: Random): Sampled {
  const texts = new Map<string, string>()
  const type = drawn(typeShares, random)
  const status = drawn(statusShares, random)
  const day = Math.floor(days * Math.sqrt(random.next()))
  const when = drawWhen(day, random)
  const counted = (type === 'strike' || type === 'attack' || type === 'clash' || type === 'disaster') && status !== 'planned'
  const killed = counted ? Math.min(400, Math.floor(0.6 / (1 - random.next()) ** 0.9)) : 0
  const reports = Array.from({ length: Number(drawn(reportShares, random)) }, (_, told) => {
    const published = isoDay(day + random.whole(0, 2))
    const known = when.known ? `on ${when.value.edtf}` : 'recently'
    const number = killed && told > 0 && random.next() < 0.3 ? killed + random.whole(1, 3) : killed
    const write = (key: string) => expanded(random.pick(words[key]!), { place: where.known ? where.value.name : 'the area', day: known, number: number ? String(number) : 'no' }, random)
    const quote = capitalised(write(type))
    const before = `${write('filler')} `
    const article = identifier(random)
    texts.set(article, `${before}${quote} ${write('filler')}`)
    const evidence = { article, quote, start: before.length, end: before.length + quote.length }
    const publisher = random.pick(words.publisher!)
    const report: Report = {
      id: identifier(random), article, type, status,
      where: where.known ? { ...where, evidence } : where,
      when: when.known ? { ...when, evidence } : when,
      actors: families[type] === 'violence' ? [{ name: random.pick(words.group!), role: 'by' }] : [],
      ...(number && { killed: toll(number, random) }),
      ...(number && random.next() < 0.4 && { injured: toll(number * 2 + 1, random) }),
      ...(status === 'claimed' && { claimedBy: random.pick(words.group!) }),
      ...(status === 'denied' && { deniedBy: random.pick(words.group!) }),
      evidence, mentions: [], trigger: { start: evidence.start, end: evidence.start + 1, text: quote[0]!, rule: 'sample' },
      confidence: Math.round(100 * (0.55 + 0.4 * random.next())) / 100,
    }
    return { ...report, source: { id: article, title: `${capitalised(type)}${where.known ? ` in ${where.value.name}` : ''}: ${write('topic')}`, publisher, published, url: `https://news.example/${article}` } }
  })
  return { incident: combineReports(reports), texts }
}

/**
 * Which places: for those that are to share, few places drawn ever more often the higher they stand (Zipf's law), for the
 * others a town of its own each. Both lie mostly in a few dozen countries, as conflicts do.
 */
function placesFor(count: number, random: Random): () => Place {
  const table = openPlaceTable(unpackTables(readData('gazetteer.bin'), 'data/gazetteer.bin'))
  const byLevel = new Map<string, Place[]>()
  for (let row = 0; row < table.rows; row++) {
    const place = table.placeAt(row)
    const level = byLevel.get(place.level)
    if (level) level.push(place)
    else byLevel.set(place.level, [place])
  }
  const towns = byLevel.get('town')!
  const countries = shuffled([...new Set(towns.flatMap(({ country }) => country ?? []))], random)
  const theatres = new Set(countries.slice(0, 40))
  const inTheatre = (place: Place) => place.country !== undefined && theatres.has(place.country)

  const large = shuffled(towns.filter((town) => inTheatre(town) && (town.population ?? 0) > 20_000), random)
  const wider = new Map([...byLevel].map(([level, all]) => [level, level === 'town' ? large : shuffled(all.filter((place) => !place.country || inTheatre(place)), random)]))
  const hot = Array.from({ length: Math.max(4, Math.round(count / 50)) }, () => wider.get(drawn(levelShares, random))!.pop() ?? large.pop()!)
  const sums = hot.map(((sum) => (_, rank) => (sum += 1 / (rank + 2)))(0))
  const taken = new Set(hot.map(coordinates))
  const own = shuffled(towns, random)
  const townsOf = new Map<string | undefined, number>()
  for (const { country } of own) townsOf.set(country, (townsOf.get(country) ?? 0) + 1)
  // Most outside the theatres are passed over, and most of the countries with the most towns: China's would be a third of all.
  const passes = (town: Place) => random.next() < Math.min(1, 2500 / townsOf.get(town.country)!) * (inTheatre(town) ? 1 : 0.33)
  const drawOwn = () => {
    for (let town = own.pop(); town; town = own.pop()) {
      if (taken.has(coordinates(town)) || !passes(town)) continue
      taken.add(coordinates(town))
      return town
    }
    return hot[0]!
  }
  return () => (random.next() * 100 < sharing ? hot[random.weighted(sums)]! : drawOwn())
}

const coordinates = ({ at }: Place) => `${at.lat},${at.lon}`

function drawWhen(day: number, random: Random): Resolved<When> {
  const precision = drawn(precisionShares, random)
  if (precision === 'unknown') return { known: false, reason: 'unmentioned' }
  const iso = isoDay(day)
  const [year, month] = [iso.slice(0, 4), iso.slice(0, 7)]
  const value = ((): When => {
    switch (precision) {
      case 'day': return { edtf: iso, from: iso, to: iso, precision }
      case 'month': return { edtf: month, from: `${month}-01`, to: new Date(Date.UTC(Number(year), Number(month.slice(5)), 0)).toISOString().slice(0, 10), precision }
      case 'year': return { edtf: year, from: `${year}-01-01`, to: `${year}-12-31`, precision }
      case 'range': {
        const to = isoDay(day + random.whole(1, 6))
        return { edtf: `${iso}/${to}`, from: iso, to, precision }
      }
    }
  })()
  return { known: true, value, basis: random.next() < 0.8 ? 'stated' : 'implied', confidence: 0.9, evidence: nowhere, others: [] }
}

/** Replaced by the evidence of each report. */
const nowhere = { article: '', quote: '', start: 0, end: 0 }

function toll(number: number, random: Random): Toll {
  return random.next() < 0.3 ? { low: number, best: number, high: null, qualifier: 'at least' } : { low: number, best: number, high: number }
}

function expanded(text: string, own: Record<string, string>, random: Random): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => own[key] ?? random.pick(words[key]!))
}

const isoDay = (day: number) => new Date(firstDay + day * dayMs).toISOString().slice(0, 10)
const capitalised = (text: string) => text[0]!.toUpperCase() + text.slice(1)
/** Twelve hexadecimal digits, like the ids that are derived from articles. */
const identifier = (random: Random) => Array.from({ length: 3 }, () => random.whole(0, 0xffff).toString(16).padStart(4, '0')).join('')

/** One of the names, as often as its share says. */
function drawn<Name extends string | number>(shares: Record<Name, number>, random: Random): Name {
  const names = Object.entries<number>(shares)
  let wanted = random.next() * names.reduce((sum, [, share]) => sum + share, 0)
  for (const [name, share] of names) if ((wanted -= share) < 0) return name as Name
  return names.at(-1)![0] as Name
}

/** Fisher and Yates. */
function shuffled<T>(list: T[], random: Random): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const other = random.whole(0, i)
    ;[list[i], list[other]] = [list[other]!, list[i]!]
  }
  return list
}
