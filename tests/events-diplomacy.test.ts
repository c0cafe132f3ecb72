import { describe, expect, it } from 'vitest'
import { readArticle } from '../lib/read/article'
import { recogniseEvents } from '../lib/recognise/events'

const eventsIn = (text: string) => recogniseEvents(readArticle({ text, published: '2025-12-21' }))
const told = (text: string) => eventsIn(text).filter(({ type, modality }) => type !== 'statement' && (modality === 'asserted' || modality === 'planned')).map(({ type }) => type)
const modalityOf = (text: string, trigger: string) => eventsIn(text).find((event) => event.text.toLowerCase().includes(trigger))?.modality

/** type, what happened, and what must not be read so */
const pairs: [string, string, string][] = [
  ['meeting', 'The minister joined counterparts in Ulm for a working dinner.', 'The minister may join counterparts in Ulm.'],
  ['meeting', 'The envoy wrapped up two days of talks in Ulm.', 'The tailor wrapped up a coat in Ulm.'],
  ['meeting', 'The premier made a surprise stop in Ulm.', 'The bus made a stop in Ulm.'],
  ['meeting', 'The ruling party opened its congress in Ulm.', 'The band opened its tour in Ulm.'],
  ['meeting', 'The border commission met in Ulm on Tuesday.', 'The two rivers meet in Ulm.'],
  ['meeting', 'The two sides returned to the negotiating table in Ulm.', 'The waiter returned to the table in Ulm.'],
  ['meeting', 'The president received the envoy in Ulm.', 'The museum received 3,000 visitors in Ulm.'],
  ['agreement', 'An agreement was reached in Ulm after nine hours.', 'A deal has not been reached in Ulm.'],
  ['agreement', 'The two states restored diplomatic ties in Ulm.', 'The joiner restored a chair in Ulm.'],
  ['agreement', 'The factions put their names to a power-sharing deal in Ulm.', 'The two firms struck a deal in Ulm to build a mall.'],
  ['agreement', 'Dockers struck a deal with their employers in Ulm.', 'The striker signed a new deal in Ulm.'],
  ['protest', 'Port workers stopped work in Bavo for a third day.', 'The foreman stopped the clock in Bavo.'],
  ['protest', 'Teachers in Bavo stayed away from work over pay.', 'Because of the snow he stayed away from Bavo.'],
  ['protest', 'Nurses walked out in Bavo over pay.', 'The nurses walked out of the cinema in Bavo.'],
  ['protest', 'Islanders blocked the quay in Bavo.', 'Police went to the 900 block of Bavo Road.'],
  ['protest', 'Tens of thousands poured onto the streets of Bavo.', 'Water poured onto the streets of Bavo.'],
  ['protest', 'Women paraded through Bavo behind a banner.', 'Children paraded in costumes through Bavo.'],
  ['protest', 'Activists glued themselves to a road in Bavo.', 'She glued the vase in Bavo.'],
  ['detention', 'She was caught at Bavo airport with a kilo of heroin.', 'They were caught in the rain in Bavo.'],
  ['detention', 'Four vendors were caught selling rotten meat in Bavo.', 'A poster in Bavo caught her eye.'],
  ['detention', 'Four men were brought before a magistrate in Bavo.', 'The bill was brought before the committee in Bavo.'],
  ['detention', 'She appeared at the Bavo Magistrates Court on Friday.', 'She appeared on the tennis court in Bavo.'],
  ['detention', 'The banker is back before a jury in Bavo.', 'The plan is back on the table in Bavo.'],
  ['detention', 'The mayor was charged with taking bribes in Bavo.', 'The air in Bavo was charged with energy.'],
  ['detention', 'He turned himself in to police in Bavo.', 'He escaped arrest in Bavo.'],
  ['detention', 'The mayor was cleared of all charges in Bavo.', 'The road in Bavo was cleared of snow.'],
  ['detention', 'Officers executed a search warrant at a flat in Bavo.', 'Police in Bavo are searching for a gunman.'],
  ['detention', 'The trial of two bankers opened in Bavo.', 'The trial of the new drug began in Bavo.'],
  ['detention', 'A court in Bavo sentenced the editor to two years.', 'He is serving a life sentence in Bavo.'],
  ['sanction', 'Norland cut ties with Bavo.', 'Norland has long sanctioned such trade.'],
  ['sanction', 'Norland declared the consul in Bavo persona non grata.', 'Norland greeted the consul in Bavo.'],
  ['sanction', 'Norland ordered nine diplomats to leave.', 'The usher asked nine guests to be quiet.'],
  ['sanction', 'Norland banned flights from Bavo.', 'The club banned nine fans.'],
  ['sanction', 'Norland withdrew its ambassador from Bavo.', 'The firm withdrew its bid.'],
  ['movement', 'Two hundred migrants landed near Ghent.', 'The train arrives in Ghent at nine.'],
  ['movement', 'Troops flown into Ghent on Wednesday rested.', 'Flowers flown into Ghent are sold at dawn.'],
  ['movement', 'The exiled leader returned to Ghent.', 'Guests arrived at the hotel in Ghent.'],
  ['movement', 'The fleet set sail from Ghent.', 'The cruise ship set sail from Ghent with 900 tourists.'],
  ['humanitarian', 'A boat took 66 migrants off a dinghy near Ghent.', 'He took his hat off in Ghent.'],
  ['humanitarian', 'Thousands were forced from their homes in Ghent.', 'The keeper was forced from his line in Ghent.'],
  ['humanitarian', 'About 800 people took shelter in a church in Ghent.', 'The dogs have a shelter in Ghent.'],
  ['humanitarian', 'The editor was released from prison in Ghent.', 'Water was released from the dam near Ghent.'],
  ['humanitarian', 'A convoy of lorries with flour was let through to Ghent.', 'The guard let the cat through.'],
  ['meeting', 'The envoy flew to Ulm to meet the emir.', 'Tourists come to Ulm to see the lion.'],
  ['meeting', 'The next round will take place in Ulm on May 10.', 'The second round of voting will take place in Ulm.'],
  ['meeting', 'Ministers from nine states are to discuss piracy in Ulm on Monday.', 'Readers discussed the novel in Ulm.'],
  ['meeting', 'The two presidents held a bilateral in Ulm.', 'The college will confer degrees in Ulm.'],
  ['agreement', 'The mayor gave in to the demands of students in Ulm.', 'The widow came to terms with her loss in Ulm.'],
  ['agreement', 'Miners and the company struck a pay deal in Ulm.', 'The striker struck a record deal in Ulm.'],
  ['protest', 'In Bavo, road blocks entered a third day.', 'Police set up roadblocks in Bavo.'],
  ['protest', 'Farmers drove their tractors into Bavo.', 'A dealer showed new tractors in Bavo.'],
  ['protest', 'Rubbish piled up in Bavo as collectors stayed on strike.', 'The strike rate of the batsman rose in Bavo.'],
  ['protest', 'Bus drivers in Bavo are refusing to work.', 'The firm refused to comment in Bavo.'],
  ['protest', 'Residents turned out in force in Bavo to demand the closing of the plant.', 'Voters turned out in force in Bavo for the election.'],
  ['protest', 'Activists lay down on the tracks in Bavo.', 'He lay down on the sofa in Bavo.'],
  ['detention', 'A court in Bavo will hear the case against the editor.', 'A court in Bavo will hear the lawsuit over the patent.'],
  ['detention', 'Three clerks were charged in Bavo on Saturday.', 'Customers in Bavo were charged extra on Saturday.'],
  ['detention', 'Ten men are being held in Bavo for crossing the border.', 'Two concerts are being held in Bavo.'],
  ['detention', 'A gang of forgers was busted in Bavo.', 'The budget was busted in Bavo.'],
  ['detention', 'The former mayor was led away in handcuffs in Bavo.', 'The guide led visitors away in Bavo.'],
  ['detention', 'The trial of the former premier resumed in Bavo.', 'The vaccine trial resumed in Bavo.'],
  ['sanction', 'Norland threw out the consul in Bavo.', 'The court in Bavo threw out the plan.'],
  ['sanction', 'Norland revoked the visas of four judges in Bavo.', 'The bank revoked the visa cards in Bavo.'],
  ['movement', 'Norland will withdraw its last 700 men from Bavo in June.', 'The firm will withdraw its bid from Bavo in June.'],
  ['movement', 'Peacekeepers quit their base in Bavo.', 'The clerk quit his job in Bavo.'],
  ['movement', 'A submarine surfaced off Bavo.', 'New evidence surfaced in Bavo.'],
]

describe('what happened, and what sounds like it', () => {
  it.each(pairs)('%s: %s', (type, happened, other) => {
    expect(told(happened)).toContain(type)
    expect(told(other)).toEqual([])
  })
})

describe('a statement has its place of utterance', () => {
  it.each([
    'The spokesman told state radio in Ulm that all was calm.',
    'The governor briefed journalists in Ulm.',
    'He was speaking at a rally in Ulm.',
    'Orlo Dun was speaking before the well in Ulm.',
    'Orlo told a cheering crowd in Ulm that he would stay.',
  ])('%s', (text) => expect(eventsIn(text).map(({ type }) => type)).toEqual(['statement']))
})

describe('modality', () => {
  it.each([
    ['The union called a two-day strike in Bavo for 3 June.', 'strike', 'planned'],
    ['She called for a march in Bavo.', 'march', 'hypothetical'],
    ['The union called off its strike in Bavo.', 'strike', 'cancelled'],
    ['A summit is set for Ulm on June 4.', 'summit', 'planned'],
    ['A conference opened in Ulm in May.', 'conference', 'asserted'],
    ['Ulm will host a conference of ministers in May.', 'conference', 'planned'],
    ['Instead of meeting in Ulm, the ministers spoke by phone.', 'meeting', 'negated'],
    ['The premier no longer visits Ulm.', 'visits', 'negated'],
    ['He denied that the two ministers had met in Ulm.', 'met', 'negated'],
    ['Talks in Ulm have yet to begin.', 'talks', 'negated'],
    ['The accord was not signed in Ulm.', 'accord', 'negated'],
    ['The nurses voted against a strike in Bavo.', 'strike', 'hypothetical'],
    ['The envoy was invited to visit Ulm.', 'visit', 'hypothetical'],
    ['Every year the ministers meet in Ulm.', 'meet', 'historic'],
    ['The 1945 conference of ministers in Ulm redrew the map.', 'conference', 'historic'],
    ['Norland banned flights from Bavo.', 'banned', 'asserted'],
  ])('%s', (text, trigger, expected) => expect(modalityOf(text, trigger)).toBe(expected))

  it('leaves a shelling every night what it is, news', () => {
    expect(modalityOf('Guns shelled Ulm every night.', 'shelled')).toBe('asserted')
  })
})
