/** Serves the built app on DATELINE_TEST_PORT with a fresh database: the sample articles and those of tests/browser/articles. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, isBuilt, nextCommand, root } from '../../scripts/build.mjs'

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', DATELINE_DB: join(mkdtempSync(join(tmpdir(), 'dateline-browser-')), 'dateline.sqlite') }

if (!isBuilt() && !build()) process.exit(1)
const ingest = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', 'seeds', 'tests/browser/articles'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
if (ingest.status !== 0) process.exit(1)

const server = spawn(process.execPath, [nextCommand(), 'start', '-p', process.env.DATELINE_TEST_PORT, '-H', '127.0.0.1'], { cwd: root, env, stdio: 'inherit' })
server.on('exit', (code) => process.exit(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'))
