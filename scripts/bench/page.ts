/** What the home page costs a browser: bytes of JavaScript as sent, and the time until the map can be used, from a warm server with the sample articles. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { table } from '../score/table'

const LOADS = 5
const root = fileURLToPath(new URL('../..', import.meta.url))
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))

/** A table of kilobytes (1 kB = 1,000 bytes, with headers) and milliseconds; a line that says why where there is no build or no browser. */
export async function pageTable(): Promise<string> {
  if (!existsSync(join(root, '.next', 'BUILD_ID'))) return 'page: not measured, there is no build (npm run build)'
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', DATELINE_DB: join(folder, 'dateline.sqlite'), NEXT_TELEMETRY_DISABLED: '1' }
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', 'seeds'], { cwd: root, env, stdio: 'ignore' })
  const port = await freePort()
  const server = spawn(process.execPath, [createRequire(import.meta.url).resolve('next/dist/bin/next'), 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: root, env, stdio: 'ignore' })
  try {
    const address = `http://127.0.0.1:${port}`
    for (let i = 0; i < 100 && !(await fetch(`${address}/api/health`).catch(() => undefined))?.ok; i++) await sleep(100)
    return await measure(address)
  } catch (error) {
    return `page: not measured, ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`
  } finally {
    server.kill()
    await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

type Load = { first: number; all: number; markers: number; answers: number }

async function measure(address: string): Promise<string> {
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await load()
    const loads: Load[] = []
    for (let i = 0; i < LOADS; i++) loads.push(await load())
    const median = (of: (one: Load) => number) => loads.map(of).sort((a, b) => a - b)[LOADS >> 1]!
    const kB = (bytes: number) => (bytes / 1000).toFixed(0)
    return table([`home page, empty cache (median of ${LOADS})`, '', 'target'], [
      ['JavaScript named in the HTML', `${kB(median(({ first }) => first))} kB`, '200'],
      ['JavaScript in all, map included', `${kB(median(({ all }) => all))} kB`, ''],
      ['until the map shows its incidents', `${median(({ markers }) => markers).toFixed(0)} ms`, ''],
      ['until a pressed filter has answered', `${median(({ answers }) => answers).toFixed(0)} ms`, '2000'],
    ])
  } finally {
    await browser.close()
  }

  async function load(): Promise<Load> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    const scripts: Promise<{ path: string; bytes: number }>[] = []
    page.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return
      scripts.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => ({ path: new URL(request.url()).pathname, bytes: responseBodySize + responseHeadersSize })))
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
    const sent = await Promise.all(scripts)
    await context.close()
    const sum = (some: typeof sent) => some.reduce((total, { bytes }) => total + bytes, 0)
    return { first: sum(sent.filter(({ path }) => html.includes(`<script src="${path}"`) || html.includes(`src="${path}"`))), all: sum(sent), markers, answers }
  }
}
