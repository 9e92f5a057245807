//! What Discord tells of contests, and what becomes of people.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox::{OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::card::Calls;
use crate::feature::{PersonChange, card};
use crate::ids::{ChannelId, GuildId, MemberId};

use super::cards::{CONTEST, ENTRY};
use super::draft::THREAD;
use super::store::{contests, entries};
use super::{ContestId, EntryState, State, submitting, voting};

/// An order of the feature has ended.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    if order.purpose != THREAD {
        return Ok(());
    }
    let thread = if let Outcome::Made(thread) = order.outcome { Some(thread) } else { None };
    thread_made(tx, order.guild, ContestId(order.row), thread, now).await
}

/// The thread is made, or can't be: then the channel takes its place. What waited for it is posted.
async fn thread_made(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ContestId,
    thread: Option<ChannelId>,
    now: Timestamp,
) -> Result<()> {
    let Some(contest) = contests::get(&mut *tx, guild, id).await? else { return Ok(()) };
    contests::set_thread(&mut *tx, guild, id, thread.unwrap_or(contest.plan.channel)).await?;
    for entry in entries::in_state(&mut *tx, guild, id, EntryState::Approved).await? {
        let row = entry.id.get();
        if card::get(&mut *tx, ENTRY.name, guild, row).await?.order.is_none() {
            card::post(&mut *tx, &ENTRY, guild, row, Calls::Nobody, now).await?;
        }
    }
    card::edit(tx, &CONTEST, guild, id.get(), now).await
}

/// Somebody is forgotten: what they submitted goes, and its posts say so.
pub async fn person_changed(app: &App, guild: GuildId, change: PersonChange) -> Result<()> {
    match change {
        PersonChange::Forgotten(member) => forget(app, guild, member).await,
        PersonChange::Gone | PersonChange::Decided(_) => Ok(()),
    }
}

async fn forget(app: &App, guild: GuildId, member: MemberId) -> Result<()> {
    let now = app.clock.now();
    let submitted = entries::all_of_member(app.db.read(), guild, member).await?;
    if submitted.is_empty() {
        return Ok(());
    }
    let gone = app.db.write(async move |tx: &mut SqliteConnection| {
        for entry in submitted {
            // The posts are edited to what is left: that it was withdrawn.
            entries::set_withdrawn(&mut *tx, guild, entry.id).await?;
            submitting::show_again(&mut *tx, guild, entry.id, now).await?;
            voting::delete(&mut *tx, guild, entry.id).await?;
            entries::delete(&mut *tx, guild, entry.id).await?;
            let contest = contests::get(&mut *tx, guild, entry.contest).await?;
            if contest.is_some_and(|contest| contest.state == State::Closed) {
                card::edit(&mut *tx, &super::cards::RESULT, guild, entry.contest.get(), now).await?;
            }
        }
        Ok(())
    });
    gone.await
}
