/**
 * Who says so, where only one side does: "Ukraine's military claimed to have …", "the army said it had …", "according to the
 * rebels", "It also said …", "which the rebels denied", "claimed responsibility", "reportedly". A plain "officials said" is no claim.
 */
import { tokensBySentence } from '../by-sentence'
import type { Article, ClaimMention, Span, Token } from '../types'
import { speakerBefore, speakerBehind, type Speaker } from './claims/speaker'
import { claiming, confirming, deeds, denials, denying, nobody, rejecting, saying, taking, time, unconfirmed } from './claims/words'

/** How many sentences "it said", "the ministry added" and "denied the report" look back. */
const reach = 2
/** Tokens looked through for a semicolon, so that a sentence without end costs no more than its length. */
const far = 120

type Told = Speaker & { sentence: number }
type Context = { article: Article; tokens: readonly Token[]; sentence: number; last: Told | undefined }
type Found = Omit<ClaimMention, 'kind' | 'text' | 'sentence' | 'start' | 'end'> & { from: number; to: number }

export function recogniseClaims(article: Article): ClaimMention[] {
  const claims: ClaimMention[] = []
  let last: Told | undefined
  for (const [sentence, tokens] of tokensBySentence(article).entries()) {
    let speaks: Told | undefined
    let free = 0
    for (let i = 0; i < tokens.length; i++) {
      if (i < free || tokens[i]!.kind !== 'word') continue
      const context: Context = { article, tokens, sentence, last: speaks ?? last }
      const read = claimAt(context, i)
      if (read.speaker) speaks = { ...read.speaker, sentence }
      if (!read.found) continue
      const { from, to, ...claim } = read.found
      const start = tokens[from]!.start
      const end = tokens[to - 1]!.end
      claims.push({ kind: 'claim', ...claim, sentence, start, end, text: article.text.slice(start, end) })
      free = to
    }
    if (speaks) last = speaks
    else if (last && sentence - last.sentence >= reach) last = undefined
  }
  return claims
}

type Reading = { speaker?: Speaker; found?: Found }

function claimAt(context: Context, i: number): Reading {
  const { tokens } = context
  const { lower } = tokens[i]!
  if (unconfirmed.has(lower)) return { found: { rule: lower, stance: 'reports', by: '', from: i, to: i + 1, covers: rest(context, i + 1) } }
  if (lower === 'responsibility') return responsibility(context, i)
  if (lower === 'according' && tokens[i + 1]?.lower === 'to') return according(context, i)
  if (denying.has(lower) || rejecting.has(lower)) return denial(context, i)
  if (claiming.has(lower)) return claim(context, i)
  // "the United States" says nothing by its name
  if (saying.has(lower) && tokens[i]!.text !== 'States') return said(context, i)
  if (confirming.has(lower)) return confirmed(context, i)
  return {}
}

/** "it" and "the ministry" are who spoke before. */
function known(speaker: Speaker | undefined, { last, sentence }: Context): Speaker | undefined {
  if (!speaker || !last || sentence - last.sentence > reach) return speaker?.kind === 'pronoun' ? undefined : speaker
  if (speaker.kind === 'pronoun') return { ...speaker, name: last.name, kind: last.kind }
  const words = speaker.name.toLowerCase().split(' ')
  // "the ministry" after "Russia's defence ministry"
  return speaker.kind === 'other' && last.name.toLowerCase().split(' ').includes(words.at(-1)!) ? { ...speaker, name: last.name, kind: last.kind } : speaker
}

/** "The group claimed responsibility", "responsibility was claimed by the group", but not "no group has claimed responsibility". */
function responsibility(context: Context, i: number): Reading {
  const { tokens } = context
  const verb = [i - 1, i - 2, i - 3].find((at) => taking.has(tokens[at]?.lower ?? ''))
  const passive = verb === undefined && /^(?:was|has)$/.test(tokens[i + 1]?.lower ?? '') ? tokens.slice(i, i + 6).findIndex(({ lower }) => lower === 'by') : -1
  const speaker = known(verb !== undefined ? speakerBefore(tokens, verb) : passive > 0 ? speakerBehind(tokens, i + passive + 1) : undefined, context)
  if (!speaker || isNobody(tokens, speaker, i)) return {}
  return { speaker, found: { rule: 'responsibility', stance: 'claims', by: speaker.name, from: Math.min(speaker.from, i), to: Math.max(i + 1, speaker.to), covers: namesDeed(tokens, i + 1) ? context.article.sentences[context.sentence]! : back(context) } }
}

/** "responsibility for the bombing in Vela": that deed, and none told before. */
function namesDeed(tokens: readonly Token[], next: number): boolean {
  if (tokens[next]?.lower !== 'for') return false
  return tokens.slice(next + 1, next + 14).some(({ text, lower }) => /^\p{Lu}/u.test(text) && !/day$/.test(lower))
}

const isNobody = (tokens: readonly Token[], { from }: Speaker, to: number): boolean => tokens.slice(Math.max(0, from - 1), to).some(({ lower }) => nobody.has(lower))

/** "According to the army, rebels attacked …", "…, according to the army": what stands behind or before. */
function according(context: Context, i: number): Reading {
  const { tokens } = context
  const speaker = known(speakerBehind(tokens, i + 2), context)
  if (speaker?.kind !== 'side') return speaker ? { speaker } : {}
  // "…, and according to the army 11 villagers died" tells what follows
  const opens = i === 0 || /^(?:and|but|;)$/.test(tokens[i - 1]!.lower)
  return { speaker, found: { rule: 'according-to', stance: 'claims', by: speaker.name, from: i, to: speaker.to, covers: opens ? rest(context, speaker.to) : sofar(context, i) } }
}

/** "The army claimed to have taken", "claimed the attack", "was claimed by the group". */
function claim(context: Context, i: number): Reading {
  const { tokens } = context
  const next = tokens[i + 1]?.lower ?? ''
  if (next === 'by') {
    const by = speakerBehind(tokens, i + 2)
    return by && !isNobody(tokens, by, i) ? { found: { rule: 'claimed-by', stance: 'claims', by: by.name, from: i, to: by.to, covers: back(context) } } : {}
  }
  const speaker = known(speakerBefore(tokens, i), context)
  const object = tokens.slice(i + 1, i + 6).map(({ lower }) => lower)
  // "claims" the noun, "claimed responsibility", "claimed nine lives", "claimed asylum", "nobody claims"
  if (!speaker || isNobody(tokens, speaker, i) || object.slice(0, 3).some((word) => /^(?:responsibility|lives|life|asylum|victory|refuge|compensation|credit)$/.test(word)) || isNoun(tokens, i)) return {}
  // "jets bombed alleged camps": the adjective
  if (/^(?:alleged|asserted)$/.test(tokens[i]!.lower) && !/^(?:that|it|they|he|she|the|its|their)$/.test(next)) return {}
  const deed = object.slice(0, 5).findIndex((word) => deeds.has(word))
  if (deed >= 0 && !object.slice(0, deed).some((word) => /^(?:that|to|it|they|its|their|has|had|have|of|in|on)$/.test(word)) && /^claim(?:s|ed)?$/.test(tokens[i]!.lower)) return { speaker, found: { rule: 'responsibility', stance: 'claims', by: speaker.name, from: speaker.from, to: i + 1, covers: back(context) } }
  return { speaker, found: { rule: 'claimed', stance: 'claims', by: speaker.name, from: speaker.from, to: i + 1, covers: rest(context, i + 1) } }
}

/** "the Russian claim that …" */
function isNoun(tokens: readonly Token[], i: number): boolean {
  return tokens.slice(Math.max(0, i - 1), i).some(({ lower }) => /^(?:the|such|false|these|those|his|their|its|of|any)$/.test(lower))
    || /^claims?$/.test(tokens[i]!.lower) && /^(?:that|of)$/.test(tokens[i + 1]?.lower ?? '') && tokens.slice(Math.max(0, i - 4), i).some(({ lower }) => denying.has(lower) || rejecting.has(lower))
}

/** "The army said it had beaten off an attack", "the ministry said rebels had attacked", "…, the army said on Friday". */
function said(context: Context, i: number): Reading {
  const { tokens } = context
  const before = speakerBefore(tokens, i)
  const inverted = !before || /^[,”"]$/.test(tokens[i - 1]?.text ?? '')
  const speaker = known(inverted ? speakerBehind(tokens, i + 1) : before, context)
  if (!speaker || isNobody(tokens, speaker, i)) return {}
  let next = Math.max(i + 1, inverted ? speaker.to : 0)
  const from = Math.min(speaker.from, i)
  while (tokens[next]?.lower === 'that' || tokens[next] && /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^on$/.test(tokens[next]!.lower)) next++
  const own = /^(?:it|they|its|their|we|our)$/.test(tokens[next]?.lower ?? '')
  const after = tokens.slice(next, next + 8).map(({ lower }) => lower).join(' ')
  // "said it was behind the bombing", "said it carried out the attack"
  if (own && /^(?:it|they|its \S+|we) (?:was|were|had been|is|are) behind\b|^(?:it|they|its \S+|we) (?:had )?carried out the\b/.test(after)) return { speaker, found: { rule: 'responsibility', stance: 'claims', by: speaker.name, from, to: next, covers: back(context) } }
  const partial = speaker.kind === 'side' || speaker.kind === 'media' && own || own && speaker.kind === 'other' && isGroupName(tokens, speaker)
  // "Moscow said rebels had attacked": only places tell whether that is a government
  const rule = own ? 'said-it-had' : partial ? 'side-says' : 'name-says'
  if (!partial && !(speaker.kind === 'other' && !own && speaker.to - speaker.from <= 3 && /^\p{Lu}/u.test(tokens[speaker.from]!.text))) return { speaker }
  if (/^(?:no|nothing|little|not)$/.test(tokens[next]?.lower ?? '')) return { speaker }
  const trailing = inverted || isTrailing(tokens, from, i + 1)
  return { speaker, found: { rule, stance: 'claims', by: speaker.name, from, to: i + 1, covers: trailing ? sofar(context, from) : rest(context, i + 1) } }
}

/** Ukraine "said its forces had": a name by itself that has forces. */
const isGroupName = (tokens: readonly Token[], { from, to }: Speaker): boolean => to - from <= 4 && /^\p{Lu}/u.test(tokens[to - 1]!.text)

/** ", the army said in a statement on Friday.": the verb ends what is told. */
function isTrailing(tokens: readonly Token[], from: number, next: number): boolean {
  if (from === 0 || !/^[,”"]$/.test(tokens[from - 1]!.text) || from < 4) return false
  for (let i = next; i < tokens.length && !/^[.,;]$/.test(tokens[i]!.text); i++) if (!time.has(tokens[i]!.lower) && tokens[i]!.kind !== 'number') return false
  return true
}

/** "The army confirmed the attack": told by two, it is no claim. */
function confirmed(context: Context, i: number): Reading {
  const { tokens } = context
  const speaker = known(speakerBefore(tokens, i), context)
  if (!speaker || isNobody(tokens, speaker, i) || speaker.name === context.last?.name || /^(?:neither|nor|not|never|cannot|could|can)$/.test(tokens[i - 1]?.lower ?? '')) return {}
  return { speaker, found: { rule: 'confirmed', stance: 'reports', by: speaker.name, from: i, to: i + 1, covers: { start: back(context).start, end: context.article.sentences[context.sentence]!.end } } }
}

/** "denied that it had shelled", "denied involvement", "rejected the report", "which the army denied". */
function denial(context: Context, i: number): Reading {
  const { tokens } = context
  const speaker = known(speakerBefore(tokens, i), context)
  // a court denies motions, not deeds
  if (!speaker || speaker.kind === 'plain' || isNobody(tokens, speaker, i) || /^(?:was|were|been|be|to)$/.test(tokens[i - 1]?.lower ?? '')) return {}
  const object = tokens.slice(i + 1, i + 6).map(({ lower }) => lower)
  const noun = object.findIndex((word) => denials.has(word))
  const ends = object.length === 0 || /^[.,;]$/.test(object[0]!) || object[0] === 'and'
  // "rejected the offer", "denied him entry"
  if (noun < 0 && !ends && (rejecting.has(tokens[i]!.lower) || !/ing$|^(?:the|its|their)$/.test(object[0]!))) return {}
  const opening = tokens[speaker.from - 1]
  // "…, which the army denied", "…, an account the rebels reject", "…, but the army denied it"
  const within = sofar(context, speaker.from)
  const relative = speaker.from > 3 && (ends || /^(?:which|that|but|and|while)$/.test(opening?.lower ?? ''))
  const told = noun >= 0 && /^(?:it|this|any|involvement|responsibility|claims?|reports?|accusations?|allegations?|suggestions?|account|version|role)$/.test(object[noun]!)
  const covers = relative ? within : ends || told ? back(context) : rest(context, i + 1)
  return { speaker, found: { rule: relative ? 'denied' : ends || told ? 'denied-before' : 'denied-that', stance: 'denies', by: speaker.name, from: speaker.from, to: i + 1, covers } }
}

/** A claim reaches to the semicolon or the sentence's end. */
function rest({ article, tokens, sentence }: Context, from: number): Span {
  const span = article.sentences[sentence]!
  for (let i = from; i < Math.min(tokens.length, from + far); i++) if (tokens[i]!.text === ';') return { start: tokens[from]!.start, end: tokens[i]!.start }
  return { start: tokens[from]?.start ?? span.end, end: span.end }
}

/** What the sentence, or its part behind the last semicolon, has told so far. */
function sofar({ article, tokens, sentence }: Context, to: number): Span {
  for (let i = to - 1; i >= Math.max(0, to - far); i--) if (tokens[i]!.text === ';') return { start: tokens[i]!.end, end: tokens[to]!.start }
  return { start: article.sentences[sentence]!.start, end: tokens[to]!.start }
}

/** The sentences just before, and this one. */
function back({ article, sentence }: Context): Span {
  return { start: article.sentences[Math.max(0, sentence - reach)]!.start, end: article.sentences[sentence]!.end }
}
