import { dialog, expect, focusIsInside, incidents, lonely, mapAt, open, panel, placed, summary, test } from './map-test'

test('the map shows every placed incident, alone or in a counted cluster', async ({ page, request }) => {
  const all = await incidents(request)
  expect(all.length).toBeGreaterThan(10)
  await open(page, '/?map=2/20/20')
  await expect(summary(page)).toHaveText(`${all.length} incidents`)
  await expect.poll(async () => {
    const counts = await page.locator('.marker .cluster-count').allTextContents()
    return counts.reduce((sum, text) => sum + Number(text), 0) + (await page.locator('.marker:not(.cluster)').count())
  }).toBe(placed(all).length)
})

test('incidents without a place are listed as unplaced and stand nowhere on the map', async ({ page, request }) => {
  const all = await incidents(request)
  const unplaced = all.length - placed(all).length
  await open(page, '/')
  const section = panel(page).getByRole('region', { name: 'Unplaced' })
  if (unplaced === 0) await expect(section).toHaveCount(0)
  else await expect(section.locator('.list-count')).toHaveText(String(unplaced))
})

test('a marker opens its popup by mouse: type, place, date, quote and who says so', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await open(page, `/?${mapAt(one, 8)}`)
  await page.locator(`.marker[data-incident="${one.id}"]`).click()
  await expect(dialog(page)).toBeVisible()
  await expect(dialog(page).getByRole('heading', { name: one.properties.place! })).toBeVisible()
  await expect(dialog(page).locator('blockquote').first()).toHaveText(one.properties.quote)
  await expect(dialog(page).locator('.kicker')).toContainText(new RegExp(one.properties.type, 'i'))
  await expect(dialog(page).locator('.source-meta')).toContainText(one.properties.article.publisher ?? one.properties.article.title!)
  await dialog(page).getByRole('button', { name: 'Close', exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
})

test('a marker opens by Enter, Escape closes it and the keyboard is back on the marker', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await open(page, `/?${mapAt(one, 8)}`)
  const marker = page.locator(`.marker[data-incident="${one.id}"]`)
  await expect(marker).toBeVisible()
  await marker.focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  await focusIsInside(page)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(marker).toBeFocused()
})

test('incidents on one point open into a list, and each of the list opens', async ({ page, request }) => {
  const tamale = placed(await incidents(request)).filter((f) => f.properties.place === 'Tamale')
  expect(tamale.length).toBeGreaterThan(1)
  await open(page, `/?${mapAt(tamale[0]!, 12)}`)
  const cluster = page.getByRole('button', { name: new RegExp(`^${tamale.length} incidents`) })
  await cluster.focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('heading', { name: `${tamale.length} incidents here` })).toBeVisible()
  await expect(dialog(page).locator('.row')).toHaveCount(tamale.length)
  await focusIsInside(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(dialog(page).locator('.row').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page).locator('blockquote')).toBeVisible()
})

test('a cluster of different places comes apart when pressed', async ({ page }) => {
  await open(page, '/?map=2/20/20')
  await page.locator('.cluster').first().click()
  await expect.poll(() => Number(new URL(page.url()).searchParams.get('map')?.split('/')[0] ?? 0)).toBeGreaterThan(2)
})

test('a sea is drawn as an area, not as a bare point', async ({ page, request }) => {
  const sea = placed(await incidents(request)).find((f) => f.properties.level === 'sea')
  expect(sea).toBeDefined()
  await open(page, `/?${mapAt(sea!, 6)}`)
  await expect(page.locator('path.area').first()).toBeAttached()
})

test('the list opens an incident and brings the map to it', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await open(page, '/?map=6/-40/-120')
  await panel(page).locator(`.row[data-incident="${one.id}"]`).click()
  await expect(dialog(page).locator('blockquote').first()).toHaveText(one.properties.quote)
  await expect(page.locator(`.marker[data-incident="${one.id}"]`)).toBeVisible()
})

test('a row of the list and its marker light up together, whichever is pointed at', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await open(page, `/?${mapAt(one, 8)}`)
  const [row, marker] = [panel(page).locator(`.row[data-incident="${one.id}"]`), page.locator(`.marker[data-incident="${one.id}"]`)]
  await expect(marker).toBeVisible()
  await row.hover()
  await expect(marker).toHaveClass(/is-lit/)
  await page.getByRole('searchbox').hover()
  await expect(marker).not.toHaveClass(/is-lit/)
  await marker.focus()
  await expect(row).toHaveClass(/is-lit/)
})

test('when the incidents cannot be loaded the page says so and tries again', async ({ page }) => {
  await page.route('**/api/map', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' }))
  await page.goto('/')
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible()
  await page.unroute('**/api/map')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(summary(page)).toHaveText(/\d+ incidents/)
})

test('the data of the map is attributed in sight', async ({ page }) => {
  await open(page, '/')
  await expect(page.locator('.leaflet-control-attribution')).toContainText(/Natural Earth.*GeoNames.*CC BY 4\.0/)
})
