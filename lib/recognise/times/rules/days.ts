/** Rules for days: weekdays, "yesterday", nights, weekends. */
import { WEEKDAY, isCapitalised, weekdayOf, words } from '../words'
import { AMOUNT, DAYPART, WHICH, lastNextThis, step, wordBoundary, type Rule } from './rule'

export const dayRules: Rule[] = [
  // "on Saturday", "last Friday", "late on Monday", "Tuesday’s talks", "before dawn on Sunday", "Friday last week"
  {
    name: 'weekday',
    anchors: Object.keys(words.weekdays),
    pattern: wordBoundary(`(?:(?:late|early|earlier|later)\\s+(?:on\\s+)?)?(?:(?<which>${WHICH})\\s+)?(?<weekday>${WEEKDAY})(?:\\s+(?:early\\s+|late\\s+)?${DAYPART})?(?:(?:,?\\s+(?:of\\s+)?(?<week>last|this|next)\\s+week)|(?<final>\\s+last))?`),
    read: ({ which, weekday, week, final }, { before, after }) => {
      if (!weekday || !isCapitalised(weekday) || isName(before, after) || isHabit(before, after)) return null
      // "on Monday last year" is no "Monday last"
      if (final && /^\s+\p{L}/u.test(after)) return { form: 'weekday', weekday: weekdayOf(weekday) }
      const named = final ? 'last' as const : lastNextThis(which)
      return { form: 'weekday', weekday: weekdayOf(weekday), ...(named && { which: named }), ...(week && { week: step(week) }) }
    },
  },
  // "Friday week", "a week on Friday": the week after the coming Friday
  {
    name: 'weekday-week',
    anchors: Object.keys(words.weekdays),
    pattern: wordBoundary(`(?:(?<weekday>${WEEKDAY})\\s+(?:week|fortnight)(?!-|\\s+(?:of|in)\\b)|(?:a\\s+)?(?:week|fortnight)\\s+(?:on|from)\\s+(?<behind>${WEEKDAY}))`),
    read: ({ weekday, behind }) => {
      const day = weekday ?? behind ?? ''
      return isCapitalised(day) ? { form: 'weekday', weekday: weekdayOf(day), which: 'next', weeksOn: 1 } : null
    },
  },
  // "a week ago Monday", "two weeks ago on Friday", "Friday two weeks ago": that day of the week so long ago
  {
    name: 'weekday-ago',
    anchors: Object.keys(words.weekdays),
    pattern: wordBoundary(`(?:(?<amount>${AMOUNT})\\s+weeks?\\s+ago\\s+(?:on\\s+|last\\s+)?(?<weekday>${WEEKDAY})|(?<first>${WEEKDAY})\\s+(?<weeks>${AMOUNT})\\s+weeks?\\s+ago)`),
    read: ({ amount, weekday, first, weeks }) => {
      const day = weekday ?? first ?? ''
      const count = countOf(amount ?? weeks)
      return isCapitalised(day) && !Number.isNaN(count) ? { form: 'weekday', weekday: weekdayOf(day), week: -count } : null
    },
  },
  // "Tuesday the 7th", "on the 5th of this month", "was shot on the 21st."; not "on the 21st floor"
  {
    name: 'day-of-month',
    anchors: ordinals(),
    pattern: wordBoundary(`(?:(?<weekday>${WEEKDAY})\\s+|on\\s+)the\\s+(?<day>[12]?\\d|3[01])(?:st|nd|rd|th)(?:\\s+of\\s+(?<which>this|last|next|the)\\s+month)?`),
    read: ({ weekday, day, which }, { after }) => {
      if (!weekday && !which && !/^\s*(?:[.,;:)]|$)/.test(after)) return null
      return { form: 'date', date: { day: Number(day) }, ...(weekday && { weekday: weekdayOf(weekday) }), ...(lastNextThis(which) && { which: lastNextThis(which) }) }
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
  // "a year ago today", "two years ago on Thursday": the same day of that year
  {
    name: 'year-ago-today',
    anchors: ['today'],
    pattern: wordBoundary(`(?<amount>${AMOUNT})\\s+years?\\s+ago\\s+today`),
    read: ({ amount }) => { const count = countOf(amount); return Number.isNaN(count) ? null : { form: 'offset', unit: 'year', amount: -count, sameDay: true } },
  },
  // "overnight", "last night", "during the night"
  { name: 'night', anchors: ['overnight', 'night'], pattern: wordBoundary('(?:overnight|last\\s+night|(?:during|in|through)\\s+the\\s+night)'), read: () => ({ form: 'night' }) },
  // "on the night of 20 December", "the night between Saturday and Sunday": a join adds the day, without which it is no time
  { name: 'night-of', anchors: ['night'], pattern: wordBoundary('(?:on|in|during|through)\\s+the\\s+night(?=\\s+(?:of|between|from|to)\\s+(?:the\\s+)?[\\p{Lu}\\d])'), read: () => ({ form: 'night' }) },
  // "the night before last"
  { name: 'night-before-last', anchors: ['night'], pattern: wordBoundary('the\\s+night\\s+before\\s+last'), read: () => ({ form: 'night', of: { form: 'offset', unit: 'day', amount: -2 } }) },
  // "over the weekend", "last weekend"
  {
    name: 'weekend',
    anchors: ['weekend'],
    pattern: wordBoundary(`(?:(?<which>last|next|this|the|coming|past)\\s+)weekend`),
    read: ({ which }, { after }) => {
      // "the weekend before last", "the weekend of the vote", "the weekend of March 3"
      if (/^\s+(?:of|before|after)\b/.test(after)) return null
      const named = lastNextThis(which)
      return { form: 'weekend', ...(named && { which: named }) }
    },
  },
]

function ordinals(): string[] {
  return Array.from({ length: 31 }, (_, i) => i + 1).map((day) => `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`)
}

function countOf(amount: string | undefined): number {
  return words.numbers[amount?.toLowerCase() ?? ''] ?? Number(amount)
}

/** "every Friday", "on Sunday mornings", "It happened on a Sunday": no one day. */
function isHabit(before: string, after: string): boolean {
  if (/\b(?:every|each|any|most|some|all|per|other)\s+$/i.test(before) || /^\s+(?:mornings|afternoons|evenings|nights)\b/i.test(after)) return true
  return /\bon\s+an?\s+$/i.test(before)
}

/** "Black Friday", "the Monday Market", "Sunday Times": a weekday inside a name. */
function isName(before: string, after: string): boolean {
  const previous = /(\p{L}+)\s+$/u.exec(before)?.[1]
  if (previous && isCapitalised(previous) && words.namesBeforeWeekday.includes(previous.toLowerCase())) return true
  const next = /^\s+(\p{L}+)/u.exec(after)?.[1]
  if (!next || !isCapitalised(next)) return false
  return words.namesAfterWeekday.includes(next.toLowerCase()) || (/\bthe\s+$/i.test(before) && /\p{Ll}/u.test(next))
}
