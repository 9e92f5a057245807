//! *Accept* and *Decline*, also in direct messages, and *Read* under a line in a channel, for who is invited; *Close* on the
//! card, for staff. A button carries no trust: the invitation has to be theirs.

use serde::Deserialize;

use super::{Answer, Mediation, MediationId, Problem, Side, SideId, actions, answering, closing, store, views};
use crate::discord::access::authorize::Presence;
use crate::discord::access::people;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::route::{Route, typed};
use crate::features::setup;
use crate::ids::GuildId;

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("read", |press| Box::pin(read(press))),
    Route::component("accept", |press| Box::pin(answer(press, Answer::Accepted))),
    Route::component("decline", |press| Box::pin(answer(press, Answer::Declined))),
    Route::component("close", |press| Box::pin(close(press))).requires(actions::MEDIATE),
    Route::modal("closed", |form| typed(form, closed)).requires(actions::MEDIATE),
];

/// The server that a button in direct messages is about.
fn server(id: &CustomId) -> Result<GuildId> {
    Ok(id.arg.parse().map_err(|_| outdated())?)
}

/// An invitation to the actor, with the mediation that it is to.
async fn own(interaction: &Interaction, id: &CustomId) -> Result<(Side, Mediation)> {
    let guild = server(id)?;
    let side = store::side(interaction.app.db.read(), guild, SideId(id.row)).await?.ok_or(Problem::Over)?;
    if side.member != interaction.actor.member {
        return Err(Problem::NotYours.into());
    }
    let mediation = store::get(interaction.app.db.read(), guild, side.mediation).await?.ok_or(Problem::Over)?;
    Ok((side, mediation))
}

/// *Read*: what the line in the channel did not say, for that person alone.
async fn read(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (side, mediation) = own(&interaction, &id).await?;
    answering::require_open(&mediation, interaction.app.clock.now())?;
    interaction.reply_ephemeral(&invitation(&interaction, &mediation, &side).await?).await
}

async fn invitation(interaction: &Interaction, mediation: &Mediation, side: &Side) -> Result<View> {
    let db = interaction.app.db.read();
    let (other, server) = (store::other(db, side).await?, setup::server(db, side.guild).await?);
    Ok(views::invitation(interaction.actor.locale, mediation, side, other, &server.name))
}

/// *Accept* and *Decline*. What the other has answered changes nothing in what is said here.
async fn answer(press: ComponentEvent, answer: Answer) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let (side, mediation) = own(&interaction, &id).await?;
    answering::require_open(&mediation, now)?;
    let (app, guild, row) = (&interaction.app, side.guild, side.id);
    let (member, mediator) =
        tokio::try_join!(people::fetch(app, guild, side.member), people::fetch(app, guild, mediation.mediator))?;
    if answer == Answer::Accepted && member.standing.presence == Presence::Absent {
        return Err(Problem::NotHere(side.member).into());
    }
    // At *Decline* as at *Accept*, so that the end says nothing of what anybody has answered.
    if people::may_still(&mediator, actions::MEDIATE).is_err() {
        let of = mediation.id;
        app.db.write(async move |tx| answering::end_early(tx, guild, of, now).await).await?;
        return Err(Problem::Over.into());
    }

    app.db.write(async move |tx| answering::answer(tx, guild, row, answer, now).await).await?;

    let side = Side { answer: Some(answer), ..side };
    interaction.update_message(&invitation(&interaction, &mediation, &side).await?).await
}

/// *Close* on the card: the form for the outcome opens.
async fn close(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let mediation = closing::closable(&interaction, MediationId(id.row)).await?;
    interaction.open_modal(&views::close_form(interaction.actor.locale, &mediation)).await
}

/// The form of what came of a mediation.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OutcomeForm {
    outcome: String,
}

/// The form was sent.
async fn closed(form: ModalSubmit<OutcomeForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let closed = closing::close(&interaction, MediationId(id.row), &inputs.outcome).await;
    interaction.reply_or_return(closed, &inputs.outcome).await
}
