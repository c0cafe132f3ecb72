/** Who claims or denies an event, and what that makes of it. */
import type { Status } from '../taxonomy'
import type { Draft } from './draft'

export type Standing = { status: Status; claimedBy?: string; deniedBy?: string }

/**
 * "The army said it had …" makes the event claimed; "claimed responsibility" names a side but the event
 * happened; told as plain fact in another sentence, it happened too.
 */
export function standingOf({ mentions, planned, lead }: Draft): Standing {
  let claimedBy: string | undefined
  let deniedBy: string | undefined
  let claimedMentions = 0
  for (const { view, event } of mentions) {
    const at = event?.mention.start ?? view.start
    let isClaim = false
    for (const claim of view.claims) {
      const covered = claim.covers.start <= at && at < claim.covers.end
      if (claim.rule === 'responsibility' || claim.rule === 'claimed-by') claimedBy ??= claim.by || undefined
      else if (claim.stance === 'denies') { if (covered && claim.start - at < 120 && event === lead.event) deniedBy ??= claim.by || undefined }
      else if (covered) { isClaim = true; if (claim.by) claimedBy ??= claim.by }
    }
    if (isClaim) claimedMentions++
  }
  const leadClaimed = claimedMentions > 0 && claimedMentions >= mentions.filter(({ event }) => event).length
  const status: Status = planned ? 'planned' : leadClaimed ? 'claimed' : 'happened'
  return { status, ...(claimedBy && { claimedBy }), ...(deniedBy && { deniedBy }) }
}
