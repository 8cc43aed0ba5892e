import type { RouteRecordRaw } from 'vue-router'

/** One frame with a side menu; every page can be linked to, with what is chosen on it. */
export const routes: RouteRecordRaw[] = [
  {
    path: '/admin',
    component: () => import('./AdminPage.vue'),
    children: [
      { path: '', name: 'admin', component: () => import('./StartPage.vue') },
      { path: 'units/:code?', name: 'admin-units', component: () => import('./units/UnitsPage.vue') },
      { path: 'grids/:village?', name: 'admin-grids', component: () => import('./grids/GridsPage.vue') },
      { path: 'accounts/:unit?', name: 'admin-accounts', component: () => import('./accounts/AccountsPage.vue') },
      { path: 'why', name: 'admin-why', component: () => import('./why/WhyPage.vue') },
      { path: 'matters/:code?', name: 'admin-matters', component: () => import('./matters/MattersPage.vue') },
      { path: 'calendar/:year?', name: 'admin-calendar', component: () => import('./calendar/CalendarPage.vue') },
      { path: 'precedents', name: 'admin-precedents', component: () => import('./precedents/PrecedentsPage.vue') },
      { path: 'imports', name: 'admin-imports', component: () => import('./imports/ImportsPage.vue') },
      { path: 'audit', name: 'admin-audit', component: () => import('./audit/AuditPage.vue') },
    ],
  },
]
