//! Moments as Discord writes them (`2026-11-20T07:30:00.123000+00:00`) and as people read them.
//!
//! Discord's clock shows UTC, so nothing here knows of zones.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::clock::Timestamp;

/// As it stands in Discord's JSON.
pub fn write(moment: Timestamp) -> String {
    utc(moment).to_rfc3339_opts(SecondsFormat::Micros, false)
}

/// Reads RFC 3339; the fraction may be missing.
pub fn read(text: &str) -> Option<Timestamp> {
    DateTime::parse_from_rfc3339(text).ok().map(|moment| Timestamp(moment.timestamp_millis()))
}

/// As it stands in the `Date` of an answer.
pub fn http_date(moment: Timestamp) -> String {
    utc(moment).format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// What the client shows for `<t:SECONDS:STYLE>`, in UTC and English.
pub fn shown(moment: Timestamp, style: char, now: Timestamp) -> String {
    let format = match style {
        't' => "%H:%M",
        'T' => "%H:%M:%S",
        'd' => "%d/%m/%Y",
        'D' => "%-d %B %Y",
        'F' => "%A, %-d %B %Y %H:%M",
        'R' => return relative(moment.since(now)),
        _ => "%-d %B %Y %H:%M",
    };
    utc(moment).format(format).to_string()
}

/// What lies outside chrono's calendar becomes its edge.
fn utc(moment: Timestamp) -> DateTime<Utc> {
    let edge = if moment.0 < 0 { DateTime::<Utc>::MIN_UTC } else { DateTime::<Utc>::MAX_UTC };
    DateTime::from_timestamp_millis(moment.0).unwrap_or(edge)
}

fn relative(ms: i64) -> String {
    const SECOND: i64 = 1_000;
    const DAY: i64 = 86_400 * SECOND;
    let units = [
        ("year", 365 * DAY),
        ("month", 30 * DAY),
        ("day", DAY),
        ("hour", 3_600 * SECOND),
        ("minute", 60 * SECOND),
        ("second", SECOND),
    ];
    if ms.abs() < SECOND {
        return "now".to_owned();
    }
    let (name, size) = units.into_iter().find(|(_, size)| ms.abs() >= *size).unwrap_or(("second", SECOND));
    let count = ms.abs() / size;
    let plural = if count == 1 { "" } else { "s" };
    if ms < 0 { format!("{count} {name}{plural} ago") } else { format!("in {count} {name}{plural}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for ms in [0, 951_782_400_123, 1_795_159_960_000, 4_102_444_799_999] {
            assert_eq!(read(&write(Timestamp(ms))), Some(Timestamp(ms)), "{}", write(Timestamp(ms)));
        }
    }

    #[test]
    fn offsets_and_missing_fractions_are_understood() {
        assert_eq!(read("2026-11-20T09:30:00+02:00"), read("2026-11-20T07:30:00.000Z"));
        assert_eq!(read("2026-13-20T09:30:00Z"), None);
        assert_eq!(read("tomorrow"), None);
    }

    #[test]
    fn people_see_weekdays_and_distances() {
        let moment = read("2026-11-20T07:30:00Z").unwrap();
        assert_eq!(shown(moment, 'F', moment), "Friday, 20 November 2026 07:30");
        assert_eq!(shown(moment, 'R', Timestamp(moment.0 - 7_200_000)), "in 2 hours");
        assert_eq!(shown(moment, 'R', Timestamp(moment.0 + 86_400_000)), "1 day ago");
    }
}
