/** Words of the one screen, the building board, the two wall modes and the year sheet. */
export default {
  screen: {
    open: '未结', overdue: '超时', density: '密度', perHousehold: '未结/百户', perPlace: '未结/下级单位', place: '单位',
    tasks: '要我办的', noTasks: '现在没有要您办的事。', dueNext: '即将到期', nothingDue: '没有未结事件。', arrivals: '群众新上报', noArrivals: '暂无新上报。',
    alarms: '感知报警', noAlarms: '尚未接入感知设备。接入后,水位、烟感、燃气报警显示在这里。',
    below: { city: '各区县', district: '各镇街', town: '各村社区', village: '各网格' },
    toSee: '待看点位', nothingToSee: '没有要到现场看的地方。', toVerify: '待核实', toCheck: '待核查',
    fourBoards: '四板块', boardEmpty: '本板块没有未结事件。', overdueOf: '超时 {n}',
    trail: '所在位置', views: '其他视图', buildings: '楼栋', year: '年度小结', dutyRoom: '值班大屏', hall: '公示大屏', toOwn: '回到本单位',
    mapOf: '{name}地图,方向键移动,回车进入下级', colourBy: '地图着色',
    pieces: '{n} 件', uncounted: '另有 {n} 件限制知悉的事件只在列表中显示,不计入数字。', emptyNumber: '这里没有事件。', moreFailed: '后面的没有取到,请重试。', allShown: '共 {n} 件,已全部显示。', noMatter: '待定事项',
    notYours: '这个单位不在您的权限范围内。', noNumbers: '数字暂时取不到,稍后自动重试。',
    asOf: '数据截至 {at}', leave: '返回', mostUrgent: '最紧急', noAlarmsShort: '尚未接入感知设备',
    hallSub: '身边事,大家看', solvedIn: '{month}办结', beingHandled: '正在办理', thisMonth: '本月情况', solvedMatters: '本月解决的事', openMatters: '正在办理的事', byPlace: '各村社区', hallMap: '村社区示意地图', hallNone: '暂无可公开的数字。', scan: '扫码反映问题,不用注册', lessThanFive: '少于5',
    yearWord: '年度', solvedYear: '{year} 年,我们解决了这些事', thingsSolved: '件事已办结', byMonth: '按月份', byMatter: '按事项', month: '{n}月', yearNote: '为保护隐私,少于 5 件的只写“{less}”。',
    findBuilding: '找楼栋:名称或地址', noBuildings: '这里还没有楼栋资料。可由管理员导入。', noSuchBuilding: '没有找到这样的楼栋。', chooseCommunity: '楼栋按村社区查看,请先进入一个村社区。',
    storeysUnits: '{storeys} 层 {entrances} 单元', vacant: '空置 {n}', storeys: '层数', entrances: '单元', households: '户数', people: '人数', vacancies: '空置', lifts: '电梯', charging: '充电位',
    facade: '楼层与单元', facadeOf: '{storeys} 层、{entrances} 个单元、每层每单元 {doors} 户的立面图', floor: '{n} 层', entrance: '{n} 单元', hazards: '隐患', noHazards: '没有登记的隐患。', openWork: '未结的事', noOpenWork: '这栋楼没有未结的事。',
    points: '周边点位', notSaid: '不足5人或未统计',
    solvedTrend: '本年按月办结',
    live: { connecting: '正在连接', live: '实时', lost: '连接中断,正在重连', ended: '实时已结束' },
  },
}
