//! How a contact is opened, in two steps: the thread is made first; once it is there the member is added, the first message
//! posted, and the staff shown a card.

use std::time::Duration;

use sqlx::SqliteConnection;

use super::cards::CARD;
use super::{Contact, ContactId, NAME, Problem, QUOTAS, store, views};
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::Calls;
use crate::features::moderation::rules::quota;
use crate::features::moderation::settings::staff_channels;
use crate::features::setup;
use crate::features::setup::setting_types::{MODERATOR_ROLE, REPORTS};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

/// The order that makes the thread; the row of this and the others is the contact.
pub const THREAD: &str = "thread";
/// The order that adds the member.
pub const MEMBER: &str = "member";
/// The order of the first message in the thread.
const WELCOME: &str = "welcome";
/// The order that adds one of the staff.
const JOIN: &str = "join";

/// Within this the quotas count.
const LATELY: Duration = Duration::from_secs(86_400);

/// Opens a contact: what comes back is its row, and the order to wait for.
///
/// # Errors
/// Told, if one is open, or the member has opened too many.
pub async fn open(
    tx: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    channel: ChannelId,
    topic: Option<&str>,
    now: Timestamp,
) -> Result<(ContactId, OutboxId)> {
    if let Some(open) = store::open_of(&mut *tx, guild, member).await? {
        return Err(open.thread.map_or(Problem::Opening, Problem::OpenIn).into());
    }
    if let Some(until) = quota::again(&QUOTAS, &store::opened(&mut *tx, guild, member, now.minus(LATELY)).await?, now) {
        return Err(Problem::TooMany(until).into());
    }
    let id = store::insert(&mut *tx, guild, member, topic, now).await?;
    let contact = store::known(&mut *tx, guild, id).await?;
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let effect = Effect::MakePrivateThread { channel, name: views::thread_name(locale, &contact) };
    let order = outbox::insert(tx, &Order::new(guild, NAME, THREAD, id.get(), effect), now).await?;
    Ok((id, order))
}

/// Its thread is there: the member comes in, and the staff hears of it.
pub async fn opened(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ContactId,
    thread: ChannelId,
    now: Timestamp,
) -> Result<()> {
    store::set_thread(&mut *tx, id, thread).await?;
    let Some(contact) = store::get(&mut *tx, guild, id).await? else { return Ok(()) };
    let server = setup::server(&mut *tx, guild).await?;
    // Without a channel for the card, the moderators are called into the thread where their role is known.
    let called = match staff_channels(&server, &REPORTS) {
        (None, _) => server.get(MODERATOR_ROLE.name).and_then(|role| role.parse().ok()),
        _ => None,
    };
    let order = |purpose, effect| Order::new(guild, NAME, purpose, id.get(), effect);
    let add = order(MEMBER, Effect::AddToThread { thread, member: contact.member });
    let added = outbox::insert(&mut *tx, &add, now).await?;
    let body = views::welcome(server.locale, &contact, called).json();
    let welcome = order(WELCOME, Effect::Post { channel: thread, body }).after(added);
    outbox::insert(&mut *tx, &welcome, now).await?;
    card::post(tx, &CARD, guild, id.get(), Calls::Nobody, now).await
}

/// Adds one of the staff to the thread; the order to wait for.
pub async fn join(
    tx: &mut SqliteConnection,
    contact: &Contact,
    thread: ChannelId,
    by: MemberId,
    now: Timestamp,
) -> Result<OutboxId> {
    let entry = audit::Entry::new(contact.guild, by, "contact.join", format!("contact #{}", contact.number));
    audit::record(&mut *tx, &entry.to(contact.member), now).await?;
    let effect = Effect::AddToThread { thread, member: by };
    outbox::insert(tx, &Order::new(contact.guild, NAME, JOIN, contact.id.get(), effect), now).await
}
