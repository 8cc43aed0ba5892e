//! `wangge user`: for whoever runs the machine. Everything else about people is done in the system.

use wangge_base::{Board, District, Role, UnitCode};

use crate::{
    cli::UserCommand,
    first::{self, Person},
    house::House,
    trouble::{Doing, Outcome, Trouble},
};

/// A hash that fits no password.
const NOBODY: &str = "!locked";

/// Does it; answers what to print.
///
/// # Errors
/// A name, unit or role that does not exist.
pub async fn run(house: &House, what: UserCommand) -> Outcome<String> {
    match what {
        UserCommand::Add { name, called, unit, post, role, board } => {
            let role =
                Role::from_word(&role).ok_or_else(|| words("role", Role::ALL.iter().map(|r| r.word())))?;
            let board = Board::from_word(&board)
                .ok_or_else(|| words("board", Board::ALL.iter().map(|b| b.word())))?;
            let district = home(house, &unit)?;
            let (password, hash) = fresh(house).await?;
            first::add(
                house,
                Person { login: name.clone(), called, hash, unit, post, role, board, district },
            )
            .await?;
            Ok(once(&name, &password))
        }
        UserCommand::Password { name } => {
            let (password, hash) = fresh(house).await?;
            first::set_hash(house, &name, hash).await?;
            Ok(once(&name, &password))
        }
        UserCommand::Lock { name } => {
            first::set_hash(house, &name, NOBODY.to_owned()).await?;
            Ok(format!(
                "{name} 已锁定,所有会话已结束;解锁:wangge user password {name}\n\
                 {name} is locked and all sessions have ended; `wangge user password {name}` opens it again"
            ))
        }
    }
}

async fn fresh(house: &House) -> Outcome<(String, String)> {
    let password = first::password();
    let hash = house.work.realm.hash_password(password.clone()).await.doing("hashing a password")?;
    Ok((password, hash))
}

fn once(name: &str, password: &str) -> String {
    format!("{name}  {password}\n密码只显示这一次 · the password is shown only now")
}

fn words<'a>(option: &str, all: impl Iterator<Item = &'a str>) -> Trouble {
    Trouble::new(format!("--{option} is one of: {}", all.collect::<Vec<_>>().join(" ")))
}

/// Home district of an account in that unit: the district of the place, `city` for the city's own.
fn home(house: &House, unit: &str) -> Outcome<District> {
    let code: UnitCode = unit.parse().doing("reading --unit")?;
    let shard = house.work.realm.units().shard(&code);
    shard.ok_or_else(|| Trouble::new(format!("there is no unit {unit}; `wangge import units` loads them")))
}
