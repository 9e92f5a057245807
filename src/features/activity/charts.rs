//! What is drawn of the figures: people week after week, messages day after day, the channels.
//!
//! What is not on record is no zero: such a week or day has no figure at all.

use super::figures::{Gap, TOP_CHANNELS, WeekFigures, record_of};
use super::store::{DaySums, Span};
use crate::clock::Timestamp;
use crate::error::Message;
use crate::feature::few::People;
use crate::feature::section::chart::{Chart, Over, Point};
use crate::feature::section::{Figure, Line, Record, Value};
use crate::features::activity::Channel;
use crate::text::zone::{Week, Zone};

/// So many weeks are drawn at most, with the one that is told of.
pub const WEEKS: usize = 12;
/// Less than this of a day that was missed leaves it whole.
const MISSED_MS: i64 = 600_000;

/// Since when and until when anything is known, in whose calendar.
pub struct Stretch<'a> {
    pub known: Option<Span>,
    pub zone: &'a Zone,
    pub now: Timestamp,
}

/// How many people wrote in each week up to this one; `None` where there is only one.
pub fn people(weeks: &[WeekFigures], last: Week, usual: Option<(f64, f64)>) -> Option<Chart> {
    by_week("activity-chart-weeks", weeks, last, usual, |week| week.active_members)
}

/// How much was written in each week up to this one; `None` where there is only one.
pub fn messages(weeks: &[WeekFigures], last: Week) -> Option<Chart> {
    by_week("activity-chart-messages", weeks, last, None, |week| week.messages)
}

fn by_week(
    title: &'static str,
    weeks: &[WeekFigures],
    last: Week,
    usual: Option<(f64, f64)>,
    figure: impl Fn(&WeekFigures) -> i64,
) -> Option<Chart> {
    let first = weeks.first()?.week;
    let all = std::iter::successors(Some(first), |week| Some(week.next())).take_while(|week| *week <= last);
    let is_whole = |week: &WeekFigures| record_of(week) == Record::Whole;
    let point = |week: Week| {
        let figures = weeks.iter().find(|figures| figures.week == week);
        // A week of which nearly everything was missed is no week in which nobody wrote.
        let seen = figures.filter(|figures| is_whole(figures) || figures.active_members > 0);
        let value = seen.map_or(Value::NotRecorded, |figures| Value::count(figure(figures)));
        let people = People::alone(seen.map_or(0, |figures| figures.active_members));
        (week, Point { value, whole: seen.is_some_and(is_whole), people })
    };
    let weeks: Vec<(Week, Point)> = all.map(point).collect();
    (weeks.len() > 1).then(|| Chart { title: Message::new(title), over: Over::Weeks { weeks, usual } })
}

/// How many messages each day of a week had; `None` where nobody wrote, or only one day is on record.
pub fn days(week: Week, days: [DaySums; 7], gaps: &[Gap], stretch: &Stretch<'_>) -> Option<Chart> {
    if days.iter().all(|day| day.messages == 0) {
        return None;
    }
    let mut place = 0;
    let points = days.map(|sums| {
        let day = week.first_day() + place;
        place += 1;
        let span = Span { from: stretch.zone.start_of_day(day), to: stretch.zone.start_of_day(day + 1) };
        let missed = missed(span, gaps, stretch);
        let is_seen = sums.messages > 0 || missed < span.to.since(span.from);
        let value = if is_seen { Value::count(sums.messages) } else { Value::NotRecorded };
        Point { value, whole: missed < MISSED_MS, people: People::alone(sums.people) }
    });
    let known = points.iter().filter(|point| point.value.known().is_some()).count();
    (known > 1).then(|| Chart { title: Message::new("activity-chart-days"), over: Over::Days(points) })
}

/// Milliseconds of a day that nobody knows of, or that are not over.
fn missed(day: Span, gaps: &[Gap], stretch: &Stretch<'_>) -> i64 {
    let within = |span: Span| span.to.0.min(day.to.0).saturating_sub(span.from.0.max(day.from.0)).max(0);
    let known = stretch.known.map_or(0, |known| within(Span { to: known.to.min(stretch.now), ..known }));
    let gone: i64 = gaps.iter().map(|gap| (within(gap.span) - gap.recovered).max(0)).sum();
    day.to.since(day.from) - (known - gone).max(0)
}

/// The channels of a line of the digest; without their numbers in their order alone.
pub fn channels(line: &Line, numbers: bool) -> Chart {
    let thing = |figure: &Figure| (name(figure.subject.as_ref()), figure.value.known().filter(|_| numbers));
    Chart { title: line.head.clone(), over: Over::Things(line.figures.iter().map(thing).collect()) }
}

/// The busiest channels of a period; `None` where nobody wrote.
pub fn busiest(channels: &[Channel]) -> Option<Chart> {
    let thing = |channel: &Channel| (name(channel.name.as_ref()), Some(channel.messages as f64));
    let things: Vec<(Message, Option<f64>)> = channels.iter().take(TOP_CHANNELS).map(thing).collect();
    (!things.is_empty()).then(|| Chart { title: Message::new("stats-channels"), over: Over::Things(things) })
}

/// A channel by its name; those that not everyone sees have none.
fn name(name: Option<&String>) -> Message {
    match name {
        Some(name) => Message::new("stats-channel-name").with("name", name),
        None => Message::new("stats-private-channels"),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::text::zone::parse_iso;

    fn at(text: &str) -> Timestamp {
        parse_iso(text).unwrap()
    }

    fn span(from: &str, to: &str) -> Span {
        Span { from: at(from), to: at(to) }
    }

    /// Nobody wrote on Tuesday and Wednesday.
    fn drawn(known: Span, now: &str, gaps: &[Gap]) -> String {
        let mut sums = [DaySums { messages: 9, people: 3 }; 7];
        (sums[1], sums[2]) = (DaySums::default(), DaySums::default());
        let zone = Zone::utc();
        let stretch = Stretch { known: Some(known), zone: &zone, now: at(now) };
        let chart = days("2026-W47".parse().unwrap(), sums, gaps, &stretch).unwrap();
        let Over::Days(points) = chart.over else { panic!("{chart:?}") };
        let sign = |point: &Point| match (point.value, point.whole) {
            (Value::Of(0.0), true) => '0',
            (Value::Of(0.0), false) => 'o',
            (Value::Of(_), true) => '9',
            (Value::Of(_), false) => 'p',
            _ => '-',
        };
        points.iter().map(sign).collect()
    }

    #[rstest]
    #[case::all(span("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"), "2026-12-01T00:00:00Z", &[], "9009999")]
    #[case::running(span("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"), "2026-11-18T12:00:00Z", &[], "90opppp")]
    #[case::begun(span("2026-11-18T12:00:00Z", "2026-12-01T00:00:00Z"), "2026-12-01T00:00:00Z", &[], "p-o9999")]
    #[case::away(
        span("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"),
        "2026-12-01T00:00:00Z",
        &[Gap { span: span("2026-11-17T00:00:00Z", "2026-11-18T06:00:00Z"), recovered: 0 }],
        "9-o9999"
    )]
    fn what_nobody_knows_is_no_zero(#[case] known: Span, #[case] now: &str, #[case] gaps: &[Gap], #[case] said: &str) {
        assert_eq!(drawn(known, now, gaps), said);
    }
}
