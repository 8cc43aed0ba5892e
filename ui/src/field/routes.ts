import { ref } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import TodayPage from './pages/TodayPage.vue'

/** A page could not be fetched. */
export const missing = ref(false)

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
    { path: '/week', name: 'week', component: () => import('./pages/WeekPage.vue') },
    { path: '/offlist', name: 'offlist', component: () => import('./pages/OfflistPage.vue') },
    { path: '/queue', name: 'queue', component: () => import('./pages/QueuePage.vue') },
    { path: '/scene', name: 'scene', component: () => import('./pages/ScenePage.vue') },
    { path: '/me', name: 'me', component: () => import('./pages/MePage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

// A page that is not on the phone yet (the very first minutes without network): say so instead of doing nothing.
router.onError((_problem, to) => {
  if (navigator.onLine) location.assign(router.resolve(to).href)
  else missing.value = true
})
