//! A living day: invented people at real places report, dispatch, report in, handle, check and
//! close through the same HTTP interface as everybody. Some are slow, so that some cases run late
//! and climb. The same seed makes the same day.

use std::{collections::BTreeMap, time::Duration};

use rand::{Rng, RngExt as _, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::{
    client::{Client, Trouble, picture},
    people::{PASSWORD, Person},
    scenes::{DONE, NOT_OURS, NOT_SOLVED, SCENES, Scene},
};

/// What the day has brought so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Reports.
    pub reported: u64,
    /// Steps after them.
    pub steps: u64,
    /// Cases closed.
    pub closed: u64,
    /// Refusals: two people wanted the same case, or a case moved on meanwhile.
    pub refused: u64,
}

struct Actor {
    person: Person,
    client: Client,
    /// Leaves some of the work lying, so that the clock has something to do.
    slow: bool,
}

struct Day {
    base: String,
    citizen: Client,
    actors: Vec<Actor>,
    rng: StdRng,
    tally: Tally,
    keys: u64,
    seed: u64,
    /// Follow tokens of citizens who will look again, with the scene they reported.
    waiting: Vec<String>,
    /// What a case is about, by its ref: the officer at the desk reads it, the demo remembers.
    scenes: BTreeMap<String, usize>,
    /// Cases that are left lying, to see the clock at work.
    forgotten: Vec<String>,
}

/// Lives until `stop` turns true. `pace` is the real time between two rounds; `told` hears of each
/// round.
pub async fn live(
    base: &str,
    people: Vec<Person>,
    seed: u64,
    pace: Duration,
    mut stop: watch::Receiver<bool>,
    mut told: impl FnMut(Tally),
) -> Result<Tally, Trouble> {
    let mut day = Day::begin(base, people, seed).await?;
    while !*stop.borrow() {
        day.round().await?;
        told(day.tally);
        tokio::select! {
            () = tokio::time::sleep(pace) => {}
            _ = stop.changed() => {}
        }
    }
    Ok(day.tally)
}

impl Day {
    async fn begin(base: &str, people: Vec<Person>, seed: u64) -> Result<Self, Trouble> {
        let mut rng = StdRng::seed_from_u64(seed);
        let mut actors = Vec::new();
        for person in people {
            let client = Client::log_in(base, &person.login, PASSWORD).await?;
            actors.push(Actor { person, client, slow: rng.random_ratio(1, 6) });
        }
        Ok(Self {
            base: base.to_owned(),
            citizen: Client::anonymous(base)?,
            actors,
            rng,
            tally: Tally::default(),
            keys: 0,
            seed,
            waiting: Vec::new(),
            scenes: BTreeMap::new(),
            forgotten: Vec::new(),
        })
    }

    fn key(&mut self) -> String {
        self.keys += 1;
        // The day may be lived again on the same database: the key is the run's own.
        format!("day-{:x}-{:016x}-{}", self.seed, self.rng.next_u64(), self.keys)
    }

    async fn round(&mut self) -> Result<(), Trouble> {
        if self.rng.random_ratio(2, 3) {
            self.report().await?;
        }
        for turn in 0..self.actors.len() {
            if self.rng.random_ratio(1, 3) {
                self.work(turn).await?;
            }
        }
        self.look_again().await
    }

    async fn report(&mut self) -> Result<(), Trouble> {
        let grids: Vec<usize> =
            (0..self.actors.len()).filter(|i| self.actors[*i].person.post == "WG-01").collect();
        if grids.is_empty() {
            return Ok(());
        }
        let at = grids[self.rng.random_range(0..grids.len())];
        let which = self.rng.random_range(0..SCENES.len());
        let scene: &Scene = &SCENES[which];
        let public = self.rng.random_ratio(3, 5);
        let mut body =
            json!({ "text": scene.text, "place": scene.place, "grid": self.actors[at].person.unit });
        if !public && self.rng.random_ratio(1, 2) {
            body["matter"] = scene.matter.into();
        }
        let key = self.key();
        let client = if public { &self.citizen } else { &self.actors[at].client };
        match client.post("/api/v1/cases", Some(&key), &body).await {
            Ok(receipt) => {
                self.tally.reported += 1;
                let case = receipt["ref"].as_str().unwrap_or_default().to_owned();
                if self.rng.random_ratio(1, 12) {
                    self.forgotten.push(case.clone());
                }
                self.scenes.insert(case, which);
                if let Some(token) = receipt["follow"].as_str() {
                    self.waiting.push(token.to_owned());
                }
                Ok(())
            }
            Err(trouble) => self.bear(trouble),
        }
    }

    /// Refusals are part of a day; a server that is gone is not.
    fn bear(&mut self, trouble: Trouble) -> Result<(), Trouble> {
        match trouble {
            Trouble::Refused { status, .. } if status < 500 || status == 503 => {
                self.tally.refused += 1;
                Ok(())
            }
            other => Err(other),
        }
    }

    /// A grid worker ticks the next stop: most are in order, some are not.
    async fn walk(&mut self, who: usize) -> Result<(), Trouble> {
        let list = match self.actors[who].client.get("/api/v1/duties").await {
            Ok(list) => list,
            Err(Trouble::Refused { status: 401, .. }) => return self.log_in_again(who).await,
            Err(trouble) => return self.bear(trouble),
        };
        let all = list["stops"].as_array().into_iter().flatten().flat_map(|stop| stop["duties"].as_array());
        let may =
            |row: &&Value| row["may"].as_array().is_some_and(|may| may.contains(&"nothing_found".into()));
        let Some(row) = all.flatten().find(may).cloned() else { return Ok(()) };
        let mut tick = json!({ "tick": "nothing_found", "key": self.key() });
        for name in ["object", "matter", "nominal"] {
            tick[name] = row[name].clone();
        }
        if let Some(trigger) = row["trigger"]["ref"].as_str() {
            tick["trigger"] = trigger.into();
        }
        if self.rng.random_ratio(1, 10) {
            (tick["tick"], tick["reason"]) = ("skip".into(), "nobody_home".into());
        }
        match self.actors[who].client.post("/api/v1/duties/ticks", None, &json!({ "ticks": [tick] })).await {
            Ok(_) => Ok(()),
            Err(trouble) => self.bear(trouble),
        }
    }

    async fn work(&mut self, who: usize) -> Result<(), Trouble> {
        if self.actors[who].person.post == "WG-01" {
            self.walk(who).await?;
        }
        for queue in ["unit", "called"] {
            let page =
                match self.actors[who].client.get(&format!("/api/v1/cases?queue={queue}&limit=5")).await {
                    Ok(page) => page,
                    Err(Trouble::Refused { status: 401, .. }) => return self.log_in_again(who).await,
                    Err(trouble) => return self.bear(trouble),
                };
            for row in page["items"].as_array().into_iter().flatten() {
                let at = row["ref"].as_str().unwrap_or_default().to_owned();
                let left =
                    self.forgotten.contains(&at) || self.actors[who].slow && self.rng.random_ratio(2, 3);
                if !left {
                    self.step(who, &at).await?;
                }
            }
        }
        Ok(())
    }

    async fn log_in_again(&mut self, who: usize) -> Result<(), Trouble> {
        let login = self.actors[who].person.login.clone();
        self.actors[who].client = Client::log_in(&self.base, &login, PASSWORD).await?;
        Ok(())
    }

    async fn step(&mut self, who: usize, at: &str) -> Result<(), Trouble> {
        let sheet = match self.actors[who].client.get(&format!("/api/v1/cases/{at}")).await {
            Ok(sheet) => sheet,
            Err(trouble) => return self.bear(trouble),
        };
        let Some(mut action) = self.choose(&sheet, at) else { return Ok(()) };
        action["version"] = sheet["version"].clone();
        if action["files"].is_array() {
            let (key, grey) = (self.key(), self.rng.random_range(60..200));
            match self.actors[who].client.photo(at, &key, picture(grey, grey, 90)).await {
                Ok(photo) => action["files"] = json!([photo]),
                Err(trouble) => return self.bear(trouble),
            }
        }
        let key = self.key();
        match self.actors[who].client.post(&format!("/api/v1/cases/{at}/actions"), Some(&key), &action).await
        {
            Ok(receipt) => {
                self.tally.steps += 1;
                if receipt["state"] == "closed" {
                    self.tally.closed += 1;
                }
                Ok(())
            }
            Err(trouble) => self.bear(trouble),
        }
    }

    /// What this person does with the case: only what the server says is allowed.
    fn choose(&mut self, sheet: &Value, at: &str) -> Option<Value> {
        let allowed: Vec<&str> = sheet["allowed"].as_array()?.iter().filter_map(Value::as_str).collect();
        let can = |word: &str| allowed.contains(&word);
        let which = self.scenes.get(at).copied().unwrap_or(0);
        let scene = &SCENES[which];
        let rng = &mut self.rng;
        let done = DONE[rng.random_range(0..DONE.len())];
        let files = json!([]);
        if can("arrive") {
            return Some(json!({ "action": "arrive" }));
        }
        if can("contribute") {
            return rng.random_ratio(1, 2).then(|| json!({ "action": "contribute", "note": done }));
        }
        match sheet["state"].as_str()? {
            "reported" if can("resolve") && scene.matter == "M-MS-07" => {
                Some(json!({ "action": "resolve", "matter": scene.matter, "note": done, "files": files }))
            }
            "reported" if can("verify") => {
                let found = rng.random_ratio(12, 13);
                let note = if found { "现场核实属实" } else { "到场未发现,已电话告知" };
                Some(json!({ "action": "verify", "found": found, "note": note }))
            }
            "verified" if can("file") => Some(json!({ "action": "file", "matter": scene.matter })),
            "filed" | "returned" if can("dispatch") => self.dispatch(sheet, can("whistle"), scene),
            "dispatched" if can("return") && rng.random_ratio(1, 10) => {
                Some(json!({ "action": "return", "reason": NOT_OURS[rng.random_range(0..NOT_OURS.len())] }))
            }
            "dispatched" if can("accept") => Some(json!({ "action": "accept" })),
            "in_progress" if can("finish") => {
                rng.random_ratio(1, 2).then(|| json!({ "action": "finish", "note": done, "files": files }))
            }
            "checking" if can("check") => {
                let passed = rng.random_ratio(12, 13);
                Some(
                    json!({ "action": "check", "passed": passed, "note": if passed { "现场已核查" } else { "还有一半没有清理" } }),
                )
            }
            "checked" if can("close") => {
                Some(json!({ "action": "close", "note": "事项已办结,感谢您的反映" }))
            }
            _ => None,
        }
    }

    fn dispatch(&mut self, sheet: &Value, whistle: bool, scene: &Scene) -> Option<Value> {
        let district = sheet["ref"].as_str()?.split('.').next()?;
        let staffed = |unit: &str, post: Option<&str>| {
            self.actors.iter().any(|a| a.person.unit == unit && post.is_none_or(|p| a.person.post == p))
        };
        let bodies: Vec<String> = scene
            .whistle
            .iter()
            .map(|short| format!("{district}-{short}"))
            .filter(|body| staffed(body, None))
            .collect();
        let routes: Vec<Value> = sheet["routes"]
            .as_array()?
            .iter()
            .filter(|seat| staffed(seat["unit"].as_str().unwrap_or_default(), seat["post"].as_str()))
            .cloned()
            .collect();
        if whistle && !bodies.is_empty() && self.rng.random_ratio(1, 4) {
            return Some(json!({ "action": "whistle", "units": bodies, "note": "请到现场联合处置" }));
        }
        let to = routes.get(self.rng.random_range(0..routes.len().max(1)))?;
        Some(json!({ "action": "dispatch", "to": to, "note": "请按时限办理" }))
    }

    /// Citizens look at what became of their report, and say whether it is solved.
    async fn look_again(&mut self) -> Result<(), Trouble> {
        if self.waiting.is_empty() || !self.rng.random_ratio(1, 2) {
            return Ok(());
        }
        let which = self.rng.random_range(0..self.waiting.len());
        let token = self.waiting[which].clone();
        let sheet = match self.citizen.get(&format!("/api/v1/follow/{token}")).await {
            Ok(sheet) => sheet,
            Err(trouble) => return self.bear(trouble),
        };
        match sheet["state"].as_str() {
            Some("closed") => {}
            Some("rejected" | "withdrawn" | "merged") => {
                self.waiting.swap_remove(which);
                return Ok(());
            }
            _ => return Ok(()),
        }
        let satisfied = self.rng.random_ratio(9, 10);
        if satisfied {
            self.waiting.swap_remove(which);
        }
        let note = if satisfied { "" } else { NOT_SOLVED[self.rng.random_range(0..NOT_SOLVED.len())] };
        let key = self.key();
        let body = json!({ "action": "rate", "satisfied": satisfied, "note": note });
        match self.citizen.post(&format!("/api/v1/follow/{token}/actions"), Some(&key), &body).await {
            Ok(_) => {
                self.tally.steps += 1;
                Ok(())
            }
            Err(trouble) => self.bear(trouble),
        }
    }
}

/// One case from report to rating, by the people it takes; answers its sheet as the town sees it.
/// This is the main job of the system.
pub async fn once(base: &str, people: &[Person]) -> Result<Value, Trouble> {
    let pick = |role: &str, unit: &str| {
        people.iter().find(|p| p.role == role && p.unit.starts_with(unit)).map(|p| p.login.clone())
    };
    let town = people.iter().find(|p| p.post == "ZH-04").map(|p| p.unit.clone()).unwrap_or_default();
    let post = |post: &str| people.iter().find(|p| p.post == post && p.unit == town).map(|p| p.login.clone());
    let missing = || Trouble::Refused {
        what: "the demo's people".into(),
        status: 0,
        detail: "a role is not filled".into(),
    };
    let enter =
        async |login: Option<String>| Client::log_in(base, &login.ok_or_else(missing)?, PASSWORD).await;
    let grid = people.iter().find(|p| p.post == "WG-01" && p.unit.starts_with(&town)).ok_or_else(missing)?;
    let body = people.iter().find(|p| {
        p.role == "department_handler" && p.unit.ends_with("-Q-XF") && p.unit.starts_with(&town[..6])
    });
    let (worker, secretary) =
        (enter(Some(grid.login.clone())).await?, enter(pick("village_admin", &town)).await?);
    let (desk, lead) = (enter(post("ZH-04")).await?, enter(post("ZH-03")).await?);
    let body = body.ok_or_else(missing)?;
    let fire = enter(Some(body.login.clone())).await?;

    let citizen = Client::anonymous(base)?;
    let run = format!("{:016x}", rand::rng().next_u64());
    let report = json!({
        "text": "小区北门消防通道被三辆车堵死,消防车进不去", "place": "北门岗亭旁", "grid": grid.unit,
        "name": "曾先生", "phone": "13800005678",
    });
    let receipt = citizen.post("/api/v1/cases", Some(&format!("once-{run}-0")), &report).await?;
    let at = receipt["ref"].as_str().unwrap_or_default().to_owned();
    let follow = receipt["follow"].as_str().unwrap_or_default().to_owned();
    let mut n = 0;
    let mut act = async |who: &Client, body: Value| {
        n += 1;
        let sheet = who.get(&format!("/api/v1/cases/{at}")).await?;
        let mut body = body;
        if body["files"].is_array() {
            body["files"] =
                json!([who.photo(&at, &format!("once-{run}-photo-{n}"), picture(90, 140, 90)).await?]);
        }
        body["version"] = sheet["version"].clone();
        who.post(&format!("/api/v1/cases/{at}/actions"), Some(&format!("once-{run}-{n}")), &body).await
    };
    act(&worker, json!({ "action": "verify", "found": true, "note": "现场三辆车,通道完全堵死" })).await?;
    act(&desk, json!({ "action": "file", "matter": "M-PF-01" })).await?;
    act(&desk, json!({ "action": "whistle", "units": [body.unit], "note": "请到场联合处置" })).await?;
    act(&fire, json!({ "action": "arrive" })).await?;
    act(&fire, json!({ "action": "contribute", "note": "已到场,责令车主驶离并开具责令改正通知" })).await?;
    let sheet = desk.get(&format!("/api/v1/cases/{at}")).await?;
    let handler = if sheet["seat"]["unit"] == json!(town) { &desk } else { &secretary };
    act(handler, json!({ "action": "finish", "note": "通道已恢复畅通,现场划线警示", "files": [] })).await?;
    let checker = if sheet["seat"]["unit"] == json!(town) { &secretary } else { &lead };
    act(checker, json!({ "action": "check", "passed": true, "note": "到场核查,通道畅通" })).await?;
    act(handler, json!({ "action": "close", "note": "通道已恢复,欢迎继续监督" })).await?;
    citizen
        .post(
            &format!("/api/v1/follow/{follow}/actions"),
            Some(&format!("once-{run}-rate")),
            &json!({ "action": "rate", "satisfied": true, "note": "解决得快" }),
        )
        .await?;
    desk.get(&format!("/api/v1/cases/{at}")).await
}
