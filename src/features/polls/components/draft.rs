//! The preview of a poll: *Publish*, *Edit options*, *Cancel*, the menu of who may vote, and the form of
//! options. A draft is its author's alone.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::ui::ping::Ping;
use crate::error::{Error, Result};
use crate::features::polls::rules::options;
use crate::features::polls::views::preview;
use crate::features::polls::{Draft, DraftSpec, PollDraftId, Problem, draft, store};
use crate::ids::RoleId;

/// *Publish*.
pub async fn publish(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let id = PollDraftId(id.row);
    let now = interaction.app.clock.now();
    let draft = open(&interaction, id).await?;

    let Ok((plan, _)) = draft::plan(&draft, now) else {
        return interaction.update_message(&draft::shown(&interaction, id, &draft, Vec::new()).await?).await;
    };
    channels::may_post(&interaction, plan.channel).await?;
    if let Some(role) = plan.ping {
        Ping::allowed(&interaction, plan.channel, role)?;
    }

    let poll = interaction.app.db.write(async move |tx| draft::publish(tx, id, &plan, now).await).await?;

    let (poll, card) = draft::opened(&interaction, poll).await?;
    interaction.update_message(&preview::published(interaction.actor.locale, &poll, card)).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let id = PollDraftId(id.row);
    open(&interaction, id).await?;

    let guild = interaction.actor.guild;
    let cancelled = interaction.app.db.write(async move |tx| store::set_cancelled(tx, guild, id).await).await?;

    if !cancelled {
        return Err(Problem::Published.into());
    }
    interaction.update_message(&preview::cancelled(interaction.actor.locale)).await
}

/// Who may vote was chosen in the menu.
pub async fn set_voters(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let id = PollDraftId(id.row);
    let draft = open(&interaction, id).await?;

    let roles: Vec<RoleId> = values.iter().filter_map(|value| value.parse().ok().map(RoleId)).collect();
    // The role of everyone leaves nobody out.
    let everyone = roles.contains(&RoleId(interaction.actor.guild.get()));
    let voters = if everyone { Vec::new() } else { roles };

    change(&interaction, id, Draft { asked: DraftSpec { voters, ..draft.asked }, ..draft }).await
}

/// *Edit options*: the form opens with those that there are.
pub async fn edit_options(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let id = PollDraftId(id.row);

    let draft = open(&interaction, id).await?;

    interaction.open_modal(&preview::form(interaction.actor.locale, id, &draft.asked.asked.options)).await
}

/// The form was sent. What cannot be voted for is kept and told in the preview, so that nobody types it
/// twice.
pub async fn options_written(form: ModalSubmit<OptionsForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let id = PollDraftId(id.row);
    let mut draft = open(&interaction, id).await?;

    draft.asked.asked.options = options::parts(&inputs.options);

    change(&interaction, id, draft).await
}

/// The form of options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OptionsForm {
    /// One a line.
    options: String,
}

/// Keeps what was changed, and shows it.
async fn change(interaction: &Interaction, id: PollDraftId, draft: Draft) -> Result<()> {
    let (guild, asked) = (interaction.actor.guild, draft.asked.clone());
    let changed = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        if store::set_asked(tx, guild, id, &asked).await? { Ok(()) } else { Err(Error::from(Problem::Published)) }
    });
    changed.await?;
    interaction.update_message(&draft::shown(interaction, id, &draft, Vec::new()).await?).await
}

/// The draft of the actor.
async fn open(interaction: &Interaction, id: PollDraftId) -> Result<Draft> {
    let draft = store::draft(interaction.app.db.read(), interaction.actor.guild, id).await?;
    let draft = draft.filter(|draft| draft.author == interaction.actor.member).ok_or(Problem::NoDraft)?;
    draft.still_open()?;
    Ok(draft)
}
