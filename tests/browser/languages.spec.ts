import type { Page } from '@playwright/test'
import { expect, incidents, test } from './map-test'

/** Waits for the map in whatever language it is. */
async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator('.leaflet-container')).toBeVisible()
  await expect(page.locator('.marker').first()).toBeVisible()
}

async function choose(page: Page, name: string): Promise<void> {
  await page.locator('.languages > button').click()
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.locator('.marker').first()).toBeVisible()
}

const types = (page: Page) => page.locator('.type-toggle[data-type="strike"] .type-name')

test('switching to Ukrainian changes the words, and the choice and the view stay', async ({ page }) => {
  await opened(page, '/?type=strike,meeting&map=4/47.0/34.0')
  await expect(types(page)).toHaveText('Strike')
  await choose(page, 'Українська')
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
  await expect(types(page)).toHaveText('Удар')
  await expect(page).toHaveURL(/type=strike,meeting&map=4\/47/)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
  await expect(page.getByRole('heading', { name: 'Що сталося' })).toBeVisible()
  await choose(page, 'English')
  await expect(types(page)).toHaveText('Strike')
})

test('the menu opens and closes by keyboard and names the language it is in', async ({ page }) => {
  await opened(page, '/')
  const button = page.getByRole('button', { name: 'Language: English' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(page.locator('.language-menu [aria-current]')).toHaveText('English')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(page.locator('.language-menu')).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('a link’s language comes before the chosen one, and an unknown one does not count', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'lang', value: 'uk', url: baseURL! }])
  await page.goto('/?lang=ar')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await choose(page, 'English')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).not.toHaveURL(/lang=/)
  await context.addCookies([{ name: 'lang', value: 'uk', url: baseURL! }])
  await page.goto('/?lang=tlh')
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
})

test('Arabic runs from right to left: the panel on the right, the map’s controls on the left', async ({ page }) => {
  await opened(page, '/?lang=ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const panel = (await page.locator('.panel').boundingBox())!
  const stage = (await page.locator('.stage').boundingBox())!
  expect(panel.x).toBeGreaterThanOrEqual(stage.x + stage.width - 1)
  const zoom = (await page.locator('.leaflet-control-zoom').boundingBox())!
  expect(zoom.x).toBeLessThan(stage.x + stage.width / 4)
  const legend = (await page.locator('.legend').boundingBox())!
  expect(legend.x + legend.width).toBeGreaterThan(stage.x + stage.width * 0.9)
})

test('an article and a lost page speak the language too', async ({ page, request }) => {
  const [one] = await incidents(request)
  await page.goto(`/article/${one!.properties.article.id}?lang=uk`)
  await expect(page.getByRole('link', { name: 'Мапа', exact: true })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Події в цій статті' })).toBeVisible()
  await page.goto('/article/nothing?lang=ar')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('لا شيء في هذا العنوان')
})

for (const lang of ['en', 'uk', 'ar']) {
  test(`nothing overflows in ${lang}, neither the page nor the filters`, async ({ page, request }) => {
    const [one] = await incidents(request)
    for (const [width, height] of [[390, 844], [1440, 900]] as const) {
      await page.setViewportSize({ width, height })
      for (const path of ['/', `/article/${one!.properties.article.id}`]) {
        await page.goto(`${path}?lang=${lang}`)
        await expect(page.locator('.wordmark')).toBeVisible()
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      }
      await opened(page, `/?lang=${lang}`)
      if (width < 760) await page.locator('.filter-switch').click()
      await expect(page.locator('.filters')).toBeVisible()
      const outside = await page.locator('.filters').evaluate((filters) => {
        const { left, right } = filters.getBoundingClientRect()
        return [...filters.querySelectorAll('button, input, h2')].filter((element) => element.getBoundingClientRect().left < left - 0.5 || element.getBoundingClientRect().right > right + 0.5).map((element) => element.textContent)
      })
      expect(outside).toEqual([])
    }
  })
}
