//! The copies that lie in their folder, and which of them go.

use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::clock::Timestamp;

use super::rules;

/// Makes the folder, for nobody's eyes but those of who runs Steward.
pub fn make(folder: &Path) -> io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// The newest copy and its day since 1970-01-01; `None` if there is none.
///
/// # Errors
/// If the folder is there and cannot be read.
pub fn newest(folder: &Path, database: &Path) -> io::Result<Option<(i64, PathBuf)>> {
    let database = name_of(database);
    let days =
        names(folder)?.into_iter().filter_map(|name| Some((rules::day_of(&database, &name)?, folder.join(name))));
    Ok(days.max())
}

/// Removes what an interrupted copy or restore has left: while a bot runs neither is under way.
pub fn clear(folder: &Path, database: &Path) -> io::Result<()> {
    let (name, home) = (name_of(database), home_of(database));
    let copies = names(folder)?.into_iter().filter(|file| rules::is_half_a_copy(&name, file));
    let restores = names(home)?.into_iter().filter(|file| rules::is_half_a_restore(&name, file));
    let copies = copies.map(|file| folder.join(file));
    for path in copies.chain(restores.map(|file| home.join(file))) {
        std::fs::remove_file(path)?;
    }
    Ok(())
}

/// Removes copies that have been kept long enough, and what was put aside beside the database as long
/// ago; how many.
pub fn prune(folder: &Path, database: &Path, now: Timestamp) -> io::Result<usize> {
    let name = name_of(database);
    let copies = names(folder)?.into_iter().filter_map(|file| Some((rules::day_of(&name, &file)?, folder.join(file))));
    let home = home_of(database);
    let aside = names(home)?.into_iter().filter_map(|file| {
        let file_path = home.join(&file);
        Some((rules::aside_of(&name, &file, written(&file_path)?)?, file_path))
    });
    let over: Vec<PathBuf> =
        copies.chain(aside).filter(|(day, _)| rules::is_over(*day, now)).map(|(_, path)| path).collect();
    for path in &over {
        std::fs::remove_file(path)?;
    }
    Ok(over.len())
}

fn home_of(database: &Path) -> &Path {
    database.parent().filter(|home| !home.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn name_of(database: &Path) -> String {
    database.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Names of files; none where there is no such folder.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.extend(entry.file_name().into_string());
        }
    }
    Ok(names)
}

fn written(path: &Path) -> Option<Timestamp> {
    let modified = std::fs::metadata(path).and_then(|found| found.modified()).ok()?;
    let millis = modified.duration_since(UNIX_EPOCH).ok()?.as_millis();
    Some(Timestamp(i64::try_from(millis).ok()?))
}
