/** The grammar between an event and the places of its sentence: prepositions, openings, relative clauses, topics. */
import type { IncidentType } from '../../taxonomy'
import { familyOf, type FoundEvent, type FoundPlace, type View } from '../view'
import * as words from '../words'

/** The preposition that governs a name, looking back over "the besieged city of" and the like; its token index or −1. */
export function prepositionOf(view: View, found: FoundPlace): Governing {
  let known = prepositions.get(found)
  if (!known) prepositions.set(found, (known = findPreposition(view, found)))
  return known
}

type Governing = { word: string; at: number }
/** The same for each event of the sentence. */
const prepositions = new WeakMap<FoundPlace, Governing>()

function findPreposition(view: View, found: FoundPlace): Governing {
  const { tokens } = view
  for (let i = found.from - 1; i >= Math.max(0, found.from - 7); i--) {
    const { lower, kind } = tokens[i]!
    if (kind === 'punctuation') return { word: '', at: -1 }
    // "the city of X", "the outskirts of X", "west of X": the word before the noun phrase governs
    if (lower === 'of') {
      const outer = tokens.slice(Math.max(0, i - 5), i).findLastIndex((token) => words.locative.has(token.lower) && token.lower !== 'of' && token.lower !== 'and')
      if (outer >= 0) {
        const at = Math.max(0, i - 5) + outer
        if (!tokens.slice(at, i).some((token) => token.kind === 'punctuation')) return { word: tokens[at]!.lower, at }
      }
      return { word: 'of', at: i }
    }
    if (words.locative.has(lower)) return { word: lower, at: i }
    if (view.events.some(({ from, to }) => i >= from && i < to)) return { word: '', at: -1 }
  }
  return { word: '', at: -1 }
}

/** "In Sarn, the premier welcomed the talks": the place is that of the saying, not of what was said. */
export function isReported(view: View, event: FoundEvent, found: FoundPlace): boolean {
  return view.events.some(({ mention, from }) => mention.type === 'statement' && from >= found.to && from < event.from)
}

/** "…, leading mainly to prisoner swaps": where those happened is not told. */
export function isOutcome({ tokens }: View, { from }: FoundEvent): boolean {
  const before = tokens.slice(Math.max(0, from - 4), from).map(({ lower }) => lower)
  return before.some((word) => /^(?:leading|led|leads|lead|paving|resulting)$/.test(word)) && before.some((word) => word === 'to' || word === 'in' || word === 'for')
}

/** "the attack, which took place in Sarn": the relative clause is about the place of the event itself. */
export function takesPlace({ tokens }: View, event: FoundEvent, at: number): boolean {
  if (at - event.to > 12 || at < event.to) return false
  return /\b(?:took place|takes place|taking place|occurred|happened|held)$/.test(tokens.slice(Math.max(event.to, at - 3), at).map(({ lower }) => lower).join(' '))
}

/** "Sarn was shelled", "The town of Sarn, which lies on the border, has been hard hit": the subject of a passive. */
export function isStruck({ tokens }: View, event: FoundEvent, found: FoundPlace): boolean {
  const lead = tokens.slice(0, found.from).filter(({ kind }) => kind === 'word')
  if (lead.length > 5 || lead.some(({ lower }) => words.locative.has(lower) && lower !== 'of')) return false
  return tokens.slice(Math.max(found.to, event.from - 3), event.to).some(({ lower }) => /^(?:was|were|been|being|is|are)$/.test(lower))
}

/** "hit several cities within hours of the talks in Sarn": the talks were in Sarn. */
export function isOthers(view: View, event: FoundEvent, at: number): boolean {
  const owner = view.events.find((other) => other !== event && other.to === at && other.from > event.to && other.mention.rule.includes('/noun'))
  if (!owner || familyOf(owner) === familyOf(event)) return false
  return /(?:within|hours|days|weeks|before|after|ahead|during|amid)\b/.test(view.tokens.slice(event.to, owner.from).map(({ lower }) => lower).join(' '))
}

const diplomatic = new Set<IncidentType>(['meeting', 'statement', 'agreement'])

/** "talks on the situation in Sarn", "met to discuss the war in Vela": what they talked about. */
export function isTopic({ tokens, timeSpans }: View, event: FoundEvent, found: FoundPlace): boolean {
  if (!diplomatic.has(event.mention.type) || found.from < event.to) return false
  // "a paper on the truce in Sarn at a summit in Vela": what stands behind the venue is no topic
  if (venueBetween(tokens, event.to, found.from)) return false
  // "signed a paper on the truce in Sarn"
  if (/ (?:on|about|over) (?:the |a )?\S/.test(event.mention.text)) return true
  return tokens.slice(event.to, found.from).some((token, i, between) => {
    if (/^(?:discuss|discussing|discussed)$/.test(token.lower)) return true
    if (!/^(?:on|about|over|regarding|concerning|against)$/.test(token.lower)) return false
    const next = between[i + 1]
    if (!next || timeSpans.some(({ start, end }) => next.start >= start - 6 && next.start < end)) return false
    return next.lower !== 'the' || !/^(?:sidelines|margins|fringes|eve|edge)$/.test(between[i + 2]?.lower ?? '')
  })
}

/** "at a summit in", "during talks in". */
function venueBetween(tokens: View['tokens'], from: number, to: number): boolean {
  return tokens.slice(Math.max(from, to - 6), to).some(({ lower }, i, near) => (lower === 'at' || lower === 'during') && near.slice(i + 1).some((token) => /^(?:summit|conference|ceremony|meeting|talks|forum)$/.test(token.lower)))
}

/** The sentence, or its clause after a semicolon, begins with this preposition (a dateline or "Meanwhile," before it). */
export function isOpening(view: View, at: number): boolean {
  const before = view.tokens.slice(0, at)
  if (before.length === 0) return true
  const last = before.at(-1)!
  if (/^[–—;:“-]$/.test(last.text)) return true
  return before.length <= 3 && !before.some((token) => view.events.some(({ mention }) => token.start >= mention.start && token.end <= mention.end)) && before.every(({ lower }) => /^(?:also|meanwhile|later|earlier|,|elsewhere|speaking|and|but|then|far|only)$/.test(lower))
}
