import { createRouter, createWebHistory } from 'vue-router'
import HomePage from './pages/HomePage.vue'

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/', name: 'home', component: HomePage },
    { path: '/report', name: 'report', component: () => import('./pages/ReportPage.vue') },
    { path: '/follow/:token', name: 'follow', component: () => import('./pages/FollowPage.vue') },
    { path: '/link/:token', name: 'link', component: () => import('./pages/LinkPage.vue') },
    { path: '/find', name: 'find', component: () => import('./pages/FindPage.vue') },
    { path: '/:rest(.*)*', name: 'lost', component: () => import('./pages/LostPage.vue') },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
// Whoever does not see the page change hears it: the reading starts with the new page.
router.afterEach((to, from) => {
  if (from.matched.length > 0 && to.path !== from.path) document.getElementById('main')?.focus({ preventScroll: true })
})
