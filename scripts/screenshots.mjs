/**
 * Retakes docs/screenshots from a running map with the sample articles:
 *   npm start            (in another terminal)
 *   node scripts/screenshots.mjs http://localhost:3000
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

const address = process.argv[2]
if (!address || address === '--help') {
  console.error('usage: node scripts/screenshots.mjs http://localhost:3000')
  process.exit(address ? 0 : 1)
}
/** Half the size with a palette, where Next brought its image library along. */
async function shrink(file) {
  const sharp = await import('sharp').then((module) => module.default, () => undefined)
  if (sharp) writeFileSync(file, await sharp(readFileSync(file)).png({ palette: true, quality: 92, effort: 8 }).toBuffer())
}

const folder = new URL('../docs/screenshots/', import.meta.url).pathname
mkdirSync(folder, { recursive: true })
const executablePath = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))

const { features } = await (await fetch(`${address}/api/incidents`)).json()
/** What reads well on a picture: an area that one side claims to have hit, and a town's strike with its toll. */
const claimed = features.find(({ geometry, properties: p }) => geometry && p.status === 'claimed' && p.level === 'sea') ?? features.find(({ geometry }) => geometry)
const told = features.find(({ geometry, properties: p }) => geometry && p.level === 'town' && p.type === 'strike' && p.killed_best && p.injured_best) ?? claimed
/** Reports that differ, side by side. */
const several = features.filter(({ geometry }) => geometry).sort((a, b) => b.properties.report_count - a.properties.report_count)[0]
const view = ({ geometry, id }, zoom, north, east) => `/?map=${zoom}/${(geometry.coordinates[1] + north).toFixed(2)}/${(geometry.coordinates[0] + east).toFixed(2)}&incident=${id}`

const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const pictures = [
  ['desktop-light', desktop, 'light', view(claimed, 5, 4.5, -11)],
  ['desktop-dark', desktop, 'dark', view(claimed, 5, 4.5, -11)],
  ['desktop-world', desktop, 'light', '/'],
  ['desktop-panel', desktop, 'light', `${view(several, 5, 0, 0)}&panel=open`],
  ['desktop-arabic', desktop, 'light', '/?lang=ar'],
  ['desktop-article', desktop, 'light', `/article/${told.properties.article.id}`],
  ['phone-light', phone, 'light', view(told, 5, 0, 0).replace(/&incident=.*/, '')],
  ['phone-dark', phone, 'dark', view(told, 5, 0, 0)],
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
  await shrink(file)
  console.log(`${name}.png ${Math.round(statSync(file).size / 1000)} kB`)
  await context.close()
}
await browser.close()

const preview = `${folder}preview.png`
writeFileSync(preview, Buffer.from(await (await fetch(`${address}/preview.png${view(told, 5, 0, 0).slice(1)}`)).arrayBuffer()))
await shrink(preview)
