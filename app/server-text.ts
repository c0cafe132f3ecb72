import { cookies, headers } from 'next/headers'
import { chooseLocale, textOf } from '../lib/messages'
import type { Locale, Text } from '../lib/text'

/** The language of this request: `?lang=` (proxy.ts hands it on), the cookie of the switch, or what the browser accepts. */
export async function serverLocale(): Promise<Locale> {
  const sent = await headers()
  return chooseLocale(sent.get('x-lang'), (await cookies()).get('lang')?.value, sent.get('accept-language'))
}

export async function serverText(): Promise<Text> {
  return textOf(await serverLocale())
}
