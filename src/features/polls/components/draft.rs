//! The preview of a poll: *Publish*, *Edit options*, *Cancel*, the menu of who may vote, and the form of
//! options. A draft is its author's alone.

use serde::Deserialize;

use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::ui::ping::Ping;
use crate::error::Result;
use crate::feature::draft;
use crate::feature::draft::DraftId;
use crate::features::polls::draft::{become_poll, opened, plan, shown};
use crate::features::polls::rules::options;
use crate::features::polls::views::preview;
use crate::features::polls::{Ages, Draft, Problem};
use crate::ids::RoleId;

/// *Publish*.
pub async fn publish(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    let Ok((plan, _)) = plan(&draft, now) else {
        return interaction.update_message(&shown(&interaction, &draft, Vec::new()).await?).await;
    };
    channels::may_post(&interaction, plan.channel).await?;
    if let Some(role) = plan.ping {
        Ping::allowed(&interaction, plan.channel, role)?;
    }

    let poll = interaction.app.db.write(async move |tx| become_poll(tx, draft.id, &plan, now).await).await?;

    let (poll, card) = opened(&interaction, poll).await?;
    interaction.update_message(&preview::published(interaction.actor.locale, &poll, card)).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&preview::cancelled(interaction.actor.locale)).await
}

/// Who may vote was chosen in the menu.
pub async fn set_voters(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let mut draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    let roles: Vec<RoleId> = values.iter().filter_map(|value| value.parse().ok().map(RoleId)).collect();
    // The role of everyone leaves nobody out.
    let everyone = roles.contains(&RoleId(interaction.actor.guild.get()));
    draft.spec.voters = if everyone { Vec::new() } else { roles };

    save(&interaction, draft).await
}

/// *Edit options*: the form opens with those that there are.
pub async fn edit_options(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    interaction.open_modal(&preview::form(interaction.actor.locale, draft.id, &draft.spec.asked.options)).await
}

/// The form was sent. What cannot be voted for is kept and told in the preview, so that nobody types it
/// twice.
pub async fn options_written(form: ModalSubmit<OptionsForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let mut draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    draft.spec.asked.options = options::parts(&inputs.options);

    save(&interaction, draft).await
}

/// *Who may vote*: the form opens with what holds.
pub async fn edit_limits(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    interaction.open_modal(&preview::limits_form(interaction.actor.locale, &draft)).await
}

/// Its form was sent. What does not go together with the options is kept and told in the preview.
pub async fn limits_written(form: ModalSubmit<LimitsForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let mut draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    let asked = &mut draft.spec.asked;
    asked.ages = Ages { member: number(&inputs.min_age)?, account: number(&inputs.account_age)? };
    let seats = number(&inputs.seats)?;
    asked.seats = (!inputs.seats.trim().is_empty()).then_some(seats.into());

    save(&interaction, draft).await
}

/// A whole number; nothing typed is none.
fn number(typed: &str) -> Result<u32> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    Ok(typed.parse().map_err(|_| Problem::NoNumber(typed.to_owned()))?)
}

/// The form of who may vote and how many win.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitsForm {
    /// Days in the server.
    min_age: String,
    /// Days since the account was made.
    account_age: String,
    /// How many win.
    seats: String,
}

/// The form of options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OptionsForm {
    /// One a line.
    options: String,
}

/// Keeps what was changed, and shows it.
async fn save(interaction: &Interaction, draft: Draft) -> Result<()> {
    let draft = draft::save(interaction, draft).await?;
    interaction.update_message(&shown(interaction, &draft, Vec::new()).await?).await
}
