/** The test every browser test here uses: it fails when the page logs an error, breaks its policy or asks another origin for anything. */
import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test'
import type { IncidentCollection, IncidentFeature } from '../../lib/feature'

export const test = base.extend<{ clean: void }>({
  clean: [async ({ page, baseURL }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
    page.on('console', (message) => {
      // A test that makes the server fail on purpose sees Chromium's own note of it.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(`console: ${message.text()}`)
    })
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== new URL(baseURL!).origin) faults.push(`left the origin: ${request.url()}`)
    })
    await use()
    expect(faults).toEqual([])
  }, { auto: true }],
})

export { expect }

export async function incidents(request: APIRequestContext, query = ''): Promise<IncidentFeature[]> {
  const response = await request.get(`/api/incidents${query}`)
  expect(response.ok()).toBe(true)
  return ((await response.json()) as IncidentCollection).features
}

type Placed = IncidentFeature & { geometry: NonNullable<IncidentFeature['geometry']> }
export const placed = (features: IncidentFeature[]): Placed[] => features.filter((f): f is Placed => f.geometry !== null)

/** A town's incident with no other within about 200 km: at zoom 8 its marker stands alone. */
export function lonely(features: IncidentFeature[]): Placed {
  const all = placed(features)
  const found = all.find((one) => (one.properties.level === 'town' || one.properties.level === 'site') && all.every((other) => other === one || Math.hypot(other.geometry.coordinates[0] - one.geometry.coordinates[0], other.geometry.coordinates[1] - one.geometry.coordinates[1]) > 2))
  if (!found) throw new Error('no incident stands alone')
  return found
}

export function mapAt(feature: Placed, zoom: number): string {
  const [lon, lat] = feature.geometry.coordinates
  return `map=${zoom}/${lat.toFixed(4)}/${lon.toFixed(4)}`
}

/** Opens a view and waits until the incidents are there. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('status').filter({ hasText: /incident/ }).first()).not.toHaveText('Loading incidents…')
  await expect(page.locator('.leaflet-container')).toBeVisible()
}

export const summary = (page: Page) => page.locator('.summary')
export const panel = (page: Page) => page.getByRole('complementary', { name: 'Filters and list' })
export const dialog = (page: Page) => page.getByRole('dialog')

/** Waits until the keyboard is in the popup. */
export async function focusIsInside(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => Boolean(document.activeElement?.closest('[role=dialog]')))).toBe(true)
}
