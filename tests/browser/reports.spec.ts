import { dialog, expect, incidents, open, test } from './map-test'

test('one incident of two articles shows both quotes, the range of their counts and who said which', async ({ page, request }) => {
  const [blast] = (await incidents(request)).filter((f) => f.properties.place === 'Windhoek')
  expect(blast!.properties.report_count).toBe(2)
  // The id of the second report, as a link has it that was sent before the two became one.
  await open(page, `/?incident=${blast!.properties.reports[1]!.id}`)
  const card = dialog(page)
  await expect(card.getByText('9–12 killed')).toBeVisible()
  await expect(card.getByText('40 injured')).toBeVisible()
  await expect(card.locator('.told-apart')).toHaveCount(1)
  await expect(card.locator('.told-apart li')).toHaveText(['First Wire: at least 9', '<b>Second</b> Wire: 12'])
  await card.getByText('1 more report').click()
  await expect(card.locator('blockquote')).toHaveText(blast!.properties.reports.map(({ quote }) => quote))
})

test('the popup makes room when more reports are opened: its head stays in sight', async ({ page, request }) => {
  await page.setViewportSize({ width: 1280, height: 760 })
  const [blast] = (await incidents(request)).filter((f) => f.properties.place === 'Windhoek')
  await open(page, `/?incident=${blast!.id}`)
  await dialog(page).getByText('1 more report').click()
  await expect(dialog(page).locator('blockquote').last()).toBeVisible()
  await expect(dialog(page).getByRole('heading')).toBeInViewport({ ratio: 1 })
  const bar = (await page.locator('.bar').boundingBox())!
  await expect.poll(async () => (await dialog(page).boundingBox())!.y).toBeGreaterThan(bar.y + bar.height)
})
