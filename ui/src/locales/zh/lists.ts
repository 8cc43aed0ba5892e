/** Words of the list office. Field terms as in docs/GLOSSARY.md. */
export default {
  lists: {
    stop: ';', minutes: '{n} 分钟', estimate: '估计', measured: '实测', sample: '{n} 人样本', perWeek: '{n} 分钟/人·周', over: '超出:上限的 {n}%', share: '上限的 {n}%', asOf: '截至 {at}',
    menu: { lists: '清单', admission: '准入', cost: '负担', voices: '反映' },
    lists: { title: '三级清单', lead: '镇街、村(社区)、网格各做什么:照清单做事,清单以外不派、不考、不填。', print: '打印、导出', filter: '选择清单', at: '生效于', today: '回到今天', find: '按名称、代码或依据查找', count: '{n} / {all} 项', none: '这一天的清单上没有符合条件的事项。' },
    changes: { title: '清单变化', lead: '两个日期之间,哪些事项新增、调整、退出;人人可查。', from: '从', to: '到', backwards: '起始日期须早于结束日期。', none: '这段时间清单没有变化。', open: '查看事项', sort: { added: '新增', changed: '调整', ended: '退出' } },
    sheet: { title: '打印与导出', lead: '按板块成表,可打印张贴,也可导出工作簿。', xlsx: '导出 XLSX', as: '{day} 生效,共 {n} 项' },
    which: { all: '全部', tiers: '三级清单', national: '三张清单' },
    national: { basic: '基本履职', cooperative: '配合履职', taken_back: '上级收回' },
    diff: { same: '没有不同。', gone: '删去:', new: '新增:' },
    entry: {
      parts: '事项内容', now: '现行内容', versions: '版本({n})', since: '{day} 起生效', until: '至 {day}', ended: '{day} 起退出', counts: '现行', notThen: '{day} 的清单上没有这一项。', lookThen: '看那一天', takenBack: '上级部门已收回:不得交由镇街、村(社区)和网格承担。',
      duty: '常态任务', minutes: '每次用时', noMinutes: '不占用时', review: '结束或复核日期', noBasis: '未写明依据', form: '需填内容', noForm: '不需要填表。', keptBy: '自动带出,由{who}维护', asked: '需要询问', change: '提出调整', retire: '提出退出',
      compare: '对比两个版本', older: '旧版本', newer: '新版本', nothingYet: '(尚无)', wrongOrder: '请在左边选较旧的版本。', endsHere: '此版本表示事项自 {day} 起退出清单。',
    },
    limitUnit: { min: '分钟', h: '小时', wh: '工作小时', wd: '工作日', cd: '天' },
    object: { elder: '独居老人', child: '留守儿童', household: '住户', building: '楼栋', fire_lane: '消防通道', shop: '商铺', firm: '企业', school: '学校', site: '工地', river: '河段', slope: '地灾点', charging: '充电点', grid: '网格整体' },
    trigger: { heat: '高温', rain: '强降雨', river: '江河水位', fraud: '电信诈骗预警', wind: '大风' },
    unit: { heat: '℃', rain: '毫米/24小时', river: '米', fraud: '', wind: '级' },
    reach: { building: '本楼栋', grid: '本网格', village: '本村(社区)', town: '本镇街' },
    duty: {
      at: '{object}:{when}', from: '{what}达到 {from}', trigger: '{when}时触发,范围{reach},最多 {days} 天', sameDay: '当天完成', window: '{n} 天内完成', spread: '{n} 天内均匀安排',
      off: { keep: '休息日照常', next: '休息日顺延到下一个工作日', skip: '休息日取消' }, missed: { lapse: '没做到的不补,下次再做', carry: '没做到的留在清单上,做完为止' },
    },
    rule: {
      none: '没有固定日期', and: '、', join: '的', on: '{every},{on}', lastDay: '最后一天', fromEnd: '倒数第 {n} 天', date: '{n} 日', nth: '第 {n} 个{day}', nthLast: '最后一个{day}', nthEnd: '倒数第 {n} 个{day}',
      each: { DAILY: '每天', WEEKLY: '每周', MONTHLY: '每月', YEARLY: '每年' }, every: { DAILY: '每 {n} 天', WEEKLY: '每 {n} 周', MONTHLY: '每 {n} 个月', YEARLY: '每 {n} 年' },
      day: { MO: '周一', TU: '周二', WE: '周三', TH: '周四', FR: '周五', SA: '周六', SU: '周日' },
      month: { 1: '1月', 2: '2月', 3: '3月', 4: '4月', 5: '5月', 6: '6月', 7: '7月', 8: '8月', 9: '9月', 10: '10月', 11: '11月', 12: '12月' },
    },
    door: { charge: '职责准入', adjust: '动态调整' },
    doorNote: { charge: '上级部门要求基层承担:须有依据,经政府审批后再报上级审批。', adjust: '基层提出,或法律法规变动:经政府审批。' },
    sort: { admit: '新增', change: '调整', retire: '退出' },
    stage: { draft: '起草中', burden_check: '负担审核', joint_review: '联合审查', gov_approve: '政府审批', upper_approve: '上级审批', mending: '退回修改', effective: '已生效', retired: '已退出', refused: '不予准入', recalled: '申请撤回' },
    do: { propose: '起草', amend: '修改', submit: '提交', weigh: '负担审核通过', review: '提出审查意见', approve: '批准', send_back: '退回修改', refuse: '不予准入', recall: '撤回申请', object: '提出异议', reply: '答复异议', retire: '退出清单' },
    admission: { title: '准入台', lead: '事项进清单、改清单、出清单,都走同样的程序:先算负担,再联审,再审批,每一步由不同的人办。', new: '提出申请', stage: '环节', allStages: '全部环节', none: '没有准入申请。', items: '{n} 个事项', due: '请于 {at} 前办理', late: '已于 {at} 到期', group: { mine: '等您办理', way: '在办', done: '已结束' } },
    proposal: {
      back: '返回准入台', track: '办理进度', mark: { done: '(已办)', now: '(办理中)', ahead: '(未到)', ended: '(已结束)' }, awaits: '等待:{who}', silence: '到期只催办,不视为同意', counts: '{day} 起生效。', see: '查看 {code} 第 {n} 版', why: '理由和依据', from: '希望 {day} 起生效', changes: '改变什么', standing: '现行第 {n} 版', retires: '退出清单,不再派、不再做。', fields: '逐项内容({n})',
      burden: '负担', costsNothing: '不增加负担。', over: '超出上限,负担审核不能通过。', overSwap: '请在本申请中同时退出一项后再报,可选:', overLess: '请减少次数、对象或用时后再报。', givenUp: '同时退出', turnBack: '可以退回修改:请申请人并次、置换或减量后再报。',
      objections: '异议', noObjections: '没有异议。', taken: '采纳', notTaken: '不采纳', open: '待答复', answer: '答复', opinions: '联合审查', pass: '第 {n} 次', consent: { true: '同意', false: '不同意', null: '待答复' }, now: '您现在可以', timeline: '经过',
    },
    act: {
      none: '目前没有需要您办理的。', onlyReply: '有异议等您答复,请在左侧答复。', reviewers: '参加联合审查的部门(至少 2 个,已选 {n} 个)', departments: '部门', send: '确认:{what}',
      hint: { submit: '提交后先由清单管理岗审核负担。', weigh: '系统会当场算出负担;超过上限的不能通过。', review: '不同意的,申请会退回修改。', approve: '所有异议都答复后才能批准。', send_back: '申请人修改后可以再报。', refuse: '申请就此结束。', recall: '申请就此结束。', object: '只显示您的单位,不显示您的名字。' },
      text: { weigh: '请各部门注意(选填)', review: '审查意见', approve: '批准意见', send_back: '需要修改什么', refuse: '不予准入的理由', recall: '撤回的理由', object: '您的异议' },
    },
    price: {
      title: '负担测算', fillFirst: '填写代码和名称后开始测算。', worstAt: '最重的地方:{place}', city: '全市平均 {before} → {after} 分钟/人·周', placesOver: '{n} 处超上限', places: '涉及 {n} 处', worst: '负担最重的地方', place: '地方', objects: '对象', staff: '人员', each: '分钟/人·周', vacant: '(无人在岗)',
      sum: '{minutes} 分钟 × 每年 {times} 次 × {objects} 个{object} = 全市每周 {week} 分钟', trigger: '触发期间每人每天约 {n} 分钟', overlaps: '可并次', overlap: '{doors} 处同门,每年 {visits} 次可并,每周省 {saves} 分钟', merge: '与同门走访并成一次,全市每周省 {n} 分钟', swaps: '可置换', swapHint: '选中的事项会在本申请中同时退出。', frees: '可腾出 {n} 分钟/人·周', enough: '仅此一项即够', fields: '需填内容', known: '已掌握', unknown: '需询问', saved: '每年少填 {n} 次',
      advice: { fits: '在上限之内。', nothing: '不占日常用时。', merge: '不并次就会超上限:请勾选并次。', merged: '并次后在上限之内。', swap: '会超上限:请选择同时退出的事项。', swapped: '置换后在上限之内。', less: '仅此一项就超上限:请减少次数、对象或用时。' },
    },
    write: {
      again: '修改申请', lead: '写清要改什么、为什么、依据是什么。边写边算负担。', mayNot: '当前岗位不能提出准入申请。', door: '从哪个门进', title: '标题', reason: '理由', basis: '法律或文件依据', basisHint: '上级要求的必须写明。', from: '希望何时生效', fromHint: '不填:最后一次批准的次日。', item: '事项 {n}', more: '添加事项', pick: '选择现行事项', blocked: '负担还超上限:现在提交,负担审核不会通过。', submit: '提交', draft: '存为草稿',
      unsorted: '未归类', minutesHint: '估计值,会标明;三个月后与实测对照。', campaign: '专项行动(须有结束或复核日期)', duty: '常态任务规则', fields: '需填字段', fieldsHint: '已掌握的自动带出,不用再填。', addTo: '添加:{what}', hands: '谁来办', limitsHint: '留空的环节不计时。', limitN: '{stage}时限', limitUnit: '{stage}时限的单位', conditions: '立案、结案条件', without: '移除 {what}', questions: '提问', question: '问题', answerKind: '答案类型', choices: '选项,用 / 分隔', addQuestion: '添加问题',
      isDuty: '这是常态任务', object: '对象', when: '多久一次', interval: '间隔', weekdays: '星期', nth: '第几个', nthWord: { 0: '每一个', 1: '第 1 个', 2: '第 2 个', 3: '第 3 个', 4: '第 4 个', last: '最后一个' }, dates: '日期(-1 为最后一天)', months: '月份(不选:每月)', window: '几天内完成', dayOff: '遇休息日', missed: '没做到时', spread: '各对象均匀分布在这几天', trigger: '另由情况触发', triggerOn: '什么情况', triggerFrom: '达到', reach: '范围', triggerDays: '最多几天',
      times: '一年约 {n} 次', ownRule: '这条规则超出选项,请保持原样或重新选择。', nextDays: '接下来 10 次:', fallsAway: '取消', noDay: '这条规则没有任何一天。', neverDone: '既没有日期也没有触发条件:永远不会派到。',
    },
    burden: {
      title: '负担一览', lead: '各级清单要占用多少时间,按地方看,不按人看。', part: { places: '清单与地方', overlaps: '可并次', report: '估计与实测', terms: '上限' }, mayNot: '当前岗位不能查看负担。', where: '地方', staff: '{n} 人分担', vacant: '{n} 处无人在岗', planned: '这是按清单排定的时间,不是任何人做了多少。', of_list: '{place} · {list}负担', places: '下级地方', over: '超上限', lines: '逐个事项', entry: '事项', times: '每年次数', onDemand: '另有 {n} 项只在有人反映时办理,不计入。',
      noOverlaps: '没有可以并次的走访。', merge: '提出并次', mergeReason: '与“{b}”同门走访,并次办理:{a}', reportNote: '生效三个月后,用至少 20 人自愿提供的用时与估计对照;相差三分之一以上标出。', off: '偏差', due: '对照日期', of: '{n}({workers} 人)', few: '不足 20 人', isDue: '到期',
    },
    terms: { title: '负担上限', lead: '每人每周最多可以排多少分钟;超过就不能准入,除非置换。', way: '路上时间(每次)', would: '如果这样改:', over: '{list}:超上限的地方 {before} → {after}', publish: '发布新上限', cityOnly: '由市级清单管理岗发布。', history: '历史版本', shipped: '程序自带', restore: '恢复', from: '何时起算', fromHint: '不填:立即生效。', ahead: '尚未起算' },
    trial: {
      title: '试跑', lead: '把改过的时限、路径放到真实的历史上试一试:哪些会改派,哪些会超时。什么都不写入。', matter: '事项', from: '从', to: '到(含)', change: '改成这样试:', run: '开始试跑', stop: '停止', running: '已看 {n} 件…', result: '结果', complete: '已看完', partly: '未看完', erased: '{n} 件已擦除,只看到部分', unseen: '其中 {n} 件内容受限,只计数,不列为例子', examples: '例子', due: '期限', alike: '没有案件会因此改变。', nothing: '这段时间里,您的辖区内没有可计入的相关案件,没有可以试的。请放宽日期,或换一个事项。',
      fact: { looked: '看过的件数', moved: '会改派', breached: '实际超时', would_breach: '会超时', newly: '新增超时', cured: '不再超时', minutes: '用时(分钟,估计)', would_minutes: '会用时(分钟,估计)' },
    },
    routing: {
      title: '派单规则', lead: '事项写明的承办单位中,什么情况下先派给谁。规则只定先后,不增加承办单位;要增加的,请提出准入申请(调整)。', begin: '起草规则', now: '现行规则', none: '没有规则:按事项写明的顺序派单。', first: '先派:{who}', always: '所有案件', since: '{day}起', through: '至{day}', hours: { office: '工作时间内', outside: '工作时间外' },
      fromOn: '{at} 起', willCount: '待生效:第 {n} 版', rules: '{n} 条规则', show: '查看规则', restoreWhy: '为什么恢复第 {n} 版', draft: '规则草案', notYet: '未施行', add: '添加规则', discard: '放弃草案', unchanged: '草案与最新一版相同。', newer: '起草之后已发布第 {n} 版:请对照它,放弃草案后重新起草。', change: '修改', end: '结束', ends: '将结束的规则', keep: '保留', mark: { added: '新增', changed: '修改', ended: '结束', same: '不变' },
      form: '一条规则', formLead: '所填条件都符合时,规则才起作用;条件越具体的越优先。', code: '规则编码', any: '不限', board: '板块', tier: '清单', unit: '地方(及以下)', everywhere: '全市', time: '时间', anytime: '任何时间', fromDay: '从哪天(选填)', throughDay: '到哪天(含,选填)', to: '先派给', pickTo: '选择岗位或部门', posts: '镇街岗位', departments: '部门', toHint: '只能是事项已写明的牵头或协办。', note: '为什么(选填)', put: '放进草案', backwards: '结束日期早于开始日期。', sameCode: '已有这个编码的规则。',
      try: '放到历史上试一试', tryLead: '涉及 {n} 个事项。看真实案件中哪些会改派、哪些会超时;什么都不写入。', noMatter: '没有事项受这些改动影响。', force: '施行', reason: '施行理由', publish: '施行规则', cityOnly: '起草和试跑后,由市级清单管理岗施行。',
    },
    drafts: {
      title: '三上三下', lead: '清单草案三次下发镇街征求意见,逐条答复,再整批提出准入。', new: '下发草案', noSource: '还没有起草中的申请:请先起草,再下发。', source: '以哪份起草中的申请为草案', until: '反馈截止日', send: '下发', none: '没有草案。', round: '第 {n} 轮', state: { circulating: '征求意见', proposed: '已提出准入', cancelled: '已终止' }, toProposal: '查看准入申请', remarks: '镇街意见', silent: '本轮尚未反馈:', stance: { objects: '有异议', suggests: '建议', agrees: '无意见' },
      say: '反馈意见', about: '针对', whole: '整份草案', view: '态度', wait: '到截止日、且意见都答复后才能进入下一步(还有 {n} 条待答复)。', next: '下一轮', propose: '提出准入', cancel: '终止',
    },
    offlist: {
      title: '清单外与形式主义', lead: '一线反映的清单外任务和形式主义,限时答复;不显示是谁反映的。', mayNot: '只有清单管理岗能看这里。', none: '没有反映。', noWords: '(没有文字)', one: '反映', anonymous: '不保存反映人;请勿打听。', mayAsk: '反映人愿意被联系;查看是谁须写明理由,记入审计。', reply: '答复', ask: '追问', reveal: '查看反映人', open: '转为准入申请', because: '因清单外反映 {number}', came: '结果', text: '给反映人的答复', notice: '给下达单位的通知', noticeHint: '用清单办自己的话写,不要转述反映人的话。', question: '想问什么', why: '为什么需要知道(记入审计)', counts: '被反映的单位', countsNote: '一年内满五次才列出。',
      topic: { off_list: '清单外任务', forms: '重复填表', clock_in: '打卡签到', ranking: '排名通报', install: '强制安装或登录', traces: '不必要的拍照、录像、轨迹', other_formalism: '其他形式主义' }, way: { by_phone: '电话', by_chat: '工作群', on_paper: '纸质或表格', at_meeting: '会议', by_app: '应用系统' },
      state: { waiting: '待答复', asked_back: '待补充', replied: '已答复', dropped: '本人撤回' }, outcome: { task_withdrawn: '已要求撤回该任务', admission_opened: '已启动准入', explained: '已说明' },
    },
  },
}
