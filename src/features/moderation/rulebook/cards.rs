//! The rules in a channel, kept true.

use std::time::Duration;

use sqlx::SqliteConnection;

use super::{NAME, RulebookPostId, reading, store, views};
use crate::error::Result;
use crate::feature::card::{CardKind, CardName, Rendered};
use crate::features::setup;
use crate::ids::GuildId;

/// The rules of a server; the row is the post.
pub const CARD: CardKind = CardKind {
    name: CardName::new(NAME, "card"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, _| Box::pin(render(tx, guild, RulebookPostId(row))),
};

async fn render(tx: &mut SqliteConnection, guild: GuildId, id: RulebookPostId) -> Result<Option<Rendered>> {
    let Some(post) = store::post(&mut *tx, guild, id).await? else { return Ok(None) };
    let server = setup::server(&mut *tx, guild).await?;
    let rules = reading::rules(tx, guild).await?;
    let view = views::post(server.locale, &server.name, &rules);
    Ok(Some(Rendered { channel: Some(post.channel), title: None, view, expires: None }))
}
