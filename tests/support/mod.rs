//! What tests are made of.

use std::task::Poll;

pub mod bytes;
pub mod community;
pub mod controls;
pub mod hostile;
pub mod loopback;
pub mod matrix;
pub mod process;
pub mod scene;
pub mod shell;
pub mod template;
pub mod town;
pub mod tracker;
pub mod trial;

/// How the tokens of every local Discord begin: the bot's, and those of interactions.
pub const SECRETS: [&str; 2] = ["MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.", "aW50ZXJhY3Rpb246"];

/// Whatever Steward says, nobody can act for it with what they read there.
pub fn no_secret_in(said: &str) {
    let line = said.lines().find(|line| SECRETS.iter().any(|secret| line.contains(secret)));
    assert_eq!(line, None, "a token in the log");
}

/// The log of bots in this process, where `RUST_LOG` asks for it: what is logged in production, to be
/// searched for secrets (`.ci/run` does).
pub fn log() {
    if let Ok(filter) = std::env::var("RUST_LOG") {
        steward::cli::log::start(Some(&filter), steward::cli::log::USUAL, None).expect("a filter");
    }
}

/// Goes through these side by side on one task: for stories that mostly wait.
pub async fn join_all<F: Future>(all: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let mut all: Vec<_> = all.into_iter().map(|one| (Box::pin(one), None)).collect();
    std::future::poll_fn(|cx| {
        for (one, output) in all.iter_mut().filter(|(_, output)| output.is_none()) {
            if let Poll::Ready(ready) = one.as_mut().poll(cx) {
                *output = Some(ready);
            }
        }
        if all.iter().all(|(_, output)| output.is_some()) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    all.into_iter().filter_map(|(_, output)| output).collect()
}

/// Damages a database that nobody has open: the page in which a table begins.
pub async fn damage(file: &std::path::Path, table: &str) {
    use sqlx::{ConnectOptions, Connection};
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let mut connection = options.connect().await.expect("a database");
    let page: i64 = sqlx::query_scalar("SELECT rootpage FROM sqlite_schema WHERE name = ?")
        .bind(table)
        .fetch_one(&mut connection)
        .await
        .expect("a table");
    let size: i64 = sqlx::query_scalar("PRAGMA page_size").fetch_one(&mut connection).await.expect("a size");
    connection.close().await.expect("closed");
    let mut bytes = std::fs::read(file).expect("the file");
    let (begin, size) = (usize::try_from((page - 1) * size).expect("a place"), usize::try_from(size).expect("a size"));
    bytes[begin..begin + size].fill(0xAB);
    std::fs::write(file, bytes).expect("written");
}
