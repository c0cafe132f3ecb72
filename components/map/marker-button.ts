/** A symbol or a donut as a real button: a mouse, a finger and the keyboard open it alike. */
import L from 'leaflet'
import { isArea, placeAt, statusAt, typeAt, edtfAt, type Columns } from '../../lib/columns/columns'
import type { Spot } from '../../lib/columns/cluster'
import { donutHole, donutPixels, donutSvg, symbolSvg } from '../../lib/symbols'
import { incidentTypes, type IncidentType } from '../../lib/taxonomy'
import type { Text } from '../../lib/text'

const countsOf = (spot: Spot): [IncidentType, number][] => incidentTypes.flatMap((type, i) => (spot.counts[i] ? [[type, spot.counts[i]] as [IncidentType, number]] : []))

/** "Strike, claimed, Odesa, 20–21 December 2025": what a screen reader says of one incident's marker. */
function markerLabel({ t, dates }: Text, columns: Columns, row: number): string {
  const status = statusAt(columns, row)
  const values = { type: t(`common.${typeAt(columns, row)}`), place: placeAt(columns, row)?.name ?? '', date: dates(edtfAt(columns, row)) }
  return status === 'happened' ? t('map.markerLabel', values) : t('map.markerLabelStatus', { ...values, status: t(`common.${status}`).toLocaleLowerCase() })
}

function clusterLabel({ t }: Text, spot: Spot): string {
  const parts = countsOf(spot).map(([type, count]) => t('map.clusterPart', { count, type: t(`common.${type}`).toLocaleLowerCase() }))
  return t('map.clusterLabel', { count: spot.total, parts: parts.join(', ') })
}

/** Parts of a ring that are told apart while it changes. */
const visibleParts = 60

/** A Leaflet icon that is a button; what it shows can change while it stands. Its markup is made of constants and numbers only. */
export class MarkerButton extends L.Icon<L.IconOptions> {
  readonly button = document.createElement('button')
  private shown = ''
  /** What waits for a rest: the exact ring and the words. */
  private finish: (() => void) | null = null
  private ring = ''

  constructor(press: () => void) {
    super({ iconUrl: '' })
    this.button.type = 'button'
    L.DomEvent.disableClickPropagation(this.button)
    L.DomEvent.on(this.button, 'click', (event) => {
      L.DomEvent.stop(event)
      press()
    })
  }

  override createIcon(): HTMLElement {
    return this.button
  }

  override createShadow(): HTMLElement {
    return null as unknown as HTMLElement
  }

  /** To be called when nothing moves. While a brush does, nobody listens, and the words and rings of a hundred markers take longer than a frame. */
  rest(): void {
    this.finish?.()
    this.finish = null
  }

  show(text: Text, columns: Columns, spot: Spot): void {
    const now = `${text.locale} ${spot.lead} ${spot.counts.join()}`
    if (now === this.shown) return
    this.shown = now
    const { button } = this
    const isOne = spot.total === 1
    const place = placeAt(columns, spot.lead)
    const pixels = donutPixels(spot.total)
    button.classList.add('marker')
    button.classList.toggle('cluster', !isOne)
    button.classList.toggle('marker-area', isOne && place !== undefined && isArea(place))
    button.style.width = button.style.height = isOne ? '' : `${pixels}px`
    button.style.marginLeft = button.style.marginTop = isOne ? '' : `${-pixels / 2}px`
    button.dataset.row = String(spot.lead)
    if (isOne) {
      button.dataset.incident = columns.ids[spot.lead]!
      button.innerHTML = symbolSvg(typeAt(columns, spot.lead), statusAt(columns, spot.lead))
      this.ring = ''
    } else {
      delete button.dataset.incident
      // The numbers change with every frame, the ring only by so much that one can see it.
      const ring = spot.counts.map((n) => Math.round((n / spot.total) * visibleParts)).join()
      if (ring !== this.ring) button.innerHTML = `${donutSvg(countsOf(spot))}<span class="cluster-count" aria-hidden="true"></span>`
      this.ring = ring
      this.count(text.number(spot.total), spot.total)
    }
    const isNew = !button.hasAttribute('aria-label')
    this.finish = () => {
      button.setAttribute('aria-label', isOne ? markerLabel(text, columns, spot.lead) : clusterLabel(text, spot))
      if (isOne || isNew) return
      button.firstElementChild!.outerHTML = donutSvg(countsOf(spot))
    }
    if (isNew) this.rest()
  }

  private count(words: string, total: number): void {
    const count = this.button.lastElementChild as HTMLElement
    count.textContent = words
    // "15,327" is wider than the hole of the largest donut: a figure takes up to 0.68 of the letter's height, a comma half of that.
    const letters = [...words].reduce((sum, letter) => sum + (/\d/.test(letter) ? 0.68 : 0.36), 0)
    count.style.fontSize = `${Math.min(13, donutHole(total) / letters)}px`
  }
}
