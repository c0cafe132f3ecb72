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

/** Parts of a ring that are told apart: one is about a pixel of the largest. */
const visibleParts = 120

/** A Leaflet icon that is a button; what it shows can change while it stands. Its markup is made of constants and numbers only. */
export class MarkerButton extends L.Icon<L.IconOptions> {
  readonly button = document.createElement('button')
  private shown = ''
  private arcs = ''
  private label = () => ''
  private named = true

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

  /** Says in words what is shown. While a brush moves nobody can listen, and the words of a hundred markers take longer than a frame. */
  name(): void {
    if (this.named) return
    this.named = true
    this.button.setAttribute('aria-label', this.label())
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
    this.named = false
    this.label = () => (isOne ? markerLabel(text, columns, spot.lead) : clusterLabel(text, spot))
    if (!button.hasAttribute('aria-label')) this.name()
    button.dataset.row = String(spot.lead)
    if (isOne) {
      button.dataset.incident = columns.ids[spot.lead]!
      button.innerHTML = symbolSvg(typeAt(columns, spot.lead), statusAt(columns, spot.lead))
      this.arcs = ''
    } else {
      delete button.dataset.incident
      // A brush changes the numbers with every frame, the ring only now and then by so much that one could see it.
      const arcs = spot.counts.map((n) => Math.ceil((n / spot.total) * visibleParts)).join()
      if (arcs !== this.arcs) button.innerHTML = `${donutSvg(countsOf(spot))}<span class="cluster-count" aria-hidden="true"></span>`
      this.arcs = arcs
      const count = button.lastElementChild as HTMLElement
      const total = text.number(spot.total)
      count.textContent = total
      // "15,327" is wider than the hole of the largest donut: a figure takes up to 0.68 of the letter's height, a comma half of that.
      const letters = [...total].reduce((sum, letter) => sum + (/\d/.test(letter) ? 0.68 : 0.36), 0)
      count.style.fontSize = `${Math.min(13, donutHole(spot.total) / letters)}px`
    }
  }
}
