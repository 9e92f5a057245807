//! The builder: each press changes the draft and shows it again. Nothing changes once the survey has
//! been sent, whatever an old message still offers.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::custom_id::CustomId;
use crate::error::Result;
use crate::feature::identity::Identity;
use crate::features::surveys::commands::{create, send};
use crate::features::surveys::filling::Filling;
use crate::features::surveys::rules;
use crate::features::surveys::rules::DAYS;
use crate::features::surveys::views::builder;
use crate::features::surveys::views::builder::Mode;
use crate::features::surveys::views::fill;
use crate::features::surveys::{
    Kind, NAME, NewQuestion, NewWave, Problem, Progress, Question, QuestionId, State, Survey, SurveyId, Target, store,
};
use crate::ids::RoleId;

/// Shows the builder in another way; of this and all others here the row of the custom_id is the survey.
pub async fn show(press: ComponentEvent, mode: Mode) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let survey = draft(&interaction, SurveyId(id.row)).await?;

    interaction.update_message(&builder::builder(interaction.actor.locale, &survey, mode)).await
}

/// The question to move was chosen: next comes its place.
pub async fn move_which(press: ComponentEvent) -> Result<()> {
    let survey = draft(&press.interaction, SurveyId(press.id.row)).await?;

    let mode = Mode::Moving(Some(chosen(&press, &survey)?.id));

    press.interaction.update_message(&builder::builder(press.interaction.actor.locale, &survey, mode)).await
}

/// The form for title and introduction opens.
pub async fn edit_title(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let survey = draft(&interaction, SurveyId(id.row)).await?;

    let id = CustomId::new(NAME, "build-title", 1, survey.id.get());

    interaction.open_modal(&builder::title_form(interaction.actor.locale, id, Some(&survey))).await
}

/// *Send*: what comes next is the preview of the wave.
pub async fn send(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let survey = draft(&interaction, SurveyId(id.row)).await?;

    let sent_by = Some(interaction.actor.member);
    let new = NewWave { survey: survey.id, channel: interaction.channel, closes: None, ping: None, sent_by };

    send::show(&interaction, &survey, new, Vec::new()).await
}

/// The draft that the actor may change.
async fn draft(interaction: &Interaction, id: SurveyId) -> Result<Survey> {
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
pub async fn add(press: ComponentEvent) -> Result<()> {
    let survey = draft(&press.interaction, SurveyId(press.id.row)).await?;
    let kind = press.values.first().and_then(|value| Kind::from_stored(value)).ok_or_else(outdated)?;
    may_have_more(&survey)?;
    let id = CustomId::new(NAME, "build-added", 1, survey.id.get()).arg(kind.as_str());
    press.interaction.open_modal(&builder::question_form(press.interaction.actor.locale, id, kind, None)).await
}

fn may_have_more(survey: &Survey) -> Result<(), Problem> {
    let count = survey.questions.len() + 1;
    if rules::QUESTIONS.contains(&count) { Ok(()) } else { Err(Problem::QuestionCount(count)) }
}

/// The question to change was chosen: its form opens with what it says.
pub async fn change(press: ComponentEvent) -> Result<()> {
    let survey = draft(&press.interaction, SurveyId(press.id.row)).await?;
    let question = chosen(&press, &survey)?;
    let id = CustomId::new(NAME, "build-changed", 1, survey.id.get()).arg(question.id);
    press
        .interaction
        .open_modal(&builder::question_form(press.interaction.actor.locale, id, question.kind, Some(question)))
        .await
}

/// The place of a question was chosen; the argument is the question.
pub async fn place(press: ComponentEvent) -> Result<()> {
    let survey = draft(&press.interaction, SurveyId(press.id.row)).await?;
    let moved: QuestionId = press.id.arg.parse().map_err(|_| outdated())?;
    survey.question(moved).ok_or(Problem::QuestionGone)?;
    let before: QuestionId = press.values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?;
    let order: Vec<QuestionId> = survey.questions.iter().map(|question| question.id).collect();
    let order = rules::moved(&order, moved, Some(before));
    let (guild, id) = (survey.guild, survey.id);

    write(&press.interaction, id, async move |tx| store::set_order(tx, guild, id, &order).await).await
}

/// The question to remove was chosen.
pub async fn remove(press: ComponentEvent) -> Result<()> {
    let survey = draft(&press.interaction, SurveyId(press.id.row)).await?;
    let (guild, question) = (survey.guild, chosen(&press, &survey)?.id);

    write(&press.interaction, survey.id, async move |tx| store::delete_question(tx, guild, question).await).await
}

/// Whether the answers are anonymous; what it is to be stands in the button.
pub async fn set_anonymous(press: ComponentEvent) -> Result<()> {
    let mut survey = draft(&press.interaction, SurveyId(press.id.row)).await?;

    survey.anonymous = press.id.arg == "1";

    set_head(&press.interaction, survey).await
}

/// For how many days a wave is open.
pub async fn set_days(press: ComponentEvent) -> Result<()> {
    let mut survey = draft(&press.interaction, SurveyId(press.id.row)).await?;

    survey.days = press.values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?;
    if !DAYS.contains(&survey.days) {
        return Err(Problem::Days(survey.days).into());
    }

    set_head(&press.interaction, survey).await
}

/// Who may answer.
pub async fn set_roles(press: ComponentEvent) -> Result<()> {
    let mut survey = draft(&press.interaction, SurveyId(press.id.row)).await?;

    let roles = press.values.iter().map(|value| value.parse::<RoleId>()).collect::<Result<Vec<_>, _>>();
    let roles = roles.map_err(|_| outdated())?;
    // Everyone is everyone, whatever else was chosen.
    let everyone = roles.iter().any(|role| role.get() == survey.guild.get());
    survey.roles = if everyone { Vec::new() } else { roles };

    set_head(&press.interaction, survey).await
}

/// Keeps what does not belong to a question, and shows the settings again.
async fn set_head(interaction: &Interaction, survey: Survey) -> Result<()> {
    let (changed, now) = (survey.clone(), interaction.app.clock.now());

    let done = interaction.app.db.write(async move |tx| store::set_head(tx, &changed, now).await).await?;

    if !done {
        return Err(Problem::SentAlready(survey.number).into());
    }
    interaction.update_message(&builder::builder(interaction.actor.locale, &survey, Mode::Settings)).await
}

/// *Try it*: from the beginning, and nothing of it stays.
pub async fn try_it(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let survey = draft(&interaction, SurveyId(id.row)).await?;
    if survey.questions.is_empty() {
        return Err(Problem::QuestionCount(0).into());
    }
    let sheet = Target::Trial(survey.id);
    let filling = Filling { survey, sheet, who: Identity::Named(interaction.actor.member) };

    filling.forget(&interaction.app).await?;

    interaction
        .reply_ephemeral(&fill::page(interaction.actor.locale, &filling.survey, sheet, &Progress::default()))
        .await
}

/// *Delete*, once more confirmed.
pub async fn delete(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let survey = draft(&interaction, SurveyId(id.row)).await?;
    let (guild, id) = (survey.guild, survey.id);

    let deleted = interaction.app.db.write(async move |tx| store::delete_draft(tx, guild, id).await).await?;

    if !deleted {
        return Err(Problem::NoDraft.into());
    }
    interaction.update_message(&builder::deleted(interaction.actor.locale, &survey)).await
}

/// The form of a new survey was sent.
pub async fn begun(form: ModalSubmit<TitleForm>) -> Result<()> {
    create::begin(&form.interaction, &form.inputs.title, form.inputs.intro).await
}

/// The form for title and introduction was sent.
pub async fn titled(form: ModalSubmit<TitleForm>) -> Result<()> {
    let typed = form.inputs.intro.iter().fold(form.inputs.title.clone(), |typed, intro| typed + "\n\n" + intro);
    form.interaction.or_return(set_title(&form).await, &typed).await
}

async fn set_title(form: &ModalSubmit<TitleForm>) -> Result<()> {
    let mut survey = draft(&form.interaction, SurveyId(form.id.row)).await?;

    (survey.title, survey.intro) = (form.inputs.title.clone(), form.inputs.intro.clone());
    rules::check_title(&survey.title, survey.intro.as_deref())?;

    set_head(&form.interaction, survey).await
}

/// The form for title and introduction.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TitleForm {
    title: String,
    intro: Option<String>,
}

/// The form of a new question was sent; the argument is its kind.
pub async fn added(form: ModalSubmit<QuestionForm>) -> Result<()> {
    form.interaction.or_return(add_question(&form).await, &form.inputs.typed()).await
}

async fn add_question(form: &ModalSubmit<QuestionForm>) -> Result<()> {
    let survey = draft(&form.interaction, SurveyId(form.id.row)).await?;
    let kind = Kind::from_stored(&form.id.arg).ok_or_else(outdated)?;
    let question = form.inputs.question(kind)?;
    let (guild, id) = (survey.guild, survey.id);

    write(&form.interaction, id, async move |tx| {
        // Somebody else may have added the last one meanwhile.
        let survey = store::get(&mut *tx, guild, id).await?.ok_or(Problem::NoDraft)?;
        may_have_more(&survey)?;
        store::insert_question(tx, guild, id, &question).await.map(drop)
    })
    .await
}

/// The form of a question was sent that was there before; the argument is the question.
pub async fn changed(form: ModalSubmit<QuestionForm>) -> Result<()> {
    form.interaction.or_return(change_question(&form).await, &form.inputs.typed()).await
}

async fn change_question(form: &ModalSubmit<QuestionForm>) -> Result<()> {
    let survey = draft(&form.interaction, SurveyId(form.id.row)).await?;
    let id: QuestionId = form.id.arg.parse().map_err(|_| outdated())?;
    let before = survey.question(id).ok_or(Problem::QuestionGone)?;
    let question = form.inputs.question(before.kind)?;
    let guild = survey.guild;

    write(&form.interaction, survey.id, async move |tx| store::set_question(tx, guild, id, &question).await).await
}

/// The form of a question; only some kinds have options, one a line.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuestionForm {
    text: String,
    options: String,
    required: String,
}

impl QuestionForm {
    /// Everything that was typed, as it is given back where there is a mistake in it.
    fn typed(&self) -> String {
        let parts = [&self.text, &self.options, &self.required].map(|part| part.trim());
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn question(&self, kind: Kind) -> Result<NewQuestion, Problem> {
        let question = NewQuestion {
            kind,
            text: self.text.clone(),
            options: rules::options(&self.options),
            required: rules::yes_or_no(&self.required, false)?,
        };
        rules::check_question(&question)?;
        Ok(question)
    }
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
