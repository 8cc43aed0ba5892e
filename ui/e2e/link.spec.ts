/** A contractor without an account: the desk gives a link, the phone answers it, the desk sees it come in. */
import { PHONE, picture } from './phone'
import { Person, words } from './people'
import { accessible, expect, logIn, test } from './support'

const OFFICER = '500107003-zh-03'
const HANDLER = '500107-q-cg-bm-01'
const shot = (name = '现场.png') => ({ name, mimeType: 'image/png', buffer: picture(1200, 900) })

/** A case that the department is handling. */
async function handled(baseURL: string, text: string): Promise<{ ref: string; number: string }> {
  const officer = await Person.called(OFFICER, baseURL)
  const made = await officer.report(text, { matter: 'M-MS-06' })
  await officer.act(made.ref, { action: 'file', matter: 'M-MS-06' })
  await officer.act(made.ref, { action: 'dispatch', to: { unit: '500107-Q-CG' } })
  const handler = await Person.called(HANDLER, baseURL)
  await handler.act(made.ref, { action: 'accept' })
  await officer.close()
  await handler.close()
  return made
}

test('a link from the desk; words and a photo back without an account; the step appears live', async ({ page, browser, baseURL }) => {
  test.setTimeout(150_000)
  const made = await handled(baseURL!, words('餐馆烟道要清洗'))
  await logIn(page, HANDLER, `/console/case/${made.ref}`)
  await page.getByRole('button', { name: '给外协单位的链接' }).click()
  await page.getByLabel('外协单位', { exact: true }).fill('山城保洁公司')
  await page.getByLabel('请对方做什么').fill('请清洗二楼烟道,完工后拍照回传')
  await accessible(page)
  await page.getByRole('button', { name: '生成链接' }).click()
  await expect(page.getByRole('img', { name: '扫码打开给外协单位的链接' })).toBeVisible()
  await expect(page.getByRole('list', { name: '已发出的链接' })).toContainText('山城保洁公司')
  await accessible(page)
  await page.screenshot({ path: '../target/e2e-shots/link-desk.png' })
  const address = await page.locator('.made code').textContent()

  const pocket = await browser.newContext({ ...PHONE, baseURL: baseURL!, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const phone = await pocket.newPage()
  await phone.goto(address!)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('商户排烟扰民')
  await expect(phone.getByText('请清洗二楼烟道,完工后拍照回传')).toBeVisible()
  await expect(phone.getByText('3号楼')).toBeVisible()
  await expect(phone.getByText(/前有效/)).toBeVisible()
  await accessible(phone)
  await phone.screenshot({ path: '../target/e2e-shots/link-phone.png', fullPage: true })
  // Nothing yet: it says what is missing. Then a photo and words, which survive a reload.
  await phone.getByRole('button', { name: '发送' }).click()
  await expect(phone.getByText('还差:照片或一句话')).toBeVisible()
  await phone.locator('input[type=file]').first().setInputFiles(shot())
  await expect(phone.getByAltText('第 1 张照片')).toBeVisible()
  await phone.getByLabel('做了什么、现场怎样').fill('烟道已清洗,更换了滤网')
  await phone.getByRole('button', { name: '去遮挡' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: '没有人脸和车牌' }).click()
  await expect.poll(() => phone.evaluate((slot) => new Promise((done) => {
    const open = indexedDB.open('wangge-citizen', 1)
    open.onsuccess = () => { const get = open.result.transaction('draft').objectStore('draft').get(slot); get.onsuccess = () => { done(get.result?.text); open.result.close() } }
  }), `link ${address!.split('/').at(-1)}`)).toBe('烟道已清洗,更换了滤网')
  await phone.reload()
  await expect(phone.getByLabel('做了什么、现场怎样')).toHaveValue('烟道已清洗,更换了滤网')
  await expect(phone.getByAltText('第 1 张照片')).toBeVisible()
  // Taken by the server, the answer lost: sent again with the same key.
  const keys: string[] = []
  await phone.route('**/reports', async (route) => {
    keys.push((await route.request().allHeaders())['idempotency-key'] ?? '')
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await phone.getByRole('button', { name: '发送' }).click()
  await expect(phone.getByText('还不确定送到了没有')).toBeVisible()
  await accessible(phone)
  await phone.getByRole('button', { name: '现在重发' }).click()
  await expect(phone.getByText('已送到,谢谢您')).toBeVisible()
  await expect(phone.getByRole('region', { name: '您已回传的' })).toContainText('烟道已清洗,更换了滤网')
  await expect(phone.getByAltText('已回传的照片 1')).toBeVisible()
  await accessible(phone)
  await phone.screenshot({ path: '../target/e2e-shots/link-thanks.png', fullPage: true })
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  // On the desk by itself, once, by nobody's name, with the photo.
  const step = page.locator('[data-step=add]')
  await expect(step).toHaveCount(1)
  await expect(step).toContainText('烟道已清洗,更换了滤网')
  await expect(step).toContainText('外协单位')
  await expect(step.locator('.photo img')).toBeVisible()
  // Kept on the phone; more can be sent.
  await phone.reload()
  await expect(phone.getByRole('region', { name: '您已回传的' })).toContainText('烟道已清洗')
  // Taken back: the page says kindly what to do, and keeps what was not sent.
  await phone.getByLabel('做了什么、现场怎样').fill('还有一处要说')
  await page.getByRole('button', { name: /^作废/ }).click()
  await expect(page.getByRole('list', { name: '已发出的链接' })).toContainText('已失效')
  await phone.getByRole('button', { name: '发送' }).click()
  await expect(phone.getByRole('heading', { name: '这个链接已经结束' })).toBeVisible()
  await expect(phone.getByText('请联系把链接发给您的单位')).toBeVisible()
  await expect(phone.getByText('还有一处要说')).toBeVisible()
  await accessible(phone)
  await phone.screenshot({ path: '../target/e2e-shots/link-ended.png', fullPage: true })
  await pocket.close()
})

test('without network it waits on the phone and goes out by itself; an unknown link has words, in English too', async ({ browser, baseURL }) => {
  const made = await handled(baseURL!, words('烟罩漏油'))
  const handler = await Person.called(HANDLER, baseURL!)
  const link = await handler.post<{ token: string }>(`/api/v1/cases/${made.ref}/links`, { name: '江边保洁', note: '请擦净地面', until: new Date((await handler.now()) + 86_400_000).toISOString() })
  const pocket = await browser.newContext({ ...PHONE, baseURL: baseURL!, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const phone = await pocket.newPage()
  await phone.goto(`/link/${link.token}`)
  await expect(phone.getByText('请擦净地面')).toBeVisible()
  await phone.getByLabel('做了什么、现场怎样').fill('地面已擦净')
  await pocket.setOffline(true)
  await phone.getByRole('button', { name: '发送' }).click()
  await expect(phone.getByText('联网后自动').first()).toBeVisible()
  await accessible(phone)
  await pocket.setOffline(false)
  await expect(phone.getByText('已送到,谢谢您')).toBeVisible()
  expect((await handler.sheet(made.ref)).timeline.filter((s) => s.action === 'add')).toHaveLength(1)
  await phone.goto('/link/500107.00000000000000000000000000000000?lang=en')
  await expect(phone.getByRole('heading', { name: 'This link was not found' })).toBeVisible()
  await expect(phone.getByText('Please ask the unit that gave it to you')).toBeVisible()
  await accessible(phone)
  await handler.close()
  await pocket.close()
})
