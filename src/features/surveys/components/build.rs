//! The builder: each press changes the draft and shows it again. Nothing changes once the survey has
//! been sent, whatever an old message still offers.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::discord::ui::custom_id::CustomId;
use crate::error::Result;
use crate::features::surveys::actions;
use crate::features::surveys::commands::{create, send};
use crate::features::surveys::filling::Filling;
use crate::features::surveys::rules;
use crate::features::surveys::rules::DAYS;
use crate::features::surveys::views::builder;
use crate::features::surveys::views::builder::Mode;
use crate::features::surveys::views::fill;
use crate::features::surveys::{
    Kind, NAME, NewQuestion, NewWave, Problem, Progress, Question, QuestionId, State, Survey, SurveyId, Target, Who,
    store,
};
use crate::ids::RoleId;

/// The row of the custom_id is the survey.
pub async fn press(press: ComponentEvent) -> Result<()> {
    let interaction = &press.interaction;
    let survey = draft(interaction, SurveyId(press.id.row)).await?;
    let show =
        async |mode| interaction.update_message(&builder::builder(interaction.actor.locale, &survey, mode)).await;
    match press.id.verb.as_str() {
        "build-back" => show(Mode::Plain).await,
        "build-add" => show(Mode::Adding).await,
        "build-change" => show(Mode::Changing).await,
        "build-move" => show(Mode::Moving(None)).await,
        "build-move-which" => show(Mode::Moving(Some(chosen(&press, &survey)?.id))).await,
        "build-remove" => show(Mode::Removing).await,
        "build-settings" => show(Mode::Settings).await,
        "build-delete" => show(Mode::Deleting).await,
        "build-kind" => add(&press, &survey).await,
        "build-change-which" => change(&press, &survey).await,
        "build-place" => place(&press, &survey).await,
        "build-remove-which" => remove(&press, &survey).await,
        "build-anonymous" => set(&press, survey, set_anonymous).await,
        "build-days" => set(&press, survey, set_days).await,
        "build-roles" => set(&press, survey, set_roles).await,
        "build-title" => {
            let id = CustomId::new(NAME, "build-title", 1, survey.id.get());
            interaction.open_modal(&builder::title_form(interaction.actor.locale, id, Some(&survey))).await
        }
        "build-try" => try_it(interaction, survey).await,
        "build-send" => {
            let sent_by = Some(interaction.actor.member);
            let new = NewWave { channel: interaction.channel, closes: None, ping: None, sent_by };
            send::show(interaction, &survey, new, Vec::new()).await
        }
        "build-deleted" => delete(interaction, &survey).await,
        _ => Err(outdated().into()),
    }
}

/// The draft that the actor may change.
async fn draft(interaction: &Interaction, id: SurveyId) -> Result<Survey> {
    parties::require(interaction, actions::SET_SURVEYS)?;
    let survey = store::get(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or(Problem::NoDraft)?;
    match survey.state {
        State::Draft => Ok(survey),
        State::Sent => Err(Problem::SentAlready(survey.number).into()),
    }
}

/// The question that was chosen in a menu.
fn chosen<'a>(press: &ComponentEvent, survey: &'a Survey) -> Result<&'a Question> {
    let id = press.values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?;
    Ok(survey.question(id).ok_or(Problem::QuestionGone)?)
}

/// The kind of a new question was chosen: its form opens.
async fn add(press: &ComponentEvent, survey: &Survey) -> Result<()> {
    let kind = press.values.first().and_then(|value| Kind::of(value)).ok_or_else(outdated)?;
    may_have_more(survey)?;
    let id = CustomId::new(NAME, "build-added", 1, survey.id.get()).arg(kind.as_str());
    press.interaction.open_modal(&builder::question_form(press.interaction.actor.locale, id, kind, None)).await
}

fn may_have_more(survey: &Survey) -> Result<(), Problem> {
    let count = survey.questions.len() + 1;
    if rules::QUESTIONS.contains(&count) { Ok(()) } else { Err(Problem::QuestionCount(count)) }
}

/// The question to change was chosen: its form opens with what it says.
async fn change(press: &ComponentEvent, survey: &Survey) -> Result<()> {
    let question = chosen(press, survey)?;
    let id = CustomId::new(NAME, "build-changed", 1, survey.id.get()).arg(question.id);
    press
        .interaction
        .open_modal(&builder::question_form(press.interaction.actor.locale, id, question.kind, Some(question)))
        .await
}

/// The place of a question was chosen; the argument is the question.
async fn place(press: &ComponentEvent, survey: &Survey) -> Result<()> {
    let moved: QuestionId = press.id.arg.parse().map_err(|_| outdated())?;
    survey.question(moved).ok_or(Problem::QuestionGone)?;
    let before: QuestionId = press.values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?;
    let order: Vec<QuestionId> = survey.questions.iter().map(|question| question.id).collect();
    let order = rules::moved(&order, moved, Some(before));
    let (guild, id) = (survey.guild, survey.id);

    write(&press.interaction, id, async move |tx| store::set_order(tx, guild, id, &order).await).await
}

/// The question to remove was chosen.
async fn remove(press: &ComponentEvent, survey: &Survey) -> Result<()> {
    let (guild, question) = (survey.guild, chosen(press, survey)?.id);

    write(&press.interaction, survey.id, async move |tx| store::delete_question(tx, guild, question).await).await
}

/// Changes what does not belong to a question, and shows the settings again.
async fn set(
    press: &ComponentEvent,
    mut survey: Survey,
    change: impl FnOnce(&mut Survey, &[String], &str) -> Result<()>,
) -> Result<()> {
    let (interaction, now) = (&press.interaction, press.interaction.app.clock.now());
    change(&mut survey, &press.values, &press.id.arg)?;
    let changed = survey.clone();

    let done = interaction.app.db.write(async move |tx| store::set_head(tx, &changed, now).await).await?;

    if !done {
        return Err(Problem::SentAlready(survey.number).into());
    }
    interaction.update_message(&builder::builder(interaction.actor.locale, &survey, Mode::Settings)).await
}

/// What it is to be stands in the button.
#[expect(clippy::unnecessary_wraps, reason = "the others of its kind can fail")]
fn set_anonymous(survey: &mut Survey, _: &[String], arg: &str) -> Result<()> {
    survey.anonymous = arg == "1";
    Ok(())
}

fn set_days(survey: &mut Survey, values: &[String], _: &str) -> Result<()> {
    let days = values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?;
    if !DAYS.contains(&days) {
        return Err(Problem::Days(days).into());
    }
    survey.days = days;
    Ok(())
}

fn set_roles(survey: &mut Survey, values: &[String], _: &str) -> Result<()> {
    let roles = values.iter().map(|value| value.parse::<RoleId>()).collect::<Result<Vec<_>, _>>();
    let roles = roles.map_err(|_| outdated())?;
    // Everyone is everyone, whatever else was chosen.
    let everyone = roles.iter().any(|role| role.get() == survey.guild.get());
    survey.roles = if everyone { Vec::new() } else { roles };
    Ok(())
}

/// *Try it*: from the beginning, and nothing of it stays.
async fn try_it(interaction: &Interaction, survey: Survey) -> Result<()> {
    if survey.questions.is_empty() {
        return Err(Problem::QuestionCount(0).into());
    }
    let sheet = Target::Trial(survey.id);
    let filling = Filling { survey, sheet, who: Who::Member(interaction.actor.member) };

    filling.forget(&interaction.app).await?;

    interaction
        .reply_ephemeral(&fill::page(interaction.actor.locale, &filling.survey, sheet, &Progress::default()))
        .await
}

async fn delete(interaction: &Interaction, survey: &Survey) -> Result<()> {
    let (guild, id) = (survey.guild, survey.id);

    let deleted = interaction.app.db.write(async move |tx| store::delete_draft(tx, guild, id).await).await?;

    if !deleted {
        return Err(Problem::NoDraft.into());
    }
    interaction.update_message(&builder::deleted(interaction.actor.locale, survey)).await
}

/// The form of a new survey was sent.
pub async fn begun(submission: ModalSubmit) -> Result<()> {
    let interaction = &submission.interaction;
    parties::require(interaction, actions::SET_SURVEYS)?;

    create::begin(interaction, submission.text("title"), words(submission.text("intro"))).await
}

/// The form for title and introduction was sent.
pub async fn titled(submission: ModalSubmit) -> Result<()> {
    let (interaction, now) = (&submission.interaction, submission.interaction.app.clock.now());
    let mut survey = draft(interaction, SurveyId(submission.id.row)).await?;
    (survey.title, survey.intro) = (submission.text("title").to_owned(), words(submission.text("intro")));
    rules::check_title(&survey.title, survey.intro.as_deref())?;
    let changed = survey.clone();

    let done = interaction.app.db.write(async move |tx| store::set_head(tx, &changed, now).await).await?;

    if !done {
        return Err(Problem::SentAlready(survey.number).into());
    }
    interaction.update_message(&builder::builder(interaction.actor.locale, &survey, Mode::Settings)).await
}

/// The form of a new question was sent; the argument is its kind.
pub async fn added(submission: ModalSubmit) -> Result<()> {
    let interaction = &submission.interaction;
    let survey = draft(interaction, SurveyId(submission.id.row)).await?;
    let kind = Kind::of(&submission.id.arg).ok_or_else(outdated)?;
    let question = typed(&submission, kind)?;
    let (guild, id) = (survey.guild, survey.id);

    write(interaction, id, async move |tx| {
        // Somebody else may have added the last one meanwhile.
        let survey = store::get(&mut *tx, guild, id).await?.ok_or(Problem::NoDraft)?;
        may_have_more(&survey)?;
        store::insert_question(tx, guild, id, &question).await.map(drop)
    })
    .await
}

/// The form of a question was sent that was there before; the argument is the question.
pub async fn changed(submission: ModalSubmit) -> Result<()> {
    let interaction = &submission.interaction;
    let survey = draft(interaction, SurveyId(submission.id.row)).await?;
    let id: QuestionId = submission.id.arg.parse().map_err(|_| outdated())?;
    let before = survey.question(id).ok_or(Problem::QuestionGone)?;
    let question = typed(&submission, before.kind)?;
    let guild = survey.guild;

    write(interaction, survey.id, async move |tx| store::set_question(tx, guild, id, &question).await).await
}

/// A question as it was typed.
fn typed(submission: &ModalSubmit, kind: Kind) -> Result<NewQuestion, Problem> {
    let question = NewQuestion {
        kind,
        text: submission.text("text").to_owned(),
        options: rules::options(submission.text("options")),
        required: rules::yes_or_no(submission.text("required"), false)?,
    };
    rules::check_question(&question)?;
    Ok(question)
}

fn words(typed: &str) -> Option<String> {
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// Changes the questions of a draft, and shows it as it is then.
async fn write<F>(interaction: &Interaction, id: SurveyId, work: F) -> Result<()>
where
    F: for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<()> + Send + 'static,
{
    let (guild, now): (_, Timestamp) = (interaction.actor.guild, interaction.app.clock.now());
    let survey = interaction
        .app
        .db
        .write(async move |tx| {
            let draft = store::touch(&mut *tx, guild, id, now).await?;
            let survey = store::get(&mut *tx, guild, id).await?.ok_or(Problem::NoDraft)?;
            if !draft {
                return Err(Problem::SentAlready(survey.number).into());
            }
            work(&mut *tx).await?;
            Ok(store::get(tx, guild, id).await?.ok_or(Problem::NoDraft)?)
        })
        .await?;
    interaction.update_message(&builder::builder(interaction.actor.locale, &survey, Mode::Plain)).await
}
