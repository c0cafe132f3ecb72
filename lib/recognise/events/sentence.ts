import type { Token } from '../../types'
import { clauseEdges, quotedTokens } from './grammar'
import { mark, marksOf } from './marks'
import { determiners, isOf, locative, pronouns } from './words'

const possessive = /^(?:his|her|its|their|[’']s)$/
/** "In the film a fire …" — but "in the film capital of Sarn". */
const startsStory = (next: Token | undefined) => next !== undefined && (next.kind !== 'word' || determiners.has(next.lower) || pronouns.has(next.lower) || isCapitalised(next))
const isCapitalised = ({ text }: Token) => /^\p{Lu}/u.test(text)

/** The tokens of one sentence, with what the rules ask of it for each trigger and which is found out once, when first asked. */
export class Sentence {
  #quoted?: boolean[]
  #edges?: boolean[]
  #marks?: Int32Array
  #hasPlace?: boolean
  #isHeadline?: boolean
  #isOfFiction?: boolean

  /** `opensQuoted`: a quotation begun in a sentence before goes on. */
  constructor(readonly tokens: Token[], readonly index: number, private readonly opensQuoted: boolean) {}

  #found?: Map<ReadonlySet<string>, number[]>

  /** Which tokens are among these words; looked for once. */
  at(words: ReadonlySet<string>): number[] {
    this.#found ??= new Map()
    let places = this.#found.get(words)
    if (!places) this.#found.set(words, (places = [...this.tokens.keys()].filter((i) => words.has(this.tokens[i]!.lower))))
    return places
  }

  /** Which tokens stand in quotation marks. */
  get quoted(): boolean[] {
    return (this.#quoted ??= quotedTokens(this.tokens, this.opensQuoted))
  }

  /** Which tokens end a clause. */
  get edges(): boolean[] {
    return (this.#edges ??= clauseEdges(this.tokens))
  }

  /** Which lists of words about what happened or may happen each token is in, as bits (see marks.ts). */
  get marks(): Int32Array {
    return (this.#marks ??= marksOf(this.tokens))
  }

  /** A capitalised word after "in", "near", "off the" …: the sentence may name a place. */
  get hasPlace(): boolean {
    const { tokens } = this
    return (this.#hasPlace ??= tokens.some((token, i) => i > 0 && token.kind === 'word' && isCapitalised(token)
      && (locative.has(tokens[i - 1]!.lower) || locative.has(tokens[i - 2]?.lower ?? '') || locative.has(tokens[i - 3]?.lower ?? ''))))
  }

  /** Most words have a capital, so that one of them makes no name. */
  get isHeadline(): boolean {
    if (this.#isHeadline !== undefined) return this.#isHeadline
    const words = this.tokens.filter(({ kind, text }) => kind === 'word' && text.length > 3)
    return (this.#isHeadline = words.filter(isCapitalised).length > words.length * 0.6)
  }

  /** "Her novel tells of a siege", "the heroine is stabbed", "his hero, a policeman, was shot": what a book or a film is about. */
  get isOfFiction(): boolean {
    return (this.#isOfFiction ??= this.tokens.some((_, i) => this.#isStoryAt(i)))
  }

  /** "In the second act rebels storm the palace", "at the end of the film": what follows may be its plot. */
  get opensInFiction(): boolean {
    const { tokens } = this
    if (!/^(?:in|at|by)$/.test(tokens[0]?.lower ?? '')) return false
    for (let i = 1; i < Math.min(9, tokens.length) && tokens[i]!.kind !== 'punctuation'; i++) {
      if (!startsStory(tokens[i + 1])) continue
      if (isOf(tokens[i]!.lower, 'fiction') || (isOf(tokens[i]!.lower, 'fiction-loose') && tokens.slice(1, i).some(({ lower }) => possessive.test(lower))) || (isOf(tokens[i]!.lower, 'part-of-story') && isOf(tokens[i - 1]!.lower, 'ordinal'))) return true
    }
    return false
  }

  #isStoryAt(i: number): boolean {
    const { tokens } = this
    const { lower } = tokens[i]!
    if (isOf(lower, 'story-sure')) return true
    // "his hero, Inspector Ek,", "her character was killed off"
    if (isOf(lower, 'character') && possessive.test(tokens[i - 1]?.lower ?? '') && (this.marks[i + 1]! & mark.be || /^(?:,|[a-z]+s$|\p{Lu})/u.test(tokens[i + 1]?.text ?? ''))) return true
    const surely = isOf(lower, 'fiction')
    // "a series of raids", "the game begins": no story yet
    if (!surely && (!isOf(lower, 'fiction-loose') || tokens[i + 1]?.lower === 'of')) return false
    for (let j = i + 1; j < Math.min(tokens.length, i + 11); j++) {
      if (isOf(tokens[j]!.lower, 'story')) return true
      if (surely && isOf(tokens[j]!.lower, 'story-loose')) return true
      // "a thriller in which a nurse is murdered"
      if (surely && j <= i + 4 && tokens[j]!.lower === 'which' && tokens[j - 1]!.lower === 'in') return true
    }
    // "Based on the siege of Sarn, the musical …"
    return surely && tokens[0]?.lower === 'based'
  }
}
