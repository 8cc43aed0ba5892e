/** Words of the desk. */
export default {
  desk: {
    map: '地图', mapLabel: '队列中事件的位置', mapHere: '{n} 件', actions: '可办理的动作', clocks: '计时', timeline: '时间线', machine: '系统计时', reporter: '报告人', erased: '内容已依法擦除或不可见',
    ticket: '{colour}色工单', steps: '共 {n} 步', earlier: '更早的 {n} 步', photoN: '照片 {n}/{of}', dueAt: '{at} 前', until: '至 {at}', waiting: '等待审批',
    limitOf: '限 {limit}', provisionalHint: '节假日安排尚未公布,公布后重新计算', happened: '发生于 {at}', did: '已{action}', draft: '有草稿', noActions: '目前无需您办理;可在此查看进展。',
    limit: { min: '{n} 分钟', h: '{n} 小时', wh: '{n} 个工作小时', wd: '{n} 个工作日', cd: '{n} 天' },
    live: { connecting: '正在连接', live: '实时', lost: '连接中断', ended: '权限已变更,请刷新' },
    queue: {
      label: '队列', mine: '我的', unit: '本单位', overdue: '超时', called: '吹哨', climbed: '升级', sample: '抽查', all: '全部', search: '搜索内容、地点或案号', filter: '筛选',
      state: '状态', due: '时限', within: '{n} 小时内到期', area: '区域', section: '科室', sectionAll: '本部门及各科室', ended: '已结束的', xlsx: '导出 XLSX', fresh: '{n} 件新的,点击查看', gone: '已离开本队列', most: '只显示前 {n} 件,请缩小范围',
      clear: '清除筛选', nothingFound: '没有符合条件的事件', widen: '换个词,或清除筛选再看。', emptyHint: '有新的会自动出现。',
      hint: { mine: '在我席位上的', unit: '在本单位的', overdue: '已过时限的', called: '呼叫本单位报到的', climbed: '因超时自动升级上来的', sample: '当场处理后抽查的', all: '我能看到的全部未结事件' },
      empty: { mine: '您手上没有待办', unit: '本单位没有待办', overdue: '没有超时的事件', called: '没有等待本单位报到的呼叫', climbed: '没有升级上来的事件', sample: '没有需要抽查的事件', all: '没有未结事件' },
    },
    views: { title: '保存的筛选', short: '常用', none: '还没有保存的筛选', name: '给当前筛选起个名字' },
    climbed: '升级到上一级',
    linked: { title: '跨区联动', open: '等待答复', answered: '已答复', refused: '未受理', recalled: '已撤回' },
    case: {
      noMatter: '尚未确定事项',
      label: '事件', none: '从左侧选一件事', noneHint: '按 j / k 移动,Enter 打开,? 查看全部快捷键', history: '事件详情', copy: '复制案号', with: '现在由', mergedInto: '本案已并入另一案。', joinedTo: '本案已并入{district}的一件事件;附议和进展会随之更新,结果会告知报告人。', guests: '外区县并入本案的', guest: '{district} · {number} · {n} 人关注', openIt: '打开',
      masked: '本案限阅,您只能看到概要。', parts: '子件', merged: '并入本案的', parent: '这是一个子件,查看主案',
    },
    mark: { supervised: '督办', binding: '指定办理', climbed: '已升级到{level}', returns: '退回 {n} 次', reworks: '返工 {n} 次', reopens: '重开 {n} 次' },
    compartment: { restricted: '限阅', sealed: '密封' },
    channel: { field: '网格员上报', citizen: '群众随手拍', hotline: '12345热线', phone: '电话', counter: '窗口', email: '电子邮件', open311: '开放311', device: '设备', video: '视频', desk: '值班台' },
    call: { called: '已呼叫', arrived: '已报到', done: '已完成', released: '已解除', silent: '逾时未到' },
    callKind: { whistle: '吹哨', assist: '协办' },
    request: { extension: '延期', suspension: '挂起', dispute: '职责争议' },
    grade: { good: '好', fair: '一般', poor: '差' },
    roll: { title: '点名', count: '呼叫 {called} · 到 {arrived} · 逾时 {silent}', unit: '单位', state: '状态', minutes: '用时', grade: '评价:{grade}' },
    fact: { to: '给', called: '呼叫', matter: '事项', until: '至', asked: '申请', grade: '评价', into: '主案', number: '对方案号', why: '原因', ended: '对方案件' },
    unjoinable: { ended: '对方案件已结束,本案恢复单独办理', merged: '对方案件已并入别的案件,本案恢复单独办理', unknown: '查无此案或不对外区县开放,本案恢复单独办理' },
    verdict: {
      verify: { yes: '属实', no: '不属实' }, check: { yes: '通过', no: '不通过,返工' }, decide: { yes: '同意', no: '不同意' }, rate: { yes: '已解决', no: '没有解决' }, disclose: { yes: '可以告知', no: '不要告知' },
    },
    field: {
      found: '现场情况', note: '说明', matter: '事项', to: '由谁办理', reason: '理由', passed: '核查结果', files: '照片或文书', request: '哪一项申请', grant: '决定', units: '吹哨给哪些单位', seats: '邀请谁', call: '哪一次呼叫',
      grade: '评价', kind: '申请什么', until: '到什么时候', due: '督办期限', text: '内容', into: '并入哪一件', satisfied: '是否解决', allow: '是否可以告知承办人', verify_note: '看到了什么', finish_note: '做了什么', close_note: '给报告人的答复',
      whistle_note: '请他们来做什么', invite_note: '请他们协助什么', transfer_to: '转给谁', split_text: '这一部分是什么', refer_to: '请哪个区的哪个单位', refer_text: '请对方做什么(对方只看到这些)', link: '哪一项联动', message_text: '给报告人的话', urge_note: '为什么急', supervise_note: '要求',
    },
    form: {
      wanted: '请填写这一项', session: '登录已过期;登录后再点一次即可,内容都在。', notNow: '情况已变,这个动作现在不能办;您写的内容仍保留在这里。', keys: 'Ctrl+Enter 提交 · Esc 收起', lead: '主办', wholeUnit: '本单位(不指定岗位)',
      otherUnit: '按名称找其他单位', noSeat: '清单没有列出可以承办的单位', nextDoor: '{district} · 约 {m} 米', findCase: '案号或内容;附近的已列出', inDays: '{n} 天后', photos: '还有照片没有传完({n} 张):等它传完、点重试,或移除后再提交。', because: '说到“{words}”', suggested: '按内容推荐的事项(回车选第一项)', otherMatter: '或输入名称、编号找其他事项',
    },
    hint: { accept: '接单后开始计算处置时限。', message: '双方都看不到对方的电话。', merge: '报告人都会保留,可以撤销。也可并入邻区的同一件事;对方不能并入时本案自动恢复。', arrive: '记下本单位已报到。', whistle: '被吹哨的单位须在时限内报到。' },
    reveal: { open: '查看报告人', title: '查看报告人 · {number}', why: '仅在办理确有需要时查看。理由会留存,本人可以看到谁查看过。', show: '查看', nothing: '未留' },
    link: {
      title: '给外协单位的链接(无需账号)', what: '对方只能看到事项、地点和您写的说明;可以回传文字和照片。到期或结案自动失效。', name: '外协单位', note: '请对方做什么', until: '有效期至', make: '生成链接', made: '给{name}的链接:', copy: '复制链接', revoke: '作废', scan: '扫码打开给外协单位的链接', once: '当面扫码,或复制后发给对方。关闭后不再显示,需要时可再生成一个。', given: '已发出的链接', ended: '已失效',
    },
    ring: { label: '紧急提醒', take: '我来接', look: '查看', sound: '开启声音', mute: '静音', more: '还有 {n} 件', drill: '演练' },
    phone: {
      short: '接电话', title: '电话登记', text: '什么事', textHint: '边听边记', where: '在哪里', whereHint: '楼栋、小区、社区名', wherePick: '请从列表中选一个地点', detail: '具体位置(门牌、楼层)', name: '来电人', phone: '电话',
      named: '来电人同意告知承办人', send: '登记', similar: '这里已有未结的,是同一件吗?',
    },
    storm: {
      label: '批量办理', choose: '选择 {number}', chosen: '已选 {n} 件', merge: '合并为一件', dispatch: '一并派遣', mergeTitle: '把 {n} 件合并为一件', dispatchTitle: '一并派遣 {n} 件', mergeHint: '选一件为主,其余并入;报告人都会保留,可以撤销。',
      dispatchHint: '逐件办理,每件单独给出结果。', head: '主案', fileFirst: '其中 {n} 件尚未立案:先按此事项立案', progress: '已完成 {done}/{of},失败 {failed}', state: { wait: '等待', run: '办理中', done: '完成', fail: '未成', skip: '主案' },
    },
    keys: {
      short: '快捷键', title: '快捷键', next: '下一件', previous: '上一件', open: '打开;再按办理首要动作', back: '返回、收起', search: '搜索', fresh: '刷新队列', queue: '回到队列', map: '地图开关', phone: '电话登记', take: '接下响铃的', choose: '选择', extend: '连续选择', send: '提交表单',
    },
    shift: {
      short: '交接班', title: '交接班', hand: '我要交班', note: '情况说明', promises: '答应过的事', promiseN: '第 {n} 件答应的事', promiseHint: '答应了谁、什么事', byN: '第 {n} 件的期限', out: '谁在外面', outN: '在外第 {n} 项', outHint: '如:应急队在民主村现场', send: '签字交班',
      how: '红橙工单和超时事件会自动附上。接班人签字后交接完成。', open: '红橙与超时', quiet: '没有红橙工单,也没有超时。', waiting: '{who} {at} 交班,等待接班签字', refs: '附 {n} 件红橙或超时事件', sign: '签字接班', other: '请接班的同事登录后签字。', past: '以往交接', both: '{who} {at} 交班,{next} {then} 接班',
    },
  },
}
