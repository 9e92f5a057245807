//! What moderators and whoever created a contest do with it: *Manage*, *Review*, *Approve*, *Reject*, *Close now* and
//! *Post again*.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::features::events::contest::store::{contests, entries, files};
use crate::features::events::contest::submitting::{Decided, decide};
use crate::features::events::contest::views::review::Where;
use crate::features::events::contest::views::{forms, manage, review};
use crate::features::events::contest::{
    Contest, ContestId, Entry, EntryId, EntryState, Problem, cards, closing, rules,
};

use super::{chosen, find_contest, find_entry, require_organiser};

/// The form of a reason.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReasonForm {
    reason: String,
}

/// *Manage*.
pub async fn show(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;
    require_organiser(&interaction, &contest)?;

    interaction.reply_ephemeral(&panel(&interaction, &contest).await?).await
}

async fn panel(interaction: &Interaction, contest: &Contest) -> Result<View> {
    let all = entries::list(interaction.app.db.read(), interaction.actor.guild, contest.id).await?;
    Ok(manage::panel(interaction.actor.locale, contest, &all))
}

/// *Review*: the next entry that waits for it.
pub async fn next(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;
    require_organiser(&interaction, &contest)?;

    let guild = interaction.actor.guild;
    let pending = entries::in_state(interaction.app.db.read(), guild, contest.id, EntryState::Pending).await?;

    let view = match pending.first() {
        Some(entry) => looked_at(&interaction, &contest, entry).await?,
        None => panel(&interaction, &contest).await?,
    };
    interaction.update_message(&view).await
}

/// An entry was chosen.
pub async fn look(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, values, .. } = press;
    let (contest, entry) = find_entry(&interaction, chosen(&values)?).await?;
    require_organiser(&interaction, &contest)?;

    interaction.update_message(&looked_at(&interaction, &contest, &entry).await?).await
}

/// An entry as one person looks at it, with its image.
async fn looked_at(interaction: &Interaction, contest: &Contest, entry: &Entry) -> Result<View> {
    let image = files::get(interaction.app.db.read(), interaction.actor.guild, entry.id).await?;
    Ok(review::entry(interaction.actor.locale, contest, entry, image))
}

/// *Approve*.
pub async fn approve(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    go_on(&interaction, &id, Decided::Approve).await
}

/// *Reject*: the form for the reason opens.
pub async fn reject(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (contest, entry) = find_entry(&interaction, EntryId(id.row)).await?;
    require_organiser(&interaction, &contest)?;
    rules::may_decide(&contest, &entry, EntryState::Rejected, interaction.app.clock.now())?;

    interaction.open_modal(&forms::reject(interaction.actor.locale, &entry, &id.arg)).await
}

/// The form was sent.
pub async fn rejected(form: ModalSubmit<ReasonForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let reason = Some(inputs.reason).filter(|reason| !reason.is_empty());
    go_on(&interaction, &id, Decided::Reject(reason)).await
}

/// Carries out a decision, and shows the entry as it is then.
async fn go_on(interaction: &Interaction, id: &CustomId, decided: Decided) -> Result<()> {
    let (contest, entry) = find_entry(interaction, EntryId(id.row)).await?;
    require_organiser(interaction, &contest)?;
    let (guild, by, row, now) =
        (interaction.actor.guild, interaction.actor.member, entry.id, interaction.app.clock.now());

    let (contest, entry) =
        interaction.app.db.write(async move |tx| decide(tx, guild, row, decided, by, now).await).await?;

    let view = looked_at(interaction, &contest, &entry).await?;
    // The card in the channel follows by itself.
    if Where::from_arg(&id.arg) == Where::Panel {
        interaction.update_message(&view).await
    } else {
        interaction.reply_ephemeral(&view).await
    }
}

/// *Close now*: what that means is said first.
pub async fn ask_to_close(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;
    require_organiser(&interaction, &contest)?;
    rules::is_open(&contest, interaction.app.clock.now())?;

    interaction.update_message(&manage::ask_to_close(interaction.actor.locale, &contest)).await
}

/// *Close and post result*.
pub async fn close(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;
    require_organiser(&interaction, &contest)?;
    let (guild, by, id, now) =
        (interaction.actor.guild, interaction.actor.member, contest.id, interaction.app.clock.now());

    let close = async move |tx: &mut _| closing::close_by_hand(tx, guild, id, by, now).await;
    let contest = interaction.app.db.write(close).await?;

    interaction.update_message(&manage::closed(interaction.actor.locale, &contest)).await
}

/// *Post again*: what was deleted in Discord.
pub async fn post_again(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;
    require_organiser(&interaction, &contest)?;
    let (guild, id, now) = (interaction.actor.guild, contest.id, interaction.app.clock.now());

    let posted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let contest = contests::get(&mut *tx, guild, id).await?.ok_or(Problem::NoneOpen)?;
        cards::post_again(tx, &contest, now).await
    });
    let posted = posted.await?;

    interaction.update_message(&manage::posted_again(interaction.actor.locale, posted)).await
}
