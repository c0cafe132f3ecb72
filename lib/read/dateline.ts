import type { CalendarDate, Dateline, Span } from '../types'
import { isoDay } from './day'
import { isWeekday, monthNumber, notDateline, placeParticles } from './words'

/** Longest dateline looked for; "UNITED NATIONS, New York, Sept. 21, 2025 (Agency name)" has 50 characters. */
const reach = 110
const separator = /\s*(?:–|—|―|--|\u2012)\s*|\s-\s+|:\s+/g
const agencyPart = /\s*(?:\(([^()]{2,40})\)|\/([\p{L} ]{2,30})\/)\s*$/u
const monthFirst = /(?:^|[,\s]\s*)(\p{L}{3,9}\.?)\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?$/u
const dayFirst = /(?:^|[,\s]\s*)(\d{1,2})(?:st|nd|rd|th)?\s(\p{L}{3,9}\.?)(?:,?\s(\d{4}))?$/u
const lastWord = /(?:^|[,\s]\s*)(\p{L}+)$/u

/**
 * The dateline of an article, looked for at the head of its first paragraphs (a headline and a byline may stand before):
 * "MIAMI, Dec. 21, 2025 –", "KYIV, Feb. 6 (Reuters) —", "ODESSA, Texas, Aug. 26, 2025 (Permian Wire) -", "Hanoi (VNA) –", "BEIRUT: ".
 */
export function datelineOf(text: string, paragraphs: Span[]): Dateline | undefined {
  for (const paragraph of paragraphs.slice(0, 4)) {
    const dateline = readDateline(text, paragraph)
    if (dateline) return dateline
  }
  return undefined
}

function readDateline(text: string, paragraph: Span): Dateline | undefined {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + reach))
  separator.lastIndex = 0
  for (let match = separator.exec(head); match; match = separator.exec(head)) {
    const before = head.slice(0, match.index)
    // Inside "(AP -- Miami)" the dash belongs to the bracket.
    if (before.lastIndexOf('(') > before.lastIndexOf(')')) continue
    const parts = partsOf(before)
    if (!parts) return undefined
    const rest = text.slice(paragraph.start + match.index + match[0].length, paragraph.end)
    if (!believable(parts, match[0].trim(), rest)) return undefined
    const { place, date, agency } = parts
    return {
      start: paragraph.start,
      end: paragraph.start + match.index + match[0].trimEnd().length,
      ...(place && { place: { text: place, start: paragraph.start, end: paragraph.start + place.length } }),
      ...(date && { date }),
      ...(agency && { agency }),
    }
  }
  return undefined
}

type Parts = { place?: string; qualified: boolean; date?: CalendarDate; agency?: string }

/** Reads "ODESSA, Texas, Aug. 26, 2025 (Permian Wire)" from its end; `undefined` if a part is not one of a dateline. */
function partsOf(head: string): Parts | undefined {
  let rest = head.trimEnd()
  const agencyMatch = agencyPart.exec(rest)
  const agency = agencyMatch?.[1] ?? agencyMatch?.[2]
  if (agencyMatch) rest = rest.slice(0, agencyMatch.index)

  const dated = dateAtEnd(rest)
  if (dated) rest = rest.slice(0, dated.index)
  const weekday = lastWord.exec(rest)
  if (weekday && isWeekday(weekday[1]!)) rest = rest.slice(0, weekday.index)

  const date = dated?.date
  rest = rest.replace(/[,\s]+$/, '')
  if (rest === '') return date && agency ? { qualified: false, date, agency } : undefined
  const names = rest.split(/,\s*/)
  if (names.length > 3 || !names.every(isName)) return undefined
  // "MOSCOW/KYIV" was filed from two places; the first one counts.
  const place = names[0]!.split(/\s*\/\s*/)[0]!
  return { place, qualified: names.length > 1, ...(date && { date }), ...(agency && { agency }) }
}

function dateAtEnd(text: string): { index: number; date: CalendarDate } | undefined {
  const tail = text.slice(-40)
  const offset = text.length - tail.length
  const found = (index: number, name: string, day: string, year?: string) => {
    const month = monthNumber(name)
    const date = { ...(year && { year: Number(year) }), month, day: Number(day) }
    // A leap year stands in for the year that is not given.
    if (month === undefined || !isoDay({ year: 2000, ...date })) return undefined
    return { index: offset + index, date }
  }
  const first = monthFirst.exec(tail)
  if (first) return found(first.index, first[1]!, first[2]!, first[3])
  const second = dayFirst.exec(tail)
  return second ? found(second.index, second[2]!, second[1]!, second[3]) : undefined
}

/** "Democratic Republic of Congo", "St. Louis", "Port-au-Prince": capitalised words and particles, nothing else. */
function isName(name: string): boolean {
  const words = name.split(/\s+/)
  if (words.length > 6 || name.length > 50) return false
  return words.every((word, i) => /^\p{Lu}[\p{L}\p{M}.'’/-]*$/u.test(word) || (i > 0 && placeParticles.has(word)))
}

/** "Miami, the city of …" and "Smith – a doctor – said" look alike at first; a date, an agency or capitals decide. */
function believable({ place, date, agency, qualified }: Parts, mark: string, rest: string): boolean {
  if (!/^["'“‘«([]?[\p{Lu}\p{N}]/u.test(rest)) return false
  if (place && notDateline.has(place.split(/\s/)[0]!.toLowerCase())) return false
  if (date || agency) return true
  if (!place || !/[.!?]["'”’)]?\s*$/.test(rest)) return false
  const words = place.split(/\s+/).length
  const capitals = /^[^\p{Ll}]{3,}$/u.test(place)
  if (mark === ':') return capitals && words <= 3
  // "Geneva — Negotiators met …", but not "Smith — The Doctor — said"
  return capitals || (words <= 3 && mark !== '-' && !/[–—]|--/.test(rest.slice(0, 80)) && !qualified)
}
