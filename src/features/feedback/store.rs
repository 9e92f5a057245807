//! SQL of feedback, a file for each table; and what the tables say about people.

pub mod answers;
pub mod handovers;
pub mod items;
pub mod suggestions;
pub mod surges;
pub mod tags;
pub mod themes;

use crate::feature::table::{Column, Format, Person, Rule, Table};

/// How long feedback is kept after its theme was closed.
const KEPT: i64 = 365;
/// When the theme of an item was closed.
const CLOSED: &str = "(SELECT closed_at FROM feedback_themes WHERE feedback_themes.theme_id = feedback_items.theme_id)";
/// When the theme that was handed over was closed: what was sent is not sent anew as long as it is there.
const HANDED_CLOSED: &str =
    "(SELECT closed_at FROM feedback_themes WHERE feedback_themes.theme_id = feedback_handovers.theme_id)";

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

const SUGGESTION: &[Column] = &[
    Column(
        "text",
        "(SELECT text FROM feedback_items WHERE feedback_items.item_id = feedback_suggestions.item_id)",
        Format::Plain,
    ),
    Column("suggested_at", "suggested_at", Format::Time),
    Column("withdrawn_at", "withdrawn_at", Format::Time),
];

/// Since when nothing can come of a suggestion any more; of one whose words are gone since it was made.
const OVER: &str = "CASE WHEN item_id IS NULL THEN COALESCE(withdrawn_at, suggested_at) ELSE (SELECT closed_at
    FROM feedback_items JOIN feedback_themes USING (theme_id)
    WHERE feedback_items.item_id = feedback_suggestions.item_id) END";

/// The tables of the feature: what was said goes with its author, and a year after its theme was closed.
pub const TABLES: &[Table] = &[
    Table::of_server("feedback_themes")
        .people(&[Person::taken_out("owner_id", "owner_id = NULL").shown("feedback_themes", THEME)])
        .kept(&[Rule::Delete { days: KEPT, after: "closed_at", only: None }]),
    Table::of_server("feedback_items")
        .people(&[Person::whose("author_id").shown("feedback_items", ITEM)])
        .kept(&[Rule::Delete { days: KEPT, after: CLOSED, only: None }]),
    Table::of_server("feedback_suggestions")
        .people(&[Person::whose("author_id").shown("feedback_suggestions", SUGGESTION)])
        .kept(&[Rule::Delete { days: KEPT, after: OVER, only: None }]),
    Table::of_server("feedback_surges")
        .people(&[Person::taken_out("decided_by", "decided_by = NULL")
            .shown("feedback_surges", &[Column("found_at", "found_at", Format::Time)])])
        .kept(&[Rule::Delete { days: KEPT, after: "found_at", only: None }]),
    Table::of_server("feedback_handovers")
        .people(&[Person::taken_out("handed_by", "handed_by = NULL")
            .shown("feedback_handovers", &[Column("handed_at", "handed_at", Format::Time)])])
        .kept(&[Rule::Delete { days: KEPT, after: HANDED_CLOSED, only: None }]),
    Table::of_server("feedback_answers").kept(&[Rule::Delete { days: KEPT, after: "answered_at", only: None }]),
    Table::of_server("feedback_tags"),
    Table::of_server("feedback_item_tags"),
];
