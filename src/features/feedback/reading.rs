//! A theme with everything that was said of it, and the tags there are, as several files read them.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::interaction::context::Interaction;
use crate::error::{Message, Result};
use crate::i18n::{Locale, plain};
use crate::ids::GuildId;
use crate::text::find;
use crate::text::zone::Zone;

use super::store::{handovers, items, tags, themes};
use super::{Problem, Tag, Theme, Whole, rules};

/// A theme with everything that is known of it.
pub async fn whole(
    db: &mut SqliteConnection,
    guild: GuildId,
    theme: Theme,
    zone: &Zone,
    now: Timestamp,
) -> Result<Whole> {
    let (people, _) = themes::counts(&mut *db, guild, theme.id).await?;
    let items = items::of_theme(&mut *db, guild, theme.id).await?;
    let tags = tags::of_theme(&mut *db, guild, theme.id).await?;
    let handover = handovers::of_theme(&mut *db, guild, theme.id).await?;
    let into = match theme.merged_into {
        Some(into) => themes::get(db, guild, into).await?,
        None => None,
    };
    let said: Vec<Timestamp> = items.iter().map(|item| item.said).collect();
    Ok(Whole { theme, people, items, tags, days: rules::days(&said, zone, now), into, handover })
}

/// Every tag of the server; a server begins with the usual ones.
pub async fn tags(interaction: &Interaction) -> Result<Vec<Tag>> {
    let guild = interaction.actor.guild;
    let found = tags::list(interaction.app.db.read(), guild).await?;
    if !found.is_empty() {
        return Ok(found);
    }
    let begun = async move |tx: &mut SqliteConnection| {
        tags::insert_usual(&mut *tx, guild).await?;
        tags::list(tx, guild).await
    };
    interaction.app.db.write(begun).await
}

/// The theme that somebody means: by its number or its title, or words of it.
///
/// # Errors
/// Told, if there is none.
pub async fn theme(interaction: &Interaction, typed: &str) -> Result<Theme> {
    let (guild, none) = (interaction.actor.guild, || Problem::NoTheme(typed.to_owned()));
    let latest = themes::latest(interaction.app.db.read(), guild).await?;
    let number = find::number_of(typed, &latest).ok_or_else(none)?;
    Ok(themes::numbered(interaction.app.db.read(), guild, number).await?.ok_or_else(none)?)
}

/// What a tag is called, in every language where it is one of the usual ones.
pub fn names(tag: &Tag) -> Vec<String> {
    match (tag.kind, &tag.name) {
        (Some(kind), _) => Locale::ALL.map(|locale| plain(locale, &Message::new(kind.key()))).to_vec(),
        (None, name) => name.iter().cloned().collect(),
    }
}

/// The tag that somebody means, by its name.
pub fn tag<'t>(typed: &str, tags: &'t [Tag]) -> Option<&'t Tag> {
    let typed = find::fold(typed.trim());
    let is_called = |tag: &&Tag| names(tag).iter().any(|name| find::fold(name) == typed);
    // One that is still offered comes first.
    tags.iter().find(is_called)
}
