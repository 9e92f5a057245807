//! The buttons under digests and their plan: files to take along, what the edition for members would
//! say, and that there is none any more.

use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::error::{Message, Result};
use crate::feature::route::Route;
use crate::features::digest::DigestId;
use crate::features::digest::actions::{READ_DIGEST, SET_DIGEST};
use crate::features::setup;

use super::rules::plan::{PlanChange, Public};
use super::store::Kept;
use super::views::cards;
use super::{jobs, store, text};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component(cards::MEMBERS, |press| Box::pin(members(press))).requires(READ_DIGEST),
    Route::component(cards::EXPORT, |press| Box::pin(export(press))).requires(READ_DIGEST),
    Route::component(cards::PUBLIC_OFF, |press| Box::pin(public_off(press))).requires(SET_DIGEST),
];

/// The next digest as members would read it now.
async fn members(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, .. } = press;

    let (plan, digest) = super::next(&interaction.app, interaction.actor.guild).await?;
    if let Some(why) = digest.nothing() {
        return Err(why.clone().into());
    }
    let seen = digest.for_members().ok_or_else(|| Message::new("digest-members-nothing"))?;

    let head = interaction.say(&cards::members_head(&plan));
    interaction
        .reply_ephemeral(&cards::headed(digest.locale, head, &text::for_discord(&seen), super::picture(&seen)))
        .await
}

/// The row of the custom_id is the digest.
async fn export(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let guild = interaction.actor.guild;

    let week = store::week(interaction.app.db.read(), guild, DigestId(id.row)).await?.ok_or_else(outdated)?;
    let kept = store::get(interaction.app.db.read(), guild, week).await?.ok_or_else(outdated)?;

    give(&interaction, &kept).await
}

/// Hands over the files of a digest, to the asker alone.
pub async fn give(interaction: &Interaction, kept: &Kept) -> Result<()> {
    let today =
        setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone.day(interaction.app.clock.now());
    let files = kept.content.exported(kept.week)?;
    interaction.reply_ephemeral(&cards::exported(interaction.actor.locale, kept.week, today, files)).await
}

/// What is posted already stays.
async fn public_off(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, .. } = press;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let zone = setup::server(interaction.app.db.read(), guild).await?.zone;
    let plan = store::plan(interaction.app.db.read(), guild).await?.unwrap_or_default();

    if plan.public.is_some() {
        let (wish, zone) = (PlanChange { public: Some(Public::Off), ..PlanChange::default() }, zone.clone());
        interaction.app.db.write(async move |tx| jobs::change(tx, guild, actor, wish, &zone, now).await).await?;
    }

    let shown = super::shown(&interaction.app, guild, zone).await?;
    interaction.update_message(&cards::plan_card(interaction.actor.locale, &shown, true)).await
}
