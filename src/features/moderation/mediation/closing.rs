//! How a mediation ends with an outcome, by its mediator or a manager, whether it has begun or not.

use sqlx::SqliteConnection;

use super::cards::CARD;
use super::store::End;
use super::{Mediation, MediationId, MediationState, Problem, actions, answering, meeting, store, telling, views};
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{outcome, parties};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::card;
use crate::features::moderation::commands::warn::words;
use crate::features::setup;
use crate::ids::{MemberId, OutboxId};
use crate::jobs;

/// A mediation that the actor may close now.
///
/// # Errors
/// Told, if it has ended, somebody else leads it, or it is about them.
pub async fn closable(interaction: &Interaction, id: MediationId) -> Result<Mediation> {
    let (guild, by) = (interaction.actor.guild, interaction.actor.member);
    let mediation = store::get(interaction.app.db.read(), guild, id).await?.ok_or(Problem::Gone)?;
    let own = mediation.mediator == by;
    parties::require(interaction, if own { actions::MEDIATE } else { actions::CLOSE_OTHER_MEDIATION })?;
    if store::sides(interaction.app.db.read(), id).await?.iter().any(|side| side.member == by) {
        return Err(Problem::AboutYou(mediation.number).into());
    }
    if mediation.ended.is_some() { Err(Problem::Ended(mediation.number).into()) } else { Ok(mediation) }
}

/// Closes it; the answer to whoever did.
pub async fn close(interaction: &Interaction, id: MediationId, typed: &str) -> Result<View> {
    let (by, now) = (interaction.actor.member, interaction.app.clock.now());
    let mediation = closable(interaction, id).await?;
    let came_of_it = words(typed).ok_or(Problem::NoOutcome)?;
    let thread = mediation.thread;

    let order = interaction.app.db.write(async move |tx| closed(tx, &mediation, by, came_of_it, now).await).await?;

    let state = outcome::wait_for_order(interaction, order).await?;
    let mediation = store::known(interaction.app.db.read(), interaction.actor.guild, id).await?;
    Ok(views::closed(interaction.actor.locale, &mediation, thread, state))
}

async fn closed(
    tx: &mut SqliteConnection,
    mediation: &Mediation,
    by: MemberId,
    outcome: String,
    now: Timestamp,
) -> Result<Option<OutboxId>> {
    let (guild, id) = (mediation.guild, mediation.id);
    let before = store::known(&mut *tx, guild, id).await?;
    let end = End { by: Some(by), outcome: Some(outcome), ..End::new(MediationState::Closed) };
    if !store::set_ended(&mut *tx, id, &end, now).await? {
        return Err(Problem::Ended(mediation.number).into());
    }
    let entry = audit::Entry::new(guild, by, "mediation.close", format!("mediation #{}", mediation.number));
    // Without what came of it: the audit is kept longer than the mediation, and nobody can have it deleted.
    audit::record(&mut *tx, &entry.change("open", "closed"), now).await?;
    jobs::cancel(&mut *tx, guild, &answering::EXPIRE, id.get()).await?;
    store::delete_answers(&mut *tx, id).await?;
    card::edit(&mut *tx, &CARD, guild, id.get(), now).await?;
    let ended = store::known(&mut *tx, guild, id).await?;
    telling::change_invitations(&mut *tx, &ended, now).await?;
    let (MediationState::Open, Some(thread)) = (before.state, ended.thread) else { return Ok(None) };
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let note = views::closed_note(locale, &ended);
    meeting::close_thread(tx, &ended, thread, Some(&note), now).await.map(Some)
}
