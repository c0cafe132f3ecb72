import type { Page } from '@playwright/test'
import { expect, incidents, lonely, mapAt, open, panel, placed, test } from './map-test'

/** On a phone the list lies in the sheet, which is pulled up first. */
async function openList(page: Page, path: string) {
  await open(page, path)
  if (page.viewportSize()!.width > 760) return
  await page.locator('.sheet-handle').press('Enter')
  await expect(page.locator('.panel')).toHaveAttribute('data-snap', 'half')
  await expect(page.locator('.row').first()).toBeVisible()
}

test('the list is grouped by day and moves with the map', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await openList(page, `/?${mapAt(one, 8)}`)
  const here = panel(page).getByRole('region', { name: 'On the map now' })
  await expect(here.locator(`.row[data-incident="${one.id}"]`)).toBeVisible()
  await expect(here.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await openList(page, '/?map=6/-40/-120')
  await expect(panel(page).getByRole('region', { name: 'On the map now' })).toHaveCount(0)
})

test('another order is kept in the link, and its headings follow', async ({ page }) => {
  await openList(page, '/')
  await page.getByRole('combobox', { name: 'Order' }).selectOption('killed')
  await expect(page).toHaveURL(/sort=killed/)
  await expect(panel(page).getByRole('heading', { level: 3 }).first()).toHaveText(/killed/)
})

test('arrows, End and Home go through all rows, Enter opens, and each says its place among all', async ({ page, request }) => {
  const all = await incidents(request)
  await openList(page, '/?map=2/20/20')
  await page.locator('.row').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.row').nth(1)).toBeFocused()
  await page.keyboard.press('End')
  const last = page.locator('.row:focus')
  await expect(last).toBeVisible()
  const unplaced = all.length - placed(all).length
  if (unplaced) await expect(last.locator('xpath=..')).toHaveAttribute('aria-setsize', String(unplaced))
  const id = await last.getAttribute('data-incident')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`incident=${id}`))
})

test('a row that is scrolled away keeps the keyboard, and few rows are in the page', async ({ page, request }) => {
  const all = await incidents(request)
  await openList(page, '/?map=2/20/20')
  const first = page.locator('.row').first()
  await first.focus()
  await page.locator('.panel-body').evaluate((body) => { body.scrollTop = body.scrollHeight })
  await expect.poll(() => page.locator('.row').count()).toBeLessThan(all.length)
  await expect(first).toBeFocused()
})
