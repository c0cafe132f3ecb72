/**
 * `npm start` and `npm run dev`: builds when needed, fills an empty database with the sample articles,
 * serves the map and prints its address once it answers.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build, isBuilt, nextCommand, root } from './build.mjs'

const HELP = `usage: npm start            serves the map (builds it first when needed)
       npm run dev          the same, reloading when a source changes

settings (environment)
  PORT         the port; without it 3000 or the next free one
  HOST         the address to listen on (127.0.0.1; in a container 0.0.0.0)
  DATELINE_DB  the database file (var/dateline.sqlite)
An empty database is filled with the sample articles of seeds/.`

const dev = process.argv.includes('--dev')
const env = { ...process.env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' }
const host = process.env.HOST || '127.0.0.1'

/** An error a person can act on: shown as one line. */
class Stop extends Error {}

async function main() {
  if (process.argv.includes('--help') || process.argv.includes('-h')) return console.log(HELP)
  checkNode()
  if (!existsSync(join(root, 'node_modules', 'next'))) throw new Stop('the packages are not installed: run "npm install" first')
  const port = await choosePort()
  if (!dev && !isBuilt()) {
    console.log('Building the app; this is done once and takes about half a minute.')
    if (!build()) throw new Stop('the build failed; its messages stand above')
  }
  const server = serve(port)
  await Promise.all([loadSeeds(), answering(server, port)])
  console.log(`\n  Dateline is at http://${shownHost()}:${port}\n`)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 9)) throw new Stop(`Node ${process.versions.node} is too old: Dateline needs 20.9 or newer`)
}

async function choosePort() {
  const asked = process.env.PORT
  if (asked) {
    if (!/^\d+$/.test(asked) || Number(asked) < 1 || Number(asked) > 65535) throw new Stop(`PORT=${asked} is not a port (1 to 65535)`)
    const problem = await tryPort(Number(asked))
    if (problem === 'EADDRINUSE') throw new Stop(`port ${asked} is taken: stop what uses it or set another PORT`)
    if (problem) throw new Stop(`cannot listen on ${host}:${asked}: ${problem}`)
    return Number(asked)
  }
  for (let port = 3000; port < 3100; port++) {
    const problem = await tryPort(port)
    if (problem && problem !== 'EADDRINUSE') throw new Stop(`cannot listen on ${host}: ${problem}`)
    if (problem) continue
    if (port !== 3000) console.log(`Port 3000 is taken; using ${port}.`)
    return port
  }
  throw new Stop('the ports 3000 to 3099 are all taken: set PORT')
}

/** @returns the error code that listening gives, if any */
function tryPort(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', ({ code }) => resolve(code))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)))
  })
}

const children = new Set()

function run(args, stdio) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

function serve(port) {
  const server = run([nextCommand(), dev ? 'dev' : 'start', '-p', String(port), '-H', host], ['ignore', dev ? 'inherit' : 'ignore', 'inherit'])
  server.once('exit', (code) => {
    if (!stopping) console.error(`The server stopped by itself (exit code ${code}).`)
    void stop(code || 0)
  })
  return server
}

async function loadSeeds() {
  const ingest = run(['--import', 'tsx', 'scripts/ingest.ts', '--if-empty', 'seeds'], ['ignore', 'ignore', 'inherit'])
  const [code] = await once(ingest, 'exit')
  if (code && !stopping) throw new Stop('the sample articles could not be loaded; the message stands above')
}

/** Waits until the server answers; the app's own health report, so the database is open too. */
async function answering(server, port) {
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host}:${port}/api/health`
  while (server.exitCode === null) {
    const response = await fetch(address).catch(() => undefined)
    if (response?.ok) return
    if (response) throw new Stop(`the server answers with an error: ${(await response.json().catch(() => undefined))?.detail ?? response.status}`)
    await sleep(100)
  }
  throw new Stop('the server did not start')
}

function shownHost() {
  return ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host
}

let stopping = false
/** Ends the server and whatever else still runs, at the latest after five seconds. */
async function stop(code) {
  if (stopping) return
  stopping = true
  const running = [...children]
  for (const child of running) child.kill('SIGTERM')
  const ended = Promise.all(running.map((child) => child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined))
  if ((await Promise.race([ended, sleep(5_000, 'late')])) === 'late') for (const child of children) child.kill('SIGKILL')
  process.exit(code)
}
process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))

// npm passes a signal to its shell, and the shell ends without a word to us: being left alone is the signal.
const shell = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== shell && void stop(0), 500).unref()

main().catch((error) => {
  console.error(error instanceof Stop ? `start: ${error.message}.` : error)
  void stop(1)
})
