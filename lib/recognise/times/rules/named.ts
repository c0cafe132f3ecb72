/** Rules for months, years, seasons and feasts. */
import type { DatePart } from '../../../types'
import { anchorsOf, DECADE_FIGURES, YEAR_FIGURES } from '../anchors'
import { FEAST, FESTIVE, HOLIDAY, MONTH, SEASON, YEAR, holidayOf, isCapitalised, monthOf, words } from '../words'
import { lastNextThis, wordBoundary, type Rule } from './rule'

/** "early", "mid-", "the end of", "the first half of", "the last week of". */
const PART = '(?:(?<part>early|late|mid|middle)(?:-|\\s+)(?:in\\s+)?|(?:the\\s+)?(?<piece>start|beginning|middle|end|first\\s+half|second\\s+half|first\\s+week|last\\s+week|first\\s+days|last\\s+days|final\\s+days)\\s+of\\s+)'

function partOf(word: string | undefined): { part?: DatePart } {
  const lower = word?.toLowerCase().replace(/\s+/g, ' ')
  if (!lower) return {}
  if (lower === 'first half' || lower === 'second half' || lower === 'first week' || lower === 'last week') return { part: lower }
  if (lower === 'first days') return { part: 'first week' }
  if (lower === 'last days' || lower === 'final days') return { part: 'last week' }
  if (lower.startsWith('mid')) return { part: 'mid' }
  return { part: lower === 'late' || lower === 'end' ? 'late' : 'early' }
}

function isModel(after: string): boolean {
  const next = /^\s+(\p{L}+)/u.exec(after)?.[1]
  return next === undefined || isCapitalised(next) || words.vehicles.includes(next.toLowerCase())
}

export const namedRules: Rule[] = [
  // "in July", "in early July 2025", "last December", "at the end of May", "a failed July coup"; not "may", "march", "Theresa May"
  {
    name: 'month',
    anchors: anchorsOf(words.months),
    pattern: wordBoundary(`(?:(?<lead>in|of|since|until|till|by|from|to|through|during|before|after|between|and|around|throughout|at|the|an?(?:\\s+(?!early|late|mid)[a-z-]+)?)\\s+)?(?:the\\s+(?=start|beg|mid|end|fi|se|la))?${PART}?(?:(?<which>last|next|this)\\s+)?(?<month>${MONTH})(?:(?:,|\\s+of)?\\s+(?<year>${YEAR}))?`),
    read: ({ lead, part, piece, which, month, year }, { after }) => {
      if (!month || !isCapitalised(month) || /^\s*\d/.test(after)) return null
      const cut = partOf(part ?? piece)
      if (!year && !which && !lead && !cut.part) return null
      // "the March offensive", but not "the March for Life"
      if (!year && !cut.part && /^(?:the|an?\b)/i.test(lead ?? '') && !/^\s+(?!(?:for|on|of|to|by|in|from)\b)\p{Ll}/u.test(after) && words.monthsThatAreOtherWords.includes(month.toLowerCase())) return null
      // "to June Brown", "of May Day"
      if (!year && /^\s+\p{Lu}\p{Ll}/u.test(after) && words.monthsThatAreOtherWords.includes(month.toLowerCase()) && !/^(?:in|since|until|during)$/i.test(lead ?? '')) return null
      const named = lastNextThis(which)
      return { form: 'date', date: { month: monthOf(month), ...(year && { year: Number(year) }) }, ...(named && { which: named }), ...cut }
    },
  },
  // "in 1988", "the poisoning of 2018", "since 2021", "the 2014 annexation", "his 2014 trial", "in late 2024"; not "by 2000 people", "in 2000 homes"
  {
    name: 'year',
    anchors: [YEAR_FIGURES],
    pattern: wordBoundary(`(?:(?<lead>in|since|of|during|until|till|by|from|before|after|around|the|an?|his|her|its|their|failed|deadly|bloody|devastating)(?:-|\\s+))?${PART}?(?<year>${YEAR})`),
    read: ({ lead, part, piece, year }, { after }) => {
      const value = Number(year)
      const cut = partOf(part ?? piece)
      if (!lead && !cut.part) return null
      if (/^[-–/]\d|^[.,]\d|^\s*(?:%|per\s*cent)/i.test(after)) return null
      const isCount = /^\s+(?:\p{Ll}+s|people|men|women|children)\b/u.test(after)
      const attributive = !/^(?:in|since|of|during|until|till|by|from|before|after|around)?$/i.test(lead ?? '')
      if (attributive && !cut.part && (value < 1900 || !/^\s+\p{L}/u.test(after) || (isCount && !/^the$/i.test(lead ?? '')))) return null
      // "a 2003 pickup", "her 2001 Chevrolet": a model
      if (/^(?:an?|his|her|its|their)$/i.test(lead ?? '') && isModel(after)) return null
      if (isCount && (/^(?:of|by|from|around|before|after)$/i.test(lead ?? '') || value % 100 === 0 || value < 1900)) return null
      return { form: 'date', date: { year: value }, ...cut }
    },
  },
  // "from 2014 to 2016", "between 2014 and 2016", "in 2014–16", "2014-2016"
  {
    name: 'years',
    anchors: [YEAR_FIGURES],
    pattern: wordBoundary(`(?:(?<lead>from|between|in|during|of|the)\\s+)(?<first>${YEAR})(?:\\s+(?<word>to|and|until|through)\\s+(?:in\\s+)?|\\s*[-–—]\\s*)(?<last>${YEAR}|\\d{2}(?!\\d))`),
    read: ({ lead, first, word, last }, { after }) => {
      // "the 2009-10 fiscal year"
      if (/^[-–/]\d|^[.,]\d/.test(after) || words.yearNouns.includes(/^\s+(\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? '')) return null
      const from = Number(first)
      const to = last?.length === 2 ? Math.floor(from / 100) * 100 + Number(last) : Number(last)
      if (word && last?.length === 2) return null
      if (/^and$/i.test(word ?? '') && !/^between$/i.test(lead ?? '') && to !== from + 1) return null
      return to > from && to - from <= 99 ? { form: 'date', date: { year: from }, endDate: { year: to } } : null
    },
  },
  // "in the 1990s", "the late 1980s"
  {
    name: 'decade',
    anchors: [DECADE_FIGURES],
    pattern: wordBoundary('the\\s+(?:(?<part>early|late|mid)(?:-|\\s+))?(?<decade>1[5-9]\\d0|20\\d0)s'),
    read: ({ part, decade }) => {
      const first = Number(decade)
      const [from, to] = { early: [0, 3], mid: [4, 6], late: [7, 9] }[part?.toLowerCase() ?? ''] ?? [0, 9]
      return { form: 'date', date: { year: first + from! }, endDate: { year: first + to! } }
    },
  },
  // "in the spring of 2024", "last summer", "since the spring", "this winter"
  {
    name: 'season',
    anchors: Object.keys(words.seasons),
    pattern: wordBoundary(`(?:(?:in|of|since|during|until|by|over)\\s+(?<the>the\\s+)?|(?<which>last|next|this)\\s+)(?:(?:early|late)\\s+)?(?<season>${SEASON})(?:(?:\\s+of)?\\s+(?<year>${YEAR}))?`),
    read: ({ the, which, season, year }, { after }) => {
      // "in spring water", "in the fall of the government", "the first spring of the invasion"
      if (!year && /^\s+of\b/i.test(after)) return null
      if (!year && !which && !the) return null
      const name = season?.toLowerCase() === 'fall' ? 'autumn' : season?.toLowerCase() as 'spring'
      const named = lastNextThis(which)
      return { form: 'season', season: name, ...(year && { year: Number(year) }), ...(named && { which: named }) }
    },
  },
  // "on Christmas Day", "New Year’s Eve 2024"
  {
    name: 'holiday',
    anchors: anchorsOf(words.holidays),
    pattern: wordBoundary(`(?:(?<which>last|next|this)\\s+)?(?<holiday>${HOLIDAY})(?:,?\\s+(?<year>${YEAR}))?`),
    read: ({ which, holiday, year }) => {
      if (!holiday || !isCapitalised(holiday)) return null
      const [month, day] = holidayOf(holiday)
      const named = lastNextThis(which)
      return { form: 'date', date: { month: month!, day: day!, ...(year && { year: Number(year) }) }, ...(named && { which: named }) }
    },
  },
  // "at Christmas", "over New Year": some days around a feast
  {
    name: 'festive',
    anchors: anchorsOf(words.festiveDays),
    pattern: wordBoundary(`(?:at|over|during|this|last|next)\\s+(?<feast>${FESTIVE})(?:\\s+(?<year>${YEAR}))?`),
    read: ({ feast, year }, { after }) => {
      if (!feast || !isCapitalised(feast) || /^\s+(?:\p{Lu}|m|t[or]|f|s|p|c)|^['’]/u.test(after)) return null
      const [month, day, toMonth, toDay] = words.festiveDays[feast.toLowerCase().replace(/\s+/g, ' ')]!
      const to = year ? Number(year) + (toMonth! < month! ? 1 : 0) : undefined
      return { form: 'date', date: { month: month!, day: day!, ...(year && { year: Number(year) }) }, endDate: { month: toMonth!, day: toDay!, ...(to && { year: to }) } }
    },
  },
  // "on Good Friday", "Easter Sunday 2019", "on Thanksgiving": days that move from year to year
  {
    name: 'feast',
    anchors: anchorsOf(words.movableFeasts),
    pattern: wordBoundary(`(?:on|since|until|before|after|this|last|next)\\s+(?<feast>${FEAST})(?:,?\\s+(?<year>${YEAR}))?`),
    read: ({ feast, year }, { after }) => {
      // "the Good Friday Agreement"
      if (!feast || !isCapitalised(feast) || /^\s+\p{Lu}/u.test(after)) return null
      return { form: 'feast', feast: feast.toLowerCase().replace(/\s+/g, ' '), ...(year && { year: Number(year) }) }
    },
  },
]
