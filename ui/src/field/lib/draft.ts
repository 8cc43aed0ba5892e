/** The report being written: kept on the phone with every change, so that a call or an empty battery costs nothing. */
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { newKey } from '@/api/client'
import { db, UNDO, type Draft } from './db'

export function blankDraft(account: string): Draft {
  return { id: newKey(), account, text: '', photos: [], updated: Date.now() }
}
export function worthKeeping(draft: Draft): boolean {
  return draft.text.trim() !== '' || draft.photos.length > 0 || draft.solved !== undefined
}
export async function draftsOf(account: string): Promise<Draft[]> {
  const all = await (await db()).getAllFromIndex('drafts', 'account', account)
  return all.filter((d) => d.gone === undefined || d.gone > Date.now() - UNDO).sort((a, b) => b.updated - a.updated)
}
export async function saveDraft(draft: Draft): Promise<void> {
  await (await db()).put('drafts', JSON.parse(JSON.stringify(draft)) as Draft)
}
export async function removeDraft(id: string): Promise<void> {
  await (await db()).delete('drafts', id)
}

/** The draft in hand, saved half a second after the last change. */
export function useDraft(account: () => string): { draft: Ref<Draft>; flush(): Promise<void>; open(next: Draft): void } {
  const draft = ref(blankDraft(account())) as Ref<Draft>
  let timer: ReturnType<typeof setTimeout> | undefined
  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (worthKeeping(draft.value)) await saveDraft({ ...draft.value, updated: Date.now() })
    else await removeDraft(draft.value.id)
  }
  function open(next: Draft): void {
    draft.value = next
  }
  watch(draft, (now, before) => {
    if (now !== before) return
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), 500)
  }, { deep: true })
  // Leaving the page keeps what is there.
  onScopeDispose(() => { if (timer) void flush() })
  return { draft, flush, open }
}
