//! Every survey of a server, and how far it is.

use crate::db::list::Listed;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Embed, Select, SelectOption, View};
use crate::error::{Arg, Message, Result};
use crate::feature::card;
use crate::feature::card::NotDone;
use crate::feature::few::{ENOUGH_PEOPLE, are_few};
use crate::features::surveys::actions;
use crate::features::surveys::schedule;
use crate::features::surveys::schedule::{Schedule, views as schedules};
use crate::features::surveys::views::post;
use crate::features::surveys::{NAME, POST, State, Survey, Wave, WaveState, reading, store};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

/// So many surveys stand on a page.
const PER_PAGE: i64 = 8;

/// A page of the list, as it is now.
pub async fn page(interaction: &Interaction, number: i64) -> Result<View> {
    let (app, guild, locale) = (&*interaction.app, interaction.actor.guild, interaction.actor.locale);
    let surveys = reading::list(interaction).await?;
    if surveys.is_empty() {
        return Ok(View::text(interaction.say(&Message::new("survey-list-empty"))));
    }
    let schedules = schedule::store::list(app.db.read(), guild).await?;
    let surveys = Listed::cut(surveys, PER_PAGE, number);
    let mut parts = Vec::new();
    let mut open = Vec::new();
    for survey in &surveys.rows {
        let waves = store::waves(app.db.read(), guild, survey.id).await?;
        let answers = match waves.last() {
            Some(wave) => store::count_entries(app.db.read(), guild, wave.id).await?,
            None => 0,
        };
        let missing = match waves.last().filter(|wave| wave.state == WaveState::Open) {
            Some(wave) => card::get(app.db.read(), POST, guild, wave.id.get()).await?.why,
            None => None,
        };
        open.extend(waves.iter().filter(|wave| wave.state == WaveState::Open).map(|wave| option(locale, survey, wave)));
        let schedule = schedules.iter().find(|schedule| schedule.survey == survey.id);
        parts.extend(lines(survey, waves.last(), answers, missing, schedule).iter().map(|line| say(locale, line)));
    }
    let title = interaction.say(&Message::new("survey-list-title").with("count", surveys.slice.total));
    let id = |to| CustomId::new(NAME, "list-page", 1, 0).arg(to);
    let view = Page::of_rows(surveys.slice, parts).below(locale, Embed::titled(title), id);
    if open.is_empty() || parties::require(interaction, actions::SET_SURVEYS).is_err() {
        return Ok(view);
    }
    let menu = Select::new(CustomId::new(NAME, "wave-show", 1, 0), interaction.say(&Message::new("survey-list-end")));
    Ok(view.select(open.into_iter().take(limits::OPTIONS).fold(menu, Select::option)))
}

/// An open wave in the menu.
fn option(locale: Locale, survey: &Survey, wave: &Wave) -> SelectOption {
    let title = limits::cut(&survey.title, limits::OPTION);
    let line = Message::new("survey-list-wave").with("number", survey.number.to_string()).with("wave", wave.number);
    SelectOption::new(wave.id.to_string(), Safe::escape(&title)).description(say(locale, &line))
}

/// A survey in up to three lines.
fn lines(
    survey: &Survey,
    last: Option<&Wave>,
    answers: i64,
    missing: Option<NotDone>,
    schedule: Option<&Schedule>,
) -> Vec<Message> {
    let state = match (survey.state, last) {
        (State::Draft, _) | (_, None) => Message::new("survey-list-draft").with("count", survey.questions.len()),
        (State::Sent, Some(wave)) => {
            let said = if wave.anonymous && are_few(answers) {
                Message::new("survey-list-few").with("wave", wave.number).with("few", ENOUGH_PEOPLE)
            } else {
                Message::new("survey-list-answers").with("wave", wave.number).with("count", answers)
            };
            match (wave.state, wave.closes_at) {
                (WaveState::Open, Some(at)) => {
                    Message::new("survey-list-open").with("said", said).with("at", Arg::Time(at, 'R'))
                }
                _ => said,
            }
        }
    };
    let head = Message::new("survey-list-line")
        .with("number", survey.number.to_string())
        .with("title", survey.title.as_str())
        .with("state", state);
    let missing = missing.map(|missing| Message::new("survey-list-no-post").with("why", post::why(missing)));
    let comes = schedule.map(|schedule| {
        Message::new("survey-list-comes")
            .with("every", schedules::every(schedule.every))
            .with("at", Arg::Time(schedule.next, 'F'))
    });
    std::iter::once(head).chain(missing).chain(comes).collect()
}
