//! SQL of feedback, a file for each table; and what the tables say about people.

pub mod items;
pub mod tags;
pub mod themes;

use crate::feature::table::{Column, Format, Person, Rule, Table};

/// How long feedback is kept after its theme was closed.
const KEPT: i64 = 365;
/// When the theme of an item was closed.
const CLOSED: &str = "(SELECT closed_at FROM feedback_themes WHERE feedback_themes.theme_id = feedback_items.theme_id)";

const THEME: &[Column] = &[
    Column("number", "number", Format::Plain),
    Column("title", "title", Format::Plain),
    Column("status", "status", Format::Plain),
];

const ITEM: &[Column] = &[
    Column(
        "theme",
        "(SELECT title FROM feedback_themes WHERE feedback_themes.theme_id = feedback_items.theme_id)",
        Format::Plain,
    ),
    Column("text", "text", Format::Plain),
    Column("channel", "channel_id", Format::Id),
    Column("message", "message_id", Format::Id),
    Column("said_at", "said_at", Format::Time),
    Column("tagged_at", "tagged_at", Format::Time),
];

/// The tables of the feature: what was said goes with its author, and a year after its theme was closed.
pub const TABLES: &[Table] = &[
    Table::of_server("feedback_themes")
        .people(&[Person::taken_out("owner_id", "owner_id = NULL").shown("feedback_themes", THEME)])
        .kept(&[Rule::Delete { days: KEPT, after: "closed_at", only: None }]),
    Table::of_server("feedback_items")
        .people(&[Person::whose("author_id").shown("feedback_items", ITEM)])
        .kept(&[Rule::Delete { days: KEPT, after: CLOSED, only: None }]),
    Table::of_server("feedback_tags"),
    Table::of_server("feedback_item_tags"),
];
