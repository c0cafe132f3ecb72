import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the lock file has the binaries of every system; else "node scripts/complete-lock.mjs" adds them', () => {
  expect(spawnSync(process.execPath, ['scripts/complete-lock.mjs', '--check'], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
})

test('the lock file names no registry, so that it works with any', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"/)
})
