/** Duties: a worker's walk with and without network, a volunteer's help, and what the community sees of places. */
import type { BrowserContext, Page } from '@playwright/test'
import { Person, words } from './people'
import { kept, offline, PHONE, SHOT } from './phone'
import { accessible, expect, logIn, PASSWORD, test, watch } from './support'

/** A town whose second community no other file of tests uses. */
const TOWN = '500153002'
interface Row { object: string; matter: string; nominal: string; name_zh: string; label: string; state: string; evidence: string; trigger?: { ref: string }; may: string[]; reason?: string; case?: string }
interface Day { day: string; stops: { door: string; duties: Row[] }[] }

/** The community, its secretary, and its grids that somebody works: asked for, not assumed. */
async function ground(baseURL: string): Promise<{ village: string; grids: string[]; secretary: Person }> {
  const officer = await Person.called(`${TOWN}-zh-03`, baseURL)
  const villages = await officer.get<{ code: string }[]>(`/api/v1/units/${TOWN}/children`)
  for (const { code } of villages.filter((v) => /^\d{12}$/.test(v.code)).slice(1)) {
    const secretary = await Person.called(`${code}-sq-01`, baseURL).catch(() => undefined)
    if (!secretary) continue
    const grids = (await officer.get<{ code: string }[]>(`/api/v1/units/${code}/children`)).map((u) => u.code).filter((c) => c.length === 15)
    await officer.close()
    return { village: code, grids, secretary }
  }
  throw new Error('no community to walk in')
}
/** Lanes are looked at every day, whatever day it is; of one's own, so that the list is never empty. */
async function lanes(secretary: Person, grid: string, n: number): Promise<string[]> {
  const names = Array.from({ length: n }, (_, i) => words(`通道${i + 1}`))
  for (const name of names) await secretary.post('/api/v1/duties/objects', { kind: 'fire_lane', name, grid })
  return names
}
const rows = (day: Day): Row[] => day.stops.flatMap((stop) => stop.duties)
const at = async (who: Person, grid: string): Promise<Row[]> => rows(await who.get<Day>(`/api/v1/duties?grid=${grid}`))
const one = async (who: Person, grid: string, label: string): Promise<Row | undefined> => (await at(who, grid)).find((row) => row.label === label)
const duty = (page: Page, label: string) => page.locator('[data-test=duty]').filter({ has: page.getByRole('button', { name: label }) })
async function walk(page: Page, grid: string): Promise<void> {
  await logIn(page, `${grid}-wg-01`, '/field/')
  await expect(page.locator('[data-test=walk]')).toBeVisible()
  await all(page)
}
/** Every stop on the page: the walk shows the next ones first. */
async function all(page: Page): Promise<void> {
  const more = page.locator('[data-test=walk]').getByRole('button', { name: /再看 \d+ 站/ })
  for (let i = 0; i < 8 && (await more.count()); i += 1) await more.click()
}
const wide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.describe('on the phone', () => {
  test.use({ ...PHONE })

  test('a morning without network: ticks wait, arrive exactly once, and a slip is undone', async ({ page, context, baseURL }) => {
    const { grids, secretary } = await ground(baseURL!)
    const grid = grids[0]!
    const [done, nothing, found, slip] = await lanes(secretary, grid, 4)
    await walk(page, grid)
    await expect(duty(page, done!)).toBeVisible()
    await accessible(page)
    expect(await wide(page)).toBeLessThanOrEqual(0)
    await page.screenshot({ path: '../target/e2e-shots/duty-today.png', fullPage: true })

    await offline(context, true)
    const posts: string[] = []
    page.on('request', (request) => { if (request.url().endsWith('/duties/ticks')) posts.push(request.postData() ?? '') })
    // This matter asks for a photo when something was done about it; for "nothing found" it asks for none.
    await duty(page, done!).locator('[data-test=done]').click()
    await page.locator('[data-test=tick-send]').click()
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    await page.locator('[data-test=camera]').setInputFiles(SHOT)
    await expect(page.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
    await page.locator('[data-test=tick-send]').click()
    await expect(duty(page, done!)).toHaveCount(0)
    await duty(page, nothing!).locator('[data-test=nothing]').click()
    await expect(duty(page, nothing!)).toHaveCount(0)
    // Found something: place and object are known, only what was seen is written.
    await duty(page, found!).locator('[data-test=found]').click()
    const sheet = page.getByRole('dialog')
    await expect(sheet).toContainText(found!)
    await accessible(page)
    await sheet.locator('[data-test=tick-send]').click()
    await expect(sheet.getByRole('alert')).toBeVisible()
    await sheet.locator('[data-test=note]').fill('两辆面包车占住消防通道')
    await page.screenshot({ path: '../target/e2e-shots/duty-found.png' })
    await sheet.locator('[data-test=tick-send]').click()
    await expect(duty(page, found!)).toHaveCount(0)
    // A slip: held back on the phone, the server never hears of it.
    await duty(page, slip!).locator('[data-test=nothing]').click()
    await page.locator('[data-test=undo]').click()
    await expect(duty(page, slip!)).toBeVisible()
    await page.screenshot({ path: '../target/e2e-shots/duty-offline.png' })
    await page.getByRole('link', { name: /网络已断开.*3 件待送出/ }).click()
    await expect(page.getByText('等待网络').first()).toBeVisible()
    await accessible(page)
    await page.getByRole('button', { name: '返回' }).click()

    await offline(context, false)
    await expect.poll(async () => (await one(secretary, grid, found!))?.state).toBe('found')
    await expect.poll(async () => (await one(secretary, grid, nothing!))?.state).toBe('nothing_found')
    await expect.poll(async () => (await one(secretary, grid, done!))?.state).toBe('done')
    expect((await one(secretary, grid, slip!))?.state).toBe('planned')
    const keys = posts.flatMap((body) => (JSON.parse(body) as { ticks: { key: string }[] }).ticks.map((tick) => tick.key))
    expect(new Set(keys).size, 'three effects, three keys').toBe(3)
    const report = (await one(secretary, grid, found!))?.case
    expect((await secretary.get<{ text: string }>(`/api/v1/cases/${report}`)).text).toContain('面包车')

    // What the server has is undone by a tick of its own.
    await expect(page.getByText('件待送出')).toHaveCount(0)
    await all(page)
    await duty(page, slip!).locator('[data-test=nothing]').click()
    await expect.poll(async () => (await one(secretary, grid, slip!))?.state).toBe('nothing_found')
    await page.locator('[data-test=settled] summary').click()
    await page.locator('[data-test=settled]').getByRole('button', { name: new RegExp(`撤销.*${slip}`) }).click()
    await expect.poll(async () => (await one(secretary, grid, slip!))?.state).toBe('planned')
    await expect(duty(page, slip!)).toBeVisible()
    await secretary.close()
  })

  test('skipped with a reason, told among the last days; a stop that somebody ticked first is explained', async ({ page, context, baseURL }) => {
    const { grids, secretary } = await ground(baseURL!)
    const grid = grids[1]!
    const [skipped, taken] = await lanes(secretary, grid, 2)
    await walk(page, grid)
    await duty(page, skipped!).locator('[data-test=more]').click()
    await accessible(page)
    await page.locator('[data-test=skip]').click()
    await page.locator('[data-test=tick-send]').click()
    await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('请选一个原因')
    await page.getByRole('radio', { name: '无法到达' }).click()
    await page.screenshot({ path: '../target/e2e-shots/duty-skip.png' })
    await page.locator('[data-test=tick-send]').click()
    await expect.poll(async () => (await one(secretary, grid, skipped!))?.reason).toBe('no_access')

    await offline(context, true)
    await duty(page, taken!).locator('[data-test=nothing]').click()
    const row = (await one(secretary, grid, taken!))!
    await secretary.post('/api/v1/duties/ticks', { ticks: [{ key: crypto.randomUUID(), object: row.object, matter: row.matter, nominal: row.nominal, tick: 'nothing_found' }] })
    await offline(context, false)
    await page.getByRole('link', { name: '1 件需要您看一下' }).click()
    await expect(page.getByText('您的记录没有丢失', { exact: false }).first()).toBeVisible()
    await page.getByRole('button', { name: '移除' }).click()
    await page.goto('/field/week')
    await expect(page.getByRole('heading', { level: 1, name: '本周' })).toBeVisible()
    await expect(page.locator('section.day').first()).toBeVisible()
    await accessible(page)
    await page.screenshot({ path: '../target/e2e-shots/duty-week.png', fullPage: true })
    await page.getByRole('tab', { name: '跳过与原因' }).click()
    await expect(page.getByText(skipped!)).toBeVisible()
    await expect(page.getByText('无法到达').first()).toBeVisible()
    await accessible(page)
    await page.getByRole('tab', { name: '离开几天' }).click()
    await accessible(page)
    await secretary.close()
  })

  test('started without network the walk is there', async ({ page, context, baseURL }) => {
    const { grids, secretary } = await ground(baseURL!)
    const grid = grids[1]!
    const [lane] = await lanes(secretary, grid, 1)
    await walk(page, grid)
    await expect(duty(page, lane!)).toBeVisible()
    const worker = await page.request.get('/field/sw.js')
    test.skip(!worker.headers()['content-type']?.includes('javascript') || (await worker.text()).includes('<!doctype'), 'the dev server has no service worker')
    await kept(page)
    await page.close()
    await offline(context, true)
    const cold = await context.newPage()
    await cold.goto('/field/')
    await expect(cold.locator('[data-test=walk]')).toBeVisible()
    await all(cold)
    await expect(duty(cold, lane!)).toBeVisible()
    await secretary.close()
  })

  test('a phone whose clock is wrong: the list and the tick are of the server\'s day', async ({ browser, baseURL, complaints }) => {
    const { grids, secretary } = await ground(baseURL!)
    const grid = grids[1]!
    const [ahead, behind] = await lanes(secretary, grid, 2)
    for (const [lane, hours] of [[ahead!, 26], [behind!, -26]] as const) {
      const context = await browser.newContext({ ...PHONE, baseURL: baseURL!, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
      const page = await context.newPage()
      watch(page, complaints)
      await page.clock.install({ time: Date.now() + hours * 3_600_000 })
      await walk(page, grid)
      await expect(page.locator('[data-test=walk]')).not.toContainText('的清单,联网后更新')
      const [sent] = await Promise.all([page.waitForRequest((r) => r.url().endsWith('/duties/ticks')), duty(page, lane).locator('[data-test=nothing]').click()])
      const [tick] = (sent.postDataJSON() as { ticks: { happened: string }[] }).ticks
      expect(Math.round((Date.parse(tick!.happened) - Date.now()) / 3_600_000), 'the phone says what it believes').toBe(hours)
      await expect.poll(async () => (await one(secretary, grid, lane))?.state).toBe('nothing_found')
      await context.close()
    }
    await secretary.close()
  })

  test('a volunteer takes an offered stop and does it: no name and no door before', async ({ page, browser, baseURL }) => {
    const { grids, secretary } = await ground(baseURL!)
    const grid = grids[0]!
    const [lane] = await lanes(secretary, grid, 1)
    const login = await volunteer(baseURL!, grid)
    await walk(page, grid)
    await duty(page, lane!).locator('[data-test=more]').click()
    await page.locator('[data-test=offer]').click()
    await expect.poll(async () => (await one(secretary, grid, lane!))?.state).toBe('offered')
    const pocket: BrowserContext = await browser.newContext({ ...PHONE, baseURL: baseURL!, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    const helper = await pocket.newPage()
    await logIn(helper, login, '/field/')
    const offers = helper.locator('[data-test=offers]')
    await expect(offers.getByRole('listitem').first()).toBeVisible()
    await expect(offers).not.toContainText(lane!)
    await accessible(helper)
    await helper.screenshot({ path: '../target/e2e-shots/duty-offers.png' })
    await offers.getByRole('button', { name: '我来办' }).first().click()
    await expect(offers).toContainText(lane!)
    await expect.poll(async () => (await one(secretary, grid, lane!))?.state).toBe('taken')
    await offers.getByRole('listitem').filter({ hasText: lane! }).getByRole('button', { name: '未发现问题' }).click()
    await expect.poll(async () => (await one(secretary, grid, lane!))?.state).toBe('nothing_found')
    await pocket.close()
    await secretary.close()
  })

  test('off-list work in two taps', async ({ page, baseURL }) => {
    const { grids, secretary } = await ground(baseURL!)
    await walk(page, grids[1]!)
    await page.goto('/field/offlist')
    await page.getByRole('button', { name: '工作群' }).click()
    await accessible(page)
    await page.screenshot({ path: '../target/e2e-shots/duty-offlist.png', fullPage: true })
    await page.locator('[data-test=offlist-send]').click()
    await expect(page.getByRole('heading', { name: '已收到' })).toBeVisible()
    await expect(page.getByRole('heading', { name: '我反映过的' })).toBeVisible()
    await secretary.close()
  })

  test('heat sets visits off: the week against the ceiling, and what gives way, in words and at the stop', async ({ page, baseURL }) => {
    const { grids, secretary } = await ground(baseURL!)
    const grid = grids[1]!
    // So many elders that five days of visits come over the ceiling of a week.
    for (let i = 1; i <= 20; i += 1) await secretary.post('/api/v1/duties/objects', { kind: 'elder', name: `任老${i}`, door: `${i}栋1-1`, grid })
    await walk(page, grid)
    await expect(page.locator('[data-test=burden]')).toHaveText(/本周约 .+,上限 [\d.]+ 小时,已占 \d+%/)
    const gives = page.locator('[data-test=gives-way]')
    await expect(gives).toHaveCount(0)
    // Set off by the community: heard on the phone without asking.
    const { day } = await secretary.get<Day>(`/api/v1/duties?grid=${grid}`)
    const until = new Date(Date.parse(`${day}T00:00:00Z`) + 4 * 86_400_000).toISOString().slice(0, 10)
    const set = await secretary.post<{ ref: string }>('/api/v1/duties/triggers', { on: 'heat', measure: 39, unit: grid, until, note: words('高温橙色预警') })
    await expect(gives).toContainText('因触发的任务本周约')
    await expect(gives).toContainText('超过上限')
    await all(page)
    const hot = page.locator('[data-test=duty]').filter({ hasText: '高温 · 至' })
    // The server's own words for what gives way today, row by row: weekly visits may wait, and what else is there.
    type Waiting = Row & { gives_way?: string }
    let ceiling = 0
    await expect(async () => {
      const list = await secretary.get<Day & { week: { minutes: number; ceiling: number } }>(`/api/v1/duties?grid=${grid}`)
      ceiling = list.week.ceiling
      expect(list.week.minutes).toBeGreaterThan(ceiling)
      const asked = rows(list).filter((row) => row.trigger).length
      expect(asked, 'those who lived there before too').toBeGreaterThanOrEqual(20)
      expect(await hot.count()).toBe(asked)
      const wait = (rows(list) as Waiting[]).filter((row) => row.gives_way).length
      expect(wait).toBeGreaterThan(0)
      expect(await page.locator('[data-test=may-wait]').count()).toBe(wait)
      const told = await gives.getByRole('listitem').allTextContents()
      const places = told.map((text) => Number(/(\d+) 处 · (?:可延后|可不办)$/.exec(text.trim())?.[1]))
      expect(places.reduce((sum, n) => sum + n, 0), told.join()).toBe(wait)
    }).toPass({ timeout: 30_000 })
    await expect(hot.first().locator('[data-test=yields]')).toHaveText(/^为此让位:.+ \d+ 处可(延后|不办)/)
    await expect(page.locator('[data-test=burden]')).toContainText(`上限 ${Math.round(ceiling / 6) / 10} 小时`)
    await accessible(page)
    expect(await wide(page)).toBeLessThanOrEqual(0)
    await page.screenshot({ path: '../target/e2e-shots/duty-gives-way.png', fullPage: true })
    await secretary.post(`/api/v1/duties/triggers/${set.ref}/end`, {})
    await secretary.close()
  })
})

/** Somebody who helps in a grid: made by one hand, given the post by another. */
async function volunteer(baseURL: string, grid: string): Promise<string> {
  const login = words('v').toLowerCase().replace(/[^a-z0-9-]/g, '')
  const system = await Person.called('50-xt-01', baseURL)
  const security = await Person.called('50-aq-01', baseURL)
  const account = await system.post<{ ref: string }>('/api/v1/accounts', { login, password: PASSWORD, called: '林阿姨', home_unit: TOWN })
  await security.post(`/api/v1/accounts/${account.ref}/holdings`, { unit: grid, post: 'WG-02', role: 'volunteer', board: 'CENTRE', capacity: 'holder' })
  await system.close()
  await security.close()
  return login
}

test('the community sees the places still to see, sets off what heat asks for and calls it off', async ({ page, baseURL }) => {
  const { village, grids, secretary } = await ground(baseURL!)
  const [lane] = await lanes(secretary, grids[0]!, 1)
  await secretary.post('/api/v1/duties/objects', { kind: 'elder', name: '曾国安', door: '9栋2-1', grid: grids[0]! })
  await logIn(page, `${village}-sq-01`, `/console/screen/${village}/duties`)
  await expect(page.getByRole('tab', { name: '还要去看的' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('[data-test=still]')).toContainText(lane!)
  await accessible(page)
  await page.screenshot({ path: '../target/e2e-shots/duty-still.png' })
  // Done on the phone: it goes from the list by itself.
  const worker = await Person.called(`${grids[0]}-wg-01`, baseURL!)
  const row = (await one(secretary, grids[0]!, lane!))!
  await worker.post('/api/v1/duties/ticks', { ticks: [{ key: crypto.randomUUID(), object: row.object, matter: row.matter, nominal: row.nominal, tick: 'nothing_found' }] })
  await expect(page.locator('[data-test=still]')).not.toContainText(lane!)

  await page.getByRole('tab', { name: '落下的' }).click()
  await expect(page.locator('[data-test=coverage]')).toBeVisible()
  await accessible(page)
  await page.screenshot({ path: '../target/e2e-shots/duty-coverage.png', fullPage: true })

  await page.getByRole('tab', { name: '因天气等触发' }).click()
  await page.locator('[data-test=set-off]').click()
  const why = words('气象台高温橙色预警')
  await page.locator('input[name=measure]').fill('39')
  await page.locator('textarea[name=note]').fill(why)
  await accessible(page)
  await page.getByRole('dialog').getByRole('button', { name: '启动触发' }).click()
  const card = page.locator('[data-test=triggers] > li').filter({ hasText: why })
  await expect(card).toContainText('独居老人走访')
  await accessible(page)
  await page.screenshot({ path: '../target/e2e-shots/duty-trigger.png', fullPage: true })
  expect((await at(worker, grids[0]!)).some((r) => r.trigger)).toBe(true)
  await card.getByRole('button', { name: '停止触发' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '停止触发' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('tab', { name: '对象' }).click()
  await page.locator('[data-test=add-object]').click()
  await page.locator('select[name=kind]').selectOption('elder')
  await page.locator('input[name=name]').fill('冉素芬')
  await page.locator('select[name=grid]').selectOption(grids[0]!)
  await accessible(page)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('[data-test=objects]')).toBeVisible()
  await expect(page.locator('[data-test=objects]')).not.toContainText('冉素芬')
  await accessible(page)
  await page.screenshot({ path: '../target/e2e-shots/duty-objects.png' })
  await page.getByRole('button', { name: /查看姓名/ }).first().click()
  await page.locator('input[name=reason]').fill('核对高温走访名单')
  await page.getByRole('dialog').getByRole('button', { name: '查看姓名' }).click()
  await expect(page.locator('.named')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/console/screen/${village}/duties`)
  await expect(page.locator('[data-test=still]')).toBeVisible()
  expect(await wide(page)).toBeLessThanOrEqual(0)
  await accessible(page)
  await worker.close()
  await secretary.close()
})
