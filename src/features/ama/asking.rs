//! Somebody asks: the question is saved first, then similar ones are offered, then it goes to review or appears.

use sqlx::SqliteConnection;

use crate::clock;
use crate::clock::Timestamp;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::returned::returned;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::feature::card::Calls;
use crate::feature::identity::{Identity, Secret};
use crate::ids::{GuildId, MemberId};
use crate::jobs;

use super::cards::{BOARD, QUESTION, REVIEW};
use super::rules::asking;
use super::rules::asking::{Asking, CHOOSING};
use super::store::{blocks, questions, sessions};
use super::views::receipt;
use super::{Anonymity, NAME, Problem, Question, QuestionId, QuestionState, SUBMIT, Session, SessionId, Words};
use crate::text::similar;

/// A question that was saved, and those that ask something similar, the most similar first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    pub question: Question,
    pub similar: Vec<Question>,
}

/// Whether the actor could ask this way now, so that they don't type what can't be asked.
///
/// # Errors
/// Told, why not.
pub async fn may_ask(interaction: &Interaction, session: &Session, shown: Anonymity) -> Result<()> {
    let all = everything_of(interaction, session)?;
    let mut db = interaction.app.db.read().acquire().await?;
    let asking = asking_of(&mut db, session, shown, &all).await?;
    drop(db);
    // First whether it takes questions: the key of a sealed one is gone once it is closed.
    asking::may_ask(session, asking, interaction.app.clock.now())?;
    asker(interaction, session, shown).map(drop)
}

/// Asks, and tells the asker what became of it.
///
/// # Errors
/// Told, why it can't be asked; or fault.
pub async fn ask_and_tell(
    interaction: &Interaction,
    session: &Session,
    shown: Anonymity,
    text: &str,
    context: Option<&str>,
) -> Result<()> {
    let locale = interaction.actor.locale;
    let asked = match asking::words(text, context) {
        Ok(words) => ask(interaction, session, shown, words).await,
        Err(problem) => Err(problem.into()),
    };
    match asked {
        Ok(saved) => {
            let now = interaction.app.clock.now();
            let receipt = receipt::receipt(locale, session, &saved.question, &saved.similar, now);
            interaction.reply_ephemeral(&receipt).await
        }
        // Nothing is kept of it to be corrected, so that it comes back in the answer.
        Err(Error::Told(why)) if interaction.leaves_no_trace() => {
            interaction.reply_ephemeral(&returned(locale, &why, &typed(text, context))).await
        }
        Err(error) => Err(error),
    }
}

/// A question and what was typed in addition, in one text.
fn typed(text: &str, context: Option<&str>) -> String {
    [Some(text), context].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

async fn ask(interaction: &Interaction, session: &Session, shown: Anonymity, words: Words) -> Result<Saved> {
    let (guild, id, now) = (interaction.actor.guild, session.id, interaction.app.clock.now());
    let asker = asker(interaction, session, shown)?;
    let all = everything_of(interaction, session)?;
    let row = new_row();
    let saved = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let session = sessions::get(&mut *tx, guild, id).await?.ok_or(Problem::NoneLive)?;
        let asking = asking_of(&mut *tx, &session, shown, &all).await?;
        asking::may_ask(&session, asking, now)?;
        let similar = similar_to(&mut *tx, guild, id, &words.text).await?;
        let is_sealed = shown == Anonymity::Sealed;
        let question = Question {
            id: row,
            session: id,
            number: None,
            shown,
            asker: Some(asker),
            words,
            state: asking::saved(&session, shown, !similar.is_empty()),
            merged_into: None,
            reason: None,
            reviewed_by: None,
            claim: None,
            asked: (!is_sealed).then_some(now),
            appeared: None,
            announced: None,
            tags: Vec::new(),
            unshown: false,
        };
        // One that appears does so below, under a number.
        let waits = if question.state == QuestionState::Approved { QuestionState::Pending } else { question.state };
        questions::insert(&mut *tx, guild, &Question { state: waits, ..question.clone() }).await?;
        match question.state {
            QuestionState::Offered => {
                jobs::schedule(&mut *tx, guild, &SUBMIT, row.get(), now.plus(CHOOSING)).await?;
            }
            QuestionState::Held => {}
            _ => go_on(&mut *tx, &session, &question, now).await?,
        }
        Ok::<_, Error>(Saved { question, similar })
    });
    saved.await
}

/// Who asks, as far as that decides; `all` is everything that they are in the session.
async fn asking_of(db: &mut SqliteConnection, session: &Session, shown: Anonymity, all: &[Identity]) -> Result<Asking> {
    let (guild, id) = (session.plan.guild, session.id);
    let mut asking = Asking { shown, open: 0, is_blocked: false };
    for identity in all {
        let own = questions::of_asker(&mut *db, guild, id, identity).await?;
        asking.open += i64::try_from(own.iter().filter(|one| one.state.is_open()).count()).unwrap_or(i64::MAX);
        asking.is_blocked |= blocks::is_blocked(&mut *db, guild, id, identity).await?;
    }
    Ok(asking)
}

/// The row of a new question, drawn at random: no order of asking can be read from it.
pub fn new_row() -> QuestionId {
    QuestionId((clock::random() >> 1).cast_signed())
}

/// Who asks, as far as it is kept: of a sealed question nothing that leads to the person.
fn asker(interaction: &Interaction, session: &Session, shown: Anonymity) -> Result<Identity> {
    match shown {
        Anonymity::Named | Anonymity::Hidden => Ok(Identity::Named(interaction.actor.member)),
        Anonymity::Sealed => Ok(secret(session.id).actor(interaction)?.ok_or(Problem::NoKey)?),
    }
}

/// Everything that the actor is in a session: by name, and where it is sealed by mark too.
pub fn everything_of(interaction: &Interaction, session: &Session) -> Result<Vec<Identity>> {
    let member = interaction.actor.member;
    let mut all = vec![Identity::Named(member)];
    if session.plan.anonymity == Anonymity::Sealed {
        all.extend(secret(session.id).actor(interaction)?);
    }
    Ok(all)
}

/// What has the key of a sealed session.
pub const fn secret(session: SessionId) -> Secret {
    Secret::new(NAME, session.0)
}

/// The questions in the thread that ask something similar.
async fn similar_to(
    db: &mut SqliteConnection,
    guild: GuildId,
    session: SessionId,
    text: &str,
) -> Result<Vec<Question>> {
    let open = questions::in_state(db, guild, session, QuestionState::Approved).await?;
    let alike = similar::find(text, open.iter().map(|question| question.words.text.as_str()));
    Ok(alike.into_iter().filter_map(|place| open.get(place).cloned()).collect())
}

/// A question whose asker wants it to be asked goes on: to review, or into the thread.
pub async fn go_on(tx: &mut SqliteConnection, session: &Session, question: &Question, now: Timestamp) -> Result<()> {
    let guild = session.plan.guild;
    match asking::submitted(session) {
        QuestionState::Approved => appear(tx, session, question.id, None, now).await,
        state => {
            questions::set_state(&mut *tx, guild, question.id, question.state, state).await?;
            card::post(tx, &REVIEW, guild, question.id.get(), Calls::Nobody, now).await
        }
    }
}

/// A question appears in the thread under a number, and on the board.
pub async fn appear(
    tx: &mut SqliteConnection,
    session: &Session,
    id: QuestionId,
    by: Option<MemberId>,
    now: Timestamp,
) -> Result<()> {
    let guild = session.plan.guild;
    let Some(question) = questions::get(&mut *tx, guild, id).await? else { return Ok(()) };
    let number = match question.number {
        Some(number) => number,
        None => sessions::next_number(&mut *tx, guild, session.id).await?,
    };
    questions::set_approved(&mut *tx, guild, id, number, by, now).await?;
    if card::get(&mut *tx, QUESTION.name, guild, id.get()).await?.order.is_some() {
        card::edit(&mut *tx, &QUESTION, guild, id.get(), now).await?;
    } else {
        card::post(&mut *tx, &QUESTION, guild, id.get(), Calls::Nobody, now).await?;
    }
    card::schedule_refresh(tx, &BOARD, guild, session.id.get(), now).await
}

/// Its asker has changed a question: its cards follow. Those of a sealed one do so later, each at another time: the moment
/// of an edit would say when its asker was there, and which others are theirs.
pub async fn show_change(tx: &mut SqliteConnection, question: &Question, guild: GuildId, now: Timestamp) -> Result<()> {
    match (question.shown, question.state) {
        // It has no cards yet.
        (Anonymity::Sealed, QuestionState::Held) => Ok(()),
        (Anonymity::Sealed, _) => questions::set_unshown(tx, guild, question.id, true).await,
        _ => show_again(tx, question, guild, now).await,
    }
}

/// A question has changed: its cards follow.
pub async fn show_again(tx: &mut SqliteConnection, question: &Question, guild: GuildId, now: Timestamp) -> Result<()> {
    if question.shown == Anonymity::Sealed {
        questions::set_unshown(&mut *tx, guild, question.id, false).await?;
    }
    card::edit(&mut *tx, &QUESTION, guild, question.id.get(), now).await?;
    card::edit(&mut *tx, &REVIEW, guild, question.id.get(), now).await?;
    card::schedule_refresh(tx, &BOARD, guild, question.session.get(), now).await
}
