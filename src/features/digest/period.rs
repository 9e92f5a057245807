//! A month or a quarter: the same figures as in the digests of its weeks, over all of them.
//!
//! A week belongs to the month of its Thursday, as an ISO week belongs to its year; so months are whole weeks, and
//! the figures of a month are those of its weeks. What can be added up is added up, shares are taken of all cases
//! together, means are the mean of the weeks. What cannot, such as a median, stands by week in CSV and JSON; people
//! are counted once by the feature that knows them ([`Feature::digest_over`]).

use std::collections::HashMap;
use std::fmt;

use crate::error::{Message, Result};
use crate::feature::Feature;
use crate::feature::section::{Figure, Line, Reading, Record, Section, Unit, Value, Whole};
use crate::i18n::Locale;
use crate::text::zone::{Week, WeekRange, calendar_date, day_of_date};

use super::{Digest, Sections};

/// A month or a quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Month { year: i16, month: i8 },
    Quarter { year: i16, quarter: i8 },
}

impl Period {
    /// The month that somebody means: "2026-11", or "11" for the latest November that has begun.
    pub fn month(typed: &str, today: i64) -> Option<Self> {
        let (year, month) = read(typed, "-", 12)?;
        let of = |year| Self::Month { year, month };
        Self::latest(year, of, today)
    }

    /// The quarter that somebody means: "2026-Q4", or "Q4" or "4" for the latest such one that has begun.
    pub fn quarter(typed: &str, today: i64) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        let (year, quarter) = match typed.strip_prefix('q') {
            Some(quarter) => read(quarter, "-q", 4)?,
            None => read(&typed, "-q", 4)?,
        };
        let of = |year| Self::Quarter { year, quarter };
        Self::latest(year, of, today)
    }

    fn latest(year: Option<i16>, of: impl Fn(i16) -> Self, today: i64) -> Option<Self> {
        let (this_year, ..) = calendar_date(today);
        let has_begun = |period: &Self| period.weeks().is_some_and(|weeks| weeks.first.first_day() <= today);
        match year {
            Some(year) => Some(of(year)).filter(has_begun),
            None => [this_year, this_year - 1].map(of).into_iter().find(has_begun),
        }
    }

    /// The latest months or quarters like this one that have begun, this one first.
    pub fn back(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |period| Some(period.previous()))
    }

    fn previous(self) -> Self {
        match self {
            Self::Month { year, month: 1 } => Self::Month { year: year - 1, month: 12 },
            Self::Month { year, month } => Self::Month { year, month: month - 1 },
            Self::Quarter { year, quarter: 1 } => Self::Quarter { year: year - 1, quarter: 4 },
            Self::Quarter { year, quarter } => Self::Quarter { year, quarter: quarter - 1 },
        }
    }

    /// The month and the quarter of a day: those of its week.
    pub fn of_day(day: i64) -> [Self; 2] {
        let (year, month, _) = calendar_date(Week::of_day(day).first_day() + 3);
        [Self::Month { year, month }, Self::Quarter { year, quarter: (month + 2) / 3 }]
    }

    /// Its weeks; `None` for a year that no calendar has.
    pub fn weeks(self) -> Option<WeekRange> {
        let (year, first, last) = match self {
            Self::Month { year, month } => (year, month, month),
            Self::Quarter { year, quarter } => (year, quarter * 3 - 2, quarter * 3),
        };
        let (after_year, after) = if last == 12 { (year + 1, 1) } else { (year, last + 1) };
        let (from, before) = (day_of_date(year, first, 1)?, day_of_date(after_year, after, 1)?);
        // 1970-01-01 was a Thursday.
        let thursday = |day: i64| day + (-day).rem_euclid(7);
        Some(WeekRange { first: Week::of_day(thursday(from)), last: Week::of_day(thursday(before) - 7) })
    }

    /// What a title calls it, after the server and before its days.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Month { .. } => "digest-title-month",
            Self::Quarter { .. } => "digest-title-quarter",
        }
    }
}

impl fmt::Display for Period {
    /// "2026-11", "2026-Q4".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month { year, month } => write!(f, "{year}-{month:02}"),
            Self::Quarter { year, quarter } => write!(f, "{year}-Q{quarter}"),
        }
    }
}

/// A year, if there is one, and a number up to `most` behind the sign.
fn read(typed: &str, sign: &str, most: i8) -> Option<(Option<i16>, i8)> {
    let (year, number) = match typed.trim().split_once(sign) {
        Some((year, number)) => (Some(year.parse().ok().filter(|year| (1970..=9998).contains(year))?), number),
        None => (None, typed.trim()),
    };
    let number: i8 = number.parse().ok()?;
    (1..=most).contains(&number).then_some((year, number))
}

/// What a digest of several weeks knows besides its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Weeks {
    pub period: Period,
    pub weeks: Vec<Week>,
    /// What each figure was week by week, by its name and what it is of.
    pub values: HashMap<(&'static str, Option<String>), Vec<Option<f64>>>,
}

impl Weeks {
    /// A figure week by week; nothing of one that is not known so.
    pub fn of(&self, figure: &Figure) -> &[Option<f64>] {
        self.values.get(&(figure.name, figure.subject.clone())).map_or(&[], Vec::as_slice)
    }
}

/// Gathers a month or a quarter of a server, as far as it has gone.
///
/// # Errors
/// Whatever keeps a feature from answering.
pub async fn gather(
    features: &[Feature],
    reading: &Reading<'_>,
    (period, weeks): (Period, WeekRange),
    server: &str,
    locale: Locale,
    chosen: &Sections,
) -> Result<Digest> {
    let today = reading.zone.day(reading.now);
    let begun: Vec<Week> = weeks.iter().filter(|week| week.first_day() <= today).collect();
    let mut digests = Vec::new();
    for week in &begun {
        digests.push(super::gather(features, &Reading { week: *week, ..*reading }, server, locale, chosen).await?);
    }
    let last = begun.last().copied().unwrap_or(weeks.first);
    let mut over = Vec::new();
    for feature in features.iter().filter(|feature| chosen.have(feature.name)) {
        if let Some(figures) = feature.digest_over {
            over.extend(figures(&Reading { week: last, ..*reading }, weeks.first).await?);
        }
    }
    Ok(together(reading, period, begun, digests, over, (server, locale)))
}

/// The digests of weeks as one.
fn together(
    reading: &Reading<'_>,
    period: Period,
    weeks: Vec<Week>,
    digests: Vec<Digest>,
    over: Vec<Figure>,
    (server, locale): (&str, Locale),
) -> Digest {
    let week = weeks.last().copied().unwrap_or_else(|| Week::of_day(reading.zone.day(reading.now)));
    let known: fn(Record) -> bool = |record| record != Record::Outside;
    let are = |wanted: fn(Record) -> bool| digests.iter().filter(move |digest| wanted(digest.record)).count();
    let record = match (are(|record| record == Record::Whole), are(known)) {
        (whole, _) if whole > 0 && whole == digests.len() => Record::Whole,
        (_, 0) => Record::Outside,
        _ => Record::Partial,
    };
    let mut values = HashMap::new();
    let mut sections: Vec<Section> = Vec::new();
    for (place, digest) in digests.iter().enumerate() {
        for section in digest.sections.iter().filter(|_| known(digest.record)) {
            let at = sections.iter().position(|one| one.feature == section.feature).unwrap_or_else(|| {
                sections.push(Section { feature: section.feature, ..Section::default() });
                sections.len() - 1
            });
            let shown = section.lines.iter().flat_map(|line| &line.figures).map(|figure| (figure, true));
            for (figure, is_shown) in shown.chain(section.for_files.iter().map(|figure| (figure, false))) {
                let key = (figure.name, figure.subject.clone());
                let known: &mut Vec<Option<f64>> = values.entry(key).or_insert_with(|| vec![None; weeks.len()]);
                known[place] = figure.value.known();
                let Section { lines, for_files, .. } = &mut sections[at];
                let mut before =
                    lines.iter_mut().flat_map(|line: &mut Line| &mut line.figures).chain(for_files.iter_mut());
                let before = before.find(|one| one.name == figure.name && one.subject == figure.subject);
                if let Some(before) = before {
                    *before = added(before, figure);
                } else if is_shown {
                    lines.push(Line::from_figure(alone(figure, week)));
                } else {
                    for_files.push(alone(figure, week));
                }
            }
        }
    }
    for figure in sections
        .iter_mut()
        .flat_map(|section| section.lines.iter_mut().flat_map(|line| &mut line.figures).chain(&mut section.for_files))
    {
        settle(figure, &values, &over);
    }
    for section in &mut sections {
        // One table for a part, each figure under its own name.
        let figures: Vec<Figure> = section.lines.drain(..).flat_map(|line| line.figures).collect();
        section.lines = match figures.len() {
            0 | 1 => figures.into_iter().map(Line::from_figure).collect(),
            _ => vec![Line { head: Message::new(format!("digest-heading-{}", section.feature)), figures }],
        };
    }
    let notes = notes(&weeks, &digests, record);
    match sections.first_mut() {
        Some(first) => first.notes = notes,
        None => sections.push(Section { notes, ..Section::default() }),
    }
    let months = Weeks { period, weeks, values };
    Digest {
        guild: reading.guild,
        server: server.to_owned(),
        locale,
        zone: reading.zone.clone(),
        week,
        at: reading.now,
        record,
        sections,
        months: Some(months),
        suggested: Vec::new(),
    }
}

/// A figure with nothing beside it.
fn alone(figure: &Figure, week: Week) -> Figure {
    let whole = figure.whole.map(|whole| Whole { last: None, ..whole });
    Figure { week, last: None, usual: None, phrase: None, goes_on: false, behind: None, whole, ..figure.clone() }
}

/// Two weeks of a figure as one; what was counted in neither is not known.
fn added(before: &Figure, next: &Figure) -> Figure {
    let both = before.value.known().zip(next.value.known());
    let value = match (both, before.value.known().or(next.value.known())) {
        (Some((one, other)), _) => match (before.unit, next.unit) {
            // A share of all cases together.
            (Unit::ShareOf(some), Unit::ShareOf(more)) if some + more > 0 => {
                Value::Of((one * some as f64 + other * more as f64) / (some + more) as f64)
            }
            _ => Value::Of(one + other),
        },
        (None, Some(known)) => Value::Of(known),
        (None, None) => next.value,
    };
    let unit = match (before.unit, next.unit) {
        (Unit::ShareOf(some), Unit::ShareOf(more)) => {
            let cases = |figure: &Figure, of| figure.value.known().map_or(0, |_| of);
            Unit::ShareOf(cases(before, some) + cases(next, more))
        }
        (unit, _) => unit,
    };
    // What few have said stays with them.
    let value = match (before.value, next.value) {
        (Value::Fewer(few), _) | (_, Value::Fewer(few)) => Value::Fewer(few),
        _ => value,
    };
    // The newcomers of all weeks of which it is known.
    let cases = |figure: &Figure| figure.whole.filter(|_| figure.value.known().is_some());
    let whole = match (cases(before), cases(next)) {
        (Some(one), Some(other)) => Some(Whole { cases: one.cases + other.cases, last: None }),
        (one, other) => one.or(other),
    };
    Figure { value, unit, whole, ..before.clone() }
}

/// Puts a mean where one was added up, takes out what cannot be added up, and puts in what is known otherwise.
fn settle(figure: &mut Figure, values: &HashMap<(&'static str, Option<String>), Vec<Option<f64>>>, over: &[Figure]) {
    if let Some(known) = over.iter().find(|one| one.name == figure.name && one.subject == figure.subject) {
        figure.value = known.value;
        return;
    }
    let weeks = values.get(&(figure.name, figure.subject.clone())).into_iter().flatten().flatten().count();
    figure.value = match (figure.unit, figure.value) {
        _ if weeks < 2 => figure.value,
        (Unit::Mean, Value::Of(sum)) => Value::Of(sum / weeks as f64),
        (Unit::Seconds, Value::Of(_)) => Value::Nothing,
        _ if !figure.adds_up => Value::Nothing,
        (_, value) => value,
    };
}

/// Which weeks these are, and what is not known of them.
fn notes(weeks: &[Week], digests: &[Digest], record: Record) -> Vec<Message> {
    let named = |weeks: Vec<&Week>| weeks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut notes = Vec::new();
    if record == Record::Outside {
        notes.push(Message::new("digest-period-nothing"));
    }
    if let (Some(first), Some(last)) = (weeks.first(), weeks.last()) {
        notes.push(Message::new("digest-period-weeks").with("first", first.to_string()).with("last", last.to_string()));
    }
    let not_whole = weeks.iter().zip(digests).filter(|(_, digest)| digest.record != Record::Whole);
    let not_whole: Vec<&Week> = not_whole.map(|(week, _)| week).collect();
    if !not_whole.is_empty() && record != Record::Outside {
        notes.push(Message::new("digest-period-partial").with("weeks", named(not_whole)));
    }
    notes.push(Message::new("digest-period-people"));
    notes
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::feature::section::Good;

    /// Monday, 23 November 2026.
    const TODAY: i64 = 20_780;

    #[rstest]
    #[case("2026-11", Some("2026-11"), Some("2026-W45..2026-W48"))]
    #[case("11", Some("2026-11"), Some("2026-W45..2026-W48"))]
    #[case(" 12 ", Some("2025-12"), Some("2025-W49..2025-W52"))]
    #[case("2024-02", Some("2024-02"), Some("2024-W05..2024-W09"))]
    #[case("2026-12", None, None)]
    #[case("2026-13", None, None)]
    #[case("0", None, None)]
    #[case("november", None, None)]
    #[case("", None, None)]
    fn a_month_is_the_weeks_whose_thursday_is_in_it(
        #[case] typed: &str,
        #[case] name: Option<&str>,
        #[case] weeks: Option<&str>,
    ) {
        let period = Period::month(typed, TODAY);
        assert_eq!(period.map(|period| period.to_string()).as_deref(), name);
        let range = period.and_then(Period::weeks).map(|range| format!("{}..{}", range.first, range.last));
        assert_eq!(range.as_deref(), weeks);
    }

    #[rstest]
    #[case("2026-Q4", Some("2026-Q4"))]
    #[case("q4", Some("2026-Q4"))]
    #[case("4", Some("2026-Q4"))]
    #[case("2027-Q1", None)]
    #[case("5", None)]
    fn a_quarter_is_three_months(#[case] typed: &str, #[case] name: Option<&str>) {
        let period = Period::quarter(typed, TODAY);
        assert_eq!(period.map(|period| period.to_string()).as_deref(), name);
    }

    #[test]
    fn the_weeks_of_all_months_and_quarters_are_all_weeks_each_once() {
        for start in Period::of_day(TODAY) {
            let mut next = start.weeks().unwrap().first;
            for period in start.back().skip(1).take(300) {
                let weeks = period.weeks().unwrap();
                assert_eq!(weeks.last.next(), next, "{period}");
                next = weeks.first;
            }
        }
        assert_eq!(Period::of_day(TODAY).map(|period| period.to_string()), ["2026-11", "2026-Q4"]);
    }

    fn figure(unit: Unit, value: Value) -> Figure {
        Figure::new("messages", Week::of_day(TODAY), Good::Neutral, unit, value)
    }

    #[test]
    fn newcomers_of_a_week_that_is_not_known_are_none_of_the_cases() {
        let of = |value, cases| figure(Unit::Count, value).part_of(Whole { cases, last: None });
        let cases = |figure: Figure| figure.whole.map(|whole| whole.cases);
        assert_eq!(cases(added(&of(Value::Of(3.0), 10), &of(Value::NotRecorded, 7))), Some(10));
        assert_eq!(cases(added(&of(Value::NotRecorded, 7), &of(Value::Of(3.0), 10))), Some(10));
        assert_eq!(cases(added(&of(Value::Of(1.0), 7), &of(Value::Of(3.0), 10))), Some(17));
        assert_eq!(cases(added(&of(Value::NotRecorded, 7), &of(Value::NotRecorded, 7))), None);
    }

    #[rstest]
    #[case((Unit::Count, Value::Of(3.0)), (Unit::Count, Value::Of(4.0)), (Unit::Count, Value::Of(7.0)))]
    #[case((Unit::Count, Value::NotRecorded), (Unit::Count, Value::Of(4.0)), (Unit::Count, Value::Of(4.0)))]
    #[case((Unit::Count, Value::NotRecorded), (Unit::Count, Value::NotRecorded), (Unit::Count, Value::NotRecorded))]
    #[case((Unit::Count, Value::Fewer(5)), (Unit::Count, Value::Of(9.0)), (Unit::Count, Value::Fewer(5)))]
    #[case((Unit::ShareOf(10), Value::Of(0.5)), (Unit::ShareOf(30), Value::Of(0.1)), (Unit::ShareOf(40), Value::Of(0.2)))]
    #[case((Unit::ShareOf(0), Value::Nothing), (Unit::ShareOf(3), Value::Of(1.0)), (Unit::ShareOf(3), Value::Of(1.0)))]
    fn weeks_are_added_up(#[case] one: (Unit, Value), #[case] other: (Unit, Value), #[case] sum: (Unit, Value)) {
        let sum_of = added(&figure(one.0, one.1), &figure(other.0, other.1));
        assert_eq!((sum_of.unit, sum_of.value), sum);
    }

    #[test]
    fn a_mean_is_the_mean_of_the_weeks_and_a_median_is_not_made_up() {
        let weeks = HashMap::from([(("messages", None), vec![Some(2.0), None, Some(4.0)])]);
        let settled = |mut one: Figure, over: &[Figure]| {
            settle(&mut one, &weeks, over);
            one.value
        };
        assert_eq!(settled(figure(Unit::Mean, Value::Of(6.0)), &[]), Value::Of(3.0));
        assert_eq!(settled(figure(Unit::Seconds, Value::Of(6.0)), &[]), Value::Nothing);
        assert_eq!(settled(figure(Unit::Count, Value::Of(6.0)), &[]), Value::Of(6.0));
        let people = figure(Unit::Count, Value::Of(6.0)).of_people();
        assert_eq!(settled(people.clone(), &[]), Value::Nothing);
        assert_eq!(settled(people, &[figure(Unit::Count, Value::Of(5.0))]), Value::Of(5.0));
    }
}
