//! The host panel: which question is next, *Now answering*, *Answer*, *Answered live*, and changing an answer.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::view::View;
use crate::error::{Error, Result};
use crate::features::ama::rules::order::By;
use crate::features::ama::store::{answers, questions};
use crate::features::ama::views::panel::Panel;
use crate::features::ama::views::{BY_TIME, forms, panel, receipt};
use crate::features::ama::{Problem, QuestionId, QuestionState, Session, SessionId, answering, ranking};

use super::prompt::chosen;
use super::{find_question, find_session, require_host, require_reviewer};

/// The form of an answer.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerForm {
    text: String,
}

/// *Host panel*, which moderators use to review.
pub async fn show(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    require_reviewer(&interaction, &session).map_err(|_| Problem::NotHost)?;

    interaction.reply_ephemeral(&overview(&interaction, &session).await?).await
}

async fn overview(interaction: &Interaction, session: &Session) -> Result<View> {
    let guild = interaction.actor.guild;
    let mut db = interaction.app.db.read().acquire().await?;
    let all = ranking::all(&mut db, guild, session.id).await?;
    let answers = answers::list(&mut *db, guild, session.id).await?;
    drop(db);
    let is_host = session.is_host(interaction.actor.member);
    Ok(panel::panel(interaction.actor.locale, &Panel { session, all: &all, answers: &answers, is_host }))
}

/// *Next by votes* and *Next by time*: the question is kept for this host.
pub async fn next(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    require_host(&interaction, &session)?;
    let by = if id.arg == BY_TIME { By::Time } else { By::Votes };
    let (guild, host, id, now) =
        (interaction.actor.guild, interaction.actor.member, session.id, interaction.app.clock.now());

    let next = interaction
        .app
        .db
        .write(async move |tx: &mut SqliteConnection| {
            let next = answering::claim_next(&mut *tx, guild, id, by, host, now).await?;
            answering::claim(tx, guild, next.question.id, host, now).await
        })
        .await;
    let (session, question) = next?;

    let ranked = read(&interaction, question.id).await?;
    interaction.update_message(&panel::question(interaction.actor.locale, &session, &ranked)).await
}

/// *Pick*.
pub async fn pick(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, values, .. } = press;
    let (session, question) = find_question(&interaction, chosen(&values)?).await?;
    require_host(&interaction, &session)?;
    let (guild, host, id, now) =
        (interaction.actor.guild, interaction.actor.member, question.id, interaction.app.clock.now());

    let (session, _) =
        interaction.app.db.write(async move |tx| answering::claim(tx, guild, id, host, now).await).await?;

    let ranked = read(&interaction, id).await?;
    interaction.update_message(&panel::question(interaction.actor.locale, &session, &ranked)).await
}

/// *Now answering*.
pub async fn now_answering(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    require_host(&interaction, &session)?;
    let (guild, host, id, now) =
        (interaction.actor.guild, interaction.actor.member, question.id, interaction.app.clock.now());

    let (session, _) =
        interaction.app.db.write(async move |tx| answering::announce(tx, guild, id, host, now).await).await?;

    let ranked = read(&interaction, id).await?;
    interaction.update_message(&panel::question(interaction.actor.locale, &session, &ranked)).await
}

/// *Answer*: the form opens, and the question is kept for this host.
pub async fn answer(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    require_host(&interaction, &session)?;
    let (guild, host, id, now) =
        (interaction.actor.guild, interaction.actor.member, question.id, interaction.app.clock.now());

    let (_, question) =
        interaction.app.db.write(async move |tx| answering::claim(tx, guild, id, host, now).await).await?;

    interaction.open_modal(&forms::answer(interaction.actor.locale, &question, None)).await
}

/// The form was sent. What was typed comes back where another host was first.
pub async fn answered(form: ModalSubmit<AnswerForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    give(&interaction, QuestionId(id.row), Some(inputs.text)).await
}

/// *Answered live*.
pub async fn answered_live(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    give(&interaction, QuestionId(id.row), None).await
}

async fn give(interaction: &Interaction, id: QuestionId, text: Option<String>) -> Result<()> {
    let (session, _) = find_question(interaction, id).await?;
    let (guild, host, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let (locale, typed) = (interaction.actor.locale, text.clone());

    let given = match require_host(interaction, &session) {
        Ok(()) => interaction.app.db.write(async move |tx| answering::give(tx, guild, id, host, text, now).await).await,
        Err(refused) => Err(refused),
    };

    match (given, typed) {
        (Ok((session, _)), _) => interaction.update_message(&overview(interaction, &session).await?).await,
        (Err(Error::Told(why)), Some(typed)) => {
            interaction.reply_ephemeral(&receipt::returned(locale, &why, &typed, None)).await
        }
        (Err(error), _) => Err(error),
    }
}

/// An answer was chosen to be changed: the form opens with it.
pub async fn change(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, values, .. } = press;
    let (session, question) = find_question(&interaction, chosen(&values)?).await?;
    require_host(&interaction, &session)?;

    let answer = answers::of_question(interaction.app.db.read(), interaction.actor.guild, question.id).await?;
    let text = answer.and_then(|answer| answer.text).ok_or_else(outdated)?;

    interaction.open_modal(&forms::answer(interaction.actor.locale, &question, Some(&text))).await
}

/// The form was sent.
pub async fn changed(form: ModalSubmit<AnswerForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    require_host(&interaction, &session)?;
    if question.state != QuestionState::Answered {
        return Err(Problem::Settled(question.state).into());
    }
    let (guild, id, now) = (interaction.actor.guild, question.id, interaction.app.clock.now());

    let changed = interaction.app.db.write(async move |tx| answering::change(tx, guild, id, inputs.text, now).await);
    let (session, _) = changed.await?;

    interaction.update_message(&overview(&interaction, &session).await?).await
}

/// A question as it is now, with its votes.
async fn read(interaction: &Interaction, id: QuestionId) -> Result<crate::features::ama::Ranked> {
    let guild = interaction.actor.guild;
    let mut db = interaction.app.db.read().acquire().await?;
    let question = questions::get(&mut *db, guild, id).await?.ok_or(Problem::NoQuestion)?;
    ranking::one(&mut db, guild, question).await
}
