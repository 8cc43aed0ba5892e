//! The number people call a case by: the day it came in and eight characters that cannot be mistaken
//! for one another on the telephone, e.g. `20261123-7K3F9QXA`. No counter, hence nothing to guess
//! from it and no row that everybody waits for; unique in its district by index.

/// Crockford's base 32: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A number for a thing that came in on `date` (as `20261123`), from five random bytes.
pub fn number(date: &str, entropy: [u8; 5]) -> String {
    let mut bits = entropy.iter().fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
    let mut out = format!("{date}-");
    for _ in 0..8 {
        out.push(char::from(LETTERS[(bits & 31) as usize]));
        bits >>= 5;
    }
    out
}

/// Letters before the dash, and after it.
const DATE: usize = 8;
const TAIL: usize = 8;
/// Fewest characters of a number by which one is looked for.
const LEAST: usize = 4;

/// A part of a number, in the form in which an index finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// It begins so: the numbers from the first to the second. All numbers have one shape, digits and
    /// capitals with the dash in the same place, so that every collation puts them in this order.
    Begins(String, String),
    /// It ends so: at least its last four characters.
    Ends(String),
}

impl Part {
    /// Whether it names no more than a year, a month or a day.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::Begins(_, last) if last.ends_with("-ZZZZZZZZ"))
    }
}

/// Readings of `text` as a number or a part of one: its end, or its beginning. Capitals do not matter,
/// nor a dash more or less, nor O for 0 and I or L for 1 (nobody tells them apart on the telephone).
pub fn parts(text: &str) -> Vec<Part> {
    let plain: Option<String> = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '–' | '—'))
        .map(|c| match c.to_ascii_uppercase() {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            c if u8::try_from(c).is_ok_and(|b| LETTERS.contains(&b)) => Some(c),
            _ => None,
        })
        .collect();
    let Some(plain) = plain.filter(|p| (LEAST..=DATE + TAIL).contains(&p.len())) else { return Vec::new() };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut all = Vec::new();
    let (date, tail) = plain.split_at(plain.len().saturating_sub(TAIL));
    if digits(date) {
        all.push(Part::Ends(if date.is_empty() { tail.to_owned() } else { format!("{date}-{tail}") }));
    }
    let (date, tail) = plain.split_at(plain.len().min(DATE));
    // A whole number is an end already.
    if digits(date) && plain.len() < DATE + TAIL {
        let padded = |digit: &str, letter: &str| {
            let (more, rest) = (digit.repeat(DATE - date.len()), letter.repeat(TAIL - tail.len()));
            format!("{date}{more}-{tail}{rest}")
        };
        all.push(Part::Begins(padded("0", "0"), padded("9", "Z")));
    }
    all
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_well_on_the_telephone() {
        assert_eq!(super::number("20261123", [0; 5]), "20261123-00000000");
        let text = super::number("20261123", [0xff; 5]);
        assert_eq!(text, "20261123-ZZZZZZZZ");
    }

    #[test]
    fn is_found_by_its_end_and_by_its_beginning() {
        use super::{Part, parts};
        let ends = |text: &str| Part::Ends(text.to_owned());
        let begins = |low: &str, high: &str| Part::Begins(low.to_owned(), high.to_owned());
        assert_eq!(parts(" 20261123-7k3f9qxa "), [ends("20261123-7K3F9QXA")]);
        assert_eq!(parts("202611237K3F9QXA"), [ends("20261123-7K3F9QXA")]);
        assert_eq!(parts("9qxa"), [ends("9QXA")]);
        assert_eq!(parts("7k3foilA"), [ends("7K3F011A")]);
        assert_eq!(parts("23-7K3F9QXA"), [ends("23-7K3F9QXA")]);
        // All digits before the last eight, so it may be an end too: both are tried.
        let both = [ends("20-2611237K"), begins("20261123-7K000000", "20261123-7KZZZZZZ")];
        assert_eq!(parts("2026-1123－7K"), both);
        let month = begins("20261100-00000000", "20261199-ZZZZZZZZ");
        assert_eq!(parts("202611"), [ends("202611"), month.clone()]);
        assert!(month.is_date() && !begins("20261123-7K000000", "20261123-7KZZZZZZ").is_date());
        for none in ["", "9qx", "消防通道", "3号楼", "wu12", "20261123-7K3F9QXA1", "7K3F9QXA7K3F"] {
            assert_eq!(parts(none), [], "{none}");
        }
    }
}
