/** Small pictures and a base map made on the spot: nothing of them is kept in the repository. */
import { crc32, deflateSync } from 'node:zlib'

/** A PNG of stripes, so that one tells that it was drawn. */
export function png(width: number, height: number, one: [number, number, number], other: [number, number, number]): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) Buffer.from((x + y) % 32 < 16 ? one : other).copy(rows, y * (1 + width * 3) + 1 + x * 3)
  }
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/**
 * A PMTiles archive (version 3 of the specification) in which one picture stands for every tile from zoom 0 to `deepest`:
 * the root directory has one entry that runs over all of them. Nothing is compressed.
 */
export function pmtiles(tile: Buffer, deepest: number): Buffer {
  const varint = (n: number): number[] => (n < 128 ? [n] : [(n % 128) + 128, ...varint(Math.floor(n / 128))])
  const all = (4 ** (deepest + 1) - 1) / 3
  // Entries; tile id, run length, length and offset (plus one) of each.
  const root = Buffer.from([...varint(1), ...varint(0), ...varint(all), ...varint(tile.length), ...varint(1)])
  const meta = Buffer.from('{}')
  const head = Buffer.alloc(127)
  head.write('PMTiles', 0, 'latin1')
  head.writeUInt8(3, 7)
  const places = [127, root.length, 127 + root.length, meta.length, 0, 0, 127 + root.length + meta.length, tile.length, all, 1, 1]
  places.forEach((n, i) => head.writeBigUInt64LE(BigInt(n), 8 + i * 8))
  // Clustered, inside not compressed, tiles not compressed, PNG, zooms.
  head.set([1, 1, 1, 2, 0, deepest], 96)
  const degrees = [-180, -85, 180, 85]
  degrees.forEach((d, i) => head.writeInt32LE(d * 1e7, 102 + i * 4))
  head.writeUInt8(12, 118)
  head.writeInt32LE(106.5 * 1e7, 119)
  head.writeInt32LE(29.5 * 1e7, 123)
  return Buffer.concat([head, root, meta, tile])
}
