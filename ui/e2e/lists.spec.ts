/** The list office: admission through all hands, what is off the lists, a dry run on real cases, print and workbook. */
import type { Browser, Page } from '@playwright/test'
import { Person, words } from './people'
import { PHONE } from './phone'
import { accessible, expect, logIn, test, watch } from './support'

const AREA = '500107'
const OFFICE = `${AREA}-qx-02`
/** A worker of a community that no other file of tests uses. */
const WORKER = '500105003002001-wg-01'
interface Entry { code: string; tier: string; name_zh: string; name_en: string; minutes: number; duty?: { object: string; recurrence: string }; [field: string]: unknown }
interface Price { verdict: string; ceiling: number; worst: { before: number; after: number }[]; swaps: { code: string; enough: boolean }[] }

/** Somebody at a desk of their own. */
async function at(browser: Browser, baseURL: string, complaints: string[], login: string, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  watch(page, complaints)
  await logIn(page, login, `/console${path}`)
  return page
}
const shot = (page: Page, name: string): Promise<Buffer> => page.screenshot({ path: `../target/e2e-shots/lists-${name}.png`, fullPage: true })
const stage = (page: Page) => page.locator('.head .chip').first()
/** Opens a proposal that somebody else has moved since. */
async function open(page: Page, ref: string, says: string): Promise<void> {
  await page.goto(`/console/lists/admission/${ref}`)
  await expect(stage(page)).toHaveText(says)
}
/** Chooses a step and confirms it. */
async function step(page: Page, name: string, text?: string): Promise<void> {
  const acts = page.getByRole('region', { name: '您现在可以' })
  await acts.getByRole('button', { name, exact: true }).click()
  if (text !== undefined) await acts.locator('textarea').fill(text)
  await acts.getByRole('button', { name: `确认:${name}` }).click()
}
const steps = (page: Page) => page.getByRole('region', { name: '您现在可以' }).locator('.acts > .row > *')
const wide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
/** The day after that of the server. */
function tomorrow(now: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.parse(now) + 86_400_000))
}

/** A duty of the grid on every workday, with so many minutes that the list is just over its ceiling. */
async function tooMuch(applicant: Person, code: string, name: string): Promise<{ entry: Entry; swap: string }> {
  const standing = await applicant.get<Entry & { version: number; effective_from: string; effective_to?: string }>('/api/v1/matters/M-PF-04')
  const { version: _v, effective_from: _f, effective_to: _t, ...like } = standing
  const entry: Entry = { ...like, code, name_zh: name, name_en: 'Look at charging sheds', kind: 'duty', basis: '某区通知(示例)', duty: { object: 'grid', recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' } }
  for (let minutes = 5; minutes < 480; minutes += 5) {
    const { price } = await applicant.post<{ price: Price }>('/api/v1/burden/price', { entry: { ...entry, minutes } })
    const swap = price.swaps.find((one) => one.enough)
    if (price.verdict === 'swap' && swap) return { entry: { ...entry, minutes }, swap: swap.code }
    if (price.verdict === 'refused') break
  }
  throw new Error('no entry is over the ceiling and under it after a swap')
}

test('admission through all hands, with a refusal on burden', async ({ browser, baseURL, complaints }) => {
  test.setTimeout(240_000)
  const officer = await Person.called(`${AREA}-q-xf-bm-01`, baseURL!)
  const code = `M-PF-${(Date.now() % 900) + 100}`
  const name = words('充电棚日巡')
  const { entry, swap } = await tooMuch(officer, code, name)

  // 1. The applicant writes it; the price is shown meanwhile, and that it is too much.
  const applicant = await at(browser, baseURL!, complaints, `${AREA}-q-xf-bm-01`, '/lists/admission')
  await expect(applicant.getByRole('heading', { level: 1, name: '准入台' })).toBeVisible()
  await accessible(applicant)
  await applicant.getByRole('link', { name: '提出申请' }).click()
  await applicant.getByLabel('标题 *').fill(name)
  await applicant.getByLabel('理由 *').fill('近期充电棚火情多发,拟每个工作日巡查一次')
  await applicant.getByLabel('法律或文件依据').fill('某区消防工作通知(示例)')
  const item = applicant.getByRole('region', { name: '事项 1' })
  await item.getByLabel('代码 *').fill(code)
  await item.getByLabel('中文名称 *').fill(name)
  await item.getByLabel('英文名称 *').fill('Look at charging sheds')
  await item.getByLabel('板块').selectOption('PF')
  await item.getByLabel('依据 *').fill('某区消防工作通知(示例)')
  await item.getByLabel('牵头岗位 *').selectOption('PF-03')
  await item.getByLabel('添加:协办岗位').selectOption('PF-02')
  await item.getByLabel('牵头部门').selectOption('Q-XF')
  await item.getByLabel('添加:协办部门').selectOption('Q-ZJ')
  await item.getByLabel('处理时限', { exact: true }).fill('2')
  await item.getByLabel('处理时限的单位').selectOption('wd')
  await item.getByLabel('结案条件', { exact: true }).fill('隐患已消除')
  await item.getByRole('combobox', { name: '对象', exact: true }).selectOption('grid')
  await item.getByLabel('多久一次').selectOption('WEEKLY')
  for (const day of ['周二', '周三', '周四', '周五']) await item.getByRole('button', { name: day }).click()
  await expect(item.locator('[data-test=rule-words]')).toHaveText('每周,周一、周二、周三、周四、周五')
  await item.getByLabel('每次用时').fill(String(entry.minutes))
  const price = applicant.getByRole('region', { name: '负担测算' })
  await expect(price.locator('[data-advice]')).toHaveAttribute('data-advice', 'swap')
  await accessible(applicant)
  expect(await wide(applicant)).toBeLessThanOrEqual(0)
  await shot(applicant, 'write')
  await applicant.getByRole('button', { name: '提交' }).click()
  await expect(stage(applicant)).toHaveText('负担审核')
  const ref = applicant.url().split('/').pop()!
  await expect(steps(applicant).filter({ hasText: '负担审核通过' })).toHaveCount(0)

  // 2. The list office sees the numbers; it cannot pass what is over the ceiling, and sends it back.
  const office = await at(browser, baseURL!, complaints, OFFICE, '/lists/admission')
  await expect(office.getByRole('region', { name: /等您办理/ }).getByText(name)).toBeVisible()
  await accessible(office)
  await shot(office, 'desk')
  await office.getByText(name).click()
  const burden = office.getByRole('region', { name: '负担' })
  await expect(burden.locator('[data-over=true]')).toContainText('超出上限,负担审核不能通过')
  await expect(burden.locator('[data-over=true]')).toContainText(/\d+ → \d+.*\/ \d+ 分钟\/人·周/)
  await accessible(office)
  await shot(office, 'over')
  const acts = office.getByRole('region', { name: '您现在可以' })
  await acts.getByRole('button', { name: '负担审核通过', exact: true }).click()
  for (const unit of ['区城市管理局', '区公安分局']) await acts.getByLabel(unit, { exact: true }).check()
  await acts.getByRole('button', { name: '确认:负担审核通过' }).click()
  await expect(acts.getByRole('alert')).toContainText('上限')
  await expect(acts.getByRole('alert')).toContainText(swap)
  await expect(stage(office)).toHaveText('负担审核')
  await accessible(office)
  await shot(office, 'refused')
  await step(office, '退回修改', '请同时退出一项,或减少次数')
  await expect(stage(office)).toHaveText('退回修改')

  // 3. The applicant gives something up for it.
  await open(applicant, ref, '退回修改')
  await applicant.getByRole('link', { name: '修改' }).click()
  await price.getByText(swap, { exact: true }).locator('..').getByRole('checkbox').check()
  await expect(price.locator('[data-advice]')).toHaveAttribute('data-advice', 'swapped')
  await expect(applicant.getByRole('region', { name: '事项 2' })).toContainText(swap)
  await shot(applicant, 'swapped')
  await applicant.getByRole('button', { name: '提交' }).click()
  await expect(stage(applicant)).toHaveText('负担审核')

  // 4. A grid worker objects, named by the unit alone; nobody decides on what is one's own.
  const worker = await Person.called(WORKER, baseURL!)
  const { version } = await worker.get<{ version: number }>(`/api/v1/admissions/${ref}`)
  await worker.post(`/api/v1/admissions/${ref}/actions`, { version, action: 'object', text: '每日一巡次数过多' })
  await open(office, ref, '负担审核')
  await expect(office.getByRole('region', { name: /^异议/ })).toContainText('每日一巡次数过多')
  await acts.getByRole('button', { name: '负担审核通过', exact: true }).click()
  for (const unit of ['区城市管理局', '区公安分局']) await acts.getByLabel(unit, { exact: true }).check()
  await acts.getByRole('button', { name: '确认:负担审核通过' }).click()
  await expect(stage(office)).toHaveText('联合审查')
  await open(applicant, ref, '联合审查')
  await expect(steps(applicant).filter({ hasText: '提出审查意见' })).toHaveCount(0)

  // 5. Those asked review it, each for the own department.
  for (const unit of ['cg', 'ga']) {
    const reviewer = await at(browser, baseURL!, complaints, `${AREA}-q-${unit}-bm-01`, `/lists/admission/${ref}`)
    await step(reviewer, '提出审查意见', '同意并入日常巡查')
    await expect(steps(reviewer).filter({ hasText: '提出审查意见' })).toHaveCount(0)
    await reviewer.context().close()
  }

  // 6. The government cannot approve while an objection is open; the office answers it.
  const leader = await at(browser, baseURL!, complaints, `${AREA}-qx-03`, `/lists/admission/${ref}`)
  await expect(stage(leader)).toHaveText('政府审批')
  await expect(leader.getByRole('region', { name: /^异议/ })).toContainText('待答复')
  await expect(steps(leader).filter({ hasText: '批准' })).toHaveCount(0)
  await open(office, ref, '政府审批')
  await expect(steps(office).filter({ hasText: '批准' })).toHaveCount(0)
  await office.getByRole('button', { name: '答复异议' }).first().click()
  await office.getByLabel('不采纳').check()
  await office.getByLabel('答复', { exact: true }).fill('已同时退出一项,总用时下降')
  await office.getByRole('region', { name: /^异议/ }).getByRole('button', { name: '答复异议' }).click()
  await expect(office.getByText('已同时退出一项,总用时下降', { exact: true })).toBeVisible()
  await open(leader, ref, '政府审批')
  await step(leader, '批准', '同意')
  await expect(stage(leader)).toHaveText('上级审批')
  await expect(steps(leader).filter({ hasText: '批准' })).toHaveCount(0)

  // 7. The level above, another person again, approves: published, and it counts from the next day.
  const upper = await at(browser, baseURL!, complaints, '50-sz-02', `/lists/admission/${ref}`)
  const before = upper.waitForResponse((r) => r.url().endsWith(`/admissions/${ref}/actions`))
  await step(upper, '批准', '同意,次日起施行')
  await expect(stage(upper)).toHaveText('已生效')
  const day = tomorrow((await (await before).headerValue('x-wangge-now')) ?? new Date().toISOString())
  await expect(upper.getByText(`${day} 起生效。`)).toBeVisible()
  await accessible(upper)
  await shot(upper, 'effective')

  // 8. Public: what is added and what ends from that day on, field by field; today's lists are what they were.
  await upper.goto(`/console/lists/changes?tier=grid&from=${day}&to=${day}`)
  await expect(upper.locator(`[data-code="${code}"]`)).toContainText(name)
  await expect(upper.getByRole('region', { name: /^−?退出/ }).locator(`[data-code="${swap}"]`)).toBeVisible()
  await accessible(upper)
  await shot(upper, 'changes')
  await upper.goto(`/console/lists/${code}?at=${day}`)
  await expect(upper.getByRole('article', { name })).toContainText(`${day} 起生效`)
  await upper.getByRole('button', { name: '版本(1)' }).click()
  await accessible(upper)
  await shot(upper, 'entry')
  await upper.goto(`/console/lists?q=${code}`)
  await expect(upper.getByText('这一天的清单上没有符合条件的事项。')).toBeVisible()
  for (const page of [applicant, office, leader, upper]) await page.context().close()
  for (const person of [officer, worker]) await person.close()
})

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

test('a dry run of a changed limit and route shows the cases that would have moved', async ({ page, baseURL }) => {
  test.setTimeout(180_000)
  const town = '500153002'
  const officer = await Person.called(`${town}-zh-04`, baseURL!)
  const village = (await officer.get<{ code: string }[]>(`/api/v1/units/${town}/children`))[1]!.code
  const grid = (await officer.get<{ code: string }[]>(`/api/v1/units/${village}/children`))[0]!.code
  const made = await officer.report(words('轨道站口接驳乱停'), { grid, matter: undefined })
  await officer.act(made.ref, { action: 'file', matter: 'M-MS-09' })
  await officer.act(made.ref, { action: 'dispatch', to: { unit: '500153-Q-JT' } })

  await logIn(page, '500153-qx-02', '/console/lists/trial')
  await page.getByLabel('事项').selectOption('M-MS-09')
  // Days in which nothing was reported: it says so, and shows no noughts.
  const [from, to] = [page.getByLabel('从', { exact: true }), page.getByLabel('到(含)')]
  const today = await to.inputValue()
  await from.fill('2026-01-01')
  await to.fill('2026-01-31')
  await page.getByRole('button', { name: '开始试跑' }).click()
  const result = page.getByRole('region', { name: /结果/ })
  await expect(result.locator('[data-test=nothing]')).toContainText('没有可以试的')
  await expect(result.locator('[data-fact]')).toHaveCount(0)
  await accessible(page)
  // Nothing changed: nothing moves. Today is looked at too.
  await to.fill(today)
  await page.getByRole('button', { name: '开始试跑' }).click()
  await expect(result).toContainText('已看完')
  await expect(result.locator('[data-fact=looked]')).not.toHaveText('0')
  await expect(result.locator('[data-fact=moved]')).toHaveText('0')
  // A minute to report in, and another department.
  await page.getByLabel('报到时限', { exact: true }).fill('1')
  await page.getByLabel('报到时限的单位').selectOption('min')
  await page.getByLabel('牵头部门').selectOption('Q-CG')
  const example = result.getByRole('listitem').filter({ hasText: made.number })
  await expect(async () => {
    await page.getByRole('button', { name: '开始试跑' }).click()
    await expect(result).toContainText('已看完')
    await expect(example).toContainText('会改派')
    await expect(example).toContainText('新增超时', { timeout: 1_000 })
  }).toPass({ timeout: 120_000, intervals: [5_000] })
  await expect(example).toContainText(' → 区城市管理局')
  await accessible(page)
  expect(await wide(page)).toBeLessThanOrEqual(0)
  await shot(page, 'trial')
  await example.getByRole('button', { name: made.number }).click()
  // What it is and where it is, and not what was said: that is not the list office's business.
  await expect(page.getByRole('dialog')).toContainText('轨道站点接驳秩序')
  await expect(page.getByRole('dialog')).not.toContainText('轨道站口接驳乱停')
  await accessible(page)
  await page.screenshot({ path: '../target/e2e-shots/lists-trial-case.png' })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // It was tried, not done.
  expect((await officer.sheet(made.ref)).seat.unit).toBe('500153-Q-JT')
  // Restricted cases are counted, and not shown to whoever may not list them.
  const masked = await officer.report(words('路灯不亮'), { grid, matter: undefined })
  await officer.act(masked.ref, { action: 'file', matter: 'M-MS-06' })
  await page.getByLabel('事项').selectOption('M-MS-06')
  await page.getByLabel('牵头部门').selectOption('Q-ZJ')
  await expect(async () => {
    await page.getByRole('button', { name: '开始试跑' }).click()
    await expect(result).toContainText('已看完')
    await expect(result.locator('[data-test=unseen]')).toContainText('只计数')
  }).toPass({ timeout: 60_000, intervals: [5_000] })
  await expect(result.locator('[data-fact=looked]')).not.toHaveText('0')
  await expect(result.getByRole('listitem')).toHaveCount(0)
  await shot(page, 'trial-restricted')
  await officer.close()
})

test('routing rules: drafted and tried by the district, put in force by the city with a reason, and ended from a day on', async ({ browser, baseURL, complaints }) => {
  test.setTimeout(240_000)
  const town = '500153002'
  const desk = await Person.called(`${town}-zh-04`, baseURL!)
  const village = (await desk.get<{ code: string }[]>(`/api/v1/units/${town}/children`))[0]!.code
  const grid = (await desk.get<{ code: string }[]>(`/api/v1/units/${village}/children`))[0]!.code
  const filed = async (): Promise<{ ref: string; number: string }> => {
    const made = await desk.report(words('轨道站口接驳乱停'), { grid, matter: undefined })
    await desk.act(made.ref, { action: 'file', matter: 'M-MS-09' })
    return made
  }
  const first = async (ref: string): Promise<string> => { const [seat] = (await desk.get<{ routes: { unit: string; post?: string }[] }>(`/api/v1/cases/${ref}`)).routes; return seat!.post ?? seat!.unit }
  const made = await filed()
  expect(await first(made.ref), 'the order of the matter').toBe('MS-04')
  await desk.act(made.ref, { action: 'dispatch', to: { unit: town, post: 'MS-04' } })
  const note = words('接驳先由城管看')

  /** Writes the rule into a draft. */
  const draft = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '起草规则' }).click()
    await page.getByRole('button', { name: '添加规则' }).click()
    const form = page.getByRole('form', { name: '一条规则' })
    await form.getByLabel('规则编码').fill('R-YY')
    await form.locator('select[name=matter]').selectOption('M-MS-09')
    // Only whom the matter names.
    await expect(form.locator('select[name=to] option', { hasText: '应急' })).toHaveCount(0)
    await form.getByRole('combobox', { name: '地方(及以下)' }).fill(village)
    await page.getByRole('option').filter({ hasText: village }).click()
    await form.locator('select[name=to]').selectOption('department:Q-CG')
    await form.getByLabel('为什么(选填)').fill(note)
    await accessible(page)
    await form.getByRole('button', { name: '放进草案' }).click()
    await expect(page.locator('.draft [data-rule=R-YY]')).toContainText('新增')
    await expect(page.locator('.draft [data-rule=R-YY]')).toContainText('先派:区城市管理局')
  }

  // 1. The district drafts it and tries it on what happened; it does not put it in force.
  const district = await at(browser, baseURL!, complaints, '500153-qx-02', '/lists/routing')
  await expect(district.getByRole('heading', { level: 1, name: '派单规则' })).toBeVisible()
  await accessible(district)
  await draft(district)
  await district.getByRole('button', { name: '开始试跑' }).click()
  const result = district.getByRole('region', { name: /结果/ })
  await expect(result).toContainText('已看完')
  const example = result.getByRole('listitem').filter({ hasText: made.number })
  await expect(example).toContainText('会改派')
  await expect(example).toContainText('→ 区城市管理局')
  await expect(district.getByText('由市级清单管理岗施行')).toBeVisible()
  await expect(district.getByRole('button', { name: '施行规则' })).toHaveCount(0)
  await accessible(district)
  expect(await wide(district)).toBeLessThanOrEqual(0)
  await shot(district, 'routing-try')
  await district.setViewportSize({ width: 390, height: 844 })
  expect(await wide(district)).toBeLessThanOrEqual(0)
  await shot(district, 'routing-try-390')
  expect((await desk.sheet(made.ref)).seat.post, 'tried, not done').toBe('MS-04')
  await district.context().close()

  // 2. The city puts it in force, with a reason: the next case is offered to the department first.
  const city = await at(browser, baseURL!, complaints, '50-sz-02', '/lists/routing')
  await draft(city)
  await expect(city.getByRole('button', { name: '施行规则' })).toBeDisabled()
  await city.getByLabel('施行理由').fill('试点:接驳先由城管看')
  await city.getByRole('button', { name: '施行规则' }).click()
  const now = city.getByRole('region', { name: /现行规则/ })
  await expect(now.locator('[data-rule=R-YY]')).toContainText(note)
  await expect(now).toContainText('试点:接驳先由城管看')
  await accessible(city)
  await shot(city, 'routing')
  expect(await first((await filed()).ref)).toBe('500153-Q-CG')

  // 3. Whoever is not of the list office reads, and changes nothing.
  const reader = await at(browser, baseURL!, complaints, `${town}-zh-04`, '/lists/routing')
  await expect(reader.getByRole('region', { name: /现行规则/ }).locator('[data-rule=R-YY]')).toBeVisible()
  await expect(reader.getByRole('main').getByRole('button')).toHaveCount(0)
  await accessible(reader)
  await reader.context().close()

  // 4. It ends from a day on: until then it counts.
  await now.getByRole('button', { name: '结束 R-YY' }).click()
  await expect(city.locator('.draft')).toContainText('将结束的规则')
  const day = tomorrow(new Date(await desk.now()).toISOString())
  await city.locator('input[name=counts-from]').fill(day)
  await city.getByLabel('施行理由').fill('试点结束')
  await city.getByRole('button', { name: '施行规则' }).click()
  const ahead = city.getByRole('region', { name: /待生效/ })
  await expect(ahead.locator('[data-rule=R-YY]')).toContainText('结束')
  await expect(now.locator('[data-rule=R-YY]')).toBeVisible()
  await expect(city.getByRole('region', { name: '历史版本' }).getByRole('listitem').filter({ hasText: '试点结束' })).toContainText('尚未起算')
  await accessible(city)
  await city.setViewportSize({ width: 390, height: 844 })
  expect(await wide(city)).toBeLessThanOrEqual(0)
  await shot(city, 'routing-390')
  await city.context().close()
  await desk.close()
})
