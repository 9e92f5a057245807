//! Quiet hours: when nobody is disturbed with what can wait.

use crate::clock::Timestamp;
use crate::text::zone::{TimeOfDay, Zone};

/// Two times of the day: from the first to the second, over midnight where the
/// second is earlier. `None`: it is never quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet(pub Option<(TimeOfDay, TimeOfDay)>);

/// Where nothing is set.
pub(super) const USUAL: Quiet = Quiet(Some((TimeOfDay { hour: 22, minute: 0 }, TimeOfDay { hour: 8, minute: 0 })));

impl Quiet {
    /// This instant, or the end of the quiet hours that it lies in.
    pub fn after(self, at: Timestamp, zone: &Zone) -> Timestamp {
        let Some((from, to)) = self.0 else { return at };
        let today = zone.day(at);
        // Quiet hours over midnight began yesterday.
        let ends = [today - 1, today].map(|day| {
            let last = if from < to { day } else { day + 1 };
            (zone.first_on_day(day, from), zone.first_on_day(last, to))
        });
        ends.into_iter().find(|(begin, end)| (*begin..*end).contains(&at)).map_or(at, |(_, end)| end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::text::zone::{iso_utc, parse_iso};

    const NIGHT: Quiet = USUAL;
    const NOON: Quiet = Quiet(Some((TimeOfDay { hour: 12, minute: 0 }, TimeOfDay { hour: 13, minute: 0 })));

    fn zone() -> Zone {
        Zone::find("Europe/Chisinau").unwrap()
    }

    #[rstest]
    #[case::at_night("2026-11-20T21:00:00Z", NIGHT, "2026-11-21T06:00:00Z")]
    #[case::after_midnight("2026-11-21T01:00:00Z", NIGHT, "2026-11-21T06:00:00Z")]
    #[case::as_they_begin("2026-11-20T20:00:00Z", NIGHT, "2026-11-21T06:00:00Z")]
    #[case::as_they_end("2026-11-21T06:00:00Z", NIGHT, "2026-11-21T06:00:00Z")]
    #[case::by_day("2026-11-20T12:00:00Z", NIGHT, "2026-11-20T12:00:00Z")]
    #[case::a_quiet_noon("2026-11-20T10:30:00Z", NOON, "2026-11-20T11:00:00Z")]
    #[case::never_quiet("2026-11-20T21:00:00Z", Quiet(None), "2026-11-20T21:00:00Z")]
    #[case::an_hour_longer("2026-10-24T23:00:00Z", NIGHT, "2026-10-25T06:00:00Z")]
    fn what_can_wait_waits_until_the_morning(#[case] due: &str, #[case] hours: Quiet, #[case] sent: &str) {
        assert_eq!(iso_utc(hours.after(parse_iso(due).unwrap(), &zone())), sent);
    }

    proptest! {
        #[test]
        fn nothing_is_sent_while_it_is_quiet(due in 1_600_000_000_000i64..1_800_000_000_000) {
            let zone = zone();
            let sent = NIGHT.after(Timestamp(due), &zone);
            prop_assert!(sent >= Timestamp(due));
            prop_assert!((8..22).contains(&zone.local(sent).hour));
            prop_assert_eq!(NIGHT.after(sent, &zone), sent);
        }
    }
}
