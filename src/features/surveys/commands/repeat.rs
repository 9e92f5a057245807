//! `/survey repeat` and `/survey nps`, for managers: a survey once more, or again and again.
//!
//! What comes again comes at the same time on the wall as the first time, as long as nobody stops it.
//! The survey of how gladly people would recommend the server is off until somebody wants it.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::times;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::Context;
use crate::features::setup;
use crate::features::setup::setting_types;
use crate::features::surveys::actions;
use crate::features::surveys::results::Results;
use crate::features::surveys::rules::every::Every;
use crate::features::surveys::rules::{QUESTION, TITLE, USUAL_DAYS};
use crate::features::surveys::schedule;
use crate::features::surveys::schedule::{Schedule, press, views};
use crate::features::surveys::{
    Kind, NewQuestion, NewSurvey, NewWave, Problem, State, Survey, SurveyId, reading, sending, store,
};
use crate::i18n::plain;
use crate::ids::{GuildId, MemberId};
use crate::jobs::recurrence::{Recurrence, Rule};
use crate::text::safe::Safe;
use crate::text::when::Asked;
use crate::text::zone::{TimeOfDay, Weekday, Zone};
use crate::text::{duration, limits};

use super::{named, offer_sent, send};

/// How often something comes.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Often {
    #[name = "every week"]
    Week,
    #[name = "every month"]
    Month,
    #[name = "every quarter"]
    Quarter,
    /// Not any more.
    #[name = "off"]
    Off,
}

impl Often {
    const fn every(self) -> Option<Every> {
        match self {
            Self::Week => Some(Every::Week),
            Self::Month => Some(Every::Month),
            Self::Quarter => Some(Every::Quarter),
            Self::Off => None,
        }
    }
}

/// Send a survey once more, or let it come again and again
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn repeat(
    ctx: Context<'_>,
    #[description = "Which survey, by its title or number"]
    #[autocomplete = "offer_sent"]
    #[max_length = 100]
    survey: String,
    #[description = "How often it comes; once more now, if you leave it out"] every: Option<Often>,
    #[description = "For how long each wave is open: 7d, 12h; as the survey says, if you leave it out"]
    #[max_length = 60]
    closes: Option<String>,
    #[description = "Where it is posted; where it was last, if you leave it out"]
    #[channel_types("Text", "News")]
    channel: Option<poise::serenity_prelude::PartialChannel>,
    #[description = "Until when it comes again: 31 dec; until you stop it, if you leave it out"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 60]
    until: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_SURVEYS)?;
    let now = interaction.app.clock.now();
    let survey = named(&interaction, &survey).await?;
    let last = store::waves(interaction.app.db.read(), survey.guild, survey.id).await?.pop();
    let last = last.ok_or(Problem::NeverSent(survey.number))?;
    let open = closes.map(|typed| length(&typed)).transpose()?;
    let channel = channel.map_or(last.channel, |channel| channel.id.into());

    let every = match every {
        None if until.is_some() => return Err(Problem::NoRhythm.into()),
        None => {
            let (closes, sent_by) = (open.map(|open| now.plus(open)), Some(interaction.actor.member));
            let new = NewWave { survey: survey.id, channel, closes, ping: None, sent_by };
            return send::show(&interaction, &survey, new, Vec::new()).await;
        }
        Some(Often::Off) => return off(&interaction, &survey).await,
        Some(often) => often.every().ok_or(Problem::NoRhythm)?,
    };
    let (zone, quiet) = schedule::calendar(&interaction.app, survey.guild).await?;
    // The day stays when something else is changed: the 31st, although the last wave was on the 28th.
    let before = schedule::store::get(interaction.app.db.read(), survey.guild, survey.id).await?;
    let recurrence = match before {
        Some(before) if before.every == every => before.recurrence.until(None),
        _ => every.recurrence_from(last.opened_at.unwrap_or(now), &zone),
    };
    let next = recurrence.next_after(now, &zone).ok_or_else(|| Error::fault("the calendar has ended"))?;
    let until = until.map(|typed| times::ahead(&typed, Asked::End, now, &zone)).transpose()?;
    let open = open.unwrap_or_else(|| usual(&survey, every));
    let (guild, set_by) = (survey.guild, Some(interaction.actor.member));
    let wish = Schedule {
        guild,
        survey: survey.id,
        every,
        recurrence: recurrence.until(until.as_ref().map(|until| until.at)),
        channel,
        open,
        quiet: is_nps(&survey),
        next,
        wave: None,
        set_by,
    };
    if wish.recurrence.until.is_some_and(|until| next > until) {
        return Err(Problem::NeverComes(next).into());
    }
    check(&interaction, &wish).await?;

    set(&interaction, &survey, &wish).await?;

    let mut card = views::card(interaction.actor.locale, &survey, &wish, &zone, quiet);
    note(&interaction, &mut card, until.and_then(|until| until.note));
    interaction.reply_ephemeral(&card).await
}

/// Ask regularly how gladly people would recommend this server, and see the score
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn nps(
    ctx: Context<'_>,
    #[description = "How often it comes; left out, you only see the score"] every: Option<Often>,
    #[description = "When it comes first: monday 10:00; the next Monday at 10:00, if you leave it out"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 60]
    starts: Option<String>,
    #[description = "Where it is posted; the channel for announcements, or here, if you leave it out"]
    #[channel_types("Text", "News")]
    channel: Option<poise::serenity_prelude::PartialChannel>,
    #[description = "For how long each wave is open: 7d, 12h"]
    #[max_length = 60]
    closes: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_SURVEYS)?;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    let survey = store::list(interaction.app.db.read(), guild).await?.into_iter().find(is_nps);
    let survey = match survey {
        // The one that there is cannot be looked at or changed by whoever does not see where it comes.
        Some(survey) if !reading::may_read(&interaction, &survey).await? => {
            return Err(Message::new("channel-unseen").into());
        }
        survey => survey,
    };

    let every = match (every, survey.as_ref()) {
        (None, _) if starts.is_some() || channel.is_some() || closes.is_some() => return Err(Problem::NoRhythm.into()),
        (None, survey) => return interaction.reply_ephemeral(&score(&interaction, survey).await?).await,
        (Some(Often::Off), Some(survey)) => return off(&interaction, survey).await,
        (Some(often), _) => often.every(),
    };
    let Some(every) = every else { return interaction.reply_ephemeral(&score(&interaction, None).await?).await };
    let (zone, quiet) = schedule::calendar(&interaction.app, guild).await?;
    let starts = starts.map(|typed| times::ahead(&typed, Asked::Start, now, &zone)).transpose()?;
    let first = starts.as_ref().map_or_else(|| next_monday(now, &zone), |starts| starts.at);
    let open = closes.map(|typed| length(&typed)).transpose()?;
    let announced = setup::server(interaction.app.db.read(), guild).await?.channel(setting_types::ANNOUNCEMENTS.name);
    let channel = channel.map(|channel| channel.id.into()).or(announced).unwrap_or(interaction.channel);
    let new = new_nps(&interaction, guild).await?;
    let open = open.unwrap_or_else(|| every.longest().min(days(survey.as_ref().map_or(USUAL_DAYS, |one| one.days))));
    let (set_by, no_survey) = (Some(interaction.actor.member), SurveyId(0));
    let wish = Schedule {
        guild,
        survey: survey.as_ref().map_or(no_survey, |survey| survey.id),
        every,
        recurrence: every.recurrence_from(first, &zone),
        channel,
        open,
        quiet: true,
        next: first,
        wave: None,
        set_by,
    };
    check(&interaction, &wish).await?;

    let survey = match survey {
        Some(survey) => survey,
        None => made(&interaction, new, now).await?,
    };
    let wish = Schedule { survey: survey.id, ..wish };
    set(&interaction, &survey, &wish).await?;

    let mut card = views::card(interaction.actor.locale, &survey, &wish, &zone, quiet);
    note(&interaction, &mut card, starts.and_then(|starts| starts.note));
    interaction.reply_ephemeral(&card).await
}

/// The next Monday at 10:00, when it comes first where nobody says otherwise.
fn next_monday(now: Timestamp, zone: &Zone) -> Timestamp {
    let mondays = Recurrence::new(Rule::weekly(Weekday::Monday), zone.day(now), TimeOfDay { hour: 10, minute: 0 });
    mondays.next_after(now, zone).unwrap_or(now)
}

/// Whether a survey asks this alone.
pub fn is_nps(survey: &Survey) -> bool {
    matches!(survey.questions.as_slice(), [question] if question.kind == Kind::Nps)
}

/// The survey as it is made, in the language of the server.
async fn new_nps(interaction: &Interaction, guild: GuildId) -> Result<NewSurvey> {
    let setup::Server { name, locale, .. } = setup::server(interaction.app.db.read(), guild).await?;
    let written = |key: &'static str| plain(locale, &Message::new(key).with("server", name.as_str()));
    let question = NewQuestion {
        kind: Kind::Nps,
        text: limits::cut_words(&written("survey-nps-question"), QUESTION),
        options: Vec::new(),
        required: true,
    };
    let title = limits::cut_words(&written("survey-nps-title"), TITLE);
    let intro = Some(written("survey-nps-intro"));
    Ok(NewSurvey { title, intro, anonymous: true, days: USUAL_DAYS, roles: Vec::new(), questions: vec![question] })
}

async fn made(interaction: &Interaction, new: NewSurvey, now: Timestamp) -> Result<Survey> {
    let (guild, by): (GuildId, MemberId) = (interaction.actor.guild, interaction.actor.member);
    interaction
        .app
        .db
        .write(async move |tx| {
            let id = store::insert(&mut *tx, guild, &new, by, now).await?;
            store::get(tx, guild, id).await?.ok_or_else(|| Error::fault("a survey that was made a moment ago"))
        })
        .await
}

/// The score as it is, and when the survey comes next.
async fn score(interaction: &Interaction, survey: Option<&Survey>) -> Result<View> {
    let Some(survey) = survey else { return Ok(View::text(interaction.say(&Message::new("survey-nps-off")))) };
    let comes = schedule::store::get(interaction.app.db.read(), survey.guild, survey.id).await?;
    let (zone, quiet) = schedule::calendar(&interaction.app, survey.guild).await?;
    let mut lines = match &comes {
        Some(comes) => views::lines(survey, comes, &zone, quiet),
        None => vec![Message::new("survey-nps-off")],
    };
    let mut view = View::default();
    if survey.state == State::Sent
        && !store::waves(interaction.app.db.read(), survey.guild, survey.id).await?.is_empty()
    {
        let results = Results::read(&interaction.app.db, survey.clone(), None).await?;
        view = super::results::page(interaction, &results, 0).await?;
    } else {
        lines.push(Message::new("survey-nps-none-yet"));
    }
    let lines = lines.iter().map(|line| interaction.say(line));
    view.content = Some(Safe::join(lines, "\n"));
    Ok(if comes.is_some() { view.row(vec![views::stop_button(interaction.actor.locale, survey.id)]) } else { view })
}

async fn off(interaction: &Interaction, survey: &Survey) -> Result<()> {
    let came = press::stopped(interaction, survey).await?;
    interaction.reply_ephemeral(&views::stopped(interaction.actor.locale, survey, came)).await
}

/// Whether it can be posted there, and each wave is closed before the next one comes.
async fn check(interaction: &Interaction, wish: &Schedule) -> Result<()> {
    schedule::check_open(wish.every, wish.open)?;
    let new = NewWave { survey: wish.survey, channel: wish.channel, closes: None, ping: None, sent_by: None };
    sending::may_post(interaction, &new).await
}

async fn set(interaction: &Interaction, survey: &Survey, wish: &Schedule) -> Result<()> {
    let (wish, by, now) = (wish.clone(), interaction.actor.member, interaction.app.clock.now());
    let entry = Entry::new(survey.guild, by, "survey.repeat", format!("survey #{}", survey.number))
        .change("", format!("every {}, in {}", wish.every.name(), wish.channel));
    interaction
        .app
        .db
        .write(async move |tx| {
            schedule::set(&mut *tx, &wish, now).await?;
            audit::record(tx, &entry, now).await
        })
        .await
}

/// For how long a wave is open that nobody said it of.
fn usual(survey: &Survey, every: Every) -> Duration {
    every.longest().min(days(survey.days))
}

fn days(days: i64) -> Duration {
    Duration::from_secs(86_400 * u64::try_from(days).unwrap_or(1))
}

fn length(typed: &str) -> Result<Duration, Problem> {
    duration::parse(typed).map_err(|_| Problem::NotALength(typed.to_owned()))
}

/// What has to be known of a typed time, above the rest.
fn note(interaction: &Interaction, card: &mut View, note: Option<Message>) {
    if let Some(note) = note {
        let said = card.content.take().unwrap_or_default();
        card.content = Some(Safe::join([interaction.say(&note), said], "\n"));
    }
}
