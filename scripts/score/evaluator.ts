/** Runs the corpora's own evaluators, which say — not we — how good predictions are. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Prf = { precision: number | null; recall: number | null; f1: number | null }

/** What an evaluator answers of predictions. */
export const evaluate = (predictions: object[], command: (file: string) => string[]): unknown =>
  withLines(predictions, (file) => JSON.parse(execFileSync(process.execPath, command(file), { encoding: 'utf8', maxBuffer: 64_000_000 })) as unknown)

/** Objects, one a line, in a file of a temporary folder that is taken away again. */
export function withLines<Answer>(lines: object[], work: (file: string) => Answer): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-score-'))
  try {
    const file = join(folder, 'lines.jsonl')
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return work(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
