/**
 * Times → calendar days, counted from the article's own day (never from the clock) or, for "a day
 * earlier", from the time told before. What neither gives stays unknown.
 */
import type { Article, Resolved, TimeExpression, TimeMention, When } from '../types'
import { dayWhen, fromIsoDay, parseEdtf, rangeWhen } from './edtf'
import { readDate } from './when/calendar'
import { readAnaphoric, readOffset, readPart, readSpan, readSpokenDay } from './when/counted'
import { fromDayNumber } from './when/days'
import { readFeast, readSeason, readWeekday, readWeekend } from './when/named'
import { quotations } from './when/quoted'
import { isOfSpeech } from './when/speech'
import { fullDates, yearsBySentence, type Form, type Reading, type Setting, type Told } from './when/setting'
import { tenseAround } from './when/tense'

/** The days each time means; `mentions` in the order of the text. No entry is missing: what is not known says so. */
export function resolveTimes(article: Article, mentions: TimeMention[]): Map<TimeMention, Resolved<When>> {
  const reference = article.published === undefined ? null : fromIsoDay(article.published)
  const anchors = fullDates(mentions)
  const years = yearsBySentence(mentions)
  const resolved = new Map<TimeMention, Resolved<When>>()
  const quoted = quotations(article)
  let quotation = 0
  let previous: Told | null = null
  let wide: Told | null = null
  for (const [i, mention] of mentions.entries()) {
    while ((quoted[quotation]?.end ?? Infinity) <= mention.start) quotation += 1
    const spoken = (quoted[quotation]?.start ?? Infinity) < mention.start
    const setting: Setting = { reference, tense: tenseAround(article, mention), previous, wide, anchors, years, sentence: mention.sentence }
    const next = mention.expression.form === 'anaphoric' && mention.expression.ofNext ? mentions[i + 1] : undefined
    const base = next && read(next.expression, { ...setting, tense: tenseAround(article, next) })
    if (next) setting.previous = base ? { when: base.when, sentence: next.sentence, start: next.start } : null
    const reading = spoken && isDayOffset(mention.expression) ? readSpokenDay(mention.expression, setting) : read(mention.expression, setting)
    if (!reading || !parseEdtf(reading.when.edtf)) {
      resolved.set(mention, { known: false, reason: 'unmentioned' })
      continue
    }
    const evidence = { article: article.id, start: mention.start, end: mention.end, quote: mention.text }
    resolved.set(mention, { known: true, value: reading.when, basis: reading.stated ? 'stated' : 'implied', confidence: reading.confidence, evidence, others: reading.others ?? [] })
    // "The attack of 2018 … a day earlier": only a few days can be counted from, and neither "since Friday" nor "a day after the raid" is the day told.
    if (mention.bound || mention.covers) continue
    const told = { when: reading.when, sentence: mention.sentence, start: mention.start }
    if (lengthInDays(reading.when) > 7) wide = told
    // "was hit on Monday, the mayor said on Tuesday. A day earlier …": the day of the telling is not the one told
    else if (!(previous?.sentence === mention.sentence && isOfSpeech(article.text, mention))) previous = told
  }
  return resolved
}

const lengthInDays = ({ from, to }: When) => (fromIsoDay(to) ?? Infinity) - (fromIsoDay(from) ?? 0) + 1

function read(expression: TimeExpression, setting: Setting): Reading | null {
  switch (expression.form) {
    case 'date': return readDate(expression, setting)
    case 'feast': return readFeast(expression, setting)
    case 'weekday': return readWeekday(expression, setting)
    case 'offset': return readOffset(expression, setting)
    case 'anaphoric': return readAnaphoric(expression, setting)
    case 'night': return readNight(expression, setting)
    case 'part': return readPart(expression, setting)
    case 'span': return readSpan(expression, setting)
    case 'weekend': return readWeekend(expression, setting)
    case 'season': return readSeason(expression, setting)
    case 'interval': return readInterval(expression, setting)
  }
}

const isDayOffset = (expression: TimeExpression): expression is Form<'offset'> => expression.form === 'offset' && expression.unit === 'day' && !expression.vague

function readNight({ of, into }: Form<'night'>, setting: Setting): Reading | null {
  if (!of) return setting.reference === null ? null : { when: nightFrom(setting.reference - 1), confidence: 0.9 }
  const reading = read(of, setting)
  const day = reading && fromIsoDay(reading.when.from)
  if (!reading || day === null) return null
  return { ...reading, when: nightFrom(into ? day - 1 : day), others: [] }
}

const nightFrom = (day: number) => rangeWhen(dayWhen(day), dayWhen(day + 1))

function readInterval({ from, to }: Form<'interval'>, setting: Setting): Reading | null {
  // "closed from Saturday until Sunday" in Saturday's report: a stretch that begins today runs ahead
  const fromToday = from.form === 'weekday' && setting.reference !== null && fromDayNumber(setting.reference).weekday === from.weekday
  const last = read(to, fromToday ? { ...setting, tense: 'future' } : setting)
  if (!last) return null
  const end = fromIsoDay(last.when.to)
  // "from Friday to Sunday": the Friday before that Sunday
  const first = from.form === 'weekday' && end !== null
    ? { when: dayWhen(end - ((fromDayNumber(end).weekday - from.weekday + 7) % 7)), confidence: last.confidence }
    : read(from, setting)
  if (!first || first.when.from > last.when.to) return null
  return { when: rangeWhen(first.when, last.when), confidence: Math.min(first.confidence, last.confidence) }
}
