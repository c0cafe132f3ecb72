import { dialog, expect, incidents, lonely, mapAt, open, panel, summary, test } from './map-test'

test('a shared link restores filters, map position and the open incident', async ({ page, request, browser, baseURL }) => {
  const one = lonely(await incidents(request))
  await open(page, `/?${mapAt(one, 7)}`)
  await panel(page).locator(`.type-toggle[data-type="${one.properties.type}"]`).click()
  await page.locator(`.marker[data-incident="${one.id}"]`).click()
  await expect(dialog(page)).toBeVisible()
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
  await expect(page).toHaveURL(/map=8\//)
  const link = page.url()
  const before = { summary: await summary(page).textContent(), markers: await page.locator('.marker').evaluateAll((all) => all.map((m) => m.getAttribute('aria-label')).sort()) }

  const other = await browser.newContext({ baseURL: baseURL!, viewport: { width: 1440, height: 900 } })
  const there = await other.newPage()
  await there.goto(link)
  await expect(dialog(there).locator('blockquote').first()).toHaveText(one.properties.quote)
  await expect(summary(there)).toHaveText(before.summary!)
  await expect.poll(() => there.locator('.marker').evaluateAll((all) => all.map((m) => m.getAttribute('aria-label')).sort())).toEqual(before.markers)
  expect(new URL(there.url()).search).toBe(new URL(link).search)
  await other.close()
})

test('back closes an opened incident, forward opens it again', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await open(page, `/?${mapAt(one, 7)}`)
  await page.locator(`.marker[data-incident="${one.id}"]`).click()
  await expect(page).toHaveURL(new RegExp(`incident=${one.id}`))
  await page.goBack()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/incident=/)
  await page.goForward()
  await expect(dialog(page)).toBeVisible()
})

test('filters and map moves replace the history entry', async ({ page }) => {
  await page.goto('/article/none')
  await open(page, '/')
  await panel(page).getByRole('button', { name: /^Strike/ }).click()
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
  await expect(page).toHaveURL(/type=strike&map=/)
  await page.goBack()
  await expect(page).toHaveURL(/article\/none/)
})

test('copy link puts the whole view on the clipboard and says so', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL! })
  await open(page, '/?type=strike')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/\?type=strike&map=\d/)
})

const broken = [
  '/?type=nonsense&from=2025-02-30&to=x&q=&map=99/1/2&incident=%3Cscript%3E',
  '/?map=NaN/NaN/NaN',
  '/?map=5/91/181&status=,,,',
  '/?from=2025-12-31&to=2025-01-01',
  `/?q=${'a'.repeat(3000)}`,
  '/?q=%00%ED%A0%80&type=strike&type=meeting',
  '/?incident=doesnotexist00',
  '/?constructor=1&__proto__=2&toString=3',
]
for (const path of broken) {
  test(`a broken link still gives the map: ${path.slice(0, 60)}`, async ({ page }) => {
    await open(page, path)
    await expect(summary(page)).toHaveText(/incident/)
  })
}

test('a link with one unknown type among good ones keeps the good ones and names the other', async ({ page }) => {
  await open(page, '/?type=strike,stirke,meeting')
  await expect(page.locator('.notice')).toContainText('type “stirke”')
  for (const name of [/^Strike/, /^Meeting/]) await expect(panel(page).getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true')
  await expect(panel(page).getByRole('button', { name: /^Protest/ })).toHaveAttribute('aria-pressed', 'false')
})

test('a map position in the link is exact; without one the map opens on what is shown, and stays there', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await open(page, '/?map=6/-40.000/-120.000')
  await page.waitForLoadState('networkidle')
  expect(new URL(page.url()).searchParams.get('map')).toBe('6/-40.000/-120.000')
  await expect(page.locator('.marker')).toHaveCount(0)

  await page.goto(`/?q=${encodeURIComponent(one.properties.place!)}`)
  const marker = page.locator('.marker').first()
  const before = await marker.boundingBox()
  await page.waitForLoadState('networkidle')
  expect(await marker.boundingBox()).toEqual(before)
  expect(new URL(page.url()).searchParams.has('map')).toBe(false)
})

test('what was left out of a broken link is told, and what works is kept', async ({ page }) => {
  await open(page, '/?type=strike&from=2025-02-30')
  await expect(page.locator('.notice')).toContainText('start date “2025-02-30”')
  await expect(panel(page).getByRole('button', { name: /^Strike/ })).toHaveAttribute('aria-pressed', 'true')
  await page.locator('.notice').getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.locator('.notice')).toHaveCount(0)
})
