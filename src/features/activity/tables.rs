//! What the tables of activity say about people: how much they wrote where and when, whom they spoke
//! to, when they came and went. All of it goes when they are forgotten, and in time by itself; what
//! stays are sums.

use crate::feature::table::{Field, Form, Person, Rule, Table};

use super::expiry;

/// A channel as people know it.
macro_rules! channel {
    ($table:literal) => {
        Field(
            "channel",
            concat!(
                "(SELECT name FROM activity_channels AS c WHERE c.guild_id = ",
                $table,
                ".guild_id AND c.channel_id = ",
                $table,
                ".channel_id)"
            ),
            Form::Plain,
        )
    };
}

const DAYS: &[Field] = &[
    Field("day", "day", Form::Day),
    Field("channel_id", "channel_id", Form::Id),
    channel!("activity_days"),
    Field("messages", "messages", Form::Plain),
    Field("reactions", "reactions", Form::Plain),
    Field("voice_seconds", "voice_seconds", Form::Plain),
];

const FIRSTS: &[Field] = &[
    Field("channel_id", "channel_id", Form::Id),
    channel!("activity_firsts"),
    Field("at", "first_ms", Form::Time),
    Field("message_id", "first_id", Form::Id),
    Field("answered_after_seconds", "reply_ms / 1000.0", Form::Plain),
    Field("anybody_wrote_after_seconds", "response_ms / 1000.0", Form::Plain),
];

/// The tables of the feature.
pub const TABLES: &[Table] = &[
    Table::of_server("activity_channels"),
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
        .shown("weeks", &[Field("week_of", "week", Form::Day), Field("messages", "messages", Form::Plain)])]),
    Table::of_server("activity_moves").people(&[Person::whose("member_id")
        .shown("moves", &[Field("at", "at_ms", Form::Time), Field("what", "kind", Form::Plain)])]),
    Table::of_server("activity_firsts")
        .people(&[Person::whose("member_id").shown("firsts", FIRSTS)])
        .kept(&[Rule::By(|tx, now, most| Box::pin(expiry::firsts(tx, now, most)))]),
    Table::of_server("connections")
        .people(&[
            Person::whose("author_id").shown(
                "connections",
                &[Field("week_of", "week", Form::Day), Field("what", "'you wrote to somebody'", Form::Plain)],
            ),
            Person::whose("target_id").shown(
                "connections",
                &[Field("week_of", "week", Form::Day), Field("what", "'somebody wrote to you'", Form::Plain)],
            ),
        ])
        .kept(&[Rule::By(|tx, now, most| Box::pin(expiry::connections(tx, now, most)))]),
];
