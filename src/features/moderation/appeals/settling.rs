//! Who decides an appeal, and what follows from it.
//!
//! Nobody decides about an act of their own, also not one that followed from the case, unless there is nobody else who
//! could. An approved appeal voids its case: the notice is changed, what is still in force lifted. A denied one changes
//! the notice too. The person is told after that.

use super::cards::{CARD, QUESTION, channels};
use super::ending::{ended, require_open};
use super::store::End;
use super::telling::{is_lifting, tell};
use super::{Appeal, AppealId, AppealState, NAME, Problem, actions, jobs, store, views};
use crate::discord::access::level::Level;
use crate::discord::access::{audit, member_count, user_locale};
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::{outcome, parties};
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::card;
use crate::features::moderation::amend::{self, Lift, Word};
use crate::features::moderation::{Case, CaseDetails, Voided, record, store as cases, warning};
use crate::features::setup;
use crate::ids::MemberId;

/// An appeal that the actor may read.
///
/// # Errors
/// Told, if it is their own, or they may not decide appeals.
pub async fn readable(interaction: &Interaction, id: AppealId) -> Result<Appeal> {
    let appeal = store::get(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    parties::may_on_record(interaction, actions::DECIDE_APPEAL, appeal.member)?;
    Ok(appeal)
}

/// An open appeal that the actor may decide, with its case, and whether they have acted too because there is nobody else.
async fn decidable(interaction: &Interaction, id: AppealId) -> Result<(Appeal, CaseDetails, bool)> {
    let appeal = readable(interaction, id).await?;
    require_open(&appeal)?;
    let case = cases::case(interaction.app.db.read(), appeal.guild, appeal.case).await?;
    let whole = details(interaction, case).await?;
    let acted = std::iter::once(&whole.case).chain(&whole.followed).map(|case| case.actor);
    let mut besides: Vec<MemberId> = acted.collect();
    if !besides.contains(&interaction.actor.member) {
        return Ok((appeal, whole, false));
    }
    besides.push(appeal.member);
    let others = member_count::has_staff(&interaction.app, appeal.guild, Level::Moderator, &besides);
    match interaction.in_time(others).await.flatten() {
        Some(false) => Ok((appeal, whole, true)),
        Some(true) => Err(Problem::OwnAct(appeal.number).into()),
        None => Err(Problem::UnknownStaff.into()),
    }
}

/// Whether the actor may decide it now, before they write anything.
///
/// # Errors
/// Told, why not.
pub async fn may_decide(interaction: &Interaction, id: AppealId) -> Result<Appeal> {
    decidable(interaction, id).await.map(|(appeal, ..)| appeal)
}

/// *Approve*: the case is voided, and what it did is lifted where it is still in force.
///
/// # Errors
/// Told, if the actor may not, or somebody was faster.
pub async fn approve(interaction: &Interaction, id: AppealId) -> Result<View> {
    let (app, guild, by) = (&interaction.app, interaction.actor.guild, interaction.actor.member);
    let now = app.clock.now();
    let (_, whole, alone) = decidable(interaction, id).await?;
    let live = amend::live(app, &whole).await?;

    let end = End { state: AppealState::Approved, by, alone, reason: None };
    let approved = app.db.write(async move |tx| {
        let appeal = ended(&mut *tx, guild, id, &end, now).await?;
        let case = cases::case(&mut *tx, guild, appeal.case).await?;
        let whole = cases::whole(&mut *tx, case).await?;
        let voided = Voided { at: now, by, reason: String::new() };
        amend::void(&mut *tx, &whole, &voided, Lift::Yes(live), Word::NotSent, now).await?;
        let case = cases::case(&mut *tx, guild, whole.case.id).await?;
        if is_lifting(&cases::whole(&mut *tx, case).await?) {
            return jobs::tell_once_lifted(tx, guild, id, now).await;
        }
        tell(tx, &appeal, now).await.map(drop)
    });
    approved.await?;

    let whole = warning::settled(interaction, &whole.case).await?;
    let appeal = store::known(app.db.read(), guild, id).await?;
    Ok(views::approved(interaction.actor.locale, &appeal, &whole))
}

/// *Deny*, with a reason that the person reads.
///
/// # Errors
/// Told, if the actor may not, or somebody was faster.
pub async fn deny(interaction: &Interaction, id: AppealId, reason: String) -> Result<View> {
    let (guild, by) = (interaction.actor.guild, interaction.actor.member);
    let now = interaction.app.clock.now();
    let (.., alone) = decidable(interaction, id).await?;

    let end = End { state: AppealState::Denied, by, alone, reason: Some(reason) };
    let denied = interaction.app.db.write(async move |tx| {
        let appeal = ended(&mut *tx, guild, id, &end, now).await?;
        let case = cases::case(&mut *tx, guild, appeal.case).await?;
        // In the lane of their direct messages, so before the word to them.
        record::tell_anew(&mut *tx, &case, now).await?;
        record::refresh(&mut *tx, &case, now).await?;
        tell(tx, &appeal, now).await
    });
    let order = denied.await?;

    outcome::wait_for_orders(interaction, &[order]).await;
    let appeal = store::known(interaction.app.db.read(), guild, id).await?;
    Ok(views::denied(interaction.actor.locale, &appeal))
}

/// *Ask a question*: it goes to the person by direct message, with a button to answer.
///
/// # Errors
/// Told, if the actor may not, it was decided, or a question waits for its answer.
pub async fn ask(interaction: &Interaction, id: AppealId, text: String) -> Result<View> {
    let (guild, by) = (interaction.actor.guild, interaction.actor.member);
    let now = interaction.app.clock.now();
    decidable(interaction, id).await?;

    let asked = interaction.app.db.write(async move |tx| {
        let appeal = store::get(&mut *tx, guild, id).await?.ok_or(Problem::Gone)?;
        require_open(&appeal)?;
        if store::questions(&mut *tx, id).await?.iter().any(|question| question.answer.is_none()) {
            return Err(Problem::QuestionWaits.into());
        }
        let question = store::insert_question(&mut *tx, &appeal, by, &text, now).await?;
        let entry = audit::Entry::new(guild, by, "appeal.ask", format!("appeal #{}", appeal.number)).to(appeal.member);
        audit::record(&mut *tx, &entry.change("", &*text), now).await?;
        let server = setup::server(&mut *tx, guild).await?;
        let locale = user_locale::locale(&mut *tx, appeal.member).await?.unwrap_or(server.locale);
        let body = views::question(locale, &appeal, question, &text, &server.name).json();
        let effect = Effect::Dm { member: appeal.member, body };
        let order = Order::new(guild, NAME, QUESTION, question.get(), effect);
        let order = outbox::insert(&mut *tx, &order, now).await?;
        card::edit(tx, &CARD, guild, id.get(), now).await?;
        Ok((question, order, channels(&server).0.is_some()))
    });
    let (question, order, has_channel) = asked.await?;

    outcome::wait_for_orders(interaction, &[order]).await;
    let question = store::question(interaction.app.db.read(), guild, question).await?.ok_or_else(outdated)?;
    Ok(views::asked(interaction.actor.locale, &question, has_channel))
}

/// A case with everything that belongs to it.
async fn details(interaction: &Interaction, case: Case) -> Result<CaseDetails> {
    let mut db = interaction.app.db.read().acquire().await?;
    cases::whole(&mut db, case).await
}
