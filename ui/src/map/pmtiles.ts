/** A base map out of one file on our own server, read by ranges; fetched only where one is configured. */
import { addProtocol } from 'maplibre-gl'
import { PMTiles, Protocol, TileType } from 'pmtiles'

/** What the style needs to know of the file. */
export interface BaseFile { tiles: string; raster: boolean; minzoom: number; maxzoom: number; bounds: [number, number, number, number]; layers: string[] }

const protocol = new Protocol()
let known = false

/** Reads the head of the file at `url` (absolute). Without it the map is drawn as if there were none. */
export async function baseFile(url: string): Promise<BaseFile> {
  if (!known) addProtocol('pmtiles', async (asked, stop) => ({ data: (await protocol.tilev4(asked as never, stop)).data as ArrayBuffer }))
  known = true
  const file = new PMTiles(url)
  protocol.add(file)
  const head = await file.getHeader()
  const raster = head.tileType !== TileType.Mvt
  const meta = raster ? {} : ((await file.getMetadata()) as { vector_layers?: { id: string }[] })
  return {
    tiles: `pmtiles://${url}/{z}/{x}/{y}`, raster, minzoom: head.minZoom, maxzoom: head.maxZoom,
    bounds: [head.minLon, head.minLat, head.maxLon, head.maxLat], layers: (meta.vector_layers ?? []).map((layer) => layer.id),
  }
}
