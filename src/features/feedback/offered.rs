//! What other features hand over: questions of AMA sessions, comments of surveys. Staff has chosen each of them, so it is
//! kept at once, under the theme of which something similar was said, or under a new one; of what not everyone may read no title
//! says anything.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::{Message, Result};
use crate::feature::offer::Handoff;
use crate::features::setup;
use crate::i18n::plain;
use crate::ids::GuildId;
use crate::text::find::fold;

use super::draft::suggested;
use super::rules::title;
use super::store::{items, tags, themes};
use super::{ItemSpec, Origin, Problem, TagId, Theme, cards, pins, reading, surging};

/// Keeps what was said; a message that is feedback already stays as it is.
///
/// # Errors
/// Told, if there are no words.
pub async fn take(tx: &mut SqliteConnection, offer: &Handoff, now: Timestamp) -> Result<()> {
    let Handoff::Feedback { guild, text, author, said, channel, message, is_public, tags, source } = offer else {
        return Ok(());
    };
    let guild = *guild;
    if text.trim().is_empty() {
        return Err(Problem::Empty.into());
    }
    if let Some(message) = message
        && items::of_message(&mut *tx, guild, *message).await?.is_some()
    {
        return Ok(());
    }
    let from = Origin::from_feature(source.feature);
    let own = match from.filter(|_| !is_public) {
        // A title is read by people who may not read what was said.
        Some(from) => plain(setup::server(&mut *tx, guild).await?.locale, &Message::new(from.theme())),
        None => title(text),
    };
    let latest = themes::latest(&mut *tx, guild).await?;
    let is_own = |theme: &&Theme| !theme.status.is_closed() && theme.title == own;
    let theme = match suggested(text, &latest).into_iter().next().or_else(|| latest.iter().find(is_own)) {
        Some(theme) => theme.id,
        None => themes::insert(&mut *tx, guild, &own, now).await?,
    };
    let place = channel.zip(*message);
    let spec = ItemSpec {
        author: *author,
        message: place,
        is_public: *is_public,
        text: text.trim().to_owned(),
        is_quote: true,
        opted_out: false,
        said: said.unwrap_or(now),
        tags: called(&mut *tx, guild, tags).await?,
        theme: None,
        from,
        within: channel.filter(|_| place.is_none()),
        item: None,
    };
    let item = items::upsert(&mut *tx, guild, theme, &spec, now).await?;
    items::set_tags(&mut *tx, guild, item, &spec.tags).await?;
    if let Some(place) = place {
        pins::put(&mut *tx, guild, place, now).await?;
    }
    cards::show(&mut *tx, guild, theme, now).await?;
    surging::look(tx, guild, theme, now).await
}

/// The tags of the server that are called so, in whichever language.
async fn called(tx: &mut SqliteConnection, guild: GuildId, wanted: &[String]) -> Result<Vec<TagId>> {
    tags::insert_usual(&mut *tx, guild).await?;
    let all = tags::list(tx, guild).await?;
    let is_wanted = |name: &String| wanted.iter().any(|wanted| fold(wanted) == fold(name));
    let found = all.iter().filter(|tag| !tag.is_retired && reading::names(tag).iter().any(is_wanted));
    Ok(found.map(|tag| tag.id).collect())
}
