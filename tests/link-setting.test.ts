/** Where something happened that its own sentence does not say: in the town of a local story, and nowhere in another. */
import { describe, expect, it } from 'vitest'
import { readReading } from '../lib/pipeline'

const told = (text: string) => readReading({ text, published: '2025-12-21' }).reports
  .map(({ type, where }) => [type, where.known ? where.value.name : null, where.known ? where.basis : null])

describe('a local story', () => {
  it('keeps its town for what is told on', () =>
    expect(told('A shopkeeper was stabbed in Dundee on Friday.\n\nPolice arrested a neighbour the next day.')).toEqual([['attack', 'Dundee', 'stated'], ['detention', 'Dundee', 'implied']]))
  it('keeps it over a few sentences', () =>
    expect(told('A house fire in Dundee killed a pensioner on Friday. She had lived there for years. Neighbours left flowers. Police arrested her lodger on Saturday.').map(([type, place]) => [type, place])).toContainEqual(['detention', 'Dundee']))
  it('is where its firemen are', () =>
    expect(told('Aberdeen firefighters put out a house fire on Friday.')).toEqual([['disaster', 'Aberdeen', 'implied']]))
  it('is where its police are', () =>
    expect(told('Chicago police arrested two men on Friday after a robbery.').map(([, place]) => place)).toContain('Chicago'))
})

describe('not a local story', () => {
  it('with another town between', () =>
    expect(told('A shopkeeper was stabbed in Dundee on Friday.\n\nA bridge collapsed in Lyon on Thursday.\n\nPolice arrested a neighbour the next day.').filter(([type]) => type === 'detention')).not.toContainEqual(['detention', 'Lyon', 'implied']))
  it('of a team that bears the town’s name', () =>
    expect(told('A Leeds United goalkeeper was arrested on Friday.').map(([, place]) => place)).not.toContain('Leeds'))
  it('of a paper that bears it', () =>
    expect(told('The Chicago Tribune reported that two men had been arrested on Friday.').map(([, place]) => place)).not.toContain('Chicago'))
  it('of what happened elsewhere', () =>
    expect(told('A shopkeeper was stabbed in Dundee on Friday. Two other men were arrested elsewhere on Saturday.').filter(([type]) => type === 'detention').map(([, place]) => place)).not.toContain('Dundee'))
  it('where only talks were held', () =>
    expect(told('Ministers met in Geneva on Friday.\n\nFour people were arrested on Saturday.').filter(([type]) => type === 'detention').map(([, place]) => place)).not.toContain('Geneva'))
})

describe('a building that bears a town’s name', () => {
  it('is in the town', () =>
    expect(told('He was jailed for ten years at Glasgow Sheriff Court on Friday.')).toEqual([['detention', 'Glasgow', 'stated']]))
  it('is where people gather outside it', () =>
    expect(told('Hundreds of people protested outside Bristol City Hall on Friday.')).toEqual([['protest', 'Bristol', 'stated']]))
  it('but not when it speaks', () =>
    expect(told('The University of Glasgow said the driver had been arrested.').map(([, place]) => place)).not.toContain('Glasgow'))
})

describe('told again without its place', () => {
  it('is no second event', () =>
    expect(told('Police arrested a dealer in Dundee on Friday. The arrest came after a tip from neighbours.').filter(([type]) => type === 'detention')).toHaveLength(1))
  it('but is one on another day', () =>
    expect(told('Police arrested a dealer in Dundee on Tuesday.\n\nHe was jailed for two years on Friday.').filter(([type]) => type === 'detention')).toHaveLength(2))
})

describe('what somebody is accused of', () => {
  const types = (text: string) => told(text).map(([type, place]) => [type, place])
  it.each([
    'A man appeared in court in Cork on Friday charged with murder.',
    'Police in Cork arrested a murder suspect on Friday.',
    'She was found guilty of arson in Cork on Friday.',
  ])('is not done where he is held: %s', (text) => expect(types(text).map(([type]) => type)).not.toContain('attack'))
  it('but the deed that is told is', () =>
    expect(types('A man was stabbed to death in Cork on Friday, police said, and his brother was charged with murder.')).toContainEqual(['attack', 'Cork']))
})
