import type { Metadata } from 'next'
import type { StoredArticle } from '../lib/store/articles'
import type { Text } from '../lib/text'
import { ogLocales } from './view-metadata'

/** Characters of an article's beginning that stand for it; previews cut at about as many. */
const mostDescribed = 200

/** What the head of an article's page says; its picture is the map of the first incident it tells of. */
export function articleMetadata(article: StoredArticle, text: Text, base: string): Metadata {
  const title = article.title ?? text.t('common.untitled')
  const start = article.text.slice(0, 2 * mostDescribed).replace(/\s+/g, ' ').trim()
  const description = start.length > mostDescribed ? `${start.slice(0, start.lastIndexOf(' ', mostDescribed))}…` : start
  const url = `${base}/article/${encodeURIComponent(article.id)}`
  const first = article.reports[0]?.incident
  const image = { url: `${base}/preview.png?${first ? `incident=${first}&` : ''}lang=${text.locale}`, width: 1200, height: 630, type: 'image/png', alt: text.t('share.previewAlt', { title }) }
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'article', siteName: 'Dateline', title, description, url, locale: ogLocales[text.locale], images: [image], ...(article.published && { publishedTime: article.published }) },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}
