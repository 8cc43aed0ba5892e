import type { RouteRecordRaw } from 'vue-router'

/** The list office: one frame with a side menu; what is chosen on a page stands in its address. */
export const routes: RouteRecordRaw[] = [
  {
    path: '/lists',
    component: () => import('./OfficePage.vue'),
    children: [
      { path: '', name: 'lists', component: () => import('./office/ListsPage.vue') },
      { path: 'sheet', name: 'lists-sheet', component: () => import('./office/SheetPage.vue') },
      { path: 'changes', name: 'lists-changes', component: () => import('./office/ChangesPage.vue') },
      { path: 'admission', name: 'lists-admission', component: () => import('./admission/QueuePage.vue') },
      { path: 'admission/new', name: 'lists-propose', component: () => import('./admission/WritePage.vue') },
      { path: 'admission/:ref', name: 'lists-proposal', component: () => import('./admission/ProposalPage.vue') },
      { path: 'admission/:ref/write', name: 'lists-amend', component: () => import('./admission/WritePage.vue') },
      { path: 'burden/:part?', name: 'lists-burden', component: () => import('./burden/BurdenPage.vue') },
      { path: 'trial', name: 'lists-trial', component: () => import('./trial/TrialPage.vue') },
      { path: 'routing', name: 'lists-routing', component: () => import('./routing/RoutingPage.vue') },
      { path: 'offlist/:ref?', name: 'lists-offlist', component: () => import('./offlist/OfflistPage.vue') },
      { path: 'drafts', name: 'lists-drafts', component: () => import('./drafts/DraftsPage.vue') },
      { path: 'drafts/:ref', name: 'lists-draft', component: () => import('./drafts/DraftPage.vue') },
      { path: ':code', name: 'lists-entry', component: () => import('./office/ListsPage.vue') },
    ],
  },
]
