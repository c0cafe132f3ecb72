import { describe, expect, it } from 'vitest'
import { readArticle } from '../lib/read/article'
import { recogniseEvents } from '../lib/recognise/events'
import { entries } from '../lib/recognise/events/lexicon'
import { verbForms } from '../lib/recognise/events/inflect'

const eventsIn = (text: string) => recogniseEvents(readArticle({ text, published: '2025-12-21' }))
const told = (text: string) => eventsIn(text).filter(({ type, modality }) => type !== 'statement' && (modality === 'asserted' || modality === 'planned')).map(({ type }) => type)
const modalityOf = (text: string, trigger: string) => eventsIn(text).find((event) => event.text.toLowerCase().includes(trigger))?.modality

describe('the trigger tables', () => {
  it.each(entries.map((entry) => [`${entry.type} ${entry.class} "${entry.pattern.slice(0, 50)}"`, entry] as const))('%s reads its own example', (_, { type, example }) => {
    const found = eventsIn(example).map((event) => event.type)
    if (type === 'none') expect(found.filter((one) => one !== 'statement')).toEqual([])
    else expect(found).toContain(type)
  })

  it('inflect regular, doubling and irregular verbs', () => {
    const forms = (lemma: string) => [...new Set(verbForms(lemma).map(([form]) => form))]
    expect(forms('clash')).toEqual(['clash', 'clashes', 'clashed', 'clashing'])
    expect(forms('plan')).toEqual(['plan', 'plans', 'planned', 'planning'])
    expect(forms('strike')).toContain('struck')
    expect(forms('flee')).toEqual(['flee', 'flees', 'fled', 'fleeing'])
  })
})

describe('one word, several events', () => {
  it.each([
    ['a strike by workers', 'Nurses at the clinic began a strike over pay.', ['protest']],
    ['a strike by weapons', 'The strike was carried out with cruise missiles.', ['strike']],
    ['a blast of gas', 'A gas explosion in the bakery hurt two cooks.', ['disaster', 'disaster']],
    ['a blast of a bomb', 'A bomb exploded in the bakery.', ['attack', 'attack']],
    ['a raid by police', 'Police raided a farm at dawn.', ['detention']],
    ['a raid by gunmen', 'Gunmen raided a farm at dawn.', ['attack']],
    ['killed by a flood', 'A flood killed nine villagers.', ['disaster', 'disaster']],
    ['killed by a shell', 'A mortar shell killed nine villagers.', ['strike']],
  ])('%s', (_, text, expected) => expect(new Set(told(text))).toEqual(new Set(expected)))
})

describe('no event is', () => {
  it.each([
    ['a figure of speech (strike)', 'The mayor struck a softer tone and tried to strike a balance between both sides.'],
    ['a thought that strikes', 'It struck many that the street was empty.'],
    ['criticism (attack)', 'The senator attacked the plan, and critics have a fight on their hands.'],
    ['an illness (attack)', 'The singer suffered a heart attack.'],
    ['a month (protest)', 'The novel is out in March, and the shop opens on 3 March.'],
    ['a market rally (protest)', 'A late rally lifted shares, and oil prices hit a record high.'],
    ['a match', 'The striker hit two goals and his side rallied to win the match.'],
    ['a novel’s plot', 'Her new novel tells of a siege and a bombing.'],
    ['a name with the word in it', 'The Fire Department of the county opened an office.'],
    ['a fee (detention)', 'The garage charges a fee of nine euros.'],
    ['released data (humanitarian)', 'The office released figures on rainfall.'],
    ['a decision arrived at (movement)', 'The jury arrived at a decision.'],
    ['a flood of letters (disaster)', 'A flood of letters reached the mayor.'],
    ['a met target (meeting)', 'The firm met its target for the year.'],
    ['a great deal (agreement)', 'It cost a great deal.'],
    ['broken relations between characters (sanction)', 'They cut costs and closed a branch.'],
    ['a purpose', 'He urged the council to release the prisoners.'],
    ['a threat', 'The union threatened to strike in May.'],
    ['a cancelled meeting', 'A meeting of envoys that had been set for last month was cancelled.'],
    ['a curfew lifted', 'The curfew in the old town was lifted on Monday.'],
    ['what did not happen', 'The two ministers did not meet, and no attack was reported.'],
    ['a condition', 'If rebels attacked the town, thousands would flee.'],
    ['a question', 'What would happen if the fleet sailed?'],
  ])('%s', (_, text) => expect(told(text)).toEqual([]))
})

describe('modality', () => {
  it.each([
    ['The envoys will meet on Monday.', 'meet', 'planned'],
    ['The envoys are to meet on Monday.', 'meet', 'planned'],
    ['A conference of ministers is planned for May.', 'conference', 'planned'],
    ['A destroyer is due in Lagos next week.', 'due in', 'planned'],
    ['She said the talks would resume on Sunday.', 'resume', 'planned'],
    ['More than 600 are believed to have been killed in ethnic violence in Kano.', 'killed', 'asserted'],
    ['Police began to evacuate the street.', 'evacuate', 'asserted'],
    ['Farmers drove into the city to protest.', 'protest', 'asserted'],
    ['The envoys may meet on Monday.', 'meet', 'hypothetical'],
    ['She called for talks with the rebels.', 'talks', 'hypothetical'],
    ['“We will release the prisoners,” he said.', 'release', 'hypothetical'],
    ['Nobody was arrested.', 'arrested', 'negated'],
    ['The nurses called off their strike over pay.', 'strike', 'cancelled'],
  ])('%s', (text, trigger, expected) => expect(modalityOf(text, trigger)).toBe(expected))
})

it('reads nothing in the dateline and keeps offsets into the text', () => {
  const text = 'MARCH, England, May 2, 2025 — Gunmen attacked a bank on Friday.'
  const [event, ...more] = eventsIn(text)
  expect(more).toEqual([])
  expect(text.slice(event!.start, event!.end)).toBe('attacked')
  expect(text.slice(event!.clause.start, event!.clause.end)).toContain('Gunmen attacked a bank')
})
