import { describe, expect, test } from 'vitest'
import { incidentFeature } from '../lib/feature'
import { toFeature } from '../lib/publish/geojson'
import { incidentTypes, statuses } from '../lib/taxonomy'
import { sampleIncidents } from '../scripts/bench/sample'

const sampled = [...sampleIncidents(1000, 7)]
const incidents = sampled.map(({ incident }) => incident)

describe('the made-up incidents of the bench', () => {
  test('are incidents: each is a valid feature, with its own id and articles', () => {
    for (const incident of incidents) expect(incidentFeature.safeParse(toFeature(incident)).error).toBeUndefined()
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(1000)
    const articles = sampled.flatMap(({ texts }) => [...texts.keys()])
    expect(new Set(articles).size).toBe(articles.length)
  })

  test('quote their articles at the offsets they give', () => {
    for (const { incident, texts } of sampled) {
      for (const { evidence, source } of incident.reports) expect(texts.get(source.id)!.slice(evidence.start, evidence.end)).toBe(evidence.quote)
      for (const known of [incident.where, incident.when]) if (known.known) expect(texts.get(known.evidence.article)).toContain(known.evidence.quote)
    }
  })

  test('are of all types and statuses, some without place, some without date, some told more than once', () => {
    expect(new Set(incidents.map(({ type }) => type))).toEqual(new Set(incidentTypes))
    expect(new Set(incidents.map(({ status }) => status))).toEqual(new Set(statuses))
    expect(incidents.filter(({ where }) => !where.known).length).toBeGreaterThan(20)
    expect(incidents.filter(({ when }) => !when.known).length).toBeGreaterThan(10)
    expect(new Set(incidents.map(({ when }) => (when.known ? when.value.precision : null)))).toEqual(new Set([null, 'day', 'range', 'month', 'year']))
    expect(new Set(incidents.map(({ reports }) => reports.length))).toEqual(new Set([1, 2, 3, 4, 5]))
  })

  test('share their coordinates with another about as often as in ACLED, 52 %', () => {
    const at = new Map<string, number>()
    const placed = incidents.flatMap(({ where }) => (where.known ? `${where.value.at.lat},${where.value.at.lon}` : []))
    for (const key of placed) at.set(key, (at.get(key) ?? 0) + 1)
    const shared = placed.filter((key) => at.get(key)! > 1).length / placed.length
    expect(shared).toBeGreaterThan(0.46)
    expect(shared).toBeLessThan(0.58)
    // heavy-tailed: one place has many times what an even share would give it
    expect(Math.max(...at.values())).toBeGreaterThan(30)
  })

  test('are the same from the same seed, others from another', () => {
    const first = (seed: number) => JSON.stringify(sampleIncidents(1000, seed).next().value?.incident)
    expect(first(7)).toBe(JSON.stringify(incidents[0]))
    expect(first(8)).not.toBe(first(7))
    expect(JSON.stringify([...sampleIncidents(1000, 7)].at(-1)?.incident)).toBe(JSON.stringify(incidents.at(-1)))
  })
})
