/** Leave cover: two persons at two browsers; the deputy takes the other's work and loses the post when the cover ends. */
import type { Browser, Page } from '@playwright/test'
import { Person, TOWN, words } from './people'
import { accessible, expect, logIn, test } from './support'

const AWAY = '500107003-ms-04'
const DEPUTY = '500107003-ms-02'

async function desk(browser: Browser, baseURL: string, login: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await logIn(page, login)
  return page
}

test('a colleague agrees, takes the work of the other post, and loses it when the cover ends', async ({ browser, baseURL }) => {
  test.setTimeout(150_000)
  const officer = await Person.called('500107003-zh-04', baseURL!)
  const made = await officer.report(words('站前非机动车乱停'))
  await officer.act(made.ref, { action: 'file', matter: 'M-MS-09' })
  await officer.act(made.ref, { action: 'dispatch', to: { unit: TOWN, post: 'MS-04' } })

  const away = await desk(browser, baseURL!, AWAY)
  await away.getByRole('button', { name: '替班', exact: true }).click()
  const asking = away.getByRole('dialog', { name: '请假替班' })
  await asking.getByRole('button', { name: '请人替班' }).click()
  await asking.getByText('一老一小', { exact: false }).first().click()
  await accessible(away)
  await away.screenshot({ path: '../target/e2e/cover-ask.png' })
  await asking.getByRole('button', { name: '发出请求' }).click()
  await expect(asking.locator('[data-cover=asked]')).toBeVisible()

  const deputy = await desk(browser, baseURL!, DEPUTY)
  await deputy.getByRole('button', { name: '替班', exact: true }).click()
  const answering = deputy.getByRole('dialog', { name: '请假替班' })
  await answering.getByRole('button', { name: '同意' }).click()
  await expect(answering.getByText('正在替班')).toBeVisible()
  await deputy.screenshot({ path: '../target/e2e/cover-accepted.png' })
  await answering.getByRole('button', { name: '关闭' }).click()
  const posts = deputy.locator('.holding select')
  const covering = posts.locator('option', { hasText: '替班' })
  await expect(covering).toHaveCount(1)
  await posts.selectOption({ label: (await covering.textContent())! })
  await deputy.goto(`/console/case/${made.ref}`)
  await deputy.locator('[data-action=accept]').click()
  await deputy.locator('[data-send=accept]').click()
  await expect(deputy.locator('.case header .state')).toHaveText('处置中')
  await deputy.screenshot({ path: '../target/e2e/cover-desk.png' })

  await asking.getByRole('button', { name: '关闭' }).click()
  await away.getByRole('button', { name: '替班', exact: true }).click()
  await asking.getByRole('button', { name: '提前结束' }).click()
  await expect(asking.locator('[data-cover=ended]').first()).toBeVisible()
  await deputy.reload()
  await expect(deputy.locator('.holding option', { hasText: '替班' })).toHaveCount(0)
  await officer.close()
})
