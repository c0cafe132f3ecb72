/** When the incidents of whole short articles were: the day of each by its trigger, or that none is known. */
import { describe, expect, test } from 'vitest'
import { readReading } from '../lib/pipeline'

/** "trigger → date" of each incident, in the order told; "?" where no date is known. */
function incidents(text: string, published?: string): string[] {
  return readReading({ text, ...(published && { published }) }).reports
    .map(({ trigger, when }) => `${trigger.text} → ${when.known ? when.value.edtf : '?'}`)
}

// 2025-10-16 is a Thursday.
const THURSDAY = '2025-10-16'

describe('an event has the day it happened, not the day it was told', () => {
  test.each([
    ['A car bomb killed six people in Baghdad on Tuesday, police said on Wednesday.', ['car bomb → 2025-10-14']],
    ['Police said on Wednesday that a car bomb had killed six people in Baghdad a day earlier.', ['car bomb → 2025-10-14']],
    ['On Wednesday police said a car bomb had killed six people in Baghdad the day before.', ['car bomb → 2025-10-14']],
    ['Three soldiers were killed in clashes near Gao on Wednesday evening, the army said in a statement on Thursday.', ['clashes → 2025-10-15']],
    ['The foreign ministry said on Thursday that talks will be held in Geneva next week.', ['talks → 2025-10-20/2025-10-26']],
    ['The foreign ministry said on Thursday that talks will be held in Geneva.', ['talks → ?']],
    // the day of the telling is all there is
    ['A car bomb killed six people in Baghdad, police said on Wednesday.', ['car bomb → 2025-10-15']],
  ])('%s', (text, expected) => { expect(incidents(text, THURSDAY)).toEqual(expected) })
})

describe('two events of one sentence have each their own day', () => {
  test.each([
    ['Police in Lagos on Friday arrested a man over the killing of a priest in Kano in March.', ['arrested → 2025-10-10', 'killing → 2025-03']],
    ['Rebels stormed Goma on Sunday. Two days earlier shells had hit a camp near Sake, killing nine.', ['stormed → 2025-10-12', 'shells → 2025-10-10']],
    ['Ministers met in Vienna late last month and will meet again in Cairo on Nov. 3.', ['met in → 2025-09-21/2025-09-30', 'meet → 2025-11-03']],
    ['Nobody was hurt in Tuesday’s blast in Ankara, which followed a similar bombing in Izmir in May.', ['blast → 2025-10-14', 'bombing → 2025-05']],
    ['Ali was arrested in Istanbul in June last year and a bomb killed two in Ankara on Friday.', ['arrested → 2024-06', 'bomb → 2025-10-10']],
    ['A suicide bomber killed 11 people in Kabul on Thursday, a week after an attack on a mosque in Herat left 20 dead.', ['attack → 2025-10-09', 'killed → 2025-10-16']],
  ])('%s', (text, expected) => { expect(incidents(text, THURSDAY).sort()).toEqual([...expected].sort()) })

  test('“a day after” something that is told with its own day', () => {
    expect(incidents('The attack in Mosul came a day after gunmen shot dead two officers in Kirkuk on Sunday.', THURSDAY)).toEqual(['attack → 2025-10-13', 'shot dead → 2025-10-12'])
  })
})

describe('edges and names are not the day', () => {
  test.each([
    ['Fighting in Khartoum has killed hundreds since April.', ['Fighting → ?']],
    ['Aid trucks reached Gaza on Sunday for the first time since March 2.', ['→ 2025-10-12']],
    ['A year after the earthquake in Marrakech killed 2,900 people, villagers still live in tents.', ['earthquake → ?']],
    ['On the first anniversary of the bombing in Oslo, hundreds marched through Bergen.', ['→ ?']],
    ['A 12-year-old boy was killed by a landmine near Kherson overnight.', ['→ 2025-10-15/2025-10-16']],
    ['The city agreed to pay the victims of the Sept. 11 attacks in New York.', ['attacks → 2001-09-11']],
  ])('%s', (text, expected) => {
    const found = incidents(text, THURSDAY)
    for (const want of expected) expect(found.some((one) => one.endsWith(want))).toBe(true)
  })
})

describe('stretches are stretches', () => {
  test.each([
    ['Soldiers shelled Aleppo between Monday and Wednesday.', 'shelled → 2025-10-13/2025-10-15'],
    ['Thousands marched in Tbilisi on Saturday and Sunday.', 'marched in → 2025-10-11/2025-10-12'],
    ['A flood in Valencia killed 12 people at the weekend, officials said on Monday.', 'flood → 2025-10-11/2025-10-12'],
    ['Soldiers shelled Aleppo on the night of Oct. 3.', 'shelled → 2025-10-03/2025-10-04'],
    ['Soldiers shelled Aleppo at the end of May.', 'shelled → 2025-05-21/2025-05-31'],
    ['Soldiers shelled Aleppo in early 2024.', 'shelled → 2024-01/2024-04'],
  ])('%s', (text, expected) => { expect(incidents(text, THURSDAY)).toEqual([expected]) })
})

describe('without a publication day', () => {
  test.each([
    ['A car bomb killed six people in Baghdad on Tuesday, police said.', ['car bomb → ?']],
    ['A car bomb killed six people in Baghdad on May 3.', ['car bomb → ?']],
    ['A car bomb killed six people in Baghdad yesterday.', ['car bomb → ?']],
    ['A car bomb killed six people in Baghdad on the 21st.', ['car bomb → ?']],
    ['A car bomb killed six people in Baghdad in June last year.', ['car bomb → ?']],
    ['A car bomb killed six people in Baghdad on Good Friday.', ['car bomb → ?']],
    ['On April 5, 2013, gunmen attacked a base near Gao. Two days later they shelled Timbuktu.', ['attacked → 2013-04-05', 'shelled → 2013-04-07']],
    ['A car bomb killed six people in Baghdad on May 3, 2016. Yesterday soldiers raided a house in Kirkuk.', ['car bomb → 2016-05-03', 'raided → ?']],
    // a full date in the dateline is the day of publication
    ['BAGHDAD, May 3, 2016 (Wire) - A car bomb killed six people in Mosul on Monday.', ['car bomb → 2016-05-02']],
  ])('%s', (text, expected) => { expect(incidents(text)).toEqual(expected) })
})
