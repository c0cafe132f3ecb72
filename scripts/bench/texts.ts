/** News-like articles of a given length, made from a seed: the same seed gives the same texts on every machine. */

const places = ['Kharkiv', 'Goma', 'Manila', 'Tbilisi', 'Genoa', 'Port Sudan', 'Maiduguri', 'Lima', 'Valletta', 'Aden', 'Izmir', 'Baguio', 'Odessa, Texas', 'the Black Sea', 'northern Mali', 'Gaza']
const actors = ['Rebels', 'Government troops', 'Police', 'The coast guard', 'Dock workers', 'Farmers', 'Envoys of both sides', 'Students']
const deeds = [
  'clashed with soldiers near the airport of', 'signed a truce in', 'marched through the centre of', 'arrested nine people in', 'opened talks in',
  'evacuated 400 families from', 'fired three missiles at', 'withdrew their last units from',
]
const days = ['on Monday', 'late on Tuesday', 'on Wednesday', 'before dawn on Thursday', 'overnight', 'last week', 'on 3 March', 'a day earlier', 'in July']
const tails = [
  ', killing at least three people and wounding a dozen.', ', residents said.', ', the interior ministry told reporters.', ', after two days of rain.',
  ', and the governor promised an inquiry.', ', an account the other side rejects.',
]
const fillers = [
  'Prices for bread and diesel have doubled since the spring, traders at the market say.',
  'Analysts doubt that the two capitals can agree on the wording before the end of the year.',
  '“We have waited long enough,” a teacher who gave her name as Maria said outside the town hall.',
  'The road was closed for an hour, and the railway asked travellers to be patient.',
  'Diplomats described the mood as friendly but the positions as far apart.',
]

/** `count` articles of about `length` characters, each cut at the end of a sentence. */
export function* articles(count: number, length: number, seed: number): Generator<{ text: string; published: string }> {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  for (let i = 0; i < count; i++) {
    let text = ''
    while (text.length < length) {
      text += random() < 0.55 ? `${pick(actors)} ${pick(deeds)} ${pick(places)} ${pick(days)}${pick(tails)}` : pick(fillers)
      text += random() < 0.25 ? '\n' : ' '
    }
    yield { text: text.trimEnd(), published: '2025-11-20' }
  }
}

/** Mulberry32: 32 bits of state, good enough to choose sentences. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
