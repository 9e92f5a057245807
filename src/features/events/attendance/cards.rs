//! The post that asks those who came how it was.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::{Calls, CardKind, CardName, Rendered};
use crate::features::events::store::{events, occurrences};
use crate::features::events::{Event, NAME, Occurrence, OccurrenceId};
use crate::features::setup;
use crate::ids::GuildId;

use super::store::{came, ratings};
use super::views;

/// Asks those who came how it was, and shows what they said.
pub const RATING: CardKind = CardKind {
    name: CardName::new(NAME, "rating"),
    at_most_every: Duration::from_secs(15),
    render: |tx, guild, row, _, _| Box::pin(render(tx, guild, OccurrenceId(row))),
};

async fn render(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId) -> Result<Option<Rendered>> {
    let Some(occurrence) = occurrences::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let Some(event) = events::get(&mut *tx, guild, occurrence.event).await? else { return Ok(None) };
    let outcome = came::outcome(&mut *tx, guild, id).await?;
    let given = ratings::list(&mut *tx, guild, id).await?;
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let channel = occurrence.thread.unwrap_or(event.channel);
    let view = views::rating(locale, &event, &occurrence, outcome, &given);
    Ok(Some(Rendered { channel: Some(channel), title: None, view, expires: None }))
}

/// Asks, where anybody came or would have come.
pub async fn ask(tx: &mut SqliteConnection, event: &Event, occurrence: &Occurrence, now: Timestamp) -> Result<()> {
    let is_anybody = match came::outcome(&mut *tx, event.guild, occurrence.id).await? {
        Some(outcome) => outcome.came > 0,
        None => occurrence.counts.is_some_and(|counts| counts.going > 0),
    };
    if !is_anybody {
        return Ok(());
    }
    card::post(tx, &RATING, event.guild, occurrence.id.get(), Calls::Nobody, now).await
}
