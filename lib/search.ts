/**
 * What "matches the text" means, on the server and on the map alike: every word of the query stands in the text, the last one
 * perhaps not typed to its end. Case, accents and apostrophes do not matter.
 */

/** Letters that no decomposition turns into their base letter. */
const letters: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h' }

/** "Łódź, Sana'a" → ["lodz", "sanaa"] */
export function wordsOf(text: string): string[] {
  const folded = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/(?<=\p{L})['’ʼ‘ʻ`](?=\p{L})/gu, '')
    .replace(/[łøđðþßæœıħ]/g, (letter) => letters[letter]!)
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A text prepared for `matchesText`: its words between spaces. */
export function searchable(...texts: (string | null | undefined)[]): string {
  return ` ${texts.flatMap((text) => (text ? wordsOf(text) : [])).join(' ')} `
}

/** Whether a text made by `searchable` matches a query; one without any letter or digit matches nothing. */
export function matchesText(prepared: string, query: string): boolean {
  const words = wordsOf(query)
  const last = words.pop()
  if (last === undefined) return false
  return words.every((word) => prepared.includes(` ${word} `)) && prepared.includes(` ${last}`)
}
