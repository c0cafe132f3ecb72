/** An article's own words with what was read from them marked. Everything is a text node: no article can bring markup of its own. */
import type { ReactNode } from 'react'
import type { IncidentType } from '../lib/taxonomy'

type Highlight = { start: number; end: number; incident: string; type: IncidentType }
type Stretch = { start: number; end: number }
type Props = { text: string; highlights: Highlight[]; places: Stretch[] }

/** Paragraphs as offsets: what stands between blank lines. */
function paragraphsOf(text: string): Stretch[] {
  const found: Stretch[] = []
  for (const match of text.matchAll(/\S[\s\S]*?(?=\n[ \t\r]*\n|\s*$)/g)) found.push({ start: match.index, end: match.index + match[0].length })
  return found
}

/** Cut wherever a mark begins or ends, so overlapping marks never nest wrongly. */
function cutsOf({ start, end }: Stretch, marks: Stretch[]): number[] {
  const cuts = new Set([start, end])
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) cuts.add(mark.start)
    if (mark.end > start && mark.end < end) cuts.add(mark.end)
  }
  return [...cuts].sort((a, b) => a - b)
}

export function ArticleText({ text, highlights, places }: Props) {
  const anchored = new Set<string>()
  const within = (mark: Stretch, start: number, end: number) => mark.start <= start && mark.end >= end

  function piece(start: number, end: number): ReactNode {
    const words = text.slice(start, end)
    const content = places.some((place) => within(place, start, end)) ? <span className="place-mention">{words}</span> : words
    const told = highlights.filter((highlight) => within(highlight, start, end))
    const first = told[0]
    if (!first) return <span key={start}>{content}</span>
    const fresh = told.filter(({ incident }) => !anchored.has(incident))
    fresh.forEach(({ incident }) => anchored.add(incident))
    return (
      <mark key={start} className={`type-${first.type}`} data-incidents={[...new Set(told.map(({ incident }) => incident))].join(' ')}>
        {fresh.map(({ incident }) => <span key={incident} id={`incident-${incident}`} className="anchor" />)}
        {content}
      </mark>
    )
  }

  const marks = [...highlights, ...places]
  return (
    <div className="article-text">
      {paragraphsOf(text).map((paragraph) => {
        const cuts = cutsOf(paragraph, marks)
        return <p key={paragraph.start} dir="auto">{cuts.slice(0, -1).map((from, i) => piece(from, cuts[i + 1]!))}</p>
      })}
    </div>
  )
}
