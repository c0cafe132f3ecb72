import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The only rules whose answer hangs on the colours. */
const ofColour = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, one line each.
 * @param except a selector of what is left out
 * @param coloursOnly where everything else was looked at already, in other colours
 */
export async function findings(page: Page, except?: string, coloursOnly = false): Promise<string[]> {
  const builder = new AxeBuilder({ page })
  if (except) builder.exclude(except)
  const { violations } = await (coloursOnly ? builder.withRules(ofColour) : builder.withTags(standards)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((n) => `${n.target.join(' ')} — ${n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? ''}`).join(' | ')}`)
}
