/** What is told and did not happen where the sentence as a whole says so: hearsay, drills, forecasts, what was stopped, what is remembered. */
import { families, type IncidentType } from '../../taxonomy'
import { mark } from './marks'
import { beforeDeterminers, has, leftOf, word, type Rule, type Trigger } from './trigger'
import * as words from './words'

const isViolent = ({ match: { entry } }: Trigger) => entry.type === 'disaster' || families[entry.type as IncidentType] === 'violence'

/** Whether the tokens `from` to before `to` hold this. */
function between({ sentence }: Trigger, from: number, to: number, test: (word: string) => boolean): boolean {
  for (let i = Math.max(0, from); i < to; i++) if (test(word(sentence, i))) return true
  return false
}

const tells = (one: string) => /^(?:of|that|about|claiming|alleging|saying|showing)$/.test(one)
const comma = (one: string) => one === ','
const afterwards = (one: string) => /^(?:after|before|since|despite|following|until)$/.test(one)
const lasts = /^(?:continue|last|worsen|ease|spread|grow|persist|rise|cost|take)$/
const within = (one: string) => /^(?:during|in|of|for)$/.test(one)

/** "a rumour that soldiers had been killed" governs what it tells, not what comes of it: "rumours of a raid sparked riots". */
const governs = (trigger: Trigger, i: number): boolean => i < trigger.match.start && i >= trigger.match.start - 12
  && (i === trigger.match.start - 1 || between(trigger, i + 1, Math.min(trigger.match.start, i + 4), tells)) && !between(trigger, i + 1, trigger.match.start, comma)
  && !(!trigger.isVerb && between(trigger, i + 1, trigger.match.start, (one) => one.length > 4 && one.endsWith('ed')))

/** What is said for certain only of those who take part: "as part of the exercise", "a drill simulating", but not "a day after a drill". */
function isOfDrill(trigger: Trigger, i: number, needsFrame: boolean): boolean {
  const { match } = trigger
  if (between(trigger, i - 3, i, afterwards)) return false
  return (i < match.start && !needsFrame) || between(trigger, i - 3, i, within)
}

export const unreal: Rule[] = [
  { // "A rumour that soldiers had been killed spread", "fake pictures of an explosion"
    name: 'hearsay', test(trigger) {
      const { sentence } = trigger
      if (sentence.at(words.hearsay).some((i) => governs(trigger, i))) return 'negated'
      return sentence.at(words.report).some((i) => {
        if (!governs(trigger, i)) return false
        // "a clip claiming that a bomb had gone off"
        if (/^(?:claiming|alleging)$/.test(word(sentence, i + 1))) return true
        // "dismissed reports of clashes"
        if (has(trigger, i - 3, i, mark.deny)) return true
        // "the claim that the town was bombed is false", "proved false"
        return sentence.at(words.untrue).some((u) => u > trigger.match.end && (has(trigger, u - 3, u, mark.be) || /^(?:as|proved|proven)$/.test(word(sentence, u - 1)) || (word(sentence, u - 1) === 'out' && word(sentence, u - 2) === 'turned'))) || (/^(?:story|report|claim)$/.test(word(sentence, i)) && between(trigger, trigger.match.end, sentence.tokens.length - 1, (one) => one === 'made') && sentence.tokens.some(({ lower }, j) => lower === 'made' && word(sentence, j + 1) === 'up'))
      }) ? 'negated' : null
    },
  },
  { // "A drill simulating an earthquake was held", "as part of the exercise troops stormed a house" — but a soldier killed in one was
    name: 'drill', test(trigger) {
      const { sentence } = trigger
      if (!isViolent(trigger) || sentence.at(words.harm).length > 0) return null
      if (sentence.at(words.drill).some((i) => isOfDrill(trigger, i, false))) return 'hypothetical'
      return sentence.at(words.exercise).some((i) => isOfDrill(trigger, i, true)) ? 'hypothetical' : null
    },
  },
  { // "Forecasters expect flooding in Mobile", "avalanches are likely"
    name: 'forecast', test(trigger) {
      const { sentence, match, isVerb, from, to } = trigger
      if (match.entry.type !== 'disaster' || isVerb) return null
      return sentence.at(words.ahead).some((i) => {
        // "expect the toll of the flood to rise", "the flood is expected to last": it is known
        if (/^(?:the|this|that|these|its)$/.test(word(sentence, match.start - 1))) return false
        if (i >= match.end) return i <= Math.min(to, match.end + 6) && has(trigger, Math.max(match.end, i - 2), i, mark.be) && !lasts.test(word(sentence, i + 2))
        return i >= Math.max(from, match.start - 8) && !between(trigger, i, match.start, comma)
      }) ? 'hypothetical' : null
    },
  },
  { // "stopped a bomber from attacking the market"
    name: 'hindered', test(trigger) {
      const { sentence, match, isVerb } = trigger
      if (!isVerb || match.form !== 'ing') return null
      const start = word(sentence, match.start - 1) === 'being' ? match.start - 1 : match.start
      return word(sentence, start - 1) === 'from' && sentence.at(words.hinder).some((i) => i < start && i >= start - 9) ? 'negated' : null
    },
  },
  { // "The meeting in Oslo never took place", "the talks failed to begin"
    name: 'did-not-occur', test(trigger) {
      const { sentence, match, isVerb, to } = trigger
      if (isVerb) return null
      return sentence.at(words.occur).some((i) => i > match.end && i <= Math.min(to, match.end + 10)
        && (has(trigger, i - 3, i, mark.not) || (between(trigger, i - 3, i, (one) => one.startsWith('fail'))) && !between(trigger, match.end, i, comma))) ? 'negated' : null
    },
  },
  { // "Anyone who protests in Sarn is jailed"
    name: 'anyone', test({ sentence, match, isVerb }) {
      return isVerb && (match.form === 's' || match.form === 'base' || match.form === 'participle' || match.ambiguous) && words.anyone.has(word(sentence, 0)) && word(sentence, 1) === 'who' && sentence.tokens.some(({ lower }) => lower === 'is' || lower === 'are' || lower === 'faces') ? 'hypothetical' : null
    },
  },
  { // "recalled the siege of Sarn", "a memorial to the victims of the Sarn bombing"
    name: 'remembered', test(trigger) {
      const { sentence, match, isVerb } = trigger
      if (isVerb || !isViolent(trigger)) return null
      if (words.recall.has(word(sentence, beforeDeterminers(sentence, match.start)))) return 'historic'
      return sentence.at(words.monument).some((i) => i >= leftOf(trigger, 9) && i < match.start && between(trigger, i + 1, match.start, (one) => /^(?:to|of|for)$/.test(one)) && !between(trigger, i + 1, match.start, comma)) ? 'historic' : null
    },
  },
]
