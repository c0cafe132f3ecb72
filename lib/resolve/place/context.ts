/**
 * Where an article plays, gathered from all its places, and how well a reading fits there.
 * Every sense votes with all its readings, each as likely as it stands now, so that five doubtful
 * towns that agree on one country are as good as one that is sure.
 */
import type { Place } from '../../types'
import { distanceKm } from '../../distance'
import type { Sense } from './senses'

/** Decades of population that a fit is worth. */
const weights = { country: 2.2, region: 2.2, near: 2.4, sentence: 1.8 } as const
/** The distance at which a neighbour tells a third of what a next-door one does. */
const nearKm = 80
/** A text of more names than this is a list: the nearest so many on either side say where it plays, and the work stays in proportion to its length. */
const mostWitnesses = 150
/** Readings less likely than this do not vote. */
const voteFrom = 0.05

type Vote = { country?: string; region?: string; place: Place; weight: number; sense: Sense; narrow: boolean }

const regionOf = (place: Place) => (place.admin1 && place.country ? `${place.country} ${place.admin1}` : undefined)

function likelihoods(scores: number[]): number[] {
  const top = Math.max(...scores)
  const odds = scores.map((score) => Math.exp((score - top) * 1.6))
  const sum = odds.reduce((a, b) => a + b, 0)
  return odds.map((odd) => odd / sum)
}

/** What a sense weighs as a witness: peoples and governments are named far from home. */
function witness(sense: Sense): number {
  const literal = sense.mentions.some(({ literal }) => literal)
  const dateline = sense.mentions.some(({ role }) => role === 'dateline')
  const times = Math.min(3, 1 + Math.log2(sense.mentions.length) / 2)
  return times * (sense.isDemonym ? 0.5 : literal ? 1 : 0.6) * (dateline ? 1.5 : 1)
}

/** How much each reading of each sense gains from all the other senses. */
export function contextScores(senses: Sense[], scores: number[][]): number[][] {
  const votes = senses.map((sense, s): Vote[] => {
    const given: Vote[] = []
    if (!sense.readings.length) return given
    const weight = witness(sense)
    likelihoods(scores[s]!).forEach((likelihood, i) => {
      if (likelihood < voteFrom) return
      const { place } = sense.readings[i]!
      const vote: Vote = { place, weight: weight * likelihood, sense, narrow: place.radiusKm < 150 && place.level !== 'country' }
      if (place.country) vote.country = place.country
      const region = regionOf(place)
      if (region) vote.region = region
      given.push(vote)
    })
    return given
  })
  const sentencesOf = new Map(senses.map((sense) => [sense, new Set(sense.mentions.map(({ sentence }) => sentence))]))
  return senses.map((sense, s) => {
    const others = votes.slice(Math.max(0, s - mostWitnesses), s + mostWitnesses + 1).flat().filter((vote) => vote.sense !== sense && vote.sense.name !== sense.name)
    const total = others.reduce((sum, { weight }) => sum + weight, 0)
    // One lone witness is half a proof: shares are taken of at least two.
    const share = (sum: number) => sum / Math.max(2, total)
    const own = sentencesOf.get(sense)!
    return sense.readings.map(({ place }) => {
      if (place.level === 'country') {
        const inside = others.reduce((sum, vote) => (vote.country === place.country ? sum + vote.weight : sum), 0)
        return weights.country * Math.sqrt(share(inside))
      }
      const region = regionOf(place)
      let country = 0, sameRegion = 0, near = 0, sentence = 0
      for (const vote of others) {
        if (vote.country && vote.country === place.country) {
          country += vote.weight
          if (region && vote.region === region) sameRegion += vote.weight
          // "a lake in Fulton County in Illinois": the state next to it says more than the country.
          const worth = Math.min(1, vote.weight) * (region && vote.region === region ? 1 : 0.6)
          if (worth > sentence && [...sentencesOf.get(vote.sense)!].some((n) => own.has(n))) sentence = worth
        }
        if (vote.narrow && place.radiusKm < 300) {
          const km = distanceKm(place.at, vote.place.at)
          if (km < 6 * nearKm) near += vote.weight * Math.exp(-km / nearKm)
        }
      }
      return weights.country * Math.sqrt(share(country)) + weights.region * Math.sqrt(share(sameRegion)) +
        weights.near * Math.sqrt(share(near)) + weights.sentence * sentence
    })
  })
}
