// How good the first look is on a phone, for whoever has no patience: performance and accessibility of the citizen's
// and the field entry, each at least 90 by Lighthouse. `npm run lighthouse`, or LIGHTHOUSE_URL=… for a server that runs.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LEAST = 90
const PAGES = [['citizen', '/'], ['field', '/field/']]
const KINDS = ['performance', 'accessibility']
const chromium = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
if (!chromium || !existsSync(chromium)) {
  console.warn('!!!! lighthouse: NOT RUN, there is no chromium on this machine (CHROMIUM names another browser) !!!!')
  process.exit(0)
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const port = Number(process.env.WG_E2E_PORT ?? 8399) + 60
const url = process.env.LIGHTHOUSE_URL ?? `http://127.0.0.1:${port}`
let city
if (!process.env.LIGHTHOUSE_URL) {
  // The city that the browser tests made, if they did: what is looked at here is there before anybody logs in.
  const args = ['demo', '--quiet', '--port', String(port), '--dir', 'target/e2e-city']
  city = spawn(`${process.env.CARGO_TARGET_DIR ?? 'target'}/debug/wangge`, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  city.once('error', (error) => { console.error(`lighthouse: the server does not start: ${error.message}`); process.exit(1) })
}
const ready = async () => (await fetch(`${url}/readyz`).then((r) => r.ok, () => false))
for (let n = 0; !(await ready()); n += 1) {
  if (n > 300 || (city && city.exitCode !== null)) { console.error('lighthouse: the server does not answer'); process.exit(1) }
  await new Promise((done) => setTimeout(done, 200))
}

const [{ default: lighthouse }, { launch }] = await Promise.all([import('lighthouse'), import('chrome-launcher')])
const chrome = await launch({ chromePath: chromium, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'], logLevel: 'silent' })
const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]
let low = false
try {
  for (const [name, path] of PAGES) {
    const scores = Object.fromEntries(KINDS.map((kind) => [kind, []]))
    let worst = []
    // The median of three; the third is not needed when the first two agree on which side they are.
    for (let run = 0; run < 3; run += 1) {
      const { lhr } = await lighthouse(url + path, { port: chrome.port, onlyCategories: KINDS, logLevel: 'silent', output: 'json' })
      for (const kind of KINDS) scores[kind].push(Math.round((lhr.categories[kind].score ?? 0) * 100))
      const refs = KINDS.flatMap((kind) => lhr.categories[kind].auditRefs.filter((a) => a.weight > 0).map((a) => lhr.audits[a.id]))
      worst = refs.filter((a) => a.score !== null && a.score < 0.9).map((a) => `${a.title}${a.displayValue ? ` (${a.displayValue})` : ''}`)
      if (run === 1 && KINDS.every((kind) => scores[kind].every((s) => s >= LEAST) || scores[kind].every((s) => s < LEAST))) break
    }
    for (const kind of KINDS) {
      const score = scores[kind].length === 2 ? Math.min(...scores[kind]) : median(scores[kind])
      const fits = score >= LEAST
      low ||= !fits
      console.log(`${fits ? 'ok ' : 'LOW'} ${String(score).padStart(3)} of ${LEAST}  ${name}: ${kind} (${scores[kind].join(', ')})`)
    }
    if (worst.length > 0) console.log(`      to gain: ${worst.join('; ')}`)
  }
} finally {
  await chrome.kill()
  city?.kill('SIGTERM')
}
process.exit(low ? 1 : 0)
