/**
 * `npm run build`, and for `npm start` and `npm test`: a build only when there is none of these sources.
 * A fingerprint of the sources lies in the build's folder, written last, so a build that was cut off is none.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const nextCommand = () => createRequire(import.meta.url).resolve('next/dist/bin/next')

/** All that a build depends on; data/ and public/ are read while the server runs, and tsconfig.json Next itself rewrites. */
const sources = ['app', 'components', 'lib', 'proxy.ts', 'next.config.mjs', 'package.json', 'package-lock.json']
const buildFolder = () => join(root, process.env.NEXT_DIST_DIR || '.next')
const mark = () => join(buildFolder(), 'dateline-sources')

function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  const add = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const source of sources) add(join(root, source))
  return hash.digest('hex')
}

export function isBuilt() {
  return existsSync(join(buildFolder(), 'BUILD_ID')) && existsSync(mark()) && readFileSync(mark(), 'utf8') === fingerprint()
}

/** @returns whether the build worked; Next says what did not. */
export function build() {
  const before = fingerprint()
  const { status } = spawnSync(process.execPath, [nextCommand(), 'build'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status === 0) writeFileSync(mark(), before)
  return status === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = build() ? 0 : 1
