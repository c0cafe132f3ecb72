/**
 * The Content-Security-Policy of every page. A fresh nonce lets through the scripts this server writes and no other,
 * so that nothing an article brings along can ever run. Leaflet and React set styles through the CSSOM, which needs no exception.
 */
import { NextResponse, type NextRequest } from 'next/server'

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const isFrame = request.nextUrl.pathname === '/embed'
  const policy = contentSecurityPolicy(nonce, { tiles: process.env.DATELINE_TILES, anywhere: isFrame, dev: process.env.NODE_ENV === 'development' })
  // Next reads the nonce for its own scripts from the policy in the request's headers.
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  // Layouts see no query: the language a link asks for, and the colours a frame does, reach them this way.
  headers.delete('x-lang')
  const lang = request.nextUrl.searchParams.get('lang')
  if (isWord(lang)) headers.set('x-lang', lang)
  headers.delete('x-theme')
  const theme = request.nextUrl.searchParams.get('theme')
  if (isFrame && isWord(theme)) headers.set('x-theme', theme)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/** What may stand in a header: a link brings along anything. */
const isWord = (value: string | null): value is string => value !== null && /^[a-z]{2,8}$/.test(value)

// The API's answers are data and carry no scripts; files under _next/static and public/ are not pages.
export const config = {
  matcher: [{ source: '/((?!api/|_next/static|_next/image|.*\\.(?:ico|svg|png|pmtiles|webmanifest)$).*)', missing: [{ type: 'header', key: 'next-router-prefetch' }] }],
}

/**
 * @param options `tiles`: the setting of a tile server; `anywhere`: any page may hold this one in a frame; `dev`: React's
 *   development build evaluates code and injects styles
 */
function contentSecurityPolicy(nonce: string, { tiles, anywhere, dev }: { tiles: string | undefined; anywhere: boolean; dev: boolean }): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${dev ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `img-src 'self' data: blob:${originOf(tiles)}`,
    `font-src 'self'`,
    // An archive is read by fetch, a server's tiles are images.
    `connect-src 'self'${/\.pmtiles(\?|$)/i.test(tiles ?? '') ? originOf(tiles) : ''}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors ${anywhere ? '*' : `'self'`}`,
  ].join('; ')
}

/** "https://{s}.tiles.example/{z}/{x}/{y}.png" → " https://*.tiles.example"; a setting that is no http address adds nothing. */
function originOf(tiles: string | undefined): string {
  const [, scheme, host] = /^(https?):\/\/((?:\{s\}\.)?[a-z0-9.-]+(?::\d+)?)(?:\/|$)/i.exec(tiles ?? '') ?? []
  return scheme && host ? ` ${scheme}://${host.replace('{s}', '*')}` : ''
}
