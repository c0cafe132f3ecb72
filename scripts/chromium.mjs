/** A Chromium for the browser tests: the one there is, else one that this machine can install. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { root } from './build.mjs'

const require = createRequire(import.meta.url)
const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** @returns the path of a browser, or undefined after one line that says what to install */
export function findOrInstallChromium() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (works(asked)) return asked
    console.error(`CHROMIUM_PATH=${asked} does not start.`)
    return undefined
  }
  const found = find()
  if (found) return found
  console.log('No Chromium here; installing one for the browser tests.')
  if (isDebian() && process.getuid?.() === 0) {
    const apt = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    quietly('apt-get', ['update'], apt)
    quietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], apt)
  }
  if (!find()) quietly(process.execPath, [require.resolve('@playwright/test/cli'), 'install', 'chromium'], process.env)
  const installed = find()
  if (!installed) console.error('No browser for the browser tests: install Chromium or Chrome, or set CHROMIUM_PATH to one.')
  return installed
}

function find() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => commands.map((name) => join(folder, name)))
  return [...onPath, ...elsewhere, playwrightsOwn()].find((path) => path && isProgram(path) && works(path))
}

function playwrightsOwn() {
  const { chromium } = require('@playwright/test')
  return chromium.executablePath()
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Ubuntu's chromium-browser is a program that only says to install a snap, so the name alone is no proof. */
function works(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return process.platform === 'win32' ? existsSync(path) : status === 0 && /chrom|edge/i.test(stdout)
}

function isDebian() {
  return existsSync('/etc/debian_version')
}

/** Runs an installer; what it prints is shown only when it fails. */
function quietly(command, args, env) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', env })
  if (status !== 0) console.error(`${command} ${args.join(' ')} failed:\n${(stderr || stdout || '').trim().split('\n').slice(-5).join('\n')}`)
}
