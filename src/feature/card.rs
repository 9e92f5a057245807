//! A card: a message of a feature that is kept true. A poll to vote on, its result, the post of a survey.
//!
//! The feature says what a card shows in a [`CardKind`], rendered from its row and from nothing else. That
//! is why a card can be posted, edited and posted again by naming the kind, the server and the row:
//!
//! ```no_run
//! # use std::time::Duration;
//! # use steward::{clock::Timestamp, error::Result, ids::{ChannelId, GuildId}};
//! # use steward::discord::ui::view::View;
//! # use steward::feature::card::{self, Calls, CardKind, CardName, Rendered, Rendering};
//! # const NAME: &str = "raffles";
//! # async fn render(_: &mut sqlx::SqliteConnection, _: GuildId, row: i64, _: Rendering) -> Result<Option<Rendered>> {
//! #     let (channel, view) = (Some(ChannelId(1)), View::default());
//! #     Ok((row > 0).then_some(Rendered { channel, title: None, view, expires: None }))
//! # }
//! pub const CARD: CardKind = CardKind {
//!     name: CardName::new(NAME, "card"),
//!     at_most_every: Duration::from_secs(3),
//!     render: |tx, guild, row, rendering, now| Box::pin(render(tx, guild, row, rendering)),
//! };
//! # async fn example(tx: &mut sqlx::SqliteConnection, guild: GuildId, raffle: i64, now: Timestamp) -> Result<()> {
//!
//! // In the form of the feature: `cards: &[CARD]`. In the transaction of what follows:
//! card::post(tx, &CARD, guild, raffle, Calls::Once, now).await?;
//! card::schedule_refresh(tx, &CARD, guild, raffle, now).await?; // after a small change
//! card::edit(tx, &CARD, guild, raffle, now).await?;             // when it closes
//! card::post_again(tx, &CARD, guild, raffle, now).await?;       // *Post again* was pressed
//! let card = card::get(tx, CARD.name, guild, raffle).await?;    // is it there, and why not
//! # Ok(())
//! # }
//! ```
//!
//! The platform hears what becomes of the orders and that Discord has deleted a message or a channel, and
//! keeps [why](Card::why) a card does not stand where it should. What a feature does about that besides,
//! it does in its `on_order_ended`.

mod store;

use std::sync::Arc;
use std::time::Duration;

use serenity::all::{Event, GatewayIntents};
use sqlx::{SqliteConnection, SqliteExecutor};

use crate::app::App;
use crate::clock::Timestamp;
use crate::db::table::BoxFuture;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, FailureReason, Order, OrderEnded, Outcome};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::ids::{ChannelId, GuildId, MessageId, OutboxId, ids};
use crate::jobs;
use crate::jobs::{Job, Kind};

pub use self::store::{TABLES, row_of_message};

ids! {
    /// A card of any feature.
    CardId,
}

/// The `part` of the order of an edit.
pub const EDIT: &str = "edit";
/// The `part` of the order that posts a card again; that of the first post is the purpose of its kind.
pub const AGAIN: &str = "again";

/// The events by which deleted messages are noticed.
pub const INTENTS: GatewayIntents = GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES);

/// The jobs of all cards.
pub const JOBS: &[Kind] = &[REFRESH];

/// Edits one card, so that it shows what has changed since it was shown; the row is the card.
const REFRESH: Kind = Kind { name: "cards.refresh", urgent: false, run: |app, job| Box::pin(refresh(app, job)) };

/// What a card shows, by the row of its feature; `None` where there is nothing to post or to edit.
pub type Render =
    for<'t> fn(&'t mut SqliteConnection, GuildId, i64, Rendering, Timestamp) -> BoxFuture<'t, Result<Option<Rendered>>>;

/// By which a card of a row is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardName {
    /// The name of the feature.
    pub feature: &'static str,
    /// What it is to the feature, one of each for a row: "card", "result".
    pub purpose: &'static str,
}

impl CardName {
    /// Of a feature, and what it is to it.
    pub const fn new(feature: &'static str, purpose: &'static str) -> Self {
        Self { feature, purpose }
    }
}

/// One kind of card, in the form of its feature.
#[derive(Clone, Copy)]
pub struct CardKind {
    pub name: CardName,
    /// A [refresh](schedule_refresh) comes no sooner than this after the card was last shown.
    pub at_most_every: Duration,
    /// What it shows, by the row.
    pub render: Render,
}

/// What a card is rendered for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rendering {
    /// A new message, with its files.
    Post(Calls),
    /// A change of the message that stands. It calls nobody, and files stay as they are.
    Edit,
}

/// Whether a new message calls anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calls {
    /// Those that were to be called when it is first posted.
    Once,
    /// Nobody: it stood there before, or its author may not call them.
    Nobody,
}

/// A card as it is to be shown.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// Where it is posted; nowhere, where there is no place for it now. An edit changes the message where it
    /// stands.
    pub channel: Option<ChannelId>,
    /// The title of its post, where the channel is a forum; of a card without one, no post is made.
    pub title: Option<String>,
    pub view: View,
    /// A post is of no use from then on.
    pub expires: Option<Timestamp>,
}

/// How a card stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Card {
    /// What posts it, once that is ordered.
    pub order: Option<OutboxId>,
    /// Why it does not stand where it should, or cannot be changed.
    pub why: Option<NotDone>,
}

/// Why a card does not stand where it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotDone {
    Known(FailureReason),
    /// Discord did not say whether it took it, and Steward may not look.
    Unknown,
}

impl NotDone {
    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Known(why) => why.as_str(),
            Self::Unknown => "unknown",
        }
    }

    /// From what is stored.
    pub fn from_stored(text: &str) -> Option<Self> {
        if text == Self::Unknown.as_str() {
            Some(Self::Unknown)
        } else {
            FailureReason::from_stored(text).map(Self::Known)
        }
    }

    /// Why an order was not done; `None` where it was.
    pub const fn from_outcome(outcome: &Outcome) -> Option<Self> {
        match outcome {
            Outcome::Failed(why) => Some(Self::Known(*why)),
            Outcome::Unknown => Some(Self::Unknown),
            Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => None,
        }
    }
}

impl NotDone {
    /// What people are told of a card that does not stand, and what helps; `gone` is the key of the sentence
    /// for one that was deleted, since a feature may know more that helps then.
    pub fn message(self, gone: &'static str) -> Message {
        self.message_with(gone, "card-again-press")
    }

    /// The same where a card is posted again in another way than with the button for it: `again` is the key of the
    /// words for that, such as “use `/ama repost`”.
    pub fn message_with(self, gone: &'static str, again: &'static str) -> Message {
        let key = self.key(gone);
        let message = Message::new(key);
        if key == gone { message } else { message.with("again", Message::new(again)) }
    }

    const fn key(self, gone: &'static str) -> &'static str {
        let Self::Known(why) = self else { return "card-why-unknown" };
        match why {
            FailureReason::Permission => "card-why-permission",
            FailureReason::Access => "card-why-access",
            FailureReason::Gone => gone,
            FailureReason::Locked => "card-why-locked",
            FailureReason::NoTag => "card-why-no-tag",
            FailureReason::AutoMod => "card-why-automod",
            FailureReason::Foreign => "why-foreign",
            FailureReason::Withdrawn
            | FailureReason::Late
            | FailureReason::ClosedDm
            | FailureReason::NoSharedServer
            | FailureReason::InUse
            | FailureReason::Full
            | FailureReason::Refused => "card-why-refused",
        }
    }
}

/// How the card of a row stands; with no order in it where none was posted.
pub async fn get(db: impl SqliteExecutor<'_>, name: CardName, guild: GuildId, row: i64) -> Result<Card> {
    let found = store::get(db, name, guild, row).await?;
    Ok(found.map_or_else(Card::default, |found| Card { order: Some(found.order), why: found.why }))
}

/// Where the message of a card is; `None` as long as Discord has not taken it.
pub async fn message(
    db: &mut SqliteConnection,
    name: CardName,
    guild: GuildId,
    row: i64,
) -> Result<Option<(ChannelId, MessageId)>> {
    let Some(found) = store::get(&mut *db, name, guild, row).await? else { return Ok(None) };
    outbox::queue::message(db, found.order).await
}

/// Where the message of a card is that stands in place of an earlier one; `None` of a card that was posted once. An
/// earlier message can be there still, where nobody knew whether Discord took it.
pub async fn message_of_later(
    db: &mut SqliteConnection,
    name: CardName,
    guild: GuildId,
    row: i64,
) -> Result<Option<(ChannelId, MessageId)>> {
    let found = store::get(&mut *db, name, guild, row).await?.filter(|found| found.why.is_none());
    let Some(found) = found else { return Ok(None) };
    if !store::is_again(&mut *db, guild, found.order).await? {
        return Ok(None);
    }
    outbox::queue::message(db, found.order).await
}

/// Posts the card of a row for the first time. Nothing, where there is nothing to show.
pub async fn post(
    tx: &mut SqliteConnection,
    kind: &CardKind,
    guild: GuildId,
    row: i64,
    calls: Calls,
    now: Timestamp,
) -> Result<()> {
    order_post(tx, kind, (guild, row), kind.name.purpose, calls, now).await.map(drop)
}

/// Makes a card stand that does not: posts it again, or edits it where its message is still there and only
/// could not be changed. A card against which nothing is known stays as it is. The order to wait for, if
/// there is one.
pub async fn post_again(
    tx: &mut SqliteConnection,
    kind: &CardKind,
    guild: GuildId,
    row: i64,
    now: Timestamp,
) -> Result<Option<OutboxId>> {
    let Some(found) = store::get(&mut *tx, kind.name, guild, row).await? else { return Ok(None) };
    if found.why.is_none() {
        return Ok(Some(found.order));
    }
    if is_editable(&mut *tx, &found).await? {
        return order_edit(tx, kind, (guild, row), &found, now).await;
    }
    order_post(tx, kind, (guild, row), AGAIN, Calls::Nobody, now).await
}

/// Notes that the message of a card was deleted, where no event has told of it.
pub async fn set_gone(tx: &mut SqliteConnection, name: CardName, guild: GuildId, row: i64) -> Result<()> {
    let Some(found) = store::get(&mut *tx, name, guild, row).await? else { return Ok(()) };
    store::set_why(tx, guild, found.order, NotDone::Known(FailureReason::Gone)).await
}

/// Edits the card of a row now, so that it shows what holds; a refresh that was waiting is part of it.
pub async fn edit(tx: &mut SqliteConnection, kind: &CardKind, guild: GuildId, row: i64, now: Timestamp) -> Result<()> {
    let Some(found) = store::get(&mut *tx, kind.name, guild, row).await? else { return Ok(()) };
    if found.why.is_none() || is_editable(&mut *tx, &found).await? {
        order_edit(tx, kind, (guild, row), &found, now).await?;
    }
    Ok(())
}

/// Edits the card of a row soon: many changes in a short time make one edit, no sooner after the one
/// before than its kind allows.
pub async fn schedule_refresh(
    tx: &mut SqliteConnection,
    kind: &CardKind,
    guild: GuildId,
    row: i64,
    now: Timestamp,
) -> Result<()> {
    let Some(found) = store::get(&mut *tx, kind.name, guild, row).await? else { return Ok(()) };
    let due = found.shown_at.plus(kind.at_most_every).max(now);
    jobs::schedule(tx, guild, &REFRESH, found.id.get(), due).await
}

/// Whether its message is known, and nobody has deleted it.
async fn is_editable(db: &mut SqliteConnection, found: &store::Found) -> Result<bool> {
    let is_gone = found.why == Some(NotDone::Known(FailureReason::Gone));
    Ok(!is_gone && outbox::queue::message(db, found.order).await?.is_some())
}

async fn order_post(
    tx: &mut SqliteConnection,
    kind: &CardKind,
    (guild, row): (GuildId, i64),
    purpose: &'static str,
    calls: Calls,
    now: Timestamp,
) -> Result<Option<OutboxId>> {
    let rendered = (kind.render)(&mut *tx, guild, row, Rendering::Post(calls), now).await?;
    let Some(Rendered { channel: Some(channel), title, view, expires }) = rendered else { return Ok(None) };
    let body = view.json_for_outbox();
    let effect = match title {
        Some(title) => Effect::ForumPost { channel, title, body },
        None => Effect::Post { channel, body },
    };
    let order = Order::new(guild, kind.name.feature, purpose, row, effect);
    let order = outbox::insert(&mut *tx, &Order { expires, ..order }, now).await?;
    store::upsert(tx, kind.name, (guild, row), channel, order, now).await?;
    Ok(Some(order))
}

async fn order_edit(
    tx: &mut SqliteConnection,
    kind: &CardKind,
    (guild, row): (GuildId, i64),
    found: &store::Found,
    now: Timestamp,
) -> Result<Option<OutboxId>> {
    let rendered = (kind.render)(&mut *tx, guild, row, Rendering::Edit, now).await?;
    let Some(Rendered { view, .. }) = rendered else { return Ok(None) };
    let effect = Effect::Edit { of: found.order, body: view.json_for_outbox() };
    let order = outbox::insert(&mut *tx, &Order::new(guild, kind.name.feature, EDIT, row, effect), now).await?;
    store::set_shown(&mut *tx, guild, found.id, now).await?;
    jobs::cancel(tx, guild, &REFRESH, found.id.get()).await?;
    Ok(Some(order))
}

async fn refresh(app: &Arc<App>, job: &Job) -> Result<jobs::Outcome> {
    let (guild, now) = (job.guild, app.clock.now());
    let Some(key) = store::key(app.db.read(), guild, CardId(job.row)).await? else { return Ok(jobs::Outcome::Done) };
    let kinds = app.features().iter().flat_map(|feature| feature.cards);
    let Some(kind) = kinds.copied().find(|kind| kind.name.feature == key.feature && kind.name.purpose == key.purpose)
    else {
        return Ok(jobs::Outcome::GiveUp("no feature has such a card".to_owned()));
    };
    app.db.write_later(async move |tx| edit(tx, &kind, guild, key.row, now).await).await?;
    Ok(jobs::Outcome::Done)
}

/// Notes what an order that has ended says of a card, in the transaction that notes its outcome.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded) -> Result<()> {
    match (&order.effect, &order.outcome) {
        (Effect::Post { .. } | Effect::ForumPost { .. }, outcome) => match NotDone::from_outcome(outcome) {
            Some(why) => store::set_why(tx, order.guild, order.id, why).await,
            None => Ok(()),
        },
        // A later one says what it would have said.
        (Effect::Edit { .. }, Outcome::Failed(FailureReason::Withdrawn)) => Ok(()),
        (Effect::Edit { of, .. }, Outcome::Failed(why)) => match outbox::queue::message(&mut *tx, *of).await? {
            Some(_) => store::set_why(tx, order.guild, *of, NotDone::Known(*why)).await,
            // It was never posted, and why not is known.
            None => Ok(()),
        },
        (Effect::Edit { of, .. }, Outcome::Done { .. }) => store::set_changed(tx, order.guild, *of).await,
        _ => Ok(()),
    }
}

/// Notes the cards that went with a deleted message, channel or thread.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    let (guild, orders) = match event {
        Event::MessageDelete(event) => deleted(app, event.guild_id, [event.message_id]).await?,
        Event::MessageDeleteBulk(event) => deleted(app, event.guild_id, event.ids.iter().copied()).await?,
        Event::ChannelDelete(event) => deleted_with(app, event.channel.guild_id, event.channel.id).await?,
        Event::ThreadDelete(event) => deleted_with_thread(app, event.thread.guild_id, event.thread.id).await?,
        _ => return Ok(()),
    };
    if orders.is_empty() {
        return Ok(());
    }
    app.db
        .write(async move |tx| {
            for order in orders {
                store::set_why(&mut *tx, guild, order, NotDone::Known(FailureReason::Gone)).await?;
            }
            Ok(())
        })
        .await
}

/// The orders of the cards that are these messages.
async fn deleted(
    app: &App,
    guild: Option<serenity::all::GuildId>,
    messages: impl IntoIterator<Item = serenity::all::MessageId>,
) -> Result<(GuildId, Vec<OutboxId>)> {
    let Some(guild) = guild.map(GuildId::from) else { return Ok((GuildId(0), Vec::new())) };
    let messages: Vec<MessageId> = messages.into_iter().map(MessageId::from).collect();
    Ok((guild, store::of_messages(app.db.read(), guild, &messages).await?))
}

/// The orders of the cards in this channel.
async fn deleted_with(
    app: &App,
    guild: serenity::all::GuildId,
    channel: serenity::all::ChannelId,
) -> Result<(GuildId, Vec<OutboxId>)> {
    let guild = GuildId::from(guild);
    Ok((guild, store::in_channel(app.db.read(), guild, channel.into()).await?))
}

/// The orders of the cards in this thread; the one that begins it, too, where it is a post in a forum.
async fn deleted_with_thread(
    app: &App,
    guild: serenity::all::GuildId,
    thread: serenity::all::ChannelId,
) -> Result<(GuildId, Vec<OutboxId>)> {
    let (guild, mut orders) = deleted_with(app, guild, thread).await?;
    let thread = ChannelId::from(thread);
    if outbox::is_forum_post(app.db.read(), thread).await? {
        orders.extend(store::of_messages(app.db.read(), guild, &[MessageId(thread.get())]).await?);
    }
    Ok((guild, orders))
}

#[cfg(test)]
mod tests {
    use sqlx::SqlitePool;

    use super::*;
    use crate::i18n::Locale;
    use crate::text::safe::Safe;

    const GUILD: GuildId = GuildId(1);
    const ROW: i64 = 7;
    const CHANNEL: ChannelId = ChannelId(4);

    /// Shows for what it was rendered; of row 0 there is nothing to show.
    const SIGN: CardKind = CardKind {
        name: CardName::new("signs", "sign"),
        at_most_every: Duration::from_secs(3),
        render: |_, _, row, rendering, _| {
            let view = View::text(Safe::escape(&format!("{rendering:?}")));
            let shown = (row != 0).then_some(Rendered { channel: Some(CHANNEL), title: None, view, expires: None });
            Box::pin(async { Ok(shown) })
        },
    };

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_seconds(1_794_819_600 + seconds)
    }

    async fn orders(tx: &mut SqliteConnection) -> Vec<(OutboxId, Effect)> {
        let due = outbox::queue::due(tx, at(1_000_000), 100).await.expect("what is due");
        due.ready.into_iter().map(|order| (order.id, order.effect)).collect()
    }

    fn text(effect: &Effect) -> &str {
        match effect {
            Effect::Post { body, .. } | Effect::Edit { body, .. } => body["content"].as_str().unwrap_or_default(),
            _ => panic!("neither a post nor an edit"),
        }
    }

    /// The first order that waits ends so.
    async fn end(tx: &mut SqliteConnection, outcome: Outcome) {
        let (id, effect) = orders(&mut *tx).await.remove(0);
        outbox::queue::set_ended(&mut *tx, id, &outcome, at(0)).await.expect("stored");
        let purpose = SIGN.name.purpose.to_owned();
        let ended = OrderEnded { id, guild: GUILD, purpose, row: ROW, effect, outcome };
        order_ended(tx, &ended).await.expect("noted");
    }

    async fn posted(tx: &mut SqliteConnection) -> OutboxId {
        post(&mut *tx, &SIGN, GUILD, ROW, Calls::Once, at(0)).await.expect("ordered");
        end(&mut *tx, Outcome::Done { message: Some((CHANNEL, MessageId(9))) }).await;
        get(tx, SIGN.name, GUILD, ROW).await.expect("a card").order.expect("an order")
    }

    async fn why(tx: &mut SqliteConnection) -> Option<NotDone> {
        get(tx, SIGN.name, GUILD, ROW).await.expect("a card").why
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_card_is_posted_and_edited_in_its_place(pool: SqlitePool) {
        let tx = &mut *pool.acquire().await.unwrap();
        assert_eq!(get(&mut *tx, SIGN.name, GUILD, ROW).await.unwrap(), Card::default());
        let order = posted(&mut *tx).await;
        assert_eq!(message(&mut *tx, SIGN.name, GUILD, ROW).await.unwrap(), Some((CHANNEL, MessageId(9))));
        edit(&mut *tx, &SIGN, GUILD, ROW, at(5)).await.unwrap();
        let waiting = orders(&mut *tx).await;
        let [(_, change @ Effect::Edit { of, .. })] = waiting.as_slice() else { panic!("{waiting:?}") };
        assert_eq!((*of, text(change)), (order, "Edit"));
        assert_eq!(row_of_message(&mut *tx, SIGN.name, GUILD, MessageId(9)).await.unwrap(), Some(ROW));
        assert_eq!(row_of_message(tx, SIGN.name, GuildId(2), MessageId(9)).await.unwrap(), None);
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn where_there_is_nothing_to_show_nothing_is_posted(pool: SqlitePool) {
        let tx = &mut *pool.acquire().await.unwrap();
        post(&mut *tx, &SIGN, GUILD, 0, Calls::Once, at(0)).await.unwrap();
        edit(&mut *tx, &SIGN, GUILD, 0, at(0)).await.unwrap();
        assert_eq!(post_again(&mut *tx, &SIGN, GUILD, 0, at(0)).await.unwrap(), None);
        assert!(orders(tx).await.is_empty());
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_card_that_was_deleted_is_posted_again_and_calls_nobody(pool: SqlitePool) {
        let tx = &mut *pool.acquire().await.unwrap();
        let first = posted(&mut *tx).await;
        assert_eq!(post_again(&mut *tx, &SIGN, GUILD, ROW, at(5)).await.unwrap(), Some(first));
        assert!(orders(&mut *tx).await.is_empty(), "nothing is known against it");
        edit(&mut *tx, &SIGN, GUILD, ROW, at(5)).await.unwrap();
        end(&mut *tx, Outcome::Failed(FailureReason::Gone)).await;
        assert_eq!(why(&mut *tx).await, Some(NotDone::Known(FailureReason::Gone)));
        edit(&mut *tx, &SIGN, GUILD, ROW, at(6)).await.unwrap();
        assert!(orders(&mut *tx).await.is_empty(), "there is nothing to edit");

        let again = post_again(&mut *tx, &SIGN, GUILD, ROW, at(7)).await.unwrap().unwrap();
        let waiting = orders(&mut *tx).await;
        assert_eq!((waiting[0].0, text(&waiting[0].1)), (again, "Post(Nobody)"));
        assert!(again != first && why(&mut *tx).await.is_none());
        // What becomes of the first one says nothing of this one.
        store::set_why(&mut *tx, GUILD, first, NotDone::Known(FailureReason::Gone)).await.unwrap();
        assert_eq!(why(tx).await, None);
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_card_that_could_not_be_changed_is_changed_and_not_posted_twice(pool: SqlitePool) {
        let tx = &mut *pool.acquire().await.unwrap();
        let order = posted(&mut *tx).await;
        edit(&mut *tx, &SIGN, GUILD, ROW, at(5)).await.unwrap();
        end(&mut *tx, Outcome::Failed(FailureReason::Locked)).await;
        assert_eq!(why(&mut *tx).await, Some(NotDone::Known(FailureReason::Locked)));
        post_again(&mut *tx, &SIGN, GUILD, ROW, at(6)).await.unwrap();
        let waiting = orders(&mut *tx).await;
        assert!(matches!(waiting[0].1, Effect::Edit { of, .. } if of == order), "{waiting:?}");
        end(&mut *tx, Outcome::Done { message: Some((CHANNEL, MessageId(9))) }).await;
        assert_eq!(why(tx).await, None);
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_post_that_was_refused_or_may_have_arrived_is_told(pool: SqlitePool) {
        let tx = &mut *pool.acquire().await.unwrap();
        for (outcome, known) in [
            (Outcome::Failed(FailureReason::Permission), NotDone::Known(FailureReason::Permission)),
            (Outcome::Unknown, NotDone::Unknown),
        ] {
            post(&mut *tx, &SIGN, GUILD, ROW, Calls::Once, at(0)).await.unwrap();
            end(&mut *tx, outcome).await;
            assert_eq!(why(&mut *tx).await, Some(known));
            edit(&mut *tx, &SIGN, GUILD, ROW, at(1)).await.unwrap();
            assert!(orders(&mut *tx).await.is_empty(), "there is nothing to edit");
            assert_eq!(NotDone::from_stored(known.as_str()), Some(known));
            assert_ne!(crate::i18n::say(Locale::En, &known.message("poll-why-gone")), Safe::default());
        }
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn an_edit_of_what_was_never_posted_does_not_hide_why(pool: SqlitePool) {
        let tx = &mut *pool.acquire().await.unwrap();
        post(&mut *tx, &SIGN, GUILD, ROW, Calls::Once, at(0)).await.unwrap();
        edit(&mut *tx, &SIGN, GUILD, ROW, at(1)).await.unwrap();
        end(&mut *tx, Outcome::Failed(FailureReason::AutoMod)).await;
        end(&mut *tx, Outcome::Failed(FailureReason::Gone)).await;
        assert_eq!(why(tx).await, Some(NotDone::Known(FailureReason::AutoMod)));
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_refresh_waits_for_its_turn_and_an_edit_takes_its_place(pool: SqlitePool) {
        let tx = &mut *pool.acquire().await.unwrap();
        schedule_refresh(&mut *tx, &SIGN, GUILD, ROW, at(0)).await.unwrap();
        posted(&mut *tx).await;
        let id = store::get(&mut *tx, SIGN.name, GUILD, ROW).await.unwrap().unwrap().id.get();
        for (now, due) in [(1, 3), (2, 3), (9, 9)] {
            schedule_refresh(&mut *tx, &SIGN, GUILD, ROW, at(now)).await.unwrap();
            assert_eq!(jobs::due(&mut *tx, GUILD, &REFRESH, id).await.unwrap(), Some(at(due)), "changed at {now}");
        }
        edit(&mut *tx, &SIGN, GUILD, ROW, at(9)).await.unwrap();
        assert_eq!(jobs::due(&mut *tx, GUILD, &REFRESH, id).await.unwrap(), None);
        schedule_refresh(&mut *tx, &SIGN, GUILD, ROW, at(10)).await.unwrap();
        assert_eq!(jobs::due(tx, GUILD, &REFRESH, id).await.unwrap(), Some(at(12)));
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn cards_are_found_by_their_message_and_their_channel(pool: SqlitePool) {
        let tx = &mut *pool.acquire().await.unwrap();
        let order = posted(&mut *tx).await;
        assert_eq!(store::of_messages(&mut *tx, GUILD, &[MessageId(8), MessageId(9)]).await.unwrap(), [order]);
        assert_eq!(store::of_messages(&mut *tx, GuildId(2), &[MessageId(9)]).await.unwrap(), []);
        assert_eq!(store::in_channel(&mut *tx, GUILD, CHANNEL).await.unwrap(), [order]);
        assert_eq!(store::in_channel(tx, GUILD, ChannelId(5)).await.unwrap(), []);
    }
}
