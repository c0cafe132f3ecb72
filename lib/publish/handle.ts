import { DatelineError } from '../errors'
import { problemResponse } from './response'

type Handler<C> = (request: Request, context: C) => Promise<Response>
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/**
 * The exports of a route file: the given handlers, each of whose errors becomes a problem document,
 * and for every other method a 405 that says which ones there are.
 */
export function routes<C>(handlers: { GET?: Handler<C>; POST?: Handler<C> }): Record<(typeof methods)[number], Handler<C>> {
  const allowed = [...Object.keys(handlers), ...(handlers.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  const refuse: Handler<C> = (request) => {
    throw new DatelineError('method-not-allowed', `${new URL(request.url).pathname} takes ${allowed}, not ${request.method}.`)
  }
  const options: Handler<C> = async () =>
    new Response(null, { status: 204, headers: { Allow: allowed, 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': handlers.GET ? 'GET, HEAD' : '' } })
  const guard =
    (handler: Handler<C>): Handler<C> =>
    async (request, context) => {
      try {
        return await handler(request, context)
      } catch (error) {
        const code = error instanceof DatelineError ? error.code : 'internal'
        return problemResponse(error, { ...(code === 'method-not-allowed' && { Allow: allowed }), ...(code === 'unauthorised' && { 'WWW-Authenticate': 'Bearer' }) })
      }
    }
  const given: Partial<Record<(typeof methods)[number], Handler<C>>> = { ...handlers, HEAD: handlers.GET, OPTIONS: options }
  return Object.fromEntries(methods.map((method) => [method, guard(given[method] ?? refuse)])) as Record<(typeof methods)[number], Handler<C>>
}
