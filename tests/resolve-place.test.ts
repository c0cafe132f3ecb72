import { describe, expect, test } from 'vitest'
import { openGazetteer } from '../lib/gazetteer'
import { openModels } from '../lib/pipeline'
import { resolvePlaces as resolveWith } from '../lib/resolve/places'
import type { Article, Place, PlaceMention, Resolved } from '../lib/types'

const gazetteer = openGazetteer()
const resolvePlaces = (article: Article, mentions: PlaceMention[]) => resolveWith(article, mentions, gazetteer, openModels().ranking)

type Marks = Partial<Pick<PlaceMention, 'qualifiers' | 'levelHint' | 'role' | 'literal'>>

/** An article of sentences in which [[names]] are place mentions; marks are given in the order of the names. */
function read(marked: string[], marks: Record<number, Marks> = {}): { article: Article; mentions: PlaceMention[] } {
  let text = ''
  const sentences: { start: number; end: number }[] = []
  const mentions: PlaceMention[] = []
  for (const sentence of marked) {
    const start = text.length
    sentence.split(/\[\[|\]\]/).forEach((part, i) => {
      if (i % 2) {
        mentions.push({
          kind: 'place', start: text.length, end: text.length + part.length, text: part, name: part, sentence: sentences.length,
          role: 'location', literal: true, chance: 0.98, rule: 'test', ...marks[mentions.length],
        })
      }
      text += part
    })
    sentences.push({ start, end: text.length })
    text += ' '
  }
  return { article: { id: 'a', text, language: 'en', paragraphs: [{ start: 0, end: text.length }], sentences, tokens: [] }, mentions }
}

function resolve(marked: string[], marks: Record<number, Marks> = {}): Resolved<Place>[] {
  const { article, mentions } = read(marked, marks)
  const resolved = resolvePlaces(article, mentions)
  expect(resolved.size).toBe(mentions.length)
  return mentions.map((mention) => resolved.get(mention)!)
}

const show = (answer: Resolved<Place> | undefined) =>
  answer?.known ? `${answer.value.name} (${answer.value.level}), ${answer.value.country ?? '-'}` : answer?.reason

describe('with nothing but the name', () => {
  test.each([
    ['Paris', 'Paris (town), FR'],
    ['Georgia', 'Georgia (country), GE'],
    ['Mexico', 'Mexico (country), MX'],
    ['Jordan', 'Jordan (country), JO'],
    ['New York', 'New York City (town), US'],
    ['Odesa', 'Odesa (town), UA'],
    ['Quebec', 'Quebec (region), CA'],
    ['Texas', 'Texas (region), US'],
    ['Pacific', 'Pacific Ocean (sea), -'],
  ])('%s is %s', (name, place) => expect(show(resolve([`Rain fell in [[${name}]].`])[0])).toBe(place))

  test('Washington is the capital before the state', () => {
    expect(show(resolve(['Rain fell in [[Washington]].'])[0])).toMatch(/^Washington.* \(town\), US$/)
  })

  test('a name the gazetteer lacks has no candidate', () => {
    expect(resolve(['Rain fell in [[Qwertyville]].'])[0]).toEqual({ known: false, reason: 'no-candidate' })
  })
})

describe('qualifiers', () => {
  test.each([
    ['Paris', 'Texas', 'Paris (town), US'],
    ['Athens', 'Ohio', 'Athens (town), US'],
    ['Odessa', 'Tex.', 'Odessa (town), US'],
    ['Birmingham', 'Alabama', 'Birmingham (town), US'],
    ['Moscow', 'Idaho', 'Moscow (town), US'],
    ['Cambridge', 'Massachusetts', 'Cambridge (town), US'],
    ['Tripoli', 'Lebanon', 'Tripoli (town), LB'],
    ['Georgia', 'United States', 'Georgia (region), US'],
  ])('%s, %s', (name, qualifier, place) => {
    expect(show(resolve([`A train stopped in [[${name}]], ${qualifier}.`], { 0: { qualifiers: [qualifier] } })[0])).toBe(place)
  })

  test('two namesakes in one article are both right, and later bare names follow the one before', () => {
    const answers = resolve(
      ['A plant opened in [[Odessa]], Texas.', 'In [[Odessa]] the mayor was glad.', 'A ship left [[Odessa]], Ukraine.', 'From [[Odessa]] it sailed.'],
      { 0: { qualifiers: ['Texas'] }, 2: { qualifiers: ['Ukraine'] } },
    )
    expect(show(answers[0])).toBe('Odessa (town), US')
    expect(show(answers[1])).toBe('Odessa (town), US')
    expect(show(answers[2])).toBe('Odesa (town), UA')
  })

  test('a qualifier that is a mention itself is the one that holds the place', () => {
    const answers = resolve(['The bakery is in [[Tacoma]], [[Washington]].'], { 0: { qualifiers: ['Washington'] } })
    expect(show(answers[1])).toBe('Washington (region), US')
  })

  test('a list of countries is no chain of qualifiers', () => {
    const answers = resolve(['Delegates came from [[China]], [[Japan]] and [[Brazil]].'], { 0: { qualifiers: ['Japan'] } })
    expect(answers.map(show)).toEqual(['China (country), CN', 'Japan (country), JP', 'Brazil (country), BR'])
  })

  test('nor is a list of towns', () => {
    const answers = resolve(['Flights go to [[Paris]], [[London]] and [[Rome]].'], { 0: { qualifiers: ['London'] } })
    expect(show(answers[0])).toBe('Paris (town), FR')
  })
})

describe('what the words beside a name say', () => {
  test('the region, not the town', () => {
    expect(show(resolve(['Power failed across the [[Odesa]] region.'], { 0: { levelHint: 'region' } })[0])).toMatch(/\(region\), UA$/)
    expect(show(resolve(['He moved to the state of [[Washington]].'], { 0: { levelHint: 'region' } })[0])).toBe('Washington (region), US')
  })

  test('a sea is a sea', () => {
    expect(show(resolve(['A tanker burned in the [[Caspian Sea]].'], { 0: { levelHint: 'sea' } })[0])).toBe('Caspian Sea (sea), -')
  })
})

describe('the rest of the article', () => {
  test('other towns of a country draw a namesake there', () => {
    const answers = resolve(['Storms crossed [[Lexington]] and [[Louisville]].', 'In [[Frankfort]] roofs were torn off.', 'The governor of [[Kentucky]] flew in.'])
    expect(answers.map(show)).toEqual(['Lexington (town), US', 'Louisville (town), US', 'Frankfort (town), US', 'Kentucky (region), US'])
    expect(answers[2]!.known && answers[2]!.value.admin1).toBe('Kentucky')
  })

  test('two doubtful names that lie side by side settle each other', () => {
    const [town, county] = resolve(['Firemen from [[Huntsville]] were called.', 'The road crosses [[Walker County]].', 'It leads on to [[Conroe]].'])
    expect(town!.known && town!.value.admin1).toBe('Texas')
    expect(county!.known && county!.value.admin1).toBe('Texas')
  })

  test('states named around Georgia make it a state', () => {
    expect(show(resolve(['Snow fell in [[Georgia]], on [[Alabama]] and in [[Tennessee]].', '[[Atlanta]] closed its schools.'])[0])).toBe('Georgia (region), US')
  })

  test('and neighbours around Georgia make it the country', () => {
    expect(show(resolve(['The road runs through [[Georgia]], [[Armenia]] and [[Azerbaijan]].', '[[Tbilisi]] paid for it.'])[0])).toBe('Georgia (country), GE')
  })

  test('a famous city is not drawn away by a country that is only mentioned', () => {
    expect(show(resolve(['Ministers met in [[London]].', 'They spoke of [[Canada]].'])[0])).toBe('London (town), GB')
  })
})

describe('peoples', () => {
  test('a demonym is its country, not a town of that name', () => {
    const [answer] = resolve(['A [[Norwegian]] ship arrived.'], { 0: { role: 'demonym', literal: false } })
    expect(show(answer)).toBe('Norway (country), NO')
    const [canadian] = resolve(['A [[Canadian]] ship arrived.'], { 0: { role: 'demonym', literal: false } })
    expect(show(canadian)).toBe('Canada (country), CA')
  })
})

describe('an answer', () => {
  test('quotes its mention and keeps at most five others', () => {
    const { article, mentions } = read(['A fair opened in [[Springfield]].', 'It was the first in [[Illinois]].'])
    const answer = resolvePlaces(article, mentions).get(mentions[0]!)!
    if (!answer.known) throw new Error(answer.reason)
    expect(answer.evidence).toEqual({ article: 'a', start: mentions[0]!.start, end: mentions[0]!.end, quote: 'Springfield' })
    expect(answer.value.admin1).toBe('Illinois')
    expect(answer.others.length).toBe(5)
    expect(answer.others.map(({ id }) => id)).not.toContain(answer.value.id)
    expect(answer).toMatchObject({ basis: 'stated' })
  })

  test('carries nothing that only ranking needs', () => {
    const [answer] = resolve(['Rain fell in [[Vienna]].'])
    expect(answer!.known && Object.keys(answer!.value).filter((key) => ['match', 'seat', 'fame'].includes(key))).toEqual([])
  })

  test('is surer of what has no rival', () => {
    const confidence = (sentence: string) => {
      const [answer] = resolve([sentence])
      return answer!.known ? answer!.confidence : 0
    }
    expect(confidence('Rain fell in [[Ukraine]].')).toBeGreaterThan(confidence('Rain fell in [[Springfield]].'))
    expect(confidence('Rain fell in [[Ukraine]].')).toBeLessThanOrEqual(1)
  })

  test('does not depend on the order the mentions are given in', () => {
    const { article, mentions } = read(['[[Paris]] and [[Dallas]] are in [[Texas]].'])
    const forward = resolvePlaces(article, mentions)
    const backward = resolvePlaces(article, [...mentions].reverse())
    for (const mention of mentions) expect(backward.get(mention)).toEqual(forward.get(mention))
  })

  test('no mentions, no answers', () => {
    const { article } = read(['Nothing happened.'])
    expect(resolvePlaces(article, []).size).toBe(0)
  })
})
