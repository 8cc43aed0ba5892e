//! A closure on its way to a thread, and its answer on the way back.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::oneshot;

use crate::{Error, Result, Tx, stats::Counters};

/// What a storage thread knows of a call.
pub(crate) trait Job: Send {
    /// Runs the closure (again) and keeps its value. A panic is an error like others.
    fn run(&mut self, tx: &mut Tx) -> Result<()>;
    /// Answers the caller: the kept value if `outcome` is good. Nobody listening is fine.
    fn settle(self: Box<Self>, outcome: Result<()>);
    /// Nobody waits for the answer any more.
    fn abandoned(&self) -> bool;
}

pub(crate) type Jobs = flume::Receiver<Box<dyn Job>>;

pub(crate) struct Task<F, T> {
    work: F,
    value: Option<T>,
    reply: oneshot::Sender<Result<T>>,
}

impl<F, T> Task<F, T>
where
    F: Fn(&mut Tx) -> Result<T> + Send + 'static,
    T: Send + 'static,
{
    pub(crate) fn boxed(work: F) -> (Box<dyn Job>, oneshot::Receiver<Result<T>>) {
        let (reply, answer) = oneshot::channel();
        (Box::new(Self { work, value: None, reply }), answer)
    }
}

impl<F, T> Job for Task<F, T>
where
    F: Fn(&mut Tx) -> Result<T> + Send + 'static,
    T: Send + 'static,
{
    fn run(&mut self, tx: &mut Tx) -> Result<()> {
        self.value = None;
        tx.restart();
        match catch_unwind(AssertUnwindSafe(|| (self.work)(tx))) {
            Ok(Ok(value)) if !tx.failed => {
                self.value = Some(value);
                Ok(())
            }
            Ok(Ok(_)) => Err(Error::Engine("a statement failed and its error was swallowed".into())),
            Ok(Err(e)) => Err(e),
            Err(panic) => {
                Counters::add(&tx.counters.panics, 1);
                let words = panic
                    .downcast_ref::<&str>()
                    .map(|s| (*s).to_owned())
                    .or_else(|| panic.downcast_ref::<String>().cloned())
                    .unwrap_or_default();
                tracing::error!(panic = %words, "a storage closure panicked; its work is undone");
                Err(Error::Engine(format!("panicked: {words}")))
            }
        }
    }

    fn settle(self: Box<Self>, outcome: Result<()>) {
        let Self { value, reply, .. } = *self;
        let answer =
            outcome.and_then(|()| value.ok_or_else(|| Error::Engine("the closure left no value".into())));
        // The caller may have gone; the work stands all the same.
        drop(reply.send(answer));
    }

    fn abandoned(&self) -> bool {
        self.reply.is_closed()
    }
}
