/**
 * Times told from the reader's day or from the event before, and months, years and seasons: an ordered
 * list of rules, each headed by the words it was written for. Where two rules read overlapping words the
 * longer reading wins, and of equals the earlier rule; so order matters only between equals.
 */
import type { Article } from '../../types'
import { anchorsIn } from './anchors'
import type { Found } from './calendar'
import { dayRules } from './rules/days'
import { namedRules } from './rules/named'
import { unitRules } from './rules/units'

const rules = [...dayRules, ...unitRules, ...namedRules]
const rulesAt = anchorsIn(rules.map(({ anchors }) => anchors))

/** Words on either side of an anchor that a match may take: "in a couple of days’ time" has seven before. */
const reach = 8

export function relativeTimes({ text, tokens }: Article): Found[] {
  const found: Found[] = []
  for (const [r, places] of rulesAt(tokens).entries()) {
    const rule = rules[r]!
    let read = 0
    for (const i of places) {
      const anchor = tokens[i]!
      if (anchor.end <= read) continue
      // One character more, since what stands right before a match may forbid it.
      const from = Math.max(0, tokens[Math.max(0, i - reach)]!.start - 1)
      const near = text.slice(from, tokens[Math.min(tokens.length - 1, i + reach)]!.end)
      rule.pattern.lastIndex = Math.max(0, read - from)
      for (let match = rule.pattern.exec(near); match && from + match.index < anchor.end; match = rule.pattern.exec(near)) {
        const start = from + match.index
        const end = start + match[0].length
        // an anchor before this one has it
        if (end <= anchor.start) continue
        read = end
        const context = { before: text.slice(Math.max(0, start - 40), start), after: text.slice(end, end + 40) }
        const expression = rule.read(match.groups ?? {}, context)
        if (expression) found.push({ start, end, rule: rule.name, expression })
      }
    }
  }
  return found
}
