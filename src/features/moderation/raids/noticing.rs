//! How a raid begins and ends. Steward notices one by itself when many more people join than usual; staff can begin and
//! end one, and say that it is none. It ends by itself when the rush is over.

use std::sync::Arc;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::error::Result;
use crate::feature::card::{self, Calls};
use crate::ids::{GuildId, MemberId};
use crate::jobs::{self, Job, Kind as JobKind};

use super::cards::CARD;
use super::rules::{self, KEPT, WINDOW, is_rush};
use super::{Problem, Raid, RaidId, RaidState, store};

/// Ends a raid whose rush is over; the row is the raid.
pub const END: JobKind = JobKind { name: "raids.end", urgent: false, run: |app, job| Box::pin(end_if_over(app, job)) };

/// What was heard of one server.
#[derive(Debug, Clone, Default)]
pub struct News {
    pub joined: Vec<(MemberId, Timestamp)>,
    pub wrote: Vec<MemberId>,
}

/// People have joined, or written for the first time: what that means, in the transaction that notes it.
pub async fn heard(tx: &mut SqliteConnection, guild: GuildId, news: &News, now: Timestamp) -> Result<()> {
    let open = store::open(&mut *tx, guild).await?;
    if !news.joined.is_empty() {
        store::insert_joins(&mut *tx, guild, &news.joined, open.as_ref().map(|raid| raid.id)).await?;
        look(&mut *tx, guild, open.as_ref(), now).await?;
    }
    if !news.wrote.is_empty() {
        store::set_wrote(&mut *tx, guild, &news.wrote).await?;
    }
    match open {
        Some(raid) => card::schedule_refresh(tx, &CARD, guild, raid.id.get(), now).await,
        None => Ok(()),
    }
}

/// People have joined while nobody listened.
pub async fn made_up(
    tx: &mut SqliteConnection,
    guild: GuildId,
    joined: &[(MemberId, Timestamp)],
    now: Timestamp,
) -> Result<()> {
    store::insert_joins(&mut *tx, guild, joined, None).await?;
    let open = store::open(&mut *tx, guild).await?;
    if let Some(raid) = &open {
        store::set_raid_of_joins(&mut *tx, guild, raid.since, raid.id).await?;
        card::schedule_refresh(&mut *tx, &CARD, guild, raid.id.get(), now).await?;
    }
    look(tx, guild, open.as_ref(), now).await
}

/// Looks whether there is a rush now, and whether it is a new raid.
async fn look(tx: &mut SqliteConnection, guild: GuildId, open: Option<&Raid>, now: Timestamp) -> Result<()> {
    let latest = store::latest(&mut *tx, guild).await?;
    let begin = now.minus(WINDOW);
    // What staff have ended does not begin again with the people who came before.
    let ended = latest.as_ref().filter(|raid| raid.state == RaidState::Over).and_then(|raid| raid.ended);
    let after = ended.map_or(begin, |ended| ended.max(begin));
    // Discord's clock may be a little ahead of ours.
    let (joins, first) = store::count_joins(&mut *tx, guild, after, now.plus(WINDOW)).await?;
    let Some(first) = first else { return Ok(()) };
    let usual = usual(&mut *tx, guild, begin, now).await?;
    if !is_rush(joins, usual) {
        return Ok(());
    }
    match (open, latest) {
        (Some(raid), _) => {
            store::set_rush(&mut *tx, raid.id, now).await?;
            jobs::schedule(tx, guild, &END, raid.id.get(), rules::ends(&Raid { rush: now, ..raid.clone() })).await
        }
        // Staff have said that this rush is no raid.
        (None, Some(raid)) if raid.state == RaidState::Dismissed && now < rules::ends(&raid) => {
            store::set_rush(tx, raid.id, now).await
        }
        (None, _) => {
            let raid = Raid { noticed: Some(now), usual, ..new(guild, first, now) };
            begin_with(tx, &raid, first, now).await.map(drop)
        }
    }
}

/// Joins that were usual before an instant.
async fn usual(tx: &mut SqliteConnection, guild: GuildId, before: Timestamp, now: Timestamp) -> Result<Option<f64>> {
    let from = now.minus(KEPT);
    let (joins, first) = store::count_usual(tx, guild, from, before).await?;
    Ok(first.and_then(|first| rules::usual(joins, first.max(from), before)))
}

fn new(guild: GuildId, since: Timestamp, now: Timestamp) -> Raid {
    Raid {
        id: RaidId(0),
        guild,
        state: RaidState::Open,
        since,
        started_by: None,
        noticed: None,
        rush: now,
        usual: None,
        joined: 0,
        ended_by: None,
        ended: None,
    }
}

/// Notes a raid, and alerts the staff. Whoever has joined since `first` came with it.
async fn begin_with(tx: &mut SqliteConnection, raid: &Raid, first: Timestamp, now: Timestamp) -> Result<RaidId> {
    let id = store::insert(&mut *tx, raid).await?;
    store::set_raid_of_joins(&mut *tx, raid.guild, first, id).await?;
    jobs::schedule(&mut *tx, raid.guild, &END, id.get(), rules::ends(raid)).await?;
    card::post(tx, &CARD, raid.guild, id.get(), Calls::Nobody, now).await?;
    Ok(id)
}

/// Staff say that there is a raid: whoever has joined in the last ten minutes came with it.
///
/// # Errors
/// Told, if one is open already.
pub async fn start(tx: &mut SqliteConnection, guild: GuildId, by: MemberId, now: Timestamp) -> Result<Raid> {
    if let Some(open) = store::open(&mut *tx, guild).await? {
        return Err(Problem::OpenBefore(open.since).into());
    }
    let since = now.minus(WINDOW);
    let usual = usual(&mut *tx, guild, since, now).await?;
    let raid = Raid { started_by: Some(by), usual, ..new(guild, since, now) };
    let id = begin_with(&mut *tx, &raid, since, now).await?;
    let entry = audit::Entry::new(guild, by, "raid.start", format!("raid {id}"));
    audit::record(&mut *tx, &entry, now).await?;
    store::known(tx, guild, id).await
}

/// Staff say that the raid is over.
///
/// # Errors
/// Told, if none is open.
pub async fn end(tx: &mut SqliteConnection, guild: GuildId, by: MemberId, now: Timestamp) -> Result<Raid> {
    let raid = store::open(&mut *tx, guild).await?.ok_or(Problem::NoRaid)?;
    settle(tx, &raid, RaidState::Over, Some(by), now).await
}

/// Staff say that it is none.
///
/// # Errors
/// Told, if it is over already.
pub async fn dismiss(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, RaidId),
    by: MemberId,
    now: Timestamp,
) -> Result<Raid> {
    let raid = store::known(&mut *tx, guild, id).await?;
    let raid = settle(&mut *tx, &raid, RaidState::Dismissed, Some(by), now).await?;
    store::release_joins(tx, id).await?;
    Ok(raid)
}

async fn settle(
    tx: &mut SqliteConnection,
    raid: &Raid,
    state: RaidState,
    by: Option<MemberId>,
    now: Timestamp,
) -> Result<Raid> {
    let (guild, id) = (raid.guild, raid.id);
    if !store::set_ended(&mut *tx, id, state, by, now).await? {
        return Err(Problem::Over.into());
    }
    if let Some(by) = by {
        let action = if state == RaidState::Dismissed { "raid.dismiss" } else { "raid.end" };
        audit::record(&mut *tx, &audit::Entry::new(guild, by, action, format!("raid {id}")), now).await?;
    }
    jobs::cancel(&mut *tx, guild, &END, id.get()).await?;
    card::edit(&mut *tx, &CARD, guild, id.get(), now).await?;
    store::known(tx, guild, id).await
}

async fn end_if_over(app: &Arc<App>, job: &Job) -> Result<jobs::Outcome> {
    let (guild, id, now) = (job.guild, RaidId(job.row), app.clock.now());
    app.db.write(async move |tx| settle_if_over(tx, guild, id, now).await).await?;
    Ok(jobs::Outcome::Done)
}

async fn settle_if_over(tx: &mut SqliteConnection, guild: GuildId, id: RaidId, now: Timestamp) -> Result<()> {
    let raid = store::get(&mut *tx, guild, id).await?;
    let Some(raid) = raid.filter(|raid| raid.state == RaidState::Open) else { return Ok(()) };
    let due = rules::ends(&raid);
    if now < due {
        return jobs::schedule(tx, guild, &END, id.get(), due).await;
    }
    settle(tx, &raid, RaidState::Over, None, now).await.map(drop)
}
