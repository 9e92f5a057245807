//! From the preview to the post with *Start*, and to its close.
//!
//! The key of an anonymous wave is drawn before anybody can answer, and destroyed once it is closed,
//! posted or not. A wave is posted once and closed once, however often somebody presses.

use std::sync::Arc;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::db::keys::Keys;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::channels::{CanPost, can_post};
use crate::discord::access::member_count;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::interaction::ping;
use crate::discord::outbox::{OrderEnded, OrderState, Outcome};
use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::card::{Calls, CardKind, Rendered, Rendering};
use crate::feature::draft;
use crate::feature::draft::{DraftId, Spec, State};
use crate::feature::identity::Secret;
use crate::features::setup;
use crate::features::surveys::WaveId;
use crate::ids::{GuildId, MemberId};
use crate::jobs as queue;
use crate::text::zone::iso_utc;

use super::views::post::{self, Known};
use super::{CLOSE, Draft, NAME, NewWave, POST, Problem, Survey, Wave, WaveState, actions, rules, schedule, store};

/// The message with *Start*; nothing in it changes before the close.
pub const CARD: CardKind = CardKind {
    name: POST,
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, rendering, _| Box::pin(render(tx, guild, WaveId(row), rendering)),
};

impl Spec for NewWave {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "wave";
    /// When the survey was last changed.
    type Seen = Option<Timestamp>;

    fn gone() -> Message {
        Problem::Gone.into()
    }

    async fn settled(db: &mut SqliteConnection, draft: &Draft) -> Result<Message> {
        let survey = store::get(&mut *db, draft.guild, draft.spec.survey).await?.ok_or(Problem::Gone)?;
        let State::Published(wave) = draft.state else { return Ok(post::cancelled(&survey)) };
        let wave = store::wave(db, draft.guild, WaveId(wave)).await?.ok_or(Problem::Gone)?;
        Ok(post::became(&survey, &wave, OrderState::StillOnItsWay))
    }
}

/// The key of a wave.
pub const fn secret(wave: WaveId) -> Secret {
    Secret::new(NAME, wave.get())
}

/// Until when a wave would be open that is published now.
///
/// # Errors
/// Told, if the survey has no questions or the time is none for it.
pub fn closes(survey: &Survey, typed: Option<Timestamp>, now: Timestamp) -> Result<Timestamp, Problem> {
    if !rules::QUESTIONS.contains(&survey.questions.len()) {
        return Err(Problem::QuestionCount(survey.questions.len()));
    }
    rules::closes(typed, survey.days, now)
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

/// The preview of a wave. `changed`: it says that the survey was changed since the preview before.
pub async fn preview(
    interaction: &Interaction,
    survey: &Survey,
    draft: &Draft,
    notes: Vec<Message>,
    changed: bool,
) -> Result<View> {
    let (app, guild) = (&interaction.app, interaction.actor.guild);
    let reach = match draft.spec.ping {
        Some(role) => ping::reach(app, guild, Ping::kept(guild, role)).await,
        None => None,
    };
    let closes_at = rules::closes(draft.spec.closes, survey.days, app.clock.now())?;
    let there = setup::server(app.db.read(), guild).await?.locale;
    let known = Known { draft: draft.id, reach, changed, notes };
    Ok(post::preview(interaction.actor.locale, there, survey, &to_come(survey, draft, closes_at), &known))
}

/// As the wave will be when it is posted.
fn to_come(survey: &Survey, draft: &Draft, closes_at: Timestamp) -> Wave {
    Wave {
        id: WaveId(0),
        guild: draft.guild,
        survey: survey.id,
        number: 0,
        channel: draft.channel,
        ping: draft.spec.ping,
        sent_by: draft.spec.sent_by,
        anonymous: survey.anonymous,
        state: WaveState::Open,
        at: draft.at,
        opened_at: None,
        closes_at: Some(closes_at),
        closed_at: None,
        invited: None,
        unsent: 0,
    }
}

/// A survey that is about to be sent, with what cannot be found out while that is written.
pub struct Ready {
    survey: Survey,
    /// How many can answer, where Discord says so.
    invited: Option<i64>,
    keys: Arc<Keys>,
}

impl Ready {
    /// Finds it out, within this time.
    pub async fn find(app: &App, survey: Survey, within: Duration) -> Result<Self> {
        let invited = member_count::count(app, survey.guild, &survey.roles, within).await;
        let invited = invited.and_then(|count| i64::try_from(count).ok());
        Ok(Self { survey, invited, keys: Arc::clone(&app.keys) })
    }
}

/// Publishes a draft; the draft itself comes back where its preview does not show the survey as it is now.
///
/// # Errors
/// Told, if it was settled by another press or cannot be sent as it is now; then nothing was posted.
pub async fn publish(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: DraftId,
    ready: &Ready,
    now: Timestamp,
) -> Result<Result<Wave, Draft>> {
    let mut draft: Draft = draft::take(&mut *tx, guild, id).await?;
    let survey = store::get(&mut *tx, guild, draft.spec.survey).await?.ok_or(Problem::Gone)?;
    if !draft::still_shows(&mut *tx, &mut draft, Some(survey.changed_at), PartialEq::eq).await? {
        return Ok(Err(draft));
    }
    let wave = open(&mut *tx, ready, &draft.spec, now).await?;
    draft::set_published(tx, &draft, wave.id.get()).await?;
    Ok(Ok(wave))
}

/// What sending writes: the wave, its post, and its close.
///
/// # Errors
/// Told, if it cannot be sent as it is now.
pub async fn open(tx: &mut SqliteConnection, ready: &Ready, new: &NewWave, now: Timestamp) -> Result<Wave> {
    let Ready { survey, invited, keys } = ready;
    let guild = survey.guild;
    // People were counted for the survey as it was a moment ago.
    let same = store::get(&mut *tx, guild, survey.id).await?.is_some_and(|now| now.changed_at == survey.changed_at);
    if !same {
        return Err(Message::new("survey-preview-changed").into());
    }
    let closes = closes(survey, new.closes, now)?;
    store::set_sent(&mut *tx, guild, survey.id).await?;
    let id = store::insert_wave(&mut *tx, survey, new, closes, *invited, now).await?;
    let wave = store::wave(&mut *tx, guild, id).await?.ok_or(Problem::Gone)?;
    card::post(&mut *tx, &CARD, guild, id.get(), Calls::Once, now).await?;
    queue::schedule(&mut *tx, guild, &CLOSE, id.get(), closes).await?;
    note(&mut *tx, &wave, wave.sent_by, "survey.send", survey, now).await?;
    if survey.anonymous {
        secret(id).draw_in(keys)?;
    }
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

/// Gives an open wave another end; its post and its close follow.
///
/// # Errors
/// Told, if that is no end for it, or it was closed meanwhile.
pub async fn extend(
    app: &App,
    survey: &Survey,
    wave: &Wave,
    closes: Timestamp,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    rules::is_open(wave, now)?;
    rules::may_close_at(wave, closes, now)?;
    let (guild, id) = (wave.guild, wave.id);
    let entry = Entry::new(guild, by, "survey.extend", format!("survey #{}, wave {}", survey.number, wave.number));
    let entry = entry.change(wave.closes_at.map(iso_utc).unwrap_or_default(), iso_utc(closes));
    app.db
        .write(async move |tx| {
            if !store::set_closes(&mut *tx, guild, id, closes).await? {
                let wave = store::wave(&mut *tx, guild, id).await?.ok_or(Problem::Gone)?;
                return Err(Problem::Closed(wave.closed_at.unwrap_or(now)).into());
            }
            audit::record(&mut *tx, &entry, now).await?;
            queue::schedule(&mut *tx, guild, &CLOSE, id.get(), closes).await?;
            card::edit(tx, &CARD, guild, id.get(), now).await
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
    let there = setup::server(&mut *tx, guild).await?.locale;
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
    Ok(Some(Rendered { channel: Some(wave.channel), title: None, view, expires: wave.closes_at }))
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

/// A post that could not be made leaves no open wave behind.
pub async fn delivered(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    if order.purpose == POST.purpose && matches!(order.outcome, Outcome::Failed(_)) {
        store::set_failed(&mut *tx, order.guild, WaveId(order.row)).await?;
        // Its key goes with it.
        queue::schedule(&mut *tx, order.guild, &CLOSE, order.row, now).await?;
        schedule::jobs::unposted(tx, order.guild, WaveId(order.row), now).await?;
    }
    Ok(())
}
