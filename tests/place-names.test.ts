/**
 * Names in the sentences of a newspaper, through the whole pipeline: what must be found, as what and where, and what
 * must not be taken for a place. All sentences are invented. `[[…]]` marks the names a case speaks of, in order; each
 * has its answer behind the text.
 */
import { describe, expect, it } from 'vitest'
import { distanceKm } from '../lib/distance'
import { readReading } from '../lib/pipeline'
import type { PlaceLevel } from '../lib/taxonomy'
import type { PlaceMention, PlaceRole, Reading, Span } from '../lib/types'

type Known = { name: RegExp; levels: PlaceLevel[]; country: string | undefined; lat: number; lon: number; km: number }
type Answer = { says: string; roles: (PlaceRole | 'none')[]; place?: Known; notNear?: Known }
type Case = [title: string, text: string, ...answers: Answer[]]

/** `country` undefined: none, as for a sea; '*': whichever the gazetteer gives. */
const known = (name: RegExp, levels: PlaceLevel | PlaceLevel[], country: string | undefined, lat: number, lon: number, km: number): Known =>
  ({ name, levels: [levels].flat(), country, lat, lon, km })

// What a name is in its sentence: where something is; where the article was filed; a government; a people; a part of another name.
const where = (place: Known): Answer => ({ says: 'location', roles: ['location'], place })
/** A place whichever way it is meant: where it is told of, or a government. */
const found = (place: Known): Answer => ({ says: 'a place', roles: ['location', 'metonym'], place })
const filed = (place: Known): Answer => ({ says: 'filing line', roles: ['dateline'], place })
const government = (place: Known): Answer => ({ says: 'government', roles: ['metonym'], place })
const people = (place: Known): Answer => ({ says: 'people', roles: ['demonym'], place })
/** A name inside the name of an organisation, a ship, a treaty, a book; it may also go unmarked. */
const inName: Answer = { says: 'part of a name or nothing', roles: ['part', 'none'] }
/** A person, an animal, a word. */
const nothing: Answer = { says: 'no place', roles: ['part', 'none'] }
/** A team, a firm or an office, whichever of the readings that are no location it gets. */
const notLiteral: Answer = { says: 'not literal', roles: ['metonym', 'part', 'demonym', 'none'] }
/** Found, but elsewhere than its famous namesake. */
const not = (place: Known): Answer => ({ says: `not ${place.name.source}`, roles: ['location', 'dateline', 'metonym', 'part', 'demonym', 'none'], notNear: place })

const miami = known(/^Miami$/, 'town', 'US', 25.77, -80.19, 30)
const miamiOklahoma = known(/^Miami$/, 'town', 'US', 36.87, -94.88, 30)
const florida = known(/^Florida$/, 'region', 'US', 28.1, -81.9, 250)
const oklahoma = known(/^Oklahoma$/, 'region', 'US', 35.5, -97.5, 200)
const kyiv = known(/^Kyiv$/, ['town', 'region'], 'UA', 50.45, 30.52, 15)
const kyivRegion = known(/^Kyiv/, 'region', 'UA', 50.3, 30.45, 100)
const odesa = known(/^Odesa$/, 'town', 'UA', 46.48, 30.73, 30)
const odesaRegion = known(/^Odesa/, 'region', 'UA', 46.7, 30, 120)
const odessaTexas = known(/^Odessa$/, 'town', 'US', 31.85, -102.37, 30)
const texas = known(/^Texas$/, 'region', 'US', 31.5, -99.3, 250)
const crimea = known(/^Crimea/, ['region', 'area'], 'UA', 45.3, 34.4, 100)
const sevastopol = known(/^Sevastopol$/, ['town', 'region'], 'UA', 44.6, 33.53, 40)
const caspian = known(/^Caspian Sea$/, 'sea', undefined, 41.8, 50.5, 400)
const blackSea = known(/^Black Sea$/, 'sea', undefined, 43.3, 34.3, 400)
const donbas = known(/^Donbas/, 'area', 'UA', 48.4, 38.2, 130)
const pokrovsk = known(/^Pokrovsk$/, 'town', 'UA', 48.28, 37.18, 30)
const engels = known(/^Engels$/, 'town', 'RU', 51.48, 46.11, 40)
const hormuz = known(/^Strait of Hormuz$/, 'sea', undefined, 26.57, 56.25, 100)
const mandeb = known(/^Bab el-Mandeb/, 'sea', undefined, 12.6, 43.33, 60)
const golan = known(/^Golan Heights$/, ['area', 'region'], '*', 33, 35.77, 50)
const karabakh = known(/^Nagorno-Karabakh$/, ['area', 'region'], 'AZ', 39.85, 46.75, 70)
const darfur = known(/^Darfur$/, ['area', 'region'], 'SD', 14.4, 25.2, 350)
const northDarfur = known(/^North Darfur$/, 'region', 'SD', 16.3, 25.7, 300)
const elFasher = known(/Fas?her$/, 'town', 'SD', 13.63, 25.35, 30)
const khanYounis = known(/^Khan Y/, 'town', 'PS', 31.34, 34.31, 15)
const kashmir = known(/Kashmir$/, ['area', 'region'], '*', 34.3, 75.5, 250)
const srinagar = known(/^Srinagar$/, 'town', 'IN', 34.09, 74.8, 30)
const sahel = known(/^Sahel$/, 'area', undefined, 16, 3, 1300)
const redSea = known(/^Red Sea$/, 'sea', undefined, 20.3, 38.5, 400)
const taiwanStrait = known(/^Taiwan Strait$/, 'sea', undefined, 24.5, 119.5, 200)
const marALago = known(/^Mar-a-Lago$/, 'site', 'US', 26.68, -80.04, 10)
const campDavid = known(/^Camp David$/, 'site', 'US', 39.65, -77.46, 15)
const dc = known(/^(Washington|District of Columbia)/, ['town', 'region'], 'US', 38.9, -77.03, 20)
const washingtonState = known(/^Washington/, 'region', 'US', 47.4, -120.5, 200)
const spokane = known(/^Spokane$/, 'town', 'US', 47.66, -117.43, 30)
const georgia = known(/^Georgia$/, 'country', 'GE', 42.1, 43.5, 200)
const georgiaState = known(/^Georgia$/, 'region', 'US', 32.7, -83.4, 200)
const paris = known(/^Paris$/, ['town', 'district'], 'FR', 48.86, 2.35, 20)
const parisTexas = known(/^Paris$/, 'town', 'US', 33.66, -95.56, 20)
const lebanon = known(/^Lebanon$/, 'country', 'LB', 33.9, 35.9, 80)
const lebanonOhio = known(/^Lebanon$/, 'town', 'US', 39.43, -84.21, 20)
const lebanonNewHampshire = known(/^Lebanon$/, 'town', 'US', 43.64, -72.25, 20)
const ohio = known(/^Ohio$/, 'region', 'US', 40.4, -82.8, 150)
const jordan = known(/^Jordan$/, 'country', 'JO', 31.2, 36.8, 170)
const jordanMinnesota = known(/^Jordan$/, 'town', 'US', 44.67, -93.63, 20)
const chad = known(/^Chad$/, 'country', 'TD', 15.3, 18.7, 500)
const lakeChad = known(/^Lake Chad$/, 'sea', '*', 13.1, 14.4, 80)
const turkey = known(/^Turkey|^Türkiye/, 'country', 'TR', 39, 35.4, 400)
const russia = known(/^Russia$/, 'country', 'RU', 61, 97, 2500)
const ukraine = known(/^Ukraine$/, 'country', 'UA', 49, 31.4, 300)
const usa = known(/^(United States|U\.S\.|America)/, 'country', 'US', 39.8, -98.6, 1500)
const uk = known(/^(United Kingdom|U\.K\.|Britain)/, 'country', 'GB', 54, -2.5, 300)
const moldova = known(/^Moldova$/, 'country', 'MD', 47.2, 28.5, 100)
const chisinau = known(/^Chi[sș]in[aă]u/, ['town', 'region'], 'MD', 47.01, 28.86, 20)
const mykolaiv = known(/^Mykolaiv$/, 'town', 'UA', 46.97, 32, 20)
const kharkiv = known(/^Kharkiv$/, 'town', 'UA', 49.99, 36.23, 20)
const kharkivRegion = known(/^Kharkiv/, 'region', 'UA', 49.6, 36.5, 90)
const moscow = known(/^Moscow$/, ['town', 'region'], 'RU', 55.75, 37.62, 40)
const congo = known(/Congo|DRC|DR Congo/, 'country', 'CD', -2.9, 23.7, 700)
const newYorkState = known(/^New York/, 'region', 'US', 42.9, -75.5, 250)
const buffalo = known(/^Buffalo$/, 'town', 'US', 42.89, -78.88, 20)
const california = known(/^California$/, 'region', 'US', 37, -119.5, 300)
const fresno = known(/^Fresno$/, 'town', 'US', 36.75, -119.77, 20)
const massachusetts = known(/^Massachusetts$/, 'region', 'US', 42.3, -71.8, 100)
const worcesterMass = known(/^Worcester$/, 'town', 'US', 42.26, -71.8, 20)
const britishColumbia = known(/^British Columbia$/, 'region', 'CA', 54, -125, 500)
const kamloops = known(/^Kamloops$/, 'town', 'CA', 50.67, -120.33, 20)
const indiana = known(/^Indiana$/, 'region', 'US', 39.9, -86.3, 150)
const garyIndiana = known(/^Gary$/, 'town', 'US', 41.6, -87.35, 20)
const mine = known(/./, 'site', 'US', 34, -111.5, 400)
const syria = known(/^Syria$/, 'country', 'SY', 35, 38.5, 200)
const kabul = known(/^Kabul$/, ['town', 'region'], 'AF', 34.53, 69.17, 30)
const afghanistan = known(/^Afghanistan$/, 'country', 'AF', 33.8, 66, 400)
const peshawar = known(/^Peshawar$/, ['town', 'district'], 'PK', 34.01, 71.57, 30)
const nairobi = known(/^Nairobi$/, ['town', 'region'], 'KE', -1.29, 36.82, 30)
const saoPaulo = known(/^S[aã]o Paulo$/, 'town', 'BR', -23.55, -46.63, 40)
const bogota = known(/^Bogot[aá]$/, ['town', 'region'], 'CO', 4.65, -74.08, 40)
const beijing = known(/^Beijing$/, ['town', 'region'], 'CN', 39.9, 116.4, 60)

function parse(marked: string): { text: string; marks: Span[] } {
  let text = ''
  const marks: Span[] = []
  marked.split(/\[\[|\]\]/).forEach((part, i) => {
    if (i % 2) marks.push({ start: text.length, end: text.length + part.length })
    text += part
  })
  return { text, marks }
}

/** The mention that covers the mark, or else one that touches it. */
function mentionAt({ places }: Reading, { start, end }: Span): PlaceMention | undefined {
  const touching = [...places.keys()].filter((mention) => mention.start < end && start < mention.end)
  return touching.find((mention) => mention.start <= start && mention.end >= end) ?? touching[0]
}

/** The answer in one line, so that a failure tells at once what came out. */
function described(reading: Reading, mark: Span): string {
  const mention = mentionAt(reading, mark)
  if (!mention) return 'nothing'
  const place = reading.places.get(mention)
  const found = place?.known ? `${place.value.name} (${place.value.level}, ${place.value.country ?? '-'}) at ${place.value.at.lat.toFixed(1)} ${place.value.at.lon.toFixed(1)}` : place?.reason
  return `"${mention.text}" as ${mention.role}: ${found}`
}

/** Why what was found is not the answer; nothing when it is. */
function faults(reading: Reading, mark: Span, { says, roles, place, notNear }: Answer): string[] {
  const mention = mentionAt(reading, mark)
  const resolved = mention && reading.places.get(mention)
  const faults: string[] = []
  if (!roles.includes(mention?.role ?? 'none')) faults.push(`is not ${says}`)
  if (mention && mention.literal !== (mention.role === 'location' || mention.role === 'dateline')) faults.push(`literal is ${mention.literal}`)
  if (notNear && resolved?.known && distanceKm(resolved.value.at, notNear) <= notNear.km) faults.push('is where it must not be')
  if (!place || !mention) return faults
  if (mention.start > mark.start || mention.end < mark.end) faults.push('is only a part of the name')
  if (!resolved?.known) return [...faults, 'has no place']
  const { name, level, country, at } = resolved.value
  if (!place.name.test(name)) faults.push(`is named ${name}, not ${place.name.source}`)
  if (!place.levels.includes(level)) faults.push(`is a ${level}, not a ${place.levels.join(' or ')}`)
  if (place.country !== '*' && place.country !== country) faults.push(`lies in ${country ?? 'no country'}, not in ${place.country ?? 'none'}`)
  const km = Math.round(distanceKm(at, place))
  if (km > place.km) faults.push(`lies ${km} km off`)
  return faults
}

function check(_: string, marked: string, ...answers: Answer[]): void {
  const { text, marks } = parse(marked)
  expect(marks.length, 'an answer for every mark').toBe(answers.length)
  const reading = readReading({ text, published: '2026-01-15' })
  const wrong = marks.flatMap((mark, i) => {
    const found = faults(reading, mark, answers[i]!)
    return found.length > 0 ? [`[[${text.slice(mark.start, mark.end)}]] ${found.join(', ')}; it came out as ${described(reading, mark)}`] : []
  })
  expect(wrong, `${text}\n${wrong.join('\n')}`).toEqual([])
}

function names(name: string, { must, mustNot }: { must: Case[]; mustNot: Case[] }): void {
  describe(name, () => {
    describe('is found', () => it.each(must)('%s', check))
    describe('is not taken for a place', () => it.each(mustNot)('%s', check))
  })
}

names('Miami', {
  must: [
    ['in the filing line and again below it', '[[MIAMI]], Jan. 11, 2026 (Wire) – Envoys of four countries met in [[Miami]] on Sunday, an official said.', filed(miami), where(miami)],
    ['before "-based"', 'A [[Miami]]-based cargo line lost two aircraft last year, the safety board said in a report.', where(miami)],
    ['before "-based" with a non-breaking hyphen', 'The ship belongs to a [[Miami]]\u2011based company that did not answer calls on Friday.', where(miami)],
    ['in the possessive with a typographic apostrophe', 'Police closed two streets near [[Miami]]’s port after a crane fell on Friday morning.', where(miami)],
    ['with its state abbreviated', 'Two men drowned off [[Miami]], [[Fla.]], on Saturday when their boat turned over.', where(miami), where(florida)],
    ['as its namesake in Oklahoma', 'A tornado tore the roof off a school in [[Miami]], [[Oklahoma]], on Friday. Crews from Tulsa were sent to help.', where(miamiOklahoma), where(oklahoma)],
    ['in a headline of capitals', 'STORM NEARS [[MIAMI]] AS AIRPORT CLOSES\n\nForecasters said on Thursday that the storm would come ashore after midnight.', where(miami)],
  ],
  mustNot: [
    ['in the Miami Dolphins', 'The [[Miami]] Dolphins lost their third game in a row on Sunday and dismissed their coach.', notLiteral],
    ['in the Miami Heat', 'He scored 31 points for the [[Miami]] Heat, who have won nine of their last ten games.', notLiteral],
    ['when it is the team', '[[Miami]] beat Boston 102-98 on Tuesday night, with 31 points from its rookie guard in the fourth quarter.', notLiteral],
    ['in a university', 'Dr. Elena Ruiz of the University of [[Miami]] said that the virus had been seen before.', inName],
    ['in a newspaper', 'The mayor told the [[Miami]] Herald in an interview that he would not run again.', inName],
    ['in a series', 'The actor, who became famous with “[[Miami]] Vice” in the 1980s, died on Friday at the age of 81.', inName],
  ],
})

names('Kyiv', {
  must: [
    ['as Kyiv', 'A drone struck an apartment building in [[Kyiv]] before dawn on Friday, killing two people.', where(kyiv)],
    ['as Kiev', 'Thousands gathered on the main square of [[Kiev]] that winter to ask for new elections.', where(kyiv)],
    ['in its own letters', 'The night train to [[Київ]], as the board in the station at Warsaw spells it, left four hours late on Friday.', where(kyiv)],
    ['as a region', 'Air defences shot down eleven drones over the [[Kyiv]] region overnight, the air force said.', where(kyivRegion)],
    ['as a government and as a town in one article', '[[Kyiv]] rejected the proposal on Monday. In [[Kyiv]] itself, sirens sounded for three hours as residents sheltered in the subway.', government(kyiv), where(kyiv)],
    ['in the possessive', 'Rescuers pulled a girl from the ruins of a house in [[Kyiv]]’s Podil district on Saturday.', where(kyiv)],
    ['behind "central"', 'A court in central [[Kyiv]] ordered the former minister held for 60 days on Thursday.', where(kyiv)],
  ],
  mustNot: [
    ['in chicken Kiev', 'The menu that night was chicken [[Kiev]], boiled potatoes and a salad, the waiter said.', nothing],
    ['when it urges', '[[Kyiv]] urged its partners on Wednesday to send more air defence systems before the winter.', government(kyiv)],
    ['in talks between governments', 'Talks between [[Kyiv]] and [[Moscow]] on an exchange of prisoners have stalled, two diplomats said.', government(kyiv), government(moscow)],
    ['in a football club', 'Dynamo [[Kyiv]] won the cup for the thirteenth time after a penalty in the final minute.', notLiteral],
    ['in a newspaper', 'The general told the [[Kyiv]] Independent that his brigade was short of men.', inName],
    ['in a treaty-like name', 'Some 40 governments have signed the [[Kiev]] Protocol on registers of pollutants since 2003.', inName],
  ],
})

names('Odesa and Odessa', {
  must: [
    ['as Odesa', 'A missile hit a grain terminal in [[Odesa]] overnight, the port authority of [[Ukraine]] said.', where(odesa), where(ukraine)],
    ['as Odessa beside Ukrainian towns', 'Power was cut in Mykolaiv, Kherson and [[Odessa]] after the strikes, the grid operator said.', where(odesa)],
    ['as a region', 'Two people were wounded in the [[Odesa]] region when debris fell on a farm.', where(odesaRegion)],
    ['in Texas, where the state is said', 'A refinery fire in [[Odessa]], [[Texas]], killed two workers late on Saturday.', where(odessaTexas), where(texas)],
    ['in Texas, where the filing line says it', '[[ODESSA]], [[Texas]] (Wire) – Drillers here cut another 300 jobs this week. The layoffs in [[Odessa]] are the largest since 2020.', filed(odessaTexas), filed(texas), where(odessaTexas)],
    ['in Texas, where the neighbours say it', 'A dust storm closed Interstate 20 between Midland and [[Odessa]] on Tuesday, the Texas Department of Transportation said.', where(odessaTexas)],
    ['twice in one article, once here and once there', 'Ports in Ukraine were closed, and [[Odesa]] was without power. In Texas, the city council of [[Odessa]], [[Texas]], sent a generator to its namesake.', where(odesa), where(odessaTexas), where(texas)],
    ['with "port of"', 'The first ship left the port of [[Odesa]] on Monday with 26,000 tons of Ukrainian corn.', where(odesa)],
  ],
  mustNot: [
    ['as a first name', '“We heard it before we saw it,” [[Odessa]] Jackson, 34, said of the storm that took her roof.', nothing],
    ['as a first name met again', '[[Odessa]] Jackson, 34, ran into the street. [[Odessa]] said she had never been so afraid.', nothing, nothing],
    ['in a title', 'His first novel, “The [[Odessa]] Steps,” was published by a small press in 1987.', inName],
    ['in the name of a college', 'She teaches welding at [[Odessa]] College and has lived in western Texas for 20 years.', inName],
    ['in a thriller', 'He is best known for “The [[Odessa]] File,” a thriller that sold millions of copies.', inName],
  ],
})

names('Crimea', {
  must: [
    ['behind "annexed"', 'Explosions were reported at an airfield in annexed [[Crimea]] on Saturday night.', where(crimea)],
    ['in the possessive', 'A fuel depot burned near [[Crimea]]’s northern coast, satellite pictures showed on Friday.', where(crimea)],
    ['with what lies in it', 'Ferries to [[Sevastopol]], in [[Crimea]], were halted on Monday because of high waves.', where(sevastopol), where(crimea)],
    ['between dashes', 'The bridge – the only one that links [[Crimea]] with the mainland of [[Russia]] – was closed for two hours.', where(crimea), where(russia)],
    ['as a peninsula', 'Two radar stations on the [[Crimean Peninsula]] were destroyed by drones, the general staff said.', where(crimea)],
  ],
  mustNot: [
    ['as the wine', 'The restaurant poured a [[Crimean]] wine with the fish, a sweet one from before the war.', notLiteral],
    ['as a people', 'Three [[Crimean]] Tatars were sentenced to 13 years in prison by a military court in Rostov on Tuesday.', people(crimea)],
    ['in a war of the past', 'The letters of the nurse from the [[Crimean]] War were sold at an auction for £40,000.', notLiteral],
    ['in a platform', 'The foreign minister spoke by video to the [[Crimea]] Platform, a forum of some 60 governments.', inName],
  ],
})

names('Caspian Sea', {
  must: [
    ['with the article', 'Four sailors were missing after a barge sank in the [[Caspian Sea]] on Thursday.', where(caspian)],
    ['split over two lines', 'Missiles were fired from bombers over the [[Caspian\nSea]] early on Friday, the air force said.', where(caspian)],
    ['without "Sea"', 'Oil flows from fields in the [[Caspian]] through a pipeline to the coast of the Mediterranean.', where(caspian)],
    ['in capitals', 'TWO SHIPS COLLIDE IN [[CASPIAN SEA]]\n\nThe crews of both ships were taken off by helicopter on Sunday.', where(caspian)],
  ],
  mustNot: [
    ['in a consortium', 'The [[Caspian]] Pipeline Consortium said loading had been stopped at one of three moorings.', inName],
    ['as a prince', 'He played Prince [[Caspian]] in the film of 2008 and a detective in a later series.', nothing],
    ['as a first name', '[[Caspian]] Holt, 19, of the rowing club, said that the lake was too rough on Saturday.', nothing],
    ['as a bird', 'A [[Caspian]] tern was seen at the reservoir for the first time in eleven years, watchers said.', notLiteral],
  ],
})

names('Black Sea', {
  must: [
    ['as a sea', 'A drifting mine was blown up in the [[Black Sea]] by the navy of Romania on Monday.', where(blackSea)],
    ['in the possessive', 'Tankers keep to the [[Black Sea]]’s western shore to avoid mines, captains say.', where(blackSea)],
    ['in a list of seas', 'Freight rates rose for ships in the [[Black Sea]], the [[Red Sea]] and the [[Caspian Sea]], brokers said.', where(blackSea), where(redSea), where(caspian)],
    ['over a line break', 'The drone fell into the [[Black\nSea]] some 60 miles from the coast, officials said.', where(blackSea)],
  ],
  mustNot: [
    ['in the Black Sea Fleet', 'Three officers of the [[Black Sea]] Fleet were killed when the headquarters burned, the military said.', inName],
    ['in the grain deal', 'Russia left the [[Black Sea]] Grain Initiative in July after a year, and prices of wheat rose.', inName],
    ['in a bank', 'The loan was approved by the [[Black Sea]] Trade and Development Bank on Tuesday.', inName],
    ['in lower case, of anything dark', 'Marchers in mourning filled the street, a [[black sea]] of coats and umbrellas in the rain.', nothing],
  ],
})

names('Donbas and Pokrovsk', {
  must: [
    ['the Donbas with its article', 'Fighting went on across the [[Donbas]] on Thursday despite the frost, both armies said.', where(donbas)],
    ['as Donbass', 'Coal from the [[Donbass]] once fed the steel mills of the whole country.', where(donbas)],
    ['in apposition', "Shells fell on a mine in [[Donbas]], [[Ukraine]]'s industrial heartland, at noon.", where(donbas), where(ukraine)],
    ['Pokrovsk in the Donetsk region', 'Ukrainian troops held the last road into [[Pokrovsk]], in the Donetsk region, on Wednesday.', where(pokrovsk)],
    ['Pokrovsk with nothing around it but a front', 'Soldiers near [[Pokrovsk]] said the town had been shelled for nine hours.', where(pokrovsk)],
    ['Pokrovsk in a list of its neighbours', 'Drones hit Kostiantynivka, Myrnohrad and [[Pokrovsk]] overnight.', where(pokrovsk)],
    ['Pokrovsk beside Engels', 'Bombers that took off from [[Engels]] dropped glide bombs on [[Pokrovsk]] on Monday, Ukraine said.', where(engels), where(pokrovsk)],
  ],
  mustNot: [
    ['Donbas in a battalion', 'He had fought in the [[Donbas]] Battalion as a volunteer before he entered parliament.', inName],
    ['Donbas as a film', 'The director’s earlier film “[[Donbass]]” won a prize for the best directing at the festival.', inName],
    ['Pokrovsk as Engels', 'The evacuation of [[Pokrovsk]] was ordered by the governor, who said 1,200 people were left in the Ukrainian town.', not(engels)],
    ['Pokrovskaya as a name', 'The soprano Anna [[Pokrovskaya]] will sing the part on Friday and Sunday.', nothing],
  ],
})

names('Strait of Hormuz and Bab el-Mandeb', {
  must: [
    ['the Strait of Hormuz', 'A tanker was boarded in the [[Strait of Hormuz]] by armed men on Tuesday.', where(hormuz)],
    ['split over two lines', 'About a fifth of the world’s oil passes through the [[Strait of\nHormuz]], which is 21 miles wide.', where(hormuz)],
    ['Hormuz alone after it', 'Insurers raised their rates for the [[Strait of Hormuz]]. Ships that avoid [[Hormuz]] have no other way out of the Gulf.', where(hormuz), where(hormuz)],
    ['with a small "strait"', 'Iran threatened to close the strait of [[Hormuz]] if its ports were attacked.', where(hormuz)],
    ['Bab el-Mandeb with "strait"', 'A missile fell near a freighter in the [[Bab el-Mandeb]] strait on Sunday.', where(mandeb)],
    ['as Bab al-Mandab', 'Traffic through [[Bab al-Mandab]], between Yemen and Djibouti, fell by half within a month.', where(mandeb)],
    ['with a non-breaking hyphen', 'Two frigates were sent to the [[Bab el\u2011Mandeb]] to escort container ships.', where(mandeb)],
  ],
  mustNot: [
    ['Hormuz as a first name', '[[Hormuz]] Ahmadzai, 41, who sells carpets in the bazaar, said trade had never been so poor.', nothing],
    ['Hormuz in a peace plan', 'The president renewed the offer of a [[Hormuz]] Peace Endeavor before the General Assembly.', inName],
    ['Bab el-Mandeb as a firm', 'The freighter is owned by [[Bab el-Mandeb]] Shipping Co., a firm registered in Panama.', inName],
    ['a small strait in a saying', 'The club is in dire [[straits]] after three defeats, its president said.', nothing],
  ],
})

names('Golan Heights', {
  must: [
    ['in full', 'Rockets fired from southern Syria landed in an open field in the [[Golan Heights]] on Tuesday.', where(golan)],
    ['as the Golan', 'Tanks were seen on the edge of the buffer zone in the [[Golan]], beyond the fence.', where(golan)],
    ['behind "Israeli-occupied"', 'Twelve children were hurt on a playground in the Israeli-occupied [[Golan Heights]].', where(golan)],
    ['over a line break', 'The army sent another brigade to the [[Golan\nHeights]] after the shelling, a spokesman said.', where(golan)],
  ],
  mustNot: [
    ['as a surname', 'The producer Menahem [[Golan]] made some 200 films and never won an award for any of them.', nothing],
    ['as a surname behind a rank', 'Maj. Gen. Yair [[Golan]] drove south on his own that morning. [[Golan]], 61, brought out six people.', nothing, nothing],
    ['in a brigade', 'Two soldiers of the [[Golani]] Brigade were killed when their vehicle hit a mine.', nothing],
  ],
})

names('Nagorno-Karabakh', {
  must: [
    ['in full', 'More than 100,000 people fled [[Nagorno-Karabakh]] within a week of the assault.', where(karabakh)],
    ['with a non-breaking hyphen', 'Peacekeepers left [[Nagorno\u2011Karabakh]] in June, five years ahead of time.', where(karabakh)],
    ['with an en dash', 'The road to [[Nagorno–Karabakh]] was blocked for nine months by men who called themselves activists.', where(karabakh)],
    ['as Karabakh', 'Azerbaijan resettled 200 families in [[Karabakh]] on Friday, the state news agency said.', where(karabakh)],
  ],
  mustNot: [
    ['as a horse', 'The stable sold a [[Karabakh]] stallion to a breeder in France for an undisclosed sum.', notLiteral],
    ['as a football club', '[[Qarabag]] drew 2-2 with Chelsea in the Champions League after leading for half an hour.', notLiteral],
    ['in a committee', 'The [[Karabakh]] Committee, founded in 1988, was led by eleven scholars, most of them historians.', inName],
  ],
})

names('Darfur and El Fasher', {
  must: [
    ['Darfur', 'Aid convoys reached [[Darfur]] for the first time since August, the United Nations said.', where(darfur)],
    ['Darfur behind a direction', 'At least 40 people were killed in a market in western [[Darfur]], doctors in Sudan said.', where(darfur)],
    ['North Darfur as a state', 'Shelling went on around the capital of [[North Darfur]] state on Monday.', where(northDarfur)],
    ['El Fasher', 'Paramilitaries shelled a hospital in [[El Fasher]] on Sunday, killing nine patients.', where(elFasher)],
    ['as el-Fasher', 'Families who left [[el-Fasher]] on foot said they had eaten animal feed for weeks.', where(elFasher)],
    ['as Al-Fashir', 'Flour has become too dear for most people in [[Al-Fashir]], a trader there told the radio in Sudan.', where(elFasher)],
    ['over a line break', 'The siege of [[El\nFasher]] in Sudan has lasted longer than 500 days, aid groups said.', where(elFasher)],
  ],
  mustNot: [
    ['as a people', 'Several thousand [[Darfuris]] live in a camp east of the border, in tents of straw.', notLiteral],
    ['in a bar association', 'The [[Darfur]] Bar Association said 31 people had been shot at the well.', inName],
    ['in a committee', 'The [[El Fasher]] Resistance Committees wrote on Facebook that the last clinic had closed.', inName],
    ['in a campaign', 'She gave the prize money to the Save [[Darfur]] Coalition, which had been founded in 2004.', inName],
  ],
})

names('Khan Younis', {
  must: [
    ['in full', 'An airstrike on a tent camp near [[Khan Younis]] killed eleven people on Thursday, medics said.', where(khanYounis)],
    ['as Khan Yunis', 'Tanks moved back into [[Khan Yunis]], in southern Gaza, before dawn.', where(khanYounis)],
    ['over a line break', 'The bodies were brought to Nasser Hospital in [[Khan\nYounis]], doctors said.', where(khanYounis)],
    ['over a broken line of Windows', 'Water trucks could not reach [[Khan\r\nYounis]] on Friday, an aid group in Gaza said.', where(khanYounis)],
  ],
  mustNot: [
    ['as the cricketer', '[[Younis Khan]] scored 313 runs against Sri Lanka in that test, the most of his career.', nothing],
    ['as two players', 'The coach compared him with Imran [[Khan]] and Waqar [[Younis]], the great bowlers of the past.', nothing, nothing],
    ['as a man called Khan', '“They took our phones,” said Mr. [[Khan]], a taxi driver of 44, after his release on Friday.', nothing],
  ],
})

names('Kashmir', {
  must: [
    ['behind "Indian-administered"', 'Gunmen shot three tourists in Indian-administered [[Kashmir]] on Tuesday, the police said.', where(kashmir)],
    ['with its town', 'Shops in [[Srinagar]], the largest city in [[Kashmir]], stayed shut for a third day.', where(srinagar), where(kashmir)],
    ['in the possessive', 'Snow cut off villages in [[Kashmir]]’s upper valleys for a week.', where(kashmir)],
    ['with "disputed region of"', 'Two armies exchanged fire in the disputed region of [[Kashmir]] overnight.', where(kashmir)],
  ],
  mustNot: [
    ['as a song', 'The band closed the concert with “[[Kashmir]],” the Led Zeppelin song of 1975.', inName],
    ['as wool', 'He wore a coat of [[cashmere]] and a silk scarf to the hearing in spite of the heat.', nothing],
    ['as a first name', '[[Kashmir]] Singh, 58, who drives a truck, was waved through at the gate.', nothing],
    ['in a newspaper', 'An editor of the Greater [[Kashmir]] newspaper was questioned for six hours and let go.', inName],
  ],
})

names('Sahel', {
  must: [
    ['as a belt across Africa', 'Armed groups have spread across the [[Sahel]] since 2012, from Mali to the coast.', where(sahel)],
    ['behind a direction', 'Drought in the western [[Sahel]] has driven herders south earlier than usual.', where(sahel)],
    ['with "region"', 'The envoy for the [[Sahel]] region warned on Friday that food would run out by May.', where(sahel)],
    ['beside its states', 'Niger, Mali and Burkina Faso, three countries of the [[Sahel]], left the bloc in January.', where(sahel)],
  ],
  mustNot: [
    ['in the alliance of its states', 'The Alliance of [[Sahel]] States said its joint force would number 5,000.', inName],
    ['as a first name', '[[Sahel]] Nazari, 23, a student of law, was arrested at the airport and freed on bail.', nothing],
    ['as a surname', 'The goalkeeper Farid [[Sahel]] saved two penalties, and [[Sahel]] was carried off the field by his team.', nothing, nothing],
    ['in a club', 'Étoile du [[Sahel]] won the Tunisian league with a game to spare on Sunday.', notLiteral],
  ],
})

names('Red Sea', {
  must: [
    ['as a sea', 'A drone hit a bulk carrier in the [[Red Sea]] on Sunday, the ship’s owner said.', where(redSea)],
    ['before a hyphen', 'A [[Red Sea]]-bound freighter turned back to Suez after the warning.', where(redSea)],
    ['in capitals', 'SHIPS SHUN [[RED SEA]] AFTER ATTACK\n\nThree lines said on Monday they would go around Africa.', where(redSea)],
    ['over a line break', 'Cables on the floor of the [[Red\nSea]] were cut, and the internet slowed in nine countries.', where(redSea)],
  ],
  mustNot: [
    ['in a film festival', 'The jury of the [[Red Sea]] International Film Festival gave its prize to a drama from Tunisia.', inName],
    ['in a company', '[[Red Sea]] Global, a developer owned by the state, sold its shares in two hotels.', inName],
    ['in lower case, of a crowd', 'Fans in their jerseys turned the stand into a [[red sea]] an hour before the match.', nothing],
  ],
})

names('Taiwan Strait', {
  must: [
    ['in full', 'A destroyer sailed through the [[Taiwan Strait]] on Wednesday, the navy said.', where(taiwanStrait)],
    ['in the possessive', 'Jets crossed the [[Taiwan Strait]]’s median line 21 times in a day.', where(taiwanStrait)],
    ['over a line break', 'Two fishermen drowned in the [[Taiwan\nStrait]] when their boat was rammed.', where(taiwanStrait)],
  ],
  mustNot: [
    ['in a forum', 'The [[Taiwan Strait]] Peace Forum, a private group, met for the ninth time.', inName],
    ['as its own island when "Taiwan" acts', 'China sent nine ships. [[Taiwan]] said it would answer calmly.', government(known(/^Taiwan$/, 'country', 'TW', 23.7, 121, 120))],
  ],
})

names('Mar-a-Lago and Camp David', {
  must: [
    ['Mar-a-Lago', 'The two leaders dined at [[Mar-a-Lago]] on Saturday and spoke for three hours.', where(marALago)],
    ['with a non-breaking hyphen', 'Agents searched rooms at [[Mar\u2011a\u2011Lago]] for nine hours that day, the papers say.', where(marALago)],
    ['in the possessive', 'Guests gathered in [[Mar-a-Lago]]’s ballroom to watch the results come in.', where(marALago)],
    ['Camp David', 'The president will spend the weekend at [[Camp David]] with his family, his office said.', where(campDavid)],
    ['over a line break', 'Envoys were flown to [[Camp\nDavid]] by helicopter on Friday for talks on the border.', where(campDavid)],
    ['with its state', 'Snow fell on [[Camp David]], Maryland, as the two delegations arrived.', where(campDavid)],
  ],
  mustNot: [
    ['Mar-a-Lago as an accord', 'Some economists speak of a “[[Mar-a-Lago]] Accord” that would weaken the dollar.', inName],
    ['Camp David in the accords', 'Egypt regained the peninsula under the [[Camp David]] Accords of 1978.', inName],
    ['Camp as a surname and David as a first name', 'Representative [[David Camp]] wrote the bill, and [[Camp]] saw it fail twice.', nothing, nothing],
    ['camp as a word', 'The boys left [[camp]], [[David]] said, because it rained all week.', nothing, nothing],
  ],
})

names('Washington', {
  must: [
    ['the city', 'Several thousand people marched in [[Washington]] on Saturday against the new law.', where(dc)],
    ['the city in its filing line', '[[WASHINGTON]] (Wire) – The Senate voted on Tuesday to delay the bill until March.', filed(dc)],
    ['the city with D.C.', 'A bus overturned near Union Station in [[Washington]], D.C., on Monday morning.', where(dc)],
    ['the state by its noun', 'Wildfires burned 40,000 acres in [[Washington]] state this week, officials in Olympia said.', where(washingtonState)],
    ['the state behind its town', 'A train hit a truck in [[Spokane]], [[Washington]], on Friday.', where(spokane), where(washingtonState)],
    ['the state abbreviated', 'A train hit a truck in [[Spokane]], [[Wash.]], on Friday, and the line was closed.', where(spokane), where(washingtonState)],
    ['the state among states', 'Smoke drifted over Oregon, Idaho and [[Washington]], where schools in Yakima and Tacoma were closed.', where(washingtonState)],
    ['the government and the city in one article', '[[Washington]] said it would halt the deliveries. Protesters gathered in [[Washington]] outside the embassy within an hour.', government(dc), where(dc)],
  ],
  mustNot: [
    ['when it says', '[[Washington]] said it had not been told of the raid beforehand, and asked for an explanation.', government(dc)],
    ['in "Washington-backed"', 'A [[Washington]]-backed plan for the port failed in parliament on Wednesday.', government(dc)],
    ['as an actor', 'Denzel [[Washington]] will play the general, the studio said. [[Washington]], 71, has won two Oscars.', nothing, nothing],
    ['in a university', 'A professor at George [[Washington]] University said that the ruling broke with a long tradition.', inName],
    ['in a newspaper', 'The officer told the [[Washington]] Post that he had warned his superiors in May.', inName],
    ['as the first president', 'A letter that George [[Washington]] wrote in 1781 was found in an attic. [[Washington]] asked for shoes.', nothing, nothing],
    ['in a football team', 'The [[Washington]] Commanders traded their quarterback on Tuesday for two draft picks.', notLiteral],
    ['as accused', 'Beijing accused [[Washington]] of stirring up trouble in the region, and recalled its envoy.', government(dc)],
  ],
})

names('Georgia', {
  must: [
    ['the country', 'Police in Tbilisi detained 14 people after another night of protests in [[Georgia]], in the South Caucasus.', where(georgia)],
    ['the country between its neighbours', 'The pipeline runs through Azerbaijan, [[Georgia]] and Turkey to the sea.', where(georgia)],
    ['the state', 'A storm cut power to 90,000 homes in Atlanta, Macon and other parts of [[Georgia]] on Friday.', where(georgiaState)],
    ['the state behind its county', 'Deputies in Fulton County, [[Georgia]], arrested two men on Monday.', where(georgiaState)],
    ['the state as Ga.', 'Two people were hurt when a plant burned in Augusta, [[Ga.]], on Sunday.', where(georgiaState)],
    ['the state in the possessive', 'A judge in Savannah struck down [[Georgia]]’s voting law on Thursday, the newspaper in Atlanta reported.', not(georgia)],
  ],
  mustNot: [
    ['as a painter, with a typographic apostrophe', 'A painting by [[Georgia]] O’Keeffe was sold for $44 million in New York.', nothing],
    ['as a girl', '[[Georgia]] Harrison, 12, won the spelling bee. “I guessed,” [[Georgia]] said.', nothing, nothing],
    ['in a university', 'Researchers at [[Georgia]] Tech built a robot that can climb a mesh of wires.', inName],
    ['in a utility', '[[Georgia]] Power asked regulators for a higher rate on Thursday.', inName],
    ['as a team', '[[Georgia]] beat Alabama 27-24 on a field goal as time ran out, and goes on to the semifinal.', notLiteral],
    ['when the country acts', 'Tbilisi protested. [[Georgia]] recalled its ambassador from Kyiv and said that talks on joining the European Union would wait.', government(georgia)],
  ],
})

names('Paris', {
  must: [
    ['the capital', 'A fire in a block of flats in [[Paris]] killed ten people overnight.', where(paris)],
    ['in Texas', 'A tornado hit [[Paris]], [[Texas]], on Friday and took the roof off a school.', where(parisTexas), where(texas)],
    ['in Texas, alone after it was said once', 'The jury in [[Paris]], [[Texas]], met for two days. Lamar County has not tried a murder since 2019, and in [[Paris]] the benches were full.', where(parisTexas), where(texas), where(parisTexas)],
    ['in Texas, from the filing line', '[[PARIS]], [[Texas]] – City council members voted to close the pool. Residents of [[Paris]] had asked them to keep it open.', filed(parisTexas), filed(texas), where(parisTexas)],
    ['in the possessive', 'Gunmen robbed a jeweller on [[Paris]]’s Place Vendôme in daylight.', where(paris)],
  ],
  mustNot: [
    ['as a celebrity', '[[Paris]] Hilton spoke before the committee on Wednesday about her time at a boarding school.', nothing],
    ['in a football club', '[[Paris]] Saint-Germain won 3-0 and leads the table by nine points.', notLiteral],
    ['in an agreement', 'The country left the [[Paris]] Agreement on climate for the second time.', inName],
    ['as plaster', 'The mask was made of plaster of [[Paris]] and painted to look like bronze.', nothing],
    ['as a government', '[[Paris]] condemned the arrest of the writer on Friday and summoned the ambassador of Algeria.', government(paris)],
    ['as a surname', 'The judge, Ellen [[Paris]], gave the man 30 days. [[Paris]] said that he had been warned.', nothing, nothing],
  ],
})

names('Lebanon', {
  must: [
    ['the country', 'Airstrikes on southern [[Lebanon]] killed five people on Tuesday, the health ministry in Beirut said.', where(lebanon)],
    ['in Ohio', 'A man was charged with arson in [[Lebanon]], [[Ohio]], on Tuesday.', where(lebanonOhio), where(ohio)],
    ['in Ohio, alone after it was said once', 'The council of [[Lebanon]], [[Ohio]], met on Monday. Streets in [[Lebanon]] will be closed for the horse parade, the Warren County sheriff said.', where(lebanonOhio), where(ohio), where(lebanonOhio)],
    ['in New Hampshire', 'Surgeons in [[Lebanon]], N.H., reattached the hand of a logger on Saturday.', where(lebanonNewHampshire)],
  ],
  mustNot: [
    ['the country when it is in Ohio', 'Warren County commissioners met in [[Lebanon]] on Thursday to talk about a bridge on Ohio 48, between Cincinnati and Dayton.', not(lebanon)],
    ['when the country acts', '[[Lebanon]] asked the Security Council for a meeting and said that its patience had an end.', government(lebanon)],
    ['in a school', 'The [[Lebanon]] High School band will march in the parade on Main Street.', inName],
    ['as a sausage', 'The sandwich has sweet [[Lebanon]] bologna, cheese and pickles on white bread.', notLiteral],
  ],
})

names('Jordan', {
  must: [
    ['the country', 'Some 600,000 refugees live in [[Jordan]], most of them outside camps.', where(jordan)],
    ['with its neighbours', 'Flights over Iraq, Syria and [[Jordan]] were diverted on Friday night.', where(jordan)],
    ['a town in Minnesota', 'A barn burned in [[Jordan]], Minnesota, on Sunday, and 40 cows died.', where(jordanMinnesota)],
    ['the country by its border', 'Smugglers were shot on the border with [[Jordan]] on Tuesday, the army of Syria said.', where(jordan)],
  ],
  mustNot: [
    ['as a basketball player', 'Michael [[Jordan]] sold his share of the team. [[Jordan]], 62, said it was time.', nothing, nothing],
    ['as a director', '[[Jordan]] Peele is at work on a fourth film, which will open in October.', nothing],
    ['as a brand', 'Police said two pairs of Air [[Jordan]] sneakers had been taken from the shop.', inName],
    ['when the country acts', '[[Jordan]] said it had shot down six drones, and closed its embassy in Tehran.', government(jordan)],
    ['behind "Rep."', 'Rep. Jim [[Jordan]] of Ohio asked for the files. [[Jordan]] heads the committee.', nothing, nothing],
  ],
})

names('Chad', {
  must: [
    ['the country', 'More than 700,000 people have crossed from Sudan into [[Chad]] since the war began.', where(chad)],
    ['behind a direction', 'Gunmen killed 17 soldiers at a post in western [[Chad]] on Sunday.', where(chad)],
    ['the lake', 'Fishermen on [[Lake Chad]] were kidnapped by men in two boats.', where(lakeChad)],
  ],
  mustNot: [
    ['as a drummer', 'The drummer [[Chad]] Smith broke his wrist, and the concert was put off.', nothing],
    ['as a paper scrap', 'The recount in Florida hung on the hanging [[chad]], the scrap of a ballot that would not fall.', nothing],
    ['as a first name met again', '[[Chad]] Wilkins, 28, was pulled from the water. [[Chad]] is a strong swimmer, his mother said.', nothing, nothing],
    ['when the country acts', '[[Chad]] expelled the German ambassador on Friday and gave no reasons.', government(chad)],
  ],
})

names('Turkey', {
  must: [
    ['the country', 'An earthquake of magnitude 5.9 shook western [[Turkey]] on Tuesday, and 40 people were hurt.', where(turkey)],
    ['as Türkiye', 'Firefighting planes were sent to the coast of [[Türkiye]] from four countries.', where(turkey)],
    ['in the possessive', 'Police detained 90 people in [[Turkey]]’s largest city on Friday.', where(turkey)],
  ],
  mustNot: [
    ['as a meal', 'Volunteers served a [[turkey]] dinner to 300 people at the shelter on Thursday.', nothing],
    ['when it says', '[[Turkey]] said it would not sign the accord before its soldiers were released.', government(turkey)],
    ['in a power plant', 'A valve failed at the [[Turkey]] Point nuclear plant south of Miami, and the reactor was shut down.', notLiteral],
    ['as a whiskey', 'He ordered a Wild [[Turkey]] with ice and paid with a coin from the war.', nothing],
  ],
})

describe('a name in another spelling is the same place', () => {
  it.each<Case>([
    ['Chisinau without its marks', 'Police in [[Chisinau]] searched the party’s office on Friday, the prosecutor of [[Moldova]] said.', where(chisinau), where(moldova)],
    ['Chișinău with them', 'Police in [[Chișinău]] searched the party’s office on Friday, the prosecutor said.', where(chisinau)],
    ['Mykolaiv', 'A shipyard in [[Mykolaiv]] was hit by two missiles, the governor said.', where(mykolaiv)],
    ['Nikolaev', 'A shipyard in [[Nikolaev]], Ukraine, was hit by two missiles, the governor said.', where(mykolaiv)],
    ['Kharkiv', 'A playground in [[Kharkiv]] was shelled at noon, the mayor said.', where(kharkiv)],
    ['Kharkov', 'A playground in [[Kharkov]] was shelled at noon, the mayor said.', where(kharkiv)],
    ['Sao Paulo without its mark', 'Heavy rain flooded the subway of [[Sao Paulo]] on Monday, and 900 flights were late.', where(saoPaulo)],
    ['São Paulo with its mark in two characters', 'Heavy rain flooded the subway of [[Sa\u0303o Paulo]] on Monday, and 900 flights were late.', where(saoPaulo)],
    ['Bogotá', 'A bus fell into a ravine near [[Bogotá]] on Sunday; eleven people died.', where(bogota)],
    ['Peking', 'The envoy arrived in [[Peking]] by train in the winter of 1971.', where(beijing)],
  ])('%s', check)
})

describe('an abbreviation is its place', () => {
  it.each<Case>([
    ['U.S. and U.K.', 'The ship left the [[U.S.]] for the [[U.K.]] on Friday with 90 containers.', where(usa), where(uk)],
    ['US and UK', 'The ship left the [[US]] for the [[UK]] on Friday with 90 containers.', where(usa), where(uk)],
    ['D.R.C.', 'Rebels took another village in the east of the [[D.R.C.]] on Sunday.', where(congo)],
    ['DRC', 'Cases of mpox were found in four provinces of the [[DRC]] in a week.', where(congo)],
    ['N.Y.', 'Ten feet of snow fell in [[Buffalo]], [[N.Y.]], and the roads were closed.', where(buffalo), where(newYorkState)],
    ['Calif.', 'A pilot died when his plane hit a wire near [[Fresno]], [[Calif.]], on Monday.', where(fresno), where(california)],
    ['Mass.', 'A mill burned down in [[Worcester]], [[Mass.]], on Saturday night.', where(worcesterMass), where(massachusetts)],
    ['B.C.', 'A wildfire north of [[Kamloops]], [[B.C.]], grew to 900 hectares.', where(kamloops), where(britishColumbia)],
    ['a postal code', 'Police in [[Gary]], [[IN]], found the car in a pond on Monday.', where(garyIndiana), where(indiana)],
    ['a postal code of Ohio', 'Send letters to the Warren County Clerk, 500 Justice Drive, [[Lebanon]], [[OH]] 45036, before Friday.', where(lebanonOhio), where(ohio)],
    ['U.S. in a compound with a government', '[[U.S.]]-led talks on the strait ended in Muscat on Friday without a result.', notLiteral],
  ])('%s', check)
})

describe('a word is no place', () => {
  it.each<Case>([
    ['IN, in capitals', 'VOTERS SPLIT [[IN]] THE END\n\nThe count took until four in the morning, the clerk said.', nothing],
    ['ME and OR, in capitals', '“TELL [[ME]] [[OR]] GO,” read the sign that the girl held up outside the court.', nothing, nothing],
    ['OK', '“I am [[OK]],” he told his wife on the phone from the hospital, “and so is the dog.”', nothing],
    ['HI and OH', '“[[OH]], [[HI]],” the parrot said to the burglar, according to the police report.', nothing, nothing],
    ['us, in lower case', '“They told [[us]] to wait in the car,” said a woman who had fled with two children.', nothing],
    ['B.C. of a year', 'The coin shows Caesar and was struck in 44 [[B.C.]] by a mint in Rome.', nothing],
    ['Mass in a church', 'The archbishop said [[Mass]] for the dead of the flood on Sunday.', nothing],
    ['Assad inside "ambassador"', 'The amb[[assad]]or left Damascus by road on Friday, [[Syria]] said, and will not return.', nothing, government(syria)],
    ['European, as a mine in Arizona', 'Two [[European]] diplomats said the offer was worth a second look.', not(mine)],
    ['china, in lower case', 'She packed the [[china]] in old newspapers and gave the [[turkey]] to a neighbor.', nothing, nothing],
    ['Polish as a verb', '[[Polish]] the silver before the guests arrive, the butler’s handbook from 1911 says.', nothing],
    ['March, May and August', 'In [[March]] it rained, in [[May]] it was dry, and by [[August]] the wells were empty.', nothing, nothing, nothing],
    ['Nice, Reading and Mobile at the start of a sentence', '[[Nice]] people live there. [[Reading]] is taught late. [[Mobile]] phones are banned from the school.', nothing, nothing, nothing],
    ['Santiago as a first name', '[[Santiago]] Mendez, 7, was found asleep in the barn, and [[Santiago]] asked for milk.', nothing, nothing],
    ['Sydney as an actress', '[[Sydney]] Sweeney plays the nurse, and [[Sydney]] learned to ride for the part.', nothing, nothing],
    ['Lincoln as a car', 'He drove a black [[Lincoln]] Continental to the hearing and parked on the lawn.', nothing],
    ['Boston as a cream pie', 'Dessert was a [[Boston]] cream pie, baked by the chief of the fire brigade.', notLiteral],
    ['Panama as a hat', 'The witness took off his [[panama]] hat and fanned himself with it.', nothing],
    ['Moscow as a mule', 'She ordered a [[Moscow]] mule, the waiter told the court, and paid in cash.', notLiteral],
    ['Virginia as a first name', '[[Virginia]] Woolf walked these hills, and [[Virginia]] wrote of them to her sister.', nothing, nothing],
    ['the Brazil nut', 'A bag of [[Brazil]] nuts set off the alarm at the airport, the agency said.', notLiteral],
    ['a Stockholm syndrome', 'The lawyer spoke of [[Stockholm]] syndrome, which the psychiatrist called nonsense.', notLiteral],
  ])('%s', check)
})

describe('a whole text in one case is still read', () => {
  it.each<Case>([
    ['a dispatch in capitals', 'A CAR BOMB EXPLODED NEAR THE AIRPORT OF [[KABUL]] ON MONDAY, KILLING SIX PEOPLE. THE POLICE IN [[PESHAWAR]] SAID THAT TWO MEN HAD CROSSED FROM [[AFGHANISTAN]] THE NIGHT BEFORE.', where(kabul), where(peshawar), where(afghanistan)],
    ['a dispatch in capitals, in which words stay words', 'THE DELEGATES MET IN [[NAIROBI]] ON TUESDAY. IT WAS A [[NICE]] DAY IN [[MARCH]] AND THEY HAD FISH FOR LUNCH. MEMBERS OF THE GROUP LEFT AT NOON.', where(nairobi), nothing, nothing],
    ['a dispatch in capitals with two-letter words', 'THE PILOT SAID HE WAS [[OK]] [[OR]] NEARLY SO. HE TOLD THE POLICE: COME WITH [[ME]] NOW. THE PLANE FELL INTO A LAKE NEAR [[NAIROBI]].', nothing, nothing, nothing, where(nairobi)],
    ['a text in lower case', 'shells fell on [[kharkiv]] and [[mykolaiv]] overnight, and two people died. the army of [[ukraine]] said nothing about it until noon.', where(kharkiv), where(mykolaiv), found(ukraine)],
    ['a text in lower case, in which words stay words', 'two men were held in [[nairobi]] on monday. they had hidden the money in a [[turkey]] and in a [[china]] vase, said a [[mobile]] unit of the police.', where(nairobi), nothing, nothing, nothing],
    ['a text in lower case with a sea', 'a tanker burned in the [[strait of hormuz]] on friday, and its crew was taken to [[afghanistan]] by mistake, the owner said.', where(hormuz), where(afghanistan)],
  ])('%s', check)
})

describe('marks of the printer do not hide a name', () => {
  it.each<Case>([
    ['inside typographic quotes', '“[[Kharkiv]] is my home,” she said in the shelter in [[Kharkiv]]. “I will not leave it.”', found(kharkiv), where(kharkiv)],
    ['between en dashes without spaces', 'The towns–[[Kharkiv]] and [[Mykolaiv]]–were both shelled on Monday, the army of Ukraine said.', where(kharkiv), where(mykolaiv)],
    ['behind an em dash', 'One town was spared—[[Mykolaiv]], in the south of Ukraine, where it rained.', where(mykolaiv)],
    ['in brackets', 'The convoy left at dawn (for [[Kharkiv]], in Ukraine) with 30 trucks and two ambulances.', where(kharkiv)],
    ['between two towns with a slash', 'The line [[Kharkiv]]/[[Mykolaiv]] in Ukraine will be closed until April, the railway said.', where(kharkiv), where(mykolaiv)],
    ['with a no-break space', 'A ship was stopped in the [[Red\u00a0Sea]] on Friday by a patrol of the coast guard.', where(redSea)],
    ['with two spaces', 'A ship was stopped in the [[Red  Sea]] on Friday by a patrol of the coast guard.', where(redSea)],
    ['with a soft hyphen', 'Two people were hurt in [[Khar\u00adkiv]], in eastern Ukraine, on Friday by a falling drone.', where(kharkiv)],
    ['in a region, with the noun on the next line', 'Farmers in the [[Kharkiv]]\nregion of Ukraine found 30 mines in a field on Friday.', where(kharkivRegion)],
    ['behind a bullet', '• [[Kharkiv]]: two people were killed.\n• [[Mykolaiv]]: a warehouse burned, the army of Ukraine said on Friday.', found(kharkiv), where(mykolaiv)],
  ])('%s', check)
})
