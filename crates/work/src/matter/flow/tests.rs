use std::collections::BTreeMap;

use serde_json::json;

use crate::matter::{
    flow::{LABELS, differences},
    *,
};

fn at(text: &str) -> Instant {
    text.parse::<jiff::Timestamp>().expect("moment").into()
}
fn code(text: &str) -> MatterCode {
    text.parse().expect("matter code")
}

fn questions(of: &str) -> Option<Questions> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/city/50/questions");
    let text = std::fs::read_to_string(format!("{folder}/{of}.json")).ok()?;
    Some(Questions::new(serde_json::from_str(&text).expect("JSON")).expect("schema"))
}

/// The rows of the shipped catalogue (示例), by column.
fn rows() -> Vec<BTreeMap<String, String>> {
    let text = include_str!("../../../../../data/city/50/catalogue.csv");
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>().expect("rows")
}

/// The shipped catalogue (示例), in force since 2026-01-01.
pub(crate) fn example() -> Catalogue {
    let entries = rows().into_iter().map(|row| {
        let asks = questions(&row["code"]);
        verbs::entry(&row, asks).expect("a good row")
    });
    let first = |entry| Matter {
        version: 1,
        effective_from: at("2026-01-01T00:00:00Z"),
        effective_to: None,
        published: at("2026-01-01T00:00:00Z"),
        entry,
    };
    Catalogue::new(entries.map(first), 48)
}

#[test]
fn the_shipped_catalogue_reads_and_reads_back() {
    let all = example().all(at("2026-11-23T00:00:00Z"), None, None);
    assert_eq!(all.len(), 48);
    for board in [Board::Party, Board::Economy, Board::Livelihood, Board::Safety] {
        assert_eq!(example().all(at("2026-11-23T00:00:00Z"), None, Some(board)).len(), 12, "{board:?}");
    }
    for matter in &all {
        let body = serde_json::to_string(&matter.entry).expect("body");
        assert_eq!(serde_json::from_str::<Entry>(&body).expect("entry"), matter.entry);
        assert_eq!(matter.example, "示例");
    }
    let fire_lane = example().version(&code("M-PF-01"), 1).expect("fire lane");
    assert_eq!(fire_lane.limits.handle.expect("limit").to_string(), "2h");
    assert_eq!(fire_lane.level, Level::Grid);
    let jiulongpo = "500107".parse().expect("unit");
    assert_eq!(fire_lane.lead_department_in(&jiulongpo).expect("unit").as_str(), "500107-Q-XF");
    assert_eq!(fire_lane.assist_departments_in(&jiulongpo).len(), 2);
}

#[test]
fn the_version_that_counts_is_the_newest_published_for_the_moment() {
    let one = (*example().version(&code("M-MS-07"), 1).expect("rubbish")).clone();
    let version = |version, from: &str, to: Option<&str>| Matter {
        version,
        effective_from: at(from),
        effective_to: to.map(at),
        ..one.clone()
    };
    let catalogue = Catalogue::new(
        [
            version(3, "2026-09-01T00:00:00Z", Some("2026-10-01T00:00:00Z")),
            version(1, "2026-03-01T00:00:00Z", None),
            version(2, "2026-06-01T00:00:00Z", None),
        ],
        3,
    );
    let standing = |when: &str| catalogue.effective(&code("M-MS-07"), at(when)).map(|m| m.version);
    assert_eq!(standing("2026-03-01T00:00:00Z"), Ok(1));
    assert_eq!(standing("2026-08-31T23:59:59Z"), Ok(2));
    assert_eq!(standing("2026-09-30T23:59:59Z"), Ok(3));
    for (when, word) in [("2026-02-28T00:00:00Z", "尚未生效"), ("2026-10-01T00:00:00Z", "已停止执行")]
    {
        let no = standing(when).expect_err(when);
        assert_eq!(no.code, "matter.not_effective");
        assert!(no.zh.contains(word) && no.zh.contains("网格清单") && no.zh.contains("准入"), "{}", no.zh);
    }
    assert!(catalogue.effective(&code("M-XX-99"), at("2026-09-01T00:00:00Z")).is_err());
    assert_eq!(catalogue.version(&code("M-MS-07"), 1).expect("kept").version, 1);
    assert!(catalogue.version(&code("M-MS-07"), 4).is_err());
}

#[test]
fn a_bad_row_names_every_bad_cell() {
    let mut row = rows().remove(0);
    row.insert("level".into(), "9".into());
    row.insert("limit_handle".into(), "3 weeks".into());
    row.insert("name_zh".into(), String::new());
    row.insert("assist_posts".into(), "DJ-01;岗".into());
    let wrong = verbs::entry(&row, None).expect_err("bad row");
    let fields: Vec<_> = wrong.iter().map(|w| w.field.as_str()).collect();
    for column in ["level", "limit_handle", "name_zh", "assist_posts"] {
        assert!(fields.contains(&column), "{column} not in {fields:?}");
    }
    assert_eq!(fields.len(), 4);
    // What was taken back cannot be handled by a town at the same time.
    let mut row = rows().remove(0);
    row.insert("national".into(), "taken_back".into());
    let wrong = verbs::entry(&row, None).expect_err("a contradiction");
    assert_eq!(wrong.iter().map(|w| w.field.as_str()).collect::<Vec<_>>(), ["national"]);
    row.insert("level".into(), "2".into());
    assert!(verbs::entry(&row, None).is_ok());
}

#[test]
fn answers_fit_the_questions_or_say_why_not() {
    let catalogue = example();
    let lane = catalogue.version(&code("M-PF-01"), 1).expect("fire lane");
    assert!(answers(&lane, &json!({"blocked_by": "车辆", "people_present": true})).is_ok());
    let no = answers(&lane, &json!({"blocked_by": "坦克", "x": 1})).expect_err("wrong");
    assert_eq!(no.fields.len(), 2);
    assert!(no.fields.iter().any(|f| f.field == "/answers/blocked_by" && f.zh == "不在可选范围内"), "{no:?}");
    assert!(no.fields.iter().any(|f| f.zh.contains("没有这些问题:x")), "{no:?}");
    let no = answers(&lane, &json!(null)).expect_err("required");
    assert!(no.fields[0].zh.contains("blocked_by"));
    assert!(answers(&lane, &json!([1])).is_err());
    let unasked = catalogue.version(&code("M-PF-02"), 1).expect("street trading");
    assert!(answers(&unasked, &json!({})).is_ok() && answers(&unasked, &json!(null)).is_ok());
    assert!(answers(&unasked, &json!({"a": 1})).is_err());
    assert!(Questions::new(json!({"type": "string"})).is_err());
    assert!(Questions::new(json!({"type": "object", "properties": {"a": {"pattern": "(a)\\1"}}})).is_err());
    assert!(Questions::new(json!({"type": "object", "$ref": "https://example.cn/x.json"})).is_err());
}

#[test]
fn a_text_suggests_matters_and_says_why() {
    let catalogue = example();
    let best = |text: &str| catalogue.suggest(text, at("2026-11-23T00:00:00Z"), 3).into_iter().next();
    let lane = best("小区门口的消防通道又被车堵了").expect("found");
    assert_eq!(lane.code, code("M-PF-01"));
    assert!(lane.shared.contains(&"消防".to_owned()));
    let market = catalogue.suggest("楼下夜市油烟太大,噪声扰民", at("2026-11-23T00:00:00Z"), 3);
    assert!(market.iter().any(|s| s.code == code("M-PF-03")), "{market:?}");
    assert_eq!(best("垃圾堆在桶外好几天").expect("found").code, code("M-MS-07"));
    assert_eq!(best("street trading").expect("found").code, code("M-PF-02"));
    assert_eq!(best("。。。"), None);
    assert_eq!(best(""), None);
}

use proptest::prelude::*;
proptest! {
    #[test]
    fn any_text_is_taken(text in "\\PC{0,200}") {
        let found = example().suggest(&text, at("2026-11-23T00:00:00Z"), 5);
        prop_assert!(found.len() <= 5);
    }
}

#[test]
fn every_field_of_an_entry_has_a_name_in_both_languages() {
    let mut entry = example().version(&code("M-PF-01"), 1).expect("fire lane").entry.clone();
    entry.national = Some(crate::matter::National::TakenBack);
    entry.review = Some(jiff::civil::date(2026, 12, 31));
    entry.fields = vec!["resident.phone".into()];
    entry.heading = Some("2".into());
    entry.duty = serde_json::from_str(r#"{"object":"fire_lane"}"#).expect("a rule");
    let body = serde_json::to_value(&entry).expect("body");
    for field in body.as_object().expect("an object").keys() {
        assert!(
            LABELS.iter().any(|(name, ..)| name == field),
            "{field} has no label: a diff would pass over it"
        );
    }
    let mut other = entry.clone();
    (other.minutes, other.review) = (entry.minutes + 5, None);
    let found: Vec<&str> = differences(Some(&entry), Some(&other)).iter().map(|d| d.field).collect();
    assert_eq!(found, ["minutes", "review"]);
    assert!(differences(Some(&entry), Some(&entry)).is_empty());
    assert!(differences(None, Some(&entry)).len() > 20, "what is new is different everywhere");
}

#[test]
fn only_a_duty_in_force_that_nobody_took_back_comes_onto_a_list() {
    let one = (*example().version(&code("M-PF-01"), 1).expect("fire lane")).clone();
    let with = |change: fn(&mut Entry)| {
        let mut m = one.clone();
        change(&mut m.entry);
        Catalogue::new([m], 1)
    };
    let rule = |e: &mut Entry| e.duty = serde_json::from_str(r#"{"object":"fire_lane"}"#).ok();
    let now = at("2026-11-23T00:00:00Z");
    let asked = |c: Catalogue| c.duty(&code("M-PF-01"), now).map(|m| m.version).map_err(|no| no.code);
    assert_eq!(asked(with(|e| e.duty = None)), Err("matter.no_duty"));
    assert_eq!(asked(with(rule)), Ok(1));
    let back = with(|e| {
        e.duty = serde_json::from_str(r#"{"object":"fire_lane"}"#).ok();
        e.national = Some(crate::matter::National::TakenBack);
    });
    assert_eq!(asked(back), Err("matter.taken_back"));
    assert_eq!(asked(Catalogue::new([], 0)), Err("matter.not_effective"));
}
