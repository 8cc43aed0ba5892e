import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/admin', name: 'admin', component: () => import('./AdminPage.vue') },
]
