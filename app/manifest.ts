import type { MetadataRoute } from 'next'
import { serverText } from './server-text'

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { t, locale } = await serverText()
  return {
    name: t('frame.title'),
    short_name: 'Dateline',
    description: t('frame.description'),
    lang: locale,
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
