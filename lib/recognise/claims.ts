/**
 * Who says so, where only one side does: "Ukraine's military claimed to have …", "the army said it had …",
 * "which the rebels denied", "claimed responsibility", "reportedly". A plain "officials said" is no claim.
 */
import type { Article, ClaimMention } from '../types'

/** `needs`: no sentence without it is searched, since finding the side before the verb takes long. */
type Rule = { name: string; stance: ClaimMention['stance']; needs: RegExp; find: RegExp }

/** The side: capitalised or group words before the verb, back to the clause's beginning. */
const by = String.raw`(?<by>(?:[\p{L}\p{N}’'.-]+\s+){0,6}?[\p{L}\p{N}’'-]+)`
const opening = String.raw`(?<=^|[.;:,“"]\s|\s[–—-]\s|\band\s|\bwhich\s|\bbut\s|\bwhile\s|\blater\s|\bmeanwhile\s|\d\)\s)`

const rules: Rule[] = [
  // "Islamic State said it was behind the bombing", "The group claimed responsibility", "claimed by the group"
  { name: 'responsibility', stance: 'claims', needs: /responsibility|behind/, find: new RegExp(`${opening}${by}\\s+(?:said\\s+(?:it|they|he|she)\\s+(?:was|were|had\\s+been)\\s+behind|(?:has\\s+|have\\s+|had\\s+)?(?:claimed|took|taken|admitted)\\s+(?:\\p{L}+\\s+)?responsibility)`, 'gu') },
  { name: 'claimed-by', stance: 'claims', needs: /claimed/, find: /\bclaimed\s+by\s+(?<by>(?:the\s+)?[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,3})/gu },
  // "The army said it had beaten off an attack", "said its forces had taken the town"
  { name: 'said-it-had', stance: 'claims', needs: /sa(?:id|ys?)\s+(?:that\s+)?(?:its?|the[yi]|we)/, find: new RegExp(`${opening}${by}\\s+(?:says|said|say)\\s+(?:that\\s+)?(?:it|they|its\\s+[\\p{L}-]+|their\\s+[\\p{L}-]+|we)\\s+(?:has|have|had)\\b(?!\\s+(?:no|not|never)\\b)`, 'gu') },
  // "Ukraine's military claimed to have destroyed", "the militants boasted of killing", "the group now claims control"
  { name: 'claimed', stance: 'claims', needs: /claim|boast|alleges/, find: new RegExp(`${opening}${by}\\s+(?:(?:now|also|later|has|have|had)\\s+)?(?:claim|claims|claimed|boast|boasts|boasted|alleges)\\b(?!\\s+(?:\\p{L}+\\s+)?(?:responsibility|by|the\\s+li(?:fe|ves)|[\\p{N}\\p{L}]+\\s+lives))`, 'gu') },
  // "which the army denied", "an account the rebels reject"
  { name: 'denied', stance: 'denies', needs: /den(?:y|ies|ied)|reject|dismiss/, find: new RegExp(`(?<by>(?:the\\s+)?(?:[\\p{L}’'-]+\\s+){0,2}?[\\p{L}’'-]+)\\s+(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?)\\b`, 'gu') },
  // "Troops reportedly entered", "the alleged attack"
  { name: 'reportedly', stance: 'reports', needs: /reportedly|allegedly/, find: /\b(?:reportedly|allegedly)\b/gu },
]

export function recogniseClaims(article: Article): ClaimMention[] {
  return article.sentences.flatMap((span, sentence) => {
    const text = article.text.slice(span.start, span.end)
    const found: ClaimMention[] = []
    for (const { name, stance, needs, find } of rules) {
      if (!needs.test(text)) continue
      find.lastIndex = 0
      for (let match = find.exec(text); match; match = find.exec(text)) {
        const start = span.start + match.index
        if (found.some((other) => other.start < start + match![0].length && start < other.end)) continue
        const covers = stance === 'denies' ? { start: span.start, end: start } : { start: start + match[0].length, end: clauseEnd(text, match.index + match[0].length) + span.start }
        found.push({ kind: 'claim', stance, by: sideOf(match.groups?.by ?? ''), start, end: start + match[0].length, text: match[0], sentence, rule: name, covers })
      }
    }
    return found
  })
}

/** A claim reaches to the semicolon or the sentence's end. */
function clauseEnd(text: string, from: number): number {
  const stop = text.indexOf(';', from)
  return stop < 0 ? text.length : stop
}

/** "Hours later Yemen's Houthi movement" → the side without adverbs of time before it. */
function sideOf(words: string): string {
  return words.replace(/^(?:(?:hours?|days?|weeks?|later|earlier|on|in|but|and|meanwhile|which|an?|account|\p{Lu}\p{Ll}+day|today|yesterday)\s+)+/u, '').replace(/^the\s+/i, '').replace(/^that\s+/, '').trim()
}
