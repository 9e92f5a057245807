//! Somebody submits an entry: it waits for review, or appears in the thread.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::interaction::context::Interaction;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::card::Calls;
use crate::feature::draft::DraftId;
use crate::feature::{card, draft};
use crate::i18n::say;
use crate::ids::{GuildId, MemberId};

use super::cards::{ENTRY, REVIEW};
use super::draft::UploadSpec;
use super::store::{contests, entries, files};
use super::{Contest, ContestId, Entry, EntryId, EntryState, NAME, Problem, Words, cards, rules};

/// Keeps an entry, with the image that waits for it.
///
/// # Errors
/// Told, why it can't be submitted.
pub async fn submit(
    interaction: &Interaction,
    id: ContestId,
    words: Words,
    upload: Option<DraftId>,
) -> Result<(Contest, Entry)> {
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let saved = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let contest = contests::get(&mut *tx, guild, id).await?.ok_or(Problem::NoneOpen)?;
        let own = entries::of_member(&mut *tx, guild, id, member).await?;
        rules::may_submit(&contest, &own, now)?;
        let entry = entries::insert(&mut *tx, guild, id, member, &words, now).await?;
        if let Some(upload) = upload {
            attach(&mut *tx, guild, member, entry, upload).await?;
        }
        if contest.plan.review {
            card::post(&mut *tx, &REVIEW, guild, entry.get(), Calls::Nobody, now).await?;
        } else {
            appear(&mut *tx, &contest, entry, None, now).await?;
        }
        find(tx, guild, entry).await
    });
    saved.await
}

/// The image of an upload belongs to the entry from now on.
async fn attach(
    tx: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    entry: EntryId,
    upload: DraftId,
) -> Result<()> {
    let upload = draft::take::<UploadSpec>(&mut *tx, guild, upload).await?;
    if upload.author != member {
        return Err(Problem::FileGone.into());
    }
    draft::set_published(&mut *tx, &upload, entry.get()).await?;
    for image in draft::images::<UploadSpec>(&mut *tx, guild, entry.get()).await?.into_iter().take(1) {
        let image = files::Image { name: image.name, bytes: image.bytes };
        files::insert(&mut *tx, guild, entry, &image).await?;
    }
    draft::delete_images::<UploadSpec>(tx, guild, entry.get()).await
}

/// An entry and its contest.
///
/// # Errors
/// Told, if it isn't there any more.
pub async fn find(tx: &mut SqliteConnection, guild: GuildId, id: EntryId) -> Result<(Contest, Entry)> {
    let entry = entries::get(&mut *tx, guild, id).await?.ok_or(Problem::NoEntry)?;
    let contest = contests::get(tx, guild, entry.contest).await?.ok_or(Problem::NoEntry)?;
    Ok((contest, entry))
}

/// An entry appears in the thread under a number.
async fn appear(
    tx: &mut SqliteConnection,
    contest: &Contest,
    id: EntryId,
    by: Option<MemberId>,
    now: Timestamp,
) -> Result<()> {
    let guild = contest.plan.guild;
    let Some(entry) = entries::get(&mut *tx, guild, id).await? else { return Ok(()) };
    let number = match entry.number {
        Some(number) => number,
        None => contests::next_number(&mut *tx, guild, contest.id).await?,
    };
    entries::set_approved(&mut *tx, guild, id, number, by).await?;
    if card::get(&mut *tx, ENTRY.name, guild, id.get()).await?.order.is_some() {
        card::edit(tx, &ENTRY, guild, id.get(), now).await
    } else {
        card::post(tx, &ENTRY, guild, id.get(), Calls::Nobody, now).await
    }
}

/// An entry has changed: its cards follow.
pub async fn show_again(tx: &mut SqliteConnection, guild: GuildId, id: EntryId, now: Timestamp) -> Result<()> {
    card::edit(&mut *tx, &ENTRY, guild, id.get(), now).await?;
    card::edit(tx, &REVIEW, guild, id.get(), now).await
}

/// What a moderator has decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    Approve,
    /// With the reason that whoever submitted it is told.
    Reject(Option<String>),
}

/// Carries out a decision. Of two at once the second is told what the first has decided.
///
/// # Errors
/// Told, if it was decided before, or the contest is closed.
pub async fn decide(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: EntryId,
    decided: Decided,
    by: MemberId,
    now: Timestamp,
) -> Result<(Contest, Entry)> {
    let (contest, entry) = find(&mut *tx, guild, id).await?;
    match decided {
        Decided::Approve => {
            rules::may_decide(&contest, &entry, EntryState::Approved, now)?;
            appear(&mut *tx, &contest, id, Some(by), now).await?;
        }
        Decided::Reject(reason) => {
            rules::may_decide(&contest, &entry, EntryState::Rejected, now)?;
            entries::set_rejected(&mut *tx, guild, id, reason.as_deref(), by).await?;
            tell_rejected(&mut *tx, &contest, &entry, reason, now).await?;
        }
    }
    show_again(&mut *tx, guild, id, now).await?;
    find(tx, guild, id).await
}

async fn tell_rejected(
    tx: &mut SqliteConnection,
    contest: &Contest,
    entry: &Entry,
    reason: Option<String>,
    now: Timestamp,
) -> Result<()> {
    let Some(member) = entry.author else { return Ok(()) };
    let guild = contest.plan.guild;
    let key = if reason.is_some() { "contest-told-rejected-because" } else { "contest-told-rejected" };
    let message = Message::new(key).with("title", &contest.plan.title).with("entry", &entry.words.title);
    let message = reason.into_iter().fold(message, |message, reason| message.with("reason", reason));
    let body = View::text(say(cards::locale(&mut *tx, guild).await?, &message)).json();
    let order = Order::new(guild, NAME, "told", entry.id.get(), Effect::Dm { member, body });
    outbox::insert(tx, &order, now).await.map(drop)
}

/// Whoever submitted it takes an entry back.
///
/// # Errors
/// Told, if it isn't theirs, or it is too late for that.
pub async fn withdraw(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: EntryId,
    by: MemberId,
    now: Timestamp,
) -> Result<(Contest, Entry)> {
    let (contest, entry) = own(&mut *tx, guild, id, by).await?;
    rules::may_withdraw(&contest, &entry, now)?;
    entries::set_withdrawn(&mut *tx, guild, id).await?;
    show_again(&mut *tx, guild, id, now).await?;
    find(tx, guild, id).await
}

/// Whoever submitted it says something else.
///
/// # Errors
/// Told, if it isn't theirs, or others have read it.
pub async fn change(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: EntryId,
    words: Words,
    by: MemberId,
    now: Timestamp,
) -> Result<(Contest, Entry)> {
    let (contest, entry) = own(&mut *tx, guild, id, by).await?;
    rules::may_edit(&contest, &entry, now)?;
    entries::set_words(&mut *tx, guild, id, &words).await?;
    show_again(&mut *tx, guild, id, now).await?;
    find(tx, guild, id).await
}

/// An entry of this member: somebody else's is as good as none.
async fn own(tx: &mut SqliteConnection, guild: GuildId, id: EntryId, by: MemberId) -> Result<(Contest, Entry)> {
    let (contest, entry) = find(tx, guild, id).await?;
    if entry.author == Some(by) { Ok((contest, entry)) } else { Err(Error::from(Problem::NoEntry)) }
}
