//! What those who are signed up are told: in the thread of the occurrence, which is made at the first need, and by
//! direct message where somebody wanted to be reminded or waits for a seat.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::user_locale;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order, OrderEnded, Outcome};
use crate::discord::ui::view::View;
use crate::error::{Arg, Message, Result};
use crate::feature::card;
use crate::features::setup;
use crate::i18n::say;
use crate::ids::{ChannelId, MemberId, OutboxId};
use crate::text::safe::Safe;

use super::cards::CARD;
use super::store::{occurrences, reminders, signups};
use super::{Event, NAME, Occurrence, SignupState};

/// The `purpose` of the order that makes the thread.
pub const THREAD: &str = "thread";
/// The `purpose` of a message in the thread.
pub const NOTE: &str = "note";
/// The `purpose` of the same in the channel of the card, where there is no thread.
const INSTEAD: &str = "instead";
/// The `purpose` of a direct message.
pub const DM: &str = "dm";
/// So many people are mentioned in one message.
const MENTIONS: usize = 50;

/// What people are told. Each has a text for the thread, `events-note-…`, and one for direct messages, `events-dm-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    Reminder,
    Edited,
    Moved,
    Cancelled,
    Skipped,
}

impl Note {
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Reminder => ("events-note-reminder", "events-dm-reminder"),
            Self::Edited => ("events-note-edited", "events-dm-edited"),
            Self::Moved => ("events-note-moved", "events-dm-moved"),
            Self::Cancelled => ("events-note-cancelled", "events-dm-cancelled"),
            Self::Skipped => ("events-note-skipped", "events-dm-skipped"),
        }
    }
}

/// Tells those who are going, may come or wait; by direct message those of them who wanted that or wait, and whoever
/// else wanted to be reminded. `expires`: it is of no use from then on.
pub async fn all(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    note: Note,
    expires: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    let (in_thread, by_dm) = meant(&mut *tx, event, occurrence, note).await?;
    let (thread, dm) = note.keys();
    if !in_thread.is_empty() {
        let locale = setup::server(&mut *tx, event.guild).await?.locale;
        let text = say(locale, &about(thread, occurrence));
        in_thread_of(&mut *tx, (event, occurrence), &text, &in_thread, expires, now).await?;
    }
    for member in by_dm {
        direct(&mut *tx, event, occurrence, (member, dm), expires, now).await?;
    }
    Ok(())
}

/// How many people are told.
pub async fn count(db: &mut SqliteConnection, event: &Event, occurrence: &Occurrence, note: Note) -> Result<usize> {
    let (in_thread, by_dm) = meant(db, event, occurrence, note).await?;
    Ok(in_thread.len() + by_dm.len())
}

/// Who is told in the thread, and who by direct message.
async fn meant(
    db: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    note: Note,
) -> Result<(Vec<MemberId>, BTreeSet<MemberId>)> {
    let signed = signups::list(&mut *db, occurrence.guild, occurrence.id).await?;
    let wanted = reminders::list(db, occurrence.guild, event.id).await?;
    let is_meant = |state| match note {
        // Who is not sure is reminded only where they asked for it.
        Note::Reminder => state == SignupState::Going,
        _ => state != SignupState::Cant,
    };
    let not_coming: BTreeSet<MemberId> =
        signed.iter().filter(|one| one.state == SignupState::Cant).map(|one| one.member).collect();
    let waits = |state| state == SignupState::Waiting && note != Note::Reminder;
    let mut by_dm: BTreeSet<MemberId> = wanted.difference(&not_coming).copied().collect();
    by_dm.extend(signed.iter().filter(|one| waits(one.state)).map(|one| one.member));
    let in_thread: Vec<MemberId> =
        signed.iter().filter(|one| is_meant(one.state) && !by_dm.contains(&one.member)).map(|one| one.member).collect();
    Ok((in_thread, by_dm))
}

/// Somebody who waited has a seat.
pub async fn promoted(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    member: MemberId,
    now: Timestamp,
) -> Result<()> {
    direct(tx, event, occurrence, (member, "events-dm-promoted"), Some(occurrence.ends), now).await
}

/// Words of an organizer to those who are going, in the thread.
pub async fn from_organizer(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    (by, words): (MemberId, &str),
    now: Timestamp,
) -> Result<usize> {
    let signed = signups::list(&mut *tx, occurrence.guild, occurrence.id).await?;
    let meant: Vec<MemberId> =
        signed.iter().filter(|one| one.state != SignupState::Cant).map(|one| one.member).collect();
    let locale = setup::server(&mut *tx, event.guild).await?.locale;
    let head = say(locale, &about("events-note-organizer", occurrence).with("organizer", by));
    let text = Safe::join([head, Safe::escape(words)], "\n");
    in_thread_of(tx, (event, occurrence), &text, &meant, None, now).await?;
    Ok(meant.len())
}

fn about(key: &'static str, occurrence: &Occurrence) -> Message {
    Message::new(key)
        .with("title", &occurrence.details.title)
        .with("starts", Arg::Time(occurrence.starts, 'F'))
        .with("away", Arg::Time(occurrence.starts, 'R'))
}

/// A direct message, in the language of whoever gets it.
async fn direct(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    (member, key): (MemberId, &'static str),
    expires: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    let server = setup::server(&mut *tx, event.guild).await?;
    let locale = user_locale::locale(&mut *tx, member).await?.unwrap_or(server.locale);
    let text = say(locale, &about(key, occurrence).with("server", server.name.as_str()));
    let link = link(&mut *tx, event, occurrence).await?;
    let text = Safe::join([Some(text), link].into_iter().flatten(), "\n");
    let effect = Effect::Dm { member, body: View::text(text).json() };
    let order = Order::new(event.guild, NAME, DM, occurrence.id.get(), effect);
    outbox::insert(tx, &Order { expires, ..order }, now).await.map(drop)
}

/// The address of its card.
async fn link(tx: &mut SqliteConnection, event: &Event, occurrence: &Occurrence) -> Result<Option<Safe>> {
    let found = card::message(tx, CARD.name, event.guild, occurrence.id.get()).await?;
    let guild = event.guild;
    Ok(found.map(|(channel, message)| Safe::ours(format!("https://discord.com/channels/{guild}/{channel}/{message}"))))
}

/// A message in the thread that mentions these people; more of them than fit into one are mentioned in further ones.
async fn in_thread_of(
    tx: &mut SqliteConnection,
    (event, occurrence): (&Event, &Occurrence),
    text: &Safe,
    mentioned: &[MemberId],
    expires: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    let (channel, after) = place(&mut *tx, event, occurrence, now).await?;
    let chunks: Vec<&[MemberId]> = if mentioned.is_empty() { vec![&[]] } else { mentioned.chunks(MENTIONS).collect() };
    for (at, chunk) in chunks.into_iter().enumerate() {
        let names = Safe::ours(chunk.iter().map(|member| format!("<@{member}>")).collect::<Vec<_>>().join(" "));
        let lines = [(at == 0).then(|| text.clone()), Some(names).filter(|names| !names.is_empty())];
        let view = View::text(Safe::join(lines.into_iter().flatten(), "\n"));
        let view = chunk.iter().fold(view, |view, member| view.mention(*member));
        let effect = Effect::Post { channel, body: view.json() };
        let order = Order::new(event.guild, NAME, NOTE, occurrence.id.get(), effect);
        outbox::insert(&mut *tx, &Order { after, expires, ..order }, now).await?;
    }
    Ok(())
}

/// Where those signed up are written to, and after which order. The thread has the id of the message that it hangs
/// on, so it is known before it is made.
async fn place(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    now: Timestamp,
) -> Result<(ChannelId, Option<OutboxId>)> {
    if let Some(thread) = occurrence.thread {
        return Ok((thread, None));
    }
    let row = occurrence.id.get();
    let card = card::get(&mut *tx, CARD.name, event.guild, row).await?;
    let message = card::message(&mut *tx, CARD.name, event.guild, row).await?;
    let (Some(order), Some((_, message)), None) = (card.order, message, card.why) else {
        return Ok((event.channel, None));
    };
    let thread = ChannelId(message.get());
    // Another message of this transaction may have ordered it.
    let known = occurrences::get(&mut *tx, event.guild, occurrence.id).await?.and_then(|now| now.thread_order);
    if let Some(order) = known {
        return Ok((thread, Some(order)));
    }
    let effect = Effect::MakeThread { of: order, name: occurrence.details.title.clone() };
    let order = outbox::insert(&mut *tx, &Order::new(event.guild, NAME, THREAD, row, effect), now).await?;
    occurrences::set_thread_order(tx, event.guild, occurrence.id, order).await?;
    Ok((thread, Some(order)))
}

/// The thread is made, or can't be: then the channel of the card takes its place.
pub async fn thread_made(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    outcome: &Outcome,
) -> Result<()> {
    let thread = if let Outcome::Made(thread) = outcome { *thread } else { event.channel };
    occurrences::set_thread(tx, event.guild, occurrence.id, thread).await
}

/// What could not be said where it was to be said is said in the next best place: in the channel where there is no
/// thread, in the thread where somebody takes no direct messages.
pub async fn undelivered(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    order: &OrderEnded,
    now: Timestamp,
) -> Result<()> {
    let why = match &order.outcome {
        Outcome::Failed(why) if !matches!(why, outbox::FailureReason::Late | outbox::FailureReason::Withdrawn) => why,
        _ => return Ok(()),
    };
    match &order.effect {
        Effect::Post { channel, body } if order.purpose == NOTE && *channel != event.channel => {
            let effect = Effect::Post { channel: event.channel, body: body.clone() };
            let order = Order::new(event.guild, NAME, INSTEAD, occurrence.id.get(), effect);
            outbox::insert(tx, &order, now).await.map(drop)
        }
        Effect::Dm { member, body } if *why == outbox::FailureReason::ClosedDm => {
            // The text is ours, and what people typed in it is escaped already.
            let text = Safe::ours(body["content"].as_str().unwrap_or_default());
            in_thread_of(tx, (event, occurrence), &text, &[*member], None, now).await
        }
        _ => Ok(()),
    }
}
