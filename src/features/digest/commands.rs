//! `/digest`, for managers.
//!
//! `setup` leaves a plan, `now` a post and the digest that is kept of the week; `preview`, `show`
//! and `export` only read. All answers are for the asker alone.

use std::time::Duration;

use serenity::all as serenity;

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Door;
use crate::discord::interaction::parties;
use crate::discord::outbox;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::{Offer, Suggestion};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::Context;
use crate::features::digest::actions;
use crate::i18n::plain;
use crate::ids::OutboxId;
use crate::text::zone::Week;

use super::jobs::{Places, Sent};
use super::page::Frozen;
use super::rules::plan::{self, TimeOfDay, Wish};
use super::store::{Fresh, Kept};
use super::views::cards;
use super::{Day, Problem, components, jobs, store, text};
use crate::features::digest::{Edition, Posted};

/// How long the answer waits for Discord to take a post; the person waits only 3 s.
const SENT_WITHIN: Duration = Duration::from_millis(1_200);

/// What happened in a week, on one page
#[poise::command(slash_command, subcommands("set_up", "preview", "now", "show", "export"), subcommand_required)]
pub async fn digest(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Say when and where the weekly digest is posted; without options: see what holds
#[poise::command(slash_command, rename = "setup", custom_data = "Level::Manager")]
pub async fn set_up(
    ctx: Context<'_>,
    #[description = "Where it is posted"]
    #[channel_types("Text", "News")]
    channel: Option<serenity::PartialChannel>,
    #[description = "On which day; off: nothing is posted any more"] day: Option<Day>,
    #[description = "At what time, for example 09:00"]
    #[autocomplete = "offer_time"]
    #[max_length = 40]
    time: Option<String>,
    #[description = "What stands in it: all, or names with commas between"]
    #[autocomplete = "offer_sections"]
    #[max_length = 100]
    sections: Option<String>,
    #[description = "Where members read an edition for them, without moderation and private channels"]
    #[channel_types("Text", "News")]
    public_channel: Option<serenity::PartialChannel>,
) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::SET_DIGEST)?;
    let (guild, actor, now) = (door.actor.guild, door.actor.member, door.app.clock.now());
    let settings = super::settings(&door.app, guild).await?;

    let known = super::known(door.app.features());
    let channel = channel.map(|channel| channel.id.into());
    let public = public_channel.map(|channel| channel.id.into());
    let wish = Wish::typed(channel, public, day, time.as_deref(), sections.as_deref(), &known)?;

    let (saved, zone) = (!wish.is_empty(), settings.zone.clone());
    if saved {
        door.app.db.write(async move |tx| jobs::change(tx, guild, actor, wish, &zone, now).await).await?;
    }

    let shown = super::shown(&door.app, guild, settings.zone).await?;
    door.tell(&cards::plan_card(door.actor.locale, &shown, saved)).await
}

/// See the next digest as it would look now; nothing is posted
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn preview(ctx: Context<'_>) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::READ_DIGEST)?;
    let (plan, digest) = super::next(&door.app, door.actor.guild).await?;
    if let Some(why) = digest.nothing() {
        return Err(why.clone().into());
    }

    let head = door.say(&cards::preview_head(&plan));
    let card = cards::headed(digest.locale, head, &text::for_discord(&digest), super::picture(&digest));
    door.tell(&card.row(vec![cards::members_button(door.actor.locale)])).await
}

/// Post the digest of the last complete week, if it is not posted yet
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn now(ctx: Context<'_>) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::SET_DIGEST)?;
    let (guild, actor, now) = (door.actor.guild, door.actor.member, door.app.clock.now());
    let settings = super::settings(&door.app, guild).await?;
    let plan = store::plan(door.app.db.read(), guild).await?.unwrap_or_default();
    let week = plan::last_complete(now, &settings.zone);

    let content = match store::get(door.app.db.read(), guild, week).await? {
        Some(kept) if !kept.has_to_be_posted(&plan) => return running(&door, week).await,
        Some(kept) => kept.content,
        None => {
            let digest = super::of_week(&door.app, guild, &settings, &plan.sections, week).await?;
            if let Some(why) = digest.nothing() {
                return Err(why.clone().into());
            }
            Frozen::of(&digest, None)?
        }
    };
    let slot = plan.slot(week, &settings.zone);
    let fresh = Fresh { guild, slot, content, at: now, late: false };
    let places = Places { staff: plan.channel.or(Some(door.channel)), ..Places::of(&plan) };

    let (zone, locale) = (settings.zone.clone(), settings.locale);
    let sent =
        door.app.db.write(async move |tx| jobs::post_now(tx, &fresh, places, &zone, locale, actor).await).await?;
    if sent.is_empty() {
        return running(&door, week).await;
    }

    let orders: Vec<OutboxId> = sent.iter().map(|sent| sent.order).collect();
    outbox::settled(&door.app, &orders, SENT_WITHIN).await;
    let kept = store::get(door.app.db.read(), guild, week).await?;
    let became = |sent: Sent| (sent.edition, kept.as_ref().map_or(Posted::No, |kept| kept.of(sent.edition)));
    let became: Vec<(Edition, Posted)> = sent.into_iter().map(became).collect();
    let read_by_all = |channel| super::everyone_reads(&door.app, guild, channel);
    door.tell(&cards::posted_now(door.actor.locale, guild, &became, read_by_all)).await
}

/// The last week has its digest: what there is of the one that runs.
async fn running(door: &Door, last: Week) -> Result<()> {
    let (guild, now) = (door.actor.guild, door.app.clock.now());
    let settings = super::settings(&door.app, guild).await?;
    let plan = store::plan(door.app.db.read(), guild).await?.unwrap_or_default();
    let kept = store::get(door.app.db.read(), guild, last).await?;

    let digest = super::of_week(&door.app, guild, &settings, &plan.sections, last.next()).await?;

    let today = settings.zone.day(now);
    let head = cards::running_head(door.actor.locale, guild, kept.as_ref(), today);
    door.tell(&match digest.nothing() {
        Some(_) => View::text(head),
        None => cards::headed(settings.locale, head, &text::for_discord(&digest), super::picture(&digest)),
    })
    .await
}

/// Read the digest of a week again, as it was then
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn show(
    ctx: Context<'_>,
    #[description = "The week, as 2026-W47 or 47"]
    #[autocomplete = "offer_week"]
    #[max_length = 20]
    week: String,
) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::READ_DIGEST)?;
    let (guild, locale, now) = (door.actor.guild, door.actor.locale, door.app.clock.now());
    let settings = super::settings(&door.app, guild).await?;
    let found = wanted(&door, week).await?;

    let head = cards::state(locale, guild, &found, settings.zone.day(now));
    let picture = found.content.picture(Edition::Staff);
    let card = cards::headed(settings.locale, head, &found.content.page, picture);
    door.tell(&card.row(vec![cards::export_button(locale, found.id)])).await
}

/// Take the digest of a week along: a page to print, and its figures as CSV and JSON
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn export(
    ctx: Context<'_>,
    #[description = "The week, as 2026-W47 or 47"]
    #[autocomplete = "offer_week"]
    #[max_length = 20]
    week: String,
) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::READ_DIGEST)?;

    let found = wanted(&door, week).await?;

    components::give(&door, &found).await
}

/// The digest of the week that was typed.
async fn wanted(door: &Door, typed: String) -> Result<Kept> {
    let guild = door.actor.guild;
    let kept = store::weeks(door.app.db.read(), guild).await?;
    let wanted = plan::wanted(&typed).ok_or(Problem::NotAWeek(typed))?;
    let found = match plan::find(wanted, &kept) {
        Some(week) => store::get(door.app.db.read(), guild, week).await?,
        None => None,
    };
    if let Some(found) = found {
        return Ok(found);
    }
    let next = store::plan(door.app.db.read(), guild).await?.and_then(|plan| plan.next);
    Err(Problem::not_kept(&kept, next).into())
}

/// The weeks that have a digest.
async fn offer_week(ctx: Context<'_>, typed: &str) -> Offer {
    autocomplete::offer(ctx, async {
        let door = Door::of(ctx)?;
        let zone = super::settings(&door.app, door.actor.guild).await?.zone;
        let today = zone.day(door.app.clock.now());
        let kept = store::weeks(door.app.db.read(), door.actor.guild).await?;
        let label = |week: &Week| plain(door.actor.locale, &cards::week_choice(*week, today));
        let weeks = plan::offered(typed, &kept);
        Ok(weeks.iter().map(|week| Suggestion::new(label(week), week.to_string())).collect())
    })
    .await
}

/// What was understood, or some usual times.
async fn offer_time(ctx: Context<'_>, typed: &str) -> Offer {
    autocomplete::offer(ctx, async {
        let door = Door::of(ctx)?;
        let zone = super::settings(&door.app, door.actor.guild).await?.zone;
        let times = match TimeOfDay::typed(typed) {
            Some(time) => vec![time],
            None if typed.trim().is_empty() => [9, 12, 18].map(|hour| TimeOfDay { hour, minute: 0 }).to_vec(),
            None => Vec::new(),
        };
        let label = |time: &TimeOfDay| format!("{time} ({})", zone.name());
        Ok(times.iter().map(|time| Suggestion::new(label(time), time.to_string())).collect())
    })
    .await
}

/// What stands there already, with one section more.
async fn offer_sections(ctx: Context<'_>, typed: &str) -> Offer {
    autocomplete::offer(ctx, async {
        let door = Door::of(ctx)?;
        let known = super::known(door.app.features());
        let offered = plan::completed(typed, &known).into_iter().map(|sections| {
            let label = plain(door.actor.locale, &cards::sections(&sections, &known));
            Suggestion::new(label, sections.stored().unwrap_or_else(|| plan::ALL.to_owned()))
        });
        Ok(offered.collect())
    })
    .await
}
