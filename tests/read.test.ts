import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DatelineError } from '../lib/errors'
import { readArticle } from '../lib/read/article'

const sentencesOf = (text: string) => readArticle({ text }).sentences.map(({ start, end }) => text.slice(start, end))
const wordsOf = (text: string) => readArticle({ text }).tokens.map((token) => token.text)
const datelineOf = (text: string) => {
  const { dateline } = readArticle({ text })
  return dateline && { place: dateline.place?.text, date: dateline.date, agency: dateline.agency, rest: text.slice(dateline.end).trim() }
}
function codeOf(input: Parameters<typeof readArticle>[0]): string {
  try {
    readArticle(input)
    return 'read'
  } catch (error) {
    if (error instanceof DatelineError) return error.code
    throw error
  }
}

describe('the dateline', () => {
  it.each([
    ['Arlon, Dec. 21, 2025 – Envoys met.', 'Arlon', { year: 2025, month: 12, day: 21 }, undefined],
    ['KYIV, Feb. 6 (Some Wire) — Drones hit a depot.', 'KYIV', { month: 2, day: 6 }, 'Some Wire'],
    ['GENEVA — Talks began.', 'GENEVA', undefined, undefined],
    ['TURIN, Italy, Nov. 4, 2025 — Workers walked out.', 'TURIN', { year: 2025, month: 11, day: 4 }, undefined],
    ['ODESSA, Texas, Aug. 26, 2025 (Basin Wire) - A tank burst.', 'ODESSA', { year: 2025, month: 8, day: 26 }, 'Basin Wire'],
    ['TBILISI, Sept 8 - Crowds met.', 'TBILISI', { month: 9, day: 8 }, undefined],
    ['GOMA, Democratic Republic of Congo, Dec 14 (Wire) - Rebels took a town.', 'GOMA', { month: 12, day: 14 }, 'Wire'],
    ['BEIRUT: A blast shook the port.', 'BEIRUT', undefined, undefined],
    ['Hanoi (VNX) – The minister met farmers.', 'Hanoi', undefined, 'VNX'],
    ['BEIJING, 3 March 2024 /Wire Asia/ -- Rain fell.', 'BEIJING', { year: 2024, month: 3, day: 3 }, 'Wire Asia'],
    ['MOSCOW/MINSK, Monday, Dec 1 (Wire) - Envoys met.', 'MOSCOW', { month: 12, day: 1 }, 'Wire'],
  ])('is read from %s', (text, place, date, agency) => {
    expect(datelineOf(text)).toMatchObject({ place, date, agency })
    expect(datelineOf(text)!.rest).toMatch(/^[A-Z]/)
  })

  it('is found under a headline', () => {
    expect(datelineOf('Ferry sinks off island\n\nMANILA, May 2, 2024 — A ferry sank.')?.place).toBe('MANILA')
  })

  it.each([
    'Arlon, the city of canals, woke to snow.',
    'Smith – a doctor – said no.',
    'The talks – Geneva was quiet – went on.',
    'BREAKING — A ferry has sunk.',
    'WAR IN THE NORTH: What we know\n\nThe text follows here.',
    'In Geneva, on May 2, the sides met - again.',
    'Rain, wind and snow: The week in weather.',
  ])('is not seen in %s', (text) => expect(datelineOf(text)).toBeUndefined())
})

describe('the publication day', () => {
  const dated = 'KYIV, Feb. 6, 2026 — Drones hit a depot.'
  it('is the given one before the dateline', () => {
    expect(readArticle({ text: dated, published: '2026-02-09' })).toMatchObject({ published: '2026-02-09', publishedBasis: 'given' })
    expect(readArticle({ text: dated })).toMatchObject({ published: '2026-02-06', publishedBasis: 'dateline' })
  })
  it('stays unknown when the dateline has no year', () => expect(readArticle({ text: 'KYIV, Feb. 6 — Drones hit.' }).published).toBeUndefined())
  it.each([
    ['2025-12-21T23:30:00-05:00', '2025-12-22'], ['2025-12-21T10:00:00Z', '2025-12-21'], ['2025-12-21 10:00', '2025-12-21'],
    ['Sun, 21 Dec 2025 10:00:00 GMT', '2025-12-21'], ['Dec. 21, 2025', '2025-12-21'], ['21 December 2025', '2025-12-21'],
  ])('reads %s as the UTC day %s', (published, day) => expect(readArticle({ text: 'Rain fell.', published }).published).toBe(day))
  it.each(['2025-02-30', '2025-13-01', 'yesterday', '12/21/2025'])('refuses %s by name', (published) => {
    expect(() => readArticle({ text: 'Rain fell.', published })).toThrow(published)
    expect(codeOf({ text: 'Rain fell.', published })).toBe('invalid-article')
  })
})

describe('sentences', () => {
  it.each([
    ['Mr. Vane met Gen. Orr. They left.', ['Mr. Vane met Gen. Orr.', 'They left.']],
    ['It opens at 9 a.m. Friday. All may come.', ['It opens at 9 a.m. Friday.', 'All may come.']],
    ['The U.S. Senate met. He left the U.S. The end came.', ['The U.S. Senate met.', 'He left the U.S.', 'The end came.']],
    ['It fell on Dec. 21 in Salem, Ill. The mayor spoke.', ['It fell on Dec. 21 in Salem, Ill.', 'The mayor spoke.']],
    ['J. R. Vane paid 2.5 million. Then No. 5 won.', ['J. R. Vane paid 2.5 million.', 'Then No. 5 won.']],
    ['“We will stay.” He sat down. “Why?” he asked.', ['“We will stay.”', 'He sat down.', '“Why?” he asked.']],
    ['We can agree… That may change. He waited... and left.', ['We can agree…', 'That may change.', 'He waited... and left.']],
    ['A headline without stop\nThe text begins. It goes on', ['A headline without stop', 'The text begins.', 'It goes on']],
    ['First line.\r\n\r\nSecond line.', ['First line.', 'Second line.']],
  ])('of %j', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences))

  it('run over the line ends of hard-wrapped text', () => {
    const lines = ['The river rose for two days before it broke the dam above', 'the old town, and by noon the market square was under two', 'metres of water, the mayor said. Boats took people from the', 'roofs until dark, and no one was hurt.']
    expect(sentencesOf(lines.join('\n'))).toHaveLength(2)
  })
})

describe('tokens', () => {
  it.each([
    ["Ukraine's army", ['Ukraine', "'s", 'army']], ['Kenya’s lakes', ['Kenya', '’s', 'lakes']],
    ['1,600 men, 2.5 km', ['1,600', 'men', ',', '2.5', 'km']], ['the 20-point plan', ['the', '20-point', 'plan']],
    ['US-led talks', ['US-led', 'talks']], ['the U.S. and Sana’a', ['the', 'U.S.', 'and', 'Sana’a']], ['20–21 December', ['20', '–', '21', 'December']],
  ])('of %j', (text, tokens) => expect(wordsOf(text)).toEqual(tokens))
})

describe('the language', () => {
  it.each([
    ['Police arrested five people in Lagos on Monday, officials said.', 'en'],
    ['Die Polizei hat am Montag in Berlin fünf Menschen festgenommen, wie die Behörden mitteilten.', 'other'],
    ['La policía detuvo el lunes a cinco personas en la ciudad, según las autoridades.', 'other'],
    ['Полиция задержала пять человек в понедельник.', 'other'],
    ['警察は月曜日に五人を逮捕した。', 'other'],
  ])('of %j is %s', (text, language) => expect(readArticle({ text }).language).toBe(language))
})

describe('bad input', () => {
  it('is named by its error', () => {
    expect(codeOf({ text: '' })).toBe('invalid-article')
    expect(codeOf({ text: ' \n\t ' })).toBe('invalid-article')
    expect(codeOf({ text: 'a'.repeat(10_000_001) })).toBe('article-too-large')
    expect(codeOf({ text: '\u0000\u0001PNG\u0002'.repeat(50) })).toBe('not-text')
  })
  it('keeps the offsets of what stands behind a lone surrogate or a NUL', () => {
    const { text, tokens } = readArticle({ text: 'A \uD800 blast \uDC00 in \u0000 Oslo 😀.' })
    expect(text).toBe('A \uFFFD blast \uFFFD in \uFFFD Oslo 😀.')
    expect(tokens.find((token) => token.text === 'Oslo')?.start).toBe(17)
  })
  // A quadratic reader takes minutes for these; vitest's own limit is the clock.
  it.each(['.', 'a.', '1,', 'x\n\n', '. ', '"', 'A. ', '— '])('of 300,000 characters of %j is read', (unit) => {
    expect(codeOf({ text: `${unit.repeat(Math.floor(300_000 / unit.length))}b` })).toBe('read')
  })
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(fc.constantFrom('Mr.', 'U.S.', 'Oslo', '“', '”', '…', '\n', '\r\n', ' ', '.', '—', 'Dec.', '21', ',', '2025', '\uD800', "'s", '(', ')', 'KYIV', ':'), { maxLength: 60 }).map((parts) => parts.join('')))

describe('for any text', () => {
  it('reading gives an article or a DatelineError', () => {
    fc.assert(fc.property(anyText, (text) => { expect(codeOf({ text })).toMatch(/^(?:read|invalid-article|not-text)$/) }), { numRuns: 500 })
  })
  it('spans are in order, inside one another, and tokens are their text', () => {
    fc.assert(fc.property(anyText, (given) => {
      fc.pre(codeOf({ text: given }) === 'read')
      const { text, paragraphs, sentences, tokens } = readArticle({ text: given })
      expect(text).toHaveLength(given.length)
      for (const spans of [paragraphs, sentences, tokens]) {
        let end = 0
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }
      for (const token of tokens) {
        expect(text.slice(token.start, token.end)).toBe(token.text)
        const sentence = sentences[token.sentence]!
        expect(token.start >= sentence.start && token.end <= sentence.end).toBe(true)
      }
      // Every character that is not white space is in a token.
      expect(tokens.map((token) => token.text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }), { numRuns: 500 })
  })
  it('the same article has the same id, whatever its line ends', () => {
    const text = 'Rain fell.\n\nThe river rose.'
    expect(readArticle({ text: text.replaceAll('\n', '\r\n') }).id).toBe(readArticle({ text }).id)
    expect(readArticle({ text: `${text}!` }).id).not.toBe(readArticle({ text }).id)
  })
})
