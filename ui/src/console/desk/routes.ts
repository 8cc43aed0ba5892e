import type { RouteRecordRaw } from 'vue-router'

const page = () => import('./DeskPage.vue')
export const routes: RouteRecordRaw[] = [
  // One page under both addresses: opening a case must not tear the queue down.
  { path: '/', component: page, name: 'desk' },
  { path: '/case/:ref', component: page, name: 'case' },
  { path: '/shift', name: 'shift', component: () => import('./ShiftPage.vue') },
]
