//! When a copy is made, what it is called, and when it has to go.

use crate::clock::Timestamp;
use crate::jobs::recurrence::next_daily;
use crate::text::zone::{TimeOfDay, Zone, iso_date, parse_date};

/// Copies are kept for so many days, the day they are made being the first.
pub const KEPT_DAYS: i64 = 14;
/// At night where most communities of the languages are, in UTC.
const AT: TimeOfDay = TimeOfDay { hour: 3, minute: 30 };

/// The next time for a copy.
pub fn next(now: Timestamp) -> Timestamp {
    next_daily(AT, now)
}

/// What the copy of a day is called: `steward.2026-11-20.db` of `steward.db`.
pub fn name(database: &str, now: Timestamp) -> String {
    let stem = database.strip_suffix(".db").unwrap_or(database);
    format!("{stem}.{}.db", iso_date(Zone::utc().day(now)))
}

/// The day of a copy by its name; `None` of a file that is none of ours.
pub fn day_of(database: &str, name: &str) -> Option<i64> {
    let stem = database.strip_suffix(".db").unwrap_or(database);
    let date = name.strip_prefix(stem)?.strip_prefix('.')?.strip_suffix(".db")?;
    parse_date(date)
}

/// Whether a file beside the database was put aside by Steward, and on which day; one from before a
/// step of the schema does not say when, so `written` does.
pub fn aside_of(database: &str, name: &str, written: Timestamp) -> Option<i64> {
    let kind = name.strip_prefix(database)?.strip_prefix(".before-")?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(time) = kind.strip_prefix("restore-") {
        // `20261120T140305Z`, and what free_name and SQLite put behind it.
        let date = time.get(..8).filter(|date| digits(date))?;
        return parse_date(&format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]));
    }
    (kind.len() == 14 && digits(kind)).then(|| Zone::utc().day(written))
}

/// Whether a copy was interrupted before it had its name.
pub fn is_half_a_copy(database: &str, name: &str) -> bool {
    name.strip_suffix(".unproved").is_some_and(|name| day_of(database, name).is_some())
}

/// Whether a restore was interrupted before it was done.
pub fn is_half_a_restore(database: &str, name: &str) -> bool {
    let ending = name.strip_prefix(database).and_then(|ending| ending.strip_prefix(".restored"));
    ending.is_some_and(|ending| matches!(ending, "" | ".unproved"))
}

/// Whether a copy of that day has been kept long enough.
pub fn is_over(day: i64, now: Timestamp) -> bool {
    Zone::utc().day(now) - day >= KEPT_DAYS
}

/// What stands behind the name of a database that a copy takes the place of.
pub fn aside(now: Timestamp) -> String {
    let local = Zone::utc().local(now);
    let date = iso_date(Zone::utc().day(now)).replace('-', "");
    format!("before-restore-{date}T{:02}{:02}{:02}Z", local.hour, local.minute, local.second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::zone::{iso_utc, parse_iso};

    fn at(text: &str) -> Timestamp {
        parse_iso(text).expect("an instant")
    }

    #[test]
    fn copies_are_made_once_a_night() {
        for (now, due) in [
            ("2026-11-20T03:29:59Z", "2026-11-20T03:30:00Z"),
            ("2026-11-20T03:30:00Z", "2026-11-21T03:30:00Z"),
            ("2026-12-31T12:00:00Z", "2027-01-01T03:30:00Z"),
        ] {
            assert_eq!(iso_utc(next(at(now))), due, "{now}");
        }
    }

    #[test]
    fn a_copy_is_known_by_its_name_and_nothing_else_is_taken_for_one() {
        let now = at("2026-11-20T03:30:00Z");
        assert_eq!(name("steward.db", now), "steward.2026-11-20.db");
        assert_eq!(name("data", now), "data.2026-11-20.db");
        let day = Zone::utc().day(now);
        assert_eq!(day_of("steward.db", "steward.2026-11-20.db"), Some(day));
        for other in [
            "steward.db",
            "steward.2026-11-20.db-wal",
            "steward.2026-11-20.db.unproved",
            "steward.2026-13-20.db",
            "steward.2026-11-2.db",
            "steward.holiday.db",
            "other.2026-11-20.db",
            "xsteward.2026-11-20.db",
        ] {
            assert_eq!(day_of("steward.db", other), None, "{other}");
        }
    }

    #[test]
    fn what_was_put_aside_is_known_too() {
        let (now, written) = (at("2026-11-20T14:03:05Z"), at("2026-11-01T00:00:00Z"));
        assert_eq!(aside(now), "before-restore-20261120T140305Z");
        let of = |name: &str| aside_of("steward.db", name, written);
        let day = Zone::utc().day(now);
        assert_eq!(of("steward.db.before-restore-20261120T140305Z"), Some(day));
        assert_eq!(of("steward.db.before-restore-20261120T140305Z-2"), Some(day));
        assert_eq!(of("steward.db.before-restore-20261120T140305Z-wal"), Some(day));
        assert_eq!(of("steward.db.before-20260101120000"), Some(day - 19));
        for other in ["steward.db", "steward.db-wal", "steward.db.before-my-holiday", "steward.db.before-restore-soon"]
        {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn what_was_left_half_made_is_known() {
        assert!(is_half_a_copy("steward.db", "steward.2026-11-20.db.unproved"));
        assert!(!is_half_a_copy("steward.db", "mine.unproved"));
        assert!(is_half_a_restore("steward.db", "steward.db.restored"));
        assert!(is_half_a_restore("steward.db", "steward.db.restored.unproved"));
        assert!(!is_half_a_restore("steward.db", "steward.db.restored-once"));
    }

    #[test]
    fn fourteen_days_are_kept() {
        let now = at("2026-11-20T03:30:00Z");
        let day = Zone::utc().day(now);
        assert!(!is_over(day - 13, now));
        assert!(is_over(day - 14, now));
        assert!(!is_over(day + 3, now), "a clock that was wrong");
    }
}
