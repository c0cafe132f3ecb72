/** The keys of all messages, "file.name", read off the English files so that a missing one does not compile. */
import type article from '../messages/en/article.json'
import type common from '../messages/en/common.json'
import type embed from '../messages/en/embed.json'
import type filters from '../messages/en/filters.json'
import type frame from '../messages/en/frame.json'
import type incident from '../messages/en/incident.json'
import type legend from '../messages/en/legend.json'
import type list from '../messages/en/list.json'
import type map from '../messages/en/map.json'
import type preview from '../messages/en/preview.json'
import type share from '../messages/en/share.json'
import type timeline from '../messages/en/timeline.json'

type Files = {
  article: typeof article
  common: typeof common
  embed: typeof embed
  filters: typeof filters
  frame: typeof frame
  incident: typeof incident
  legend: typeof legend
  list: typeof list
  map: typeof map
  preview: typeof preview
  share: typeof share
  timeline: typeof timeline
}
export type MessageKey = { [F in keyof Files]: `${F}.${Extract<keyof Files[F], string>}` }[keyof Files]
