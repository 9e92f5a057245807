//! The buttons and menus under results and under the list of surveys.

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::feature::offer;
use crate::feature::offer::{Handoff, Kind, Source};
use crate::features::surveys::EntryId;
use crate::features::surveys::NAME;
use crate::features::surveys::Problem;
use crate::features::surveys::WaveId;
use crate::features::surveys::commands::results::page;
use crate::features::surveys::reading;

use super::{Results, overview, store};

/// The results of a wave, if the actor may read them.
async fn of_wave(interaction: &Interaction, wave: WaveId) -> Result<Results> {
    let results = Results::of_wave(&interaction.app.db, interaction.actor.guild, wave).await?.ok_or_else(outdated)?;
    if reading::may_read(interaction, &results.survey).await? { Ok(results) } else { Err(outdated().into()) }
}

/// Another page; the argument is its number.
pub async fn turn(press: ComponentEvent) -> Result<()> {
    show(&press, press.id.arg.parse().ok()).await
}

/// Another page, which was chosen in the menu.
pub async fn go(press: ComponentEvent) -> Result<()> {
    show(&press, press.values.first().and_then(|page| page.parse().ok())).await
}

async fn show(press: &ComponentEvent, number: Option<i64>) -> Result<()> {
    let interaction = &press.interaction;

    let results = of_wave(interaction, WaveId(press.id.row)).await?;

    interaction.update_message(&page(interaction, &results, number.ok_or_else(outdated)?).await?).await
}

/// Another wave was chosen in the menu.
pub async fn other_wave(press: ComponentEvent) -> Result<()> {
    let interaction = &press.interaction;

    let wave = press.values.first().and_then(|wave| wave.parse().ok()).ok_or_else(outdated)?;
    let results = of_wave(interaction, wave).await?;

    interaction.update_message(&page(interaction, &results, 0).await?).await
}

/// Another page of the list of surveys; the argument is its number.
pub async fn list(press: ComponentEvent) -> Result<()> {
    let interaction = &press.interaction;

    interaction.update_message(&overview::page(interaction, press.id.arg.parse().unwrap_or(0)).await?).await
}

/// Offers the chosen comments as feedback; the argument is the page and the place of the question.
pub async fn keep(press: ComponentEvent) -> Result<()> {
    let interaction = &press.interaction;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let (leaf, place) = press.id.arg.split_once(',').ok_or_else(outdated)?;
    let (leaf, place): (i64, usize) = leaf.parse().ok().zip(place.parse().ok()).ok_or_else(outdated)?;
    let results = of_wave(interaction, WaveId(press.id.row)).await?;
    let taker = offer::taker(&interaction.app, Kind::Feedback).ok_or_else(outdated)?;

    let asked = results.survey.questions.get(place).map(|question| question.id).ok_or_else(outdated)?;
    let chosen = press.values.iter().filter_map(|entry| results.comment(place, entry.parse::<EntryId>().ok()?));
    let comments: Vec<_> = chosen.collect();

    // Of people who opted out nothing is kept.
    let chosen = comments.len();
    let may_be_kept = |author| offer::may_be_kept(&interaction.app, guild, author);
    let comments: Vec<_> = comments.into_iter().filter(|comment| may_be_kept(comment.author)).collect();
    if chosen > 0 && comments.is_empty() {
        return Err(Problem::OptedOut.into());
    }

    let channel = Some(results.wave().channel);
    let (number, wave) = (results.survey.number, results.wave().id);
    let source = Source { feature: NAME, row: wave.0 };
    let kept = interaction
        .app
        .db
        .write(async move |tx| {
            let mut kept = 0;
            for comment in comments {
                if store::insert_kept(&mut *tx, guild, comment.entry, asked, now).await? {
                    let (text, author) = (comment.text, comment.author);
                    // When it was written could tell who did, and only those who may read results have read it.
                    let (said, message, is_public, tags) = (None, None, false, Vec::new());
                    let offer =
                        Handoff::Feedback { guild, text, author, said, channel, message, is_public, tags, source };
                    taker.offer(&mut *tx, &offer, now).await?;
                    kept += 1;
                }
            }
            if kept > 0 {
                let subject = format!("survey #{number}");
                audit::record(tx, &Entry::new(guild, by, "survey.keep", subject).change("", format!("{kept}")), now)
                    .await?;
            }
            Ok::<i64, crate::error::Error>(kept)
        })
        .await?;

    if kept == 0 {
        return Err(Problem::KeptBefore.into());
    }
    interaction.update_message(&page(interaction, &results, leaf).await?).await
}
