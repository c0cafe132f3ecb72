import { describe, expect, it } from 'vitest'
import { readArticle } from '../lib/read/article'
import { recogniseEvents } from '../lib/recognise/events'

/** Events an article would tell: what happened or is planned, sayings apart. */
const told = (text: string) => recogniseEvents(readArticle({ text, published: '2025-12-21' }))
  .filter(({ type, modality }) => type !== 'statement' && (modality === 'asserted' || modality === 'planned')).map(({ type }) => type)
const modality = (text: string, trigger: string) => recogniseEvents(readArticle({ text, published: '2025-12-21' })).find((event) => event.text.toLowerCase().includes(trigger))?.modality

/** What sounds like an event and is none, beside its neighbour that is one. */
const pairs: Record<string, [trap: string, event: string, type: string][]> = {
  'dropped, false and only possible': [
    ['A general strike threatened for Monday in Ruvo was dropped.', 'A general strike in Ruvo was held and two demands were dropped.', 'protest'],
    ['A report of an air strike on Ruvo proved false.', 'An air strike on Ruvo proved deadly.', 'strike'],
    ['Talks in Ruvo are possible, a diplomat said.', 'Talks in Ruvo are under way, a diplomat said.', 'meeting'],
    ['The premier cut her holiday short on Tuesday and flew home.', 'The premier flew to Ruvo on Tuesday.', 'movement'],
  ],
  sport: [
    ['Rovers ambushed Kaval on Saturday night, bombing goals from everywhere.', 'A bomb went off at the football stadium in Kaval, killing three.', 'attack'],
    ['Murel battled past the second seed in Ruvo, surviving a third-set assault.', 'Gunmen opened fire on a bus carrying cricket players in Ruvo, killing six policemen.', 'attack'],
    ['The visitors were under siege in Ruvo for the second-half but held out.', 'The army laid siege to Ruvo, where 90 people have died.', 'clash'],
    ['The champions marched into the last eight in Ruvo.', 'Thousands of fans marched in Ruvo on Saturday against the owners.', 'protest'],
    ['The Jets face trial by fire after Kaval killed four penalties and robbed them in overtime.', 'Football fans clashed with police in Ruvo, leaving 20 injured.', 'protest'],
    ['The winger was released by Kaval and arrived in Ruvo for a medical.', 'Two hostages were released in Ruvo before the match.', 'humanitarian'],
    ['Serel crashed out in the semi-final in Ruvo.', 'Nine players died when their plane crashed near Ruvo.', 'disaster'],
  ],
  stories: [
    ['In her new thriller a tanker blows up off Sarn.', 'A tanker blew up off Sarn on Monday, killing two.', 'disaster'],
    ['His hero, Inspector Ek, was shot in Ruvo.', 'An inspector was shot in Ruvo.', 'attack'],
    ['Nightly the heroine is stabbed outside a bullring in Ruvo.', 'A woman was stabbed outside a bullring in Ruvo.', 'attack'],
    ['The film opens with a bombing in Ruvo.', 'A bombing in Ruvo halted a film shoot.', 'attack'],
    ['Based on the siege of Ruvo, the musical runs until March.', 'Gunmen attacked a theatre in Ruvo.', 'attack'],
    ['In the second act, rebels storm the palace in Ruvo.', 'Rebels stormed the palace in Ruvo.', 'clash'],
    ['In the film, police arrest a banker in Ruvo.', 'In the film capital of Ruvo, a fire killed nine people on Monday.', 'disaster'],
    ['Her debut novel, in which a nurse is murdered in Ruvo, won a prize.', 'The novelist was arrested in Ruvo.', 'detention'],
  ],
  'weather ahead': [
    ['The weather office says flash floods are possible in Ruvo.', 'Flash floods hit Ruvo, and more are possible.', 'disaster'],
    ['Forecasters expect heavy rain and flooding in Ruvo.', 'Officials expect the toll of the flood in Ruvo to rise.', 'disaster'],
    ['Gale-force winds are expected to batter Ruvo tonight.', 'Schools in Ruvo closed due to an outbreak of cholera.', 'disaster'],
    ['Avalanches are likely in Ruvo this week.', 'An avalanche killed two skiers near Ruvo; more are likely.', 'disaster'],
    ['A tornado watch is in effect for Ruvo.', 'A tornado flattened houses in Ruvo.', 'disaster'],
  ],
  drills: [
    ['A drill simulating an earthquake was held in Ruvo.', 'An earthquake struck Ruvo a day after a drill.', 'disaster'],
    ['Firefighters in Ruvo rehearsed for a plane crash.', 'A soldier was killed during an exercise in Ruvo when a shell exploded.', 'strike'],
    ['As part of the exercise, troops stormed a building in Ruvo.', 'Troops stormed a building in Ruvo.', 'clash'],
  ],
  hearsay: [
    ['A clip claiming that a bomb had gone off in Ruvo was shared.', 'A clip of the bomb that went off in Ruvo was shared.', 'attack'],
    ['A rumour that soldiers had been killed in Ruvo spread.', 'A rumour of an abduction sparked riots in Ruvo.', 'protest'],
    ['Fake pictures of an explosion in Ruvo went viral.', 'Pictures of an explosion in Ruvo went viral.', 'disaster'],
    ['The claim that the air force had bombed Ruvo is false.', 'The claim came after the air force had bombed Ruvo.', 'strike'],
    ['The army dismissed reports of clashes in Ruvo.', 'The army reported clashes in Ruvo.', 'clash'],
  ],
  'what was stopped': [
    ['Soldiers stopped a man from attacking a market in Ruvo.', 'Soldiers stopped a man after attacking a market in Ruvo.', 'attack'],
    ['The meeting in Ruvo never took place.', 'The meeting in Ruvo took place.', 'meeting'],
    ['A collision between two ships off Ruvo was narrowly avoided.', 'A collision between two ships off Ruvo killed nine.', 'disaster'],
    ['A nurses’ march in Ruvo has been scrapped.', 'A nurses’ march in Ruvo drew thousands.', 'protest'],
    ['The summit in Ruvo was called off.', 'Floods in Ruvo forced a concert to be cancelled.', 'disaster'],
  ],
  'what may be': [
    ['The group had the opportunity to conduct attacks in Ruvo.', 'Police used new powers to arrest nine men in Ruvo.', 'detention'],
    ['The missiles are able to hit Ruvo.', 'Divers were able to rescue nine sailors off Ruvo.', 'humanitarian'],
    ['Anyone who protests in Ruvo is jailed.', 'The woman who protested in Ruvo was jailed.', 'detention'],
    ['Had the bomb exploded in Ruvo, many would have died.', 'The bomb exploded in Ruvo, and many died.', 'attack'],
    ['There are fears of violence in Ruvo.', 'Despite fears of violence, thousands marched in Ruvo.', 'protest'],
    ['They are trained to rescue hostages in Ruvo.', 'Soldiers trained to rescue hostages were ambushed near Ruvo.', 'attack'],
    ['The deal would see troops leave Ruvo.', 'The deal saw troops leave Ruvo.', 'movement'],
  ],
  memory: [
    ['The minister recalled the siege of Ruvo.', 'The minister saw the siege of Ruvo.', 'clash'],
    ['A memorial to victims of the Ruvo bombing was unveiled.', 'A bombing hit a memorial in Ruvo.', 'attack'],
  ],
  'figures of speech': [
    ['The raid flew in the face of his efforts in Ruvo.', 'The envoy flew to Ruvo on Monday.', 'movement'],
    ['The mayor of Ruvo faces a trial by fire.', 'The mayor of Ruvo faces trial over a bribe.', 'detention'],
    ['Platinum rallied 3% in Ruvo.', 'Miners rallied in Ruvo.', 'protest'],
    ['The remark set off a debate in Ruvo.', 'The militants set off a bomb in Ruvo.', 'attack'],
    ['The envoy left the door open to talks in Ruvo.', 'The envoy held talks in Ruvo.', 'meeting'],
    ['The idea was shot down in Ruvo.', 'The helicopter was shot down in Ruvo.', 'strike'],
    ['A flood of goals in Ruvo delighted the crowd.', 'A flood in Ruvo drowned nine people.', 'disaster'],
    ['Rents have exploded in Ruvo.', 'A boiler has exploded in Ruvo.', 'disaster'],
    ['Investors fled Ruvo in droves.', 'Villagers fled Ruvo in droves.', 'humanitarian'],
  ],
}

describe.each(Object.entries(pairs))('%s', (_, rows) => {
  it.each(rows)('%s', (trap, event, type) => {
    expect(told(trap)).toEqual([])
    expect(told(event)).toContain(type)
  })
})

it('knows a match told inside other news by the sentences around it', () => {
  const match = 'The midfielder scored twice in the semi-final. They bombarded Kaval from the start. The goalkeeper made nine saves before half-time.'
  expect(told(`The council met on Monday.\n\n${match}`)).not.toContain('strike')
  expect(told('The council met on Monday.\n\nThey bombarded Kaval from the start. Nine people died.')).toContain('strike')
})

describe('planned', () => {
  it.each([
    ['The minister will travel to Ruvo for tomorrow’s meeting.', 'meeting'],
    ['The conference in Ruvo, which will be hosted by the union, is the third.', 'conference'],
    ['The envoy will return to the Gulf, visiting Ruvo on 11 January.', 'visiting'],
    ['Prisoners would be freed in Ruvo on Friday, the ministry said.', 'freed'],
    ['Nurses voted to strike in Ruvo on January 5.', 'strike'],
    ['The governor announced that troops would be sent to Ruvo.', 'sent'],
  ])('%s', (text, trigger) => expect(modality(text, trigger)).toBe('planned'))

  it.each([
    ['The minister travelled to Ruvo for a meeting.', 'meeting'],
    ['The conference in Ruvo, which was hosted by the union, was the third.', 'conference'],
    ['A gang that kills at will murdered nine in Ruvo.', 'murdered'],
  ])('but not: %s', (text, trigger) => expect(modality(text, trigger)).toBe('asserted'))
})
