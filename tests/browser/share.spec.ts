import type { Page } from '@playwright/test'
import { expect, incidents, lonely, open, test } from './map-test'

const share = (page: Page) => page.getByRole('dialog', { name: 'Share this view' })
async function openShare(page: Page, path: string) {
  await open(page, path)
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(share(page)).toBeVisible()
}
const link = (page: Page) => share(page).getByLabel('Link', { exact: true }).and(page.locator('input'))
const code = (page: Page) => share(page).getByLabel('Code to paste')

test('the dialog shows the link of exactly this view and copies it', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL! })
  await openShare(page, '/?type=strike&from=2025-01-01&map=5/48.00/31.00')
  await expect(link(page)).toHaveValue(`${baseURL}/?type=strike&from=2025-01-01&map=5/48.00/31.00`)
  await share(page).getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(share(page).getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/?type=strike&from=2025-01-01&map=5/48.00/31.00`)
})

test('where the clipboard is refused the link is left selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
    document.execCommand = () => false
  })
  await openShare(page, '/')
  await share(page).getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(share(page).getByRole('button', { name: /Selected/ })).toBeVisible()
  expect(await link(page).evaluate((field: HTMLInputElement) => field.selectionEnd! - field.selectionStart! === field.value.length)).toBe(true)
})

test('the keyboard stays inside, Escape closes it and nothing else, and focus goes back', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  await open(page, `/?incident=${one.id}`)
  const button = page.getByRole('button', { name: 'Share' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(share(page)).toBeVisible()
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab')
    // Between the last and the first the browser's own bar has its turn, where nothing of the page has the focus.
    expect(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement?.closest('dialog.share')))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(share(page)).toHaveCount(0)
  await expect(button).toBeFocused()
  await expect(page).toHaveURL(new RegExp(`incident=${one.id}`))
  await button.press('Enter')
  await expect(share(page)).toBeVisible()
  await share(page).getByRole('button', { name: 'Close' }).click()
  await expect(button).toBeFocused()
})

test('the QR code is a drawing with a name and a file to keep', async ({ page }) => {
  await openShare(page, '/?type=strike')
  await expect(share(page).getByRole('img', { name: 'QR code of the link to this view' })).toBeVisible()
  const download = page.waitForEvent('download')
  await share(page).getByRole('link', { name: 'Save QR code' }).click()
  expect((await download).suggestedFilename()).toBe('dateline-qr.svg')
})

test('the picture others see is of this view, named by its words, and can be kept at the map’s size', async ({ page, request }) => {
  await openShare(page, '/?type=strike')
  const image = share(page).getByRole('img', { name: /^Map preview: Strikes/ })
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1200)
  const href = (await share(page).getByRole('link', { name: 'Save as picture' }).getAttribute('href'))!
  const stage = (await page.locator('.leaflet-container').boundingBox())!
  expect(href).toContain(`size=${Math.round(stage.width)}x${Math.round(stage.height)}&scale=2`)
  expect((await request.get(href)).headers()['content-type']).toBe('image/png')
  const data = (await share(page).getByRole('link', { name: /GeoJSON/ }).getAttribute('href'))!
  expect(data).toBe('/api/incidents?type=strike')
})

test('the embed code follows its options and its frame shows the view', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL! })
  await openShare(page, '/?type=strike&map=5/48.00/31.00')
  await expect(code(page)).toHaveValue(/src="[^"]*\/embed\?type=strike&amp;map=5\/48\.00\/31\.00" title="Strikes[^"]*" width="100%" height="480"/)
  await share(page).getByLabel('Timeline').uncheck()
  await share(page).getByLabel('List').check()
  await share(page).getByLabel('Width').selectOption('400')
  await share(page).getByLabel('Height').selectOption('640')
  await share(page).getByLabel('Colours').selectOption('dark')
  await share(page).getByLabel('Language').selectOption('uk')
  await expect(code(page)).toHaveValue(/timeline=0&amp;list=1&amp;theme=dark&amp;lang=uk" title="[^"]*" width="400" height="640"/)
  await share(page).getByRole('button', { name: 'Copy code' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page).inputValue())
})

test('the system’s own sharing is offered where there is one', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, { share: (data: ShareData) => { Object.assign(window, { sent: data }); return Promise.reject(new DOMException('closed', 'AbortError')) } })
  })
  await openShare(page, '/?type=strike')
  await expect(share(page).getByRole('img', { name: /^Map preview: Strikes/ })).toBeVisible()
  await share(page).getByRole('button', { name: 'Send…' }).click()
  const sent = await page.evaluate(() => (window as unknown as { sent: { title: string; url: string } }).sent)
  expect(sent.title).toMatch(/^Strikes/)
  expect(sent.url).toContain('type=strike')
})

test('a print has the view’s title, picture, link and every incident in view with its quotation', async ({ page, request }, { project }) => {
  test.skip(project.name === 'phone', 'paper is the same')
  const strikes = await incidents(request, '?type=strike')
  await page.addInitScript(() => { window.print = () => { document.body.dataset.printed = 'yes' } })
  await openShare(page, '/?type=strike&map=2/30/30')
  await share(page).getByRole('button', { name: 'Print' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const sheet = page.locator('.print-sheet')
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText(/^Strikes/)
  await expect(sheet.locator('li blockquote')).toHaveCount(strikes.length)
  await expect(sheet).toContainText(strikes[0]!.properties.quote)
  await expect(sheet.locator('.print-link')).toContainText('type=strike')
  expect(await sheet.locator('> img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(1000)
  await expect(page.locator('.app')).toBeHidden()
  await expect(share(page)).toHaveCount(0)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
})

test('on a phone the dialog fills the screen and what one presses is thumb-sized', async ({ page }, { project }) => {
  test.skip(project.name !== 'phone')
  await openShare(page, '/')
  const box = (await share(page).boundingBox())!
  const screen = page.viewportSize()!
  expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, screen.width, screen.height])
  for (const one of await share(page).locator('button, a, select, .embed-parts label').all()) {
    const { height } = (await one.boundingBox())!
    expect(height, (await one.textContent()) ?? '').toBeGreaterThanOrEqual(44)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen.width)
})
