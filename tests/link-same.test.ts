import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combineReports } from '../lib/link/combine'
import { sameIncident } from '../lib/link/same'
import { readReading } from '../lib/pipeline'
import { statuses } from '../lib/taxonomy'
import type { ArticleRef, Report } from '../lib/types'

const only = (text: string): Report => {
  const [report] = readReading({ text, published: '2025-12-21' }).reports
  if (!report) throw new Error(`no report in "${text}"`)
  return report
}
const source = (id: string, published?: string): ArticleRef => ({ id, published })
const base = only('A drone hit a mill in Kharkiv on Friday, killing three people.')

describe('two articles tell of one incident', () => {
  it.each([
    ['with other words and a higher count', 'In Kharkiv, four people were killed on Friday by a drone.', true],
    ['on another day', 'A drone hit a mill in Kharkiv on Thursday, killing three people.', false],
    ['in another town', 'A drone hit a mill in Izmail on Friday, killing three people.', false],
    ['of another type', 'Thousands marched in Kharkiv on Friday.', false],
    ['without a day', 'A drone hit a mill in Kharkiv.', false],
    ['somewhere in the country', 'A drone hit a mill in Ukraine on Friday.', false],
    ['as a plan', 'Two ministers will meet in Kharkiv on Friday.', false],
    ['with a count of another order', 'A drone hit a mill in Kharkiv on Friday, killing 300 people.', false],
  ])('%s: %s', (_, text, expected) => expect(sameIncident(base, only(text))).toBe(expected))

  it('in either order', () => {
    const other = only('In Kharkiv, four people were killed on Friday by a drone.')
    expect(sameIncident(base, other)).toBe(sameIncident(other, base))
  })
})

describe('the incident of several reports', () => {
  const counts = fc.record({ low: fc.nat(50), spread: fc.nat(50), open: fc.boolean() })
  const reports = fc.array(fc.record({ killed: fc.option(counts), status: fc.constantFrom(...statuses), day: fc.integer({ min: 1, max: 28 }), confidence: fc.double({ min: 0.1, max: 1, noNaN: true }) }), { minLength: 1, maxLength: 6 })
    .map((list) => list.map(({ killed, status, day, confidence }, i) => ({
      ...base, id: `r${i}`, status, confidence,
      ...(killed ? { killed: { low: killed.low, best: killed.low, high: killed.open ? null : killed.low + killed.spread } } : { killed: undefined }),
      source: source(`a${i}`, `2025-12-${String(day).padStart(2, '0')}`),
    })))

  it('does not depend on the order they came in', () => {
    fc.assert(fc.property(reports, fc.integer(), (list, seed) => {
      const shuffled = [...list].sort((a, b) => (a.id.charCodeAt(1) * seed) % 7 - (b.id.charCodeAt(1) * seed) % 7)
      expect(combineReports(shuffled)).toEqual(combineReports(list))
    }))
  })

  it('loses no report and spans all counts', () => {
    fc.assert(fc.property(reports, (list) => {
      const incident = combineReports(list)
      expect(incident.reports.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort())
      for (const { killed } of list) if (killed) {
        expect(incident.killed!.low).toBeLessThanOrEqual(killed.low)
        if (incident.killed!.high !== null) expect(incident.killed!.high).toBeGreaterThanOrEqual(killed.high ?? Infinity)
      }
    }))
  })

  it('of one report is that report', () => {
    const incident = combineReports([{ ...base, source: source('a') }])
    expect(incident).toMatchObject({ id: base.id, type: base.type, where: base.where, when: base.when, killed: base.killed })
  })

  it('happened when one of them tells it as fact', () => {
    const claimed = { ...base, id: 'r1', status: 'claimed' as const, source: source('a1') }
    expect(combineReports([claimed, { ...base, source: source('a2') }]).status).toBe('happened')
  })

  it('takes the narrowest place', () => {
    const wide = { ...only('A drone hit a mill in Ukraine on Friday.'), source: source('a1') }
    expect(combineReports([wide, { ...base, source: source('a2') }]).where).toEqual(base.where)
  })

  it('needs a report', () => expect(() => combineReports([])).toThrow(/at least one report/))
})
