/** The real scene: photos of places, residents because of work, a dated change of grids. */
import { Person, GRID, VILLAGE, words } from './people'
import { png } from './pictures'
import { accessible, expect, logIn, test } from './support'

const WORKER = `${GRID}-wg-01`
const SECRETARY = `${VILLAGE}-sq-01`
const SYSTEM = '50-xt-01'
interface Building { ref: string; name: string; lon: number; lat: number; storeys: number }

async function building(baseURL: string | undefined, n: number): Promise<Building> {
  const person = await Person.called(SECRETARY, baseURL ?? '')
  const all = await person.get<{ items: Building[] }>(`/api/v1/buildings?grid=${GRID}&limit=20`)
  await person.close()
  const found = all.items[n]
  if (!found) throw new Error('the demo has no such building')
  return found
}

test('a grid worker keeps a dated photo of a building, covered, and not before saying that nobody is on it', async ({ page, baseURL }) => {
  const b = await building(baseURL, 1)
  await page.setViewportSize({ width: 390, height: 844 })
  await logIn(page, WORKER, '/field/me')
  await page.getByRole('link', { name: /实景照片/ }).click()
  await page.getByRole('button', { name: b.name, exact: true }).first().click()
  await expect(page.getByText('还没有实景照片。')).toBeVisible()
  await accessible(page)
  for (const [day, colour] of [['2025-04-01', [150, 120, 90]], ['2026-01-20', [90, 140, 110]]] as const) {
    await page.getByRole('button', { name: '拍一张实景' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: png(640, 480, [...colour], [200, 205, 210]) })
    const save = dialog.getByRole('button', { name: '保存实景' })
    await dialog.getByLabel('拍摄日期').fill(day)
    await dialog.getByRole('button', { name: '加一处' }).click()
    await expect(dialog.getByRole('button', { name: '第 1 处遮挡' })).toBeVisible()
    await expect(save).toBeDisabled()
    await dialog.getByLabel(/画面中没有人/).check()
    await expect(save).toBeEnabled()
    await page.screenshot({ path: '../target/e2e/photo-add.png' })
    await accessible(page)
    await save.click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await expect(page.getByText('2026-01-20 拍摄')).toBeVisible()
  await expect(page.locator('.age')).toHaveText(/^(\d+个月前|\d+年前|\d+天前)$/)
  await page.getByText('以前的(1)').click()
  await expect(page.getByText('2025-04-01')).toBeVisible()
  await accessible(page)
  await page.screenshot({ path: '../target/e2e/photo-field.png' })

  // The same on the building board, and on the map beside it; the community takes the older one back.
  await page.context().clearCookies()
  await page.setViewportSize({ width: 1440, height: 900 })
  await logIn(page, SECRETARY, `/console/screen/building/${b.ref}`)
  const panel = page.locator('.scene').first()
  await expect(panel.getByText('2026-01-20 拍摄')).toBeVisible()
  await page.screenshot({ path: '../target/e2e/photo-board.png' })
  await accessible(page)
  await panel.getByText('以前的(1)').click()
  await panel.locator('li').getByRole('button', { name: /2025-04-01拍摄/ }).click()
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByRole('button', { name: '撤回并删除' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(panel.getByText('以前的')).toHaveCount(0)
  await expect(panel.getByText('2026-01-20 拍摄')).toBeVisible()
})

test('residents are a number; names open from work at the building, masked, and leave a trace', async ({ page, baseURL }) => {
  const b = await building(baseURL, 0)
  const worker = await Person.called(WORKER, baseURL ?? '')
  await worker.post('/api/v1/cases', { text: words('楼道灯不亮'), point: { lon: b.lon, lat: b.lat } })
  await worker.close()
  await logIn(page, SECRETARY, `/console/screen/building/${b.ref}`)
  await expect(page.getByText('登记 8 人')).toBeVisible()
  await expect(page.getByText('曾**')).toHaveCount(0)
  await page.getByRole('button', { name: '因事查看' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('逐户通知停水检修')
  await accessible(page)
  await dialog.getByRole('button', { name: '查看(掩码)' }).click()
  await expect(dialog.getByText('曾**')).toBeVisible()
  await expect(dialog.getByText('138****5670')).toBeVisible()
  await expect(page.getByText('13800005670')).toHaveCount(0)
  await dialog.getByRole('button', { name: '查看 0101 的完整电话' }).click()
  await dialog.getByLabel('查看 0101 的完整电话').last().fill('电话联系本人开门')
  await dialog.getByRole('button', { name: '看全' }).last().click()
  await expect(dialog.getByText('13800005670')).toBeVisible()
  await accessible(page)
  await page.screenshot({ path: '../target/e2e/residents.png' })
  const auditor = await Person.called('50-sj-01', baseURL ?? '')
  const trail = await auditor.get<{ items: { kind: string; facts: { reason?: string } }[] }>(`/api/v1/audit?district=500107&subject=${b.ref}`)
  expect(trail.items[0]).toMatchObject({ kind: 'data.looked', facts: { reason: '逐户通知停水检修', rows: 8 } })
  await auditor.close()
})

test('a change of grids is planned for a day, stands among the plans to come, and is taken back', async ({ page }) => {
  await logIn(page, SYSTEM, '/console/admin/grids/500101001003')
  await page.getByRole('button', { name: '图形', exact: true }).click()
  await page.getByRole('button', { name: '合并', exact: true }).click()
  const before = await page.locator('svg .grid').count()
  await page.getByRole('button', { name: /^第1网格 / }).click()
  await page.getByRole('button', { name: /^第2网格 / }).click()
  await page.getByRole('button', { name: '看方案' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/涉及 [\d,]+ 户、[\d,]+ 人,未结事件 \d+ 件/)).toBeVisible()
  await accessible(page)
  await page.screenshot({ path: '../target/e2e/plan.png' })
  await dialog.getByRole('button', { name: '按期重划' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const plans = page.getByRole('region', { name: '待生效的方案' })
  await expect(plans.getByText('合并')).toBeVisible()
  await expect(page.locator('svg .grid')).toHaveCount(before)
  await accessible(page)
  await page.screenshot({ path: '../target/e2e/plans.png' })
  await plans.getByRole('button', { name: '撤销' }).click()
  await plans.getByRole('button', { name: '撤销' }).last().click()
  await expect(plans).toHaveCount(0)
})
