/** Servers of their own for what the sample articles never hold, each started when the first test asks for it. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { nextCommand, root } from '../../scripts/build.mjs'
import { test as base } from './map-test'

type Stored = 'nothing' | 'one' | 'extremes'
type Served = { address: string; server: ChildProcess; folder: string }

async function serve(stored: Stored): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-edge-'))
  const file = join(folder, 'dateline.sqlite')
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/browser/edge-store.ts', file, stored], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`the database of ${stored} could not be filled`)
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  const server = spawn(process.execPath, [nextCommand(), 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: root, env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATELINE_DB: file }, stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}`
  for (let i = 0; i < 300; i++) {
    if ((await fetch(`${address}/api/health`).catch(() => undefined))?.ok) return { address, server, folder }
    await sleep(100)
  }
  throw new Error('the server did not start within 30 seconds')
}

export const test = base.extend<{ stored: Stored }, { servers: (stored: Stored) => Promise<string> }>({
  stored: ['extremes', { option: true }],
  servers: [async ({}, provide) => {
    const started = new Map<Stored, Promise<Served>>()
    await provide(async (stored) => {
      const known = started.get(stored) ?? serve(stored)
      started.set(stored, known)
      return (await known).address
    })
    for (const { server, folder } of await Promise.all(started.values())) {
      server.kill()
      await once(server, 'exit')
      rmSync(folder, { recursive: true, force: true })
    }
  }, { scope: 'worker', timeout: 120_000 }],
  baseURL: async ({ servers, stored }, provide) => provide(await servers(stored)),
})
