import type { Page } from '@playwright/test'
import { expect, incidents, lonely, mapAt, open, summary, test } from './map-test'

test('the sheet comes up in steps by its handle, by touch and by keyboard', async ({ page }) => {
  await open(page, '/')
  const sheet = page.locator('.panel')
  await expect(sheet).toHaveAttribute('data-snap', 'peek')
  await page.locator('.sheet-handle').tap()
  await expect(sheet).toHaveAttribute('data-snap', 'half')
  await page.locator('.sheet-handle').focus()
  await page.keyboard.press('Enter')
  await expect(sheet).toHaveAttribute('data-snap', 'full')
})

test('a tapped marker shows its incident in the sheet, above the fold, and closing returns the list', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await open(page, `/?${mapAt(one, 8)}`)
  await page.locator(`.marker[data-incident="${one.id}"]`).tap()
  const card = page.locator('.panel .card')
  await expect(card.locator('blockquote').first()).toHaveText(one.properties.quote)
  await expect(card.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 })
  await expect(page.locator('.leaflet-popup')).toHaveCount(0)
  await card.getByRole('button', { name: 'Close', exact: true }).tap()
  await expect(page.locator('.row').first()).toBeVisible()
})

test('filters work from the sheet', async ({ page }) => {
  await open(page, '/')
  await page.getByRole('button', { name: 'Filters', exact: true }).tap()
  await page.locator('.type-toggle[data-type="strike"]').tap()
  await expect(summary(page)).toHaveText(/^\d+ of \d+ incidents$/)
})

/** What one presses and a thumb is too large for; markers stand as the map has them, and the handle reaches across the sheet. */
async function tooSmall(page: Page) {
  return page.locator('button:visible, input:visible, select:visible').evaluateAll((all) => all
    .filter((el) => !el.matches('.marker, .sheet-handle'))
    .map((el) => ({ name: el.getAttribute('aria-label') ?? el.textContent, height: el.getBoundingClientRect().height }))
    .filter(({ height }) => height < 43.5))
}

test('everything one presses is thumb-sized', async ({ page, request }) => {
  await open(page, '/?type=strike')
  await page.getByRole('button', { name: 'Time line settings' }).tap()
  await expect(page.locator('.time-menu')).toBeVisible()
  expect(await tooSmall(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Filters', exact: true }).tap()
  expect(await tooSmall(page)).toEqual([])
  await page.getByRole('button', { name: 'Filters', exact: true }).tap()
  await expect(page.getByRole('combobox', { name: 'Order' })).toBeVisible()
  expect(await tooSmall(page)).toEqual([])
  const [blast] = (await incidents(request)).filter((f) => f.properties.place === 'Windhoek')
  await open(page, `/?incident=${blast!.id}`)
  await expect(page.locator('.incident-panel blockquote').first()).toBeVisible()
  expect(await tooSmall(page)).toEqual([])
})

test('the bar has the search, sharing, and a menu of languages and colours', async ({ page }) => {
  await open(page, '/')
  const bar = page.getByRole('banner')
  await expect(bar.getByRole('searchbox')).toBeVisible()
  await expect(bar.getByRole('button', { name: 'Share' })).toBeInViewport({ ratio: 1 })
  await bar.getByRole('button', { name: 'Language: English' }).tap()
  await bar.getByRole('button', { name: 'Use dark colours' }).tap()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(bar.getByRole('button', { name: 'Use light colours' })).toBeInViewport({ ratio: 1 })
  await bar.getByRole('button', { name: 'Українська' }).tap()
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the page never scrolls sideways', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  for (const path of ['/', `/article/${one.properties.article.id}`]) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
})
