//! The words of a digest: its title, a line for each group of figures, what was missed.
//!
//! Only messages stand here; whether they become Discord's markdown or a line of a terminal is
//! decided where they are written. What people see of it in Discord is in [`cards`]; [`cells`] has
//! the same words one by one, as a table takes them.

pub mod cards;
pub mod cells;

use crate::discord::outbox::{FailureReason, Outcome};
use crate::error::{Arg, Message};
use crate::feature::section::{Figure, Line, News, Place, Section, Unit, Value};
use crate::i18n::Span;
use crate::ids::ChannelId;
use crate::text::zone::Week;

use super::rules::{self, Date, Days, Missed, Recovered, Share, When};
use super::{Digest, Weeks};
use crate::features::digest::{Edition, Posted};

/// A line of the page: its first words, then pieces that are set apart from each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub head: Message,
    pub pieces: Vec<Piece>,
}

/// One figure or judgement in its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub text: Message,
    /// It goes on from the piece before.
    pub goes_on: bool,
}

impl From<Message> for Piece {
    fn from(text: Message) -> Self {
        Self { text, goes_on: false }
    }
}

/// "{server}, week 47 (16–22 November)".
pub fn title(digest: &Digest) -> Message {
    if let Some(weeks) = &digest.months {
        return Message::new(weeks.period.key())
            .with("server", digest.server.as_str())
            .with("name", weeks.period.to_string())
            .with("days", days_of(weeks, digest));
    }
    Message::new("digest-title")
        .with("server", digest.server.as_str())
        .with("week", i64::from(digest.week.number()))
        .with("days", span_of_days(digest.week, digest.zone.day(digest.at)))
}

/// "Week 47, 16–22 November", below the name of the server.
pub fn week(digest: &Digest) -> Message {
    if let Some(weeks) = &digest.months {
        let days = days_of(weeks, digest);
        return Message::new("digest-week-choice").with("name", weeks.period.to_string()).with("days", days);
    }
    Message::new("digest-week")
        .with("week", i64::from(digest.week.number()))
        .with("days", span_of_days(digest.week, digest.zone.day(digest.at)))
}

/// "2–29 November" of several weeks.
fn days_of(weeks: &Weeks, digest: &Digest) -> Message {
    let first = weeks.weeks.first().unwrap_or(&digest.week).first_day();
    spelled(rules::days_between(first, digest.week.first_day() + 6, digest.zone.day(digest.at)))
}

/// "16–22 November", with as much of a date as is needed today.
pub fn span_of_days(week: Week, today: i64) -> Message {
    spelled(rules::days(week, today))
}

fn spelled(days: Days) -> Message {
    match days.first.month {
        None => Message::new("digest-days-within").with("first", i64::from(days.first.day)),
        Some(_) => Message::new("digest-days-across").with("first", date(days.first)),
    }
    .with("last", date(days.last))
}

/// What a feature's part is called.
pub fn section(feature: &str) -> Message {
    Message::new(format!("digest-section-{feature}"))
}

/// What became of a digest, as the end of a sentence.
pub fn posted(posted: Posted) -> Message {
    match posted {
        Posted::No => Message::new("digest-posted-nowhere"),
        Posted::Sending { channel } => Message::new("digest-posted-soon").with("channel", channel),
        Posted::As { channel, .. } => Message::new("digest-posted-there").with("channel", channel),
        Posted::Failed { channel, why } => {
            Message::new("digest-posted-failed").with("channel", channel).with("why", refused(why))
        }
        Posted::Unknown { channel } => Message::new("digest-posted-unknown").with("channel", channel),
    }
}

/// That the digest of a week was not posted, or may not have been.
pub fn unposted(edition: Edition, week: Week, today: i64, channel: ChannelId, outcome: &Outcome) -> Option<Message> {
    let message = match (outcome, edition) {
        (Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_), _) => return None,
        (Outcome::Failed(why), Edition::Staff) => Message::new("digest-log-failed").with("why", refused(*why)),
        (Outcome::Failed(why), Edition::Members) => Message::new("digest-log-public-failed").with("why", refused(*why)),
        (Outcome::Unknown, Edition::Staff) => Message::new("digest-log-unknown"),
        (Outcome::Unknown, Edition::Members) => Message::new("digest-log-public-unknown"),
    };
    let week = message.with("week", i64::from(week.number())).with("days", span_of_days(week, today));
    Some(week.with("channel", channel))
}

/// Why Discord took no digest, and what to do.
pub fn refused(why: FailureReason) -> Message {
    Message::new(match why {
        FailureReason::Gone => "digest-refused-gone",
        FailureReason::Access | FailureReason::Permission => "digest-refused-permission",
        FailureReason::AutoMod => "digest-refused-automod",
        FailureReason::Foreign => "why-foreign",
        FailureReason::Locked => "why-locked",
        FailureReason::ClosedDm
        | FailureReason::NoSharedServer
        | FailureReason::Late
        | FailureReason::Withdrawn
        | FailureReason::InUse
        | FailureReason::Full
        | FailureReason::NoTag
        | FailureReason::Refused => "digest-refused",
    })
}

fn date(date: Date) -> Message {
    let key = if date.year.is_some() { "digest-day-of-year" } else { "digest-day" };
    let month = Message::new(format!("month-{}", date.month.unwrap_or(1)));
    let message = Message::new(key).with("day", i64::from(date.day)).with("month", month);
    match date.year {
        // As text: a year has no thousands.
        Some(year) => message.with("year", year.to_string()),
        None => message,
    }
}

/// The sentence on the week as a whole.
pub fn lead(digest: &Digest) -> Option<&Message> {
    digest.sections.iter().find_map(|section| section.lead.as_ref())
}

/// The figures, line by line, and after those of a feature its news; at the end what is suggested. Lines that would
/// say nothing are left out.
pub fn lines(digest: &Digest) -> Vec<Shown> {
    let of_section = |section: &Section| -> Vec<Shown> {
        section.lines.iter().map(shown).chain(section.news.iter().map(news)).collect()
    };
    let suggested = suggested(digest).into_iter();
    digest.sections.iter().flat_map(of_section).chain(suggested).filter(|line| !line.pieces.is_empty()).collect()
}

/// What the staff could see to, in a line.
fn suggested(digest: &Digest) -> Option<Shown> {
    let whys = digest.suggested.iter().map(|one| Piece::from(one.why.clone()));
    (!digest.suggested.is_empty()).then(|| Shown { head: Message::new("digest-suggested"), pieces: whys.collect() })
}

/// What was missed, then what the features add.
pub fn notes(digest: &Digest) -> Vec<Message> {
    let gaps = digest.sections.iter().flat_map(|section| rules::missed(&section.gaps, &digest.zone));
    let notes = digest.sections.iter().flat_map(|section| section.notes.iter().cloned());
    gaps.map(missed).chain(notes).collect()
}

fn news(news: &News) -> Shown {
    Shown { head: news.head.clone(), pieces: told(news).into_iter().map(Piece::from).collect() }
}

/// What is told of it, one sentence after the other.
pub fn told(news: &News) -> Option<Message> {
    let after = |before: Message, next| Message::new("digest-told").with("before", before).with("next", next);
    news.told.iter().cloned().reduce(after)
}

fn shown(line: &Line) -> Shown {
    let pieces = match line.figures.as_slice() {
        [] => Vec::new(),
        [figure] => alone(figure),
        figures if figures.iter().all(|figure| figure.value == Value::NotRecorded) => {
            vec![Message::new("digest-no-data").into()]
        }
        figures => together(figures),
    };
    Shown { head: line.head.clone(), pieces }
}

/// What is unusual of a figure, as the beginning of a sentence.
pub fn outside(figure: &Figure) -> Message {
    let name = Message::new(format!("figure-{}", figure.name));
    let (value, (low, high)) = (figure.judged().unwrap_or_default(), figure.usual.unwrap_or_default());
    let unit = figure.usual_unit();
    let middle = f64::midpoint(low, high);
    let percent = ((value - middle).abs() * 100.0 / middle).round() as i64;
    let message = match figure.place() {
        _ if matches!(unit, Unit::ShareOf(_)) || middle <= 0.0 || percent == 0 => {
            let value = if figure.whole.is_some() { compared(unit, value) } else { written(unit, value) };
            Message::new("digest-lead-beside").with("value", value).with("range", range(unit, low, high))
        }
        Some(Place::Above) if value >= middle * 2.0 => {
            Message::new("digest-lead-times").with("times", Arg::Decimal(value / middle, 1))
        }
        Some(Place::Below) => Message::new("digest-lead-less").with("percent", percent),
        _ => Message::new("digest-lead-more").with("percent", percent),
    };
    message.with("figure", name)
}

/// A figure that has its line for itself: with the usual range and last week's.
fn alone(figure: &Figure) -> Vec<Piece> {
    let value = match figure.value {
        Value::Of(value) => said(figure, written(figure.unit, value)),
        Value::Fewer(than) => said(figure, fewer(than)),
        Value::NotRecorded => return vec![no_data(figure)],
        Value::Nothing => return Vec::new(),
    };
    let value = unusual(figure, value.clone()).unwrap_or(value);
    let mut pieces = vec![value.into()];
    if figure.place() == Some(Place::Usual) {
        pieces.push(Message::new("digest-usual").into());
    }
    pieces.extend(judgement(figure));
    if let Some(last) = last(figure) {
        pieces.push(Message::new("digest-last").with("value", last).into());
    }
    pieces
}

/// Above or below what is usual, with that; `None` where it is as usual.
fn unusual(figure: &Figure, said: Message) -> Option<Message> {
    let (low, high) = figure.usual?;
    let key = match figure.place()? {
        Place::Above => "digest-above",
        Place::Below => "digest-below",
        Place::Usual => return None,
    };
    Some(Message::new(key).with("range", range(figure.usual_unit(), low, high)).with("figure", said))
}

/// The same of the week before: of a part its share.
fn last(figure: &Figure) -> Option<Arg> {
    let last = figure.last?;
    Some(match figure.whole.and_then(|whole| whole.last) {
        Some(cases) if cases > 0 => share(rules::share(last / cases as f64, cases)).into(),
        _ => compared(figure.unit, last),
    })
}

/// Figures that share a line: only what is unusual is marked.
fn together(figures: &[Figure]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut judged = false;
    for figure in figures {
        let Piece { text, .. } = match figure.value {
            Value::Of(value) => Piece::from(short(figure, written(figure.unit, value))),
            Value::Fewer(than) => Piece::from(short(figure, fewer(than))),
            Value::NotRecorded => no_data(figure),
            Value::Nothing => continue,
        };
        pieces.push(Piece { text, goes_on: figure.goes_on && !judged && !pieces.is_empty() });
        let judgement = judgement(figure);
        judged = judgement.is_some();
        pieces.extend(judgement);
    }
    pieces
}

/// "12 wrote again this week ▲ (9 before)".
fn short(figure: &Figure, value: Arg) -> Message {
    let said = with_share(figure, said(figure, value));
    let marked = match figure.place() {
        // Of a share nobody sees what is usual by the week before alone.
        Some(Place::Above | Place::Below) if figure.whole.is_some() => unusual(figure, said.clone()).unwrap_or(said),
        Some(Place::Above) => Message::new("digest-above-short").with("figure", said),
        Some(Place::Below) => Message::new("digest-below-short").with("figure", said),
        Some(Place::Usual) | None => said,
    };
    match last(figure) {
        Some(last) => Message::new("digest-before").with("figure", marked).with("last", last),
        None => marked,
    }
}

/// With its share, where it is a part of enough.
fn with_share(figure: &Figure, said: Message) -> Message {
    match figure.whole.and(figure.judged()) {
        Some(part) => Message::new("digest-with-share").with("figure", said).with("share", share(rules::percent(part))),
        None => said,
    }
}

fn judgement(figure: &Figure) -> Option<Piece> {
    let key = if figure.is_good()? { "digest-good" } else { "digest-not-good" };
    Some(Message::new(key).into())
}

/// Of what there is no data, unless the line says that already.
fn no_data(figure: &Figure) -> Piece {
    let message = match figure.phrase {
        Some(_) => Message::new("digest-no-data-of").with("figure", Message::new(format!("figure-{}", figure.name))),
        None => Message::new("digest-no-data"),
    };
    message.into()
}

/// The value in its words.
fn said(figure: &Figure, value: Arg) -> Message {
    let message = Message::new(figure.phrase.unwrap_or("digest-value")).with("value", value);
    match &figure.subject {
        Some(subject) => message.with("subject", subject),
        None => message,
    }
}

/// A value as it is written.
fn written(unit: Unit, value: f64) -> Arg {
    let whole = value.round() as i64;
    match unit {
        Unit::Count => whole.into(),
        Unit::Change if whole > 0 => Message::new("digest-more").with("value", whole).into(),
        Unit::Change if whole < 0 => Message::new("digest-fewer").with("value", -whole).into(),
        Unit::Change => whole.into(),
        Unit::Mean => Arg::Decimal(value, 1),
        Unit::ShareOf(of) => share(rules::share(value, of)).into(),
        Unit::Seconds => Span::of_seconds(value).message().into(),
        Unit::Minutes => Span::of_minutes(value).message().into(),
    }
}

/// So few that only this is said.
fn fewer(than: i64) -> Arg {
    Message::new("digest-fewer-than").with("count", than).into()
}

/// Another week's value: nobody knows of how many a share was then.
fn compared(unit: Unit, value: f64) -> Arg {
    match unit {
        Unit::ShareOf(_) => share(rules::percent(value)).into(),
        unit => written(unit, value),
    }
}

fn range(unit: Unit, low: f64, high: f64) -> Arg {
    let (low, high) = (compared(unit, low), compared(unit, high));
    if low == high { low } else { Message::new("digest-range").with("low", low).with("high", high).into() }
}

fn share(share: Share) -> Message {
    match share {
        Share::Percent(percent) => Message::new("digest-percent").with("percent", percent),
        Share::Part(part, whole) => Message::new("digest-part").with("part", part).with("whole", whole),
    }
}

/// "Not connected for 6 h on Tuesday; 2 h recovered."
fn missed(missed: Missed) -> Message {
    let when = match missed.when {
        When::On(day) => Message::new(format!("on-weekday-{}", day.number())),
        When::From(first, last) => Message::new("digest-missed-days")
            .with("from", Message::new(format!("from-weekday-{}", first.number())))
            .with("to", Message::new(format!("to-weekday-{}", last.number()))),
        When::Times(times) => Message::new("digest-missed-times").with("times", times),
    };
    let message = match missed.recovered {
        Recovered::Nothing => Message::new("digest-missed"),
        Recovered::Some(recovered) => Message::new("digest-missed-part").with("recovered", recovered.message()),
        Recovered::All => Message::new("digest-missed-whole"),
    };
    message.with("span", missed.span.message()).with("when", when)
}
