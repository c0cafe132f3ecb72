/**
 * Retakes docs/screenshots from a running map with the sample articles:
 *   npm start            (in another terminal)
 *   node scripts/screenshots.mjs http://localhost:3000
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { chromium } from '@playwright/test'

const address = process.argv[2]
if (!address || address === '--help') {
  console.error('usage: node scripts/screenshots.mjs http://localhost:3000')
  process.exit(address ? 0 : 1)
}
const folder = new URL('../docs/screenshots/', import.meta.url).pathname
mkdirSync(folder, { recursive: true })
const executablePath = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))

const { features } = await (await fetch(`${address}/api/incidents`)).json()
/** An incident of a town that reads well on a picture: with a toll, told as fact. */
const shown = features.find(({ geometry, properties: p }) => geometry && p.level === 'town' && p.type === 'strike' && p.killed_best && p.injured_best) ?? features.find(({ geometry }) => geometry)
const [lon, lat] = shown.geometry.coordinates
const near = `map=6/${(lat + 0.6).toFixed(2)}/${(lon + 1.5).toFixed(2)}&incident=${shown.id}`

const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const pictures = [
  ['desktop-light', desktop, 'light', `/?${near}`],
  ['desktop-dark', desktop, 'dark', `/?${near}`],
  ['desktop-world', desktop, 'light', '/'],
  ['desktop-article', desktop, 'light', `/article/${shown.properties.article.id}`],
  ['phone-light', phone, 'light', `/?map=5/${lat.toFixed(2)}/${lon.toFixed(2)}`],
  ['phone-dark', phone, 'dark', `/?${near.replace('map=6', 'map=5')}`],
]

const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--disable-gpu'] })
for (const [name, device, colorScheme, path] of pictures) {
  const context = await browser.newContext({ ...device, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(address + path, { waitUntil: 'networkidle' })
  if (!path.startsWith('/article')) await page.waitForSelector('.marker')
  await page.waitForTimeout(1200)
  const file = `${folder}${name}.png`
  await page.screenshot({ path: file })
  console.log(`${name}.png ${Math.round(statSync(file).size / 1000)} kB`)
  await context.close()
}
await browser.close()
