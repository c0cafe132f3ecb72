/**
 * Every error a person may see, in one table: code → HTTP status and title (RFC 9457).
 * A `DatelineError` carries the offending value in its detail; anything else is a bug and becomes `internal`.
 */
const errorTable = {
  'invalid-query': { status: 400, title: 'The query has a value that is not understood' },
  'invalid-article': { status: 422, title: 'The article cannot be read' },
  'article-too-large': { status: 413, title: 'The article is too large' },
  'not-text': { status: 415, title: 'The input is not text' },
  'unauthorised': { status: 401, title: 'A token is needed' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'not-offered': { status: 501, title: 'This form is not offered' },
  'gazetteer-missing': { status: 500, title: 'The gazetteer tables are missing' },
  'store-unavailable': { status: 503, title: 'The database cannot be opened' },
  'too-busy': { status: 503, title: 'The server has too much to do' },
  'internal': { status: 500, title: 'Something broke on our side' },
} as const
type ErrorCode = keyof typeof errorTable

export type InvalidParam = { name: string; value?: string; reason: string }

export class DatelineError extends Error {
  readonly code: ErrorCode
  readonly invalidParams?: InvalidParam[]
  constructor(code: ErrorCode, detail: string, options?: { cause?: unknown; invalidParams?: InvalidParam[] }) {
    super(detail, options?.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'DatelineError'
    this.code = code
    if (options?.invalidParams) this.invalidParams = options.invalidParams
  }
}

/** An RFC 9457 problem document. `type` is a relative URI into the documentation. */
export type Problem = { type: string; title: string; status: number; detail: string; 'invalid-params'?: InvalidParam[] }

/** Turns any thrown value into a problem document; the text of an unexpected error is not shown. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DatelineError) {
    const { status, title } = errorTable[error.code]
    return { type: `/problems#${error.code}`, title, status, detail: error.message, ...(error.invalidParams ? { 'invalid-params': error.invalidParams } : {}) }
  }
  return { type: '/problems#internal', title: errorTable.internal.title, status: 500, detail: 'An unexpected error; the server log has it.' }
}
