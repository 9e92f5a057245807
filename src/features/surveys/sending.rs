//! From the preview to the post with *Start*, and to its close.
//!
//! The key of an anonymous wave is drawn before anybody can answer, and destroyed once it is closed,
//! posted or not. A wave is posted once and closed once, however often somebody presses.

use std::time::Duration;

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::channels::{CanPost, can_post};
use crate::discord::access::member_count;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::interaction::ping;
use crate::discord::outbox::{OrderEnded, Outcome};
use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::card::{Calls, CardKind, Rendered, Rendering};
use crate::feature::identity::Secret;
use crate::features::setup;
use crate::features::surveys::WaveId;
use crate::i18n::Locale;
use crate::ids::{GuildId, MemberId};
use crate::jobs as queue;

use super::jobs::CLOSE;
use super::views::post::{self, PreviewSnapshot};
use super::{NAME, NewWave, POST, Problem, Survey, Wave, WaveState, actions, rules, schedule, store};

/// The message with *Start*; nothing in it changes before the close.
pub const CARD: CardKind = CardKind {
    name: POST,
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, rendering, _| Box::pin(render(tx, guild, WaveId(row), rendering)),
};

/// The key of a wave.
pub const fn secret(wave: WaveId) -> Secret {
    Secret::new(NAME, wave.get())
}

/// The language of what everyone in a server reads.
async fn language(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Locale> {
    Ok(setup::settings(db, guild).await?.map_or_else(Locale::default, |settings| settings.locale))
}

/// Keeps what is about to be sent.
///
/// # Errors
/// Told, if the survey has no questions or the time is none for it.
pub async fn prepare(app: &App, survey: &Survey, new: NewWave, now: Timestamp) -> Result<Wave> {
    may_be_sent(survey)?;
    rules::closes(new.closes, survey.days, now)?;
    let survey = survey.clone();
    app.db
        .write(async move |tx| {
            let id = store::insert_wave(&mut *tx, &survey, &new, now).await?;
            Ok(store::wave(tx, survey.guild, id).await?.ok_or(Problem::Gone)?)
        })
        .await
}

fn may_be_sent(survey: &Survey) -> Result<(), Problem> {
    if rules::QUESTIONS.contains(&survey.questions.len()) {
        Ok(())
    } else {
        Err(Problem::QuestionCount(survey.questions.len()))
    }
}

/// Whether the actor may write there, Steward can, and the actor may call whom they want to.
///
/// # Errors
/// Told, why not.
pub async fn may_post(interaction: &Interaction, new: &NewWave) -> Result<()> {
    if let Some(role) = new.ping {
        Ping::allowed(interaction, new.channel, role)?;
    }
    channels::may_post(interaction, new.channel).await?;
    let asking = interaction.in_time(can_post(&interaction.app, interaction.actor.guild, new.channel)).await;
    match asking.unwrap_or(CanPost::Unknown) {
        // Discord will say when it is posted.
        CanPost::Yes | CanPost::Unknown => Ok(()),
        CanPost::Lacks(missing) => Err(Problem::Lacks(new.channel, missing).into()),
        CanPost::Gone => Err(Problem::NotForPosts(new.channel).into()),
    }
}

/// Whether the actor is offered *Post again*, which asks for the same at the press.
pub async fn may_post_again(interaction: &Interaction, wave: &Wave) -> bool {
    parties::require(interaction, actions::SET_SURVEYS).is_ok()
        && channels::may_post(interaction, wave.channel).await.is_ok()
}

/// The preview of a wave.
pub async fn preview(
    interaction: &Interaction,
    survey: &Survey,
    wave: &Wave,
    notes: Vec<Message>,
    changed: bool,
) -> Result<View> {
    let (app, guild) = (&interaction.app, interaction.actor.guild);
    let reach = match wave.ping {
        Some(role) => ping::reach(app, guild, Ping::kept(guild, role)).await,
        None => None,
    };
    let closes_at = Some(rules::closes(wave.closes_at, survey.days, app.clock.now())?);
    let shown = Wave { closes_at, anonymous: survey.anonymous, ..wave.clone() };
    let there = language(app.db.read(), guild).await?;
    Ok(post::preview(interaction.actor.locale, there, survey, &shown, &PreviewSnapshot { reach, changed, notes }))
}

/// Posts the wave of a preview. One that was posted before, or that nothing came of, comes back as it is.
///
/// # Errors
/// Told, if it cannot be sent as it is now; then nothing was posted.
pub async fn publish(app: &App, guild: GuildId, id: WaveId, patience: Duration, now: Timestamp) -> Result<Wave> {
    let wave = store::wave(app.db.read(), guild, id).await?.ok_or(Problem::Gone)?;
    if wave.state != WaveState::Preview {
        return Ok(wave);
    }
    let survey = store::get(app.db.read(), guild, wave.survey).await?.ok_or(Problem::NoDraft)?;
    may_be_sent(&survey)?;
    let invited = member_count::count(app, guild, &survey.roles, patience).await;
    let invited = invited.and_then(|count| i64::try_from(count).ok());
    if survey.anonymous {
        secret(id).draw(app)?;
    }

    app.db.write(async move |tx| open(tx, guild, id, &survey, invited, now).await).await
}

/// What publishing writes: the wave, its post, and its close.
async fn open(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: WaveId,
    survey: &Survey,
    invited: Option<i64>,
    now: Timestamp,
) -> Result<Wave> {
    let wave = store::wave(&mut *tx, guild, id).await?.ok_or(Problem::Gone)?;
    if wave.state != WaveState::Preview {
        return Ok(wave);
    }
    // The key was drawn, and people were counted, for the survey as it was a moment ago.
    let same = store::get(&mut *tx, guild, survey.id).await?.is_some_and(|now| now.changed_at == survey.changed_at);
    if !same {
        return Err(Message::new("survey-preview-changed").into());
    }
    let closes = rules::closes(wave.closes_at, survey.days, now)?;
    store::set_sent(&mut *tx, guild, survey.id).await?;
    store::set_open(&mut *tx, &wave, survey.anonymous, closes, invited, now).await?;
    let wave = store::wave(&mut *tx, guild, id).await?.ok_or(Problem::Gone)?;
    card::post(&mut *tx, &CARD, guild, id.get(), Calls::Once, now).await?;
    queue::schedule(&mut *tx, guild, &CLOSE, id.get(), closes).await?;
    note(&mut *tx, &wave, wave.sent_by, "survey.send", survey, now).await?;
    Ok(wave)
}

/// Closes a wave because somebody wants it. One that is closed already stays as it is.
pub async fn close(app: &App, guild: GuildId, id: WaveId, by: MemberId, now: Timestamp) -> Result<()> {
    app.db
        .write(async move |tx| {
            shut(&mut *tx, guild, id, Some(by), now).await?;
            // The key goes whatever happens next, and then the post says so: the job sees to both.
            queue::schedule(tx, guild, &CLOSE, id.get(), now).await
        })
        .await
}

/// Closes a wave at its time, and finishes its close.
///
/// # Errors
/// Told or fault, if the database takes nothing, or the key cannot be destroyed now.
pub async fn close_in_time(app: &App, guild: GuildId, id: WaveId, now: Timestamp) -> Result<()> {
    app.db.write(async move |tx| shut(tx, guild, id, None, now).await).await?;
    finish(app, guild, id, now).await
}

/// Destroys the key of a closed wave, and only then its post says that it is closed and that nobody can
/// find out any more whose answers are whose. Done twice it is the same.
///
/// # Errors
/// Told or fault, if the database takes nothing, or the key cannot be destroyed now.
pub async fn finish(app: &App, guild: GuildId, id: WaveId, now: Timestamp) -> Result<()> {
    secret(id).destroy(app)?;
    app.db.write(async move |tx| card::edit(tx, &CARD, guild, id.get(), now).await).await
}

/// The post of a wave: with *Start*, or that it is closed.
async fn render(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: WaveId,
    rendering: Rendering,
) -> Result<Option<Rendered>> {
    let Some(wave) = store::wave(&mut *tx, guild, id).await? else { return Ok(None) };
    let Some(survey) = store::get(&mut *tx, guild, wave.survey).await? else { return Ok(None) };
    let there = language(&mut *tx, guild).await?;
    let view = match (wave.state, rendering) {
        (WaveState::Open, _) => post::post(there, &survey, &wave),
        (WaveState::Closed, Rendering::Edit) => {
            let sent = store::count_entries(tx, guild, id).await?;
            let late = wave.closes_at.zip(wave.closed_at).is_some_and(|(due, at)| due.plus(rules::LATE) < at);
            post::closed(there, &survey, &wave, sent, late)
        }
        _ => return Ok(None),
    };
    let view = match (rendering, wave.ping.map(|role| Ping::kept(guild, role))) {
        (Rendering::Post(Calls::Once), Some(ping)) => View { content: Some(ping.mention()), ..view }.ping(ping),
        // An edit calls nobody, and the words that called stay.
        (Rendering::Edit, Some(ping)) => View { content: Some(ping.mention()), ..view },
        _ => view,
    };
    Ok(Some(Rendered { channel: Some(wave.channel), view, expires: wave.closes_at }))
}

/// What closing writes: the wave with what is left of it.
async fn shut(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: WaveId,
    by: Option<MemberId>,
    now: Timestamp,
) -> Result<()> {
    if !store::set_closed(&mut *tx, guild, id, now).await? {
        return Ok(());
    }
    let wave = store::wave(&mut *tx, guild, id).await?.ok_or(Problem::Gone)?;
    let survey = store::get(&mut *tx, guild, wave.survey).await?.ok_or(Problem::Gone)?;
    note(tx, &wave, by, "survey.close", &survey, now).await
}

/// What staff did stands in the audit; a schedule is nobody.
async fn note(
    tx: &mut SqliteConnection,
    wave: &Wave,
    by: Option<MemberId>,
    action: &'static str,
    survey: &Survey,
    now: Timestamp,
) -> Result<()> {
    let Some(by) = by else { return Ok(()) };
    let subject = format!("survey #{}, wave {}", survey.number, wave.number);
    audit::record(tx, &Entry::new(wave.guild, by, action, subject), now).await
}

/// Nothing comes of a preview, and nobody needs its key. False if something has come of it.
pub async fn cancel(app: &App, guild: GuildId, id: WaveId) -> Result<bool> {
    let cancelled = app.db.write(async move |tx| store::set_cancelled(tx, guild, id).await).await?;
    if cancelled {
        secret(id).destroy(app)?;
    }
    Ok(cancelled)
}

/// A post that could not be made leaves no open wave behind.
pub async fn delivered(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    if order.part == POST.purpose && matches!(order.outcome, Outcome::Failed(_)) {
        store::set_failed(&mut *tx, order.guild, WaveId(order.about)).await?;
        // Its key goes with it.
        queue::schedule(&mut *tx, order.guild, &CLOSE, order.about, now).await?;
        schedule::jobs::unposted(tx, order.guild, WaveId(order.about), now).await?;
    }
    Ok(())
}
