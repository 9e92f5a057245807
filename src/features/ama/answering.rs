//! Hosts answer: a question is kept for one host at a time, and of two answers the first counts.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::i18n::say;
use crate::ids::{GuildId, MemberId};

use super::cards::PROMPT;
use super::rules::order::{By, waiting};
use super::rules::review;
use super::rules::review::claimed_by_other;
use super::store::{answers, prepared, questions, sessions};
use super::views::answer;
use super::{
    Answer, Claim, NAME, Problem, Question, QuestionId, Ranked, Session, SessionId, asking, cards, closing, ranking,
    reviewing,
};

/// The purpose of the order that posts a part of an answer.
pub const ANSWER: &str = "answer";

/// The question that a host is to answer next, kept for them from now on.
///
/// # Errors
/// Told, if there is none.
pub async fn claim_next(
    tx: &mut SqliteConnection,
    guild: GuildId,
    session: SessionId,
    by: By,
    host: MemberId,
    now: Timestamp,
) -> Result<Ranked> {
    let all = ranking::all(&mut *tx, guild, session).await?;
    let mut free = waiting(&all, by).into_iter().filter(|one| claimed_by_other(&one.question, host, now).is_none());
    let next = free.next().ok_or(Problem::NoneLeft)?.clone();
    questions::set_claim(tx, guild, next.question.id, Some(Claim { host, since: now })).await?;
    Ok(next)
}

/// Keeps a question for a host.
///
/// # Errors
/// Told, if it can't be answered, or another host is answering it.
pub async fn claim(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    host: MemberId,
    now: Timestamp,
) -> Result<(Session, Question)> {
    let (session, question) = reviewing::find(&mut *tx, guild, id).await?;
    may_answer(&mut *tx, &session, &question, host, now).await?;
    let claim = Claim { host, since: now };
    questions::set_claim(tx, guild, id, Some(claim)).await?;
    Ok((session, Question { claim: Some(claim), ..question }))
}

/// Whether a host can answer a question; one that was answered says by whom.
async fn may_answer(
    tx: &mut SqliteConnection,
    session: &Session,
    question: &Question,
    host: MemberId,
    now: Timestamp,
) -> Result<()> {
    let first = answers::of_question(tx, session.plan.guild, question.id).await?.and_then(|answer| answer.host);
    if let Some(first) = first {
        return Err(Problem::AnsweredBefore(first).into());
    }
    Ok(review::may_claim(session, question, host, now)?)
}

/// A question is being answered now: the thread is told, and the prompt shows it.
pub async fn announce(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    host: MemberId,
    now: Timestamp,
) -> Result<(Session, Question)> {
    let (session, question) = claim(&mut *tx, guild, id, host, now).await?;
    review::is_live(&session)?;
    questions::set_announced(&mut *tx, guild, id, now).await?;
    sessions::set_current(&mut *tx, guild, session.id, Some(id)).await?;
    let locale = cards::locale(&mut *tx, guild).await?;
    let body = answer::now_answering(locale, &question).json();
    let order = Order::new(guild, NAME, "now", id.get(), Effect::Post { channel: session.place(), body });
    outbox::insert(tx, &order, now).await?;
    Ok((session, question))
}

/// Gives an answer: in words, which are posted in as many messages as they take, or by word of mouth.
///
/// # Errors
/// Told, if it can't be answered, or another host was first.
pub async fn give(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    host: MemberId,
    text: Option<String>,
    now: Timestamp,
) -> Result<(Session, Question)> {
    let (session, question) = reviewing::find(&mut *tx, guild, id).await?;
    may_answer(&mut *tx, &session, &question, host, now).await?;
    if text.is_none() {
        review::is_live(&session)?;
    }
    let Some(answer) = answers::insert(&mut *tx, guild, id, host, text.as_deref(), now).await? else {
        return Err(Problem::Settled(question.state).into());
    };
    prepared::delete(&mut *tx, guild, id).await?;
    if session.current == Some(id) {
        sessions::set_current(&mut *tx, guild, session.id, None).await?;
    }
    let given = Answer { id: answer, question: id, host: Some(host), text, at: now, edited: None };
    if given.text.is_some() {
        post(&mut *tx, &session, &question, &given, now).await?;
    }
    reviewing::tell_answered(&mut *tx, &session, &question, host, now).await?;
    asking::show_again(&mut *tx, &question, guild, now).await?;
    card::schedule_refresh(&mut *tx, &PROMPT, guild, session.id.get(), now).await?;
    closing::show_in_transcript(&mut *tx, &session, now).await?;
    reviewing::find(tx, guild, id).await
}

/// Changes an answer in words: its messages are edited, and more are posted where it is longer now.
///
/// # Errors
/// Told, if there is none.
pub async fn change(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    text: String,
    now: Timestamp,
) -> Result<(Session, Question)> {
    let (session, question) = reviewing::find(&mut *tx, guild, id).await?;
    let answer = answers::of_question(&mut *tx, guild, id).await?.ok_or(Problem::NoQuestion)?;
    answers::set_text(&mut *tx, guild, answer.id, &text, now).await?;
    post(&mut *tx, &session, &question, &Answer { text: Some(text), edited: Some(now), ..answer }, now).await?;
    closing::show_in_transcript(tx, &session, now).await?;
    Ok((session, question))
}

/// Keeps what a host has written ahead for a question.
///
/// # Errors
/// Told, if it can't be answered any more.
pub async fn prepare(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    host: MemberId,
    text: &str,
    now: Timestamp,
) -> Result<Session> {
    let (session, question) = reviewing::find(&mut *tx, guild, id).await?;
    review::may_prepare(&session, &question, now)?;
    prepared::upsert(tx, guild, id, host, text, now).await?;
    Ok(session)
}

/// Gives the answer that a host has written ahead.
///
/// # Errors
/// Told, if there is none, it can't be answered, or another host was first.
pub async fn give_prepared(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    host: MemberId,
    now: Timestamp,
) -> Result<(Session, Question)> {
    let text = prepared::get(&mut *tx, guild, id, host).await?.ok_or(Problem::NotPrepared)?;
    give(tx, guild, id, host, Some(text), now).await
}

/// Posts the parts of an answer, or edits those that are there.
async fn post(
    tx: &mut SqliteConnection,
    session: &Session,
    question: &Question,
    given: &Answer,
    now: Timestamp,
) -> Result<()> {
    let guild = session.plan.guild;
    let locale = cards::locale(&mut *tx, guild).await?;
    let posted = answers::posts(&mut *tx, guild, given.id).await?;
    let mut views = answer::posts(locale, question, given);
    // What is shorter now leaves messages behind, which say so.
    let left = || View::text(say(locale, &Message::new("ama-answer-shorter")));
    while views.len() < posted.len() {
        views.push(left());
    }
    let mut posted = posted.into_iter();
    for (place, view) in (1_i64..).zip(views) {
        let effect = match posted.next() {
            Some(of) => Effect::Edit { of, body: view.json() },
            None => Effect::Post { channel: session.place(), body: view.json() },
        };
        let is_new = matches!(effect, Effect::Post { .. });
        let order = outbox::insert(&mut *tx, &Order::new(guild, NAME, ANSWER, given.id.get(), effect), now).await?;
        if is_new {
            answers::insert_post(&mut *tx, guild, given.id, place, order).await?;
        }
    }
    Ok(())
}
