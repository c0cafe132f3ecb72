import type { Page } from '@playwright/test'
import { expect, incidents, lonely, mapAt, open, summary, test } from './map-test'

const legend = (page: Page) => page.getByRole('region', { name: 'Legend' })
const row = (page: Page, name: RegExp) => page.locator('.legend-row').and(page.getByRole('button', { name }))
const unfold = (page: Page) => legend(page).getByRole('button', { name: 'Legend' }).click()

test('it is folded away until it is asked for, and folds away again', async ({ page }) => {
  await open(page, '/')
  const button = legend(page).getByRole('button', { name: 'Legend' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(page.locator('.legend-row')).toHaveCount(0)
  await button.click()
  await expect(page.locator('.legend-row')).toHaveCount(8)
  await button.click()
  await expect(page.locator('.legend-row')).toHaveCount(0)
})

test('each status and each precision has the map’s own drawing and the count that the API finds', async ({ page, request }) => {
  const all = await incidents(request)
  await open(page, '/')
  await unfold(page)
  for (const status of ['happened', 'claimed', 'planned', 'denied'] as const) {
    const one = row(page, new RegExp(`^${status}`, 'i'))
    await expect(one.locator(`.symbol.is-${status}`)).toBeVisible()
    await expect(one.locator('.legend-count')).toHaveText(String(all.filter((f) => f.properties.status === status).length))
  }
  const levels = { Point: ['site', 'town'], Region: ['district', 'region'], Wider: ['country', 'sea', 'area'] }
  for (const [name, within] of Object.entries(levels)) {
    const found = all.filter((f) => f.geometry && within.includes(f.properties.level!)).length
    await expect(row(page, new RegExp(`^${name}`)).locator('.legend-count')).toHaveText(String(found))
  }
  await expect(row(page, /^None/).locator('.legend-count')).toHaveText(String(all.filter((f) => !f.geometry).length))
})

test('a row filters map and list, is pressed while it does, and "show all" brings the rest back', async ({ page }) => {
  await open(page, '/')
  await unfold(page)
  const planned = row(page, /^Planned/)
  const count = await planned.locator('.legend-count').textContent()
  await planned.click()
  await expect(planned).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/status=planned/)
  await expect(summary(page)).toHaveText(new RegExp(`^${count} of`))
  await expect(page.locator('.quarter-chip[data-status="planned"]')).toHaveAttribute('aria-pressed', 'true')
  await row(page, /^Region/).click()
  await expect(page).toHaveURL(/precision=region/)
  await legend(page).getByRole('button', { name: 'Show all' }).click()
  await expect(page).not.toHaveURL(/status=|precision=/)
  await expect(planned).toHaveAttribute('aria-pressed', 'false')
})

test('by keyboard', async ({ page }) => {
  await open(page, '/')
  await legend(page).getByRole('button', { name: 'Legend' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(row(page, /^Happened/)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/status=happened/)
})

test('on a phone it is a dialog of thumb-sized rows, and closing it leaves the open incident', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const one = lonely(await incidents(request))
  await open(page, `/?${mapAt(one, 6)}&incident=${one.id}`)
  await expect(page.locator('.card blockquote').first()).toBeVisible()
  await page.locator('.sheet-handle').press('Enter')
  await page.locator('.sheet-handle').press('Enter')
  await unfold(page)
  const dialog = page.getByRole('dialog', { name: 'Legend' })
  await expect(dialog).toBeVisible()
  for (const box of await dialog.locator('.legend-row').all()) expect((await box.boundingBox())!.height).toBeGreaterThanOrEqual(43.5)
  expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
  await dialog.getByRole('button', { name: /^Claimed/ }).click()
  await expect(page).toHaveURL(/status=claimed/)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`status=claimed.*incident=${one.id}`))
})
