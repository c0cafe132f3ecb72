/**
 * `npm test`: lint, types, unit and integration tests, build, browser tests, in this order, each whatever the one before said.
 * The last line is "N passed, N failed"; a check that is no test (lint, types, build) counts as one failure when it fails.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, isBuilt, nextCommand, root } from './build.mjs'
import { findOrInstallChromium } from './chromium.mjs'

const require = createRequire(import.meta.url)
const scratch = mkdtempSync(join(tmpdir(), 'dateline-test-'))
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CI: process.env.CI ?? '1' }
const started = Date.now()

/** @type {{ name: string, passed: number, failed: number, note: string }[]} */
const results = []

function step(name, work) {
  console.log(`\n━━ ${name} ${'━'.repeat(Math.max(0, 76 - name.length))}\n`)
  const before = Date.now()
  const { passed = 0, failed, note = '' } = work()
  results.push({ name, passed, failed, note: `${note}${note && ', '}${((Date.now() - before) / 1000).toFixed(0)} s` })
  return failed === 0
}

/** @returns whether the command worked */
function run(command, args, extra = {}) {
  const { status, error } = spawnSync(process.execPath, [command, ...args], { cwd: root, stdio: 'inherit', env: { ...env, ...extra } })
  if (error) console.error(error.message)
  return status === 0
}

const check = (ok) => ({ failed: ok ? 0 : 1, note: ok ? 'ok' : 'failed' })

/** Counts of a report; a run that ends badly without naming a failed test is one failure, and so is a run of no test at all. */
function counted(ok, { passed, failed, skipped }) {
  return { passed, failed: failed || (ok && passed ? 0 : 1), note: [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean).join(', ') }
}

function vitestCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
}

function playwrightCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 }
  const { expected, flaky, unexpected, skipped } = JSON.parse(readFileSync(file, 'utf8')).stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

step('lint', () => check(run(join(root, 'node_modules/eslint/bin/eslint.js'), ['.', '--max-warnings', '0'])))

step('types', () => check(run(nextCommand(), ['typegen']) && run(require.resolve('typescript/bin/tsc'), ['--noEmit'])))

step('unit and integration tests', () => {
  const report = join(scratch, 'vitest.json')
  const ok = run(join(root, 'node_modules/vitest/vitest.mjs'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return counted(ok, vitestCounts(report))
})

const built = step('build', () => check(isBuilt() || build()))

step('browser tests', () => {
  const chromium = built && findOrInstallChromium()
  if (!chromium) return { failed: 1, note: built ? 'no browser' : 'nothing to test without a build' }
  const report = join(scratch, 'playwright.json')
  const database = join(scratch, 'browser')
  mkdirSync(database)
  const ok = run(require.resolve('@playwright/test/cli'), ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: chromium,
    DATELINE_DB: join(database, 'dateline.sqlite'),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  return counted(ok, playwrightCounts(report))
})

rmSync(scratch, { recursive: true, force: true })
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
console.log(`\n━━ summary ${'━'.repeat(69)}\n`)
for (const { name, failed, note } of results) console.log(`  ${failed ? '✗' : '✓'} ${name.padEnd(28)}${note}`)
console.log(`\n  ${((Date.now() - started) / 1000).toFixed(0)} s in all\n`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
