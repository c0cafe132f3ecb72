/** The counts of an incident as the card shows them: a range where its reports differ, and who said which. */
import { describe, expect, test } from 'vitest'
import type { Item, Source } from '../components/incidents'
import { tollView } from '../components/tolls'
import { readItems } from '../components/wire'
import { incidentCollection } from '../lib/feature'
import { textOf } from '../lib/messages'
import { combineReports } from '../lib/link/combine'
import { toFeatureCollection } from '../lib/publish/geojson'
import { incidentTypes } from '../lib/taxonomy'
import type { Incident, Toll } from '../lib/types'
import { on, reading, tarn, type Told } from './fixtures/readings'

const exactly = (n: number): Toll => ({ low: n, best: n, high: n })
const atLeast = (n: number): Toll => ({ low: n, best: n, high: null, qualifier: 'at least' })
const dozens: Toll = { low: 24, best: null, high: null, qualifier: 'dozens' }

/** What the page holds of an incident told by these, by way of the API. */
function itemOf(...told: (Partial<Told> & { by?: string; published?: string; title?: string })[]): Item {
  const reports = told.flatMap(({ by, published, title, ...about }, i): Incident['reports'] => {
    const { article, reports } = reading([{ quote: `Telling ${i}.`, where: tarn, when: on('2025-03-04'), ...about }], { ...(title && { title }), ...(by && { publisher: by }), ...(published && { published }) })
    return reports.map((report) => ({ ...report, source: { id: article.id, title, publisher: by, published } }))
  })
  const counts = Object.fromEntries(incidentTypes.map((type) => [type, 0])) as Record<(typeof incidentTypes)[number], number>
  const [item] = readItems(incidentCollection.parse(JSON.parse(toFeatureCollection([combineReports(reports)], { stored: 1, counts, extent: null }))))
  return item!
}
const said = (item: Item, kind: 'killed' | 'injured' = 'killed') => {
  const view = tollView(textOf('en'), item, kind)
  return view && [view.text, ...view.said.map(({ who, count }) => `${who}: ${count}`)]
}

describe('the toll of an incident', () => {
  test.each<[string, Parameters<typeof itemOf>, string[] | null]>([
    ['not counted', [{}], null],
    ['of one report', [{ killed: atLeast(9), by: 'Wire A' }], ['at least 9 killed']],
    ['of two that agree, and one that does not count', [{ killed: exactly(9), by: 'Wire A' }, { killed: exactly(9), by: 'Wire B' }, { by: 'Wire C' }], ['9 killed']],
    ['of two that differ', [{ killed: exactly(12), by: 'Wire A' }, { killed: atLeast(9), by: 'Wire B' }], ['9–12 killed', 'Wire B: at least 9', 'Wire A: 12']],
    ['with the highest open', [{ killed: atLeast(1200), by: 'Wire A' }, { killed: exactly(900), by: 'Wire B' }], ['900–1,200 or more killed', 'Wire B: 900', 'Wire A: at least 1,200']],
    ['of three, two of them agreeing', [{ killed: exactly(9), by: 'Wire A' }, { killed: exactly(12), by: 'Wire B' }, { killed: exactly(9), by: 'Wire C' }], ['9–12 killed', 'Wire A, Wire C: 9', 'Wire B: 12']],
    ['with a word for a number', [{ killed: dozens, by: 'Wire A' }, { killed: exactly(12), by: 'Wire B' }], ['12 killed', 'Wire B: 12', 'Wire A: dozens']],
    ['by one paper on two days', [{ killed: exactly(9), by: 'Wire A', published: '2025-03-04' }, { killed: exactly(12), by: 'Wire A', published: '2025-03-05' }], ['9–12 killed', 'Wire A, 4 March 2025: 9', 'Wire A, 5 March 2025: 12']],
    ['by papers without a name', [{ killed: exactly(9), title: 'Depot hit' }, { killed: exactly(12) }], ['9–12 killed', 'Depot hit: 9', 'Untitled article: 12']],
    ['with markup for a name', [{ killed: exactly(9), by: '<b>A</b>' }, { killed: exactly(12), by: 'B' }], ['9–12 killed', '<b>A</b>: 9', 'B: 12']],
  ])('%s', (_, told, expected) => expect(said(itemOf(...told))).toEqual(expected))

  test('killed and injured are told each for itself', () => {
    const item = itemOf({ killed: exactly(2), injured: exactly(30), by: 'Wire A' }, { killed: exactly(2), injured: exactly(31), by: 'Wire B' })
    expect([said(item), said(item, 'injured')]).toEqual([['2 killed'], ['30–31 injured', 'Wire A: 30', 'Wire B: 31']])
  })
})

test('a meeting that was planned and held is led by the report that it was held', () => {
  const item = itemOf({ type: 'meeting', status: 'planned', quote: 'They will meet.', published: '2025-03-01' }, { type: 'meeting', quote: 'They met.', published: '2025-03-04' })
  expect([item.status, item.sources.map(({ quote }: Source) => quote)]).toEqual(['happened', ['They met.', 'They will meet.']])
})
