import { describe, expect, it } from 'vitest'
import { readReading } from '../lib/pipeline'
import { readArticle } from '../lib/read/article'
import { recogniseTolls } from '../lib/recognise/tolls'
import type { Toll } from '../lib/types'

/** Every count of a sentence, as "killed 3" or "killed scores". */
const counts = (text: string) => recogniseTolls(readArticle({ text })).map(({ toll, count }) => `${toll} ${count.best ?? count.qualifier}`)

/** Type, killed and injured of each incident of a whole article, by its place. */
const told = (text: string) => Object.fromEntries(readReading({ text, published: '2025-03-03' }).reports.map(({ where, killed, injured }) => [where.known ? where.value.name : '-', [killed?.best ?? 0, injured?.best ?? 0]]))

describe('one person without a number', () => {
  it.each([
    ['A man was stabbed near the quay.', 'injured 1'],
    ['The victim was killed.', 'killed 1'],
    ['A boy of 9 was injured.', 'injured 1'],
    ['Firefighters found the body of an elderly homeowner.', 'killed 1'],
    ['Ada Orlo, 34, died at the scene.', 'killed 1'],
    ['Tom Orlo received serious injuries.', 'injured 1'],
    ['He stepped on a mine and lost his foot.', 'injured 1'],
    ['Her four year old son was hurt.', 'injured 1'],
    ['A crack soldier was killed by a buried bomb.', 'killed 1'],
    ['A youth was charged over the stabbing death of a software CEO.', 'killed 1'],
    ['The passenger was rushed to a nearby hospital.', 'injured 1'],
    ['A third climber was burned.', 'injured 1'],
  ])('%s', (text, expected) => expect(counts(text)).toEqual([expected]))
})

describe('several parties make one count', () => {
  it.each([
    ['A wall fell, killing a woman and two children.', 'killed 3'],
    ['Two policemen and a civilian were killed.', 'killed 3'],
    ['The clash left three soldiers and 12 rebels dead.', 'killed 15'],
    ['A couple and their son died in the fire.', 'killed 3'],
    ['Three people, a woman and two children, were killed.', 'killed 3'],
    ['Three people, two of them children, were killed.', 'killed 3'],
    ['18 dead, among them four children', 'killed 18'],
  ])('%s', (text, expected) => expect(counts(text)).toEqual([expected]))

  it('but not across what has a fate of its own', () => {
    expect(counts('The bomb killed two people and three others were injured.')).toEqual(['killed 2', 'injured 3'])
    expect(counts('Twelve people were killed and 30 injured.')).toEqual(['killed 12', 'injured 30'])
  })
})

describe('words of harm', () => {
  it.each([
    ['The meal sickened 40.', ['injured 40']],
    ['Six residents were treated for smoke inhalation.', ['injured 6']],
    ['Two are in critical condition.', ['injured 2']],
    ['A driver suffered burns.', ['injured 1']],
    ['Officials reported 14 deaths and 22 injuries.', ['killed 14', 'injured 22']],
    ['Rescuers found the bodies of six miners.', ['killed 6']],
    ['The robberies led to the deaths of four people and the wounding of eight others.', ['killed 4', 'injured 8']],
    ['A man was shot and killed.', ['killed 1']],
    ['Scores were killed and several people were hurt.', ['killed scores', 'injured several']],
    ['The number of students who became infected was put at 12.', ['injured 12']],
  ])('%s', (text, expected) => expect(counts(text)).toEqual(expected))
})

describe('figures with their edges', () => {
  const first = (text: string) => recogniseTolls(readArticle({ text }))[0]?.count
  it.each<[string, Partial<Toll>]>([
    ['Between 10 and 15 people died.', { low: 10, best: 10, high: 15, qualifier: 'between' }],
    ['The raid killed 20-25 fighters.', { low: 20, best: 20, high: 25, qualifier: 'between' }],
    ['No fewer than 12 people were hurt.', { low: 12, best: 12, high: null, qualifier: 'no fewer than' }],
    ['As many as 60 people are feared dead.', { low: 0, best: 60, high: 60 }],
    ['Two hundred and fifty people died.', { low: 250, best: 250, high: 250 }],
    ['At least a dozen people were wounded.', { low: 12, best: 12, high: null }],
    ['The toll rose from nine to 12.', { best: 12 }],
    ['The number of dead, put at seven on Monday, rose to 12.', { best: 12 }],
    ['The toll was revised down to seven.', { best: 7 }],
    ['Deaths climbed to 31, officials said.', { best: 31 }],
  ])('%s', (text, figures) => expect(first(text)).toMatchObject(figures))
})

describe('no count', () => {
  it.each([
    'The fire killed 12 horses and three cows.',
    'Some 270 swine deaths were reported.',
    'They found roughly 4,000 dead wild birds.',
    'The storm left 4,000 people homeless.',
    'In the storm two cars were burned.',
    'The war has killed 10,000 people since 2011.',
    'So far this year, 40 people have died on this road.',
    'The holiday road toll has risen to eight.',
    'There were 30 casualties.',
    'A bomb could kill dozens.',
    'The virus may cause up to 2,000 deaths.',
    'He was accused of plotting to kill two ministers.',
    'A trial over the attempted murder of a priest began.',
    'He was killed in 1998.',
    'Call the toll line at 1-202-501.',
    'Pupils of Sarn School were given lunch; 12 dishes were burned.',
  ])('%s', (text) => expect(counts(text)).toEqual([]))
})

describe('an incident has the count of its own event', () => {
  it.each<[string, string, Record<string, [number, number]>]>([
    ['two towns', 'Car bombs killed five people in Mosul and two in Kirkuk on Friday.', { Mosul: [5, 0], Kirkuk: [2, 0] }],
    ['the town named behind', 'Jets bombed camps in Khost and Herat, and according to the council 11 villagers, most of them women, lost their lives in the Herat raid.', { Khost: [0, 0], Herat: [11, 0] }],
    ['the thing named behind', 'Drones struck a mill in Odesa and a depot in Mykolaiv, wounding four workers at the mill.', { Odesa: [0, 4], Mykolaiv: [0, 0] }],
    ['updates and corrections', 'A bomb exploded at a market in Kano on Saturday, killing five people. The death toll rose to 12 on Sunday. Police later revised the toll down to nine.', { Kano: [9, 0] }],
    ['an earlier figure', 'A bomb exploded at a market in Kano on Saturday, killing five people. Earlier reports had spoken of nine dead.', { Kano: [5, 0] }],
    ['attackers apart', 'A gunman opened fire at a school in Lyon on Monday, killing five people. The gunman was shot dead by police.', { Lyon: [5, 0] }],
    ['attackers inside a total', 'Five people, including the gunman, were killed in a shooting in Lyon on Monday.', { Lyon: [4, 0] }],
    ['not a war’s', 'Missiles hit Odesa on Friday, killing two. The war has killed 10,000 civilians since 2022.', { Odesa: [2, 0] }],
    ['another in the same sentence', 'A bomb exploded in Kano on Saturday, killing three at once, and another two died in hospital.', { Kano: [5, 0] }],
    ['names one by one', 'A bus crashed in Nashville on Friday. Ada Orlo, 34, died at the scene. Tom Vela, 20, died in hospital.', { Nashville: [2, 0] }],
    ['shot and died', 'A man was shot in Lyon on Monday. The man died in hospital.', { Lyon: [1, 0] }],
  ])('%s', (_, text, expected) => expect(told(text)).toMatchObject(expected))
})

it('stays quick on a sentence without end', () => {
  const text = `The raids ${'killed two people in a hall and left three soldiers dead and '.repeat(3000)}ended.`
  const start = performance.now()
  expect(recogniseTolls(readArticle({ text })).length).toBeGreaterThan(3000)
  expect(performance.now() - start).toBeLessThan(4000)
})
