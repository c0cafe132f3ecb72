/** Pictures of a page and of a server, pixel by pixel. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Page } from '@playwright/test'

export type Pixels = { width: number; height: number; data: Uint8ClampedArray }

/** @param ratio device pixels to a pixel of the page, which are made one: whether an edge is drawn a third of a pixel higher is the browser's affair */
export async function decoded(png: Buffer, ratio = 1): Promise<Pixels> {
  const image = await loadImage(png)
  const [width, height] = [Math.round(image.width / ratio), Math.round(image.height / ratio)]
  const context = createCanvas(width, height).getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  return { width, height, data: context.getImageData(0, 0, width, height).data }
}

/** Two shades of a channel that nobody tells apart: the edge of a line may be drawn a hair otherwise. */
const shade = 48

/** How many pixels differ, and the box around them; pictures of different sizes differ in all. */
export function difference(a: Pixels, b: Pixels): { count: number; box: [left: number, top: number, right: number, bottom: number] | null } {
  if (a.width !== b.width || a.height !== b.height) return { count: Infinity, box: null }
  let count = 0
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < a.data.length; i += 4) {
    if ([0, 1, 2].every((channel) => Math.abs(a.data[i + channel]! - b.data[i + channel]!) <= shade)) continue
    const [x, y] = [(i / 4) % a.width, Math.floor(i / 4 / a.width)]
    count++
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return { count, box: count ? box : null }
}

/** Whether a colour ("#ba3108") is found within a distance of a point, by at least a few pixels of it. */
export function hasColour({ width, height, data }: Pixels, hex: string, { x, y }: { x: number; y: number }, within: number): boolean {
  const wanted = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
  let found = 0
  for (let row = Math.max(0, Math.floor(y - within)); row <= Math.min(height - 1, y + within); row++) {
    for (let column = Math.max(0, Math.floor(x - within)); column <= Math.min(width - 1, x + within); column++) {
      if (wanted.every((value, channel) => Math.abs(data[(row * width + column) * 4 + channel]! - value) <= 6)) found++
    }
  }
  return found >= 3
}

/** A picture of the window once nothing comes any more: tiles, names, texts; nothing has the focus and no mouse is over anything. */
export async function settled(page: Page): Promise<Buffer> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await document.fonts.ready
  })
  await page.mouse.move(1, 1)
  let last = await page.screenshot()
  for (let i = 0; i < 20; i++) {
    await page.waitForTimeout(250)
    const now = await page.screenshot()
    if (now.equals(last)) return now
    last = now
  }
  throw new Error('the page does not come to rest')
}
