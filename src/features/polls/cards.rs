//! The messages of a poll that are kept true: its card, and after the close its result.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::interaction::image::Image;
use crate::discord::ui::file::File;
use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card::{Calls, CardKind, Rendered, Rendering};
use crate::feature::draft;
use crate::features::setup;
use crate::i18n::{Locale, say};
use crate::ids::GuildId;

use super::views::{card, native, result};
use super::{DraftSpec, Kind, PollId, State, count, store};

/// The message to vote on.
pub const CARD: CardKind = CardKind {
    name: super::CARD,
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, rendering, now| Box::pin(card(tx, guild, PollId(row), rendering, now)),
};

/// The message with what came out.
pub const RESULT: CardKind =
    CardKind { name: super::RESULT, render: |tx, guild, row, _, _| Box::pin(result(tx, guild, PollId(row))), ..CARD };

async fn card(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: PollId,
    rendering: Rendering,
    now: Timestamp,
) -> Result<Option<Rendered>> {
    let Some(poll) = store::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let is_native = poll.plan.kind == Kind::Native;
    let ping = poll.plan.ping.map(|role| Ping::kept(guild, role));
    let view = match rendering {
        // Discord shows and counts those itself.
        Rendering::Edit if is_native => return Ok(None),
        Rendering::Post(_) if is_native => View::default().poll(native::poll(locale, &poll.plan, now)),
        _ => card::card(locale, &poll, &count::current_tally(&mut *tx, &poll).await?),
    };
    let view = match rendering {
        Rendering::Post(_) if !is_native => {
            with_images(view, locale, &draft::images::<DraftSpec>(tx, guild, id.get()).await?)
        }
        _ => view,
    };
    let view = match (rendering, ping) {
        (Rendering::Post(Calls::Once), Some(ping)) => View { content: Some(ping.mention()), ..view }.ping(ping),
        // The mention stays where it was: an edit calls nobody again.
        (Rendering::Edit, Some(ping)) => View { content: Some(ping.mention()), ..view },
        _ => view,
    };
    Ok(Some(Rendered { channel: Some(poll.plan.channel), title: None, view, expires: Some(poll.plan.closes) }))
}

async fn result(tx: &mut SqliteConnection, guild: GuildId, id: PollId) -> Result<Option<Rendered>> {
    let Some(poll) = store::get(&mut *tx, guild, id).await?.filter(|poll| poll.state == State::Closed) else {
        return Ok(None);
    };
    let view = result::posted(setup::server(tx, guild).await?.locale, &poll);
    Ok(Some(Rendered { channel: Some(poll.plan.channel), title: None, view, expires: None }))
}

/// With a gallery, numbered like the options.
fn with_images(view: View, locale: Locale, images: &[Image]) -> View {
    let alt = |image: &Image| say(locale, &Message::new("poll-image").with("place", i64::from(image.place())));
    let files = images.iter().map(|image| File::bytes(&*image.name, &*image.bytes, alt(image)));
    files.fold(view, View::file)
}
