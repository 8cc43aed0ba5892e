/** Administration by three hands: accounts and posts, matters, imports, grids, the trail, and why somebody may not. */
import type { Browser, Page } from '@playwright/test'
import { accessible, expect, logIn, PASSWORD, test } from './support'

const SYSTEM = '50-xt-01'
const SECURITY = '50-aq-01'
const AUDITOR = '50-sj-01'
const LISTS = '50-sz-02'
const TOWN = '500107003'
/** Unlike any other run's. */
const mark = Date.now().toString(36)

/** Somebody else at a screen of their own, on the same server. */
async function another(browser: Browser, login: string, path: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await logIn(page, login, path)
  return page
}
async function file(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

test('units: the tree opens by keyboard, posts and roster stand behind tabs', async ({ page }) => {
  await logIn(page, SYSTEM, `/console/admin/units/${TOWN}`)
  await expect(page.getByRole('heading', { name: '谢家湾街道' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '值班长', exact: true })).toBeVisible()
  await accessible(page)
  const current = page.locator('.unit-tree .is-current').first()
  await current.focus()
  await page.keyboard.press('ArrowRight')
  const village = page.locator('.unit-tree .el-tree-node', { hasText: '民主村社区' }).last()
  await expect(village).toBeVisible()
  await village.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '民主村社区' })).toBeVisible()
  await page.getByRole('searchbox').fill('石马河')
  await page.getByRole('button', { name: /石马河街道 镇街/ }).click()
  await expect(page).toHaveURL(/500105003/)
  await page.getByRole('tab', { name: '办公时间' }).click()
  await expect(page.getByLabel('法定节假日也办公')).toBeVisible()
  await accessible(page)
})

test('a roster is kept by the duty officer: a night added, saved, still there', async ({ page }) => {
  await logIn(page, '500153002-zh-03', '/console/admin/units/500153002')
  await page.getByRole('tab', { name: '轮值' }).click()
  await page.getByRole('button', { name: '下一周' }).click()
  await page.getByRole('button', { name: /给 值班长 在 .*二 加一班/ }).click()
  await page.getByRole('button', { name: '夜班' }).click()
  await page.getByRole('button', { name: '加入' }).click()
  await page.getByRole('button', { name: '保存排班' }).click()
  await expect(page.getByRole('button', { name: '保存排班' })).toBeDisabled()
  await expect(page.locator('.duty', { hasText: '20:30–08:30' }).first()).toBeVisible()
  await accessible(page)
})

test('an account is made, its password shown once; a post is granted by another hand, and left', async ({ page, browser }) => {
  const called = `测试员${mark}`
  await logIn(page, SYSTEM, `/console/admin/accounts/${TOWN}`)
  await page.getByRole('button', { name: '新建账号' }).click()
  await page.getByLabel(/^称呼/).fill(called)
  await page.getByLabel(/^登录名/).fill(`t-${mark}`)
  await page.getByRole('button', { name: '建立账号' }).click()
  const password = page.locator('.word')
  await expect(password).toHaveText(/^([a-z0-9]{4}-){3}[a-z0-9]{4}$/)
  await accessible(page)
  await page.getByRole('button', { name: '已记下,关闭' }).click()
  await expect(password).toHaveCount(0)
  await expect(page.getByRole('button', { name: '授予岗位' })).toHaveCount(0)

  const security = await another(browser, SECURITY, `/console/admin/accounts/${TOWN}`)
  await security.getByRole('button', { name: called }).click()
  await security.getByRole('button', { name: '授予岗位' }).click()
  await security.getByRole('combobox', { name: '岗位', exact: true }).selectOption('MS-03')
  await expect(security.getByText('角色:镇街岗位;板块:民生服务')).toBeVisible()
  await accessible(security)
  await security.getByRole('button', { name: '授予', exact: true }).click()
  const panel = security.getByRole('region', { name: called })
  await expect(panel.getByText('代办服务岗 MS-03')).toBeVisible()
  await panel.getByRole('button', { name: '离任' }).click()
  await expect(security.getByText('此人离任后该岗位无人')).toBeVisible()
  await security.getByRole('button', { name: '确认离任' }).click()
  await expect(panel.getByText('未任职:登录后什么也看不到')).toBeVisible()
  await accessible(security)
  await security.context().close()
})

test('a lost phone: the security administrator ends the sessions, the other screen asks for the password and keeps its page', async ({ page, browser }) => {
  const phone = await another(browser, '500153002-zh-06', '/console/admin/units/500153002')
  await expect(phone.getByRole('heading', { name: '昌州街道' })).toBeVisible()
  await logIn(page, SECURITY, '/console/admin/accounts/500153002')
  await page.getByRole('button', { name: /核查$/ }).click()
  await page.getByRole('button', { name: '手机丢失' }).click()
  await accessible(page)
  await page.getByRole('button', { name: '结束全部登录' }).click()
  await expect(page.getByText('已结束全部登录')).toBeVisible()
  // Whatever the phone asks for next finds that it is logged out; it was told to within five seconds.
  await expect(async () => {
    await phone.getByRole('searchbox').fill(`${Math.random()}`.slice(2, 8), { timeout: 1000 })
    await expect(phone.getByRole('dialog', { name: /登录已过期/ })).toBeVisible({ timeout: 2000 })
  }).toPass()
  await phone.getByLabel('账号', { exact: true }).fill('500153002-zh-06')
  await phone.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await phone.getByRole('button', { name: '登录', exact: true }).click()
  await expect(phone.getByRole('heading', { name: '昌州街道' })).toBeVisible()
  await phone.context().close()
})

test('an import is checked first: bad rows by number and by reason, as CSV; a good file says what it would change', async ({ page }) => {
  await logIn(page, SYSTEM, '/console/admin/imports')
  await accessible(page)
  await file(page, 'days.csv', 'date,kind,name\n2031-01-01,holiday,元旦\n2031-13-01,holiday,元旦\n2031-01-02,feast,元旦\n')
  const report = page.getByRole('region', { name: '检查结果' })
  await expect(report.getByRole('heading', { name: /处有误,什么都没有写入/ })).toBeVisible()
  await expect(report.getByRole('cell', { name: '3', exact: true })).toBeVisible()
  await expect(report.getByRole('cell', { name: '4', exact: true })).toBeVisible()
  await report.getByRole('button', { name: '按原因' }).click()
  await expect(report.getByRole('columnheader', { name: '次数' })).toBeVisible()
  const saved = page.waitForEvent('download')
  await report.getByRole('button', { name: '下载有误的行' }).click()
  expect((await saved).suggestedFilename()).toBe('days-有误的行.csv')
  await accessible(page)
  await report.getByRole('button', { name: '换文件再来' }).click()
  await file(page, 'days.csv', `date,kind,name\n2031-01-01,holiday,元旦${mark}\n2031-10-01,holiday,国庆节\n`)
  await expect(report.getByRole('heading', { name: '检查通过,尚未写入' })).toBeVisible()
  await expect(report.getByText('2031-01-01')).toBeVisible()
  await report.getByRole('button', { name: /^写入 \d+ 行$/ }).click()
  await expect(report.getByRole('heading', { name: '已写入' })).toBeVisible()
  await page.goto('/console/admin/calendar/2031')
  await expect(page.getByText(`元旦${mark}`).first()).toBeVisible()
  await accessible(page)
})

const HEAD = 'code,board,name_zh,name_en,kind,level,list_tier,heading,lead_post,assist_posts,lead_department,assist_departments,urgency,privacy,cadence,limit_verify,limit_dispatch,limit_report_in,limit_handle,limit_check,filing_zh,filing_en,closing_zh,closing_en,nothing_found,evidence,minutes,basis,source,example'
const matter = (handle: string, closing: string): string => `${HEAD}\nM-DJ-02,DJ,志愿服务队组建,Volunteer team formed,service,3,town,,DJ-03,,Q-SGB,,ordinary,masked,,2wd,,,${handle},,有召集人,a convenor,${closing},members may leave,no,none,0,示例文件†,seed,示例\n`

test('matters: what a file changes once the lists are in force becomes a draft for admission, and nothing counts yet', async ({ page }) => {
  await logIn(page, LISTS, '/console/admin/imports?kind=matters')
  await file(page, 'matters.csv', matter('12wd', `公开可联系${mark}`))
  await page.getByRole('button', { name: /^写入/ }).click()
  await expect(page.getByRole('heading', { name: '已写入' })).toBeVisible()
  await expect(page.getByText(/须经准入:1个事项列入1件准入申请草稿/)).toBeVisible()
  await page.goto('/console/admin/matters/M-DJ-02')
  await expect(page.getByRole('heading', { name: '志愿服务队组建' })).toBeVisible()
  await expect(page.getByText(mark)).toHaveCount(0)
  await accessible(page)
  await page.goto('/console/lists/admission')
  await expect(page.getByText('导入的清单:1个事项新增或调整').first()).toBeVisible()
})

test('why not: the answer in plain words, and it stands on the trail', async ({ page }) => {
  await logIn(page, AUDITOR, '/console/admin/why')
  await page.getByLabel(/^登录名/).fill('50-xt-01')
  await page.getByRole('button', { name: '查一查' }).click()
  await expect(page.getByRole('heading', { name: /不可以/ })).toBeVisible()
  await expect(page.getByText('所任岗位都不具备这项权限')).toBeVisible()
  await accessible(page)
  await page.getByRole('link', { name: '审计', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: '查问权限' }).first()).toBeVisible()
  await page.getByRole('button', { name: '谁看过' }).click()
  await expect(page.getByRole('rowheader', { name: '登录', exact: true })).toHaveCount(0)
  await accessible(page)
})

test('grids: split by keyboard alone on a dated plan; nothing is done before it is agreed to', async ({ page }) => {
  await logIn(page, SYSTEM, '/console/admin/grids/500101001001')
  await page.getByRole('button', { name: '图形', exact: true }).click()
  const first = page.getByRole('button', { name: /^第1网格 / })
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: '拆分', exact: true }).click()
  await page.getByRole('button', { name: '南北向平分' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已分成 A、B 两部分')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '看方案' }).click()
  await expect(page.getByText(/方案日期 .*尚未生效/)).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '再改改' }).click()
  await page.getByRole('button', { name: '取消', exact: true }).click()
  await expect(first).toBeVisible()
  await page.getByRole('tab', { name: '版次' }).click()
  await expect(page.getByText('启用中')).toBeVisible()
  await accessible(page)
})

test('grids: merged by a plan, and the new one stands on the drawing', async ({ page }) => {
  await logIn(page, SYSTEM, '/console/admin/grids/500101001002')
  await page.getByRole('button', { name: '图形', exact: true }).click()
  await page.getByRole('button', { name: '合并', exact: true }).click()
  const grids = page.locator('svg .grid')
  const before = await grids.count()
  await page.getByRole('button', { name: /^第1网格 / }).click()
  await page.getByRole('button', { name: /^第2网格 / }).click()
  await page.getByRole('button', { name: '看方案' }).click()
  await page.getByLabel('立即生效').check()
  await page.getByRole('button', { name: '按方案重划' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(grids).toHaveCount(before - 1)
})

test('who may not, reads who may', async ({ page }) => {
  await logIn(page, '50-sz-01', '/console/admin/audit')
  await expect(page.getByText('当前岗位(市级调度)不能查看审计。可以的岗位:审计员。')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.goto('/console/admin/precedents')
  await expect(page.getByRole('heading', { name: '裁定先例' })).toBeVisible()
  await accessible(page)
})

test('in English, and by keyboard from the skip link', async ({ page }) => {
  await logIn(page, SYSTEM, '/console/admin/calendar/2026')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Calendar', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Accounts and posts' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Calendar', exact: true })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  for (const name of ['Units', 'Grids', 'Matters', 'Imports', 'Precedents']) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible()
  }
  await accessible(page)
})
