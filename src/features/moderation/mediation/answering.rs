//! What those who are invited answer, and when it is over. Both together open the thread. Anything else stays open until
//! the time is up, also for whoever changes their mind, so that nobody can tell from the moment of an end what the other
//! has answered.

use std::sync::Arc;

use sqlx::SqliteConnection;

use super::cards::CARD;
use super::store::End;
use super::{Answer, Mediation, MediationId, MediationState, Problem, SideId, meeting, store, telling};
use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::card;
use crate::ids::GuildId;
use crate::jobs::{self, Job, Kind, Outcome};

/// The time for answers is up.
pub const EXPIRE: Kind = Kind { name: "mediation.expire", urgent: false, run: |app, job| Box::pin(expire(app, job)) };

/// Whether an invitation can still be answered.
///
/// # Errors
/// Told, that it has ended.
pub fn require_open(mediation: &Mediation, now: Timestamp) -> Result<()> {
    let is_open = mediation.state == MediationState::Invited && now < mediation.expires;
    if is_open { Ok(()) } else { Err(Problem::Over.into()) }
}

/// Keeps an answer, and opens the thread once both have accepted.
///
/// # Errors
/// Told, if the invitation has ended.
pub async fn answer(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SideId,
    answer: Answer,
    now: Timestamp,
) -> Result<()> {
    let side = store::side(&mut *tx, guild, id).await?.ok_or(Problem::Over)?;
    let mediation = store::get(&mut *tx, guild, side.mediation).await?.ok_or(Problem::Over)?;
    require_open(&mediation, now)?;
    store::set_answer(&mut *tx, id, answer).await?;
    let answers: Vec<_> = store::sides(&mut *tx, mediation.id).await?.iter().map(|side| side.answer).collect();
    if answers.iter().all(|answer| *answer == Some(Answer::Accepted)) {
        jobs::cancel(&mut *tx, guild, &EXPIRE, mediation.id.get()).await?;
        return meeting::open(tx, &mediation, now).await;
    }
    // Staff who take part read the channel of the staff, and would know there what the other has answered.
    if answers.iter().all(Option::is_some) && !mediation.told {
        store::set_told(&mut *tx, mediation.id).await?;
        telling::tell_privately(tx, &mediation, now).await?;
    }
    Ok(())
}

async fn expire(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, MediationId(job.row), app.clock.now());
    app.db.write(async move |tx| expired(tx, guild, id, now).await).await?;
    Ok(Outcome::Done)
}

/// Ends it before its time, in the same way: the one who leads it is no moderator any more.
pub async fn end_early(tx: &mut SqliteConnection, guild: GuildId, id: MediationId, now: Timestamp) -> Result<()> {
    jobs::cancel(&mut *tx, guild, &EXPIRE, id.get()).await?;
    expired(tx, guild, id, now).await
}

async fn expired(tx: &mut SqliteConnection, guild: GuildId, id: MediationId, now: Timestamp) -> Result<()> {
    let is_invited = |one: Mediation| one.state == MediationState::Invited;
    if !store::get(&mut *tx, guild, id).await?.is_some_and(is_invited) {
        return Ok(());
    }
    store::set_ended(&mut *tx, id, &End::new(MediationState::Unheld), now).await?;
    store::delete_answers(&mut *tx, id).await?;
    let ended = store::known(&mut *tx, guild, id).await?;
    telling::change_invitations(&mut *tx, &ended, now).await?;
    telling::tell_mediator(&mut *tx, &ended, now).await?;
    card::edit(tx, &CARD, guild, id.get(), now).await
}
