import { dialog, expect, incidents, lonely, open, test } from './map-test'

test('the article page marks every quoted sentence, and each incident leads back to the map', async ({ page, request }) => {
  const all = await incidents(request)
  const one = lonely(all)
  const id = one.properties.article.id
  await page.goto(`/article/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(one.properties.article.title!)
  const marked = (await page.locator('mark').allTextContents()).join('')
  for (const report of all.flatMap((f) => f.properties.reports).filter((r) => r.article.id === id)) {
    for (const line of report.quote.split(/\n\s*\n/)) expect(marked).toContain(line.trim())
  }
  await page.locator(`a[href="/?incident=${one.id}"]`).click()
  await expect(dialog(page).locator('blockquote').first()).toHaveText(one.properties.quote)
})

test('an article full of markup stays text, in the panel and on its page', async ({ page, request }) => {
  const hostile = (await incidents(request)).find((f) => f.properties.article.title?.includes('Larisa'))
  expect(hostile).toBeDefined()
  await open(page, `/?incident=${hostile!.id}&panel=open`)
  await expect(page.getByRole('link', { name: /<script>/ }).first()).toBeVisible()
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0)
  await page.goto(`/article/${hostile!.properties.article.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<script>')
  await expect(page.locator('main img, main script')).toHaveCount(0)
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0)
  expect(await page.evaluate(() => document.body.dataset.owned ?? document.title)).not.toBe('yes')
  await expect(page).not.toHaveTitle('owned')
})

test('an article that is not there says what to do', async ({ page }) => {
  const response = await page.goto('/article/nosucharticle')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('link', { name: 'Go to the map' })).toBeVisible()
})
