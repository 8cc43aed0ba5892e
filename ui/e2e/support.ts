/** What every browser test needs: logging in as one of the demo's people, catching what the page complains about. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

export const PASSWORD = 'wangge-demo'

/** A test that fails when a page writes an error to the console. Expected refusals (HTTP 4xx) are not errors of ours. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [async ({ context }, use) => {
    const complaints: string[] = []
    context.on('page', (page) => watch(page, complaints))
    for (const page of context.pages()) watch(page, complaints)
    await use(complaints)
    expect(complaints, 'the console stays silent').toEqual([])
  }, { auto: true }],
})
/** Writes down what a page complains about; for contexts that a test opens itself. */
export function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|net::ERR_|WebGL/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
}
export { expect }

/** Logs in through the form on `path`. */
export async function logIn(page: Page, login: string, path = '/console/'): Promise<void> {
  await page.goto(path)
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await expect(page.locator('input[name=password]')).toHaveCount(0)
}

/** No serious or critical accessibility issue on the page as it stands (WCAG 2.2 AA). */
export async function accessible(page: Page): Promise<void> {
  // Nothing is measured while its colour changes.
  await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished.catch(() => undefined))))
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).exclude('.maplibregl-map').analyze()
  const grave = found.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(grave.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 4).join(' | ')}`)).toEqual([])
}
