/** MapLibre behind a small door: the only file that loads the library, in a chunk of its own. */
import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as LibreMap, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource, type MapMouseEvent, type PointLike, type VectorTileSource } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { headers } from '@/api/client'
import { layerOf, UNIT_LAYERS, type Bbox, type LonLat } from './geometry'
import type { MapInfo, Target } from './info'
import type { BaseFile } from './pmtiles'
import type { Sketching } from './sketch'
import { makeStyle, type Tone } from './style'

setWorkerUrl(workerUrl)

export interface Pin { id: string; lon: number; lat: number; colour?: 'red' | 'orange' | 'yellow' | 'blue'; label?: string; /** Words for the list that stands in for the map. */ title?: string }
export interface Shot { id: string; lon: number; lat: number; day: string }
export interface Hit { kind: 'pin' | 'photo' | 'case' | 'unit'; id: string; name?: string }
export interface Setup {
  info: MapInfo
  label: string
  dark: boolean
  tone: Tone
  cases: boolean
  file?: BaseFile | undefined
  start: Target
  /** Words of the zoom buttons, in the reader's language. */
  words: Record<string, string>
  onHit(hit: Hit): void
  onHover(hit: Hit | undefined): void
  onMove(view: { bbox: Bbox; zoom: number; center: LonLat }): void
}
export type Engine = ReturnType<typeof startEngine>

/** Fingers and mice are not exact: look this many pixels around. */
const REACH = 8

export function startEngine(container: HTMLElement, setup: Setup) {
  const { info } = setup
  const size = Math.max(1, parseFloat(getComputedStyle(container).fontSize) / 14)
  const absolute = (path: string): string => `${location.origin}${path}`
  const map = new LibreMap({
    container,
    style: makeStyle({ info, dark: setup.dark, tone: setup.tone, cases: setup.cases, size, file: setup.file }, absolute),
    ...('bbox' in setup.start ? { bounds: setup.start.bbox, fitBoundsOptions: { padding: 24 } } : setup.start),
    minZoom: 5, maxZoom: 19, dragRotate: false, pitchWithRotate: false, touchPitch: false, rollEnabled: false, attributionControl: info.base ? { compact: false } : false,
    // Where the page is enlarged, the map is drawn as sharp as the rest.
    pixelRatio: devicePixelRatio * (container.currentCSSZoom ?? 1),
    // Screens hang on the wall for days: what is out of sight is soon forgotten.
    maxTileCacheSize: 60, locale: setup.words,
    transformRequest: (url) => (url.startsWith(absolute('/tiles/cases/')) ? { url, headers: headers(false), credentials: 'same-origin', cache: 'no-cache' } : { url }),
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new ScaleControl({ maxWidth: 90 * size }), 'bottom-right')
  map.getCanvas().setAttribute('aria-label', setup.label)

  const state = { pins: [] as Pin[], fills: {} as Record<string, number>, selected: undefined as string | undefined }
  const marked = new Set<string>()
  // A tile that did not come is asked for again when it is next in view; the page itself says that the server is away.
  map.on('error', () => undefined)
  let ready = false
  const loaded = new Promise<void>((done) => { map.once('load', () => { ready = true; draw(); settle(); done() }) })

  function mark(code: string, value: Record<string, unknown>): void {
    map.setFeatureState({ source: 'units', id: code, sourceLayer: layerOf(code) }, value)
    marked.add(code)
  }
  /** Puts what should be seen on the map; cheap enough to repeat whole. */
  function draw(): void {
    if (!ready) return
    for (const code of marked) mark(code, { f: null, on: false })
    marked.clear()
    for (const [code, value] of Object.entries(state.fills)) mark(code, { f: Math.min(1, Math.max(0, value)) })
    const pins = map.getSource<GeoJSONSource>('pins')
    pins?.setData({
      type: 'FeatureCollection',
      features: state.pins.map(({ id, lon, lat, colour, label }) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { id, ...(colour ? { colour } : {}), ...(label ? { label } : {}) } })),
    })
    map.removeFeatureState({ source: 'pins' })
    if (!state.selected) return
    if (state.pins.some((pin) => pin.id === state.selected)) map.setFeatureState({ source: 'pins', id: state.selected }, { on: true })
    else mark(state.selected, { on: true })
  }

  const present = (ids: string[]): string[] => ids.filter((id) => map.getLayer(id))
  function hit(at: { x: number; y: number }): Hit | undefined {
    if (!ready) return undefined
    const box: [PointLike, PointLike] = [[at.x - REACH, at.y - REACH], [at.x + REACH, at.y + REACH]]
    const close = map.queryRenderedFeatures(box, { layers: present(['pin', 'photo', 'case']) })[0]
    if (close?.layer.id === 'pin') return { kind: 'pin', id: String(close.properties.id) }
    if (close?.layer.id === 'photo') return { kind: 'photo', id: String(close.properties.id) }
    if (close) return { kind: 'case', id: String(close.properties.ref), name: String(close.properties.number ?? '') }
    const fills = present([...UNIT_LAYERS].reverse().map((layer) => `fill-${layer}`))
    const found = map.queryRenderedFeatures([at.x, at.y], { layers: fills })
    const finest = found.sort((a, b) => fills.indexOf(a.layer.id) - fills.indexOf(b.layer.id))[0]
    if (!finest) return undefined
    return { kind: 'unit', id: String(finest.properties.code), name: String(finest.properties.title ?? finest.properties.name ?? '') }
  }
  function middle(): { x: number; y: number } {
    return { x: container.clientWidth / 2, y: container.clientHeight / 2 }
  }
  const chosen = (at: { x: number; y: number }): void => { const found = hit(at); if (found) setup.onHit(found) }
  map.on('click', (event: MapMouseEvent) => chosen(event.point))
  map.on('mousemove', (event: MapMouseEvent) => {
    const found = hit(event.point)
    map.getCanvas().style.cursor = found ? 'pointer' : ''
    setup.onHover(found)
  })
  map.on('mouseout', () => setup.onHover(undefined))
  // The keyboard's pointer is the middle of the map: arrows move it, Enter chooses.
  map.getCanvas().addEventListener('keydown', (event) => { if (event.key === 'Enter') chosen(middle()) })

  function settle(): void {
    const b = map.getBounds()
    const c = map.getCenter()
    const bbox: Bbox = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]
    setup.onMove({ bbox, zoom: map.getZoom(), center: [c.lng, c.lat] })
  }
  map.on('moveend', settle)

  let round = 0
  return {
    show(pins: Pin[], fills: Record<string, number>, selected: string | undefined): void {
      Object.assign(state, { pins, fills, selected })
      draw()
    },
    /** Photos of places in view. */
    shots(all: Shot[]): void {
      const put = (): void => {
        map.getSource<GeoJSONSource>('photos')?.setData({
          type: 'FeatureCollection', features: all.map(({ id, lon, lat, day }) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { id, day } })),
        })
      }
      if (ready) put()
      else map.once('load', put)
    },
    fly(to: Target): void {
      if ('bbox' in to) map.fitBounds(to.bbox, { padding: 32, maxZoom: 17, speed: 2 })
      else map.flyTo({ ...to, speed: 2 })
    },
    middle: (): LonLat => { const c = map.getCenter(); return [c.lng, c.lat] },
    /** Something about the cases changed: ask for their tiles anew. */
    refresh(): void {
      map.getSource<VectorTileSource>('cases')?.setTiles([absolute(`${info.cases}#${++round}`)])
    },
    /** Draws on the map; the tool is fetched when somebody does. */
    sketch: async (changed: (line: LonLat[]) => void): Promise<Sketching> => (await import('./sketch')).startSketch(map, loaded, changed),
    remove: (): void => map.remove(),
  }
}

