import type { Metadata } from 'next'
import { viewAlt, viewDescription, viewTitle } from '../lib/publish/preview/words'
import type { Locale, Text } from '../lib/text'
import { formatView } from '../lib/view'
import type { Shown } from './shown'

/** As Open Graph names them, with a country each. */
export const ogLocales: Record<Locale, string> = { en: 'en_GB', uk: 'uk_UA', ar: 'ar_AR' }

/**
 * What the head of a page says of the view it shows. The canonical address is the view read and written again: whatever a link
 * brought along that means nothing (broken parts, campaign marks) is not in it. Filtered views are pages in their own right.
 * @param base public address of this server
 */
export function viewMetadata({ view, facts }: Shown, text: Text, base: string): Metadata {
  const query = formatView(view)
  const url = `${base}/${query ? `?${query}` : ''}`
  const isPlain = query === ''
  const title = isPlain ? text.t('frame.title') : viewTitle(view, facts, text)
  const description = viewDescription(facts, text)
  const image = { url: `${base}/preview.png?${[query, `lang=${text.locale}`].filter(Boolean).join('&')}`, width: 1200, height: 630, type: 'image/png', alt: viewAlt(view, facts, text) }
  const oembed = (format: string) => [{ url: `${base}/api/oembed?format=${format}&url=${encodeURIComponent(url)}`, title }]
  return {
    title: { absolute: isPlain ? title : `${title} — Dateline` },
    description,
    alternates: { canonical: url, types: { 'application/json+oembed': oembed('json'), 'text/xml+oembed': oembed('xml') } },
    openGraph: { type: 'website', siteName: 'Dateline', title, description, url, locale: ogLocales[text.locale], images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}
