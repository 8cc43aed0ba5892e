//! Accounts and the posts they hold: `login,called,home_unit,unit,post` and, where known,
//! `capacity,starts,ends,name,phone`. One row a post: a person with two posts stands in two rows.
//! Passwords never stand in a file that is imported: they are made at random and told once.

use std::collections::BTreeMap;

use wangge_base::{Board, Capacity, District, Instant, PostCode, Ref, Refusal, Role, UnitCode};
use wangge_realm::{
    account::{self, Account, Grant, NewAccount, flow},
    unit::Units,
};
use wangge_store::{Read, Result, Tx, seal::Keys};
use wangge_work::calendar::Calendars;

use super::{Hands, Report, Table, units::Cells};
use crate::trouble::Outcome;

/// A post to be granted.
#[derive(Clone, Debug)]
struct Held {
    unit: UnitCode,
    post: PostCode,
    role: Role,
    board: Board,
    capacity: Capacity,
    starts: Option<Instant>,
    ends: Option<Instant>,
}

/// A person of the file, with all posts.
#[derive(Clone, Debug)]
pub struct Person {
    /// Login name.
    pub login: String,
    /// How colleagues see them.
    pub called: String,
    district: District,
    home_unit: UnitCode,
    name: Option<String>,
    phone: Option<String>,
    held: Vec<Held>,
    /// PHC string of the first password.
    pub hash: String,
    /// Whether there is no account of that login yet.
    pub is_new: bool,
}

/// Checks a table of accounts against the units in force. What is wrong stands in `report`; the
/// persons count only when it is clean.
pub fn accounts(
    table: &Table,
    units: &Units,
    calendars: &Calendars,
    report: &mut Report,
) -> Outcome<Vec<Person>> {
    table.need(&["login", "called", "home_unit", "unit", "post"])?;
    let mut persons = BTreeMap::<String, Person>::new();
    for row in &table.rows {
        let mut cells = Cells { table, row, report: &mut *report };
        let (Some(mut person), Some(held)) = (person(&mut cells, units), held(&mut cells, units, calendars))
        else {
            continue;
        };
        match persons.get_mut(&person.login) {
            Some(known) if known.called != person.called || known.home_unit != person.home_unit => {
                let login = &person.login;
                cells.wrong(
                    "login",
                    format!("“{login}”在前面的行中是另一个人"),
                    format!("{login} is somebody else in an earlier row"),
                );
            }
            Some(known) => known.held.push(held),
            None => {
                person.held.push(held);
                persons.insert(person.login.clone(), person);
            }
        }
    }
    Ok(persons.into_values().collect())
}

fn person(cells: &mut Cells<'_>, units: &Units) -> Option<Person> {
    let login = cells.text("login").to_ascii_lowercase();
    if let Err(no) = flow::login_name(&login) {
        let (zh, en) = super::report::words(no);
        cells.wrong("login", zh, en);
        return None;
    }
    let called = cells.text("called").to_owned();
    if called.is_empty() || called.chars().count() > 40 {
        cells.wrong("called", "称呼须1至40个字", "The name shown has 1 to 40 characters");
        return None;
    }
    let home_unit = existing(cells, "home_unit", units)?;
    let some = |cell: &str| Some(cell.to_owned()).filter(|c| !c.is_empty());
    Some(Person {
        login,
        called,
        district: units.shard(&home_unit)?,
        home_unit,
        name: some(cells.text("name")),
        phone: some(cells.text("phone")),
        held: Vec::new(),
        hash: String::new(),
        is_new: true,
    })
}

fn existing(cells: &mut Cells<'_>, column: &str, units: &Units) -> Option<UnitCode> {
    let code: UnitCode = cells.parsed(column)?;
    if !units.exists(&code) {
        cells.wrong(column, format!("没有单位 {code}"), format!("there is no unit {code}"));
        return None;
    }
    Some(code)
}

fn held(cells: &mut Cells<'_>, units: &Units, calendars: &Calendars) -> Option<Held> {
    let unit = existing(cells, "unit", units)?;
    let code: PostCode = cells.parsed("post")?;
    let kind = units.get(unit.as_str())?.kind();
    let Some(post) = units.post(&code).filter(|post| post.kind == kind) else {
        let kind = kind.word();
        cells.wrong(
            "post",
            format!("{unit}({kind})没有岗位 {code}"),
            format!("{unit} is a {kind} and has no post {code}"),
        );
        return None;
    };
    let capacity = match cells.text("capacity") {
        "" => Capacity::Holder,
        _ => cells.word("capacity", "holder deputy acting", Capacity::from_word)?,
    };
    let days = calendars.get(None);
    Some(Held {
        unit,
        role: post.role,
        board: post.board,
        post: code,
        capacity,
        starts: cells.moment("starts", days),
        ends: cells.moment("ends", days),
    })
}

/// Finds out who has an account already, and whose login is somebody else's.
pub fn known(r: &mut Read, persons: &[Person]) -> Result<(Vec<Person>, BTreeMap<String, Refusal>)> {
    let (mut all, mut taken) = (persons.to_vec(), BTreeMap::new());
    for person in &mut all {
        let Some(at) = account::by_login(r, &person.login)? else { continue };
        person.is_new = false;
        if let Err(no) = same(&account::person(r, &at)?, person) {
            taken.insert(person.login.clone(), no);
        }
    }
    Ok((all, taken))
}

/// What became of a portion of persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Accounts made.
    pub accounts: usize,
    /// Posts granted.
    pub posts: usize,
}

/// Persons of one district, in portions that one transaction can take.
pub fn portions(persons: Vec<Person>) -> Vec<Vec<Person>> {
    let mut by_district = BTreeMap::<District, Vec<Person>>::new();
    for person in persons {
        by_district.entry(person.district.clone()).or_default().push(person);
    }
    by_district.into_values().flat_map(|all| all.chunks(20).map(<[_]>::to_vec).collect::<Vec<_>>()).collect()
}

/// Writes persons of one district. Whoever is there already is left as they are and only gets the
/// posts they lack, so that an import that broke off is completed by running it again.
pub fn write(tx: &mut Tx, keys: &Keys, persons: &[Person], hands: &Hands) -> Result<Written> {
    let mut written = Written::default();
    for person in persons {
        let at = match account::by_login(tx, &person.login)? {
            Some(at) => {
                same(&account::person(tx, &at)?, person)?;
                at
            }
            None => {
                written.accounts += 1;
                account::create(tx, keys, &new(person, hands.by()))?
            }
        };
        if matches!(hands, Hands::Accounts(_)) {
            continue;
        }
        let have = account::holdings_of(tx, &at)?;
        for post in &person.held {
            if have.iter().any(|h| h.unit == post.unit && h.post == post.post) {
                continue;
            }
            written.posts += 1;
            account::grant(tx, &granting(person, post, at.clone(), hands.by()))?;
        }
    }
    Ok(written)
}

/// A login of the file that is taken must be the same person's.
fn same(known: &Account, person: &Person) -> Result<(), Refusal> {
    if known.called == person.called && known.home_unit == person.home_unit && known.closed.is_none() {
        return Ok(());
    }
    let login = &person.login;
    Err(Refusal::not_allowed(
        "account.login_taken",
        format!("登录名 {login} 已属于另一个人或已停用的账号,请换一个"),
        format!("The login name {login} belongs to somebody else or to a closed account; choose another"),
    ))
}

fn new(person: &Person, by: &str) -> NewAccount {
    NewAccount {
        district: person.district.clone(),
        login: person.login.clone(),
        hash: person.hash.clone(),
        called: person.called.clone(),
        name: person.name.clone(),
        phone: person.phone.clone(),
        home_unit: person.home_unit.clone(),
        by: by.to_owned(),
    }
}

fn granting(person: &Person, post: &Held, account: Ref<Account>, by: &str) -> Grant {
    let seconded = post.unit != person.home_unit;
    Grant {
        account,
        unit: post.unit.clone(),
        post: post.post.clone(),
        role: post.role,
        board: post.board,
        capacity: post.capacity,
        home_unit: seconded.then(|| person.home_unit.clone()),
        starts: post.starts,
        ends: post.ends,
        by: by.to_owned(),
    }
}
