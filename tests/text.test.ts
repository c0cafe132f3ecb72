/** Words, numbers and dates in each language, and how a reader's language is chosen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords, tollWords } from '../components/toll-words'
import { chooseLocale, textOf } from '../lib/messages'
import { directionOf, isLocale, locales } from '../lib/text'

const { en, uk, ar } = { en: textOf('en'), uk: textOf('uk'), ar: textOf('ar') }

describe('dates', () => {
  test.each([
    ['2025-12-20', '20 December 2025', '20 грудня 2025', '20 ديسمبر 2025'],
    ['2025-12-20/2025-12-21', '20–21 December 2025', '20–21 грудня 2025', '20–21 ديسمبر 2025'],
    ['2025-11-30/2025-12-02', '30 November – 2 December 2025', '30 листопада – 2 грудня 2025', '30 نوفمبر – 2 ديسمبر 2025'],
    ['2025-12-30/2026-01-02', '30 December 2025 – 2 January 2026', '30 грудня 2025 – 2 січня 2026', '30 ديسمبر 2025 – 2 يناير 2026'],
    ['2025-07', 'July 2025', 'липень 2025', 'يوليو 2025'],
    ['2018', '2018', '2018', '2018'],
    ['2018/2019', '2018–2019', '2018–2019', '2018–2019'],
  ])('%s', (edtf, ...words) => {
    expect([en, uk, ar].map((text) => text.dates(edtf))).toEqual(words)
  })

  test('none is said to be none', () => {
    for (const missing of [null, undefined, '']) expect([en, uk, ar].map((text) => text.dates(missing))).toEqual(['Date not stated', 'Дату не вказано', 'التاريخ غير مذكور'])
  })

  test('what is no date stays as it is', () => {
    for (const odd of ['soon', '20251', '2025-1', '2025-13-45', '<b>']) expect(en.dates(odd)).toBe(odd)
  })

  test('a day keeps its year and number in every language, whatever the machine’s time zone', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }), fc.constantFrom(...locales), (date, locale) => {
      const iso = date.toISOString().slice(0, 10)
      const numbers = textOf(locale).dates(iso).match(/\d+/g)!.map(Number)
      expect(numbers).toEqual([Number(iso.slice(8)), Number(iso.slice(0, 4))])
    }))
  })

  test('short days', () => {
    expect([en, uk, ar].map((text) => text.shortDay('2025-12-20', true))).toEqual(['20 Dec 2025', '20 груд. 2025', '20 ديسمبر 2025'])
    expect(en.shortDay('2025-12-20')).toBe('20 Dec')
  })
})

test('numbers are grouped as each language does, in the digits its news uses', () => {
  expect(en.number(12_345)).toBe('12,345')
  expect(uk.number(12_345).replace(/\s/, ' ')).toBe('12 345')
  expect(ar.number(12_345)).toBe('12,345')
})

describe('counted words', () => {
  test.each([
    [1, '1 incident', '1 подія', 'حدث واحد'],
    [2, '2 incidents', '2 події', 'حدثان'],
    [5, '5 incidents', '5 подій', '5 أحداث'],
    [11, '11 incidents', '11 подій', '11 حدثًا'],
    [21, '21 incidents', '21 подія', '21 حدثًا'],
    [22, '22 incidents', '22 події', '22 حدثًا'],
    [100, '100 incidents', '100 подій', '100 حدث'],
  ])('%d', (count, ...words) => {
    expect([en, uk, ar].map(({ t }) => t('common.incidents', { count }))).toEqual(words)
  })

  test('Ukrainian after "із" takes the genitive', () => {
    expect([1, 2, 5].map((total) => uk.t('frame.countOf', { found: 1, total }))).toEqual(['1 із 1 події', '1 із 2 подій', '1 із 5 подій'])
  })
})

describe('tolls', () => {
  test('English keeps the article’s own word; others say what it means', () => {
    const over = { low: 9, best: 9, high: null, qualifier: 'more than' }
    expect([en, uk, ar].map((text) => tollWords(text, over, 'killed'))).toEqual(['more than 9 killed', 'загинули: щонайменше 9', 'القتلى: 9 على الأقل'])
    const dozens = { low: 24, best: null, high: null, qualifier: 'dozens' }
    expect([en, uk, ar].map((text) => tollWords(text, dozens, 'injured'))).toEqual(['dozens injured', 'поранені: десятки', 'الجرحى: العشرات'])
  })

  test('exact, spread and open counts', () => {
    expect(countWords(en, { low: 1200, best: 1200, high: 1200 })).toBe('1,200')
    expect(countWords(en, { low: 3, best: null, high: 5 })).toBe('3–5')
    expect(countWords(uk, { low: 3, best: null, high: null })).toBe('щонайменше 3')
    expect(countWords(uk, { low: 0, best: 8, high: 8, qualifier: 'up to' })).toBe('до 8')
    expect(countWords(uk, { low: 8, best: 8, high: 8, qualifier: 'about' })).toBe('близько 8')
    expect(tollWords(en, null, 'killed')).toBe(null)
  })
})

describe('the language of a reader', () => {
  test('what the link asks for, then what was chosen, then what the browser lists', () => {
    expect(chooseLocale('uk', 'ar', 'en')).toBe('uk')
    expect(chooseLocale('xx', 'ar', 'en')).toBe('ar')
    expect(chooseLocale(null, undefined, 'de, uk;q=0.8, en;q=0.7')).toBe('uk')
    expect(chooseLocale(null, null, 'AR-eg;q=0.4,EN;q=0.3')).toBe('ar')
    expect(chooseLocale(null, null, 'de,fr')).toBe('en')
    expect(chooseLocale(null, null, null)).toBe('en')
  })

  test('of equal wishes the first; one that is refused does not count', () => {
    expect(chooseLocale(null, null, 'ar,uk')).toBe('ar')
    expect(chooseLocale(null, null, 'uk;q=0,ar;q=0.1')).toBe('ar')
  })

  test('a broken header never fails', () => {
    for (const header of ['', ',,,', ';;q=', 'uk;q=abc', 'uk;q=9e999;q', '*', '\u0000', 'en;q=--', 'a'.repeat(10_000)]) expect(isLocale(chooseLocale(null, null, header))).toBe(true)
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (asked, chosen, accepted) => isLocale(chooseLocale(asked, chosen, accepted))))
  })

  test('only Arabic runs from right to left', () => {
    expect(locales.map(directionOf)).toEqual(['ltr', 'ltr', 'rtl'])
  })
})
