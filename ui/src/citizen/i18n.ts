import { makeI18n } from '@/lib/i18n'
import en from '@/locales/en/citizen'
import zh from '@/locales/zh/citizen'

export const i18n = makeI18n(zh, en)
