/** What a start costs: opening the gazetteer, and processes of `extract` from outside. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openGazetteer } from '../../lib/gazetteer'
import { median } from './measure'
import type { BenchArticle } from './texts'

const STARTS = 5
const root = fileURLToPath(new URL('../..', import.meta.url))
const linesOf = (articles: readonly BenchArticle[]) => articles.map((article, id) => `${JSON.stringify({ id, ...article })}\n`).join('')

/** Milliseconds and megabytes of the first opening in this process. */
export function openingCost(): [ms: number, megabytes: number] {
  const before = process.memoryUsage().rss
  const start = performance.now()
  openGazetteer()
  return [performance.now() - start, (process.memoryUsage().rss - before) / 1e6]
}

/** Milliseconds from the command to its end with one article: the median of five. */
export function startUp(article: BenchArticle): number {
  return median(Array.from({ length: STARTS }, () => {
    const start = performance.now()
    const { status, stderr } = spawnSync('npm', ['run', '--silent', 'extract'], { cwd: root, input: linesOf([article]), encoding: 'utf8', shell: process.platform === 'win32' })
    if (status !== 0) throw new Error(`extract failed: ${stderr.trim()}`)
    return performance.now() - start
  }))
}

/** The most memory, in megabytes, that a whole process of `extract` had resident over these articles, and its milliseconds. */
export function extractRun(articles: readonly BenchArticle[]): { megabytes: number; ms: number } {
  const start = performance.now()
  const { status, stderr, output } = spawnSync(process.execPath, ['--import', new URL('./peak-memory.mjs', import.meta.url).href, '--import', 'tsx', 'scripts/extract.ts'],
    { cwd: root, input: linesOf(articles), stdio: ['pipe', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' })
  if (status !== 0) throw new Error(`extract failed: ${stderr.trim()}`)
  return { megabytes: Number(output[3]) / 1e6, ms: performance.now() - start }
}
