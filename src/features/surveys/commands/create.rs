//! `/survey create`: a draft, and the builder in which it grows. The draft stays until it is sent or
//! deleted; whoever types its title again goes on with it.

use serenity::all as serenity;

use crate::discord::access::level::Level;
use crate::discord::interaction::attachment;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::discord::ui::custom_id::CustomId;
use crate::error::Result;
use crate::feature::Context;
use crate::features::surveys::actions;
use crate::features::surveys::rules;
use crate::features::surveys::rules::{USUAL_DAYS, file};
use crate::features::surveys::views::builder;
use crate::features::surveys::views::builder::Mode;
use crate::features::surveys::{NAME, NewSurvey, Problem, State, files, reading, store};
use crate::text::find;

/// A file may be so large, in bytes: 25 questions with everything that fits into them are smaller.
const LARGEST: u64 = 200 * 1_024;

/// Make a survey: add questions one by one, or bring them all in a file
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn create(
    ctx: Context<'_>,
    #[description = "What it is called; choose a draft to go on with it"]
    #[max_length = 100]
    #[autocomplete = "drafts"]
    title: Option<String>,
    #[description = "A file in TOML with all of it; without one you add questions one by one"] file: Option<
        serenity::Attachment,
    >,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_SURVEYS)?;
    match (title, file) {
        (title, Some(file)) => from_file(&interaction, title, &file).await,
        (Some(title), None) => begin(&interaction, &title, None).await,
        (None, None) => {
            let id = CustomId::new(NAME, "build-new", 1, 0);
            interaction.open_modal(&builder::title_form(interaction.actor.locale, id, None)).await
        }
    }
}

/// Brings a whole survey in a file; the title of the command stands above that of the file.
async fn from_file(interaction: &Interaction, title: Option<String>, file: &serenity::Attachment) -> Result<()> {
    let text = attachment::text(&interaction.app, file, LARGEST, interaction.time_left()).await?;
    let new = match file::parse(&text) {
        Ok(new) => NewSurvey { title: title.unwrap_or(new.title), ..new },
        Err(mistakes) => {
            return interaction.reply_ephemeral(&files::mistakes(interaction.actor.locale, &mistakes)).await;
        }
    };

    keep(interaction, new).await
}

/// Goes on with the draft of this title, or begins one.
///
/// # Errors
/// Told, if the title is none.
pub async fn begin(interaction: &Interaction, title: &str, intro: Option<String>) -> Result<()> {
    let all = reading::list(interaction).await?;
    let found = find::called(title, &all);
    if let Some(draft) = found.filter(|survey| survey.state == State::Draft) {
        return interaction.reply_ephemeral(&builder::builder(interaction.actor.locale, draft, Mode::Plain)).await;
    }
    // What was offered is a number, and stands for a draft that is no more.
    if let Some(number) = title.strip_prefix('#').and_then(|number| number.parse().ok()) {
        return Err(if found.is_some() { Problem::SentAlready(number) } else { Problem::NoDraft }.into());
    }
    let new = NewSurvey {
        title: title.to_owned(),
        intro,
        anonymous: true,
        days: USUAL_DAYS,
        roles: Vec::new(),
        questions: Vec::new(),
    };
    keep(interaction, new).await
}

/// Keeps a draft and opens its builder.
async fn keep(interaction: &Interaction, new: NewSurvey) -> Result<()> {
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let new = NewSurvey { title: new.title.trim().to_owned(), ..new };
    rules::check_survey(&new)?;

    let id = interaction.app.db.write(async move |tx| store::insert(tx, guild, &new, by, now).await).await?;

    let survey = store::get(interaction.app.db.read(), guild, id).await?.ok_or(Problem::NoDraft)?;
    interaction.reply_ephemeral(&builder::builder(interaction.actor.locale, &survey, Mode::Plain)).await
}

/// Drafts to go on with.
async fn drafts(ctx: Context<'_>, typed: &str) -> Autocomplete {
    super::offered(ctx, typed, |survey| survey.state == State::Draft).await
}
