/** Whose a count is: the event of its own clause, else the last one told, else nobody's. */
import { families } from '../taxonomy'
import type { TollMention } from '../types'
import { lastView, recent, type Draft } from './draft'
import type { View } from './view'

export const deadly = (draft: Draft) => families[draft.type] === 'violence' || draft.type === 'disaster'

/** "They boasted of killing twenty troops, which the army denied": nobody's count. */
function isDisputed({ claims }: View, { start }: { start: number }): boolean {
  const over = claims.filter(({ covers }) => covers.start <= start && start < covers.end)
  return over.some(({ stance }) => stance === 'claims') && over.some(({ stance }) => stance === 'denies')
}

/** "In Sarn a hall was hit; a woman was killed in Xyl": Xyl may be in no gazetteer, but it is not Sarn. */
function isElsewhere({ tokens, places, timeSpans }: View, toll: { start: number; end: number }): boolean {
  const at = tokens.findIndex(({ start }) => start >= toll.end)
  const stop = tokens.slice(0, Math.max(0, at)).findLastIndex(({ text }) => text === ';')
  if (at < 0 || stop < 0) return false
  const near = tokens.slice(at, at + 8)
  const named = near.find(({ text }, i) => /^\p{Lu}/u.test(text) && /^(?:in|near|at)$/.test(near[i - 1]?.lower ?? ''))
  return named !== undefined && !timeSpans.some(({ start, end }) => named.start >= start && named.end <= end) && !places.some(({ mention }) => mention.start <= named.start && named.end <= mention.end)
}

/** "to hand over the bodies of 600 soldiers": the dead of a whole war. */
function isReturned({ tokens }: View, { start }: { start: number }): boolean {
  const at = tokens.findIndex((token) => token.start >= start)
  const before = tokens.slice(Math.max(0, at - 12), at).map(({ lower }) => lower)
  return before.some((word) => /^(?:bod(?:y|ies)|remains)$/.test(word)) && before.some((word) => /^(?:hand|return|exchang|repatriat|swap|transfer|deliver)/.test(word))
}

export function giveTolls(view: View, drafts: Draft[]): void {
  for (const toll of view.tolls) {
    if (toll.toll === 'detained' || isDisputed(view, toll)) continue
    if (isElsewhere(view, toll) || isReturned(view, toll)) continue
    const here = recent(drafts).filter((draft) => (deadly(draft) || draft.type === 'protest') && draft.mentions.some((mention) => mention.view === view))
    const nearest = placedBeside(here, view, toll) ?? here.map((draft) => ({ draft, gap: gapTo(draft, view, toll.start) })).sort((a, b) => a.gap - b.gap)[0]?.draft
    const told = nearest ?? recent(drafts).reverse().find((draft) => deadly(draft) && !draft.planned && (view.index - lastView(draft).index <= 2 || (toll.rule === 'toll-update' && view.index - lastView(draft).index <= 6)))
    if (!told || (told.planned && !nearest)) continue
    // a sentence with a place of its own and no event word tells of somewhere else
    if (!nearest && view.places.length > 0 && told.place && toll.rule !== 'toll-update') continue
    told.tolls.push(toll)
    if (!nearest) told.mentions.push({ view })
  }
}

/** "killed five in Sarn and two in Vela", "11 died in the Khost raid": of several events in one sentence, the one whose place stands behind the count, in its clause. */
function placedBeside(here: readonly Draft[], { tokens, places, tolls }: View, toll: TollMention): Draft | undefined {
  if (here.length < 2) return undefined
  const next = Math.min(...tolls.filter(({ start }) => start >= toll.end && start > toll.start).map(({ start }) => start), Infinity)
  const from = tokens.findIndex(({ start }) => start >= toll.end)
  if (from < 0) return undefined
  const stop = tokens.slice(from, from + 16).find(({ start, text }) => start >= next || text === ';')?.start ?? tokens[Math.min(tokens.length, from + 16) - 1]!.end
  // "struck a mill in Sarn and a depot in Vela, wounding four at the mill"
  const site = tokens.slice(from, from + 4).findIndex(({ lower }, i, near) => lower === 'the' && /^(?:at|in|on)$/.test(near[i - 1]?.lower ?? ''))
  const named = site < 0 ? undefined : tokens[from + site + 1]
  const first = named && tokens.find(({ lower, end }) => lower === named.lower && end <= toll.start)
  const its = first && places.find(({ mention }) => mention.start >= first.end && mention.start - first.end < 30)
  const there = its && here.find((draft) => draft.place?.found.place.id === its.place.id)
  if (there) return there
  for (const place of places) {
    if (place.mention.start < toll.end || place.mention.end > stop) continue
    const own = here.find((draft) => draft.place?.found.place.id === place.place.id)
    if (own) return own
  }
  return undefined
}

/** Distance of a count to the draft's mentions or its place in this sentence: of two towns hit, the one named just before. */
function gapTo(draft: Draft, view: View, at: number): number {
  const own = draft.mentions.filter((mention) => mention.view === view)
  const gaps = own.map(({ event }) => (event ? Math.abs(event.mention.start - at) : 1000))
  if (draft.place?.view === view && draft.split) gaps.push(Math.abs(draft.place.found.mention.start - at) / 2)
  return Math.min(...gaps)
}
