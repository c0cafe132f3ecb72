/** Runs the corpora's own evaluators, which say — not we — how good predictions are. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Prf = { precision: number | null; recall: number | null; f1: number | null }

/** What an evaluator answers of predictions, one a line; they are written to a temporary folder and taken away again. */
export function evaluate(predictions: object[], command: (file: string) => string[]): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-score-'))
  try {
    const file = join(folder, 'predictions.jsonl')
    writeFileSync(file, predictions.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return JSON.parse(execFileSync(process.execPath, command(file), { encoding: 'utf8', maxBuffer: 64_000_000 }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
