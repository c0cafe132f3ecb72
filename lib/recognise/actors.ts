/**
 * Who may have a part in an event: named organisations, groups, people and offices, each with the name the text gives it and,
 * where a table or the article itself knows one, the name it goes by. What part each has is told later, by `lib/link`.
 */
import type { ActorMention, Article, Token } from '../types'
import { groupAt } from './actors/groups'
import { organisationAt, type Organisation } from './actors/organisations'
import { isAlone, titledAt, untitledAt, type Person } from './actors/persons'

type Found = { from: number; to: number; sort: ActorMention['sort']; canonical?: string; country?: string }

export function recogniseActors(article: Article): ActorMention[] {
  const { tokens } = article
  const people = new Map<string, string>()
  const found: Found[] = []
  for (let i = 0; i < tokens.length;) {
    const next = actorAt(article, i, people)
    if (next) {
      // "Russian Foreign Minister" was begun as something else
      while (found.length > 0 && found.at(-1)!.to > next.from) found.pop()
      found.push(next)
    }
    i = next ? next.to : i + 1
  }
  return found.map(({ from, to, sort, canonical, country }) => {
    const { start, sentence } = tokens[from]!
    const { end } = tokens[to - 1]!
    const text = article.text.slice(start, end)
    return { kind: 'actor', start, end, text, sentence, rule: sort, sort, name: text.replace(/\s+/g, ' '), role: 'unknown', ...(canonical && { canonical }), ...(country && { country }) }
  })
}

function actorAt(article: Article, i: number, people: Map<string, string>): Found | undefined {
  const { tokens } = article
  if (tokens[i]!.kind !== 'word') return undefined
  const person = titledAt(tokens, i) ?? untitledAt(tokens, i)
  if (person) return { from: person.from, to: person.to, sort: person.name === undefined ? 'office' : 'person', ...namesOf(article, person, people) }
  const known = organisationAt(tokens, i)
  if (known) return organisation(tokens, i, known)
  const group = groupAt(tokens, i)
  if (group) return { ...group, sort: 'group' }
  const full = people.get(tokens[i]!.text)
  if (full && isAlone(tokens, i)) return { from: i, to: i + 1, sort: 'person', canonical: full }
  return undefined
}

/** A surname stands for the full name it was first told with. */
function namesOf({ text, tokens }: Article, { name, to }: Person, people: Map<string, string>): { canonical?: string } {
  if (name === undefined) return {}
  const full = text.slice(tokens[name]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ')
  const surname = tokens[to - 1]!.text
  const known = people.get(surname)
  if (to - name === 1) {
    if (!known) people.set(surname, full)
    return { canonical: known ?? full }
  }
  if (!known?.includes(' ')) people.set(surname, full)
  return { canonical: full }
}

/** "Hamas fighters", "the M23 group": the organisation names the group; "the South African Red Cross": a national branch. */
function organisation(tokens: readonly Token[], i: number, { organisation: { name, country, kind }, to }: { organisation: Organisation; to: number }): Found {
  const group = [to, to + 1].map((head) => (tokens[head]?.sentence === tokens[i]!.sentence ? groupAt(tokens, head) : undefined)).find((candidate) => candidate && candidate.from <= to)
  let from = i
  if (kind === 'aid') while (from > 0 && tokens[from - 1]!.sentence === tokens[i]!.sentence && /^\p{Lu}\p{L}*(?:ese|an|ish|ch|i)$|^South$|^North$/u.test(tokens[from - 1]!.text)) from--
  return { from, to: group?.to ?? to, sort: 'organisation', canonical: name, ...(country && { country }) }
}
