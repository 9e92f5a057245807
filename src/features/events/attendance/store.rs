//! SQL of attendance: when people were there, who checked in, and what came of an event.

pub mod came;
pub mod checkins;
pub mod presence;
pub mod ratings;

use crate::feature::table::{Column, Format, Person, Rule, Table};

/// How long it is kept who came, in days after the end; then there are only counts.
const PEOPLE: i64 = 90;

const PRESENCE: &[Column] = &[
    Column(
        "title",
        "(SELECT details ->> 'title' FROM event_occurrences AS o WHERE o.occurrence_id = event_presence.occurrence_id)",
        Format::Plain,
    ),
    Column("from", "from_at", Format::Time),
    Column("until", "to_at", Format::Time),
];

const CHECKINS: &[Column] = &[
    Column(
        "title",
        "(SELECT details ->> 'title' FROM event_occurrences AS o WHERE o.occurrence_id = event_checkins.occurrence_id)",
        Format::Plain,
    ),
    Column("at", "at", Format::Time),
];

const CAME: &[Column] = &[
    Column(
        "title",
        "(SELECT details ->> 'title' FROM event_occurrences AS o WHERE o.occurrence_id = event_came.occurrence_id)",
        Format::Plain,
    ),
    Column("minutes", "minutes", Format::Plain),
];

const RATINGS: &[Column] = &[
    Column(
        "title",
        "(SELECT details ->> 'title' FROM event_occurrences AS o WHERE o.occurrence_id = event_ratings.occurrence_id)",
        Format::Plain,
    ),
    Column("stars", "stars", Format::Plain),
    Column("words", "words", Format::Plain),
    Column("at", "at", Format::Time),
];

/// Who was there goes 90 days after the end, how many stay with the event.
pub const TABLES: [Table; 6] = [
    Table::of_server("event_presence").people(&[Person::whose("member_id").shown("event_presence", PRESENCE)]).kept(&[
        Rule::Delete {
            days: PEOPLE,
            after: "(SELECT ends_at FROM event_occurrences AS o WHERE o.occurrence_id = event_presence.occurrence_id)",
            only: None,
        },
    ]),
    Table::of_server("event_checkins")
        .people(&[
            Person::whose("member_id").shown("event_checkins", CHECKINS),
            Person::taken_out("by_id", "by_id = NULL"),
        ])
        .kept(&[Rule::Delete {
            days: PEOPLE,
            after: "(SELECT ends_at FROM event_occurrences AS o WHERE o.occurrence_id = event_checkins.occurrence_id)",
            only: None,
        }]),
    Table::of_server("event_doors").people(&[Person::taken_out("opened_by", "opened_by = NULL")]).kept(&[
        Rule::Delete {
            days: PEOPLE,
            after: "(SELECT ends_at FROM event_occurrences AS o WHERE o.occurrence_id = event_doors.occurrence_id)",
            only: None,
        },
    ]),
    Table::of_server("event_outcomes"),
    Table::of_server("event_came").people(&[Person::whose("member_id").shown("event_came", CAME)]).kept(&[
        Rule::Delete {
            days: PEOPLE,
            after: "(SELECT ends_at FROM event_occurrences AS o WHERE o.occurrence_id = event_came.occurrence_id)",
            only: None,
        },
    ]),
    Table::of_server("event_ratings").people(&[Person::whose("member_id").shown("event_ratings", RATINGS)]).kept(&[
        Rule::Delete {
            days: PEOPLE,
            after: "(SELECT ends_at FROM event_occurrences AS o WHERE o.occurrence_id = event_ratings.occurrence_id)",
            only: None,
        },
    ]),
];
