//! `/ama open`, `close`, `edit`, `export`, `hosts`, `repost` and `list`: what runs a session that was published.

use poise::serenity_prelude::User;
use sqlx::SqliteConnection;

use super::create::parse_time;
use super::{all_sessions, live_sessions, readable, resolve_session};
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::outcome;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::feature::card;
use crate::feature::offer::{EventChanges, Taker};
use crate::features::ama::cards::{BOARD, PROMPT};
use crate::features::ama::rules::plan;
use crate::features::ama::rules::plan::MOST_HOSTS;
use crate::features::ama::rules::series::Series;
use crate::features::ama::store::{answers, hosts as rows, sessions};
use crate::features::ama::views::{list as views, transcript};
use crate::features::ama::{
    CLOSE, OPEN, Plan, Problem, Repeat, Session, SessionId, State, actions, closing, event, opening, ranking,
};
use crate::features::setup;
use crate::ids::MemberId;
use crate::jobs;
use crate::text::when::Asked;

/// Start an AMA now, ahead of its time
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn open(
    ctx: Context<'_>,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "live_sessions"]
    #[max_length = 100]
    session: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let session = runnable(&interaction, session.as_deref()).await?;

    let events = event::taker(&interaction.app);
    let open = async move |tx: &mut SqliteConnection, session: Session, by, now| {
        opening::open_by_hand(tx, &session, events, by, now).await
    };
    on_session(&interaction, session.id, open).await?;

    tell(&interaction, "ama-opened", &session).await
}

/// Close an AMA now, and post its transcript
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn close(
    ctx: Context<'_>,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "live_sessions"]
    #[max_length = 100]
    session: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let session = runnable(&interaction, session.as_deref()).await?;

    let events = event::taker(&interaction.app);
    let close = async move |tx: &mut SqliteConnection, session: Session, by, now| {
        closing::close_by_hand(tx, &session, events, by, now).await
    };
    let closed = on_session(&interaction, session.id, close).await?;

    interaction.reply_ephemeral(&views::closed(interaction.actor.locale, &session, &closed)).await
}

/// Change the title, the times or the repetition of an AMA
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn edit(
    ctx: Context<'_>,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "live_sessions"]
    #[max_length = 100]
    session: Option<String>,
    #[description = "What the AMA is about"]
    #[max_length = 100]
    title: Option<String>,
    #[description = "When answers begin, like “friday 19:00”"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: Option<String>,
    #[description = "When it closes [moves with the start]"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    closes: Option<String>,
    #[description = "How often it is held again; “never” ends a series"] repeat: Option<Repeat>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    parties::require(&interaction, actions::RUN_AMA)?;
    let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
    let mut notes = Vec::new();
    let times = (
        parse_time(starts.as_deref(), Asked::Start, now, &zone, &mut notes)?,
        parse_time(closes.as_deref(), Asked::End, now, &zone, &mut notes)?,
    );
    let session = runnable(&interaction, session.as_deref()).await?;

    let events = event::taker(&interaction.app);
    let edit = async move |tx: &mut SqliteConnection, session: Session, by, now| {
        let plan = plan::edited(&session, title.as_deref(), times, repeat, now)?;
        set_plan(tx, session, plan, events, by, now).await
    };
    let session = on_session(&interaction, session.id, edit).await?;

    let series = session.plan.series.map_or_else(|| Message::new("ama-series-none"), Series::line);
    notes.extend(repeat.map(|_| series));
    interaction.reply_ephemeral(&views::edited(interaction.actor.locale, &session, notes)).await
}

/// Take the questions and answers of an AMA along as files
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn export(
    ctx: Context<'_>,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "all_sessions"]
    #[max_length = 100]
    session: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::EXPORT_AMA)?;
    let session = resolve_session(&interaction, session.as_deref()).await?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());

    let mut db = interaction.app.db.read().acquire().await?;
    let all = ranking::all(&mut db, guild, session.id).await?;
    let answers = answers::list(&mut *db, guild, session.id).await?;
    drop(db);
    let entry = Entry::new(guild, by, "ama.export", format!("AMA #{}", session.number));
    interaction.app.db.write(async move |tx| audit::record(tx, &entry, now).await).await?;

    interaction.reply_ephemeral(&transcript::export(interaction.actor.locale, &session, &all, &answers)?).await
}

/// Say who answers in an AMA
#[poise::command(slash_command, subcommands("add", "remove"), subcommand_required, custom_data = "Level::Moderator")]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn hosts(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Let someone answer in an AMA; they get no other right
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn add(
    ctx: Context<'_>,
    #[description = "Who answers"] member: User,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "live_sessions"]
    #[max_length = 100]
    session: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let session = runnable(&interaction, session.as_deref()).await?;
    let member = MemberId::from(member.id);

    on_session(&interaction, session.id, async move |tx, session, by, now| {
        change_hosts(tx, &session, (member, true), by, now).await
    })
    .await?;

    interaction.reply_ephemeral(&told(&interaction, "ama-host-added", &session, member)).await
}

/// Let someone no longer answer in an AMA
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn remove(
    ctx: Context<'_>,
    #[description = "Who no longer answers"] member: User,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "live_sessions"]
    #[max_length = 100]
    session: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let session = runnable(&interaction, session.as_deref()).await?;
    let member = MemberId::from(member.id);

    on_session(&interaction, session.id, async move |tx, session, by, now| {
        change_hosts(tx, &session, (member, false), by, now).await
    })
    .await?;

    interaction.reply_ephemeral(&told(&interaction, "ama-host-removed", &session, member)).await
}

/// Post the prompt and the board of an AMA again where they were deleted
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn repost(
    ctx: Context<'_>,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "all_sessions"]
    #[max_length = 100]
    session: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let session = runnable(&interaction, session.as_deref()).await?;
    channels::may_post(&interaction, session.plan.channel).await?;

    let post = async |tx: &mut SqliteConnection, session: Session, _, now| {
        let (guild, row) = (session.plan.guild, session.id.get());
        // In a forum the board follows the prompt into its new post, where the earlier one was deleted.
        if !opening::is_post_lost(&mut *tx, &session).await? {
            card::post_again(&mut *tx, &BOARD, guild, row, now).await?;
        }
        card::post_again(tx, &PROMPT, guild, row, now).await
    };
    let order = on_session(&interaction, session.id, post).await?;

    let state = outcome::wait_for_order(&interaction, order).await?;
    interaction.reply_ephemeral(&views::posted_again(interaction.actor.locale, &session, state)).await
}

/// See every AMA there is and was
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn list(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;

    parties::require(&interaction, actions::RUN_AMA)?;

    interaction.reply_ephemeral(&page(&interaction, 0).await?).await
}

/// A page of the list.
pub async fn page(interaction: &Interaction, number: i64) -> Result<View> {
    let guild = interaction.actor.guild;
    let readable = readable(interaction).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let page = sessions::list(&mut db, guild, &(&readable).into(), number).await?;
    let mut cards = Vec::new();
    for session in &page.rows {
        cards.push(card::get(&mut *db, PROMPT.name, guild, session.id.get()).await?);
    }
    Ok(views::list(interaction.actor.locale, &page, &cards))
}

/// The session that somebody means, if they may run it.
pub async fn runnable(interaction: &Interaction, typed: Option<&str>) -> Result<Session> {
    parties::require(interaction, actions::RUN_AMA)?;
    let session = resolve_session(interaction, typed).await?;
    parties::require(interaction, actions::run(session.plan.anonymity))?;
    Ok(session)
}

/// Carries out what is to become of a session: in one transaction, with the session as it is then.
async fn on_session<T: Send + 'static>(
    interaction: &Interaction,
    id: SessionId,
    act: impl for<'t> AsyncFnOnce(&'t mut SqliteConnection, Session, MemberId, Timestamp) -> Result<T> + Send + 'static,
) -> Result<T> {
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let done = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let session = sessions::get(&mut *tx, guild, id).await?.ok_or(Problem::NoneLive)?;
        act(tx, session, by, now).await
    });
    done.await
}

/// A session gets another plan: what happens later, what people see of it and its event follow.
async fn set_plan(
    tx: &mut SqliteConnection,
    session: Session,
    plan: Plan,
    events: Option<Taker>,
    by: MemberId,
    now: Timestamp,
) -> Result<Session> {
    let changes = EventChanges {
        title: (plan.title != session.plan.title).then(|| plan.title.clone()),
        starts: plan.starts.filter(|starts| Some(*starts) != session.plan.starts),
        ends: (plan.closes != session.plan.closes).then_some(plan.closes),
    };
    let session = Session { plan, ..session };
    let (guild, id, plan) = (session.plan.guild, session.id, &session.plan);
    sessions::set_plan(&mut *tx, guild, id, plan).await?;
    if let Some(starts) = plan.starts.filter(|_| session.state == State::Scheduled) {
        jobs::schedule(&mut *tx, guild, &OPEN, id.get(), starts).await?;
    }
    jobs::schedule(&mut *tx, guild, &CLOSE, id.get(), plan.closes).await?;
    let entry = Entry::new(guild, by, "ama.edit", format!("AMA #{}", session.number));
    audit::record(&mut *tx, &entry, now).await?;
    card::edit(&mut *tx, &PROMPT, guild, id.get(), now).await?;
    card::schedule_refresh(&mut *tx, &BOARD, guild, id.get(), now).await?;
    event::follow(tx, &session, events, changes, now).await?;
    Ok(session)
}

async fn change_hosts(
    tx: &mut SqliteConnection,
    session: &Session,
    (member, is_added): (MemberId, bool),
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    let (guild, id) = (session.plan.guild, session.id);
    if is_added {
        if session.hosts.len() >= MOST_HOSTS {
            return Err(Problem::TooManyHosts(MOST_HOSTS).into());
        }
        if !rows::insert(&mut *tx, guild, id, member, by, now).await? {
            return Err(Problem::HostBefore(member).into());
        }
    } else {
        if session.hosts == [member] {
            return Err(Problem::LastHost.into());
        }
        if !rows::delete(&mut *tx, guild, id, member).await? {
            return Err(Problem::NoHost(member).into());
        }
    }
    let action = if is_added { "ama.host.add" } else { "ama.host.remove" };
    let entry = Entry::new(guild, by, action, format!("AMA #{}", session.number)).to(member);
    audit::record(&mut *tx, &entry, now).await?;
    card::edit(tx, &PROMPT, guild, id.get(), now).await
}

fn told(interaction: &Interaction, key: &'static str, session: &Session, member: MemberId) -> View {
    let message = Message::new(key).with("member", member).with("title", &session.plan.title);
    View::text(interaction.say(&message))
}

async fn tell(interaction: &Interaction, key: &'static str, session: &Session) -> Result<()> {
    let message = Message::new(key).with("title", &session.plan.title).with("number", session.number.to_string());
    interaction.reply_ephemeral(&View::text(interaction.say(&message))).await
}
