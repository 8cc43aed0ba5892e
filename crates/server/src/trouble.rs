//! What goes wrong before or beside a request: told to the operator, with what was being done.

/// A failure of a command, in words for the operator.
#[derive(Debug)]
pub struct Trouble {
    words: String,
    of_the_machine: bool,
}

/// The outcome of a command.
pub type Outcome<T = ()> = Result<T, Trouble>;

impl Trouble {
    /// Says what went wrong.
    pub fn new(what: impl Into<String>) -> Self {
        Self { words: what.into(), of_the_machine: false }
    }
    /// Says what went wrong with the database or the machine: no file can be blamed for it.
    pub fn of_the_machine(what: impl Into<String>) -> Self {
        Self { words: what.into(), of_the_machine: true }
    }
    /// Whether no input can be blamed for it.
    pub const fn is_of_the_machine(&self) -> bool {
        self.of_the_machine
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words)
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
        self.map_err(|e| Trouble::new(format!("while {doing}: {e}")))
    }
}
