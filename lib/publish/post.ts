/** Reading what is sent to POST /api/articles: who may, how much, and what it must look like. */
import { createHash, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { DatelineError } from '../errors'

const largestBody = 10_000_000

const text = z.string('must be a text')
const articlePost = z.strictObject({
  text,
  title: z.optional(text),
  published: z.optional(text),
  publisher: z.optional(text),
  url: z.optional(text.check(z.refine((value) => /^https?:\/\/\S+$/i.test(value), 'must begin with http:// or https://'))),
})

/** @throws DatelineError `unauthorised` unless the request carries the token; without a token set nobody may write. */
export function requireToken(request: Request, token: string | undefined): void {
  if (!token) throw new DatelineError('unauthorised', 'Posting is switched off. Start the server with DATELINE_TOKEN set to a secret and send it as "Authorization: Bearer <secret>".')
  const given = /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (given === undefined) throw new DatelineError('unauthorised', 'Send the token of DATELINE_TOKEN as "Authorization: Bearer <secret>".')
  // Hashes have one length, so that the comparison tells nothing about the token.
  const digest = (value: string) => createHash('sha256').update(value).digest()
  if (!timingSafeEqual(digest(given), digest(token))) throw new DatelineError('unauthorised', 'The token is not the one of DATELINE_TOKEN.')
}

/**
 * The article in a request's body.
 * @throws DatelineError `article-too-large` as soon as 10,000,000 bytes are passed, `not-text` for bytes that are not UTF-8,
 *   `invalid-article` naming the field that is wrong.
 */
export async function readArticlePost(request: Request): Promise<z.infer<typeof articlePost>> {
  const parsed = articlePost.safeParse(parseJson(await readBody(request)))
  if (parsed.success) return parsed.data
  const invalidParams = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ name, reason: 'is not a field; known are text, title, published, publisher and url' }))
      : [{ name: issue.path.join('.') || 'body', reason: issue.path.length ? issue.message : 'must be an object {"text", "title"?, "published"?, "publisher"?, "url"?}' }],
  )
  throw new DatelineError('invalid-article', invalidParams.map(({ name, reason }) => `"${name}" ${reason}`).join('; '), { invalidParams })
}

async function readBody(request: Request): Promise<string> {
  const tooLarge = () => new DatelineError('article-too-large', `An article may have up to ${largestBody.toLocaleString('en')} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > largestBody) throw tooLarge()
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    throw new DatelineError('not-text', 'The body is not UTF-8 text.', { cause })
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new DatelineError('invalid-article', `The body is not JSON: ${(cause as Error).message}.`, { cause })
  }
}
