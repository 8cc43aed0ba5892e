/** The same keys as ../zh/console.ts; a test compares them. */
import admin from './admin'
import desk from './desk'
import duty from './duty'
import screen from './screen'
export default { nav: { desk: 'Desk', screen: 'Screen', admin: 'Administration' }, ...desk, ...screen, ...admin, ...duty }
