/** Who has a part in an event, in what role, and who has none. Whole short articles; people and most groups are invented. */
import { describe, expect, it } from 'vitest'
import { readReading } from '../lib/pipeline'

const reports = (text: string) => readReading({ text, published: '2025-12-21' }).reports
/** "name role" of the first report's actors. */
const parts = (text: string) => reports(text)[0]?.actors.map(({ name, role }) => `${name} ${role}`)
const known = (text: string) => reports(text)[0]?.actors.map(({ name, canonical, country }) => [name, canonical ?? null, country ?? null])

describe('roles', () => {
  it.each([
    ['active', 'Police arrested two teenagers in Leeds on Friday.', ['Police by', 'teenagers against']],
    ['passive', 'Two teenagers were arrested by police in Leeds on Friday.', ['teenagers against', 'police by']],
    ['passive of violence', 'A soldier was killed by rebels in Goma on Friday.', ['soldier against', 'rebels by']],
    ['between', 'Talks between Chile and Peru were held in Geneva on Friday.', ['Chile with', 'Peru with']],
    ['X met Y', 'President Odran Velk met Chancellor Mira Stolz in Berlin on Friday.', ['President Odran Velk by', 'Chancellor Mira Stolz with']],
    ['X and Y', 'Kyiv and Moscow signed a deal in Istanbul on Friday.', ['Kyiv by', 'Moscow by']],
    ['possessive', 'The army’s attack on the rebels in Goma killed 20 people on Friday.', ['army by', 'rebels against']],
    ['attack on X by Y', 'An attack on soldiers by gunmen in Kano killed nine people on Friday.', ['soldiers against', 'gunmen by']],
    ['against', 'Striking nurses marched through Madrid against the government on Friday.', ['Striking nurses by', 'government against']],
    ['with, of a fight', 'Rebels clashed with government troops near Goma on Friday.', ['Rebels by', 'government troops against']],
    ['accusation', 'In Geneva, the foreign minister accused Peru of fraud on Friday.', ['foreign minister by', 'Peru against']],
    ['of two in one name', 'French dockers and rail workers went on strike in Marseille on Friday.', ['French dockers by', 'rail workers by']],
    ['police at a protest', 'Police fired tear gas at protesters in Tbilisi on Saturday.', ['Police against', 'protesters by']],
    ['agent of a participle', 'The air force said it had shot down drones launched by Morocco over Oran on Friday.', ['air force by', 'Morocco against']],
    ['demonym before a noun', 'Turkish drones struck a depot near Sirte on Friday.', ['Turkey by']],
    ['the one that speaks of itself', 'The navy said it had sunk a frigate with missiles off Odesa on Friday.', ['navy by']],
    ['the one that answers for it', 'A bomb exploded at a market in Kabul on Friday, killing 14 people. The Dawn Brigade claimed responsibility.', ['Dawn Brigade by']],
  ])('%s', (_, text, expected) => expect(parts(text)).toEqual(expected))

  it.each([
    ['who only speaks', 'A bus crashed into a bridge in Kano on Friday, the governor said.', []],
    ['who only speaks, of an attack', 'Police said gunmen attacked a village near Kano on Friday.', ['gunmen by']],
    ['who is quoted behind', 'Gunmen attacked a village near Kano on Friday, according to residents.', ['Gunmen by']],
    ['a building', 'Gunmen attacked a village near the police station in Kano on Friday.', ['Gunmen by']],
    ['what is a mere place', 'Students marched past the parliament in Nairobi on Friday.', ['Students by']],
    ['who did another thing', 'Rescuers were searching a block in Ternopil on Thursday, a day after Russian missiles struck the city.', ['Russia by']],
    ['a wedding party', 'A tree fell on a wedding party in Leeds on Friday, killing a woman.', []],
    ['who denies it', 'A bomb killed nine people in Goma on Friday. The rebels denied responsibility for the attack.', []],
    ['whose ship it is', 'A drone hit a Greek-owned tanker off Hodeidah on Friday.', []],
  ])('no part has %s', (_, text, expected) => expect(parts(text)).toEqual(expected))
})

describe('names', () => {
  it.each([
    ['a government by its capital', 'Kyiv and Moscow signed a deal in Istanbul on Friday.', [['Kyiv', 'Ukraine', 'UA'], ['Moscow', 'Russia', 'RU']]],
    ['an organisation by another spelling', 'ISIS gunmen attacked a village near Kirkuk on Friday.', [['ISIS gunmen', 'Islamic State', null]]],
    ['a force by its letters', 'RSF fighters stormed a camp in El Fasher on Friday.', [['RSF fighters', 'Rapid Support Forces', 'SD']]],
    ['a group with its country', 'Ukrainian negotiators met in Geneva on Friday.', [['Ukrainian negotiators', null, 'UA']]],
    ['a force with its owner', 'Kenya’s army attacked rebels near Goma on Friday.', [['Kenya’s army', null, 'KE'], ['rebels', null, null]]],
    ['a person with an office', 'Polish Foreign Minister Jan Orlo arrived in Doha on Friday.', [['Polish Foreign Minister Jan Orlo', 'Jan Orlo', 'PL']]],
    ['an office alone', 'The US envoy arrived in Doha on Friday.', [['US envoy', null, 'US']]],
    ['a person by age', 'Xandra Vossel, 34, was arrested in Leeds on Friday.', [['Xandra Vossel', null, null]]],
  ])('%s', (_, text, expected) => expect(known(text)).toEqual(expected))

  it('a surname alone is who was told before', () => {
    const [, second] = reports('President Odran Velk met the envoys in Berlin on Friday. Velk will hold talks with farmers in Rome on Monday.')
    expect(second?.actors[0]).toMatchObject({ name: 'Velk', canonical: 'Odran Velk', role: 'by' })
  })

  it('letters in another case are another word', () => {
    expect(known('Nurses who look after the old marched through Leeds on Friday.')?.map(([, canonical]) => canonical)).not.toContain('World Health Organization')
  })

  it('a title without its holder’s name ends before the verb', () => {
    expect(parts('The prime minister visited Nairobi on Friday.')).toEqual(['prime minister by'])
  })

  it('a word that only opens the sentence is no part of the name', () => {
    expect(parts('Meanwhile rebels attacked a convoy near Goma on Friday.')).toEqual(['rebels by'])
  })
})
