/**
 * The parts of Leaflet this map is made of. next.config.mjs puts this file in the place of `leaflet`, for this
 * folder and for react-leaflet alike; the canvas renderer, overlays, tooltips and GeoJSON layers stay out of the page.
 * A new part is added here (in both lists); a type that TypeScript knows and this file lacks is a build error.
 */
import { Map } from 'leaflet/src/map/Map'
import 'leaflet/src/map/handler/Map.BoxZoom'
import 'leaflet/src/map/handler/Map.DoubleClickZoom'
import 'leaflet/src/map/handler/Map.Drag'
import 'leaflet/src/map/handler/Map.Keyboard'
import 'leaflet/src/map/handler/Map.ScrollWheelZoom'
import 'leaflet/src/map/handler/Map.TouchZoom'
import * as DomEvent from 'leaflet/src/dom/DomEvent'
import * as DomUtil from 'leaflet/src/dom/DomUtil'
import { Control } from 'leaflet/src/control/Control'
import { Attribution } from 'leaflet/src/control/Control.Attribution'
import { Scale } from 'leaflet/src/control/Control.Scale'
import { Zoom } from 'leaflet/src/control/Control.Zoom'
import { LatLng, toLatLng as latLng } from 'leaflet/src/geo/LatLng'
import { LatLngBounds, toLatLngBounds as latLngBounds } from 'leaflet/src/geo/LatLngBounds'
import { Point, toPoint as point } from 'leaflet/src/geometry/Point'
import { Layer } from 'leaflet/src/layer/Layer'
import { Popup } from 'leaflet/src/layer/Popup'
import { Icon } from 'leaflet/src/layer/marker/Icon'
import { marker } from 'leaflet/src/layer/marker/Marker'
import { GridLayer } from 'leaflet/src/layer/tile/GridLayer'
import { TileLayer } from 'leaflet/src/layer/tile/TileLayer'
import { circle } from 'leaflet/src/layer/vector/Circle'
import { polygon } from 'leaflet/src/layer/vector/Polygon'
import { SVG } from 'leaflet/src/layer/vector/SVG'

// Leaflet's own getRenderer brings the canvas renderer along; shapes here are SVG, so that CSS styles them.
Map.include({
  getRenderer(this: { _renderer?: unknown; hasLayer(layer: unknown): boolean; addLayer(layer: unknown): void }) {
    this._renderer ??= new SVG()
    if (!this.hasLayer(this._renderer)) this.addLayer(this._renderer)
    return this._renderer
  },
})
// Measuring a popup anew, Leaflet takes its content out and puts it back, and the keyboard falls out of it: what is there already may stay.
type Filled = { _content: unknown; _contentNode?: HTMLElement; fire(name: string): void }
const updateContent = (Popup.prototype as unknown as { _updateContent(): void })._updateContent
Popup.include({
  _updateContent(this: Filled) {
    const { _content: content, _contentNode: node } = this
    if (content instanceof Node && node?.childNodes.length === 1 && node.firstChild === content) this.fire('contentupdate')
    else updateContent.call(this)
  },
})
Object.assign(Control, { Attribution, Scale, Zoom })

export { Control, DomEvent, DomUtil, GridLayer, Icon, LatLng, LatLngBounds, Layer, Map, Point, Popup, TileLayer }
const L = { Control, DomEvent, DomUtil, GridLayer, Icon, LatLng, LatLngBounds, Layer, Map, Point, Popup, TileLayer, circle, latLng, latLngBounds, marker, point, polygon }
export default L
