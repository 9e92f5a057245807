//! What the tables of activity say about people: how much they wrote where and when, whom they spoke
//! to, when they came and went. All of it goes when they are forgotten, and in time by itself; what
//! stays are sums.

use crate::feature::table::{Column, Format, Person, Rule, Table};

use super::expiry;

/// A channel as people know it.
macro_rules! channel {
    ($table:literal) => {
        Column(
            "channel",
            concat!(
                "(SELECT name FROM activity_channels AS c WHERE c.guild_id = ",
                $table,
                ".guild_id AND c.channel_id = ",
                $table,
                ".channel_id)"
            ),
            Format::Plain,
        )
    };
}

const DAYS: &[Column] = &[
    Column("day", "day", Format::Day),
    Column("channel_id", "channel_id", Format::Id),
    channel!("activity_days"),
    Column("messages", "messages", Format::Plain),
    Column("reactions", "reactions", Format::Plain),
    Column("voice_seconds", "voice_seconds", Format::Plain),
];

const FIRSTS: &[Column] = &[
    Column("channel_id", "channel_id", Format::Id),
    channel!("activity_firsts"),
    Column("at", "first_ms", Format::Time),
    Column("message_id", "first_id", Format::Id),
    Column("answered_after_seconds", "reply_ms / 1000.0", Format::Plain),
    Column("anybody_wrote_after_seconds", "response_ms / 1000.0", Format::Plain),
];

/// The tables of the feature.
pub const TABLES: &[Table] = &[
    Table::of_server("activity_channels"),
    Table::of_server("activity_excluded"),
    // As long as days are kept at most: an import brings nothing older.
    Table::of_server("activity_staff_channels").kept(&[Rule::Delete { days: 400, after: "seen_at", only: None }]),
    Table::of_server("activity_backfills").kept(&[Rule::Delete { days: 60, after: "ended_at", only: None }]),
    Table::of_server("activity_backfill_channels"),
    Table::of_server("record"),
    Table::of_server("covered"),
    Table::of_server("activity_imports"),
    Table::of_server("activity_imported_weeks"),
    Table::of_server("activity_weeks"),
    Table::of_server("activity_channel_weeks")
        .before_forgetting(|tx, guild, member| Box::pin(super::store::subtract_member(tx, guild, member))),
    Table::of_server("activity_days")
        .people(&[Person::whose("member_id").shown("days", DAYS)])
        .kept(&[Rule::By(|tx, now, most| Box::pin(expiry::days(tx, now, most)))]),
    Table::of_server("activity_member_weeks").people(&[Person::whose("member_id")
        .shown("weeks", &[Column("week_of", "week", Format::Day), Column("messages", "messages", Format::Plain)])]),
    Table::of_server("activity_moves").people(&[Person::whose("member_id")
        .shown("moves", &[Column("at", "at_ms", Format::Time), Column("what", "kind", Format::Plain)])]),
    Table::of_server("activity_firsts")
        .people(&[Person::whose("member_id").shown("firsts", FIRSTS)])
        .kept(&[Rule::By(|tx, now, most| Box::pin(expiry::firsts(tx, now, most)))]),
    Table::of_server("connections")
        .people(&[
            Person::whose("author_id").shown(
                "connections",
                &[Column("week_of", "week", Format::Day), Column("what", "'you wrote to somebody'", Format::Plain)],
            ),
            Person::whose("target_id").shown(
                "connections",
                &[Column("week_of", "week", Format::Day), Column("what", "'somebody wrote to you'", Format::Plain)],
            ),
        ])
        .kept(&[Rule::By(|tx, now, most| Box::pin(expiry::connections(tx, now, most)))]),
    Table::of_server("activity_messages")
        .before_forgetting(|tx, guild, member| Box::pin(super::store::forget_messages(tx, guild, member))),
    Table::of_server("activity_authors").people(&[Person::whose("member_id").shown(
        "message_ids",
        &[Column("number", "number", Format::Plain), Column("latest_week_of", "week", Format::Day)],
    )]),
];
