/** Event → who did it, to whom, with whom: groups and parties before and after the trigger in its clause. */
import { countryName } from '../countries'
import { families } from '../taxonomy'
import type { Actor, Place } from '../types'
import type { Draft } from './draft'

/** "Kyiv", "Ukrainian" → "Ukraine": a party is named by its country. */
function partyName(at: Place | undefined, text: string): string {
  return countryName(at?.country) ?? text
}

type Named = { name: string; start: number; end: number }

export function actorsOf({ lead: { view, event }, type }: Draft): Actor[] {
  const { start, end, clause } = event.mention
  const groups: Named[] = view.actors.map(({ name, start: first, end: last }) => ({ name, start: first, end: last }))
  const parties: Named[] = view.parties
    .filter((party) => !groups.some((group) => party.start >= group.start && party.end <= group.end))
    .map((party) => ({ name: partyName(party.at, party.name), start: party.start, end: party.end }))
  // "… the council before he flew to Sarn": the council did not fly
  const pronoun = view.tokens[event.from - 1]
  const from = pronoun && /^(?:he|she)$/.test(pronoun.lower) ? pronoun.end : Math.min(clause.start, start - 160)
  const passive = /\b(?:was|were|been|being|is|are)\s+(?:\p{L}+ly\s+)?$/u.test(textBefore(view, start))
  const seen = new Set<string>()
  return [...groups, ...parties].sort((a, b) => a.start - b.start)
    // "…, officials said": the speaker of the sentence is no party to the event
    .filter((named) => named.start >= from && named.end <= Math.max(clause.end, end) + 1)
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .slice(0, 6)
    .map(({ name, start: at }) => ({ name, role: roleOf(at < start, passive, type) }))
}

function roleOf(before: boolean, passive: boolean, type: Draft['type']): Actor['role'] {
  if (families[type] === 'diplomacy') return before ? 'by' : 'with'
  if (families[type] === 'disaster') return 'unknown'
  return before !== passive ? 'by' : 'against'
}

const textBefore = ({ tokens }: { tokens: { text: string; end: number }[] }, start: number) => tokens.filter((token) => token.end <= start).slice(-3).map(({ text }) => text).join(' ') + ' '
