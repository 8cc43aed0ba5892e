/** The same keys as ../zh/console.ts; a test compares them. */
import admin from './admin'
import desk from './desk'
import lists from './lists'
import screen from './screen'
import duty from './duty'
export default { nav: { desk: 'Desk', screen: 'Screen', lists: 'Lists', admin: 'Admin' }, ...desk, ...screen, ...admin, ...lists, ...duty }
