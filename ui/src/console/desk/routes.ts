import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/', name: 'desk', component: () => import('./DeskPage.vue') },
]
