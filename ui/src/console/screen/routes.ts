import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/screen', name: 'screen', component: () => import('./ScreenHome.vue') },
  { path: '/screen/:unit', name: 'screen-unit', component: () => import('./ScreenPage.vue') },
  { path: '/screen/:unit/duty', name: 'duty-room', component: () => import('./wall/DutyRoom.vue') },
]
