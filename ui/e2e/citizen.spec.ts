/** The citizen's page: a report without an account, and what becomes of it. */
import { request as requests, type APIRequestContext, type Page } from '@playwright/test'
import { accessible, expect, PASSWORD, test } from './support'

/** Three living communities of the demo; each test takes a spot of its own, so that none finds another's report. */
const HERE = { longitude: 106.4968, latitude: 29.5193 }

/** A small picture with something on it, as a phone would give one. */
async function picture(page: Page, words = '1'): Promise<Buffer> {
  const data = await page.evaluate(async (text) => {
    const canvas = document.createElement('canvas')
    canvas.width = 900
    canvas.height = 700
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#8aa07c'
    pen.fillRect(0, 0, 900, 700)
    pen.fillStyle = '#3b3f45'
    pen.fillRect(140, 260, 420, 300)
    pen.fillStyle = '#fff'
    pen.font = '64px sans-serif'
    pen.fillText(text, 220, 420)
    return canvas.toDataURL('image/jpeg', 0.9)
  }, words)
  return Buffer.from(data.split(',')[1]!, 'base64')
}
const jpeg = (buffer: Buffer, name = 'IMG_0001.jpg') => ({ name, mimeType: 'image/jpeg', buffer })

/** Somebody on the phone, standing at a spot. */
async function phone(page: Page, at = HERE): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation(at)
}
let n = 0
const key = (): string => `e2e-citizen-${Date.now()}-${(n += 1)}`
async function reported(request: APIRequestContext, text: string, at = HERE): Promise<{ ref: string; number: string; follow: string }> {
  const answer = await request.post('/api/v1/cases', {
    headers: { 'idempotency-key': key() }, data: { text, point: { lon: at.longitude, lat: at.latitude } },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json() as Promise<{ ref: string; number: string; follow: string }>
}
/** Where the demo's grid worker is at work. */
const GRID = { longitude: 106.5005834, latitude: 29.5125224 }
/** What the grid worker does, by the interface. */
async function gridWorker(baseURL: string, ref: string, action: object): Promise<void> {
  const worker = await requests.newContext({ baseURL })
  const me = await (await worker.post('/api/v1/session', { data: { login: '500107003003001-wg-01', password: PASSWORD } })).json() as { csrf: string }
  const sheet = await (await worker.get(`/api/v1/cases/${ref}`)).json() as { version: number }
  const answer = await worker.post(`/api/v1/cases/${ref}/actions`, {
    headers: { 'x-csrf': me.csrf, 'idempotency-key': key() }, data: { ...action, version: sheet.version },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  await worker.dispose()
}
/** How often the brightness jumps along a line across the plate of the first picture. */
function edges(page: Page): Promise<number> {
  return page.getByAltText('第 1 张照片').evaluate(async (img: HTMLImageElement) => {
    await img.decode()
    const canvas = document.createElement('canvas')
    canvas.width = img.naturalWidth
    canvas.height = img.naturalHeight
    const pen = canvas.getContext('2d')!
    pen.drawImage(img, 0, 0)
    const row = pen.getImageData(Math.round(canvas.width * 0.25), Math.round(canvas.height * 0.57), Math.round(canvas.width * 0.3), 1).data
    let jumps = 0
    for (let i = 4; i < row.length; i += 4) if (Math.abs(row[i]! - row[i - 4]!) > 24) jumps += 1
    return jumps
  })
}
const solved = { action: 'resolve', matter: 'M-MS-07', note: '已清走,地面冲洗过' }

test('a photo and the place are sent in three taps and can be followed', async ({ page }) => {
  await phone(page)
  await page.goto('/')
  await accessible(page)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('拍照反映', { exact: true }).click()])
  await chooser.setFiles(jpeg(await picture(page)))
  // The position is known already because the phone may be asked: no tap for it.
  await expect(page.getByText('九龙坡区石坪桥街道建筑村社区第6网格')).toBeVisible()
  await expect(page.getByAltText('第 1 张照片')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.getByText('已收到,谢谢您')).toBeVisible()
  await expect(page.getByRole('heading', { name: '已收到,等网格员核实' })).toBeVisible()
  await expect(page.getByRole('img', { name: /扫码查/ })).toBeVisible()
  await accessible(page)
  // Kept on this device, and gone from the draft.
  await page.goto('/')
  await expect(page.getByRole('link', { name: /见照片/ })).toBeVisible()
  await expect(page.getByText('有一份没发出的内容还在')).toHaveCount(0)
  await page.goto('/find')
  await accessible(page)
  await page.getByRole('button', { name: /^移除/ }).click()
  await expect(page.getByText('这台设备上还没有记录')).toBeVisible()
})

test('the pin is set on the map, the matter asks, the words and answers arrive', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/report')
  await page.getByLabel('什么情况?').fill('楼下暴露垃圾堆了三天没人清')
  await page.getByRole('button', { name: '暴露垃圾' }).click()
  await page.getByRole('button', { name: '生活垃圾' }).click()
  await page.getByLabel('大约几袋').fill('4')
  await page.getByRole('button', { name: '在地图上选' }).click()
  const dialog = page.getByRole('dialog', { name: '在地图上选位置' })
  await expect(dialog.getByRole('status')).toContainText(/区|县/)
  await dialog.getByRole('button', { name: '就是这里' }).click()
  await expect(page.getByText('地图选点')).toBeVisible()
  await page.getByLabel('具体在哪里').fill('3 栋 2 单元门口')
  const [sent] = await Promise.all([page.waitForRequest((r) => r.url().endsWith('/api/v1/cases')), page.getByRole('button', { name: '发送' }).click()])
  expect(sent.postDataJSON()).toMatchObject({ matter: 'M-MS-07', answers: { kind: '生活垃圾', bags: 4 }, place: '3 栋 2 单元门口' })
  await expect(page.getByText('楼下暴露垃圾堆了三天没人清')).toBeVisible()
})

test('known already nearby: me too, counted, undone, followed', async ({ page, request }) => {
  // Far from where anybody else reports: what is found here stays as it is.
  const at = { longitude: 106.493, latitude: 29.5193 }
  await reported(request, '单元门口暴露垃圾没人清', at)
  await phone(page, { longitude: at.longitude + 0.0001, latitude: at.latitude + 0.0001 })
  await page.goto('/report')
  await page.getByLabel('什么情况?').fill('门口有一堆垃圾')
  const near = page.getByRole('region', { name: '附近已有人反映' })
  const first = near.getByRole('listitem').first()
  await expect(first).toBeVisible()
  await expect(near).not.toContainText('单元门口暴露垃圾没人清')
  await accessible(page)
  await first.getByRole('button', { name: '我也遇到' }).click()
  await expect(first.getByText('已经把您算上')).toBeVisible()
  await expect(first.getByText(/另有 \d+ 人也遇到/)).toBeVisible()
  await first.getByRole('button', { name: '撤销' }).click()
  await expect(first.getByRole('button', { name: '我也遇到' })).toBeVisible()
  await first.getByRole('button', { name: '我也遇到' }).click()
  await first.getByRole('button', { name: '就这件,看进度' }).click()
  await expect(page.getByRole('heading', { name: '您附议了这件事' })).toBeVisible()
  await expect(page.getByText('单元门口暴露垃圾没人清')).toHaveCount(0)
  await accessible(page)
  // Somebody else's words and acts are not offered.
  await expect(page.getByRole('heading', { name: '您可以' })).toHaveCount(0)
  await page.getByRole('button', { name: '撤销「我也遇到」' }).click()
  await expect(page.getByRole('heading', { name: /随手报/ })).toBeVisible()
  await expect(page.getByText('我反映过的')).toHaveCount(0)
})

test('a place by its name, where there is neither position nor map', async ({ page }) => {
  await page.goto('/report')
  await page.getByLabel('或者搜小区、社区、街道的名字').fill('民主村社区')
  await page.getByRole('button', { name: '谢家湾街道民主村社区' }).click()
  await expect(page.getByText('按地名,由社区按您的描述找准位置')).toBeVisible()
  await page.getByLabel('具体在哪里').fill('3 栋门口')
  await page.getByLabel('什么情况?').fill('雨棚掉了一块')
  const [sent] = await Promise.all([page.waitForRequest((r) => r.url().endsWith('/api/v1/cases')), page.getByRole('button', { name: '发送' }).click()])
  const body = sent.postDataJSON() as { grid?: string; place: string; point?: object }
  expect(body.grid, 'a grid of that community').toMatch(/^500107003003\d{3}$/)
  expect(body.place).toBe('3 栋门口')
  expect(body.point, 'no pin that nobody set').toBeUndefined()
  await expect(page.getByText('已收到,谢谢您')).toBeVisible()
})

test('not solved: it is opened again, and every step is told in plain words', async ({ page, request, baseURL }) => {
  const { ref, follow } = await reported(request, '单元门口垃圾没人清', GRID)
  await gridWorker(baseURL ?? '', ref, solved)
  await phone(page)
  await page.goto(`/follow/${follow}`)
  await expect(page.getByRole('heading', { name: '已办结' })).toBeVisible()
  await expect(page.getByText('已清走,地面冲洗过')).toBeVisible()
  await expect(page.getByRole('heading', { name: '解决了吗?' })).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '没解决' }).click()
  await page.getByLabel('哪里没解决?').fill('后门还有一堆')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('您认为未解决,已重开')).toBeVisible()
  await expect(page.getByText('后门还有一堆')).toBeVisible()
  await expect(page.getByRole('heading', { name: '解决了吗?' })).toHaveCount(0)
})

test('added to, urged, corrected, taken back', async ({ page, request }) => {
  const { follow } = await reported(request, '路灯不亮', { longitude: 106.4972, latitude: 29.5197 })
  await page.goto(`/follow/${follow}`)
  await page.getByRole('button', { name: '更正说错的地方' }).click()
  await page.getByLabel('应该是').fill('路灯一闪一闪')
  await page.getByRole('button', { name: '更正', exact: true }).click()
  await expect(page.getByText('已更正。')).toBeVisible()
  await expect(page.getByText('路灯一闪一闪', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '补充情况或照片' }).click()
  await page.locator('input[type=file]').setInputFiles(jpeg(await picture(page, '2')))
  await page.getByLabel('补充什么').fill('两盏都这样')
  await page.getByRole('button', { name: '补充', exact: true }).click()
  await expect(page.getByText('两盏都这样')).toBeVisible()
  await page.getByRole('button', { name: '催一催' }).click()
  await page.getByRole('button', { name: '催办' }).click()
  await expect(page.getByText('已提醒负责的单位。')).toBeVisible()
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByRole('button', { name: '确定撤回' }).click()
  await expect(page.getByRole('heading', { name: '您已撤回' })).toBeVisible()
})

test('a draft survives a reload; without network it waits and goes out by itself, once', async ({ page, context }) => {
  await phone(page, { longitude: 106.4975, latitude: 29.52 })
  await page.goto('/report')
  await page.locator('input[type=file]').first().setInputFiles(jpeg(await picture(page, '3')))
  await page.getByLabel('什么情况?').fill('井盖松动,车过很响')
  await expect(page.getByAltText('第 1 张照片')).toBeVisible()
  await expect(page.getByText('手机定位')).toBeVisible()
  await expect.poll(() => page.evaluate(async () => {
    const open = indexedDB.open('wangge-citizen', 1)
    return new Promise((done) => { open.onsuccess = () => { const get = open.result.transaction('draft').objectStore('draft').get('report'); get.onsuccess = () => { done(get.result?.text); open.result.close() } } })
  })).toBe('井盖松动,车过很响')
  await page.reload()
  await expect(page.getByLabel('什么情况?')).toHaveValue('井盖松动,车过很响')
  await expect(page.getByAltText('第 1 张照片')).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.getByText('联网后自动发送')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('已收到,谢谢您')).toBeVisible()
})

test('a lost answer: sent again with the same key, one report', async ({ page }) => {
  await phone(page, { longitude: 106.4978, latitude: 29.5203 })
  const keys: string[] = []
  let number = ''
  await page.route('**/api/v1/cases', async (route) => {
    keys.push((await route.request().allHeaders())['idempotency-key'] ?? '')
    const answer = await route.fetch()
    const said = (await answer.json()) as { number: string }
    if (keys.length === 1) {
      number = said.number
      return route.abort('connectionreset')
    }
    expect(said.number).toBe(number)
    return route.fulfill({ response: answer })
  })
  await page.goto('/report')
  await page.getByLabel('什么情况?').fill('绿化带里有积水')
  await expect(page.getByText('手机定位')).toBeVisible()
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.getByText('还不确定送到了没有')).toBeVisible()
  await accessible(page)
  await expect(page.getByLabel('什么情况?'), 'what is sent again is what was sent first').toBeDisabled()
  await expect(page.getByRole('button', { name: '现在重发' })).toBeEnabled()
  // Over a reload, too: it goes out again by itself.
  await page.reload()
  await expect(page.getByText('已收到,谢谢您')).toBeVisible()
  await expect(page.getByText(number).first()).toBeVisible()
  expect(new Set(keys).size).toBe(1)
})

test('too often: says how long, then sends by itself', async ({ page }) => {
  await phone(page, { longitude: 106.4981, latitude: 29.5206 })
  let first = true
  await page.route('**/api/v1/cases', (route) => {
    if (!first) return route.continue()
    first = false
    return route.fulfill({ status: 429, headers: { 'retry-after': '2', 'content-type': 'application/problem+json' }, body: '{"code":"rate.limited","zh":"操作太频繁"}' })
  })
  await page.goto('/report')
  await page.getByLabel('什么情况?').fill('共享单车堵住盲道')
  await expect(page.getByText('手机定位')).toBeVisible()
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.getByText(/秒后自动再发/)).toBeVisible()
  await expect(page.getByText('已收到,谢谢您')).toBeVisible()
})

test('files that are no photos are refused in words, the others stay', async ({ page }) => {
  await page.goto('/report')
  const input = page.locator('input[type=file]').first()
  await input.setInputFiles([
    { name: '说明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
    { name: '坏图.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is no picture') },
    { name: '巨图.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(31 * 1024 * 1024) },
    jpeg(await picture(page, '4')),
  ])
  await expect(page.getByText('说明.pdf 不是照片')).toBeVisible()
  await expect(page.getByText('坏图.jpg 打不开')).toBeVisible()
  await expect(page.getByText('巨图.jpg 太大了')).toBeVisible()
  await expect(page.getByAltText('第 1 张照片')).toBeVisible()
  await accessible(page)
})

test('faces and plates are covered before anything is sent, by hand and by keys', async ({ page }) => {
  await page.goto('/report')
  await page.locator('input[type=file]').first().setInputFiles(jpeg(await picture(page, '渝A 12345')))
  await expect(page.getByText('照片里有人脸或车牌吗?')).toBeVisible()
  const before = await edges(page)
  await page.getByRole('button', { name: '去遮挡' }).click()
  const tool = page.getByRole('dialog', { name: '遮挡人脸、车牌' })
  const image = tool.getByAltText('正在遮挡的照片')
  const box = (await image.boundingBox())!
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.45)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.65, { steps: 4 })
  await page.mouse.up()
  await expect(tool.getByRole('button', { name: '第 1 处遮挡' })).toBeVisible()
  await accessible(page)
  await tool.getByRole('button', { name: '加一处' }).press('Enter')
  const second = tool.getByRole('button', { name: '第 2 处遮挡' })
  await expect(second).toBeFocused()
  await second.press('ArrowRight')
  await second.press('Shift+ArrowDown')
  await second.press('Delete')
  await expect(second).toHaveCount(0)
  await tool.getByRole('button', { name: '撤销' }).click()
  await expect(second).toBeVisible()
  await tool.getByRole('button', { name: '遮好了' }).click()
  await expect(page.getByText('已遮 2 处')).toBeVisible()
  await expect(page.getByText('照片里有人脸或车牌吗?')).toHaveCount(0)
  // What stands there now is coarse: of the plate's letters nothing is left.
  await expect.poll(() => edges(page)).toBeLessThan(before / 2)
})

/** A face as a drawing: no person was photographed for it. */
function drawnFace(page: Page): Promise<Buffer> {
  return page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 })
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#8fa3b5'
    pen.fillRect(0, 0, 1600, 1200)
    pen.scale(2, 2)
    const oval = (x: number, y: number, a: number, b: number, fill: string | CanvasGradient, blur: number): void => {
      pen.filter = `blur(${blur}px)`
      pen.fillStyle = fill
      pen.beginPath()
      pen.ellipse(x, y, a, b, 0, 0, 7)
      pen.fill()
    }
    const [x, y] = [400, 280]
    oval(x, y - 30, 102, 125, '#2b211c', 3)
    const skin = pen.createRadialGradient(x, y + 10, 10, x, y, 120)
    skin.addColorStop(0, '#f0cdb2')
    skin.addColorStop(1, '#c2916f')
    oval(x, y + 8, 80, 110, skin, 1)
    for (const side of [-1, 1]) {
      oval(x + side * 33, y - 14, 24, 15, 'rgba(110, 70, 50, 0.55)', 6)
      oval(x + side * 33, y - 36, 24, 6, '#2b211c', 1)
      oval(x + side * 33, y - 13, 15, 7, '#efe6df', 1)
      oval(x + side * 33, y - 13, 8, 7.5, '#1d1512', 1)
    }
    oval(x, y + 10, 7, 26, 'rgba(255, 235, 215, 0.6)', 4)
    oval(x, y + 36, 17, 6, 'rgba(110, 65, 50, 0.6)', 3)
    oval(x, y + 64, 27, 7, '#8d3f3c', 2)
    return canvas.toDataURL('image/jpeg', 0.9)
  }).then((url) => Buffer.from(url.split(',')[1]!, 'base64'))
}

test('a face is found on the phone and covered as a proposal: moved, removed, and nothing leaves the phone for it', async ({ page, baseURL }) => {
  await page.goto('/report')
  const asked: string[] = []
  page.on('request', (request) => { if (request.method() !== 'GET' || !(request.url().startsWith(`${baseURL}/`) || /^(blob|data):/.test(request.url()))) asked.push(`${request.method()} ${request.url().slice(0, 40)}`) })
  await page.locator('input[type=file]').first().setInputFiles(jpeg(await drawnFace(page)))
  await expect(page.getByText('已遮 1 处')).toBeVisible()
  // A machine looked: a person is asked all the same.
  await expect(page.getByText('照片里有人脸或车牌吗?')).toBeVisible()
  await page.getByRole('button', { name: '去遮挡' }).click()
  const tool = page.getByRole('dialog', { name: '遮挡人脸、车牌' })
  const mark = tool.getByRole('button', { name: '第 1 处遮挡' })
  const [at, image] = [(await mark.boundingBox())!, (await tool.getByAltText('正在遮挡的照片').boundingBox())!]
  // It lies over the face: from the brow to the mouth of the drawing.
  expect(at.y).toBeLessThan(image.y + image.height * ((280 - 42) / 600))
  expect(at.y + at.height).toBeGreaterThan(image.y + image.height * ((280 + 71) / 600))
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
  await page.mouse.down()
  await page.mouse.move(at.x + at.width / 2 - image.width * 0.2, at.y + at.height / 2, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => Math.abs((await mark.boundingBox())!.x - at.x + image.width * 0.2)).toBeLessThan(1)
  await tool.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => Math.abs((await mark.boundingBox())!.x - at.x)).toBeLessThan(1)
  await accessible(page)
  await mark.click()
  await tool.getByRole('button', { name: '去掉这处' }).click()
  await expect(mark).toHaveCount(0)
  await tool.getByRole('button', { name: '没有人脸和车牌' }).click()
  await expect(page.getByText('已遮 1 处')).toHaveCount(0)
  expect(asked).toEqual([])
})

test('danger in the words: the number to call is there, and nothing is held up', async ({ page }) => {
  await page.goto('/report')
  await page.getByLabel('什么情况?').fill('三楼冒浓烟,像着火了')
  await expect(page.getByText('如果危险正在发生')).toBeVisible()
  await expect(page.locator('a[href="tel:119"]').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '发送' })).toBeEnabled()
  // Pressed too early it says what is missing and goes there.
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.getByText('还差:位置')).toBeVisible()
  await expect(page.getByRole('button', { name: '用我的位置' })).toBeFocused()
})

test('large type: one thing at a time, nothing smaller than 20 pixels', async ({ page }) => {
  await phone(page, { longitude: 106.4984, latitude: 29.5209 })
  await page.goto('/?elder=1')
  const small = () => page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.parentElement
      if (!node.textContent?.trim() || !at?.checkVisibility() || at.closest('.visually-hidden, .skip, noscript')) continue
      if (parseFloat(getComputedStyle(at).fontSize) < 20) found.push(node.textContent.trim())
    }
    return found
  })
  expect(await small()).toEqual([])
  await accessible(page)
  await page.getByRole('link', { name: '不拍照,直接说' }).click()
  await expect(page.getByRole('heading', { name: '怎么回事' })).toBeVisible()
  await page.getByLabel('什么情况?').fill('楼道灯不亮')
  expect(await small()).toEqual([])
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('手机定位')).toBeVisible()
  expect(await small()).toEqual([])
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: /下一步/ }).click()
  await accessible(page)
  expect(await small()).toEqual([])
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.getByText('已收到,谢谢您')).toBeVisible()
  expect(await small()).toEqual([])
  await expect(page.getByRole('link', { name: '打 12345 热线' })).toHaveAttribute('href', 'tel:12345')
  // It is remembered.
  await page.goto('/')
  await expect(page.getByRole('button', { name: '普通版' })).toBeVisible()
})

test('English throughout, also by the link', async ({ page, request }) => {
  const { follow, number } = await reported(request, 'Street light is out', { longitude: 106.4987, latitude: 29.5212 })
  await page.goto('/?lang=en')
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'See it, report it' })).toBeVisible()
  await page.goto('/find')
  await page.getByLabel('Follow code or link').fill(number)
  await page.getByRole('button', { name: 'Look' }).click()
  await expect(page.getByText('No follow code found in this')).toBeVisible()
  await page.getByLabel('Follow code or link').fill(`http://somewhere/follow/${follow} `)
  await page.getByRole('button', { name: 'Look' }).click()
  await expect(page.getByRole('heading', { name: 'Received, to be looked at' })).toBeVisible()
  const chinese = await page.locator('main').evaluate((main) => (main as HTMLElement).innerText.split('\n').filter((l) => /[一-鿿]/.test(l)))
  expect(chinese.filter((l) => !/街道|社区/.test(l)), 'names of places stay Chinese').toEqual([])
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible()
  await accessible(page)
})

test('an unknown code and a server that does not answer have words', async ({ page, request }) => {
  await page.goto('/follow/500107.00000000000000000000000000000000')
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible()
  await accessible(page)
  const { follow } = await reported(request, '墙面渗水', { longitude: 106.499, latitude: 29.5215 })
  await page.route('**/api/v1/follow/**', (route) => route.abort())
  await page.goto(`/follow/${follow}`)
  await expect(page.getByRole('heading', { name: '暂时看不了' })).toBeVisible()
  await page.unroute('**/api/v1/follow/**')
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByText('墙面渗水')).toBeVisible()
})
