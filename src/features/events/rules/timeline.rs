//! What becomes of an occurrence as time goes on: reminders, the end of sign-ups, its start and its end.

use crate::clock::Timestamp;
use crate::features::events::{Before, Occurrence, OccurrenceState};

/// What has become due, after however long a time in which nothing was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Due {
    /// The latest reminder that is due; those before it are part of it. None once it has begun: it would be
    /// pointless.
    pub remind: Option<Before>,
    pub start: bool,
    pub end: bool,
}

/// What is due of an occurrence.
pub fn due(occurrence: &Occurrence, now: Timestamp) -> Due {
    let end = occurrence.state.is_open() && occurrence.ends <= now;
    let start = occurrence.state == OccurrenceState::Scheduled && occurrence.starts <= now && !end;
    let is_ahead = occurrence.state == OccurrenceState::Scheduled && now < occurrence.starts;
    let remind = open_reminders(occurrence).filter(|before| before.at(occurrence.starts) <= now).min();
    Due { remind: remind.filter(|_| is_ahead), start, end }
}

/// When something is due next.
pub fn next(occurrence: &Occurrence, now: Timestamp) -> Option<Timestamp> {
    let cutoff = occurrence.details.cutoff.map(|cutoff| cutoff.at(occurrence.starts));
    let ahead = open_reminders(occurrence).map(|before| before.at(occurrence.starts)).chain(cutoff);
    let ahead = ahead.filter(|at| *at < occurrence.starts).chain([occurrence.starts, occurrence.ends]);
    if occurrence.state.is_open() { ahead.filter(|at| *at > now).min() } else { None }
}

/// Reminders that count as sent from the beginning: those whose time had gone by when people could sign up first.
pub fn gone_by(reminders: &[Before], starts: Timestamp, now: Timestamp) -> Option<Before> {
    reminders.iter().copied().filter(|before| before.at(starts) <= now).min()
}

/// Reminders that were not sent yet: those nearer to the start than the last one.
fn open_reminders(occurrence: &Occurrence) -> impl Iterator<Item = Before> {
    let sent = occurrence.reminded;
    occurrence.details.remind.iter().copied().filter(move |before| sent.is_none_or(|sent| *before < sent))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::features::events::tests::occurrence;

    const START: i64 = 2_000;

    /// Minutes before the start (or after it, where negative).
    fn at(before: i64) -> Timestamp {
        Timestamp((START - before) * 60_000)
    }

    fn raid(reminded: Option<u32>, state: OccurrenceState) -> Occurrence {
        let mut raid = occurrence(at(0), at(-60));
        raid.details.remind = vec![Before(1_440), Before(60)];
        Occurrence { reminded: reminded.map(Before), state, ..raid }
    }

    use OccurrenceState::{Cancelled, Running, Scheduled};

    #[rstest]
    #[case::long_before(Scheduled, None, 1_441, Due::default(), Some(1_440))]
    #[case::a_day_before(Scheduled, None, 1_440, Due { remind: Some(Before(1_440)), ..Due::default() }, Some(60))]
    #[case::sent_once(Scheduled, Some(1_440), 1_440, Due::default(), Some(60))]
    #[case::an_hour_before(Scheduled, Some(1_440), 60, Due { remind: Some(Before(60)), ..Due::default() }, Some(0))]
    #[case::merged_after_downtime(Scheduled, None, 30, Due { remind: Some(Before(60)), ..Due::default() }, Some(0))]
    #[case::pointless_once_it_has_begun(Scheduled, None, 0, Due { start: true, ..Due::default() }, Some(-60))]
    #[case::running(Running, Some(60), -30, Due::default(), Some(-60))]
    #[case::over(Running, Some(60), -60, Due { end: true, ..Due::default() }, None)]
    #[case::over_without_a_start(Scheduled, None, -90, Due { end: true, ..Due::default() }, None)]
    #[case::cancelled(Cancelled, None, 30, Due::default(), None)]
    fn what_is_due(
        #[case] state: OccurrenceState,
        #[case] reminded: Option<u32>,
        #[case] now: i64,
        #[case] expected: Due,
        #[case] later: Option<i64>,
    ) {
        let raid = raid(reminded, state);
        assert_eq!((due(&raid, at(now)), next(&raid, at(now))), (expected, later.map(at)));
    }

    #[test]
    fn the_end_of_sign_ups_is_noticed() {
        let mut raid = raid(Some(60), Scheduled);
        raid.details.cutoff = Some(Before(30));
        assert_eq!(next(&raid, at(45)), Some(at(30)));
        assert_eq!(next(&raid, at(30)), Some(at(0)));
    }

    #[test]
    fn a_reminder_whose_time_is_over_when_it_is_published_is_not_sent() {
        let all = [Before(1_440), Before(60)];
        assert_eq!(gone_by(&all, at(0), at(2_000)), None);
        assert_eq!(gone_by(&all, at(0), at(120)), Some(Before(1_440)));
        assert_eq!(gone_by(&all, at(0), at(10)), Some(Before(60)));
    }
}
