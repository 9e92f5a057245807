//! The database: whether it can be used, whether it is whole, how much room there is, and how old the
//! last copy is.

use std::path::Path;

use super::{Advice, Finding, Fine, Section, Wrong};
use crate::clock::{Clock, Timestamp};
use crate::config::{Config, Copies};
use crate::db::{Db, restore};
use crate::features::copies;
use crate::text::zone::{Zone, iso_date};

/// A night may be missed for a restart; two are no accident.
const LATE_DAYS: i64 = 2;
/// Room for a copy and this much more should be left.
const ROOM: u64 = 100 << 20;

/// Also the database, if it can be used.
pub(super) async fn section(config: &Config) -> (Section, Option<Db>) {
    let mut findings = Vec::new();
    let db = match super::super::open_beside(config).await {
        Ok(db) => {
            findings = used(&db, config).await;
            Some(db)
        }
        Err(failure) => {
            findings.push(Wrong(failure.words));
            None
        }
    };
    (Section::new("Database", findings), db)
}

async fn used(db: &Db, config: &Config) -> Vec<Finding> {
    let path = db.path();
    let size = std::fs::metadata(path).map_or(0, |found| found.len());
    let mut findings = vec![match db.check().await {
        Ok(None) => {
            Fine(format!("{} is whole and has the schema of this version ({})", path.display(), megabytes(size)))
        }
        Ok(Some(why)) => Wrong(format!(
            "{} is damaged: {why}\nStop Steward and put the newest good copy back with `steward restore`.",
            path.display()
        )),
        Err(error) => {
            Wrong(format!("{} cannot be read: {error}\nLook at the disk (`dmesg`, `smartctl`).", path.display()))
        }
    }];
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    findings
        .extend(rustix::fs::statvfs(folder).ok().map(|disk| room(disk.f_bavail.saturating_mul(disk.f_frsize), size)));
    findings.push(last_copy(path, &config.copies, Clock::system().now()).await);
    findings
}

fn room(free: u64, size: u64) -> Finding {
    if free < size + ROOM {
        return Wrong(format!(
            "the disk has {} left, which is little: every night writes a copy of {}\nFree some space.",
            megabytes(free),
            megabytes(size)
        ));
    }
    Fine(format!("the disk has {} left", megabytes(free)))
}

/// "0.4 MB", "250 MB", "12.5 GB".
fn megabytes(bytes: u64) -> String {
    let tenths = |unit: u64| (bytes / (unit / 10), bytes / unit);
    match (tenths(1 << 20), tenths(1 << 30)) {
        (_, (tenths, 1..)) => format!("{}.{} GB", tenths / 10, tenths % 10),
        ((_, megabytes @ 10..), _) => format!("{megabytes} MB"),
        ((tenths, _), _) => format!("{}.{} MB", tenths / 10, tenths % 10),
    }
}

async fn last_copy(database: &Path, settings: &Copies, now: Timestamp) -> Finding {
    let folder = copies::folder_of(database, settings);
    let (day, copy) = match copies::newest(&folder, database) {
        Ok(Some(newest)) => newest,
        Ok(None) => {
            return Advice(format!(
                "there is no copy in {} yet\nThe running bot writes one every night; `steward backup FILE` makes one now.",
                folder.display()
            ));
        }
        Err(error) => {
            return Wrong(format!(
                "the copies in {} cannot be looked at: {error}\nGive them to the user who runs Steward (`chown`).",
                folder.display()
            ));
        }
    };
    if let Err(error) = restore::examine(&copy).await {
        return Wrong(error.to_string());
    }
    let age = Zone::utc().day(now) - day;
    if age > LATE_DAYS {
        return Wrong(format!(
            "the last copy, {}, is {age} days old\nThe running bot writes one every night: look into its log for why it did not.",
            copy.display()
        ));
    }
    Fine(format!("the last copy is of {} and proves whole", iso_date(day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        for (bytes, text) in
            [(400_000, "0.3 MB"), (5 << 20, "5.0 MB"), (250 << 20, "250 MB"), ((12 << 30) + (1 << 29), "12.5 GB")]
        {
            assert_eq!(megabytes(bytes), text);
        }
    }

    #[test]
    fn room_for_a_copy_is_needed() {
        assert!(matches!(room(1 << 30, 10 << 20), Fine(_)));
        assert!(matches!(room(105 << 20, 10 << 20), Wrong(_)));
    }
}
