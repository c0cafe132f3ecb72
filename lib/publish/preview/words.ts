/**
 * A view in words, in the reader's language: the page's title and description, and what its preview image says.
 * Names, quotes and searches come from outside: what is returned is text, never markup.
 */
import type { Text } from '../../text'
import type { View } from '../../view'
import type { Facts } from './facts'

/** More kinds than this are not told one by one. */
const kindsTold = 4

/** "Strikes and clashes", and the dates apart: "19–21 December 2025", or null where the view is of any time. */
export function viewParts(view: View, { incident }: Facts, text: Text): { what: string; dates: string | null } {
  const { t } = text
  if (incident) {
    const { type, status, place, edtf } = incident
    const values = { type: t(`common.${type}`), status: t(`common.${status}`).toLocaleLowerCase(text.locale), place: place ?? t('common.unplaced') }
    return { what: t(status === 'happened' ? 'preview.incidentTitle' : 'preview.incidentTitleStatus', values), dates: text.dates(edtf) }
  }
  let what = view.type && view.type.length <= kindsTold ? capital(list(view.type.map((type) => t(`preview.${type}Kind`)), text), text) : t('preview.incidents')
  if (view.status) what = t('preview.statuses', { what, statuses: list(view.status.map((status) => t(`common.${status}`).toLocaleLowerCase(text.locale)), text) })
  if (view.q) what = t('preview.mentioning', { what, q: view.q })
  const { from, to } = view
  const day = (iso: string) => text.dates(iso)
  const dates = from && to ? day(from === to ? from : `${from}/${to}`) : from ? t('preview.since', { day: day(from) }) : to ? t('preview.until', { day: day(to) }) : null
  if (!view.type && !view.status && !view.q && !dates) return { what: t('preview.everything'), dates: null }
  return { what, dates }
}

/** "Strikes and clashes · 19–21 December 2025", "Strike, Odesa — 20 December 2025". */
export function viewTitle(view: View, facts: Facts, text: Text): string {
  const { what, dates } = viewParts(view, facts, text)
  if (!dates) return what
  return text.t(facts.incident ? 'preview.incidentWithDates' : 'preview.withDates', { what, dates })
}

/** "39 incidents: 26 strikes, 9 meetings and 4 of other kinds"; of an open incident its quote. */
export function viewDescription(facts: Facts, text: Text): string {
  const { t } = text
  if (facts.incident) {
    const { quote, publisher } = facts.incident
    return publisher ? t('preview.quoteFrom', { quote, publisher }) : t('preview.quote', { quote })
  }
  const { total, byType } = facts
  if (!total) return t('preview.none')
  const told = byType.slice(0, byType.length > kindsTold + 1 ? kindsTold : byType.length)
  const rest = total - told.reduce((sum, [, n]) => sum + n, 0)
  const kinds = told.map(([type, count]) => t(`preview.${type}Count`, { count }))
  if (rest) kinds.push(t('preview.others', { count: text.number(rest) }))
  return t('preview.summary', { incidents: t('common.incidents', { count: total }), kinds: list(kinds, text) })
}

/** What the preview image shows, for those who do not see it. */
export function viewAlt(view: View, facts: Facts, text: Text): string {
  return text.t('preview.alt', { title: viewTitle(view, facts, text), summary: viewDescription(facts, text) })
}

const list = (parts: string[], { locale }: Text): string => new Intl.ListFormat(locale).format(parts)
const capital = (words: string, { locale }: Text): string => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
