//! The first start: three administrators with three hands (三员分立), each with a random password
//! that is printed once and never stored.

use wangge_base::{Board, Capacity, District, Refusal, Role};
use wangge_realm::{account, session};
use wangge_store::Tx;

use crate::{
    house::House,
    trouble::{Doing, Outcome},
};

/// A log-in that was just made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Log-in name.
    pub name: String,
    /// What it is for.
    pub called: String,
    /// The password, in the clear, for the one print.
    pub password: String,
}

/// Log-in, post, name and role of the three hands.
const HANDS: &[(&str, &str, &str, Role)] = &[
    ("admin", "XT-01", "系统管理员", Role::SystemAdmin),
    ("security", "AQ-01", "安全管理员", Role::SecurityAdmin),
    ("auditor", "SJ-01", "审计员", Role::Auditor),
];

/// Makes the three administrators if nobody has ever been one; answers their log-ins.
///
/// # Errors
/// A database that refuses.
pub async fn administrators(house: &House) -> Outcome<Vec<Made>> {
    let known =
        house.db().read(|r| account::by_login(r, HANDS[0].0)).await.doing("looking for administrators")?;
    if known.is_some() {
        return Ok(Vec::new());
    }
    let mut made = Vec::new();
    for (name, post, called, role) in HANDS {
        let password = password();
        let hash = house.work.realm.hash_password(password.clone()).await.doing("hashing a password")?;
        add(
            house,
            Person {
                login: (*name).to_owned(),
                called: (*called).to_owned(),
                hash,
                unit: house.config.city.code.clone(),
                post: (*post).to_owned(),
                role: *role,
                board: Board::Centre,
                district: District::city(),
            },
        )
        .await?;
        made.push(Made { name: (*name).to_owned(), called: (*called).to_owned(), password });
    }
    Ok(made)
}

/// Somebody to be added with one post, from the command line.
#[derive(Clone, Debug)]
pub struct Person {
    /// Log-in name.
    pub login: String,
    /// As colleagues see them.
    pub called: String,
    /// PHC string of the password.
    pub hash: String,
    /// Unit of the post, and home unit.
    pub unit: String,
    /// The post.
    pub post: String,
    /// What the post is for.
    pub role: Role,
    /// Its board.
    pub board: Board,
    /// Home district of the account.
    pub district: District,
}

/// Adds an account and its post in one transaction.
///
/// # Errors
/// A name that is taken, a code that is none, in words.
pub async fn add(house: &House, person: Person) -> Outcome {
    let keys = house.work.realm.app.keys().clone();
    house
        .db()
        .write(move |tx: &mut Tx| {
            let home = person.unit.parse().map_err(|no: Refusal| no)?;
            let new = account::NewAccount {
                district: person.district.clone(),
                login: person.login.clone(),
                hash: person.hash.clone(),
                called: person.called.clone(),
                name: None,
                phone: None,
                home_unit: home,
                by: "setup".to_owned(),
            };
            let at = account::create(tx, &keys, &new)?;
            let grant = account::Grant {
                account: at,
                unit: new.home_unit.clone(),
                post: person.post.parse().map_err(|no: Refusal| no)?,
                role: person.role,
                board: person.board,
                capacity: Capacity::Holder,
                home_unit: None,
                starts: None,
                ends: None,
                by: "setup".to_owned(),
            };
            account::grant(tx, &grant).map(drop)
        })
        .await
        .doing("adding an account")
}

/// A random password that can be read over the telephone.
pub fn password() -> String {
    let mut bytes = [0_u8; 16];
    #[expect(clippy::expect_used, reason = "a machine without entropy must not make passwords")]
    getrandom::fill(&mut bytes).expect("the system gives entropy");
    account::flow::readable(bytes)
}

/// What is printed once.
pub fn words(made: &[Made]) -> String {
    if made.is_empty() {
        return String::new();
    }
    let mut out =
        String::from("首次启动,以下密码只显示这一次 · first start, these passwords are shown only now:\n");
    for one in made {
        out += &format!("  {:<10} {}  {}\n", one.name, one.password, one.called);
    }
    out
}

/// Replaces somebody's password hash and ends all their sessions.
///
/// # Errors
/// A name that nobody has.
pub async fn set_hash(house: &House, login: &str, hash: String) -> Outcome {
    let login = login.to_owned();
    house
        .db()
        .write(move |tx| {
            let account = account::by_login(tx, &login)?.ok_or_else(|| {
                Refusal::not_found(format!("没有登录名 {login}"), format!("Nobody has the log-in {login}"))
            })?;
            session::set_hash(tx, &account, &hash, "setup")
        })
        .await
        .doing("setting a password")
}
