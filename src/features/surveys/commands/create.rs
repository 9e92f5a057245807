//! `/survey create`: a draft, and the builder in which it grows. The draft stays until it is sent or
//! deleted; whoever types its title again goes on with it.

use serenity::all as serenity;

use crate::discord::access::Level;
use crate::discord::authorize::Action;
use crate::discord::custom_id::CustomId;
use crate::discord::door::Door;
use crate::discord::people;
use crate::discord::suggest::Offer;
use crate::error::Result;
use crate::feature::Context;
use crate::features::surveys::rules::{self, USUAL_DAYS};
use crate::features::surveys::views::builder::{self, Mode};
use crate::features::surveys::{NAME, NewSurvey, Problem, State, store};

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
    let door = Door::of(ctx)?;
    people::may(&door, Action::SetSurveys)?;
    let Some(title) = title else {
        let form = builder::title_form(door.actor.locale, CustomId::new(NAME, "build-new", 1, 0), None);
        return door.ask(&form).await;
    };
    let _ = file;

    begin(&door, &title, None).await
}

/// Goes on with the draft of this title, or begins one.
///
/// # Errors
/// Told, if the title is none.
pub async fn begin(door: &Door, title: &str, intro: Option<String>) -> Result<()> {
    let (guild, by, now) = (door.actor.guild, door.actor.member, door.app.clock.now());
    let found = store::find(door.app.db.read(), guild, title).await?;
    if let Some(draft) = found.filter(|survey| survey.state == State::Draft) {
        return door.tell(&builder::builder(door.actor.locale, &draft, Mode::Plain)).await;
    }
    let new = NewSurvey {
        title: title.trim().to_owned(),
        intro,
        anonymous: true,
        days: USUAL_DAYS,
        roles: Vec::new(),
        questions: Vec::new(),
    };
    rules::check_survey(&new)?;

    let id = door.app.db.write(async move |tx| store::insert(tx, guild, &new, by, now).await).await?;

    let survey = store::get(door.app.db.read(), guild, id).await?.ok_or(Problem::NoDraft)?;
    door.tell(&builder::builder(door.actor.locale, &survey, Mode::Plain)).await
}

/// Drafts to go on with.
async fn drafts(ctx: Context<'_>, typed: &str) -> Offer {
    super::offered(ctx, typed, |survey| survey.state == State::Draft).await
}
