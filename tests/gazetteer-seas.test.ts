import { describe, expect, test } from 'vitest'
import { openGazetteer } from '../lib/gazetteer'
import { outline, type Outline } from '../lib/gazetteer/outlines'
import { readData } from '../lib/data'

const gazetteer = openGazetteer()
const kept = readData('places-by-hand.tsv').toString('utf8').split('\n').map((line) => line.split('\t')).filter(([, , level]) => level === 'sea')

function outlineOf(id: string): Outline {
  const place = gazetteer.place(id)
  const rings = place?.outline ? outline(place.outline) : undefined
  if (!rings) throw new Error(`${id} has no outline`)
  return rings
}

/** Even–odd rule over all rings: islands are outside. */
function covers(rings: Outline, lat: number, lon: number): boolean {
  let inside = false
  for (const ring of rings) {
    ring.slice(1).forEach(([x, y], i) => {
      const [fromX, fromY] = ring[i]!
      if (fromY > lat !== y > lat && lon < ((x - fromX) * (lat - fromY)) / (y - fromY) + fromX) inside = !inside
    })
  }
  return inside
}

/** Plane area; counter-clockwise is positive. */
const turn = (ring: Outline[number]) => ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] * y - x * ring[i]![1]) / 2, 0)

type Spot = [what: string, lat: number, lon: number]
const seas: [id: string, water: Spot[], not: Spot[]][] = [
  ['dl:caspian-sea', [['its middle', 41.8, 50.5], ['its south', 38, 51.5], ['its north', 45.3, 49.5]],
    [['Baku', 40.38, 49.85], ['Astrakhan', 46.35, 48.04], ['Tbilisi', 41.72, 44.79], ['Tehran', 35.7, 51.4], ['the Black Sea', 43, 34]]],
  ['dl:black-sea', [['its middle', 43, 34], ['off Odesa', 46, 31.2], ['off Batumi', 41.8, 41]],
    [['Crimea', 45.2, 34.2], ['the Sea of Azov', 46.1, 36.6], ['the Sea of Marmara', 40.7, 28.1], ['Ankara', 39.93, 32.86], ['the Caspian', 41.8, 50.5]]],
  ['dl:sea-of-azov', [['its middle', 46.1, 36.6]], [['the Black Sea', 44, 36.5], ['Mariupol', 47.12, 37.52], ['Crimea', 45.2, 34.2]]],
  ['dl:red-sea', [['its middle', 20.3, 38.5], ['off Hodeidah', 14.8, 42.2]], [['Mecca', 21.42, 39.83], ['Asmara', 15.34, 38.93], ['the Gulf of Aden', 12.3, 47], ['the Mediterranean', 32.5, 32.5]]],
  ['dl:mediterranean-sea', [['off Malta', 35.5, 16], ['off Cyprus', 34, 32], ['the Adriatic', 43, 15.2]], [['Rome', 41.9, 12.6], ['the Black Sea', 43, 34], ['the Atlantic', 36, -8], ['Sicily', 37.5, 14.2]]],
  ['dl:baltic-sea', [['off Gotland', 57, 19.6], ['the Gulf of Finland', 59.8, 26]], [['Lake Mälaren', 59.5, 16.5], ['the Kattegat', 57, 11.3], ['Gotland', 57.4, 18.5]]],
  ['dl:persian-gulf', [['its middle', 26.8, 51.8]], [['the Gulf of Oman', 24.8, 58.6], ['Qatar', 25.3, 51.2], ['Shiraz', 29.6, 52.5]]],
  ['dl:pacific-ocean', [['east of the antimeridian', 0, -160], ['west of it', 0, 165]], [['the Caribbean', 15, -75], ['the Atlantic', 0, -25], ['the Bay of Bengal', 14, 88], ['Australia', -25, 135]]],
  ['dl:bering-sea', [['east of the antimeridian', 58, -175], ['west of it', 58, 175]], [['the open Pacific', 45, 180], ['the Sea of Okhotsk', 54, 149]]],
]

describe('a sea is drawn as its water', () => {
  test.each(seas)('%s', (id, water, not) => {
    const rings = outlineOf(id)
    for (const [what, lat, lon] of water) expect(covers(rings, lat, lon), what).toBe(true)
    for (const [what, lat, lon] of not) expect(covers(rings, lat, lon), what).toBe(false)
  })

  test('and so are all but the canals, and lakes, bays and a strait that have no limits or that Natural Earth has not at their points', () => {
    const without = kept.filter(([id]) => !gazetteer.place(id!)?.outline).map(([id]) => id)
    expect(kept.length).toBeGreaterThan(160)
    expect(without).toEqual(['dl:lake-kivu', 'dl:lake-como', 'dl:kakhovka-reservoir', 'dl:suez-canal', 'dl:panama-canal', 'dl:kiel-canal',
      'dl:sound-of-sleat', 'dl:subic-bay', 'dl:lake-maracaibo', 'dl:lake-pontchartrain', 'dl:lake-toba', 'dl:lake-ohrid', 'dl:lake-prespa', 'dl:lake-windermere', 'dl:loch-lomond', 'dl:dal-lake', 'dl:inle-lake',
      'dl:gulf-of-bomba', 'dl:strait-of-tiran', 'dl:manchar-lake', 'dl:indawgyi', 'dl:bay-of-pigs', 'dl:ha-long-bay',
    ])
  })

  test('hardly a city lies in one', () => {
    const cities = ['Istanbul', 'Baku', 'Odesa', 'Jeddah', 'Karachi', 'Mumbai', 'Shanghai', 'Tokyo', 'Manila', 'Naples', 'Athens', 'Beirut', 'Tripoli', 'Lagos', 'Havana', 'Helsinki']
      .map((name) => gazetteer.lookup(name).find(({ level }) => level === 'town')!)
    const wet = cities.filter(({ at }) => kept.some(([id]) => gazetteer.place(id!)?.outline && covers(outlineOf(id!), at.lat, at.lon)))
    expect(wet.map(({ name }) => name).length).toBeLessThanOrEqual(2)
  })
})

describe('the rings of seas', () => {
  const all = kept.flatMap(([id]) => (gazetteer.place(id!)?.outline ? [{ id: id!, rings: outlineOf(id!) }] : []))

  test('are closed and keep within ±180°', () => {
    for (const { id, rings } of all) {
      for (const ring of rings) {
        expect(ring.length, id).toBeGreaterThan(3)
        expect(ring.at(-1), id).toEqual(ring[0])
        for (const [lon, lat] of ring) expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90, id).toBe(true)
      }
    }
  })

  test('wind as RFC 7946 asks: the largest counter-clockwise', () => {
    for (const { id, rings } of all) {
      const largest = rings.map(turn).reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))
      expect(largest, id).toBeGreaterThan(0)
    }
  })
})
