//! Reviewers decide what appears. Of two at once the second is told what the first has decided.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::identity::Identity;
use crate::feature::upvotes;
use crate::i18n::say;
use crate::ids::{GuildId, MemberId};
use crate::text::limits;

use super::cards::REVIEW;
use super::rules::review;
use super::rules::review::Decision;
use super::store::{questions, sessions};
use super::{NAME, Problem, Question, QuestionId, QuestionState, Session, asking, cards, closing, ranking};

/// How much of a question stands in a message about it.
const QUOTE: usize = 200;

/// What a reviewer has decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    Approve,
    /// With the reason that its asker is told.
    Reject(Option<String>),
    Merge(QuestionId),
    Restore,
}

/// Carries out a decision. The session and the question as they are then.
///
/// # Errors
/// Told, if somebody else has decided before, or the session has been closed for too long.
pub async fn decide(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    decided: Decided,
    by: MemberId,
    now: Timestamp,
) -> Result<(Session, Question)> {
    let (session, question) = find(&mut *tx, guild, id).await?;
    review::may_review(&session, now)?;
    match decided {
        Decided::Approve => {
            review::may_decide(&question, Decision::Approve)?;
            asking::appear(&mut *tx, &session, id, Some(by), now).await?;
        }
        Decided::Reject(reason) => {
            review::may_decide(&question, Decision::Reject)?;
            questions::set_rejected(&mut *tx, guild, id, reason.as_deref(), by).await?;
            tell(&mut *tx, &session, &question, rejected(&session, &question, reason), now).await?;
        }
        Decided::Merge(into) => {
            let target = questions::get(&mut *tx, guild, into).await?.ok_or(Problem::NoQuestion)?;
            review::may_merge(&question, &target)?;
            questions::set_merged(&mut *tx, guild, id, into, by).await?;
            upvotes::merge(&mut *tx, ranking::votes_for(guild, id), ranking::votes_for(guild, into)).await?;
            tell(&mut *tx, &session, &question, merged(&session, &question, &target), now).await?;
            asking::show_again(&mut *tx, &target, guild, now).await?;
        }
        Decided::Restore => {
            review::may_decide(&question, Decision::Restore)?;
            questions::set_state(&mut *tx, guild, id, question.state, QuestionState::Pending).await?;
        }
    }
    asking::show_again(&mut *tx, &question, guild, now).await?;
    closing::show_in_transcript(&mut *tx, &session, now).await?;
    find(tx, guild, id).await
}

/// Files a question under these tags.
///
/// # Errors
/// Told, if its asker has taken it back.
pub async fn set_tags(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    tags: &[String],
    now: Timestamp,
) -> Result<(Session, Question)> {
    let (session, question) = find(&mut *tx, guild, id).await?;
    if question.state == QuestionState::Withdrawn {
        return Err(Problem::Settled(question.state).into());
    }
    questions::set_tags(&mut *tx, guild, id, tags).await?;
    card::edit(&mut *tx, &REVIEW, guild, id.get(), now).await?;
    closing::show_in_transcript(&mut *tx, &session, now).await?;
    find(tx, guild, id).await
}

/// A question and its session.
///
/// # Errors
/// Told, if it isn't there any more.
pub async fn find(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId) -> Result<(Session, Question)> {
    let question = questions::get(&mut *tx, guild, id).await?.ok_or(Problem::NoQuestion)?;
    let session = sessions::get(tx, guild, question.session).await?.ok_or(Problem::NoQuestion)?;
    Ok((session, question))
}

/// Tells whoever asked a question, or one that was merged into it, that there is an answer now. Of a sealed one nobody
/// knows whom to tell.
pub async fn tell_answered(
    tx: &mut SqliteConnection,
    session: &Session,
    question: &Question,
    host: MemberId,
    now: Timestamp,
) -> Result<()> {
    let merged = questions::merged_into(&mut *tx, session.plan.guild, question.id).await?;
    for asked in std::iter::once(question).chain(&merged) {
        // Hosts know what they have answered themselves.
        if asked.asker != Some(Identity::Named(host)) {
            let message = about("ama-told-answered", session, asked).with("channel", session.place());
            tell(&mut *tx, session, asked, message, now).await?;
        }
    }
    Ok(())
}

fn rejected(session: &Session, question: &Question, reason: Option<String>) -> Message {
    let key = if reason.is_some() { "ama-told-rejected-because" } else { "ama-told-rejected" };
    let message = about(key, session, question);
    reason.into_iter().fold(message, |message, reason| message.with("reason", reason))
}

fn merged(session: &Session, question: &Question, into: &Question) -> Message {
    about("ama-told-merged", session, question).with("into", limits::cut_words(&into.words.text, QUOTE))
}

fn about(key: &'static str, session: &Session, question: &Question) -> Message {
    Message::new(key)
        .with("title", &session.plan.title)
        .with("question", limits::cut_words(&question.words.text, QUOTE))
}

/// Tells the asker, where it is known who that is.
async fn tell(
    tx: &mut SqliteConnection,
    session: &Session,
    question: &Question,
    message: Message,
    now: Timestamp,
) -> Result<()> {
    let Some(member) = question.asker.as_ref().and_then(Identity::member) else { return Ok(()) };
    let guild = session.plan.guild;
    let body = View::text(say(cards::locale(&mut *tx, guild).await?, &message)).json();
    let order = Order::new(guild, NAME, "told", question.id.get(), Effect::Dm { member, body });
    outbox::insert(tx, &order, now).await.map(drop)
}
