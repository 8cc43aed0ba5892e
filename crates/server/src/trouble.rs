//! What goes wrong before or beside a request: told to the operator, with what was being done.

/// A failure of a command, in words for the operator.
#[derive(Debug)]
pub struct Trouble(String);

/// The outcome of a command.
pub type Outcome<T = ()> = Result<T, Trouble>;

impl Trouble {
    /// Says what went wrong.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
impl std::error::Error for Trouble {}

/// Adds what was being done to an error of any kind.
pub trait Doing<T> {
    /// `doing` reads on from "while": "reading wangge.toml".
    fn doing(self, doing: impl std::fmt::Display) -> Outcome<T>;
}
impl<T, E: std::fmt::Display> Doing<T> for Result<T, E> {
    fn doing(self, doing: impl std::fmt::Display) -> Outcome<T> {
        self.map_err(|e| Trouble(format!("while {doing}: {e}")))
    }
}
