/**
 * Who is counted: stretches of a sentence that name people with a number ("two of the young workers") or one
 * person without ("her son", "a 34-year-old", "Ada Orlo, 34,"), and what is counted but no person ("12 houses").
 */
import type { Token, Toll } from '../../types'
import { countAt, type Count } from './count'
import { data, is } from './words'

export type Group = {
  from: number
  to: number
  toll: Toll
  /** The last word of the name, empty for a bare number ("four were hurt"). */
  head: string
  kind: 'people' | 'bare' | 'other' | 'thing'
  single: boolean
  attackers: boolean
  /** "including four children", "two of them": inside a total told beside it. */
  part: boolean
  /** "another 12", "three more", "a third man": on top of a total. */
  addition: boolean
  /** "in two cars", "by three gunmen": no subject. */
  prepositional: boolean
  /** "15 injured people": the word within that says what became of them. */
  adjective?: number
}

const isPerson = (token: Token | undefined): boolean => token !== undefined && (people.has(token.lower) || data.personEndings.some((ending) => ending.startsWith('-') && token.lower.endsWith(ending)))
const people = new Set([...data.people, ...data.generic, ...data.attackers])
const attackers = new Set(data.attackers)
const [isThing, isPreposition, isBarrier, isHelper, isModal, isDeterminer, isOrdinal, isPart] =
  [is(data.notPeople), is(data.prepositions), is(data.barriers), is(data.helpers), is(data.modals), is(data.determiners), is(data.ordinals), is(data.partMarkers)]
const fateWords = is([...data.killed.verbs, ...data.killed.states, ...data.injured.verbs, ...(data.injured.harmed ?? []), ...data.killed.counted, ...data.injured.counted, ...data.missing.states, ...data.detained.verbs].flatMap((phrase) => phrase.split(' ').slice(0, 1)).filter((word) => !data.prepositions.includes(word)))
const plurals = new Set(data.plurals)
const singulars = new Set(data.singulars)
const isPlural = (word: string) => plurals.has(word) || word.endsWith('-olds') || (word.endsWith('s') && !singulars.has(word)) || /(?:men|women)$/.test(word) && word !== 'women'
export const isName = (token: Token | undefined) => token !== undefined && token.kind === 'word' && /^\p{Lu}[\p{L}’'-]+$/u.test(token.text)

export function groupsOf(tokens: readonly Token[]): Group[] {
  const groups: Group[] = []
  for (let i = 0; i < tokens.length; i++) {
    const group = numbered(tokens, i) ?? aged(tokens, i) ?? single(tokens, i)
    if (!group) continue
    const before = groups.at(-1)
    group.prepositional = isPreposition(tokens[group.from - 1])
    group.part ||= isPart(tokens[group.from - 1])
    // "including two men, three women and a child": the whole list, up to what has a fate of its own
    if (before?.part && !group.part && isListed(tokens, before.to, group.from) && !isHelper(tokens[group.to]) && !fateWords(tokens[group.to])) group.part = true
    groups.push(group)
    i = group.to - 1
  }
  return groups
}

/** Only commas, semicolons and "and" between. */
export const isListed = (tokens: readonly Token[], from: number, to: number): boolean =>
  from < to && to - from <= 4 && /^(?:[,;] )?(?:[,;]|and|&|plus|as well as)$/.test(tokens.slice(from, to).map(({ lower }) => lower).join(' '))

function numbered(tokens: readonly Token[], at: number): Group | undefined {
  const count = countAt(tokens, at)
  if (!count || isAge(tokens, count)) return undefined
  // "not 15, as first reported"; "up from nine"
  if (tokens[at - 1]?.lower === 'not' || tokens[at - 1]?.lower === 'from') return undefined
  // "a four year old", "her 12 month old son"
  if (/^(?:year|month|week|day)s?$/.test(tokens[count.to]?.lower ?? '') && tokens[count.to + 1]?.lower === 'old') {
    const name = nameAfter(tokens, count.to + 2)
    return name.kind === 'people' && !isPlural(name.head) ? { ...one, from: at, to: name.to, head: name.head, kind: 'people', attackers: attackers.has(name.head), addition: false } : undefined
  }
  const { to, head, kind, adjective } = nameAfter(tokens, count.to)
  const addition = count.addition || /^(?:more|others?)$/.test(tokens[count.to]?.lower ?? '')
  const of = tokens[count.to]?.lower === 'of'
  return {
    from: at, to, toll: count.toll, head, kind, single: count.toll.best === 1, attackers: attackers.has(head), addition, prepositional: false,
    part: of && /^(?:them|whom)$/.test(tokens[count.to + 1]?.lower ?? ''), ...(adjective !== undefined && { adjective }),
  }
}

/** "Ada Orlo, 34, died", "a boy of 9", "aged 12". */
function isAge(tokens: readonly Token[], { from, to, digits }: Count): boolean {
  const before = tokens[from - 1]
  if (before?.text === ',' && /^[,.;)]$/.test(tokens[to]?.text ?? '') && digits && (isName(tokens[from - 2]) || isPerson(tokens[from - 2]))) return true
  if (before?.text === '(' && tokens[to]?.text === ')' && digits) return true
  return before?.lower === 'of' && isPerson(tokens[from - 2]) && !isPlural(tokens[from - 2]!.lower) && tokens[from - 2]!.lower !== 'family' && !isPerson(tokens[to]) && digits
}

/** The noun behind a number or an article: the last known word before something that ends it. */
export function nameAfter(tokens: readonly Token[], start: number): Pick<Group, 'to' | 'head' | 'kind' | 'adjective'> {
  let found: { to: number; kind: 'people' | 'thing' } | undefined
  let adjective: number | undefined
  for (let i = start; i < Math.min(tokens.length, start + 8); i++) {
    const token = tokens[i]!
    const known = isThing(token) ? 'thing' as const : isPerson(token) ? 'people' as const : undefined
    // "the girl's uncle", "the mayor's house": whose it is, not who
    if (found && /^['’]s?$/.test(token.lower)) { found = undefined; continue }
    if (found && !known) break
    if (token.kind === 'punctuation' && !/^["“”'‘’-]$/.test(token.text)) break
    if ((token.lower === 'of' || token.lower === 'more') && i === start) continue
    if (!known) {
      if (isPreposition(token) || isBarrier(token) || isModal(token) || token.lower === 'and' || token.lower === 'or') break
      if (fateWords(token)) {
        if (!isPerson(tokens[i + 1])) break
        adjective = i
        continue
      }
      if (isHelper(token)) break
    }
    if (known) found = { to: i + 1, kind: known }
  }
  if (!found) return { to: start, head: '', kind: tokens[start] && tokens[start].kind === 'word' && !isPreposition(tokens[start]) && !isHelper(tokens[start]) && !isBarrier(tokens[start]) && !fateWords(tokens[start]) ? 'other' : 'bare' }
  return { to: found.to, head: tokens[found.to - 1]!.lower, kind: found.kind, ...(adjective !== undefined && { adjective }) }
}

const one = { single: true, part: false, prepositional: false, toll: { low: 1, best: 1, high: 1 } }
/** "her son" and not "stabbed her in". */
const isWordOfName = (next: Token | undefined, { lower }: Token) => lower === 'her' && next?.kind === 'word' && !isPreposition(next) && !isHelper(next) && !isBarrier(next) && !/^(?:and|or)$/.test(next.lower)

/** "her son", "the elderly homeowner", "a couple", "another man", "Orlo's wife", "34-year-old Ada Orlo". */
function single(tokens: readonly Token[], at: number): Group | undefined {
  const token = tokens[at]!
  const of = { ...one, from: at }
  // "He lost his foot", "killing her"
  if (/^(?:he|she|him|her)$/.test(token.lower) && !isWordOfName(tokens[at + 1], token)) return { ...of, to: at + 1, head: token.lower, kind: 'people', attackers: false, addition: false }
  // "a third was burned"
  if (token.lower === 'a' && isOrdinal(tokens[at + 1]) && isHelper(tokens[at + 2])) return { ...of, to: at + 2, head: '', kind: 'people', attackers: false, addition: true }
  if (attackers.has(token.lower) && /self$/.test(token.lower)) return { ...of, to: at + 1, head: token.lower, kind: 'people', attackers: true, addition: false }
  const aged = token.lower.endsWith('-year-old')
  if (!aged && !isDeterminer(token) && !/^['’]s?$/.test(token.lower)) return undefined
  const { to, head, kind, adjective } = nameAfter(tokens, aged ? at : at + 1)
  if (kind !== 'people') return undefined
  const size = data.sizes[head]
  // "a family of four"
  const inside = tokens[to]?.lower === 'of' && head === 'family' ? countAt(tokens, to + 1) : undefined
  if (inside) return { ...of, to: inside.to, head, kind, attackers: false, addition: false, toll: inside.toll, single: false }
  if (size === undefined && isPlural(head)) return undefined
  const addition = token.lower === 'another' || isOrdinal(tokens[at + 1])
  return { ...of, to, head, kind, attackers: attackers.has(head), addition, ...(size !== undefined && { toll: { low: size, best: size, high: size }, single: false }), ...(adjective !== undefined && { adjective }) }
}

/** "Ada Orlo, 34, died": a name with its age. */
function aged(tokens: readonly Token[], at: number): Group | undefined {
  if (!isName(tokens[at]) || isName(tokens[at - 1])) return undefined
  let to = at
  while (isName(tokens[to]) || /^\p{Lu}\.$/u.test(tokens[to]?.text ?? '')) to++
  const age = tokens[to]?.text === ',' && tokens[to + 1]?.lower === 'aged' ? to + 2 : to + 1
  if (to - at < 2 || !/^[,(]$/.test(tokens[to]?.text ?? '') || !/^\d{1,2}$/.test(tokens[age]?.text ?? '') || !/^[,);]$/.test(tokens[age + 1]?.text ?? '')) return undefined
  return { ...one, from: at, to: age + 2, head: '', kind: 'people', attackers: false, addition: false }
}
