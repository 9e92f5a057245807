//! What Discord tells of sessions, and what becomes of people.

use serde_json::Value;
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, FailureReason, Order, OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::{PersonChange, card, upvotes};
use crate::ids::{ChannelId, GuildId, MemberId};

use super::answering::ANSWER;
use super::asking::secret;
use super::cards::{BOARD, QUESTION};
use super::opening::{THREAD, thread_made};
use super::ranking::votes_for;
use super::store::{answers, questions, sessions};
use super::{Anonymity, NAME, QuestionId, QuestionState, SessionId, asking, opening};

/// An order of the feature has ended.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    match (&order.effect, &order.outcome) {
        (Effect::MakeThread { .. }, outcome) if order.purpose == THREAD => {
            let thread = if let Outcome::Made(thread) = outcome { Some(*thread) } else { None };
            thread_made(tx, order.guild, SessionId(order.row), thread, now).await
        }
        (Effect::Post { channel, body }, Outcome::Failed(why)) if is_closed_to_me(*why) => {
            thread_lost(tx, order, (*channel, *why), body, now).await
        }
        (Effect::ForumPost { .. }, Outcome::Done { message: Some((place, _)) }) if order.purpose == card::AGAIN => {
            match sessions::get(&mut *tx, order.guild, SessionId(order.row)).await? {
                Some(session) => opening::posted_again(tx, &session, *place, now).await,
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// Whether nothing can be posted any more where it was tried.
const fn is_closed_to_me(why: FailureReason) -> bool {
    matches!(why, FailureReason::Gone | FailureReason::Locked | FailureReason::Access | FailureReason::Permission)
}

/// The thread of a session was deleted, locked or closed to Steward: the session goes on in the channel of its prompt, where
/// what couldn't be posted is posted.
async fn thread_lost(
    tx: &mut SqliteConnection,
    order: &OrderEnded,
    (thread, why): (ChannelId, FailureReason),
    body: &Value,
    now: Timestamp,
) -> Result<()> {
    let guild = order.guild;
    if let Some(id) = sessions::of_thread(&mut *tx, guild, thread).await?
        && let Some(session) = sessions::get(&mut *tx, guild, id).await?
    {
        opening::thread_lost(&mut *tx, &session, thread, why, now).await?;
    }
    // Of several that couldn't be posted the first has moved the session. What can't be posted in the channel either stays
    // as it is.
    if order.purpose == QUESTION.name.purpose {
        let Some(question) = questions::get(&mut *tx, guild, QuestionId(order.row)).await? else { return Ok(()) };
        if has_moved(&mut *tx, guild, question.session, thread).await?.is_some() {
            card::post_again(tx, &QUESTION, guild, order.row, now).await?;
        }
        return Ok(());
    }
    // An answer has no card that would be posted again.
    let answered = if order.purpose == ANSWER { answers::session(&mut *tx, guild, order.id).await? } else { None };
    let Some(id) = answered else { return Ok(()) };
    let Some(channel) = has_moved(&mut *tx, guild, id, thread).await? else { return Ok(()) };
    let effect = Effect::Post { channel, body: body.clone() };
    let again = outbox::insert(&mut *tx, &Order::new(guild, NAME, ANSWER, order.row, effect), now).await?;
    answers::replace_post(tx, guild, order.id, again).await
}

/// Where a session goes on, if that is elsewhere than where something couldn't be posted.
async fn has_moved(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    from: ChannelId,
) -> Result<Option<ChannelId>> {
    let session = sessions::get(tx, guild, id).await?;
    Ok(session.map(|session| session.place()).filter(|place| *place != from))
}

/// A server is gone: nobody is to find out what was sealed there. Somebody is forgotten: what they asked goes, also
/// under seal, which no column names, and the cards of it say so; counts follow.
pub async fn person_changed(app: &App, guild: GuildId, change: PersonChange) -> Result<()> {
    match change {
        PersonChange::Forgotten(member) => forget(app, guild, member).await,
        PersonChange::Gone => {
            for id in sessions::sealed(app.db.read(), guild).await? {
                secret(id).destroy(app)?;
            }
            Ok(())
        }
        PersonChange::Decided(_) => Ok(()),
    }
}

async fn forget(app: &App, guild: GuildId, member: MemberId) -> Result<()> {
    let now = app.clock.now();
    let mut asked = questions::of_member(app.db.read(), guild, member).await?;
    for id in sessions::sealed(app.db.read(), guild).await? {
        if let Some(asker) = secret(id).identity(app, member)? {
            asked.extend(questions::of_asker(app.db.read(), guild, id, &asker).await?);
        }
    }
    let voted = upvotes::of_member(app.db.read(), guild, NAME, member).await?;
    if asked.is_empty() && voted.is_empty() {
        return Ok(());
    }
    let gone = app.db.write(async move |tx: &mut SqliteConnection| {
        for question in asked {
            upvotes::delete(&mut *tx, votes_for(guild, question.id)).await?;
            // All at once their cards would say that they have the same asker: they follow one by one.
            if question.shown == Anonymity::Sealed {
                questions::empty(&mut *tx, guild, question.id).await?;
                continue;
            }
            // The cards are edited to what is left: that it was withdrawn.
            questions::set_state(&mut *tx, guild, question.id, question.state, QuestionState::Withdrawn).await?;
            asking::show_again(&mut *tx, &question, guild, now).await?;
            questions::delete(&mut *tx, guild, question.id).await?;
        }
        for row in voted {
            upvotes::take_back(&mut *tx, votes_for(guild, QuestionId(row)), member).await?;
            card::schedule_refresh(&mut *tx, &QUESTION, guild, row, now).await?;
            if let Some(question) = questions::get(&mut *tx, guild, QuestionId(row)).await? {
                card::schedule_refresh(&mut *tx, &BOARD, guild, question.session.get(), now).await?;
            }
        }
        Ok(())
    });
    gone.await
}
