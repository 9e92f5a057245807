//! What everyone can press: *Going*, *Maybe*, *Can't*, *Remind me*, and what can be chosen then.

use sqlx::SqliteConnection;

use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::features::events::roster::Roster;
use crate::features::events::rules::seats;
use crate::features::events::signing::Said;
use crate::features::events::views::own;
use crate::features::events::{OccurrenceId, Problem, SignupState, signing};

use super::find;

/// *Going*: whoever has a choice of groups is asked as what they come.
pub async fn going(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let roster = find(&interaction, OccurrenceId(id.row)).await?;
    seats::takes_signups(&roster.occurrence, interaction.app.clock.now())?;
    check_role(&interaction, &roster)?;

    let own = roster.of(interaction.actor.member).filter(|own| own.state != SignupState::Cant);
    let comes = own.filter(|own| matches!(own.state, SignupState::Going | SignupState::Waiting));
    let group = comes.and_then(|own| own.group);
    if !roster.occurrence.details.groups.is_empty() && group.is_none() {
        return interaction.reply_ephemeral(&own::choose_group(interaction.actor.locale, &roster)).await;
    }

    let roster = say(&interaction, &roster, Said::Going { group }).await?;
    tell(&interaction, &roster, false).await
}

/// As what they come was chosen.
pub async fn choose_group(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let roster = find(&interaction, OccurrenceId(id.row)).await?;
    check_role(&interaction, &roster)?;
    let group = Some(chosen(&values)?);

    let roster = say(&interaction, &roster, Said::Going { group }).await?;

    tell(&interaction, &roster, true).await
}

/// How many guests they bring was chosen.
pub async fn choose_guests(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let roster = find(&interaction, OccurrenceId(id.row)).await?;
    let (row, member, now) = (row(&roster), interaction.actor.member, interaction.app.clock.now());
    let guests = chosen(&values)?;

    let roster = interaction.app.db.write(async move |tx| signing::bring(tx, row, member, guests, now).await).await?;

    tell(&interaction, &roster, true).await
}

/// *Maybe*.
pub async fn maybe(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let roster = find(&interaction, OccurrenceId(id.row)).await?;
    check_role(&interaction, &roster)?;

    let roster = say(&interaction, &roster, Said::Maybe).await?;

    tell(&interaction, &roster, false).await
}

/// *Can't*.
pub async fn cant(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let roster = find(&interaction, OccurrenceId(id.row)).await?;

    let roster = say(&interaction, &roster, Said::Cant).await?;

    tell(&interaction, &roster, false).await
}

/// *Every time* and *Only this time*.
pub async fn every_time(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let roster = find(&interaction, OccurrenceId(id.row)).await?;
    let (row, member, now) = (row(&roster), interaction.actor.member, interaction.app.clock.now());
    let every_time = id.arg == own::EVERY_TIME;

    let written =
        async move |tx: &mut SqliteConnection| signing::set_every_time(tx, row, member, every_time, now).await;
    let roster = interaction.app.db.write(written).await?;

    tell(&interaction, &roster, true).await
}

/// *Remind me*.
pub async fn remind(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let roster = find(&interaction, OccurrenceId(id.row)).await?;
    let (row, member, now) = (row(&roster), interaction.actor.member, interaction.app.clock.now());

    let (roster, is_on) =
        interaction.app.db.write(async move |tx| signing::toggle_reminder(tx, row, member, now).await).await?;

    interaction.reply_ephemeral(&own::reminded(interaction.actor.locale, &roster, is_on)).await
}

async fn say(interaction: &Interaction, roster: &Roster, said: Said) -> Result<Roster> {
    let (row, member, now) = (row(roster), interaction.actor.member, interaction.app.clock.now());
    interaction.app.db.write(async move |tx| signing::say(tx, row, member, said, now).await).await
}

/// What they said, as they read it. `again`: in the place of what they read before.
async fn tell(interaction: &Interaction, roster: &Roster, again: bool) -> Result<()> {
    let view = own::status(interaction.actor.locale, roster, interaction.actor.member);
    if again { interaction.update_message(&view).await } else { interaction.reply_ephemeral(&view).await }
}

fn row(roster: &Roster) -> (crate::ids::GuildId, OccurrenceId) {
    (roster.event.guild, roster.occurrence.id)
}

/// Only those with the role come, where it is for a role.
fn check_role(interaction: &Interaction, roster: &Roster) -> Result<(), Problem> {
    match roster.occurrence.details.for_role {
        Some(role) if !interaction.roles().contains(&role) && role.get() != interaction.actor.guild.get() => {
            Err(Problem::RoleOnly(role))
        }
        _ => Ok(()),
    }
}

fn chosen(values: &[String]) -> Result<u8> {
    Ok(values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?)
}
