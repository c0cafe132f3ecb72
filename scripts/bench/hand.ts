/** A hand on the page: real mouse and touch input at about 60 a second, with the frames shown meanwhile. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'

type Point = { x: number; y: number }
type Meter = {
  start(): void
  stop(): { deltas: number[]; summaries: number }
  watch(parts: Record<string, string>, patience: number): Promise<Record<string, number | null>>
  freePoint(selector: string): Point
}
declare global {
  interface Window { meter: Meter }
}

/** To be added to a page before it loads; plain JavaScript, for what runs in the page cannot use what a compiler adds. */
export const meterScript = readFileSync(new URL('./meter.js', import.meta.url), 'utf8')

const stepMs = 16

/** Presses at the first of the points, follows the others and lets go. */
async function drag(page: Page, touch: CDPSession | undefined, points: Point[]): Promise<void> {
  const [first, ...more] = points
  const at = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: Point) => touch!.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] })
  if (touch) await at('touchStart', first!)
  else {
    await page.mouse.move(first!.x, first!.y)
    await page.mouse.down()
  }
  let due = performance.now()
  for (const point of more) {
    due += stepMs
    if (touch) await at('touchMove', point)
    else await page.mouse.move(point.x, point.y)
    await sleep(Math.max(0, due - performance.now()))
  }
  if (touch) await at('touchEnd')
  else await page.mouse.up()
}

type Frames = ReturnType<Meter['stop']>

/** Three strokes of a second each with what follows them: the map glides on and draws what came into view. */
export async function pan(page: Page, touch: CDPSession | undefined, map: string): Promise<Frames> {
  await page.evaluate(() => window.meter.start())
  for (const [dx, dy] of [[-1, -0.3], [1, 0.5], [-0.8, -0.4]] as const) {
    const start = await page.evaluate((selector) => window.meter.freePoint(selector), map)
    const reach = Math.min(300, page.viewportSize()!.width * 0.4)
    await drag(page, touch, Array.from({ length: 60 }, (_, i) => ({ x: start.x + (dx * reach * i) / 59, y: start.y + (dy * reach * i) / 59 })))
    await sleep(400)
  }
  return page.evaluate(() => window.meter.stop())
}

/** To and fro around a point, `reach` pixels either way; 180 moves are three seconds. */
export async function brush(page: Page, touch: CDPSession | undefined, from: Point, reach: number, moves = 180): Promise<Frames> {
  await page.evaluate(() => window.meter.start())
  await drag(page, touch, Array.from({ length: moves }, (_, i) => ({ x: from.x + reach * Math.sin((i / 60) * Math.PI * 1.3), y: from.y })))
  await sleep(200)
  return page.evaluate(() => window.meter.stop())
}

/** Presses a button and waits until all parts show something else. */
export async function press(page: Page, button: string, parts: Record<string, string>): Promise<Record<string, number | null>> {
  const times = page.evaluate(([selectors, patience]) => window.meter.watch(selectors, patience), [parts, 5000] as const)
  const box = await page.locator(button).boundingBox()
  if (!box) throw new Error(`${button} is not there`)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  return times
}
