import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { TextProvider } from '../components/text'
import { pageMessagesOf } from '../lib/messages'
import { directionOf } from '../lib/text'
import { serverLocale, serverText } from './server-text'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverText()
  return { title: { default: t('frame.title'), template: `%s — ${t('frame.name')}` }, description: t('frame.description') }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [{ media: '(prefers-color-scheme: light)', color: '#fbfaf6' }, { media: '(prefers-color-scheme: dark)', color: '#171b20' }],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await headers()).get('x-theme') ?? (await cookies()).get('theme')?.value
  const locale = await serverLocale()
  return (
    <html lang={locale} dir={directionOf(locale)} {...(theme === 'light' || theme === 'dark' ? { 'data-theme': theme } : {})}>
      <body><TextProvider locale={locale} messages={pageMessagesOf(locale)}>{children}</TextProvider></body>
    </html>
  )
}
