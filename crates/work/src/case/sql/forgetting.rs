//! What an erasure forgets beside the step itself.

use wangge_store::Stmt;

/// The report's copies in the row, forgotten when its step is erased.
pub const FORGET_REPORT: Stmt = Stmt::new(
    "case.forget_report",
    "UPDATE case_file SET place = '', answers = NULL WHERE district = $1 AND id = $2",
);
/// The reporters' names and numbers, forgotten.
pub const FORGET_REPORTERS: Stmt = Stmt::new(
    "case.forget_reporters",
    "UPDATE case_reporter SET name = NULL, phone = NULL WHERE district = $1 AND case_id = $2",
);
/// What the case is found by, forgotten.
pub const FORGET_WORDS: Stmt = Stmt::new(
    "case.forget_words",
    "DELETE FROM case_words WHERE district = $1 AND case_id = $2 AND all_words(words, $3)",
);
/// A call's note that repeats an erased step.
pub const FORGET_CALL: Stmt = Stmt::new(
    "case.forget_call",
    "UPDATE case_call SET note = '' WHERE district = $1 AND case_id = $2 AND note = $3",
);
/// An objection that repeats an erased step.
pub const FORGET_OBJECTION: Stmt = Stmt::new(
    "case.forget_objection",
    "UPDATE case_call SET objection = '' WHERE district = $1 AND case_id = $2 AND objection = $3",
);
/// A request's reason that repeats an erased step.
pub const FORGET_REQUEST: Stmt = Stmt::new(
    "case.forget_request",
    "UPDATE case_request SET reason = '' WHERE district = $1 AND case_id = $2 AND reason = $3",
);
/// A ruling that repeats an erased step: that it was made, and for whom, stays.
pub const FORGET_RULING: Stmt = Stmt::new(
    "case.forget_ruling",
    "UPDATE precedent SET question = CASE WHEN question = $3 THEN '' ELSE question END, \
     reason = CASE WHEN reason = $3 THEN '' ELSE reason END WHERE district = $1 AND case_id = $2",
);
/// What was asked of another district, or answered, that repeats an erased step.
pub const FORGET_LINK: Stmt = Stmt::new(
    "case.forget_link",
    "UPDATE case_link SET text = CASE WHEN text = $3 THEN '' ELSE text END, \
     note = CASE WHEN note = $3 THEN '' ELSE note END WHERE district = $1 AND case_id = $2",
);

/// Every statement of this file, for the test that prepares and explains them.
pub const FORGETTING: &[&Stmt] = &[
    &FORGET_REPORT,
    &FORGET_REPORTERS,
    &FORGET_WORDS,
    &FORGET_CALL,
    &FORGET_OBJECTION,
    &FORGET_REQUEST,
    &FORGET_RULING,
    &FORGET_LINK,
];
