//! A contest closes, by its time or by hand: once, with votes counted and the result posted.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry as Audited;
use crate::error::Result;
use crate::feature::card::Calls;
use crate::feature::{card, upvotes};
use crate::ids::{GuildId, MemberId};
use crate::jobs;

use super::cards::{CONTEST, ENTRY, RESULT, REVIEW};
use super::store::{contests, entries};
use super::voting::JURY;
use super::{CLOSE, Contest, ContestId, EntryState, NAME, Problem, State};

/// Closes a contest whose time is over.
pub async fn close_in_time(tx: &mut SqliteConnection, guild: GuildId, id: ContestId, now: Timestamp) -> Result<()> {
    match contests::get(&mut *tx, guild, id).await? {
        Some(contest) if contest.state == State::Open && contest.plan.closes <= now => {
            close(tx, &contest, None, now).await
        }
        _ => Ok(()),
    }
}

/// Closes a contest ahead of its time.
///
/// # Errors
/// Told, if it is closed already.
pub async fn close_by_hand(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ContestId,
    by: MemberId,
    now: Timestamp,
) -> Result<Contest> {
    let contest = contests::get(&mut *tx, guild, id).await?.ok_or(Problem::NoneOpen)?;
    if contest.state == State::Closed {
        return Err(Problem::Closed(contest.closed.unwrap_or(contest.plan.closes)).into());
    }
    close(&mut *tx, &contest, Some(by), now).await?;
    jobs::cancel(&mut *tx, guild, &CLOSE, id.get()).await?;
    let subject = format!("contest #{}", contest.number);
    audit::record(&mut *tx, &Audited::new(guild, by, "contests.close", subject), now).await?;
    Ok(contests::get(tx, guild, id).await?.ok_or(Problem::NoneOpen)?)
}

/// State, votes, and the posts that follow, in one transaction.
async fn close(tx: &mut SqliteConnection, contest: &Contest, by: Option<MemberId>, now: Timestamp) -> Result<()> {
    let (guild, id) = (contest.plan.guild, contest.id);
    let voters = entries::voters(&mut *tx, guild, id).await?;
    if !contests::set_closed(&mut *tx, guild, id, by, voters, now).await? {
        return Ok(());
    }
    let all = entries::list(&mut *tx, guild, id).await?;
    let rows: Vec<i64> = all.iter().map(|entry| entry.id.get()).collect();
    let votes = upvotes::counts(&mut *tx, guild, NAME, &rows).await?;
    let of_jury = upvotes::counts(&mut *tx, guild, JURY, &rows).await?;
    for entry in &all {
        match entry.state {
            EntryState::Approved => {
                let of = |counts: &HashMap<i64, i64>| counts.get(&entry.id.get()).copied().unwrap_or(0);
                entries::set_votes(&mut *tx, guild, entry.id, (of(&votes), of(&of_jury))).await?;
                card::edit(&mut *tx, &ENTRY, guild, entry.id.get(), now).await?;
            }
            EntryState::Pending => card::edit(&mut *tx, &REVIEW, guild, entry.id.get(), now).await?,
            EntryState::Rejected | EntryState::Withdrawn => {}
        }
    }
    card::edit(&mut *tx, &CONTEST, guild, id.get(), now).await?;
    card::post(tx, &RESULT, guild, id.get(), Calls::Once, now).await
}
