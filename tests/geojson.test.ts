import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incidentCollection, incidentFeature } from '../lib/feature'
import { toAreaFeature } from '../lib/publish/area'
import { toFeature, toFeatureCollection } from '../lib/publish/geojson'
import { incidentTypes, statuses } from '../lib/taxonomy'
import type { Incident, Place, When } from '../lib/types'
import { bay, linking, on, reading, tarn, type Told } from './fixtures/readings'

function incidentOf(told: Told, about: Parameters<typeof reading>[1] = {}): Incident {
  const { article, reports } = reading([told], about)
  const { id, title, publisher, published, url } = article
  return linking.combine(reports.map((report) => ({ ...report, source: { id, title, publisher, published, url } })))
}

describe('a feature', () => {
  test('says what, where, when, how many, who and who tells it', () => {
    const incident = incidentOf(
      { quote: 'Rockets hit the depot.', where: tarn, when: on('2025-03-04', '2025-03-05'), status: 'claimed', claimedBy: 'the army', killed: { low: 28, best: 28, high: null, qualifier: 'at least' }, actors: [{ name: 'the army', role: 'by' }] },
      { title: 'Depot hit', publisher: 'The Courier', published: '2025-03-05', url: 'https://example.org/1' },
    )
    expect(toFeature(incident)).toMatchObject({
      type: 'Feature',
      id: incident.id,
      geometry: { type: 'Point', coordinates: [20.98765, 50.01235] },
      properties: {
        type: 'strike', status: 'claimed', title: 'Strike, Tarnów Wielki',
        place: 'Tarnów Wielki', place_id: 'xx:tarn', level: 'town', radius_km: 5, area: null, country: 'PL', place_basis: 'stated', place_unknown: null,
        date: '2025-03-04/2025-03-05', from: '2025-03-04', to: '2025-03-05', precision: 'range', date_basis: 'stated',
        killed_low: 28, killed_best: 28, killed_high: null, killed_qualifier: 'at least', injured_low: null, injured_best: null,
        claimed_by: 'the army', denied_by: null, actors: [{ name: 'the army', role: 'by' }],
        quote: 'Rockets hit the depot.',
        article: { title: 'Depot hit', publisher: 'The Courier', published: '2025-03-05', url: 'https://example.org/1' },
        report_count: 1,
        reports: [{ quote: 'Rockets hit the depot.', start: 0, end: 22, place: 'Tarnów Wielki', date: '2025-03-04/2025-03-05', killed: { low: 28, best: 28, high: null, qualifier: 'at least' }, injured: null }],
      },
    })
  })

  test('has no geometry where the place is not known, and says why', () => {
    const feature = toFeature(incidentOf({ quote: 'Somebody was arrested.' }))
    expect(feature.geometry).toBeNull()
    expect(feature.properties).toMatchObject({ place: null, place_unknown: 'unmentioned', level: null, radius_km: null, date: null, from: null, title: 'Strike' })
  })

  test('of a place wider than a town carries its radius and its outline', () => {
    expect(toFeature(incidentOf({ quote: 'A ship was hit.', where: bay })).properties).toMatchObject({ level: 'sea', radius_km: 80, area: 'bay', country: null })
  })

  test('names the other places its name could have meant', () => {
    const incident = incidentOf({ quote: 'Rockets hit the depot.', where: tarn })
    if (incident.where.known) incident.where.others = [{ ...tarn, admin1: 'Opole' }, bay]
    expect(toFeature(incident).properties.other_places).toEqual([
      { name: 'Tarnów Wielki', level: 'town', lat: 50.01235, lon: 20.98765, country: 'PL', admin1: 'Opole' },
      { name: 'Bay of Ølund', level: 'sea', lat: 56.5, lon: 11.25, country: null, admin1: null },
    ])
    expect(toFeature(incidentOf({ quote: 'Somebody was arrested.' })).properties.other_places).toEqual([])
  })

  test('keeps markup as the text it is', () => {
    const quote = '<img src=x onerror=alert(1)> & "quotes" </script>'
    const text = toFeatureCollection([incidentOf({ quote })], about)
    expect(JSON.parse(text).features[0].properties.quote).toBe(quote)
  })

  test('is what the schema says, whatever the incident', () => {
    fc.assert(fc.property(anyIncident, (incident) => {
      const wire = JSON.parse(JSON.stringify(toFeature(incident))) as unknown
      expect(incidentFeature.parse(wire)).toEqual(wire)
    }))
  })

  test('writes longitude before latitude, at most five decimals', () => {
    fc.assert(fc.property(anyPlace, (place) => {
      const [lon, lat] = toFeature(incidentOf({ quote: 'x', where: place })).geometry!.coordinates
      expect(Math.abs(lon - place.at.lon)).toBeLessThan(0.00001)
      expect(Math.abs(lat - place.at.lat)).toBeLessThan(0.00001)
      expect([lon, lat].every((value) => /^-?\d+(\.\d{1,5})?(e-\d+)?$/.test(String(value)) && !Object.is(value, -0))).toBe(true)
    }))
  })
})

const about = { stored: 3, counts: Object.fromEntries(incidentTypes.map((type) => [type, 0])) as Record<(typeof incidentTypes)[number], number>, extent: null }

describe('a collection', () => {
  test('is a FeatureCollection with the counts beside the features', () => {
    const text = toFeatureCollection([incidentOf({ quote: 'One.' }), incidentOf({ quote: 'Two.', where: tarn })], { ...about, extent: { from: '2025-01-01', to: '2025-02-01' } })
    const collection = incidentCollection.parse(JSON.parse(text))
    expect(collection).toMatchObject({ type: 'FeatureCollection', stored: 3, extent: { from: '2025-01-01' } })
    expect(collection.features).toHaveLength(2)
  })

  test('of nothing is an empty FeatureCollection', () => {
    expect(JSON.parse(toFeatureCollection([], about))).toMatchObject({ type: 'FeatureCollection', features: [] })
  })
})

describe('an outline', () => {
  const square = (west: number, south: number, size: number) => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]

  test('of one ring is a Polygon', () => {
    expect(toAreaFeature('a', [square(0, 0, 10)]).geometry).toEqual({ type: 'Polygon', coordinates: [square(0, 0, 10)] })
  })

  test('of islands and a lake is a MultiPolygon, the lake a hole in its island', () => {
    const lake = square(2, 2, 1).reverse()
    expect(toAreaFeature('a', [square(0, 0, 10), lake, square(20, 0, 1)]).geometry).toEqual({ type: 'MultiPolygon', coordinates: [[square(0, 0, 10), lake], [square(20, 0, 1)]] })
  })
})

const anyPlace: fc.Arbitrary<Place> = fc.record({
  id: fc.constant('xx:any'),
  name: fc.string({ unit: 'binary', minLength: 1 }),
  level: fc.constantFrom('site', 'town', 'district', 'region', 'country', 'sea', 'area'),
  at: fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) }),
  radiusKm: fc.double({ min: 0.1, max: 5000, noNaN: true }),
})
const anyWhen: fc.Arbitrary<When> = fc.constantFrom(on('2025-01-01'), on('2025-01-01', '2025-01-03'), { edtf: '2025-07', from: '2025-07-01', to: '2025-07-31', precision: 'month' } as const)
const anyToll = fc.oneof(
  fc.nat().map((n) => ({ low: n, best: n, high: n })),
  fc.nat().map((n) => ({ low: n, best: null, high: null, qualifier: 'dozens' })),
)
const anyIncident = fc
  .record(
    {
      quote: fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/\p{Cs}/u.test(text)),
      type: fc.constantFrom(...incidentTypes),
      status: fc.constantFrom(...statuses),
      where: anyPlace,
      when: anyWhen,
      killed: anyToll,
      injured: anyToll,
      claimedBy: fc.string(),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    },
    { requiredKeys: ['quote'] },
  )
  .map((told) => incidentOf(told))
