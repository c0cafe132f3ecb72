/** The lists of `data/modality-words.json` as one number per token, a bit for each list: asked of every trigger, looked up once a sentence. */
import type { Token } from '../../types'
import * as words from './words'

/** Order as in `lists`. */
export const mark = {
  not: 1, no: 1 << 1, be: 1 << 2, have: 1 << 3, future: 1 << 4, uncertain: 1 << 5, conditional: 1 << 6, plannedTo: 1 << 7, factualTo: 1 << 8,
  unrealised: 1 << 9, unrealisedNext: 1 << 10, plannedNear: 1 << 11, plannedAfter: 1 << 12, cancelled: 1 << 13, possible: 1 << 14, habit: 1 << 15,
  speech: 1 << 16, history: 1 << 17, deny: 1 << 18, instead: 1 << 19, call: 1 << 20, to: 1 << 21, would: 1 << 22, haveItself: 1 << 23, without: 1 << 24, do: 1 << 25, avoid: 1 << 26,
}

const singles = new Map<string, number>()
/** first word → second word → bits */
const pairs = new Map<string, Map<string, number>>()

const put = (bit: number, list: Iterable<string>) => { for (const word of list) singles.set(word, (singles.get(word) ?? 0) | bit) }
function putPairs(bit: number, list: Iterable<string>): void {
  for (const pair of list) {
    const [first = '', second = ''] = pair.split(' ')
    let seconds = pairs.get(first)
    if (!seconds) pairs.set(first, (seconds = new Map()))
    seconds.set(second, (seconds.get(second) ?? 0) | bit)
  }
}

for (const name of ['not', 'no', 'be', 'have', 'future', 'uncertain', 'conditional', 'plannedTo', 'factualTo', 'unrealised', 'unrealisedNext', 'plannedNear', 'plannedAfter', 'cancelled', 'possible', 'habit', 'speech', 'history', 'deny', 'call', 'avoid'] as const) put(mark[name], words[name])
put(mark.to, ['to'])
put(mark.would, ['would'])
put(mark.haveItself, ['have'])
put(mark.without, ['without'])
put(mark.do, ['did', 'does', 'do'])
putPairs(mark.unrealised, words.unrealisedPhrases)
putPairs(mark.cancelled, words.cancelledPhrases)
putPairs(mark.instead, words.insteadPhrases)
putPairs(mark.habit, words.habitPhrases)

const nounBefore = /^(?:at|against|the|his|her|their|its|free|political|own|good|a)$/

export function marksOf(tokens: readonly Token[]): Int32Array {
  const marks = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const { lower, text } = tokens[i]!
    let bits = singles.get(lower) ?? 0
    const seconds = pairs.get(lower)
    if (seconds) bits |= seconds.get(tokens[i + 1]?.lower ?? '') ?? 0
    // "in May": the month
    if (text === 'May' && i > 0) bits &= ~mark.uncertain
    // "at will", "the political will"
    if (lower === 'will' && nounBefore.test(tokens[i - 1]?.lower ?? '')) bits &= ~mark.future
    // "due to an outbreak", "due to heavy rain": a cause
    if (lower === 'due' && isCause(tokens, i)) bits &= ~(mark.plannedNear | mark.plannedTo)
    marks[i] = bits
  }
  return marks
}

function isCause(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.lower ?? ''
  return tokens[i + 1]?.lower === 'to' && (words.determiners.has(tokens[i + 2]?.lower ?? '') || !(words.be.has(before) || before.endsWith('ly') || before === ','))
}
