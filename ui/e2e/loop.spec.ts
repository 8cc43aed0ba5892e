/** The whole loop, clicked through by five persons, each on the own screen. */
import type { Browser, Page } from '@playwright/test'
import { words } from './people'
import { expect, logIn, test } from './support'

/** In the grid 500107003003001. */
const SPOT = { longitude: 106.5005834, latitude: 29.5125224 }

async function picture(page: Page): Promise<Buffer> {
  const data = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#6f8f7a'
    pen.fillRect(0, 0, 640, 480)
    pen.fillStyle = '#f2efe6'
    pen.fillRect(120, 140, 400, 220)
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  return Buffer.from(data.split(',')[1]!, 'base64')
}
const chip = (page: Page) => page.locator('.case header .state')

/** Somebody at a desk of their own, with the case open. */
async function at(browser: Browser, baseURL: string, login: string, ref: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await logIn(page, login, `/console/case/${ref}`)
  await expect(page.locator('.case h1')).toBeVisible()
  return page
}

test('reported by a citizen, dispatched, handled, checked, closed, rated', async ({ browser, baseURL }) => {
  test.setTimeout(240_000)
  const said = words('楼下餐馆油烟直排窗户')

  // 1. The citizen, on a phone, without an account.
  const pocket = await browser.newContext({ baseURL: baseURL!, locale: 'zh-CN', viewport: { width: 390, height: 844 }, permissions: ['geolocation'], geolocation: SPOT })
  const citizen = await pocket.newPage()
  await citizen.goto('/report')
  await citizen.getByLabel('什么情况?').fill(said)
  await expect(citizen.getByText(/第\d+网格/).first()).toBeVisible()
  const [answer] = await Promise.all([
    citizen.waitForResponse((r) => r.url().endsWith('/api/v1/cases') && r.request().method() === 'POST'),
    citizen.getByRole('button', { name: '发送' }).click(),
  ])
  expect(answer.status(), await answer.text()).toBe(201)
  const receipt = (await answer.json()) as { ref: string; follow: string }
  await expect(citizen.getByText('已收到,谢谢您')).toBeVisible()

  // 2. The duty officer of the town verifies, files, dispatches.
  const officer = await at(browser, baseURL!, '500107003-zh-03', receipt.ref)
  await expect(chip(officer)).toHaveText('待核实')
  await officer.locator('[data-action=verify]').click()
  await officer.getByLabel('看到了什么').fill('已到现场,油烟直排属实')
  await officer.locator('[data-send=verify]').click()
  await expect(chip(officer)).toHaveText('已核实')
  await officer.locator('[data-action=file]').click()
  await officer.getByRole('combobox', { name: '事项' }).fill('排烟')
  await officer.getByRole('form', { name: '立案' }).getByRole('option', { name: /商户排烟扰民/ }).click()
  await officer.locator('[data-send=file]').click()
  await expect(chip(officer)).toHaveText('已立案')
  await officer.locator('[data-action=dispatch]').click()
  await officer.getByRole('form', { name: '派遣' }).getByText('区城市管理局').click()
  await officer.locator('[data-send=dispatch]').click()
  await expect(chip(officer)).toHaveText('已派遣')

  // 3. The department accepts and finishes, with a photo of the work done.
  const handler = await at(browser, baseURL!, '500107-q-cg-bm-01', receipt.ref)
  await handler.locator('[data-action=accept]').click()
  await handler.locator('[data-send=accept]').click()
  await expect(chip(handler)).toHaveText('处置中')
  await handler.locator('[data-action=finish]').click()
  await handler.getByLabel('做了什么').fill('已责令安装净化器并改道排放')
  await handler.locator('.dock input[type=file]').setInputFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer: await picture(handler) })
  await expect(handler.locator('.dock .item')).toHaveCount(1)
  await expect(handler.locator('.dock .item.wait')).toHaveCount(0)
  await handler.locator('[data-send=finish]').click()
  await expect(handler.locator('[data-step=finish]')).toBeVisible()

  // 4. The community's secretary, who did not handle it, checks.
  const checker = await at(browser, baseURL!, '500107003003-sq-01', receipt.ref)
  await expect(chip(checker)).toHaveText('待核查')
  await expect(checker.locator('[data-step=finish] .photo img')).toBeVisible()
  await checker.locator('[data-action=check]').click()
  await checker.getByRole('radio', { name: '通过', exact: true }).check()
  await checker.locator('[data-send=check]').click()
  await expect(chip(checker)).toHaveText('待结案')

  // 5. The duty officer sees it come back by itself, and closes it.
  await expect(chip(officer)).toHaveText('待结案')
  await officer.locator('[data-action=close]').click()
  await officer.getByLabel('给报告人的答复').fill('餐馆已装净化器,请留意效果')
  await officer.locator('[data-send=close]').click()
  await expect(chip(officer)).toHaveText('已结案')

  // And the citizen has the last word.
  await citizen.goto(`/follow/${receipt.follow}`)
  await expect(citizen.getByText('餐馆已装净化器,请留意效果')).toBeVisible()
  await citizen.getByRole('button', { name: '解决了', exact: true }).click()
  await citizen.getByRole('button', { name: '提交' }).click()
  await expect(citizen.getByRole('heading', { name: '解决了吗?' })).toHaveCount(0)
  await expect(officer.locator('[data-step=rate]')).toBeVisible()
  for (const page of [citizen, officer, handler, checker]) await page.context().close()
})
