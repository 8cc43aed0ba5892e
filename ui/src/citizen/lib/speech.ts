/** Speaking instead of typing, where the browser can listen. */
import { onScopeDispose, ref } from 'vue'

interface Heard { results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>; resultIndex: number }
interface Listener {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((heard: Heard) => void) | null
  onend: (() => void) | null
  onerror: ((why: { error: string }) => void) | null
  start(): void
  stop(): void
  abort(): void
}
type ListenerKind = new () => Listener

export function useSpeech(said: (words: string) => void) {
  const world = globalThis as { SpeechRecognition?: ListenerKind; webkitSpeechRecognition?: ListenerKind }
  const Kind = world.SpeechRecognition ?? world.webkitSpeechRecognition
  const listening = ref(false)
  /** `refused`: no permission for the microphone; `failed`: it does not work here. */
  const wrong = ref<'' | 'refused' | 'failed'>('')
  let listener: Listener | undefined

  function start(locale: string): void {
    if (!Kind) return
    wrong.value = ''
    listener = new Kind()
    listener.lang = locale === 'zh' ? 'zh-CN' : 'en-GB'
    listener.continuous = true
    listener.interimResults = false
    listener.onresult = (heard) => {
      for (let i = heard.resultIndex; i < heard.results.length; i += 1) {
        const one = heard.results[i]
        if (one?.isFinal && one[0]) said(one[0].transcript)
      }
    }
    listener.onend = () => { listening.value = false }
    listener.onerror = ({ error }) => {
      listening.value = false
      if (error === 'not-allowed' || error === 'service-not-allowed') wrong.value = 'refused'
      else if (error !== 'no-speech' && error !== 'aborted') wrong.value = 'failed'
    }
    try {
      listener.start()
      listening.value = true
    } catch {
      wrong.value = 'failed'
    }
  }
  const stop = (): void => listener?.stop()
  onScopeDispose(() => listener?.abort())
  return { able: Boolean(Kind), listening, wrong, start, stop }
}
