/** Grids drawn anew on the real map: by mouse, by keyboard, on a dated plan that is taken back. */
import type { Locator, Page } from '@playwright/test'
import { middle, opened, type Point, type Shape } from '../src/console/admin/grids/geometry'
import { Person } from './people'
import { accessible, expect, logIn, test } from './support'

const SYSTEM = '50-xt-01'
interface Grid { code: string; name: string; shape: Shape }

async function gridsOf(village: string, baseURL: string | undefined): Promise<Grid[]> {
  const person = await Person.called(SYSTEM, baseURL ?? '')
  const units = await person.get<{ code: string; name: string }[]>(`/api/v1/units/${village}/children?kind=grid`)
  const grids = await Promise.all(units.map(async ({ code, name }) => ({ code, name, shape: opened((await person.get<{ geometry: { coordinates: number[][][] } }>(`/api/v1/grids/${code}`)).geometry.coordinates) })))
  await person.close()
  return grids
}
/** Where a place lies on the page: the map begins with the village in its frame, 24 pixels from the rim. */
async function places(page: Page, grids: Grid[]): Promise<(p: Point) => { x: number; y: number }> {
  const canvas = page.locator('.two .maplibregl-canvas')
  await expect(canvas).toBeVisible()
  const at = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 }
  const flat = ([lon, lat]: Point): [number, number] => [lon / 360, -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)]
  const all = grids.flatMap((g) => g.shape[0] ?? []).map(flat)
  const [xs, ys] = [all.map((p) => p[0]), all.map((p) => p[1])]
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min((at.width - 48) / (east - west), (at.height - 48) / (south - north))
  return (p) => {
    const [x, y] = flat(p)
    return { x: at.x + at.width / 2 + (x - (west + east) / 2) * scale, y: at.y + at.height / 2 + (y - (north + south) / 2) * scale }
  }
}
async function drag(page: Page, from: { x: number; y: number }, by: [number, number]): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by[0] / 2, from.y + by[1] / 2, { steps: 4 })
  await page.mouse.move(from.x + by[0], from.y + by[1], { steps: 4 })
  await page.mouse.up()
}
const centre = async (page: Page, name: RegExp): Promise<{ x: number; y: number }> => {
  const box = (await page.getByRole('button', { name }).first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
const area = (page: Page, letter: string): Promise<string> => page.locator(`.part.${letter} dd`).first().innerText()

/** The one open plan is taken back, after a question. */
async function takeBack(plans: Locator): Promise<void> {
  await plans.getByRole('button', { name: '撤销' }).click()
  await plans.getByRole('button', { name: '撤销' }).last().click()
  await expect(plans).toHaveCount(0)
}

test('a grid is cut on the map by mouse; the plan is dated, listed, looked at on the map and taken back', async ({ page, baseURL }) => {
  const village = '500101001004'
  const grids = await gridsOf(village, baseURL)
  const first = grids[0] as Grid
  await logIn(page, SYSTEM, `/console/admin/grids/${village}`)
  const on = await places(page, grids)
  const [x, y] = middle(first.shape)
  const lats = (first.shape[0] ?? []).map((p) => p[1])
  const [low, high] = [Math.min(...lats), Math.max(...lats)]
  // A click on the map chooses, once the tiles are there.
  await expect(async () => {
    await page.mouse.click(on([x, y]).x, on([x, y]).y)
    await expect(page.getByRole('button', { name: first.name, exact: true })).toHaveAttribute('aria-pressed', 'true', { timeout: 1000 })
  }).toPass()
  await page.getByRole('button', { name: '拆分', exact: true }).click()
  for (const at of [[x, high + (high - low) * 0.02], [x, y], [x, low - (high - low) * 0.02]] as Point[]) {
    await page.mouse.click(on(at).x, on(at).y)
  }
  await expect(page.locator('.part')).toHaveCount(2)
  await expect(page.getByText('✓ 可以这样划')).toBeVisible()
  await expect(page.getByText(/涉及 .*户、.*人,未结事件 \d+ 件/)).toBeVisible()
  const before = await area(page, 'A')
  await drag(page, await centre(page, /^分界线第 2 点/), [26, 0])
  await expect.poll(() => area(page, 'A')).not.toBe(before)
  await expect(page.getByText('✓ 可以这样划')).toBeVisible()
  await accessible(page)
  await page.screenshot({ path: '../target/e2e/redraw-split.png' })
  await page.getByRole('button', { name: '看方案' }).click()
  const dialog = page.getByRole('dialog')
  // A month after the day that is offered.
  const from = dialog.getByLabel('生效时间', { exact: true })
  const month = new Date(`${await from.inputValue()}Z`).getTime() + 30 * 86_400_000
  await from.fill(new Date(month).toISOString().slice(0, 16))
  await dialog.getByLabel('理由').fill('新楼入住,网格过大')
  await accessible(page)
  await dialog.getByRole('button', { name: '按期重划' }).click()
  await expect(dialog).toHaveCount(0)
  const plans = page.getByRole('region', { name: '待生效的方案' })
  await expect(plans.getByText('拆分')).toBeVisible()
  await expect(plans.getByText('理由:新楼入住,网格过大')).toBeVisible()
  await plans.getByRole('button', { name: '在图上看' }).click()
  await expect(page.locator('.sketch-label.planned')).toHaveCount(2)
  await accessible(page)
  await page.screenshot({ path: '../target/e2e/redraw-planned.png' })
  await takeBack(plans)
  await expect(page.locator('.sketch-label.planned')).toHaveCount(0)
})

test('the border of two neighbours is moved by mouse and by keyboard, and can be put back', async ({ page, baseURL }) => {
  const village = '500101001005'
  const grids = await gridsOf(village, baseURL)
  const corners = (g: Grid): Set<string> => new Set((g.shape[0] ?? []).map((p) => p.join()))
  const pair = grids.flatMap((a, i) => grids.slice(i + 1).filter((b) => [...corners(a)].filter((p) => corners(b).has(p)).length > 1).map((b) => [a, b] as const))[0]
  if (!pair) throw new Error('the demo has no neighbours here')
  await logIn(page, SYSTEM, `/console/admin/grids/${village}`)
  await page.getByRole('button', { name: '移动边界' }).click()
  for (const g of pair) await page.getByRole('button', { name: g.name, exact: true }).click()
  await expect(page.locator('.part')).toHaveCount(2)
  await expect(page.getByRole('button', { name: '看方案' })).toBeDisabled()
  await expect(page.getByRole('button', { name: /^分界线第 1 点/ })).toBeVisible()
  const before = await area(page, 'A')
  // A small dot gives a new point.
  await drag(page, await centre(page, /^在第 1 点之后/), [14, 10])
  await expect.poll(() => area(page, 'A')).not.toBe(before)
  await expect(page.getByText('✓ 可以这样划')).toBeVisible()
  const moved = await area(page, 'A')
  await page.getByRole('button', { name: /^分界线第 2 点/ }).focus()
  for (let i = 0; i < 4; i += 1) { await page.keyboard.press('ArrowRight'); await page.keyboard.press('ArrowDown') }
  await expect.poll(() => area(page, 'A')).not.toBe(moved)
  await expect(page.getByRole('button', { name: /^分界线第 2 点/ })).toBeFocused()
  await page.screenshot({ path: '../target/e2e/redraw-border.png' })
  await accessible(page)
  await page.getByRole('button', { name: '看方案' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/^重划方案/)).toBeVisible()
  await dialog.getByRole('button', { name: '按期重划' }).click()
  await expect(dialog).toHaveCount(0)
  const plans = page.getByRole('region', { name: '待生效的方案' })
  await expect(plans.getByText('重划')).toBeVisible()
  await takeBack(plans)
})

test('what the server refuses stands on the map where it is; points are put right by numbers', async ({ page, baseURL }) => {
  const village = '500101001006'
  const grids = await gridsOf(village, baseURL)
  const first = grids[0] as Grid
  await logIn(page, SYSTEM, `/console/admin/grids/${village}`)
  await page.getByRole('button', { name: first.name, exact: true }).click()
  await page.getByRole('button', { name: '拆分', exact: true }).click()
  const on = await places(page, grids)
  const [x, y] = middle(first.shape)
  const ring = first.shape[0] ?? []
  const [west, east, south, north] = [0, 1].flatMap((axis) => { const all = ring.map((p) => p[axis] ?? 0); return [Math.min(...all), Math.max(...all)] }) as [number, number, number, number]
  const [w, h] = [east - west, north - south]
  // A loop within the grid: the line crosses itself.
  const loop: Point[] = [[x, north + h * 0.02], [x, y - h * 0.1], [x + w * 0.1, y - h * 0.1], [x + w * 0.1, y + h * 0.08], [x - w * 0.12, y + h * 0.08], [x - w * 0.12, south - h * 0.02]]
  for (const p of loop) await page.mouse.click(on(p).x, on(p).y)
  await expect(page.locator('.sketch-wrong')).toContainText(/边界自相交或自相接/)
  // Beside, at the part that is wrong; below them nothing more.
  await expect(page.locator('.part').getByRole('alert')).toContainText(/⚠ 边界自相交/)
  await expect(page.getByRole('button', { name: '看方案' })).toBeDisabled()
  await page.screenshot({ path: '../target/e2e/redraw-wrong.png' })
  await accessible(page)
  const two = page.getByText('按坐标或楼栋改点(2 个点)')
  while (!(await two.isVisible())) await page.getByRole('button', { name: '撤一点' }).click()
  await expect(page.locator('.sketch-wrong')).toHaveCount(0)
  await expect(page.getByText('✓ 可以这样划')).toBeVisible()
  const before = await area(page, 'A')
  await two.click()
  await page.getByLabel('第 2 点经度', { exact: true }).fill(String(x + w * 0.1))
  await page.keyboard.press('Tab')
  await expect.poll(() => area(page, 'A')).not.toBe(before)
  await expect(page.getByText('✓ 可以这样划')).toBeVisible()
  await accessible(page)
})

test('a community begins with its own grids, and plans them itself', async ({ page }) => {
  await logIn(page, '500107003001-sq-01', '/console/admin/grids')
  await expect(page.getByRole('heading', { level: 2, name: /谢家湾街道/ })).toBeVisible()
  await page.getByRole('list', { name: '网格' }).getByRole('button').first().click()
  await page.getByRole('button', { name: '拆分', exact: true }).click()
  await page.getByRole('button', { name: '南北向平分' }).click()
  await expect(page.getByText('✓ 可以这样划')).toBeVisible()
  await page.getByRole('button', { name: '看方案' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('网格员一人走不完')
  await dialog.getByRole('button', { name: '按期重划' }).click()
  await expect(dialog).toHaveCount(0)
  const plans = page.getByRole('region', { name: '待生效的方案' })
  await expect(plans.getByText('理由:网格员一人走不完')).toBeVisible()
  await takeBack(plans)
})
