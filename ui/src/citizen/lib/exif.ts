/**
 * Where and when a JPEG was taken, read on the phone from its EXIF block. It is offered to whoever took the picture
 * and sent nowhere: pictures are drawn anew before they leave the phone, which drops the block.
 */
export interface Found {
  place?: { lon: number; lat: number }
  /** As the camera wrote it, without a time zone: `2026-11-23T14:05:00`. */
  taken?: string
}

const EXIF_AT = 0x8769
const GPS_AT = 0x8825
const TAKEN = 0x9003
const LAT_REF = 1
const LAT = 2
const LON_REF = 3
const LON = 4
/** Bytes per value of each TIFF type. */
const SIZE: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 }

export function readExif(bytes: ArrayBuffer): Found {
  try {
    const tiff = findTiff(new DataView(bytes))
    return tiff ? readTiff(tiff) : {}
  } catch {
    return {} // A damaged block is no news for anybody.
  }
}

/** The TIFF structure inside the APP1 segment. */
function findTiff(view: DataView): DataView | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 10 <= view.byteLength) {
    const marker = view.getUint16(at)
    if ((marker & 0xff00) !== 0xff00 || marker === 0xffda) return undefined
    const length = view.getUint16(at + 2)
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) {
      return new DataView(view.buffer, view.byteOffset + at + 10, Math.min(length - 8, view.byteLength - at - 10))
    }
    at += 2 + length
  }
  return undefined
}

function readTiff(view: DataView): Found {
  const little = view.getUint16(0) === 0x4949
  if (view.getUint16(2, little) !== 42) return {}
  const first = directory(view, view.getUint32(4, little), little)
  const found: Found = {}
  const exifAt = first.get(EXIF_AT)?.[0]
  const gpsAt = first.get(GPS_AT)?.[0]
  if (typeof exifAt === 'number') {
    const taken = directory(view, exifAt, little).get(TAKEN)
    const said = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(String(taken?.[0] ?? ''))
    if (said) found.taken = `${said[1]}-${said[2]}-${said[3]}T${said[4]}`
  }
  if (typeof gpsAt === 'number') {
    const gps = directory(view, gpsAt, little)
    const lat = degrees(gps.get(LAT), gps.get(LAT_REF), 'S')
    const lon = degrees(gps.get(LON), gps.get(LON_REF), 'W')
    if (lat !== undefined && lon !== undefined && (lat !== 0 || lon !== 0)) found.place = { lon, lat }
  }
  return found
}

type Values = (number | string)[]

function directory(view: DataView, start: number, little: boolean): Map<number, Values> {
  const out = new Map<number, Values>()
  const count = view.getUint16(start, little)
  for (let i = 0; i < Math.min(count, 200); i += 1) {
    const entry = start + 2 + i * 12
    const type = view.getUint16(entry + 2, little)
    const n = view.getUint32(entry + 4, little)
    const size = (SIZE[type] ?? 0) * n
    if (size === 0 || size > 4096) continue
    const at = size <= 4 ? entry + 8 : view.getUint32(entry + 8, little)
    out.set(view.getUint16(entry, little), values(view, at, type, n, little))
  }
  return out
}

function values(view: DataView, at: number, type: number, n: number, little: boolean): Values {
  if (type === 2) {
    let text = ''
    for (let i = 0; i < n; i += 1) text += String.fromCharCode(view.getUint8(at + i))
    return [text.replace(/\0.*$/s, '')]
  }
  const out: number[] = []
  for (let i = 0; i < n; i += 1) {
    if (type === 3) out.push(view.getUint16(at + i * 2, little))
    else if (type === 4) out.push(view.getUint32(at + i * 4, little))
    else if (type === 5) out.push(view.getUint32(at + i * 8, little) / view.getUint32(at + i * 8 + 4, little))
  }
  return out
}

function degrees(parts: Values | undefined, ref: Values | undefined, negative: string): number | undefined {
  const [d, m = 0, s = 0] = (parts ?? []).map(Number)
  if (d === undefined) return undefined
  const value = d + m / 60 + s / 3600
  return Number.isFinite(value) && value <= 180 ? (ref?.[0] === negative ? -value : value) : undefined
}
