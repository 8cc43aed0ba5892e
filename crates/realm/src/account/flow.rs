//! Pure rules of accounts: names, passwords, lockout, and which posts exclude each other.

use wangge_base::{Instant, Refusal, Role};

/// Passwords everybody tries first.
const COMMON: &[&str] = &[
    "1234567890",
    "0123456789",
    "password123",
    "password1234",
    "qwertyuiop",
    "administrator",
    "1q2w3e4r5t",
    "woaini1314",
    "wangge123456",
    "abcdefghij",
    "aaaaaaaaaa",
    "1111111111",
    "0000000000",
    "iloveyou123",
];

/// A login name: 2 to 64 characters of `a-z 0-9 . _ - @`, starting with a letter or digit.
pub fn login_name(name: &str) -> Result<(), Refusal> {
    let good = (2..=64).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-@".contains(&b))
        && name.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric());
    if good {
        return Ok(());
    }
    Err(Refusal::invalid(
        "login",
        "登录名为2至64位小写字母、数字和 . _ - @,以字母或数字开头",
        "A login name has 2 to 64 of a-z 0-9 . _ - @ and starts with a letter or digit",
    ))
}

/// A password fit to be set: 10 to 128 characters, not the login name, not one everybody tries.
/// No rules on kinds of characters and no expiry (they make passwords worse: NIST SP 800-63B).
pub fn password(text: &str, login: &str) -> Result<(), Refusal> {
    let lower = text.to_lowercase();
    let length = text.chars().count();
    if (10..=128).contains(&length) && lower != login && !COMMON.contains(&lower.as_str()) {
        return Ok(());
    }
    Err(Refusal::invalid(
        "password",
        "密码须10至128个字符,不能与登录名相同,也不能是常见密码;一句好记的话最好",
        "A password has 10 to 128 characters, is not the login name and not a common one; a sentence you \
         remember is best",
    ))
}

/// A random password that can be read over the telephone: four groups of four letters, 80 bits.
pub fn readable(entropy: [u8; 16]) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let letters: Vec<char> = entropy.iter().map(|b| char::from(LETTERS[usize::from(b & 31)])).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Minutes a login stays locked after so many failures in a row: 15 after the fifth, doubling, at
/// most a day.
pub fn lock_minutes(failures: i64) -> i64 {
    match failures - 5 {
        i64::MIN..=-1 => 0,
        extra => (15_i64 << extra.min(7)).min(24 * 60),
    }
}

/// The three hands of administration exclude each other, and case work excludes them all.
pub fn excludes(held: Role, wanted: Role) -> bool {
    let hand = |role| matches!(role, Role::SystemAdmin | Role::SecurityAdmin | Role::Auditor);
    (hand(held) || hand(wanted)) && held != wanted
}

/// Whether `periods` (from, and until; by start) together cover everything from `from` to `to`:
/// somebody who goes from acting to holder has the post all along.
pub fn covers(periods: &[(Instant, Option<Instant>)], from: Instant, to: Instant) -> bool {
    let mut reached = from;
    for (starts, ends) in periods {
        if *starts <= reached {
            match ends {
                None => return true,
                Some(ends) => reached = reached.max(*ends),
            }
        }
    }
    reached >= to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_that_follow_each_other_cover_and_gaps_do_not() {
        let at = |n: i64| Instant::from_micros(n);
        let both = [(at(0), Some(at(10))), (at(10), Some(at(20)))];
        assert!(covers(&both, at(5), at(20)));
        assert!(!covers(&both, at(5), at(21)));
        assert!(!covers(&[(at(0), Some(at(9))), (at(10), None)], at(5), at(20)));
        assert!(covers(&[(at(3), None)], at(5), at(99)));
        assert!(!covers(&[(at(6), None)], at(5), at(99)));
        assert!(!covers(&[], at(5), at(6)));
    }

    #[test]
    fn the_lock_grows_and_ends_within_a_day() {
        let minutes: Vec<i64> = (0..16).map(lock_minutes).collect();
        assert_eq!(minutes[..8], [0, 0, 0, 0, 0, 15, 30, 60]);
        assert_eq!(minutes[15], 24 * 60);
        assert_eq!(lock_minutes(i64::MAX), 24 * 60);
    }

    #[test]
    fn passwords_are_long_and_not_common() {
        assert!(password("1234567890", "li").is_err());
        assert!(password("短", "li").is_err());
        assert!(password("谢家湾的早晨很安静也好", "li").is_ok());
        assert!(password("li.wangge.dispatch", "li.wangge.dispatch").is_err());
    }

    #[test]
    fn hands_stay_apart() {
        assert!(excludes(Role::SystemAdmin, Role::Auditor));
        assert!(excludes(Role::GridWorker, Role::SecurityAdmin));
        assert!(!excludes(Role::GridWorker, Role::VillageAdmin));
    }
}
