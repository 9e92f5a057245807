//! Spans of time as people say them: at most two units, rounded to what still matters.

use crate::error::Message;

/// A span of time as it is said: at most two units, rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    Seconds(i64),
    Minutes(i64),
    /// Hours, and minutes where they still matter.
    Hours(i64, i64),
    /// Days and hours.
    Days(i64, i64),
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

impl Span {
    /// A delay or a gap.
    pub fn of_seconds(seconds: f64) -> Self {
        match rounded(seconds, 1) {
            short if short < MINUTE => Self::Seconds(short),
            short if rounded(seconds, MINUTE) < HOUR => Self::Minutes(rounded(short as f64, MINUTE) / MINUTE),
            long if rounded(seconds, HOUR) < 2 * DAY => Self::hours(long),
            long => {
                let long = rounded(long as f64, HOUR);
                Self::Days(long / DAY, long % DAY / HOUR)
            }
        }
    }

    /// Time spent, by several people together: never in days, which it did not take.
    pub fn of_minutes(minutes: f64) -> Self {
        match rounded(minutes * 60.0, MINUTE) {
            short if short < HOUR => Self::Minutes(short / MINUTE),
            long => Self::hours(long),
        }
    }

    /// Its words, in the reader's language.
    pub fn message(self) -> Message {
        match self {
            Self::Seconds(seconds) => Message::new("span-seconds").with("seconds", seconds),
            Self::Minutes(minutes) => Message::new("span-minutes").with("minutes", minutes),
            Self::Hours(hours, 0) => Message::new("span-hours").with("hours", hours),
            Self::Hours(hours, minutes) => {
                Message::new("span-hours-minutes").with("hours", hours).with("minutes", minutes)
            }
            Self::Days(days, 0) => Message::new("span-days").with("days", days),
            Self::Days(days, hours) => Message::new("span-days-hours").with("days", days).with("hours", hours),
        }
    }

    /// From ten hours on minutes no longer matter.
    fn hours(seconds: i64) -> Self {
        let seconds = if seconds < 10 * HOUR { rounded(seconds as f64, MINUTE) } else { rounded(seconds as f64, HOUR) };
        Self::Hours(seconds / HOUR, seconds % HOUR / MINUTE)
    }
}

/// To the nearest multiple.
fn rounded(seconds: f64, unit: i64) -> i64 {
    (seconds.max(0.0) / unit as f64).round() as i64 * unit
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0.0, Span::Seconds(0))]
    #[case(59.4, Span::Seconds(59))]
    #[case(59.6, Span::Minutes(1))]
    #[case(89.0, Span::Minutes(1))]
    #[case(540.0, Span::Minutes(9))]
    #[case(3_569.0, Span::Minutes(59))]
    #[case(3_571.0, Span::Hours(1, 0))]
    #[case(7_500.0, Span::Hours(2, 5))]
    #[case(35_999.0, Span::Hours(10, 0))]
    #[case(46_000.0, Span::Hours(13, 0))]
    #[case(172_000.0, Span::Days(2, 0))]
    #[case(200_000.0, Span::Days(2, 8))]
    #[case(604_800.0, Span::Days(7, 0))]
    fn a_delay_is_said_in_at_most_two_units(#[case] seconds: f64, #[case] said: Span) {
        assert_eq!(Span::of_seconds(seconds), said);
    }

    #[rstest]
    #[case(0.0, Span::Minutes(0))]
    #[case(59.0, Span::Minutes(59))]
    #[case(125.0, Span::Hours(2, 5))]
    #[case(7_210.0, Span::Hours(120, 0))]
    fn time_spent_together_is_never_said_in_days(#[case] minutes: f64, #[case] said: Span) {
        assert_eq!(Span::of_minutes(minutes), said);
    }

    proptest! {
        #[test]
        fn longer_is_never_said_shorter(a in 0.0..1e6, b in 0.0..1e6) {
            let said = |seconds: f64| match Span::of_seconds(seconds) {
                Span::Seconds(seconds) => seconds,
                Span::Minutes(minutes) => minutes * MINUTE,
                Span::Hours(hours, minutes) => hours * HOUR + minutes * MINUTE,
                Span::Days(days, hours) => days * DAY + hours * HOUR,
            };
            let (short, long) = (f64::min(a, b), f64::max(a, b));
            prop_assert!(said(short) <= said(long), "{} {}", said(short), said(long));
        }
    }
}
