//! Invites and direct messages are paused for an hour by Discord's own means, which it calls incident actions: it opens
//! them again by itself, whatever becomes of Steward.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::outbox::{self, Effect, Order};
use crate::error::Result;
use crate::feature::card;
use crate::ids::{GuildId, MemberId, OutboxId};

use super::cards::{CARD, PAUSE};
use super::rules::PAUSED_FOR;
use super::{NAME, Pause, PauseId, PauseState, Paused, RaidId, store};

/// Pauses something, which also goes while the raid is over.
pub async fn pause(
    tx: &mut SqliteConnection,
    (guild, raid): (GuildId, RaidId),
    what: Paused,
    by: MemberId,
    now: Timestamp,
) -> Result<(Pause, OutboxId)> {
    let until = now.plus(PAUSED_FOR);
    let new = Pause { id: PauseId(0), raid, what, actor: by, at: now, until, state: PauseState::Waiting, why: None };
    let id = store::insert_pause(&mut *tx, guild, &new).await?;
    let action = match what {
        Paused::Invites => "raid.pause_invites",
        Paused::Dms => "raid.pause_dms",
    };
    audit::record(&mut *tx, &audit::Entry::new(guild, by, action, format!("raid {raid}")), now).await?;
    let effect = Effect::PauseServer {
        invites: (what == Paused::Invites).then_some(until),
        dms: (what == Paused::Dms).then_some(until),
        reason: format!("Raid, by {by}"),
    };
    let order = outbox::insert(&mut *tx, &Order::new(guild, NAME, PAUSE, id.get(), effect).expires(until), now).await?;
    card::schedule_refresh(tx, &CARD, guild, raid.get(), now).await?;
    Ok((Pause { id, ..new }, order))
}
