import { defineConfig } from '@playwright/test'

/**
 * A real browser against the real binary with its embedded pages. `E2E_URL` names a server that already runs
 * (while writing: `npm run dev`); otherwise scripts/e2e-server makes and serves a demo city of its own.
 */
const url = process.env.E2E_URL ?? `http://127.0.0.1:${process.env.WG_E2E_PORT ?? 8399}`
const found = process.env.CHROMIUM ?? '/usr/bin/chromium'

const ALONE = /(hard|measured|rollback)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Two cores, one city: the tests share the server, each makes cases of its own; files that count have a town or grid of their own.
  workers: Number(process.env.E2E_WORKERS ?? 2),
  fullyParallel: false,
  retries: 0,
  reporter: [['list']],
  outputDir: '../target/e2e',
  // What is measured, and what is heavy, has the machine to itself: after all others, one at a time.
  projects: [
    { name: 'screens', testIgnore: ALONE },
    { name: 'alone', testMatch: ALONE, dependencies: ['screens'], workers: 1 },
  ],
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // Nothing is measured while it fades in.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: found,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-gl=swiftshader', '--enable-unsafe-swiftshader'],
    },
  },
  ...(process.env.E2E_URL ? {} : {
    webServer: { command: '../scripts/e2e-server', url: `${url}/readyz`, timeout: 120_000, reuseExistingServer: false, stdout: 'ignore', stderr: 'pipe' },
  }),
})
