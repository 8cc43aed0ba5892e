//! When to stop: SIGTERM from the service manager, Ctrl-C from a person.

/// Resolves at the first of SIGTERM and Ctrl-C. A second Ctrl-C afterwards ends the process at once.
pub async fn asked() {
    let mut term = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).ok();
    let told = async {
        match term.as_mut() {
            Some(signal) => {
                signal.recv().await;
            }
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = told => {}
    }
    #[expect(clippy::disallowed_methods, reason = "lives until the process ends, which is its purpose")]
    tokio::spawn(async {
        if tokio::signal::ctrl_c().await.is_ok() {
            std::process::exit(130);
        }
    });
}
