/** Texts and queries as words that can be compared: case, accents and apostrophes do not matter. */

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

/** A text as the store's index takes it: its words between spaces. */
export function searchable(...texts: (string | null | undefined)[]): string {
  return ` ${texts.flatMap((text) => (text ? wordsOf(text) : [])).join(' ')} `
}
