/** Words of administration. Field terms as in docs/GLOSSARY.md. */
export default {
  admin: {
    skip: '跳到正文', comma: '、', closed: '当前岗位无权', requestId: '请求编号', pickUnit: '选择单位', typeUnit: '输入名称或代码查找',
    menu: { places: '地域', people: '人员', rules: '规则', data: '数据' },
    mayNot: { post: '当前岗位({role})不能', none: '未任职', who: '。可以的岗位:{roles}。', any: '任何在任岗位', use: '改用我的{role}岗位' },
    right: {
      'unit.read': '查看单位', 'unit.admin': '调整单位和网格', 'roster.keep': '排班', 'account.read': '查看账号', 'account.admin': '建立、停用账号',
      'session.end': '结束他人的登录', 'holding.grant': '授予、撤销岗位', 'audit.read': '查看审计', 'matter.publish': '发布事项清单', 'import.run': '导入数据',
    },
    role: {
      grid_worker_full: '专职网格员', volunteer: '志愿者', village_admin: '社区书记、干部', town_post_officer: '镇街岗位', enterprise_officer: '企业服务专员', mediator: '调解员',
      law_officer: '执法人员', legal_reviewer: '法制审核', duty_officer: '值班长、调度岗', commander: '指挥长', department_handler: '部门承办', dispatcher_district: '区县调度',
      dispatcher_city: '市级调度', list_officer: '清单管理', system_admin: '系统管理员', security_admin: '安全管理员', auditor: '审计员', integrator: '外部系统',
    },
    capacity: { holder: '任职', deputy: '副职(替班)', acting: '代理' },
    capacityNote: { holder: '正式担任', deputy: '在任者不在时替班', acting: '岗位空缺期间代行' },
    phase: { now: '在任', later: '未到任', over: '已离任' },
    staffed: { '24h': '24小时', day: '日间', on_call: '随叫' },
    unitKind: { city: '市', district: '区县', zone: '开发区', town: '镇街', village: '村社区', grid: '网格', department: '部门', team: '工作队' },
    scheme: { cg: '城管网格', xf: '消防网格', gg: '公共秩序网格', ga: '警务网格', zz: '综治网格' },
    lineage: { split: '拆分', merge: '合并' },
    post: { code: '代码', name: '岗位', role: '角色', board: '板块', staffed: '值守', deputy: '替班', apart: '不得兼任', from: '由谁组成' },
    units: {
      title: '单位', lead: '市、区县、镇街、村社区、网格和部门:谁管谁,有哪些岗位,谁在值班,从哪里来。',
      tree: '单位树', find: '按名称或代码查找', notFound: '没有找到“{q}”。网格请输入完整代码。', path: '上级路径', ended: '已于 {at} 停用',
      toGrids: '看网格图', toAccounts: '看账号', govern: '变更管辖上级', parent: '管辖上级', top: '最高一级', statParent: '统计上级', statNote: '统计代码不变',
      home: '数据归属', children: '下辖单位', households: '户数', people: '人数', since: '启用时间', posts: '岗位', roster: '轮值', office: '办公时间', history: '沿革',
      noPosts: '这类单位没有设岗位。岗位表由系统管理员在“导入”里维护。', noHistory: '没有并入的旧网格,也没有拆分或合并的记录。', aliases: '并入的旧网格(多网合一)', lineage: '拆分与合并',
    },
    govern: {
      title: '变更 {unit} 的管辖上级', parent: '新的管辖上级(区县或开发区)', from: '{unit}:从 {old} 改由 {next} 管辖', now: '立即生效,在途事件的后续派遣和升级走新的上级。',
      stays: '数据归属({district})和统计代码不变。', filed: '已立案的事件保留立案时的管辖区。', apply: '确认变更',
    },
    roster: {
      before: '上一周', after: '下一周', today: '本周', copy: '沿用上周', drop: '放弃修改', save: '保存排班', unsaved: '未保存', gap: '无人值守:{when}', doubled: '{name} 同一时间排了两班',
      nobody: '此岗位无人任职', wholeWeek: '全周', vacant: '也显示无人任职的岗位({n} 个)', gone: '已离任人员', remove: '移除 {name} {day} 的班次', add: '给 {post} 在 {day} 加一班', note: '红色、橙色事件只呼叫当班的人;没有排班的岗位,全体任职者都会收到。',
      who: '值班人', choose: '请选择', usual: '常用班次', from: '从', to: '到', nextDay: '到次日结束', put: '加入', span: { day: '白班', night: '夜班', office: '办公时间', whole: '全天' },
    },
    accounts: {
      title: '账号与岗位', lead: '谁有账号,谁在什么岗位。权限跟着岗位走,不跟着人走。', new: '新建账号', unit: '单位', unitNote: '列出归属该单位、或在该单位任职的人。',
      none: '{unit} 还没有账号。由系统管理员新建账号,再由安全管理员授予岗位。', called: '称呼', home: '归属单位', posts: '岗位', later: '未到任', noPost: '未任职',
      noPostLong: '未任职:登录后什么也看不到,也不能办理。请安全管理员授予岗位。', openEnd: '长期', seconded: '由 {unit} 派驻', leave: '离任', grant: '授予岗位',
      closeAccount: '停用账号', self: '这是您自己的账号:岗位和停用须由他人办理。', hands: '三员分立:系统管理员建账号,安全管理员授岗位,审计员查记录,三者互不兼任。', ref: '引用',
    },
    newAccount: {
      title: '新建账号', called: '称呼', calledHint: '同事看到的名字,如:何网格员', login: '登录名', loginHint: '2 到 64 位小写字母、数字或 . _ - {\'@\'}', home: '归属单位',
      name: '真实姓名', phone: '手机号', sealed: '姓名和手机号加密保存,只有说明理由并留痕后才能查看。', make: '建立账号',
    },
    once: { title: '{called} 的一次性密码', password: '密码', warn: '密码只显示这一次,系统不保存明文。请当面或电话告知本人,首次登录后立即修改。', copy: '复制', written: '已记下,关闭' },
    grant: {
      title: '给 {called} 授予岗位', unit: '任职单位', post: '岗位', choose: '请选择岗位', follows: '角色:{role};板块:{board}(由岗位决定)', apart: '三员分立:系统、安全、审计三员互不兼任,也不得兼任业务岗位。此人不能任该岗位。',
      capacity: '任职方式', starts: '从', startsHint: '不填:立即', ends: '到', endsHint: '不填:长期', backwards: '结束须晚于开始', seconded: '派驻人员(保留原单位)', from: '派出单位', do: '授予',
    },
    leave: {
      title: '{called} 离任:{post}', stay: '{names} 仍在此岗位,未办结的工作由其继续。', alone: '此人离任后该岗位无人。如有未办结的工作,须指定接任人。', successor: '接任人', none: '不指定',
      acting: '接任人以“代理”身份接下岗位和未办结的工作。', session: '离任立即生效,此人凭该岗位打开的页面在几秒内关闭。', do: '确认离任',
    },
    closeAccount: { title: '停用 {called} 的账号', held: '还任着岗位:{posts}。请先由安全管理员办理离任交接。', words: '停用后不能再登录,所有登录立即结束。办过的事和留下的记录保持不变。停用不能撤销。', do: '停用账号' },
    stage: { verify: '核实', dispatch: '派遣', report_in: '报到', handle: '处理', check: '核查' },
    span: { min: '{n} 分钟', h: '{n} 小时', wh: '{n} 工作小时', wd: '{n} 个工作日', cd: '{n} 天' },
    tier: { grid: '网格清单', village: '村(社区)清单', town: '镇街清单' },
    matterKind: { event: '事件', component: '部件', duty: '常态任务', service: '服务', visit: '走访', project: '项目', dispute: '矛盾纠纷', alert: '预警', idea: '金点子', list: '清单事务' },
    urgency: { ordinary: '一般', urgent: '紧急', emergency: '应急' },
    privacy: { open: '公开', masked: '脱敏', sealed: '封存' },
    evidence: { none: '不要求', text: '文字说明', photo_after: '处置后照片', document: '文书' },
    cadence: { daily: '每天', weekly: '每周', monthly: '每月', quarterly: '每季' },
    answer: { one: '单选', many: '多选', string: '文字', boolean: '是或否', integer: '数字', number: '数字', array: '多项' },
    matter: {
      code: '代码', name_zh: '中文名称', name_en: '英文名称', kind: '类型', tier: '所在清单', level: '责任层级', board: '板块', urgency: '紧急程度', privacy: '公开程度', heading: '6+1 类别', cadence: '频次',
      lead_post: '牵头岗位', assist_posts: '协办岗位', lead_department: '牵头部门', assist_departments: '协办部门', filing_zh: '立案条件', filing_en: '立案条件(英文)', closing_zh: '结案条件', closing_en: '结案条件(英文)',
      nothing_found: '“无异常”也算完成', evidence: '最多要求的证据', minutes: '预计用时', basis: '依据', source: '来源',
    },
    matters: {
      title: '事项清单', lead: '什么事归谁办、多久办完、凭什么结案。修改即发布新版本,已立案的事件仍按立案时的版本办。', list: '事项列表', find: '按名称或代码查找', tier: '清单', allTiers: '全部清单', allBoards: '全部板块',
      count: '{n} / {all} 项', none: '清单还是空的。请系统管理员在“导入”里载入事项清单。', noMatch: '没有符合条件的事项,请放宽筛选。', gone: '没有在用的事项 {code}。', version: '第 {n} 版', since: '{at} 起施行',
      now: '现行内容', versions: '版本', limits: '时限', limit: '时限', noClock: '不计时', nothingYes: '是,与“有发现”同等', minutes: '约 {n} 分钟(估计)', filing: '立案条件', closing: '结案条件', questions: '向报告人提问', noQuestions: '不额外提问。',
      inForce: '现行', oneVersion: '只有一个版本,没有可以比较的。', compare: '比较', with: '与', onlyChanged: '只看不同', changed: '{n} 处不同', line: '内容', differs: '有变化', same: '两个版本内容相同。',
    },
    precedents: {
      title: '裁定先例', lead: '职责有争议时,过去怎样裁定、理由是什么。供对照,不代替本次判断。', words: '争议或理由中的字词', matter: '事项代码', none: '还没有裁定。部门对职责有异议并由上级裁定后,会记在这里。', noMatch: '没有符合条件的先例,请换个说法。', to: '裁定由',
    },
    audit: {
      title: '审计', lead: '谁登录、谁查看过什么、谁授予了什么。记录首尾相连,只增不改。', district: '数据归属', city: '市级(不属任何区县)', subject: '对象或人员的引用', subjectHint: '如 500107.0198…(账号或事件的引用)', kinds: '类别', none: '没有记录。', noneOfKind: '已载入的记录里没有这一类,可以继续往前翻。',
      shown: '已载入 {all} 条,其中 {n} 条属于所选类别', n: '序号', at: '时间', what: '做了什么', by: '由谁', to: '对象', facts: '详情', only: '只看与此有关的', older: '更早的记录', setup: '系统初始化', nobody: '未登录',
      group: { all: '全部', looked: '谁看过', posts: '账号与岗位', sessions: '登录', tables: '导入与启用' },
      kind: {
        session_opened: '登录', session_failed: '登录失败', session_closed: '退出', password_changed: '改密', account_created: '建账号', account_closed: '停用账号', holding_granted: '授予岗位', holding_ended: '离任',
        data_revealed: '揭示个人信息', data_exported: '导出', data_erased: '擦除', table_imported: '导入', edition_activated: '启用版次',
      },
    },
  },
}
