import { describe, expect, test } from 'vitest'
import { DetailStore } from '../components/details'
import type { Item } from '../components/incidents'

const item = (id: string, report = `r-${id}`) => ({ id, sources: [{ id: report }] }) as Item
const ids = (n: number, from = 0) => Array.from({ length: n }, (_, i) => `i${from + i}`)

/** A store whose frames and answers come when the test says so. */
function held() {
  const asked: { ids: string[]; answer(items: Item[]): Promise<void>; fail(): Promise<void> }[] = []
  const frames: (() => void)[] = []
  const settle = () => new Promise<void>((done) => { setTimeout(done) })
  const store = new DetailStore((wanted) => new Promise((resolve, reject) => {
    asked.push({ ids: wanted, answer: (items) => { resolve(items); return settle() }, fail: () => { reject(new Error('no')); return settle() } })
  }), (then) => frames.push(then))
  return { store, asked, frame: () => frames.splice(0).forEach((then) => then()) }
}

describe('texts on demand', () => {
  test('wishes of one frame are asked for together, once', async () => {
    const { store, asked, frame } = held()
    store.want(['a', 'b'])
    store.want(['b', 'c'])
    expect(asked).toEqual([])
    frame()
    expect(asked.map((one) => one.ids)).toEqual([['a', 'b', 'c']])
    await asked[0]!.answer([item('a'), item('b')])
    expect([store.get('a')?.id, store.get('b')?.id, store.get('c'), store.get('d')]).toEqual(['a', 'b', null, undefined])
    store.want(['a'])
    frame()
    expect(asked).toHaveLength(1)
  })

  test('at most 100 at once, at most two under way, and what is no longer wanted is not asked for', async () => {
    const { store, asked, frame } = held()
    const leave = store.want(ids(450))
    frame()
    expect(asked.map((one) => one.ids.length)).toEqual([100, 100])
    leave()
    store.want(['z'])
    await asked[0]!.answer([])
    expect(asked.slice(2).map((one) => one.ids)).toEqual([['z']])
  })

  test('a failure is said and not repeated before it is asked to', async () => {
    const { store, asked, frame } = held()
    store.want(['a'])
    frame()
    await asked[0]!.fail()
    expect([store.failed('a'), store.get('a')]).toEqual([true, undefined])
    store.want(['a'])
    frame()
    expect(asked).toHaveLength(1)
    store.retry()
    frame()
    await asked[1]!.answer([item('a')])
    expect([store.failed('a'), store.get('a')?.id]).toEqual([false, 'a'])
  })

  test('another revision empties it and asks again; an answer of the one before is not believed', async () => {
    const { store, asked, frame } = held()
    store.renew('1')
    store.want(['a'])
    frame()
    store.renew('2')
    frame()
    await asked[0]!.answer([item('a')])
    expect(store.get('a')).toBeUndefined()
    await asked[1]!.answer([item('a', 'new')])
    expect(store.get('a')?.sources[0]?.id).toBe('new')
  })

  test('a report’s id finds the incident that holds it', async () => {
    const { store, asked, frame } = held()
    store.want(['old'])
    frame()
    await asked[0]!.answer([item('a', 'old')])
    expect(store.get('old')?.id).toBe('a')
  })

  test('forgets what was wanted longest ago, never what is wanted', async () => {
    const { store, asked, frame } = held()
    store.want(['stays'])
    for (let i = 0; i < 41; i++) {
      const leave = store.want(ids(100, i * 100))
      frame()
      while (asked.length) {
        const one = asked.shift()!
        await one.answer(one.ids.map((id) => item(id)))
      }
      leave()
    }
    expect([store.get('stays')?.id, store.get('i0'), store.get('i4099')?.id]).toEqual(['stays', undefined, 'i4099'])
  })
})
