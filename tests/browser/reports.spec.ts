import { dialog, expect, incidents, open, test } from './map-test'

test('one incident of two articles: one popup with the range of their counts, found by the link of either', async ({ page, request }) => {
  const [blast, ...more] = (await incidents(request)).filter((f) => f.properties.place === 'Windhoek')
  expect(more).toEqual([])
  expect(blast!.properties.report_count).toBe(2)
  // The id of the second report, as a link has it that was sent before the two became one.
  await open(page, `/?incident=${blast!.properties.reports[1]!.id}`)
  await expect(dialog(page).getByText('9–12 killed')).toBeVisible()
  await expect(dialog(page).getByText('40 injured')).toBeVisible()
  await expect(dialog(page).getByText(/First Wire.*2 reports/)).toBeVisible()
  await expect(page.locator('.notice')).toHaveCount(0)
})

test('in a low window the popup lies below the bar, its head and its foot in sight', async ({ page, request }) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  const [blast] = (await incidents(request)).filter((f) => f.properties.place === 'Windhoek')
  await open(page, `/?incident=${blast!.id}`)
  await expect(dialog(page).locator('blockquote')).toBeVisible()
  await expect(dialog(page).getByRole('heading')).toBeInViewport({ ratio: 1 })
  await expect(dialog(page).getByRole('button', { name: 'All about it' })).toBeInViewport({ ratio: 1 })
  const bar = (await page.locator('.bar').boundingBox())!
  await expect.poll(async () => (await dialog(page).boundingBox())!.y).toBeGreaterThan(bar.y + bar.height)
})
