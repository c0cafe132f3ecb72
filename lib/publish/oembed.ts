/** oEmbed 1.0 (https://oembed.com): what a publishing system asks for when somebody pastes a link to a map. */
import { embedDefaults, embedHref, embedSnippet, escapeMarkup, parseEmbed, type EmbedOptions } from '../embed'
import { DatelineError } from '../errors'
import { parseView } from '../query'
import { formatView, type View } from '../view'

type OEmbed = {
  type: 'rich'
  version: '1.0'
  provider_name: string
  provider_url: string
  title: string
  html: string
  width: number
  height: number
  thumbnail_url?: string
  thumbnail_width?: number
  thumbnail_height?: number
}

/** Pixels of a frame nobody gave limits for, and of the preview image as link previews take it. */
const frame = { width: 640, height: 480 }
const preview = { width: 1200, height: 630 }
/** Below this a thumbnail shows nothing, so there is none. */
const leastThumbnail = 200

export type Asked = { view: View; options: EmbedOptions; format: 'json' | 'xml'; maxWidth?: number; maxHeight?: number }

/**
 * Reads a request for an embed.
 * @param base public address of this server
 * @throws DatelineError `invalid-query` for a missing address or a size that is no whole number of pixels, `not-offered` for another
 *   format, `not-found` for an address that is not of a map here.
 */
export function parseAsked(params: URLSearchParams, base: string): Asked {
  const format = params.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') throw new DatelineError('not-offered', `format=${JSON.stringify(format)} is not one of json, xml.`)
  const address = params.get('url')
  if (!address) throw invalid('url', address ?? '', 'is missing')
  const url = URL.canParse(address) ? new URL(address) : undefined
  const ours = url && /^https?:$/.test(url.protocol) && url.host === new URL(base).host
  if (!ours || (url.pathname !== '/' && url.pathname !== '/embed')) throw new DatelineError('not-found', `url=${JSON.stringify(address)} is not the address of a map at ${base}.`)
  return {
    view: parseView(url.searchParams).view,
    options: url.pathname === '/embed' ? parseEmbed(url.searchParams) : { ...embedDefaults, lang: parseEmbed(url.searchParams).lang },
    format,
    maxWidth: pixels(params, 'maxwidth'),
    maxHeight: pixels(params, 'maxheight'),
  }
}

/** @param title of the view, plain text */
export function toOEmbed({ view, options, maxWidth = Infinity, maxHeight = Infinity }: Asked, title: string, base: string): OEmbed {
  const width = Math.min(frame.width, maxWidth)
  const height = Math.min(frame.height, maxHeight)
  const scale = Math.min(1, maxWidth / preview.width, maxHeight / preview.height)
  const thumbnail = { width: Math.floor(preview.width * scale), height: Math.floor(preview.height * scale) }
  const query = [formatView(view), scale < 1 ? `size=${thumbnail.width}x${thumbnail.height}` : '', options.lang ? `lang=${options.lang}` : ''].filter(Boolean).join('&')
  return {
    type: 'rich',
    version: '1.0',
    provider_name: 'Dateline',
    provider_url: `${base}/`,
    title,
    html: embedSnippet({ src: base + embedHref(view, options), title, width, height }),
    width,
    height,
    ...(Math.min(thumbnail.width, thumbnail.height) < leastThumbnail ? {} : {
      thumbnail_url: `${base}/preview.png${query ? `?${query}` : ''}`,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
  }
}

/** The XML form: one element a field. Characters XML 1.0 has no place for are left out. */
export function toXml(answer: OEmbed): string {
   
  const written = (value: string | number) => escapeMarkup(String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ''))
  const fields = Object.entries(answer).map(([name, value]) => `  <${name}>${written(value)}</${name}>`)
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${fields.join('\n')}\n</oembed>\n`
}

function pixels(params: URLSearchParams, name: string): number | undefined {
  const value = params.get(name)
  if (value === null) return undefined
  if (!/^[1-9]\d{0,5}$/.test(value)) throw invalid(name, value, 'is not a whole number of pixels')
  return Number(value)
}

function invalid(name: string, value: string, reason: string): DatelineError {
  return new DatelineError('invalid-query', `${name}=${JSON.stringify(value)} ${reason}`, { invalidParams: [{ name, value, reason }] })
}
