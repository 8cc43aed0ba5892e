// What a phone fetches before it is of use, compressed: `npm run budget` after `npm run build`; fails above the budget.
// The map is fetched when somebody opens one and has a budget of its own.
import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const KB = 1024
const dist = new URL('../dist/', import.meta.url)
const text = (file) => readFile(new URL(file, dist), 'utf8')
const MAP = /^assets\/(?:engine|CityMap|PlainMap|PlaceMap|maplibre)/
/** Fetched when somebody chose a photo, with a budget of its own. */
const FACES = /^assets\/(?:faces\.worker|ccv)/

const entries = [
  { name: 'field (all pages, works offline)', page: 'field/index.html', later: true, most: 300 },
  { name: 'citizen (all pages)', page: 'index.html', later: true, most: 200 },
  { name: 'console (frame, before a page)', page: 'console/index.html', later: false, most: 250 },
]

/** Everything that a page can reach; `later` also what its pages fetch when they are opened, except the map. */
async function reach(page, later) {
  const found = new Set([page])
  const queue = [...(await text(page)).matchAll(/\/(assets\/[^"']+\.(?:js|css))/g)].map((m) => m[1])
  while (queue.length) {
    const file = queue.pop()
    if (found.has(file) || MAP.test(file) || FACES.test(file)) continue
    found.add(file)
    if (!file.endsWith('.js')) continue
    const code = await text(file)
    const now = [...code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map((m) => `assets/${m[1]}`)
    const then = later ? [...code.matchAll(/["'`](?:\.\/|\/?assets\/)([\w.-]+\.(?:js|css))["'`]/g)].map((m) => `assets/${m[1]}`) : []
    queue.push(...now, ...then)
  }
  return [...found]
}

let over = false
for (const { name, page, later, most } of entries) {
  const files = await reach(page, later)
  let sum = 0
  for (const file of files) sum += gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length
  const fits = sum <= most * KB
  over ||= !fits
  console.log(`${fits ? 'ok  ' : 'OVER'} ${(sum / KB).toFixed(0).padStart(4)} of ${most} KB  ${name}, ${files.length} files`)
}
const faces = (await readdir(new URL('assets/', dist))).filter((file) => file.endsWith('.js') && FACES.test(`assets/${file}`))
let sum = 0
for (const file of faces) sum += gzipSync(await readFile(new URL(`assets/${file}`, dist)), { level: 9 }).length
const most = 60
over ||= sum > most * KB || faces.length === 0
console.log(`${sum <= most * KB ? 'ok  ' : 'OVER'} ${(sum / KB).toFixed(0).padStart(4)} of ${most} KB  faces (when a photo was chosen), ${faces.length} files`)
process.exitCode = over ? 1 : 0
