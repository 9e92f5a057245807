//! One theme gathers the feedback of another, which becomes a duplicate.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::error::Result;
use crate::ids::{GuildId, MemberId};

use super::store::{handovers, themes};
use super::{Problem, Theme, ThemeId, alerts, cards, surging};

/// The theme that gathers what is said of one: of a theme that was merged itself, the one it was merged into.
///
/// # Errors
/// Told, if it is gone.
pub async fn gathering(db: &mut SqliteConnection, guild: GuildId, id: ThemeId) -> Result<Theme> {
    let theme = get(&mut *db, guild, id).await?;
    match theme.merged_into {
        Some(further) => get(db, guild, further).await,
        None => Ok(theme),
    }
}

/// Merges a theme into another. Both, and how many people are behind it then.
///
/// # Errors
/// Told, if one of them is gone, was merged already, or they are the same.
pub async fn merge(
    tx: &mut SqliteConnection,
    (guild, by): (GuildId, MemberId),
    (from, into): (ThemeId, ThemeId),
    now: Timestamp,
) -> Result<(Theme, Theme, i64)> {
    let from = get(&mut *tx, guild, from).await?;
    let into = gathering(&mut *tx, guild, into).await?;
    if into.id == from.id {
        return Err(Problem::IntoItself.into());
    }
    themes::merge(&mut *tx, guild, from.id, into.id, now).await?;
    handovers::merge(&mut *tx, guild, from.id, into.id).await?;
    let entry = Entry::new(guild, by, "feedback.merge", format!("theme #{}", from.number))
        .change("", format!("theme #{}", into.number));
    audit::record(&mut *tx, &entry, now).await?;
    alerts::follow(&mut *tx, guild, from.id, now).await?;
    alerts::follow(&mut *tx, guild, into.id, now).await?;
    cards::show(&mut *tx, guild, from.id, now).await?;
    cards::show(&mut *tx, guild, into.id, now).await?;
    surging::look(&mut *tx, guild, into.id, now).await?;
    let (people, _) = themes::counts(&mut *tx, guild, into.id).await?;
    Ok((from, into, people))
}

async fn get(db: &mut SqliteConnection, guild: GuildId, id: ThemeId) -> Result<Theme> {
    Ok(themes::get(db, guild, id).await?.ok_or(Problem::ThemeMissing)?)
}
