/** Every page in every state it has, in light and in dark, at both sizes: axe finds nothing. */
import type { Page } from '@playwright/test'
import { findings } from './axe'
import { expect, incidents, lonely, mapAt, open, panel, test } from './map-test'

/** A sheet, a legend or a popup may lie over a marker, which the map can be moved away from under it. */
const markers = '.leaflet-marker-pane'

/** Colours are handed down from element to element, frame by frame, even where motion is reduced. */
async function wear(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    do for (let i = 0; i < 3; i++) await frame()
    while (document.getAnimations().some((one) => one instanceof CSSTransition))
  })
}

async function isFine(page: Page, state: string, except?: string) {
  await wear(page, 'light')
  expect.soft(await findings(page, except), state).toEqual([])
  await wear(page, 'dark')
  expect.soft(await findings(page, except, true), `${state}, dark`).toEqual([])
}

test('the map, its list, filters and legend', async ({ page, isMobile }) => {
  await open(page, '/')
  await expect(page.locator('.marker').first()).toBeVisible()
  await expect(page.locator('.row-quote').first()).not.toBeEmpty()
  await isFine(page, 'map')
  await page.getByRole('region', { name: 'Legend' }).getByRole('button', { name: 'Legend' }).click()
  await expect(page.locator('.legend-row').first()).toBeVisible()
  await isFine(page, 'legend', markers)
  if (isMobile) {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
    await isFine(page, 'filters', markers)
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await page.locator('.sheet-handle').press('Enter')
  }
  await page.locator('.type-toggle[data-type="strike"]').evaluate((toggle: HTMLElement) => toggle.click())
  await page.getByRole('combobox', { name: 'Order' }).selectOption('killed')
  await expect(page).toHaveURL(/type=strike&sort=killed/)
  await isFine(page, 'filtered and sorted', markers)
})

test('the menus of the bar and the share dialog', async ({ page }) => {
  await open(page, '/?type=strike')
  await page.locator('.languages > button').click()
  await expect(page.locator('.language-menu')).toBeVisible()
  await isFine(page, 'language menu', markers)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog', { name: 'Share this view' }).getByRole('img', { name: /^Map preview: Strikes/ })).toBeVisible()
  await isFine(page, 'share dialog', markers)
})

test('the time line: focused, selected, its menu, playing', async ({ page }) => {
  await open(page, '/')
  const bars = page.getByRole('slider', { name: 'Bars of the time line' })
  await bars.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.locator('.time-readout')).toBeVisible()
  await isFine(page, 'cursor', markers)
  await page.keyboard.press('Enter')
  for (let i = 0; i < 3; i++) await page.getByRole('slider', { name: 'First day shown' }).press('ArrowLeft')
  await expect(page.locator('.time-range')).toBeVisible()
  await isFine(page, 'selection', markers)
  await page.getByRole('button', { name: 'Time line settings' }).click()
  await expect(page.locator('.time-menu')).toBeVisible()
  await isFine(page, 'menu', markers)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(page.locator('.timeline [role=status]')).toHaveText('Playing')
  await isFine(page, 'playing', markers)
})

test('an open incident, the panel of it, and a stack', async ({ page, request, isMobile }) => {
  const all = await incidents(request)
  const [blast] = all.filter((f) => f.properties.place === 'Windhoek')
  await open(page, `/?${mapAt(blast as never, 6)}&incident=${blast!.id}`)
  await expect(page.locator('.card blockquote').first()).toBeVisible()
  await isFine(page, 'incident', markers)
  if (isMobile) await page.locator('.sheet-handle').press('Enter')
  else await page.getByRole('button', { name: 'All about it' }).click()
  await expect(page.locator('.incident-panel .toll-table').first()).toBeVisible()
  await isFine(page, 'panel', markers)
  const tamale = all.find((f) => f.properties.place === 'Tamale')!
  await open(page, `/?${mapAt(tamale as never, 12)}`)
  await page.locator('.cluster').first().click()
  await expect(page.locator('.card.stack .row-quote').first()).not.toBeEmpty()
  await isFine(page, 'stack', markers)
})

test('nothing found, a link with broken parts, a link to what is gone, and no answer', async ({ page, isMobile }) => {
  const raise = async () => { if (isMobile) await page.locator('.sheet-handle').press('Enter') }
  await open(page, '/?q=zzzzqq&from=2025-02-30')
  await raise()
  await expect(page.getByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible()
  await expect(page.locator('.notice')).toBeVisible()
  await isFine(page, 'nothing found', markers)
  await open(page, '/?incident=doesnotexist00')
  await expect(page.locator('.notice')).toContainText('not on the map any more')
  await isFine(page, 'gone', markers)
  await page.route('**/api/incidents?ids=*', (route) => route.abort())
  await open(page, '/')
  await raise()
  await expect(panel(page).getByRole('alert').first()).toBeVisible()
  await isFine(page, 'no sentences', markers)
  await page.route('**/api/map', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible()
  await isFine(page, 'no incidents')
})

test('a frame', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await page.goto(`/embed?list=1&${mapAt(one, 6)}`)
  await expect(page.locator('.marker').first()).toBeVisible()
  await isFine(page, 'frame', markers)
  await page.goto(`/embed?${mapAt(one, 6)}&incident=${one.id}`)
  await expect(page.locator('.card blockquote').first()).toBeVisible()
  await isFine(page, 'incident in a frame', markers)
})

test('an article, and an address with nothing at it', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  for (const path of [`/article/${one.properties.article.id}`, '/article/none', '/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await isFine(page, path)
  }
})

test('from right to left', async ({ page, request }) => {
  const [blast] = (await incidents(request)).filter((f) => f.properties.place === 'Windhoek')
  await page.goto(`/?lang=ar&${mapAt(blast as never, 6)}&from=2025-01-01`)
  await expect(page.locator('.marker').first()).toBeVisible()
  await isFine(page, 'map')
  await page.goto(`/?lang=ar&${mapAt(blast as never, 6)}&incident=${blast!.id}&panel=open`)
  await expect(page.locator('.incident-panel blockquote').first()).toBeVisible()
  await isFine(page, 'panel', markers)
})
