import { chromium, devices } from '@playwright/test'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] })
const only = process.argv.slice(2)
async function go(name, path, { phone = false, dark = false, act } = {}) {
  if (only.length && !only.includes(name)) return
  const c = await b.newContext({ viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }, ...(phone ? { deviceScaleFactor: 2, isMobile: true, hasTouch: true } : {}), colorScheme: dark ? 'dark' : 'light', locale: 'en-GB', reducedMotion: 'reduce' })
  const p = await c.newPage()
  p.on('console', (m) => { if (m.type() === 'error') console.log(name, m.text()) })
  p.on('pageerror', (e) => console.log(name, e.message))
  await p.goto('http://127.0.0.1:3117' + path)
  await p.waitForTimeout(2500)
  if (act) await act(p)
  await p.waitForTimeout(500)
  await p.screenshot({ path: `/tmp/words-${name}.png` })
  console.log(name, 'scroll', await p.evaluate(() => [document.documentElement.scrollWidth, innerWidth]))
  await c.close()
}
const legend = (p) => p.locator('.legend-switch').click()
await go('en', '/?lang=en', { act: legend })
await go('endark', '/?lang=en&status=claimed,planned', { dark: true, act: legend })
await go('ar', '/?lang=ar', { act: legend })
await go('uk', '/?lang=uk', { act: async (p) => { await legend(p); await p.locator('.languages button').first().click() } })
await go('arphone', '/?lang=ar', { phone: true })
await go('ukphone', '/?lang=uk', { phone: true, act: legend })
await go('enphone', '/?lang=en', { phone: true, act: legend })
await go('ukfilters', '/?lang=uk', { phone: true, act: (p) => p.locator('.filter-switch').click() })
await go('arfilters', '/?lang=ar', { phone: true, act: (p) => p.locator('.filter-switch').click() })
await go('arlost', '/article/nope?lang=ar')
await go('ukbroken', '/?lang=uk&type=stirke&from=2025-02-30&map=9999')
if (!only.length || only.includes('ararticle')) {
  const { features } = await (await fetch('http://127.0.0.1:3117/api/incidents')).json()
  const id = features.find((f) => f.properties.killed_best)?.properties.article.id
  await go('ararticle', `/article/${id}?lang=ar`); await go('ukarticle', `/article/${id}?lang=uk`)
  if (only.length) { only.push('ararticle','ukarticle') }
}
await b.close()
