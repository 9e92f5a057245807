//! What askers do with their own questions: *My questions*, *Withdraw*, *Edit*, and the choice of a similar one instead.

use sqlx::SqliteConnection;

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::card;
use crate::feature::upvotes;
use crate::features::ama::cards::{BOARD, QUESTION};
use crate::features::ama::jobs::submit_offered;
use crate::features::ama::rules::asking as rules;
use crate::features::ama::store::questions;
use crate::features::ama::views::{forms, receipt};
use crate::features::ama::{
    Anonymity, Problem, Question, QuestionId, QuestionState, SUBMIT, Session, SessionId, asking, closing, ranking,
    reviewing,
};
use crate::jobs;

use super::prompt::{QuestionForm, chosen};
use super::{find_question, find_session};

/// *My questions*.
pub async fn show(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;

    let mut own = Vec::new();
    for identity in asking::everything_of(&interaction, &session)? {
        own.extend(
            questions::of_asker(interaction.app.db.read(), interaction.actor.guild, session.id, &identity).await?,
        );
    }

    let now = interaction.app.clock.now();
    interaction.reply_ephemeral(&receipt::own(interaction.actor.locale, &session, &own, now)).await
}

/// One of them was chosen.
pub async fn choose(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, values, .. } = press;
    let (session, question) = find_own(&interaction, chosen(&values)?).await?;

    show_receipt(&interaction, &session, &question).await
}

/// *Withdraw*.
pub async fn withdraw(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_own(&interaction, QuestionId(id.row)).await?;
    let (guild, id, now) = (interaction.actor.guild, question.id, interaction.app.clock.now());

    let withdrawn = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let (session, question) = reviewing::find(&mut *tx, guild, id).await?;
        rules::may_withdraw(&question)?;
        set_withdrawn(&mut *tx, &question, guild, now).await?;
        closing::show_in_transcript(&mut *tx, &session, now).await?;
        Ok::<_, Error>(Question { state: QuestionState::Withdrawn, ..question })
    });
    let question = withdrawn.await?;

    show_receipt(&interaction, &session, &question).await
}

async fn set_withdrawn(
    tx: &mut SqliteConnection,
    question: &Question,
    guild: crate::ids::GuildId,
    now: crate::clock::Timestamp,
) -> Result<()> {
    questions::set_state(&mut *tx, guild, question.id, question.state, QuestionState::Withdrawn).await?;
    jobs::cancel(&mut *tx, guild, &SUBMIT, question.id.get()).await?;
    asking::show_change(tx, question, guild, now).await
}

/// *Edit*: the form opens with what was typed.
pub async fn edit(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_own(&interaction, QuestionId(id.row)).await?;

    rules::may_edit(&session, &question, interaction.app.clock.now())?;

    interaction.open_modal(&forms::edit(interaction.actor.locale, &question)).await
}

/// The form was sent.
pub async fn edited(form: ModalSubmit<QuestionForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (session, question) = find_own(&interaction, QuestionId(id.row)).await?;

    let question = change_words(&interaction, &question, &inputs).await?;

    show_receipt(&interaction, &session, &question).await
}

/// What has become of a question, in place of what was shown.
async fn show_receipt(interaction: &Interaction, session: &Session, question: &Question) -> Result<()> {
    let now = interaction.app.clock.now();
    interaction.update_message(&receipt::receipt(interaction.actor.locale, session, question, &[], now)).await
}

async fn change_words(interaction: &Interaction, question: &Question, inputs: &QuestionForm) -> Result<Question> {
    let words = rules::words(&inputs.text, inputs.context())?;
    let (guild, id, now) = (interaction.actor.guild, question.id, interaction.app.clock.now());
    let changed = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let (session, question) = reviewing::find(&mut *tx, guild, id).await?;
        rules::may_edit(&session, &question, now)?;
        questions::set_words(&mut *tx, guild, id, &words).await?;
        asking::show_change(&mut *tx, &question, guild, now).await?;
        Ok::<_, Error>(Question { words, ..question })
    });
    changed.await
}

/// A similar question was chosen instead: one's own is withdrawn, and the other one gets the vote. Of a sealed question it
/// doesn't: a named vote at the same instant would say whose it was. Its asker gets the other one's button instead.
pub async fn upvote_instead(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let (session, own) = find_own(&interaction, QuestionId(id.row)).await?;
    let (_, other) = find_question(&interaction, chosen(&values)?).await?;
    if other.session != session.id {
        return Err(Problem::NoQuestion.into());
    }
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let (id, into, is_sealed) = (own.id, other.id, own.shown == Anonymity::Sealed);

    let voted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let (session, own) = reviewing::find(&mut *tx, guild, id).await?;
        rules::may_edit(&session, &own, now)?;
        let (_, other) = reviewing::find(&mut *tx, guild, into).await?;
        if other.state != QuestionState::Approved {
            return Err(Problem::Settled(other.state).into());
        }
        set_withdrawn(&mut *tx, &own, guild, now).await?;
        if is_sealed {
            return Ok(());
        }
        upvotes::vote(&mut *tx, ranking::votes_for(guild, into), member, now).await?;
        card::schedule_refresh(&mut *tx, &QUESTION, guild, into.get(), now).await?;
        card::schedule_refresh(tx, &BOARD, guild, session.id.get(), now).await
    });
    voted.await?;

    if is_sealed {
        let mut db = interaction.app.db.read().acquire().await?;
        let other = ranking::one(&mut db, guild, other).await?;
        drop(db);
        return interaction.update_message(&receipt::upvote_instead(interaction.actor.locale, &other)).await;
    }
    let told = Message::new("ama-voted-instead").with("question", &other.words.text);
    interaction.update_message(&View::text(interaction.say(&told))).await
}

/// *Submit mine*: no similar one is what was meant.
pub async fn submit(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_own(&interaction, QuestionId(id.row)).await?;
    let (guild, id, now) = (interaction.actor.guild, question.id, interaction.app.clock.now());

    let submitted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        submit_offered(&mut *tx, guild, id, now).await?;
        jobs::cancel(&mut *tx, guild, &SUBMIT, id.get()).await?;
        reviewing::find(tx, guild, id).await
    });
    let (_, question) = submitted.await?;

    show_receipt(&interaction, &session, &question).await
}

/// A question of the actor: somebody else's is as good as none.
async fn find_own(interaction: &Interaction, id: QuestionId) -> Result<(Session, Question)> {
    let (session, question) = find_question(interaction, id).await?;
    let own = asking::everything_of(interaction, &session)?;
    match &question.asker {
        Some(asker) if own.contains(asker) => Ok((session, question)),
        _ => Err(Problem::NoQuestion.into()),
    }
}
