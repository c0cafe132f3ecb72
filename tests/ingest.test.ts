/** The ingest command as a person runs it, with whatever people feed it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getArticle, listArticles } from '../lib/store/articles'
import { findIncidents } from '../lib/store/incidents'
import { closeStore, openStore, revision, type Store } from '../lib/store/open'
import { runIngest } from '../scripts/ingest/run'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-ingest-'))
  process.env.DATELINE_DB = join(folder, 'out', 'test.sqlite')
})
afterAll(() => void delete process.env.DATELINE_DB)
afterEach(() => rmSync(folder, { recursive: true }))

const path = (name: string) => join(folder, 'in', name)
function put(name: string, content: string | Uint8Array): string {
  mkdirSync(join(path(name), '..'), { recursive: true })
  writeFileSync(path(name), content)
  return path(name)
}

async function ingest(args: string[]) {
  const [stdout, stderr]: string[][] = [[], []]
  const status = await runIngest(args, { found: (line) => stdout!.push(line), told: (line) => stderr!.push(line) })
  return { status, stdout: stdout!.join('\n'), stderr: stderr!.join('\n'), last: stderr!.at(-1) }
}

/** The command as its own process. */
function npmIngest(args: string[], input = '') {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', ...args], { encoding: 'utf8', input })
}

async function stored<T>(look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore()
  try {
    return await look(store)
  } finally {
    await closeStore(store)
  }
}
const titles = () => stored(async (store) => (await listArticles(store)).map(({ title }) => title).sort())
const incidents = () => stored((store) => findIncidents(store, {}))

const bombing = '---\ntitle: Market bombed\ndate: 2025-05-03\npublisher: The Courier\n---\nA bomb exploded at a market in Nairobi on Friday, killing four people, police said.\n'

describe('ingest', () => {
  test('stores an article and says what it found', async () => {
    const { status, stdout, last } = await ingest([put('market.md', bombing)])
    expect(status).toBe(0)
    expect(stdout).toMatch(/market\.md “Market bombed” \(published 2025-05-03\)\n {2}attack +2025-05-02 +Nairobi \(town\): “A bomb exploded/)
    expect(last).toMatch(/^1 articles read \(1 new, /)
    expect(await incidents()).toMatchObject([{ type: 'attack', killed: { best: 4 }, reports: [{ source: { title: 'Market bombed', publisher: 'The Courier' } }] }])
  })

  test('takes folders with all they hold, but not their README and not other files', async () => {
    put('a.txt', 'First\n\nProtesters marched in Nairobi on 3 May 2025.')
    put('deep/er/b.html', '<title>Second</title><p>Protesters marched in Oslo on 4 May 2025.</p>')
    put('c.jsonl', '{"text":"Protesters marched in Lima on 5 May 2025.","title":"Third"}\n\n{"text":"Protesters marched in Quito on 6 May 2025.","title":"Fourth"}\n')
    put('README.md', 'About this folder')
    put('photo.png', new Uint8Array([0x89, 0x50, 0, 0]))
    expect((await ingest([path('')])).status).toBe(0)
    expect(await titles()).toEqual(['First', 'Fourth', 'Second', 'Third'])
  })

  test('takes standard input', async () => {
    expect(npmIngest(['-'], bombing)).toMatchObject({ status: 0, stdout: expect.stringContaining('standard input “Market bombed”') as string })
    expect(await titles()).toEqual(['Market bombed'])
  })

  test('changes nothing the second time, nor from another file', async () => {
    await ingest([put('market.md', bombing)])
    const before = await stored(async (store) => [await revision(store), await findIncidents(store, {})])
    const { stdout, last } = await ingest([path('market.md'), put('copy.md', bombing)])
    expect(stdout).toContain('known already')
    expect(last).toMatch(/^2 articles read \(0 new, 0 read again, 2 known already\)/)
    expect(await stored(async (store) => [await revision(store), await findIncidents(store, {})])).toEqual(before)
  })

  test('joins what two articles tell, and says with which', async () => {
    await ingest([put('market.md', bombing)])
    const { stdout } = await ingest([put('later.md', '---\ntitle: After the blast\ndate: 2025-05-04\n---\nOn Friday a bomb exploded at a market in Nairobi, killing five people, the mayor said.\n')])
    expect(stdout).toContain('the same incident as in Market bombed')
    expect(await incidents()).toMatchObject([{ reports: [{ source: { title: 'Market bombed' } }, { source: { title: 'After the blast' } }] }])
  })

  test('with --if-empty leaves a database that has articles alone', async () => {
    const other = put('other.md', '---\ntitle: Another\n---\nProtesters marched in Oslo on 4 May 2025.')
    await ingest(['--if-empty', put('market.md', bombing)])
    expect((await ingest(['--if-empty', other])).status).toBe(0)
    expect(await titles()).toEqual(['Market bombed'])
  })
})

describe('undoing a merge', () => {
  const later = '---\ntitle: After the blast\ndate: 2025-05-04\n---\nOn Friday a bomb exploded at a market in Nairobi, killing five people, the mayor said.\n'

  test('--apart takes a report out by the id that was printed, --together puts it back', async () => {
    await ingest([put('market.md', bombing)])
    const id = /if not: --apart (\w+)/.exec((await ingest([put('later.md', later)])).stdout)![1]!
    const apart = await ingest(['--apart', id])
    expect(apart).toMatchObject({ status: 0, stderr: '' })
    expect(apart.stdout).toMatch(/^Taken apart:\n {2}attack .*Nairobi \(town\), incident \w+\n {4}\w+ {2}After the blast: “On Friday.*\n {2}attack .*\n {4}\w+ {2}The Courier: “A bomb/)
    expect((await incidents()).map(({ reports }) => reports.length)).toEqual([1, 1])
    await ingest([put('third.md', later.replace('After the blast', 'A third').replace('five', 'four'))])
    expect((await incidents()).every(({ reports }) => new Set(reports.map(({ source }) => source.title)).size < 3)).toBe(true)
    expect((await ingest(['--together', id])).stdout).toMatch(/^Put back:\n/)
    expect((await incidents()).map(({ reports }) => reports.length)).toEqual([3])
  })

  test.each([
    [['--apart', 'nope'], 'There is no report "nope"'],
    [['--together', 'nope'], 'There is no report "nope"'],
    [['--apart'], 'name the report to take apart by its id'],
    [['--together'], 'name the report to put back by its id'],
    [['--apart', 'x', '--together'], '--apart takes ids of reports and nothing else, not --together'],
  ])('%j is one clear line', async (args, message) => {
    await expect(ingest(args)).rejects.toThrow(message)
  })
})

describe('bad input', () => {
  test('one bad file is named and never stops the rest', async () => {
    const { status, stderr } = await ingest([put('binary.txt', new Uint8Array(5000).map((_, i) => (i * 7919) % 256)), path('missing.txt'), put('empty.txt', ' \n'), put('bad.jsonl', '{"text":"Protesters marched in Oslo on 4 May 2025.","title":"Good line"}\n{oops\n'), 'https://example.org/feed.xml', put('market.md', bombing)])
    expect(status).toBe(0)
    for (const told of [/binary\.txt: .*not text/, /missing\.txt: there is no such file/, /empty\.txt: .*no text/, /bad\.jsonl \(2\): .*not JSON/, /example\.org\/feed\.xml: addresses and feeds cannot be read yet/]) expect(stderr).toMatch(told)
    expect(stderr).toMatch(/; 5 failed\.$/m)
    expect(await titles()).toEqual(['Good line', 'Market bombed'])
  })

  test('when nothing can be read the exit code says so', async () => {
    expect((await ingest([path('missing.txt')])).status).toBe(1)
    await expect(ingest(['--colour'])).rejects.toThrow('there is no option --colour')
    expect(npmIngest([])).toMatchObject({ status: 1, stdout: '', stderr: 'ingest: name at least one file or folder, or - for standard input (--help tells more)\n' })
  })

  test('a database that cannot be opened is one clear line', async () => {
    put('market.md', bombing)
    mkdirSync(join(folder, 'out'), { recursive: true })
    writeFileSync(join(folder, 'out', 'test.sqlite'), 'this is no database, but a text of some length '.repeat(100))
    await expect(ingest([path('market.md')])).rejects.toThrow(/^The database .*test\.sqlite cannot be opened: .*$/)
  })

  test('markup and terminal controls are text in the store and harmless in the terminal', async () => {
    const { stdout } = await ingest([put('hostile.txt', '\u001b]0;owned\u0007<script>alert(1)</script>\n\nProtesters marched in \u001b[31mNairobi on 3 May 2025. <img src=x onerror=alert(1)>')])
    expect(stdout).not.toMatch(/[\u001b\u0007]/)
    const [only] = await stored(listArticles)
    const article = await stored((store) => getArticle(store, only!.id))
    expect(article!.text).toContain('<img src=x onerror=alert(1)>')
  })

  test('scripts of a web page are not part of its article', async () => {
    await ingest([put('page.html', '<title>Page</title><script>document.write("A bomb killed nine in Oslo on 1 May 2025.")</script><p>Protesters marched in Nairobi on 3 May 2025.</p>')])
    expect((await incidents()).map(({ type }) => type)).toEqual(['protest'])
  })

  test('an article of another language, without place or without date, puts nothing false on the map', async () => {
    await ingest([
      put('other.txt', 'Am Freitag explodierte eine Bombe auf einem Markt, vier Menschen wurden getötet.'),
      put('nowhere.txt', 'On 3 May 2025 protesters marched and chanted for hours.'),
      put('never.txt', 'Protesters marched in Nairobi on Saturday.'),
    ])
    for (const { where, when } of await incidents()) {
      if (where.known) expect([where.value.at.lat, where.value.at.lon]).not.toEqual([0, 0])
      if (where.known && where.value.name === 'Nairobi') expect(when.known).toBe(false)
    }
    expect((await incidents()).filter(({ where }) => !where.known).length).toBeLessThanOrEqual(2)
  })

  test('impossible dates are no dates', async () => {
    await ingest([put('dates.txt', 'Protesters marched in Nairobi on February 30, 2025. Police arrested six people in Oslo on 45 May 2025.')])
    for (const { when } of await incidents()) if (when.known) expect(when.value.from <= when.value.to && !/-(30|45)/.test(when.value.from)).toBe(true)
    expect(await ingest([put('front.md', '---\ndate: 2025-02-30\n---\nProtesters marched in Nairobi.')])).toMatchObject({ status: 1, stderr: expect.stringContaining('2025-02-30') as string })
  })

  test('lone surrogates and eleven megabytes end in an answer', async () => {
    const long = `Protesters marched in Nairobi on 3 May 2025. ${'Nothing else happened that day. '.repeat(350_000)}`
    const { status, stderr } = await ingest([put('long.txt', long), put('halves.jsonl', '{"text":"Protesters \\ud800 marched in Nairobi on 3 May 2025.","title":"Half \\udc00 title"}')])
    expect(status).toBe(0)
    expect(stderr).toMatch(/long\.txt: .*10,000,000/)
    expect(await incidents()).toMatchObject([{ type: 'protest', where: { value: { name: 'Nairobi' } } }])
  })
})
