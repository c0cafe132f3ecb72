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
  await expect(card.getByRole('heading')).toBeInViewport()
  await expect(page.locator('.leaflet-popup')).toHaveCount(0)
  await card.getByRole('button', { name: 'Close', exact: true }).tap()
  await expect(page.locator('.row').first()).toBeVisible()
})

test('filters work from the sheet', async ({ page }) => {
  await open(page, '/')
  await page.getByRole('button', { name: 'Filters' }).tap()
  await page.locator('.type-toggle[data-type="strike"]').tap()
  await expect(summary(page)).toHaveText(/^\d+ of \d+ incidents$/)
})

test('everything one presses is thumb-sized', async ({ page }) => {
  await open(page, '/')
  await page.getByRole('button', { name: 'Filters' }).tap()
  const small = await page.locator('button:visible, input:visible').evaluateAll((all) => all
    .filter((el) => !el.matches('.marker, .sheet-handle'))
    .map((el) => ({ name: el.getAttribute('aria-label') ?? el.textContent, height: el.getBoundingClientRect().height }))
    .filter(({ height }) => height < 43.5))
  expect(small).toEqual([])
})

test('the page never scrolls sideways', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  for (const path of ['/', `/article/${one.properties.article.id}`]) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
})
