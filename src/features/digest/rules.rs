//! What is decided: what may be compared, how long a span sounds, when a share is a percentage, how
//! what was missed is named; and in [`plan`], which week's digest comes when.

pub mod plan;

use crate::clock::Timestamp;
use crate::feature::section::chart::Chart;
use crate::feature::section::{ENOUGH_FOR_SHARE, Figure, Gap, Place, Record, Section, Unit};
use crate::i18n::Span;
use crate::text::zone;
use crate::text::zone::{Week, Weekday, Zone};

/// Shorter gaps are not worth a word: a restart takes seconds.
const SHORTEST_GAP_MS: i64 = 60_000;
/// More gaps than these are named together.
const GAPS_ONE_BY_ONE: usize = 3;

/// The sections as they are read, and how much of the week is known.
///
/// Whoever keeps the record comes first, since the rest is read against it. Beside a week that is
/// not whole nothing is called usual or unusual.
pub fn assembled(mut sections: Vec<Section>) -> (Record, Vec<Section>) {
    sections.sort_by_key(|section| section.record.is_none());
    let record = sections.iter().find_map(|section| section.record).unwrap_or(Record::Whole);
    if record != Record::Whole {
        for section in &mut sections {
            let members = section.members.iter_mut().flat_map(|members| &mut members.lines);
            let shown = section.lines.iter_mut().chain(members).flat_map(|line| &mut line.figures);
            shown.chain(&mut section.for_files).for_each(|figure| figure.usual = None);
            let members = section.members.iter_mut().flat_map(|members| &mut members.charts);
            section.charts.iter_mut().chain(members).for_each(Chart::without_usual);
        }
    }
    (record, sections)
}

/// What lies outside of what is usual is named in this order where it lies equally far.
const LEADS: [&str; 6] =
    ["active_members", "messages", "new_members", "newcomers_replied", "new_active_next_week", "reports"];
/// So much is added to both sides of a ratio of counts: one case where none is usual is no surge.
const FEW_CASES: f64 = 3.0;

/// What lies farthest outside of what is usual in its week.
pub fn farthest(sections: &[Section]) -> Option<&Figure> {
    let figures = sections.iter().flat_map(|section| section.lines.iter().flat_map(|line| &line.figures));
    let place = |figure: &Figure| LEADS.iter().position(|name| *name == figure.name).unwrap_or(LEADS.len());
    let outside = figures.filter_map(|figure| Some((distance(figure)?, figure)));
    let farthest = outside.max_by(|(one, figure), (other, another)| {
        one.total_cmp(other).then_with(|| place(another).cmp(&place(figure)))
    });
    farthest.map(|(_, figure)| figure)
}

/// How far a figure lies outside of what is usual, as a ratio; `None` where it does not.
fn distance(figure: &Figure) -> Option<f64> {
    let (value, (low, high)) = (figure.judged()?, figure.usual?);
    let added = match figure.usual_unit() {
        // The sign of a change may turn; how long something took says little by itself.
        Unit::Change | Unit::Seconds => return None,
        Unit::ShareOf(_) => 0.01,
        Unit::Count | Unit::Mean | Unit::Minutes => FEW_CASES,
    };
    match figure.place()? {
        Place::Above => Some((value + added) / (high + added)),
        Place::Below => Some((low + added) / (value + added)),
        Place::Usual => None,
    }
}

/// What is left of a part that is not shown: what was missed, and why there are no figures at all.
pub fn unshown(section: Section) -> Section {
    let Section { feature, record, gaps, notes, .. } = section;
    let notes = if record == Some(Record::Outside) { notes } else { Vec::new() };
    Section { feature, record, gaps, notes, ..Section::default() }
}

/// The parts that members read; `None` if there is nothing in them.
pub fn for_members(sections: &[Section]) -> Option<Vec<Section>> {
    let seen: Vec<Section> = sections.iter().filter_map(Section::for_members).collect();
    seen.iter().any(|section| !section.says_nothing()).then_some(seen)
}

/// A share as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    Percent(i64),
    Part(i64, i64),
}

/// A share of so many cases.
pub fn share(share: f64, of: i64) -> Share {
    if of >= ENOUGH_FOR_SHARE { percent(share) } else { Share::Part((share * of as f64).round() as i64, of) }
}

/// A share in hundredths, where it is not known of how many.
pub fn percent(share: f64) -> Share {
    Share::Percent((share * 100.0).round() as i64)
}

/// What was missed, as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missed {
    pub span: Span,
    pub recovered: Recovered,
    pub when: When,
}

/// How much of it was read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovered {
    Nothing,
    Some(Span),
    All,
}

/// On which days something was missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    On(Weekday),
    From(Weekday, Weekday),
    Times(usize),
}

/// Each gap, or all together where they are many.
pub fn missed(gaps: &[Gap], zone: &Zone) -> Vec<Missed> {
    let gaps: Vec<&Gap> = gaps.iter().filter(|gap| gap.to.since(gap.from) >= SHORTEST_GAP_MS).collect();
    if gaps.len() > GAPS_ONE_BY_ONE {
        let long = gaps.iter().map(|gap| gap.to.since(gap.from)).sum();
        let recovered = gaps.iter().map(|gap| gap.recovered).sum();
        return vec![one_missed(long, recovered, When::Times(gaps.len()))];
    }
    let when = |gap: &Gap| {
        let first = zone.local(gap.from).weekday;
        // The end itself no longer belongs to it.
        let last = zone.local(Timestamp(gap.to.0 - 1)).weekday;
        if first == last { When::On(first) } else { When::From(first, last) }
    };
    gaps.iter().map(|gap| one_missed(gap.to.since(gap.from), gap.recovered, when(gap))).collect()
}

fn one_missed(long: i64, recovered: i64, when: When) -> Missed {
    let span = |millis: i64| Span::of_seconds(millis as f64 / 1_000.0);
    let recovered = match recovered {
        little if little < SHORTEST_GAP_MS => Recovered::Nothing,
        much if long - much < SHORTEST_GAP_MS => Recovered::All,
        some => Recovered::Some(span(some)),
    };
    Missed { span: span(long), recovered, when }
}

/// The first and last day of a week, with as much of a date as is needed today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    pub first: Date,
    pub last: Date,
}

/// A date, as far as it has to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    pub day: i8,
    /// Left out where the other date says it.
    pub month: Option<i8>,
    /// Left out where it goes without saying.
    pub year: Option<i16>,
}

/// "16–22 November" in the same year, "16–22 November 2015" later.
pub fn days(week: Week, today: i64) -> Days {
    days_between(week.first_day(), week.first_day() + 6, today)
}

/// The same of any days, both included.
pub fn days_between(first: i64, last: i64, today: i64) -> Days {
    let (year, month, day) = zone::calendar_date(first);
    let (last_year, last_month, last_day) = zone::calendar_date(last);
    let (this_year, ..) = zone::calendar_date(today);
    let year_matters = year != last_year || year != this_year;
    Days {
        first: Date { day, month: (month != last_month).then_some(month), year: (year != last_year).then_some(year) },
        last: Date { day: last_day, month: Some(last_month), year: year_matters.then_some(last_year) },
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::error::Message;
    use crate::feature::section::{Figure, Good, Line, Unit, Value};
    use crate::text::zone::parse_iso;

    #[rstest]
    #[case(0.428_571, 7, Share::Part(3, 7))]
    #[case(1.0, 9, Share::Part(9, 9))]
    #[case(0.6, 10, Share::Percent(60))]
    #[case(0.387, 31, Share::Percent(39))]
    fn a_share_is_a_percentage_from_ten_cases_on(#[case] value: f64, #[case] of: i64, #[case] said: Share) {
        assert_eq!(share(value, of), said);
    }

    fn at(text: &str) -> Timestamp {
        parse_iso(text).unwrap()
    }

    fn gap(from: &str, to: &str, recovered_minutes: i64) -> Gap {
        Gap { from: at(from), to: at(to), recovered: recovered_minutes * 60_000 }
    }

    #[test]
    fn a_gap_is_named_by_where_the_people_are() {
        let zone = Zone::find("Europe/Chisinau").unwrap();
        let (tuesday, thursday) = (Weekday::Tuesday, Weekday::Thursday);
        for (gap, span, recovered, when) in [
            (
                gap("2026-11-16T22:00:00Z", "2026-11-17T04:00:00Z", 120),
                Span::Hours(6, 0),
                Recovered::Some(Span::Hours(2, 0)),
                When::On(tuesday),
            ),
            (
                gap("2026-11-17T10:00:00Z", "2026-11-17T22:00:00Z", 0),
                Span::Hours(12, 0),
                Recovered::Nothing,
                When::On(tuesday),
            ),
            (
                gap("2026-11-17T10:00:00Z", "2026-11-19T10:00:00Z", 48 * 60),
                Span::Days(2, 0),
                Recovered::All,
                When::From(tuesday, thursday),
            ),
        ] {
            assert_eq!(missed(&[gap], &zone), [Missed { span, recovered, when }]);
        }
    }

    #[test]
    fn restarts_are_not_worth_a_word_and_many_gaps_are_one() {
        let restart = gap("2026-11-17T10:00:00Z", "2026-11-17T10:00:59Z", 0);
        assert_eq!(missed(&[restart], &Zone::utc()), []);
        let short = gap("2026-11-17T10:00:00Z", "2026-11-17T10:30:00Z", 15);
        let all =
            Missed { span: Span::Hours(2, 0), recovered: Recovered::Some(Span::Hours(1, 0)), when: When::Times(4) };
        assert_eq!(missed(&[short, short, restart, short, short], &Zone::utc()), [all]);
    }

    #[rstest]
    #[case("2026-W47", "2026-11-23", (16, None, None), (22, Some(11), None))]
    #[case("2026-W49", "2026-12-07", (30, Some(11), None), (6, Some(12), None))]
    #[case("2015-W10", "2026-12-07", (2, None, None), (8, Some(3), Some(2015)))]
    #[case("2026-W53", "2027-01-05", (28, Some(12), Some(2026)), (3, Some(1), Some(2027)))]
    fn a_date_says_as_much_as_is_needed(
        #[case] week: Week,
        #[case] today: &str,
        #[case] first: (i8, Option<i8>, Option<i16>),
        #[case] last: (i8, Option<i8>, Option<i16>),
    ) {
        let date = |(day, month, year)| Date { day, month, year };
        let today = Zone::utc().day(at(&format!("{today}T12:00:00Z")));
        assert_eq!(days(week, today), Days { first: date(first), last: date(last) });
    }

    fn section(record: Option<Record>) -> Section {
        let figure = Figure::new("messages", Week::of_day(0), Good::Neutral, Unit::Count, Value::count(9));
        let figure = figure.compared(Some(1.0), Some((1.0, 2.0)));
        let line = Line { head: Message::new("activity-also"), figures: vec![figure.clone()] };
        Section { record, lines: vec![line], for_files: vec![figure], ..Section::default() }
    }

    #[rstest]
    #[case(Record::Whole, true)]
    #[case(Record::Gap, false)]
    #[case(Record::Partial, false)]
    #[case(Record::Outside, false)]
    fn beside_a_week_that_is_not_whole_nothing_is_unusual(#[case] record: Record, #[case] compared: bool) {
        let (known, sections) = assembled(vec![section(None), section(Some(record))]);
        assert_eq!(known, record);
        assert_eq!(sections[0].record, Some(record), "whoever keeps the record comes first");
        for section in sections {
            let figures = section.lines.iter().flat_map(|line| &line.figures).chain(&section.for_files);
            assert!(figures.into_iter().all(|figure| figure.usual.is_some() == compared));
        }
    }
}
