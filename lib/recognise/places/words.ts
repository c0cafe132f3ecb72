/** The word lists of `data/place-words.json`, `data/demonyms.tsv` and `data/given-names.txt`, as sets and maps. */
import { readDataText, readTable } from '../../data'
import type { PlaceLevel } from '../../taxonomy'

type ListName =
  | 'locative' | 'motion' | 'motionVerbs' | 'directions' | 'nounsBeforeOf' | 'typeSuffixes' | 'typePrefixes' | 'streets' | 'titles'
  | 'orgHeads' | 'teamWords' | 'peopleNouns' | 'placeNouns' | 'ledSuffixes' | 'basedSuffixes' | 'relationNouns' | 'againstNouns'
  | 'auxiliaries' | 'notPlaces' | 'ofPeople' | 'peopleFrom' | 'seatsOfPower' | 'newsAbbreviations' | 'neighbours' | 'kinds' | 'kindsOf' | 'kindsBefore' | 'postalWords' | 'openers' | 'prepositions' | 'conjunctions'

const file = JSON.parse(readDataText('place-words.json')) as Record<ListName | 'objectVerbs' | 'subjectVerbs' | 'passiveSubject', string> & { levelNouns: Record<PlaceLevel, string> }
const wordsOf = (list: string): string[] => list.trim().split(/\s+/).map((word) => word.replace(/~/g, ' '))

/** The list's words as a set. */
export const words = Object.fromEntries(
  (['locative', 'motion', 'motionVerbs', 'directions', 'nounsBeforeOf', 'typeSuffixes', 'typePrefixes', 'streets', 'titles', 'orgHeads', 'teamWords',
    'peopleNouns', 'placeNouns', 'ledSuffixes', 'basedSuffixes', 'relationNouns', 'againstNouns', 'auxiliaries', 'notPlaces', 'ofPeople', 'peopleFrom', 'seatsOfPower', 'newsAbbreviations', 'neighbours', 'kinds', 'kindsOf', 'kindsBefore', 'postalWords', 'openers', 'prepositions', 'conjunctions'] as const)
    .map((list) => [list, new Set(wordsOf(file[list]))]),
) as unknown as Record<ListName, ReadonlySet<string>>

/** "province" → region, "sea" → sea: what a noun beside a name says of it. */
export const levelOfNoun: ReadonlyMap<string, PlaceLevel> = new Map(
  Object.entries(file.levelNouns).flatMap(([level, list]) => wordsOf(list).map((word) => [word, level as PlaceLevel] as const)),
)

/** "russian" → Russia. */
export const demonyms: ReadonlyMap<string, string> = new Map(readTable('demonyms.tsv', 'word', 'place').map(({ word, place }) => [word.toLowerCase(), place]))

export const givenNames: ReadonlySet<string> = new Set(
  readDataText('given-names.txt').split('\n').filter((line) => !line.startsWith('#')).flatMap((line) => line.trim().split(/\s+/)),
)

const ordinary: ReadonlySet<string> = new Set(
  readDataText('common-words.txt').split('\n').filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' ')),
)
/** "section", "rivers": English words that some place is called. */
export const isOrdinary = (lower: string): boolean => ordinary.has(lower) || (lower.endsWith('s') && ordinary.has(lower.slice(0, -1)))

/** Base → past and participle of verbs whose forms are not regular. */
const irregular = new Map(
  readDataText('irregular-verbs.tsv').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => {
    const [base, ...forms] = line.trim().split('\t')
    return [base!, forms.flatMap((form) => form.split('/'))] as const
  }),
)

/** Verbs that governments, not towns, are the subject of: "Kyiv urged". All their forms. */
export const subjectVerbs = formsOf(wordsOf(file.subjectVerbs))
/** Verbs that governments are the object of: "accused Brussels". */
export const objectVerbs = formsOf(wordsOf(file.objectVerbs))
/** Verbs whose subject may well be ground and houses: "Odesa suffered". */
export const passiveSubject = formsOf(wordsOf(file.passiveSubject))

/** "urge" → urge, urges, urged, urging; "deny" → denies; "ban" → banned. */
function formsOf(bases: string[]): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const base of bases) {
    const stem = base.replace(/e$/, '')
    const doubled = /^[^aeiou]*[aeiou][bdgmnprt]$/.test(base) ? base + base.at(-1) : stem
    forms.add(base)
    forms.add(/(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`)
    forms.add(`${doubled}ing`)
    for (const past of irregular.get(base) ?? [/[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${doubled}ed`]) forms.add(past)
  }
  return forms
}
