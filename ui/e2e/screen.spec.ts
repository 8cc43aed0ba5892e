/** The one screen, both walls and the year sheet, as the people of the demo city see them. */
import type { APIRequestContext, Page } from '@playwright/test'
import { accessible, expect, logIn, test } from './support'

// A town of its own: its numbers move only when a test here moves them.
const VILLAGE = '500105003004'
const TOWN = '500105003'
const SECRETARY = '500105003004-sq-01'
const COMMANDER = '500105003-zh-01'
const CITY = '50-sz-01'
const NAME = /社区$/

/** A citizen without an account reports something in the community; answers the words that tell it apart. */
async function report(request: APIRequestContext, about: string): Promise<string> {
  const text = `${about} ${crypto.randomUUID().slice(0, 8)}`
  const answer = await request.post('/api/v1/cases', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { text, point: { lon: 106.574605, lat: 29.614126 }, place: '7号楼1单元' },
  })
  expect(answer.status()).toBe(201)
  return text
}
const number = async (page: Page, test: string): Promise<number> => {
  const figure = page.locator(`[data-test=${test}] b`)
  await expect(figure).toHaveText(/^\d+$/)
  return Number(await figure.textContent())
}
/** The number in a unit's row of the table. */
const row = async (page: Page, code: string): Promise<number> => Number(await page.locator(`[data-unit="${code}"] td button`).first().textContent())

test('a report of a citizen is on the screen of the community by itself', async ({ page, request }) => {
  await logIn(page, SECRETARY, '/console/screen')
  await expect(page).toHaveURL(new RegExp(`/console/screen/${VILLAGE}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME)
  await expect(page.locator('.live.live')).toBeVisible()
  const before = await number(page, 'open')
  const text = await report(request, '楼道灯不亮')
  await expect(page.locator('[data-test=arrivals]').getByText(text)).toBeVisible()
  await expect.poll(() => number(page, 'open'), { timeout: 15_000 }).toBeGreaterThan(before)
  await accessible(page)
})

/** What the level above says of a unit right now. */
async function below(page: Page, above: string, code: string): Promise<number> {
  const answer = await page.request.get(`/api/v1/counts?unit=${above}`)
  const counts = (await answer.json()) as { children: { code: string; open: number }[] }
  return counts.children.find((child) => child.code === code)?.open ?? -1
}

test('from the city down to the grid and back; every number opens exactly its cases', async ({ page, request }) => {
  await report(request, '井盖松动')
  await logIn(page, CITY, '/console/screen')
  let above = '50'
  for (const code of ['500105', TOWN, VILLAGE, `${VILLAGE}001`]) {
    const link = page.locator(`[data-unit="${code}"] th a`)
    await expect(link).toBeVisible()
    expect(await row(page, code)).toBeGreaterThan(0)
    await link.click()
    await expect(page).toHaveURL(new RegExp(`/screen/${code}$`))
    // The same rows give the same number at every level, whatever other tests report and close meanwhile.
    await expect.poll(async () => (await number(page, 'open')) - (await below(page, above, code))).toBe(0)
    above = code
  }
  const open = await number(page, 'open')
  await page.locator('[data-test=open]').click()
  const drawer = page.locator('.el-drawer')
  await expect(drawer.locator('[data-test=drawer-count]')).toContainText(String(open))
  await expect(drawer.locator('[data-test=drawer-list] li')).toHaveCount(Math.min(open, 100))
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  // Back up: by keyboard, then by the trail.
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page).toHaveURL(new RegExp(`/screen/${VILLAGE}$`))
  await page.getByRole('navigation', { name: '所在位置' }).getByRole('link', { name: '江北区' }).click()
  await expect(page).toHaveURL(/\/screen\/500105$/)
})

test("a town's screen stands on its four boards, in English too", async ({ page }) => {
  await logIn(page, COMMANDER, '/console/screen?lang=en')
  await expect(page.getByRole('group', { name: 'The four boards' }).getByRole('heading')).toHaveText(['Party building', 'Economy', 'Livelihood', 'Safety & law'])
  let sum = 0
  for (const board of ['DJ', 'JJ', 'MS', 'PF', 'CENTRE']) sum += await number(page, `board-${board}`)
  expect(sum).toBe(await number(page, 'open'))
  await accessible(page)
  await page.screenshot({ path: 'test-results/screen-town.png' })
})

test('the hall shows matters and numbers and asks for nothing else', async ({ page, request }) => {
  const text = await report(request, '张三家的狗咬人')
  const asked: string[] = []
  page.on('request', (r) => asked.push(new URL(r.url()).pathname))
  await logIn(page, SECRETARY, `/console/screen/${VILLAGE}/hall`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME)
  await expect(page.getByText('正在办理', { exact: true })).toBeVisible()
  expect(await page.content()).not.toContain(text)
  expect(asked.filter((path) => path.startsWith('/api/v1/cases') || path.startsWith('/tiles/cases') || path.startsWith('/api/v1/files'))).toEqual([])
  expect(asked).toContain('/api/v1/hall')
  await expect(page.getByRole('heading', { name: /^\d+月办结$/ })).toBeVisible()
  await accessible(page)
  // In English too, also while nothing has been answered yet.
  await page.goto(`/console/screen/${VILLAGE}/hall?lang=en`)
  await expect(page.getByRole('heading', { name: /^Solved in [A-Z][a-z]+$/ })).toBeVisible()
})

test('the year fits on one sheet of paper', async ({ page }) => {
  await logIn(page, SECRETARY, `/console/screen/${VILLAGE}/year`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('我们解决了这些事')
  await accessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.tools')).toBeHidden()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('a building is seen from the street: storeys, doors and hazards, people only as a number', async ({ page }) => {
  await logIn(page, SECRETARY, `/console/screen/${VILLAGE}/buildings`)
  const cards = page.locator('.list .card')
  await expect(cards.first()).toBeVisible()
  await accessible(page)
  await page.getByPlaceholder('找楼栋').fill('12栋')
  await expect(cards.getByRole('heading', { name: '12栋' }).first()).toBeVisible()
  await cards.first().click()
  const storeys = Number(await page.locator('.facts dd').first().textContent())
  await expect(page.locator('.facade .storey:not(.base)')).toHaveCount(storeys)
  await expect(page.locator('.facts')).toContainText('人数')
  await accessible(page)
})

test('where no map can be drawn a list stands in its place', async ({ page }) => {
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : (real as (...all: unknown[]) => unknown).call(this, kind, ...rest)
    } as typeof real
  })
  await logIn(page, COMMANDER, '/console/screen')
  await expect(page.getByText('这台设备画不了地图')).toBeVisible()
  await accessible(page)
})

test('another town is not shown, and the page says so', async ({ page }) => {
  await logIn(page, SECRETARY, `/console/screen/${TOWN}`)
  await expect(page.getByRole('alert').first()).toContainText('权限')
  await page.goto('/console/screen/500105003004999')
  await page.getByRole('link', { name: '回到本单位' }).click()
  await expect(page).toHaveURL(new RegExp(`/screen/${VILLAGE}$`))
})
