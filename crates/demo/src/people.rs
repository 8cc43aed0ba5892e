//! The people of the demo: invented, a surname and a role, nobody meant (示例).

/// Somebody of the demo with one post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Login name.
    pub login: String,
    /// How colleagues name them.
    pub called: String,
    /// Unit of the post.
    pub unit: String,
    /// The post.
    pub post: &'static str,
    /// What the post is for.
    pub role: &'static str,
    /// Board of the post.
    pub board: &'static str,
}

/// The password of everybody in the demo, and only there.
pub const PASSWORD: &str = "wangge-demo";

/// Towns in which the demo lives: code, name, and the community that is in the news.
pub const TOWNS: [(&str, &str, Option<&str>); 3] = [
    ("500107003", "谢家湾街道", Some("500107003003")),
    ("500105003", "石马河街道", Some("500105003004")),
    ("500153002", "昌州街道", None),
];

/// Communities that live in each town, and grids that live in each community.
const COMMUNITIES: usize = 2;
const GRIDS: usize = 2;

const SURNAMES: &[char] = &[
    '何', '罗', '冯', '蒋', '唐', '谭', '邓', '许', '曾', '田', '袁', '夏', '肖', '杨', '刘', '陈', '周',
    '吴', '郑', '王', '李', '张', '黄', '赵', '孙', '马', '朱', '胡', '林', '郭', '高', '梁', '宋', '谢',
    '韩', '彭', '潘', '董', '余', '苏', '叶', '吕', '魏', '汪', '任', '姚', '卢', '钟', '姜', '崔', '廖',
    '范', '陆', '金', '石', '贾', '韦', '付', '方', '邹', '熊', '白',
];

const TOWN_POSTS: &[(&str, &str, &str, &str)] = &[
    ("ZH-01", "commander", "CENTRE", "指挥长"),
    ("ZH-03", "duty_officer", "CENTRE", "值班长"),
    ("ZH-04", "duty_officer", "CENTRE", "调度"),
    ("ZH-06", "duty_officer", "CENTRE", "核查"),
    ("MS-04", "town_post_officer", "MS", "城建"),
    ("MS-02", "town_post_officer", "MS", "一老一小"),
    ("PF-03", "town_post_officer", "PF", "应急"),
    ("DJ-03", "town_post_officer", "DJ", "志愿服务"),
];

const DEPARTMENTS: &[(&str, &str)] = &[
    ("Q-CG", "城管承办"),
    ("Q-XF", "消防承办"),
    ("Q-ZJ", "住建承办"),
    ("Q-GA", "公安承办"),
    ("Q-YJ", "应急承办"),
];

/// The three hands of administration (三员分立), and who looks after the city's list of matters.
const HANDS: &[(&str, &str, &str, &str)] = &[
    ("50", "XT-01", "system_admin", "系统管理员"),
    ("50", "AQ-01", "security_admin", "安全管理员"),
    ("50", "SJ-01", "auditor", "审计员"),
    ("50", "SZ-02", "list_officer", "市级清单管理"),
    ("50", "SZ-03", "commander", "市分管领导"),
];

/// Who looks after the lists in each district (QX-02), and who answers for its government (QX-03).
const LISTS: &[(&str, &str, &str)] =
    &[("QX-02", "list_officer", "清单管理"), ("QX-03", "commander", "区分管领导")];

/// Who lives in the demo. `below` answers the codes of the children of a unit in the city that was
/// made; a unit that has none is left out.
pub fn people(below: impl Fn(&str) -> Vec<String>) -> Vec<Person> {
    let mut out: Vec<Person> = Vec::new();
    let mut add = |unit: &str, post, role, board, title: &str| {
        let n = out.len();
        let surname = SURNAMES[n % SURNAMES.len()];
        out.push(Person {
            login: format!("{}-{}", unit.to_ascii_lowercase(), str::to_ascii_lowercase(post)),
            called: format!("{surname}{title}"),
            unit: unit.to_owned(),
            post,
            role,
            board,
        });
    };
    let city = "50";
    add(city, "SZ-01", "dispatcher_city", "CENTRE", "市级调度");
    for (town, _, famous) in TOWNS {
        let villages = below(town);
        if villages.is_empty() {
            continue;
        }
        let mut chosen: Vec<String> =
            famous.map(str::to_owned).into_iter().filter(|f| villages.contains(f)).collect();
        chosen.extend(
            villages
                .into_iter()
                .filter(|v| Some(v.as_str()) != famous)
                .take(COMMUNITIES - chosen.len().min(COMMUNITIES)),
        );
        for village in &chosen {
            add(village, "SQ-01", "village_admin", "CENTRE", "书记");
            for grid in below(village).iter().take(GRIDS) {
                add(grid, "WG-01", "grid_worker_full", "CENTRE", "网格员");
            }
        }
        for (post, role, board, title) in TOWN_POSTS {
            add(town, post, role, board, title);
        }
        let district = &town[..6]; // of the demo's own table, not of somebody's data
        let bodies = below(district);
        add(district, "QX-01", "dispatcher_district", "CENTRE", "区调度");
        for (short, title) in DEPARTMENTS {
            let body = format!("{district}-{short}");
            if bodies.contains(&body) {
                add(&body, "BM-01", "department_handler", "CENTRE", title);
            }
        }
    }
    // Last, so that the names of everybody before them stay what they were.
    for (unit, post, role, title) in HANDS.iter().filter(|(unit, ..)| !below(unit).is_empty()) {
        add(unit, post, role, "CENTRE", title);
    }
    for district in ["500107", "500105"] {
        for section in below(&format!("{district}-Q-CG")) {
            add(&section, "KS-01", "department_handler", "CENTRE", "科室承办");
        }
    }
    for (town, ..) in TOWNS.iter().filter(|(town, ..)| !below(town).is_empty()) {
        for (post, role, title) in LISTS {
            add(&town[..6], post, role, "CENTRE", title);
        }
    }
    out
}
