//! What is served at the secret address of a feed: the events that everyone in a server sees, or those that one member
//! is signed up for and still sees.

use std::fmt::Write as _;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock;
use crate::clock::Timestamp;
use crate::discord::access::authorize::Presence;
use crate::discord::access::people;
use crate::error::{Error, Result};
use crate::feature::page::Page;
use crate::features::events::store::{events, occurrences, signups};
use crate::features::events::{Event, SignupState};
use crate::features::setup;
use crate::ids::{ChannelId, GuildId, MemberId};

use super::contents;
use super::contents::Reader;
use super::rules::{Calendar, Entry, Kind, written};
use super::store;
use super::store::Whose;

/// How long events that are over stay in a feed.
const AFTER: std::time::Duration = std::time::Duration::from_hours(24 * 30);
/// How often it is noted that a program has asked.
const DAY: std::time::Duration = std::time::Duration::from_hours(24);
/// What the address ends with.
const ENDING: &str = ".ics";

/// The calendar at an address, if there is one.
///
/// # Errors
/// Told, if Discord did not answer in time; fault, if the database does not.
pub async fn page(app: &App, path: &str) -> Result<Option<Page>> {
    let Some(secret) = path.strip_suffix(ENDING) else { return Ok(None) };
    let Some(store::Found { guild, whose, used }) = store::find(app.db.read(), secret).await? else { return Ok(None) };
    let now = app.clock.now();
    if now >= used.plus(DAY) {
        let secret = secret.to_owned();
        app.db.write_later(async move |tx| store::set_used(tx, &secret, now).await).await?;
    }
    let mut db = app.db.read().acquire().await?;
    let server = setup::server(&mut *db, guild).await?;
    let known = events::since(&mut *db, guild, now.minus(AFTER)).await?;
    let mut entries = Vec::new();
    match whose {
        Whose::Everyone => {
            for event in known.iter().filter(|event| everyone_sees(app, event)) {
                entries.extend(contents::entries(&mut db, event, &server.zone, Reader::Anyone).await?);
            }
        }
        Whose::Member(member) => {
            let Some(own) = own(app, &mut db, (guild, member), &known, &server.zone).await? else { return Ok(None) };
            entries = own;
        }
    }
    drop(db);
    let body = written(&Calendar { kind: Kind::Feed(server.name), entries });
    Ok(Some(Page { content_type: "text/calendar; charset=utf-8", body }))
}

/// Whether everyone in the server sees where an event is posted and where it takes place, now and later.
fn everyone_sees(app: &App, event: &Event) -> bool {
    let Some(known) = app.discord.directory.guild(event.guild) else { return false };
    let is_public = |channel: ChannelId| known.is_public(event.guild, channel);
    let mut places = [&event.details].into_iter().chain(event.later.iter().map(|part| &part.details));
    is_public(event.channel) && places.all(|details| details.place.channel().is_none_or(is_public))
}

/// What a member is signed up for and still sees; `None`, if they have left.
async fn own(
    app: &App,
    db: &mut SqliteConnection,
    (guild, member): (GuildId, MemberId),
    known: &[Event],
    zone: &crate::text::zone::Zone,
) -> Result<Option<Vec<Entry>>> {
    let person = people::fetch(app, guild, member).await?;
    if person.standing.presence == Presence::Absent {
        return Ok(None);
    }
    let mut entries = Vec::new();
    for event in known {
        let Some(reader) = signed_up(&mut *db, event, member).await? else { continue };
        if person.sees(app, guild, event.channel).await {
            entries.extend(contents::entries(&mut *db, event, zone, reader).await?);
        }
    }
    Ok(Some(entries))
}

/// As whom a member reads of an event: by what they said to the last occurrence that they said anything to.
async fn signed_up(db: &mut SqliteConnection, event: &Event, member: MemberId) -> Result<Option<Reader>> {
    for occurrence in occurrences::of_event(&mut *db, event.guild, event.id).await?.iter().rev() {
        match signups::get(&mut *db, event.guild, occurrence.id, member).await?.map(|signup| signup.state) {
            Some(SignupState::Going) => return Ok(Some(Reader::Attendee)),
            Some(SignupState::Maybe | SignupState::Waiting) => return Ok(Some(Reader::Anyone)),
            Some(SignupState::Cant) => return Ok(None),
            None => {}
        }
    }
    Ok(None)
}

/// The address of a feed as programs subscribe to it; `renew`: a new one, so that the one before leads nowhere.
/// `None`, where nothing is served to the world.
///
/// # Errors
/// Fault, if the database does not take it or the system gives no random bits.
pub async fn address(app: &App, guild: GuildId, whose: Whose, renew: bool, now: Timestamp) -> Result<Option<String>> {
    let Some(base) = app.config.public_url() else { return Ok(None) };
    let fresh = random_secret()?;
    let secret = app
        .db
        .write(async move |tx: &mut SqliteConnection| {
            if let Some(secret) = store::secret(&mut *tx, guild, whose).await?.filter(|_| !renew) {
                return Ok(secret);
            }
            store::set_secret(tx, guild, whose, &fresh, now).await?;
            Ok::<_, Error>(fresh)
        })
        .await?;
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    Ok(Some(format!("webcal://{rest}/events/{secret}{ENDING}")))
}

/// 128 random bits, as hexadecimal digits.
fn random_secret() -> Result<String> {
    let bits = clock::unguessable().map_err(|error| Error::fault(format!("no random bits: {error}")))?;
    Ok(bits.iter().take(16).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    }))
}
