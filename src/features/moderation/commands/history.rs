//! `/history` and the menu *History* of a member, for helpers and above; `/mycases` and `/ladder` for
//! everyone. All of them only read, and answer whoever asks alone.

use serenity::all as serenity;

use crate::discord::access::level::Level;
use crate::discord::access::people;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::dm_guild;
use crate::discord::interaction::parties;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::Context;
use crate::features::moderation::actions;
use crate::features::moderation::rules::Filter;
use crate::features::moderation::rules::points;
use crate::features::moderation::settings::{ModerationSettings, settings};
use crate::features::moderation::views::history::{History, Timeout};
use crate::features::moderation::views::ladder;
use crate::features::moderation::views::own::{self, OwnAppeals};
use crate::features::moderation::{ActState, appeals, store, timeouts};
use crate::ids::{GuildId, MemberId};
use crate::text::zone::Zone;

/// See what is on record about a member, and what holds now
#[poise::command(slash_command, context_menu_command = "History", custom_data = "Level::Helper")]
pub async fn history(ctx: Context<'_>, #[description = "Whose history"] member: serenity::User) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;

    parties::require(&interaction, actions::READ_CASES)?;

    interaction.reply_ephemeral(&history_of(&interaction, member.id.into(), 0).await?).await
}

/// A page of somebody's history, as it is now.
pub async fn history_of(interaction: &Interaction, member: MemberId, page: i64) -> Result<View> {
    let (app, guild, now) = (&*interaction.app, interaction.actor.guild, interaction.app.clock.now());
    // Who reads need not wait for Discord, and can do with what is on record.
    let person = people::fetch(app, guild, member).await.ok();
    let about = Filter { member: Some(member), ..Filter::default() };
    let page = store::list(app.db.read(), guild, &about.query(&Zone::utc()), page).await?;
    let mut db = app.db.read().acquire().await?;
    let record = store::record(&mut *db, guild, member).await?;
    let points = store::points(&mut *db, guild, member).await?;
    let ladder = settings(&mut db, guild).await?.ladder;
    let running = timeouts::running(&mut db, guild, member).await?;
    let cases = store::timeouts_running(&mut *db, guild, member).await?;
    let bans = store::bans_open(&mut *db, guild, member).await?;
    drop(db);
    let timeout = match person.map(|person| person.timed_out_until) {
        None => Timeout::Unasked(running.iter().filter(|one| one.held && one.until > now).map(|one| one.until).max()),
        Some(None) => Timeout::No,
        Some(Some(until)) => {
            let ours = running.iter().find(|one| one.set(until));
            let case = ours.and_then(|one| cases.iter().find(|case| case.id == one.case));
            // Discord knows a part of a long one.
            let until = ours.map_or(until, |one| one.until.max(until));
            Timeout::Until(until, case.map(|case| case.number))
        }
    };
    let ban = bans.iter().find(|case| case.act.state == ActState::Applied);
    let history = History { member, record: &record, points: &points, ladder: &ladder, timeout, ban, page: &page, now };
    Ok(history.view(interaction.actor.locale))
}

/// See what is on record about you here
#[poise::command(slash_command, interaction_context = "Guild|BotDm", custom_data = "Level::Everyone")]
pub async fn mycases(
    ctx: Context<'_>,
    #[description = "Which server; needed only in direct messages, if there are several"]
    #[max_length = 100]
    #[autocomplete = "dm_guild::servers"]
    server: Option<String>,
) -> Result<()> {
    let interaction = Interaction::in_server(ctx, server.as_deref()).await?;

    interaction.reply_ephemeral(&own_cases(&interaction, 0).await?).await
}

/// A page of what is on record about the actor.
pub async fn own_cases(interaction: &Interaction, page: i64) -> Result<View> {
    let guild = interaction.actor.guild;
    own_record(interaction, guild, page, |page| CustomId::new("moderation", "mine", 1, page).arg(guild)).await
}

/// A page of what is on record about the actor in a server, which may be another than where they act; `turn` names the
/// page that a button leads to.
pub async fn own_record(
    interaction: &Interaction,
    guild: GuildId,
    page: i64,
    turn: impl Fn(i64) -> CustomId,
) -> Result<View> {
    let (member, now) = (interaction.actor.member, interaction.app.clock.now());
    let page = store::own(interaction.app.db.read(), guild, member, page).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let settings = settings(&mut db, guild).await?;
    let active = points::active(&store::points(&mut *db, guild, member).await?, now);
    let appeals = OwnAppeals {
        guild,
        all: appeals::store::of_member(&mut *db, guild, member).await?,
        asked: appeals::store::unanswered(&mut *db, guild, member).await?,
        can_appeal: !appeals::filing::appealable(&mut db, guild, member, now).await?.is_empty(),
    };
    drop(db);
    Ok(own::record(interaction.actor.locale, &settings, &page, active, &appeals, turn, now))
}

/// See what follows from warnings, and how many points you have
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn ladder(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());

    let mut db = interaction.app.db.read().acquire().await?;
    let ModerationSettings { ladder, term, .. } = settings(&mut db, guild).await?;
    let points = store::points(&mut *db, guild, member).await?;
    drop(db);

    interaction.reply_ephemeral(&ladder::ladder_card(interaction.actor.locale, &ladder, term, &points, now)).await
}
