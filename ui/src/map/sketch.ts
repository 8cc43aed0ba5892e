/**
 * Drawing on the map: areas, and one line whose points are buttons. They are dragged by mouse or finger, moved by
 * arrow keys, taken away by Delete; the small ones between them become points when they are moved or pressed.
 */
import './sketch.css'
import { Marker, type GeoJSONSource, type Map as LibreMap, type MapMouseEvent } from 'maplibre-gl'
import type { LonLat } from './geometry'

type Rings = readonly (readonly (readonly [number, number])[])[]
export type AreaKind = 'chosen' | 'one' | 'two' | 'planned'
export interface Area { rings: Rings; kind: AreaKind; /** A letter or word in its middle. */ label?: string; at?: readonly [number, number] }
export interface Sketch {
  areas: readonly Area[]
  line: readonly (readonly [number, number])[]
  /** Whether the line can be changed; `append`: a click adds a point at its end. */
  edit?: boolean
  append?: boolean
  /** What is wrong, said where it is. */
  wrong?: { at: readonly [number, number]; words: string } | undefined
  /** Names of the points for who cannot see them. */
  words: { point(n: number): string; between(n: number): string }
}
export interface Sketching {
  show(sketch: Sketch): void
  remove(): void
}

const FILL: Record<AreaKind, [fill: string, line: string]> = { chosen: ['#cfe2fb', '#1554a8'], one: ['#8fbcf2', '#0d3b7a'], two: ['#f6c678', '#7a4a00'], planned: ['#c9c3ee', '#4b3a9c'] }
/** Shorter stretches of the line, pixels, have no point between. */
const ROOM = 44
const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const match = (which: 0 | 1): unknown[] => ['match', ['get', 'kind'], ...Object.entries(FILL).flatMap(([kind, colours]) => [kind, colours[which]]), '#888888']

export function startSketch(map: LibreMap, loaded: Promise<void>, changed: (line: LonLat[]) => void): Sketching {
  let sketch: Sketch = { areas: [], line: [], words: { point: String, between: String } }
  let line: LonLat[] = []
  let dragging = false
  let gone = false
  const empty = { type: 'FeatureCollection' as const, features: [] }
  const ready = loaded.then(() => {
    if (gone) return
    map.addSource('sketch', { type: 'geojson', data: empty })
    map.addSource('sketch-line', { type: 'geojson', data: empty })
    map.addLayer({ id: 'sketch', type: 'fill', source: 'sketch', paint: { 'fill-color': match(0) as never, 'fill-opacity': 0.62 } }, 'building')
    map.addLayer({ id: 'sketch-border', type: 'line', source: 'sketch', layout: { 'line-join': 'round' }, paint: { 'line-color': match(1) as never, 'line-width': 2.4 } })
    map.addLayer({ id: 'sketch-line', type: 'line', source: 'sketch-line', layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': '#c4251d', 'line-width': 3.2, 'line-dasharray': [2, 1.4] } })
  })

  function paint(): void {
    void ready.then(() => {
      if (gone) return
      map.getSource<GeoJSONSource>('sketch')?.setData({
        type: 'FeatureCollection',
        features: sketch.areas.map(({ rings, kind }) => ({ type: 'Feature', properties: { kind }, geometry: { type: 'Polygon', coordinates: rings.map((ring) => [...ring, ...ring.slice(0, 1)].map((p) => [...p])) } })),
      })
      map.getSource<GeoJSONSource>('sketch-line')?.setData(line.length < 2 ? empty : { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: line } })
    })
  }

  const labels: Marker[] = []
  function name(): void {
    for (const label of labels.splice(0)) label.remove()
    for (const { label, at, kind } of sketch.areas) {
      if (!label || !at) continue
      const element = document.createElement('span')
      element.className = `sketch-label ${kind}`
      element.textContent = label
      labels.push(new Marker({ element }).setLngLat([...at]).addTo(map))
    }
    if (!sketch.wrong) return
    const element = document.createElement('p')
    element.className = 'sketch-wrong'
    element.textContent = sketch.wrong.words
    labels.push(new Marker({ element, anchor: 'bottom', offset: [0, -8] }).setLngLat([...sketch.wrong.at]).addTo(map))
  }

  let handles: Marker[] = []
  function put(next: LonLat[]): void {
    line = next
    paint()
    changed(line)
  }
  function key(event: KeyboardEvent, i: number): void {
    const at = line[i]
    const arrow = ARROWS[event.key]
    if (!at) return
    if (arrow) {
      const step = event.shiftKey ? 1 : 8
      const { x, y } = map.project(at)
      put(line.with(i, map.unproject([x + arrow[0] * step, y + arrow[1] * step]).toArray()))
    } else if (event.key === 'Delete' || event.key === 'Backspace') put(line.toSpliced(i, 1))
    else return
    event.preventDefault()
    event.stopPropagation()
    handle(Math.min(i, line.length - 1))
  }
  /** Buttons on the points, and between them where there is room. */
  function handle(focus?: number): void {
    for (const one of handles) one.remove()
    handles = []
    if (!sketch.edit) return
    line.forEach((at, i) => {
      grip(at, 'sketch-point', sketch.words.point(i + 1), (marker) => {
        marker.on('drag', () => put(line.with(i, marker.getLngLat().toArray())))
        marker.getElement().addEventListener('keydown', (event) => key(event, i))
        if (i === focus) marker.getElement().focus()
      })
      const next = line[i + 1]
      if (!next) return
      const [a, b] = [map.project(at), map.project(next)]
      if (Math.hypot(a.x - b.x, a.y - b.y) < ROOM) return
      const middle = map.unproject([(a.x + b.x) / 2, (a.y + b.y) / 2]).toArray()
      grip(middle, 'sketch-between', sketch.words.between(i + 1), (marker) => {
        let inserted = false
        marker.on('drag', () => {
          const at = marker.getLngLat().toArray()
          put(inserted ? line.with(i + 1, at) : line.toSpliced(i + 1, 0, at))
          inserted = true
        })
        marker.getElement().addEventListener('click', () => { if (inserted) return; put(line.toSpliced(i + 1, 0, middle)); handle(i + 1) })
      })
    })
  }
  function grip(at: LonLat, look: string, words: string, dress: (marker: Marker) => void): void {
    const element = document.createElement('button')
    element.type = 'button'
    element.className = look
    const marker = new Marker({ element, draggable: true }).setLngLat(at).addTo(map)
    element.setAttribute('aria-label', words)
    marker.on('dragstart', () => { dragging = true })
    marker.on('dragend', () => { dragging = false; handle() })
    handles.push(marker)
    dress(marker)
  }

  function click(event: MapMouseEvent): void {
    if (!sketch.edit || !sketch.append || event.originalEvent.target !== map.getCanvas()) return
    put([...line, event.lngLat.toArray()])
    handle()
  }
  /** The keyboard's pointer is the middle of the map. */
  function enter(event: KeyboardEvent): void {
    if (!sketch.edit || !sketch.append) return
    if (event.key === 'Enter') put([...line, map.getCenter().toArray()])
    else if (event.key === 'Backspace') put(line.slice(0, -1))
    else return
    event.preventDefault()
    handle()
  }
  const anew = (): void => { if (!dragging) handle() }
  map.on('click', click)
  map.on('zoomend', anew)
  map.getCanvas().addEventListener('keydown', enter)

  return {
    show(next) {
      const same = next.edit === sketch.edit && next.line.length === line.length && next.line.every((p, i) => p[0] === line[i]?.[0] && p[1] === line[i]?.[1])
      sketch = next
      line = next.line.map((p): LonLat => [p[0], p[1]])
      map.getCanvas().classList.toggle('sketching', Boolean(next.edit && next.append))
      if (next.edit) map.doubleClickZoom.disable()
      else map.doubleClickZoom.enable()
      paint()
      name()
      if (!dragging && !same) handle()
    },
    remove() {
      gone = true
      map.off('click', click)
      map.off('zoomend', anew)
      map.getCanvas().removeEventListener('keydown', enter)
      for (const one of [...handles, ...labels]) one.remove()
    },
  }
}
