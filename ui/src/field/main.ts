/** Field app: an installable page for the grid worker's phone that works without network. */
import '@/style/tokens.css'
import './style.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { makeI18n } from '@/lib/i18n'
import en from '@/locales/en/field'
import zh from '@/locales/zh/field'
import App from './App.vue'
import { isLarge, setLarge } from './lib/large'
import { watchVersion } from './lib/version'
import { router } from './routes'

setLarge(isLarge())
createApp(App).use(createPinia()).use(router).use(makeI18n(zh, en)).mount('#app')
void watchVersion()
