import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstView, type Frame } from '../lib/first-view'

const desktop: Frame = { width: 1024, height: 844, side: 80, top: 72, bottom: 56 }
const phone: Frame = { width: 390, height: 696, side: 36, top: 36, bottom: 48 }
const town = (lat: number, lon: number) => ({ lat, lon, radiusKm: 5 })
const mercator = (lat: number) => (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2

/** Pixels of a place from the upper left corner of the view. */
function pixels({ lat, lon }: { lat: number; lon: number }, view: ReturnType<typeof firstView>, { width, height }: Frame) {
  const world = 256 * 2 ** view.zoom
  const turn = ((((lon - view.lon) % 360) + 540) % 360) - 180
  return { x: width / 2 + (turn / 360) * world, y: height / 2 + (mercator(lat) - mercator(view.lat)) * world }
}
const within = (p: { x: number; y: number }, { width, height }: Frame) => p.x >= 0 && p.x <= width && p.y >= 0 && p.y <= height

test('places near each other are all in the view, not nearer than zoom 7', () => {
  fc.assert(fc.property(fc.array(fc.record({ lat: fc.double({ min: 30, max: 50, noNaN: true }), lon: fc.double({ min: 20, max: 40, noNaN: true }) }), { minLength: 1, maxLength: 40 }), fc.constantFrom(desktop, phone), (places, frame) => {
    const view = firstView(places.map(({ lat, lon }) => town(lat, lon)), frame)
    expect(view.zoom).toBeGreaterThanOrEqual(2)
    expect(view.zoom).toBeLessThanOrEqual(7)
    for (const place of places) expect(within(pixels(place, view, frame), frame)).toBe(true)
  }))
})

test('places on both sides of the date line stand side by side', () => {
  const [fiji, samoa] = [town(-18, 178), town(-14, -172)]
  const view = firstView([fiji, samoa], desktop)
  expect(view.zoom).toBeGreaterThan(4)
  expect([fiji, samoa].every((place) => within(pixels(place, view, desktop), desktop))).toBe(true)
})

test('the world on a phone opens where most incidents are, not on Antarctica', () => {
  const many = Array.from({ length: 30 }, (_, i) => town(45 + (i % 6), 25 + (i % 9)))
  const view = firstView([...many, town(61, -150), town(25, -80), town(-25, 135)], phone)
  expect(view.zoom).toBe(2)
  expect(many.every((place) => within(pixels(place, view, phone), phone))).toBe(true)
  expect(pixels({ lat: -70, lon: 0 }, view, phone).y).toBeGreaterThan(phone.height)
})

test('a lone country is seen whole, a lone town with its surroundings', () => {
  expect(firstView([{ lat: 49, lon: 32, radiusKm: 600 }], desktop).zoom).toBe(5)
  expect(firstView([town(49, 32)], desktop).zoom).toBe(7)
})

test('any places give a position a link can hold', () => {
  fc.assert(fc.property(fc.array(fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }), radiusKm: fc.double({ min: 0, max: 4000, noNaN: true }) })), fc.constantFrom(desktop, phone), (spots, frame) => {
    const { zoom, lat, lon } = firstView(spots, frame)
    expect(Number.isInteger(zoom) && Math.abs(lat) <= 85.06 && Math.abs(lon) <= 180).toBe(true)
  }))
})
