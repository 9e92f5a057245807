//! Activity's part of the digest: who wrote, who came, who was answered, where it was lively.
//!
//! Newcomers' figures ripen for a week, so the digest of a week shows those of the week before.

use std::time::Duration;

use super::figures::{self, WeekFigures};
use super::store::{self, Source, Span};
use crate::clock::Timestamp;
use crate::error::{Message, Result};
use crate::feature::section::{Figure, Gap, Good, Line, Place, Reading, Record, Section, Unit, Value};
use crate::text::zone::{Week, WeekRange, Weekday, Zone, calendar_date};

/// What is usual is what the last four whole weeks had.
const USUAL_WEEKS: usize = 4;
/// How far back whole weeks are looked for, where some were not.
const LOOK_BACK: usize = 8;
/// In so many weeks at the start of the record, nobody is known to be new.
const YOUNG_WEEKS: usize = 4;
/// Missing so much of a week makes its figures smaller than they were.
const MISSED: Duration = Duration::from_mins(10);
/// Below so many messages no day stands out.
const ENOUGH_FOR_A_DAY: i64 = 20;

/// What the digest has to say about a week of activity.
///
/// # Errors
/// Fault, if the database does not answer.
pub async fn section(reading: &Reading<'_>) -> Result<Section> {
    let Reading { db, guild, zone, week, now } = *reading;
    let range = WeekRange { first: back(week, LOOK_BACK + 1), last: week };
    let past = Past {
        week,
        weeks: figures::weeks(db, guild, zone, range, now).await?,
        days: store::messages_by_day(db.read(), guild, week.first_day()).await?,
        connected: store::record(db.read(), guild).await?,
        known: known(store::record(db.read(), guild).await?, &store::covered(db.read(), guild).await?),
        zone: zone.clone(),
        now,
    };
    Ok(past.section())
}

/// From the first to the last instant that anything is known of.
fn known(connected: Vec<Span>, covered: &[store::Covered]) -> Option<Span> {
    let covered = covered.iter().map(|part| match part.source {
        Source::Import => Span { from: part.from, to: part.to },
        Source::Backfill => Span { from: part.known_from, to: part.known_to },
    });
    connected
        .into_iter()
        .chain(covered)
        .reduce(|all, one| Span { from: all.from.min(one.from), to: all.to.max(one.to) })
}

fn back(week: Week, weeks: usize) -> Week {
    (0..weeks).fold(week, |week, _| week.previous())
}

/// A week with what is needed to judge it.
struct Past {
    week: Week,
    /// The weeks up to this one that are in the record, oldest first.
    weeks: Vec<WeekFigures>,
    /// Member messages of each day of the week, Monday first.
    days: [i64; 7],
    connected: Vec<Span>,
    known: Option<Span>,
    zone: Zone,
    now: Timestamp,
}

impl Past {
    fn section(&self) -> Section {
        let Some(this) = self.at(self.week) else {
            return Section { record: Some(Record::Outside), notes: vec![self.outside()], ..Section::default() };
        };
        let record = self.record_of(this);
        let messages = self.figure("messages", Good::Neutral, Unit::Count, |week| Some(week.messages as f64));
        let mut section = Section {
            record: Some(record),
            lead: Some(self.lead(this, record, &messages)),
            gaps: this
                .gaps
                .iter()
                .map(|gap| Gap { from: gap.span.from, to: gap.span.to, recovered: gap.recovered })
                .collect(),
            notes: self.notes(record),
            ..Section::default()
        };
        self.headline(&mut section, messages);
        self.newcomers(&mut section);
        self.moves(&mut section);
        self.conversation(&mut section, this);
        section.lines.extend(self.channels(this));
        section
    }

    fn at(&self, week: Week) -> Option<&WeekFigures> {
        self.weeks.iter().find(|figures| figures.week == week)
    }

    /// The first weeks of the record, in which everyone is new.
    fn is_young(&self) -> bool {
        let first = back(self.week, YOUNG_WEEKS - 1);
        self.known.is_none_or(|known| known.from >= first.start(&self.zone))
    }

    fn is_running(&self) -> bool {
        self.now < self.week.end(&self.zone)
    }

    fn record_of(&self, week: &WeekFigures) -> Record {
        match week {
            week if week.partial => Record::Partial,
            week if missed(week) >= millis(MISSED) => Record::Gap,
            _ => Record::Whole,
        }
    }

    fn is_whole(&self, week: Week) -> bool {
        self.at(week).is_some_and(|week| self.record_of(week) == Record::Whole)
    }

    /// Steward was there itself, and saw who came, went and spoke.
    fn was_connected(&self, week: Week) -> bool {
        let (start, end) = (week.start(&self.zone), week.end(&self.zone));
        self.connected.iter().any(|span| span.from < end && span.to > start)
    }

    /// A figure of this week beside those before.
    fn figure(
        &self,
        name: &'static str,
        good: Good,
        unit: Unit,
        value: impl Fn(&WeekFigures) -> Option<f64>,
    ) -> Figure {
        self.figure_of(self.week, name, good, unit, value, |week| self.is_whole(week))
    }

    /// The same for another week; `whole` says which weeks may be compared.
    fn figure_of(
        &self,
        week: Week,
        name: &'static str,
        good: Good,
        unit: Unit,
        value: impl Fn(&WeekFigures) -> Option<f64>,
        whole: impl Fn(Week) -> bool,
    ) -> Figure {
        let of = |week| self.at(week).and_then(&value);
        let before = std::iter::successors(Some(week.previous()), |week| Some(week.previous())).take(LOOK_BACK);
        let usual: Vec<f64> = before.filter(|week| whole(*week)).filter_map(of).take(USUAL_WEEKS).collect();
        let compared = whole(week) && usual.len() == USUAL_WEEKS;
        let usual = usual.into_iter().map(|value| (value, value));
        let usual = usual.reduce(|(low, high), (one, _)| (low.min(one), high.max(one))).filter(|_| compared);
        Figure::new(name, week, good, unit, of(week).into()).compared(of(week.previous()), usual)
    }

    /// A figure that only Steward itself can record.
    fn seen(&self, name: &'static str, good: Good, unit: Unit, value: impl Fn(&WeekFigures) -> i64) -> Figure {
        let seen = |week: &WeekFigures| self.was_connected(week.week).then(|| value(week) as f64);
        let mut figure = self.figure(name, good, unit, seen);
        if figure.value == Value::Nothing {
            figure.value = Value::NotRecorded;
        }
        figure
    }

    fn headline(&self, section: &mut Section, messages: Figure) {
        let people = |week: &WeekFigures| Some(week.active_members as f64);
        let new = self.figure("new_members", Good::Up, Unit::Count, |week| Some(week.new_members as f64));
        let daily = self.figure("dau_mean", Good::Up, Unit::Mean, |week| Some(week.dau_mean));
        section.lines.push(Line::of(self.figure("active_members", Good::Up, Unit::Count, people)));
        section.lines.push(Line::of(messages));
        section.lines.push(Line::of(daily));
        if self.is_young() {
            // Whoever is new to the record may have been there for years.
            let first_seen = Figure { usual: None, good: Good::Neutral, ..new };
            section.lines.push(Line { head: Message::new("activity-first-seen"), figures: vec![first_seen] });
        } else {
            let returning = |week: &WeekFigures| Some(week.returning_members as f64);
            section.lines.push(Line::of(new));
            section.lines.push(Line::of(self.figure("returning_members", Good::Up, Unit::Count, returning)));
        }
    }

    /// Of the week before, whose windows are over.
    fn newcomers(&self, section: &mut Section) {
        let week = self.week.previous();
        let Some(new) = self.at(week).map(|week| week.new_members).filter(|new| *new > 0 && !self.is_young()) else {
            return;
        };
        // A reply may come a week later, so both weeks must be whole.
        let whole = |week: Week| self.is_whole(week) && self.is_whole(week.next());
        let figure = |name, good, unit, value: fn(&WeekFigures) -> Option<f64>| {
            self.figure_of(week, name, good, unit, value, whole)
        };
        let replied = figure("newcomers_replied", Good::Up, Unit::Count, |week| Some(week.newcomers_replied as f64));
        let median = figure("median_first_reply_s", Good::Down, Unit::Seconds, |week| week.median_first_reply_s);
        let again =
            figure("new_active_next_week", Good::Up, Unit::Count, |week| week.new_active_next_week.map(|n| n as f64));
        let key = if self.is_running() { "activity-newcomers-so-far" } else { "activity-newcomers" };
        section.lines.push(Line {
            head: Message::new(key).with("count", new),
            figures: vec![
                replied.said("activity-replied"),
                median.said("activity-first-reply").goes_on(),
                again.said("activity-again"),
            ],
        });
        section.for_files.extend([
            figure("week1_retention", Good::Up, Unit::ShareOf(new), |week| week.week1_retention),
            figure("newcomers_responded_24h", Good::Neutral, Unit::Count, |week| {
                Some(week.newcomers_responded_24h as f64)
            }),
            figure("median_first_response_s", Good::Neutral, Unit::Seconds, |week| week.median_first_response_s),
        ]);
    }

    fn moves(&self, section: &mut Section) {
        // An export tells of those who came, if anyone did, and never of those who went.
        let told = |week: &WeekFigures| (self.was_connected(week.week) || week.joins > 0).then_some(week.joins as f64);
        let mut joins = self.figure("joins", Good::Up, Unit::Count, told);
        if joins.value == Value::Nothing {
            joins.value = Value::NotRecorded;
        }
        let leaves = self.seen("leaves", Good::Down, Unit::Count, |week| week.leaves + week.removed);
        let removed = self.seen("removed", Good::Neutral, Unit::Count, |week| week.removed).goes_on();
        let net = self.seen("net_growth", Good::Up, Unit::Change, |week| week.net_growth);
        let (joins, leaves, removed, net) = (
            joins.said("activity-joined"),
            leaves.said("activity-left"),
            removed.said("activity-removed"),
            net.said("activity-net"),
        );
        // Where nobody was seen leaving, one "no data" says it for all of it.
        let figures = if leaves.value == Value::NotRecorded {
            section.for_files.extend([removed, net]);
            vec![joins, leaves]
        } else if removed.value == Value::Of(0.0) {
            section.for_files.push(removed);
            vec![joins, leaves, net]
        } else {
            vec![joins, leaves, removed, net]
        };
        section.lines.push(Line { head: Message::new("activity-moves"), figures });
    }

    fn conversation(&self, section: &mut Section, this: &WeekFigures) {
        let connections = self.figure("connections", Good::Up, Unit::Count, |week| Some(week.connections as f64));
        section.lines.push(Line {
            head: Message::new("activity-conversations"),
            figures: vec![connections.said("activity-connections")],
        });
        let reactions = self.figure("reactions", Good::Neutral, Unit::Count, |week| Some(week.reactions as f64));
        let voice = self.seen("voice_minutes", Good::Neutral, Unit::Minutes, |week| week.voice_minutes);
        let ten = self.figure("top10_share", Good::Neutral, Unit::ShareOf(this.messages), |week| week.top10_share);
        section.lines.push(Line {
            head: Message::new("activity-also"),
            figures: vec![
                reactions.said("activity-reactions"),
                voice.said("activity-voice"),
                ten.said("activity-top-ten"),
            ],
        });
        let reciprocity =
            self.figure("reciprocity", Good::Neutral, Unit::ShareOf(this.connections), |week| week.reciprocity);
        section.for_files.push(reciprocity);
    }

    fn channels(&self, this: &WeekFigures) -> Option<Line> {
        let figures: Vec<Figure> = this
            .top_channels
            .iter()
            .map(|channel| {
                let messages = Value::count(channel.messages);
                let figure = Figure::new("top_channels", self.week, Good::Neutral, Unit::Count, messages);
                figure.about(&channel.name).said("activity-channel")
            })
            .collect();
        (!figures.is_empty()).then(|| Line { head: Message::new("activity-channels"), figures })
    }

    /// The week in a sentence.
    fn lead(&self, this: &WeekFigures, record: Record, messages: &Figure) -> Message {
        let week = match (record, messages.place()) {
            (Record::Partial, _) if self.is_running() => "activity-week-running",
            (Record::Partial, _) => "activity-week-part",
            (Record::Gap, _) => "activity-week-gap",
            _ if this.messages == 0 => "activity-week-silent",
            (_, Some(Place::Above)) => "activity-week-busy",
            (_, Some(Place::Below)) => "activity-week-quiet",
            (_, Some(Place::Usual)) => "activity-week-usual",
            (_, None) => "activity-week-alone",
        };
        let on = |day: Weekday| Message::new(format!("on-weekday-{}", day.number()));
        let message = match liveliest(self.days) {
            Some(Day::Most(day)) => Message::new("activity-lead-most").with("day", on(day)),
            Some(Day::Liveliest(day)) => Message::new("activity-lead-liveliest").with("day", on(day)),
            None => Message::new("activity-lead"),
        };
        message.with("week", Message::new(week))
    }

    fn notes(&self, record: Record) -> Vec<Message> {
        let mut notes = Vec::new();
        let last = self.at(self.week.previous());
        if record == Record::Whole && last.is_some_and(|last| self.record_of(last) != Record::Whole) {
            notes.push(Message::new("activity-last-not-whole"));
        }
        if let Some(known) = self.known.filter(|_| self.is_young()) {
            let (year, month, day) = calendar_date(self.zone.day(known.from));
            notes.push(
                Message::new("activity-young")
                    .with("day", i64::from(day))
                    .with("month", Message::new(format!("month-{month}")))
                    .with("year", year.to_string()),
            );
        }
        notes
    }

    /// Why there are no figures, and what would give some.
    fn outside(&self) -> Message {
        let week = self.week.to_string();
        if self.week.start(&self.zone) > self.now {
            return Message::new("activity-not-begun").with("week", week);
        }
        match self.known {
            Some(known) => Message::new("activity-outside")
                .with("first", Week::of(known.from, &self.zone).to_string())
                .with("last", Week::of(known.to, &self.zone).to_string()),
            None => Message::new("activity-no-record"),
        }
        .with("week", week)
    }
}

fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

/// Milliseconds of a week that nobody will know of.
fn missed(week: &WeekFigures) -> i64 {
    week.gaps.iter().map(|gap| gap.span.to.since(gap.span.from) - gap.recovered).sum()
}

/// A day that stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    /// More than half of the week was then.
    Most(Weekday),
    /// At least twice as much as on a mean day.
    Liveliest(Weekday),
}

/// The day that stands out among those of a week, Monday first.
fn liveliest(days: [i64; 7]) -> Option<Day> {
    let all: i64 = days.iter().sum();
    let (day, most) = Weekday::ALL.into_iter().zip(days).max_by_key(|(_, messages)| *messages)?;
    match most {
        _ if all < ENOUGH_FOR_A_DAY => None,
        most if most * 2 > all => Some(Day::Most(day)),
        most if most * 7 >= all * 2 && days.iter().filter(|messages| **messages == most).count() == 1 => {
            Some(Day::Liveliest(day))
        }
        _ => None,
    }
}
