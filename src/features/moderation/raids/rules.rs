//! When a rush of joins is a raid, when it is over, and whose clean-up waits for a manager.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::error::Message;
use crate::text::duration;

use super::{Raid, RaidState};

/// A rush is counted over so long.
pub const WINDOW: Duration = Duration::from_mins(10);
/// Fewer joins than this within [`WINDOW`] are no rush.
const LEAST: i64 = 20;
/// A rush is so many times what is usual.
const TIMES_USUAL: f64 = 10.0;
/// What is usual is counted over so long, which is as long as joins are kept.
pub const KEPT: Duration = Duration::from_hours(7 * 24);
/// From so little nobody knows what is usual.
const KNOWN_AFTER: Duration = Duration::from_hours(24);
/// A raid is over so long after the rush was last seen; the same rush is no other raid meanwhile.
pub const OVER_AFTER: Duration = Duration::from_hours(1);
/// So long after the end of a raid its clean-up does not have to wait.
const CLEANED_WITHIN: Duration = Duration::from_hours(24);
/// So many people at once.
pub const MOST: i64 = 5_000;
/// How long people of a raid are timed out for.
pub const TIMED_OUT_FOR: Duration = Duration::from_hours(24);
/// Discord deletes messages of a banned person that are no older.
const DELETED: Duration = Duration::from_hours(7 * 24);
/// How long something is paused.
pub const PAUSED_FOR: Duration = Duration::from_hours(1);

/// Joins that are usual in [`WINDOW`], by how many there were between two instants; `None`, where that is too little to
/// know.
pub fn usual(joins: i64, from: Timestamp, to: Timestamp) -> Option<f64> {
    let span = to.since(from);
    let known = i64::try_from(KNOWN_AFTER.as_millis()).unwrap_or(i64::MAX);
    (span >= known).then(|| joins as f64 * WINDOW.as_millis() as f64 / span as f64)
}

/// Whether so many joins within [`WINDOW`] are a rush.
pub fn is_rush(joins: i64, usual: Option<f64>) -> bool {
    joins >= LEAST && usual.is_none_or(|usual| joins as f64 >= TIMES_USUAL * usual)
}

/// When a raid ends by itself.
pub fn ends(raid: &Raid) -> Timestamp {
    raid.rush.plus(OVER_AFTER)
}

/// Whether kicks and bans of people of whom the first and the last joined then have to wait for a manager, if a
/// moderator asks for them.
///
/// In a raid nobody can wait for one. But the word of one moderator is not enough to remove everyone who has joined
/// lately: so it is done at once only to people of a raid that Steward has seen itself.
pub fn waits(raid: Option<&Raid>, (first, last): (Timestamp, Timestamp), now: Timestamp) -> bool {
    let raid = raid.filter(|raid| raid.noticed.is_some() && raid.state != RaidState::Dismissed);
    let Some(raid) = raid else { return true };
    first < raid.since || raid.ended.is_some_and(|ended| last > ended || now > ended.plus(CLEANED_WITHIN))
}

/// Of a ban: the messages of the last so many seconds are deleted, which are all that someone can have written who
/// joined since then.
pub fn delete_seconds(since: Timestamp, now: Timestamp) -> u32 {
    let seconds = (now.since(since) + 999) / 1_000;
    u32::try_from(seconds.clamp(0, i64::try_from(DELETED.as_secs()).unwrap_or(0))).unwrap_or(0)
}

/// How young an account is to be, as somebody typed it.
///
/// # Errors
/// What they are told, if it is no length.
pub fn age(typed: &str) -> Result<Duration, Message> {
    duration::parse(typed).map_err(|_| Message::new("raid-age-unread").with("typed", typed))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::features::moderation::raids::RaidId;
    use crate::ids::{GuildId, MemberId};

    const NOON: Timestamp = Timestamp::from_seconds(1_794_830_400);
    const HOUR: Duration = Duration::from_hours(1);

    #[rstest]
    #[case::few(19, Some(0.0), false)]
    #[case::many_where_nobody_joins(20, Some(0.0), true)]
    #[case::many_where_nobody_knows(20, None, true)]
    #[case::ten_times_the_usual(30, Some(3.0), true)]
    #[case::nearly_that(29, Some(3.0), false)]
    fn a_rush_is_many_and_much_more_than_usual(#[case] joins: i64, #[case] usual: Option<f64>, #[case] rush: bool) {
        assert_eq!(is_rush(joins, usual), rush);
    }

    #[test]
    fn what_is_usual_is_known_after_a_day() {
        assert_eq!(usual(288, NOON.minus(48 * HOUR), NOON), Some(1.0));
        assert_eq!(usual(0, NOON.minus(24 * HOUR), NOON), Some(0.0));
        assert_eq!(usual(500, NOON.minus(23 * HOUR), NOON), None);
    }

    fn raid() -> Raid {
        Raid {
            id: RaidId(1),
            guild: GuildId(1),
            state: RaidState::Open,
            since: NOON,
            started_by: None,
            noticed: Some(NOON),
            rush: NOON,
            usual: None,
            joined: 20,
            ended_by: None,
            ended: None,
        }
    }

    #[test]
    fn only_people_of_a_raid_that_steward_saw_are_removed_without_a_manager() {
        let later = NOON.plus(HOUR);
        let came = (NOON, NOON);
        assert!(!waits(Some(&raid()), came, later));
        assert!(waits(Some(&raid()), (NOON.minus(HOUR), NOON), later), "people from before the raid");
        assert!(waits(None, came, later), "no raid");
        let by_hand = Raid { noticed: None, started_by: Some(MemberId(2)), ..raid() };
        assert!(waits(Some(&by_hand), came, later), "only a moderator says so");
        let over = Raid { state: RaidState::Over, ended: Some(later), ..raid() };
        assert!(!waits(Some(&over), came, later.plus(HOUR * 24)));
        assert!(waits(Some(&over), came, later.plus(HOUR * 25)), "long over");
        assert!(waits(Some(&over), (NOON, later.plus(HOUR)), later.plus(HOUR)), "people from after the raid");
        let dismissed = Raid { state: RaidState::Dismissed, ..over };
        assert!(waits(Some(&dismissed), came, later.plus(HOUR)), "staff say that it was none");
    }

    #[test]
    fn what_people_wrote_since_they_joined_is_deleted_as_far_as_discord_does_it() {
        assert_eq!(delete_seconds(NOON, NOON.plus(HOUR)), 3_600);
        assert_eq!(delete_seconds(NOON, NOON.plus(Duration::from_millis(1))), 1);
        assert_eq!(delete_seconds(NOON, NOON.plus(HOUR * 24 * 8)), 604_800);
    }
}
