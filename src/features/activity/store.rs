//! SQL of what is counted: a file for what comes in, one for what is known, one for imports, one for the figures.

mod backfills;
mod excluded;
mod figures;
mod imports;
mod merge;
mod messages;
mod people;
mod record;

use crate::error::Result;
use crate::ids::GuildId;
use sqlx::SqliteExecutor;
use std::fmt::Write as _;

pub use self::backfills::{
    NewBackfill, Step, add_read, backfill, done_channels, gaps_read, insert_backfill, insert_found, next_backfill,
    next_channel, set_ended, set_failed, set_read, set_running, tally,
};
pub use self::excluded::{
    ExcludedChannel, all_excluded, delete_excluded, excluded, insert_excluded, set_staff_channels, staff_channels,
};
pub use self::figures::{
    ChannelSums, ConnectionSums, DaySums, MemberSums, Mondays, MoveSums, Newcomer, Stored, channel_sums,
    channels_of_week, connection_sums, days_of_week, lively, member_sums, move_sums, newcomers, stored_weeks, top_ten,
    writers_between,
};
pub use self::imports::{imported, insert_guild, insert_import, last_imports, set_imported_weeks, subtract_member};
pub use self::merge::{Known, Merged, firsts_of_channels, firsts_since, merge};
pub use self::messages::{authors, forget_messages, messages_of};
pub use self::people::{
    ChannelWeek, CohortWeek, MemberTotals, Unanswered, channel_people, channel_weeks, cohorts, first_message,
    last_steps, member_channels, member_totals, member_weeks, silent_since, ties, unanswered,
};
pub use self::record::{
    Covered, Removal, Source, Span, covered, covered_without_ids, extend_record, insert_covered, name_channel, record,
    record_without_ids, set_removed, suppose_channel,
};

/// The guilds there are, by name.
pub async fn guilds(db: impl SqliteExecutor<'_>) -> Result<Vec<(GuildId, String)>> {
    let rows = sqlx::query!(r#"SELECT guild_id AS "id!: GuildId", name FROM guilds ORDER BY name, guild_id"#)
        .fetch_all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// How many rows go into one statement.
const ROWS: usize = 10_000;

/// Rows as JSON arrays of arrays of whole numbers, each of at most [`ROWS`] and made when it is needed.
fn rows<const N: usize>(of: impl IntoIterator<Item = [Option<i64>; N]>) -> impl Iterator<Item = String> {
    let mut rows = of.into_iter().peekable();
    std::iter::from_fn(move || {
        rows.peek()?;
        let mut json = String::from("[");
        for (place, row) in rows.by_ref().take(ROWS).enumerate() {
            json.push_str(if place == 0 { "[" } else { ",[" });
            for (place, number) in row.into_iter().enumerate() {
                json.push_str(if place == 0 { "" } else { "," });
                // Writing into a String cannot fail.
                let _ = match number {
                    Some(number) => write!(json, "{number}"),
                    None => json.write_str("null"),
                };
            }
            json.push(']');
        }
        json.push(']');
        Some(json)
    })
}
