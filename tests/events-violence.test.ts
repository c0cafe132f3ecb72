import { describe, expect, it } from 'vitest'
import { readArticle } from '../lib/read/article'
import { recogniseEvents } from '../lib/recognise/events'

/** The types told of in a text, statements and what did not happen left out. */
function told(text: string): string[] {
  const events = recogniseEvents(readArticle({ text, published: '2025-12-21' }))
  return [...new Set(events.filter(({ type, modality }) => type !== 'statement' && (modality === 'asserted' || modality === 'planned')).map(({ type }) => type))]
}

describe('strikes', () => {
  it.each([
    ['an air force without the word weapon', 'The air force struck nine sites near Sarn overnight.'],
    ['planes', 'Two planes hit a bridge in Sarn.'],
    ['a country as the doer', 'Norway struck targets near Sarn on Monday.'],
    ['the army bombs', 'Soldiers bombed a mosque in Sarn.'],
    ['out of the sky', 'Gunners knocked a drone out of the sky over Sarn.'],
    ['a retaliatory strike', 'A retaliatory strike on Sarn killed six people.'],
    ['mortar fire', 'Mortar fire hit a school in Sarn.'],
    ['a rain of rockets', 'Rebels rained rockets on Sarn.'],
    ['tanks fire', 'Tanks fired on a mill in Sarn.'],
    ['brought down', 'Rebels brought down a helicopter near Sarn.'],
  ])('%s', (_, text) => expect(told(text)).toEqual(['strike']))

  it.each([
    ['a walkout', 'Dockers in Sarn began a strike over pay.', ['protest']],
    ['a deal torpedoed', 'The vote in Sarn torpedoed the deal.', []],
    ['questions', 'Reporters in Sarn bombarded her with questions.', []],
    ['a bill shot down', 'The council of Sarn shot down the proposal.', []],
    ['a missile test', 'Sarn is to test a missile.', []],
    ['a car that hits a cyclist', 'A car hit a cyclist in Sarn.', ['disaster']],
  ])('but not %s', (_, text, types) => expect(told(text)).toEqual(types))
})

describe('attacks', () => {
  it.each([
    ['a headline', 'Two men shot in Sarn.'],
    ['a victim by name', 'A man shot the mayor of Sarn on Monday.'],
    ['shot and wounded', 'Robbers shot and wounded a guard in Sarn.'],
    ['beaten to death', 'A mob beat two traders to death in Sarn.'],
    ['armed robbery', 'An armed robbery in Sarn left a clerk dead.'],
    ['robbed', 'A woman was robbed in Sarn on Monday.'],
    ['raped', 'She was raped in Sarn on Monday.'],
    ['bundled into a car', 'A blogger was bundled into a car in Sarn.'],
    ['taken off a bus', 'Masked men took nine teachers off a bus near Sarn.'],
    ['broken into', 'Armed men broke into a bar in Sarn.'],
    ['a mob and a temple', 'A mob tore down a temple in Sarn.'],
    ['demolition', 'The demolition of the mosque in Sarn is not forgotten.'],
    ['graves', 'Somebody desecrated nine graves in Sarn.'],
    ['burned villages', 'Rebels burned two villages near Sarn.'],
    ['a mine', 'A mine tore through a van near Sarn.'],
    ['a bomb that destroys', 'A car bomb destroyed an inn in Sarn.'],
    ['a bomb in a market', 'Two bombs exploded in a market in Sarn.'],
    ['a drawn knife', 'A man drew a knife on a train in Sarn.'],
    ['acid', 'A man threw acid at two girls in Sarn.'],
    ['a string of attacks', 'A string of attacks in Sarn alarmed the town.'],
    ['found dead', 'A clerk was found strangled in Sarn.'],
    ['a target', 'The bomb attack targeted a car market in Sarn.'],
    ['fired on', 'Gunmen fired on a group of boys near Sarn.'],
  ])('%s', (_, text) => expect(told(text)).toEqual(['attack']))

  it.each([
    ['criticism', 'The senator made a scathing attack on the press in Sarn.'],
    ['what a law does', 'The bill is an attack on press freedom.'],
    ['a heart attack', 'He suffered a heart attack in Sarn.'],
    ['a rifle', 'The firm in Sarn makes assault rifles.'],
    ['a rate', 'The murder rate in Sarn fell.'],
    ['a bomb threat', 'A bomb threat emptied the hall in Sarn.'],
    ['a film', 'They shot a video in Sarn.'],
    ['fame', 'The singer shot to fame in Sarn.'],
    ['a foot', 'The party shot itself in the foot.'],
    ['a drill', 'The cadets of Sarn held a mock attack.'],
    ['victory', 'They were robbed of victory in Sarn.'],
    ['a plan executed', 'The firm executed its plan in Sarn.'],
    ['a career', 'The affair destroyed his career in Sarn.'],
    ['hijacked', 'They hijacked the debate in Sarn.'],
    ['customers', 'The shop targets young shoppers in Sarn.'],
  ])('but not %s', (_, text) => expect(told(text)).toEqual([]))
})

describe('clashes', () => {
  it.each([
    ['a brawl', 'Nine men were hurt in a brawl in Sarn.'],
    ['a gang fight', 'A gang fight in Sarn left two hurt.'],
    ['a border skirmish', 'A border skirmish near Sarn lasted an hour.'],
    ['a town captured', 'On Monday Sarn was captured by the Serbs.'],
    ['a town captured long ago', 'The Ottomans captured Sarn in 1521.'],
    ['a group known by its name', 'The Taliban captured a district near Sarn.'],
    ['driven out', 'Soldiers drove the rebels out of Sarn.'],
    ['a line broken', 'Rebels broke through the lines of the army near Sarn.'],
    ['an offensive renewed', 'The brigade renewed its offensive near Sarn.'],
    ['held off', 'Guards held off the raiders near Sarn.'],
    ['siege laid', 'Rebels laid siege to Sarn.'],
    ['an outbreak of fighting', 'An outbreak of fighting near Sarn cut the road.'],
  ])('%s', (_, text) => expect(told(text)).toEqual(['clash']))

  it.each([
    ['cultures', 'The show tells of a clash of cultures in Sarn.', []],
    ['dates', 'The scheduling clash was solved in Sarn.', []],
    ['ministers', 'The premier clashed with the mayor of Sarn over the budget.', []],
    ['illness', 'He battled cancer in Sarn.', []],
    ['courts', 'The legal battle over the will went on in Sarn.', []],
    ['prizes', 'She captured the award in Sarn.', []],
    ['cameras', 'The scene was captured on camera in Sarn.', []],
    ['re-enactment', 'The club of Sarn holds a battle re-enactment.', []],
    ['the place of a parade', 'The forces of Sarn take part in a parade.', []],
    ['a captured man', 'The fugitive was captured in Sarn.', ['detention']],
  ])('but not %s', (_, text, types) => expect(told(text)).toEqual(types))
})

describe('disasters', () => {
  it.each([
    ['bird flu on a farm', 'An outbreak of bird flu was found on a farm in Sarn.'],
    ['confirmed cases', 'Two cases of typhoid were confirmed in Sarn.'],
    ['the other outbreak', 'The other outbreak was found in wild birds near Sarn.'],
    ['sick animals', 'Some 270 swine deaths were reported in Sarn.'],
    ['positive tests', 'Two ducks in Sarn tested positive for bird flu.'],
    ['bad food', 'Some 40 pupils in Sarn fell ill after eating eggs.'],
    ['a two-car crash', 'A two-car crash in Sarn hurt four.'],
    ['hit by a lorry', 'A cyclist was hit by a lorry in Sarn.'],
    ['off the road', 'A bus left the highway near Sarn.'],
    ['off the runway', 'A jet overshot the runway in Sarn.'],
    ['at sea', 'A trawler went down off Sarn.'],
    ['in a mine', 'Nine miners were trapped underground in Sarn.'],
    ['a nightclub', 'A nightclub fire in Sarn killed nine.'],
    ['a crush', 'Nine fans were crushed to death in Sarn.'],
    ['a stage', 'A stage collapse in Sarn killed six.'],
    ['a leak', 'An ammonia leak in Sarn made 40 people ill.'],
    ['lightning', 'Two hikers were struck by lightning near Sarn.'],
    ['cold', 'Nine people died of cold in Sarn.'],
    ['a rockfall', 'A rockfall near Sarn blocked the road.'],
    ['a power plant', 'A nuclear accident in Sarn alarmed the coast.'],
  ])('%s', (_, text) => expect(told(text)).toEqual(['disaster']))

  it.each([
    ['protest', 'The plan met a storm of protest in Sarn.'],
    ['refugees', 'A flood of refugees has changed Sarn.'],
    ['a market', 'The crash of the market ruined Sarn.'],
    ['a vote', 'She won a landslide victory in Sarn.'],
    ['insurance', 'The council of Sarn paid for flood defences.'],
    ['a fire inspector', 'The fire inspector in Sarn shut two shops.'],
    ['a coach', 'The club in Sarn fired its coach.'],
    ['laughter', 'The hall in Sarn exploded with laughter.'],
    ['a vaccine', 'The flu vaccine is sold in Sarn.'],
    ['a computer', 'A computer virus slowed the office in Sarn.'],
    ['rumours', 'The rumour spread through Sarn like wildfire.'],
    ['debt', 'The firm in Sarn drowned in debt.'],
    ['a cheering crowd', 'The stadium in Sarn erupted in cheers.'],
    ['a warning', 'A storm warning was given for Sarn.'],
  ])('but not %s', (_, text) => expect(told(text)).toEqual([]))
})

describe('plain sentences', () => {
  it.each([
    ['bombs that fall', 'Bombs fell on Sarn for a third day.', 'strike'],
    ['a gunship', 'A helicopter gunship opened fire on a convoy near Sarn.', 'strike'],
    ['a strike on a thing', 'Nine people died in a strike on a hospital in Sarn.', 'strike'],
    ['houses burned by people', 'They had burned 80 houses near Sarn.', 'attack'],
    ['a hand that killed', 'A clerk was killed by two men on a motorbike in Sarn.', 'attack'],
    ['an attempt on a life', 'The minister survived an attempt on his life in Sarn.', 'attack'],
    ['a headline with a number', 'Bomb kills 8 in Sarn', 'attack'],
    ['two villages that fight', 'Herders and farmers fought over a well in Sarn, leaving seven people dead.', 'clash'],
    ['a group of unknown name', 'The ADM took control of Sarn on Monday.', 'clash'],
    ['a jet of an airline', 'An airline jet with nine passengers crashed into a hostel in Sarn.', 'disaster'],
    ['a beast', 'A shark killed a swimmer off Sarn.', 'disaster'],
    ['mud', 'Mud buried a village near Sarn.', 'disaster'],
    ['the nameless cause', 'Two climbers died in Sarn on Saturday.', 'disaster'],
    ['flight told in the perfect', 'More than 11,000 people have since fled to Sarn.', 'humanitarian'],
    ['a hospital ship', 'The navy sent a hospital ship to Sarn.', 'humanitarian'],
    ['a plane with blood', 'The plane landed in Sarn with blood and surgeons.', 'humanitarian'],
    ['people counted', 'Kidnappers released 82 near Sarn.', 'humanitarian'],
    ['brought out', 'Divers brought four boys out of a cave near Sarn.', 'humanitarian'],
  ])('%s', (_, text, type) => expect(told(text)).toEqual([type]))

  it.each([
    ['a committee', 'The committee took control of spending in March.'],
    ['incense', 'Women burned incense in a temple in Sarn.'],
    ['an obituary', 'The singer died in Sarn in 1975.'],
    ['a name in -s', 'The United States Department of Trade is in Sarn.'],
    ['a trip', 'Tourists crossed into Sarn for the day.'],
    ['a shop', 'The retailer shipped 500 laptops to Sarn.'],
    ['a car left', 'She got out of the car in Sarn and waved to the children.'],
  ])('but not %s', (_, text) => expect(told(text)).toEqual([]))
})
