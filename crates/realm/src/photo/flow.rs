//! What a photo of a place must be like, and who sees it. Pure.

use wangge_base::{Holder, Refusal};

use super::{Audience, Photo};
use crate::access::{self, Verb};

/// Photos are not older than this year when they are uploaded.
const FIRST: i16 = 2000;

/// The day a photo was taken: a date, not in the future, as seen on `today` in the city.
///
/// # Errors
/// What is no date, or lies ahead.
pub fn day(text: &str, today: jiff::civil::Date) -> Result<String, Refusal> {
    let wrong = |zh: &str, en: &str| Refusal::invalid("taken", zh, en);
    let day: jiff::civil::Date =
        text.parse().ok().filter(|day: &jiff::civil::Date| day.year() >= FIRST).ok_or_else(|| {
            wrong("请填写拍摄日期,如2026-05-01", "Give the day it was taken, such as 2026-05-01")
        })?;
    if day > today {
        return Err(wrong("拍摄日期不能晚于今天", "A photo is not taken tomorrow"));
    }
    Ok(day.to_string())
}

/// Nothing is kept without the word of whoever uploads that nobody is to be seen.
///
/// # Errors
/// Whoever does not confirm it.
pub fn nobody(confirmed: bool) -> Result<(), Refusal> {
    if confirmed {
        return Ok(());
    }
    Err(Refusal::invalid(
        "no_people",
        "请先遮挡人脸和车牌,并确认“画面中没有人”;有人的照片不能作为实景保存",
        "Cover faces and plates first and confirm that there are no people in the picture; a picture with people is not kept",
    ))
}

/// Whether a holder sees a photo.
pub fn sees(holder: &Holder, photo: &Photo) -> bool {
    match photo.audience {
        Audience::Staff => true,
        Audience::Community => access::may(holder, Verb::PhotoRead, &photo.subject()).is_ok(),
    }
}
