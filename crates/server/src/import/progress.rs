//! How far an import has come: a bar on a terminal, a few plain lines elsewhere.

use std::io::{IsTerminal as _, Read};

use indicatif::{ProgressBar, ProgressStyle};

/// Shows progress on stderr; [`Progress::silent`] shows nothing.
pub struct Progress {
    shown: bool,
    terminal: bool,
    bar: ProgressBar,
    what: &'static str,
    total: u64,
    done: u64,
    told: u64,
}

impl Progress {
    /// A bar when stderr is a terminal, a line per quarter otherwise.
    pub fn stderr() -> Self {
        Self { shown: true, terminal: std::io::stderr().is_terminal(), ..Self::silent() }
    }

    /// Shows nothing: for tests and for the demo.
    pub fn silent() -> Self {
        Self {
            shown: false,
            terminal: false,
            bar: ProgressBar::hidden(),
            what: "",
            total: 0,
            done: 0,
            told: 0,
        }
    }

    /// Begins a step of `total` units.
    pub fn begin(&mut self, what: &'static str, total: u64) {
        self.end();
        (self.what, self.total, self.done, self.told) = (what, total, 0, 0);
        if self.shown && !self.terminal {
            eprintln!("{what}");
        }
        if self.shown && self.terminal {
            self.bar = ProgressBar::new(total);
            let style = ProgressStyle::with_template("{msg:24} {bar:40} {percent:>3}% {eta}");
            if let Ok(style) = style {
                self.bar.set_style(style);
            }
            self.bar.set_message(what);
        }
    }

    /// Moves on by `n` units.
    pub fn step(&mut self, n: u64) {
        self.done += n;
        self.bar.inc(n);
        let quarter = (self.done * 4).checked_div(self.total).unwrap_or(0);
        if self.shown && !self.terminal && quarter > self.told {
            self.told = quarter;
            eprintln!("{} {}%", self.what, quarter.min(4) * 25);
        }
    }

    /// Ends the step.
    pub fn end(&mut self) {
        self.bar.finish_and_clear();
        self.bar = ProgressBar::hidden();
    }

    /// Counts what is read through it.
    pub fn reader<R: Read>(&mut self, from: R) -> impl Read + use<R> {
        self.bar.wrap_read(from)
    }
}
