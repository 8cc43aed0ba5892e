import { createI18n } from 'vue-i18n'
import { useLanguage } from '@/api/client'
import common_en from '@/locales/en/common'
import common_zh from '@/locales/zh/common'

export type Locale = 'zh' | 'en'
const KEY = 'wangge.locale'

/** Chinese first; English when the person chose it here (`?lang=en` chooses, too). */
export function startLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang')
  const found = asked ?? localStorage.getItem(KEY)
  return found === 'en' ? 'en' : 'zh'
}

/** `t()` over the shared words and one entry's own; a test compares the keys of both languages. */
export function makeI18n(zh: object, en: object) {
  const locale = startLocale()
  const i18n = createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'zh',
    messages: { zh: { ...common_zh, ...zh }, en: { ...common_en, ...en } },
  })
  apply(locale)
  return i18n
}

/** What else depends on the language: the document and the server's problems. */
function apply(locale: Locale): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  useLanguage(locale)
}

export function setLocale(i18n: ReturnType<typeof makeI18n>, locale: Locale): void {
  i18n.global.locale.value = locale
  localStorage.setItem(KEY, locale)
  apply(locale)
}
