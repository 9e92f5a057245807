//! The buttons under digests and their plan: files to take along, what the edition for members would
//! say, and that there is none any more.

use crate::discord::interaction::context::{Door, Press};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::{Message, Result};
use crate::features::digest::DigestId;
use crate::features::digest::actions;

use super::rules::plan::{Public, Wish};
use super::store::Kept;
use super::views::cards;
use super::{jobs, store, text};

/// A button of the feature was pressed.
pub async fn press(press: Press) -> Result<()> {
    match press.id.meaning() {
        (cards::MEMBERS, 1) => members(press).await,
        (cards::EXPORT, 1) => export(press).await,
        (cards::PUBLIC_OFF, 1) => public_off(press).await,
        _ => Err(outdated().into()),
    }
}

/// The next digest as members would read it now.
async fn members(press: Press) -> Result<()> {
    let Press { door, .. } = press;
    parties::may(&door, actions::READ_DIGEST)?;

    let (plan, digest) = super::next(&door.app, door.actor.guild).await?;
    if let Some(why) = digest.nothing() {
        return Err(why.clone().into());
    }
    let seen = digest.for_members().ok_or_else(|| Message::new("digest-members-nothing"))?;

    let head = door.say(&cards::members_head(&plan));
    door.tell(&cards::headed(digest.locale, head, &text::for_discord(&seen), super::picture(&seen))).await
}

/// The row of the custom_id is the digest.
async fn export(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    parties::may(&door, actions::READ_DIGEST)?;
    let guild = door.actor.guild;

    let week = store::week(door.app.db.read(), guild, DigestId(id.row)).await?.ok_or_else(outdated)?;
    let kept = store::get(door.app.db.read(), guild, week).await?.ok_or_else(outdated)?;

    give(&door, &kept).await
}

/// Hands over the files of a digest, to the asker alone.
pub async fn give(door: &Door, kept: &Kept) -> Result<()> {
    let today = super::settings(&door.app, door.actor.guild).await?.zone.day(door.app.clock.now());
    let files = kept.content.exported(kept.week)?;
    door.tell(&cards::exported(door.actor.locale, kept.week, today, files)).await
}

/// What is posted already stays.
async fn public_off(press: Press) -> Result<()> {
    let Press { door, .. } = press;
    parties::may(&door, actions::SET_DIGEST)?;
    let (guild, actor, now) = (door.actor.guild, door.actor.member, door.app.clock.now());
    let zone = super::settings(&door.app, guild).await?.zone;
    let plan = store::plan(door.app.db.read(), guild).await?.unwrap_or_default();

    if plan.public.is_some() {
        let (wish, zone) = (Wish { public: Some(Public::Off), ..Wish::default() }, zone.clone());
        door.app.db.write(async move |tx| jobs::change(tx, guild, actor, wish, &zone, now).await).await?;
    }

    let shown = super::shown(&door.app, guild, zone).await?;
    door.update(&cards::plan_card(door.actor.locale, &shown, true)).await
}
