//! What the digest says of appeals: how many were decided, and how many of them were approved.

use super::store;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::section::{Figure, Good, Reading, Unit, Value, usual, weeks_before};
use crate::text::zone::{Week, Zone};

/// The figures of a week, where there have been appeals by then.
pub async fn figures(reading: &Reading<'_>) -> Result<Option<[Figure; 2]>> {
    let Reading { db, guild, zone, week, .. } = *reading;
    let Some(since) = store::first(db.read(), guild).await?.map(|at| Week::containing(at, zone)) else {
        return Ok(None);
    };
    if since > week {
        return Ok(None);
    }
    let begin = weeks_before(week).last().unwrap_or(week).start(zone);
    let decided = store::decided(db.read(), guild, begin, week.end(zone)).await?;
    Ok(Some(told(&decided, week, since, zone)))
}

/// `decided` is when, and whether it was approved; `since` the week of the first appeal.
fn told(decided: &[(Timestamp, bool)], week: Week, since: Week, zone: &Zone) -> [Figure; 2] {
    let count = |week: Week, only_approved: bool| {
        let of_week = decided.iter().filter(|(at, _)| Week::containing(*at, zone) == week);
        of_week.filter(|(_, approved)| *approved || !only_approved).count() as f64
    };
    // The week of the first appeal may not be a whole one.
    let before: Vec<Week> = weeks_before(week).filter(|week| since < *week).collect();
    let last = |value: f64| (since <= week.previous()).then_some(value);
    let figure = |name, only_approved| {
        let usual = usual(before.iter().map(|week| count(*week, only_approved)));
        Figure::new(name, week, Good::Neutral, Unit::Count, Value::Of(count(week, only_approved)))
            .compared(last(count(week.previous(), only_approved)), usual)
    };
    [
        figure("appeals", false).said("moderation-appeals"),
        figure("overturned", true).said("moderation-overturned").goes_on(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(number: usize) -> Week {
        (0..number).fold("2026-W30".parse().unwrap(), |week: Week, _| week.next())
    }

    #[test]
    fn decided_appeals_and_the_overturned_among_them_stand_beside_the_weeks_before() {
        let zone = Zone::utc();
        let at = |number: usize, approved| (week(number).start(&zone), approved);
        let decided = [at(1, true), at(2, false), at(4, false), at(4, true), at(5, true), at(5, true), at(5, false)];
        let [appeals, overturned] = told(&decided, week(5), week(0), &zone);
        assert_eq!((appeals.value, appeals.last, appeals.usual), (Value::Of(3.0), Some(2.0), Some((0.0, 2.0))));
        assert_eq!((overturned.value, overturned.last), (Value::Of(2.0), Some(1.0)));
        let [appeals, _] = told(&decided[4..], week(5), week(5), &zone);
        assert_eq!((appeals.last, appeals.usual), (None, None), "there was nothing before");
    }
}
