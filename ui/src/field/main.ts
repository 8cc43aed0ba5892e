import '@/style/tokens.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { makeI18n } from '@/lib/i18n'
import en from '@/locales/en/field'
import zh from '@/locales/zh/field'
import App from './App.vue'

createApp(App).use(createPinia()).use(makeI18n(zh, en)).mount('#app')
