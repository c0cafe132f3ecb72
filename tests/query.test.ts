import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DatelineError } from '../lib/errors'
import { parameters, parseFilters, parseNothing, parseSearch, parseView } from '../lib/query'
import { placePrecisions } from '../lib/columns/columns'
import { decimalsAt, formatView, isDay, roundPosition, sortings, type View } from '../lib/view'
import { incidentTypes, statuses } from '../lib/taxonomy'

const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((text) => text.trim()).filter((text) => text.length > 0)
const position = fc
  .record({ zoom: fc.double({ min: 0, max: 22, noNaN: true }), lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) })
  .map(roundPosition)

const anyView: fc.Arbitrary<View> = fc
  .record(
    {
      type: fc.uniqueArray(fc.constantFrom(...incidentTypes), { minLength: 1 }),
      status: fc.uniqueArray(fc.constantFrom(...statuses), { minLength: 1 }),
      precision: fc.uniqueArray(fc.constantFrom(...placePrecisions), { minLength: 1 }),
      from: day,
      to: day,
      q: words,
      map: position,
      // The first is what a list has anyway: no link says so.
      sort: fc.constantFrom(...sortings.slice(1)),
      incident: fc.stringMatching(/^[a-z0-9]{1,40}$/),
      panel: fc.constant('open' as const),
      stack: fc.stringMatching(/^[a-z0-9]{1,40}$/),
    },
    { requiredKeys: [] },
  )
  .map((view) => (view.from && view.to && view.from > view.to ? { ...view, from: view.to, to: view.from } : view))

const strict = (query: string) => parseFilters(new URLSearchParams(query))
const lenient = (query: string) => parseView(new URLSearchParams(query))

describe('a link', () => {
  test('restores exactly the view it was made of', () => {
    fc.assert(fc.property(anyView, (view) => {
      expect(lenient(formatView(view))).toEqual({ view, notices: [] })
    }))
  })

  test('is the same link again when read and written', () => {
    fc.assert(fc.property(anyView, (view) => {
      const link = formatView(view)
      expect(formatView(lenient(link).view)).toBe(link)
    }))
  })

  test('survives being opened through URL, as browsers do', () => {
    fc.assert(fc.property(anyView, (view) => {
      const url = new URL(`https://example.org/?${formatView(view)}`)
      expect(parseView(url.searchParams).view).toEqual(view)
    }))
  })

  test('is readable', () => {
    expect(formatView({ type: ['strike', 'meeting'], from: '2025-12-19', q: 'a port, & "more"', map: { zoom: 5, lat: 47.1, lon: 34.2 } })).toBe(
      'type=strike,meeting&from=2025-12-19&q=a+port,+%26+%22more%22&map=5/47.10/34.20',
    )
    expect(formatView({})).toBe('')
  })
})

describe('a broken link', () => {
  test('never throws and never gives a view it could not have written itself', () => {
    const junk = fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters(), fc.dictionary(fc.constantFrom(...Object.keys(parameters)), fc.string({ unit: 'binary' })).map((pairs) => new URLSearchParams(pairs).toString()))
    fc.assert(fc.property(junk, (query) => {
      const { view } = lenient(query)
      expect(lenient(formatView(view)).view).toEqual(view.map ? { ...view, map: roundPosition(view.map) } : view)
    }))
  })

  test.each([
    ['type=nonsense', { name: 'type', value: 'nonsense' }],
    ['type=', { name: 'type', value: '' }],
    ['from=2025-02-30', { name: 'from', value: '2025-02-30' }],
    ['from=yesterday', { name: 'from', value: 'yesterday' }],
    ['from=2025-06-02&to=2025-06-01', { name: 'to', value: '2025-06-01' }],
    ['map=5/91/0', { name: 'map', value: '5/91/0' }],
    ['map=5/1/2/3', { name: 'map', value: '5/1/2/3' }],
    ['map=NaN/0/0', { name: 'map', value: 'NaN/0/0' }],
    ['map=1e1/0/0', { name: 'map', value: '1e1/0/0' }],
    ['incident=../../etc', { name: 'incident', value: '../../etc' }],
    ['precision=exact', { name: 'precision', value: 'exact' }],
    ['sort=oldestfirst', { name: 'sort', value: 'oldestfirst' }],
    ['panel=shut', { name: 'panel', value: 'shut' }],
    ['stack=A B', { name: 'stack', value: 'A B' }],
    ['q=%20%20', { name: 'q', value: '  ' }],
    [`q=${'x'.repeat(201)}`, { name: 'q', value: 'x'.repeat(201) }],
  ])('%s is left out with a notice', (query, notice) => {
    const { view, notices } = lenient(query)
    expect(notices).toMatchObject([notice])
    expect(view).not.toHaveProperty(notice.name)
  })

  test('keeps its good parts', () => {
    expect(lenient('type=nonsense&q=port&from=2025-01-01&utm_source=mail').view).toEqual({ q: 'port', from: '2025-01-01' })
  })

  test('keeps the types of a list that there are, and names the others', () => {
    const { view, notices } = lenient('type=strike,stirke,meeting&status=')
    expect(view).toEqual({ type: ['strike', 'meeting'] })
    expect(notices.map(({ name, value }) => [name, value])).toEqual([['type', 'stirke'], ['status', '']])
  })

  test('cannot reach the prototype', () => {
    lenient('__proto__=1&constructor=2&toString=3')
    expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  })
})

describe('a request', () => {
  test('reads every filter', () => {
    expect(strict('type=strike&type=meeting&status=claimed&from=2025-01-01&to=2025-01-31&bbox=170,-20,-170,-10&q=port')).toEqual({
      type: ['strike', 'meeting'], status: ['claimed'], from: '2025-01-01', to: '2025-01-31', bbox: [170, -20, -170, -10], q: 'port',
    })
  })

  test.each([
    ['bbox=1,2,3', 'bbox'],
    ['bbox=1,2,3,4,5', 'bbox'],
    ['bbox=0,10,5,-10', 'bbox'],
    ['bbox=181,0,182,1', 'bbox'],
    ['bbox=,,,', 'bbox'],
    ['bbox=Infinity,0,1,1', 'bbox'],
    ['type=Strike', 'type'],
    ['status=perhaps', 'status'],
    ['to=2025-13-01', 'to'],
    ['limit=5', 'limit'],
    ['map=5/1/2', 'map'],
    ['precision=exact', 'precision'],
    ['ids=', 'ids'],
    ['ids=A', 'ids'],
    [`ids=${Array.from({ length: 101 }, (_, i) => `a${i}`).join(',')}`, 'ids'],
    ['stack=abc', 'stack'],
  ])('%s is an error that names the parameter and its value', (query, name) => {
    const value = new URLSearchParams(query).get(name)
    try {
      strict(query)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(DatelineError)
      expect(error).toMatchObject({ code: 'invalid-query', invalidParams: [{ name, value }] })
      expect((error as Error).message).toContain(JSON.stringify(value))
    }
  })

  test('of up to a hundred ids is read, each once', () => {
    const ids = Array.from({ length: 100 }, (_, i) => `a${i}`)
    expect(strict(`ids=${ids.join(',')}`)).toEqual({ ids })
    expect(strict('ids=a,b&ids=a')).toEqual({ ids: ['a', 'b'] })
    expect(() => strict('ids=a,B!')).toThrow(expect.objectContaining({ invalidParams: [expect.objectContaining({ name: 'ids', value: 'B!' })] }))
    expect(lenient('ids=a').view).toEqual({})
  })

  test('for a search needs its words and takes nothing else; one for the map takes nothing', () => {
    expect(parseSearch(new URLSearchParams('q=+port+'))).toBe('port')
    for (const query of ['', 'q=', 'q=+', `q=${'x'.repeat(201)}`, 'q=port&type=strike']) expect(() => parseSearch(new URLSearchParams(query))).toThrow(DatelineError)
    expect(() => parseNothing(new URLSearchParams())).not.toThrow()
    expect(() => parseNothing(new URLSearchParams('q=port'))).toThrow('q="port" is not a parameter; none is taken')
  })

  test('names all its broken parts at once', () => {
    expect(() => strict('type=x&from=y&z=1')).toThrow(expect.objectContaining({ invalidParams: [expect.objectContaining({ name: 'type' }), expect.objectContaining({ name: 'from' }), expect.objectContaining({ name: 'z' })] }))
  })

  test('gives either filters or a DatelineError, whatever comes', () => {
    fc.assert(fc.property(fc.webQueryParameters(), (query) => {
      try {
        strict(query)
      } catch (error) {
        expect(error).toBeInstanceOf(DatelineError)
      }
    }))
  })
})

test('a day is a day of the calendar', () => {
  expect(['2024-02-29', '0001-01-01', '9999-12-31'].every(isDay)).toBe(true)
  expect(['2025-02-29', '2025-00-10', '2025-1-1', '2025-01-01T00:00', '２０２５-01-01', '+002025-01-01', ''].some(isDay)).toBe(false)
})

test('a position is rounded to what its zoom can tell apart, and to itself', () => {
  expect(decimalsAt(0)).toBeLessThan(decimalsAt(10))
  fc.assert(fc.property(position, (p) => {
    expect(roundPosition(p)).toEqual(p)
  }))
  expect(roundPosition({ zoom: 3, lat: 10, lon: 190 }).lon).toBeCloseTo(-170)
})
