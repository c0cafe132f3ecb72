import { describe, expect, it } from 'vitest'
import { openGazetteer } from '../lib/gazetteer'
import { openModels, readReading } from '../lib/pipeline'
import { readArticle } from '../lib/read/article'
import { recognisePlaces } from '../lib/recognise/places'

const gazetteer = openGazetteer()
const placesIn = (text: string) => recognisePlaces(readArticle({ text }), gazetteer, openModels().tagger)
const names = (text: string) => placesIn(text).filter(({ role }) => role !== 'part').map(({ text: name }) => name)
const roleIn = (text: string, name: string) => placesIn(text).find((place) => place.text === name)?.role
const filler = ' The police said on Monday that it was not the first time this had been seen there.'

describe('a place is found', () => {
  it.each([
    ['in many words', 'Fighting spread in the Democratic Republic of Congo and in Papua New Guinea.', ['Democratic Republic of Congo', 'Papua New Guinea']],
    ['at sea', 'A tanker burned in the Strait of Hormuz, far from the Caspian Sea.', ['Strait of Hormuz', 'Caspian Sea']],
    ['behind a direction', 'Gunmen attacked a market in northern Mali.', ['Mali']],
    ['behind a possessive', "Shells fell on southeastern Ukraine's Zaporizhzhia region.", ['Ukraine', 'Zaporizhzhia']],
    ['in a list', 'Blasts were heard in Kharkiv, Izmail and Mykolaiv.', ['Kharkiv', 'Izmail', 'Mykolaiv']],
    ['as an abbreviation', 'The ship left the U.S. for the UK on Friday.', ['U.S.', 'UK']],
    ['with its state', 'A fire broke out in Springfield, Ill., on Friday.', ['Springfield', 'Ill.']],
    ['that is a word too, where the sentence makes it sure', 'A train derailed near Nice, France, on Friday.', ['Nice', 'France']],
    ['with its type', 'A storm hit Clarke County, Georgia, on Friday.', ['Clarke County', 'Georgia']],
    ['that no gazetteer has, where the construction is sure', 'Two men drowned near the village of Qezzelbrun on Friday, and a fire began in the Al-Qezzel neighborhood of Baghdad.', ['Qezzelbrun', 'Al-Qezzel', 'Baghdad']],
  ])('%s', (_, text, expected) => expect(names(text)).toEqual(expected))
})

describe('no place is', () => {
  it.each([
    ['a person', 'Paris Hilton met Jordan Peele and Chad Smith.', []],
    ['a surname met before with its first name', 'Laura Houston won the vote. Houston thanked the voters, and Houston left.', []],
    ['a name behind a title', 'President Lincoln wrote to Gen. Houston and Mayor London Brooks.', []],
    ['a month or a weekday', 'March was wet, and in May or on Sunday it snowed.', []],
    ['a word at the start of a sentence', 'Reading is good. Nice weather came. Of course he left. Mobile phones rang. Police came.', []],
    ['inside another word', 'The ambassador spoke about vacations and romance to a manchester.', []],
    ['in lower case', 'She ate turkey from china near the reading room.', []],
    ['an abbreviation that is also a town', 'The PRI and the VAT office told TASS about the MIDI file.', []],
    ['a nationality of people', 'Dozens of Nigerians came.', ['Nigerians']],
    ['anything in another language', 'Die Polizei hat in Berlin und in Paris fünf Menschen festgenommen, wie die Behörden mitteilten.', []],
  ])('%s', (_, text, expected) => expect(names(text)).toEqual(expected))

  it('an organisation: the place inside its name is a part of it', () => {
    for (const [text, name] of [['The Bank of England raised rates.', 'England'], ['He studied at the University of Oxford.', 'Oxford'], ['The Kansas City Royals lost.', 'Kansas City'], ['The Boston Globe said so.', 'Boston']] as const) {
      expect(placesIn(text + filler).filter(({ role }) => role !== 'part'), text).toEqual([])
      expect([undefined, 'part'], text).toContain(roleIn(text + filler, name))
    }
  })
})

it('a street may be a place, but never the town it is named after', () => {
  const { places } = readReading({ text: 'The shop stood on Oxford Street until it moved to Boston Road.' })
  expect([...places].map(([{ text: name }, place]) => [name, place.known]).filter(([name, known]) => known || name === 'Oxford' || name === 'Boston')).toEqual([])
})

it('a seat of power that speaks is no location', () => {
  expect([undefined, 'metonym']).toContain(roleIn('The Kremlin said nothing.', 'Kremlin'))
})

describe('a name stands for a government', () => {
  it.each([
    ['Kyiv urged Washington to send more trucks.', 'Kyiv'], ['Kyiv urged Washington to send more trucks.', 'Washington'],
    ['Envoys met, with Paris urging Rome to increase pressure on Vienna to agree.', 'Vienna'],
    ['Moscow has repeatedly denied the report.', 'Moscow'], ['Kigali says it does no such thing.', 'Kigali'], ['Berlin is not planning a similar step.', 'Berlin'],
    ['Talks between London and Moscow stalled.', 'London'], ['Talks between London and Moscow stalled.', 'Moscow'],
    ['The ruling party accused Brussels of paying for it.', 'Brussels'], ['A Washington-backed plan failed.', 'Washington'],
    ['The US envoys left early.', 'US'], ['China, Japan and Peru agreed on a treaty.', 'Japan'], ["Kenya's president spoke.", 'Kenya'],
    ['Sanctions on Iran stay in force.', 'Iran'], ['The president of Poland spoke.', 'Poland'], ['The minister met negotiators from Chile.', 'Chile'],
  ])('in "%s": %s', (text, name) => {
    expect(roleIn(text, name)).toBe('metonym')
    expect(placesIn(text).find((place) => place.text === name)?.literal).toBe(false)
  })
})

describe('a name is where it happened', () => {
  it.each([
    ['In Kyiv, the minister told reporters about it.', 'Kyiv'], ['A drone struck Kyiv overnight.', 'Kyiv'], ['Kyiv was attacked overnight.', 'Kyiv'],
    ['A missile strike on Odesa killed two.', 'Odesa'], ['The road between Homs and Hama was cut.', 'Homs'], ['A Lagos-based firm lost a ship.', 'Lagos'],
    ['The Miami talks go on.', 'Miami'], ['They live in parts of Syria.', 'Syria'], ['The border with Mexico is closed.', 'Mexico'], ['In Lagos police said three men had died.', 'Lagos'],
  ])('in "%s": %s', (text, name) => expect(roleIn(text, name)).toBe('location'))

  it('but a nationality and the filing line are not', () => {
    expect(roleIn('Ukrainian drones hit a depot.', 'Ukrainian')).toBe('demonym')
    expect(roleIn('MIAMI, Dec. 21, 2025 – Envoys met.', 'MIAMI')).toBe('dateline')
  })
})

describe('what contains a place is kept with it', () => {
  it.each([
    ['A well burned in Odessa, Texas, on Friday.', 'Odessa', ['Texas']], ['It rained in Paris, Texas.', 'Paris', ['Texas']],
    ["Crowds marched in Tripoli, Lebanon's second city.", 'Tripoli', ['Lebanon']], ['A fire broke out in Springfield, Ill., on Friday.', 'Springfield', ['Ill.']],
    ['Shells fell on southern Ukraine\'s Kherson region.', 'Kherson', ['Ukraine']], ['Two died in Alexandria in Egypt.', 'Alexandria', ['Egypt']],
  ])('in "%s"', (text, name, qualifiers) => expect(placesIn(text).find((place) => place.text === name)?.qualifiers).toEqual(qualifiers))

  it('but a list is not a chain', () => {
    for (const place of placesIn('Blasts were heard in Kharkiv, Odesa, Lviv and Kyiv.')) expect(place.qualifiers).toBeUndefined()
  })
  it.each([['the town of Masisi', 'Masisi', 'town'], ['the Kherson region', 'Kherson', 'region'], ['the airport of Kassala', 'Kassala', 'site'],
    ['the Kherson, Donetsk and Sumy regions', 'Kherson', 'region'], ['the Kherson and Sumy regions', 'Sumy', 'region'], ['Kherson and several regions of Poland', 'Kherson', undefined]])('and the noun beside it: %s', (phrase, name, level) => {
    expect(placesIn(`Rebels came to ${phrase} on Friday.`).find((place) => place.text === name)?.levelHint).toBe(level)
  })
})

it('every mention is its text, in order, none overlapping', () => {
  const text = 'OSLO, May 2 — US-led talks in Paris, Texas, and Paris, France, ended. Kyiv and Moscow agreed, said the Bank of England. Rain fell in St. Louis, Mo., and U.S.-Mexico trade grew.'
  let end = 0
  for (const place of placesIn(text)) {
    expect(text.slice(place.start, place.end)).toBe(place.text)
    expect(place.start).toBeGreaterThanOrEqual(end)
    end = place.end
  }
  expect(end).toBeGreaterThan(0)
})
