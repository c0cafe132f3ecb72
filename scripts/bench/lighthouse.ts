/**
 * Lighthouse on the home page with the sample articles. It is fetched once, with npm, into .cache/lighthouse and is no dependency:
 * it weighs 185 MB and only the bench needs it. Version 12 is the last that runs on Node 20.
 */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../build.mjs'
import { table } from '../score/table'
import { browserPath, served } from './serve'

const PACKAGE = 'lighthouse@12.8.2'
const TARGET = 95
const cache = join(root, '.cache', 'lighthouse')
const program = join(cache, 'node_modules', 'lighthouse', 'cli', 'index.js')
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Preset = 'desktop' | 'phone'
type Result = {
  categories: Record<(typeof categories)[number], { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; scoreDisplayMode: string; title: string; displayValue?: string }>
}

/** A table of scores and, under it, the audits that cost points; a line that says why where Lighthouse or the build is not there. */
export async function lighthouseTable(): Promise<string> {
  try {
    fetchLighthouse()
  } catch {
    return `lighthouse: not measured, ${PACKAGE} could not be fetched from npm`
  }
  return served('lighthouse', async (address, folder) => {
    // The first answers of a server compile and fill its caches; a visitor rarely is the first.
    await fetch(address).then((response) => response.text())
    const results = new Map<Preset, Result>()
    for (const preset of ['desktop', 'phone'] as const) results.set(preset, await audit(address, preset, join(folder, `${preset}.json`)))
    const rows = [...results].map(([preset, result]) => {
      const scores = categories.map((name) => Math.round(100 * (result.categories[name].score ?? 0)))
      return [preset, ...scores.map(String), scores.every((score) => score >= TARGET) ? 'met' : 'not met']
    })
    const lost = [...results].flatMap(([preset, result]) => lostPoints(result).map((line) => `  ${preset}: ${line}`))
    return [table(['Lighthouse, sample articles', ...categories, `≥ ${TARGET}`], rows), ...(lost.length ? ['Audits that are not perfect, of those that count:', ...lost] : [])].join('\n')
  })
}

function fetchLighthouse(): void {
  if (existsSync(program)) return
  mkdirSync(cache, { recursive: true })
  if (!existsSync(join(cache, 'package.json'))) writeFileSync(join(cache, 'package.json'), '{"private":true}\n')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', PACKAGE], { cwd: cache, stdio: ['ignore', 2, 2] })
}

/** Lighthouse's own presets: a desktop on fast lines, and a mid-range phone, both simulated from an unthrottled load. */
async function audit(address: string, preset: Preset, file: string): Promise<Result> {
  const args = [program, address, '--quiet', '--no-enable-error-reporting', '--output=json', `--output-path=${file}`, `--only-categories=${categories.join()}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu', ...(preset === 'desktop' ? ['--preset=desktop'] : [])]
  await promisify(execFile)(process.execPath, args, { cwd: cache, env: { ...process.env, ...(browserPath ? { CHROME_PATH: browserPath } : {}) } })
  return JSON.parse(readFileSync(file, 'utf8')) as Result
}

function lostPoints({ categories: scored, audits }: Result): string[] {
  return categories.flatMap((name) => scored[name].auditRefs.flatMap(({ id, weight }) => {
    const { score, title, displayValue } = audits[id]!
    if (weight === 0 || score === null || score >= 0.9) return []
    return [`${name} ${id} ${score.toFixed(2)} (${title}${displayValue ? `: ${displayValue}` : ''})`]
  }))
}
