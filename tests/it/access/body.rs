//! Bodies that are good, so that only the right decides.

use serde_json::{Value, json};

use super::{GRID, TOWN, Things};
use wangge_base::Coord;
use wangge_realm::tile::flow::Address;

use crate::{burden, duties};

/// A photo of a building that is kept.
pub fn photo_new(file: &str, building: &str) -> Value {
    json!({ "file": file, "building": building, "taken": "2026-05-30", "audience": "staff", "no_people": true })
}

/// A link for a contractor.
pub fn link_new() -> Value {
    json!({ "name": "某某修缮队", "note": "请修补管道", "until": "2026-06-20T00:00:00Z" })
}

/// A post to be granted.
pub fn post() -> Value {
    json!({ "unit": TOWN, "post": "ZH-06", "role": "duty_officer", "board": "CENTRE", "capacity": "deputy" })
}

/// A body that is good, so that only the right decides.
pub fn body(operation: &str, column: &str, things: &Things) -> Value {
    let square = |w: f64| json!([[[w, 29.50], [w + 0.005, 29.50], [w + 0.005, 29.51], [w, 29.51]]]);
    match operation {
        "POST /api/v1/accounts" => {
            json!({ "login": format!("new-{}", column.replace(' ', "-")), "password": "a-long-password-7", "called": "新人", "home_unit": TOWN })
        }
        "POST /api/v1/accounts/{ref}/holdings" => post(),
        "PUT /api/v1/roster" => json!({
            "unit": TOWN, "post": "ZH-04", "from": "2026-06-02T00:00:00Z", "to": "2026-06-03T00:00:00Z",
            "shifts": [{ "post": "ZH-04", "account": things.desk, "starts": "2026-06-02T00:00:00Z", "ends": "2026-06-02T08:00:00Z" }],
        }),
        "POST /api/v1/covers" => {
            json!({ "holding": things.own, "deputy": things.lead, "from": "2026-06-08", "to": "2026-06-09" })
        }
        "POST /api/v1/covers/{ref}/answer" => json!({ "accept": true }),
        "POST /api/v1/burden/price" => json!({ "entry": burden::entry("M-PF-90") }),
        "POST /api/v1/burden/samples" => json!({ "matter": "M-MS-06", "minutes": 12 }),
        "POST /api/v1/burden/terms" | "POST /api/v1/burden/terms/preview" => {
            json!({ "terms": { "grid": 900, "village": 600, "town": 600, "way": 10 } })
        }
        "POST /api/v1/matters/{code}/versions/{n}/restore" => json!({ "reason": "退回原版" }),
        "POST /api/v1/routing" | "POST /api/v1/routing/preview" => {
            json!({ "rules": [], "reason": "没有规则" })
        }
        "POST /api/v1/routing/{n}/restore" => json!({ "reason": "退回原版" }),
        "POST /api/v1/trials" => json!({
            "entry": burden::entry("M-MS-06"), "from": "2026-05-01T00:00:00Z", "to": "2026-07-01T00:00:00Z",
        }),
        "POST /api/v1/admissions" => proposal(),
        "POST /api/v1/admissions/{ref}/actions" => {
            json!({ "version": 1, "action": "recall", "reason": "不再需要" })
        }
        "POST /api/v1/drafts" => round(),
        "POST /api/v1/drafts/{ref}/actions" => {
            json!({ "version": 1, "action": "cancel", "reason": "不再需要" })
        }
        "POST /api/v1/offlist" => json!({ "topic": "ranking" }),
        "POST /api/v1/offlist/{ref}/actions" => json!({ "action": "ask", "text": "请说明" }),
        "POST /api/v1/offlist/{ref}/reveal" => json!({ "reason": "需要了解情况" }),
        "POST /api/v1/cases" => json!({ "text": "另一件事", "grid": GRID }),
        "POST /api/v1/cases/{ref}/actions" => json!({ "action": "urge", "note": "请尽快去看" }),
        "POST /api/v1/cases/{ref}/erasures" => json!({ "n": 1, "reason": "报告人书面要求删除" }),
        "POST /api/v1/cases/{ref}/reveal" => json!({ "reason": "回访核实情况" }),
        "POST /api/v1/follow/{token}/actions" => json!({ "action": "add", "text": "还在漏", "version": 1 }),
        "POST /api/v1/session" => {
            json!({ "login": format!("nobody-{}", column.replace(' ', "-")), "password": "wrong" })
        }
        "PUT /api/v1/me/password" => json!({ "current": "not my password", "new": "another-long-password" }),
        "POST /api/v1/cases/{ref}/links" => link_new(),
        "POST /api/v1/links/{token}/reports" => json!({ "text": "管道已修补" }),
        "PUT /api/v1/me/views" => json!([{ "name": "我的超时", "query": "queue=overdue" }]),
        one if one.contains("/duties") => duties::body(one),
        "POST /api/v1/shifts" => json!({ "unit": TOWN, "note": "平稳" }),
        "PUT /api/v1/units/{code}/office" => json!({ "hours": "1-5 08:30-12:00 13:30-17:30" }),
        "POST /api/v1/units/{code}/governor" => json!({ "parent": "500107" }),
        "POST /api/v1/grid-plans" => json!({ "grids": ["500107003003002"], "parts": [
            { "code": "500107003003011", "name": "甲", "rings": square(106.510) },
            { "code": "500107003003012", "name": "乙", "rings": square(106.515) },
        ] }),
        "POST /api/v1/photos" => photo_new(&things.picture, &things.building),
        "POST /api/v1/buildings/{ref}/residents" => json!({ "work": things.case, "reason": "逐户核实漏水" }),
        "POST /api/v1/residents/{ref}/reveal" => {
            json!({ "work": things.case, "reason": "电话联系开门", "what": "phone" })
        }
        _ => json!({}),
    }
}

/// A proposal.
pub fn proposal() -> Value {
    json!({ "door": "adjust", "content": { "title": "退出一项", "reason": "重复劳动",
        "items": [{ "sort": "retire", "code": "M-PF-02" }] } })
}

/// A draft that goes round.
pub fn round() -> Value {
    json!({ "title": "清单修订", "items": [{ "sort": "retire", "code": "M-PF-02" }], "due": "2026-06-20T00:00:00Z" })
}

/// Path and query with real things in them.
pub fn filled(operation: &str, path: &str, things: &Things) -> String {
    let at = match operation {
        "DELETE /api/v1/accounts/{ref}" => &things.leaver,
        "DELETE /api/v1/covers/{ref}" => &things.cover_over,
        "POST /api/v1/covers/{ref}/answer" => &things.cover,
        "DELETE /api/v1/photos/{ref}" => &things.photos[1],
        _ if path.starts_with("/api/v1/photos/") => &things.photos[0],
        _ if path.starts_with("/api/v1/residents/") => &things.resident,
        _ if path.starts_with("/api/v1/accounts/") => &things.joiner,
        _ if path.starts_with("/api/v1/admissions/") => &things.admission,
        _ if path.starts_with("/api/v1/drafts/") => &things.draft,
        _ if path.starts_with("/api/v1/offlist/") => &things.offlist,
        _ if path.starts_with("/api/v1/shifts/") => &things.shift,
        _ if path.starts_with("/api/v1/grid-plans/") => &things.plan,
        _ if path.starts_with("/api/v1/cases/{ref}/links") => &things.linked,
        _ if path.starts_with("/api/v1/buildings/") => &things.building,
        _ if path.starts_with("/api/v1/duties/") => things.duties.at(operation),
        _ if path.starts_with("/api/v1/cases/") => &things.case,
        _ if path.starts_with("/api/v1/holdings/") => &things.holding,
        _ if path.starts_with("/api/v1/notices/") => &things.notice,
        _ => &things.file,
    };
    let code = match path.split('/').nth(3) {
        Some("matters") => "M-MS-06",
        Some("grids") => GRID,
        _ => TOWN,
    };
    let own = format!("?holding={}", things.own);
    let query = match operation {
        "GET /api/v1/me/deputies" => own.as_str(),
        "GET /api/v1/accounts" | "GET /api/v1/roster" | "GET /api/v1/covers" => "?unit=500107003",
        "GET /api/v1/audit" => "?district=500107",
        "GET /api/v1/calendar" => "?year=2026",
        "GET /api/v1/buildings" => "?grid=500107003003001",
        "GET /api/v1/photos" => "?bbox=106.504,29.504,106.506,29.506",
        "GET /api/v1/points" => "?bbox=106.4,29.4,106.6,29.6",
        "GET /api/v1/burden" | "GET /api/v1/burden/overlaps" => "?unit=500107003",
        "GET /api/v1/counts" | "GET /api/v1/hall" | "GET /api/v1/summary" => "?unit=500107003",
        "GET /api/v1/grid-plans" => "?village=500107003003",
        "GET /api/v1/grids" => "?bbox=106.4,29.4,106.6,29.6",
        "GET /api/v1/lists/diff" => "?from=2026-05-01T00:00:00Z",
        "GET /api/v1/matters/suggest" => "?text=noise",
        "GET /api/v1/places/locate" | "GET /api/v1/similar" => "?lon=106.505&lat=29.505",
        "GET /api/v1/places/search" => "?q=%E8%B0%A2%E5%AE%B6",
        one if one.contains("/duties") => duties::query(one),
        "GET /api/v1/unit-aliases" => "?scheme=fire&alias=7",
        "GET /api/v1/units" => "?q=500107003",
        "GET /api/v1/why" => "?account=500107003-zh-04",
        "POST /api/v1/imports" => "?kind=calendar&dry_run=true&filename=days.csv",
        _ => "",
    };
    let token = match path {
        one if one.starts_with("/api/v1/links/") => &things.link_token,
        one if one.starts_with("/api/v1/supporters/") => &things.support,
        _ => &things.token,
    };
    let path = path.replace("{ref}", at).replace("{token}", token).replace("{link}", &things.link);
    let path = path.replace("{code}", code).replace("{n}", "1");
    // The ground by its edition alone, and the tile of the case.
    let tile = Address::of(16, Coord { lon: 106.505, lat: 29.505 });
    let path = path.replace("{tag}", "1").replace("{z}", "16").replace("{x}", &tile.x.to_string());
    let path = path.replace("{file}", &format!("{}.mvt", tile.y));
    assert!(!path.contains('{'), "{operation}: say in filled() what to put for this parameter");
    path + query
}
