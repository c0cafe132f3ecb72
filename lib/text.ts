/**
 * Words of the interface in the reader's language: messages (ICU MessageFormat, compiled by lib/messages on the server),
 * numbers and dates by locale. The same value serves a page on the server, a component in the browser, a feed and the preview image.
 */
import { setupI18n } from '@lingui/core'
import type { MessageKey } from './message-keys'

export const locales = ['en', 'uk', 'ar'] as const
export type Locale = (typeof locales)[number]
export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** What each language calls itself, for the switch. */
export const localeNames: Record<Locale, string> = { en: 'English', uk: 'Українська', ar: 'العربية' }
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr')

/** Message key → its compiled form; plain JSON, so that a server hands a browser the one language it needs. */
export type CompiledMessages = Record<string, string | unknown[]>

/** BCP 47 tags that give the usual forms: "20 December 2025", and Western digits in Arabic, as its news sites mostly write. */
const tags: Record<Locale, string> = { en: 'en-GB', uk: 'uk-UA', ar: 'ar-u-nu-latn' }

export type Text = {
  locale: Locale
  /** The message of a key; a key without one is a bug and shows as itself. */
  t(key: MessageKey, values?: Record<string, string | number>): string
  /** 12345 → "12,345". */
  number(value: number): string
  /** EDTF → words: "20–21 December 2025", "July 2025", "2018"; the message `common.undated` for null. */
  dates(edtf: string | null | undefined): string
  /** An ISO day in few words, for axes and chips: "20 Dec", with the year "20 Dec 2025". */
  shortDay(iso: string, withYear?: boolean): string
}

export function makeText(locale: Locale, messages: CompiledMessages): Text {
  const i18n = setupI18n({ locale: tags[locale], messages: { [tags[locale]]: messages as never } })
  const numbers = new Intl.NumberFormat(tags[locale])
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', ...options })
  const whole = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const month = format({ month: 'long', year: 'numeric' })
  const year = format({ year: 'numeric' })
  const short = format({ day: 'numeric', month: 'short' })
  const shortYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
  // "21 грудня 2025 р.": the abbreviated "year" belongs into documents, not beside an incident.
  const plain = (words: string) => (locale === 'uk' ? words.replace(/\sрр?\./g, '') : words)
  const t: Text['t'] = (key, values) => i18n._(key, values)
  const formatOf = (date: string) => (date.length === 4 ? year : date.length === 7 ? month : whole)
  const at = (date: string) => Date.parse(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`)
  const isDate = (date: string) => /^\d{4}(-\d\d){0,2}$/.test(date) && !Number.isNaN(at(date))
  return {
    locale,
    t,
    number: (value) => numbers.format(value),
    dates(edtf) {
      const [first = '', last] = (edtf ?? '').split('/')
      if (!isDate(first)) return edtf || t('common.undated')
      if (last === undefined || !isDate(last)) return plain(formatOf(first).format(at(first)))
      // The spaces around the dash differ between the ICU of servers and browsers: "20–21 December 2025", but "30 November – 2 December 2025".
      const range = plain(formatOf(first.length > last.length ? first : last).formatRange(at(first), at(last)))
      return range.replace(/^(.*?)\s*–\s*/, (_, start: string) => `${start}${/\s/.test(start) ? ' – ' : '–'}`)
    },
    shortDay: (iso, withYear = false) => plain((withYear ? shortYear : short).format(at(iso))),
  }
}
