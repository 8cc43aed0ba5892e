// A walk through every screen, to be looked at: `node scripts/walk.mjs http://127.0.0.1:8310 [part of a name …]` against a
// running `wangge demo`. Pictures stand in target/walk/. With `--readme` the six of the README are taken instead.
import { mkdir, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'

const [base = 'http://127.0.0.1:8310', ...only] = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const readme = process.argv.includes('--readme')
const OUT = new URL(readme ? '../../docs/img/' : '../../target/walk/', import.meta.url)
const PASSWORD = 'wangge-demo'
const who = {
  officer: '500107003-zh-03', commander: '500107003-zh-01', secretary: '500107003003-sq-01', worker: '500107003003001-wg-01', handler: '500107-q-cg-bm-01', city: '50-sz-01',
  lists: '50-sz-02', system: '50-xt-01', security: '50-aq-01', auditor: '50-sj-01',
}
const TOWN = '500107003'
const VILLAGE = '500107003003'
const SPOT = { longitude: 106.5005834, latitude: 29.5125224, accuracy: 12 }
const DESK = [1440]
const BOTH = [1440, 390]
const WALL = [1440, 3840]
const sizes = { 390: { width: 390, height: 844 }, 820: { width: 820, height: 1180 }, 1440: { width: 1440, height: 900 }, 3840: { width: 3840, height: 2160 } }

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--use-gl=swiftshader', '--enable-unsafe-swiftshader', '--hide-scrollbars'],
})
const states = new Map()
/** Somebody's session, logged in once. */
async function state(person) {
  if (!person) return undefined
  if (!states.has(person)) {
    const context = await browser.newContext({ baseURL: base })
    const answer = await context.request.post('/api/v1/session', { data: { login: who[person], password: PASSWORD } })
    if (!answer.ok()) throw new Error(`${person}: ${await answer.text()}`)
    states.set(person, await context.storageState())
    await context.close()
  }
  return states.get(person)
}
async function as(person, run) {
  const context = await browser.newContext({ baseURL: base, storageState: await state(person) })
  const csrf = (await context.cookies()).find((c) => c.name === 'wangge-csrf')?.value ?? ''
  const ask = async (path, data) => {
    const answer = data ? await context.request.post(path, { data, headers: { 'x-csrf': csrf, 'idempotency-key': crypto.randomUUID() } }) : await context.request.get(path)
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const found = await run(ask)
  await context.close()
  return found
}

// What the pages are about: a case that has gone some way, a building, one's own report, a link for a contractor.
const cases = await as('officer', (ask) => ask('/api/v1/cases?limit=100&sort=newest').then((page) => page.items))
const rich = cases.find((c) => ['handling', 'dispatched', 'handled', 'checking'].includes(c.state)) ?? cases[0]
const fresh = cases.find((c) => ['reported', 'verified'].includes(c.state)) ?? cases[0]
const building = await as('secretary', (ask) => ask(`/api/v1/buildings?village=${VILLAGE}&limit=1`).then((page) => page.items[0]))
const mine = await as('worker', (ask) => ask('/api/v1/cases', { text: '3号楼门口无障碍坡道被杂物占住,轮椅上不去', grid: `${VILLAGE}001`, place: '3号楼2单元', matter: 'M-MS-08' }))
const ofCitizen = await as(undefined, (ask) => ask('/api/v1/cases', { text: '轻轨站出口共享单车堆满人行道,婴儿车过不去', grid: `${VILLAGE}001`, place: '谢家湾站2号口', matter: 'M-MS-09' }))
const link = await as('officer', async (ask) => {
  const made = await ask('/api/v1/cases', { text: '餐馆烟道要清洗', place: '3号楼底商', grid: `${VILLAGE}001`, channel: 'desk', matter: 'M-MS-06' })
  await ask(`/api/v1/cases/${made.ref}/actions`, { version: made.version, action: 'file', matter: 'M-MS-06' })
  await ask(`/api/v1/cases/${made.ref}/actions`, { version: made.version + 1, action: 'dispatch', to: { unit: '500107-Q-CG' } })
  await as('handler', (h) => h(`/api/v1/cases/${made.ref}/actions`, { version: made.version + 2, action: 'accept' }))
  return as('handler', (h) => h(`/api/v1/cases/${made.ref}/links`, { name: '山城保洁公司', until: new Date(Date.now() + 9e8).toISOString(), note: '请清洗二楼烟道,完工后拍照回传' }))
}).catch((problem) => { console.log(String(problem)); return undefined })

const press = (...keys) => async (page) => { for (const key of keys) await page.keyboard.press(key) }
const click = (name, role = 'button') => async (page) => { await page.getByRole(role, { name }).first().click() }
/** name, who, path, widths, what is done before the picture. */
const SCREENS = [
  ['login', undefined, '/console/', BOTH],
  ['desk', 'officer', '/console/', [1440, 3840, 820, 390], press('7')],
  ['desk-case', 'officer', `/console/case/${rich?.ref}`, [1440, 390]],
  ['desk-fresh', 'officer', `/console/case/${fresh?.ref}`, DESK, press('f')],
  ['desk-phone', 'officer', '/console/', DESK, press('n')],
  ['desk-keys', 'officer', '/console/', DESK, press('?')],
  ['desk-storm', 'officer', '/console/', DESK, async (page) => { await press('7')(page); await settle(page); await press('j', 'x', 'j', 'x', 'j', 'x')(page) }],
  ['desk-department', 'handler', '/console/', DESK, press('7')],
  ['desk-city', 'city', '/console/', DESK, press('7')],
  ['shift', 'officer', '/console/shift', BOTH],
  ['screen-city', 'city', '/console/screen', WALL],
  ['screen-district', 'city', '/console/screen/500107', DESK],
  ['screen-town', 'commander', '/console/screen', [1440, 3840, 390]],
  ['screen-village', 'secretary', '/console/screen', BOTH],
  ['screen-grid', 'secretary', `/console/screen/${VILLAGE}001`, DESK],
  ['wall-duty', 'commander', `/console/screen/${TOWN}/duty`, WALL],
  ['wall-hall', 'commander', `/console/screen/${TOWN}/hall`, WALL],
  ['duties', 'secretary', `/console/screen/${VILLAGE}/duties`, DESK],
  ['buildings', 'secretary', `/console/screen/${VILLAGE}/buildings`, BOTH],
  ['building', 'secretary', `/console/screen/building/${building?.ref}`, [1440, 390]],
  ['year', 'secretary', `/console/screen/${VILLAGE}/year`, BOTH],
  ['admin-units', 'system', `/console/admin/units/${TOWN}`, BOTH],
  ['admin-grids', 'system', `/console/admin/grids/${VILLAGE}`, BOTH],
  ['admin-accounts', 'security', `/console/admin/accounts/${TOWN}`, DESK],
  ['admin-why', 'auditor', '/console/admin/why', DESK],
  ['admin-matters', 'lists', '/console/admin/matters', DESK],
  ['admin-matter', 'lists', '/console/admin/matters/M-MS-06', DESK],
  ['admin-calendar', 'system', '/console/admin/calendar/2026', DESK],
  ['admin-precedents', 'officer', '/console/admin/precedents', DESK],
  ['admin-imports', 'system', '/console/admin/imports', DESK],
  ['admin-audit', 'auditor', '/console/admin/audit', DESK],
  ['lists', 'lists', '/console/lists', BOTH],
  ['lists-sheet', 'lists', '/console/lists/sheet', DESK],
  ['lists-admission', 'lists', '/console/lists/admission', DESK],
  ['lists-new', 'lists', '/console/lists/admission/new', DESK],
  ['lists-burden', 'lists', '/console/lists/burden', DESK],
  ['lists-trial', 'lists', '/console/lists/trial', DESK],
  ['lists-offlist', 'lists', '/console/lists/offlist', DESK],
  ['lists-drafts', 'lists', '/console/lists/drafts', DESK],
  ['field-login', undefined, '/field/', [390]],
  ['field-today', 'worker', '/field/', [390]],
  ['field-report', 'worker', '/field/report', [390]],
  ['field-cover', 'worker', '/field/scene', [390], async (page) => { await page.locator('.choice').first().click(); await settle(page); await page.getByRole('button', { name: /拍一张|Add a photo/ }).first().click(); await page.locator('input[type=file]').last().setInputFiles(await photo(page)); await settle(page) }],
  ['field-mine', 'worker', '/field/mine', [390]],
  ['field-case', 'worker', `/field/cases/${mine.ref}`, [390]],
  ['field-queue', 'worker', '/field/queue', [390]],
  ['field-notices', 'worker', '/field/notices', [390]],
  ['field-week', 'worker', '/field/week', [390]],
  ['field-offlist', 'worker', '/field/offlist', [390]],
  ['field-scene', 'worker', '/field/scene', [390]],
  ['field-me', 'worker', '/field/me', [390]],
  ['citizen-home', undefined, '/', BOTH],
  ['citizen-report', undefined, '/report', [390, 1440], async (page) => { await page.locator('textarea').first().fill('楼道灯不亮,老人晚上不敢下楼') }],
  ['citizen-cover', undefined, '/report', BOTH, async (page) => { await page.locator('input[type=file]').first().setInputFiles(await photo(page)); await settle(page); await page.getByRole('button', { name: /遮挡|Cover/ }).first().click(); await page.waitForTimeout(800); const at = await page.locator('.board').boundingBox(); await page.mouse.click(at.x + at.width * 0.5, at.y + at.height * 0.78) }],
  ['citizen-follow', undefined, `/follow/${ofCitizen.follow}`, BOTH],
  ['citizen-find', undefined, '/find', [390]],
  ['citizen-elder', undefined, '/?elder=1', [390]],
  ['citizen-elder-report', undefined, '/report?elder=1', [390]],
  ['citizen-lost', undefined, '/nowhere', [390]],
  ...(link ? [['citizen-link', undefined, `/link/${link.token}`, BOTH], ['citizen-link-photo', undefined, `/link/${link.token}`, [390], async (page) => { await page.locator('input[type=file]').first().setInputFiles(await photo(page)); await page.locator('textarea').fill('烟道已清洗,油渍已清除') }]] : []),
]
const PRINTED = [
  ['print-case', 'officer', `/console/case/${rich?.ref}`], ['print-shift', 'officer', '/console/shift'], ['print-year', 'secretary', `/console/screen/${VILLAGE}/year`],
  ['print-calendar', 'system', '/console/admin/calendar/2026'], ['print-lists', 'lists', '/console/lists/sheet', 'wide'], ['print-follow', undefined, `/follow/${ofCitizen.follow}`],
]

/** A street with a passer-by as a photo, drawn on the spot. */
async function photo(page) {
  const data = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 })
    const pen = canvas.getContext('2d')
    const box = (colour, ...at) => { pen.fillStyle = colour; pen.fillRect(...at) }
    box('#b8cfe4', 0, 0, 1200, 420); box('#8d8f92', 0, 420, 1200, 480); box('#c9b79a', 60, 120, 420, 400); box('#a99b86', 720, 60, 420, 460)
    for (let x = 0; x < 4; x += 1) for (let y = 0; y < 3; y += 1) box('#5d6b78', 100 + x * 95, 150 + y * 110, 60, 70)
    box('#2f6b4f', 420, 560, 360, 180); box('#1c1f24', 470, 720, 70, 70); box('#1c1f24', 660, 720, 70, 70); box('#f5f0c8', 560, 690, 90, 30)
    const oval = (x, y, a, b, fill) => { pen.fillStyle = fill; pen.beginPath(); pen.ellipse(x, y, a, b, 0, 0, 7); pen.fill() }
    box('#35507a', 895, 500, 130, 260); oval(960, 420, 52, 66, '#2b211c'); oval(960, 438, 42, 56, '#dcb497')
    for (const s of [-1, 1]) { oval(960 + s * 17, 427, 12, 8, '#b0876c'); oval(960 + s * 17, 415, 12, 3, '#2b211c'); oval(960 + s * 17, 427, 5, 4, '#1d1512') }
    oval(960, 450, 9, 3, '#a8775f'); oval(960, 466, 14, 4, '#8d3f3c')
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(data.split(',')[1], 'base64') }
}
/** Opens a screen as somebody sees it, and waits until it stands still. */
async function open(person, path, width, lang, more = {}) {
  const phone = width === 390
  const context = await browser.newContext({
    baseURL: base, viewport: sizes[width], locale: lang === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', isMobile: phone, hasTouch: phone, deviceScaleFactor: phone ? 2 : 1,
    reducedMotion: 'reduce', permissions: ['geolocation'], geolocation: SPOT, storageState: await state(person), ...more,
  })
  await context.addInitScript((locale) => localStorage.setItem('wangge.locale', locale), lang)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.log(`  ${path}: ${error}`))
  page.on('console', (message) => { if (message.type() === 'error' && !/Failed to load resource|WebGL/.test(message.text())) console.log(`  ${path}: ${message.text()}`) })
  await page.goto(path)
  await settle(page)
  return page
}
async function settle(page) {
  await page.waitForLoadState('load')
  // The event stream stays open: the network never falls silent.
  await page.waitForTimeout(1500)
  if (await page.locator('.maplibregl-canvas').count()) await page.waitForTimeout(2500)
}
/** Words that do not fit, and boxes that are wider than the page. */
async function cut(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth + 1 ? [`page is ${document.documentElement.scrollWidth} wide`] : []
    const small = innerWidth > 500 ? [] : [...document.querySelectorAll('button, a[href], input:not([type=hidden]):not([type=file]), select')].filter((e) => {
      const r = e.getBoundingClientRect()
      const inline = getComputedStyle(e).display === 'inline'
      return r.width > 1 && r.height > 1 && !inline && (r.height < 44 && !e.closest('.maplibregl-map, label')) && getComputedStyle(e).visibility !== 'hidden'
    }).map((e) => `small ${Math.round(e.getBoundingClientRect().height)}px: ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 24)}`)
    return [...wide, ...new Set(small)]
  })
}

await mkdir(OUT, { recursive: true })
const wanted = (name) => only.length === 0 || only.some((part) => name.includes(part))
if (readme) await pictures()
else {
  for (const [name, person, path, widths, act] of SCREENS) {
    for (const width of widths) {
      for (const lang of ['zh', 'en']) {
        const file = `${name}-${width}-${lang}`
        if (!wanted(file) || (lang === 'en' && width === 3840)) continue
        const page = await open(person, path, width, lang)
        try {
          if (act) { await act(page); await settle(page) }
          for (const word of await cut(page)) console.log(`  ${file}: ${word}`)
          // A phone is looked at as far as it scrolls.
          await page.screenshot({ path: new URL(`${file}.png`, OUT).pathname, fullPage: width === 390 })
          console.log(file)
        } catch (problem) { console.log(`! ${file}: ${String(problem).split('\n')[0]}`) }
        await page.context().close()
      }
    }
  }
  for (const [name, person, path, wide] of PRINTED) {
    if (!wanted(name)) continue
    const page = await open(person, path, 1440, 'zh')
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize(wide ? { width: 1047, height: 794 } : { width: 794, height: 1123 })
    await page.screenshot({ path: new URL(`${name}.png`, OUT).pathname, fullPage: true })
    await page.pdf({ path: new URL(`${name}.pdf`, OUT).pathname, format: 'A4', preferCSSPageSize: true })
    console.log(name)
    await page.context().close()
  }
}
await browser.close()

/** The README's six: as WebP, each below 150 KB. */
async function pictures() {
  const six = [
    ['city', 'city', '/console/screen', 1440], ['town', 'commander', '/console/screen', 1440], ['desk', 'officer', '/console/', 1440, async (page) => { await page.keyboard.press('7'); await page.waitForTimeout(1500); await page.locator('.rows [role=option]', { hasText: /处置中|已派遣/ }).first().click() }],
    ['field', 'worker', '/field/', 390], ['citizen', undefined, `/follow/${ofCitizen.follow}`, 390], ['duty', 'commander', `/console/screen/${TOWN}/duty`, 1440],
  ]
  for (const [name, person, path, width, act] of six) {
    if (!wanted(name)) continue
    const page = await open(person, path, width, 'zh')
    await act?.(page)
    await page.waitForTimeout(3000)
    const shot = await page.screenshot()
    const webp = await page.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(data)).blob())
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
      canvas.getContext('2d').drawImage(image, 0, 0)
      return [0.9, 0.82, 0.74, 0.66].map((q) => canvas.toDataURL('image/webp', q)).find((url) => url.length < 150_000 * 4 / 3) ?? ''
    }, `data:image/png;base64,${shot.toString('base64')}`).catch(() => '')
    if (!webp) { console.log(`! ${name}: too large, or the page forbids it`); continue }
    await writeFile(new URL(`${name}.webp`, OUT), Buffer.from(webp.split(',')[1], 'base64'))
    console.log(name)
    await page.context().close()
  }
}
