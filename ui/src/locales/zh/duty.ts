/** Words of duties that the field app and the console share. As in docs/GLOSSARY.md. */
export default {
  duty: {
    title: '常态任务',
    state: {
      planned: '待办', moved: '改期', handed: '转交待接', offered: '待认领', taken: '已接', missed: '待补', done: '已办', nothing_found: '未发现问题', found: '已转事件', skipped: '跳过', lapsed: '自然失效',
    },
    kind: {
      elder: '独居老人', child: '留守儿童', household: '住户', building: '楼栋', fire_lane: '消防通道', shop: '商铺', firm: '企业', school: '学校', site: '工地', river: '河段', slope: '地灾点', charging: '充电点', grid: '网格',
    },
    reason: { nobody_home: '家中无人', not_welcome: '本人不便', no_access: '无法到达', weather: '天气危险', urgent: '让位于紧急任务', not_there: '对象已不在', other: '其他' },
    on: { heat: '高温', rain: '强降雨', river: '江河水位', fraud: '电信诈骗预警', wind: '大风' },
    noTime: '不占用时', minutes: '约 {n} 分钟', hours: '约 {h} 小时', hoursMinutes: '约 {h} 小时 {m} 分', estimate: '估计',
    trigger: '{on} · 至{until}', way: { later: '可延后', lapse: '可不办' },
  },
}
