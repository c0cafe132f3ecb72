import { describe, expect, it } from 'vitest'
import { readReading } from '../lib/pipeline'
import type { Report } from '../lib/types'

const reportsOf = (text: string, published = '2025-12-21') => readReading({ text, published }).reports
/** The name as the article writes it. */
const placeOf = ({ where }: Report) => (where.known ? where.evidence.quote : null)
const dayOf = ({ when }: Report) => (when.known ? when.value.edtf : null)
const brief = (text: string, published?: string) => reportsOf(text, published).map((report) => [report.type, placeOf(report)])

describe('an event is placed', () => {
  it.each([
    ['where its clause says', 'Gunmen shot dead a judge in Lyon on Friday.', [['attack', 'Lyon']]],
    ['by what opens the sentence', 'In Brussels on Monday, ministers approved sanctions against two firms.', [['sanction', 'Brussels']]],
    ['twice when two towns are named', 'A drone struck a mill in Izmail and a depot in Mykolaiv.', [['strike', 'Izmail'], ['strike', 'Mykolaiv']]],
    ['at the goal of a movement', 'Norway sent 200 soldiers from Oslo to Lagos.', [['movement', 'Lagos']]],
    ['where the relative clause tells it', 'The attack, which took place in Genoa, hurt two guards.', [['attack', 'Genoa']]],
    ['each deed at its own place', 'The navy said it had sunk a frigate with missiles off Odesa and struck an oil depot in Sevastopol.', [['strike', 'Odesa'], ['strike', 'Sevastopol']]],
    ['for a statement only where it was made', 'In Paris, the minister said he would sign nothing.', [['statement', 'Paris']]],
    ['for words to reporters', '“We go on,” the envoy told reporters in Geneva.', [['statement', 'Geneva']]],
  ])('%s', (_, text, expected) => expect(brief(text)).toEqual(expected))
})

describe('no place is taken from', () => {
  const placed = (text: string) => reportsOf(text).map(placeOf).filter((name) => name !== null)
  it.each([
    ['governments that act', 'Paris urged Berlin to put pressure on Rome.'],
    ['the dateline', 'LIMA, Dec. 20, 2025 — The minister said prices would fall.'],
    ['the topic of talks', 'Envoys held talks on the crisis in Sudan.'],
    ['the seat of a firm', 'A boiler blew up on Monday. The yard belongs to a company based in Atlanta.'],
    ['where analysts sit', 'The raid may be repeated, analysts in Warsaw warned.'],
    ['an outcome', 'The exchange of letters went on for years, leading to prisoner swaps.'],
  ])('%s', (_, text) => expect(placed(text)).toEqual([]))

  it('the place of the deed for what officials said of it', () => {
    expect(brief('In Lyon, gunmen killed two guards, police said.')).toEqual([['attack', 'Lyon']])
  })
})

describe('one event told several times', () => {
  it('is one report with every sentence and the latest count', () => {
    const reports = reportsOf('A bomb exploded at a market in Kano on Saturday. The blast tore through the grain hall. By night the toll had risen to 14, with 31 people wounded. The bombing was the first in years.')
    expect(reports).toHaveLength(1)
    const [report] = reports
    expect(report).toMatchObject({ type: 'attack', killed: { best: 14 }, injured: { best: 31 } })
    expect(placeOf(report!)).toBe('Kano')
    expect(dayOf(report!)).toBe('2025-12-20')
    expect(report!.mentions.length).toBeGreaterThanOrEqual(2)
  })

  it('stays apart from a second one elsewhere', () => {
    expect(brief('A flood hit Kano on Tuesday, killing nine people. A second flood hit Lagos on Wednesday.')).toEqual([['disaster', 'Kano'], ['disaster', 'Lagos']])
  })

  it('keeps deeds of different days apart', () => {
    const reports = reportsOf('Rockets hit Kharkiv on Monday. Rockets hit Kharkiv on Friday.')
    expect(reports.map(dayOf)).toEqual(['2025-12-15', '2025-12-19'])
  })

  it('goes on as a planned report of its own', () => {
    const reports = reportsOf('The two sides met in Doha on Saturday. The talks will resume on Monday.')
    expect(reports.map(({ status }) => status)).toEqual(['happened', 'planned'])
    expect(reports.map(placeOf)).toEqual(['Doha', 'Doha'])
    expect(reports.map(dayOf)).toEqual(['2025-12-20', '2025-12-22'])
  })
})

describe('standing', () => {
  it('is claimed when only one side says so', () => {
    const [report] = reportsOf('The army said it had shot down a helicopter over Goma on Friday.')
    expect(report).toMatchObject({ status: 'claimed', claimedBy: 'army' })
  })
  it('stays happened with a claim of responsibility', () => {
    const [report] = reportsOf('A car bomb killed nine people in Mosul on Friday. The Red Sun group claimed responsibility for the bombing.')
    expect(report).toMatchObject({ status: 'happened', claimedBy: 'Red Sun group', killed: { best: 9 } })
  })
})

describe('every report', () => {
  const text = 'Gunmen shot dead a judge in Lyon on Friday. In Paris, the minister said he was sad. Thousands marched in Genoa on Saturday.'
  it('quotes the sentence that tells it', () => {
    for (const { evidence, trigger, id } of reportsOf(text)) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
      expect(evidence.quote).toContain(trigger.text)
      expect(id).toMatch(/^[a-z0-9]{8,40}$/)
    }
  })
  it('has the same id whenever it is read', () => {
    expect(reportsOf(text).map(({ id }) => id)).toEqual(reportsOf(text).map(({ id }) => id))
  })
  it('says how sure it is', () => {
    for (const { confidence } of reportsOf(text)) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })
})

describe('what a reporter leaves to the reader', () => {
  const told = (text: string, published?: string) => reportsOf(text, published).map((report) => [report.type, placeOf(report), dayOf(report)])

  it.each([
    ['"the city" is the town told last', 'Rescuers went on searching in Kharkiv on Saturday after missiles struck the city.', [['strike', 'Kharkiv', '2025-12-20']]],
    ['"the city" is the town of the dateline that the text speaks of', 'KYIV, Dec. 21, 2025 – Kyiv mourned on Sunday after a drone attack on the city.', [['strike', 'Kyiv', '2025-12-21']]],
    ['a list of towns with a month each', 'Rebels captured Goma, the largest city of the east, in January and Bukavu in February.', [['clash', 'Goma', '2025-01'], ['clash', 'Bukavu', '2025-02']]],
    ['a summit after its topic', 'The ministers signed a document on the truce in Gaza at a summit in Cairo on Monday.', [['agreement', 'Cairo', '2025-12-15']]],
    ['the day goes on', 'Israel attacked Iran with drones on Friday. Its air force bombed a plant in Tehran.', [['strike', 'Iran', '2025-12-19'], ['strike', 'Tehran', '2025-12-19']]],
    ['who did it is no second event', 'On Tuesday protesters set fire to a hall in Nairobi.', [['attack', 'Nairobi', '2025-12-16']]],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))

  it.each([
    ['an accord left unsigned', 'An accord that the ministers were to sign in Geneva on Friday was left unsigned.'],
    ['talks called off', 'A round of talks that was planned for Sunday in Muscat was called off.'],
    ['"the city" before any town was told', 'Missiles struck the city in silence.'],
  ])('nothing is placed for %s', (_, text) => expect(reportsOf(text).map(placeOf).filter(Boolean)).toEqual([]))

  it('a count belongs to the protest that was fired on, not to the next day', () => {
    const reports = reportsOf('Thousands marched through Nairobi on Monday. Police opened fire, and at least 19 people were killed. On Tuesday protesters set fire to a hall in Nairobi.')
    expect(reports.map(({ type, killed }) => [type, killed?.best])).toEqual([['protest', 19], ['attack', undefined]])
  })

  it('a death in a second town is not the first town’s', () => {
    const reports = reportsOf('In Kharkiv, buildings were hit by missiles on Friday; a woman was killed in Sumy.')
    expect(reports.find((report) => placeOf(report) === 'Kharkiv')?.killed).toBeUndefined()
  })

  it('the quote begins behind the dateline', () => {
    const [report] = reportsOf('LYON, France, Dec. 21, 2025 (Wire) – Gunmen shot dead a judge in Lyon on Friday.')
    expect(report?.evidence.quote).toBe('Gunmen shot dead a judge in Lyon on Friday.')
  })

  it('neither a day nor one who only watched is among the doers', () => {
    const names = (text: string) => reportsOf(text).flatMap(({ actors }) => actors.map(({ name }) => name))
    expect(names('On Tuesday protesters marched through Nairobi.')).toEqual(['protesters'])
    expect(names('The envoy thanked the Kenyan parliament before he flew to Nairobi on Friday.')).toEqual([])
  })
})

describe('a place said otherwise', () => {
  const told = (text: string) => reportsOf(text).map((report) => [report.type, placeOf(report)])

  it.each([
    ['a town that is host', 'Cairo hosted a new round of talks on Monday.', [['meeting', 'Cairo']]],
    ['the site of a crash', 'A bus crashed in Kano on Friday, killing nine people. The governor visited the site of the crash on Saturday.', [['disaster', 'Kano'], ['meeting', 'Kano']]],
    ['the goal of a journey to a summit', 'The minister will travel to Seoul next week for a summit.', [['meeting', 'Seoul']]],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))

  it('unnamed towns are not where the talks before were', () => {
    expect(told('Missiles hit several cities on Friday within hours of the talks in Doha.').filter(([type]) => type === 'strike')).toEqual([['strike', null]])
  })

  it('a town of the struck country has the same day and kind', () => {
    const reports = reportsOf('Rockets were fired at Lebanon on Friday. In Tyre three people were killed.')
    expect(reports.map(({ type }) => type)).toEqual(['strike', 'strike'])
    expect(reports.map(dayOf)).toEqual(['2025-12-19', '2025-12-19'])
  })

  it('what follows a semicolon is not at the place before it', () => {
    expect(told('In Murmansk several people were arrested; the attacks elsewhere were repelled.').filter(([type]) => type === 'clash').map(([, place]) => place)).not.toContain('Murmansk')
  })
})

describe('next to one another', () => {
  it('a death in a place that no gazetteer has is not the neighbour’s', () => {
    const [report] = reportsOf('In Kharkiv, buildings were hit by missiles on Friday; a woman was killed in Xyloprad.')
    expect([placeOf(report!), report?.killed]).toEqual(['Kharkiv', undefined])
  })

  it('a further attack in the next sentence is of the same kind and day', () => {
    const reports = reportsOf('Warplanes struck a depot in Homs on Friday. The army also attacked a bridge at Aleppo.')
    expect(reports.map((report) => [report.type, placeOf(report), dayOf(report)])).toEqual([['strike', 'Homs', '2025-12-19'], ['strike', 'Aleppo', '2025-12-19']])
  })
})

describe('a comparison', () => {
  it('"the first such attack in …" is the attack told before', () => {
    expect(brief('A drone hit a depot in Samara on Friday. It was the first such attack in Siberia.')).toEqual([['strike', 'Samara']])
  })
})

describe('parts of one deed', () => {
  it('have the day that was told of it', () => {
    const reports = reportsOf('The army said on Friday that its drones had struck four air bases. The drones hit a base in the Samara region and the airfield of Homs.')
    expect(new Set(reports.map(dayOf))).toEqual(new Set(['2025-12-19']))
  })
})
