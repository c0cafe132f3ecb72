/**
 * Times told from the reader's day or from the event before, and months, years and seasons: an ordered
 * list of rules, each headed by the words it was written for. Where two rules read overlapping words the
 * longer reading wins, and of equals the earlier rule; so order matters only between equals.
 */
import type { Article, TimeExpression } from '../../types'
import { anchorsIn, anchorsOf, YEAR_FIGURES, DECADE_FIGURES } from './anchors'
import type { Found } from './calendar'
import { HOLIDAY, MONTH, NUMBER, SEASON, VAGUE, WEEKDAY, YEAR, holidayOf, isCapitalised, monthOf, numberOf, weekdayOf, words } from './words'

type Groups = Record<string, string | undefined>
type Context = { before: string; after: string }
/** `anchors`: every match of `pattern` has one of these words in it, so it is tried around them and nowhere else. */
type Rule = { name: string; anchors: string[]; pattern: RegExp; read: (groups: Groups, context: Context) => TimeExpression | null }

const wordBoundary = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}$€£-])${pattern}(?![\\p{L}\\p{N}])`, 'giu')
const DAYPART = '(?:morning|afternoon|evening|night|dawn|noon|midday)'
const UNIT = '(?:hour|day|week|month|year)'
const WHICH = '(?:last|next|this|coming|past|previous)'

const lastNextThis = (word: string | undefined) => {
  const lower = word?.toLowerCase()
  if (lower === 'last' || lower === 'past' || lower === 'previous') return 'last' as const
  if (lower === 'next' || lower === 'coming') return 'next' as const
  return lower === 'this' ? 'this' as const : undefined
}
const step = (word: string | undefined) => ({ last: -1, next: 1, this: 0 })[lastNextThis(word) ?? 'this']
const unitOf = (word: string | undefined) => word?.toLowerCase() as 'day' | 'week' | 'month' | 'year'
const widerUnitOf = (word: string | undefined) => word?.toLowerCase() as 'week' | 'month' | 'year'

const rules: Rule[] = [
  // "on Saturday", "last Friday", "late on Monday", "Tuesday’s talks", "before dawn on Sunday", "Friday last week"
  {
    name: 'weekday',
    anchors: Object.keys(words.weekdays),
    pattern: wordBoundary(`(?:(?:late|early|earlier|later)\\s+(?:on\\s+)?)?(?:(?<which>${WHICH})\\s+)?(?<weekday>${WEEKDAY})(?:\\s+${DAYPART})?(?:,?\\s+(?:of\\s+)?(?<week>last|this|next)\\s+week)?`),
    read: ({ which, weekday, week }, { before, after }) => {
      if (!weekday || !isCapitalised(weekday) || isName(before, after)) return null
      const named = lastNextThis(which)
      return { form: 'weekday', weekday: weekdayOf(weekday), ...(named && { which: named }), ...(week && { week: step(week) }) }
    },
  },
  // "earlier today", "yesterday", "tomorrow night", "this morning", "tonight"
  {
    name: 'day',
    anchors: ['today', 'yesterday', 'tomorrow', 'tonight', 'morning', 'afternoon', 'evening'],
    pattern: wordBoundary(`(?:(?:late|early|earlier|later)\\s+)?(?<day>today|yesterday|tomorrow|tonight|this\\s+(?:morning|afternoon|evening))(?:\\s+${DAYPART})?`),
    read: ({ day }) => ({ form: 'offset', unit: 'day', amount: /^y/i.test(day ?? '') ? -1 : /^tom/i.test(day ?? '') ? 1 : 0 }),
  },
  // "the day before yesterday", "the day after tomorrow"
  {
    name: 'day-beyond',
    anchors: ['yesterday', 'tomorrow'],
    pattern: wordBoundary('(?:the\\s+)?day\\s+(?<day>before\\s+yesterday|after\\s+tomorrow)'),
    read: ({ day }) => ({ form: 'offset', unit: 'day', amount: /^b/i.test(day ?? '') ? -2 : 2 }),
  },
  // "overnight", "last night", "during the night"
  { name: 'night', anchors: ['overnight', 'night'], pattern: wordBoundary('(?:overnight|last\\s+night|(?:during|in|through)\\s+the\\s+night)'), read: () => ({ form: 'night' }) },
  // "the night before last"
  { name: 'night-before-last', anchors: ['night'], pattern: wordBoundary('the\\s+night\\s+before\\s+last'), read: () => ({ form: 'night', of: { form: 'offset', unit: 'day', amount: -2 } }) },
  // "three days ago", "a few weeks ago", "some ten years ago"
  {
    name: 'ago',
    anchors: ['ago'],
    pattern: wordBoundary(`(?<amount>${VAGUE}|${NUMBER})\\s+(?<unit>${UNIT})s?\\s+ago`),
    read: ({ amount, unit }) => fromReference(amount, unit, -1),
  },
  // "in three days’ time"
  {
    name: 'in-time',
    anchors: ['time'],
    pattern: wordBoundary(`in\\s+(?<amount>${VAGUE}|${NUMBER})\\s+(?<unit>${UNIT})s?[’']?s?\\s+time`),
    read: ({ amount, unit }) => fromReference(amount, unit, 1),
  },
  // "last week", "next month", "this year"
  {
    name: 'unit',
    anchors: ['week', 'month', 'year'],
    pattern: wordBoundary(`(?<which>last|next|this|the\\s+coming)\\s+(?<unit>week|month|year)`),
    read: ({ which, unit }) => ({ form: 'offset', unit: unitOf(unit), amount: step(which?.replace(/^the\s+/i, '')) }),
  },
  // "earlier this month", "late last year", "early next week", "so far this year", "the end of the year"
  {
    name: 'part',
    anchors: ['week', 'month', 'year'],
    pattern: wordBoundary(`(?<part>earlier|later|late|early|so\\s+far)\\s+(?:in\\s+)?(?<which>last|next|this|the)\\s+(?<unit>week|month|year)`),
    read: ({ part, which, unit }) => ({ form: 'part', unit: widerUnitOf(unit), amount: step(which), part: partOf(part) }),
  },
  {
    name: 'part-of',
    anchors: ['week', 'month', 'year'],
    pattern: wordBoundary(`(?<part>start|beginning|middle|end)\\s+of\\s+(?<which>last|next|this|the)\\s+(?<unit>week|month|year)`),
    read: ({ part, which, unit }) => ({ form: 'part', unit: widerUnitOf(unit), amount: step(which), ...(/^m/i.test(part ?? '') ? {} : { part: /^e/i.test(part ?? '') ? 'late' as const : 'early' as const }) }),
  },
  // "over the weekend", "last weekend"
  {
    name: 'weekend',
    anchors: ['weekend'],
    pattern: wordBoundary(`(?:(?<which>last|next|this|the|coming)\\s+)weekend`),
    read: ({ which }) => { const named = lastNextThis(which); return { form: 'weekend', ...(named && { which: named }) } },
  },
  // "over the past two weeks", "in recent days", "in the coming days"
  {
    name: 'span',
    anchors: ['hours', 'days', 'weeks', 'months', 'years'],
    pattern: wordBoundary(`(?:in|over|during|within)\\s+(?:the\\s+)?(?<which>past|last|recent|coming|next)\\s+(?:(?<amount>${VAGUE}|${NUMBER})\\s+)?(?<unit>hour|day|week|month|year)s`),
    read: ({ which, amount, unit }) => {
      const direction = /coming|next/i.test(which ?? '') ? 1 : -1
      const count = amount && !(amount.toLowerCase() in { 'a few': 1 }) ? numberOf(amount) : NaN
      if (/hour/i.test(unit ?? '')) return { form: 'span', unit: 'day', amount: direction * (Number.isNaN(count) ? 1 : Math.max(1, Math.ceil(count / 24))) }
      return Number.isNaN(count) ? { form: 'span', unit: unitOf(unit), amount: direction, vague: true } : { form: 'span', unit: unitOf(unit), amount: direction * count }
    },
  },
  // "a day earlier", "two weeks later", "three days before", "hours later", "a few hours after"
  {
    name: 'after-event',
    anchors: ['hour', 'hours', 'day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years', 'night', 'nights'],
    pattern: wordBoundary(`(?:(?<amount>${VAGUE}|${NUMBER}|the)\\s+)?(?<unit>${UNIT}|night)(?<plural>s)?\\s+(?<side>earlier|before|previously|later|after(?:wards?)?)`),
    read: ({ amount, unit, plural, side }) => {
      if (!amount && !plural) return null
      const direction = /^(?:e|b|p)/i.test(side ?? '') ? -1 : 1
      const kind = /night/i.test(unit ?? '') ? 'day' : unit?.toLowerCase() as 'hour' | 'day'
      const count = !amount ? NaN : /^the$/i.test(amount) ? 1 : numberOf(amount)
      // "days before the summit" tells when the summit is not
      if (Number.isNaN(count) && kind !== 'hour' && /^(?:before|after)$/i.test(side ?? '')) return null
      return Number.isNaN(count) ? { form: 'anaphoric', unit: kind, amount: direction, vague: true } : { form: 'anaphoric', unit: kind, amount: direction * count }
    },
  },
  // "the next day", "the following morning", "the same evening", "that day", "the previous week"
  {
    name: 'next-day',
    anchors: ['day', 'morning', 'afternoon', 'evening', 'night', 'week', 'month', 'year'],
    pattern: wordBoundary(`(?:(?:later|early|late)\\s+)?(?:the\\s+(?:very\\s+)?(?<which>next|following|previous|same)|(?<that>that)(?:\\s+same)?)\\s+(?<unit>day|morning|afternoon|evening|night|week|month|year)`),
    read: ({ which, that, unit }) => {
      const amount = that || /same/i.test(which ?? '') ? 0 : /prev/i.test(which ?? '') ? -1 : 1
      const wide = /^(?:week|month|year)$/i.test(unit ?? '')
      return { form: 'anaphoric', unit: wide ? unitOf(unit) : 'day', amount }
    },
  },
  // "later in the day"
  { name: 'same-day', anchors: ['day', 'morning', 'evening', 'afternoon'], pattern: wordBoundary('(?:later|earlier)\\s+in\\s+the\\s+(?:day|morning|evening|afternoon)'), read: () => ({ form: 'anaphoric', unit: 'day', amount: 0 }) },
  // "in July", "in early July 2025", "last December", "a failed July coup"; not "may", "march", "Theresa May"
  {
    name: 'month',
    anchors: anchorsOf(words.months),
    pattern: wordBoundary(`(?:(?<lead>in|of|since|until|till|by|from|to|through|during|before|after|between|and|around|throughout|the|an?(?:\\s+[a-z-]+)?)\\s+)?(?:(?:early|late|mid)(?:-|\\s+))?(?:(?<which>last|next|this|early|late|mid)\\s+)?(?<month>${MONTH})(?:(?:,|\\s+of)?\\s+(?<year>${YEAR}))?`),
    read: ({ lead, which, month, year }, { after }) => {
      if (!month || !isCapitalised(month) || /^\s*\d/.test(after)) return null
      if (!year && !which && !lead) return null
      // "the March offensive", but not "the March for Life"
      if (!year && /^(?:the|an?\b)/i.test(lead ?? '') && !/^\s+(?!(?:for|on|of|to|by|in|from)\b)\p{Ll}/u.test(after) && words.monthsThatAreOtherWords.includes(month.toLowerCase())) return null
      // "to June Brown", "of May Day"
      if (!year && /^\s+\p{Lu}\p{Ll}/u.test(after) && words.monthsThatAreOtherWords.includes(month.toLowerCase()) && !/^(?:in|since|until|during)$/i.test(lead ?? '')) return null
      const named = lastNextThis(which)
      return { form: 'date', date: { month: monthOf(month), ...(year && { year: Number(year) }) }, ...(named && { which: named }) }
    },
  },
  // "in 1988", "the poisoning of 2018", "since 2021", "the 2014 annexation"; not "by 2000 people", "in 2000 homes"
  {
    name: 'year',
    anchors: [YEAR_FIGURES],
    pattern: wordBoundary(`(?<lead>in|since|of|during|until|till|by|from|before|after|around|late|early|mid|the)(?:-|\\s+)(?<year>${YEAR})`),
    read: ({ lead, year }, { after }) => {
      const value = Number(year)
      if (/^[-–/]\d|^[.,]\d|^\s*(?:%|per\s*cent)/i.test(after)) return null
      const counted = /^\s+(?:\p{Ll}+s|people|men|women|children)\b/u.test(after)
      if (/^the$/i.test(lead ?? '') && (value < 1900 || !/^\s+\p{L}/u.test(after))) return null
      if (counted && (/^(?:of|by|from|around|before|after)$/i.test(lead ?? '') || value % 100 === 0 || value < 1900)) return null
      return { form: 'date', date: { year: value } }
    },
  },
  // "in the 1990s", "the late 1980s"
  {
    name: 'decade',
    anchors: [DECADE_FIGURES],
    pattern: wordBoundary('the\\s+(?:(?:early|late|mid)(?:-|\\s+))?(?<decade>1[5-9]\\d0|20\\d0)s'),
    read: ({ decade }) => ({ form: 'date', date: { year: Number(decade) }, endDate: { year: Number(decade) + 9 } }),
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
    pattern: wordBoundary(`(?<holiday>${HOLIDAY})(?:,?\\s+(?<year>${YEAR}))?`),
    read: ({ holiday, year }) => {
      if (!holiday || !isCapitalised(holiday)) return null
      const [month, day] = holidayOf(holiday)
      return { form: 'date', date: { month, day, ...(year && { year: Number(year) }) } }
    },
  },
]

/** "Black Friday", "the Monday Market", "Sunday Times": a weekday inside a name. */
function isName(before: string, after: string): boolean {
  const previous = /(\p{L}+)\s+$/u.exec(before)?.[1]
  if (previous && isCapitalised(previous) && words.namesBeforeWeekday.includes(previous.toLowerCase())) return true
  const next = /^\s+(\p{L}+)/u.exec(after)?.[1]
  if (!next || !isCapitalised(next)) return false
  return words.namesAfterWeekday.includes(next.toLowerCase()) || (/\bthe\s+$/i.test(before) && /\p{Ll}/u.test(next))
}

function fromReference(amount: string | undefined, unit: string | undefined, direction: 1 | -1): TimeExpression {
  const count = numberOf(amount ?? '')
  const kind = /hour/i.test(unit ?? '') ? 'day' : unitOf(unit)
  if (Number.isNaN(count)) return { form: 'offset', unit: kind, amount: /hour/i.test(unit ?? '') ? 0 : direction, vague: true }
  return { form: 'offset', unit: kind, amount: direction * (/hour/i.test(unit ?? '') ? Math.floor(count / 24) : count) }
}

function partOf(word: string | undefined): 'early' | 'late' | 'so far' {
  if (/^so/i.test(word ?? '')) return 'so far'
  return /^l/i.test(word ?? '') ? 'late' : 'early'
}

const rulesAt = anchorsIn(rules.map(({ anchors }) => anchors))

/** Words on either side of an anchor that a match may take: "in a couple of days’ time" has seven before. */
const reach = 8

export function relativeTimes({ text, tokens }: Article): Found[] {
  const found: Found[] = []
  for (const [r, places] of rulesAt(tokens).entries()) {
    const rule = rules[r]!
    let read = 0
    for (const i of places) {
      const anchor = tokens[i]!
      if (anchor.end <= read) continue
      // One character more, since what stands right before a match may forbid it.
      const from = Math.max(0, tokens[Math.max(0, i - reach)]!.start - 1)
      const near = text.slice(from, tokens[Math.min(tokens.length - 1, i + reach)]!.end)
      rule.pattern.lastIndex = Math.max(0, read - from)
      for (let match = rule.pattern.exec(near); match && from + match.index < anchor.end; match = rule.pattern.exec(near)) {
        const start = from + match.index
        const end = start + match[0].length
        // an anchor before this one has it
        if (end <= anchor.start) continue
        read = end
        const context = { before: text.slice(Math.max(0, start - 40), start), after: text.slice(end, end + 40) }
        const expression = rule.read(match.groups ?? {}, context)
        if (expression) found.push({ start, end, rule: rule.name, expression })
      }
    }
  }
  return found
}
