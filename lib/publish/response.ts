/** HTTP answers: JSON with validators, and every failure as an RFC 9457 problem document. */
import { createHash } from 'node:crypto'
import { toProblem } from '../errors'

/** Anyone may read: the data is public wherever the server is. */
const readable = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' }

export function problemResponse(error: unknown, headers: Record<string, string> = {}): Response {
  const problem = toProblem(error)
  if (problem.status === 500) console.error(error)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...readable, ...headers },
  })
}

export function jsonResponse(body: unknown, { status = 200, type = 'application/json', headers = {} }: { status?: number; type?: string; headers?: Record<string, string> } = {}): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': type, 'Cache-Control': 'no-cache', ...readable, ...headers },
  })
}

/** A weak validator of everything an answer depends on. */
export function etagOf(...parts: string[]): string {
  return `W/"${createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 22)}"`
}

/** 304 when the reader holds the current answer already. */
export function notModified(request: Request, etag: string): Response | undefined {
  const held = request.headers.get('if-none-match')
  if (!held || !(held.trim() === '*' || held.split(',').some((tag) => tag.trim() === etag))) return undefined
  return new Response(null, { status: 304, headers: { ETag: etag, 'Cache-Control': 'no-cache', ...readable } })
}
