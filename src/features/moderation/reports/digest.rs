//! What the digest says of reports: how many came, and how long half of them waited for a decision.

use super::store;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::section::{Figure, Good, Reading, Unit, Value, median, usual, weeks_before};
use crate::text::zone::{Week, Zone};

/// A median of fewer says nothing.
const ENOUGH: usize = 5;

/// The figures of a week: those to read, and whether there are reports at all yet.
pub async fn figures(reading: &Reading<'_>) -> Result<Option<[Figure; 2]>> {
    let Reading { db, guild, zone, week, .. } = *reading;
    let Some(since) = store::first(db.read(), guild).await?.map(|at| Week::containing(at, zone)) else {
        return Ok(None);
    };
    if since > week {
        return Ok(None);
    }
    let begin = weeks_before(week).last().unwrap_or(week).start(zone);
    let sent = store::sent(db.read(), guild, None, begin, Some(week.end(zone))).await?;
    let settled = store::settled_between(db.read(), guild, begin, week.end(zone)).await?;
    Ok(Some(told(&sent, &settled, week, since, zone)))
}

/// `settled` is when things were first reported, and when somebody decided; `since` the week of the first report.
fn told(
    sent: &[Timestamp],
    settled: &[(Timestamp, Option<Timestamp>)],
    week: Week,
    since: Week,
    zone: &Zone,
) -> [Figure; 2] {
    let count = |week: Week| sent.iter().filter(|at| Week::containing(**at, zone) == week).count() as f64;
    let half = |week: Week| {
        let of_week = settled.iter().filter(|(opened, _)| Week::containing(*opened, zone) == week);
        let waits: Vec<i64> = of_week.filter_map(|(opened, decided)| Some(decided.as_ref()?.since(*opened))).collect();
        let is_enough = waits.len() >= ENOUGH;
        median(waits).filter(|_| is_enough).map(|millis| millis / 1_000.0)
    };
    // The week of the first report may not be a whole one.
    let before: Vec<Week> = weeks_before(week).filter(|week| since < *week).collect();
    let last = |value: f64| (since <= week.previous()).then_some(value);
    let counts = usual(before.iter().map(|week| count(*week)));
    let halves = usual(before.iter().filter_map(|week| half(*week)));
    [
        Figure::new("reports", week, Good::Neutral, Unit::Count, Value::Of(count(week)))
            .compared(last(count(week.previous())), counts)
            .said("moderation-reports"),
        Figure::new("first_action_s", week, Good::Down, Unit::Seconds, half(week).into())
            .compared(half(week.previous()).and_then(last), halves)
            .said("moderation-first-action")
            .goes_on(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(number: usize) -> Week {
        (0..number).fold("2026-W30".parse().unwrap(), |week: Week, _| week.next())
    }

    #[test]
    fn reports_stand_beside_the_weeks_before_and_half_of_five_waited_so_long() {
        let zone = Zone::utc();
        let at = |number: usize| week(number).start(&zone);
        let sent: Vec<Timestamp> = [1, 2, 2, 5, 5, 5, 5, 5].into_iter().map(at).collect();
        let waits = [60, 120, 180, 240, 300];
        let settled: Vec<_> = waits.map(|wait| (at(5), Some(Timestamp(at(5).0 + wait * 1_000)))).into();
        let [reports, half] = told(&sent, &settled, week(5), week(0), &zone);
        assert_eq!((reports.value, reports.last, reports.usual), (Value::Of(5.0), Some(0.0), Some((0.0, 2.0))));
        assert_eq!((half.value, half.last, half.usual), (Value::Of(180.0), None, None));

        let [_, half] = told(&sent, &settled[1..], week(5), week(0), &zone);
        assert_eq!(half.value, Value::Nothing, "four are too few");
    }
}
