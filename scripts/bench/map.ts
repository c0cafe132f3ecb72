/**
 * 50,000 incidents in the browser: panning, brushing over the time line and pressing a filter, on the real page and on leaflet.markercluster.
 * Times of frames are those between two calls of requestAnimationFrame; without a graphics card everything is drawn by the processor,
 * and the promised 16 ms a frame are given four times that.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, CDPSession, Page } from '@playwright/test'
import type { ColumnsWire } from '../../lib/columns/columns'
import { table } from '../score/table'
import { fillStore } from './fill'
import { brush, meterScript, pan, press } from './hand'
import { serveRival } from './rival'
import { sampleIncidents } from './sample'
import { openBrowser, served } from './serve'

const frameTarget = 64
const filterTarget = 100
const presses = 20
/** The baseline takes seconds for each. */
const rivalPresses = 6
/** The baseline puts its markers up anew with every frame of a brush, a second or two each: a few moves tell. */
const rivalMoves = 8
const zooms = [3, 5, 7]
const screens: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
}

/** Milliseconds, or why there are none. */
type Figures = number[] | string
type Measured = Map<string, Figures>

/** Tables per screen and what the page weighs; a line that says why where there is no build or no browser. */
export const mapTables = (count: number, seed: number): Promise<string> => served('map', async (address) => {
  const columns = await (await fetch(`${address}/api/map`)).json() as ColumnsWire
  const middle = crowded(columns)
  const rival = await serveRival(address)
  const browser = await openBrowser()
  try {
    const tables: string[] = []
    for (const [name, screen] of Object.entries(screens)) {
      const weight: string[] = []
      const ours = await onPage(browser, screen, (page, touch) => measureOurs(page, touch, address, middle, weight))
      const theirs = await onPage(browser, screen, (page, touch) => measureRival(page, touch, rival.address, middle))
      tables.push(comparison(`${count.toLocaleString('en')} incidents, ${name}`, ours, theirs), ...weight)
    }
    return tables.join('\n\n')
  } finally {
    await browser.close()
    rival.close()
  }
}, (file) => fillStore(file, sampleIncidents(count, seed)))

async function onPage<T>(browser: Browser, screen: BrowserContextOptions, measure: (page: Page, touch: CDPSession | undefined) => Promise<T>): Promise<T> {
  const context = await browser.newContext(screen)
  try {
    const page = await context.newPage()
    await page.addInitScript(meterScript)
    return await measure(page, screen.hasTouch ? await context.newCDPSession(page) : undefined)
  } finally {
    await context.close()
  }
}

/** Of the incidents, the middle of the ten degrees with the most: to pan where there is nothing measures nothing. */
function crowded({ place, places }: ColumnsWire): { lat: number; lon: number } {
  const cells = new Map<string, number>()
  for (const at of place) {
    const spot = places[at]
    if (!spot) continue
    const key = `${Math.floor(spot.lat / 10) * 10 + 5},${Math.floor(spot.lon / 10) * 10 + 5}`
    cells.set(key, (cells.get(key) ?? 0) + 1)
  }
  const [lat, lon] = [...cells].sort((a, b) => b[1] - a[1])[0]![0].split(',').map(Number)
  return { lat: lat!, lon: lon! }
}

async function measureOurs(page: Page, touch: CDPSession | undefined, address: string, { lat, lon }: { lat: number; lon: number }, weight: string[]): Promise<Measured> {
  const measured: Measured = new Map()
  let bytes = 0
  page.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname === '/api/map') void request.sizes().then(({ responseBodySize }) => { bytes = responseBodySize })
  })
  const open = async (query: string) => {
    await page.goto(`${address}/?${query}`)
    await page.locator('.marker').first().waitFor()
    await settled(page)
  }
  await page.goto(`${address}/?map=3/${lat}/${lon}`, { waitUntil: 'commit' })
  await note(measured, usable, async () => [await page.waitForFunction(() => document.querySelector('.marker') && performance.now(), undefined, { polling: 'raf', timeout: 60_000 }).then(async (handle) => Number(await handle.jsonValue()))])
  await settled(page)
  weight.push(`GET /api/map ${(bytes / 1e6).toFixed(2)} MB compressed; JavaScript heap ${(await heap(page) / 1e6).toFixed(0)} MB`)
  for (const zoom of zooms) {
    await note(measured, panning(zoom), async () => {
      await open(`map=${zoom}/${lat}/${lon}`)
      return (await pan(page, touch, '.leaflet-container')).deltas
    })
  }
  await note(measured, brushing, async () => {
    await open(`from=2021-01-01&to=2022-12-31&map=3/${lat}/${lon}`)
    const range = await page.locator('.timeline .time-range').boundingBox({ timeout: 2000 }).catch(() => null)
    if (!range) throw new Error('not there')
    const at = { x: range.x + range.width / 2, y: range.y + range.height / 2 }
    const { deltas, summaries } = await brush(page, touch, at, page.viewportSize()!.width / 10)
    if (summaries < 2) throw new Error('did not follow')
    return deltas
  })
  await note(measured, filtering, async () => {
    await open(`map=3/${lat}/${lon}`)
    if (!(await page.locator('.type-toggle').first().isVisible().catch(() => false))) await page.locator('.filter-switch').click({ timeout: 2000 })
    return pressed(page, ['clash', 'protest', 'strike', 'meeting'], { summary: '.summary', markers: '.marker', list: '.row' }, presses)
  })
  return measured
}

async function measureRival(page: Page, touch: CDPSession | undefined, address: string, { lat, lon }: { lat: number; lon: number }): Promise<Measured> {
  const measured: Measured = new Map()
  await page.goto(address, { waitUntil: 'commit' })
  await note(measured, usable, async () => [await page.waitForFunction(() => document.querySelector('.leaflet-marker-icon') && performance.now(), undefined, { polling: 'raf', timeout: 120_000 }).then(async (handle) => Number(await handle.jsonValue()))])
  const view = async (zoom: number) => {
    await page.evaluate(([at, to]) => (window as unknown as { rival: { setView(at: [number, number], zoom: number, options: object): void } }).rival.setView(at, to, { animate: false }), [[lat, lon] as [number, number], zoom] as const)
    await settled(page)
  }
  for (const zoom of zooms) {
    await note(measured, panning(zoom), async () => {
      await view(zoom)
      return (await pan(page, touch, '.leaflet-container')).deltas
    })
  }
  await view(3)
  await note(measured, brushing, async () => (await brush(page, touch, { x: page.viewportSize()!.width / 2, y: page.viewportSize()!.height - 20 }, page.viewportSize()!.width / 10, rivalMoves)).deltas)
  await note(measured, filtering, () => pressed(page, ['clash', 'protest', 'strike', 'meeting'], { summary: '.summary', markers: '.leaflet-marker-icon' }, rivalPresses))
  return measured
}

const usable = 'until its markers show'
const panning = (zoom: number) => `pan at zoom ${zoom}, a frame`
const brushing = 'brush, a frame'
const filtering = 'filter pressed and shown'

async function note(measured: Measured, name: string, measure: () => Promise<number[]>): Promise<void> {
  console.error(`  ${name} …`)
  measured.set(name, await measure().catch((error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]!))
}

/** Every type is pressed on and off again, in turns. @throws Error naming the parts that never changed */
async function pressed(page: Page, types: string[], parts: Record<string, string>, times: number): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i < times; i++) {
    const changes = await press(page, `.type-toggle[data-type="${types[(i >> 1) % types.length]}"]`, parts)
    const still = Object.entries(changes).filter(([, time]) => time === null).map(([name]) => name)
    if (still.length) throw new Error(`${still.join(', ')} did not change`)
    all.push(Math.max(...Object.values(changes).map(Number)))
    await sleep(300)
  }
  return all
}

/** Until the page has been idle for a while. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined)
  await sleep(300)
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** The value that this share of them does not exceed. */
function percentile(values: number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? NaN
}

function comparison(title: string, ours: Measured, theirs: Measured): string {
  const cells = (figures: Figures | undefined) => (typeof figures === 'object' ? [0.5, 0.95, 1].map((share) => percentile(figures, share).toFixed(0)) : [figures ?? 'not there', '', ''])
  const rows = [...ours].map(([name, figures]) => {
    const other = theirs.get(name)
    const target = name === usable ? undefined : name === filtering ? filterTarget : frameTarget
    const p95 = typeof figures === 'object' ? percentile(figures, 0.95) : NaN
    const ratio = typeof other === 'object' ? percentile(other, 0.95) / p95 : NaN
    return [name, ...cells(figures), ...cells(other), Number.isNaN(ratio) ? '–' : ratio.toFixed(1), target === undefined ? '' : `p95 ${name === filtering ? '<' : '≤'} ${target} ms: ${p95 <= target ? 'met' : 'not met'}`]
  })
  return table([title, 'p50', 'p95', 'max', 'markercluster p50', 'p95', 'max', 'ratio', 'target'], rows)
}
