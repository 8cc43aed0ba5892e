/** A base map of one's own, out of one file: drawn below the units, fetched by ranges, named; a small city of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pmtiles, png } from './pictures'
import { expect, test } from './support'

const BINARY = resolve(process.env.CARGO_TARGET_DIR ?? '../target', 'debug/wangge')
const PORT = Number(process.env.WG_E2E_PORT ?? 8399) + 500
const URL = `http://127.0.0.1:${PORT}`
let dir: string
let server: ChildProcess | undefined

/** One town with two grids: enough to stand above a base map. */
function files(): void {
  const units = [
    'code,level,kind,parent,stat_parent,name', '50,1,city,,,示例市', '500107,2,district,50,50,示例区', '500107003,3,town,500107,500107,示例街道',
    '500107003003,4,village,500107003,500107003,示例社区', '500107003003001,5,grid,500107003003,500107003003,第1网格', '500107003003002,5,grid,500107003003,500107003003,第2网格',
  ]
  writeFileSync(join(dir, 'units.csv'), units.join('\n'))
  const square = (code: string, west: number) => ({ type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [[[west, 29.5], [west + 0.01, 29.5], [west + 0.01, 29.51], [west, 29.51], [west, 29.5]]] } })
  writeFileSync(join(dir, 'grids.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [square('500107003003001', 106.5), square('500107003003002', 106.51)] }))
  // Yellow and white stripes: nothing of ours has that colour.
  writeFileSync(join(dir, 'base.pmtiles'), pmtiles(png(256, 256, [250, 200, 40], [255, 255, 255]), 16))
  writeFileSync(join(dir, 'wangge.toml'), [
    `dir = ${JSON.stringify(join(dir, 'data'))}`, '[city]', `data = ${JSON.stringify(resolve('../data/city/50'))}`, '[server]', `listen = "127.0.0.1:${PORT}"`,
    '[map]', `pmtiles = ${JSON.stringify(join(dir, 'base.pmtiles'))}`, 'attribution = "© 示例底图"',
  ].join('\n'))
}

test.beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'wangge-basemap-'))
  files()
  const config = ['--config', join(dir, 'wangge.toml')]
  spawnSync(BINARY, [...config, 'import', 'units', join(dir, 'units.csv')])
  spawnSync(BINARY, [...config, 'import', 'grids', join(dir, 'grids.geojson')])
  server = spawn(BINARY, [...config, 'serve'], { stdio: 'ignore' })
  await expect.poll(() => fetch(`${URL}/readyz`).then((answer) => answer.status, () => 0), { timeout: 60_000 }).toBe(200)
})
test.afterAll(() => {
  server?.kill()
  if (dir) rmSync(dir, { recursive: true, force: true })
})

test('the file lies below the units, in ranges, and whom to name stands on the map', async ({ page }) => {
  const ranges: string[] = []
  page.on('response', (answer) => {
    if (answer.url().endsWith('/tiles/base.pmtiles')) ranges.push(`${answer.status()} ${answer.headers()['content-range'] ?? ''}`)
  })
  await page.goto(`${URL}/report`)
  await page.getByRole('button', { name: '在地图上选' }).click()
  const dialog = page.getByRole('dialog', { name: '在地图上选位置' })
  await expect(dialog.getByText('© 示例底图')).toBeVisible()
  await expect(dialog.getByText('示意')).toBeVisible()
  await expect.poll(() => ranges.length).toBeGreaterThan(1)
  for (const one of ranges) expect(one).toMatch(/^206 bytes \d+-\d+\/\d+$/)
  const canvas = dialog.locator('canvas')
  // What is on the screen, not what was asked for: the stripes of the file, and the lines of the units above them.
  const colours = async (): Promise<{ stripes: number; lines: number }> => {
    const shot = (await canvas.screenshot()).toString('base64')
    return page.evaluate(async (data) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]))
      const paper = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
      if (!paper) return { stripes: 0, lines: 0 }
      paper.drawImage(picture, 0, 0)
      const { data: pixels } = paper.getImageData(0, 0, picture.width, picture.height)
      let [stripes, lines] = [0, 0]
      for (let i = 0; i < pixels.length; i += 4) {
        const [r, g, b] = [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0]
        if (r > 200 && g > 150 && b < 150) stripes += 1
        if (b > r + 20 && r < 200) lines += 1
      }
      return { stripes: stripes / (pixels.length / 4), lines }
    }, shot)
  }
  await expect.poll(async () => (await colours()).stripes, { timeout: 30_000 }).toBeGreaterThan(0.2)
  expect((await colours()).lines).toBeGreaterThan(200)
  await page.screenshot({ path: '../target/e2e/basemap.png' })
})
