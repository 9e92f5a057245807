//! A kick that takes messages along.
//!
//! Discord's kick deletes nothing, its ban does. So the person is banned and let in again at once: two orders, written
//! in one transaction and carried out one after the other, however often the process ends in between. Where Discord
//! does not let Steward lift that ban, it is tried again every hour. A ban that somebody has set since, by hand or with
//! `/ban`, stays.

use std::sync::Arc;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox::{self, FailureReason, OrderEnded, Outcome};
use crate::error::Result;
use crate::features::moderation::CaseId;
use crate::ids::GuildId;
use crate::jobs::{self, Job, Kind as JobKind};

use super::record::{let_in, refresh};
use super::rules::ban::Live;
use super::{Case, Kind, bans, store};

/// Lets somebody in again whom Discord has not let in so far.
pub const LET_IN: JobKind =
    JobKind { name: "moderation.let_in", urgent: true, run: |app, job| Box::pin(look(app, job)) };
/// The wait before that is tried again, where Discord has refused it.
const AGAIN: Duration = Duration::from_secs(3_600);

/// The person is out, or is not: then nobody has to be let in.
pub async fn acted(tx: &mut SqliteConnection, case: &Case, outcome: &Outcome, now: Timestamp) -> Result<()> {
    match (case.act.lift, outcome) {
        (Some(lift), Outcome::Failed(_)) => {
            outbox::withdraw(&mut *tx, lift, now).await?;
            store::set_let_in(tx, case.id, None).await
        }
        _ => Ok(()),
    }
}

/// Somebody has let a person in again, or has banned them: nothing is left of the bans of their kicks.
pub async fn all_let_in(tx: &mut SqliteConnection, by: &Case, now: Timestamp) -> Result<()> {
    for case in store::kicks_to_let_in(&mut *tx, by.guild, by.member, by.number).await? {
        if by.kind != Kind::Ban {
            over(&mut *tx, &case, now).await?;
        } else if !outbox::is_open(&mut *tx, case.act.lift.as_slice()).await? {
            left(&mut *tx, &case, now).await?;
        }
    }
    Ok(())
}

/// Notes what became of letting somebody in.
pub async fn ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let case = store::case(&mut *tx, order.guild, CaseId(order.row)).await?;
    if case.act.lift != Some(order.id) {
        return Ok(());
    }
    match &order.outcome {
        // What Discord holds now will tell.
        Outcome::Unknown | Outcome::Failed(FailureReason::Late) => {
            jobs::schedule(tx, case.guild, &LET_IN, case.id.get(), now).await
        }
        // Somebody else has banned them.
        Outcome::Failed(FailureReason::InUse) => left(tx, &case, now).await,
        // Nothing is left to lift.
        Outcome::Done { .. }
        | Outcome::Made(_)
        | Outcome::Scheduled(_)
        | Outcome::DoneButFor(_)
        | Outcome::Failed(FailureReason::Gone | FailureReason::Withdrawn) => over(tx, &case, now).await,
        Outcome::Failed(why) => not_let_in(tx, &case, *why, now).await,
    }
}

async fn look(app: &Arc<App>, job: &Job) -> Result<jobs::Outcome> {
    let (guild, id) = (job.guild, CaseId(job.row));
    let case = store::case_of(app.db.read(), guild, id).await?;
    let Some(case) = case.filter(|case| case.act.lift.is_some()) else { return Ok(jobs::Outcome::Done) };

    let live = bans::asked(app, guild, case.member).await?;
    let now = app.clock.now();

    app.db.write(async move |tx| tend(tx, guild, id, live, now).await).await?;
    Ok(jobs::Outcome::Done)
}

/// Decides and writes. Everything but what Discord said is read in the transaction.
async fn tend(tx: &mut SqliteConnection, guild: GuildId, id: CaseId, live: Live, now: Timestamp) -> Result<()> {
    let case = store::case(&mut *tx, guild, id).await?;
    let Some(lift) = case.act.lift else { return Ok(()) };
    if outbox::is_open(&mut *tx, &[lift]).await? {
        return Ok(());
    }
    if !store::bans_open(&mut *tx, guild, case.member).await?.is_empty() {
        return left(tx, &case, now).await;
    }
    match live {
        Live::Banned(Some(number)) if number == case.number => let_in(tx, &case, None, now).await,
        Live::Banned(_) => left(tx, &case, now).await,
        Live::NotBanned => over(tx, &case, now).await,
        Live::Unread => not_let_in(tx, &case, FailureReason::Permission, now).await,
    }
}

/// The person is banned although they should not be; that is said once, and tried again.
async fn not_let_in(tx: &mut SqliteConnection, case: &Case, why: FailureReason, now: Timestamp) -> Result<()> {
    jobs::schedule(&mut *tx, case.guild, &LET_IN, case.id.get(), now.plus(AGAIN)).await?;
    store::set_act(&mut *tx, case.id, case.act.state, Some(why.as_str()), None).await?;
    if case.act.why.as_deref() == Some(why.as_str()) { Ok(()) } else { refresh(tx, case, now).await }
}

/// Nothing is left of the ban.
async fn over(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    close(tx, case, None, now).await
}

/// Another ban holds, which stays.
async fn left(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    close(tx, case, Some(FailureReason::InUse), now).await
}

/// Nobody is let in any more.
async fn close(tx: &mut SqliteConnection, case: &Case, why: Option<FailureReason>, now: Timestamp) -> Result<()> {
    store::set_let_in(&mut *tx, case.id, why.map(FailureReason::as_str)).await?;
    jobs::cancel(&mut *tx, case.guild, &LET_IN, case.id.get()).await?;
    refresh(tx, case, now).await
}
