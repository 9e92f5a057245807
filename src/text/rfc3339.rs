//! RFC 3339: instants as they cross the wire, between Steward and Discord and in exported files; and the
//! dates in the headers of HTTP.
//!
//! The only file of the bot that uses chrono, which comes with serenity; the local Discord writes its
//! own. What people type and read is in [`when`](super::when) and [`zone`](super::zone).

use chrono::{DateTime, SecondsFormat, Utc};

use crate::clock::Timestamp;

/// The instant of a time with an offset or `Z`. What is finer than a millisecond is cut off.
pub fn parse(text: &str) -> Option<Timestamp> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| Timestamp(at.timestamp_millis()))
}

/// The instant of a `Date` header: "Sat, 05 Dec 2026 17:00:00 GMT".
pub fn parse_http_date(text: &str) -> Option<Timestamp> {
    DateTime::parse_from_rfc2822(text).ok().map(|at| Timestamp(at.timestamp_millis()))
}

/// "2026-12-05T17:00:00.250Z", milliseconds only where there are any.
pub fn format(at: Timestamp) -> String {
    let edge = if at.0 < 0 { DateTime::<Utc>::MIN_UTC } else { DateTime::<Utc>::MAX_UTC };
    let at = DateTime::from_timestamp_millis(at.0).unwrap_or(edge);
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::discord("2026-11-20T07:30:00.123000+00:00", Some(1_795_159_800_123))]
    #[case::an_exporter("2026-11-20T09:30:00.1239999+02:00", Some(1_795_159_800_123))]
    #[case::whole_seconds("2026-11-20T07:30:00Z", Some(1_795_159_800_000))]
    #[case::before_1970("1969-12-31T23:59:59.999Z", Some(-1))]
    #[case::no_offset("2026-11-20T07:30:00", None)]
    #[case::no_such_day("2026-02-30T07:30:00Z", None)]
    #[case::a_date("2026-11-20", None)]
    #[case::words("tomorrow", None)]
    fn what_is_read(#[case] text: &str, #[case] millis: Option<i64>) {
        assert_eq!(parse(text), millis.map(Timestamp));
    }

    #[rstest]
    #[case("Fri, 20 Nov 2026 07:30:00 GMT", Some(1_795_159_800_000))]
    #[case("2026-11-20T07:30:00Z", None)]
    #[case("", None)]
    fn the_date_of_a_header(#[case] text: &str, #[case] millis: Option<i64>) {
        assert_eq!(parse_http_date(text), millis.map(Timestamp));
    }

    #[rstest]
    #[case(1_795_159_800_000, "2026-11-20T07:30:00Z")]
    #[case(1_795_159_800_250, "2026-11-20T07:30:00.250Z")]
    fn what_is_written(#[case] millis: i64, #[case] text: &str) {
        assert_eq!(format(Timestamp(millis)), text);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(millis in -62_135_596_800_000_i64..253_402_300_800_000) {
            prop_assert_eq!(parse(&format(Timestamp(millis))), Some(Timestamp(millis)));
        }

        #[test]
        fn no_number_is_too_large(millis: i64) {
            format(Timestamp(millis));
        }
    }
}
