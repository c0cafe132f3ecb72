/** The trained parts of incidents: the weights as shipped, the training itself, and the pairing that scores and training rest on. */
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { chanceFrom, openEventPlace } from '../lib/link/place/model'
import { chanceOf, dateFeatures, openTrust, placeFeatures, toldFeatures } from '../lib/link/trust'
import { readReading } from '../lib/pipeline'
import type { IncidentRecord } from '../scripts/extract/record'
import { isDatedRight, pairUp, type MarkedEvent } from '../scripts/score/pairing'
import { fitEventPlace, pairsOf } from '../scripts/train/event-place'
import { trainTrust } from '../scripts/train/event-trust'

describe('where an event is, as trained', () => {
  test('the weights hold no names, only words, and all are finite', () => {
    for (const [name, weight] of openEventPlace()) {
      expect(Number.isFinite(weight), name).toBe(true)
      expect(name, 'no capital').toBe(name.toLowerCase())
    }
  })

  test('nothing known is even odds, and a weight moves them as logits do', () => {
    expect(chanceFrom([], new Map())).toBe(0.5)
    expect(chanceFrom(['a', 'b'], new Map([['a', Math.log(3)]]))).toBeCloseTo(0.75, 6)
  })

  test.each([
    ['its own clause before another’s', 'A bomb went off in Lyon on Friday while ministers met in Oslo.', 'attack', 'Lyon'],
    ['its own clause, the other way round', 'Ministers met in Oslo on Friday while a bomb went off in Lyon.', 'meeting', 'Oslo'],
    ['what opens the sentence', 'In Lyon on Friday, gunmen killed three people, and the news was a shock in Oslo.', 'attack', 'Lyon'],
  ])('%s', (_, text, type, place) => {
    const found = readReading({ text, published: '2025-12-21' }).reports.find((report) => report.type === type)
    expect(found?.where.known && found.where.value.name).toBe(place)
  })

  test('training learns what the sentences say, and the same sentences give the same weights', () => {
    const sentence = (text: string, event: string, place?: string) => {
      const start = place ? text.indexOf(place) : -1
      return { text, event_start: text.indexOf(event), event_end: text.indexOf(event) + event.length, places: place ? [[start, start + place.length] as [number, number]] : [] }
    }
    // a made-up language rule: it happens "near" a place and never "off" one
    const towns = ['Lyon', 'Oslo', 'Lagos', 'Lima', 'Cork', 'Quito', 'Tunis', 'Perth']
    const pairs = towns.flatMap((town) => [...pairsOf(sentence(`A shop burned near ${town}.`, 'burned', town)), ...pairsOf(sentence(`A shop burned off ${town}.`, 'burned'))])
    expect(pairs.length).toBeGreaterThan(10)
    const { weights } = fitEventPlace(pairs)
    expect(weights['prep near']).toBeGreaterThan(0)
    expect(weights['prep off']).toBeLessThan(0)
    expect(fitEventPlace(pairs).weights).toEqual(weights)
  })
})

describe('how sure an incident is, as trained', () => {
  test('every feature has a weight', () => {
    const { told, place, date, least } = openTrust()
    expect([told.length, place.length, date.length]).toEqual([toldFeatures.length, placeFeatures.length, dateFeatures.length])
    for (const weight of [...told, ...place, ...date]) expect(Number.isFinite(weight)).toBe(true)
    expect(least).toBeGreaterThanOrEqual(0)
    expect(least).toBeLessThan(0.8)
  })

  test('chances are chances, whatever the values', () => {
    expect(chanceOf([1, 50], [3, 9])).toBeLessThanOrEqual(1)
    expect(chanceOf([1, -50], [3, 9])).toBeGreaterThanOrEqual(0)
    expect(chanceOf([0], [3])).toBe(0.5)
  })

  test('what is told with its place and day is surer than what is only implied', () => {
    const sure = (text: string) => readReading({ text, published: '2025-12-21' }).reports[0]!.confidence
    expect(sure('A car bomb exploded in Lyon on Friday, killing three people.')).toBeGreaterThan(sure('Militants moving through Mali attacked villages in the country.'))
  })

  test('training on own texts gives weights for each fold and for all', () => {
    const articles = readFileSync(new URL('marked/own.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; text: string; published?: string; events?: MarkedEvent[] })
      .flatMap((article) => (article.events ? [{ ...article, events: article.events }] : []))
    const { all, unseen } = trainTrust(articles)
    expect(unseen).toHaveLength(5)
    expect(Object.keys(all.told)).toEqual([...toldFeatures])
  }, 30_000)
})

describe('a marked event and the incident that tells it', () => {
  const event = (about: Partial<MarkedEvent>): MarkedEvent => ({ type: 'strike', sentence_start: 0, sentence_end: 50, lat: 46.5, lon: 30.7, date: '2026-02-05', killed: null, injured: null, status: 'happened', ...about })
  const incident = (about: Partial<IncidentRecord>): IncidentRecord => ({ type: 'strike', status: 'happened', start: 0, end: 50, quote: '', place: { name: 'Odesa', lat: 46.48, lon: 30.73, level: 'town', radius_km: 8 }, date: '2026-02-05', killed: null, injured: null, claimed_by: null, actors: [], confidence: 1, ...about })

  it('are paired by sentence and family', () => expect(pairUp([event({})], [incident({ type: 'attack' })]).size).toBe(1))
  it('are paired by place alone', () => expect(pairUp([event({})], [incident({ start: 90, end: 120 })]).size).toBe(1))
  it('are not paired across families', () => expect(pairUp([event({})], [incident({ type: 'meeting' })]).size).toBe(0))
  it('are not paired when neither place nor sentence is shared', () => expect(pairUp([event({})], [incident({ start: 90, end: 120, place: null })]).size).toBe(0))
  it('are used once each, the nearest first', () => {
    const [here, elsewhere] = [incident({}), incident({ place: { name: 'Kyiv', lat: 50.45, lon: 30.52, level: 'town', radius_km: 17 } })]
    const pairs = pairUp([event({})], [elsewhere, here])
    expect([pairs.size, pairs.has(here)]).toEqual([1, true])
  })
  it('leave minor events to what no main event wants', () => {
    const [main, minor] = [event({}), event({ minor: true })]
    expect(pairUp([minor, main], [incident({})]).values().next().value).toBe(main)
  })
  it.each<[string, Partial<MarkedEvent>, string | null, boolean]>([
    ['the day', {}, '2026-02-05', true],
    ['another day', {}, '2026-02-06', false],
    ['a day of a marked month', { date: '2026-02', date_precision: 'month' }, '2026-02-05', true],
    ['a month of a marked day', { date_precision: 'day' }, '2026-02', false],
    ['the whole range', { date: '2026-02-04', date_end: '2026-02-05' }, '2026-02-04/2026-02-05', true],
    ['a day of the range', { date: '2026-02-04', date_end: '2026-02-05' }, '2026-02-04', true],
    ['a day outside it', { date: '2026-02-04', date_end: '2026-02-05' }, '2026-02-07', false],
    ['none where none is told', { date: null }, null, true],
    ['one where none is told', { date: null }, '2026-02-05', false],
  ])('date: %s', (_, about, date, right) => expect(isDatedRight(event(about), incident({ date }))).toBe(right))
})
