//! What a warning would do at this instant: the points before and after it, the rung that it fires,
//! and who may carry that out.

use crate::clock::Timestamp;
use crate::discord::access::authorize::Refused;
use crate::discord::access::people::Parties;

use super::ladder::{self, Ladder, Rung, Step};
use super::points::{self, Points, Severity};
use crate::features::moderation::PreviewSnapshot;

/// What a warning sets off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fires {
    /// No rung was crossed.
    Nothing,
    /// Done at once; a timeout with its end.
    Act { rung: Rung, until: Option<Timestamp> },
    /// A timeout that would end before one that is running, which is never shortened.
    Runs { rung: Rung, until: Timestamp },
    /// Managers are asked, because the ladder says so, or because this person may not do it or Steward
    /// cannot.
    Card { rung: Rung, why: Option<Refused> },
}

impl Fires {
    /// The rung that was crossed.
    pub const fn rung(&self) -> Option<Rung> {
        match self {
            Self::Nothing => None,
            Self::Act { rung, .. } | Self::Runs { rung, .. } | Self::Card { rung, .. } => Some(*rung),
        }
    }

    /// As it is kept, to know whether a preview still holds.
    fn kept(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            // When it ends moves with the clock.
            Self::Act { rung, .. } => rung.to_string(),
            Self::Runs { rung, until } => format!("{rung}, runs until {}", until.millis()),
            Self::Card { rung, .. } => format!("{rung}, card"),
        }
    }
}

/// What a warning would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointsEffect {
    /// Active points without it.
    pub before: i64,
    /// With it.
    pub after: i64,
    /// The points that expire next, of those there are already.
    pub oldest: Option<Points>,
    pub fires: Fires,
    /// The next rung after that.
    pub next: Option<Rung>,
}

impl PointsEffect {
    /// What a preview of this shows.
    pub fn seen(&self, last_case: i64) -> PreviewSnapshot {
        PreviewSnapshot { case: last_case, fires: self.fires.kept() }
    }
}

/// What a warning of this severity would do now to a person with these points on record.
pub fn weigh(
    points: &[Points],
    severity: Severity,
    ladder: &Ladder,
    parties: &Parties,
    now: Timestamp,
) -> PointsEffect {
    let before = points::active(points, now);
    let after = before + severity.points();
    let fires = ladder.crossed(before, after).map_or(Fires::Nothing, |rung| fire(rung, parties, now));
    PointsEffect { before, after, oldest: points::oldest(points, now), fires, next: ladder.next(after) }
}

fn fire(rung: Rung, parties: &Parties, now: Timestamp) -> Fires {
    let Some(action) = rung.step.action() else { return Fires::Card { rung, why: None } };
    if let Err(why) = parties.may(action) {
        return Fires::Card { rung, why: Some(why) };
    }
    let Step::Timeout(length) = rung.step else { return Fires::Act { rung, until: None } };
    let running = parties.target.timed_out_until;
    match (ladder::timeout_until(length, running, now), running) {
        (None, Some(until)) => Fires::Runs { rung, until },
        (until, _) => Fires::Act { rung, until },
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::discord::access::authorize::{Presence, Standing};
    use crate::discord::access::level::Level;
    use crate::discord::access::people::Person;
    use crate::discord::client::directory::Rank;
    use crate::ids::{MemberId, RoleId};

    const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);
    const HOUR: Duration = Duration::from_secs(3_600);

    fn standing(member: i64, level: Level, position: u16) -> Standing {
        let top = if position == 0 { Rank::EVERYONE } else { Rank::new(position, RoleId(i64::from(position))) };
        let able = Standing::absent(MemberId(member), false);
        Standing { level, top, presence: Presence::Here, ..able }
    }

    fn parties(level: Level, timed_out_until: Option<Timestamp>) -> Parties {
        let mut steward = standing(3, Level::Manager, 9);
        steward.permissions = !steward.permissions;
        let (name, roles) = ("bob".to_owned(), Vec::new());
        let target = Person { standing: standing(2, Level::Everyone, 0), name, timed_out_until, roles };
        Parties { actor: standing(1, level, 5), target, steward }
    }

    fn has(count: i64) -> Vec<Points> {
        vec![Points { count, expire_at: NOW.plus(HOUR) }, Points { count: 50, expire_at: NOW }]
    }

    fn weighed(count: i64, severity: Severity, parties: &Parties) -> PointsEffect {
        weigh(&has(count), severity, &Ladder::default(), parties, NOW)
    }

    #[test]
    fn a_warning_that_crosses_nothing_fires_nothing() {
        let weighed = weighed(1, Severity::Minor, &parties(Level::Helper, None));
        assert_eq!((weighed.before, weighed.after, &weighed.fires), (1, 2, &Fires::Nothing));
        assert_eq!(weighed.next.map(|rung| rung.points), Some(3));
        assert_eq!(weighed.oldest, Some(has(1)[0]));
    }

    #[test]
    fn the_rung_that_is_crossed_is_the_moderators_to_fire() {
        let rung = Rung { points: 5, step: Step::Timeout(24 * HOUR) };
        let moderator = weighed(3, Severity::Serious, &parties(Level::Moderator, None));
        assert_eq!(moderator.fires, Fires::Act { rung, until: Some(NOW.plus(24 * HOUR)) });
        assert_eq!(moderator.next.map(|rung| rung.points), Some(8));
        let helper = weighed(4, Severity::Minor, &parties(Level::Helper, None));
        assert_eq!(helper.fires, Fires::Card { rung, why: Some(Refused::Level(Level::Moderator)) });
    }

    #[test]
    fn what_steward_cannot_do_becomes_a_card() {
        let mut low = parties(Level::Moderator, None);
        low.steward.top = Rank::EVERYONE;
        let fires = weighed(2, Severity::Minor, &low).fires;
        assert!(matches!(fires, Fires::Card { why: Some(Refused::StewardRole(_)), .. }), "{fires:?}");
        let mut gone = parties(Level::Moderator, None);
        gone.target.standing = Standing::absent(MemberId(2), false);
        let fires = weighed(2, Severity::Minor, &gone).fires;
        assert!(matches!(fires, Fires::Card { why: Some(Refused::Absent(..)), .. }), "{fires:?}");
    }

    #[test]
    fn the_last_rung_is_for_managers_whoever_warns() {
        for level in [Level::Helper, Level::Moderator, Level::Manager] {
            let weighed = weighed(9, Severity::Minor, &parties(level, None));
            assert_eq!(weighed.fires, Fires::Card { rung: Rung { points: 10, step: Step::Decide }, why: None });
            assert_eq!(weighed.next, None);
        }
    }

    #[test]
    fn a_longer_timeout_that_runs_stays() {
        let until = NOW.plus(2 * HOUR);
        let fires = weighed(2, Severity::Minor, &parties(Level::Moderator, Some(until))).fires;
        assert_eq!(fires, Fires::Runs { rung: Rung { points: 3, step: Step::Timeout(HOUR) }, until });
        let soon = Some(NOW.plus(HOUR / 2));
        let fires = weighed(2, Severity::Minor, &parties(Level::Moderator, soon)).fires;
        assert!(matches!(fires, Fires::Act { until: Some(end), .. } if end == NOW.plus(HOUR)), "{fires:?}");
    }

    #[test]
    fn what_was_seen_holds_as_long_as_the_same_fires() {
        let seen = |count, parties: &Parties| weighed(count, Severity::Minor, parties).seen(7);
        let moderator = parties(Level::Moderator, None);
        assert_eq!(seen(0, &moderator), seen(1, &moderator), "nothing fires");
        assert_ne!(seen(1, &moderator), seen(2, &moderator));
        assert_ne!(seen(2, &moderator), seen(2, &parties(Level::Helper, None)));
        let later = weigh(&has(2), Severity::Minor, &Ladder::default(), &moderator, NOW.plus(HOUR / 2));
        assert_eq!(later.seen(7), seen(2, &moderator), "a timeout that ends later is the same");
        assert_ne!(later.seen(8), seen(2, &moderator), "another case came between");
    }
}
