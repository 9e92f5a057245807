//! The messages of a contest that are kept true: its card, each entry in the thread, its card for moderators, and the
//! result.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::discord::ui::file::File;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::card::{Calls, CardKind, CardName, Rendered, Rendering};
use crate::features::setup;
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, GuildId};

use super::store::{contests, entries, files};
use super::views::{contest, entry, result, review};
use super::{Contest, ContestId, EntryId, EntryState, NAME, State};

/// Where moderators look at entries before they appear.
const REVIEWS: &str = "mod_log";

/// What people submit and vote with.
pub const CONTEST: CardKind = CardKind {
    name: CardName::new(NAME, "contest"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, _| Box::pin(contest(tx, guild, ContestId(row))),
};

/// An entry in the thread.
pub const ENTRY: CardKind = CardKind {
    name: CardName::new(NAME, "entry"),
    at_most_every: Duration::from_secs(15),
    render: |tx, guild, row, rendering, _| Box::pin(entry(tx, guild, EntryId(row), rendering)),
};

/// An entry for moderators.
pub const REVIEW: CardKind = CardKind {
    name: CardName::new(NAME, "review"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, _| Box::pin(review(tx, guild, EntryId(row))),
};

/// Who won.
pub const RESULT: CardKind = CardKind {
    name: CardName::new(NAME, "result"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, rendering, _| Box::pin(result(tx, guild, ContestId(row), rendering)),
};

/// All of them.
pub const ALL: &[CardKind] = &[CONTEST, ENTRY, REVIEW, RESULT];

/// The language of what everyone in a server reads.
pub async fn locale(db: &mut SqliteConnection, guild: GuildId) -> Result<Locale> {
    Ok(setup::server(db, guild).await?.locale)
}

fn at(channel: impl Into<Option<ChannelId>>, view: View) -> Rendered {
    Rendered { channel: channel.into(), title: None, view, expires: None }
}

async fn contest(tx: &mut SqliteConnection, guild: GuildId, id: ContestId) -> Result<Option<Rendered>> {
    let Some(contest) = contests::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let locale = locale(tx, guild).await?;
    Ok(Some(at(contest.plan.channel, contest::card(locale, &contest))))
}

async fn entry(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: EntryId,
    rendering: Rendering,
) -> Result<Option<Rendered>> {
    let Some(entry) = entries::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let Some(contest) = contests::get(&mut *tx, guild, entry.contest).await? else { return Ok(None) };
    let locale = locale(&mut *tx, guild).await?;
    let view = entry::card(locale, &contest, &entry);
    let view = match rendering {
        Rendering::Post(_) if entry.state == EntryState::Approved => {
            with_image(view, locale, &entry, files::get(tx, guild, id).await?)
        }
        _ => view,
    };
    // As long as there is no thread, nobody knows whether there will be one: it is posted when that is known.
    Ok(Some(at(contest.thread, view)))
}

fn with_image(view: View, locale: Locale, entry: &super::Entry, image: Option<files::Image>) -> View {
    let alt = Message::new("contest-image").with("title", &entry.words.title);
    image.into_iter().fold(view, |view, image| view.file(File::bytes(image.name, image.bytes, say(locale, &alt))))
}

async fn review(tx: &mut SqliteConnection, guild: GuildId, id: EntryId) -> Result<Option<Rendered>> {
    let Some(entry) = entries::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let Some(contest) = contests::get(&mut *tx, guild, entry.contest).await? else { return Ok(None) };
    let has_image = files::get(&mut *tx, guild, id).await?.is_some();
    let server = setup::server(tx, guild).await?;
    Ok(Some(at(server.channel(REVIEWS), review::card(server.locale, &contest, &entry, has_image))))
}

async fn result(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ContestId,
    rendering: Rendering,
) -> Result<Option<Rendered>> {
    let Some(contest) = contests::get(&mut *tx, guild, id).await?.filter(|one| one.state == State::Closed) else {
        return Ok(None);
    };
    let all = entries::list(&mut *tx, guild, id).await?;
    let calls = rendering == Rendering::Post(Calls::Once);
    Ok(Some(at(contest.plan.channel, result::post(locale(tx, guild).await?, &contest, all, calls))))
}

/// Posts again what of a contest was deleted; whether anything was.
pub async fn post_again(tx: &mut SqliteConnection, contest: &Contest, now: crate::clock::Timestamp) -> Result<bool> {
    let (guild, id) = (contest.plan.guild, contest.id);
    let mut kinds = vec![(CONTEST, id.get())];
    if contest.state == State::Closed {
        kinds.push((RESULT, id.get()));
    }
    for entry in entries::in_state(&mut *tx, guild, id, EntryState::Approved).await? {
        kinds.push((ENTRY, entry.id.get()));
    }
    let mut again = false;
    for (kind, row) in kinds {
        if card::get(&mut *tx, kind.name, guild, row).await?.why.is_some() {
            again |= card::post_again(&mut *tx, &kind, guild, row, now).await?.is_some();
        }
    }
    Ok(again)
}
