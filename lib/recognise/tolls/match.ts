/** Fates and people of one sentence, brought together: whose death "were killed" tells, and whom "killing" killed. */
import type { Token, Toll } from '../../types'
import { qualified, sum } from './count'
import type { Fate } from './fates'
import { isListed, isName, nameAfter, type Group } from './people'
import { data, is } from './words'

export type Found = { fate: Fate; groups: Group[]; toll: Toll; from: number; to: number; addition: boolean; attackers: boolean }

const [isHelper, isModal, isNegator, isBarrier, isAuxiliary, isGeneric, isCore, isFinite, follows, notDone, wasDone, isClaiming, isPreposition] =
  [is(data.helpers), is(data.modals), is(data.negators), is(data.barriers), is(data.auxiliaries), is(data.generic), is(data.core), is(data.finite), is(data.follows), is(data.notDone), is(data.done), is(data.killed.claiming ?? []), is(data.prepositions)]
const isScene = is(data.sceneWords)

export function match(tokens: readonly Token[], groups: readonly Group[], fates: readonly Fate[]): Found[] {
  const sentence: Sentence = { tokens, groups, fates, starts: new Map(groups.map((group) => [group.from, group])), order: new Map(groups.map((group, i) => [group, i])), upTo: lastUpTo(tokens, groups), ends: new Map(fates.map((fate) => [fate.to, fate])), begins: new Map(fates.map((fate) => [fate.from, fate])), objects: new Map(), claimed: new Set() }
  const transitive = new Set<Fate>()
  for (const fate of fates) {
    if (fate.role === 'state' || fate.role === 'counted') continue
    const object = objectOf(sentence, fate)
    if (!object) continue
    sentence.objects.set(object, fate)
    transitive.add(fate)
  }
  const found: Found[] = []
  for (const fate of fates) {
    if (transitive.has(fate) || fate.role === 'noun') continue
    const subject = subjectOf(sentence, fate) ?? ownerOf(sentence, fate)
    if (!subject) continue
    const all = chainBack(sentence, subject)
    for (const group of all) sentence.claimed.add(group)
    found.push(foundOf(fate, all), ...elsewhere(sentence, fate, fate.to))
  }
  for (const [object, fate] of sentence.objects) {
    if (!isTold(tokens, fate)) continue
    const all = chainOn(sentence, object)
    found.push(foundOf(fate, all), ...elsewhere(sentence, fate, all.at(-1)!.to))
  }
  for (const group of groups) if (group.adjective !== undefined && !sentence.claimed.has(group) && group.kind === 'people' && !group.single && !group.part) {
    const fate = sentence.begins.get(group.adjective)
    if (fate && !fate.harmed) found.push(foundOf(fate, [group]))
  }
  return found.sort((a, b) => a.from - b.from)
}

type Sentence = {
  tokens: readonly Token[]; groups: readonly Group[]; fates: readonly Fate[]
  starts: Map<number, Group>; order: Map<Group, number>; ends: Map<number, Fate>; begins: Map<number, Fate>
  /** For each token the last group that ends with it or before. */
  upTo: number[]
  objects: Map<Group, Fate>; claimed: Set<Group>
}

function lastUpTo(tokens: readonly Token[], groups: readonly Group[]): number[] {
  let last = -1
  return tokens.map((_, i) => {
    while (last + 1 < groups.length && groups[last + 1]!.to <= i + 1) last++
    return last
  })
}

/** "killing | at least 12 people", "the murder of | two sisters", "stabbed | his wife". */
function objectOf({ tokens, starts }: Sentence, fate: Fate): Group | undefined {
  const group = starts.get(fate.to)
  if (!group || group.kind === 'thing' || (group.part && tokens[group.from + 1]?.lower !== 'of') || /^(?:he|she)$/.test(group.head)) return undefined
  const plainly = group.kind === 'people' || group.kind === 'bare'
  if (!plainly && !(isCore(tokens[fate.from]) || isCore(tokens[fate.to - 1]))) return undefined
  if (fate.harmed && group.kind === 'bare' && !/^[,.;]?$|^(?:in|and|at|on|before)$/.test(tokens[group.to]?.lower ?? '')) return undefined
  return group
}

/** "could kill two", "a plot to kill the mayor", "attempted murder of": nothing that happened. */
function isTold(tokens: readonly Token[], { from, role }: Fate): boolean {
  if (role === 'noun' && isPossible(tokens, from)) return false
  const before = tokens[from - 1]
  if (notDone(before)) return wasDone(tokens[from - 2]) && before!.lower === 'to'
  return !isModal(before) && !isNegator(before) && !isModal(tokens[from - 2]) && !/^(?:of|from|for)$/.test(notDone(tokens[from - 2]) ? before?.lower ?? '' : '')
}

/** "six people | in the hall | were killed": looking back over helpers, then over what may stand between. */
function subjectOf(sentence: Sentence, fate: Fate): Group | undefined {
  const { tokens } = sentence
  const first = tokens[fate.from]!.lower
  if (fate.role === 'verb' && (/ing$/.test(first) || (/ing$/.test(tokens[fate.to - 1]!.lower) && fate.to - fate.from === 2) || isFinite(tokens[fate.from]))) return undefined
  if (fate.harmed && isWorse(sentence, fate)) return undefined
  let j = fate.from - 1
  let helped = false
  for (;;) {
    const other = tokens[j]?.lower === 'and' || tokens[j]?.lower === 'or' ? sentence.ends.get(j) : undefined
    // "were killed or wounded": neither count is told
    if (other && tokens[j]!.lower === 'or') return undefined
    if (other && (other.harmed || tokens[j + 1] && isHelper(tokens[j + 1]) || other.toll !== fate.toll || fate.role === 'state') && !sentence.starts.get(other.to)) { j = other.from - 1; continue }
    if (isNegator(tokens[j])) return undefined
    if (/^(?:could|would|should|to)$/.test(tokens[j]?.lower ?? '') && /^(?:be|have)$/.test(tokens[j + 1]?.lower ?? '')) return undefined
    if (!isHelper(tokens[j]) && !isModal(tokens[j])) break
    helped ||= isAuxiliary(tokens[j])
    j--
  }
  if (tokens[fate.to]?.lower === 'or' && sentence.begins.get(fate.to + 1)?.toll !== undefined && sentence.begins.get(fate.to + 1)!.toll !== fate.toll) return undefined
  if (fate.role === 'verb' && !helped && tokens[fate.to] && tokens[fate.to]!.kind !== 'punctuation' && !follows(tokens[fate.to])) return undefined
  return nearest(sentence, fate, j, helped) ?? byName(tokens, fate, j, helped)
}

function nearest(sentence: Sentence, fate: Fate, j: number, helped: boolean): Group | undefined {
  const { tokens, groups } = sentence
  const first = tokens[fate.from]!.lower
  const reach = fate.role === 'counted' ? 2 : 14
  for (let g = sentence.upTo[j] ?? -1; g >= 0; g--) {
    const group = groups[g]!
    if (j + 1 - group.to > reach) return undefined
    const gap = tokens.slice(group.to, j + 1)
    if (gap.some(({ text }) => /^[;:?!]$/.test(text))) return undefined
    if ((group.part && gap.length > 0) || group.prepositional) {
      // "twelve of the 40 people": the one in front; "a bus with 30 people killed" has none
      const told = gap.length === 0 && group.prepositional && !helped && fate.role !== 'noun'
      // "with 31 people wounded", "reports of nine dead"
      if (told && !group.part && !group.single && isNamed(sentence, group, fate) && /^(?:with|of|than|at|as)$/.test(tokens[group.from - 1]!.lower)) return group
      if (told && fate.role === 'verb') return undefined
      continue
    }
    if (!mayStandBetween(gap, helped) && !isSecondVerb(gap, fate) && !isListEnd(sentence, gap, g, helped)) return undefined
    if (!isNamed(sentence, group, fate) || gap.some(isModal)) return undefined
    if (sentence.objects.has(group) && gap.length > 0) return undefined
    if (sentence.objects.has(group) && (helped || fate.role !== 'state')) return undefined
    if (sentence.claimed.has(group) && (gap.length > 0 && !/^(?:,|and)$/.test(gap[0]!.lower))) return undefined
    const core = isCore(tokens[fate.from]) || fate.role === 'counted'
    if (group.kind === 'other' && !core) return undefined
    if (group.kind === 'bare' && gap.length > 0 && !isPreposition(gap[0]) && gap[0]!.text !== ',' && gap[0]!.text !== '(') return undefined
    if (first === 'lives' && !isClaiming(tokens[group.from - 1])) return undefined
    // "He was killed in 1998": who "he" is, is told elsewhere; "he died at the scene" is of this event
    if (/^(?:he|she)$/.test(group.head) && fate.toll === 'killed' && !tokens.slice(fate.to, fate.to + 6).some(isScene)) return undefined
    if (/^(?:him|her)$/.test(group.head)) return undefined
    return group
  }
  return undefined
}

/** People, not "4,000 dead wild birds"; of nouns "14 confirmed deaths", not "20 of the deaths" nor "may cause 2,000 deaths". */
function isNamed({ tokens }: Sentence, group: Group, fate: Fate): boolean {
  if (group.kind === 'thing') return false
  if (fate.to - fate.from === 1 && group.kind === 'bare' && fate.from === group.to && nameAfter(tokens, fate.to).kind === 'thing') return false
  return fate.role !== 'counted' || ((group.kind !== 'people' || !group.single) && tokens[group.to]?.lower !== 'of' && !isPossible(tokens, group.from))
}

/** "could result in the deaths of up to 50,000", "prepares to handle 48,000 deaths". */
function isPossible(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 8), at)
  const stop = before.findLastIndex(({ kind, text }) => kind === 'punctuation' && text !== '-')
  return before.slice(stop + 1).some((token, i, near) => isModal(token) || (token.lower === 'to' && /^(?:handle|cause|avoid|prevent|expect)$/.test(near[i + 1]?.lower ?? '')))
}

/** A name that opens its clause: "Ali Karo was shot dead", but not "pupils of Sarn School were treated". */
function byName(tokens: readonly Token[], fate: Fate, j: number, helped: boolean): Group | undefined {
  let from = j + 1
  while (from > 0 && (isName(tokens[from - 1]) || /^\p{Lu}\.$/u.test(tokens[from - 1]!.text))) from--
  const before = tokens[from - 1]
  const opens = !before || before.kind === 'punctuation' || /^(?:and|that|when|where|after|as|said|confirmed|reporters)$/.test(before.lower)
  return j + 1 - from >= 2 && opens && tellsOfOne(tokens, fate, helped) ? named(from, j + 1) : undefined
}

/** "Ali Karo was shot dead", "Ada Orlo received serious injuries", "Tom Orlo died at the scene": words that are not said of a town or a team. */
function tellsOfOne(tokens: readonly Token[], fate: Fate, helped: boolean): boolean {
  if (fate.role === 'verb') return fate.toll === 'killed' && helped
  return (fate.toll === 'injured' && fate.role === 'state' && fate.to - fate.from >= 2) || (fate.toll === 'killed' && tokens.slice(fate.to, fate.to + 6).some(isScene))
}

/** A person by name. */
const named = (from: number, to: number): Group => ({ from, to, toll: qualified(1), head: '', kind: 'people', single: true, attackers: false, part: false, addition: false, prepositional: false })

/** "Orlo, who was looking for a cow, stepped on a mine and lost his foot": one at least, whoever it was. */
function ownerOf({ tokens }: Sentence, { role, from, to }: Fate): Group | undefined {
  return role === 'state' && to - from >= 3 && /^(?:lost|losing)$/.test(tokens[from]!.lower) && /^(?:his|her)$/.test(tokens[from + 1]!.lower) ? named(from, to) : undefined
}

/** "was shot and killed", "stabbed several times to death": the harm ended worse, which is told beside it. */
function isWorse({ tokens, begins }: Sentence, fate: Fate): boolean {
  const and = /^(?:and|dead|fatally)$/.test(tokens[fate.to]?.lower ?? '')
  return (and && [0, 1, 2, 3, 4].some((n) => begins.get(fate.to + n)?.toll === 'killed')) || tokens.slice(fate.to, fate.to + 4).some(({ lower }, i, near) => lower === 'death' && near[i - 1]?.lower === 'to')
}

function mayStandBetween(gap: readonly Token[], helped: boolean): boolean {
  const commas = gap.filter(({ text }) => /^[,(–—]$/.test(text)).length
  const relative = /^(?:who|that|which)$/.test(gap[0]?.lower ?? '') || (gap[0]?.text === ',' && gap[1]?.lower === 'who')
  if (commas === 1 && !relative && !gap.some(({ text }) => text === ')')) return false
  if (commas > 4) return false
  const aside = commas >= 2
  return gap.every((token, i) => !isBarrier(token) && (relative || aside || !isAuxiliary(token)) && (aside || token.lower !== 'and' || (helped && isPreposition(gap[0]) && i > 1)))
}

/** "two men fell into the river and drowned": one subject, two verbs. */
const isSecondVerb = (gap: readonly Token[], { role }: Fate): boolean =>
  role === 'state' && gap.length > 1 && /^(?:and|then)$/.test(gap.at(-1)!.lower) && gap.slice(0, -1).every((token) => token.kind !== 'punctuation' && token.lower !== 'and' && !isBarrier(token))

/** "three people, a woman and two children, | were killed": the list ends with a comma. */
const isListEnd = ({ tokens, groups }: Sentence, gap: readonly Token[], g: number, helped: boolean): boolean =>
  helped && gap.length === 1 && /^[,–—]$/.test(gap[0]!.text) && g > 0 && isListed(tokens, groups[g - 1]!.to, groups[g]!.from)

/** "two policemen and a civilian | were killed"; but not over "killed two policemen and a civilian was hurt". */
function chainBack(sentence: Sentence, subject: Group): Group[] {
  const all = [subject]
  for (let g = (sentence.order.get(subject) ?? 0) - 1; g >= 0; g--) {
    const before = sentence.groups[g]!
    if (before.part || before.kind === 'thing' || before.prepositional || sentence.objects.has(before) || sentence.claimed.has(before) || !isListed(sentence.tokens, before.to, all[0]!.from)) break
    all.unshift(before)
  }
  return all
}

/** "killing | a woman and two children"; but not into "and three others were hurt". */
function chainOn(sentence: Sentence, object: Group): Group[] {
  const all = [object]
  for (let g = sentence.order.get(object)! + 1; g < sentence.groups.length; g++) {
    const next = sentence.groups[g]!
    if (next.part || next.kind === 'thing' || next.kind === 'bare' || sentence.claimed.has(next) || !isListed(sentence.tokens, all.at(-1)!.to, next.from) || isHelper(sentence.tokens[next.to])) break
    all.push(next)
  }
  return all
}

/** "killed five in Sarn | and two in Vela": the verb is told once, each number has its place. */
function elsewhere({ tokens, groups, upTo, claimed, objects }: Sentence, fate: Fate, end: number): Found[] {
  const found: Found[] = []
  for (const group of groups.slice((upTo[end - 1] ?? -1) + 1, (upTo[end - 1] ?? -1) + 6)) {
    if (group.from <= end) continue
    const between = tokens.slice(end, group.from)
    if (between.length > 7 || !isLocative(between[0]) || !/^(?:and|,)$/.test(between.at(-1)!.lower)) break
    if (group.kind === 'thing' || group.part || group.single || claimed.has(group) || objects.has(group) || !isLocative(tokens[group.to])) break
    claimed.add(group)
    found.push(foundOf(fate, [group]))
    end = group.to
  }
  return found
}
const isLocative = (token: Token | undefined) => /^(?:in|at|near|outside|around)$/.test(token?.lower ?? '')

function foundOf(fate: Fate, groups: Group[]): Found {
  const victims = groups.filter(({ attackers }) => !attackers)
  const own = victims.length > 0 ? victims : groups
  const [first, ...rest] = own
  const added = rest.reduce<Toll>((total, { toll }) => sum(total, toll), qualified(0))
  // "three people, a woman and two children": the list says who they were
  const listed = rest.length > 0 && !first!.single && (isGeneric({ lower: first!.head } as Token) || first!.kind === 'bare') && rest.length > 1 && (first!.toll.best ?? 0) >= (added.best ?? Infinity)
  return {
    fate, groups, toll: rest.length === 0 || listed ? first!.toll : sum(first!.toll, added),
    from: first!.from, to: rest.length === 0 || listed ? first!.to : own.at(-1)!.to, addition: first!.addition, attackers: victims.length === 0,
  }
}
