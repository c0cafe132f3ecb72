import { findings } from './axe'
import { expect, incidents, lonely, mapAt, open, test } from './map-test'

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
