//! What a feature tells the digest about a week: figures in lines, and what was missed.
//!
//! A figure carries what is needed to say whether it is usual, so that the lines of one feature and
//! the sentence of another never disagree.

pub mod chart;
pub mod members;
mod panel;
pub mod people;

use crate::clock::Timestamp;
use crate::db::Db;
use crate::discord::client::directory;
use crate::discord::ui::custom_id::CustomId;
use crate::error::Message;
use crate::ids::GuildId;
use crate::text::zone::{Week, Zone};

use chart::Chart;
use members::ForMembers;
use people::Behind;

/// Which week of which guild a section is asked for.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub db: &'a Db,
    pub guild: GuildId,
    pub zone: &'a Zone,
    pub week: Week,
    pub now: Timestamp,
    /// Whoever reads it knows of a server only what everyone there sees: names of other channels are
    /// left out. `None` for whoever runs Steward.
    pub public: Option<&'a directory::Guild>,
}

/// A feature's part of a week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// The feature whose part it is, filled in by the digest.
    pub feature: &'static str,
    /// How much of the week is known, from the feature that keeps the record.
    pub record: Option<Record>,
    /// A sentence on the week as a whole.
    pub lead: Option<Message>,
    /// The sentence compares: its `$week` says that all is as usual, and gives way to what is not.
    pub compares: bool,
    /// In the order in which they are read.
    pub lines: Vec<Line>,
    /// What is told in words rather than in figures, read after the lines.
    pub news: Vec<News>,
    /// What is drawn of it, the most telling first.
    pub charts: Vec<Chart>,
    /// Figures that stand in JSON and CSV only.
    pub for_files: Vec<Figure>,
    /// Stretches of the week in which nothing was seen as it happened.
    pub gaps: Vec<Gap>,
    /// Sentences that stand beside the figures.
    pub notes: Vec<Message>,
    /// What members are told of it; `None`: nothing.
    pub members: Option<ForMembers>,
}

impl Section {
    /// Whether nothing stands in it but what was missed and what to know.
    pub const fn says_nothing(&self) -> bool {
        self.lead.is_none() && self.lines.is_empty() && self.news.is_empty()
    }
}

/// Of how many whole weeks before one what is usual is read, at most.
pub const USUAL_WEEKS: usize = 8;
/// Fewer weeks say nothing about what is usual.
const FEWEST_WEEKS: usize = 4;

/// The weeks before one from which it is read what is usual, the latest first.
pub fn weeks_before(week: Week) -> impl Iterator<Item = Week> {
    std::iter::successors(Some(week.previous()), |week| Some(week.previous())).take(USUAL_WEEKS)
}

/// What is usual where weeks had these values: their range, from five on without the lowest and the highest, so that one
/// surge does not make the next weeks usual. `None` where they are too few.
pub fn usual(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_unstable_by(f64::total_cmp);
    let left_out = usize::from(values.len() > FEWEST_WEEKS);
    let kept = values.get(left_out..values.len().saturating_sub(left_out)).filter(|_| values.len() >= FEWEST_WEEKS)?;
    kept.first().copied().zip(kept.last().copied())
}

/// The middle one of these, of an even number the mean of the middle two; `None` where there are none.
pub fn median(mut values: Vec<i64>) -> Option<f64> {
    values.sort_unstable();
    let middle = values.len() / 2;
    let upper = *values.get(middle)? as f64;
    Some(if values.len() % 2 == 1 { upper } else { f64::midpoint(values[middle - 1] as f64, upper) })
}

/// What the staff could see to now: its button opens what is theirs to decide, and sends nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggested {
    /// What asks for it, in a sentence or two that name nobody.
    pub why: Message,
    /// What the button says.
    pub label: Message,
    pub opens: CustomId,
}

/// How much of a week is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// Nothing: there are no figures at all.
    Outside,
    /// The record begins or ends in it, or it is not over.
    Partial,
    /// So much of it was missed that a comparison would mislead.
    Gap,
    Whole,
}

/// A stretch in which nothing was seen as it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub from: Timestamp,
    pub to: Timestamp,
    /// Milliseconds of it that were read back later.
    pub recovered: i64,
}

/// One or more figures after a few words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub head: Message,
    pub figures: Vec<Figure>,
}

impl Line {
    /// A figure alone, after its own name: `figure-<name>` is the text.
    pub fn from_figure(figure: Figure) -> Self {
        Self { head: Message::new(format!("figure-{}", figure.name)), figures: vec![figure] }
    }
}

/// Something that happened or is to come, after a few words that say what it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    pub head: Message,
    /// Sentences, in the order in which they are read.
    pub told: Vec<Message>,
}

/// Of how many a figure is a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole {
    pub cases: i64,
    /// In the week before.
    pub last: Option<i64>,
}

/// From so many cases on a share is said and judged.
pub const ENOUGH_FOR_SHARE: i64 = 10;

/// A part of so many; `None` where they are too few for a share.
pub fn share(part: f64, cases: i64) -> Option<f64> {
    (cases >= ENOUGH_FOR_SHARE).then(|| part / cases as f64)
}

/// One figure with what is needed to say whether it is usual.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its name in JSON and CSV; the same name is always the same number.
    pub name: &'static str,
    /// What it is of, where there is one for each of several things: a channel's name.
    pub subject: Option<String>,
    /// The text it stands in, filled with `$value` and `$subject`; without one the value stands alone.
    pub phrase: Option<&'static str>,
    /// It goes on from the figure before: a comma stands between them.
    pub goes_on: bool,
    /// The week it is credited to: newcomers' figures ripen and are read a week later.
    pub week: Week,
    pub good: Good,
    pub unit: Unit,
    pub value: Value,
    /// The same of the week before.
    pub last: Option<f64>,
    /// What is usual after the last eight whole weeks ([`usual`]), of a part its share; `None` where an arrow would
    /// mislead.
    pub usual: Option<(f64, f64)>,
    /// Of how many it is a part, where that changes from week to week: then its share is judged.
    pub whole: Option<Whole>,
    /// Whom it tells of; `None` where that is not known, and members do not read it.
    pub behind: Option<Behind>,
    /// Whether several weeks of it can be added up: not where the same people are counted in each.
    pub adds_up: bool,
}

impl Figure {
    /// A figure that stands alone, with nothing to compare it with.
    pub const fn new(name: &'static str, week: Week, good: Good, unit: Unit, value: Value) -> Self {
        let (subject, phrase, goes_on) = (None, None, false);
        Self {
            name,
            subject,
            phrase,
            goes_on,
            week,
            good,
            unit,
            value,
            last: None,
            usual: None,
            whole: None,
            behind: None,
            adds_up: true,
        }
    }

    /// A part of so many, by whose share it is judged.
    #[must_use]
    pub const fn part_of(mut self, whole: Whole) -> Self {
        self.whole = Some(whole);
        self
    }

    /// What is compared with what is usual: the share of a part, else the value.
    pub fn judged(&self) -> Option<f64> {
        let value = self.value.known()?;
        self.whole.map_or(Some(value), |whole| share(value, whole.cases))
    }

    /// How what is usual is written.
    pub fn usual_unit(&self) -> Unit {
        self.whole.map_or(self.unit, |whole| Unit::ShareOf(whole.cases))
    }

    /// Of several weeks it is not the sum of theirs.
    #[must_use]
    pub const fn of_people(mut self) -> Self {
        self.adds_up = false;
        self
    }

    /// Beside the week before, and beside what is usual.
    #[must_use]
    pub const fn compared(mut self, last: Option<f64>, usual: Option<(f64, f64)>) -> Self {
        (self.last, self.usual) = (last, usual);
        self
    }

    /// In these words.
    #[must_use]
    pub const fn said(mut self, phrase: &'static str) -> Self {
        self.phrase = Some(phrase);
        self
    }

    /// After a comma.
    #[must_use]
    pub const fn goes_on(mut self) -> Self {
        self.goes_on = true;
        self
    }

    /// Of one of several things: a channel, by its name.
    #[must_use]
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// About these people.
    #[must_use]
    pub fn behind(mut self, behind: Behind) -> Self {
        self.behind = Some(behind);
        self
    }

    /// Where the value lies, if it may be compared.
    pub fn place(&self) -> Option<Place> {
        let (value, (low, high)) = (self.judged()?, self.usual?);
        Some(match value {
            value if value > high => Place::Above,
            value if value < low => Place::Below,
            _ => Place::Usual,
        })
    }

    /// Whether an unusual value is good news; nothing about a usual one.
    pub fn is_good(&self) -> Option<bool> {
        match (self.place()?, self.good) {
            (Place::Usual, _) | (_, Good::Neutral) => None,
            (Place::Above, good) => Some(good == Good::Up),
            (Place::Below, good) => Some(good == Good::Down),
        }
    }
}

/// What is known of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    Of(f64),
    /// It was not recorded: "no data" for people, never 0.
    NotRecorded,
    /// There was nothing to take it of: the median of no answers.
    Nothing,
    /// Fewer than so many; how many stays with those who may know.
    Fewer(i64),
}

impl Value {
    /// A number of things.
    pub const fn count(count: i64) -> Self {
        // Counts of a week stay far below 2⁵³.
        Self::Of(count as f64)
    }

    /// The number, where there is one.
    pub const fn known(self) -> Option<f64> {
        match self {
            Self::Of(value) => Some(value),
            Self::NotRecorded | Self::Nothing | Self::Fewer(_) => None,
        }
    }
}

impl From<Option<f64>> for Value {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Nothing, Self::Of)
    }
}

/// Where a value lies beside what is usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Above,
    Usual,
    Below,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Good {
    Up,
    Down,
    Neutral,
}

/// How a figure is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A whole number.
    Count,
    /// A whole number that may be negative, with its sign.
    Change,
    /// A mean, with one decimal.
    Mean,
    /// A share between 0 and 1, of so many: a percentage from 10 on, else "3 of 7".
    ShareOf(i64),
    /// A span of time in seconds.
    Seconds,
    /// A span of time in minutes.
    Minutes,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn figure(good: Good, value: Value, usual: Option<(f64, f64)>) -> Figure {
        Figure::new("messages", Week::of_day(0), good, Unit::Count, value).compared(None, usual)
    }

    #[rstest]
    #[case(412.0, Some((340.0, 385.0)), Some(Place::Above))]
    #[case(385.0, Some((340.0, 385.0)), Some(Place::Usual))]
    #[case(340.0, Some((340.0, 385.0)), Some(Place::Usual))]
    #[case(339.0, Some((340.0, 385.0)), Some(Place::Below))]
    #[case(7.0, Some((7.0, 7.0)), Some(Place::Usual))]
    #[case(412.0, None, None)]
    fn only_what_lies_outside_is_unusual(
        #[case] value: f64,
        #[case] usual: Option<(f64, f64)>,
        #[case] place: Option<Place>,
    ) {
        assert_eq!(figure(Good::Up, Value::Of(value), usual).place(), place);
    }

    #[rstest]
    #[case(Good::Up, 9.0, Some(true))]
    #[case(Good::Up, 1.0, Some(false))]
    #[case(Good::Down, 9.0, Some(false))]
    #[case(Good::Down, 1.0, Some(true))]
    #[case(Good::Neutral, 9.0, None)]
    #[case(Good::Up, 5.0, None)]
    fn good_follows_the_direction_of_the_figure(#[case] good: Good, #[case] value: f64, #[case] is_good: Option<bool>) {
        assert_eq!(figure(good, Value::Of(value), Some((4.0, 6.0))).is_good(), is_good);
    }

    #[rstest]
    #[case(vec![], None)]
    #[case(vec![5], Some(5.0))]
    #[case(vec![9, 2], Some(5.5))]
    #[case(vec![9, 1, 5], Some(5.0))]
    fn half_lie_below_the_median(#[case] values: Vec<i64>, #[case] expected: Option<f64>) {
        assert_eq!(median(values), expected);
    }

    #[rstest]
    #[case::none(vec![], None)]
    #[case::three(vec![4.0, 9.0, 1.0], None)]
    #[case::four(vec![4.0, 9.0, 1.0, 5.0], Some((1.0, 9.0)))]
    #[case::five(vec![4.0, 9.0, 1.0, 5.0, 6.0], Some((4.0, 6.0)))]
    #[case::a_surge(vec![40.0, 41.0, 39.0, 43.0, 180.0, 42.0, 40.0, 44.0], Some((40.0, 44.0)))]
    fn one_surge_makes_nothing_usual(#[case] values: Vec<f64>, #[case] expected: Option<(f64, f64)>) {
        assert_eq!(usual(values), expected);
    }

    #[rstest]
    #[case::the_share_fell(55.0, 285, Some((0.30, 0.38)), Some(Place::Below))]
    #[case::the_share_rose(55.0, 100, Some((0.30, 0.38)), Some(Place::Above))]
    #[case::nothing_to_compare(55.0, 100, None, None)]
    fn a_part_of_a_number_that_changes_is_judged_by_its_share(
        #[case] value: f64,
        #[case] cases: i64,
        #[case] usual: Option<(f64, f64)>,
        #[case] place: Option<Place>,
    ) {
        let figure = figure(Good::Up, Value::Of(value), usual).part_of(Whole { cases, last: None });
        assert_eq!(figure.place(), place);
    }

    #[test]
    fn what_is_not_known_lies_nowhere() {
        for value in [Value::NotRecorded, Value::Nothing] {
            let figure = figure(Good::Up, value, Some((4.0, 6.0)));
            assert_eq!((figure.place(), figure.is_good()), (None, None));
        }
    }

    proptest! {
        #[test]
        fn an_arrow_stands_exactly_where_the_value_lies_outside(value in -1e6..1e6, a in -1e6..1e6, b in -1e6..1e6) {
            let (low, high) = (f64::min(a, b), f64::max(a, b));
            let place = figure(Good::Up, Value::Of(value), Some((low, high))).place();
            prop_assert_eq!(place == Some(Place::Usual), (low..=high).contains(&value));
            prop_assert_eq!(place == Some(Place::Above), value > high);
        }
    }
}
