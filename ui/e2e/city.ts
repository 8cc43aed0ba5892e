/** A demo city of a test's own, to be switched off and on again, today or on a later day. */
import { spawn, type ChildProcess } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { expect } from './support'

export class City {
  private child: ChildProcess | undefined
  private constructor(private readonly port: number, private readonly dir: string) {}
  /** A new one, `above` the port of the city that all tests share. */
  static async fresh(above: number, dir: string): Promise<City> {
    await rm(`../${dir}`, { recursive: true, force: true })
    const city = new City(Number(process.env.WG_E2E_PORT ?? 8399) + above, dir)
    await city.start('--fresh')
    return city
  }
  get url(): string { return `http://127.0.0.1:${this.port}` }
  async start(...more: string[]): Promise<void> {
    const env = { ...process.env, WANGGE_RATE_LOGINS: '2000' }
    this.child = spawn(`${process.env.CARGO_TARGET_DIR ?? 'target'}/debug/wangge`, ['demo', '--quiet', '--port', String(this.port), '--dir', this.dir, ...more], { cwd: '..', env, stdio: 'ignore' })
    await expect.poll(() => fetch(`${this.url}/readyz`).then((r) => r.ok, () => false), { timeout: 90_000 }).toBe(true)
  }
  /** Pulls the plug: no good-bye. */
  async kill(): Promise<void> {
    const gone = new Promise((done) => this.child?.once('exit', done))
    this.child?.kill('SIGKILL')
    await gone
    this.child = undefined
  }
  /** Goes on at a later moment (ms). */
  async later(at: number): Promise<void> {
    await this.kill()
    await writeFile(`../${this.dir}/moment`, String(at * 1_000))
    await this.start()
  }
}
