//! The cards that are kept true: of a theme in the channel of the team, and of a suggestion where everyone reads it.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::{Calls, CardKind, CardName, Rendered};
use crate::features::setup;
use crate::ids::GuildId;

use super::store::{suggestions, themes};
use super::views::suggestion as suggestion_views;
use super::views::theme as theme_views;
use super::{NAME, SuggestionId, ThemeId, reading, rules};

/// The setting with the channel of the team.
pub const CHANNEL: &str = "feedback";
/// The setting with the channel for suggestions.
pub const SUGGESTIONS: &str = "suggestions";

/// A theme for the team.
pub const THEME: CardKind = CardKind {
    name: CardName::new(NAME, "theme"),
    at_most_every: Duration::from_secs(5),
    render: |tx, guild, row, _, now| Box::pin(theme(tx, guild, ThemeId(row), now)),
};

/// A suggestion for everyone.
pub const SUGGESTION: CardKind = CardKind {
    name: CardName::new(NAME, "suggestion"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, _| Box::pin(suggestion(tx, guild, SuggestionId(row))),
};

async fn theme(tx: &mut SqliteConnection, guild: GuildId, id: ThemeId, now: Timestamp) -> Result<Option<Rendered>> {
    let Some(theme) = themes::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let server = setup::server(&mut *tx, guild).await?;
    let whole = reading::whole(tx, guild, theme, &server.zone, now).await?;
    let view = theme_views::card(server.locale, guild, &whole);
    Ok(Some(Rendered { channel: server.channel(CHANNEL), title: None, view, expires: None }))
}

async fn suggestion(tx: &mut SqliteConnection, guild: GuildId, id: SuggestionId) -> Result<Option<Rendered>> {
    let Some(suggestion) = suggestions::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let server = setup::server(tx, guild).await?;
    let view = suggestion_views::card(server.locale, &suggestion);
    let title = suggestion.text.as_deref().map(rules::title);
    Ok(Some(Rendered { channel: server.channel(SUGGESTIONS), title, view, expires: None }))
}

/// Something about a theme has changed: its card follows, and so do those of its suggestions. One that is not there,
/// because there was no channel or somebody has deleted it, is posted.
pub async fn show(tx: &mut SqliteConnection, guild: GuildId, id: ThemeId, now: Timestamp) -> Result<()> {
    for suggestion in suggestions::of_theme(&mut *tx, guild, id).await? {
        follow(&mut *tx, &SUGGESTION, guild, suggestion.id.get(), now).await?;
    }
    follow_theme(tx, guild, id, now).await
}

/// The same of the card of the theme alone.
pub async fn follow_theme(tx: &mut SqliteConnection, guild: GuildId, id: ThemeId, now: Timestamp) -> Result<()> {
    follow(tx, &THEME, guild, id.get(), now).await
}

async fn follow(tx: &mut SqliteConnection, kind: &CardKind, guild: GuildId, row: i64, now: Timestamp) -> Result<()> {
    let card = card::get(&mut *tx, kind.name, guild, row).await?;
    match (card.order, card.why) {
        (None, _) => card::post(tx, kind, guild, row, Calls::Nobody, now).await,
        (Some(_), Some(_)) => card::post_again(tx, kind, guild, row, now).await.map(drop),
        (Some(_), None) => card::schedule_refresh(tx, kind, guild, row, now).await,
    }
}
