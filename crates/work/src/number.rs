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

#[cfg(test)]
mod tests {
    #[test]
    fn reads_well_on_the_telephone() {
        assert_eq!(super::number("20261123", [0; 5]), "20261123-00000000");
        let text = super::number("20261123", [0xff; 5]);
        assert_eq!(text, "20261123-ZZZZZZZZ");
    }
}
