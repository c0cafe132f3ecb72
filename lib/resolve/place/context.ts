/**
 * Where an article plays, gathered from all its places, and how well a reading fits there.
 * Every sense votes with all its readings, each as likely as it stands now, so that five doubtful
 * towns that agree on one country are as good as one that is sure.
 */
import type { Place } from '../../types'
import { distanceKm } from '../../distance'
import { featureNumber as at } from './features'
import type { Sense } from './senses'

/** The distance at which a neighbour tells a third of what a next-door one does. */
const nearKm = 80
/** A degree of latitude, rounded down. */
const kmPerDegree = 110
/** A text of more names than this is a list: the nearest so many on either side say where it plays, and the work stays in proportion to its length. */
const mostWitnesses = 60
/** Readings less likely than this do not vote. */
const voteFrom = 0.05

type Vote = { country?: string; region?: string; place: Place; weight: number; likelihood: number; sense: Sense; narrow: boolean; filed: boolean }

const regionOf = (place: Place) => (place.admin1 && place.country ? `${place.country} ${place.admin1}` : undefined)

/** Chances of readings whose scores are logarithms of odds. */
export function likelihoods(scores: Float64Array): Float64Array {
  let top = -Infinity
  for (const score of scores) if (score > top) top = score
  let sum = 0
  const odds = scores.map((score) => Math.exp(score - top))
  for (const odd of odds) sum += odd
  return odds.map((odd) => odd / sum)
}

/** What a sense weighs as a witness: peoples and governments are named far from home. */
function witness(sense: Sense, filed: boolean): number {
  const literal = sense.mentions.some(({ literal }) => literal)
  const times = Math.min(3, 1 + Math.log2(sense.mentions.length) / 2)
  return times * (sense.isDemonym ? 0.5 : literal ? 1 : 0.6) * (filed ? 1.5 : 1)
}

const share = (least: number, sum: number): number => Math.sqrt(sum / least)

/** Of the voters, the senses that share a sentence with this one. */
function besideIn(sense: Sense, votes: Vote[], sentencesOf: Map<Sense, Set<number>>): Set<Sense> {
  const own = sentencesOf.get(sense)!
  const beside = new Set<Sense>()
  for (const { sense: other } of votes) {
    if (beside.has(other)) continue
    for (const n of sentencesOf.get(other)!) if (own.has(n)) { beside.add(other); break }
  }
  return beside
}

/** Sets, for each reading of each sense, how well it fits the other senses as likely as they stand. */
export function addContext(senses: Sense[], rows: Float64Array[][], scores: Float64Array[]): void {
  const votes = senses.map((sense, s): Vote[] => {
    const given: Vote[] = []
    if (!sense.readings.length) return given
    const filed = sense.mentions.some(({ role }) => role === 'dateline')
    const weight = witness(sense, filed)
    likelihoods(scores[s]!).forEach((likelihood, i) => {
      if (likelihood < voteFrom) return
      const { place } = sense.readings[i]!
      const vote: Vote = { place, weight: weight * likelihood, likelihood, sense, filed, narrow: place.radiusKm < 150 && place.level !== 'country' }
      if (place.country) vote.country = place.country
      const region = regionOf(place)
      if (region) vote.region = region
      given.push(vote)
    })
    return given
  })
  const sentencesOf = new Map(senses.map((sense) => [sense, new Set(sense.mentions.map(({ sentence }) => sentence))]))
  senses.forEach((sense, s) => {
    const others = votes.slice(Math.max(0, s - mostWitnesses), s + mostWitnesses + 1).flat().filter((vote) => vote.sense !== sense && vote.sense.name !== sense.name)
    const total = others.reduce((sum, { weight }) => sum + weight, 0)
    // One lone witness is half a proof: shares are taken of at least two.
    const least = Math.max(2, total)
    const beside = besideIn(sense, others, sentencesOf)
    sense.readings.forEach(({ place }, i) => {
      const row = rows[s]![i]!
      if (place.level === 'country') {
        row[at['places inside it']] = share(least, others.reduce((sum, vote) => (vote.country === place.country ? sum + vote.weight : sum), 0))
        return
      }
      // "Niger, Mali and Burkina Faso, three countries of the Sahel": what belongs to no country is judged by what lies in it.
      if (!place.country) {
        row[at['places inside it']] = share(least, others.reduce((sum, vote) => (distanceKm(place.at, vote.place.at) < place.radiusKm ? sum + vote.weight : sum), 0))
        return
      }
      const region = regionOf(place)
      let country = 0, sameRegion = 0, near = 0, sentence = 0, nearest = 0, filedCountry = 0, filedRegion = 0
      for (const vote of others) {
        // Two names of one article seldom mean one place: the old name of a town is no neighbour of the town.
        if (vote.place.id === place.id) continue
        if (vote.country && vote.country === place.country) {
          country += vote.weight
          if (vote.filed) filedCountry = Math.max(filedCountry, vote.likelihood)
          if (region && vote.region === region) {
            sameRegion += vote.weight
            if (vote.filed) filedRegion = Math.max(filedRegion, vote.likelihood)
          }
          // "a lake in Fulton County in Illinois": the state next to it says more than the country.
          const worth = Math.min(1, vote.weight) * (region && vote.region === region ? 1 : 0.6)
          if (worth > sentence && beside.has(vote.sense)) sentence = worth
        }
        // Latitude alone tells of most that they are too far.
        if (vote.narrow && place.radiusKm < 300 && Math.abs(place.at.lat - vote.place.at.lat) * kmPerDegree < 6 * nearKm) {
          const km = distanceKm(place.at, vote.place.at)
          if (km >= 6 * nearKm) continue
          const worth = Math.exp(-km / nearKm)
          near += vote.weight * worth
          nearest = Math.max(nearest, vote.likelihood * worth)
        }
      }
      row[at['share of the country']] = share(least, country)
      row[at['share of the region']] = share(least, sameRegion)
      row[at['places near by']] = share(least, near)
      row[at['place in the same sentence']] = sentence
      row[at['nearest place']] = nearest
      row[at['dateline country']] = filedCountry
      row[at['dateline region']] = filedRegion
    })
  })
}
