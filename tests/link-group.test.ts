/** One incident, one record: what is joined, and what must not be, in reports made by hand so that nothing but the rules is tested. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupReports } from '../lib/link/group'
import { sameIncident } from '../lib/link/same'
import type { Actor, Place, Report, Toll } from '../lib/types'
import { on, reading, type Told } from './fixtures/readings'

const sarn: Place = { id: 'xx:sarn', name: 'Sarn', level: 'town', country: 'MD', at: { lat: 47, lon: 29 }, radiusKm: 3, population: 40_000 }
const depot: Place = { id: 'xx:depot', name: 'Sarn depot', level: 'site', country: 'MD', at: { lat: 47.01, lon: 29 }, radiusKm: 0.5 }
const district: Place = { id: 'xx:district', name: 'Sarn District', level: 'district', country: 'MD', at: { lat: 47.02, lon: 29.05 }, radiusKm: 9 }
const region: Place = { id: 'xx:region', name: 'Sarn Region', level: 'region', country: 'MD', at: { lat: 47.2, lon: 29.3 }, radiusKm: 80 }
const mills: Place = { ...sarn, id: 'xx:mills', name: 'Mills', at: { lat: 47.35, lon: 29.3 } }
const metropolis: Place = { ...sarn, id: 'xx:metropolis', name: 'Vela', at: { lat: 50, lon: 36 }, radiusKm: 15, population: 1_400_000 }
const city: Place = { ...sarn, id: 'xx:city', name: 'Orl', at: { lat: 48, lon: 30 }, radiusKm: 8, population: 400_000 }
const island: Place = { ...sarn, id: 'xx:island', name: 'Ile', level: 'area', radiusKm: 25, population: 0 }
const country: Place = { id: 'cc:MD', name: 'Moldova', level: 'country', country: 'MD', at: { lat: 47, lon: 29 }, radiusKm: 150 }

const exactly = (n: number): Toll => ({ low: n, best: n, high: n })
const atLeast = (n: number): Toll => ({ low: n, best: n, high: null, qualifier: 'at least' })
const by = (...names: string[]): Actor[] => names.map((name) => ({ name, role: 'by' }))
/** Somebody whose state is known. */
const of = (country: string, name: string): Actor[] => [{ name, role: 'by', ...{ country } }]
const day = on('2025-03-07')

let articles = 0
function told(about: Partial<Told> = {}): Report {
  const { quote = '…', ...rest } = about
  return reading([{ quote, type: 'strike', where: sarn, when: day, ...rest }], { title: `article ${articles++}` }).reports[0]!
}
const trigger = (text: string) => ({ start: 0, end: text.length, text, rule: 'test' })

const one: [string, Partial<Told>, Partial<Told>][] = [
  ['place, day and type in a town', {}, {}],
  ['place, day and toll in a large city', { where: metropolis, killed: exactly(9) }, { where: metropolis, killed: atLeast(9) }],
  ['a toll that grew', { where: metropolis, killed: exactly(241) }, { where: metropolis, killed: atLeast(279) }],
  ['a toll that was open and grew far, with the party named', { where: metropolis, killed: atLeast(6), actors: by('Russia') }, { where: metropolis, killed: exactly(31), actors: by('Russian forces') }],
  ['only the party, in a large city', { where: metropolis, actors: by('Hamas') }, { where: metropolis, actors: by('Hamas fighters') }],
  ['only the words, in a large city', { where: metropolis, quote: 'A drone hit a flour mill in Vela.' }, { where: metropolis, quote: 'The flour mill of Vela was set alight by a drone on Friday, officials said.' }],
  ['the same sentence, printed twice', { where: metropolis, quote: 'Vela was struck.' }, { where: metropolis, quote: 'Vela was struck.' }],
  ['called a strike and an attack', { killed: exactly(4) }, { type: 'attack', killed: exactly(4) }],
  ['called an attack and a clash', { type: 'attack', actors: by('M23') }, { type: 'clash', actors: by('M23 rebels') }],
  ['an explosion and a bombing', { type: 'disaster', trigger: trigger('explosion'), killed: exactly(12) }, { type: 'attack', trigger: trigger('bombed'), killed: exactly(12) }],
  ['explosions and the strike that caused them', { type: 'disaster', trigger: trigger('Explosions'), quote: 'Explosions rocked a fuel depot in Sarn on Friday.' }, { quote: 'Drones struck a fuel depot in Sarn, setting it on fire.' }],
  ['an island', { type: 'disaster', where: island, killed: exactly(12) }, { type: 'disaster', where: island, killed: exactly(12) }],
  ['a march fired upon', { type: 'protest', killed: exactly(19) }, { type: 'attack', killed: atLeast(19) }],
  ['the site in one, its town in the other', { where: depot }, {}],
  ['the site in one, its district in the other', { where: depot }, { where: district }],
  ['the district in one, its town in the other', { where: district }, {}],
  ['the region in one, its town in the other, and the toll', { where: region, killed: exactly(9) }, { killed: exactly(9) }],
  ['the same region, and the party', { where: region, actors: by('Ukraine') }, { where: region, claimedBy: 'Ukraine’s security service' }],
  ['the day and the night that ends on it', { when: on('2025-03-06', '2025-03-07') }, {}],
  ['the day and a week that holds it, and the toll', { when: on('2025-03-03', '2025-03-09'), killed: exactly(9) }, { killed: exactly(9) }],
  ['claimed in one, told as fact in the other', { status: 'claimed', claimedBy: 'Russia', actors: by('Russia') }, { actors: by('Russia') }],
  ['claimed by one, denied by the other', { status: 'claimed', claimedBy: 'Russia' }, { status: 'denied', claimedBy: 'Russia', deniedBy: 'Ukraine' }],
  ['each side blaming the other, with one toll', { killed: exactly(9), actors: by('Russia') }, { killed: exactly(9), actors: by('Ukraine') }],
  ['a meeting of the same parties in a large city', { type: 'meeting', where: metropolis, actors: by('Russia', 'Ukraine') }, { type: 'meeting', where: metropolis, actors: by('Ukrainian negotiators', 'Russia', 'Turkey') }],
  ['a meeting of a state, and of one who speaks for it', { type: 'meeting', where: metropolis, actors: of('RU', 'Orlov') }, { type: 'meeting', where: metropolis, actors: by('Russia') }],
  ['a meeting planned, then held', { type: 'meeting', status: 'planned', actors: by('Russia', 'Ukraine') }, { type: 'meeting', actors: by('Ukraine', 'Russia') }],
  ['a meeting planned for some day of the week, then held', { type: 'meeting', status: 'planned', actors: by('Iran'), when: on('2025-03-03', '2025-03-09') }, { type: 'meeting', actors: by('Iran') }],
  ['a flood of a large city', { type: 'disaster', where: metropolis, quote: 'Floods drowned Vela.' }, { type: 'disaster', where: metropolis, quote: 'Heavy rain flooded streets.' }],
  ['a march in a large city', { type: 'protest', where: metropolis }, { type: 'protest', where: metropolis }],
]

const two: [string, Partial<Told>, Partial<Told>][] = [
  ['another day', {}, { when: on('2025-03-08') }],
  ['two nights that share a day', { when: on('2025-03-06', '2025-03-07') }, { when: on('2025-03-07', '2025-03-08') }],
  ['no date in one', {}, { when: undefined }],
  ['no date in both, whatever else agrees', { when: undefined, killed: exactly(9), actors: by('Hamas') }, { when: undefined, killed: exactly(9), actors: by('Hamas') }],
  ['no place in one', {}, { where: undefined }],
  ['a month', { when: { edtf: '2025-03', from: '2025-03-01', to: '2025-03-31', precision: 'month' }, killed: exactly(9) }, { killed: exactly(9) }],
  ['a week that holds it and nothing more', { when: on('2025-03-03', '2025-03-09'), actors: by('Russia') }, { actors: by('Russia') }],
  ['a country that holds it', { where: country, killed: exactly(9) }, { killed: exactly(9) }],
  ['a region that holds it, with no more than the party', { where: region, actors: by('Russia') }, { actors: by('Russia') }],
  ['another town of the region', { where: mills, killed: exactly(9) }, { killed: exactly(9) }],
  ['a large city, with nothing that agrees', { where: metropolis }, { where: metropolis }],
  ['two strikes on a large city with other tolls', { where: metropolis, killed: exactly(2), actors: by('Russia') }, { where: metropolis, killed: exactly(9), actors: by('Russia') }],
  ['two strikes on a city of war with other tolls', { where: city, killed: exactly(5), actors: by('Israel') }, { where: city, killed: exactly(31), actors: by('Israel') }],
  ['two strikes on a large city, in one of which nobody died', { where: metropolis, killed: exactly(0), actors: by('Russia') }, { where: metropolis, killed: exactly(3), actors: by('Russia') }],
  ['two strikes on a large city by others', { where: metropolis, actors: by('Israel') }, { where: metropolis, actors: by('Iran') }],
  ['two strikes on a large city on other targets', { where: metropolis, quote: 'A drone hit a flour mill in Vela.' }, { where: metropolis, quote: 'A drone hit a maternity hospital in Vela.' }],
  ['tolls of another order, even in a town', { killed: exactly(3) }, { killed: exactly(300) }],
  ['a strike and a clash', { actors: by('Russia'), killed: exactly(9) }, { type: 'clash', actors: by('Russia'), killed: exactly(9) }],
  ['a strike and an attack with nothing that agrees', {}, { type: 'attack' }],
  ['a quake and an attack', { type: 'disaster', trigger: trigger('earthquake'), killed: exactly(9) }, { type: 'attack', killed: exactly(9) }],
  ['an explosion and a bombing with nothing that agrees', { type: 'disaster', trigger: trigger('explosion') }, { type: 'attack', trigger: trigger('bombed') }],
  ['a march and an attack beside it', { type: 'protest', actors: by('Hamas') }, { type: 'attack', actors: by('Hamas') }],
  ['a meeting and what was agreed there', { type: 'meeting', actors: by('Russia', 'Ukraine') }, { type: 'agreement', actors: by('Russia', 'Ukraine') }],
  ['two meetings in one city of other parties', { type: 'meeting', actors: by('Russia') }, { type: 'meeting', actors: by('Ukraine') }],
  ['two meetings of two of one state', { type: 'meeting', where: metropolis, actors: of('RU', 'Orlov') }, { type: 'meeting', where: metropolis, actors: of('RU', 'Belov') }],
  ['two meetings of one mediator with either side', { type: 'meeting', actors: by('United States', 'Russia') }, { type: 'meeting', actors: by('US', 'United States', 'Ukraine') }],
  ['a plan, and another meeting in its place', { type: 'meeting', status: 'planned', actors: by('Russia') }, { type: 'meeting', actors: by('Iran') }],
  ['a plan of nobody named', { type: 'meeting', status: 'planned' }, { type: 'meeting' }],
  ['a plan that was held on another day', { type: 'meeting', status: 'planned', actors: by('Russia') }, { type: 'meeting', actors: by('Russia'), when: on('2025-03-08') }],
  ['what two people said in one town', { type: 'statement', quote: 'The mayor thanked the donors.' }, { type: 'statement', quote: 'The bishop praised the choir.' }],
  ['a flood and a fire', { type: 'disaster', quote: 'Floods drowned Sarn.' }, { type: 'disaster', quote: 'A warehouse caught fire.' }],
  ['countries of like names', { where: metropolis, type: 'meeting', actors: by('Niger') }, { where: metropolis, type: 'meeting', actors: by('Nigeria') }],
]

describe('two reports are of one incident', () => {
  test.each(one)('%s', (_, a, b) => {
    expect(sameIncident(told(a), told(b))).toBe(true)
    expect(sameIncident(told(b), told(a))).toBe(true)
  })
})

describe('two reports are of two incidents', () => {
  test.each(two)('%s', (_, a, b) => {
    expect(sameIncident(told(a), told(b))).toBe(false)
    expect(sameIncident(told(b), told(a))).toBe(false)
  })

  test('told apart by one article', () => {
    const [a, b] = reading([{ quote: 'One drone hit the depot.', where: sarn, when: day }, { quote: 'Another hit the mill.', where: sarn, when: day }]).reports
    expect(sameIncident(a!, b!)).toBe(false)
  })
})

const quotesOf = (groups: Report[][]) => groups.map((group) => group.map(({ evidence }) => evidence.quote).sort()).sort()

describe('many reports', () => {
  test('forty of one event are one incident', () => {
    const many = Array.from({ length: 40 }, (_, i) => told({ where: metropolis, killed: atLeast(9 + (i % 3)), actors: i % 2 ? by('Russia') : [], quote: `Telling ${i}.` }))
    expect(groupReports(many)).toHaveLength(1)
  })

  test('a chain does not glue its ends', () => {
    const few = told({ quote: 'few', where: metropolis, killed: exactly(9), actors: by('Russia') })
    const some = told({ quote: 'some', where: metropolis, killed: exactly(12), actors: by('Russia') })
    const many = told({ quote: 'many', where: metropolis, killed: exactly(17), actors: by('Russia') })
    expect([sameIncident(few, some), sameIncident(some, many), sameIncident(few, many)]).toEqual([true, true, false])
    expect(groupReports([few, some, many])).toHaveLength(2)
  })

  test('a report of the whole region joins one of its towns, and does not glue two', () => {
    const groups = groupReports([told({ quote: 'region', where: region, killed: exactly(9) }), told({ quote: 'sarn', killed: exactly(9) }), told({ quote: 'mills', where: mills, killed: exactly(9) })])
    expect(groups.map((group) => group.length).sort()).toEqual([1, 2])
    expect(quotesOf(groups)).not.toContainEqual(['mills', 'sarn'])
  })

  test('a mediator named alone does not glue the meetings with either side', () => {
    const met = (quote: string, ...names: string[]) => told({ quote, type: 'meeting', where: metropolis, actors: by(...names) })
    const groups = groupReports([met('alone', 'United States'), met('one', 'United States', 'Russia'), met('other', 'United States', 'Ukraine')])
    expect(groups).toHaveLength(2)
  })

  test('two that say nothing of each other are joined by a third that agrees with both', () => {
    const groups = groupReports([told({ where: metropolis, killed: exactly(9) }), told({ where: metropolis, killed: exactly(9), actors: by('Russia') }), told({ where: metropolis, actors: by('Russia') })])
    expect(groups).toHaveLength(1)
  })

  test('groups already formed are joined by others and otherwise left as they are', () => {
    const [a, b, c, d] = [told({ quote: 'a' }), told({ quote: 'b' }), told({ quote: 'c', when: on('2025-03-09') }), told({ quote: 'd' })] as [Report, Report, Report, Report]
    expect(quotesOf(groupReports([a, b, c, d], undefined, [[a], [b], [c]]))).toContainEqual(['c'])
    expect(quotesOf(groupReports([a, b, c, d], undefined, [[a, b], [c]]))).toEqual([['a', 'b', 'd'], ['c']])
  })

  test('what was taken apart stays apart, also by way of a third', () => {
    const [a, b, c] = [told({ quote: 'a' }), told({ quote: 'b' }), told({ quote: 'c' })] as [Report, Report, Report]
    const groups = groupReports([a, b, c], (x, y) => (x === a && y === b) || (x === b && y === a))
    expect(groups).toHaveLength(2)
    expect(groups.some((group) => group.includes(a) && group.includes(b))).toBe(false)
  })
})

const anyTold: fc.Arbitrary<Report> = fc
  .record({
    type: fc.constantFrom('strike', 'attack', 'clash', 'meeting', 'protest', 'disaster' as const),
    status: fc.constantFrom('happened', 'claimed', 'planned' as const),
    where: fc.constantFrom(sarn, depot, district, region, mills, metropolis),
    when: fc.constantFrom(day, on('2025-03-06', '2025-03-07'), on('2025-03-08'), on('2025-03-03', '2025-03-09'), undefined),
    killed: fc.option(fc.nat(20).chain((n) => fc.constantFrom(exactly(n), atLeast(n))), { nil: undefined }),
    actors: fc.subarray(by('Russia', 'Ukraine', 'Iran', 'police')),
    quote: fc.constantFrom('A drone hit the flour mill.', 'The flour mill burned after a drone fell.', 'An explosion was heard.', 'They met.'),
  })
  .map((about) => told(about))

test('the incidents do not depend on the order of the reports, lose none, and hold no two that contradict', () => {
  fc.assert(fc.property(fc.array(anyTold, { maxLength: 14 }).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
    const ids = (groups: Report[][]) => groups.map((group) => group.map(({ id }) => id).sort().join()).sort()
    const groups = groupReports(list)
    expect(ids(groupReports(shuffled))).toEqual(ids(groups))
    expect(groups.flat()).toHaveLength(list.length)
    for (const group of groups) if (group.length > 1) for (const report of group) expect(group.some((other) => sameIncident(report, other))).toBe(true)
  }))
})
