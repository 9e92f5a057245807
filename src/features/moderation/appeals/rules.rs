//! Which cases can be appealed, how often and until when, and when staff are reminded of an appeal that waits.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::features::moderation::{Case, Kind};

use super::{Appeal, AppealState, Problem};

const DAY: Duration = Duration::from_secs(86_400);
/// So long after a case the first appeal can be made; of a ban at any time.
const FIRST: Duration = DAY.saturating_mul(30);
/// The wait after a denial, and after the second one.
const AFTER_DENIAL: [Duration; 2] = [DAY.saturating_mul(30), DAY.saturating_mul(180)];
/// So often one case can be appealed.
const MOST: usize = 3;
/// So long an appeal waits before staff are reminded, each time, and how often they are.
const REMINDER: Duration = DAY.saturating_mul(3);
const REMINDERS: u32 = 3;

/// Whether something is done to a person with a case, against which they can say something.
pub const fn is_appealable(kind: Kind) -> bool {
    matches!(kind, Kind::Warn | Kind::Timeout | Kind::Kick | Kind::Ban)
}

/// Until when a case can be appealed for the first time; `None` for a ban, which can at any time.
pub fn until(case: &Case) -> Option<Timestamp> {
    (case.kind != Kind::Ban).then(|| case.at.plus(FIRST))
}

/// Whether a case can be appealed now. `earlier` is how it was appealed before, in the order in which that was.
///
/// # Errors
/// Why not, and from when on it can.
pub fn may_appeal(case: &Case, earlier: &[Appeal], now: Timestamp) -> Result<(), Problem> {
    if !is_appealable(case.kind) {
        return Err(Problem::NothingToAppeal(case.number));
    }
    if case.voided.is_some() {
        return Err(Problem::Voided(case.number));
    }
    if let Some(open) = earlier.iter().find(|appeal| appeal.state == AppealState::Open) {
        return Err(Problem::Open { of: case.number, since: open.opened });
    }
    match (again(earlier), until(case)) {
        _ if earlier.len() >= MOST => Err(Problem::NoMore(case.number)),
        (Some(from), _) if from > now => Err(Problem::NotYet { of: case.number, from }),
        (None, Some(until)) if until <= now => Err(Problem::TooLate { of: case.number, until }),
        _ => Ok(()),
    }
}

/// From when on a case that was appealed and stands can be appealed again; `None` where it was not denied yet, or can't be
/// any more.
pub fn again(earlier: &[Appeal]) -> Option<Timestamp> {
    let denied: Vec<Timestamp> = earlier
        .iter()
        .filter(|appeal| appeal.state == AppealState::Denied)
        .filter_map(|appeal| appeal.decided.map(|(_, at)| at))
        .collect();
    let wait = AFTER_DENIAL.get(denied.len().checked_sub(1)?)?;
    Some(denied.last()?.plus(*wait))
}

/// What a notice says of appeals against its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It can be appealed, until then if there is an end to it.
    Offered(Option<Timestamp>),
    /// Somebody reads an appeal that was made then.
    Open(Timestamp),
    /// The last one was denied then, and why; from when on there can be another, if there can.
    Denied { at: Timestamp, reason: Option<String>, again: Option<Timestamp> },
}

impl Standing {
    /// Whether there can be an appeal now or later.
    pub const fn is_offered(&self) -> bool {
        matches!(self, Self::Offered(_) | Self::Denied { again: Some(_), .. })
    }
}

/// What the notice of a case says of appeals; `None` where there is nothing to say.
pub fn standing(case: &Case, earlier: &[Appeal], now: Timestamp) -> Option<Standing> {
    let last = earlier.last().map(|appeal| (appeal, appeal.state, appeal.decided));
    match last {
        Some((appeal, AppealState::Open, _)) => Some(Standing::Open(appeal.opened)),
        Some((appeal, AppealState::Denied, Some((_, at)))) => {
            Some(Standing::Denied { at, reason: appeal.reason.clone(), again: again(earlier) })
        }
        _ => may_appeal(case, earlier, now).is_ok().then(|| Standing::Offered(until(case))),
    }
}

/// When staff are reminded next of an appeal that was made then; `None` once they were reminded often enough.
pub fn reminder(opened: Timestamp, now: Timestamp) -> Option<Timestamp> {
    (1..=REMINDERS).map(|time| opened.plus(REMINDER.saturating_mul(time))).find(|at| *at > now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::moderation::appeals::AppealId;
    use crate::features::moderation::{About, Act, CaseId, Log, LogState};
    use crate::ids::{GuildId, MemberId};

    const START: Timestamp = Timestamp(1_794_819_600_000);

    fn days(days: u32) -> Timestamp {
        START.plus(DAY.saturating_mul(days))
    }

    fn case(kind: Kind) -> Case {
        Case {
            id: CaseId(1),
            guild: GuildId(1),
            number: 7,
            kind,
            member: MemberId(2),
            actor: MemberId(3),
            reason: String::new(),
            at: START,
            severity: None,
            points: None,
            about: About::default(),
            cause: None,
            until: None,
            delete_seconds: 0,
            entry: None,
            pruned: None,
            imported: None,
            act: Act::default(),
            log: Log { state: LogState::None, why: None, order: None },
            voided: None,
        }
    }

    fn appeal(state: AppealState, at: Timestamp) -> Appeal {
        Appeal {
            id: AppealId(1),
            guild: GuildId(1),
            number: 1,
            case: CaseId(1),
            case_number: 7,
            member: MemberId(2),
            text: String::new(),
            state,
            opened: at,
            decided: (state != AppealState::Open).then_some((MemberId(3), at)),
            alone: false,
            reason: None,
            told: None,
        }
    }

    #[test]
    fn the_first_appeal_has_thirty_days_and_against_a_ban_any_time() {
        assert_eq!(may_appeal(&case(Kind::Warn), &[], days(29)), Ok(()));
        assert_eq!(may_appeal(&case(Kind::Warn), &[], days(30)), Err(Problem::TooLate { of: 7, until: days(30) }));
        assert_eq!(may_appeal(&case(Kind::Ban), &[], days(900)), Ok(()));
        assert_eq!(may_appeal(&case(Kind::Note), &[], days(1)), Err(Problem::NothingToAppeal(7)));
        assert_eq!(may_appeal(&case(Kind::Unban), &[], days(1)), Err(Problem::NothingToAppeal(7)));
    }

    #[test]
    fn one_at_a_time_then_thirty_days_then_half_a_year_then_never() {
        let ban = case(Kind::Ban);
        let open = [appeal(AppealState::Open, days(1))];
        assert_eq!(may_appeal(&ban, &open, days(2)), Err(Problem::Open { of: 7, since: days(1) }));
        let mut earlier = vec![appeal(AppealState::Denied, days(1))];
        assert_eq!(may_appeal(&ban, &earlier, days(30)), Err(Problem::NotYet { of: 7, from: days(31) }));
        assert_eq!(may_appeal(&ban, &earlier, days(31)), Ok(()));
        assert_eq!(may_appeal(&case(Kind::Warn), &earlier, days(31)), Ok(()), "the first was in time");
        earlier.push(appeal(AppealState::Denied, days(40)));
        assert_eq!(may_appeal(&ban, &earlier, days(219)), Err(Problem::NotYet { of: 7, from: days(220) }));
        assert_eq!(may_appeal(&ban, &earlier, days(220)), Ok(()));
        earlier.push(appeal(AppealState::Denied, days(230)));
        assert_eq!(may_appeal(&ban, &earlier, days(9_000)), Err(Problem::NoMore(7)));
        assert_eq!(again(&earlier), None);
    }

    #[test]
    fn staff_are_reminded_three_times() {
        assert_eq!(reminder(START, START), Some(days(3)));
        assert_eq!(reminder(START, days(3)), Some(days(6)));
        assert_eq!(reminder(START, days(8)), Some(days(9)));
        assert_eq!(reminder(START, days(9)), None);
    }
}
