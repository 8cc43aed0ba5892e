/** Words that several entries share. Field terms as in docs/GLOSSARY.md. */
export default {
  app: { name: '网格', demo: '演示数据', demoNote: '人物与案件均为虚构' },
  action: {
    report: '上报', verify: '核实', reject: '不予受理', file: '立案', resolve: '当场处理', dispatch: '派遣', accept: '接单', return: '退回',
    transfer: '转办', whistle: '吹哨', invite: '邀请协办', arrive: '报到', contribute: '协办完成', release: '解除呼叫', veto: '否决',
    appraise: '评价部门', object: '申诉', ask: '申请', decide: '审批', rule: '裁定', resume: '恢复', urge: '催办', supervise: '督办',
    refer: '跨区联动', recall: '撤回联动', answered: '联动答复', recalled: '联动撤回', split: '分派子件', finish: '办结', check: '核查', close: '结案', rate: '评价', reopen: '重开', lift: '提级', merge: '合并', unmerge: '撤销合并',
    add: '补充', correct: '更正', withdraw: '撤回', message: '留言', disclose: '实名意愿', joined: '外区县事件并入', parted: '外区县事件分开', not_joined: '未能并入', head_ended: '并入件已有结果', remind: '提醒', overdue: '超时', rearm: '重算时限',
  },
  state: {
    reported: '待核实', verified: '已核实', filed: '已立案', dispatched: '已派遣', returned: '已退回', in_progress: '处置中',
    suspended: '已挂起', checking: '待核查', checked: '待结案', closed: '已结案', rejected: '不予受理', merged: '已合并', withdrawn: '已撤回',
  },
  colour: { red: '红', orange: '橙', yellow: '黄', blue: '蓝' },
  board: { CENTRE: '指挥中心', DJ: '党的建设', JJ: '经济发展', MS: '民生服务', PF: '平安法治' },
  level: { city: '市', district: '区县', town: '镇街', village: '村社区', grid: '网格' },
  clock: {
    verify: '核实', dispatch: '派遣', report_in: '接单', handle: '处置', check: '核查', close: '结案', call: '报到', decide: '审批',
    resume: '恢复', supervise: '督办', climb: '升级',
  },
  time: {
    left: '剩 {span}', over: '超 {span}', ago: '{span}前', just: '刚刚', day: '{n} 天', hour: '{n} 小时', minute: '{n} 分钟',
    provisional: '暂定', standing: '已停表', workHours: '{h} 个工时', workMinutes: '{m} 分钟工时', workBoth: '{h} 个工时 {m} 分', workDays: '{n} 个工作日', days: '{n} 天',
    paused: '下班暂停,{at}继续', pausedShort: '{at}继续', morning: '明早 {at}', tomorrow: '明天 {at}',
  },
  login: {
    newTitle: '请设置新密码', newWhy: '您用的是一次性密码。设好新密码后继续。', newNow: '现在的密码', newOne: '新密码(至少10位)', newSave: '保存并继续', newChanged: '密码已更改', title: '登录', name: '账号', password: '密码', enter: '登录', again: '登录已过期,请重新输入密码', kept: '您填写的内容都还在。',
    out: '退出登录', holding: '当前岗位', other: '换账号登录',
  },
  common: {
    send: '提交', cancel: '取消', save: '保存', close: '关闭', retry: '重试', undo: '撤销', more: '更多', loading: '正在加载…', search: '搜索',
    none: '暂无', ok: '好', yes: '是', no: '否', required: '必填', optional: '选填', back: '返回', next: '下一步', print: '打印', all: '全部',
    offline: '网络已断开', reconnecting: '连接中断,正在重连…', caught_up: '已重新连接,内容已更新', faster: '有人先您一步:内容已更新,请看过再办。',
    copied: '已复制', note: '说明', example: '示例', reason: '理由', photo: '照片', remove: '移除', refresh: '刷新', language: 'English', done: '已完成',
  },
  map: { note: '边界仅为示意', locate: '定位', nothing: '此处无数据', label: '地图', in: '放大', out: '缩小', little: '少', much: '多', pin: '第 {n} 处', lon: '经度', lat: '纬度', plain: '这台设备画不了地图,请从列表中选择。' },
  leave: {
    title: '请假替班', short: '替班', holding: '替班:{post}', lede: '请一位同事在您离开的几天代您的岗位。同事同意后生效,到期自动结束;不需要写理由。', none: '目前没有替班安排。', byOther: '{who} 替我', forOther: '我替 {who}', now: '正在替班',
    state: { asked: '等待答复', accepted: '已同意', declined: '不便替班', ended: '已结束' }, accept: '同意', decline: '不便', takeBack: '撤回', end: '提前结束', new: '请人替班', post: '哪个岗位', from: '从哪天', to: '到哪天(含)', who: '请谁替班', nobody: '本单位和上一级单位没有可以替班的同事,请联系安全管理员。',
    ask: '发出请求', ofUnit: '替班', ofUnitNone: '这个单位目前没有替班。', pair: '{deputy} 替 {away}',
  },
  parts: { photoGone: '附件无法显示' },
  cover: {
    title: '遮挡人脸、车牌', help: '用手指在人脸、车牌上划一下,就会变成马赛克;拖动可移位。手机能找到的人脸会先遮好,请核对。只在您的手机上处理,原图不上传。', picture: '正在遮挡的照片', nth: '第 {n} 处遮挡',
    keys: '键盘:先「加一处」,方向键移动,Shift+方向键调大小,Delete 删除。', add: '加一处', remove: '去掉这处', keep: '遮好了', nobody: '没有人脸和车牌',
    suggest: '照片里有人脸或车牌吗?请先遮挡再发。', look: '去遮挡', none: '没有',
  },
  scene: {
    title: '实景照片', none: '还没有实景照片。', add: '拍一张实景', of: '{name}的实景', day: '{day} 拍摄', age: { today: '今天', days: '{n}天前', months: '{n}个月前', years: '{n}年前' }, older: '以前的({n})', by: '{called} 上传',
    audience: { staff: '在岗人员可见', community: '本村社区及上级可见' }, who: '谁能看', taken: '拍摄日期', choose: '拍照或选照片', other: '换一张', noPeople: '画面中没有人(人脸、车牌都已遮挡)', noPeopleWhy: '有人的画面不能作为实景保存。请先遮挡,或换一张没有人的照片。',
    save: '保存实景', saved: '实景已保存', back: '撤回', backSure: '撤回后照片即删除,不能恢复。', backDo: '撤回并删除', keep: '保留', picture: '{name},{day}拍摄', opened: '放大的实景照片', wrong: { type: '请选择照片。', large: '照片太大。', broken: '照片打不开,请重新拍摄。' }, online: '保存实景需要网络。',
  },
}
