/** The grid worker's phone: what its tests share. Each file of tests has a worker and a grid that no other uses. */
import type { BrowserContext, Page } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { Person } from './people'
import { expect, logIn } from './support'

/** A worker, the grid, and a point in it; the duty officer of the town, who sees and does things meanwhile. */
export interface Ground { worker: string; grid: string; duty: string; named: RegExp }
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 }

let n = 0
/** Words that no other test uses. */
export const own = (what: string): string => `${what}${Date.now().toString(36)}${process.pid.toString(36)}${(n += 1)}`

/** A plain picture, larger than a phone sends; with noise in it none that packs well. */
export function picture(width = 2000, height = 1200, noise = false): Buffer {
  const raw = noise ? randomBytes((width * 3 + 1) * height) : Buffer.alloc((width * 3 + 1) * height, 120)
  for (let y = 0; y < height; y += 1) raw[y * (width * 3 + 1)] = 0
  const crc = (bytes: Buffer): number => {
    let c = ~0
    for (const b of bytes) { c ^= b; for (let k = 0; k < 8; k += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1 }
    return ~c >>> 0
  }
  const part = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const tail = Buffer.alloc(4)
    tail.writeUInt32BE(crc(body))
    return Buffer.concat([head, body, tail])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0); size.writeUInt32BE(height, 4); size[8] = 8; size[9] = 2
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), part('IHDR', size), part('IDAT', deflateSync(raw)), part('IEND', Buffer.alloc(0))])
}
export const SHOT = { name: 'photo.png', mimeType: 'image/png', buffer: picture() }

export type Receipt = { ref: string; number: string; version: number }
export type Sheet = Receipt & { state: string; timeline: { action: string; payload?: { files?: string[]; found?: boolean } }[] }

/** The phone of one worker, and its duty officer by the interface: logged in once for all that a test asks. */
export function phoneOf(at: Ground) {
  const officers = new Map<string, Promise<Person>>()
  const duty = (page: Page): Promise<Person> => {
    const origin = new URL(page.url()).origin
    const known = officers.get(origin) ?? Person.called(at.duty, origin)
    officers.set(origin, known)
    return known
  }
  return {
    duty,
    /** A call from the hotline lands with the grid. */
    async call(page: Page, text: string): Promise<Receipt> {
      return (await duty(page)).post<Receipt>('/api/v1/cases', { text, grid: at.grid, channel: 'hotline', place: '3栋2单元' })
    },
    async found(page: Page, text: string): Promise<{ ref: string }[]> {
      return (await (await duty(page)).get<{ items: { ref: string }[] }>(`/api/v1/cases?q=${encodeURIComponent(text)}&sort=newest`)).items
    },
    async write(page: Page, text: string): Promise<void> {
      await tab(page, '随手报')
      await page.locator('textarea').fill(text)
      await expect(page.getByText(at.named)).toBeVisible()
    },
    async enter(page: Page): Promise<void> {
      await logIn(page, at.worker, '/field/')
      await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
    },
  }
}
export const tab = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click()
export const send = (page: Page): Promise<void> => page.locator('[data-test=send]').click()
export const offline = (context: BrowserContext, is: boolean): Promise<void> => context.setOffline(is)
/** The app is on the phone: from now on every page opened starts without network. A page opened just while the worker
 * came to life may itself never be its own. */
export const kept = (page: Page): Promise<void> => page.evaluate(async () => { await navigator.serviceWorker.ready })
