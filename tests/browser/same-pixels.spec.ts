/** A link shows whoever opens it what its sender saw, pixel for pixel, and so does its preview image; run at both sizes. */
import { writeFileSync } from 'node:fs'
import type { Browser, Page, TestInfo } from '@playwright/test'
import { colours } from '../../lib/colours'
import { mercatorX, mercatorY } from '../../lib/columns/columns'
import { incidentTypes, type IncidentType } from '../../lib/taxonomy'
import { expect, incidents, lonely, mapAt, open, placed, summary, test } from './map-test'
import { decoded, difference, hasColour, settled } from './pixels'

/** Edges of outlines may be drawn a hair otherwise: so many pixels of the page; a symbol that is missing or moved makes hundreds. */
const hair = 40

const isPhone = (page: Page) => page.viewportSize()!.width < 761
/** A mouse clicks, a finger taps. */
const press = (page: Page, target: ReturnType<Page['locator']>) => (isPhone(page) ? target.tap() : target.click())

/** The view's link from the address bar once it has been written, and as it is handed on: a desktop's bar copies it, a phone's dialog shows it. */
async function links(page: Page): Promise<string[]> {
  await page.waitForTimeout(400)
  const bar = page.url()
  if (isPhone(page)) {
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).tap()
    const share = page.getByRole('dialog', { name: 'Share this view' })
    const shown = await share.getByLabel('Link', { exact: true }).and(page.locator('input')).inputValue()
    await share.getByRole('button', { name: 'Close' }).tap()
    await expect(share).toHaveCount(0)
    return [bar, shown]
  }
  const copy = page.getByRole('banner').getByRole('button', { name: /link/i })
  await copy.click()
  await expect(copy).toHaveText('Link copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  await expect(copy).toHaveText('Copy link')
  return [bar, copied]
}

/** Nothing of what the browser of the sender keeps is in this one. */
async function afresh<T>(browser: Browser, { project }: TestInfo, link: string, work: (page: Page) => Promise<T>): Promise<T> {
  const { viewport, deviceScaleFactor, isMobile, hasTouch, locale, timezoneId } = project.use
  const context = await browser.newContext({ viewport, deviceScaleFactor, isMobile, hasTouch, locale, timezoneId, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await open(page, link)
    return await work(page)
  } finally {
    await context.close()
  }
}

async function expectSamePixels(page: Page, browser: Browser, info: TestInfo) {
  const shared = await links(page)
  const sent = await settled(page)
  for (const [i, link] of shared.entries()) {
    const got = await afresh(browser, info, link, settled)
    const ratio = info.project.use.deviceScaleFactor ?? 1
    const { count, box } = difference(await decoded(sent, ratio), await decoded(got, ratio))
    if (count > hair) {
      writeFileSync(info.outputPath('sent.png'), sent)
      writeFileSync(info.outputPath('got.png'), got)
    }
    expect(count, `pixels that differ by the ${i ? 'copied link' : 'address bar'} ${link}, all within ${box}`).toBeLessThanOrEqual(hair)
  }
}

async function drag(page: Page, selector: string, from: [number, number], to: [number, number]) {
  const box = (await page.locator(selector).boundingBox())!
  const at = (share: number, [x, y]: [number, number], [toX, toY]: [number, number]) => [box.x + box.width * (x + (toX - x) * share), box.y + box.height * (y + (toY - y) * share)] as const
  if (!isPhone(page)) {
    await page.mouse.move(...at(0, from, to))
    await page.mouse.down()
    for (const share of [0.25, 0.5, 0.75, 1]) await page.mouse.move(...at(share, from, to))
    // A rest before letting go, or the map glides on.
    await page.waitForTimeout(150)
    return page.mouse.up()
  }
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share?: number) => session.send('Input.dispatchTouchEvent', { type, touchPoints: share === undefined ? [] : [{ x: at(share, from, to)[0], y: at(share, from, to)[1] }] })
  await touch('touchStart', 0)
  for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', share)
  await page.waitForTimeout(150)
  await touch('touchEnd')
}

/** Filters, dates, order and map position, all by hand; what of the page's own furniture was unfolded is folded again. */
async function changeByHand(page: Page, types: IncidentType[]) {
  if (isPhone(page)) await page.getByRole('button', { name: 'Filters', exact: true }).tap()
  for (const type of types) await press(page, page.locator(`.type-toggle[data-type="${type}"]`))
  if (isPhone(page)) await page.getByRole('button', { name: 'Filters', exact: true }).tap()
  await page.getByRole('combobox', { name: 'Order' }).selectOption('reports')
  if (isPhone(page)) {
    await page.locator('.sheet-handle').focus()
    for (const snap of ['full', 'peek']) {
      await page.keyboard.press('Enter')
      await expect(page.locator('.panel')).toHaveAttribute('data-snap', snap)
    }
  }
  await drag(page, '.time-stage', [0.3, 0.5], [0.97, 0.5])
  await expect(page).toHaveURL(/from=/)
  await press(page, page.getByRole('button', { name: 'Zoom in', exact: true }))
  await drag(page, '.stage', [0.5, 0.3], [0.42, 0.36])
  await expect(page).toHaveURL(/map=/)
}

/** Makes every single marker come into reach: the first in sight that no other thing covers. */
async function openSomeMarker(page: Page) {
  const id = await page.locator('.marker[data-incident]:not(.marker-area)').evaluateAll((all) => all.find((one) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    return one.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })?.getAttribute('data-incident'))
  expect(id, 'a marker of one incident is in sight').toBeTruthy()
  await press(page, page.locator(`.marker[data-incident="${id}"]`))
  await expect(page).toHaveURL(new RegExp(`incident=${id}`))
}

test.beforeEach(async ({ context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL! })
})

test('filters, dates, order and map position set by hand come back by the link', async ({ page, browser }, info) => {
  await open(page, '/')
  await changeByHand(page, ['strike', 'attack', 'meeting'])
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(expect.arrayContaining(['type', 'from', 'map', 'sort']))
  await expectSamePixels(page, browser, info)
})

test('an open incident comes back by the link', async ({ page, browser }, info) => {
  await open(page, '/')
  await changeByHand(page, ['strike', 'attack', 'meeting'])
  await openSomeMarker(page)
  await expect(page.locator('.card blockquote').first()).toBeVisible()
  await expectSamePixels(page, browser, info)
})

test('an incident’s whole panel comes back by the link, also after the map was moved beside it', async ({ page, browser }, info) => {
  test.skip(isPhone(page), 'the sheet of a phone is the panel')
  await open(page, '/')
  await changeByHand(page, ['strike', 'attack', 'meeting'])
  await openSomeMarker(page)
  await page.locator('.leaflet-popup').getByRole('button', { name: 'All about it' }).click()
  await expect(page.locator('.detail blockquote').first()).toBeVisible()
  await expectSamePixels(page, browser, info)
  await drag(page, '.stage', [0.5, 0.8], [0.47, 0.75])
  await expectSamePixels(page, browser, info)
})

test('the open list of a spot comes back by the link', async ({ page, request, browser }, info) => {
  const all = placed(await incidents(request))
  const shared = all.find((one) => all.some((other) => other !== one && other.geometry.coordinates.join() === one.geometry.coordinates.join()))!
  await open(page, `/?${mapAt(shared, 11)}`)
  await press(page, page.locator('.marker.cluster').first())
  await expect(page).toHaveURL(/stack=/)
  await expect(page.locator('.card.stack .row-quote:not(.is-coming)').first()).toBeVisible()
  await expectSamePixels(page, browser, info)
})

type Seen = { x: number; y: number; types: IncidentType[]; isOne: boolean }

/** The markers whose middle the map shows: pixels from the map's own middle. */
async function markersOn(page: Page): Promise<{ markers: Seen[]; width: number; height: number }> {
  const map = (await page.locator('.leaflet-container').boundingBox())!
  const found = await page.locator('.marker').evaluateAll((all) => all.map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2, label: one.getAttribute('aria-label')!, isOne: !one.classList.contains('cluster') }
  }))
  const markers = found
    .map(({ x, y, label, isOne }) => ({ x: x - map.x - map.width / 2, y: y - map.y - map.height / 2, isOne, types: incidentTypes.filter((type) => (isOne ? label.toLowerCase().startsWith(`${type},`) : new RegExp(`\\d ${type}\\b`).test(label))) }))
    .filter(({ x, y }) => Math.abs(x) < map.width / 2 && Math.abs(y) < map.height / 2)
  for (const { types } of markers) expect(types.length).toBeGreaterThan(0)
  return { markers, width: Math.round(map.width), height: Math.round(map.height) }
}

test('a link’s picture shows the incidents the page shows, where it shows them, and no others', async ({ page, request, browser }, info) => {
  await open(page, '/')
  await changeByHand(page, ['strike', 'attack', 'meeting'])
  const { markers, width, height } = await markersOn(page)
  expect(markers.length).toBeGreaterThan(3)
  const query = new URL((await links(page))[0]!).search
  const shared = new URLSearchParams(query)

  const alone = await decoded(await (await request.get(`/preview.png${query}&size=${width}x${height}`)).body())
  expect([alone.width, alone.height]).toEqual([width, height])
  for (const { x, y, types } of markers) {
    for (const type of types) expect(hasColour(alone, colours.light.type[type], { x: x + width / 2, y: y + height / 2 }, 29), `${type} at ${x},${y}`).toBe(true)
  }

  // The head of the page names the picture whoever gets the link sees, and says in words what is on it.
  const { image, title, description, count } = await afresh(browser, info, query, async (there) => {
    const meta = (name: string) => there.locator(`head meta[property="og:${name}"]`).getAttribute('content')
    return { image: (await meta('image'))!, title: await meta('title'), description: await meta('description'), count: (await summary(there).textContent())!.match(/^\d+/)![0] }
  })
  const named = new URL(image).searchParams
  for (const [name, value] of shared) expect(named.get(name), name).toBe(value)
  for (const kind of [/strikes/i, /attacks/i, /meetings/i]) expect(title).toMatch(kind)
  expect(description).toContain(`${count} incident`)
  const listed = (await incidents(request, `?${new URLSearchParams([...shared].filter(([name]) => ['type', 'from', 'to'].includes(name)))}`)).map(({ properties }) => properties.type)
  expect(listed.length).toBe(Number(count))
  for (const type of ['strike', 'attack', 'meeting'] as const) {
    const n = listed.filter((one) => one === type).length
    if (n) expect(description).toMatch(new RegExp(`\\b${n} ${type}s?\\b`))
  }
  const card = await decoded(await (await request.get(image)).body())
  expect([card.width, card.height]).toEqual([1200, 630])

  // All that a page of the usual size shows, in the card's 800 × 630 beside the words, drawn at 1.25: see lib/publish/preview/frame.ts.
  const scale = 1.25 * Math.min(640 / 1024, 504 / 732)
  const onCard = markers.map((one) => ({ ...one, at: { x: 800 + one.x * scale, y: 315 + one.y * scale } })).filter(({ at }) => at.x > 430 && at.x < 1170 && at.y > 30 && at.y < 600)
  expect(onCard.length).toBeGreaterThan(0)
  for (const { at, types } of onCard) {
    // From farther away neighbours stand as one, at most so far from where each was.
    const isApart = onCard.every((other) => other.at === at || Math.hypot(other.at.x - at.x, other.at.y - at.y) > 130)
    for (const type of types) expect(hasColour(card, colours.light.type[type], at, isApart ? 34 : 100), `${type} on the card at ${at.x},${at.y}`).toBe(true)
  }
})

test('what a filter leaves out is not in the picture, and what it leaves is', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  const other = incidentTypes.find((type) => type !== one.properties.type)!
  const colour = colours.light.type[one.properties.type]
  const [lon, lat] = one.geometry.coordinates
  // Away from the middle, so that a picture that shows the wrong stretch of the world cannot pass.
  const [width, height, world] = [700, 500, 256 * 2 ** 8]
  const middle = { lat: lat + 0.3, lon: lon - 0.5 }
  const at = { x: width / 2 + (mercatorX(lon) - mercatorX(middle.lon)) * world, y: height / 2 + (mercatorY(lat) - mercatorY(middle.lat)) * world }
  const map = `map=8/${middle.lat.toFixed(4)}/${middle.lon.toFixed(4)}&size=${width}x${height}`
  const picture = async (query: string) => decoded(await (await request.get(`/preview.png?${query}&${map}`)).body())
  expect(hasColour(await picture(`type=${one.properties.type}`), colour, at, 20)).toBe(true)
  expect(hasColour(await picture(`type=${other}`), colour, at, 20)).toBe(false)
  await open(page, `/?type=${other}&map=8/${middle.lat.toFixed(4)}/${middle.lon.toFixed(4)}`)
  await expect(page.locator(`.marker[data-incident="${one.id}"]`)).toHaveCount(0)
})
