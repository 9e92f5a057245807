//! *Needs a decision*: what managers press on the card, and the form in which they say why.

use serde::Deserialize;

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::features::moderation::actions;
use crate::features::moderation::record;
use crate::features::moderation::record::{LadderEffect, NewAction};
use crate::features::moderation::rules::{ladder, timeout};
use crate::features::moderation::views::decision as views;
use crate::features::moderation::{
    Case, Decision, DecisionId, DecisionState, Kind, NewCase, Problem, Way, store, warning,
};
use crate::ids::ChannelId;

/// A button of the card: its argument says what is decided.
pub async fn decide(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (decision, case) = open(&interaction, DecisionId(id.row)).await?;
    let now = interaction.app.clock.now();

    parties::may_on_record(&interaction, actions::DECIDE, case.member)?;
    if let Some(kind) = kind(&id.arg) {
        return interaction.open_modal(&views::form(interaction.actor.locale, &decision, &case, kind)).await;
    }
    if id.arg != "nothing" {
        return Err(outdated().into());
    }

    let (asked, by) = (decision, interaction.actor.member);
    let dismissed = interaction
        .app
        .db
        .write(async move |tx| record::settle(tx, &asked, DecisionState::Dismissed, by, None, now).await);
    if !dismissed.await? {
        return Err(settled(&interaction, DecisionId(id.row)).await?);
    }

    let text = Message::new("decision-nothing").with("member", case.member).with("number", case.number.to_string());
    interaction.reply_ephemeral(&View::text(interaction.say(&text))).await
}

fn kind(arg: &str) -> Option<Kind> {
    [Kind::Timeout, Kind::Kick, Kind::Ban].into_iter().find(|kind| kind.as_str() == arg)
}

/// The form of a decision was sent: that is the confirmation.
pub async fn decided(form: ModalSubmit<DecisionForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let interaction = &interaction;
    let kind = kind(&id.arg).ok_or_else(outdated)?;
    let now = interaction.app.clock.now();
    let (decision, warning) = open(interaction, DecisionId(id.row)).await?;
    let parties = parties::parties(interaction, warning.member).await?;

    parties::may_on_record(interaction, actions::DECIDE, warning.member)?;
    parties.may(match kind {
        Kind::Kick => actions::KICK,
        Kind::Ban => actions::BAN,
        _ => actions::TIMEOUT,
    })?;
    let reason = inputs.reason.ok_or(Problem::NoReason)?;
    let until = match kind {
        Kind::Timeout => {
            let length = timeout::length(&inputs.duration)?;
            let until = ladder::timeout_until(length, parties.target.timed_out_until, now);
            Some(until.ok_or(Problem::TimeoutRuns(parties.target.timed_out_until.unwrap_or(now)))?)
        }
        _ => None,
    };
    let case = NewCase {
        until,
        cause: Some(warning.number),
        ..NewCase::plain(interaction.actor.guild, kind, warning.member, interaction.actor.member, reason, now)
    };
    let channel = place(interaction, &warning).await?;
    let deed = NewAction { case, notice: Some(Way::Dm), channel, follows: LadderEffect::Nothing };

    let (guild, asked, by) = (interaction.actor.guild, decision.id, interaction.actor.member);
    let done = interaction.app.db.write(async move |tx| {
        let asked = store::decision(&mut *tx, guild, asked).await?;
        let Some(asked) = asked.filter(|asked| asked.state == DecisionState::Open) else { return Ok(None) };
        let case = record::record(&mut *tx, &deed, now).await?;
        record::settle(tx, &asked, DecisionState::Acted, by, Some(case.number), now).await?;
        Ok(Some(case))
    });
    let Some(case) = done.await? else { return Err(settled(interaction, decision.id).await?) };

    // The card is edited by itself; what truly happened is for whoever decided.
    interaction.reply_ephemeral(&warning::outcome(interaction, &case).await?).await
}

/// The form of a decision; only a timeout has a duration.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DecisionForm {
    reason: Option<String>,
    duration: String,
}

/// A question of this server that is still open, with the warning it is about.
async fn open(interaction: &Interaction, id: DecisionId) -> Result<(Decision, Case)> {
    let decision =
        store::decision(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    if decision.state != DecisionState::Open {
        return Err(settled(interaction, id).await?);
    }
    let case = store::case(interaction.app.db.read(), interaction.actor.guild, decision.case).await?;
    Ok((decision, case))
}

/// Who was faster.
async fn settled(interaction: &Interaction, id: DecisionId) -> Result<Error> {
    let decision =
        store::decision(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    Ok(views::state(&decision).into())
}

/// Where the person was warned: a line for them has its place there and not among the team.
async fn place(interaction: &Interaction, warning: &Case) -> Result<ChannelId> {
    let notices = store::notices(interaction.app.db.read(), warning.id).await?;
    Ok(notices.first().map_or(interaction.channel, |notice| notice.channel))
}
