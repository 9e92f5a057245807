//! The host panel: which question is next, *Now answering*, *Answer*, *Answered live*, answers that are written ahead or
//! changed, and the recording.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::returned::returned;
use crate::discord::ui::view::View;
use crate::error::{Error, Result};
use crate::feature::offer;
use crate::feature::offer::Kind;
use crate::features::ama::rules::order::By;
use crate::features::ama::rules::{recording, review};
use crate::features::ama::store::{answers, prepared, questions, sessions};
use crate::features::ama::views::forms::Answering;
use crate::features::ama::views::panel::Panel;
use crate::features::ama::views::{BY_TIME, forms, panel};
use crate::features::ama::{Problem, QuestionId, QuestionState, Session, SessionId, answering, closing, ranking};

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

    interaction.reply_ephemeral(&overview(&interaction, &session, None).await?).await
}

/// A tag was chosen: only the questions under it are offered.
pub async fn filter(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    require_host(&interaction, &session)?;

    let tag = values.first().and_then(|value| panel::chosen_tag(value));

    interaction.update_message(&overview(&interaction, &session, tag).await?).await
}

async fn overview(interaction: &Interaction, session: &Session, tag: Option<&str>) -> Result<View> {
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    let mut db = interaction.app.db.read().acquire().await?;
    let all = ranking::shown(&mut db, guild, session.id).await?;
    let answers = answers::list(&mut *db, guild, session.id).await?;
    let prepared = prepared::of_host(&mut *db, guild, session.id, interaction.actor.member).await?.len();
    drop(db);
    let is_host = session.is_host(interaction.actor.member);
    let feeds = offer::is_taken(&interaction.app, Kind::Feedback);
    let panel = Panel { session, all: &all, answers: &answers, is_host, prepared, tag, feeds, now };
    Ok(panel::panel(interaction.actor.locale, &panel))
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

    kept(&interaction, &session, question.id).await
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

    kept(&interaction, &session, id).await
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

    kept(&interaction, &session, id).await
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

    let before = prepared::get(interaction.app.db.read(), guild, question.id, host).await?;
    let form = forms::answer(interaction.actor.locale, &question, Answering::Answer, before.as_deref());
    interaction.open_modal(&form).await
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
        (Ok((session, _)), _) => interaction.update_message(&overview(interaction, &session, None).await?).await,
        (Err(Error::Told(why)), Some(typed)) => interaction.reply_ephemeral(&returned(locale, &why, &typed)).await,
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

    interaction.open_modal(&forms::answer(interaction.actor.locale, &question, Answering::Change, Some(&text))).await
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

    interaction.update_message(&overview(&interaction, &session, None).await?).await
}

/// Shows the question that is kept for the actor as it is now.
async fn kept(interaction: &Interaction, session: &Session, id: QuestionId) -> Result<()> {
    let guild = interaction.actor.guild;
    let mut db = interaction.app.db.read().acquire().await?;
    let question = questions::get(&mut *db, guild, id).await?.ok_or(Problem::NoQuestion)?;
    let ranked = ranking::one(&mut db, guild, question).await?;
    let is_prepared = prepared::get(&mut *db, guild, id, interaction.actor.member).await?.is_some();
    drop(db);
    interaction.update_message(&panel::question(interaction.actor.locale, session, &ranked, is_prepared)).await
}

/// A question was chosen to write an answer ahead: the form opens with what was written before.
pub async fn prepare(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, values, .. } = press;
    let (session, question) = find_question(&interaction, chosen(&values)?).await?;
    require_host(&interaction, &session)?;

    review::may_prepare(&session, &question, interaction.app.clock.now())?;
    let (guild, host) = (interaction.actor.guild, interaction.actor.member);
    let before = prepared::get(interaction.app.db.read(), guild, question.id, host).await?;

    let form = forms::answer(interaction.actor.locale, &question, Answering::Prepare, before.as_deref());
    interaction.open_modal(&form).await
}

/// The form was sent. What was typed comes back where the question can't be answered any more.
pub async fn prepared_answer(form: ModalSubmit<AnswerForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    let (guild, host, id, now) =
        (interaction.actor.guild, interaction.actor.member, question.id, interaction.app.clock.now());
    let typed = inputs.text.clone();

    let kept = match require_host(&interaction, &session) {
        Ok(()) => {
            let keep =
                async move |tx: &mut SqliteConnection| answering::prepare(tx, guild, id, host, &inputs.text, now).await;
            interaction.app.db.write(keep).await
        }
        Err(refused) => Err(refused),
    };

    match kept {
        Ok(session) => interaction.update_message(&overview(&interaction, &session, None).await?).await,
        Err(Error::Told(why)) => interaction.reply_ephemeral(&returned(interaction.actor.locale, &why, &typed)).await,
        Err(fault) => Err(fault),
    }
}

/// *Post prepared answer*.
pub async fn post_prepared(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    require_host(&interaction, &session)?;
    let (guild, host, id, now) =
        (interaction.actor.guild, interaction.actor.member, question.id, interaction.app.clock.now());

    let (session, _) =
        interaction.app.db.write(async move |tx| answering::give_prepared(tx, guild, id, host, now).await).await?;

    interaction.update_message(&overview(&interaction, &session, None).await?).await
}

/// The form of a recording.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RecordingForm {
    address: String,
}

/// *Recording*: the form opens with the address that was given before.
pub async fn recording(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    require_reviewer(&interaction, &session)?;

    interaction.open_modal(&forms::recording(interaction.actor.locale, &session)).await
}

/// The form was sent. What was typed comes back where it is no address.
pub async fn recorded(form: ModalSubmit<RecordingForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    require_reviewer(&interaction, &session)?;
    let address = match recording::parse(&inputs.address) {
        Ok(address) => address,
        Err(problem) => {
            let returned = returned(interaction.actor.locale, &problem.into(), &inputs.address);
            return interaction.reply_ephemeral(&returned).await;
        }
    };
    let (guild, id, now) = (interaction.actor.guild, session.id, interaction.app.clock.now());

    let changed = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        sessions::set_recording(&mut *tx, guild, id, address.as_deref()).await?;
        closing::show_in_transcript(tx, &session, now).await?;
        Ok::<_, Error>(session)
    });
    let session = changed.await?;

    interaction.update_message(&overview(&interaction, &session, None).await?).await
}
