//! Votes for entries: those of members, and those of the jury beside them. As what somebody votes follows from their
//! roles at that moment.

use std::collections::HashSet;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::upvotes;
use crate::feature::upvotes::{Of, Voted};
use crate::ids::{GuildId, MemberId};

use super::store::entries;
use super::{Contest, EntryId, EntryState, NAME};

/// What the votes of a jury stand under, beside those of members.
pub const JURY: &str = "contests.jury";

/// Votes for an entry, as the jury or as a member, or takes that back, as whatever it was given.
pub async fn toggle(
    tx: &mut SqliteConnection,
    (guild, entry): (GuildId, EntryId),
    (member, is_juror): (MemberId, bool),
    now: Timestamp,
) -> Result<Voted> {
    let (usual, other) = if is_juror { (JURY, NAME) } else { (NAME, JURY) };
    if upvotes::take_back(&mut *tx, of(guild, entry, other), member).await? {
        return Ok(Voted::NotAnyMore);
    }
    upvotes::toggle(tx, of(guild, entry, usual), member, now).await
}

/// The entries of a contest that a member votes for.
pub async fn given(
    db: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    contest: &Contest,
) -> Result<HashSet<EntryId>> {
    let mut votes: HashSet<i64> = upvotes::of_member(&mut *db, guild, NAME, member).await?.into_iter().collect();
    votes.extend(upvotes::of_member(&mut *db, guild, JURY, member).await?);
    let entries = entries::in_state(db, guild, contest.id, EntryState::Approved).await?;
    Ok(entries.into_iter().map(|entry| entry.id).filter(|id| votes.contains(&id.get())).collect())
}

/// All votes for an entry go.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, entry: EntryId) -> Result<()> {
    for feature in [NAME, JURY] {
        upvotes::delete(&mut *tx, of(guild, entry, feature)).await?;
    }
    Ok(())
}

const fn of(guild: GuildId, entry: EntryId, feature: &'static str) -> Of {
    Of { guild, feature, row: entry.0 }
}
