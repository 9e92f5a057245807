//! Figures that are drawn: a figure week after week, day after day, or of several things.

use super::Value;
use crate::error::Message;
use crate::feature::few::{Disclosure, ENOUGH_PEOPLE, People};
use crate::text::zone::Week;

/// Fewer figures than these are no drawing of weeks.
const ENOUGH_WEEKS: usize = 2;

/// What a feature wants drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub title: Message,
    pub over: Over,
}

/// Beside what a figure stands.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a page has a handful of them")]
pub enum Over {
    /// Week after week, up to the one that is told of. `usual` as of a figure.
    Weeks { weeks: Vec<(Week, Point)>, usual: Option<(f64, f64)> },
    /// Monday first.
    Days([Point; 7]),
    /// Several things by their names, largest first; without a value only in their order.
    Things(Vec<(Message, Option<f64>)>),
}

/// A figure of a week or a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub value: Value,
    /// All of it is on record.
    pub whole: bool,
    /// Whom it tells of.
    pub people: People,
}

impl Point {
    fn is_told(&self) -> bool {
        self.value.known().is_none() || self.people.told() == Disclosure::Exactly
    }
}

impl Chart {
    /// Beside a week that is not whole nothing is usual.
    pub fn without_usual(&mut self) {
        if let Over::Weeks { usual, .. } = &mut self.over {
            *usual = None;
        }
    }

    /// As members may see it; `None`: not at all.
    pub fn for_members(&self) -> Option<Self> {
        let over = match &self.over {
            Over::Weeks { weeks, usual } => {
                let told = |point: &Point| {
                    if point.is_told() { *point } else { Point { value: Value::Fewer(ENOUGH_PEOPLE), ..*point } }
                };
                let weeks: Vec<(Week, Point)> = weeks.iter().map(|(week, point)| (*week, told(point))).collect();
                let known = weeks.iter().filter(|(_, point)| point.value.known().is_some()).count();
                (known >= ENOUGH_WEEKS).then_some(Over::Weeks { weeks, usual: *usual })?
            }
            // One that is left out is what the others leave over of the week.
            Over::Days(days) => days.iter().all(Point::is_told).then_some(Over::Days(*days))?,
            Over::Things(things) => Over::Things(things.clone()),
        };
        Some(Self { title: self.title.clone(), over })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(value: f64, people: i64) -> Point {
        Point { value: Value::Of(value), whole: true, people: People::alone(people) }
    }

    fn chart(over: Over) -> Chart {
        Chart { title: Message::new("figure-messages"), over }
    }

    #[test]
    fn weeks_with_few_people_say_only_that() {
        let week = |number: i64| Week::of_day(number * 7);
        let weeks = |people: [i64; 3]| {
            let points = people.iter().enumerate().map(|(at, people)| (week(at as i64), point(90.0, *people)));
            chart(Over::Weeks { weeks: points.collect(), usual: None })
        };
        let Some(Chart { over: Over::Weeks { weeks: seen, .. }, .. }) = weeks([8, 4, 5]).for_members() else {
            panic!("no chart")
        };
        let values: Vec<Value> = seen.iter().map(|(_, point)| point.value).collect();
        assert_eq!(values, [Value::Of(90.0), Value::Fewer(5), Value::Of(90.0)]);
        assert_eq!(weeks([8, 4, 2]).for_members(), None, "one figure is no drawing");
    }

    #[test]
    fn days_are_all_told_or_none() {
        let days = |people: [i64; 7]| chart(Over::Days(people.map(|people| point(9.0, people))));
        assert!(days([5; 7]).for_members().is_some());
        assert_eq!(days([9, 9, 9, 0, 9, 9, 9]).for_members(), None);
        let unknown = Point { value: Value::NotRecorded, whole: false, people: People::alone(0) };
        let Over::Days(mut begun) = days([6; 7]).over else { panic!() };
        begun[0] = unknown;
        assert!(chart(Over::Days(begun)).for_members().is_some());
    }
}
