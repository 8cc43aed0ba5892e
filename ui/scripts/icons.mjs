// Draws the installable app's PNG icons from public/icon.svg with the browser that the tests use: node scripts/icons.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'

const here = (path) => new URL(`../public/${path}`, import.meta.url)
const svg = await readFile(here('icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [name, size, scale, ground] of [['icon-192', 192, 1, 'transparent'], ['icon-512', 512, 1, 'transparent'], ['icon-maskable', 512, 0.72, '#1554a8']]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const side = Math.round(size * scale)
  await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">${svg.replace('<svg ', `<svg width="${side}" height="${side}" `)}</body>`)
  await writeFile(here(`field/${name}.png`), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
