/**
 * Casualty counts: "killed eight civilians and injured 30", "a woman and two children died", "the toll had risen to 14".
 * In each sentence the people are found, then the words that say what became of them, then who belongs to which:
 *
 *   count     a number as news writes it        people   a number or an article with its noun
 *   fates     "killed", "were hurt", "murder of"  match    the people before or behind each fate
 *   updates   "the toll rose to 12"             background   totals over years, which are no event's count
 */
import { tokensBySentence } from '../by-sentence'
import type { Article, Token, Toll, TollKind, TollMention } from '../types'
import { cuesOf, isBackground } from './tolls/background'
import { qualified } from './tolls/count'
import { fatesOf } from './tolls/fates'
import { match, type Found } from './tolls/match'
import { groupsOf, isName } from './tolls/people'
import { updatesOf } from './tolls/updates'
import { data, is } from './tolls/words'

const isEarlier = is(data.earlier)
const isGeneric = new Set(data.generic)

/** "nobody was hurt", "hurting no one", "no casualties": nought is a count too. */
const nobody: { toll: TollKind; find: RegExp }[] = [
  { toll: 'injured', find: /\b(?:nobody|no[\s-]one|none)(?:\s+(?:was|were|has|had|been|seriously))*\s+(?:hurt|injured|wounded)\b|\b(?:hurting|injuring|wounding)\s+(?:nobody|no[\s-]one)\b|\bno\s+injuries\b/giu },
  { toll: 'killed', find: /\b(?:nobody|no[\s-]one)(?:\s+(?:was|were|has|had|been|reported))*\s+(?:killed|died)\b|\bno\s+(?:casualties|deaths|fatalities)\b/giu },
]

export function recogniseTolls(article: Article): TollMention[] {
  return tokensBySentence(article).flatMap((tokens, sentence) => tollsOf(article, tokens, sentence))
}

function tollsOf(article: Article, tokens: readonly Token[], sentence: number): TollMention[] {
  const fates = fatesOf(tokens)
  const updates = updatesOf(tokens)
  const zeros = nobodyIn(article, sentence)
  if (fates.length === 0 && updates.length === 0) return zeros
  const groups = groupsOf(tokens)
  const cues = cuesOf(tokens)
  const found: TollMention[] = []
  const add = (toll: TollKind, from: number, to: number, count: Toll, rule: string, group?: string) => {
    const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end]
    if (zeros.some((zero) => zero.start < end && start < zero.end) || found.some((other) => other.toll === toll && other.start < end && start < other.end)) return
    found.push({ kind: 'toll', toll, start, end, text: article.text.slice(start, end), sentence, rule, count, ...(group && { group }) })
  }
  for (const { toll, count, from, to } of updates) if (!wasEarlier(tokens, from, to)) add(toll, from, to, count, 'toll-update')
  const matches = match(tokens, groups, fates)
  for (const one of matches) {
    // "Four more bodies were found, bringing the number of dead to 15"
    if (one.addition && updates.some(({ toll }) => toll === one.fate.toll)) continue
    if (isBackground(tokens, cues, Math.min(one.from, one.fate.from), Math.max(one.to, one.fate.to))) continue
    add(one.fate.toll, one.from, one.to, one.toll, ruleOf(one, tokens), groupOf(one))
  }
  // "killed five people, including the gunman"
  for (const group of groups) {
    if (group.part && group.attackers && /^(?:including|among)$/.test(tokens[group.from - 1]?.lower ?? '') && tokens[group.from - 2]?.lower !== 'not' && found.some(({ toll }) => toll === 'killed')) add('killed', group.from, group.to, group.toll, 'included', 'attackers')
  }
  return [...found, ...zeros].sort((a, b) => a.start - b.start)
}

/** The rule says how it was told; "-part" is an addition to a total, "earlier" what a later count replaces. */
function ruleOf({ fate, addition, from, to, groups: [first, ...more] }: Found, tokens: readonly Token[]): string {
  const isNamed = more.length === 0 && first?.single && first.kind === 'people' && first.head === '' && isName(tokens[from])
  if (wasEarlier(tokens, from, to)) return 'earlier-part'
  return `${fate.toll}-${fate.harmed ? 'harmed' : fate.role}${addition ? '-part' : isNamed ? '-named' : ''}`
}

/** "earlier reports spoke of nine", "initially put at 15". */
const wasEarlier = (tokens: readonly Token[], from: number, to: number): boolean => tokens.slice(Math.max(0, from - 6), from).some(isEarlier) || tokens.slice(to, to + 4).some((token, i, near) => isEarlier(token) && /^(?:reported|said|thought|given|announced|put)$/.test(near[i + 1]?.lower ?? ''))

/** Who they were, to tell "three soldiers and 12 rebels" apart from a count told twice. */
function groupOf({ attackers, groups }: Found): string | undefined {
  if (attackers) return 'attackers'
  const [first] = groups
  return first && first.kind === 'people' && !first.single && groups.length === 1 && first.head && !isGeneric.has(first.head) ? first.head : undefined
}

function nobodyIn({ text, sentences }: Article, sentence: number): TollMention[] {
  const { start: offset, end: stop } = sentences[sentence]!
  const words = text.slice(offset, stop)
  if (!/\bno(?:body|ne)?\b/i.test(words)) return []
  return nobody.flatMap(({ toll, find }) => [...words.matchAll(find)].map((zero): TollMention => {
    const start = offset + zero.index
    return { kind: 'toll', toll, start, end: start + zero[0].length, text: zero[0], sentence, rule: 'nobody', count: qualified(0) }
  }))
}
