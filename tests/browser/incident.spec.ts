import type { Page } from '@playwright/test'
import { dialog, expect, incidents, open, test } from './map-test'

const whole = (page: Page) => page.locator('.incident-panel')

test('the popup is brief and opens the panel, which a phone shows at once: every report, who says which count, how sure', async ({ page, request, isMobile }) => {
  const [blast] = (await incidents(request)).filter((f) => f.properties.place === 'Windhoek')
  await open(page, `/?incident=${blast!.id}`)
  if (!isMobile) {
    await expect(dialog(page).getByText('9–12 killed')).toBeVisible()
    await expect(dialog(page).locator('blockquote')).toHaveCount(1)
    await dialog(page).getByRole('button', { name: 'All about it' }).click()
    await expect(page).toHaveURL(/panel=open/)
    await expect(dialog(page)).toHaveCount(0)
  }
  await expect(whole(page).getByText('9–12 killed')).toBeVisible()
  await expect(whole(page).locator('blockquote')).toHaveText(blast!.properties.reports.map(({ quote }) => quote))
  await expect(whole(page).locator('.toll-table tbody th')).toHaveText(['First Wire', '<b>Second</b> Wire'])
  await expect(whole(page).locator('.toll-count')).toHaveText(['at least 9', '12'])
  await expect(whole(page).getByRole('link', { name: /^Open in article/ }).first()).toHaveAttribute('href', new RegExp(`/article/.+#incident-${blast!.id}`))
})

test('steps in time and by distance, by button and by key; the way outwards leads back', async ({ page, request }) => {
  const [blast] = (await incidents(request)).filter((f) => f.properties.place === 'Windhoek')
  await open(page, `/?incident=${blast!.id}&panel=open`)
  const start = page.url()
  await whole(page).locator('[data-step="farther"]').click()
  await expect(page).not.toHaveURL(new RegExp(blast!.id))
  const second = new URL(page.url()).searchParams.get('incident')!
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page).not.toHaveURL(new RegExp(second))
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page).toHaveURL(new RegExp(second))
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page).toHaveURL(new RegExp(new URL(start).searchParams.get('incident')!))
  await page.keyboard.press('ArrowLeft')
  await expect(page).not.toHaveURL(new RegExp(blast!.id))
})

test('when the reports cannot be fetched the panel says so and tries again', async ({ page, request }) => {
  const [blast] = (await incidents(request)).filter((f) => f.properties.place === 'Windhoek')
  await page.route('**/api/incidents?ids=*', (route) => route.fulfill({ status: 503, body: '{}' }))
  await open(page, `/?incident=${blast!.id}&panel=open`)
  await expect(whole(page).getByRole('alert')).toBeVisible()
  await page.unroute('**/api/incidents?ids=*')
  await whole(page).getByRole('button', { name: 'Try again' }).click()
  await expect(whole(page).locator('blockquote').first()).toBeVisible()
})
