/** The time line as people use it; run at both sizes. */
import type { Page } from '@playwright/test'
import { expect, test } from './map-test'

const handle = (page: Page, name: 'First day shown' | 'Last day shown') => page.getByRole('slider', { name })
const cursor = (page: Page) => page.getByRole('slider', { name: 'Bars of the time line' })
const stage = (page: Page) => page.locator('.time-stage')
const dates = (page: Page) => { const params = new URL(page.url()).searchParams; return { from: params.get('from'), to: params.get('to') } }
const days = ({ from, to }: { from: string | null; to: string | null }) => (Date.parse(to!) - Date.parse(from!)) / 86_400_000 + 1
const isPhone = (page: Page) => page.viewportSize()!.width < 761

async function openTimeline(page: Page, path = '/') {
  await page.goto(path)
  await expect(cursor(page)).toBeVisible()
}
async function drag(page: Page, from: number, to: number) {
  const box = (await stage(page).boundingBox())!
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * from, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * (from + to) / 2, y, { steps: 3 })
  await page.mouse.move(box.x + box.width * to, y, { steps: 3 })
  await page.mouse.up()
  // The address follows a moment later.
  await expect.poll(async () => {
    const { from, to } = dates(page)
    return [Date.parse(from!) / 86_400_000, Date.parse(to!) / 86_400_000 + 1].join() === [await at(page, 'First day shown'), await at(page, 'Last day shown')].join()
  }).toBe(true)
}
const at = (page: Page, name: 'First day shown' | 'Last day shown') => handle(page, name).getAttribute('aria-valuenow')
/** A share of the chart's pixels that are neither empty nor the line at its foot. */
const inked = (page: Page) => page.locator('.time-bars').evaluate((canvas: HTMLCanvasElement) => {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height - 4)
  let n = 0
  for (let i = 3; i < data.length; i += 4) if (data[i]) n++
  return n / (data.length / 4)
})

test('bars are drawn, sharp on this screen, in a strip that keeps its height', async ({ page }) => {
  await openTimeline(page)
  await expect.poll(() => inked(page)).toBeGreaterThan(0.01)
  const { across, ratio } = await page.locator('.time-bars').evaluate((canvas: HTMLCanvasElement) => ({ across: canvas.width / canvas.getBoundingClientRect().width, ratio: devicePixelRatio }))
  expect(across).toBeCloseTo(ratio, 1)
  expect((await page.locator('.timeline').boundingBox())!.height).toBeLessThanOrEqual(isPhone(page) ? 76 : 112)
})

test('dragging selects whole bars, and the link and the map follow', async ({ page }) => {
  await openTimeline(page)
  const all = await page.locator('.summary').textContent()
  await drag(page, 0.2, 0.6)
  await expect.poll(() => dates(page).from).not.toBeNull()
  const chosen = dates(page)
  expect(new Date(chosen.from!).getUTCDay()).toBe(1)
  expect(new Date(chosen.to!).getUTCDay()).toBe(0)
  await expect(page.locator('.summary')).not.toHaveText(all!)
  await expect(handle(page, 'First day shown')).toHaveAttribute('aria-valuetext', /\d+ \w+ 2025/)
  await page.reload()
  await expect(page.locator('.time-range')).toBeVisible()
})

test('handles resize, the middle moves, a double click clears', async ({ page }) => {
  await openTimeline(page)
  await drag(page, 0.3, 0.5)
  await expect.poll(() => dates(page).from).not.toBeNull()
  const before = dates(page)
  await drag(page, 0.42, 0.62)
  await expect.poll(() => dates(page).from).not.toBe(before.from)
  expect(days(dates(page))).toBe(days(before))
  const grip = (await handle(page, 'Last day shown').boundingBox())!
  const box = (await stage(page).boundingBox())!
  await drag(page, (grip.x + grip.width * 0.7 - box.x) / box.width, 0.9)
  await expect.poll(() => days(dates(page))).toBeGreaterThan(days(before))
  await stage(page).dblclick({ position: { x: box.width * 0.1, y: box.height / 2 } })
  await expect.poll(() => dates(page)).toEqual({ from: null, to: null })
})

test('by keyboard: the cursor reads a bar, Enter selects it, handles and the whole range move', async ({ page }) => {
  await openTimeline(page)
  await cursor(page).focus()
  const last = await cursor(page).getAttribute('aria-valuetext')
  await expect(page.locator('.time-readout')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(cursor(page)).not.toHaveAttribute('aria-valuetext', last!)
  await expect(cursor(page)).toHaveAttribute('aria-valuetext', /incident/)
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  await expect.poll(() => days(dates(page))).toBe(7)
  const first = dates(page)
  await handle(page, 'Last day shown').focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => days(dates(page))).toBe(14)
  await page.keyboard.press('Control+ArrowLeft')
  await expect.poll(() => dates(page).to).toBe(first.to)
  expect(days(dates(page))).toBe(14)
  await handle(page, 'First day shown').focus()
  await page.keyboard.press('Home')
  await expect.poll(() => dates(page).from).toBeNull()
  await page.keyboard.press('Delete')
  await expect.poll(() => dates(page)).toEqual({ from: null, to: null })
})

test('zooming the axis by keys reaches single days', async ({ page }) => {
  await openTimeline(page)
  await cursor(page).focus()
  for (let i = 0; i < 8; i++) await page.keyboard.press('+')
  await page.keyboard.press('Enter')
  await expect.poll(() => dates(page).from).not.toBeNull()
  expect(days(dates(page))).toBe(1)
  await expect(page.getByRole('button', { name: /earlier dates/ })).toBeVisible()
  await page.keyboard.press('0')
  await expect(page.getByRole('button', { name: /earlier dates/ })).toHaveCount(0)
})

test('it plays and pauses, moves on step by step and keeps quiet meanwhile', async ({ page }) => {
  await openTimeline(page)
  const status = page.locator('.timeline [role=status]')
  const press = (name: 'Play' | 'Pause') => (isPhone(page) ? page.getByRole('button', { name, exact: true }).tap() : page.getByRole('button', { name, exact: true }).click())
  await press('Play')
  await expect(status).toHaveText('Playing')
  await expect(page.locator('.time-range')).toBeVisible()
  const shown = () => handle(page, 'First day shown').getAttribute('aria-valuenow')
  const one = await shown()
  await expect.poll(shown).not.toBe(one)
  await expect(status).toHaveText('Playing')
  await press('Pause')
  await expect(status).toHaveText(/^Stopped at/)
  const stopped = await shown()
  await page.waitForTimeout(900)
  expect(await shown()).toBe(stopped)
  await expect.poll(() => days(dates(page))).toBe(7)
})

test('the end of playback stops it, and Space toggles it', async ({ page }) => {
  await openTimeline(page)
  await page.getByRole('button', { name: 'Time line settings' }).click()
  await page.getByRole('combobox', { name: 'Step', exact: true }).selectOption('year')
  await page.getByRole('combobox', { name: 'Shows', exact: true }).selectOption('grow')
  await page.getByRole('combobox', { name: 'Speed', exact: true }).selectOption('fast')
  await page.keyboard.press('Escape')
  await cursor(page).focus()
  await page.keyboard.press(' ')
  await expect(page.locator('.timeline [role=status]')).toHaveText(/^Stopped at/)
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('presets count back from the newest incident', async ({ page }) => {
  await openTimeline(page)
  if (isPhone(page)) await page.getByRole('button', { name: 'Time line settings' }).tap()
  const preset = page.locator(isPhone(page) ? '.time-menu' : '.time-tools > .time-presets').getByRole('button', { name: 'Last month' })
  await preset.click()
  await expect(preset).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => dates(page)).toEqual({ from: '2025-11-22', to: '2025-12-21' })
})

test('what has no date is told', async ({ page }) => {
  await openTimeline(page)
  if (isPhone(page)) await page.getByRole('button', { name: 'Time line settings' }).tap()
  await expect(page.locator('.timeline').getByText(/^\d+ incidents have no date$/).filter({ visible: true })).toHaveCount(1)
})

test('a finger brushes too, and a tap says what a bar holds', async ({ page }) => {
  test.skip(!isPhone(page), 'needs a touch screen')
  await openTimeline(page)
  const box = (await stage(page).boundingBox())!
  await page.touchscreen.tap(box.x + box.width * 0.46, box.y + box.height / 2)
  await expect(page.locator('.time-readout')).toContainText(/incident/)
  await expect.poll(() => days(dates(page))).toBe(7)
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) => session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x: box.x + box.width * x, y: box.y + box.height / 2 }] })
  await touch('touchStart', 0.6)
  for (const x of [0.65, 0.7, 0.8, 0.9]) await touch('touchMove', x)
  await touch('touchEnd')
  await expect.poll(() => days(dates(page))).toBeGreaterThan(60)
})
