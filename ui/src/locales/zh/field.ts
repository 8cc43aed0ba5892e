/** Words of the field app. */
import duty from './duty'

export default {
  ...duty,
  field: {
    tab: { today: '今日', report: '随手报', mine: '我的', notices: '消息', bar: '主要页面' },
    head: { back: '返回', settings: '设置', queue: '待送出' },
    line: {
      offline: '没有网络:照常办理,联网后自动送出', waiting: '{n} 件待送出', stuck: '{n} 件需要您看一下', sending: '正在送出…', sent: '已送达',
      session: '登录已过期,{n} 件等待送出', asOf: '{when}的数据', asOfOffline: '没有网络,这是{when}的数据', live: '实时更新', lost: '实时更新中断,正在重连',
    },
    today: {
      red: '红色 · 立即办理', late: '已超时', none: '没有期限', today: '今天', tomorrow: '明天', day: '{date} 到期', count: '{n} 件', mapOrder: '按路线排列',
      empty: '眼下没有要办的事', emptyHint: '有新任务会出现在这里。发现问题,随手报。', report: '随手报', called: '请您到场协办', more: '再看一些', waits: '待送出', open: '打开{what}', pull: '下拉刷新',
    },
    duty: {
      left: '还有 {n} 项', week: '本周', share: '本周{week},上限 {ceiling} 小时,已占 {share}%', old: '这是{day}的清单,联网后更新', none: '今天没有常态任务', allDone: '今天的都办好了', more: '再看 {n} 站', settled: '已办、已安排的 {n} 项', failed: '任务清单没有加载成功',
      metres: '约 {n} 米', today: '今天办', until: '{day}前都可以', carried: '之前没赶上,方便时补上就好', all: '这一站 {n} 项都已办', understood: '知道了', callBack: '收回',
      tick: { done: '已办', nothing_found: '未发现问题', found: '有发现', skip: '这次跳过', move: '改天再办', hand_over: '转交同事', offer: '请志愿者帮忙', take: '我来办', give_back: '退回', undo: '撤销' },
      did: { done: '已记下:{what}', nothing_found: '已记下,未发现问题:{what}', found: '已转事件:{what}', skip: '已跳过:{what}', move: '已改期:{what}', hand_over: '已转交:{what}', offer: '已提供给志愿者:{what}', take: '已接下:{what}' },
      hint: { skip: '选一个原因,到此为止', move: '{day}前的哪一天都行', hand_over: '同村社区的同事接下后由其办理', offer: '本网格的志愿者、兼职网格员可以认领', name: '写明理由,查看会留痕' },
      sheet: { done: '办好了', found: '有发现', skip: '这次跳过', move: '改到哪天', hand: '转交给谁', name: '查看姓名' }, send: { done: '记下', found: '转为事件', skip: '跳过', name: '查看' },
      note: { done: '情况', found: '发现了什么' }, foundHint: '地点、对象已经填好,不用再写。', skipHint: '跳过不用解释,选一个原因就够。', nobody: '本村社区目前没有其他同事', nameWhy: '为什么要看', nameReason: '上门走访核对',
      needNote: '这个事项要求写一句情况', needPhoto: '这个事项要求附上照片或文书', needFound: '请用一句话说明发现了什么', needReason: '请选一个原因', needWhy: '请写一句原因',
      tabs: { week: '本周', skipped: '跳过与原因', away: '离开几天' }, weekHint: '每天新到清单上的任务;时间是清单的估计。', places: '{n} 处', nothingNew: '没有新任务', skippedHint: '本网格最近七天跳过的任务和原因,只作备忘。', skippedNone: '最近七天没有跳过的任务',
      yields: {
        title: '触发的任务与让位', triggered: '因触发的任务本周{n}。', within: '没有超过上限:原有任务照常,不需要让位。', passed: '超过上限。今天可以让位的:', later: '超过上限。让位的是后几天的任务,今天的照常。', left: '让位后本周{n}。', over: '让位后本周{n},仍超上限:触发的和紧急的照办,清单管理岗已收到提醒;忙不过来请转交同事或告诉村社区。',
        and: '、', because: '为此让位:{what}', item: '{what} {n} 处{way}', none: '没有任务为此让位', ahead: '为此让位的是后几天的任务', row: { later: '为触发的任务让位:改天再办也可以', lapse: '为触发的任务让位:这次可以不办,下次照常' },
      },
      away: { lede: '告诉村社区您哪几天不在,任务会有人照看。不用写原因。', from: '从哪天', to: '到哪天(含)', keep: '告知', back: '我回来了', kept: '已告知,您的网格会有人照看', isBack: '欢迎回来' },
      offers: '可以帮忙的', offersNone: '眼下没有需要帮忙的', offersHint: '网格员请人帮忙时会出现在这里。', afterTaking: '接下后显示门牌和对象',
    },
    offlist: {
      title: '清单外任务、形式主义', lede: '直接报给清单管理部门,不经过本镇街;系统不记录是谁报的。', task: '清单外任务,怎么来的?', formalism: '形式主义,是哪一种?', text: '补充一句,不要写人名', mayAsk: '清单管理部门可以问我(加密保存我的账号)', send: '提交', received: '已收到', due: '{at}前答复', mine: '我反映过的',
      way: { by_phone: '电话', by_chat: '工作群', on_paper: '纸质或表格', at_meeting: '会议', by_app: '应用系统' },
      topic: { off_list: '清单外任务', forms: '重复填表', clock_in: '打卡签到', ranking: '排名通报', install: '强制安装或登录', traces: '不必要的拍照、录像、轨迹', other_formalism: '其他形式主义' },
      state: { waiting: '待答复', asked_back: '待补充', replied: '已答复', dropped: '本人撤回' },
    },
    todo: { verify: '去核实', accept: '接单', finish: '办理', check: '去核查', arrive: '去报到', close: '结案', file: '立案', dispatch: '派遣', resume: '恢复办理' },
    report: {
      title: '随手报', photo: '拍照', photos: '照片', addPhoto: '再拍一张', pick: '从相册选', removePhoto: '移除第 {n} 张照片', photoN: '第 {n} 张照片', badPhoto: '这张照片打不开,请重新拍摄或另选一张', squeezing: '正在压缩照片…',
      text: '说明', textHint: '看到了什么?不写也行,照片会说话', textDefault: '现场情况见照片', place: '位置', locating: '正在定位…', accuracy: '误差约 {n} 米', coarse: '误差约 {n} 米,请核对',
      inGrid: '在 {title}', gridLater: '所在网格送达时自动确定', onlyGrid: '{title}(未定位)', words: '具体地点', wordsHint: '楼栋、门牌、参照物', change: '改位置', again: '重新定位',
      denied: '没有定位权限。请选网格、在图上点,或用最近地点', timeout: '这里收不到定位。请选网格、在图上点,或用最近地点', unavailable: '无法定位。请选网格、在图上点,或用最近地点',
      matter: '可能是', matterNone: '不确定就不选', matterPick: '选事项', matterSearch: '搜索事项', matterClear: '不选事项', gridLevel: '可当场办结', matterEmpty: '没有找到这样的事项,不选也可以上报',
      solved: '已当场处理', solvedHint: '做了什么?一句话就够', solvedMatter: '选一个可当场办结的事项就直接办结;不选则照常上报,并附上处理说明。', solvedOn: '将直接办结', solvedOff: '将上报并附处理说明',
      send: '送出', draft: '存草稿,另起一份', drafts: '草稿 {n}', resumed: '接着上次没发的', nothing: '请拍一张照片或写一句话', waits: '已存好,联网后自动送出', sentTitle: '已收下', sentNumber: '编号 {number}', sentSolved: '已办结', sentNext: '再报一件', sentOpen: '查看进展', unsentTitle: '已存在手机里',
      unsentHint: '有网络时自动送出,只会送一次。', undo: '撤回', undone: '已撤回', edit: '修改',
    },
    place: {
      title: '在哪里', mine: '我的网格', recent: '最近地点', onSketch: '在图上点', sketch: '{title}示意图:点一下放置大头针,方向键微调', sketchHint: '点一下图上的位置', noSketch: '这个网格的图还没有下载,请选网格', use: '用这个位置', neighbours: '附近网格',
      building: '楼栋', buildings: '选楼栋', floor: '楼层', map: '在地图上选', mapHint: '地图需要网络', search: '找楼栋',
    },
    mine: {
      title: '我的', reported: '我报的', ground: '本网格', reportedEmpty: '还没有从这部手机报过', reportedHint: '报过的事和结果会留在这里。', groundEmpty: '没有符合的案件', search: '编号或关键词', open: '办理中', ended: '已结束', drafts: '草稿', draftEmpty: '(没有写说明)', draftRemoved: '草稿已删除,十分钟内可恢复', restore: '恢复', onlyOnline: '搜索需要网络',
    },
    case: {
      title: '案件', now: '现在', holder: '办理', unit: '我的岗位', others: '其他单位', due: '{clock}时限', result: '结果', why: '理由', place: '地点', reported: '反映内容', timeline: '经过', calls: '协同单位', called: '已呼叫', arrived: '已报到', done: '已完成', released: '已解除',
      photos: '现场照片', photo: '照片 {n}', photoFailed: '照片暂时看不到', masked: '这件事您只能看到概况', more: '其他操作', desk: '这些操作请在指挥台办理', waitsAct: '“{what}”已存好,等待送出', notHere: '没有这个案件,或您无权查看', neverSeen: '这个案件还没有下载过', neverSeenHint: '有网络时打开一次,以后没有网络也能看。', go: '去这里', copied: '编号已复制', copy: '复制编号', steps: '显示全部 {n} 步', merged: '已并入另一案件', tel: '留言不会显示您的电话',
    },
    act: {
      verify_yes: '属实', verify_no: '没有发现', verify_note: '现场看到了什么', verify_hint: '没有发现也是完整的结果', verify_default: '现场核实属实', verify_none: '到现场未发现所反映的情况', check_yes: '已解决', check_no: '没有解决', check_note: '核查情况', note: '说明', finish_note: '做了什么?一句话就够', contribute_note: '协助做了什么',
      reason: '理由', return_hint: '为什么不归本岗位办', text: '内容', message_hint: '报告人会看到;双方都看不到对方的电话', add_hint: '补充看到的情况', correct_hint: '更正后的内容', withdraw_hint: '为什么撤回(可不填)', arrive_point: '附上此刻的位置(结案时删除)', accept_hint: '接下后开始计时办理', until: '到什么时候', kind: '申请什么',
      photosOf: '{what}时的现场照片', extension: '延期', suspension: '挂起', dispute: '职责争议', needPhoto: '该事项需要一张处置后照片', needDocument: '该事项需要一份文书,可拍照', matter: '事项', send: '提交', cancel: '先不办', queued: '已存好,联网后自动送出', missing: '请填写', noMatter: '请选择事项', resolve_hint: '只有可当场办结的事项能这样结束', to: '派给', reopen_hint: '为什么要重开', close_note: '给报告人的话', close_default: '事项已办结,感谢您的反映', reject_hint: '报告人会看到理由', urge_hint: '为什么着急', rated_yes: '满意', rated_no: '没有解决',
    },
    step: {
      report: '{who}上报', report_solved: '{who}上报并当场处理', verify_yes: '{who}到现场核实:属实', verify_no: '{who}到现场核实:没有发现', reject: '{who}不予受理', file: '{who}立案', resolve: '{who}当场处理', dispatch: '{who}派遣', accept: '{who}接单', return: '{who}退回', transfer: '{who}转办',
      whistle: '{who}吹哨,召集部门', invite: '{who}邀请协办', arrive: '{who}报到', contribute: '{who}完成协办', release: '{who}解除呼叫', veto: '{who}否决', appraise: '{who}评价部门', object: '{who}申诉', ask: '{who}提出申请', decide_yes: '{who}同意申请', decide_no: '{who}不同意申请', rule: '{who}裁定职责', resume: '{who}恢复办理', urge: '{who}催办', supervise: '{who}督办',
      split: '{who}分派子件', finish: '{who}办结,等待核查', check_yes: '{who}核查:已解决', check_no: '{who}核查:没有解决,返工', close: '{who}结案', rate_yes: '报告人表示满意', rate_no: '报告人表示没有解决', reopen: '{who}重开', lift: '{who}提级', merge: '{who}并入另一案件', unmerge: '{who}撤销合并', add: '{who}补充', correct: '报告人更正', withdraw: '报告人撤回', message: '{who}留言', disclose: '报告人更改实名意愿',
      remind: '时限将到,已提醒', overdue: '超过时限', rearm: '时限重算', other: '{who}办理了一步',
    },
    queue: {
      title: '待送出', intro: '存在这部手机里,联网后自动送出,每件只送一次。', empty: '没有待送出的', emptyHint: '您办的事都已送达。', removed: '已移除(十分钟内可恢复)', report: '上报', photos: '{n} 张照片', made: '{when}存下', tries: '试过 {n} 次', nextTry: '{when}后再试', now: '现在就试', remove: '移除', restore: '恢复', look: '看最新情况', anew: '按最新情况再办', again: '再试', edit: '修改后重送', noPhoto: '不带这张照片送',
      maybe: '上次没收到回音,服务器可能已经收下。移除后若已收下,请在案件里撤回。', sure: '确定移除?', other: '这部手机上还有其他账号未送出的 {n} 件,由本人登录后送出。', resent: '已按最新情况重新送出',
      why: { sending: '正在送出', next: '马上送出', behind: '等同一案件的上一步', offline: '等待网络', session: '等待登录', server: '服务器暂时不可用,会再试', slow: '服务器繁忙,稍后再试', stale: '有人先您一步', refused: '没有被接受', photo: '有一张照片传不上去', gone: '案件已不在您的范围内', broken: '网络中断,会再试' },
      changed: '您保存之后发生了:', standsNow: '现在:{state}', notAllowed: '现在已不能“{what}”。可以移除这一步,或打开案件另作处理。',
    },
    notices: { title: '消息', empty: '没有消息', emptyHint: '您报的事有了结果,或有任务派来,会出现在这里。', take: '我来接', taken: '{who}已接下', ring: '请立即处理', drill: '演练', before: '此前还有 {n} 条', because: '理由:{why}', said: '答复:{why}', unread: '未读', more: '更早的消息', reports: '我报的有了结果' },
    me: {
      title: '设置', holding: '当前岗位', switch: '切换岗位', language: '语言 / Language', data: '手机里的数据', dataHint: '仅本网格的资料与未送出的内容,约 {size}', clear: '清除已下载的资料', cleared: '已清除;待送出的内容还在', out: '退出登录', outWaiting: '还有 {n} 件没有送出。退出后它们留在这部手机里,您下次登录时自动送出。', outSure: '退出并保留', formalism: '清单外任务、形式主义', formalismHint: '重复填表、打卡、排名、不必要的拍照:直接报给清单管理,不追问是谁反映的', install: '添加到桌面', installHint: '像应用一样打开,没有网络也能用', version: '版本', big: '大字', looks: '谁看过我的资料',
      large: '大字显示',
    },
    scene: { title: '实景照片', hint: '楼栋、通道、井盖……没有人的照片,注明日期', lead: '选一个地方,看它现在的样子,或拍一张新的。', spot: '用我现在的位置', here: '我现在的位置', finding: '正在定位…', lost: '没有取得位置,请选楼栋。', none: '这里还没有楼栋资料。', other: '换个地方' },
    fresh: { text: '有新版本', use: '更新', later: '稍后' },
    state: { noPage: '这一页还没有下载,联网后再打开', loading: '正在加载…', failed: '没有加载成功', retry: '重试', saved: '已保存在手机里' },
  },
}
