/** The list office: what is off the lists, print and workbook. */
import type { Browser, Page } from '@playwright/test'
import { PHONE } from './phone'
import { accessible, expect, logIn, test, watch } from './support'

const AREA = '500107'
const OFFICE = `${AREA}-qx-02`
/** A worker of a community that no other file of tests uses. */
const WORKER = '500105003002001-wg-01'

/** Somebody at a desk of their own. */
async function at(browser: Browser, baseURL: string, complaints: string[], login: string, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  watch(page, complaints)
  await logIn(page, login, `/console${path}`)
  return page
}
const shot = (page: Page, name: string): Promise<Buffer> => page.screenshot({ path: `../target/e2e-shots/lists-${name}.png`, fullPage: true })

test('off-list work in two taps: seen by the list office alone, answered within the limit', async ({ browser, baseURL, complaints }) => {
  const pocket = await browser.newContext({ ...PHONE, baseURL: baseURL!, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  const phone = await pocket.newPage()
  watch(phone, complaints)
  await logIn(phone, WORKER, '/field/')
  await phone.goto('/field/offlist')
  await phone.getByRole('button', { name: '工作群' }).click()
  const made = phone.waitForResponse((r) => r.url().endsWith('/api/v1/offlist') && r.request().method() === 'POST')
  await phone.locator('[data-test=offlist-send]').click()
  const receipt = (await (await made).json()) as { ref: string; number: string; due: string }
  await expect(phone.getByRole('heading', { name: '已收到' })).toBeVisible()
  expect(Date.parse(receipt.due)).toBeGreaterThan(Date.now())

  // Whoever is above the worker sees nothing of it.
  for (const login of ['500105003-zh-01', '500105-qx-03']) {
    const boss = await at(browser, baseURL!, complaints, login, `/lists/offlist/${receipt.ref}`)
    await expect(boss.getByText('只有清单管理岗能看这里。')).toBeVisible()
    await expect(boss.getByRole('navigation', { name: '清单' }).getByRole('link', { name: '清单外与形式主义' })).toHaveCount(0)
    expect((await boss.request.get(`/api/v1/offlist/${receipt.ref}`)).status()).toBe(404)
    await boss.context().close()
  }
  const office = await at(browser, baseURL!, complaints, '500105-qx-02', '/lists/offlist')
  const report = office.getByRole('link').filter({ hasText: receipt.number })
  await expect(report).toContainText('清单外任务')
  await report.click()
  const one = office.getByRole('region', { name: '反映', exact: true })
  await expect(one.getByRole('button', { name: '答复' })).toBeVisible()
  await accessible(office)
  await shot(office, 'offlist')
  await one.getByRole('button', { name: '答复' }).click()
  await one.getByLabel('已要求撤回该任务').check()
  await one.getByLabel('给反映人的答复').fill('已要求停止每晚报数')
  await one.getByLabel('给下达单位的通知').fill('每晚报送人数不在清单上,请停止')
  await accessible(office)
  await one.locator('form').getByRole('button', { name: '答复' }).click()
  await expect(one).toContainText('已要求停止每晚报数')
  await expect(report).toContainText('已答复')
  await phone.reload()
  await expect(phone.getByText('已要求停止每晚报数')).toBeVisible()
  await accessible(phone)
  await office.context().close()
  await pocket.close()
})

test('a list is printed and taken along as a workbook', async ({ page }) => {
  await logIn(page, OFFICE, '/console/lists')
  await expect(page.locator('[data-test=list-burden]')).toContainText('分钟/人·周')
  await accessible(page)
  await shot(page, 'lists')
  await page.getByRole('link', { name: '打印、导出' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '打印与导出' })).toBeVisible()
  await page.getByRole('button', { name: '网格清单', exact: true }).click()
  const table = page.getByRole('table')
  await expect(table).toContainText('独居老人走访')
  await accessible(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 XLSX' }).click()])
  expect(file.suggestedFilename()).toMatch(/网格.*\.xlsx$/)
  const bytes: Buffer[] = []
  for await (const chunk of await file.createReadStream()) bytes.push(chunk as Buffer)
  const book = Buffer.concat(bytes)
  expect(book.subarray(0, 2).toString('latin1')).toBe('PK')
  expect(book.includes('xl/worksheets/sheet1.xml')).toBe(true)
  await page.emulateMedia({ media: 'print' })
  await expect(table).toBeVisible()
  await expect(page.getByRole('button', { name: '导出 XLSX' })).toBeHidden()
  await expect(page.getByRole('navigation', { name: '清单' })).toBeHidden()
  await page.pdf({ path: '../target/e2e-shots/lists-sheet.pdf', preferCSSPageSize: true })
  await shot(page, 'print')
})
