import type { Token } from '../../types'
import { clauseEdges, quotedTokens } from './grammar'
import { marksOf } from './marks'
import { isOf, locative } from './words'

const storyWord = /^(?:set|tells?|told|about|stars?|starring|depicts?|based|portrays?|plot|story|follows|chronicles)$/
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

  /** "Her novel tells of a siege": it tells what a book or a film is about. */
  get isOfFiction(): boolean {
    const { tokens } = this
    return (this.#isOfFiction ??= tokens.some(({ lower }) => isOf(lower, 'fiction')) && tokens.some(({ lower }) => storyWord.test(lower)))
  }
}
