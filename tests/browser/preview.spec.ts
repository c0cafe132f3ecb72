/** The preview image as whoever gets a link sees it. */
import { expect, incidents, lonely, test } from './map-test'

test('a link has a picture of its own, and the open incident is on it', async ({ page, request }) => {
  const one = lonely(await incidents(request))
  const at = `incident=${one.id}`
  const all = await request.get('/preview.png')
  const single = await request.get(`/preview.png?${at}`)
  for (const response of [all, single]) {
    expect(response.status()).toBe(200)
    expect(response.headers()['content-type']).toBe('image/png')
    expect(response.headers()['content-security-policy']).toBeUndefined()
  }
  expect(Buffer.compare(await all.body(), await single.body())).not.toBe(0)
  // What somebody broke of a link is left out, as on the page.
  expect((await request.get('/preview.png?incident=%22%3E&map=9999/x')).status()).toBe(200)

  await page.goto('/')
  const size = await page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  }, `/preview.png?${at}&theme=dark&lang=uk`)
  expect(size).toEqual([1200, 630])
})

test('a picture of the map has the size asked for, or a reason why not', async ({ request }) => {
  const response = await request.get('/preview.png?size=390x700&scale=2')
  const body = await response.body()
  expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([780, 1400])
  const refused = await request.get('/preview.png?size=1x1')
  expect(refused.status()).toBe(400)
  expect(((await refused.json()) as { detail: string }).detail).toContain('1x1')
})
