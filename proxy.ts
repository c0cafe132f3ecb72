/**
 * The Content-Security-Policy of every page. A fresh nonce lets through the scripts this server writes and no other,
 * so that nothing an article brings along can ever run. Leaflet and React set styles through the CSSOM, which needs no exception.
 */
import { NextResponse, type NextRequest } from 'next/server'

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce, process.env.DATELINE_TILES, process.env.NODE_ENV === 'development')
  // Next reads the nonce for its own scripts from the policy in the request's headers.
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  // Layouts see no query: the language a link asks for reaches them this way.
  headers.delete('x-lang')
  const lang = request.nextUrl.searchParams.get('lang')
  if (lang) headers.set('x-lang', lang.slice(0, 8))
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// The API's answers are data and carry no scripts; files under _next/static and public/ are not pages.
export const config = {
  matcher: [{ source: '/((?!api/|_next/static|_next/image|.*\\.(?:ico|svg|png|pmtiles|webmanifest)$).*)', missing: [{ type: 'header', key: 'next-router-prefetch' }] }],
}

/** @param dev React's development build evaluates code and injects styles. */
function contentSecurityPolicy(nonce: string, tiles: string | undefined, dev: boolean): string {
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
    `frame-ancestors 'self'`,
  ].join('; ')
}

/** "https://{s}.tiles.example/{z}/{x}/{y}.png" → " https://*.tiles.example"; a setting that is no http address adds nothing. */
function originOf(tiles: string | undefined): string {
  const [, scheme, host] = /^(https?):\/\/((?:\{s\}\.)?[a-z0-9.-]+(?::\d+)?)(?:\/|$)/i.exec(tiles ?? '') ?? []
  return scheme && host ? ` ${scheme}://${host.replace('{s}', '*')}` : ''
}
