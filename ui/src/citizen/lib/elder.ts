/** 大字版: large type, few words, one thing at a time. Chosen here or by `?elder=1`, remembered. */
import { ref, watchEffect } from 'vue'

const KEY = 'wangge.elder'
const asked = new URLSearchParams(location.search).get('elder')
const elder = ref(asked === null ? localStorage.getItem(KEY) === '1' : asked !== '0')

watchEffect(() => {
  document.documentElement.classList.toggle('elder', elder.value)
  localStorage.setItem(KEY, elder.value ? '1' : '0')
})

export function useElder() {
  return { elder, toggle: (): void => { elder.value = !elder.value } }
}
