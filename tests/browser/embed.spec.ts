/** A frame in a page of another origin, as it is met in the world. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test as base, type FrameLocator, type Page } from '@playwright/test'
import { incidents, lonely, mapAt } from './map-test'

const test = base.extend<{ host: { embed(query: string, width: number, height: number): Promise<FrameLocator> } }>({
  host: async ({ page, baseURL }, provide) => {
    let body = ''
    const server: Server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Elsewhere</title><body style="margin:0">${body}`))
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
    const { port } = server.address() as AddressInfo
    await provide({
      async embed(query, width, height) {
        body = `<iframe src="${baseURL}${query}" width="${width}" height="${height}" style="border:0"></iframe>`
        // "localhost" is another site than 127.0.0.1, so no cookie of the map's comes along.
        await page.goto(`http://localhost:${port}/`)
        return page.frameLocator('iframe')
      },
    })
    server.close()
  },
})

async function faultsOf(page: Page, work: () => Promise<void>): Promise<string[]> {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  await work()
  return faults
}

test('shows the same incidents as the page, at 320 px, without bar or sideways scrolling', async ({ page, host, request }) => {
  const one = lonely(await incidents(request))
  const faults = await faultsOf(page, async () => {
    const frame = await host.embed(`/embed?type=${one.properties.type}&${mapAt(one, 8)}`, 320, 240)
    await expect(frame.locator(`.marker[data-incident="${one.id}"]`)).toBeVisible()
    await expect(frame.getByRole('banner')).toHaveCount(0)
    await expect(frame.locator('.leaflet-control-attribution')).toBeInViewport()
    await expect(frame.locator('.leaflet-control-attribution')).toContainText('GeoNames')
    expect(await frame.locator('html').evaluate((html) => [html.scrollWidth, html.scrollHeight])).toEqual([320, 240])
  })
  expect(faults).toEqual([])
})

test('leads to the whole map with everything it shows, in a tab of its own', async ({ host, request, context }) => {
  const one = lonely(await incidents(request))
  const frame = await host.embed(`/embed?type=${one.properties.type}&${mapAt(one, 8)}&legend=0`, 400, 320)
  const link = frame.getByRole('link', { name: /Open in Dateline/ })
  await expect(link).toHaveAttribute('rel', /noopener/)
  const opened = context.waitForEvent('page')
  await link.click()
  const url = new URL((await opened).url())
  expect(url.pathname).toBe('/')
  expect(url.searchParams.get('type')).toBe(one.properties.type)
  expect(url.searchParams.get('map')).toMatch(/^8\//)
  expect(url.searchParams.has('legend')).toBe(false)
})

test('an incident opens inside the frame and closes again, its attribution still in sight', async ({ host, request }) => {
  const one = lonely(await incidents(request))
  const frame = await host.embed(`/embed?${mapAt(one, 8)}&legend=0&timeline=0`, 320, 400)
  await frame.locator(`.marker[data-incident="${one.id}"]`).click()
  const card = frame.getByRole('dialog')
  await expect(card.locator('blockquote').first()).toHaveText(one.properties.quote)
  const { top, bottom } = await card.evaluate((element) => element.getBoundingClientRect())
  expect(top).toBeGreaterThanOrEqual(0)
  expect(bottom).toBeLessThanOrEqual(400)
  await expect(frame.locator('.leaflet-control-attribution')).toBeInViewport()
  await card.getByRole('button', { name: 'Close' }).click()
  await expect(card).toHaveCount(0)
})

test('list, colours and language are as its address says', async ({ host }) => {
  const frame = await host.embed('/embed?theme=dark&lang=ar&list=1', 1000, 500)
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(frame.locator('.panel')).toBeVisible()
  const plain = await host.embed('/embed?theme=pink&list=2&lang=%00', 1000, 500)
  await expect(plain.locator('.leaflet-container')).toBeVisible()
  await expect(plain.locator('html')).not.toHaveAttribute('data-theme')
  await expect(plain.locator('.panel')).toHaveCount(0)
})

test('a frame’s colours are not taken for the reader’s own wish', async ({ page, host, baseURL }) => {
  const frame = await host.embed('/embed?theme=dark', 600, 400)
  await expect(frame.locator('.leaflet-container')).toBeVisible()
  await page.goto(`${baseURL}/embed?theme=dark`)
  await expect(page.locator('.leaflet-container')).toBeVisible()
  await page.goto(`${baseURL}/`)
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

test('no other page can be put into a frame', async ({ page, host, request, baseURL }) => {
  for (const path of ['/', '/article/none', '/embedded']) expect((await request.get(`${baseURL}${path}`)).headers()['content-security-policy'], path).toContain("frame-ancestors 'self'")
  expect((await request.get(`${baseURL}/embed`)).headers()['content-security-policy']).toContain('frame-ancestors *')
  const frame = await host.embed('/', 600, 400)
  await page.waitForTimeout(500)
  await expect(frame.locator('.app')).toHaveCount(0)
})
