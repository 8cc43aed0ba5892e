/** Console: dispatch desk, one screen, administration. Each part loads when it is opened. */
import 'element-plus/theme-chalk/dark/css-vars.css'
import '@/style/tokens.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { makeI18n } from '@/lib/i18n'
import en from '@/locales/en/console'
import zh from '@/locales/zh/console'
import App from './App.vue'
import { routes as admin } from './admin/routes'
import { routes as desk } from './desk/routes'
import { routes as lists } from './lists/routes'
import { routes as screen } from './screen/routes'

const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [...desk, ...screen, ...admin, ...lists, { path: '/:rest(.*)*', redirect: '/' }],
})
createApp(App).use(createPinia()).use(router).use(makeI18n(zh, en)).mount('#app')
