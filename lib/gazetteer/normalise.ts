/**
 * One spelling for all the spellings of a name: the build writes it into the index and every
 * lookup asks with it, so both must come through here.
 */

/** Latin letters that Unicode does not decompose into a base letter and an accent. */
const letters: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't', ə: 'a',
}
/** Openers that maps write short and newspapers write long. */
const opened: Record<string, string> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' }

const plain = /^[a-z0-9 ]*$/
const apostrophes = /['’‘ʼʻʾʿ`´′]/g
const separators = /[\s\-‐‑‒–—_/,()"“”«»·・•]+/g

/**
 * "Saint-Étienne" → "saint etienne", "The St. Lawrence" → "saint lawrence", "Sana'a" → "sanaa":
 * lower case, without accents, apostrophes, dots and a leading "the"; hyphens and commas are spaces.
 */
export function normaliseName(name: string): string {
  let text = name.toLowerCase()
  if (!plain.test(text)) {
    text = text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\p{M}\u00AD]+/gu, '')
      .replace(/[ßæœøđðþłħıŋŧə]/g, (letter) => letters[letter] ?? letter)
      .replace(apostrophes, '')
      .replace(/\./g, '. ')
      .replace(/&/g, ' and ')
      .replace(separators, ' ')
      // "U. S." and "u.s." are one word; "st. louis" keeps its space.
      .replace(/\b(\p{L})\. (?=\p{L}\b)/gu, '$1')
      .replace(/\./g, '')
  }
  text = text.replace(/ {2,}/g, ' ').trim()
  while (text.startsWith('the ')) text = text.slice(4)
  if (/\b(?:st|ste|mt|ft) /.test(text)) text = text.replace(/\b(st|ste|mt|ft) /g, (_, word: string) => `${opened[word]!} `)
  return text
}

/**
 * The exact spelling of a short form whose capitals and dots matter: "US", "U.S.", "Tex.", "W. Va."
 * — but not "us" or "Tex", and "L.A." is not "LA"; a last
 * dot that the sentence took ("U.S") is put back. `undefined` for anything that does not look like one.
 */
export function abbreviationKey(name: string): string | undefined {
  if (name.length > 8 || name.length < 2) return undefined
  if (/^(?:\p{Lu}\. ?)+\p{Lu}$/u.test(name)) return abbreviationKey(`${name}.`)
  return /^(?:\p{Lu}{2,6}|(?:\p{Lu}\. ?)+(?:\p{Lu}\p{L}*\.)?|\p{Lu}\p{L}*\.)$/u.test(name) ? `=${name.replaceAll(' ', '')}` : undefined
}
