/** alternateNamesV2.txt: names in all languages, and which of them are English, colloquial or past. */
import type { Match } from '../../../lib/gazetteer/name-index'
import { isUsefulName, type Entry } from '../entries'
import type { CountryInfo, Division } from '../geonames'
import type { Named } from './features'
import { idOf, ownCopy, readRows } from './rows'

/** Codes and addresses that stand in the column of languages, and transliterations for machines; "abbr" and "fr_1793" (names of the French Revolution) are names. */
const noLanguages = new Set(['link', 'wkdt', 'post', 'iata', 'icao', 'faac', 'tcid', 'unlc', 'phon', 'piny'])

/** Newspapers shorten the states of these three: "Tex.", "Ont.", "NSW". */
const shortened = /^(?:US|CA|AU)\./

const isCountry = (named: Named | Division | CountryInfo): named is CountryInfo & Named => 'iso3' in named
const isShortened = (named: Named | Division) => isCountry(named) || ('code' in named && shortened.test(named.code))

/**
 * Gives every feature its names. Old and colloquial ones ("Leningrad", "Big Apple") rank low, and so
 * do foreign names of countries. A name given twice keeps its better rank.
 * @returns the English name of those that have one: the preferred, or the first.
 */
export function addAlternateNames(path: string, byId: ReadonlyMap<number, Named>, report: (line: string) => void): Map<Named, { text: string; isPreferred: boolean }> {
  const english = new Map<Named, { text: string; isPreferred: boolean }>()
  readRows(path, [10, 10], report, ([, geonameId, language, text, isPreferred, , isColloquial, isHistoric, , to]) => {
    const named = byId.get(idOf(geonameId, 'geonameid'))
    if (!named || noLanguages.has(language!)) return
    if (language === 'abbr') {
      if (isShortened(named)) named.names.push({ text: ownCopy(text!), match: 'abbreviation' })
      return
    }
    if (!isUsefulName(text!)) return
    const isPast = isHistoric === '1' || isColloquial === '1' || language === 'fr_1793' || (to ?? '') !== ''
    const own = ownCopy(text!)
    addName(named, own, isPast || (isCountry(named) && language !== 'en') ? 'variant' : 'alternate')
    if (language === 'en' && !isPast && (!english.has(named) || (isPreferred === '1' && !english.get(named)!.isPreferred))) {
      english.set(named, { text: own, isPreferred: isPreferred === '1' })
    }
  })
  return english
}

/** By another array and not by a push, which makes room for sixteen more in each of millions. */
function addName(named: Named, text: string, match: Match): void {
  const { names } = named
  const at = names.findIndex((name) => name.text === text)
  if (at < 0) named.names = names.concat({ text, match })
  else if (names[at]!.match === 'variant') names[at] = { text, match }
}

/** Shows by its English name a feature that is no town: "Lake Baikal", not "Ozero Baykal". */
export function showEnglish(entries: Entry[], english: ReadonlyMap<Named, { text: string }>): void {
  for (const entry of entries) {
    const own = english.get(entry)?.text
    // A river is known by "… River" already; its English name without the word says no more.
    if (!own || entry.names.some(({ text, match }) => match === 'name' && text.startsWith(own))) continue
    entry.name = own
    entry.names.push({ text: own, match: 'name' })
  }
}
