import { chromium } from '@playwright/test'
// node shot.mjs PREFIX PORT theme name=map ...
const [prefix, port, theme, ...views] = process.argv.slice(2)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const p = await b.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: theme })
for (const v of views) {
  const [name, q] = v.split('~')
  await p.goto(`http://127.0.0.1:${port}/?${q}`)
  await p.waitForSelector('.leaflet-container'); await p.waitForTimeout(1500)
  await p.screenshot({ path: `/tmp/pv-${prefix}-${name}.png` })
}
await b.close()
