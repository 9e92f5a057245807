//! Activity's part of the digest: who wrote, who came, who was answered, where it was lively.
//!
//! Newcomers' figures ripen for a week, so the digest of a week shows those of the week before.

use super::charts;
use super::figures::{self, TOP_CHANNELS, TopChannel, WeekFigures, YOUNG_WEEKS, record_of};
use super::report;
use super::store::{self, DaySums, Mondays, Span};
use crate::clock::Timestamp;
use crate::error::{Message, Result};
use crate::feature::few::People;
use crate::feature::section::members::ForMembers;
use crate::feature::section::people::Behind;
use crate::feature::section::{
    ENOUGH_FOR_SHARE, Figure, Gap, Good, Line, Reading, Record, Section, USUAL_WEEKS, Unit, Value, Whole, share, usual,
};
use crate::features::activity::{Channel, Lively};
use crate::text::zone::{Week, WeekRange, Weekday, Zone, calendar_date};

/// How far back whole weeks are looked for, where some were not.
const LOOK_BACK: usize = 16;
/// A median of fewer cases says nothing.
const ENOUGH_FOR_MEDIAN: i64 = 5;
/// Below so many messages no day stands out.
const ENOUGH_FOR_A_DAY: i64 = 20;

/// What the digest has to say about a week of activity.
pub async fn section(reading: &Reading<'_>) -> Result<Section> {
    let Reading { db, guild, zone, week, now, public } = *reading;
    // Newcomers' figures are those of the week before.
    let range = WeekRange { first: back(week, LOOK_BACK + 1), last: week };
    let monday = week.first_day();
    let [channels, channels_before] = match public {
        Some(_) => {
            let of = |monday| report::channels(db, guild, public, Mondays { first: monday, last: monday });
            [Some(of(monday).await?), Some(of(week.previous().first_day()).await?)]
        }
        None => [None, None],
    };
    let past = Past {
        week,
        weeks: figures::weeks(db, guild, zone, range, now).await?,
        channels,
        channels_before,
        lively: match public {
            Some(directory) => report::lively(db, guild, directory, monday).await?,
            None => Vec::new(),
        },
        days: store::days_of_week(db.read(), guild, monday).await?,
        connected: store::record(db.read(), guild).await?,
        known: figures::known(store::record(db.read(), guild).await?, &store::covered(db.read(), guild).await?),
        zone: zone.clone(),
        now,
    };
    Ok(past.section())
}

/// What several weeks have together that is not the sum of theirs: people, each counted once, and the channels.
pub async fn over(reading: &Reading<'_>, first: Week) -> Result<Vec<Figure>> {
    let Reading { db, guild, zone, week, now, public } = *reading;
    let weeks = figures::weeks(db, guild, zone, WeekRange { first, last: week }, now).await?;
    let (from, to) = (first.first_day(), week.first_day());
    let (messages, people) = store::writers_between(db.read(), guild, from, to + 6).await?;
    let figure = |name, value| Figure::new(name, week, Good::Neutral, Unit::Count, Value::count(value));
    let mut over = Vec::new();
    // Days have their time; of weeks whose days are gone nobody knows who they were.
    if messages == weeks.iter().map(|week| week.messages).sum::<i64>() {
        let new: i64 = weeks.iter().map(|week| week.new_members).sum();
        over.extend([figure("active_members", people), figure("returning_members", people - new)]);
    }
    let channels = report::channels(db, guild, public, Mondays { first: from, last: to }).await?;
    over.extend(channels.into_iter().take(TOP_CHANNELS).map(|channel| {
        let figure = figure("top_channels", channel.messages);
        channel.name.map_or(figure.clone(), |name| figure.about(name))
    }));
    Ok(over)
}

fn back(week: Week, weeks: usize) -> Week {
    (0..weeks).fold(week, |week, _| week.previous())
}

/// The weeks before this one that say what is usual, the latest first.
fn whole_before(week: Week, whole: impl Fn(Week) -> bool) -> Vec<Week> {
    let before = std::iter::successors(Some(week.previous()), |week| Some(week.previous())).take(LOOK_BACK);
    before.filter(|week| whole(*week)).take(USUAL_WEEKS).collect()
}

/// A week with what is needed to judge it.
struct Past {
    week: Week,
    /// The weeks up to this one that are in the record, oldest first.
    weeks: Vec<WeekFigures>,
    /// The channels of the week as everyone in the server sees them; `None` for whoever sees all.
    channels: Option<Vec<Channel>>,
    /// The same of the week before.
    channels_before: Option<Vec<Channel>>,
    /// The channels that everyone in the server can read, liveliest first.
    lively: Vec<Lively>,
    /// The days of the week, Monday first.
    days: [DaySums; 7],
    connected: Vec<Span>,
    known: Option<Span>,
    zone: Zone,
    now: Timestamp,
}

impl Past {
    fn section(&self) -> Section {
        let Some(this) = self.at(self.week) else {
            if self.is_unseen() {
                return self.unseen();
            }
            return Section { record: Some(Record::Outside), notes: vec![self.outside()], ..Section::default() };
        };
        let record = record_of(this);
        let messages = self.figure("messages", Good::Neutral, Unit::Count, |week| Some(week.messages as f64));
        let messages = self.done_by(writers, messages);
        let (lead, compares) = self.lead(this, record, Some(&messages)).unzip();
        let (members_lead, members_compare) = self.lead(this, record, messages.for_members().as_ref()).unzip();
        let mut section = Section {
            record: Some(record),
            lead,
            compares: compares == Some(true),
            gaps: this
                .gaps
                .iter()
                .map(|gap| Gap { from: gap.span.from, to: gap.span.to, recovered: gap.recovered })
                .collect(),
            notes: self.notes(record),
            members: Some(ForMembers {
                lead: members_lead,
                compares: members_compare == Some(true),
                notes: self.not_whole(record).into_iter().collect(),
                ..ForMembers::default()
            }),
            ..Section::default()
        };
        self.headline(&mut section, messages);
        self.newcomers(&mut section);
        self.moves(&mut section);
        self.conversation(&mut section, this);
        let channels = self.channels(this);
        section.charts.extend(channels.as_ref().map(|line| charts::channels(line, true)));
        section.lines.extend(channels);
        if let Some(members) = &mut section.members {
            let lively = self.lively_channels();
            members.charts.extend(lively.as_ref().map(|line| charts::channels(line, false)));
            members.lines.extend(lively);
        }
        section
    }

    /// People week after week, beside what is usual of the figure, and the days.
    fn charts(&self, section: &mut Section, active: &Figure) {
        let stretch = charts::Stretch { known: self.known, zone: &self.zone, now: self.now };
        let drawn_from = back(self.week, charts::WEEKS - 1);
        let drawn = self.weeks.iter().position(|week| week.week >= drawn_from).unwrap_or(self.weeks.len());
        let weeks = |usual| charts::people(&self.weeks[drawn..], self.week, usual);
        let days = charts::days(self.week, self.days, self.at(self.week).map_or(&[], |week| &week.gaps), &stretch);
        section.charts.extend(weeks(active.usual).into_iter().chain(days.clone()));
        if let Some(members) = &mut section.members {
            let usual = active.for_members().and_then(|active| active.usual);
            members.charts.extend(weeks(usual).into_iter().chain(days));
        }
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
        self.now < self.end()
    }

    /// Steward was not there for a moment of the week, but before and after it.
    fn is_unseen(&self) -> bool {
        self.known.is_some_and(|known| known.from < self.start() && self.end() <= known.to)
    }

    /// A page of zeros would say what nobody knows.
    fn unseen(&self) -> Section {
        let lead = Message::new("activity-lead").with("week", Message::new("activity-week-unseen"));
        let members = Some(ForMembers { lead: Some(lead.clone()), ..ForMembers::default() });
        let gap = Gap { from: self.start(), to: self.end(), recovered: 0 };
        let notes = vec![Message::new("activity-unseen")];
        Section { record: Some(Record::Gap), lead: Some(lead), gaps: vec![gap], notes, members, ..Section::default() }
    }

    fn start(&self) -> Timestamp {
        self.week.start(&self.zone)
    }

    fn end(&self) -> Timestamp {
        self.week.end(&self.zone)
    }

    fn is_whole(&self, week: Week) -> bool {
        self.at(week).is_some_and(|week| record_of(week) == Record::Whole)
    }

    /// Steward was there itself, and saw who came, went and spoke.
    fn was_connected(&self, week: Week) -> bool {
        self.connected.iter().any(|span| span.touches(week, &self.zone))
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
        let usual = usual(whole_before(week, &whole).into_iter().filter_map(of)).filter(|_| whole(week));
        Figure::new(name, week, good, unit, of(week).into()).compared(of(week.previous()), usual)
    }

    /// A part of the newcomers of a week, judged by its share of them.
    fn of_newcomers(
        &self,
        week: Week,
        name: &'static str,
        part: fn(&WeekFigures) -> Option<i64>,
        whole: impl Fn(Week) -> bool,
    ) -> Figure {
        let cases = |week| self.at(week).map_or(0, |week| week.new_members);
        let of = |week| self.at(week).and_then(part).map(|part| part as f64);
        let shares = whole_before(week, &whole).into_iter().filter_map(|week| share(of(week)?, cases(week)));
        let usual = usual(shares).filter(|_| whole(week) && cases(week) >= ENOUGH_FOR_SHARE);
        let last = self.at(week.previous()).map(|week| week.new_members);
        let figure = Figure::new(name, week, Good::Up, Unit::Count, of(week).into());
        figure.compared(of(week.previous()), usual).part_of(Whole { cases: cases(week), last })
    }

    /// A figure that is the number of these people.
    fn number_of(&self, people: impl Fn(&WeekFigures) -> People, figure: Figure) -> Figure {
        self.about(people, true, figure)
    }

    /// A figure of what these people did.
    fn done_by(&self, people: impl Fn(&WeekFigures) -> People, figure: Figure) -> Figure {
        self.about(people, false, figure)
    }

    /// The people behind a figure: of its week, and of those that it is compared with.
    fn about(&self, people: impl Fn(&WeekFigures) -> People, counts_them: bool, figure: Figure) -> Figure {
        let of = |week| self.at(week).map(&people);
        let Some(this) = of(figure.week) else { return figure };
        let ripens = figure.week != self.week;
        let usual = whole_before(figure.week, |week| self.is_whole(week) && (!ripens || self.is_whole(week.next())));
        let (last, usual) = (of(figure.week.previous()), usual.into_iter().filter_map(of).collect());
        figure.behind(Behind { counts_them, this, last, usual })
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
        let active = self.number_of(writers, self.figure("active_members", Good::Up, Unit::Count, people)).of_people();
        self.charts(section, &active);
        to_everyone(section, Line::from_figure(active));
        to_everyone(section, Line::from_figure(messages));
        to_everyone(section, Line::from_figure(self.done_by(writers, daily)));
        if self.is_young() {
            // Whoever is new to the record may have been there for years.
            let first_seen = Figure { usual: None, good: Good::Neutral, ..new };
            section.lines.push(Line { head: Message::new("activity-first-seen"), figures: vec![first_seen] });
        } else {
            let returning = |week: &WeekFigures| Some(week.returning_members as f64);
            let new = self.number_of(newcomers, new);
            to_everyone(section, Line::from_figure(new));
            let returning = self.figure("returning_members", Good::Up, Unit::Count, returning).of_people();
            section.lines.push(Line::from_figure(returning));
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
        let replied = self.of_newcomers(week, "newcomers_replied", |week| Some(week.newcomers_replied), whole);
        let median = figure("median_first_reply_s", Good::Down, Unit::Seconds, |week| {
            week.median_first_reply_s.filter(|_| week.newcomers_replied >= ENOUGH_FOR_MEDIAN)
        });
        let again = self.of_newcomers(week, "new_active_next_week", |week| week.new_active_next_week, whole);
        let so_far = self.at(self.week).is_some_and(|week| week.partial);
        let key = if so_far { "activity-newcomers-so-far" } else { "activity-newcomers" };
        let figures = vec![
            self.number_of(answered, replied).said("activity-replied"),
            self.done_by(answered, median).said("activity-first-reply").goes_on(),
            // Beside the figures of everyone it would tell how many regulars wrote: for staff alone.
            again.said("activity-again"),
        ];
        if let Some(members) = &mut section.members {
            // Without their number, which may be small.
            let head = Message::new("activity-newcomers-before");
            members.lines.push(Line { head, figures: figures.clone() });
        }
        let mut figures = figures;
        let unsure = self.at(week).map_or(0, |week| week.unsure_newcomers);
        if unsure > 0 {
            let unsure = Value::count(unsure);
            let figure = Figure::new("unsure_newcomers", week, Good::Neutral, Unit::Count, unsure);
            figures.push(figure.said("activity-unsure"));
        }
        section.lines.push(Line { head: Message::new(key).with("count", new), figures });
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
        // What is left of both, and who had to go, is for staff alone.
        let (joins, leaves, removed, net) = (
            self.number_of(|week| People::alone(week.joins), joins).said("activity-joined"),
            self.number_of(|week| People::alone(week.leaves + week.removed), leaves).said("activity-left"),
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
        to_everyone(section, Line { head: Message::new("activity-moves"), figures });
    }

    fn conversation(&self, section: &mut Section, this: &WeekFigures) {
        // An export may tell of no reply and no mention at all.
        let is_told = self.was_connected(self.week) || self.weeks.iter().any(|week| week.connections > 0);
        let told = |week: &WeekFigures| is_told.then_some(week.connections as f64);
        let mut connections = self.figure("connections", Good::Up, Unit::Count, told);
        if !is_told {
            connections.value = Value::NotRecorded;
        }
        let connections = self.done_by(|week| People::alone(least_people(week.connections)), connections);
        let figures = vec![connections.said("activity-connections").of_people()];
        to_everyone(section, Line { head: Message::new("activity-conversations"), figures });
        let reactions = self.figure("reactions", Good::Neutral, Unit::Count, |week| Some(week.reactions as f64));
        let voice = self.seen("voice_minutes", Good::Neutral, Unit::Minutes, |week| week.voice_minutes);
        let ten = self
            .figure("top10_share", Good::Neutral, Unit::ShareOf(this.messages), |week| week.top10_share)
            .of_people();
        let also = [reactions.said("activity-reactions"), voice.said("activity-voice"), ten.said("activity-top-ten")];
        // What is not used in this server is no news.
        let (unused, used): (Vec<Figure>, Vec<Figure>) =
            also.into_iter().partition(|figure| figure.value == Value::Of(0.0) && figure.last.unwrap_or(0.0) == 0.0);
        section.lines.push(Line { head: Message::new("activity-also"), figures: used });
        section.for_files.extend(unused);
        let reciprocity =
            self.figure("reciprocity", Good::Neutral, Unit::ShareOf(this.connections), |week| week.reciprocity);
        section.for_files.push(reciprocity.of_people());
    }

    fn channels(&self, this: &WeekFigures) -> Option<Line> {
        let is_known = self.at(self.week.previous()).is_some();
        let figure = |messages, last: Option<i64>| {
            let (messages, last) = (Value::count(messages), last.filter(|_| is_known).map(|last| last as f64));
            let figure = Figure::new("top_channels", self.week, Good::Neutral, Unit::Count, messages);
            figure.of_people().compared(last, None)
        };
        let named = |name: &str, messages, last| figure(messages, last).about(name).said("activity-channel");
        let before = self.channels_before.iter().flatten();
        let last = |channel: &Channel| {
            let of = before.clone().find(|before| before.id == channel.id);
            Some(of.map_or(0, |before| before.messages))
        };
        let shown = |channel: &Channel| match &channel.name {
            Some(name) => named(name, channel.messages, last(channel)),
            None => figure(channel.messages, last(channel)).said("activity-private-channels"),
        };
        let figures: Vec<Figure> = match &self.channels {
            Some(channels) => channels.iter().take(TOP_CHANNELS).map(shown).collect(),
            // Of what was below the first five of the week before nothing is known here.
            None => {
                let before = self.at(self.week.previous()).map_or(&[][..], |week| &week.top_channels);
                let last =
                    |of: &TopChannel| before.iter().find(|one| one.channel == of.channel).map(|one| one.messages);
                this.top_channels.iter().map(|one| named(&one.name, one.messages, last(one))).collect()
            }
        };
        (!figures.is_empty()).then(|| Line { head: Message::new("activity-channels"), figures })
    }

    /// Where it was lively, without numbers: taken off the messages of the week they would tell of
    /// the channels that are not named.
    fn lively_channels(&self) -> Option<Line> {
        let figure = |channel: &Lively| {
            let this = People::alone(channel.people);
            let messages = Value::count(channel.messages);
            Figure::new("top_channels", self.week, Good::Neutral, Unit::Count, messages)
                .about(channel.name.as_str())
                .said("activity-channel-named")
                .behind(Behind { counts_them: false, this, last: None, usual: Vec::new() })
        };
        let told = self.lively.iter().map(figure).filter(|figure| figure.for_members().is_some());
        let figures: Vec<Figure> = told.take(TOP_CHANNELS).collect();
        (!figures.is_empty()).then(|| Line { head: Message::new("activity-lively-channels"), figures })
    }

    /// The week in a sentence, and whether it compares; without its messages only what is known of it.
    fn lead(&self, this: &WeekFigures, record: Record, messages: Option<&Figure>) -> Option<(Message, bool)> {
        let week = match (record, messages.map(Figure::place)) {
            (Record::Partial, _) if self.is_running() => "activity-week-running",
            (Record::Partial, _) => "activity-week-part",
            (Record::Gap, _) => "activity-week-gap",
            (_, None) => return None,
            _ if this.messages == 0 => "activity-week-silent",
            (_, Some(Some(_))) => "activity-week-usual",
            (_, Some(None)) => "activity-week-alone",
        };
        let compares = week == "activity-week-usual";
        let on = |day: Weekday| Message::new(format!("on-weekday-{}", day.number()));
        let message = match messages.and_then(|_| liveliest(self.days.map(|day| day.messages))) {
            Some(Day::Most(day)) => Message::new("activity-lead-most").with("day", on(day)),
            Some(Day::Liveliest(day)) => Message::new("activity-lead-liveliest").with("day", on(day)),
            None => Message::new("activity-lead"),
        };
        Some((message.with("week", Message::new(week)), compares))
    }

    fn notes(&self, record: Record) -> Vec<Message> {
        let mut notes: Vec<Message> = self.not_whole(record).into_iter().collect();
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

    /// That last week's figures are smaller than they were.
    fn not_whole(&self, record: Record) -> Option<Message> {
        let last = self.at(self.week.previous());
        let is_smaller = record == Record::Whole && last.is_some_and(|last| record_of(last) != Record::Whole);
        is_smaller.then(|| Message::new("activity-last-not-whole"))
    }

    /// Why there are no figures, and what would give some.
    fn outside(&self) -> Message {
        let week = self.week.to_string();
        if self.start() > self.now {
            return Message::new("activity-not-begun").with("week", week);
        }
        match self.known {
            Some(known) => Message::new("activity-outside")
                .with("first", Week::containing(known.from, &self.zone).to_string())
                .with("last", Week::containing(known.to, &self.zone).to_string()),
            None => Message::new("activity-no-record"),
        }
        .with("week", week)
    }
}

/// A line that staff and members read.
fn to_everyone(section: &mut Section, line: Line) {
    section.members.iter_mut().for_each(|members| members.lines.push(line.clone()));
    section.lines.push(line);
}

/// Everyone who wrote.
const fn writers(week: &WeekFigures) -> People {
    People::alone(week.active_members)
}

/// Newcomers among all who wrote.
const fn newcomers(week: &WeekFigures) -> People {
    People { counted: week.new_members, others: week.returning_members }
}

/// Those who were answered among the newcomers.
const fn answered(week: &WeekFigures) -> People {
    People { counted: week.newcomers_replied, others: week.new_members - week.newcomers_replied }
}

/// So many people there are at least, where there are so many connections from one to another.
fn least_people(connections: i64) -> i64 {
    (0..).find(|people| people * (people - 1) >= connections).unwrap_or(i64::MAX)
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

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::feature::section::Place;
    use crate::features::activity::figures::Gap as WeekGap;
    use crate::i18n::{Locale, plain};
    use crate::ids::ChannelId;

    const HOUR: i64 = 3_600_000;

    fn week(number: usize) -> Week {
        (0..number).fold("2026-W30".parse().unwrap(), |week: Week, _| week.next())
    }

    fn figures(week: Week, messages: i64) -> WeekFigures {
        WeekFigures {
            week,
            partial: false,
            gaps: Vec::new(),
            messages,
            active_members: 40,
            dau_mean: 12.0,
            new_members: 8,
            returning_members: 32,
            new_active_next_week: Some(3),
            week1_retention: Some(0.375),
            top_channels: vec![TopChannel { channel: ChannelId(1), name: "general".to_owned(), messages }],
            connections: 90,
            reciprocity: Some(0.5),
            newcomers_replied: 5,
            median_first_reply_s: Some(600.0),
            newcomers_responded_24h: 7,
            median_first_response_s: Some(60.0),
            reactions: 0,
            joins: 9,
            leaves: 2,
            removed: 1,
            net_growth: 6,
            unsure_newcomers: 0,
            voice_minutes: 0,
            top10_share: Some(0.6),
        }
    }

    /// Weeks with so many messages each; the last one is asked for. Connected all the time.
    fn past(messages: &[i64]) -> Past {
        let weeks: Vec<WeekFigures> =
            messages.iter().enumerate().map(|(number, messages)| figures(week(number), *messages)).collect();
        let all = Span { from: week(0).start(&Zone::utc()), to: week(messages.len()).start(&Zone::utc()) };
        Past {
            week: week(messages.len() - 1),
            weeks,
            channels: None,
            channels_before: None,
            lively: Vec::new(),
            days: [DaySums::default(); 7],
            connected: vec![all],
            known: Some(all),
            zone: Zone::utc(),
            now: all.to,
        }
    }

    fn all(section: &Section) -> Vec<&Figure> {
        section.lines.iter().flat_map(|line| &line.figures).chain(&section.for_files).collect()
    }

    fn figure<'s>(section: &'s Section, name: &str) -> Option<&'s Figure> {
        all(section).into_iter().find(|figure| figure.name == name)
    }

    fn usual(past: &Past) -> Option<(f64, f64)> {
        figure(&past.section(), "messages").unwrap().usual
    }

    #[test]
    fn usual_is_what_whole_weeks_had_without_the_lowest_and_the_highest() {
        assert_eq!(usual(&past(&[900, 10, 40, 20, 30, 50])), Some((20.0, 40.0)));
        assert_eq!(usual(&past(&[10, 40, 20, 30, 50])), Some((10.0, 40.0)), "of four weeks all");
        assert_eq!(usual(&past(&[10, 40, 20, 30])), None, "three weeks are not enough");
        let mut missed = past(&[900, 10, 40, 20, 30, 50]);
        let from = week(3).start(&Zone::utc());
        let gap = WeekGap { span: Span { from, to: Timestamp(from.0 + 6 * HOUR) }, recovered: 2 * HOUR };
        missed.weeks[3].gaps = vec![gap];
        assert_eq!(usual(&missed), Some((10.0, 900.0)), "a week with a gap is passed over");
        missed.weeks[3].gaps = vec![WeekGap { recovered: 6 * HOUR, ..gap }];
        assert_eq!(usual(&missed), Some((20.0, 40.0)), "all of it was read back");
        missed.weeks[0].partial = true;
        missed.weeks[3].gaps = vec![gap];
        assert_eq!(usual(&missed), None);
        let nine = past(&[900, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
        assert_eq!(usual(&nine), Some((32.0, 37.0)), "eight weeks back and no further");
    }

    #[test]
    fn the_week_itself_must_be_whole_to_be_compared() {
        let mut past = past(&[900, 10, 40, 20, 30, 50]);
        assert_eq!(past.section().record, Some(Record::Whole));
        past.weeks[5].partial = true;
        let section = past.section();
        assert_eq!((section.record, figure(&section, "messages").unwrap().usual), (Some(Record::Partial), None));
        assert!(figure(&section, "messages").unwrap().last.is_some());
    }

    #[test]
    fn newcomers_are_those_of_the_week_before_and_judged_by_their_share() {
        let mut past = past(&[1, 1, 1, 1, 1, 1, 1]);
        past.weeks.iter_mut().for_each(|week| week.new_members = 20);
        past.weeks[5].newcomers_replied = 7;
        past.weeks[6].newcomers_replied = 0;
        let section = past.section();
        let replied = figure(&section, "newcomers_replied").unwrap();
        assert_eq!((replied.week, replied.value), (week(5), Value::Of(7.0)));
        assert_eq!((replied.last, replied.usual), (Some(5.0), Some((0.25, 0.25))));
        assert_eq!((replied.judged(), replied.place()), (Some(0.35), Some(Place::Above)));
        // More of them, and a smaller share.
        (past.weeks[5].new_members, past.weeks[5].newcomers_replied) = (100, 9);
        assert_eq!(figure(&past.section(), "newcomers_replied").unwrap().place(), Some(Place::Below));
        (past.weeks[5].new_members, past.weeks[5].newcomers_replied) = (9, 9);
        assert_eq!(figure(&past.section(), "newcomers_replied").unwrap().place(), None, "too few for a share");
        past.weeks[5].new_members = 20;
        past.weeks[6].partial = true;
        let section = past.section();
        assert_eq!(figure(&section, "newcomers_replied").unwrap().usual, None, "their windows are not on record");
    }

    #[test]
    fn half_within_some_time_is_said_of_five_and_more() {
        let mut past = past(&[1, 1, 1, 1, 1, 1, 1]);
        assert_eq!(figure(&past.section(), "median_first_reply_s").unwrap().value, Value::Of(600.0));
        past.weeks[5].newcomers_replied = 4;
        assert_eq!(figure(&past.section(), "median_first_reply_s").unwrap().value, Value::Nothing);
    }

    #[test]
    fn connections_that_no_record_tells_of_are_no_data() {
        let mut imported = past(&[100, 100]);
        imported.weeks.iter_mut().for_each(|week| week.connections = 0);
        assert_eq!(figure(&imported.section(), "connections").unwrap().value, Value::Of(0.0), "Steward was there");
        imported.connected.clear();
        assert_eq!(figure(&imported.section(), "connections").unwrap().value, Value::NotRecorded);
        imported.weeks[0].connections = 3;
        assert_eq!(figure(&imported.section(), "connections").unwrap().value, Value::Of(0.0));
    }

    #[test]
    fn in_the_first_weeks_nobody_is_known_to_be_new() {
        let young = past(&[100, 100, 100, 100]).section();
        for name in ["returning_members", "newcomers_replied", "new_active_next_week", "week1_retention"] {
            assert_eq!(figure(&young, name), None, "{name}");
        }
        let heads: Vec<&str> = young.lines.iter().map(|line| line.head.key.as_ref()).collect();
        assert!(heads.contains(&"activity-first-seen") && !heads.contains(&"figure-new_members"), "{heads:?}");
        let notes: Vec<String> = young.notes.iter().map(|note| plain(Locale::En, note)).collect();
        insta::assert_snapshot!(notes.join("\n"), @"
        The record begins on 20 July 2026, so whoever was “first seen” may have been here before. `/activity backfill` or `steward import` brings the history before it.
        ");

        let grown = past(&[100, 100, 100, 100, 100]).section();
        assert!(figure(&grown, "returning_members").is_some() && grown.notes.is_empty());
    }

    #[test]
    fn what_an_export_does_not_tell_is_no_data() {
        let mut imported = past(&[100, 100, 100, 100, 100, 100]);
        imported.connected.clear();
        for week in &mut imported.weeks {
            (week.joins, week.leaves, week.removed, week.net_growth) = (0, 0, 0, 0);
        }
        let section = imported.section();
        for name in ["joins", "leaves", "removed", "net_growth", "voice_minutes"] {
            assert_eq!(figure(&section, name).unwrap().value, Value::NotRecorded, "{name}");
        }
        imported.weeks[5].joins = 4;
        assert_eq!(figure(&imported.section(), "joins").unwrap().value, Value::Of(4.0), "it told of those who came");
        assert_eq!(figure(&past(&[1]).section(), "voice_minutes").unwrap().value, Value::Of(0.0));
    }

    #[test]
    fn outside_the_record_there_are_no_figures_but_a_way_to_some() {
        let told = |past: &Past| {
            let section = past.section();
            assert_eq!((section.record, section.lines.len()), (Some(Record::Outside), 0));
            plain(Locale::En, &section.notes[0])
        };
        let mut outside = past(&[1, 1]);
        outside.week = week(0).previous();
        outside.known = Some(Span { from: week(0).start(&Zone::utc()), to: week(1).start(&Zone::utc()) });
        let before = told(&outside);
        outside.known = None;
        let never = told(&outside);
        outside.week = week(9);
        insta::assert_snapshot!([before, never, told(&outside)].join("\n"), @"
        Nothing is on record for 2026-W29: the record goes from 2026-W30 to 2026-W31. `steward import` brings what lies outside it.
        Nothing is on record for 2026-W29 yet. Counting begins when the bot runs; `steward import` brings an earlier history.
        2026-W39 has not begun yet. Ask for a week that has.
        ");
    }

    #[rstest]
    #[case([1, 2, 3, 40, 5, 6, 7], Some(Day::Most(Weekday::Thursday)))]
    #[case([10, 10, 25, 10, 10, 10, 10], Some(Day::Liveliest(Weekday::Wednesday)))]
    #[case([10, 10, 12, 10, 10, 10, 10], None)]
    #[case([30, 30, 0, 0, 0, 0, 0], None)]
    #[case([0, 0, 0, 0, 0, 0, 19], None)]
    #[case([0; 7], None)]
    fn a_day_stands_out_or_it_does_not(#[case] days: [i64; 7], #[case] day: Option<Day>) {
        assert_eq!(liveliest(days), day);
    }

    #[rstest]
    #[case(60, "A week like the ones before.", true)]
    #[case(30, "A week like the ones before.", true)]
    #[case(0, "A silent week: nobody wrote.", false)]
    fn the_week_is_told_in_a_sentence(#[case] messages: i64, #[case] sentence: &str, #[case] compares: bool) {
        let section = past(&[30, 10, 40, 20, 30, messages]).section();
        assert_eq!((plain(Locale::En, &section.lead.unwrap()).as_str(), section.compares), (sentence, compares));
    }

    #[rstest]
    #[case(0, 0)]
    #[case(1, 2)]
    #[case(12, 4)]
    #[case(13, 5)]
    #[case(20, 5)]
    #[case(21, 6)]
    fn connections_tell_how_many_people_there_are_at_least(#[case] connections: i64, #[case] people: i64) {
        assert_eq!(least_people(connections), people);
    }

    /// The names of what members read of a week.
    fn for_members(past: &Past) -> Vec<(&'static str, Value)> {
        let section = past.section().for_members().unwrap();
        all(&section).into_iter().map(|figure| (figure.name, figure.value)).collect()
    }

    #[test]
    fn members_read_of_many_and_not_of_few() {
        let mut many = past(&[30, 10, 40, 20, 30, 60]);
        many.weeks[4].newcomers_replied = 3;
        assert_eq!(
            for_members(&many),
            [
                ("active_members", Value::Of(40.0)),
                ("messages", Value::Of(60.0)),
                ("dau_mean", Value::Of(12.0)),
                ("new_members", Value::Of(8.0)),
                ("newcomers_replied", Value::Fewer(5)),
                ("joins", Value::Of(9.0)),
                ("leaves", Value::Fewer(5)),
                ("connections", Value::Of(90.0)),
            ]
        );
        // Of the eight newcomers three were left without an answer: that can be seen in what is told.
        many.weeks[4].newcomers_replied = 5;
        let names: Vec<&str> = for_members(&many).into_iter().map(|(name, _)| name).collect();
        assert!(!names.contains(&"newcomers_replied") && !names.contains(&"median_first_reply_s"), "{names:?}");
        // Nor is it told that only two who wrote were no newcomers.
        (many.weeks[5].new_members, many.weeks[5].returning_members) = (38, 2);
        assert!(!for_members(&many).iter().any(|(name, _)| *name == "new_members"));
    }

    #[test]
    fn where_few_write_members_read_no_sentence_and_no_usual_beside_it() {
        let mut few = past(&[30, 10, 40, 20, 30, 60]);
        few.weeks[3].active_members = 4;
        let section = few.section().for_members().unwrap();
        assert_eq!(figure(&section, "messages").unwrap().usual, None);
        assert_eq!(plain(Locale::En, &section.lead.unwrap()), "A week with too few before it to compare.");
        few.weeks[5].active_members = 4;
        let section = few.section().for_members().unwrap();
        assert_eq!((&section.lead, figure(&section, "messages")), (&None, None));
    }

    #[test]
    fn channels_are_named_where_many_write_and_never_counted() {
        let mut week = past(&[30, 10, 40, 20, 30, 60]);
        let channel = |name: &str, people| Lively { name: name.to_owned(), messages: 9, people };
        week.lively = vec![channel("bread", 4), channel("general", 5)];
        let section = week.section().for_members().unwrap();
        let named: Vec<_> = all(&section).into_iter().filter_map(|figure| figure.subject.clone()).collect();
        assert_eq!(named, ["general"]);
    }

    #[test]
    fn a_running_week_says_so() {
        let mut running = past(&[30, 10, 40, 20, 30, 60]);
        running.now = Timestamp(running.now.0 - HOUR);
        running.weeks[5].partial = true;
        let section = running.section();
        assert_eq!(plain(Locale::En, &section.lead.unwrap()), "This week is not over; these are its figures so far.");
        assert!(section.lines.iter().any(|line| line.head.key == "activity-newcomers-so-far"));
    }
}
