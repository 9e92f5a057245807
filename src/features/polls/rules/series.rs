//! A series: a poll that is asked again and again, at the same time on the wall as the first one.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::error::Message;
use crate::features::polls::{Repeat, Series};
use crate::jobs::recurrence::Often;
use crate::text::zone::Zone;

impl Repeat {
    /// How often that is; `None`, if it is asked once.
    const fn often(self) -> Option<Often> {
        match self {
            Self::Daily => Some(Often::Daily),
            Self::Weekly => Some(Often::Weekly),
            Self::Biweekly => Some(Often::Biweekly),
            Self::Monthly => Some(Often::Monthly),
            Self::Never => None,
        }
    }

    /// "repeats every week".
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Daily => "poll-repeats-daily",
            Self::Weekly => "poll-repeats-weekly",
            Self::Biweekly => "poll-repeats-biweekly",
            Self::Monthly => "poll-repeats-monthly",
            Self::Never => "poll-repeats-never",
        })
    }
}

impl Series {
    /// What was asked for, for a poll that opens then; `None` for one that is asked once.
    pub fn new(repeat: Option<Repeat>, first: Timestamp) -> Option<Self> {
        repeat.filter(|repeat| repeat.often().is_some()).map(|repeat| Self { repeat, first })
    }

    /// How long each of its polls can be open, so that it is closed when the next one opens.
    pub fn longest(self) -> Duration {
        self.repeat.often().map_or(super::plan::LONGEST, Often::shortest)
    }

    /// When the next poll opens, of those that are open for so long and not over yet. That instant can have gone by:
    /// where a poll closed late, or while Steward was not there, the next one opens at once for what is left of its
    /// time; those whose time is over are not made up for.
    pub fn next(self, last: Timestamp, length: Duration, now: Timestamp, zone: &Zone) -> Option<Timestamp> {
        let recurrence = self.repeat.often()?.recurrence_from(self.first, zone);
        // The calendar lies in order, so what is over begins before that.
        let over = now.minus(length.max(super::plan::SHORTEST));
        recurrence.next_after(last.max(over), zone)
    }

    /// The next polls after one that opens then, for whoever looks at the preview.
    pub fn coming(self, opens: Timestamp, zone: &Zone) -> Vec<Timestamp> {
        let Some(often) = self.repeat.often() else { return Vec::new() };
        often.recurrence_from(self.first, zone).occurrences(opens, zone).take(2).map(|next| next.at).collect()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::text::zone::{iso_utc, parse_iso};

    const HOUR: Duration = Duration::from_hours(1);

    fn at(iso: &str) -> Timestamp {
        parse_iso(iso).unwrap()
    }

    #[rstest]
    #[case::daily(Repeat::Daily, &["2026-10-24T16:00:00Z", "2026-10-25T17:00:00Z"])]
    #[case::weekly(Repeat::Weekly, &["2026-10-30T17:00:00Z", "2026-11-06T17:00:00Z"])]
    #[case::biweekly(Repeat::Biweekly, &["2026-11-06T17:00:00Z", "2026-11-20T17:00:00Z"])]
    #[case::monthly(Repeat::Monthly, &["2026-11-23T17:00:00Z", "2026-12-23T17:00:00Z"])]
    #[case::once(Repeat::Never, &[])]
    fn the_next_one_opens_at_the_same_time_on_the_wall(#[case] repeat: Repeat, #[case] then: &[&str]) {
        let zone = Zone::find("Europe/Chisinau").unwrap();
        let first = at("2026-10-23T16:00:00Z");
        let Some(series) = Series::new(Some(repeat), first) else { return assert!(then.is_empty()) };
        let coming: Vec<String> = series.coming(first, &zone).into_iter().map(iso_utc).collect();
        assert_eq!(coming, then);
    }

    #[rstest]
    #[case::in_time("2026-10-25T16:00:00Z", "2026-10-30T16:00:00Z")]
    #[case::as_the_next_one_opens("2026-10-30T16:00:00Z", "2026-10-30T16:00:00Z")]
    #[case::late("2026-10-30T18:00:00Z", "2026-10-30T16:00:00Z")]
    #[case::after_the_next_one_is_over("2026-11-02T16:00:00Z", "2026-11-06T16:00:00Z")]
    #[case::after_weeks("2026-12-05T00:00:00Z", "2026-12-04T16:00:00Z")]
    fn what_is_over_is_not_made_up_for_and_what_is_not_opens_late(#[case] now: &str, #[case] next: &str) {
        let first = at("2026-10-23T16:00:00Z");
        let series = Series::new(Some(Repeat::Weekly), first).unwrap();
        let found = series.next(first, 48 * HOUR, at(now), &Zone::utc()).unwrap();
        assert_eq!(iso_utc(found), next);
    }
}
