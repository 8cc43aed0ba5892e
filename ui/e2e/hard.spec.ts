/** Hard days: three thousand cases, four hundred steps, long names, nothing at all, half an upload, a server that goes. */
import { connect, createServer, type AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { City } from './city'
import { Person, words, type Made } from './people'
import { own, picture } from './phone'
import { accessible, expect, logIn, PASSWORD, test } from './support'

/** A town that no other test of cases uses. */
const TOWN = '500153002'
const OFFICER = '500153002-zh-03'
const rows = (page: Page) => page.locator('.rows [role=option]')
const wide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** The first grid of the town's first community. */
async function gridOf(who: Person): Promise<string> {
  const [village] = await who.get<{ code: string }[]>(`/api/v1/units/${TOWN}/children`)
  const [grid] = await who.get<{ code: string }[]>(`/api/v1/units/${village!.code}/children`)
  return grid!.code
}
/** Many at once, a few at a time. */
async function all<T, R>(items: readonly T[], at: number, job: (item: T) => Promise<R>): Promise<R[]> {
  const found: R[] = []
  const left = [...items.entries()]
  await Promise.all(Array.from({ length: at }, async () => {
    for (let next = left.shift(); next; next = left.shift()) found[next[0]] = await job(next[1])
  }))
  return found
}

test('three thousand cases in one queue: fluid, by keys, and the page does not grow', async ({ page, baseURL }) => {
  test.setTimeout(300_000)
  const officer = await Person.called(OFFICER, baseURL!)
  const grid = await gridOf(officer)
  const held = async (): Promise<number> => (await officer.get<{ total: { open: number } }>(`/api/v1/counts?unit=${TOWN}`)).total.open
  const before = await held()
  await all(Array.from({ length: Math.max(0, 3_000 - before) }, (_, n) => n), 24, (n) => officer.report(`${own('积压')} 第${n}件:${'名字很长的地方'.repeat(6)}`, { grid, matter: ['M-MS-07', 'M-MS-08', 'M-PF-02'][n % 3] }))
  await logIn(page, OFFICER)
  await page.keyboard.press('7')
  await expect(page.getByRole('tab', { name: /全部/ })).toHaveAttribute('aria-selected', 'true')
  await expect(rows(page).first()).toBeVisible()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const measure = async (): Promise<{ Nodes: number; JSHeapUsedSize: number }> => {
    await cdp.send('HeapProfiler.collectGarbage')
    const { metrics } = await cdp.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map((m) => [m.name, m.value])) as { Nodes: number; JSHeapUsedSize: number }
  }
  const early = await measure()
  await page.evaluate(() => {
    Object.assign(window, { slow: [] })
    new PerformanceObserver((list) => { for (const e of list.getEntries()) (window as unknown as { slow: number[] }).slow.push(e.duration) }).observe({ type: 'longtask' })
  })
  // Down to the end, page by page by key, and never more rows in the document than fit on the screen and a few more.
  const list = page.locator('.rows')
  const most = page.getByText('只显示前 3000 件').or(page.getByRole('tab', { name: /全部 ?(2\d{3}|3000)$/ }))
  await expect(async () => {
    await list.evaluate((el) => { el.scrollTop = el.scrollHeight })
    expect(await rows(page).count()).toBeLessThan(60)
    await expect(most.first()).toBeVisible({ timeout: 400 })
  }).toPass({ timeout: 120_000, intervals: [50] })
  await expect.poll(async () => {
    await list.evaluate((el) => { el.scrollTop = el.scrollHeight })
    return Number(await rows(page).last().getAttribute('aria-posinset'))
  }, 'the very last one is reached').toBeGreaterThanOrEqual(2_990)
  // By keys from the top: the row in use is always in sight.
  await list.evaluate((el) => { el.scrollTop = 0 })
  await page.keyboard.press('q')
  const place = async (): Promise<number> => Number(await page.locator('.rows .active').getAttribute('aria-posinset'))
  await page.keyboard.press('j')
  await expect(page.locator('.rows .active')).toBeVisible()
  const began = await place()
  for (let n = 0; n < 40; n += 1) await page.keyboard.press('j')
  await expect.poll(place).toBe(began + 40)
  await expect(page.locator('.rows .active')).toBeInViewport({ ratio: 0.9 })
  for (let n = 0; n < 15; n += 1) await page.keyboard.press('k')
  await expect.poll(place).toBe(began + 25)
  await page.keyboard.press('Enter')
  await expect(page.locator('.case h1')).toBeVisible()
  expect(await rows(page).count()).toBeLessThan(60)
  // A new one waits for the reader; the list does not jump.
  const top = await list.evaluate((el) => el.scrollTop)
  await officer.report(own('新来的'), { grid, matter: 'M-MS-07' })
  await page.waitForTimeout(2_000)
  expect(await list.evaluate((el) => el.scrollTop)).toBe(top)
  const late = await measure()
  expect(late.Nodes).toBeLessThan(early.Nodes + 6_000)
  expect(late.JSHeapUsedSize - early.JSHeapUsedSize, 'three thousand rows are some megabytes').toBeLessThan(40_000_000)
  const slow = await page.evaluate(() => (window as unknown as { slow: number[] }).slow)
  expect(Math.max(0, ...slow), `long tasks: ${slow.map(Math.round).join(', ')}`).toBeLessThan(1_000)
  await page.screenshot({ path: '../target/e2e-shots/desk-3000.png' })
  await officer.close()
})

test('four hundred steps: the newest is there, the rest opens in stretches, paper has them all', async ({ page, baseURL }) => {
  test.setTimeout(180_000)
  const officer = await Person.called(OFFICER, baseURL!)
  const made = await officer.report(words('反复来电'), { grid: await gridOf(officer) })
  const { version } = await officer.sheet(made.ref)
  for (let n = 1; n <= 400 - version; n += 1) await officer.post(`/api/v1/cases/${made.ref}/actions`, { action: 'add', text: `第${n}次来电:还没有人来看` })
  await logIn(page, OFFICER, `/console/case/${made.ref}`)
  const steps = page.locator('.case [data-step]')
  await expect(page.locator('.case')).toContainText('共 400 步')
  await expect(steps).toHaveCount(20)
  await expect(steps.first()).toContainText(`第${400 - version}次来电`)
  await page.getByRole('button', { name: '更早的 380 步' }).click()
  await expect(steps).toHaveCount(120)
  // What comes in now stands on top and is marked; what was unfolded stays unfolded.
  await officer.act(made.ref, { action: 'add', text: '又来电了' })
  // The line still brings the four hundred events before it.
  await expect(steps.first()).toContainText('又来电了', { timeout: 60_000 })
  await expect(steps).toHaveCount(120)
  await accessible(page)
  // On paper: every step, and nothing of the desk around them.
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(steps).toHaveCount(401)
  await expect(page.locator('.queue')).toBeHidden()
  await expect(page.locator('.dock')).toBeHidden()
  await expect(page.locator('.case h1')).toBeVisible()
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(pages, 'four hundred steps take several sheets').toBeGreaterThan(4)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(steps).toHaveCount(120)
  await officer.close()
})

test('names of sixty characters: nothing is pushed off the screen', async ({ page, baseURL }) => {
  const LONG = '重庆市荣昌区昌州街道棠香社区老旧小区改造及管网维护工程联合体项目经理部现场施工管理办公室第三作业班组应急抢修分队联系点'
  expect([...LONG].length).toBeGreaterThanOrEqual(57)
  const BARE = 'Bauunternehmungsgesellschaft'.repeat(2).padEnd(60, 'x').slice(0, 60)
  const officer = await Person.called(OFFICER, baseURL!)
  const system = await Person.called('50-xt-01', baseURL!)
  const security = await Person.called('50-aq-01', baseURL!)
  const login = own('lang-').toLowerCase()
  const account = await system.post<{ ref: string }>('/api/v1/accounts', { login, password: PASSWORD, called: BARE.slice(0, 40), home_unit: TOWN })
  await security.post(`/api/v1/accounts/${account.ref}/holdings`, { unit: TOWN, post: 'ZH-04', role: 'duty_officer', board: 'CENTRE', capacity: 'holder' })
  const made = await officer.report(`${own('长名')} ${BARE}${BARE}`, { grid: await gridOf(officer), place: BARE })
  await officer.act(made.ref, { action: 'file', matter: 'M-MS-09' })
  await officer.act(made.ref, { action: 'dispatch', to: { unit: '500153-Q-CG' } })
  const handler = await Person.called('500153-q-cg-bm-01', baseURL!)
  await handler.act(made.ref, { action: 'accept' })
  for (const name of [LONG.slice(0, 60), BARE]) await handler.post(`/api/v1/cases/${made.ref}/links`, { name, note: LONG, until: new Date((await handler.now()) + 86_400_000).toISOString() })
  const link = await handler.post<{ token: string }>(`/api/v1/cases/${made.ref}/links`, { name: BARE, note: BARE + LONG, until: new Date((await handler.now()) + 86_400_000).toISOString() })
  // Who is called like that logs in, and writes on the case.
  await logIn(page, login, `/console/case/${made.ref}`)
  await expect(page.locator('.case h1')).toBeVisible()
  await page.locator('[data-action=add]').click()
  await page.getByLabel('内容', { exact: true }).fill(BARE)
  await page.locator('[data-send=add]').click()
  await expect(page.locator('[data-step=add]')).toContainText(BARE.slice(0, 40))
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 })
    expect(await wide(page), `the desk at ${width}`).toBeLessThanOrEqual(0)
    await page.screenshot({ path: `../target/e2e-shots/long-desk-${width}.png` })
  }
  await page.goto(`/link/${link.token}`)
  await expect(page.getByText(BARE + LONG)).toBeVisible()
  expect(await wide(page), 'the contractor’s page').toBeLessThanOrEqual(0)
  await page.screenshot({ path: '../target/e2e-shots/long-link-390.png' })
  await page.context().clearCookies()
  await logIn(page, '500153-q-cg-bm-01', `/console/case/${made.ref}`)
  await page.getByRole('button', { name: '给外协单位的链接' }).click()
  await expect(page.getByText(LONG.slice(0, 60)).first()).toBeVisible()
  expect(await wide(page), 'the links').toBeLessThanOrEqual(0)
  await page.context().clearCookies()
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/console/')
    await page.context().clearCookies()
    await logIn(page, '50-aq-01', `/console/admin/accounts/${TOWN}`)
    await page.getByRole('button', { name: BARE.slice(0, 40) }).first().click()
    await expect(page.getByRole('region', { name: BARE.slice(0, 40) })).toBeVisible()
    expect(await wide(page), `the accounts at ${width}`).toBeLessThanOrEqual(0)
    await page.screenshot({ path: `../target/e2e-shots/long-accounts-${width}.png` })
  }
  for (const one of [officer, system, security, handler]) await one.close()
})

test('no data at all: every screen says what that means', async ({ page, baseURL }) => {
  // A department to which nothing was ever given, a community in which nothing was ever reported.
  await logIn(page, '500153-q-yj-bm-01')
  for (const [key, said] of ['您手上没有待办', '本单位没有待办', '没有超时的事件', '没有等待本单位报到的呼叫', '没有升级上来的事件', '没有需要抽查的事件', '没有未结事件'].entries()) {
    await page.keyboard.press(String(key + 1))
    await expect(page.locator('.queue .empty')).toContainText(said)
  }
  await accessible(page)
  await page.screenshot({ path: '../target/e2e-shots/empty-desk.png' })
  await page.goto('/console/shift')
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await accessible(page)
  const officer = await Person.called(OFFICER, baseURL!)
  const villages = await officer.get<{ code: string; name: string }[]>(`/api/v1/units/${TOWN}/children`)
  const quiet = villages.at(-1)!
  await page.context().clearCookies()
  await logIn(page, '500153002-zh-01', `/console/screen/${quiet.code}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(quiet.name)
  await expect(page.locator('[data-test=open] b')).toHaveText('0')
  for (const panel of ['due', 'arrivals']) await expect(page.locator(`[data-test=${panel}] .said`)).toBeVisible()
  await accessible(page)
  await page.screenshot({ path: '../target/e2e-shots/empty-screen.png' })
  for (const part of ['duty', 'hall', 'year', 'buildings']) {
    await page.goto(`/console/screen/${quiet.code}/${part}`)
    await expect(page.getByRole('heading').first()).toBeVisible()
    await page.waitForLoadState('networkidle').catch(() => undefined)
    await accessible(page)
    await page.screenshot({ path: `../target/e2e-shots/empty-${part}.png` })
  }
  await officer.close()
})

/** A line to the server that can be cut in the middle of an upload. */
async function wire(to: string): Promise<{ url: string; cut: boolean; close(): void }> {
  const { hostname, port } = new URL(to)
  const line = { url: '', cut: false, close: () => { server.close() } }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    let sent = 0
    near.on('data', (bytes: Buffer) => {
      if (bytes.includes('POST /api/v1/files ')) sent = 1
      if (sent > 0) sent += bytes.length
      // Half of the photo has gone when the line breaks.
      if (line.cut && sent > 500_000) { near.destroy(); far.destroy() } else far.write(bytes)
    })
    far.on('data', (bytes: Buffer) => { near.write(bytes) })
    for (const [one, other] of [[near, far], [far, near]] as const) one.on('close', () => { other.destroy() }).on('error', () => { other.destroy() })
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  line.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return line
}

test('an upload is cut at half: said, and sent on with the same key', async ({ page, baseURL }) => {
  const officer = await Person.called(OFFICER, baseURL!)
  const made = await officer.report(words('照片传一半'), { grid: await gridOf(officer) })
  const line = await wire(baseURL!)
  await logIn(page, OFFICER, `${line.url}/console/case/${made.ref}`)
  await page.locator('[data-action=add]').click()
  await page.getByLabel('内容', { exact: true }).fill('补一张照片')
  const keys: string[] = []
  page.on('request', (r) => { if (r.url().endsWith('/api/v1/files')) keys.push(r.headers()['idempotency-key'] ?? '') })
  const photo = picture(700, 500, true)
  expect(photo.length, 'about a megabyte').toBeGreaterThan(1_000_000)
  line.cut = true
  await page.locator('.dock input[type=file]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo })
  await expect(page.locator('.dock .said')).toContainText('连不上服务器')
  await expect(page.getByLabel('内容', { exact: true })).toHaveValue('补一张照片')
  await accessible(page)
  await page.screenshot({ path: '../target/e2e-shots/upload-cut.png' })
  // Sent now, the photo would be missing: the form waits for it.
  await page.locator('[data-send=add]').click()
  await expect(page.getByText('还有照片没有传完')).toBeVisible()
  line.cut = false
  await page.locator('.dock .again').click()
  await expect(page.locator('.dock .item.wait, .dock .item.wrong')).toHaveCount(0)
  await page.locator('[data-send=add]').click()
  await expect(page.locator('[data-step=add] .photo img')).toHaveCount(1)
  expect(keys.length).toBeGreaterThanOrEqual(2)
  expect(new Set(keys).size).toBe(1)
  line.close()
  await officer.close()
})

test('the server is restarted under an open screen: said, caught up, nothing lost', async ({ page, browser }) => {
  test.setTimeout(240_000)
  const city = await City.fresh(50, 'target/e2e-restart')
  try {
    const officer = await Person.called('500107003-zh-04', city.url)
    const made: Made = await officer.report(words('断电那天'))
    await logIn(page, '500107003-zh-03', `${city.url}/console/case/${made.ref}`)
    await expect(page.locator('.case h1')).toBeVisible()
    await page.locator('[data-action=add]').click()
    await page.getByLabel('内容', { exact: true }).fill('写到一半,服务器没了')
    const wall = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } })).newPage()
    await logIn(wall, '500107003-zh-01', `${city.url}/console/screen/500107003/duty`)
    await expect(wall.locator('.live.live')).toBeVisible()
    await expect(wall.locator('[data-test=wall-open]'), 'a city with one case').toHaveText('1')
    await city.kill()
    await expect(page.locator('.desk .live')).toContainText('连接中断')
    await page.locator('[data-send=add]').click()
    await expect(page.locator('.form .wrong')).toContainText('连不上服务器')
    await expect(wall.locator('.live.lost, .lost').first()).toBeVisible()
    await accessible(page)
    await page.screenshot({ path: '../target/e2e-shots/restart-lost.png' })
    await city.start()
    // While the screens still wait, somebody else was faster.
    await officer.act(made.ref, { action: 'file', matter: 'M-MS-09' })
    await expect(page.locator('.desk .live')).toContainText('已重新连接', { timeout: 40_000 })
    await expect(page.locator('.case header .state')).toHaveText('已立案')
    await expect(page.getByLabel('内容', { exact: true })).toHaveValue('写到一半,服务器没了')
    await page.locator('[data-send=add]').click()
    await expect(page.locator('[data-step=add]')).toContainText('写到一半,服务器没了')
    expect((await officer.sheet(made.ref)).timeline.filter((s) => s.action === 'add')).toHaveLength(1)
    await officer.report(words('来电之后'))
    await expect(wall.locator('[data-test=wall-open]')).toHaveText('2', { timeout: 60_000 })
    await wall.context().close()
    await officer.close()
  } finally {
    await city.kill()
  }
})

test('the duty room can be read from afar and does not grow in days of events', async ({ page, request }) => {
  expect((await request.post('/api/v1/cases', { headers: { 'idempotency-key': crypto.randomUUID() }, data: { text: '下水道堵塞', point: { lon: 106.574605, lat: 29.614126 } } })).status()).toBe(201)
  await page.setViewportSize({ width: 3840, height: 2160 })
  // A tap on the stream: thousands of events as a storm brings them.
  await page.addInitScript(() => {
    const taps = new Set<EventSource>()
    const Real = window.EventSource
    window.EventSource = class extends Real {
      constructor(url: string | URL, init?: EventSourceInit) { super(url, init); taps.add(this) }
      close(): void { taps.delete(this); super.close() }
    }
    Object.assign(window, {
      storm: (n: number) => { for (let i = 0; i < n; i++) for (const tap of taps) tap.dispatchEvent(new MessageEvent('case.step', { data: `{"n":${i}}`, lastEventId: '' })) },
      taps: () => taps.size,
    })
  })
  await logIn(page, '500105003-zh-01', `/console/screen/500105003/duty`)
  await expect(page.locator('[data-test=wall-open]')).toHaveText(/^\d+$/)
  await expect(page.locator('.live.live')).toBeVisible()
  const look = await page.evaluate(() => ({ ground: getComputedStyle(document.querySelector('.wall')!).getPropertyValue('--wg-ground'), size: parseFloat(getComputedStyle(document.querySelector('.urgent b')!).fontSize) }))
  expect(look.ground.trim()).toBe('#06111e')
  expect(look.size).toBeGreaterThanOrEqual(60)
  await accessible(page)
  await page.screenshot({ path: 'test-results/screen-duty-3840.png' })

  const cdp = await page.context().newCDPSession(page)
  const nodes = async (): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage')
    return (await cdp.send('Performance.getMetrics')).metrics.find((m) => m.name === 'Nodes')?.value ?? 0
  }
  await cdp.send('Performance.enable')
  let lists = 0
  page.on('request', (r) => { if (r.url().includes('/api/v1/counts')) lists += 1 })
  const storm = (): Promise<void> => page.evaluate(() => (window as unknown as { storm(n: number): void }).storm(5000))
  await storm()
  const before = await nodes()
  for (let round = 0; round < 4; round++) {
    const answered = page.waitForResponse((r) => r.url().includes('/api/v1/counts'))
    await storm()
    await answered
  }
  expect(await nodes()).toBeLessThan(before * 1.1 + 200)
  // 25,000 events asked for a handful of refreshes, over one stream.
  expect(lists).toBeLessThan(15)
  expect(await page.evaluate(() => (window as unknown as { taps(): number }).taps())).toBe(1)
})
