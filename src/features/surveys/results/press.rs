//! The buttons and menus under results and under the list of surveys.

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::Press;
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::offer;
use crate::feature::offer::{Kind, Offer, Source};
use crate::features::surveys::actions;
use crate::features::surveys::commands::results::page;
use crate::features::surveys::{EntryId, NAME, Problem, WaveId};

use super::{Results, overview, store};

/// A button or a menu of results was used.
///
/// # Errors
/// Told, if what it is about is gone.
pub async fn press(press: Press) -> Result<()> {
    match press.id.meaning() {
        ("results-page", 1) => turn(&press, press.id.arg.parse().ok()).await,
        ("results-go", 1) => turn(&press, press.values.first().and_then(|page| page.parse().ok())).await,
        ("results-wave", 1) => other_wave(&press).await,
        ("results-keep", 1) => keep(&press).await,
        ("list-page", 1) => list(&press).await,
        _ => Err(outdated().into()),
    }
}

async fn turn(press: &Press, to: Option<i64>) -> Result<()> {
    let door = &press.door;
    parties::may(door, actions::READ_SURVEYS)?;

    let results = Results::of_wave(&door.app.db, door.actor.guild, WaveId(press.id.row)).await?.ok_or_else(outdated)?;

    door.update(&page(door, &results, to.ok_or_else(outdated)?).await?).await
}

async fn other_wave(press: &Press) -> Result<()> {
    let door = &press.door;
    parties::may(door, actions::READ_SURVEYS)?;

    let wave = press.values.first().and_then(|wave| wave.parse().ok()).ok_or_else(outdated)?;
    let results = Results::of_wave(&door.app.db, door.actor.guild, wave).await?.ok_or_else(outdated)?;

    door.update(&page(door, &results, 0).await?).await
}

async fn list(press: &Press) -> Result<()> {
    let door = &press.door;
    parties::may(door, actions::READ_SURVEYS)?;

    door.update(&overview::page(door, press.id.arg.parse().unwrap_or(0)).await?).await
}

/// Offers the chosen comments as feedback; the argument is the page and the place of the question.
async fn keep(press: &Press) -> Result<()> {
    let door = &press.door;
    parties::may(door, actions::SET_SURVEYS)?;
    let (guild, by, now) = (door.actor.guild, door.actor.member, door.app.clock.now());
    let (leaf, place) = press.id.arg.split_once(',').ok_or_else(outdated)?;
    let (leaf, place): (i64, usize) = leaf.parse().ok().zip(place.parse().ok()).ok_or_else(outdated)?;
    let results = Results::of_wave(&door.app.db, guild, WaveId(press.id.row)).await?.ok_or_else(outdated)?;
    let taker = offer::taker(&door.app, Kind::Feedback).ok_or_else(outdated)?;

    let asked = results.survey.questions.get(place).map(|question| question.id).ok_or_else(outdated)?;
    let chosen = press.values.iter().filter_map(|entry| results.comment(place, entry.parse::<EntryId>().ok()?));
    let comments: Vec<_> = chosen.collect();

    let (number, wave) = (results.survey.number, results.wave().id);
    let source = Source { feature: NAME, row: wave.0 };
    let kept = door
        .app
        .db
        .write(async move |tx| {
            let mut kept = 0;
            for comment in comments {
                if store::insert_kept(&mut *tx, guild, comment.entry, asked, now).await? {
                    let (text, author) = (comment.text, comment.author);
                    taker.offer(&mut *tx, &Offer::Feedback { guild, text, author, source }, now).await?;
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
    door.update(&page(door, &results, leaf).await?).await
}
