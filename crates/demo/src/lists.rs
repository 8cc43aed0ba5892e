//! The matter lists of the demo: proposals at different stages, objections, a draft that goes round, and what workers
//! reported as off-list. Invented (示例), and made through the same HTTP interface as everything else.

use serde_json::{Value, json};

use crate::{
    client::{Client, Trouble},
    people::{PASSWORD, Person, TOWNS},
};

/// What is proposed from below: title, reason, the entry.
const FROM_BELOW: &[(&str, &str, &str)] = &[
    ("退出共享摊位申请与轮换(示例)", "夜市已由市场主体自行管理,清单事项重复", "M-JJ-09"),
    ("退出跨部门堵点协调台账(示例)", "与项目进度跟踪重复填报", "M-JJ-08"),
];

/// What workers reported: topic, how it came, words.
const OFF_LIST: &[(&str, &str, &str)] = &[
    ("off_list", "by_chat", "工作群要求每晚九点前报一次人数(示例)"),
    ("clock_in", "by_app", "进小区要拍照打卡(示例)"),
];

struct Desk {
    client: Client,
    keys: String,
    n: u32,
}

impl Desk {
    async fn of(base: &str, people: &[Person], unit: &str, post: &str) -> Result<Option<Self>, Trouble> {
        let Some(person) = people.iter().find(|p| p.unit == unit && p.post == post) else { return Ok(None) };
        let client = Client::log_in(base, &person.login, PASSWORD).await?;
        Ok(Some(Self { client, keys: format!("demo-lists-{}", person.login), n: 0 }))
    }

    async fn send(&mut self, path: &str, body: &Value) -> Result<Value, Trouble> {
        self.n += 1;
        self.client.post(path, Some(&format!("{}-{}", self.keys, self.n)), body).await
    }

    /// Acts on the version that stands now.
    async fn act(&mut self, at: &str, mut body: Value) -> Result<Value, Trouble> {
        body["version"] = self.client.get(at).await?["version"].clone();
        self.send(&format!("{at}/actions"), &body).await
    }
}

fn address(kind: &str, made: &Value) -> String {
    format!("/api/v1/{kind}/{}", made["ref"].as_str().unwrap_or_default())
}

/// Fills the lists' desks, unless somebody did before. `due`: until when towns answer the draft, RFC 3339.
///
/// # Errors
/// A server that does not answer or refuses what the demo may do.
pub async fn fill(base: &str, people: &[Person], due: &str) -> Result<(), Trouble> {
    let (town, _, village) = TOWNS[0];
    let district = &town[..6]; // of the demo's own table, not of somebody's data
    let Some(mut office) = Desk::of(base, people, district, "QX-02").await? else { return Ok(()) };
    let there = office.client.get("/api/v1/admissions?limit=1").await?;
    if there["items"].as_array().is_some_and(|items| !items.is_empty()) {
        return Ok(());
    }
    let grid = people.iter().find(|p| p.post == "WG-01" && village.is_some_and(|v| p.unit.starts_with(v)));
    let grid = grid.map(|p| p.unit.clone()).unwrap_or_default();
    let mut worker = Desk::of(base, people, &grid, "WG-01").await?;
    if let Some(mut post) = Desk::of(base, people, town, "MS-04").await? {
        from_below(&mut post, &mut office, worker.as_mut()).await?;
    }
    if let Some(mut post) = Desk::of(base, people, town, "DJ-03").await? {
        let (title, reason, code) = FROM_BELOW[1];
        post.send("/api/v1/admissions", &retiring("adjust", title, reason, code)).await?;
    }
    if let Some(mut department) = Desk::of(base, people, &format!("{district}-Q-XF"), "BM-01").await? {
        from_above(&mut department, &mut office, base, people).await?;
    }
    let items = json!([{ "sort": "retire", "code": "M-JJ-11" }]);
    let draft = json!({ "title": "镇街清单年度修订草案(示例)", "items": items, "due": due });
    let made = office.send("/api/v1/drafts", &draft).await?;
    if let Some(mut post) = Desk::of(base, people, town, "MS-02").await? {
        let said = json!({ "action": "remark", "stance": "objects", "code": "M-JJ-11", "text": "辖区仍有三处闲置楼宇待盘活" });
        post.act(&address("drafts", &made), said).await?;
    }
    if let Some(worker) = worker.as_mut() {
        off_list(worker, &mut office, town).await?;
    }
    Ok(())
}

fn retiring(door: &str, title: &str, reason: &str, code: &str) -> Value {
    json!({ "door": door, "content": { "title": title, "reason": reason, "basis": "示例文件",
        "items": [{ "sort": "retire", "code": code }] } })
}

/// One that waits for the list office, with an objection.
async fn from_below(post: &mut Desk, office: &mut Desk, worker: Option<&mut Desk>) -> Result<(), Trouble> {
    let (title, reason, code) = FROM_BELOW[0];
    let made = post.send("/api/v1/admissions", &retiring("adjust", title, reason, code)).await?;
    let at = address("admissions", &made);
    post.act(&at, json!({ "action": "submit" })).await?;
    if let Some(worker) = worker {
        worker.act(&at, json!({ "action": "object", "text": "摊位轮换仍有人来问,退出后找谁?" })).await?;
        let answer = json!({ "action": "reply", "objection": 1, "accepted": true, "text": "已公布市场管理方联系电话" });
        office.act(&at, answer).await?;
        worker.act(&at, json!({ "action": "object", "text": "请留出一个月过渡期" })).await?;
    }
    Ok(())
}

/// One in joint review: one unit has agreed, the other has not said.
async fn from_above(
    department: &mut Desk,
    office: &mut Desk,
    base: &str,
    people: &[Person],
) -> Result<(), Trouble> {
    let district = people.iter().find(|p| p.post == "QX-02").map(|p| p.unit.clone()).unwrap_or_default();
    let (title, reason) = ("调整电动车充电事项(示例)", "并入日常巡查,减少重复走访");
    let made = department.send("/api/v1/admissions", &retiring("charge", title, reason, "M-PF-04")).await?;
    let at = address("admissions", &made);
    department.act(&at, json!({ "action": "submit" })).await?;
    let reviewers = [format!("{district}-Q-CG"), format!("{district}-Q-GA")];
    // Before the first night nothing can be weighed: then it stays where it is.
    if office.act(&at, json!({ "action": "weigh", "reviewers": reviewers })).await.is_ok()
        && let Some(mut reviewer) = Desk::of(base, people, &reviewers[0], "BM-01").await?
    {
        reviewer.act(&at, json!({ "action": "review", "consent": true, "opinion": "同意并入" })).await?;
    }
    Ok(())
}

async fn off_list(worker: &mut Desk, office: &mut Desk, town: &str) -> Result<(), Trouble> {
    for (n, (topic, way, text)) in OFF_LIST.iter().enumerate() {
        let body = json!({ "topic": topic, "way": way, "issuer": town, "text": text });
        let made = worker.send("/api/v1/offlist", &body).await?;
        if n == 0 {
            let reply = json!({ "action": "reply", "outcome": "task_withdrawn", "text": "已要求停止每晚报数",
                "notice": "每晚报送人数" });
            office.act(&address("offlist", &made), reply).await?;
        }
    }
    Ok(())
}
