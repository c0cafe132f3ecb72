/** Who says so: claimed, denied, confirmed. Whole short articles; what they tell is invented. */
import { describe, expect, it } from 'vitest'
import { readReading } from '../lib/pipeline'

const standings = (text: string) => readReading({ text, published: '2025-12-21' }).reports.map(({ type, status, claimedBy, deniedBy }) => [type, status, claimedBy ?? null, deniedBy ?? null])

describe('claimed by one side', () => {
  it.each([
    ['said it had', 'The army said it had shelled a depot in Kherson on Friday.', [['strike', 'claimed', 'army', null]]],
    ['said of the other side', 'The army said rebels had attacked a village near Goma on Friday.', [['attack', 'claimed', 'army', null]]],
    ['said that', 'Russia’s defence ministry said that Ukrainian drones had attacked an airfield in Ryazan on Sunday.', [['strike', 'claimed', 'Russia’s defence ministry', null]]],
    ['said behind', 'The Houthis fired missiles at Eilat on Friday, the Israeli military said.', [['strike', 'claimed', 'Israeli military', null]]],
    ['according to, before', 'According to the rebels, government troops shelled Masisi on Friday.', [['strike', 'claimed', 'rebels', null]]],
    ['according to, behind', 'Government troops shelled Masisi on Friday, according to the rebels.', [['strike', 'claimed', 'rebels', null]]],
    ['claimed', 'The militants claimed to have shelled Kherson on Friday.', [['strike', 'claimed', 'militants', null]]],
    ['state media of its own', 'State media reported that its forces had shelled Kherson on Friday.', [['strike', 'claimed', 'State media', null]]],
    ['letters that are also a word', 'IS said its fighters had killed nine pilgrims in Baghdad on Friday.', [['attack', 'claimed', 'IS', null]]],
    ['a government by its capital', 'Moscow said Ukrainian drones had struck a depot in Kursk on Sunday.', [['strike', 'claimed', 'Moscow', null]]],
    ['reportedly', 'Troops reportedly entered Goma on Friday.', [['movement', 'claimed', null, null]]],
    ['over the next sentence', 'The army said it had shelled Kherson on Friday. It also said its forces had bombed Odesa.', [['strike', 'claimed', 'army', null], ['strike', 'claimed', 'army', null]]],
    ['the ministry, named before', 'The defence ministry said its forces had shelled Kherson on Friday. The ministry added that drones had hit a bridge in Mykolaiv.', [['strike', 'claimed', 'defence ministry', null], ['strike', 'claimed', 'defence ministry', null]]],
    ['with a definite noun behind', 'The army said it had shelled a depot in Kherson on Friday. The strike was the first in weeks.', [['strike', 'claimed', 'army', null]]],
  ])('%s', (_, text, expected) => expect(standings(text)).toEqual(expected))

  it.each([
    ['police', 'Police said gunmen attacked a village near Kano on Friday.'],
    ['a hospital', 'Gunmen attacked a village near Kano on Friday, a hospital said.'],
    ['a governor', 'Drones hit a mill in Izmail on Friday, the regional governor said.'],
    ['residents beside an officer', 'Rebels attacked a village near Goma on Friday, residents and an army officer said.'],
    ['officials', 'Rockets hit a mill in Kharkiv on Friday, officials said.'],
    ['an aid group', 'A drone hit a clinic in Sumy on Friday, the aid group said.'],
    ['a fact told elsewhere', 'Rockets hit a mill in Kharkiv on Friday. The army said it had shelled Kharkiv.'],
    ['a claim on lives', 'Rockets hit Kharkiv on Friday. The attack claimed nine lives.'],
    ['an army that met somebody', 'The army said its commander had met envoys in Doha on Friday.'],
  ])('not by %s', (_, text) => expect(standings(text).map(([, status, by]) => [status, by])).toEqual([['happened', null]]))
})

describe('responsibility', () => {
  const blast = 'A bomb exploded at a market in Kabul on Friday, killing 14 people.'
  it.each([
    ['in the next sentence', `${blast} The Dawn Brigade claimed responsibility on Telegram.`, 'Dawn Brigade'],
    ['took it', `${blast} The Dawn Brigade, in a message to reporters, took responsibility.`, 'Dawn Brigade'],
    ['said it was behind', `${blast} The Dawn Brigade said it was behind the bombing.`, 'Dawn Brigade'],
    ['claimed the attack', `${blast} The Dawn Brigade claimed the attack.`, 'Dawn Brigade'],
    ['claimed by', 'An attack claimed by militants killed nine people in Kano on Friday.', 'militants'],
  ])('%s: it happened, and who answers for it is kept', (_, text, by) => expect(standings(text)).toEqual([['attack', 'happened', by, null]]))

  it('for one deed is not for another', () => {
    expect(standings(`${blast} The Dawn Brigade claimed responsibility for an attack on a bridge in Herat on Thursday.`)[0]).toEqual(['attack', 'happened', null, null])
  })

  it('nobody claims it', () => {
    expect(standings(`${blast} No group has claimed responsibility.`)).toEqual([['attack', 'happened', null, null]])
    expect(standings(`${blast} Nobody immediately claimed responsibility for the attack.`)).toEqual([['attack', 'happened', null, null]])
  })
})

describe('denied', () => {
  it('by the other side: kept beside what is told', () => {
    expect(standings('Rockets hit Kharkiv on Friday. The Russian army denied involvement.')).toEqual([['strike', 'happened', null, 'Russian army']])
    expect(standings('The rebels said they had shelled Masisi on Friday, which the army denied.')).toEqual([['strike', 'claimed', 'rebels', 'army']])
  })

  it('and told by nobody else is no event', () => {
    expect(standings('The army denied that it had shelled Kherson on Friday.')).toEqual([])
  })

  it.each([
    ['an offer', 'Rockets hit Kharkiv on Friday. The army rejected the offer of talks.'],
    ['a motion', 'Gunmen shot dead a judge in Lyon on Friday. The court denied the motion.'],
  ])('not by who turns down %s', (_, text) => expect(standings(text)[0]!.at(-1)).toBeNull())
})

describe('confirmed by the other side', () => {
  it('it happened', () => {
    expect(standings('The rebels said they had captured Masisi on Friday. The army confirmed the loss of the town.')).toEqual([['clash', 'happened', null, null]])
  })
})
