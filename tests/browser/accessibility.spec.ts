import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, incidents, lonely, mapAt, open, test } from './map-test'

async function findings(page: Page, except?: string) {
  const builder = new AxeBuilder({ page })
  if (except) builder.exclude(except)
  const { violations } = await builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((n) => `${n.target.join(' ')} — ${n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? ''}`).join(' | ')}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the map and its panel', async ({ page, isMobile }) => {
      await open(page, '/')
      await expect(page.locator('.marker').first()).toBeVisible()
      expect(await findings(page)).toEqual([])
      if (!isMobile) return
      await page.getByRole('button', { name: 'Filters' }).click()
      await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
      // The sheet's edge may lie over a marker, which the map can be moved away from under it.
      expect(await findings(page, '.leaflet-marker-pane')).toEqual([])
    })

    test('an open incident', async ({ page, request }) => {
      const one = lonely(await incidents(request))
      await open(page, `/?${mapAt(one, 6)}&type=${one.properties.type}&incident=${one.id}`)
      await expect(page.locator('.card blockquote').first()).toBeVisible()
      expect(await findings(page)).toEqual([])
    })

    test('the list of a stack', async ({ page, request }) => {
      const tamale = (await incidents(request)).find((f) => f.properties.place === 'Tamale')!
      await open(page, `/?${mapAt(tamale as never, 12)}`)
      await page.locator('.cluster').first().click()
      await expect(page.locator('.card.stack')).toBeVisible()
      expect(await findings(page)).toEqual([])
    })

    test('nothing found, and a link with broken parts', async ({ page }) => {
      await open(page, '/?q=zzzzqq&from=2025-02-30')
      expect(await findings(page)).toEqual([])
    })

    test('an article', async ({ page, request }) => {
      const one = lonely(await incidents(request))
      await page.goto(`/article/${one.properties.article.id}`)
      expect(await findings(page)).toEqual([])
    })
  })
}
