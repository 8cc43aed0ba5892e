//! Access coverage (DESIGN 6): every operation of the OpenAPI document is asked for as a stranger, from
//! the wrong unit, the wrong district and the wrong role. What comes back stands in
//! tests/golden/access.txt, where a person looks at each change.

use std::fmt::Write as _;

use reqwest::Method;
use serde_json::json;
use wangge_base::{Board, Colour, Role, Seat};
use wangge_demo::{client::picture, people::PASSWORD};
use wangge_realm::{account, notice};
use wangge_server::first;

use self::body::{body, filled, link_new, photo_new, post, proposal, round};
use crate::{
    burden,
    city::{self, City},
    duties, golden, premises,
    public::PUBLIC,
    raw::{Answer, Raw, answered},
};

mod body;

const TOWN: &str = "500107003";
const GRID: &str = "500107003003001";
const GOLDEN: &str = "tests/golden/access.txt";

/// Words that only the case itself holds: whoever may not read it never sees them in any answer.
const SECRET: &str = "机密词7391";
const REPORTER: &str = "13800007391";

/// Who asks, in the order of the columns. The right one comes last: it may change things.
const COLUMNS: &[&str] = &[
    "anonymous",
    "other grid",
    "neighbour town",
    "other town",
    "other district",
    "other dispatcher",
    "volunteer",
    "system administrator",
    "right",
];

/// Columns that may not read the case of this test, by whatever operation.
const BLIND: &[&str] = &[
    "anonymous",
    "other grid",
    "neighbour town",
    "other town",
    "other district",
    "other dispatcher",
    "system administrator",
];

/// Operations that are asked for in vain here even by the right one: a wrong password, a log-in that
/// nobody has, an old grid that nobody named, a town that lies where it should.
const POINTLESS: &[&str] = &[
    "POST /api/v1/session",
    "PUT /api/v1/me/password",
    "GET /api/v1/unit-aliases",
    "POST /api/v1/units/{code}/governor",
];

/// Whose work an operation is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Desk {
    Centre,
    Accounts,
    Posts,
    Trail,
    Lists,
    Handler,
    Community,
    Walker,
}

impl Desk {
    fn of(operation: &str) -> Self {
        match operation {
            "POST /api/v1/accounts/{ref}/holdings"
            | "DELETE /api/v1/holdings/{ref}"
            | "POST /api/v1/cases/{ref}/erasures" => Self::Posts,
            "GET /api/v1/audit" | "GET /api/v1/why" => Self::Trail,
            "POST /api/v1/matters/{code}/versions/{n}/restore"
            | "GET /api/v1/burden/report"
            | "POST /api/v1/burden/terms"
            | "POST /api/v1/burden/terms/preview"
            | "POST /api/v1/burden/terms/{n}/restore"
            | "POST /api/v1/routing"
            | "POST /api/v1/routing/preview"
            | "POST /api/v1/routing/{n}/restore"
            | "POST /api/v1/drafts"
            | "GET /api/v1/offlist"
            | "GET /api/v1/offlist/counts" => Self::Lists,
            "POST /api/v1/burden/samples" | "GET /api/v1/burden/mine" => Self::Walker,
            one if one.contains("/offlist/{ref}") || one.contains("/drafts/{ref}/actions") => Self::Lists,
            one if one.contains("/cases/{ref}/links") => Self::Handler,
            "POST /api/v1/photos" | "DELETE /api/v1/photos/{ref}" => Self::Community,
            "GET /api/v1/duties/offers" | "POST /api/v1/duties/away" | "DELETE /api/v1/duties/away" => {
                Self::Walker
            }
            one if one.contains("/api/v1/duties") => Self::Community,
            "POST /api/v1/accounts"
            | "DELETE /api/v1/accounts/{ref}/sessions"
            | "POST /api/v1/accounts/{ref}/password"
            | "POST /api/v1/imports"
            | "DELETE /api/v1/accounts/{ref}"
            | "POST /api/v1/units/{code}/governor"
            | "PUT /api/v1/units/{code}/office"
            | "POST /api/v1/grid-plans"
            | "DELETE /api/v1/grid-plans/{ref}" => Self::Accounts,
            _ => Self::Centre,
        }
    }

    const fn role(self) -> Role {
        match self {
            Self::Centre => Role::DutyOfficer,
            Self::Accounts => Role::SystemAdmin,
            Self::Posts => Role::SecurityAdmin,
            Self::Trail => Role::Auditor,
            Self::Lists => Role::ListOfficer,
            Self::Handler => Role::DepartmentHandler,
            Self::Community => Role::VillageAdmin,
            Self::Walker => Role::GridWorker,
        }
    }
}

/// Real things to ask for.
struct Things {
    case: String,
    token: String,
    /// Of a supporter.
    support: String,
    notice: String,
    file: String,
    /// An account without posts, to be closed.
    leaver: String,
    /// An account to be given a post.
    joiner: String,
    /// A post held.
    holding: String,
    /// A case that is handled, a link to it for a contractor, and the token of another.
    linked: String,
    link: String,
    link_token: String,
    /// A shift that a colleague of the desk handed over.
    shift: String,
    /// Whoever holds ZH-04 of the town.
    desk: String,
    /// What duties are about.
    duties: duties::Kept,
    /// A building.
    building: String,
    /// Covers of the other post of the desk that its holder is asked for.
    cover: String,
    cover_over: String,
    /// The desk's own holding, and that of the colleague who asks.
    own: String,
    lead: String,
    /// A plan for the grids of another community, not due yet.
    plan: String,
    /// Photos of the building: one to look at, one to be taken back; a picture for a third; somebody who lives there.
    photos: [String; 2],
    picture: String,
    resident: String,
    /// A proposal of the desk that is right, a draft that goes round, an off-list report that may be asked about.
    admission: String,
    draft: String,
    offlist: String,
}

/// Somebody to ask as: log-in and password, or nobody.
type Login = Option<(String, String)>;

struct Cast {
    base: String,
    fixed: Vec<(&'static str, Login)>,
    desks: Vec<(Desk, Login, Login)>,
}

impl Cast {
    fn login(&self, column: &str, desk: Desk) -> Login {
        let (_, right, elsewhere) = self.desks.iter().find(|(d, ..)| *d == desk).expect("a desk");
        match column {
            "right" => right.clone(),
            "other district" => elsewhere.clone(),
            other => self.fixed.iter().find(|(name, _)| *name == other).expect("a column").1.clone(),
        }
    }

    async fn enter(&self, login: &Login) -> Raw {
        match login {
            None => Raw::anonymous(&self.base),
            Some((name, password)) => Raw::log_in(&self.base, name, password).await,
        }
    }
}

/// Makes somebody who holds `post` at `unit`; answers the log-in.
pub async fn add(city: &City, login: &str, unit: &str, post: &str, role: Role) -> Login {
    let hash = city.house().work.realm.hash_password(PASSWORD.to_owned()).await.expect("hashes");
    let person = first::Person {
        login: login.to_owned(),
        called: login.to_owned(),
        hash,
        unit: unit.to_owned(),
        post: post.to_owned(),
        role,
        board: Board::Centre,
        district: unit.get(..6).unwrap_or("city").parse().expect("district"),
    };
    first::add(city.house(), person).await.expect("adds a person");
    Some((login.to_owned(), PASSWORD.to_owned()))
}

async fn cast(city: &City) -> Cast {
    let made = first::administrators(city.house()).await.expect("administrators");
    let hand = |name: &str| {
        let one = made.iter().find(|m| m.name == name).expect("an administrator");
        Some((one.name.clone(), one.password.clone()))
    };
    let known = |login: &str| Some((login.to_owned(), PASSWORD.to_owned()));
    let neighbour = add(city, "neighbour", "500107004", "ZH-04", Role::DutyOfficer).await;
    let volunteer = add(city, "volunteer", GRID, "WG-02", Role::Volunteer).await;
    let mut desks = vec![(Desk::Centre, known("500107003-zh-04"), known("500105003-zh-04"))];
    for (desk, name, post) in [
        (Desk::Accounts, "admin", "XT-01"),
        (Desk::Posts, "security", "AQ-01"),
        (Desk::Trail, "auditor", "SJ-01"),
    ] {
        let elsewhere = add(city, &format!("{name}-500105"), "500105", post, desk.role()).await;
        desks.push((desk, hand(name), elsewhere));
    }
    let lists = add(city, "lists", "50", "QD-01", Role::ListOfficer).await;
    let elsewhere = add(city, "lists-500105", "500105", "QD-01", Role::ListOfficer).await;
    desks.push((Desk::Lists, lists, elsewhere));
    desks.push((Desk::Handler, known("500107-q-cg-bm-01"), known("500105-q-cg-bm-01")));
    desks.push((Desk::Community, known("500107003003-sq-01"), known("500105003004-sq-01")));
    desks.push((Desk::Walker, known("500107003003001-wg-01"), known("500105003004001-wg-01")));
    let fixed = vec![
        ("anonymous", None),
        ("other grid", known("500107003004001-wg-01")),
        ("neighbour town", neighbour),
        ("other town", known("500105003005001-wg-01")),
        ("other dispatcher", known("500105-qx-01")),
        ("volunteer", volunteer),
        ("system administrator", hand("admin")),
    ];
    Cast { base: city.base(), fixed, desks }
}

pub fn at(answer: &Answer) -> String {
    assert!((200..300).contains(&answer.status), "{} {}", answer.status, answer.text);
    answer.json()["ref"].as_str().expect("a reference").to_owned()
}

async fn things(city: &City, cast: &Cast) -> Things {
    burden::summed(city).await;
    let citizen = Raw::anonymous(&cast.base);
    // Only the district of the case counts for an upload; there is none yet.
    let nowhere = format!("500107.{}", "0".repeat(32));
    let file = at(&citizen.upload(&nowhere, "a.jpg", "image/jpeg", picture(1, 2, 3)).await);
    let report = json!({
        "text": format!("楼上漏水 {SECRET}"), "point": { "lon": 106.505, "lat": 29.505 }, "place": SECRET, "name": "曾先生", "phone": REPORTER, "files": [file],
    });
    let receipt = citizen.json(Method::POST, "/api/v1/cases", &report).await;
    let case = at(&receipt);
    let token = receipt.json()["follow"].as_str().expect("a token").to_owned();
    let notice = notice(city, &case).await;
    let path = format!("/api/v1/cases/{case}/supporters");
    let support = citizen.json(Method::POST, &path, &json!({})).await;
    let support = support.json()["token"].as_str().expect("a token").to_owned();
    let admin = cast.enter(&cast.login("right", Desk::Accounts)).await;
    let security = cast.enter(&cast.login("right", Desk::Posts)).await;
    let mut accounts = Vec::new();
    for login in ["leaver", "joiner", "poster"] {
        let new =
            json!({ "login": login, "password": "a-long-password-7", "called": login, "home_unit": TOWN });
        accounts.push(at(&admin.json(Method::POST, "/api/v1/accounts", &new).await));
    }
    let path = format!("/api/v1/accounts/{}/holdings", accounts[2]);
    let holding = at(&security.json(Method::POST, &path, &post()).await);
    let mut accounts = accounts.into_iter();
    let mut next = || accounts.next().expect("an account");
    let (centre, worker) = (city.hand(TOWN, "ZH-04").await, city.hand(GRID, "WG-01").await);
    let receipt = worker.report(json!({ "text": "管道破损", "grid": GRID })).await;
    let linked = receipt["ref"].as_str().expect("a reference").to_owned();
    centre.does(&linked, json!({ "action": "file", "matter": "M-MS-06" })).await;
    centre.does(&linked, json!({ "action": "dispatch", "to": { "unit": "500107-Q-CG" } })).await;
    let handler = cast.enter(&cast.login("right", Desk::Handler)).await;
    // One to be taken back, one to be used.
    let give = async || {
        let given = handler.json(Method::POST, &format!("/api/v1/cases/{linked}/links"), &link_new()).await;
        (at(&given), given.json()["token"].as_str().expect("a token").to_owned())
    };
    let ((link, _), (_, link_token)) = (give().await, give().await);
    let lead = cast.enter(&Some(("500107003-zh-03".to_owned(), PASSWORD.to_owned()))).await;
    let shift = at(&lead.json(Method::POST, "/api/v1/shifts", &json!({ "unit": TOWN })).await);
    let desk = account_of(city, "500107003-zh-04").await;
    let held = async |who: &Raw| {
        let me = who.get("/api/v1/me").await.json();
        me["holdings"][0]["id"].as_str().expect("a holding").to_owned()
    };
    let centre_at = cast.enter(&cast.login("right", Desk::Centre)).await;
    let (own, of_lead) = (held(&centre_at).await, held(&lead).await);
    let cover = async |day: &str| {
        let body = json!({ "holding": of_lead, "deputy": desk, "from": day, "to": day });
        at(&lead.json(Method::POST, "/api/v1/covers", &body).await)
    };
    let (cover, cover_over) = (cover("2026-06-03").await, cover("2026-06-05").await);
    // A photo of a step that nobody erases.
    let photo = at(&citizen.upload(&case, "c.jpg", "image/jpeg", picture(7, 8, 9)).await);
    let add = json!({ "action": "add", "text": "又拍了一张", "files": [photo] });
    let added = citizen.json(Method::POST, &format!("/api/v1/follow/{token}/actions"), &add).await;
    assert_eq!(added.status, 200, "{}", added.text);
    let merging = json!({
        "grids": ["500107003004001", "500107003004002"], "effective": "2026-07-01T00:00:00Z",
        "parts": [{ "code": "500107003004013", "name": "合并" }],
    });
    let plan = at(&admin.json(Method::POST, "/api/v1/grid-plans", &merging).await);
    let building = premises::a_building(city).await;
    let village = cast.enter(&cast.login("right", Desk::Community)).await;
    let upload = async || at(&village.upload(&case, "c.jpg", "image/jpeg", picture(7, 8, 9)).await);
    let keep = async |file: String| {
        at(&village.json(Method::POST, "/api/v1/photos", &photo_new(&file, &building)).await)
    };
    let photos = [keep(upload().await).await, keep(upload().await).await];
    let picture = upload().await;
    let resident = premises::a_resident(city, &building).await;
    let secretary = cast.enter(&Some(("500107003003-sq-01".to_owned(), PASSWORD.to_owned()))).await;
    let duties = duties::Kept::by(&secretary).await;
    let right = cast.enter(&cast.login("right", Desk::Centre)).await;
    let admission = at(&right.json(Method::POST, "/api/v1/admissions", &proposal()).await);
    let lists = cast.enter(&cast.login("right", Desk::Lists)).await;
    let draft = at(&lists.json(Method::POST, "/api/v1/drafts", &round()).await);
    let open = json!({ "topic": "off_list", "text": SECRET, "may_ask": true });
    let offlist = at(&lead.json(Method::POST, "/api/v1/offlist", &open).await);
    let lead = account_of(city, "500107003-zh-03").await;
    Things {
        case,
        token,
        support,
        notice,
        file: photo,
        leaver: next(),
        joiner: next(),
        holding,
        linked,
        link,
        link_token,
        shift,
        desk,
        cover,
        cover_over,
        own,
        lead,
        building,
        plan,
        photos,
        picture,
        resident,
        duties,
        admission,
        draft,
        offlist,
    }
}

async fn account_of(city: &City, login: &'static str) -> String {
    let found = city.house().db().read(move |r| account::by_login(r, login)).await.expect("reads");
    found.expect("an account").to_string()
}

/// A notice to the desk that is right.
async fn notice(city: &City, case: &str) -> String {
    let about = case.to_owned();
    let sent = city.house().db().write(move |tx| {
        let seat = Seat { unit: TOWN.parse()?, post: Some("ZH-04".parse()?) };
        let new = notice::New {
            to: notice::To::Seat(seat),
            kind: "case",
            colour: Colour::Blue,
            subject: &about,
            zh: "有新工单",
            en: "There is a new case",
            due: None,
            visible_from: None,
            drill: false,
        };
        notice::send(tx, &"500107".parse()?, &new)
    });
    sent.await.expect("a notice").to_string()
}

async fn ask(raw: &Raw, operation: &str, column: &str, path: &str, things: &Things) -> Answer {
    let method: Method = operation.split(' ').next().expect("a method").parse().expect("a method");
    let path = filled(operation, path, things);
    if operation == "POST /api/v1/files" {
        return raw.upload(&things.case, "b.jpg", "image/jpeg", picture(4, 5, 6)).await;
    }
    if operation == "POST /api/v1/imports" {
        let days = "date,kind,name\n2027-01-01,holiday,元旦\n";
        return answered(raw.request(method, &path).body(days)).await;
    }
    if method == Method::GET || method == Method::DELETE {
        return answered(raw.request(method, &path)).await;
    }
    raw.json(method, &path, &body(operation, column, things)).await
}

/// What matters about a status: whether it was done, why it was refused, or that the request itself
/// did not please.
fn class(status: u16) -> String {
    match status {
        200..=299 => "done".into(),
        401 | 403 | 404 => status.to_string(),
        _ => format!("{}xx", status / 100),
    }
}

/// `METHOD path` of every operation, from the document.
fn operations() -> Vec<(String, String)> {
    let document = serde_json::to_value(wangge_server::router::document()).expect("the document is JSON");
    let paths = document["paths"].as_object().expect("paths").clone();
    let mut all = Vec::new();
    for (path, item) in paths {
        for method in item.as_object().expect("operations").keys() {
            if ["get", "post", "put", "patch", "delete"].contains(&method.as_str()) {
                all.push((format!("{} {path}", method.to_uppercase()), path.clone()));
            }
        }
    }
    // By path, so that what belongs together stands together.
    all.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    all
}

/// Log-outs end the session that asks: they get one of their own.
fn ends_the_session(operation: &str) -> bool {
    operation.starts_with("DELETE /api/v1/session")
}

fn judge(operation: &str, column: &str, answer: &Answer, wrong: &mut Vec<String>) {
    let status = answer.status;
    let told = || format!("{operation} as {column}: {status} {}", answer.text);
    if status >= 500 {
        wrong.push(format!("the server failed at {}", told()));
    }
    let public = PUBLIC.iter().any(|(one, _)| *one == operation);
    if column == "anonymous" && !public && status != 401 {
        wrong.push(format!("a stranger should hear 401 (or give the reason in PUBLIC): {}", told()));
    }
    let by_token = operation.contains("{token}");
    let leaks = answer.text.contains(SECRET) && !by_token && BLIND.contains(&column);
    let reveals = operation.ends_with("/reveal") && column == "right";
    if leaks || (answer.text.contains(REPORTER) && !reveals && !by_token) {
        wrong.push(format!("this should not be told: {}", told()));
    }
    let shows = ["GET /api/v1/cases", "GET /api/v1/cases/{ref}"].contains(&operation);
    if shows && column == "right" && !answer.text.contains(SECRET) {
        wrong.push(format!("the words that nobody else may see are not there at all: {}", told()));
    }
    if column == "right" && !(200..300).contains(&status) && !POINTLESS.contains(&operation) {
        wrong.push(format!("the right one is refused too, so the refusals prove nothing: {}", told()));
    }
    let of_the_case = operation.contains("/cases/{ref}") || operation == "GET /api/v1/files/{ref}";
    if of_the_case && !public && BLIND.contains(&column) && !matches!(status, 401 | 403 | 404) {
        wrong.push(format!("the case is out of reach for {column}: {}", told()));
    }
}

async fn table(city: &City) -> (String, Vec<String>) {
    let cast = cast(city).await;
    let things = things(city, &cast).await;
    let mut seats: Vec<(String, Raw)> = Vec::new();
    let mut rows: Vec<(String, Vec<String>)> =
        operations().into_iter().map(|(operation, _)| (operation, Vec::new())).collect();
    let mut wrong = Vec::new();
    // Column by column: all that must be refused is asked before anything changes.
    for column in COLUMNS {
        for (row, (operation, path)) in rows.iter_mut().zip(operations()) {
            let desk = Desk::of(&operation);
            if *column == "system administrator" && desk == Desk::Accounts {
                // He is the right one here, in the next column.
                row.1.push("-".into());
                continue;
            }
            let login = cast.login(column, desk);
            let name = login.as_ref().map_or("", |(name, _)| name).to_owned();
            let answer = if ends_the_session(&operation) && login.is_some() {
                // Ending all sessions of one account would log out the seats below as well.
                seats.retain(|(known, _)| *known != name);
                let own = cast.enter(&login).await;
                ask(&own, &operation, column, &path, &things).await
            } else {
                if !seats.iter().any(|(known, _)| *known == name) {
                    seats.push((name.clone(), cast.enter(&login).await));
                }
                let seat = &seats.iter().find(|(known, _)| *known == name).expect("just entered").1;
                ask(seat, &operation, column, &path, &things).await
            };
            judge(&operation, column, &answer, &mut wrong);
            row.1.push(class(answer.status));
        }
    }
    let mut out = format!("operation | {}\n", COLUMNS.join(" | "));
    for (operation, cells) in rows {
        let _ = writeln!(out, "{operation} | {}", cells.join(" | "));
    }
    (out, wrong)
}

/// Operations of the table that the golden file does not know, and the other way round.
fn unknown(made: &str) -> Vec<String> {
    let kept = std::fs::read_to_string(golden::root().join(GOLDEN)).unwrap_or_default();
    let names = |text: &str| -> Vec<String> {
        text.lines().filter_map(|line| line.split(" | ").next()).map(str::to_owned).collect()
    };
    let (kept, made) = (names(&kept), names(made));
    let new = made.iter().filter(|name| !kept.contains(name));
    let gone = kept.iter().filter(|name| !made.contains(name));
    new.map(|name| {
        format!(
            "{name} is new. Give it a real path, query and body in tests/it/access.rs (filled, body), say in \
             Desk::of who may do it, run `make bless`, look at its line in {GOLDEN} and commit it."
        )
    })
    .chain(gone.map(|name| format!("{name} is gone: `make bless` removes its line from {GOLDEN}.")))
    .collect()
}

#[tokio::test]
async fn access_coverage() {
    for city in city::each().await {
        let engine = city.engine();
        let (made, wrong) = table(&city).await;
        assert!(wrong.is_empty(), "{engine:?}: {} holes:\n{}\n\n{made}", wrong.len(), wrong.join("\n"));
        let known = operations();
        for (public, _) in PUBLIC {
            assert!(
                known.iter().any(|(one, _)| one == public),
                "{public} is no operation: take it out of PUBLIC"
            );
        }
        if std::env::vars().all(|(name, value)| name != "UPDATE" || value != "1") {
            let unknown = unknown(&made);
            assert!(unknown.is_empty(), "{}", unknown.join("\n"));
        }
        golden::compare(GOLDEN, &made);
        city.end().await;
    }
}
