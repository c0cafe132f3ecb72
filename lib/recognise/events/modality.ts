/** Happened, will happen, may happen, did not: an ordered list of rules, the first that answers wins. */
import type { Modality } from '../../types'
import { clauseAround, verbGroup } from './grammar'
import type { Match } from './conditions'
import type { Sentence } from './sentence'
import * as words from './words'

type Verdict = { modality: Modality; rule: string }
type Rule = { name: string; test(sentence: Sentence, match: Match): Modality | null }

const word = (sentence: Sentence, i: number) => sentence.tokens[i]?.lower ?? ''
const isVerb = (match: Match) => match.entry.class === 'verb'

/** Tokens `from` to `to` as words, without leaving the clause. */
function wordsIn(sentence: Sentence, from: number, to: number): string[] {
  return sentence.tokens.slice(Math.max(0, from), Math.max(0, to)).map(({ lower }) => lower)
}

function has(list: string[], singles: Set<string>, pairs?: Set<string>): boolean {
  return list.some((one, i) => singles.has(one) || (pairs?.has(`${one} ${list[i + 1] ?? ''}`) ?? false))
}

/** The noun's neighbourhood in its clause, split at the trigger. */
function around(sentence: Sentence, match: Match, left: number, right: number): [string[], string[]] {
  const { from, to } = clauseAround(sentence, match.head)
  return [wordsIn(sentence, Math.max(from, match.start - left), match.start), wordsIn(sentence, match.end, Math.min(to + 1, match.end + right))]
}

/** The words after `from`, over relative clauses, to the next full stop or semicolon. */
function beforeStop({ tokens }: Sentence, from: number, most: number): string[] {
  const stop = tokens.findIndex((token, i) => i >= from && /^[;.!?]$/.test(token.text))
  return tokens.slice(from, Math.min(stop < 0 ? tokens.length : stop, from + most)).map(({ lower }) => lower)
}

const rules: Rule[] = [
  { // "The envoys did not meet in Ulm", "no attack was reported", "nobody was hurt"
    name: 'negated', test(sentence, match) {
      if (isVerb(match)) {
        const { aux, before } = verbGroup(sentence, match.start)
        if (aux.some((one) => words.not.has(one)) || words.not.has(word(sentence, before))) return 'negated'
        const { from } = clauseAround(sentence, match.start)
        if (has(wordsIn(sentence, match.end, match.end + 2), words.no)) return 'negated'
        return has(wordsIn(sentence, Math.max(from, match.start - 5), match.start), words.no) ? 'negated' : null
      }
      const [left] = around(sentence, match, 6, 0)
      return has(left.slice(-3), words.no) || left.includes('without') || has(left.slice(-2), words.not) ? 'negated' : null
    },
  },
  { // "A meeting in Ulm was cancelled", "called off the strike", "a curfew in Ulm was lifted"
    name: 'cancelled', test(sentence, match) {
      const [left] = around(sentence, match, 5, 0)
      const right = beforeStop(sentence, match.end, 30)
      if (has(left, words.cancelled, words.cancelledPhrases) || has(wordsIn(sentence, match.start, match.end), words.cancelled)) return 'cancelled'
      // "the accord that they were to sign was left unsigned"
      const ahead = isVerb(match) && verbGroup(sentence, match.start).aux.some((one) => one === 'to' || words.future.has(one)) && word(sentence, match.end - 1) !== 'to'
      return (!isVerb(match) || ahead) && right.some((one, i) => (words.cancelled.has(one) && right.slice(Math.max(0, i - 3), i).some((w) => words.be.has(w))) || (words.cancelledPhrases.has(`${one} ${right[i + 1] ?? ''}`))) ? 'cancelled' : null
    },
  },
  { // "If Ulm attacked", "Should the truce collapse", "whether the two might meet"
    name: 'condition', test(sentence, match) {
      const { from } = clauseAround(sentence, match.head)
      const inMain = sentence.tokens.slice(from, match.start).some(({ text }, i) => text === ',' && word(sentence, from + i + 1) !== 'such')
      if (from > 0 && !inMain && words.conditional.has(word(sentence, from - 1)) && word(sentence, from - 1) !== 'were') return 'hypothetical'
      const opener = word(sentence, from)
      if (!inMain && (opener === 'should' || opener === 'if' || opener === 'were') && from === 0) return 'hypothetical'
      return sentence.tokens.at(-1)?.text === '?' ? 'hypothetical' : null
    },
  },
  { // "is due in Ulm", "said the talks would continue on Sunday"
    name: 'reported-future', test(sentence, match) {
      if (wordsIn(sentence, match.start, match.end).some((one) => words.plannedNear.has(one))) return 'planned'
      if (!isVerb(match) || sentence.quoted[match.start]) return null
      const { aux, before } = verbGroup(sentence, match.start)
      if (!aux.includes('would') || aux.includes('have')) return null
      return has(wordsIn(sentence, Math.max(0, before - 7), before + 1), words.speech) && !sentence.tokens.some(({ lower }) => lower === 'if') ? 'planned' : null
    },
  },
  { // "may strike", "could attack Ulm", "should be released"
    name: 'modal', test(sentence, match) {
      if (!isVerb(match)) return null
      const { aux } = verbGroup(sentence, match.start)
      return aux.some((one) => words.uncertain.has(one)) ? 'hypothetical' : null
    },
  },
  { // "will walk out", "is to meet", "are to resume"
    name: 'future', test(sentence, match) {
      if (!isVerb(match)) return null
      const { aux, before } = verbGroup(sentence, match.start)
      if (aux.some((one) => words.future.has(one))) return sentence.quoted[match.start] ? 'hypothetical' : 'planned'
      return aux.includes('to') && words.be.has(word(sentence, before)) ? 'planned' : null
    },
  },
  { // "is due to meet", "plans to strike", "began to evacuate" — but "to discuss", "urged them to release"
    name: 'infinitive', test(sentence, match) {
      if (!isVerb(match)) return null
      const { aux, before } = verbGroup(sentence, match.start)
      if (!aux.includes('to')) return null
      // "are believed to have been killed"
      if (aux.includes('have')) return 'asserted'
      const left = wordsIn(sentence, before - 3, before + 1)
      if (has(left, words.unrealised, words.unrealisedPhrases)) return 'hypothetical'
      const governor = left.at(-1) ?? ''
      // "drove into Sarn to protest": those who come to protest do
      if (words.factualTo.has(governor) || (match.entry.type === 'protest' && !has(left, words.plannedTo))) return 'asserted'
      if (words.plannedTo.has(governor) || has(left.slice(-3), words.plannedTo)) return 'planned'
      return 'hypothetical'
    },
  },
  { // "called for talks", "the threat of an attack", "a possible strike"
    name: 'unrealised', test(sentence, match) {
      const [left, right] = around(sentence, match, 5, 1)
      if (has(left, words.unrealised, words.unrealisedPhrases)) return 'hypothetical'
      if (words.unrealisedNext.has(right[0] ?? '') || has(left.slice(-2), words.possible)) return 'hypothetical'
      return has(left.slice(-4), words.uncertain) && !isVerb(match) ? 'hypothetical' : null
    },
  },
  { // "a conference is planned in Ulm", "planned strike", "talks that will be held", "plans another rally"
    name: 'planned', test(sentence, match) {
      const [left, right] = around(sentence, match, 4, 7)
      if (isVerb(match)) return null
      if (has(left, words.plannedNear)) return 'planned'
      const soon = right.findIndex((one) => words.plannedNear.has(one))
      if (soon >= 0 && right.slice(Math.max(0, soon - 2), soon).some((one) => words.be.has(one))) return 'planned'
      const will = right.findIndex((one) => words.future.has(one))
      if (will >= 0 && will <= 4) return sentence.quoted[match.head] ? 'hypothetical' : 'planned'
      const may = right.findIndex((one) => words.uncertain.has(one))
      if (may >= 0 && may <= 2) return 'hypothetical'
      const that = word(sentence, match.end) === 'that' || word(sentence, match.end) === 'which'
      return that && words.future.has(word(sentence, match.end + 1)) ? 'planned' : null
    },
  },
  { // "will hold talks", "is due to hold a meeting": the noun goes with its verb
    name: 'planned-object', test(sentence, match) {
      if (isVerb(match)) return null
      const [left] = around(sentence, match, 7, 0)
      const will = left.findIndex((one) => words.future.has(one))
      return will >= 0 ? 'planned' : null
    },
  },
  { // "was deployed numerous times", "has visited the office weekly", "often raided"
    name: 'habit', test(sentence, match) {
      if (!isVerb(match)) return null
      const { to } = clauseAround(sentence, match.head)
      const near = [...wordsIn(sentence, match.start - 2, match.start), ...wordsIn(sentence, match.end, Math.min(to + 1, match.end + 3)), ...wordsIn(sentence, to - 4, to + 1)]
      return near.some((one, i) => words.habit.has(one) && (one !== 'times' || /^(?:numerous|several|many|countless)$/.test(near[i - 1] ?? ''))) ? 'historic' : null
    },
  },
  { // "the anniversary of the massacre"
    name: 'history', test(sentence, match) {
      if (isVerb(match)) return null
      const [left] = around(sentence, match, 4, 0)
      return has(left, words.history) ? 'historic' : null
    },
  },
]

export function modalityOf(sentence: Sentence, match: Match): Verdict {
  for (const { name, test } of rules) {
    const modality = test(sentence, match)
    if (modality) return { modality, rule: name }
  }
  return { modality: 'asserted', rule: 'asserted' }
}
