//! SQL of the events, a file for each table, and what each table says about people.

pub mod events;
pub mod occurrences;
pub mod reminders;
pub mod signups;

use super::attendance::store as attendance;
use super::calendar::store as calendar;
use crate::feature::table::{Column, Format, Person, Rule, Table};

const EVENT: &[Column] = &[
    Column("number", "number", Format::Plain),
    Column("title", "details ->> 'title'", Format::Plain),
    Column("place", "coalesce(details ->> '$.place.words', details ->> '$.place.address')", Format::Plain),
    Column("starts", "starts_at", Format::Time),
    Column("published", "created_at", Format::Time),
];

const SIGNUP: &[Column] = &[
    Column(
        "title",
        "(SELECT details ->> 'title' FROM event_occurrences AS o WHERE o.occurrence_id = event_signups.occurrence_id)",
        Format::Plain,
    ),
    Column(
        "starts",
        "(SELECT starts_at FROM event_occurrences AS o WHERE o.occurrence_id = event_signups.occurrence_id)",
        Format::Time,
    ),
    Column("state", "state", Format::Plain),
    Column("guests", "guests", Format::Plain),
    Column("at", "at", Format::Time),
];

const REMINDER: &[Column] = &[
    Column(
        "title",
        "(SELECT details ->> 'title' FROM events WHERE events.event_id = event_reminders.event_id)",
        Format::Plain,
    ),
    Column("at", "at", Format::Time),
];

/// Events and how many came stay for 400 days, without whoever called people together once they are forgotten. Who
/// signed up goes 90 days after the end; then there are only counts.
pub const TABLES: &[Table] = &[
    Table::of_server("events")
        .people(&[Person::taken_out("author_id", "author_id = NULL").shown("events", EVENT)])
        .kept(&[Rule::Delete { days: 400, after: "ended_at", only: None }]),
    Table::of_server("event_occurrences").kept(&[Rule::Delete {
        days: 400,
        after: "ends_at",
        only: Some("state NOT IN ('scheduled', 'running')"),
    }]),
    Table::of_server("event_signups").people(&[Person::whose("member_id").shown("event_signups", SIGNUP)]).kept(&[
        Rule::Delete {
            days: 90,
            after: "(SELECT ends_at FROM event_occurrences AS o WHERE o.occurrence_id = event_signups.occurrence_id)",
            only: None,
        },
    ]),
    Table::of_server("event_reminders").people(&[Person::whose("member_id").shown("event_reminders", REMINDER)]).kept(
        &[Rule::Delete {
            days: 90,
            after: "(SELECT ended_at FROM events WHERE events.event_id = event_reminders.event_id)",
            only: None,
        }],
    ),
    attendance::TABLES[0],
    attendance::TABLES[1],
    attendance::TABLES[2],
    attendance::TABLES[3],
    attendance::TABLES[4],
    attendance::TABLES[5],
    calendar::TABLE,
];
