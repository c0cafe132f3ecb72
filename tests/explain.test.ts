/** `npm run explain` as a person runs it: what it says of each place, and of what was taken for none. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const text = `A bomb exploded in Odessa, Texas, on Saturday, killing two people. Odesa, Ukraine, was calm.

Laura Houston, a police officer, was wounded near Spring\u001b[31mfield. Houston said the blast was heard in Springfield.
`

let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-explain-'))
  file = join(folder, 'blast.txt')
  writeFileSync(file, text)
})
afterAll(() => rmSync(folder, { recursive: true }))

function explain(args: string[], env: Record<string, string> = { NO_COLOR: '1' }) {
  const { NO_COLOR, FORCE_COLOR, ...rest } = process.env
  void [NO_COLOR, FORCE_COLOR]
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/explain.ts', ...args], { encoding: 'utf8', env: { ...rest, ...env } as NodeJS.ProcessEnv })
}

describe('explain', () => {
  let stdout: string
  beforeAll(() => {
    const run = explain([file, '--published', '2024-03-03'])
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    stdout = run.stdout
  })
  /** The lines from a mention's own to the next mention's. */
  const block = (name: string) => new RegExp(`^ {4}(?:place |no place) +${name} .*\\n(?: {8}.*\\n)*`, 'm').exec(stdout)?.[0] ?? ''

  test('gives a place its rule, its role, and what spoke for the words as a name', () => {
    expect(block('Odessa')).toMatch(/^ {4}place +Odessa +locative +Odessa, Texas, US \d+% stated \(location\)\n {8}name +>?\d+% .*contained by what follows \+\d+\.\d, [^]*in all \+\d+\.\d\n/)
  })

  test('lists the candidates with their chances, the winner first', () => {
    expect(block('Odessa')).toMatch(/\n {8}means +>99% +Odessa, Texas, US +town +31\.85,-102\.37 +gn:5527554\n +<1% +Odesa, UA +[^]*\n +and \d+ more\n/)
    expect(block('Odesa')).toMatch(/means +>?\d+% +Odesa, UA +\w+ +46\.\d+,\d+\.\d+ +\S+\n/)
  })

  test('says why the winner won, and what each feature is worth on both sides', () => {
    expect(block('Odessa')).toMatch(/\n {8}why +won by \d+\.\d over Odes[^:]*: inside its qualifier \+\d+\.\d,/)
    expect(block('Odessa')).toMatch(/\n +inside its qualifier +1 worth \+(\d+\.\d) +– +\+\1\n/)
  })

  test('the differences of the features add up to the lead', () => {
    const lead = Number(/won by (\d+\.\d)/.exec(block('Odessa'))?.[1])
    const table = block('Odessa').split('differ by\n')[1]!
    const parts = [...table.matchAll(/([+−])(\d+\.\d)$/gm)].map(([, sign, points]) => Number(points) * (sign === '+' ? 1 : -1))
    expect(parts.reduce((all, part) => all + part, 0)).toBeCloseTo(lead, 0)
  })

  test('tells why a name that could be a place is none', () => {
    const houstons = stdout.match(/^ {4}no place Houston .*\n(?: {8}.*\n)+/gm) ?? []
    expect(houstons).toHaveLength(2)
    expect(houstons[0]).toMatch(/too unlikely\n {8}name +<1% [^]*a word of a full name −12\.0/)
    expect(houstons[1]).toMatch(/name +<?\d+% [^]*the name of a person met before −\d/)
  })

  test('says of each event which places of its sentence it may be at, and why', () => {
    const told = /^ {4}event +exploded .*\n((?: {8}.*\n)+)/m.exec(stdout)?.[1] ?? ''
    expect(told).toMatch(/^ {8}at +\d+% {2}Odessa: [^]*in all \+\d+\.\d\n/m)
    const chances = [...told.matchAll(/^ {8}at +<?(\d+)%/gm)].map(([, chance]) => Number(chance))
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
  })

  test('says of each incident how sure it is, and the other readings of its word', () => {
    expect(stdout).toMatch(/^ {2}attack happened \d+%\n[^]*?^ {8}sure +\d+% {2}any \+\d+\.\d[^]*?in all \+\d+\.\d$/m)
    expect(stdout).toMatch(/^ {4}event .* before /m)
  })

  test('passes no control character of the article on, and keeps to 120 columns', () => {
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
    expect(stdout).toContain('Spring·[31mfield')
    expect(stdout.split('\n').filter((line) => line.startsWith('    ') && [...line].length > 120)).toEqual([])
  })

  test('colours on demand, never those of the article', () => {
    const coloured = explain([file], { FORCE_COLOR: '1' }).stdout
    expect(coloured).toContain('\u001b[32m+')
    expect(coloured).toContain('·[31mfield')
    expect(coloured).not.toContain('\u001b[31mfield')
  })

  test('--brief gives a line a mention, with its runners-up', () => {
    const { stdout: brief } = explain([file, '--brief'])
    expect(brief).toMatch(/^ {4}place +Odessa +locative +Odessa, Texas, US \[town 31\.85,-102\.37 gn:5527554\] \d+% stated {3}before Odes/m)
    expect(brief).not.toMatch(/no place|in all|won by/)
  })

  test.each([
    [['missing.txt'], 'explain: cannot read missing.txt: there is no such file\n'],
    [['--verbose', 'a.txt'], 'explain: there is no option --verbose (--help tells more)\n'],
    [['a.txt', 'b.txt'], 'explain: one file at a time, not also b.txt (--help tells more)\n'],
    [['a.txt', '--published'], 'explain: --published needs a day, YYYY-MM-DD\n'],
    [[], 'explain: one file is needed (--help tells more)\n'],
  ])('%j is refused', (args, message) => {
    const { status, stdout: none, stderr } = explain(args)
    expect([status, none, stderr]).toEqual([1, '', message])
  })
})
