import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, type Line } from '../scripts/extract/lines'

const ROOT = new URL('..', import.meta.url)
const extract = (input: string, ...args: string[]) =>
  spawnSync('npm', ['run', '--silent', 'extract', ...(args.length > 0 ? ['--', ...args] : [])], { cwd: ROOT, input, encoding: 'utf8', maxBuffer: 100_000_000 })
const jsonLines = (text: string) => text.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, never>)

describe('npm run --silent extract', () => {
  const text = 'VALLETTA, March 3, 2026 – Envoys of Chile and Peru met in Valletta on Monday 🕊.\nAt least three people were killed when a drone struck a depot in Kharkiv overnight, officials said.'

  test('answers every line in order, and a bad one does not stop the rest', () => {
    const lines = [
      JSON.stringify({ id: 'good', text }), 'no json', '[]', JSON.stringify({ text }), JSON.stringify({ id: 7 }), '', JSON.stringify({ id: 'empty', text: '  ' }),
      JSON.stringify({ id: 'date', text, published: '2026-02-30' }), JSON.stringify({ id: 'title', text, title: 5 }), JSON.stringify({ id: 8, text, title: null, published: '2026-03-03' }),
    ]
    const { stdout, stderr, status } = extract(`${lines.join('\r\n')}\r\n`)
    expect(status, stderr).toBe(0)
    const answers = jsonLines(stdout)
    expect(answers.map(({ id }) => id)).toEqual(['good', null, null, null, 7, 'empty', 'date', 'title', 8])
    expect(answers.map(({ error }) => error !== undefined)).toEqual([false, true, true, true, true, true, true, true, false])
    expect(answers[1]).toMatchObject({ line: 2 })
    expect(answers[6]?.error).toContain('2026-02-30')
    expect(answers[7]?.error).toContain('"title"')
    for (const line of stderr.split('\n')) expect(line).not.toContain('    at ')
  })

  test('offsets are into the text as it was given, and the fields are those of the contract', () => {
    const [answer] = jsonLines(extract(`${JSON.stringify({ id: 1, text })}\n`).stdout) as unknown as { toponyms: Record<string, unknown>[]; incidents: Record<string, unknown>[] }[]
    expect(answer?.toponyms.length).toBeGreaterThan(0)
    expect(answer?.incidents.length).toBeGreaterThan(0)
    for (const toponym of answer?.toponyms ?? []) {
      expect(Object.keys(toponym)).toEqual(['start', 'end', 'text', 'name', 'lat', 'lon', 'level', 'radius_km', 'country', 'id', 'literal', 'confidence'])
      expect(text.slice(toponym.start as number, toponym.end as number)).toBe(toponym.text)
    }
    for (const incident of answer?.incidents ?? []) {
      expect(Object.keys(incident)).toEqual(['type', 'status', 'start', 'end', 'quote', 'place', 'date', 'killed', 'injured', 'claimed_by', 'actors', 'confidence'])
      expect(text.slice(incident.start as number, incident.end as number)).toBe(incident.quote)
    }
    expect(answer?.incidents).toContainEqual(expect.objectContaining({ type: 'strike', date: '2026-03-02/2026-03-03', killed: 3, place: expect.objectContaining({ name: 'Kharkiv' }) }))
  })

  test('answers a line before the next one comes', async () => {
    const child = spawn('npm', ['run', '--silent', 'extract'], { cwd: ROOT })
    child.stdin.write(`${JSON.stringify({ id: 'first', text })}\n`)
    const [chunk] = await once(child.stdout, 'data') as [Buffer]
    expect(chunk.toString()).toMatch(/^\{"id":"first"/)
    child.stdin.end()
    const [status] = await once(child, 'exit') as [number]
    expect(status).toBe(0)
  })

  test('a line that is too long gives an error, and the next one is read', () => {
    const { stdout, status } = extract(`${JSON.stringify({ id: 'huge', text: 'x'.repeat(11_000_000) })}\n${JSON.stringify({ id: 'next', text })}\n`)
    expect(status).toBe(0)
    const [huge, next] = jsonLines(stdout)
    expect(huge).toMatchObject({ id: null, line: 1, error: expect.stringContaining('MB') })
    expect(next).toMatchObject({ id: 'next' })
  })

  test('an argument it does not know is one clear line and exit code 1', () => {
    const { stdout, stderr, status } = extract('', '--wrong')
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr.trim().split('\n').filter((line) => !line.startsWith('npm'))).toEqual([expect.stringContaining('--wrong')])
  })

  test('--help tells the fields', () => {
    const { stdout, status } = extract('', '--help')
    expect(status).toBe(0)
    for (const field of ['radius_km', 'literal', 'claimed_by', 'published']) expect(stdout).toContain(field)
  })
})

describe('lines of a stream', () => {
  const collect = async (chunks: Buffer[], limit: number) => {
    const lines: Line[] = []
    for await (const line of linesOf((async function* () { yield* chunks })(), limit)) lines.push(line)
    return lines
  }

  test('are the same wherever the stream is cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n]/g, ' ')), { maxLength: 8 }), fc.array(fc.nat(200), { maxLength: 5 }), async (lines, cuts) => {
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
      const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
      const chunks = edges.slice(1).map((edge, i) => bytes.subarray(edges[i], edge))
      expect(await collect(chunks, 10_000)).toEqual(lines.map((text, i) => ({ number: i + 1, text })))
    }))
  })

  test('longer than the limit are numbered but not kept', async () => {
    expect(await collect([Buffer.from('12345\n123456\n\nlast')], 5)).toEqual([{ number: 1, text: '12345' }, { number: 2 }, { number: 3, text: '' }, { number: 4, text: 'last' }])
  })
})
