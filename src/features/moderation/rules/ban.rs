//! How long a ban may be, and what is to be done about one when its time has come, by what Discord says
//! of the person then.
//!
//! Discord keeps a reason beside a ban, and Steward's begins with the number of its case. A ban with
//! another reason was set by somebody by hand; that decision is newer than ours, and it stays.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::error::Message;
use crate::features::moderation::rules::length::{self, NotALength};
use crate::text::duration::is_forever;

/// The longest that a ban with an end may be.
pub const LONGEST: Duration = Duration::from_secs(5 * 365 * 86_400);
/// The shortest that makes a difference.
pub const SHORTEST: Duration = Duration::from_secs(60);
/// A ban that would end no later than this after one that is in force is no longer one.
const AT_ONCE: Duration = Duration::from_secs(10);

/// The length of a ban as somebody typed it.
///
/// # Errors
/// What they are told, if it is none that a ban takes.
pub fn length(typed: &str) -> Result<Duration, Message> {
    let told = |problem: NotALength| problem.message("ban-length-unread", "ban-length-short", "ban-length-long");
    length::length(typed, SHORTEST, LONGEST).map_err(told)
}

/// The same where a ban may be without an end: `None` for "permanent".
///
/// # Errors
/// As [`length`].
pub fn length_or_forever(typed: &str) -> Result<Option<Duration>, Message> {
    if is_forever(typed) { Ok(None) } else { length(typed).map(Some) }
}

/// What Discord says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Live {
    /// Steward may not read the bans of the server.
    Unread,
    NotBanned,
    /// With the number of the case that stands in the reason, where one does.
    Banned(Option<i64>),
}

/// The number of the case in the reason of a ban, as `record::reason` writes it.
pub fn case_in(reason: &str) -> Option<i64> {
    reason.strip_prefix("Case #")?.split_once(", by ")?.0.parse().ok()
}

/// How the reason of a ban begins that belongs to a case.
pub fn reason_begins(number: i64) -> String {
    format!("Case #{number}, by ")
}

/// A ban of ours that is in force, or should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub number: i64,
    /// When it is over; `None` for never.
    pub until: Option<Timestamp>,
    /// Whether it is known to have been in force.
    pub held: bool,
    /// Whether it is to be lifted before its end.
    pub lifting: bool,
    /// Whether somebody set it by hand, so that no number of a case stands in its reason.
    pub by_hand: bool,
}

/// What is to be done about a ban.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tend {
    /// Nothing before its end.
    Keep,
    /// It is over, or to be taken back, and still ours.
    Lift,
    /// Nothing is left to lift.
    Gone,
    /// It never was in force.
    Missed,
    /// Somebody has decided otherwise, and that holds.
    Superseded,
    /// Nobody can say what holds.
    Unread,
}

/// What is to be done about a ban now.
pub fn tend(this: &Standing, live: Live, now: Timestamp) -> Tend {
    match live {
        Live::Unread => Tend::Unread,
        Live::NotBanned if this.lifting => Tend::Gone,
        Live::NotBanned if !this.held => Tend::Missed,
        Live::NotBanned => Tend::Superseded,
        // Discord keeps the reason of the first ban where somebody is banned twice.
        Live::Banned(number) if number.map_or(this.by_hand, |number| number <= this.number) => {
            if this.lifting || this.until.is_some_and(|until| until <= now) { Tend::Lift } else { Tend::Keep }
        }
        Live::Banned(_) => Tend::Superseded,
    }
}

/// Whether a ban until then goes on for longer than one that is in force.
pub fn is_longer(new: Option<Timestamp>, than: Option<Timestamp>) -> bool {
    match (new, than) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(new), Some(than)) => new > than.plus(AT_ONCE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);
    const DAY: Duration = Duration::from_secs(86_400);

    #[test]
    fn a_length_is_read_as_people_write_it() {
        let told = |key: &'static str, typed: &str| Err(Message::new(key).with("typed", typed));
        assert_eq!(length(" 7d "), Ok(7 * DAY));
        assert_eq!(length("5 years"), Ok(LONGEST));
        assert_eq!(length("30 s"), told("ban-length-short", "30 s"));
        assert_eq!(length("6 years"), told("ban-length-long", "6 years"));
        assert_eq!(length("900 years"), told("ban-length-long", "900 years"));
        assert_eq!(length("for ever"), told("ban-length-long", "for ever"));
        assert_eq!(length("a while"), told("ban-length-unread", "a while"));
    }

    #[test]
    fn a_case_is_known_by_the_reason_of_its_ban() {
        assert_eq!(case_in("Case #12, by 300: Spam."), Some(12));
        assert!("Case #12, by 300: Spam.".starts_with(&reason_begins(12)));
        for other in ["", "Spam.", "Case 12, by 300", "Case #, by 300: x", "Case #12", "case #12, by 300: x"] {
            assert_eq!(case_in(other), None, "{other:?}");
        }
    }

    #[test]
    fn only_what_is_still_ours_is_lifted() {
        let over = Standing { number: 7, until: Some(NOW), held: true, lifting: false, by_hand: false };
        let goes_on = Standing { until: Some(NOW.plus(DAY)), ..over };
        let for_ever = Standing { until: None, ..over };
        for (this, live, tended) in [
            (over, Live::Banned(Some(7)), Tend::Lift),
            (over, Live::Banned(Some(5)), Tend::Lift),
            (over, Live::Banned(Some(8)), Tend::Superseded),
            (over, Live::Banned(None), Tend::Superseded),
            (over, Live::NotBanned, Tend::Superseded),
            (over, Live::Unread, Tend::Unread),
            (Standing { held: false, ..over }, Live::NotBanned, Tend::Missed),
            (goes_on, Live::Banned(Some(7)), Tend::Keep),
            (goes_on, Live::NotBanned, Tend::Superseded),
            (for_ever, Live::Banned(Some(7)), Tend::Keep),
            (Standing { lifting: true, ..for_ever }, Live::Banned(Some(7)), Tend::Lift),
            (Standing { lifting: true, ..for_ever }, Live::Banned(None), Tend::Superseded),
            (Standing { lifting: true, ..for_ever }, Live::NotBanned, Tend::Gone),
        ] {
            assert_eq!(tend(&this, live, NOW), tended, "{this:?} {live:?}");
        }
    }

    #[test]
    fn a_ban_without_an_end_is_the_longest() {
        let day = |days: u32| Some(NOW.plus(days * DAY));
        assert!(is_longer(None, day(1)) && is_longer(day(2), day(1)));
        assert!(!is_longer(day(1), day(1)) && !is_longer(day(9), None) && !is_longer(None, None));
    }

    #[test]
    fn a_ban_that_somebody_set_by_hand_has_no_number() {
        let this = Standing { number: 7, until: Some(NOW), held: true, lifting: false, by_hand: true };
        assert_eq!(tend(&this, Live::Banned(None), NOW), Tend::Lift);
        assert_eq!(tend(&Standing { until: None, ..this }, Live::Banned(None), NOW), Tend::Keep);
        assert_eq!(tend(&Standing { by_hand: false, ..this }, Live::Banned(None), NOW), Tend::Superseded);
        assert_eq!(tend(&this, Live::Banned(Some(8)), NOW), Tend::Superseded);
    }
}
