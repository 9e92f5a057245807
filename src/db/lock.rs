//! One Steward at a time: a locked file beside the database (`steward.db.lock`).
//!
//! The file names who holds it. A clean stop empties it, so whoever takes the lock and finds a name
//! knows that the last one was killed, and has the database checked.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::OpenError;
use crate::clock::{Clock, Timestamp};

/// Held until dropped; the operating system frees it when the process dies.
#[derive(Debug)]
pub struct InstanceLock {
    file: File,
    unclean: bool,
}

/// The lock that belongs to a database file.
pub fn path_for(database: &Path) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push(".lock");
    path.into()
}

impl InstanceLock {
    /// Takes the lock, or says who has it. With `patient` it waits half a second first, because a
    /// `steward digest` holds it only while it opens.
    pub async fn take(database: &Path, clock: &Clock, patient: bool) -> Result<Self, OpenError> {
        let path = path_for(database);
        let fail = |source| OpenError::Lock { path: path.clone(), source };
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(fail)?;

        let mut tries_left = if patient { 5 } else { 0 };
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(error)) => return Err(fail(error)),
                Err(TryLockError::WouldBlock) if tries_left > 0 => {
                    tries_left -= 1;
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(OpenError::Held { path: database.to_owned(), holder: holder(&mut file, clock.now()) });
                }
            }
        }

        let unclean = file.metadata().map_err(fail)?.len() > 0;
        write_holder(&mut file, clock.now()).map_err(fail)?;
        Ok(Self { file, unclean })
    }

    /// Whether the last holder ended without saying so.
    pub const fn found_unclean(&self) -> bool {
        self.unclean
    }

    /// Frees the lock and says that the database was left in order.
    pub fn release_clean(self) -> std::io::Result<()> {
        self.file.set_len(0)
    }
}

/// Who has the lock of a database, asked without taking it: nobody who starts meanwhile is refused for it
/// (they try for longer than this takes), and what a killed process has left there stays.
pub fn holder_of(database: &Path, clock: &Clock) -> Result<Option<String>, OpenError> {
    let path = path_for(database);
    let fail = |source| OpenError::Lock { path: path.clone(), source };
    let mut file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fail(error)),
    };
    match file.try_lock_shared() {
        Ok(()) => Ok(None),
        Err(TryLockError::WouldBlock) => Ok(Some(holder(&mut file, clock.now()))),
        Err(TryLockError::Error(error)) => Err(fail(error)),
    }
}

fn write_holder(file: &mut File, now: Timestamp) -> std::io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "{} {}", std::process::id(), now.seconds())
}

/// "process 4711, since 3 h 5 min", as far as the file says it.
fn holder(file: &mut File, now: Timestamp) -> String {
    let mut text = String::new();
    if file.read_to_string(&mut text).is_err() {
        return "unknown".to_owned();
    }
    let mut words = text.split_whitespace();
    let Some(pid) = words.next() else { return "just starting or stopping".to_owned() };
    match words.next().and_then(|since| since.parse::<i64>().ok()).map(|since| (now.seconds() - since) / 60) {
        Some(minutes @ 60..) => format!("process {pid}, for {} h {} min", minutes / 60, minutes % 60),
        Some(minutes @ 1..) => format!("process {pid}, for {minutes} min"),
        _ => format!("process {pid}"),
    }
}
