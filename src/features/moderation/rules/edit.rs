//! What may be changed in a case, and to what.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::features::moderation::{Case, Kind, Problem};

/// What somebody wants a case to say, as they typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseChange {
    pub reason: Option<String>,
    /// How long a timeout or ban is to last, from its beginning.
    pub length: Option<Duration>,
}

/// What changes by that; something does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub reason: Option<String>,
    pub until: Option<Timestamp>,
}

impl CaseChange {
    /// What changes in a case, as it is now.
    ///
    /// # Errors
    /// Why nothing changes.
    pub fn change(&self, case: &Case, now: Timestamp) -> Result<Change, Problem> {
        let number = case.number;
        if case.voided.is_some() {
            return Err(Problem::EditVoided(number));
        }
        if self.reason.is_none() && self.length.is_none() {
            return Err(Problem::NothingToEdit);
        }
        let until = self.length.map(|length| until(case, length, now)).transpose()?;
        let change = Change {
            reason: self.reason.clone().filter(|reason| *reason != case.reason),
            until: until.filter(|until| Some(*until) != case.until),
        };
        if change.reason.is_none() && change.until.is_none() { Err(Problem::EditSame(number)) } else { Ok(change) }
    }
}

fn until(case: &Case, length: Duration, now: Timestamp) -> Result<Timestamp, Problem> {
    if !matches!(case.kind, Kind::Timeout | Kind::Ban) {
        return Err(Problem::NoDuration(case.number, case.kind));
    }
    if !case.act.is_open() || case.act.lift.is_some() {
        return Err(Problem::NotRunning(case.number, case.kind));
    }
    let until = case.at.plus(length);
    if until <= now { Err(Problem::OverByThen { kind: case.kind, begun: case.at, until }) } else { Ok(until) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::moderation::{About, Act, ActState, CaseId, Log, LogState, Voided};
    use crate::ids::{GuildId, MemberId, OutboxId};

    const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);
    const HOUR: Duration = Duration::from_secs(3_600);

    /// A timeout of three hours that began an hour ago.
    fn timeout() -> Case {
        Case {
            id: CaseId(1),
            guild: GuildId(1),
            number: 7,
            kind: Kind::Timeout,
            member: MemberId(2),
            actor: MemberId(3),
            reason: "flood".to_owned(),
            at: NOW.minus(HOUR),
            severity: None,
            points: None,
            about: About::default(),
            cause: None,
            until: Some(NOW.plus(2 * HOUR)),
            delete_seconds: 0,
            entry: None,
            pruned: None,
            imported: None,
            act: Act { state: ActState::Applied, ..Act::default() },
            log: Log { state: LogState::None, why: None, order: None },
            voided: None,
        }
    }

    fn wish(reason: Option<&str>, hours: Option<u32>) -> CaseChange {
        CaseChange { reason: reason.map(str::to_owned), length: hours.map(|hours| hours * HOUR) }
    }

    #[test]
    fn what_is_new_changes() {
        let both = wish(Some("flooded"), Some(5)).change(&timeout(), NOW);
        assert_eq!(both, Ok(Change { reason: Some("flooded".to_owned()), until: Some(NOW.plus(4 * HOUR)) }));
        let one = wish(Some("flood"), Some(2)).change(&timeout(), NOW);
        assert_eq!(one, Ok(Change { reason: None, until: Some(NOW.plus(HOUR)) }));
    }

    #[test]
    fn what_cannot_change_says_why() {
        let refused = |wish: CaseChange, case: &Case| wish.change(case, NOW).unwrap_err();
        assert_eq!(refused(wish(None, None), &timeout()), Problem::NothingToEdit);
        assert_eq!(refused(wish(Some("flood"), Some(3)), &timeout()), Problem::EditSame(7));
        let over = Problem::OverByThen { kind: Kind::Timeout, begun: timeout().at, until: NOW };
        assert_eq!(refused(wish(None, Some(1)), &timeout()), over);

        let voided = Some(Voided { at: NOW, by: MemberId(3), reason: String::new() });
        let voided = Case { voided, ..timeout() };
        assert_eq!(refused(wish(Some("new"), None), &voided), Problem::EditVoided(7));
        // A ban without an end can be given one.
        let ban = Case { kind: Kind::Ban, until: None, ..timeout() };
        assert_eq!(wish(None, Some(5)).change(&ban, NOW).map(|change| change.until), Ok(Some(NOW.plus(4 * HOUR))));
        let note = Case { kind: Kind::Note, until: None, act: Act::default(), ..timeout() };
        assert_eq!(refused(wish(None, Some(5)), &note), Problem::NoDuration(7, Kind::Note));
        let lifting = Act { lift: Some(OutboxId(1)), ..timeout().act };
        for act in [Act { state: ActState::Ended, ..Act::default() }, lifting] {
            assert_eq!(refused(wish(None, Some(5)), &Case { act, ..timeout() }), Problem::NotRunning(7, Kind::Timeout));
        }
    }
}
