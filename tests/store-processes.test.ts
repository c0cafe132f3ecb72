/** The store under real processes: several writers at once, and one killed in the middle. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { countArticles } from '../lib/store/articles'
import { countAll, findIncidents } from '../lib/store/incidents'
import { closeStore, openStore } from '../lib/store/open'
import { saveReading } from '../lib/store/save'
import { linking, reading } from './fixtures/readings'

let folder: string
let file: string
const children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-processes-'))
  file = join(folder, 'test.sqlite')
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** A process that writes `count` articles and prints the id of each once it is stored. */
function writer(name: string, count: number): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/fixtures/writer.ts', file, name, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

/** Whether the file is sound and its tables and indexes tell the same. */
async function expectWhole(): Promise<{ articles: number; incidents: number }> {
  const store = await openStore(file)
  try {
    const check = await sql<Record<string, string>>`pragma integrity_check`.execute(store.db)
    expect(Object.values(check.rows[0]!)[0]).toBe('ok')
    const broken = await sql`pragma foreign_key_check`.execute(store.db)
    expect(broken.rows).toEqual([])
    const incidents = await findIncidents(store, {})
    expect(incidents).toHaveLength(await countAll(store))
    const stored = await store.db.selectFrom('reports').select(['id', 'incident']).execute()
    expect(incidents.flatMap((incident) => incident.reports.map(({ id }) => `${id} ${incident.id}`)).sort()).toEqual(stored.map(({ id, incident }) => `${id} ${incident}`).sort())
    const words = await sql<{ n: number }>`select count(*) as n from incident_text`.execute(store.db)
    const boxes = await sql<{ n: number }>`select count(*) as n from incident_box`.execute(store.db)
    expect(words.rows[0]!.n).toBe(incidents.length)
    expect(boxes.rows[0]!.n).toBe(incidents.filter(({ where }) => where.known).length)
    return { articles: await countArticles(store), incidents: incidents.length }
  } finally {
    await closeStore(store)
  }
}

test('several processes create one database and write at once, and nothing is lost', async () => {
  const writers = ['a', 'b', 'c'].map((name) => writer(name, 40))
  const codes = await Promise.all(writers.map(async (child) => (await once(child, 'exit'))[0] as number))
  expect(codes).toEqual([0, 0, 0])
  const { articles } = await expectWhole()
  expect(articles).toBe(120)
})

test('several processes that write the same articles store each once', async () => {
  const writers = [writer('same', 40), writer('same', 40)]
  const codes = await Promise.all(writers.map(async (child) => (await once(child, 'exit'))[0] as number))
  expect(codes).toEqual([0, 0])
  expect((await expectWhole()).articles).toBe(40)
})

test('a reader is not held up by a writer in the middle of a transaction', async () => {
  const store = await openStore(file)
  const reader = await openStore(file)
  await saveReading(store, reading([{ quote: 'One.' }]), linking)
  await store.db.transaction().execute(async (tx) => {
    await tx.updateTable('meta').set({ value: 'x' }).execute()
    expect(await countAll(reader)).toBe(1)
  })
  await Promise.all([closeStore(store), closeStore(reader)])
})

describe('a process killed in the middle', () => {
  test.each([3, 17, 40])('after %i articles loses none that it had stored and leaves no half one', async (after) => {
    const child = writer('killed', 10_000)
    let told = 0
    for await (const line of createInterface(child.stdout!)) {
      if (line.startsWith('stored')) told++
      if (told === after) break
    }
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const { articles } = await expectWhole()
    expect(articles).toBeGreaterThanOrEqual(after)
    expect(articles).toBeLessThan(10_000)
  })
})
