/** English verb and noun forms made from lemmas, so that the trigger tables list each word once. */
import { readRows } from '../../data'

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

const irregular = new Map(readRows('irregular-verbs.tsv').map(([base = '', past = '', participle = '', ing, third]) => [base, { past: past.split('|'), participle: participle.split('|'), ing, third }]))

/** "stab" → stab, stabs, stabbed, stabbing, each with what it may be ("hit" is base, past and participle). */
export function verbForms(lemma: string): [string, VerbForm][] {
  const given = irregular.get(lemma)
  const stem = doubles(lemma) ? lemma + lemma.at(-1)! : lemma
  const regular = lemma.endsWith('e') ? `${lemma}d` : consonantY(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`
  const ing = given?.ing ?? (lemma.endsWith('ie') ? `${lemma.slice(0, -2)}ying` : /[^eoy]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${stem}ing`)
  return [
    [lemma, 'base'],
    ...(given?.third?.split('|') ?? [plural(lemma)]).map((form): [string, VerbForm] => [form, 's']),
    ...(given?.past ?? [regular]).map((form): [string, VerbForm] => [form, 'past']),
    ...(given?.participle ?? [regular]).map((form): [string, VerbForm] => [form, 'participle']),
    [ing, 'ing'],
  ]
}

/** "clash" → "clashes", "rally" → "rallies"; the verb's third person is made alike. */
export function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word) || word === 'go') return `${word}es`
  return consonantY(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}

/** "plan" → "planned": one short vowel before one consonant. */
const doubles = (word: string) => /^[^aeiou]*[aeiou][bdgkmnprt]$/.test(word)
const consonantY = (word: string) => /[^aeiou]y$/.test(word)
