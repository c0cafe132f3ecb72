import { formatView, type View } from '../lib/view'

/** The address of the map in a given view. */
export function hrefOf(view: View): string {
  const query = formatView(view)
  return query ? `/?${query}` : '/'
}
