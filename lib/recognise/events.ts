/**
 * Words that tell of events. Each sentence is read once from left to right; the longest reading of the trigger
 * tables whose conditions hold wins, figures of speech included, so that "strike a balance" leaves nothing behind.
 */
import { tokensBySentence } from '../by-sentence'
import type { Article, EventMention, Token } from '../types'
import { holds, type Match } from './events/conditions'
import { clauseAround, isNounHere, isQuotedAfter } from './events/grammar'
import { genreOf } from './events/genre'
import { readingsOf, type Reading } from './events/lexicon'
import { modalityOf } from './events/modality'
import { Sentence } from './events/sentence'
import { be, determiners, have, prepositions } from './events/words'

/** Every event mention of an article, in order; those in the dateline, in match reports, in company news and in stories are left out. */
export function recogniseEvents(article: Article): EventMention[] {
  const found: EventMention[] = []
  const sentences = sentencesOf(article)
  const genre = genreOf(article, sentences)
  for (const sentence of sentences) {
    for (let i = 0; i < sentence.tokens.length; i++) {
      const token = sentence.tokens[i]!
      const readings = token.kind === 'punctuation' ? [] : readingsOf(token.lower)
      if (readings.length === 0 || inside(token, article.dateline)) continue
      const { match, rejected } = bestMatch(sentence, i, readings)
      if (!match) continue
      if (match.entry.type !== 'none' && !genre.isDoubtful(sentence, match)) found.push(mentionOf(article, sentence, match, rejected))
      i = match.end - 1
    }
  }
  return found
}

function sentencesOf(article: Article): Sentence[] {
  let open = false
  let paragraph = 0
  return tokensBySentence(article).map((tokens, index) => {
    const start = article.sentences[index]!.start
    // a quotation mark left open does not reach into the next paragraph
    while (paragraph + 1 < article.paragraphs.length && start >= article.paragraphs[paragraph + 1]!.start) { paragraph++; open = false }
    const sentence = new Sentence(tokens, index, open)
    for (const { kind, text } of tokens) if (kind === 'punctuation') open = isQuotedAfter(text, open)
    return sentence
  })
}

const inside = (token: Token, span: { start: number; end: number } | undefined) => span !== undefined && token.start >= span.start && token.end <= span.end

type Rejected = NonNullable<EventMention['rejected']>

function bestMatch(sentence: Sentence, i: number, readings: readonly Reading[]): { match?: Match; rejected: Rejected } {
  const matches: Match[] = []
  for (const reading of readings) {
    const match = matchAt(sentence, i, reading)
    if (match) matches.push(match)
  }
  matches.sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.entry.rank - b.entry.rank)
  const rejected: Rejected = []
  for (const match of matches) {
    const fault = faultOf(sentence, match)
    if (!fault) return { match, rejected }
    rejected.push({ type: match.entry.type, why: fault })
  }
  return { rejected }
}

function faultOf(sentence: Sentence, match: Match): string | null {
  const { entry, form, start, end } = match
  if (entry.class === 'verb') {
    // "shells had hit a camp", "the attack was"
    if ((form === 'base' || form === 's') && end === start + 1 && (be.has(sentence.tokens[end]?.lower ?? '') || have.has(sentence.tokens[end]?.lower ?? ''))) return 'a noun here'
    if ((form === 'base' || form === 's') && end === start + 1 && isNounHere(sentence, start, end)) return 'a noun here'
    if (form === 'base' && isNounHere(sentence, start, start + 1) && determiners.has(sentence.tokens[start - 1]?.lower ?? '')) return 'a noun here'
    // "a nurses' march in Sarn"
    if (form === 'base' && /^['’]$/.test(sentence.tokens[start - 1]?.text ?? '')) return 'a noun here'
    // "advice on travel to Sarn"
    if (form === 'base' && end > start + 1 && prepositions.has(sentence.tokens[start - 1]?.lower ?? '')) return 'a noun here'
    // "a meeting in Sarn", "the shooting of"
    if (form === 'ing' && determiners.has(sentence.tokens[start - 1]?.lower ?? '') && sentence.tokens[start - 1]!.kind === 'word') return 'a noun here'
    // "demanding higher pay", "asking for help": no telling of its own
    if (form === 'ing' && entry.type === 'statement' && entry.strength < 0.4) return 'not finite'
    // "amid continued fighting", "of planned talks"
    // but "have since fled", "were before displaced" go on with the verb
    if ((form === 'past' || form === 'participle') && end === start + 1 && prepositions.has(sentence.tokens[start - 1]?.lower ?? '') && !have.has(sentence.tokens[start - 2]?.lower ?? '') && !be.has(sentence.tokens[start - 2]?.lower ?? '')) return 'an adjective here'
    // "all seriously wounded prisoners"
    if ((form === 'past' || form === 'participle') && end === start + 1 && (sentence.tokens[start - 1]?.lower ?? '').endsWith('ly') && /^(?:all|some|many|the|a|an|other|several|of|for|and)$/.test(sentence.tokens[start - 2]?.lower ?? '') && sentence.tokens[end]?.kind === 'word' && !prepositions.has(sentence.tokens[end]!.lower)) return 'an adjective here'
    // "the arrested men", "a planned visit": an adjective
    if ((form === 'past' || form === 'participle') && end === start + 1 && /^(?:the|a|an|these|those|his|her|its|their)$/.test(sentence.tokens[start - 1]?.lower ?? '')) return 'an adjective here'
  }
  if (entry.class === 'noun' && isName(sentence, match)) return 'part of a name'
  if (entry.class === 'noun' && end === start + 1 && ambiguousNoun(sentence, match)) return 'a verb here'
  const failing = entry.conditions.find((condition) => !holds(sentence, match, condition))
  return failing ? failing.what : null
}

function ambiguousNoun(sentence: Sentence, { start, end }: Match): boolean {
  const { tokens } = sentence
  const { lower } = tokens[start]!
  // "…, killing two workers": no noun, an object follows
  if (lower.endsWith('ing')) {
    const before = tokens[start - 1]
    const next = tokens[end]
    return (!before || before.kind === 'punctuation') && next !== undefined && (next.kind === 'number' || determiners.has(next.lower) || next.lower === 'at' || next.lower === 'more' || next.lower === 'dozens')
  }
  return !/(?:ion|ment|er|ers)s?$/.test(lower) && !isNounHere(sentence, start, end)
}

/** "3 March", "the Strike Force", "a Battle Creek firm": a capital inside a sentence is a name – but not in a headline, and "Summit" stays a summit. */
function isName(sentence: Sentence, { entry, start, end, head }: Match): boolean {
  const { tokens } = sentence
  if (start === 0 || !isCapitalised(tokens[head]) || entry.type === 'meeting') return false
  if (tokens[head]!.text === 'March') return true
  if (sentence.isHeadline) return false
  return isCapitalised(tokens[end]) || (start === head && isCapitalised(tokens[start - 1]))
}

const isCapitalised = (token: Token | undefined) => token !== undefined && /^\p{Lu}/u.test(token.text)

/** One reading laid over the tokens from `i`; a gap takes the fewest words it can, and none crosses punctuation. */
function matchAt(sentence: Sentence, i: number, { entry, form, rest }: Reading): Match | null {
  const { tokens } = sentence
  let at = i + 1
  for (let step = 0; step < rest.length; step++) {
    const wanted = rest[step]!
    if (wanted) {
      if (!wanted.has(tokens[at]?.lower ?? '')) return null
      at++
      continue
    }
    const next = rest[++step]!
    let skipped = 0
    while (skipped <= 4 && at < tokens.length && !next.has(tokens[at]!.lower)) {
      if (tokens[at]!.kind === 'punctuation' && tokens[at]!.text !== '-') return null
      at++
      skipped++
    }
    if (skipped > 4 || at >= tokens.length) return null
    at++
  }
  const head = entry.class === 'verb' ? i : at - 1
  const ambiguous = form === 'base' || form === 'past'
  return { entry, form, ambiguous, start: i, end: at, head }
}

/** "caught at Ulm airport smuggling": a name between a verb and what goes with it stays free for the place. */
function lastOf({ tokens }: Sentence, { entry, start, end }: Match): number {
  if (entry.class !== 'verb') return end - 1
  for (let i = start + 1; i < end - 1; i++) if (isCapitalised(tokens[i]) && /^(?:at|in|near|on|outside)$/.test(tokens[i - 1]!.lower)) return start
  return end - 1
}

function mentionOf(article: Article, sentence: Sentence, match: Match, rejected: Rejected): EventMention {
  const { tokens } = sentence
  const start = tokens[match.start]!.start
  const end = tokens[lastOf(sentence, match)]!.end
  const clause = clauseAround(sentence, match.head)
  const { modality, rule } = modalityOf(sentence, match)
  const quoted = sentence.quoted[match.head] ? 0.8 : 1
  return {
    kind: 'event', start, end, text: article.text.slice(start, end), sentence: sentence.index,
    type: match.entry.type as EventMention['type'], modality,
    clause: { start: tokens[clause.from]!.start, end: tokens[clause.to]!.end },
    strength: match.entry.strength * quoted,
    rule: `${match.entry.type}/${match.entry.class} "${match.entry.pattern.length > 40 ? `${match.entry.pattern.slice(0, 40)}…` : match.entry.pattern}" ${rule}`,
    ...(rejected.length > 0 && { rejected }),
  }
}
