import { expect, incidents, test } from './map-test'

test.use({ javaScriptEnabled: false })

test('the list holds exactly what the link’s filters let through, newest first, with its article', async ({ page, request }) => {
  const all = await incidents(request, '?type=strike')
  await page.goto('/?type=strike')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${all.length} incidents`)
  const rows = page.locator('.plain-list ol article')
  await expect(rows).toHaveCount(Math.min(60, all.length))
  const ids = await rows.evaluateAll((found) => found.map((one) => one.id))
  const shown = ids.map((id) => all.find((one) => one.id === id)!.properties)
  expect([...ids].sort()).toEqual(all.map(({ id }) => id).sort())
  const days = shown.map(({ to }) => to ?? '')
  expect(days).toEqual([...days].sort().reverse())
  await expect(rows.first().locator('blockquote')).toHaveText(shown[0]!.quote)
  await expect(page.locator('.app')).toBeHidden()
  await rows.first().getByRole('link', { name: shown[0]!.article.title! }).click()
  await expect(page).toHaveURL(/\/article\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown[0]!.article.title!)
})

test('pages lead on and back, and no incident is on two of them', async ({ page, request }) => {
  const all = await incidents(request)
  test.skip(all.length <= 60, 'needs more than one page')
  await page.goto('/')
  const ids = () => page.locator('.plain-list ol article').evaluateAll((found) => found.map((one) => one.id))
  const first = await ids()
  expect(first).toHaveLength(60)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/page=2/)
  const second = await ids()
  expect(second.filter((id) => first.includes(id))).toEqual([])
  await page.getByRole('link', { name: 'Previous page' }).click()
  expect(await ids()).toEqual(first)
  // A page there is none of is the last, a broken one the first.
  await page.goto('/?page=9999')
  expect((await ids()).length).toBeGreaterThan(0)
  await page.goto('/?page=-1')
  expect(await ids()).toEqual(first)
})

test('types and a search narrow it by ordinary links and a form, and keep the language asked for', async ({ page, request }) => {
  await page.goto('/?lang=uk')
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
  await page.locator('.plain-links').first().getByRole('link', { name: /^Зустріч/ }).click()
  await expect(page).toHaveURL(/type=meeting.*lang=uk/)
  await page.getByRole('searchbox').fill('Kyiv')
  await page.getByRole('button').click()
  const found = await incidents(request, '?type=meeting&q=Kyiv')
  await expect(page.locator('.plain-list ol article')).toHaveCount(found.length)
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
})

test('an open incident stands first, with all its reports', async ({ page, request }) => {
  const one = (await incidents(request)).find(({ properties }) => properties.reports.length > 1)!
  await page.goto(`/?type=${one.properties.type}&incident=${one.id}`)
  const open = page.locator('.plain-list > article')
  await expect(open.locator('blockquote')).toHaveCount(one.properties.reports.length)
  await expect(open).toContainText(one.properties.quote)
  await page.goto('/?incident=gone00')
  await expect(page.locator('.plain-list')).toContainText('not on the map any more')
})

test('hostile articles, searches and languages stay text', async ({ page }) => {
  const search = '"><script>alert(1)</script>'
  await page.goto(`/?q=${encodeURIComponent(search)}`)
  await expect(page.getByRole('searchbox')).toHaveValue(search)
  await expect(page.locator('.plain-list ol article')).not.toHaveCount(0)
  await expect(page.locator('.plain-list').locator('img, iframe, script, svg')).toHaveCount(0)
  await page.goto('/?q=zzqxzzqx')
  await expect(page.locator('.plain-list')).toContainText('No incidents match')
  for (const lang of ['%00', '%0D%0ASet-Cookie:a=b', 'constructor', 'x'.repeat(3000)]) {
    expect((await page.goto(`/?lang=${lang}`))?.status(), lang).toBe(200)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  }
})

test('the head says what the view is', async ({ page, request, baseURL }) => {
  const count = (await incidents(request, '?type=strike')).length
  await page.goto('/?utm_source=x&type=strike,stirke&from=2025-02-30&map=5/48/31')
  await expect(page).toHaveTitle(/Strikes.*Dateline/)
  const meta = (name: string) => page.locator(`head meta[property="${name}"], head meta[name="${name}"]`)
  await expect(meta('og:url')).toHaveAttribute('content', `${baseURL}/?type=strike&map=5/48.00/31.00`)
  await expect(page.locator('head link[rel=canonical]')).toHaveAttribute('href', `${baseURL}/?type=strike&map=5/48.00/31.00`)
  await expect(meta('description')).toHaveAttribute('content', new RegExp(`${count} incidents`))
  await expect(meta('twitter:card')).toHaveAttribute('content', 'summary_large_image')
  const image = (await meta('og:image').getAttribute('content'))!
  expect(image).toContain(`${baseURL}/preview.png?type=strike&map=5/48.00/31.00`)
  const picture = await request.get(image)
  expect(picture.headers()['content-type']).toBe('image/png')
  const embed = await request.get((await page.locator('head link[type="application/json+oembed"]').getAttribute('href'))!)
  expect(((await embed.json()) as { html: string }).html).toContain(`src="${baseURL}/embed?type=strike&amp;map=5/48.00/31.00"`)
})
