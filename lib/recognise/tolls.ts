/**
 * Casualty counts: "killed eight civilians and injured 30", "the toll had risen to 14". An ordered list of
 * patterns over each sentence, each headed by an example; the first that takes a number keeps it.
 */
import { readData } from '../data'
import type { Article, Toll, TollKind, TollMention } from '../types'

type Words = { numbers: Record<string, number>; vague: Record<string, number>; qualifiers: string[]; low: string[]; high: string[]; notPeople: string[]; people: string[]; attackers: string[] }
const words = JSON.parse(readData('toll-words.json').toString('utf8')) as Words
const anyOf = (list: string[]) => [...list].sort((a, b) => b.length - a.length).join('|')
const notPeople = new Set(words.notPeople)
const attackers = new Set(words.attackers)

const counted = Object.keys(words.numbers).filter((word) => word !== 'a' && word !== 'an')
const count = String.raw`(?:(?<qualifier>${anyOf(words.qualifiers)})\s+)?(?<number>\d{1,3}(?:,\d{3})+|\d+|(?:${anyOf(Object.keys(words.vague))}|${anyOf(counted)})\b)(?![\d%:.,-]\d|%|-year|st\b|nd\b|rd\b|th\b)`
const one = String.raw`(?<number>a|an|one)\s+(?:[\p{L}\p{N}’'-]+\s+){0,3}?(?<person>${anyOf(words.people)})\b`
/** Words between a number and its verb: "eight | of the young | workers". */
const gap = String.raw`(?:\s+(?!and\b|but\b|while\b|injur|wound|kill|hurt|who\b)[\p{L}’'-]+){0,6}?`
const aside = String.raw`(?:,\s+[^,.;]{1,50},)?`
const was = String.raw`\s+(?:(?:was|were|is|are|have|has|had|been|being|be|also|reportedly|believed|feared|reported|thought|confirmed|later|to|either|found|shot|stabbed|burned|beaten|crushed|seriously|severely|slightly|badly|critically|lightly|instantly|had|as)\s+){0,6}?`

const dead = String.raw`(?:killed|dead|died|dies|drowned|perished|slain|murdered|massacred|executed|(?:lost|lose|losing)\s+(?:their|his|her)\s+li(?:fe|ves)|to\s+death)`
const hurt = String.raw`(?:injured|wounded|hurt|hospitali[sz]ed|maimed|burned|infected)`

/** What a pattern cannot do without: looking for a number with words between takes long, looking for these does not. */
const signs = {
  update: /toll|number\s+of/i,
  dead: /kill|dead|die[ds]|drown|perish|slain|murder|massacr|slaughter|execut|death|li(?:fe|ves)\b/i,
  hurt: /injur|wound|hurt|hospitali|maim|burn|infect|cuts|fractures/i,
  bodies: /bodies/i,
  missing: /missing|unaccounted/i,
  held: /arrest|detain|round(?:ed|ing)\s+up|dragg|jail/i,
}
type Sign = keyof typeof signs
const signNames = Object.keys(signs) as Sign[]

type Pattern = { name: string; toll: TollKind; needs: Sign; find: RegExp }
const pattern = (name: string, toll: TollKind, needs: Sign, source: string): Pattern => ({ name, toll, needs, find: new RegExp(source, 'giu') })

const patterns: Pattern[] = [
  // "the toll had risen to 14", "bringing the number of dead to 15", "a death toll of nine"
  pattern('toll-update', 'killed', 'update', String.raw`\b(?:death\s+toll|toll|number\s+of\s+(?:the\s+)?(?:dead|deaths|people\s+killed|fatalities|victims))\b[^.;\d]{0,90}?\b(?:to|at|of|was|is|reached|passed)\s+${count}`),
  // "brought the number of injured to 40"
  pattern('toll-update', 'injured', 'update', String.raw`\bnumber\s+of\s+(?:the\s+)?(?:injured|wounded|people\s+(?:injured|wounded))\b[^.;\d]{0,30}?\b(?:to|at|was|is|reached|passed)\s+${count}`),
  // "killed eight civilians", "killing at least 11", "claimed the lives of four", "has killed more than 1,600"
  pattern('kill-count', 'killed', 'dead', String.raw`\b(?:kill(?:ed|ing|s)?|murder(?:ed|ing)|massacr(?:ed|ing)|slaughter(?:ed|ing)|claim(?:ed|ing|s)?\s+the\s+lives\s+of|shot\s+dead|shooting\s+dead|(?<!shot\s)dead:)\s+${count}`),
  // "injured 30", "wounding four workers"
  pattern('injure-count', 'injured', 'hurt', String.raw`\b(?:injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:ing|s)?|maim(?:ed|ing)|hospitali[sz](?:ed|ing))\s+${count}`),
  // "left three dead and six hurt": the second half
  pattern('left-dead', 'killed', 'dead', String.raw`\b(?:left|leaving|leaves)\s+${count}${gap}\s+dead\b`),
  // "leaving five others with burns", "left two people injured"
  pattern('left-hurt', 'injured', 'hurt', String.raw`\b(?:left|leaving|leaves)\s+${count}${gap}\s+(?:${hurt}|with\s+(?:\p{L}+\s+){0,2}(?:burns|injuries|wounds|cuts|fractures))\b`),
  // "978 people have been killed", "six shoppers died", "three people, two of them children, were killed"
  pattern('count-killed', 'killed', 'dead', String.raw`\b${count}${gap}${aside}${was}${dead}\b`),
  // "31 people wounded", "and 36 others were injured", "12 were infected"
  pattern('count-hurt', 'injured', 'hurt', String.raw`\b${count}${gap}${aside}${was}${hurt}\b`),
  // "hospital staff counted nine bodies"
  pattern('bodies', 'killed', 'bodies', String.raw`\b(?:counted|recovered|found|pulled)\s+${count}\s+bodies\b`),
  // "a woman was killed", "one docker was hurt"
  pattern('one-killed', 'killed', 'dead', String.raw`\b${one}(?:\s+(?!and\b|who\b)[\p{L}’'-]+){0,3}?${was}${dead}\b`),
  pattern('kill-one', 'killed', 'dead', String.raw`\b(?:kill(?:ed|ing|s)|murder(?:ed|ing)|shot\s+dead)\s+${one}`),
  pattern('one-hurt', 'injured', 'hurt', String.raw`\b${one}(?:\s+(?!and\b|who\b)[\p{L}’'-]+){0,3}?${was}${hurt}\b`),
  pattern('hurt-one', 'injured', 'hurt', String.raw`\b(?:injur(?:ed|ing)|wound(?:ed|ing))\s+${one}`),
  // "four are missing", "scores are unaccounted for"
  pattern('missing', 'missing', 'missing', String.raw`\b${count}${gap}${was}(?:missing|unaccounted\s+for)\b`),
  // "arrested 239 people", "31 people were arrested"
  pattern('detain-count', 'detained', 'held', String.raw`\b(?:arrest(?:ed|ing)|detain(?:ed|ing)|round(?:ed|ing)\s+up|dragg(?:ed|ing)|jail(?:ed|ing))\s+${count}`),
  pattern('count-detained', 'detained', 'held', String.raw`\b${count}${gap}${was}(?:arrested|detained|jailed|rounded\s+up)\b`),
]

/** "nobody was hurt", "hurting no one", "no casualties": nought is a count too. */
const nobody: { toll: TollKind; find: RegExp }[] = [
  { toll: 'injured', find: /\b(?:nobody|no[\s-]one|none)(?:\s+(?:was|were|has|had|been|seriously))*\s+(?:hurt|injured|wounded)\b|\b(?:hurting|injuring|wounding)\s+(?:nobody|no[\s-]one)\b/giu },
  { toll: 'killed', find: /\b(?:nobody|no[\s-]one)(?:\s+(?:was|were|has|had|been|reported))*\s+(?:killed|died)\b|\bno\s+(?:casualties|deaths|fatalities)\b/giu },
]

const cheap = /kill|die|dead|death|toll|injur|wound|hurt|drown|perish|slain|murder|massacr|slaughter|bod(?:y|ies)|missing|unaccounted|arrest|detain|jail|round(?:ed|ing) up|lives?\b|burn|infect|hospital|casualt|fatal|dragg|execut|maim/i

export function recogniseTolls(article: Article): TollMention[] {
  return article.sentences.flatMap((span, sentence) => {
    const text = article.text.slice(span.start, span.end)
    return cheap.test(text) ? tollsOf(text, span.start, sentence) : []
  })
}

function tollsOf(text: string, offset: number, sentence: number): TollMention[] {
  const found: TollMention[] = []
  const taken: [number, number][] = []
  const add = (toll: TollKind, start: number, end: number, value: Toll, rule: string, group?: string) => {
    if (taken.some(([from, to]) => start < to && from < end)) return
    taken.push([start, end])
    found.push({ kind: 'toll', toll, start: offset + start, end: offset + end, text: text.slice(start, end), sentence, rule, count: value, ...(group && { group }) })
  }
  const present = new Set(signNames.filter((sign) => signs[sign].test(text)))
  for (const { name, toll, needs, find } of patterns) {
    if (!present.has(needs)) continue
    find.lastIndex = 0
    for (let match = find.exec(text); match; match = find.exec(text)) {
      const { number = '', qualifier } = match.groups ?? {}
      const start = match.index + Math.max(0, indexOfWord(match[0], number))
      const end = start + number.length
      find.lastIndex = Math.max(match.index + 1, end)
      // "a total of 978 people": "a" counts nothing where a number does
      if (name.startsWith('one-') && taken.some(([from, to]) => from >= match!.index && to <= match!.index + match![0].length)) continue
      const following = /^\s+([\p{L}’'-]+)(?:\s+([\p{L}’'-]+))?/u.exec(text.slice(end))
      const next = following?.[1]?.toLowerCase() ?? ''
      if (notPeople.has(next) || (notPeople.has(following?.[2]?.toLowerCase() ?? '') && !/^(?:of|in|on)$/.test(next))) continue
      if (/^(?:19|20)\d\d$/.test(number) && !/^(?:people|civilians|of|men|women|more|others)$/.test(next)) continue
      // "Four more bodies", "35 more": an addition to a total that is told elsewhere
      const group = attackers.has(next) ? next : /^\s+(?:of\s+)?(?:the\s+|them\s+)?([\p{L}-]+)/u.exec(text.slice(end))?.[1]?.toLowerCase()
      add(toll, start, end, tollOf(number, qualifier), /^(?:more|other|others)$/.test(next) ? `${name}-part` : name, group && attackers.has(group) ? 'attackers' : undefined)
    }
  }
  for (const { toll, find } of nobody) {
    find.lastIndex = 0
    for (let match = find.exec(text); match; match = find.exec(text)) add(toll, match.index, match.index + match[0].length, { low: 0, best: 0, high: 0 }, 'nobody')
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Where the counted word stands in the match: last as "killed eight", first as "eight died". */
function indexOfWord(match: string, number: string): number {
  const lower = match.toLowerCase()
  const wanted = number.toLowerCase()
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(lower[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(lower[at + wanted.length] ?? ' ')) return at
  }
  return 0
}

/** "at least 28" → low 28; "dozens" → no best figure, the word kept. */
export function tollOf(number: string, qualifier?: string): Toll {
  const word = number.toLowerCase().replace(/\s+/g, ' ')
  const vague = words.vague[word]
  if (vague !== undefined && words.numbers[word] === undefined) return { low: vague, best: null, high: null, qualifier: word }
  const value = words.numbers[word] ?? Number.parseInt(word.replace(/,/g, ''), 10)
  const how = qualifier?.toLowerCase().replace(/\s+/g, ' ')
  if (!how) return { low: value, best: value, high: value }
  if (words.low.includes(how)) return { low: value, best: value, high: null, qualifier: how }
  if (words.high.includes(how)) return { low: 0, best: value, high: value, qualifier: how }
  return how === 'a total of' || how === 'only' ? { low: value, best: value, high: value } : { low: value, best: value, high: value, qualifier: 'about' }
}
