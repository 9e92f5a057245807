//! What is pressed: the buttons of the alert, and *Confirm* and *Cancel* under the preview of a clean-up.

use serenity::all::Permissions;

use crate::discord::access::permission;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::{outcome, parties};
use crate::discord::outbox::OrderState;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::draft::{self, DraftId};
use crate::feature::route::Route;
use crate::features::moderation::commands::mass::begun;
use crate::features::moderation::store as masses;

use super::{CleanDraft, Paused, Problem, Raid, RaidId, actions, cleaning, noticing, pausing, store, views};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("pause-invites", |press| Box::pin(pause(press, Paused::Invites))),
    Route::component("pause-dms", |press| Box::pin(pause(press, Paused::Dms))),
    Route::component("who", |press| Box::pin(who(press, false))).requires(actions::RAID),
    Route::component("who-page", |press| Box::pin(who(press, true))).requires(actions::RAID),
    Route::component("who-file", |press| Box::pin(who_file(press))).requires(actions::RAID),
    Route::component("dismiss", |press| Box::pin(dismiss(press))).requires(actions::RAID),
    Route::component("clean", |press| Box::pin(clean(press))).requires(actions::CLEAN_RAID),
    Route::component("clean-cancel", |press| Box::pin(cancel(press))).requires(actions::CLEAN_RAID),
];

/// *Pause invites 1 h*, *Pause DMs 1 h*.
async fn pause(press: ComponentEvent, what: Paused) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (by, now) = (interaction.actor.member, interaction.app.clock.now());

    parties::may_have_done(&interaction, actions::PAUSE_SERVER).await?;
    let raid = find(&interaction, id.row).await?;

    let which = (raid.guild, raid.id);
    let paused = interaction.app.db.write(async move |tx| pausing::pause(tx, which, what, by, now).await);
    let (pause, order) = paused.await?;

    let state = outcome::wait_for_order(&interaction, Some(order)).await?;
    if let OrderState::Failed(why) = state {
        let lacks =
            Message::new("refused-steward-lacks").with("permission", permission::names(Permissions::MANAGE_GUILD));
        return Err(views::not_paused(why, lacks).into());
    }
    interaction.reply_ephemeral(&views::paused(interaction.actor.locale, &pause, state)).await
}

/// *Show who joined*, and another page of that.
async fn who(press: ComponentEvent, turned: bool) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let raid = find(&interaction, id.row).await?;
    let page = id.arg.parse().unwrap_or(0);

    let joins = store::joins(interaction.app.db.read(), raid.id, page).await?;

    let view = views::who(interaction.actor.locale, &raid, &joins);
    if turned { interaction.update_message(&view).await } else { interaction.reply_ephemeral(&view).await }
}

/// *All as a file*.
async fn who_file(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let raid = find(&interaction, id.row).await?;

    let joins = store::all_joins(interaction.app.db.read(), raid.id).await?;
    if joins.is_empty() {
        return Err(Problem::NotKept.into());
    }

    interaction.reply_ephemeral(&views::who_file(interaction.actor.locale, &joins)?).await
}

/// *Not a raid*.
async fn dismiss(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (by, now) = (interaction.actor.member, interaction.app.clock.now());
    let raid = find(&interaction, id.row).await?;

    let which = (raid.guild, raid.id);
    let raid = interaction.app.db.write(async move |tx| noticing::dismiss(tx, which, by, now).await).await?;

    interaction.reply_ephemeral(&views::ended(interaction.actor.locale, &raid)).await
}

/// *Confirm* under the preview.
async fn clean(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    let draft: CleanDraft = draft::open(&interaction, DraftId(id.row)).await?;

    parties::require(&interaction, actions::CLEAN_RAID)?;
    let actor = parties::actor_standing(&interaction);

    let begun_with = interaction.app.db.write(async move |tx| {
        let mut draft: CleanDraft = draft::take(&mut *tx, guild, draft.id).await?;
        let joins = cleaning::joins(&mut *tx, &draft).await?;
        // Whoever has written since the preview is shown before anything is done to them.
        if !draft::still_shows(&mut *tx, &mut draft, cleaning::wrote(&joins), PartialOrd::ge).await? {
            let running = masses::running_cleanup(&mut *tx, guild).await?;
            return Ok(Err((draft, joins, running)));
        }
        let mass = cleaning::begin(&mut *tx, &draft, &actor, now).await?;
        draft::set_published(tx, &draft, mass.id.get()).await?;
        Ok::<_, Error>(Ok(mass))
    });
    let view = match begun_with.await? {
        Ok(mass) => begun(&interaction, &mass).await?.without_files(),
        Err((draft, joins, running)) => views::preview_again(interaction.actor.locale, &draft, &joins, running, now)?,
    };

    interaction.update_message(&view).await
}

/// *Cancel* under it.
async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: CleanDraft = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    let view = View::text(interaction.say(&Message::new("mass-cancelled"))).without_files();
    interaction.update_message(&view).await
}

async fn find(interaction: &Interaction, row: i64) -> Result<Raid> {
    parties::require(interaction, actions::RAID)?;
    let raid = store::get(interaction.app.db.read(), interaction.actor.guild, RaidId(row)).await?;
    Ok(raid.ok_or(Problem::Gone)?)
}
