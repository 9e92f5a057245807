//! A series: a session that is held again and again, at the same time on the wall as the first one.

use crate::clock::Timestamp;
use crate::error::Message;
use crate::features::ama::Repeat;
use crate::jobs::recurrence::Often;
use crate::text::zone::Zone;

/// Sessions that are held one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// Not [`Repeat::Never`].
    pub repeat: Repeat,
    /// When the first of them began.
    pub first: Timestamp,
}

impl Series {
    /// What was asked for, for a session that begins then; `None` for one that is held once.
    pub fn new(repeat: Option<Repeat>, first: Timestamp) -> Option<Self> {
        repeat.filter(|repeat| *repeat != Repeat::Never).map(|repeat| Self { repeat, first })
    }

    /// When the next session begins, by the clocks of a server; in a month without the day of the first one it is the
    /// month's last.
    pub fn next_after(self, after: Timestamp, zone: &Zone) -> Option<Timestamp> {
        let often = match self.repeat {
            Repeat::Daily => Often::Daily,
            Repeat::Weekly => Often::Weekly,
            Repeat::Biweekly => Often::Biweekly,
            Repeat::Monthly => Often::Monthly,
            Repeat::Never => return None,
        };
        often.recurrence_from(self.first, zone).next_after(after, zone)
    }

    /// "Repeats weekly. …", as a line of its own.
    pub fn line(self) -> Message {
        Message::new("ama-series").with("repeats", self.message())
    }

    /// "repeats weekly".
    pub fn message(self) -> Message {
        Message::new(match self.repeat {
            Repeat::Daily => "ama-repeats-daily",
            Repeat::Weekly => "ama-repeats-weekly",
            Repeat::Biweekly => "ama-repeats-biweekly",
            Repeat::Monthly => "ama-repeats-monthly",
            Repeat::Never => "ama-series-none",
        })
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::text::zone::{iso_utc, parse_iso};

    #[rstest]
    #[case::daily(Repeat::Daily, &["2026-10-24T16:00:00Z", "2026-10-25T17:00:00Z"])]
    #[case::weekly(Repeat::Weekly, &["2026-10-30T17:00:00Z", "2026-11-06T17:00:00Z"])]
    #[case::biweekly(Repeat::Biweekly, &["2026-11-06T17:00:00Z", "2026-11-20T17:00:00Z"])]
    #[case::monthly(Repeat::Monthly, &["2026-11-23T17:00:00Z", "2026-12-23T17:00:00Z"])]
    #[case::once(Repeat::Never, &[])]
    fn the_next_one_begins_at_the_same_time_on_the_wall(#[case] repeat: Repeat, #[case] then: &[&str]) {
        let zone = Zone::find("Europe/Chisinau").unwrap();
        let first = parse_iso("2026-10-23T16:00:00Z").unwrap();
        let Some(series) = Series::new(Some(repeat), first) else { return assert!(then.is_empty()) };
        let mut last = first;
        for expected in then {
            last = series.next_after(last, &zone).unwrap();
            assert_eq!(iso_utc(last), *expected);
        }
    }

    #[test]
    fn what_went_by_is_not_made_up_for() {
        let first = parse_iso("2026-10-23T16:00:00Z").unwrap();
        let series = Series::new(Some(Repeat::Weekly), first).unwrap();
        let next = series.next_after(parse_iso("2026-12-05T00:00:00Z").unwrap(), &Zone::utc()).unwrap();
        assert_eq!(iso_utc(next), "2026-12-11T16:00:00Z");
    }
}
