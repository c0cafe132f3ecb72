/** Rules for times counted in units: "two weeks ago", "last month", "in recent days", "a day earlier". */
import type { TimeExpression } from '../../../types'
import { numberOf } from '../words'
import { AMOUNT, UNIT, counted, step, unitOf, widerUnitOf, wordBoundary, type Rule } from './rule'

const units = ['hour', 'hours', 'day', 'days', 'week', 'weeks', 'fortnight', 'fortnights', 'month', 'months', 'year', 'years', 'decade', 'decades']

export const unitRules: Rule[] = [
  // "three days ago", "a few weeks ago", "some ten years ago", "hours ago"
  {
    name: 'ago',
    anchors: ['ago'],
    pattern: wordBoundary(`(?:(?<amount>${AMOUNT})\\s+)?(?<unit>${UNIT})(?<plural>s)?\\s+ago`),
    read: ({ amount, unit, plural }, { before }) => (amount || (plural && /hour|day|week|month/i.test(unit ?? '') && !/\b(?:of|hundred|thousand|many)\s+$/i.test(before)) ? fromReference(amount, unit, -1) : null),
  },
  // "in three days’ time"
  {
    name: 'in-time',
    anchors: ['time'],
    pattern: wordBoundary(`in\\s+(?<amount>${AMOUNT})\\s+(?<unit>${UNIT})s?[’']?s?\\s+time`),
    read: ({ amount, unit }) => fromReference(amount, unit, 1),
  },
  // "last week", "next month", "this year"; "the last week of May" is a part of May
  {
    name: 'unit',
    anchors: ['week', 'month', 'year'],
    pattern: wordBoundary(`(?<which>last|next|this|the\\s+coming)\\s+(?<unit>week|month|year)`),
    read: ({ which, unit }, { before, after }) => (/\b(?:the|his|her|their|its|a)\s+$/i.test(before) && (/^\s+of\b/.test(after) || /^last$/i.test(which ?? '') && !/^['’]s\b/.test(after))
      ? null
      : { form: 'offset', unit: unitOf(unit), amount: step(which?.replace(/^the\s+/i, '')) }),
  },
  // "the week before last", "the year before last"
  {
    name: 'unit-before-last',
    anchors: ['week', 'month', 'year'],
    pattern: wordBoundary(`(?:the\\s+)?(?<unit>week|month|year)\\s+(?<side>before\\s+last|after\\s+next)`),
    read: ({ unit, side }) => ({ form: 'offset', unit: unitOf(unit), amount: /^b/i.test(side ?? '') ? -2 : 2 }),
  },
  // "earlier this month", "late last year", "early next week", "so far this year", "the end of the year"
  {
    name: 'part',
    anchors: ['week', 'month', 'year'],
    pattern: wordBoundary(`(?<part>earlier|later|late|early|so\\s+far)\\s+(?:in\\s+)?(?<which>last|next|this|the)\\s+(?<unit>week|month|year)`),
    read: ({ part, which, unit }) => ({ form: 'part', unit: widerUnitOf(unit), amount: step(which), ...partOf(part) }),
  },
  {
    name: 'part-of',
    anchors: ['week', 'month', 'year'],
    pattern: wordBoundary(`(?<part>start|beginning|middle|end)\\s+of\\s+(?<which>last|next|this|the)\\s+(?<unit>week|month|year)`),
    read: ({ part, which, unit }) => ({ form: 'part', unit: widerUnitOf(unit), amount: step(which), ...partOf(part) }),
  },
  // "over the past two weeks", "in recent days", "in the coming days", "in the past week"
  {
    name: 'span',
    anchors: [...units],
    pattern: wordBoundary(`(?:in|over|during|within)\\s+(?:the\\s+)?(?<which>past|last|recent|coming|next|previous)\\s+(?:(?<amount>${AMOUNT})\\s+)?(?<unit>hour|day|week|month|year)(?<plural>s)?`),
    read: ({ which, amount, unit, plural }, { after }) => {
      const backwards = !/coming|next/i.test(which ?? '')
      const direction = backwards ? -1 : 1
      // "over the past day", "in the past week", but "over the next week of May"
      if (!plural) return amount || /^\s+of\b/.test(after) || !/past|last/i.test(which ?? '') || !/day|week|month|year/i.test(unit ?? '') ? null : { form: 'span', unit: unitOf(unit), amount: direction }
      const count = amount && !(amount.toLowerCase() in { 'a few': 1 }) ? numberOf(amount) : NaN
      if (/hour/i.test(unit ?? '')) return { form: 'span', unit: 'day', amount: direction * (Number.isNaN(count) ? 1 : Math.max(1, Math.ceil(count / 24))) }
      return Number.isNaN(count) ? { form: 'span', unit: unitOf(unit), amount: direction, vague: true } : { form: 'span', unit: unitOf(unit), amount: direction * count }
    },
  },
  // "a day earlier", "two weeks later", "three days before", "hours later", "a few hours after", "the week before", "the night before"
  {
    name: 'after-event',
    anchors: [...units, 'night', 'nights', 'evening', 'afternoon', 'morning'],
    pattern: wordBoundary(`(?:(?<amount>${AMOUNT}|the)\\s+)?(?<unit>${UNIT}|night|evening|morning|afternoon)(?<plural>s)?\\s+(?<side>earlier|before|previously|prior|later|after(?:wards?)?)`),
    read: ({ amount, unit, plural, side }) => {
      if (!amount && !plural) return null
      const direction = /^(?:e|b|p)/i.test(side ?? '') ? -1 : 1
      const definite = /^the$/i.test(amount ?? '')
      if (/night/i.test(unit ?? '') && definite && direction < 0) return { form: 'anaphoric', unit: 'night', amount: -1 }
      if (/morning|evening|afternoon/i.test(unit ?? '') && !definite) return null
      const { unit: kind, count } = counted(/night$|morning|evening|afternoon/i.test(unit ?? '') && !/fort/i.test(unit ?? '') ? 'day' : unit, !amount ? NaN : definite ? 1 : numberOf(amount))
      // "days before the summit" tells when the summit is not
      if (Number.isNaN(count) && kind !== 'hour' && /^(?:before|after|prior)$/i.test(side ?? '')) return null
      if (Number.isNaN(count)) return { form: 'anaphoric', unit: kind, amount: direction, vague: true }
      // "the week before" is a week, "a week before" a day
      return { form: 'anaphoric', unit: kind, amount: direction * count, ...(definite && kind !== 'day' && kind !== 'hour' && { whole: true as const }) }
    },
  },
  // "the next day", "the following morning", "the same evening", "that day", "the previous week"
  {
    name: 'next-day',
    anchors: ['day', 'morning', 'afternoon', 'evening', 'night', 'week', 'month', 'year'],
    pattern: wordBoundary(`(?:(?:later|earlier|early|late)\\s+(?:on\\s+)?)?(?:the\\s+(?:very\\s+)?(?<which>next|following|previous|same|preceding)|(?<that>that)(?:\\s+same)?)\\s+(?<unit>day|morning|afternoon|evening|night|week|month|year)`),
    read: ({ which, that, unit }, { before }) => {
      // "over the next year", "in the next week": from now on
      if (/^next$/i.test(which ?? '') && /\b(?:over|in|within|during|for)\s+$/i.test(before)) return null
      const amount = that || /same/i.test(which ?? '') ? 0 : /pre/i.test(which ?? '') ? -1 : 1
      const wide = /^(?:week|month|year)$/i.test(unit ?? '')
      if (/night/i.test(unit ?? '') && amount < 0) return { form: 'anaphoric', unit: 'night', amount }
      return { form: 'anaphoric', unit: wide ? unitOf(unit) : 'day', amount, ...(wide && { whole: true as const }) }
    },
  },
  // "later in the day": of the day told, or where none is told the report's own
  { name: 'same-day', anchors: ['day', 'morning', 'evening', 'afternoon'], pattern: wordBoundary('(?:later|earlier|late|early)\\s+in\\s+the\\s+(?:day|morning|evening|afternoon)'), read: () => ({ form: 'anaphoric', unit: 'day', amount: 0, orToday: true }) },
]

function fromReference(amount: string | undefined, unit: string | undefined, direction: 1 | -1): TimeExpression {
  const { unit: kind, count } = counted(unit, amount ? numberOf(amount) : NaN)
  // "hours ago" is today or, in an early edition, yesterday
  if (kind === 'hour') return Number.isNaN(count) || count < 24 ? { form: 'span', unit: 'day', amount: direction } : { form: 'offset', unit: 'day', amount: direction * Math.floor(count / 24) }
  return Number.isNaN(count) ? { form: 'offset', unit: kind, amount: direction, vague: true } : { form: 'offset', unit: kind, amount: direction * count }
}

function partOf(word: string | undefined): { part?: 'early' | 'mid' | 'late' | 'earlier' | 'later' | 'so far' } {
  const lower = word?.toLowerCase() ?? ''
  if (lower.startsWith('so')) return { part: 'so far' }
  if (lower === 'earlier' || lower === 'later') return { part: lower }
  return { part: lower === 'middle' ? 'mid' : lower === 'late' || lower === 'end' ? 'late' : 'early' }
}
