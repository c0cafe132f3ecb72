/**
 * People and organisations of an article, found before its places: "Paris Hilton" and "Bank of England" hold place names
 * that are none. Only as good as places need it; actors of events are read elsewhere.
 */
import type { Gazetteer } from '../../gazetteer'
import type { Article, Token } from '../../types'
import { isCapital } from './names'
import { priorOf } from './prior'
import { demonyms, givenNames, isOrdinary, subjectVerbs, words } from './words'

export type Entities = {
  /** What the token at an index belongs to. */
  at: (token: number) => 'person' | 'organisation' | undefined
  /** Last words of people's full names, lower case. */
  surnames: ReadonlySet<string>
  /** First words of the full names of people without a title, lower case: "Georgia" of "Georgia Harrison, 12". */
  firstNames: ReadonlySet<string>
}

/** Tokens `[from, to)` of capitalised words side by side, with initials, and the small words of names inside. */
type Run = { from: number; to: number }

const nameParticles = new Set(['al', 'bin', 'ibn', 'van', 'von', 'de', 'der', 'den', 'da', 'di', 'du', 'dos', 'del', 'la', 'le', 'ben', 'abu'])
const joining = new Set(['of', 'for', 'and', '&', 'the', 'de'])

export function entitiesOf(article: Article, gazetteer: Gazetteer, titleCase: boolean[]): Entities {
  const { text, tokens } = article
  const kinds = new Uint8Array(tokens.length)
  const surnames = new Set<string>()
  const firstNames = new Set<string>()
  for (const run of runsOf(tokens)) {
    if (titleCase[tokens[run.from]!.sentence]) continue
    for (const { from, to } of organisationsIn(run, tokens)) kinds.fill(2, from, to)
    const person = bylineIn(run, tokens) ?? personIn(run, text, tokens, gazetteer, kinds)
    if (!person) {
      const likely = likelySurname(run, text, tokens, gazetteer, kinds)
      if (likely) surnames.add(likely)
      continue
    }
    kinds.fill(1, person.from, person.to)
    const surname = tokens[person.to - 1]!
    if (person.to - person.from > 1 || person.titled) surnames.add(surname.lower)
    if (person.to - person.from > 1) firstNames.add(tokens[person.from]!.lower)
  }
  // "Washington, 71, has won two": only people have ages.
  tokens.forEach((token, i) => { if (isWordCapital(token) && hasAge(tokens, i + 1)) surnames.add(token.lower) })
  return { at: (i) => (kinds[i] === 1 ? 'person' : kinds[i] === 2 ? 'organisation' : undefined), surnames, firstNames }
}

/** Headlines where nearly every word has a capital: capitals tell nothing there. They have no full stop, unless shouted. */
export function titleCaseSentences({ text, sentences, tokens }: Article): boolean[] {
  const longWords = new Uint32Array(sentences.length)
  const capitals = new Uint32Array(sentences.length)
  const shouted = new Uint32Array(sentences.length)
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue
    longWords[token.sentence]!++
    if (isCapital(token)) capitals[token.sentence]!++
    if (token.text === token.text.toUpperCase()) shouted[token.sentence]!++
  }
  return sentences.map(({ end }, i) => {
    const enough = longWords[i]! >= 3 ? longWords[i]! * 0.75 : Infinity
    return shouted[i]! >= enough || (capitals[i]! >= enough && !/[.!?]["'”’)]?$/.test(text.slice(end - 2, end)))
  })
}

function runsOf(tokens: Token[]): Run[] {
  const runs: Run[] = []
  for (let i = 0; i < tokens.length;) {
    if (!isWordCapital(tokens[i]!)) {
      i++
      continue
    }
    let to = i + 1
    while (to < tokens.length && tokens[to]!.sentence === tokens[i]!.sentence) {
      const token = tokens[to]!
      const next = tokens[to + 1]
      const beside = token.start - tokens[to - 1]!.end <= 1
      if (beside && isWordCapital(token)) to++
      // "George W. Bush", "Lt. Col. Smith"
      else if (beside && token.text === '.' && tokens[to - 1]!.text.length <= 4 && next && isWordCapital(next)) to += 2
      // "Ursula von der Leyen", "Mohammed bin Salman"
      else if (beside && nameParticles.has(token.lower) && next && (isWordCapital(next) || nameParticles.has(next.lower))) to++
      else break
    }
    while (nameParticles.has(tokens[to - 1]!.text)) to--
    runs.push({ from: i, to })
    i = to
  }
  return runs
}

const isWordCapital = (token: Token): boolean => token.kind === 'word' && isCapital(token)

/** "University of Oxford", "Bank of England", "Boston Globe", "Kansas City Royals", "the Ministry of Defence of X". */
function organisationsIn(run: Run, tokens: Token[]): Run[] {
  let head = -1
  // "Leeds United", but not "The United States"
  const first = tokens[run.from]!.lower === 'the' ? run.from + 1 : run.from
  for (let i = run.to - 1; i >= run.from; i--) {
    const { lower } = tokens[i]!
    if (words.teamWords.has(lower) ? i > first : words.orgHeads.has(lower)) {
      head = i
      break
    }
  }
  if (head < 0) return []
  let to = head + 1
  // "University of Oxford", "Royal Bank of Scotland": the rest of the name after "of".
  if (head === run.to - 1 && words.orgHeads.has(tokens[head]!.lower)) {
    for (let i = run.to; i + 1 < tokens.length && joining.has(tokens[i]!.lower) && tokens[i]!.lower !== 'and'; ) {
      const next = tokens[i + 1]!.lower === 'the' ? i + 2 : i + 1
      if (!tokens[next] || !isWordCapital(tokens[next])) break
      to = next + 1
      while (tokens[to] && isWordCapital(tokens[to]!) && tokens[to]!.start - tokens[to - 1]!.end === 1) to++
      i = to
    }
  }
  // A head alone names nothing: "Congress", "Police in Lagos".
  return to - run.from > 1 ? [{ from: run.from, to }] : []
}

/** "Xylan Dalton": two capitals side by side, the first no place and no ordinary word; if "Dalton" comes alone later, it is he. */
function likelySurname({ from, to }: Run, text: string, tokens: Token[], gazetteer: Gazetteer, kinds: Uint8Array): string | undefined {
  if (to - from !== 2 || kinds[from] !== 0) return undefined
  const first = tokens[from]!
  const last = tokens[from + 1]!
  const known = [first, last].some(({ lower }) => words.notPlaces.has(lower) && !givenNames.has(lower) && lower === first.lower || words.typeSuffixes.has(lower) || words.typePrefixes.has(lower) || words.streets.has(lower) || words.titles.has(lower) || words.directions.has(lower) || isOrdinary(lower) || demonyms.has(lower))
  // "CTV Edmonton" is a broadcaster's branch: a well known city is not taken away by a guess.
  if (known || first.text === first.text.toUpperCase() || (priorOf(last.text, gazetteer)?.weight ?? 0) >= 1.8 || gazetteer.has(first.text) || gazetteer.has(text.slice(first.start, last.end)) || first.text.length < 3) return undefined
  return last.lower
}

/** ", 34," */
const hasAge = (tokens: Token[], i: number): boolean => tokens[i]?.text === ',' && /^\d{1,2}$/.test(tokens[i + 1]?.text ?? '') && /^[,.]$/.test(tokens[i + 2]?.text ?? '')

/** "By Anneliese Frankfurt": a line that opens with "By" and a name of two or three words is a byline. */
function bylineIn({ from, to }: Run, tokens: Token[]): (Run & { titled: boolean }) | undefined {
  const opens = tokens[from - 1]?.sentence !== tokens[from]!.sentence
  const size = to - from - 1
  return opens && tokens[from]!.lower === 'by' && (size === 2 || size === 3) && (tokens[to]?.sentence !== tokens[from]!.sentence || tokens[to]!.kind === 'punctuation') ? { from: from + 1, to, titled: true } : undefined
}

function personIn(run: Run, text: string, tokens: Token[], gazetteer: Gazetteer, kinds: Uint8Array): (Run & { titled: boolean }) | undefined {
  let from = run.from
  let titled = false
  // "US Secretary of State", "Gen. Houston", "Russian President Vladimir Putin": what follows the last title is the name.
  for (let i = run.from; i < run.to - 1; i++) {
    if (!words.titles.has(tokens[i]!.lower)) continue
    titled = true
    from = tokens[i + 1]!.text === '.' ? i + 2 : i + 1
  }
  const before = tokens[run.from - 1]
  if (!titled && before && before.sentence === tokens[run.from]!.sentence && words.titles.has(before.lower)) titled = true
  if (from >= run.to) return undefined
  // "Secretary of State Maria Kovalenko", "Kyiv Mayor Olena Kovalenko": a given name inside begins the person.
  for (let i = run.to - 2; i > from; i--) {
    if (!givenNames.has(tokens[i]!.lower) || tokens[i + 1]!.kind !== 'word' || givenNames.has(tokens[i - 1]!.lower) || tokens[i - 1]!.kind !== 'word') continue
    from = i
    break
  }
  for (let i = from; i < run.to; i++) if (kinds[i] === 2) return undefined
  const size = run.to - from
  const first = tokens[from]!
  // A nationality before a name: "Ukrainian Volodymyr", "Russian Foreign".
  if (demonyms.has(first.lower)) return size > 1 ? personIn({ from: from + 1, to: run.to }, text, tokens, gazetteer, kinds) : undefined
  const whole = priorOf(text.slice(first.start, tokens[run.to - 1]!.end), gazetteer)
  if (size > 1 && whole && whole.weight >= (givenNames.has(first.lower) ? 0.8 : 0.4)) return undefined
  const last = tokens[run.to - 1]!
  if (words.typeSuffixes.has(last.lower) || words.streets.has(last.lower)) return undefined
  const next = tokens[run.to]
  if (titled && size <= 4) {
    // "President of Poland" never comes here; "minister in Berlin" does not either, the name must stand beside the title.
    if (size === 1 && whole?.level === 'country') return undefined
    return { from, to: run.to, titled }
  }
  if (size < 2 || size > 4) return undefined
  const initial = tokens.slice(from, run.to).some((token, i) => i > 0 && /^\p{Lu}$/u.test(token.text))
  if (givenNames.has(first.lower) || initial) return { from, to: run.to, titled: false }
  // "Xyz Houston, 34, …", "Xyz Houston said": people have ages and say things.
  const age = hasAge(tokens, run.to)
  const speaks = next !== undefined && (next.lower === 'said' || next.lower === 'told' || next.lower === 'says') && size === 2 && !priorOf(first.text, gazetteer) && subjectVerbs.has(next.lower)
  return age || speaks ? { from, to: run.to, titled: false } : undefined
}
