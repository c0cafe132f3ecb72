/** What the home page costs a browser: bytes of scripts and styles as sent, and the time until the map can be used, from a warm server with the sample articles. */
import type { Browser, Request } from '@playwright/test'
import { table } from '../score/table'
import { median } from './measure'
import { openBrowser, served } from './serve'

const LOADS = 5
/** Thousands of bytes, compressed. */
const SCRIPTS = 180
const ANSWER_MS = 2000

/** A table of kilobytes (1 kB = 1,000 bytes, with headers) and milliseconds; a line that says why where there is no build or no browser. */
export const pageTable = (): Promise<string> => served('page', async (address) => {
  const browser = await openBrowser()
  try {
    await load(browser, address)
    const loads: Load[] = []
    for (let i = 0; i < LOADS; i++) loads.push(await load(browser, address))
    const middle = (of: (one: Load) => number) => median(loads.map(of))
    const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
    const first = middle((one) => one.first)
    const answers = middle((one) => one.answers)
    return table([`home page, empty cache (median of ${LOADS})`, '', 'target'], [
      ['JavaScript named in the HTML', kB(first), `< ${SCRIPTS} kB: ${first < SCRIPTS * 1000 ? 'met' : 'not met'}`],
      ['JavaScript until the map shows its incidents', kB(middle((one) => one.usable)), ''],
      ['JavaScript in all, once the page is at rest', kB(middle((one) => one.all)), ''],
      ['styles', kB(middle((one) => one.styles)), ''],
      ['until the map shows its incidents', `${middle((one) => one.markers).toFixed(0)} ms`, ''],
      ['until a pressed filter has answered', `${answers.toFixed(0)} ms`, `≤ ${ANSWER_MS} ms: ${answers <= ANSWER_MS ? 'met' : 'not met'}`],
    ])
  } finally {
    await browser.close()
  }
})

/** Bytes of scripts named in the HTML, sent until there is a marker, and in all; of styles; and milliseconds. */
type Load = { first: number; usable: number; all: number; styles: number; markers: number; answers: number }

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const files: Promise<{ path: string; type: string; bytes: number; at: number }>[] = []
  page.on('requestfinished', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) files.push(sent(request))
  })
  const start = performance.now()
  const response = await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.marker').first().waitFor()
  const markers = performance.now() - start
  await page.locator('.type-toggle').first().click()
  await page.locator('.type-toggle[aria-pressed="true"]').first().waitFor()
  const answers = performance.now() - start
  await page.waitForLoadState('networkidle')
  const html = (await response?.text()) ?? ''
  const all = await Promise.all(files)
  await context.close()
  const sum = (some: typeof all) => some.reduce((total, { bytes }) => total + bytes, 0)
  const scripts = all.filter(({ type }) => type === 'script')
  return {
    first: sum(scripts.filter(({ path }) => html.includes(`src="${path}"`))),
    usable: sum(scripts.filter(({ at }) => at - start <= markers)),
    all: sum(scripts),
    styles: sum(all.filter(({ type }) => type === 'stylesheet')),
    markers,
    answers,
  }
}

async function sent(request: Request): Promise<{ path: string; type: string; bytes: number; at: number }> {
  const at = performance.now()
  const { responseBodySize, responseHeadersSize } = await request.sizes()
  return { path: new URL(request.url()).pathname, type: request.resourceType(), bytes: responseBodySize + responseHeadersSize, at }
}
