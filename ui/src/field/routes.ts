import { createRouter, createWebHistory } from 'vue-router'
import TodayPage from './pages/TodayPage.vue'

// Everything but the map is small enough to be fetched at the first visit, so that it is there without network.
export const router = createRouter({
  history: createWebHistory('/field/'),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', name: 'today', component: TodayPage, meta: { tab: 'today' } },
    { path: '/report', name: 'report', component: () => import('./pages/ReportPage.vue'), meta: { tab: 'report' } },
    { path: '/mine', name: 'mine', component: () => import('./pages/MinePage.vue'), meta: { tab: 'mine' } },
    { path: '/notices', name: 'notices', component: () => import('./pages/NoticesPage.vue'), meta: { tab: 'notices' } },
    { path: '/cases/:ref', name: 'case', component: () => import('./pages/CasePage.vue') },
    { path: '/queue', name: 'queue', component: () => import('./pages/QueuePage.vue') },
    { path: '/me', name: 'me', component: () => import('./pages/MePage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
