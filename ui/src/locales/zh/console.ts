/** Words of the console's frame; its three parts have files of their own. */
import admin from './admin'
import desk from './desk'
import lists from './lists'
import screen from './screen'
import duty from './duty'
export default { nav: { desk: '调度台', screen: '一块屏', lists: '清单', admin: '管理' }, ...desk, ...screen, ...admin, ...lists, ...duty }
