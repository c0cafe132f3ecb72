/**
 * A symbol per incident type: the family gives the shape, the type gives the glyph and its shade, so
 * nothing rests on colour alone. Hues derive from Okabe and Ito's colour-blind-safe set and stand as
 * `--type-…` tokens in app/styles/tokens.css and in lib/colours.ts, for lib/symbols-canvas.ts, which draws the same on a canvas. The status is the way the shape is drawn: happened filled,
 * planned hollow, claimed with a dashed ring, denied struck through.
 * Everything here is made of the constants below: no word of an article ever enters the markup.
 */
import type { PlacePrecision } from './columns/columns'
import { families, type IncidentType, type Status } from './taxonomy'

type Family = (typeof families)[IncidentType]

/** Outlines on a 32 × 32 grid. */
export const shapes: Record<Family, string> = {
  diplomacy: 'M16 3a13 13 0 1 1 0 26a13 13 0 1 1 0-26z',
  violence: 'M16 2L30 16L16 30L2 16z',
  protest: 'M16 2.5L30.5 28H1.5z',
  coercion: 'M4 4H28V28H4z',
  mobility: 'M9 3.5H23L30.5 16L23 28.5H9L1.5 16z',
  disaster: 'M1.5 4H30.5L16 29.5z',
}

/** Where the glyph sits in the shape, and how large: triangles have their room off the middle. */
export const seats: Record<Family, { x: number; y: number; scale: number }> = {
  diplomacy: { x: 16, y: 16, scale: 1 },
  violence: { x: 16, y: 16, scale: 0.92 },
  protest: { x: 16, y: 20, scale: 0.86 },
  coercion: { x: 16, y: 16, scale: 1.05 },
  mobility: { x: 16, y: 16, scale: 1 },
  disaster: { x: 16, y: 12.6, scale: 0.92 },
}

/** Glyphs around 0,0 within about ±7; `f` is filled, `s` is stroked. */
export const glyphs: Record<IncidentType, { f?: string; s?: string }> = {
  // two people face to face
  meeting: { f: 'M-4-5.4a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4zM4-5.4a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4zM-7.4 5a3.4 4.6 0 0 1 6.8 0zM.6 5a3.4 4.6 0 0 1 6.8 0z' },
  // a speech bubble
  statement: { f: 'M-6.5-5.5h13v8.4h-7l-3.6 3.6v-3.6h-2.4z' },
  // two linked rings
  agreement: { s: 'M-2.8-3.6a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0-7.2zM2.8-3.6a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0-7.2z' },
  // a shot coming in and bursting
  strike: { f: 'M2.6-3.6L3.9.7L8 2.2L3.9 3.7L2.6 8L1.2 3.7L-2.9 2.2L1.2.7z', s: 'M-6.4-6.4L-2.4-2.4M-1.2-6.8L.2-4.4M-6.8-1.2L-4.4.2' },
  // a bomb with its fuse
  attack: { f: 'M-1.2-2.6a4.7 4.7 0 1 1 0 9.4a4.7 4.7 0 1 1 0-9.4z', s: 'M2-2.2Q3.4-5.6 6-5.4' },
  // crossed blades
  clash: { s: 'M-5.8-5.8L5 5M5.8-5.8L-5 5M-6 1.8L-2 5.8M6 1.8L2 5.8' },
  // a megaphone
  protest: { f: 'M-6-1.9h2.6L3-5.6V5.6L-3.4 1.9H-6zM-3.6 2.6l1.6 4h1.8l-1.2-3.4z', s: 'M5-2.4a3.4 3.4 0 0 1 0 4.8' },
  // bars
  detention: { s: 'M-6-6H6M-6 6H6M-4.4-6V6M0-6V6M4.4-6V6' },
  // barred
  sanction: { s: 'M0-6a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM-4.2-4.2L4.2 4.2' },
  // onwards
  movement: { s: 'M-5-5L0 0L-5 5M1-5L6 0L1 5' },
  // an aid cross
  humanitarian: { f: 'M-2-6.2H2V-2H6.2V2H2V6.2H-2V2H-6.2V-2H-2z' },
  // a bolt
  disaster: { f: 'M2-7L-4.6 1H-.8L-2.4 7L4.6-1.6H.8z' },
}

/** How much smaller the shape stands within the ring of what is only claimed. */
export const insetScale = 0.72
/** The stroke through what is denied. */
export const strikePath = 'M3 29L29 3'

/** The inside of an `<svg viewBox="0 0 32 32" class="symbol type-… is-…">`; colours come from CSS. */
function symbolBody(type: IncidentType, status: Status): string {
  const family = families[type]
  const { f, s } = glyphs[type]
  const { x, y, scale } = seats[family]
  const glyph = `<g class="symbol-glyph" transform="translate(${x} ${y}) scale(${scale})">${f ? `<path class="symbol-filled" d="${f}"/>` : ''}${s ? `<path class="symbol-stroked" d="${s}"/>` : ''}</g>`
  const shape = `<path class="symbol-shape" d="${shapes[family]}"/>`
  if (status === 'claimed') return `<path class="symbol-ring" d="${shapes[family]}"/><g transform="translate(16 16) scale(${insetScale}) translate(-16 -16)">${shape}${glyph}</g>`
  if (status === 'denied') return `${shape}${glyph}<path class="symbol-strike-casing" d="${strikePath}"/><path class="symbol-strike" d="${strikePath}"/>`
  return shape + glyph
}

export function symbolSvg(type: IncidentType, status: Status = 'happened'): string {
  return `<svg viewBox="-1 -1 34 34" class="symbol type-${type} is-${status}" aria-hidden="true" focusable="false">${symbolBody(type, status)}</svg>`
}

/** A donut on a 42 × 42 grid: the middle of its ring, its width, and the plate below. */
export const donut = { side: 42, ring: 16, width: 6, plate: 20 }

/** The arcs of a donut in proportion to the counts, clockwise from the top, in turns (0–1), with a hair between neighbours. */
export function donutArcs(counts: [IncidentType, number][]): { type: IncidentType; from: number; to: number }[] {
  const total = counts.reduce((sum, [, n]) => sum + n, 0)
  const round = 2 * Math.PI * donut.ring
  let turned = 0
  return counts.map(([type, n]) => {
    const from = turned / total
    turned += n
    const gap = counts.length > 1 ? Math.min(1.2 / round, n / total / 3) : 0
    return { type, from, to: turned / total - gap }
  })
}

/** A ring cut by type in proportion, the total in the middle. */
export function donutSvg(counts: [IncidentType, number][]): string {
  const round = 2 * Math.PI * donut.ring
  const arcs = donutArcs(counts).map(({ type, from, to }) =>
    `<circle class="donut-arc type-${type}" r="16" cx="21" cy="21" stroke-dasharray="${((to - from) * round).toFixed(2)} ${((1 - to + from) * round).toFixed(2)}" stroke-dashoffset="${(-from * round).toFixed(2)}"/>`)
  return `<svg viewBox="0 0 42 42" class="donut" aria-hidden="true" focusable="false"><circle class="donut-plate" r="20" cx="21" cy="21"/><g transform="rotate(-90 21 21)">${arcs.join('')}</g></svg>`
}

/** 34 pixels for two, growing slowly: a cluster of a thousand must not bury its neighbours. */
export const donutPixels = (total: number): number => Math.round(Math.min(64, 32 + Math.log10(total) * 8))

/** How wide the total in the middle may be, in pixels. */
export const donutHole = (total: number): number => ((2 * donut.ring - donut.width - 2) * donutPixels(total)) / donut.side

/** A province's border as the map draws one, and a smaller symbol in it; the circle is that of a country or sea without an outline. */
const outline = 'M5 9L12 4L19 6.5L27 3.5L30 12L27.5 19L29 26L20 29.5L12 27.5L4 29L2.5 19z'
const circle = 'M16 1.5a14.5 14.5 0 1 1 0 29a14.5 14.5 0 1 1 0-29z'
const inArea = 'translate(16 16) scale(.46) translate(-16 -16)'

/** What each place precision looks like on the map; an incident without a place stands in the list alone, as a row of it. */
export function precisionSvg(precision: PlacePrecision): string {
  const symbol = symbolBody('meeting', 'happened')
  const body = {
    point: symbol,
    region: `<path class="area" d="${outline}"/><g transform="${inArea}">${symbol}</g>`,
    wide: `<path class="area" d="${circle}"/><g transform="${inArea}">${symbol}</g>`,
    none: `<g transform="translate(0 9) scale(.44)">${symbol}</g><path class="symbol-row" d="M18 13h13M18 19.5h9"/>`,
  }[precision]
  return `<svg viewBox="-1 -1 34 34" class="symbol type-meeting is-happened precision-${precision}" aria-hidden="true" focusable="false">${body}</svg>`
}
