//! What is reported in the demo: invented sentences on matters of the example catalogue (示例).

/// Something that can be seen.
pub struct Scene {
    /// Matter it belongs to.
    pub matter: &'static str,
    /// What is said.
    pub text: &'static str,
    /// Where.
    pub place: &'static str,
    /// Departments that a town may whistle for.
    pub whistle: &'static [&'static str],
}

const fn scene(
    matter: &'static str,
    text: &'static str,
    place: &'static str,
    whistle: &'static [&'static str],
) -> Scene {
    Scene { matter, text, place, whistle }
}

/// What happens in the demo.
pub const SCENES: &[Scene] = &[
    scene("M-PF-01", "小区北门消防通道停了三辆车,消防车进不去", "北门岗亭旁", &["Q-XF", "Q-GA"]),
    scene("M-PF-01", "单元门口通道堆了装修材料,堵住了消防登高面", "3号楼2单元", &["Q-XF"]),
    scene("M-PF-04", "有人把电动车推进楼道充电,飞线从五楼拉下来", "7号楼1单元", &["Q-XF"]),
    scene("M-MS-07", "垃圾桶外面堆了一大堆生活垃圾,味道很重", "菜市场后门", &[]),
    scene("M-MS-06", "楼下火锅店油烟直排,晚上窗户不敢开", "临街门面", &["Q-CG", "Q-HB"]),
    scene("M-MS-08", "盲道被共享单车占满,视障老人没法走", "公交站前", &["Q-CG"]),
    scene("M-MS-09", "轨道出口乱停摩的,早高峰人车混行", "轨道站2号口", &["Q-JT", "Q-JXJ"]),
    scene("M-MS-11", "老楼水管一直在漏,楼梯间积水", "12号楼楼梯间", &["Q-SL", "Q-ZJ"]),
    scene("M-PF-02", "人行道上摆了七八个摊子,行人只能走车道", "小学门口", &["Q-CG"]),
    scene("M-PF-03", "工地半夜一点还在打桩,孩子睡不着", "在建工地", &["Q-GA", "Q-HB"]),
    scene("M-DJ-04", "骑手驿站的饮水机坏了,充电口也没电", "骑手驿站", &[]),
    scene("M-JJ-10", "夜市收摊后油污没有清理,路面很滑", "夜市入口", &["Q-CG"]),
    scene("M-PF-06", "物业换了三家都不修电梯,业主和物业吵起来了", "小区物业办公室", &["Q-ZJ"]),
];

/// What people say when they have handled something.
pub const DONE: &[&str] = &[
    "已到现场处置完毕",
    "已劝离并清理现场",
    "已修复,恢复正常使用",
    "已整改,并约定每周查看",
    "已清运,现场干净",
];

/// What a party says when it hands something back.
pub const NOT_OURS: &[&str] =
    &["该点位由物业管理,请转住建部门", "不在本部门职责清单内", "现场为在建工地,请派给住建部门"];

/// What a reporter says who is not satisfied.
pub const NOT_SOLVED: &[&str] = &["晚上又堵上了,没有解决", "只清了一半", "第二天又是老样子"];
