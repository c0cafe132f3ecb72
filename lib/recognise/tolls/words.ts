/** The words of `data/toll-words.json`, opened once; phrases are looked for by their first word, the longest first. */
import { readData } from '../../data'
import type { Token, TollKind } from '../../types'

type Fates = { verbs: string[]; states: string[]; harmed?: string[]; nouns: string[]; counted: string[]; claiming?: string[] }
type Data = Record<TollKind, Fates> & Record<
  'qualifiers' | 'low' | 'high' | 'exact' | 'additions' | 'generic' | 'notPeople' | 'people' | 'personEndings' | 'attackers' | 'partMarkers' | 'determiners' | 'prepositions' | 'barriers' | 'helpers'
  | 'auxiliaries' | 'modals' | 'notDone' | 'done' | 'negators' | 'suffer' | 'harms' | 'carried' | 'hospitals' | 'limbs' | 'earlier' | 'follows' | 'months' | 'clock' | 'labels' | 'ordinals' | 'plurals' | 'singulars' | 'core' | 'finite' | 'sceneWords', string[]
> & {
  numbers: Record<string, number>; scales: Record<string, number>; phrases: Record<string, number>; vague: Record<string, number>; sizes: Record<string, number>
  toll: Record<'heads' | 'rising' | 'injured' | 'links' | 'moves', string[]>
  background: Record<'spans' | 'sinceUnits' | 'pastWords' | 'wars' | 'tolls' | 'superlatives', string[]>
}

export const data = JSON.parse(readData('toll-words.json').toString('utf8')) as Data

export const is = (list: readonly string[]): ((token: Token | undefined) => boolean) => {
  const set = new Set(list)
  return (token) => token !== undefined && set.has(token.lower)
}

export type Phrases<T> = Map<string, { words: string[]; value: T }[]>

export function phrases<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const all: Phrases<T> = new Map()
  for (const [text, value] of entries) {
    const words = text.split(' ')
    all.set(words[0]!, [...(all.get(words[0]!) ?? []), { words, value }].sort((a, b) => b.words.length - a.words.length))
  }
  return all
}

export const plain = (list: readonly string[]): Phrases<string> => phrases(list.map((text) => [text, text] as const))

/** The longest phrase that begins at token `at`. */
export function phraseAt<T>(all: Phrases<T>, tokens: readonly Token[], at: number): { value: T; length: number } | undefined {
  const found = all.get(tokens[at]?.lower ?? '')?.find(({ words }) => words.every((word, i) => tokens[at + i]?.lower === word))
  return found && { value: found.value, length: found.words.length }
}
