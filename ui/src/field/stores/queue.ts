/** The queue as the pages see it, and the one loop that sends it. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { newKey } from '@/api/client'
import { useSession } from '@/lib/session'
import { db, tidy, UNDO, type Act, type Draft, type Entry, type Receipt, type Report, type TickBody } from '../lib/db'
import { after, anew, behind, follow, ready, soonest, together, waiting, why, type Answer, type Why } from '../lib/outbox'
import { attempt, attemptTicks } from '../lib/send'

export interface ActInput {
  subject: string
  title: string
  body: Act
  photos?: string[]
}

export const useQueue = defineStore('queue', () => {
  const session = useSession()
  const entries = shallowRef<Entry[]>([])
  const online = ref(navigator.onLine)
  const sending = ref<string>()
  const progress = ref(0)
  /** On their way at this moment: they can no longer be held back. */
  const flying = new Set<string>()
  const account = computed(() => session.me?.account ?? '')
  const mine = computed(() => entries.value.filter((e) => e.account === account.value))
  const open = computed(() => waiting(mine.value))
  const stuck = computed(() => open.value.filter((e) => e.state === 'stuck'))
  const heard = new Set<(entry: Entry) => void>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    entries.value = account.value ? await (await db()).getAllFromIndex('queue', 'account', account.value) : []
  }
  async function put(...changed: Entry[]): Promise<void> {
    const tx = (await db()).transaction('queue', 'readwrite')
    for (const entry of changed) await tx.store.put(entry)
    await tx.done
    const ids = new Set(changed.map((e) => e.id))
    entries.value = [...entries.value.filter((e) => !ids.has(e.id)), ...changed]
    told.postMessage('changed')
  }
  // Another window of the same app may send, or take in, something.
  const told = new BroadcastChannel('wangge-field')
  told.onmessage = () => { void load() }

  function base(subject: string, title: string): Pick<Entry, 'id' | 'account' | 'holding' | 'key' | 'subject' | 'title' | 'created' | 'state' | 'tries' | 'next'> {
    return { id: newKey(), account: account.value, holding: session.holding?.id ?? '', key: newKey(), subject, title, created: Date.now(), state: 'waiting', tries: 0, next: 0 }
  }
  async function report(body: Report, photos: string[], home: Entry['home'], title: string): Promise<Entry> {
    const head = base('', title)
    // What comes from a form is reactive; what is stored must be plain.
    const plain = JSON.parse(JSON.stringify(body)) as Report
    const entry: Entry = { ...head, subject: `report:${head.id}`, kind: 'report', body: plain, photos: [...photos], ...(home ? { home: { ...home } } : {}) }
    await put(entry)
    void pump()
    return entry
  }
  async function act(input: ActInput): Promise<Entry> {
    const before = behind(mine.value, input.subject)
    const body = JSON.parse(JSON.stringify(input.body)) as Act
    const entry: Entry = { ...base(input.subject, input.title), kind: 'act', body, photos: [...(input.photos ?? [])], ...(before ? { after: before.id } : {}) }
    await put(entry)
    void pump()
    return entry
  }

  /** A tick of a stop. What was refused before about the same stop makes way. */
  async function tick(subject: string, title: string, body: TickBody, photos: string[] = []): Promise<Entry> {
    const gone = Date.now() - UNDO
    await put(...mine.value.filter((e) => e.subject === subject && e.state === 'stuck').map((e) => ({ ...e, gone })))
    const district = body.object.split('.')[0] ?? ''
    const entry: Entry = { ...base(subject, title), kind: 'tick', body: JSON.parse(JSON.stringify(body)) as TickBody, photos: [...photos], home: { district } }
    await put(entry)
    void pump()
    return entry
  }

  /** Sends whatever may go out, one after the other; only one window does it at a time. */
  async function pump(): Promise<void> {
    clearTimeout(timer)
    if (!session.me || session.ended || !online.value) return
    await navigator.locks.request('wangge-outbox', { ifAvailable: true }, async (lock) => {
      if (!lock) { timer = setTimeout(() => void pump(), 3_000); return }
      await load()
      for (let next = ready(mine.value, Date.now())[0]; next && session.me && !session.ended && online.value; next = ready(mine.value, Date.now())[0]) {
        await send(together(ready(mine.value, Date.now())))
      }
    })
    const wait = soonest(mine.value, Date.now())
    if (wait !== undefined && !session.ended) timer = setTimeout(() => void pump(), Math.max(wait, 1_000))
  }
  async function send(batch: Entry[]): Promise<void> {
    const first = batch[0]
    if (!first) return
    sending.value = first.id
    progress.value = 0
    for (const entry of batch) flying.add(entry.id)
    try {
      const answers = batch.length > 1 ? await attemptTicks(batch) : [await attempt(first, { progress: (part) => { progress.value = part } }, Date.now())]
      for (const [n, entry] of batch.entries()) if (answers[n]) await settle(entry, answers[n])
    } finally {
      sending.value = undefined
      for (const entry of batch) flying.delete(entry.id)
    }
  }
  async function settle(entry: Entry, answer: Answer): Promise<void> {
    // Removed while it was on its way: what the server took stands, and is shown.
    const now = entries.value.find((e) => e.id === entry.id) ?? entry
    const { gone: _gone, ...kept } = now
    const done = after(answer.ok ? kept : now, answer, Date.now(), Math.random())
    await put(done, ...follow(done, mine.value))
    if (done.state !== 'waiting') for (const hear of heard) hear(done)
  }

  /** Why it is not out yet. */
  function reason(entry: Entry): Why {
    return why(entry, mine.value, { online: online.value, session: !session.ended, sending: sending.value })
  }
  /** Removed, for ten minutes recoverable. */
  async function remove(entry: Entry): Promise<void> {
    if (flying.has(entry.id)) return
    await put({ ...entry, gone: Date.now() })
  }
  /** Whether it is certain that nobody but this phone knows of it. */
  const held = (entry: Entry): boolean => entry.state === 'waiting' && !entry.unsure && !flying.has(entry.id)
  async function restore(entry: Entry): Promise<void> {
    const { gone: _gone, ...back } = entry
    await put(back)
    void pump()
  }
  /** Same effect, same key, at once. */
  async function retry(entry: Entry): Promise<void> {
    await put({ ...entry, state: 'waiting', next: 0 })
    void pump()
  }
  /** A new effect on what stands now. */
  async function sendAnew(entry: Entry, version?: number): Promise<void> {
    await put(anew(entry, newKey(), version))
    void pump()
  }
  async function dropPhoto(entry: Entry, photo: string): Promise<void> {
    const { trouble: _trouble, ...rest } = entry
    await put({ ...rest, photos: entry.photos.filter((p) => p !== photo), state: 'waiting', next: 0 })
    void pump()
  }
  /** Back into the form: the entry leaves the queue, a draft takes its place. */
  async function reopen(entry: Entry): Promise<Draft> {
    const body = entry.body as Report
    const draft: Draft = {
      id: newKey(), account: entry.account, text: body.text, photos: entry.photos, updated: Date.now(),
      ...(body.solved ? { solved: body.solved } : {}),
      place: {
        words: body.place ?? '', by: body.point ? 'pin' : 'grid', ...(body.point ? { point: body.point } : {}), ...(body.grid ? { grid: body.grid } : {}),
        ...(entry.home && 'district' in entry.home ? { district: entry.home.district } : {}),
      },
    }
    await (await db()).put('drafts', draft)
    await put({ ...entry, gone: Date.now() - UNDO })
    return draft
  }

  const removed = computed(() => mine.value.filter((e) => e.gone !== undefined && e.gone > Date.now() - UNDO))
  /** Called with every entry that was sent or got stuck. */
  function listen(hear: (entry: Entry) => void): () => void {
    heard.add(hear)
    return () => heard.delete(hear)
  }

  /** Once, by the app: what wakes the queue. */
  function start(): void {
    const wake = (): void => {
      online.value = navigator.onLine
      // A network that comes back ends every waiting time.
      if (online.value) entries.value = entries.value.map((e) => (e.state === 'waiting' && e.trouble?.status === 0 ? { ...e, next: 0 } : e))
      void wakeUp()
    }
    addEventListener('online', wake)
    addEventListener('offline', () => { online.value = false })
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') wake() })
    watch([account, () => session.ended], () => { void load().then(() => pump()) }, { immediate: true })
    void tidy()
  }
  async function wakeUp(): Promise<void> {
    const late = waiting(mine.value).filter((e) => e.state === 'waiting' && e.next === 0 && e.tries > 0)
    if (late.length) await put(...late)
    await pump()
  }

  return { entries: mine, open, stuck, removed, online, sending, progress, load, report, act, tick, pump, reason, held, remove, restore, retry, sendAnew, dropPhoto, reopen, listen, start }
})

export type { Entry, Receipt }
