/** Words of the citizen alone: plain, short, no office language. */
export default {
  site: {
    title: '网格 · 随手报', skip: '跳到正文', elder: '大字版', ordinary: '普通版',
    privacy: '不用注册。您的姓名和电话加密保存,查看要留下理由和记录;照片里的拍摄位置、时间在上传前已清除。',
    staff: '工作人员登录:', console: '工作台', field: '网格员手机端',
  },
  page: { report: '反映问题', follow: '办理进度', find: '查进度', lost: '没有这一页' },
  home: {
    title: '身边的事 随手报', lead: '拍张照、点个位置就能发,不用注册。交给谁、办到哪一步,您都看得见。',
    shoot: '拍照反映', words: '不拍照,直接说', find: '查进度', call: '打 12345 热线',
    kept: '有一份没发出的内容还在', waiting: '有一份不确定送到没有,点开会自动重发', goOn: '接着办',
    how: '怎么办理', step1: '您来反映', step1more: '照片、位置、一句话,有一样能说清就行。', step2: '网格核实', step2more: '社区网格员到现场看,属实就立案。',
    step3: '部门办理', step3more: '派给责任单位,限时办结,另有人核查。', step4: '您来评判', step4more: '没解决就说没解决,会重新办。',
  },
  call: {
    title: '正有危险?直接打电话', lead: '人身危险、起火、急病,不要在这里等。', 110: '报警', 119: '火警', 120: '急救',
    now: '如果危险正在发生,请先打电话:', stillSend: '打完电话,您仍可在这里上报。',
  },
  mine: {
    title: '我反映过的', lead: '只记在这台设备上。公用电脑请移除。', none: '这台设备上还没有记录。发出后会自动记在这里。', support: '我也遇到',
    forget: '移除', forgetAll: '全部移除', all: '全部 {n} 条',
  },
  find: {
    title: '查进度', code: '查询码或链接', help: '在回执单上,形如 500107.0a1b2c…;也可以粘贴整条链接,或用手机扫回执上的二维码。',
    wrong: '没有认出查询码。请整段复制回执上的链接;只有编号查不了。', look: '查看',
  },
  lost: { title: '没有这一页', lead: '链接可能不完整。可以回首页,或用查询码查进度。', home: '回首页' },
  report: { title: '反映问题', lead: '照片、位置、一句话。边填边存在本机,断网、刷新都不会丢。' },
  steps: {
    photo: '拍照片', place: '在哪里', words: '怎么回事', contact: '您的联系方式', send: '看一看,发出去', of: '第 {n} 步,共 {all} 步', nav: '上一步、下一步',
    toSend: '下一步(可不填)', skip: '没有照片,跳过', photos: '照片 {n} 张', nothing: '还没说是什么事', nowhere: '还没说在哪里',
  },
  photo: {
    add: '拍照或选照片', more: '再加一张', nth: '第 {n} 张照片', cover: '遮挡', covered: '已遮 {n} 处', remove: '移除第 {n} 张照片', busy: '正在处理照片…', when: '照片拍于 {at},就当作发生时间',
    note: '最多 9 张。拍摄位置和时间会先从照片里清除。有人脸、车牌,点「遮挡」。',
    wrong: {
      type: '不是照片,没有加入。请选 JPG、PNG 等图片。', large: '太大了(超过 30 MB 或 6400 万像素),没有加入。请选小一些的,或截屏后再选。',
      broken: '打不开,可能已损坏,没有加入。请重拍或换一张。', many: '最多 9 张,没有加入。',
    },
  },
  place: {
    here: '用我的位置', map: '在地图上选', looking: '正在定位…', change: '改位置', usePhoto: '用照片的拍摄位置', search: '或者搜小区、社区、街道的名字', searchExample: '如:民主村',
    none: '没有搜到。换个名字,或在地图上选。', words: '具体在哪里(选填)', example: '如:3 栋 2 单元门口',
    outside: '这个点在网格之外约 {m} 米,已归到最近的网格,请核对。', rough: '定位误差约 {m} 米,请在地图上核对。', nowhere: '不在本市网格内', take: '就是这里', move: '移动地图,让十字对准地点',
    mapTitle: '在地图上选位置', mapHelp: '拖动地图,让中间的十字对准出问题的地方。', noMap: '地图暂时打不开,请用「我的位置」或搜索地名。',
    from: { phone: '手机定位', map: '地图选点', photo: '照片的拍摄位置', search: '按地名,由社区按您的描述找准位置' },
    wrong: { denied: '没有定位权限。可以在地图上选,或搜索地名。', unavailable: '现在定不了位。请在地图上选,或搜索地名。', timeout: '定位太慢。请到开阔处再试,或在地图上选。' },
  },
  words: {
    label: '什么情况?', example: '如:楼下垃圾堆了三天没人清', speak: '说给它听', listening: '正在听,点一下结束', kind: '看起来是(可不选):', none: '见照片',
    speech: { refused: '没有麦克风权限,请打字。', failed: '这台设备暂时听不了,请打字。' },
  },
  questions: { lead: '再问两句,方便找对人(可不答):', needed: '还要答「{what}」,这几项才会一起送出。' },
  similar: {
    title: '附近已有人反映', lead: '是同一件事吗?点「我也遇到」,不用重复填。', noMatter: '待归类', close: '就在附近', metres: '约 {m} 米', others: '另有 {n} 人也遇到', meToo: '我也遇到',
    joined: '已经把您算上', enough: '就这件,看进度', undo: '撤销', other: '都不是?接着发您的就行。',
  },
  contact: {
    lead: '不留也照办。留了会加密保存:只有指挥中心的人写明理由才能看,每次查看都有记录。', phone: '手机号(选填)', name: '怎么称呼您(选填)',
    named: '可以告诉办理人员我是谁', namedMore: '不勾选,办理人员看不到您的姓名和电话,只能通过留言联系您。',
  },
  send: {
    go: '发送', busy: '正在发送…', photo: '正在传第 {n} 张照片…', again: '现在重发', what: '照片或一句话', where: '位置', and: '、', missing: '还差:{what}',
    waiting: '还不确定送到了没有', waitingMore: '内容已存在本机,联网后自动重发,不会重复立案。送达后还可以补充、更正。', kept: '内容已存在本机,联网后自动发送。',
    limited: '发得有点快,{n} 秒后自动再发。', discard: '不发了,清空', sure: '照片和文字会从本机删除,确定吗?', sureWaiting: '这份可能已经送达。清空后本机不再重发,确定吗?',
    discardYes: '清空', discardNo: '留着',
  },
  side: {
    label: '说明', next: '发出以后', next1: '马上给您编号和二维码,随时查进度。', next2: '网格员到现场核实,再派给责任单位。', next3: '办完由另一个人核查,再请您评判。',
    private: '谁看得到', private1: '照片先在您的手机上清除位置、时间。', private2: '姓名、电话加密保存,办理人员默认看不到。', private3: '附近的人只看到事项、街道和进度,看不到照片和文字。', private4: '可以匿名,也可以随时撤回。',
    scan: '用手机扫一扫,在手机上拍照反映',
  },
  follow: {
    unknown: '没有找到', failed: '暂时看不了', gone: '这台设备上还记着它。', other: '换个查询码', sent: '已收到,谢谢您', sentMore: '请保存下面的编号或二维码,凭它查进度。',
    next: '接下来:', last: '最近动态', old: '暂时连不上,显示的是之前的内容', what: '反映的内容', words: '您说的', matter: '事项', where: '位置', others: '同样遇到', noMatter: '待归类',
    steps: '每一步', earlier: '更早的 {n} 步', way: '办理进度',
  },
  station: { received: '收到', seen: '核实', work: '办理', check: '核查', done: '办结' },
  plain: {
    reported: { short: '待核实', long: '已收到,等网格员核实', next: '社区网格员会到现场看,情况属实就立案。' },
    verified: { short: '已核实', long: '现场已核实', next: '指挥中心确定由哪个单位来办。' },
    filed: { short: '已立案', long: '已立案,正在派单', next: '派给责任单位,由他们限时办理。' },
    dispatched: { short: '已派单', long: '已派给责任单位', next: '责任单位接单后开始办理。' },
    returned: { short: '重新派单', long: '正在换责任单位', next: '指挥中心重新确定由谁来办。' },
    in_progress: { short: '办理中', long: '正在办理', next: '办完后由另一个人到现场核查。' },
    suspended: { short: '暂缓', long: '暂缓办理', next: '到期会自动恢复,原因见下面的记录。' },
    checking: { short: '核查中', long: '已办理,正在核查', next: '核查不通过会返工,通过就结案。' },
    checked: { short: '已核查', long: '核查通过,准备结案', next: '结案后请您说说解决了没有。' },
    closed: { short: '已办结', long: '已办结', next: '没有解决的话,点「没解决」,会重新办理。' },
    rejected: { short: '未受理', long: '没有受理', next: '原因见下面的记录。情况不符,可以要求重开。' },
    merged: { short: '合并办理', long: '与同一件事合并办理', next: '这件事和别人反映的是同一件,一起办,进度照样看得到。' },
    withdrawn: { short: '已撤回', long: '您已撤回', next: '不再办理。问题还在,可以重新反映。' },
  },
  rate: {
    title: '解决了吗?', lead: '照实说就行。不打分,不影响您以后反映问题。', yes: '解决了', no: '没解决', noteYes: '想说的话(选填)', noteNo: '哪里没解决?(选填)',
    reopens: '提交后会重新办理;多次没解决会交给上一级。', send: '提交',
  },
  acts: {
    title: '您可以', short: '请写至少两个字。', shots: '已选 {n} 张,再加', coverNote: '照片里请不要有人脸、车牌。',
    add: { title: '补充情况或照片', lead: '会和原来的内容放在一起,办理人员能看到。', field: '补充什么', send: '补充', done: '已补充。' },
    message: { title: '给承办单位留言', lead: '双方都看不到对方的电话。', field: '留言', send: '发送留言', done: '留言已发送。' },
    urge: { title: '催一催', lead: '会提醒现在负责的单位。', field: '为什么急(选填)', send: '催办', done: '已提醒负责的单位。', default: '请尽快办理' },
    correct: { title: '更正说错的地方', lead: '立案前可以改,改前改后都会留下记录。', field: '应该是', send: '更正', done: '已更正。' },
    reopen: { title: '要求重新办理', lead: '请说说为什么应当办。', field: '理由', send: '要求重办', done: '已重新打开。' },
    disclose: { title: '是否让办理人员知道我是谁', lead: '只影响以后。', yes: '可以告诉', no: '不要告诉', field: '实名', send: '保存', done: '已保存。' },
    withdraw: { title: '撤回', lead: '撤回后不再办理,不能恢复。', field: '原因(选填)', send: '确定撤回', done: '已撤回。' },
  },
  support: { title: '您附议了这件事', lead: '有了进展这里就看得到。不再关心,可以撤销,不再计入人数。', leave: '撤销「我也遇到」' },
  slip: {
    title: '回执', qr: '扫码查 {number} 的进度', number: '编号', lead: '扫码或打开链接查进度。有这张回执就能补充、撤回,请勿给别人。', copy: '复制链接', copyFailed: '复制不了,请长按链接复制。', print: '打印回执',
    kept: '已记在这台设备上。', notKept: '没有记在这台设备上。', forget: '移除', keep: '记住', paper: '也可拨打 12345 查询。',
  },
}
