/**
 * The message files, compiled: messages/<locale>/<file>.json, flat "name": "ICU message". Server only; a browser gets the one
 * language it shows with the page. What a language lacks is said in English.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { isLocale, locales, makeText, type CompiledMessages, type Locale, type Text } from './text'

const folder = join(/* turbopackIgnore: true */ process.cwd(), 'messages')
const compiled = new Map<Locale, CompiledMessages>()
const texts = new Map<Locale, Text>()

/** Every message of a language by its key, "timeline.play". */
function messagesOf(locale: Locale): CompiledMessages {
  let messages = compiled.get(locale)
  if (!messages) {
    messages = locale === 'en' ? {} : { ...messagesOf('en') }
    for (const file of readdirSync(join(folder, locale)).sort()) {
      const entries = Object.entries(JSON.parse(readFileSync(join(folder, locale, file), 'utf8')) as Record<string, string>)
      for (const [name, message] of entries) messages[`${file.replace(/\.json$/, '')}.${name}`] = compileMessage(message) as CompiledMessages[string]
    }
    if (process.env.NODE_ENV !== 'development') compiled.set(locale, messages)
  }
  return messages
}

/** What a browser gets: all but the words of the preview image, which the server alone draws. */
export function pageMessagesOf(locale: Locale): CompiledMessages {
  return Object.fromEntries(Object.entries(messagesOf(locale)).filter(([key]) => !key.startsWith('preview.')))
}

export function textOf(locale: Locale): Text {
  let text = texts.get(locale)
  if (!text || process.env.NODE_ENV === 'development') texts.set(locale, (text = makeText(locale, messagesOf(locale))))
  return text
}

/**
 * The language of a reader: what the link asks for, else what was chosen before, else the first the browser lists that there is, else English.
 * @param accepted the Accept-Language header
 */
export function chooseLocale(asked: string | null | undefined, chosen: string | null | undefined, accepted: string | null | undefined): Locale {
  if (isLocale(asked)) return asked
  if (isLocale(chosen)) return chosen
  const ranked = (accepted ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const q = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean)
    return { language: tag.split('-')[0]!, q: q === undefined ? 1 : Number(q) || 0 }
  })
  return ranked.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q).map(({ language }) => locales.find((locale) => locale === language)).find((locale) => locale !== undefined) ?? 'en'
}
