//! What is decided: what makes a note, which cases a list holds, how a filter travels in a button.

pub mod ban;
pub mod edit;
pub mod import;
pub mod ladder;
pub mod length;
pub mod link;
pub mod lock;
pub mod mass;
pub mod points;
pub mod purge;
pub mod quota;
pub mod slowmode;
pub mod timeout;
pub mod warning;

use crate::clock::Timestamp;
use crate::discord::interaction::context::Actor;
use crate::ids::MemberId;
use crate::text::when;
use crate::text::when::Asked;
use crate::text::zone::Zone;

use super::{Kind, NewCase, Problem};

/// A note in the making.
pub fn note(actor: &Actor, member: MemberId, text: &str, now: Timestamp) -> Result<NewCase, Problem> {
    let reason = text.trim().to_owned();
    if reason.is_empty() {
        return Err(Problem::EmptyNote);
    }
    Ok(NewCase::plain(actor.guild, Kind::Note, member, actor.member, reason, now))
}

/// Days since 1970-01-01, both included; an open end where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    pub from: Option<i64>,
    pub to: Option<i64>,
}

/// The days that a calendar has: the years from 0 to 9999, and a little.
const CALENDAR: std::ops::RangeInclusive<i64> = -800_000..=3_000_000;

/// The days that two typed times enclose, in the server's calendar.
pub fn days(from: Option<&str>, to: Option<&str>, now: Timestamp, zone: &Zone) -> Result<Days, Problem> {
    let read = |typed: Option<&str>, asked: Asked| {
        typed.map(|typed| day(typed, asked, now, zone).ok_or_else(|| Problem::NotADay(typed.to_owned()))).transpose()
    };
    let days = Days { from: read(from, Asked::Since)?, to: read(to, Asked::Until)? };
    match days {
        Days { from: Some(from), to: Some(to) } if from > to => Err(Problem::EmptyRange),
        days => Ok(days),
    }
}

/// The day of a typed time; one without a year is the last such day. Which hour it is does not
/// matter here, nor that it may lie ahead.
fn day(typed: &str, asked: Asked, now: Timestamp, zone: &Zone) -> Option<i64> {
    use when::Problem::{Future, Skipped, Twice};
    match when::read(typed, asked, now, zone) {
        Ok(when::Reading { at, .. }) | Err(Future(at) | Skipped { after: at } | Twice { first: at, .. }) => {
            Some(zone.day(at))
        }
        Err(_) => None,
    }
}

/// Which cases a list holds; everything where nothing is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub member: Option<MemberId>,
    pub kind: Option<Kind>,
    pub actor: Option<MemberId>,
    pub days: Days,
}

/// A filter in the terms of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Query {
    pub member: Option<MemberId>,
    pub kind: Option<&'static str>,
    pub actor: Option<MemberId>,
    /// Inclusive.
    pub from: Timestamp,
    /// Exclusive.
    pub before: Timestamp,
}

impl Filter {
    /// Whether it lets every case through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same in the terms of the table; days begin where the zone says.
    pub fn query(&self, zone: &Zone) -> Query {
        Query {
            member: self.member,
            kind: self.kind.map(Kind::as_str),
            actor: self.actor,
            from: self.days.from.map_or(Timestamp(i64::MIN), |day| zone.start_of_day(day)),
            before: self.days.to.map_or(Timestamp(i64::MAX), |day| zone.start_of_day(day + 1)),
        }
    }

    /// As it stands in the custom_id of the buttons that turn pages.
    pub fn encode(&self) -> String {
        let number = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
        let parts = [
            number(self.member.map(MemberId::get)),
            self.kind.map_or_else(String::new, |kind| kind.as_str().to_owned()),
            number(self.actor.map(MemberId::get)),
            number(self.days.from),
            number(self.days.to),
        ];
        parts.join(",")
    }

    /// Reads what [`Filter::encode`] wrote; `None` for anything else.
    pub fn decode(text: &str) -> Option<Self> {
        let number = |part: &str| if part.is_empty() { Some(None) } else { part.parse().ok().map(Some) };
        let parts: Vec<&str> = text.split(',').collect();
        let [member, kind, actor, from, to] = parts[..] else { return None };
        let day = |part: &str| number(part).filter(|day| day.is_none_or(|day| CALENDAR.contains(&day)));
        Some(Self {
            member: number(member)?.map(MemberId),
            kind: if kind.is_empty() { None } else { Some(Kind::from_stored(kind)?) },
            actor: number(actor)?.map(MemberId),
            days: Days { from: day(from)?, to: day(to)? },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::ui::custom_id::CustomId;
    use crate::text::zone::iso_date;

    /// Friday, 20 November 2026, noon.
    const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);
    const TODAY: i64 = 20_777;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for (typed, read) in [
            ("2026-11-20", Some("2026-11-20")),
            ("20.11.2026", Some("2026-11-20")),
            (" 1.2. ", Some("2026-02-01")),
            ("21.11", Some("2025-11-21")),
            ("29.02.", Some("2024-02-29")),
            ("2026-11-18 23:59", Some("2026-11-18")),
            ("2030-01-01", Some("2030-01-01")),
            ("yesterday", Some("2026-11-19")),
            ("в понедельник", Some("2026-11-16")),
            ("ieri", Some("2026-11-19")),
            ("31.02.2026", None),
            ("2026-13-01", None),
            ("some day", None),
            ("", None),
            ("1.2.3.4", None),
            ("99999-01-01", None),
        ] {
            assert_eq!(day(typed, Asked::Since, NOW, &Zone::utc()).map(iso_date).as_deref(), read, "{typed:?}");
        }
    }

    #[test]
    fn a_range_that_ends_before_it_begins_is_refused() {
        let days = |from, to| days(Some(from), to, NOW, &Zone::utc());
        assert_eq!(days("2026-11-02", Some("2026-11-01")), Err(Problem::EmptyRange));
        assert_eq!(days("soon", None), Err(Problem::NotADay("soon".to_owned())));
        assert!(days("2026-11-01", Some("2026-11-01")).is_ok());
    }

    #[test]
    fn a_filter_travels_in_a_custom_id() {
        let full = Filter {
            member: Some(MemberId(i64::MAX)),
            kind: Some(Kind::Untimeout),
            actor: Some(MemberId(i64::MAX - 1)),
            days: Days { from: Some(TODAY), to: Some(TODAY + 1) },
        };
        for filter in [Filter::default(), full] {
            let id = CustomId::new("moderation", "cases", 1, 99_999).arg(filter.encode()).to_string();
            assert!(id.len() <= 100, "{id}");
            assert_eq!(Filter::decode(&filter.encode()), Some(filter));
        }
        for tampered in
            ["", ",,,", "x,,,,", ",jail,,,", ",,,,,", "9999999999999999999999,,,,", ",,,,9223372036854775807"]
        {
            assert_eq!(Filter::decode(tampered), None, "{tampered:?}");
        }
    }
}
