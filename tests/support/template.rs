//! A new database without the time that its migrations take: one is made the way it is made in
//! production, once a run, and every place that needs one gets a copy. Whatever is about opening or
//! migrating a database does not use this.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::LazyLock;

use steward::clock::Clock;
use steward::db::{Db, OpenOptions};

/// The file, as it is after a clean stop.
static TEMPLATE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    // A thread of its own: the runtime of a test cannot wait for another one.
    let made = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(make())
    });
    made.join().expect("a database")
});

async fn make() -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("steward.db");
    let url = format!("sqlite:{}", file.display());
    let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.expect("a database");
    db.close().await;
    assert!(!folder.path().join("steward.db-wal").exists(), "all of it is in the one file");
    std::fs::read(file).expect("the file")
}

/// Puts a new database there, for its owner alone like any that Steward makes.
pub fn copy_to(file: &Path) {
    let made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    made.and_then(|mut file| file.write_all(&TEMPLATE)).expect("a copy of the template");
}
