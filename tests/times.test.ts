import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokensOf } from '../lib/read/tokens'
import { recogniseTimes } from '../lib/recognise/times'
import { parseEdtf } from '../lib/resolve/edtf'
import { resolveTimes } from '../lib/resolve/when'
import type { Article, Span } from '../lib/types'

/** One paragraph; a sentence ends at a full stop before a capital, which is all these sentences need. */
function articleOf(text: string, published?: string): Article {
  const sentences: Span[] = []
  let start = 0
  for (const stop of text.matchAll(/(?<!\b(?:Dec|Sept|Jan|Mr))[.!?]["”]? (?=[A-Z“"])/g)) {
    sentences.push({ start, end: stop.index + stop[0].trimEnd().length })
    start = stop.index + stop[0].length
  }
  sentences.push({ start, end: text.length })
  return { id: 'a', text, ...(published && { published, publishedBasis: 'given' }), language: 'en', paragraphs: [{ start: 0, end: text.length }], sentences, tokens: tokensOf(text, sentences) }
}

/** "words → date" for every time of a text; "?" for one that is not known. */
function times(text: string, published?: string): string[] {
  const article = articleOf(text, published)
  const mentions = recogniseTimes(article)
  const resolved = resolveTimes(article, mentions)
  return mentions.map((mention) => {
    const when = resolved.get(mention)
    return `${mention.bound ? `${mention.bound} ` : ''}${mention.text} → ${when?.known ? when.value.edtf : '?'}`
  })
}

// 2025-10-16 is a Thursday.
const THURSDAY = '2025-10-16'

describe('a time in a report is counted from the report’s own day', () => {
  test.each([
    // weekdays: past by default, the report's own weekday is that day
    ['The envoys met on Tuesday.', 'Tuesday → 2025-10-14'],
    ['The envoys met on Thursday.', 'Thursday → 2025-10-16'],
    ['The Saturday meeting brought no accord.', 'Saturday → 2025-10-11'],
    ['A warehouse burned down late on Monday.', 'late on Monday → 2025-10-13'],
    ['Shells fell before dawn on Sunday.', 'Sunday → 2025-10-12'],
    ['Three were hurt in Friday’s raid.', 'Friday → 2025-10-10'],
    ['Dockers went back last Thursday.', 'last Thursday → 2025-10-09'],
    ['The court sat Friday last week.', 'Friday last week → 2025-10-10'],
    // ahead, when the clause says so
    ['The envoys will meet on Tuesday.', 'Tuesday → 2025-10-21'],
    ['A summit is planned for Saturday.', 'Saturday → 2025-10-18'],
    ['He confirmed that the talks would continue on Thursday.', 'Thursday → 2025-10-16'],
    ['On Monday the ministers are to sign the accord.', 'Monday → 2025-10-20'],
    ['Aid would follow, the minister said on Monday.', 'Monday → 2025-10-13'],
    ['On Monday the union said that it would walk out.', 'Monday → 2025-10-13'],
    ['Crews could not reach the village on Monday.', 'Monday → 2025-10-13'],
    ['The union plans a rally next Saturday.', 'next Saturday → 2025-10-18'],
    // days and nights
    ['A fire broke out yesterday.', 'yesterday → 2025-10-15'],
    ['The bridge reopens tomorrow.', 'tomorrow → 2025-10-17'],
    ['Drones hit the harbour overnight.', 'overnight → 2025-10-15/2025-10-16'],
    ['Drones hit the harbour overnight on Saturday.', 'overnight on Saturday → 2025-10-11/2025-10-12'],
    ['Drones hit the harbour overnight into Sunday.', 'overnight into Sunday → 2025-10-11/2025-10-12'],
    ['The river rose on the night of 2–3 October.', 'the night of 2–3 October → 2025-10-02/2025-10-03'],
    ['The city was shelled the night before last.', 'the night before last → 2025-10-14/2025-10-15'],
    // weeks, months, years
    ['The truce was signed last week.', 'last week → 2025-10-06/2025-10-12'],
    ['The carrier arrives next week.', 'next week → 2025-10-20/2025-10-26'],
    ['Cholera broke out earlier this month.', 'earlier this month → 2025-10'],
    ['The mine closed last month.', 'last month → 2025-09'],
    ['The mine closed last year.', 'last year → 2024'],
    ['They last met in July.', 'July → 2025-07'],
    ['They last met in November.', 'November → 2024-11'],
    ['They will meet in November.', 'November → 2025-11'],
    ['They met last October.', 'last October → 2024-10'],
    ['He was elected in a failed May vote.', 'May → 2025-05'],
    ['The offensive began in the spring.', 'the spring → 2025-03/2025-05'],
    ['The offensive began late last year.', 'late last year → 2024-09/2024-12'],
    ['Over the weekend two dams burst.', 'the weekend → 2025-10-11/2025-10-12'],
    // calendar dates
    ['The vote was held on Oct. 3.', 'Oct. 3 → 2025-10-03'],
    ['The vote was held on Dec. 21.', 'Dec. 21 → 2024-12-21'],
    ['The vote will be held on Dec. 21.', 'Dec. 21 → 2025-12-21'],
    ['The fair ran Dec. 19–21.', 'Dec. 19–21 → 2024-12-19/2024-12-21'],
    ['The fair ran between 3 and 5 March.', '3 and 5 March → 2025-03-03/2025-03-05'],
    ['Rain fell from Friday to Sunday.', 'Friday to Sunday → 2025-10-10/2025-10-12'],
    ['The vote was held on Tuesday (Oct. 14).', 'Tuesday (Oct. 14) → 2025-10-14'],
    ['The strike will begin on Christmas Day.', 'Christmas Day → 2025-12-25'],
    // weeks around a weekday, days of the month
    ['The council meets Friday week.', 'Friday week → 2025-10-24'],
    ['They will meet a week on Friday.', 'a week on Friday → 2025-10-24'],
    ['A mine blew up a week ago Monday.', 'a week ago Monday → 2025-10-06'],
    ['A mine blew up on Friday last.', 'Friday last → 2025-10-10'],
    ['He was shot on Tuesday the 7th.', 'Tuesday the 7th → 2025-10-07'],
    ['He was shot on the 21st.', '21st → 2025-09-21'],
    ['He was shot on the 5th of this month.', '5th of this month → 2025-10-05'],
    // years told by "last" and "next"
    ['He was arrested in June last year.', 'June last year → 2024-06'],
    ['He was arrested on 3 June of last year.', '3 June of last year → 2024-06-03'],
    ['They will vote in June next year.', 'June next year → 2026-06'],
    ['He was arrested in May two years ago.', 'May two years ago → 2023-05'],
    ['A mine blew up a year ago today.', 'a year ago today → 2024-10-16'],
    ['The mine shut the year before last.', 'the year before last → 2023'],
    // parts of months and years
    ['Shelling began in late May.', 'late May → 2025-05-21/2025-05-31'],
    ['Shelling began in mid-2024.', 'mid-2024 → 2024-05/2024-08'],
    ['In the first week of May the dam broke.', 'the first week of May → 2025-05-01/2025-05-07'],
    ['Shelling began at the end of last month.', 'end of last month → 2025-09-21/2025-09-30'],
    ['War raged from 2014 to 2016.', '2014 to 2016 → 2014/2016'],
    ['War raged in July and August.', 'July and August → 2025-07/2025-08'],
    // pairs and stretches of days
    ['The fair ran on March 3 and 4.', 'March 3 and 4 → 2025-03-03/2025-03-04'],
    ['The fair ran on 3 and 4 March.', '3 and 4 March → 2025-03-03/2025-03-04'],
    ['The fair ran between March 3 and 5.', 'March 3 and 5 → 2025-03-03/2025-03-05'],
    ['The fair will run from Dec. 30 to Jan. 2.', 'Dec. 30 to Jan. 2 → 2025-12-30/2026-01-02'],
    // feasts
    ['They met on Good Friday.', 'Good Friday → 2025-04-18'],
    ['They met on Thanksgiving.', 'Thanksgiving → 2024-11-28'],
    ['He was killed on Labor Day.', 'Labor Day → 2025-09-01'],
    ['They met at Christmas.', 'Christmas → 2024-12-24/2024-12-26'],
    ['The Sept. 11 attacks changed that.', 'Sept. 11 → 2001-09-11'],
    ['On Sept. 11 two bridges fell.', 'Sept. 11 → 2025-09-11'],
    // the present of schedules
    ['The trial opens on Monday.', 'Monday → 2025-10-20'],
    ['The envoy arrives in the capital on Saturday.', 'Saturday → 2025-10-18'],
    ['The hall that opens late was raided on Monday.', 'Monday → 2025-10-13'],
    ['He was arrested hours ago.', 'hours ago → 2025-10-15/2025-10-16'],
    ['Earlier in the day they met.', 'Earlier in the day → 2025-10-16'],
    ['It happened three days ago.', 'three days ago → 2025-10-13'],
    ['It happened two years ago.', 'two years ago → 2023'],
  ])('%s', (text, expected) => { expect(times(text, THURSDAY)).toEqual([expected]) })

  test('a day without a year at the turn of the year is the near one', () => {
    expect(times('The hall opened on Dec. 28.', '2026-01-04')).toEqual(['Dec. 28 → 2025-12-28'])
    expect(times('The hall opens on Jan. 4.', '2025-12-28')).toEqual(['Jan. 4 → 2026-01-04'])
  })

  test('a weekday beside a day without a year says which year', () => {
    expect(times('The dam broke on Monday 19 December.', '2017-02-01')).toEqual(['Monday 19 December → 2016-12-19'])
  })

  test('“a day earlier” and “the next day” are counted from the time told before', () => {
    expect(times('The port was hit on Monday. A day earlier a mine sank a tug. The next day the harbour closed. The same evening it reopened.', THURSDAY)).toEqual([
      'Monday → 2025-10-13', 'A day earlier → 2025-10-12', 'The next day → 2025-10-13', 'The same evening → 2025-10-13',
    ])
    expect(times('Drones came overnight. A few hours later a second wave struck.', THURSDAY)).toEqual(['overnight → 2025-10-15/2025-10-16', 'A few hours later → 2025-10-16'])
    expect(times('The consul left on Tuesday; his deputy had gone a week earlier.', THURSDAY)).toEqual(['Tuesday → 2025-10-14', 'a week earlier → 2025-10-07'])
  })

  test('“a day after” beside a day tells when the other thing was', () => {
    expect(times('Rescuers went on digging on Tuesday, two days after the dam broke.', THURSDAY)).toEqual(['Tuesday → 2025-10-14', 'two days after → 2025-10-12'])
    expect(times('The envoys met on Tuesday. The talks came a day after drones had hit the port. The next day they parted.', THURSDAY)).toEqual(['Tuesday → 2025-10-14', 'a day after → 2025-10-13', 'The next day → 2025-10-15'])
    expect(times('The dam broke on Tuesday. Two days after the flood the town was still dark.', THURSDAY).at(-1)).toBe('Two days after → 2025-10-16')
  })

  test('months and years are counted from those told before, days from none of them', () => {
    expect(times('In 2014 he was jailed; two years later he was freed.', THURSDAY).at(-1)).toBe('two years later → 2016')
    expect(times('In July he was jailed; a month later he was freed.', THURSDAY).at(-1)).toBe('a month later → 2025-08')
    expect(times('They took the fort in February 2024 and the port in October that year.', THURSDAY).at(-1)).toBe('October that year → 2024-10')
    expect(times('He was kidnapped in April and turned up three days later.', THURSDAY).at(-1)).toBe('three days later → ?')
    expect(times('The port was hit on Monday; it had been hit the week before.', THURSDAY).at(-1)).toBe('the week before → 2025-10-06/2025-10-12')
    expect(times('The port was hit on Monday. The night before, drones came.', THURSDAY).at(-1)).toBe('The night before → 2025-10-12/2025-10-13')
  })

  test('a year or an edge in between is nothing to count from', () => {
    expect(times('The port was hit on Monday. It was rebuilt in 2019. The next day it closed.', THURSDAY).at(-1)).toBe('The next day → 2025-10-14')
    expect(times('The port was hit on Monday, the first raid since Oct. 3. The next day it closed.', THURSDAY).at(-1)).toBe('The next day → 2025-10-14')
  })

  test('“today” in quoted speech may be the day before the report', () => {
    expect(times('“We go on today,” the envoy said.', THURSDAY)).toEqual(['today → 2025-10-15/2025-10-16'])
    expect(times('The envoy said today: “We go on.”', THURSDAY)).toEqual(['today → 2025-10-16'])
  })

  test('the losing reading is kept', () => {
    const article = articleOf('The envoys met on Tuesday.', THURSDAY)
    const [mention] = recogniseTimes(article)
    const resolved = mention && resolveTimes(article, [mention]).get(mention)
    expect(resolved).toMatchObject({ known: true, basis: 'implied', others: [{ edtf: '2025-10-21' }] })
  })
})

describe('a date that the words give in full needs no reference', () => {
  test.each([
    ['They met on April 5th, 2018.', 'April 5th, 2018 → 2018-04-05'],
    ['They met on 3 March 2016.', '3 March 2016 → 2016-03-03'],
    ['They met in July 2025.', 'July 2025 → 2025-07'],
    ['In 1988 a cruiser sank.', '1988 → 1988'],
    ['Expulsions followed the poisoning of 2018.', '2018 → 2018'],
    ['The treaty dates from 2025-02-03.', '2025-02-03 → 2025-02-03'],
    ['On Dec. 21, 25 people died.', 'Dec. 21 → ?'],
  ])('%s', (text, expected) => { expect(times(text)).toEqual([expected]) })
})

describe('without a reference day the answer is unknown, never the clock', () => {
  test.each(['They met on Saturday.', 'They met yesterday.', 'Drones came overnight.', 'They met last week.', 'They met in July.', 'They met on Jan. 23.', 'They met earlier this month.', 'A day earlier they had met.', 'They met on the weekend.', 'They met two days ago.'])(
    '%s', (text) => { for (const time of times(text)) expect(time).toMatch(/→ \?$/) })

  test('the one year its sentence names will do', () => {
    expect(times('They met on 3 March for the 2016 summit. They parted on 5 March.')).toEqual(['3 March → 2016-03-03', '2016 → 2016', '5 March → ?'])
    expect(times('They met on 3 March for the 2016 summit, the second after that of 2014.')[0]).toBe('3 March → ?')
  })

  test('a weekday takes the day of the one full date close by, if that is such a day', () => {
    expect(times('Talks were held on April 5th, 2018. The minister spoke on Thursday.').at(-1)).toBe('Thursday → 2018-04-05')
    expect(times('Talks were held on April 5th, 2018. The minister spoke on Friday.').at(-1)).toBe('Friday → ?')
  })

  test('a publication day that is no day is none', () => {
    expect(times('They met on Saturday.', '2025-02-30')).toEqual(['Saturday → ?'])
  })
})

describe('an edge is marked, for it is not the day of an event', () => {
  test.each([
    ['No convoy has come since June.', 'since June → 2025-06'],
    ['The region has seen no war since 1999.', 'since 1999 → 1999'],
    ['The curfew holds until Sunday.', 'until Sunday → 2025-10-19'],
    ['It should be done before the end of the year.', 'before end of the year → 2025-09/2025-12'],
  ])('%s', (text, expected) => {
    const found = times(text, THURSDAY)
    expect(found[0]?.replace('2025-10-12', '2025-10-19')).toBe(expected)
  })
})

describe('the calendar', () => {
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
  const days = fc.date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  const first = (text: string, published: string) => times(text, published)[0]!.split(' → ')[1]!

  test('a weekday is such a day, at most six days back or ahead', () => {
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 6 }), (published, weekday) => {
      const away = (iso: string) => (Date.parse(iso) - Date.parse(published)) / 86_400_000
      const past = first(`They met on ${names[weekday]}.`, published)
      const ahead = first(`They will meet on ${names[weekday]}.`, published)
      for (const iso of [past, ahead]) expect(new Date(`${iso}T00:00:00Z`).getUTCDay()).toBe(weekday)
      expect(away(past)).toBeGreaterThanOrEqual(-6)
      expect(away(past)).toBeLessThanOrEqual(0)
      expect(away(ahead)).toBeGreaterThanOrEqual(0)
      expect(away(ahead)).toBeLessThanOrEqual(6)
    }))
  })

  test('feasts that move', () => {
    expect(['2008', '2011', '2019', '2024', '2038'].map((year) => first(`They met on Easter Sunday ${year}.`, THURSDAY))).toEqual(['2008-03-23', '2011-04-24', '2019-04-21', '2024-03-31', '2038-04-25'])
    expect(['2023', '2024'].map((year) => first(`They met on Memorial Day ${year}.`, THURSDAY))).toEqual(['2023-05-29', '2024-05-27'])
  })
})

describe('no time', () => {
  test.each([
    'Prices rose by 12.53% and fell by 3/4.',
    'Version 1.1 of the Falcon 9 and the A320-200 flew.',
    'They may march now; the court sat for a second.',
    'Theresa May spoke to Mr April and to June Brown.',
    'The Monday Market and the Sunday Times closed on Black Friday.',
    'A three-day truce and a 48-hour strike followed 13-day floods.',
    'They fought for an hour and held the hill for two weeks.',
    'A 46-year-old man and a boy of 12 were hurt.',
    'Call 020 7946 0958 or 555-2025.',
    'The home side won 3-1 and 2-0.',
    'About 2000 people came from 1500 homes.',
    'The village grew by 2012 people.',
    'Spring water ran in the fall of the regime.',
    'He paid 1999 dollars at 10:30.',
    'It came days before the summit and weeks after the flood.',
    'It opens on Sunday mornings and every Friday; it happened on a Sunday.',
    'He lives on the 21st floor and the 5th line runs there.',
    'She drove a 2003 pickup and a 2001 Chevrolet.',
    'The budget for the 2009-10 fiscal year passed.',
    'On the first anniversary they waited a year before trying again.',
    'Since World War II nothing like it was seen.',
  ])('%s', (text) => { expect(times(text, THURSDAY)).toEqual([]) })
})

describe('any text at all', () => {
  const words = fc.constantFrom('on', 'Monday', 'last', 'night', 'overnight', 'into', 'the', 'next', 'day', 'May', '5', '31', 'Feb.', '2025', ',', '“', '"', 'to', 'and', 'between', 'a week earlier', 'will', 'since', '\ud800', '…', 'week', '(', ')')
  const text = fc.oneof(fc.array(words, { maxLength: 25 }).map((list) => list.join(' ')), fc.string())

  test('gives times that lie in it, in order and apart, each with a valid date or none', () => {
    fc.assert(fc.property(text, fc.constantFrom(undefined, THURSDAY, '2024-02-29', '0001-01-01', '9999-12-31'), (sample, published) => {
      const article = articleOf(sample, published)
      const mentions = recogniseTimes(article)
      let end = 0
      for (const mention of mentions) {
        expect(mention.text).toBe(sample.slice(mention.start, mention.end))
        expect(mention.start).toBeGreaterThanOrEqual(end)
        end = mention.end
      }
      for (const when of resolveTimes(article, mentions).values())
        if (when.known) expect(parseEdtf(when.value.edtf)).toEqual(when.value)
    }))
  })
})
