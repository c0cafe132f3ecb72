/**
 * What the tagger looks at to tell whether a span is a place: each feature is a template and a value, mixed into one
 * 32-bit number by which its weights are found. Order and meaning of the templates belong to the trained weights.
 */
import type { Candidate } from '../../gazetteer'
import type { WordClues } from './clues'
import { contains } from './qualifiers'
import type { Entities } from './entities'
import type { Scene } from './scene'
import type { Span } from './spans'
import type { Stretch, Unit } from './units'
import { classOf, wordOf, type Word } from './vocabulary'

export const templates = [
  'words in the name', 'the name', 'first word', 'last word', 'class of the first word', 'class of the last word', 'ending of the last word', 'shapes',
  'gazetteer', 'gazetteer by shape', 'how well known', 'namesakes', 'inside a longer name', 'word before', 'class of the word before', 'two words before',
  'class two before', 'word after', 'class of the word after', 'two words after', 'class two after', 'class before and how well known', 'class after and how well known',
  'capital before', 'class of the capital before', 'capital after', 'class of the capital after', 'start of the sentence', 'behind a comma', 'before a comma',
  'contained by what follows', 'possesses', 'in a person or organisation', 'beside a person or organisation', 'named like a person here', 'headline', 'dateline',
  'elsewhere behind "in"', 'elsewhere behind a title', 'elsewhere in lower case', 'elsewhere speaks', 'elsewhere in a longer name', 'times named',
  'country of the article', 'division of the article', 'hyphen', 'demonym', 'government', 'words around', 'in capitals', 'quotation', 'known and no word',
] as const
/** Numbers of the templates, looked up where they are used: a name handed on would be looked up anew each time. */
const t = Object.fromEntries(templates.map((name, i) => [name, i])) as Record<(typeof templates)[number], number>

export type Emit = (feature: number, template: number) => void

const mix = (template: number, value: number): number => {
  let h = Math.imul(value ^ Math.imul(template + 1, 0x9e37_79b1), 0x85eb_ca6b)
  h ^= h >>> 15
  h = Math.imul(h, 0xc2b2_ae35)
  return (h ^ (h >>> 13)) >>> 0
}
const pair = (a: number, b: number): number => (Math.imul(a, 0x01000193) ^ b) >>> 0

// Functions of the module and not of `featuresOf`, which runs for every span: making them there takes longer than running them.
function give(emit: Emit, template: number, value: number): void {
  emit(mix(template, value), template)
}

const unitAt = (units: Unit[], i: number, sentence: number): Unit | undefined => (units[i]?.sentence === sentence ? units[i] : undefined)
const caps = (unit: Unit | undefined): number => (unit?.capital ? 1 : 0)

function entityOf(unit: Unit | undefined, entities: Entities): number {
  const entity = unit && entities.at(unit.token)
  return entity === 'person' ? 1 : entity === 'organisation' ? 2 : 0
}

const edge = wordOf('\u0001')
const levelNumber = { site: 0, town: 1, district: 2, region: 3, country: 4, sea: 5, area: 6 } as const
const matchNumber = { name: 0, alternate: 1, abbreviation: 2, demonym: 3, variant: 4 } as const
const decade = (population: number): number => (population ? Math.floor(Math.log10(population) * 2) : 0)

function candidateNumber({ match, level, population = 0, seat, id }: Candidate): number {
  return ((matchNumber[match] * 8 + levelNumber[level]) * 20 + decade(population)) * 4 + (seat === 'country' ? 1 : id.startsWith('dl:') ? 2 : 0)
}

const [ordinary, notPlaces, given] = [classOf('ordinary word'), classOf('notPlaces'), classOf('given name')]
/** Whether a name may be something else: 1 a word, 2 one that is seldom a place, 3 a given name, 4 short capitals. */
function wordiness({ classes, shape }: Word): number {
  if (classes.includes(notPlaces)) return 2
  if (classes.includes(ordinary)) return 1
  if (classes.includes(given)) return 3
  return shape === 2 ? 4 : 0
}

const few = (count: number): number => (count > 4 ? 4 : count)

/** Emits every feature of the scene's `spans[n][s]`. */
export function featuresOf({ units, stretches, spans: all, clues, entities, titleCase, article }: Scene, n: number, s: number, emit: Emit): void {
  const stretch = stretches[n]!
  const spans = all[n]!
  const span = spans[s]!
  const { from, to, prior, demonym } = span
  const first = units[from]!
  let lastAt = to - 1
  if (units[lastAt]!.kind === 'punctuation') lastAt--
  const last = units[lastAt]!
  const { sentence } = first

  const title = titleCase[sentence] ? 1 : 0
  const weight = prior ? Math.round(prior.weight * 5) + 1 : span.typed ? 30 : 0
  const known = pair(weight, title)

  // the name itself
  let size = 0
  let shapes = 0
  let name = 7
  for (let i = from; i < to; i++) {
    const { word, kind } = units[i]!
    name = pair(name, word.hash)
    if (kind !== 'word') continue
    size++
    if (size <= 3) shapes = shapes * 8 + word.shape
  }
  give(emit, t['words in the name'], pair(size, prior ? 1 : span.typed ? 2 : 0))
  give(emit, t['the name'], name)
  if (lastAt > from) {
    give(emit, t['first word'], first.word.hash)
    give(emit, t['last word'], pair(last.word.hash, prior ? 1 : 0))
    for (const c of first.word.classes) give(emit, t['class of the first word'], pair(c, prior ? 1 : 0))
    for (const c of last.word.classes) give(emit, t['class of the last word'], pair(c, pair(prior ? 1 : 0, size > 2 ? 1 : 0)))
  } else {
    for (const c of first.word.classes) {
      give(emit, t['class of the first word'], 100 + c)
      give(emit, t['class of the last word'], pair(1000 + c, weight))
    }
  }
  if (!prior) give(emit, t['ending of the last word'], last.word.ending)
  give(emit, t['shapes'], pair(shapes, title))
  give(emit, t['demonym'], demonym ? 1 : 0)
  give(emit, t['hyphen'], (unitAt(units, to, sentence)?.joined ? 1 : 0) + (first.joined ? 2 : 0))

  // the gazetteer
  const best = prior?.candidates[0]
  const record = best ? candidateNumber(best) + 1 : span.typed ? 1 : 0
  give(emit, t['gazetteer'], record)
  give(emit, t['gazetteer by shape'], pair(record, pair(shapes, title)))
  give(emit, t['how well known'], pair(weight, size > 1 ? 1 : 0))
  // Few corpora name Darfur or the Bab el-Mandeb: what is known and is no word, by rough steps.
  const step = prior ? (prior.weight >= 2 ? 4 : prior.weight >= 1.2 ? 3 : prior.weight >= 0.7 ? 2 : 1) : 0
  const wordy = size === 1 ? wordiness(first.word) : 0
  give(emit, t['known and no word'], pair(step, pair(wordy, size > 1 ? 1 : 0)))
  give(emit, t['known and no word'], pair(step, pair(wordy, 100 + title)))
  give(emit, t['namesakes'], prior ? Math.min(8, Math.ceil(Math.log2(1 + prior.candidates.length))) : 0)
  const polity = demonym ? 2 : prior?.polity ? 1 : 0
  give(emit, t['government'], polity)
  let longer = 0
  spans.forEach((other, k) => {
    if (k !== s && other.from <= from && other.to >= to && (other.prior || other.typed)) longer = Math.max(longer, 1 + Math.round((other.prior?.weight ?? 0.5) * 2))
  })
  give(emit, t['inside a longer name'], pair(longer, weight))

  // the words around
  const before = unitAt(units, from - 1, sentence)
  const before2 = unitAt(units, from - 2, sentence)
  const next = unitAt(units, to, sentence)
  const next2 = unitAt(units, to + 1, sentence)
  const [b1, b2, n1, n2] = [before?.word ?? edge, before2?.word ?? edge, next?.word ?? edge, next2?.word ?? edge]
  const beforeAt = pair(b1.hash, caps(before))
  const nextAt = pair(n1.hash, caps(next))
  give(emit, t['word before'], beforeAt)
  give(emit, t['two words before'], pair(beforeAt, b2.hash))
  give(emit, t['word after'], nextAt)
  give(emit, t['two words after'], pair(nextAt, n2.hash))
  give(emit, t['words around'], pair(b1.hash, pair(n1.hash, 3)))
  for (const c of b1.classes) {
    give(emit, t['government'], pair(100 + c, polity))
    give(emit, t['class of the word before'], pair(c, caps(before)))
    give(emit, t['class before and how well known'], pair(pair(c, caps(before)), known))
  }
  for (const c of b2.classes) give(emit, t['class two before'], pair(c, beforeAt))
  for (const c of n1.classes) {
    give(emit, t['government'], pair(10 + c, polity))
    give(emit, t['class of the word after'], pair(c, caps(next)))
    give(emit, t['class after and how well known'], pair(pair(c, caps(next)), known))
  }
  for (const c of n2.classes) give(emit, t['class two after'], pair(c, nextAt))
  for (const c of n1.classes) for (const d of b1.classes) give(emit, t['words around'], pair(pair(c, d), 11))

  // capitals beside it, over the dot of an abbreviation
  const left = from > stretch.from ? beside(units, from - 1, -1, stretch) : undefined
  const right = to < stretch.to ? beside(units, to, 1, stretch) : undefined
  give(emit, t['capital before'], left ? pair(left.word.shape + 1, known) : 0)
  if (left) for (const c of left.word.classes) give(emit, t['class of the capital before'], pair(c, weight))
  give(emit, t['capital after'], right ? pair(right.word.shape + 1, known) : 0)
  if (right) for (const c of right.word.classes) give(emit, t['class of the capital after'], pair(c, weight))
  const opens = before === undefined || (before2 === undefined && before.kind === 'punctuation')
  if (opens) give(emit, t['start of the sentence'], pair(weight, pair(size, pair(polity, first.word.classes.length))))
  if (before && /^["“”‘'«(\[]$/.test(before.word.lower)) give(emit, t['quotation'], pair(before.word.hash, n1.hash))

  // neighbours in a list or a chain
  if (before?.word.lower === ',' || before?.word.lower === 'and') give(emit, t['behind a comma'], pair(pair(capitalAt(before2), weight), before.word.hash))
  if (next?.word.lower === ',' || next?.word.lower === 'and') give(emit, t['before a comma'], pair(pair(capitalAt(next2), weight), next.word.hash))
  const follower = next?.word.lower === ',' || (next?.word.lower === '.' && next2?.word.lower === ',') ? spanFrom(all, n, to + (next.word.lower === ',' ? 1 : 2)) : undefined
  if (follower) give(emit, t['contained by what follows'], pair(follower.prior && prior && contains(follower.prior, prior) ? 2 : follower.prior ? 1 : 0, Math.round((follower.prior?.weight ?? 0) * 2)))
  if (/^['’]s?$/.test(n1.lower) && next2) {
    give(emit, t['possesses'], 0)
    for (const c of n2.classes) give(emit, t['possesses'], pair(1 + c, prior?.polity ? 1 : 0))
  }

  // people and organisations, by their rules
  give(emit, t['in a person or organisation'], pair(entityOf(first, entities), weight))
  give(emit, t['beside a person or organisation'], pair(entityOf(left, entities) * 3 + entityOf(right, entities), entityOf(first, entities)))
  const named = (entities.surnames.has(last.word.lower) ? 1 : 0) + (entities.firstNames.has(first.word.lower) ? 2 : 0)
  if (named) {
    give(emit, t['named like a person here'], pair(named, pair(polity, size > 1 ? 1 : 0)))
    give(emit, t['named like a person here'], pair(named, pair(weight, 100)))
    give(emit, t['named like a person here'], pair(named, pair(few(clues.words.get(last.word.lower)?.located ?? 0), 200)))
  }
  if (title) give(emit, t['headline'], weight)
  if (last.word.shape === 2 || last.word.shape === 3) give(emit, t['in capitals'], pair(weight, title))
  const line = article.dateline?.place
  if (line && span.start < line.end && span.end > line.start) give(emit, t['dateline'], size > 1 ? 1 : 0)

  // the rest of the article
  const own = clues.words.get(last.word.lower)
  if (own) articleFeatures(own, first.word, weight, size, emit)
  let country = 0
  let division = 0
  for (const candidate of prior?.candidates ?? []) {
    if (candidate.level === 'country' || candidate.level === 'region') continue
    const support = clues.support(span.name, candidate)
    country = Math.max(country, support.country)
    division = Math.max(division, support.region)
  }
  if (prior) {
    give(emit, t['country of the article'], pair(Math.min(4, Math.round(Math.log2(1 + country) * 2)), weight))
    give(emit, t['division of the article'], pair(Math.min(6, Math.round(Math.log2(1 + division) * 2)), weight))
  }
}

function articleFeatures(own: WordClues, first: Word, weight: number, size: number, emit: Emit): void {
  const multi = size > 1 ? 1 : 0
  give(emit, t['elsewhere behind "in"'], pair(few(own.located), pair(multi, own.located * 2 > own.capital ? 1 : 0)))
  give(emit, t['elsewhere behind a title'], pair(few(own.titled), multi))
  if (own.lower) give(emit, t['elsewhere in lower case'], pair(few(own.lower), weight))
  if (own.speaks) give(emit, t['elsewhere speaks'], pair(few(own.speaks), pair(multi, weight)))
  give(emit, t['elsewhere in a longer name'], pair(few(own.beforeCapital) * 5 + few(own.afterCapital), multi))
  give(emit, t['times named'], pair(few(own.capital), multi))
  if (own.titled && own.located) give(emit, t['elsewhere behind "in"'], pair(100, own.titled > own.located ? 1 : 0))
  if (first.classes.length === 0) give(emit, t['times named'], pair(50 + few(own.capital), weight))
}

const capitalAt = (unit: Unit | undefined): number => (unit === undefined ? 0 : unit.capital ? 2 : 1)

/** The capital unit next to a span within its stretch, over dots. */
function beside(units: Unit[], i: number, step: 1 | -1, { from, to }: Stretch): Unit | undefined {
  for (let k = i; k >= from && k < to; k += step) {
    const unit = units[k]!
    if (unit.capital) return unit
    if (unit.word.lower !== '.') return undefined
  }
  return undefined
}

/** The longest span that begins at a unit behind those of stretch `n` and that the gazetteer knows. */
function spanFrom(all: Span[][], n: number, unit: number): Span | undefined {
  for (let k = n; k < Math.min(all.length, n + 2); k++) {
    let found: Span | undefined
    for (const span of all[k]!) if (span.from === unit && span.prior) found = span
    if (found) return found
  }
  return undefined
}
