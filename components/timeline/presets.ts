/** "Last week", "last month", "last year": counted back from the newest incident, never from the clock, so that a link keeps its meaning. */
import { dayNumber, isoDay } from '../../lib/columns/columns'

export type Preset = { name: 'week' | 'month' | 'year'; from: string; to: string }

/** @param newest ISO day of the newest incident that is not only planned; without one there are no presets */
export function datePresets(newest: string | null): Preset[] {
  if (!newest) return []
  const days = { week: 7, month: 30, year: 365 } as const
  return (['week', 'month', 'year'] as const).map((name) => ({ name, from: isoDay(dayNumber(newest) - days[name] + 1), to: newest }))
}
