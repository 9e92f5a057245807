//! The message of an occurrence that is kept true: what it is, when, where, and who comes.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::discord::interaction::image::Image;
use crate::discord::ui::file::File;
use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card::{Calls, CardKind, CardName, Rendered, Rendering};
use crate::feature::draft;
use crate::features::setup;
use crate::i18n::{Locale, say};
use crate::ids::GuildId;

use super::attendance::cards::RATING;
use super::attendance::store::checkins;
use super::roster::Roster;
use super::rules::plan::EventSpec;
use super::store::{events, occurrences, signups};
use super::views::card;
use super::{NAME, OccurrenceId};

/// What people sign up with.
pub const CARD: CardKind = CardKind {
    name: CardName::new(NAME, "card"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, rendering, _| Box::pin(render(tx, guild, OccurrenceId(row), rendering)),
};

/// All of them.
pub const ALL: &[CardKind] = &[CARD, RATING];

async fn render(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    rendering: Rendering,
) -> Result<Option<Rendered>> {
    let Some(occurrence) = occurrences::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let Some(event) = events::get(&mut *tx, guild, occurrence.event).await? else { return Ok(None) };
    let signups = signups::list(&mut *tx, guild, id).await?;
    let server = setup::server(&mut *tx, guild).await?;
    let ping = occurrence.details.ping.map(|role| Ping::kept(guild, role));
    let (channel, expires, row) = (event.channel, occurrence.ends, event.id.get());
    let can_check_in = checkins::door(&mut *tx, guild, id).await?.is_some();
    let view = card::card(server.locale, can_check_in, &Roster { event, occurrence, signups });
    let view = match rendering {
        Rendering::Post(_) => with_images(view, server.locale, &draft::images::<EventSpec>(tx, guild, row).await?),
        Rendering::Edit => view,
    };
    let view = match (rendering, ping) {
        (Rendering::Post(Calls::Once), Some(ping)) => View { content: Some(ping.mention()), ..view }.ping(ping),
        // The mention stays where it was: an edit pings nobody again.
        (Rendering::Edit, Some(ping)) => View { content: Some(ping.mention()), ..view },
        _ => view,
    };
    Ok(Some(Rendered { channel: Some(channel), title: None, view, expires: Some(expires) }))
}

fn with_images(view: View, locale: Locale, images: &[Image]) -> View {
    let alt = || say(locale, &Message::new("events-image"));
    images.iter().fold(view, |view, image| view.file(File::bytes(&*image.name, &*image.bytes, alt())))
}
