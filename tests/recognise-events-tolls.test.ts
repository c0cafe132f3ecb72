import { describe, expect, it } from 'vitest'
import { readArticle } from '../lib/read/article'
import { recogniseClaims } from '../lib/recognise/claims'
import { recogniseTolls } from '../lib/recognise/tolls'
import { qualified } from '../lib/recognise/tolls/count'

const tolls = (text: string) => Object.fromEntries(recogniseTolls(readArticle({ text })).map(({ toll, count }) => [toll, count.best]).reverse())

describe('a count of people is read', () => {
  it.each([
    ['killed and injured', 'The storm killed eight civilians and injured 30.', { killed: 8, injured: 30 }],
    ['in words', 'Six shoppers died and four were wounded.', { killed: 6, injured: 4 }],
    ['total before parts', 'At least three people, two of them children, were killed.', { killed: 3 }],
    ['with burns', 'It killed two workers, leaving five others with burns.', { killed: 2, injured: 5 }],
    ['as a risen toll', 'By night the toll had risen to 14, with 31 people wounded.', { killed: 14, injured: 31 }],
    ['as a sum', 'Four more bodies were found, bringing the number of dead to 15.', { killed: 15 }],
    ['of one', 'A woman was killed and one docker was hurt.', { killed: 1, injured: 1 }],
    ['of nobody', 'Nobody was hurt in the blaze.', { injured: 0 }],
    ['with thousands', 'The wave killed more than 6,000 people.', { killed: 6000 }],
    ['vague', 'Dozens were injured.', { injured: null }],
    ['arrested', 'Agents arrested 239 people.', { detained: 239 }],
  ])('%s', (_, text, expected) => expect(tolls(text)).toMatchObject(expected))
})

describe('no count of people is', () => {
  it.each([
    ['machines', 'The army destroyed two jets, and the frost killed 40 cows.'],
    ['a year', 'He was killed in 1998.'],
    ['a share', 'The disease killed 3 percent of the herd.'],
    ['money', 'The bank raised 200 million.'],
  ])('%s', (_, text) => expect(tolls(text)).toEqual({}))
})

it('keeps what a count says about itself', () => {
  expect(qualified(28, 'at least')).toEqual({ low: 28, best: 28, high: null, qualifier: 'at least' })
  expect(recogniseTolls(readArticle({ text: 'Dozens died.' }))[0]?.count).toEqual({ low: 24, best: null, high: null, qualifier: 'dozens' })
  expect(qualified(20, 'up to')).toEqual({ low: 0, best: 20, high: 20, qualifier: 'up to' })
})

describe('who says so', () => {
  const claims = (text: string) => recogniseClaims(readArticle({ text })).map(({ stance, by }) => [stance, by])
  it.each([
    ['a claim', "Norland's military claimed to have sunk a ship.", [['claims', "Norland's military"]]],
    ['a report of one’s own deed', 'The army said it had beaten off a raid.', [['claims', 'army']]],
    ['a claim of responsibility', 'The Red Sun group said it was behind the bombing.', [['claims', 'Red Sun group']]],
    ['a boast denied', 'The rebels boasted of killing twenty troops, which the army denied.', [['claims', 'rebels'], ['denies', 'army']]],
    ['plain telling', 'Two men were hurt, officials said.', []],
    ['lives claimed', 'The flood claimed nine lives.', []],
  ])('%s', (_, text, expected) => expect(claims(text)).toEqual(expected))
})
