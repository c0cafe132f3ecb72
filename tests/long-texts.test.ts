/** Texts no newspaper prints: the chain reads them to their end. How long it takes is for `npm run bench -- linear`. */
import { describe, expect, test } from 'vitest'
import { readReading } from '../lib/pipeline'

const news = 'Protesters marched in Nairobi on Monday, police said. Rebels shelled the port of Odesa, killing four people and wounding at least nine. '
  + '“We have waited long enough,” Maria Okoro told reporters in the town hall, while envoys of Kenya and Uganda met in Kampala. '
const read = (text: string) => readReading({ text, published: '2025-11-20' })

describe('the whole chain reads', () => {
  test('five million characters', () => {
    const filler = 'The hall was cold, and many kept their coats on while the lists were read aloud. '.repeat(60)
    const text = `${news}${filler}`.repeat(Math.ceil(5_000_000 / (news.length + filler.length)))
    const { article, mentions, reports } = read(text)
    expect(article.text).toHaveLength(text.length)
    expect(text.length - mentions.filter(({ kind }) => kind === 'place').at(-1)!.start).toBeLessThan(6000)
    expect(reports.map(({ type }) => type)).toContain('protest')
  }, 120_000)

  test('one sentence without end', () => {
    const { article, reports } = read(news.replace(/[.,”“] ?/g, ' and ').repeat(400))
    expect(Math.max(...article.sentences.map(({ start, end }) => end - start))).toBeLessThanOrEqual(800)
    expect(reports.length).toBeGreaterThan(0)
  })

  test('nothing but capitals, or none', () => {
    expect(read(news.toUpperCase().repeat(100)).mentions.some(({ kind, text }) => kind === 'place' && text === 'NAIROBI')).toBe(true)
    expect(read(news.toLowerCase().repeat(100)).article.sentences.length).toBeGreaterThan(30)
  })

  test.each([['full stops', '. '], ['commas', ', '], ['opening quotation marks', '“'], ['one word', 'a'], ['figures', '1 '], ['capitals', 'Aa '], ['times', 'on Monday '], ['deaths', 'killed four people ']])('nothing but %s', (_, unit) => {
    expect(read(unit.repeat(Math.ceil(200_000 / unit.length))).reports).toEqual([])
  })
})
