/**
 * Symbols that everyone can tell apart: no two types share both shape and colour, also as people with a colour vision
 * deficiency see them, and all stand out from land and sea.
 *
 * Simulation: Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. Difference: CIE76, the Euclidean distance in CIELAB (D65),
 * where about 2.3 is just noticeable. Contrast: WCAG 2.2, 1.4.11.
 */
import { readFileSync } from 'node:fs'
import { createCanvas, Path2D as CanvasPath } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { palettes } from '../lib/basemap/palette'
import { colours, type Theme } from '../lib/colours'
import { symbolSvg } from '../lib/symbols'
import { drawSymbol } from '../lib/symbols-canvas'
import { families, incidentTypes, statuses, type IncidentType } from '../lib/taxonomy'

type RGB = [r: number, g: number, b: number]
type Matrix = [RGB, RGB, RGB]
const visions: Record<string, Matrix> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
const themes = ['light', 'dark'] as const

const linear = (hex: string): RGB => [1, 3, 5].map((at) => {
  const c = parseInt(hex.slice(at, at + 2), 16) / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}) as RGB
const dot = (a: RGB, b: RGB) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const times = (m: Matrix, v: RGB): RGB => [dot(m[0], v), dot(m[1], v), dot(m[2], v)]
const clip = (v: RGB) => v.map((c) => Math.min(1, Math.max(0, c))) as RGB

function lab(rgb: RGB): RGB {
  const xyz = times([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]], rgb)
  const [x, y, z] = xyz.map((value, i) => {
    const t = value / [0.95047, 1, 1.08883][i]!
    return t > 216 / 24389 ? Math.cbrt(t) : (t * (24389 / 27) + 16) / 116
  }) as RGB
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
const difference = (a: string, b: string, vision: Matrix) => Math.hypot(...lab(clip(times(vision, linear(a)))).map((value, i) => value - lab(clip(times(vision, linear(b))))[i]!))

const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], linear(hex))
function contrast(a: string, b: string) {
  const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q)
  return (high! + 0.05) / (low! + 0.05)
}
const pairs = incidentTypes.flatMap((a, i) => incidentTypes.slice(i + 1).map((b): [IncidentType, IncidentType] => [a, b]))

test('the measures are right', () => {
  expect(lab(linear('#ffffff')).map((c) => Math.round(c) + 0)).toEqual([100, 0, 0])
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(difference('#ff0000', '#ff0000', visions.protanopia!)).toBe(0)
  // Greys stay as they are for everyone; a red and an olive green that are far apart become one.
  expect(difference('#808080', '#8f8f8f', visions.deuteranopia!)).toBeCloseTo(difference('#808080', '#8f8f8f', visions.usual!), 1)
  expect(difference('#c04000', '#7b7000', visions.deuteranopia!)).toBeLessThan(difference('#c04000', '#7b7000', visions.usual!) / 2)
})

describe.each(themes)('in the %s theme', (theme: Theme) => {
  const of = colours[theme].type
  test.each(Object.keys(visions))('types of one shape differ in colour by 10 and more: %s', (vision) => {
    const near = pairs.filter(([a, b]) => families[a] === families[b]).map(([a, b]) => ({ a, b, by: difference(of[a], of[b], visions[vision]!) })).filter(({ by }) => by < 10)
    expect(near).toEqual([])
  })

  test('every symbol stands out from land and sea by 3:1', () => {
    const faint = incidentTypes.flatMap((type) => [palettes[theme].land, colours[theme].sea].map((ground) => ({ type, ground, by: contrast(of[type], ground) }))).filter(({ by }) => by < 3)
    expect(faint).toEqual([])
  })

  test('every glyph stands out from its shape by 3:1', () => {
    expect(incidentTypes.map((type) => ({ type, by: contrast(of[type], colours[theme].glyph) })).filter(({ by }) => by < 3)).toEqual([])
  })
})

test('the colours of a canvas are those of the page', () => {
  const css = readFileSync(new URL('../app/styles/tokens.css', import.meta.url), 'utf8')
  const tokens = new Map([...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/g)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]))
  for (const theme of themes) {
    const { type, ...others } = colours[theme]
    for (const [name, value] of Object.entries(others)) expect([name, value]).toEqual([name, tokens.get(name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`))?.[theme]])
    for (const [name, value] of Object.entries(type)) expect([name, value]).toEqual([name, tokens.get(`type-${name}`)?.[theme]])
  }
})

test('no two symbols look the same, on a canvas or in the page', () => {
  const images = new Map<string, string>()
  for (const type of incidentTypes) {
    for (const status of statuses) {
      const canvas = createCanvas(34, 34)
      // One colour for all: the shapes alone must tell.
      const ink = { ...colours.light, type: Object.fromEntries(incidentTypes.map((name) => [name, '#333333'])) as Record<IncidentType, string> }
      drawSymbol({ context: canvas.getContext('2d') as unknown as CanvasRenderingContext2D, NewPath: CanvasPath as unknown as new (d: string) => Path2D, colours: ink }, type, status, { x: 17, y: 17, size: 34 })
      images.set(`${type} ${status}`, canvas.toBuffer('image/png').toString('base64'))
    }
  }
  expect(new Set(images.values()).size).toBe(incidentTypes.length * statuses.length)
  expect(new Set(incidentTypes.flatMap((type) => statuses.map((status) => symbolSvg(type, status).replaceAll(`type-${type}`, '')))).size).toBe(incidentTypes.length * statuses.length)
})
