import type { Page } from '@playwright/test'
import { Person, TOWN, words } from './people'
import { accessible, expect, logIn, test } from './support'

const OFFICER = '500107003-zh-03'
const COLLEAGUE = '500107003-zh-04'

/** Opens a case by its address, as somebody who got the link. */
async function open(page: Page, login: string, ref: string): Promise<void> {
  await logIn(page, login, `/console/case/${ref}`)
  await expect(page.locator('.case h1')).toBeVisible()
}
/** Searches by the keyboard, and waits until the answer is there. */
async function find(page: Page, word: string): Promise<void> {
  const answer = page.waitForResponse((r) => r.url().includes('/api/v1/cases?') && r.url().includes(`q=${word}`))
  await page.keyboard.press('/')
  await page.keyboard.type(word)
  await answer
}
const chip = (page: Page) => page.locator('.case header .state')

test('files and dispatches by keyboard alone', async ({ page, baseURL }) => {
  const officer = await Person.called(OFFICER, baseURL!)
  const said = words('站口接驳车乱停')
  const made = await officer.report(said)
  await logIn(page, OFFICER)
  await expect(page.getByRole('tab', { name: /我的/ })).toBeVisible()
  await page.keyboard.press('7')
  await expect(page.getByRole('tab', { name: /全部/ })).toHaveAttribute('aria-selected', 'true')
  await find(page, said.split('-')[1]!)
  await expect(page.locator(`[data-ref="${made.ref}"]`)).toBeVisible()
  await expect(page.locator('.rows [role=option]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(chip(page)).toHaveText('已核实')
  await page.keyboard.press('f')
  await expect(page.getByRole('form', { name: '立案' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(chip(page)).toHaveText('已立案')
  // What the case waits for is the primary action now: Enter opens it, the lead seat stands ready.
  await page.keyboard.press('d')
  await expect(page.getByRole('form', { name: '派遣' }).locator('label.on')).toHaveCount(1)
  await page.keyboard.press('Control+Enter')
  await expect(chip(page)).toHaveText('已派遣')
  const now = await officer.sheet(made.ref)
  expect(now.state).toBe('dispatched')
  expect(now.seat).toEqual({ unit: TOWN, post: 'MS-04' })
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('派遣')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await officer.close()
})

test('every action can be reached and sent by Tab', async ({ page, baseURL }) => {
  const officer = await Person.called(OFFICER, baseURL!)
  const made = await officer.report(words('充电桩堵路'))
  await open(page, OFFICER, made.ref)
  const primary = page.locator('[data-action=file]')
  await expect(primary).toHaveClass(/primary/)
  await primary.focus()
  await page.keyboard.press('Tab')
  const second = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.action)
  expect(second).toBeTruthy()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form', { name: '立案' })).toBeVisible()
  await officer.close()
})

test('a colleague’s step appears by itself, and what is typed stays', async ({ page, baseURL }) => {
  const colleague = await Person.called(COLLEAGUE, baseURL!)
  const made = await colleague.report(words('夜里货车停满'))
  await open(page, OFFICER, made.ref)
  await page.locator('[data-action=message]').click()
  await page.getByLabel('给报告人的话').fill('正在安排,请稍候')
  await colleague.act(made.ref, { action: 'file', matter: 'M-MS-09' })
  await expect(chip(page)).toHaveText('已立案')
  await expect(page.locator('[data-step=file]')).toBeVisible()
  await expect(page.getByLabel('给报告人的话')).toHaveValue('正在安排,请稍候')
  await colleague.close()
})

test('two officers on one case: the slower one reads it kindly and loses nothing', async ({ page, baseURL }) => {
  const colleague = await Person.called(COLLEAGUE, baseURL!)
  const made = await colleague.report(words('站台边摆摊'))
  // Without the live line, so that the page does not yet know of the colleague's step.
  await page.route('**/api/v1/stream*', (route) => route.abort())
  await open(page, OFFICER, made.ref)
  await page.locator('[data-action=reject]').click()
  await page.getByLabel('理由').fill('不在本街道,请向相邻街道反映')
  await colleague.act(made.ref, { action: 'file', matter: 'M-MS-09' })
  await page.locator('[data-send=reject]').click()
  await expect(page.getByText('有人先您一步')).toBeVisible()
  await expect(chip(page)).toHaveText('已立案')
  await expect(page.getByLabel('理由')).toHaveValue('不在本街道,请向相邻街道反映')
  await expect(page.getByText('这个动作现在不能办')).toBeVisible()
  await colleague.close()
})

test('the session ends in the middle of a form: log in over it, send it', async ({ page, context, baseURL }) => {
  const officer = await Person.called(OFFICER, baseURL!)
  const made = await officer.report(words('公交站牌倒了'))
  await open(page, OFFICER, made.ref)
  await page.locator('[data-action=add]').click()
  await page.getByLabel('内容', { exact: true }).fill('来电人又来电:压住了盲道')
  await context.clearCookies()
  await page.locator('[data-send=add]').click()
  await expect(page.getByRole('dialog')).toContainText('登录已过期')
  await page.locator('dialog input[name=login]').fill(OFFICER)
  await page.locator('dialog input[name=password]').fill('wangge-demo')
  await page.locator('dialog button[type=submit]').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByLabel('内容', { exact: true })).toHaveValue('来电人又来电:压住了盲道')
  await page.locator('[data-send=add]').click()
  await expect(page.locator('[data-step=add]')).toContainText('压住了盲道')
  await officer.close()
})

test('a lost line is said, and when it is back everything is up to date', async ({ page, baseURL }) => {
  const officer = await Person.called(OFFICER, baseURL!)
  let cut = true
  await page.route('**/api/v1/stream*', (route) => (cut ? route.abort() : route.continue()))
  const made = await officer.report(words('井盖松动'))
  await open(page, OFFICER, made.ref)
  await expect(page.locator('.live')).toContainText('连接中断')
  await officer.act(made.ref, { action: 'file', matter: 'M-MS-09' })
  cut = false
  await expect(page.locator('.live')).toContainText('已重新连接', { timeout: 40_000 })
  await expect(chip(page)).toHaveText('已立案')
  await officer.close()
})

test('a call is taken down while talking', async ({ page, baseURL }) => {
  const text = words('来电说小区门口接驳车排到马路上')
  await logIn(page, OFFICER)
  await expect(page.locator('.desk')).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog', { name: '电话登记' })).toBeVisible()
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
  await page.keyboard.type('民主村')
  await expect(page.getByRole('option', { name: /民主村社区 第1网格/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('2号门岗')
  await page.getByLabel('来电人').first().fill('王女士')
  await page.getByLabel('电话', { exact: true }).fill('13800000000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.case')).toContainText(text)
  await expect(page.locator('.case')).toContainText('电话')
  const officer = await Person.called(OFFICER, baseURL!)
  const ref = decodeURIComponent(page.url().split('/case/')[1]!)
  expect((await officer.sheet(ref)).channel).toBe('phone')
  // The reporter is shown only for a reason.
  await page.getByRole('button', { name: '查看报告人' }).click()
  await page.getByLabel('理由').fill('回电核实位置')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('王女士')
  await officer.close()
})

test('storm: many merged into one, each with its result', async ({ page, baseURL }) => {
  const officer = await Person.called(OFFICER, baseURL!)
  const mark = words('暴雨积水')
  const made = [await officer.report(`${mark} 地下车库进水`), await officer.report(`${mark} 车库口水深`), await officer.report(`${mark} 车淹了`)]
  await logIn(page, OFFICER)
  await page.keyboard.press('7')
  await find(page, mark.split('-')[1]!)
  await expect(page.locator('.rows [role=option]')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('已选 3 件')).toBeVisible()
  await page.getByRole('button', { name: '合并为一件' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '合并为一件' }).click()
  await expect(page.getByRole('dialog')).toContainText('已完成 3/3')
  await page.getByRole('dialog').locator('footer').getByRole('button', { name: '关闭' }).click()
  const states = await Promise.all(made.map(async (m) => (await officer.sheet(m.ref)).state))
  expect(states.filter((s) => s === 'merged')).toHaveLength(2)
  await officer.close()
})

test('three thousand cases in one queue stay light', async ({ page }) => {
  await page.route(/\/api\/v1\/cases\?/, async (route) => {
    const after = Number(new URL(route.request().url()).searchParams.get('after') ?? 0)
    const items = Array.from({ length: 100 }, (_, n) => ({
      ref: `500107.${String(after + n).padStart(32, '0')}`, number: `20261124-${after + n}`, version: 1, state: 'verified', level: 'town', climbed: 'town', colour: 'blue', board: 'MS',
      where_zh: '谢家湾街道民主村社区', town: TOWN, village: '500107003003', grid: '500107003003001', compartment: 'open', sight: 'full', seat: { unit: TOWN },
      text: `第${after + n}件:${'名字很长的地方'.repeat(8)}`, place: '三号楼', overdue: false, created: '2026-11-24T01:00:00Z', updated: '2026-11-24T01:00:00Z',
    }))
    await route.fulfill({ json: { items, ...(after < 2900 ? { next: String(after + 100) } : {}) } })
  })
  await logIn(page, OFFICER)
  await expect(page.locator('.rows [role=option]').first()).toContainText('第0件')
  const rows = page.locator('.rows')
  for (let n = 0; n < 60; n += 1) {
    await rows.evaluate((el) => { el.scrollTop = el.scrollHeight })
    if (await page.getByText('第2999件').isVisible()) break
    await page.waitForResponse(/\/api\/v1\/cases\?/, { timeout: 5_000 }).catch(() => undefined)
  }
  await expect(page.getByText('第2999件')).toBeVisible()
  expect(await page.locator('.rows [role=option]').count()).toBeLessThan(60)
})

test('both languages, wide and narrow, no grave accessibility issue', async ({ page, baseURL }) => {
  const officer = await Person.called(OFFICER, baseURL!)
  const made = await officer.report(words('候车亭玻璃碎了'))
  await officer.act(made.ref, { action: 'file', matter: 'M-MS-09' })
  await officer.act(made.ref, { action: 'whistle', units: ['500107-Q-CG'], note: '请到现场' })
  await open(page, OFFICER, made.ref)
  await accessible(page)
  await page.locator('[data-action=whistle]').click()
  await accessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('[data-action=whistle]')).toContainText('Whistle')
  await expect(page.locator('.roll')).toContainText('Roll-call')
  await accessible(page)
  await page.screenshot({ path: '/tmp/shots/desk-en-1440.png' }).catch(() => undefined)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('.queue')).toBeHidden()
  await expect(page.locator('.case h1')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await accessible(page)
  await page.locator('.case header').getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('.queue')).toBeVisible()
  await accessible(page)
  await officer.close()
})

test('the department sees one list over all towns, passes work on, and has the workbook', async ({ page, baseURL }) => {
  const officer = await Person.called(OFFICER, baseURL!)
  const made = await officer.report(words('餐馆油烟直排'), { matter: 'M-MS-06' })
  await officer.act(made.ref, { action: 'file', matter: 'M-MS-06' })
  await officer.act(made.ref, { action: 'dispatch', to: { unit: '500107-Q-CG' } })
  await open(page, '500107-q-cg-bm-01', made.ref)
  await page.keyboard.press('t')
  const form = page.getByRole('form', { name: '转办' })
  await expect(form.getByRole('radio').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await expect(page.getByRole('form', { name: '接单' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(chip(page)).toHaveText('处置中')
  await officer.close()
})
