import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/screen', name: 'screen', component: () => import('./ScreenHome.vue') },
  { path: '/screen/building/:ref', name: 'building', component: () => import('./building/BuildingPage.vue') },
  { path: '/screen/:unit', name: 'screen-unit', component: () => import('./ScreenPage.vue') },
  { path: '/screen/:unit/duty', name: 'duty-room', component: () => import('./wall/DutyRoom.vue') },
  { path: '/screen/:unit/duties', name: 'duties', component: () => import('./duty/DutiesPage.vue') },
  { path: '/screen/:unit/hall', name: 'hall', component: () => import('./wall/PublicHall.vue') },
  { path: '/screen/:unit/year', name: 'year', component: () => import('./year/YearSheet.vue') },
  { path: '/screen/:unit/buildings', name: 'buildings', component: () => import('./building/BuildingsPage.vue') },
]
