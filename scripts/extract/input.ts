import { DatelineError } from '../../lib/errors'

export type ArticleLine = { id: string | number; text: string; title?: string; published?: string }

/** A line that holds no article; `id` is the line's own where it could be read. */
export class LineError extends Error {
  constructor(readonly id: string | number | null, message: string) { super(message) }
}

/** Reads one line of input; a LineError names the field that is wrong. `null` counts as left out. */
export function parseLine(line: string): ArticleLine {
  const value = parseJson(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new LineError(null, 'The line is no JSON object.')
  const { id, text, title, published } = value as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') throw new LineError(null, '"id" must be a text or a number.')
  if (typeof text !== 'string') throw new LineError(id, '"text" must be a text.')
  return { id, text, ...optional(id, 'title', title), ...optional(id, 'published', published) }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new LineError(null, `The line is not JSON: ${(error as Error).message}`)
  }
}

function optional(id: string | number, name: string, value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'string') throw new LineError(id, `"${name}" must be a text.`)
  return { [name]: value }
}

/** The one line a user sees for a thrown value. */
export function messageOf(error: unknown): string {
  if (error instanceof LineError || error instanceof DatelineError) return error.message
  return `An unexpected error: ${error instanceof Error ? error.message : String(error)}`
}
