//! How an appeal ends: once, by the first decision, or because its case is voided without it.

use sqlx::SqliteConnection;

use super::cards::CARD;
use super::store::End;
use super::{Appeal, AppealId, AppealState, Problem, jobs, store};
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::features::moderation::Case;
use crate::ids::{GuildId, MemberId};
use crate::jobs as queue;

/// Whether an appeal can still be decided.
///
/// # Errors
/// Told, who was faster.
pub fn require_open(appeal: &Appeal) -> Result<()> {
    match appeal.decided {
        None => Ok(()),
        Some((by, at)) => Err(Problem::Decided { number: appeal.number, by, at }.into()),
    }
}

/// Notes how an appeal ends; what comes back is the appeal as it is then.
///
/// # Errors
/// Told, if somebody was faster.
pub async fn ended(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: AppealId,
    end: &End,
    now: Timestamp,
) -> Result<Appeal> {
    if !store::end(&mut *tx, id, end, now).await? {
        let appeal = store::get(tx, guild, id).await?.ok_or(Problem::Gone)?;
        require_open(&appeal)?;
        return Err(Error::fault(format!("appeal {id} is open and cannot end")));
    }
    let appeal = store::known(&mut *tx, guild, id).await?;
    let (action, outcome) = match end.state {
        AppealState::Approved => ("appeal.approve", "approved"),
        AppealState::Denied => ("appeal.deny", "denied"),
        AppealState::Open | AppealState::Closed => ("appeal.close", "closed"),
    };
    let entry = audit::Entry::new(guild, end.by, action, format!("appeal #{}", appeal.number)).to(appeal.member);
    let after = end.reason.as_ref().map_or_else(|| outcome.to_owned(), |reason| format!("{outcome}: {reason}"));
    audit::record(&mut *tx, &entry.change("open", after), now).await?;
    queue::cancel(&mut *tx, guild, &jobs::REMIND, id.get()).await?;
    card::edit(tx, &CARD, guild, id.get(), now).await?;
    Ok(appeal)
}

/// A case was voided by somebody: an appeal that was open is closed by that. The person hears of the case, not of the appeal.
pub async fn case_voided(tx: &mut SqliteConnection, case: &Case, by: MemberId, now: Timestamp) -> Result<()> {
    let open = store::of_case(&mut *tx, case.id).await?.into_iter().find(|appeal| appeal.state == AppealState::Open);
    let Some(open) = open else { return Ok(()) };
    let end = End { state: AppealState::Closed, by, alone: false, reason: None };
    ended(tx, case.guild, open.id, &end, now).await.map(drop)
}
