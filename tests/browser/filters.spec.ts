import { expect, incidents, open, panel, summary, test } from './map-test'

/** What the panel counts must be what the API finds for the same query: two programs, one meaning. */
async function agrees(page: import('@playwright/test').Page, request: import('@playwright/test').APIRequestContext) {
  const { searchParams } = new URL(page.url())
  searchParams.delete('map')
  const found = (await incidents(request, `?${searchParams}`)).length
  const all = (await incidents(request)).length
  await expect(summary(page)).toHaveText(found ? `${found} of ${all} incidents` : 'No incidents match')
  return found
}

test('a type filter shows that type alone, more types add up, and all come back', async ({ page, request }) => {
  await open(page, '/')
  await panel(page).getByRole('button', { name: /^Strike/ }).click()
  await expect(page).toHaveURL(/type=strike/)
  const strikes = await agrees(page, request)
  expect(strikes).toBeGreaterThan(0)
  await panel(page).getByRole('button', { name: /^Meeting/ }).click()
  await expect(page).toHaveURL(/type=strike,meeting/)
  expect(await agrees(page, request)).toBeGreaterThan(strikes)
  await panel(page).getByRole('button', { name: 'Show all types' }).click()
  await expect(page).not.toHaveURL(/type=/)
})

test('the count beside each type is what choosing it shows', async ({ page }) => {
  await open(page, '/')
  const toggle = panel(page).locator('.type-toggle[data-type="meeting"]')
  const count = await toggle.locator('.type-count').textContent()
  await toggle.click()
  await expect(summary(page)).toHaveText(new RegExp(`^${count} of`))
})

test('a date range keeps what touches it', async ({ page, request }) => {
  await open(page, '/')
  await panel(page).getByLabel('From').fill('2025-04-01')
  await panel(page).getByLabel('To', { exact: true }).fill('2025-04-30')
  await expect(page).toHaveURL(/from=2025-04-01&to=2025-04-30/)
  expect(await agrees(page, request)).toBeGreaterThan(0)
  await panel(page).getByRole('button', { name: 'Any date' }).click()
  await expect(page).not.toHaveURL(/from=/)
})

test('a preset counts back from the newest incident, not from today', async ({ page, request }) => {
  await open(page, '/')
  await page.getByRole('group', { name: 'Dates' }).getByRole('button', { name: 'Last year' }).click()
  await expect(page).toHaveURL(/from=20\d\d-/)
  expect(await agrees(page, request)).toBeGreaterThan(0)
})

test('text search looks in quotes, titles and places, accents aside', async ({ page, request }) => {
  await open(page, '/')
  await page.getByRole('searchbox').fill('tamalé')
  await expect(page).toHaveURL(/q=/)
  expect(await agrees(page, request)).toBeGreaterThan(1)
  await page.getByRole('searchbox').fill('zzzz nothing says this')
  await expect(summary(page)).toHaveText('No incidents match')
  await expect(page.getByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page).not.toHaveURL(/q=/)
})

test('status filters', async ({ page, request }) => {
  await open(page, '/')
  await panel(page).getByRole('button', { name: 'Happened', exact: true }).click()
  await expect(page).toHaveURL(/status=happened/)
  expect(await agrees(page, request)).toBeGreaterThan(0)
  await panel(page).getByRole('button', { name: 'Planned', exact: true }).click()
  await expect(page).toHaveURL(/status=happened,planned/)
  await agrees(page, request)
})

test('the live region announces the number of results', async ({ page }) => {
  await open(page, '/')
  await expect(summary(page)).toHaveRole('status')
})
