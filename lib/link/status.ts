/** Who claims or denies an event, and what that makes of it. */
import { families, type Status } from '../taxonomy'
import type { ClaimMention } from '../types'
import { rebelSides } from './actor-words'
import type { Draft } from './draft'
import type { FoundEvent, View } from './view'

export type Standing = { status: Status; claimedBy?: string; deniedBy?: string }

/**
 * "The army said it had …" makes the event claimed; "claimed responsibility" names a side but the event
 * happened; told as plain fact in another sentence, or by both sides, it happened too.
 */
export function standingOf(draft: Draft): Standing {
  const { mentions, planned, lead } = draft
  let claimedBy: string | undefined
  let responsible: string | undefined
  let deniedBy: string | undefined
  let [claimed, facts, refused] = [0, 0, 0]
  const claimants = new Set<string>()
  for (const { view, event } of mentions) {
    const at = event?.mention.start ?? view.start
    // "claims full control": the verb of claiming is the trigger itself
    const covering = view.claims.filter(({ covers }) => (event?.mention.end ?? at + 1) > covers.start && at < covers.end)
    for (const claim of covering) {
      if (isResponsibility(claim) && isViolence(draft) && answers(claim, view, draft)) responsible ??= claim.by || undefined
      if (claim.stance === 'denies' && denies(claim, at, draft)) deniedBy ??= claim.by || undefined
    }
    if (!event) continue
    const claims = covering.filter((claim) => isClaimOf(claim, draft) && (claim.rule !== 'name-says' || isGovernment(claim, view)) && !admitsLoss(claim, view))
    for (const { by } of claims) { claimedBy ??= by || undefined; if (by && event.mention.type === lead.event.mention.type) claimants.add(by) }
    // "The rebels said …. The army confirmed the loss": the other side grants it
    if (covering.some(({ rule, by }) => rule === 'confirmed' && by !== claimedBy)) facts++
    else if (claims.length > 0) claimed++
    else if (covering.some(({ rule, sentence }) => rule === 'denied-that' && sentence === view.index)) refused++
    else if (!isNeutral(view, event) && isHere(draft, view)) facts++
  }
  if (deniedBy !== undefined && refused > 0 && claimed === 0 && facts === 0) return { status: 'denied', deniedBy }
  const isClaimed = claimed > 0 && facts === 0 && !bothSides(claimants)
  const status: Status = planned ? 'planned' : isClaimed ? 'claimed' : 'happened'
  // what one side tells of an event that is fact anyway is no claim of it; to answer for it is
  const by = responsible ?? (status === 'claimed' ? claimedBy : undefined)
  return { status, ...(by && { claimedBy: by }), ...(deniedBy && { deniedBy }) }
}

const isViolence = ({ type }: Draft) => families[type] === 'violence'
const isResponsibility = ({ rule }: ClaimMention) => rule === 'responsibility' || rule === 'claimed-by'

/** A side's word is a claim about fighting; that it met somebody or arrested him, it may be believed. */
function isClaimOf({ rule, stance }: ClaimMention, { type }: Draft): boolean {
  if (rule === 'claimed') return families[type] === 'violence' || families[type] === 'mobility' || type === 'detention'
  if (rule === 'said-it-had' || rule === 'according-to' || rule === 'side-says' || rule === 'name-says') return stance === 'claims' && (isViolence({ type } as Draft) || type === 'movement')
  // "allegedly stabbed" is a court's caution, not a side's word
  if (rule === 'allegedly') return type === 'strike' || type === 'clash'
  return rule === 'reportedly' || rule === 'purportedly'
}

/** "Fighters overran a post, killing 23 soldiers, the government said": a side that tells of its own dead is believed. */
function admitsLoss({ rule, start }: ClaimMention, { tolls, tokens }: View): boolean {
  if (rule !== 'side-says' && rule !== 'name-says' && rule !== 'according-to') return false
  const own = tolls.find((toll) => toll.toll === 'killed' && toll.count.best !== 0 && toll.end <= start)
  return own !== undefined && tokens.some((token) => token.start >= own.start && token.start < own.end + 30 && /^(?:soldiers?|troops|policem[ae]n|officers?|guards?|gendarmes?|servicem[ae]n)$/.test(token.lower))
}

/** "Moscow said": a state is a side where it tells of fighting. */
function isGovernment({ start, end }: ClaimMention, { parties }: View): boolean {
  return parties.some((party) => party.role === 'metonym' && party.start >= start && party.end <= end && party.at !== undefined)
}

/** Responsibility is taken for the last deed told before, not for each of several. */
const answers = (claim: ClaimMention, view: View, { mentions }: Draft): boolean => claim.sentence - view.index <= 2 && mentions.some(({ event }) => event)

function denies({ rule, start, sentence }: ClaimMention, at: number, { mentions, lead, type }: Draft): boolean {
  if (families[type] !== 'violence' && type !== 'movement') return false
  if (rule === 'denied-that') return true
  if (rule === 'denied') return start - at < 160
  return lead.view.index >= sentence - 2 && mentions.length > 0
}

/** "The attack was the first", a headline: no second telling that could make a claim a fact. */
function isNeutral(view: View, { from, mention }: FoundEvent): boolean {
  if (view.isTitle) return true
  if (!mention.rule.includes('/noun')) return false
  return view.tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => /^(?:the|this|that|these|those|such|its|their|his)$/.test(lower))
}

/** Of several towns hit at once, a sentence about another one confirms nothing. */
function isHere({ split, place, lead }: Draft, view: View): boolean {
  return !split || view === lead.view || view.places.length === 0 || view.places.some((found) => found.place.id === place?.found.place.id)
}

/** Rebels and the army tell the same: then it is so. */
function bothSides(claimants: ReadonlySet<string>): boolean {
  const rebels = [...claimants].map((name) => name.toLowerCase().split(/[\s-]/).some((word) => rebelSides.has(word)))
  return rebels.includes(true) && rebels.includes(false)
}
