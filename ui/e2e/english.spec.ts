/** Every page stands in English too: it has its heading, no word is missing, and the console stays silent. */
import type { Page } from '@playwright/test'
import { expect, logIn, test } from './support'

const TOWN = '500105003'
const VILLAGE = '500105003004'
/** Who, and the pages that are theirs. */
const PAGES: [string, string[]][] = [
  [`${TOWN}-zh-03`, ['/console/', '/console/shift', '/console/admin/precedents']],
  [`${TOWN}-zh-01`, ['/console/screen', `/console/screen/${TOWN}/duty`, `/console/screen/${TOWN}/hall`]],
  [`${VILLAGE}-sq-01`, ['/console/screen', `/console/screen/${VILLAGE}/duties`, `/console/screen/${VILLAGE}/buildings`, `/console/screen/${VILLAGE}/year`]],
  ['50-xt-01', [`/console/admin/units/${TOWN}`, `/console/admin/grids/${VILLAGE}`, '/console/admin/calendar/2026', '/console/admin/imports']],
  ['50-aq-01', [`/console/admin/accounts/${TOWN}`]],
  ['50-sj-01', ['/console/admin/audit', '/console/admin/why']],
  ['50-sz-02', ['/console/lists', '/console/lists/changes', '/console/lists/sheet', '/console/lists/routing', '/console/lists/admission', '/console/lists/admission/new', '/console/lists/burden', '/console/lists/trial', '/console/lists/drafts', '/console/lists/offlist', '/console/admin/matters', '/console/admin/matters/M-MS-06']],
  [`${VILLAGE}001-wg-01`, ['/field/', '/field/report', '/field/mine', '/field/queue', '/field/notices', '/field/week', '/field/offlist', '/field/scene', '/field/me']],
  ['', ['/', '/report', '/find', '/?elder=1', '/report?elder=1', '/link/nothing', '/nowhere']],
]

/** What stands on the page that nobody has put into words: keys of the dictionary. */
async function unsaid(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  return text.match(/\b(?:common|desk|screen|lists|admin|field|citizen|duty|scene|leave|clock|action|state)\.[a-zA-Z_]+(?:\.[a-zA-Z_]+)*\b/g) ?? []
}

for (const [login, paths] of PAGES) {
  test(`in English: ${login || 'without an account'}`, async ({ page }) => {
    test.setTimeout(90_000)
    if (login) await logIn(page, login, `${paths[0]}?lang=en`)
    for (const path of paths) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=en`)
      await expect(page.getByRole('heading').first(), path).toBeVisible()
      await expect(page.locator('html'), path).toHaveAttribute('lang', 'en')
      await expect(page.getByRole('progressbar'), path).toHaveCount(0)
      expect(await unsaid(page), path).toEqual([])
    }
  })
}
