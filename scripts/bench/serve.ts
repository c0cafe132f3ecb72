/** The built app on a database of the bench's own, and the browser that looks at it. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser } from '@playwright/test'
import { isBuilt, nextCommand, root } from '../build.mjs'

/** The browser of this machine; undefined for the one that Playwright installed. */
export const browserPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))

/** Headless, drawn by the processor: what a machine without a graphics card shows. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ ...(browserPath ? { executablePath: browserPath } : {}), args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'] })

/**
 * Serves what `fill` writes into a fresh database while `measure` runs.
 * @param what names the part in the line that says why it was not measured
 * @param fill writes the database file; without it the sample articles are ingested
 * @returns what `measure` returns, or that line
 */
export async function served(what: string, measure: (address: string, folder: string) => Promise<string>, fill: (file: string) => Promise<void> | void = ingestSeeds): Promise<string> {
  if (!isBuilt()) return `${what}: not measured, there is no build of these sources (npm run build)`
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const file = join(folder, 'dateline.sqlite')
  try {
    await fill(file)
    const port = await freePort()
    const server = spawn(process.execPath, [nextCommand(), 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: root, env: environment(file), stdio: 'ignore' })
    const ended = once(server, 'exit')
    try {
      const address = `http://127.0.0.1:${port}`
      await answering(address)
      return await measure(address, folder)
    } finally {
      server.kill()
      await ended
    }
  } catch (error) {
    return `${what}: not measured, ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const environment = (file: string): NodeJS.ProcessEnv => ({ ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATELINE_DB: file })

function ingestSeeds(file: string): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', 'seeds'], { cwd: root, env: environment(file), stdio: 'ignore' })
  if (status !== 0) throw new Error('the sample articles could not be ingested')
}

async function answering(address: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if ((await fetch(`${address}/api/health`).catch(() => undefined))?.ok) return
    await sleep(100)
  }
  throw new Error('the server did not start within 30 seconds')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
