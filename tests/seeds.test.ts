import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { combineReports } from '../lib/link/combine'
import { readReading } from '../lib/pipeline'
import { toFeature } from '../lib/publish/geojson'
import { readFile } from '../lib/read/file'
import type { Reading } from '../lib/types'

const folder = new URL('../seeds/', import.meta.url)
const seeds = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md').sort()

function readingOf(name: string): Reading {
  const [article] = readFile(name, readFileSync(new URL(name, folder)))
  if (!article) throw new Error(`${name} holds no article`)
  return readReading(article)
}

/** The article's incidents as GeoJSON to be read by eye: what is null is left out, and so is the list of reports, which has one. */
function geojson({ article, reports }: Reading): string {
  const { id, title, publisher, published, url } = article
  const features = reports.map((report) => {
    const { properties, ...feature } = toFeature(combineReports([{ ...report, source: { id, title, publisher, published, url } }]))
    const told = Object.entries(properties).filter(([key, value]) => value !== null && !['reports', 'report_count', 'article'].includes(key))
    return { ...feature, properties: Object.fromEntries(told) }
  })
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 2)}\n`
}

describe('a sample dispatch', () => {
  test.each(seeds)('%s makes the incidents of tests/output', async (name) => {
    await expect(geojson(readingOf(name))).toMatchFileSnapshot(`output/${name.replace(/\.\w+$/, '')}.geojson`)
  })

  test.each(seeds)('%s has a title, a publisher, a dateline, and the same day in both', (name) => {
    const { article } = readingOf(name)
    expect(article.title).toBeTruthy()
    expect(article.publisher).toBe('Dateline desk')
    expect(article.publishedBasis).toBe('front-matter')
    const { year, month, day } = article.dateline?.date ?? {}
    expect(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`).toBe(article.published)
  })
})
