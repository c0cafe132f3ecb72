/** Browser tests: the built app as a person meets it, with a database of its own and a real Chromium. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/** Chosen once; the workers, which read this file again, inherit it. */
process.env.DATELINE_TEST_PORT ??= execFileSync(process.execPath, ['-e', 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{process.stdout.write(String(s.address().port));s.close()})']).toString()
const address = `http://127.0.0.1:${process.env.DATELINE_TEST_PORT}`

const system = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const launchOptions = {
  ...(system ? { executablePath: system } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
}
const phone = devices['iPhone 13']

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A slow machine now and then lets a frame come late; what fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: { baseURL: address, launchOptions, actionTimeout: 10_000, screenshot: 'only-on-failure', reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' } as object,
  projects: [
    { name: 'desktop', testIgnore: /phone\.spec/, use: { browserName: 'chromium', viewport: { width: 1440, height: 900 } } },
    { name: 'phone', testMatch: /(phone|accessibility|timeline|list|incident|share|embed|no-script|same-pixels|edge)\.spec/, use: { browserName: 'chromium', viewport: { width: 390, height: 844 }, deviceScaleFactor: phone.deviceScaleFactor, isMobile: true, hasTouch: true } },
  ],
  webServer: { command: 'node tests/browser/serve.mjs', url: `${address}/api/health`, timeout: 240_000, stdout: 'ignore', stderr: 'pipe', reuseExistingServer: false },
})
