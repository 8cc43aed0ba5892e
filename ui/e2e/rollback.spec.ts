/** An older version of a matter put in force again: in a city of its own, whose clock goes on to the day on which a change counts. */
import type { Page } from '@playwright/test'
import { City } from './city'
import { Person, words } from './people'
import { accessible, expect, logIn, test } from './support'

const AREA = '500107'
const MATTER = 'M-MS-06'
type Entry = Record<string, unknown> & { code: string; name_zh: string }

/** A new name for a matter, through all hands; it counts from the next day. */
async function renamed(city: City, name: string): Promise<void> {
  const people: Person[] = []
  const called = async (login: string): Promise<Person> => { const one = await Person.called(login, city.url); people.push(one); return one }
  const applicant = await called(`${AREA}-q-xf-bm-01`)
  const { version: _v, effective_from: _f, effective_to: _t, ...entry } = await applicant.get<Entry>(`/api/v1/matters/${MATTER}`)
  const content = { title: '事项更名', reason: '与热线分类一致', basis: '示例文件', items: [{ sort: 'change', code: MATTER, entry: { ...entry, name_zh: name } }] }
  const { ref } = await applicant.post<{ ref: string }>('/api/v1/admissions', { door: 'charge', content })
  const act = async (who: Person, action: Record<string, unknown>): Promise<void> => {
    const { version } = await who.get<{ version: number }>(`/api/v1/admissions/${ref}`)
    await who.post(`/api/v1/admissions/${ref}/actions`, { version, ...action })
  }
  await act(applicant, { action: 'submit' })
  await act(await called(`${AREA}-qx-02`), { action: 'weigh', reviewers: [`${AREA}-Q-CG`, `${AREA}-Q-GA`] })
  for (const unit of ['cg', 'ga']) await act(await called(`${AREA}-q-${unit}-bm-01`), { action: 'review', consent: true, opinion: '同意' })
  await act(await called(`${AREA}-qx-03`), { action: 'approve', note: '同意' })
  await act(await called('50-sz-02'), { action: 'approve', note: '同意' })
  for (const one of people) await one.close()
}
const versions = (page: Page) => page.locator('.versions')
async function open(page: Page, city: City): Promise<void> {
  await page.goto(`${city.url}/console/admin/matters/${MATTER}`)
  await page.getByRole('tab', { name: '版本' }).click()
  await expect(versions(page).getByRole('listitem').first()).toBeVisible()
}

test('a matter is put back to an older version with a reason; what was never in force is not', async ({ page }) => {
  test.setTimeout(300_000)
  const city = await City.fresh(60, 'target/e2e-rollback')
  try {
    const office = await Person.called('50-sz-02', city.url)
    const { name_zh: old } = await office.get<Entry>(`/api/v1/matters/${MATTER}`)
    const name = words('餐饮油烟扰民')
    await renamed(city, name)

    // Published, and not in force yet: it is shown as such, and cannot simply be put there.
    await logIn(page, '50-sz-02', `${city.url}/console/admin/matters/${MATTER}`)
    await open(page, city)
    await expect(versions(page).getByRole('listitem')).toHaveCount(2)
    const ahead = versions(page).getByRole('listitem').filter({ hasText: '第 2 版' })
    await expect(ahead).toContainText('尚未施行')
    await expect(ahead.getByRole('button')).toHaveCount(0)
    await accessible(page)

    // The day on which it counts.
    await city.later((await office.now()) + 24 * 3_600_000)
    await open(page, city)
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    await expect(versions(page).getByRole('listitem').filter({ hasText: '第 2 版' })).toContainText('现行')
    await expect(page.locator('tbody tr.changed')).toContainText(name)
    await versions(page).getByRole('listitem').filter({ hasText: '第 1 版' }).getByRole('button', { name: '退回此版' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('与现行版本有 1 处不同')
    await expect(dialog.getByRole('button', { name: '重新启用' })).toBeDisabled()
    await dialog.getByRole('textbox').fill('新名称与12345的分类不一致')
    await accessible(page)
    await page.screenshot({ path: '../target/e2e-shots/rollback.png' })
    await dialog.getByRole('button', { name: '重新启用' }).click()
    await expect(dialog).toHaveCount(0)

    // In force again as a new version; nothing that was published is gone.
    await expect(page.getByRole('heading', { level: 2, name: old, exact: true })).toBeVisible()
    expect(await office.get<Entry & { version: number }>(`/api/v1/matters/${MATTER}`)).toMatchObject({ name_zh: old, version: 3 })
    await page.getByRole('tab', { name: '版本' }).click()
    await expect(versions(page).getByRole('listitem')).toHaveText([/第 3 版.*现行/, /第 2 版/, /第 1 版/])
    await accessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await page.screenshot({ path: '../target/e2e-shots/rollback-390.png', fullPage: true })

    // Who and why stands on the trail.
    const auditor = await Person.called('50-sj-01', city.url)
    const trail = await auditor.get<object>('/api/v1/audit?district=city&limit=100')
    expect(JSON.stringify(trail)).toContain('新名称与12345的分类不一致')
    await auditor.close()
    await office.close()
  } finally {
    await city.kill()
  }
})
