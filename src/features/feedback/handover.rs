//! A theme is handed over to the tracker of the settings: noted first, then tried for a day, each try with the same key,
//! so that a tracker that knows keys makes one issue of it however often it hears of it. What is sent is what the theme
//! holds at that moment: words that their author has removed meanwhile are not among it.

use std::sync::Arc;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock;
use crate::clock::Timestamp;
use crate::discord::access::audit::Entry;
use crate::discord::access::{audit, user_locale};
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::{Error, Result};
use crate::features::setup;
use crate::ids::{GuildId, MemberId};
use crate::jobs;
use crate::jobs::{Job, Outcome};

use super::rules::next_try;
use super::store::{handovers as store, surges, themes};
use super::views::{handover as views, packet};
use super::webhook::{Refusal, Tracker, body};
use super::{
    HAND_OVER, Handover, HandoverId, HandoverState, NAME, Theme, ThemeId, WhyNot, alerts, cards, merging, reading,
};

/// What an order to tell who handed it over is for.
const TOLD: &str = "handover";

/// Somebody hands a theme over. The tracker gets it once: what it has, or is about to get, is not sent anew.
///
/// # Errors
/// Told, if there is no such theme any more.
pub async fn begin(
    tx: &mut SqliteConnection,
    guild: GuildId,
    theme: ThemeId,
    by: MemberId,
    is_taken: bool,
    now: Timestamp,
) -> Result<Theme> {
    let theme = merging::gathering(&mut *tx, guild, theme).await?;
    let entry = Entry::new(guild, by, "feedback.hand_over", format!("theme #{}", theme.number));
    audit::record(&mut *tx, &entry, now).await?;
    let before = store::of_theme(&mut *tx, guild, theme.id).await?;
    if !is_taken || before.is_some_and(|before| before.state != HandoverState::Failed) {
        return Ok(theme);
    }
    let id = store::upsert(&mut *tx, guild, theme.id, &key()?, by, now).await?;
    jobs::schedule(&mut *tx, guild, &HAND_OVER, id.get(), now).await?;
    show(tx, guild, theme.id, now).await?;
    Ok(theme)
}

/// 128 random bits in hexadecimal.
fn key() -> Result<String> {
    let bits = clock::unguessable().map_err(|error| Error::fault(format!("no chance from the system: {error}")))?;
    Ok(bits.iter().take(16).map(|byte| format!("{byte:02x}")).collect())
}

/// Sends it once more, and notes what came of that.
pub async fn send(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id) = (job.guild, HandoverId(job.row));
    let handed = store::get(app.db.read(), guild, id).await?;
    let Some(handed) = handed.filter(|handed| handed.state == HandoverState::Pending) else {
        return Ok(Outcome::Done);
    };
    let sent = attempt(app, guild, &handed).await?;
    let now = app.clock.now();
    let note = async move |tx: &mut SqliteConnection| match &sent {
        Ok(link) => taken(tx, guild, &handed, link.as_deref(), now).await,
        Err(refusal) => not_taken(tx, guild, &handed, *refusal, now).await,
    };
    app.db.write(note).await?;
    Ok(Outcome::Done)
}

async fn attempt(app: &App, guild: GuildId, handed: &Handover) -> Result<Result<Option<String>, Refusal>> {
    let now = app.clock.now();
    let settings = &app.config.feedback_webhook;
    if !settings.takes(guild) {
        return Ok(Err(WhyNot::Off.into()));
    }
    let mut db = app.db.read().acquire().await?;
    let Some(theme) = themes::get(&mut *db, guild, handed.theme).await? else { return Ok(Err(WhyNot::Off.into())) };
    let server = setup::server(&mut *db, guild).await?;
    let people = surges::people(&mut *db, guild, theme.id, now).await?;
    let whole = reading::whole(&mut db, guild, theme, &server.zone, now).await?;
    drop(db);
    let filling = packet::filling(server.locale, guild, &whole, &people, &handed.key);
    Ok(app.state::<Tracker>().send(&body(settings, &filling), &handed.key, now).await)
}

async fn taken(
    tx: &mut SqliteConnection,
    guild: GuildId,
    handed: &Handover,
    link: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    store::set_sent(&mut *tx, guild, handed.id, link, now).await?;
    show(tx, guild, handed.theme, now).await
}

async fn not_taken(
    tx: &mut SqliteConnection,
    guild: GuildId,
    handed: &Handover,
    refusal: Refusal,
    now: Timestamp,
) -> Result<()> {
    tracing::warn!(
        guild.id = %guild, theme.id = %handed.theme, why = ?refusal.why, status = refusal.status,
        "the tracker has not taken a theme"
    );
    match next_try(handed.at, handed.tries + 1, now).filter(|_| refusal.why.is_transient()) {
        Some(next) => {
            store::set_tried(&mut *tx, guild, handed.id, refusal).await?;
            jobs::schedule(&mut *tx, guild, &HAND_OVER, handed.id.get(), next).await?;
        }
        None => {
            store::set_failed(&mut *tx, guild, handed.id, refusal, now).await?;
            tell(&mut *tx, guild, handed.id, now).await?;
        }
    }
    show(tx, guild, handed.theme, now).await
}

/// Who handed it over hears that nothing came of it.
async fn tell(tx: &mut SqliteConnection, guild: GuildId, id: HandoverId, now: Timestamp) -> Result<()> {
    let Some(handed) = store::get(&mut *tx, guild, id).await? else { return Ok(()) };
    let Some(theme) = themes::get(&mut *tx, guild, handed.theme).await? else { return Ok(()) };
    let Some(member) = handed.by else { return Ok(()) };
    let server = setup::server(&mut *tx, guild).await?;
    let locale = user_locale::locale(&mut *tx, member).await?.unwrap_or(server.locale);
    let body = views::told(locale, &handed, &theme, &server.name).json();
    let order = Order::new(guild, NAME, TOLD, id.get(), Effect::Dm { member, body });
    outbox::insert(tx, &order, now).await.map(drop)
}

/// The cards of the theme and of the alerts about it say what became of it.
async fn show(tx: &mut SqliteConnection, guild: GuildId, theme: ThemeId, now: Timestamp) -> Result<()> {
    alerts::follow(&mut *tx, guild, theme, now).await?;
    cards::show(tx, guild, theme, now).await
}
