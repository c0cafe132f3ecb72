/** Happened, will happen, may happen, did not: an ordered list of rules, the first that answers wins. */
import { families, type IncidentType } from '../../taxonomy'
import type { Modality } from '../../types'
import { clauseAround, verbGroup } from './grammar'
import { mark } from './marks'
import type { Match } from './conditions'
import type { Sentence } from './sentence'
import { beforeDeterminers, first, has, leftOf, rightOf, stopAfter, word, type Rule, type Trigger } from './trigger'
import { unreal } from './unreal'
import { hopeThat, seized, undone } from './words'

type Verdict = { modality: Modality; rule: string }

/** Kinds of events that go by habit; "shelled every night" is news. */
const habitual = new Set(['meeting', 'statement', 'protest', 'movement', 'detention', 'humanitarian'])

/** "called for talks", "fears that he was killed" — but "despite fears, thousands marched", "men trained to fight were ambushed". */
function isWished(trigger: Trigger): boolean {
  const { sentence, match, isVerb, aux } = trigger
  const isFinite = isVerb && (match.form === 'past' || match.form === 'participle' || match.ambiguous) && !(aux & mark.to)
  for (let i = leftOf(trigger, 5); i < match.start; i++) {
    if (!((trigger.marks[i] ?? 0) & mark.unrealised)) continue
    const between = sentence.tokens.slice(i + 1, match.start)
    const comma = between.findLastIndex(({ text }) => text === ',')
    if (comma >= 0 && (isVerb || /^(?:a|an|the)$/.test(between[comma + 1]?.lower ?? ''))) continue
    if (isFinite && between.some(({ lower }) => /^(?:was|were|had)$/.test(lower)) && !between.some(({ lower }) => lower === 'that')) continue
    if (isFinite && (trigger.marks[i]! & mark.unrealised) && match.form === 'past' && !match.ambiguous && between.length > 2) continue
    // "men trained to rescue others sank": another verb stands between
    if (isFinite && between.length > 1 && between[0]!.lower === 'to') continue
    return true
  }
  return false
}

/** "forced a match to be cancelled" — but "is to be cancelled". */
function isInfinitive({ sentence, marks }: Trigger, i: number): boolean {
  for (let j = i - 1; j > i - 4; j--) if (word(sentence, j) === 'to' && (marks[j + 1] ?? 0) & mark.be) return !((marks[j - 1] ?? 0) & mark.be)
  return false
}

const definite = /^(?:the|this|that|these|those)$/

/** What people drop as they call it off. */
const droppable = new Set(['meeting', 'protest', 'agreement', 'sanction', 'movement', 'statement', 'detention'])

const rules: Rule[] = [
  ...unreal,
  { // "The envoys did not meet in Ulm", "no attack was reported", "nobody was hurt"
    name: 'negated', test(trigger) {
      const { sentence, match, marks, isVerb, from, aux, before } = trigger
      if (isVerb) {
        if ((aux | (marks[before] ?? 0)) & mark.not) return 'negated'
        return has(trigger, match.end, match.end + 2, mark.no) || has(trigger, Math.max(from, match.start - 5), match.start, mark.no) ? 'negated' : null
      }
      if (has(trigger, leftOf(trigger, 3), match.start, mark.no) || has(trigger, leftOf(trigger, 6), match.start, mark.without) || has(trigger, leftOf(trigger, 2), match.start, mark.not)) return 'negated'
      // "talks in Ulm have yet to begin"
      const yet = first(trigger, match.end, rightOf(trigger, 8), mark.haveItself | mark.have)
      if (yet >= 0 && word(sentence, match.end + yet + 1) === 'yet' && word(sentence, match.end + yet + 2) === 'to') return 'negated'
      // "a deal has not been reached", "the accord was not signed"
      const is = first(trigger, match.end, rightOf(trigger, 6), mark.be | mark.have)
      if (is < 0 || word(sentence, match.end + is + 1) !== 'not') return null
      const verb = word(sentence, match.end + is + 2)
      return verb === 'been' || verb.endsWith('ed') ? 'negated' : null
    },
  },
  { // "instead of meeting in Ulm", "no longer visits", "rather than march"
    name: 'instead', test(trigger) {
      return has(trigger, leftOf(trigger, 3), trigger.match.start - 1, mark.instead) ? 'negated' : null
    },
  },
  { // "denied that the two had met", "denied meeting the envoy" — but "denied the attack", which was
    name: 'denied', test(trigger) {
      const { sentence, match, marks, isVerb, from } = trigger
      if (!isVerb) return null
      if ((marks[from - 2] ?? 0) & mark.deny && word(sentence, from - 1) === 'that') return 'negated'
      if (match.form === 'ing' && (marks[match.start - 1] ?? 0) & mark.deny) return 'negated'
      return word(sentence, match.start - 1) === 'having' && (marks[match.start - 2] ?? 0) & mark.deny ? 'negated' : null
    },
  },
  { // "A meeting in Ulm was cancelled", "called off the strike", "a curfew in Ulm was lifted"
    name: 'cancelled', test(trigger) {
      const { sentence, match, marks, isVerb, aux } = trigger
      if (has(trigger, leftOf(trigger, 5), match.start, mark.cancelled)) return 'cancelled'
      if (isVerb && marks[match.start]! & mark.cancelled && word(sentence, match.start + 1) === 'off') return 'cancelled'
      // "the accord that they were to sign was left unsigned"
      const ahead = isVerb && aux & (mark.to | mark.future) && word(sentence, match.end - 1) !== 'to'
      // "A general strike threatened for Monday was dropped": but bombs are dropped too
      if (!isVerb && droppable.has(match.entry.type)) for (let i = match.end + 1; i < stopAfter(sentence, match.end, 14) && word(sentence, i) !== 'and'; i++) if (word(sentence, i) === 'dropped' && has(trigger, i - 2, i, mark.be)) return 'cancelled'
      // what nature or chance did cannot be called off: "floods forced a match to be cancelled"
      if ((isVerb && !ahead) || (match.entry.type === 'disaster' && !sentence.at(undone).length)) return null
      const stop = stopAfter(sentence, match.end, 30)
      for (let i = match.end; i < stop; i++) {
        // "a collision off Sarn was narrowly avoided"
        if (!isVerb && undone.has(word(sentence, i)) && has(trigger, Math.max(match.end, i - 3), i, mark.be)) return 'cancelled'
        if (marks[i]! & mark.cancelled && (word(sentence, i + 1) === 'off' || has(trigger, Math.max(match.end, i - 3), i, mark.be)) && !isInfinitive(trigger, i)) return 'cancelled'
      }
      return null
    },
  },
  { // "If Ulm attacked", "Should the truce collapse", "whether the two might meet"
    name: 'condition', test({ sentence, match, marks, from }) {
      const inMain = sentence.tokens.slice(from, match.start).some(({ text }, i) => text === ',' && !/^(?:such|and|or)$/.test(word(sentence, from + i + 1)))
      if (from > 0 && !inMain && marks[from - 1]! & mark.conditional && word(sentence, from - 1) !== 'were') return 'hypothetical'
      const opener = word(sentence, from)
      if (!inMain && (opener === 'should' || opener === 'if' || opener === 'were') && from === 0) return 'hypothetical'
      // "Had the bomb exploded, many would have died"
      if (opener === 'had' && from === 0 && !inMain) return 'hypothetical'
      // "hope that the two are headed towards talks"
      if (word(sentence, from - 1) === 'that' && hopeThat.has(word(sentence, from - 2))) return 'hypothetical'
      return sentence.tokens.at(-1)?.text === '?' ? 'hypothetical' : null
    },
  },
  { // "is due in Ulm", "the union called a strike", "said the talks would continue on Sunday"
    name: 'reported-future', test(trigger) {
      const { sentence, match, marks, isVerb, aux, before } = trigger
      if (has(trigger, match.start, match.end, mark.plannedNear)) return 'planned'
      if (isVerb && match.entry.type === 'protest' && marks[match.start]! & mark.call) return marks[match.start]! & mark.unrealised ? 'hypothetical' : 'planned'
      if (!isVerb || sentence.quoted[match.start]) return null
      if (!(aux & mark.would) || aux & mark.haveItself) return null
      // "Prisoners would be freed on Friday, the ministry said"
      const told = has(trigger, before - 7, before + 1, mark.speech) || has(trigger, Math.max(match.end, sentence.tokens.length - 6), sentence.tokens.length, mark.speech)
      return told && !sentence.tokens.some(({ lower }) => lower === 'if') ? 'planned' : null
    },
  },
  { // "may strike", "could attack Ulm", "should be released"
    name: 'modal', test: ({ isVerb, aux }) => (isVerb && aux & mark.uncertain ? 'hypothetical' : null),
  },
  { // "will walk out", "is to meet", "are to resume"
    name: 'future', test({ sentence, match, marks, isVerb, aux, before }) {
      if (!isVerb) return null
      if (aux & mark.future) return sentence.quoted[match.start] ? 'hypothetical' : 'planned'
      return aux & mark.to && (marks[before] ?? 0) & mark.be ? 'planned' : null
    },
  },
  { // "it will be decided when the envoy returns to Ulm"
    name: 'when-it-does', test(trigger) {
      const { sentence, match, isVerb, from, aux } = trigger
      if (!isVerb || aux !== 0 || (match.form !== 's' && match.form !== 'base') || sentence.isHeadline) return null
      return /^(?:when|until|once|before|after|unless)$/.test(word(sentence, from - 1)) && has(trigger, 0, from - 1, mark.future | mark.uncertain) ? 'hypothetical' : null
    },
  },
  { // "the deal would see troops leave"
    name: 'would-see', test(trigger) {
      const { sentence, match, isVerb, from } = trigger
      if (!isVerb || match.form !== 'base') return null
      for (let i = Math.max(from, match.start - 6); i < match.start - 1; i++) {
        if (/^(?:see|let|make|have)$/.test(word(sentence, i)) && has(trigger, i - 1, i, mark.uncertain | mark.future)) return 'hypothetical'
      }
      return null
    },
  },
  { // "is due to meet", "plans to strike", "began to evacuate" — but "to discuss", "urged them to release"
    name: 'infinitive', test(trigger) {
      const { sentence, match, marks, isVerb, aux, before } = trigger
      if (!isVerb || !(aux & mark.to)) return null
      // "are believed to have been killed"
      if (aux & mark.haveItself) return 'asserted'
      // "used new powers to arrest nine", "took the chance to march"
      if (sentence.at(seized).some((i) => i < before && i >= before - 4)) return 'asserted'
      if (has(trigger, before - 3, before + 1, mark.unrealised)) return 'hypothetical'
      // "are able to hit Ulm" tells of a means, "were able to" of a deed
      if (word(sentence, before) === 'able' && /^(?:is|are|be)$/.test(word(sentence, before - 1))) return 'hypothetical'
      const governor = marks[before] ?? 0
      // "drove into Sarn to protest": those who come to protest do
      if (governor & mark.factualTo || (match.entry.type === 'protest' && !has(trigger, before - 3, before + 1, mark.plannedTo))) return 'asserted'
      return has(trigger, before - 2, before + 1, mark.plannedTo) ? 'planned' : 'hypothetical'
    },
  },
  { // "called for talks", "the threat of an attack", "a possible strike", "escaped arrest"
    name: 'unrealised', test(trigger) {
      const { sentence, match, marks, isVerb } = trigger
      if (isWished(trigger)) return 'hypothetical'
      if (has(trigger, match.end, rightOf(trigger, 1), mark.unrealisedNext) || has(trigger, leftOf(trigger, 2), match.start, mark.possible)) return 'hypothetical'
      if (isVerb) return null
      // "Talks in Ulm are possible"
      for (let i = match.end; i < rightOf(trigger, 6); i++) if (marks[i]! & mark.be && /^(?:possible|likely|unlikely|conceivable)$/.test(word(sentence, i + 1))) return 'hypothetical'
      if ((marks[beforeDeterminers(sentence, match.start)] ?? 0) & mark.avoid) return 'hypothetical'
      if (!has(trigger, leftOf(trigger, 4), match.start, mark.uncertain)) return null
      // "announced that troops would be sent to Ulm"
      return has(trigger, leftOf(trigger, 4), match.start, mark.would) && has(trigger, 0, match.start, mark.speech) ? 'planned' : 'hypothetical'
    },
  },
  { // "a conference is planned in Ulm", "a summit is set for May", "planned strike", "talks that will be held", "plans another rally"
    name: 'planned', test(trigger) {
      const { sentence, match, marks, isVerb } = trigger
      if (isVerb) return null
      if (has(trigger, leftOf(trigger, 4), match.start, mark.plannedNear)) return 'planned'
      const end = rightOf(trigger, 7)
      const soon = first(trigger, match.end, end, mark.plannedNear)
      if (soon >= 0 && has(trigger, match.end + Math.max(0, soon - 2), match.end + soon, mark.be)) return 'planned'
      const set = first(trigger, match.end, end, mark.plannedAfter)
      if (set >= 0 && has(trigger, match.end + Math.max(0, set - 2), match.end + set, mark.be) && /^(?:for|to|in|on)$/.test(word(sentence, match.end + set + 1))) return 'planned'
      const will = first(trigger, match.end, end, mark.future)
      if (will >= 0 && will <= 4) return sentence.quoted[match.head] ? 'hypothetical' : 'planned'
      const may = first(trigger, match.end, end, mark.uncertain)
      if (may >= 0 && may <= 2) return 'hypothetical'
      // "the conference in Ulm, which will be hosted by"
      for (let i = match.end; i < Math.min(sentence.tokens.length, match.end + 8); i++) {
        if (/^(?:that|which)$/.test(word(sentence, i))) return (marks[i + 1] ?? 0) & mark.future ? 'planned' : null
      }
      return null
    },
  },
  { // "will hold talks", "is due to hold a meeting": the noun goes with its verb
    name: 'planned-object', test(trigger) {
      const { isVerb, match, sentence } = trigger
      if (isVerb) return null
      // "will travel to Ulm for a multilateral meeting": talks lie as far ahead as the journey
      const most = families[match.entry.type as IncidentType] === 'diplomacy' && !definite.test(word(sentence, match.start - 1)) ? 14 : 7
      return has(trigger, leftOf(trigger, most), match.start, mark.future) ? 'planned' : null
    },
  },
  { // "will return to the Gulf, visiting Sarn on Friday"
    name: 'planned-too', test(trigger) {
      const { isVerb, match, sentence, from } = trigger
      if (!isVerb || match.form !== 'ing' || word(sentence, match.start - 1) !== ',') return null
      return has(trigger, Math.max(from, match.start - 14), match.start, mark.future) ? 'planned' : null
    },
  },
  { // "was deployed numerous times", "has visited the office weekly", "often raided", "ministers meet every year"
    name: 'habit', test(trigger) {
      const { sentence, match, marks, isVerb, from, to } = trigger
      const isHabit = (i: number) => {
        if (!((marks[i] ?? 0) & mark.habit)) return false
        const one = word(sentence, i)
        if (one === 'times') return /^(?:numerous|several|many|countless)$/.test(word(sentence, i - 1))
        return (one !== 'every' && one !== 'each') || habitual.has(match.entry.type)
      }
      // "Protesters are usually arrested"
      if (!isVerb) return match.entry.type === 'protest' && (isHabit(match.end + 1) || isHabit(match.end)) ? 'historic' : null
      for (let i = Math.max(0, match.start - 2); i < match.start; i++) if (isHabit(i)) return 'historic'
      // what is told may be of a habit, the telling is none
      if (match.entry.type === 'statement') return null
      for (let i = match.end; i < Math.min(to + 1, match.end + 3); i++) if (isHabit(i)) return 'historic'
      for (let i = Math.max(match.end, to - 4); i <= to; i++) if (isHabit(i)) return 'historic'
      // "Every year the ministers meet in Ulm"
      return isHabit(from) ? 'historic' : null
    },
  },
  { // "the anniversary of the massacre", "the 1945 Ulm conference"
    name: 'history', test(trigger) {
      const { sentence, match, isVerb } = trigger
      if (isVerb) return null
      if (has(trigger, leftOf(trigger, 4), match.start, mark.history)) return 'historic'
      if (match.entry.type !== 'meeting' && match.entry.type !== 'agreement') return null
      for (let i = leftOf(trigger, 3); i < match.start; i++) if (/^1[0-8]\d\d$|^19[0-4]\d$/.test(word(sentence, i))) return 'historic'
      return null
    },
  },
]

const nothing = { aux: 0, before: -1 }

export function modalityOf(sentence: Sentence, match: Match): Verdict {
  const isVerb = match.entry.class === 'verb'
  const trigger: Trigger = { sentence, match, marks: sentence.marks, isVerb, ...clauseAround(sentence, match.head), ...(isVerb ? verbGroup(sentence, match.start) : nothing) }
  for (const { name, test } of rules) {
    const modality = test(trigger)
    // what the weather will do is no plan
    if (modality) return { modality: modality === 'planned' && match.entry.type === 'disaster' ? 'hypothetical' : modality, rule: name }
  }
  return { modality: 'asserted', rule: 'asserted' }
}
