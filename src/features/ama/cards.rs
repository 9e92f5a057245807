//! The messages of a session that are kept true: the prompt, the board of the ten questions that most members want
//! answered, each question in the thread, its card for reviewers, and the transcript.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::card::{CardKind, CardName, Rendered};
use crate::feature::setting::Setting;
use crate::features::setup;
use crate::features::setup::{Server, setting_types};
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId};

use super::store::{answers, questions, sessions};
use super::views::{board, prompt, question, review, transcript};
use super::{NAME, QuestionId, Session, SessionId, ranking};

/// Where moderators read questions before they appear; the mod log, as long as nothing else was chosen.
pub const REVIEW_CHANNEL: Setting = Setting {
    default: |_, _| Message::new("setting-ama_review-default"),
    ..setting_types::staff_channel("ama_review", "setting-ama_review")
};
const MOD_LOG: &str = "mod_log";

/// What people ask with.
pub const PROMPT: CardKind = CardKind {
    name: CardName::new(NAME, "prompt"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, _| Box::pin(prompt(tx, guild, SessionId(row))),
};

/// The ten questions that most members want answered.
pub const BOARD: CardKind = CardKind {
    name: CardName::new(NAME, "board"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, _| Box::pin(board(tx, guild, SessionId(row))),
};

/// A question in the thread. There may be a thousand of them, so each one follows its votes more slowly.
pub const QUESTION: CardKind = CardKind {
    name: CardName::new(NAME, "question"),
    at_most_every: Duration::from_secs(15),
    render: |tx, guild, row, _, _| Box::pin(question(tx, guild, QuestionId(row))),
};

/// A question for reviewers.
pub const REVIEW: CardKind = CardKind {
    name: CardName::new(NAME, "review"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, _| Box::pin(review(tx, guild, QuestionId(row))),
};

/// What was asked and answered.
pub const TRANSCRIPT: CardKind = CardKind {
    name: CardName::new(NAME, "transcript"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, now| Box::pin(transcript(tx, guild, SessionId(row), now)),
};

/// All of them.
pub const ALL: &[CardKind] = &[PROMPT, BOARD, QUESTION, REVIEW, TRANSCRIPT];

impl Session {
    /// Where questions and answers are posted: in the thread, or in the channel where there is none.
    pub fn place(&self) -> ChannelId {
        self.thread.unwrap_or(self.plan.channel)
    }
}

/// Where moderators read questions before they appear. Without such a place they use the queue of the host panel.
pub fn review_channel(server: &Server) -> Option<ChannelId> {
    server.channel(REVIEW_CHANNEL.name).or_else(|| server.channel(MOD_LOG))
}

/// The language of what everyone in a server reads.
pub async fn locale(db: &mut SqliteConnection, guild: GuildId) -> Result<Locale> {
    Ok(setup::server(db, guild).await?.locale)
}

fn at(channel: impl Into<Option<ChannelId>>, view: View) -> Rendered {
    Rendered { channel: channel.into(), title: None, view, expires: None }
}

async fn prompt(tx: &mut SqliteConnection, guild: GuildId, id: SessionId) -> Result<Option<Rendered>> {
    let Some(mut session) = sessions::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let locale = locale(&mut *tx, guild).await?;
    let stands = card::message(tx, PROMPT.name, guild, id.get()).await?;
    // In a forum the prompt begins the thread, and does not lead to it.
    session.thread = session.thread.filter(|thread| stands.is_none_or(|(place, _)| place != *thread));
    let title = Some(session.plan.title.clone());
    Ok(Some(Rendered { title, ..at(session.plan.channel, prompt::prompt(locale, &session)) }))
}

async fn board(tx: &mut SqliteConnection, guild: GuildId, id: SessionId) -> Result<Option<Rendered>> {
    let Some(session) = sessions::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let locale = locale(&mut *tx, guild).await?;
    let all = ranking::shown(tx, guild, id).await?;
    Ok(Some(at(session.place(), board::board(locale, &session, &all))))
}

async fn question(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId) -> Result<Option<Rendered>> {
    let Some(found) = questions::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let Some(session) = sessions::get(&mut *tx, guild, found.session).await? else { return Ok(None) };
    let locale = locale(&mut *tx, guild).await?;
    let ranked = ranking::one(tx, guild, found).await?;
    // As long as there is no thread, nobody knows whether there will be one: it is posted when that is known.
    Ok(Some(at(session.thread, question::card(locale, &ranked))))
}

async fn review(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId) -> Result<Option<Rendered>> {
    let Some(question) = questions::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let Some(session) = sessions::get(&mut *tx, guild, question.session).await? else { return Ok(None) };
    let server = setup::server(tx, guild).await?;
    Ok(Some(at(review_channel(&server), review::card(server.locale, &session, &question))))
}

async fn transcript(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    now: Timestamp,
) -> Result<Option<Rendered>> {
    let Some(session) = sessions::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let locale = locale(&mut *tx, guild).await?;
    let all = ranking::all(&mut *tx, guild, id).await?;
    let answers = answers::list(tx, guild, id).await?;
    Ok(Some(at(session.place(), transcript::post(locale, &session, &all, &answers, now)?)))
}
