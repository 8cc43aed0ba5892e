/** The map's own style: no glyph server (MapLibre draws text with the reader's fonts), no sprite, no outside tile. */
import type { ExpressionSpecification, LayerSpecification, RasterLayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { UNIT_LAYERS, type UnitLayer } from './geometry'
import { frameOf, type MapInfo } from './info'
import type { BaseFile } from './pmtiles'

export type Tone = 'blue' | 'red' | 'amber'
export interface Look {
  info: MapInfo
  dark: boolean
  tone: Tone
  /** Text and symbols grow with this on wide screens. */
  size: number
  cases: boolean
  /** The head of a PMTiles file below ours, where one is configured and could be read. */
  file?: BaseFile | undefined
}

const FONT = ['system-ui', 'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei']
const LIGHT = {
  ground: '#eef2f7', water: '#b9d7ee', grid: '#a9b8ca', village: '#8496ad', town: '#5c7391', district: '#3d5675', building: '#d6dde6',
  text: '#25364a', halo: '#ffffff', on: '#0d3b7a', pin: '#1554a8', pinText: '#ffffff', calm: '#48566a', photo: '#0b6b57',
}
const DARK: typeof LIGHT = {
  ground: '#081726', water: '#0d3350', grid: '#1f3a58', village: '#2c5279', town: '#3f6f9f', district: '#5a8fc4', building: '#15304b',
  text: '#cfe0f2', halo: '#06111e', on: '#ffd866', pin: '#5aa9ff', pinText: '#06111e', calm: '#93a5bb', photo: '#5fd6b8',
}
/** From little to much; the legend shows the same. */
export const RAMP: Record<Tone, { light: [string, string]; dark: [string, string] }> = {
  blue: { light: ['#d5e5f8', '#1f66bd'], dark: ['#123253', '#4ba0ff'] },
  red: { light: ['#fbdcd8', '#c4251d'], dark: ['#3b1a20', '#ff5a4f'] },
  amber: { light: ['#fdeccb', '#c06a00'], dark: ['#3a2a12', '#ffab3d'] },
}
/** Ticket colours; the same in both looks, always with a letter or a shape beside them. */
const TICKET: ExpressionSpecification = ['match', ['get', 'colour'], 'red', '#c4251d', 'orange', '#c2600a', 'yellow', '#8a6100', 'blue', '#1d5fc0', '#48566a']
const WIDTH: Record<UnitLayer, number> = { district: 2, town: 1.6, village: 1.1, grid: 0.7 }

export function sourcesOf(look: Look, tiles: (path: string) => string): Record<string, SourceSpecification> {
  const { info } = look
  const sources: Record<string, SourceSpecification> = { photos: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }, pins: { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, promoteId: 'id' } }
  const promoteId = Object.fromEntries([...UNIT_LAYERS, 'label'].map((layer) => [layer, 'code']))
  sources.units = { type: 'vector', tiles: [tiles(info.units)], minzoom: 0, maxzoom: 16, bounds: frameOf(info), promoteId }
  sources.premises = { type: 'vector', tiles: [tiles(info.premises)], minzoom: 15, maxzoom: 17, promoteId: { building: 'ref', point: 'code' } }
  if (look.cases) sources.cases = { type: 'vector', tiles: [tiles(info.cases)], minzoom: 14, maxzoom: 17, promoteId: { case: 'ref' } }
  const { base } = info
  if (base && 'tiles' in base) sources.base = { type: 'raster', tiles: base.tiles, tileSize: 256, maxzoom: 18, attribution: base.attribution }
  if (base && look.file) {
    const { tiles: address, raster, minzoom, maxzoom, bounds } = look.file
    const source = { tiles: [address], minzoom, maxzoom, bounds, attribution: base.attribution }
    sources.base = raster ? { type: 'raster', tileSize: 256, ...source } : { type: 'vector', ...source }
  }
  if (base?.kind === 'tianditu') sources['base-names'] = { type: 'raster', tiles: base.labels, tileSize: 256, maxzoom: 18 }
  return sources
}

const from = (layer: string): { source: string; 'source-layer': string } => ({ source: 'units', 'source-layer': layer })

function labels(look: Look, id: string, layer: string, extra: { minzoom?: number; size: number }): LayerSpecification {
  const p = look.dark ? DARK : LIGHT
  return {
    id, type: 'symbol', ...from(layer), ...(extra.minzoom ? { minzoom: extra.minzoom } : {}),
    layout: { 'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': FONT, 'text-size': extra.size * look.size, 'text-max-width': 8, 'text-padding': 4, 'text-anchor': 'top', 'text-offset': [0, 1.2] },
    paint: { 'text-color': p.text, 'text-halo-color': p.halo, 'text-halo-width': 1.4 },
  }
}

function layersOf(look: Look): LayerSpecification[] {
  const p = look.dark ? DARK : LIGHT
  const [low, high] = RAMP[look.tone][look.dark ? 'dark' : 'light']
  const layers: LayerSpecification[] = [{ id: 'ground', type: 'background', paint: { 'background-color': p.ground } }]
  const { base } = look.info
  // What lies below stays behind: our lines and numbers are what one reads.
  const raster: RasterLayerSpecification['paint'] = look.dark ? { 'raster-brightness-max': 0.35, 'raster-saturation': -0.6 } : { 'raster-saturation': -0.3 }
  if (look.file && !look.file.raster) layers.push(...drawn(look, look.file.layers))
  if (base && ('tiles' in base || look.file?.raster)) layers.push({ id: 'base', type: 'raster', source: 'base', paint: raster })
  if (base?.kind === 'tianditu') layers.push({ id: 'base-names', type: 'raster', source: 'base-names', paint: raster })
  layers.push({ id: 'water', type: 'fill', source: 'units', 'source-layer': 'water', paint: { 'fill-color': p.water } })
  for (const layer of UNIT_LAYERS) {
    layers.push({
      id: `fill-${layer}`, type: 'fill', ...from(layer),
      paint: {
        'fill-color': ['interpolate', ['linear'], ['coalesce', ['feature-state', 'f'], 0], 0, low, 1, high],
        'fill-opacity': ['case', ['boolean', ['feature-state', 'on'], false], 0.85, ['==', ['feature-state', 'f'], null], 0, 0.7],
      },
    })
  }
  for (const layer of [...UNIT_LAYERS].reverse()) {
    const on: ExpressionSpecification = ['boolean', ['feature-state', 'on'], false]
    layers.push({
      id: `line-${layer}`, type: 'line', ...from(layer), layout: { 'line-join': 'round' },
      paint: { 'line-color': ['case', on, p.on, p[layer]], 'line-width': ['case', on, 3.5, WIDTH[layer]] },
    })
  }
  layers.push(labels(look, 'name', 'label', { size: 12 }), ...places(look))
  if (look.cases) layers.push(...cases(look))
  layers.push(...photos(look), ...pins(look))
  return layers
}

/** A vector base map, quietly: ground, water, houses and roads by the names that the usual schemas give them; no words. */
function drawn(look: Look, layers: readonly string[]): LayerSpecification[] {
  const p = look.dark ? DARK : LIGHT
  const fill = (layer: string, colour: string): LayerSpecification => ({ id: `base-${layer}`, type: 'fill', source: 'base', 'source-layer': layer, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour } })
  const line = (layer: string, colour: string, width: number): LayerSpecification => ({ id: `base-${layer}`, type: 'line', source: 'base', 'source-layer': layer, filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': colour, 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 8, width / 4, 18, width * 4] } })
  const order: [RegExp, (layer: string) => LayerSpecification][] = [
    [/^(land|earth|park)/, (layer) => fill(layer, p.ground)], [/^water/, (layer) => fill(layer, p.water)],
    [/^(road|transport|street)/, (layer) => line(layer, p.halo, 1.6)], [/^building/, (layer) => fill(layer, p.building)],
  ]
  return order.flatMap(([name, draw]) => layers.filter((layer) => name.test(layer)).map(draw))
}

/** Buildings, fire lanes, hydrants, shelters …: a mark and its name, close up only. */
function places(look: Look): LayerSpecification[] {
  const p = look.dark ? DARK : LIGHT
  const name = (id: string, layer: string, minzoom: number): LayerSpecification => ({
    id, type: 'symbol', source: 'premises', 'source-layer': layer, minzoom,
    layout: { 'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': FONT, 'text-size': 10.5 * look.size, 'text-offset': [0, 1], 'text-anchor': 'top' },
    paint: { 'text-color': p.text, 'text-halo-color': p.halo, 'text-halo-width': 1.4 },
  })
  return [
    { id: 'building', type: 'circle', source: 'premises', 'source-layer': 'building', minzoom: 15, paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 15, 2.4 * look.size, 17, 5 * look.size], 'circle-color': p.building, 'circle-stroke-color': p.calm, 'circle-stroke-width': 1.2 } },
    { id: 'point', type: 'circle', source: 'premises', 'source-layer': 'point', minzoom: 15.5, paint: { 'circle-radius': 3.5 * look.size, 'circle-color': p.calm, 'circle-stroke-color': p.halo, 'circle-stroke-width': 1.2 } },
    name('building-name', 'building', 16),
    name('point-name', 'point', 16.5),
  ]
}

/** Live cases: ticket colour, and an exclamation mark when late. */
function cases(look: Look): LayerSpecification[] {
  return [
    { id: 'case', type: 'circle', source: 'cases', 'source-layer': 'case', paint: { 'circle-radius': 7 * look.size, 'circle-color': TICKET, 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 1.6 } },
    { id: 'case-late', type: 'symbol', source: 'cases', 'source-layer': 'case', filter: ['==', ['get', 'overdue'], true], layout: { 'text-field': '!', 'text-font': FONT, 'text-size': 12 * look.size, 'text-allow-overlap': true }, paint: { 'text-color': '#ffffff' } },
  ]
}

/** Photos of places: a square, unlike every other mark, with the year it was taken close up. */
function photos(look: Look): LayerSpecification[] {
  const p = look.dark ? DARK : LIGHT
  return [
    { id: 'photo', type: 'symbol', source: 'photos', minzoom: 15, layout: { 'text-field': '▣', 'text-font': FONT, 'text-size': 20 * look.size, 'text-allow-overlap': true, 'text-ignore-placement': true, 'text-offset': [0.9, -0.7] }, paint: { 'text-color': p.photo, 'text-halo-color': p.halo, 'text-halo-width': 2 } },
    { id: 'photo-day', type: 'symbol', source: 'photos', minzoom: 16.5, layout: { 'text-field': ['get', 'day'], 'text-font': FONT, 'text-size': 10.5 * look.size, 'text-offset': [3.6, -1.1] }, paint: { 'text-color': p.photo, 'text-halo-color': p.halo, 'text-halo-width': 1.4 } },
  ]
}

function pins(look: Look): LayerSpecification[] {
  const p = look.dark ? DARK : LIGHT
  const on: ExpressionSpecification = ['boolean', ['feature-state', 'on'], false]
  const long: ExpressionSpecification = ['length', ['coalesce', ['get', 'label'], '']]
  // Room for one, two, three and more figures.
  const radius: ExpressionSpecification = ['step', long, 7 * look.size, 1, 11 * look.size, 3, 14 * look.size, 5, 17 * look.size]
  return [
    { id: 'pin', type: 'circle', source: 'pins', paint: { 'circle-radius': radius, 'circle-color': ['case', ['has', 'colour'], TICKET, p.pin], 'circle-stroke-color': ['case', on, p.on, '#ffffff'], 'circle-stroke-width': ['case', on, 4, 1.8] } },
    { id: 'pin-label', type: 'symbol', source: 'pins', layout: { 'text-field': ['coalesce', ['get', 'label'], ''], 'text-font': FONT, 'text-size': 11.5 * look.size, 'text-allow-overlap': true, 'text-ignore-placement': true }, paint: { 'text-color': ['case', ['has', 'colour'], '#ffffff', p.pinText] } },
  ]
}

export function makeStyle(look: Look, tiles: (path: string) => string): StyleSpecification {
  return { version: 8, sources: sourcesOf(look, tiles), layers: layersOf(look) }
}
