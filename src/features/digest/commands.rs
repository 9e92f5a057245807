//! `/digest`, for managers.
//!
//! `setup` leaves a plan, `now` a post and the digest that is kept of the week; `preview`, `show`
//! and `export` only read. All answers are for the asker alone.

use serenity::all as serenity;

use crate::discord::access::channels::is_known;
use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::outcome;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::{Autocomplete, Suggestion};
use crate::discord::ui::file::File;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::features::digest::actions;
use crate::features::setup;
use crate::i18n::plain;
use crate::ids::OutboxId;
use crate::text::safe::Safe;
use crate::text::when;
use crate::text::zone::{TimeOfDay, Week};

use super::jobs::{Places, Sent};
use super::page::Frozen;
use super::period::Period;
use super::rules::plan::{self, PlanChange};
use super::sheet::Sheet;
use super::store::{Fresh, Kept};
use super::views::cards;
use super::{Day, Problem, components, csv, html, jobs, json, store, text, views};
use crate::features::digest::{Edition, Posted};

/// So many months or quarters are offered: two years of months, and six of quarters.
const PERIODS: usize = 24;

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
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_DIGEST)?;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let server = setup::server(interaction.app.db.read(), guild).await?;

    let known = super::known(interaction.app.features());
    let channel = channel.map(|channel| channel.id.into());
    let public = public_channel.map(|channel| channel.id.into());
    let wish = PlanChange::typed(channel, public, day, time.as_deref(), sections.as_deref(), &known)?;

    for named in [channel, public].into_iter().flatten() {
        channels::may_post(&interaction, named).await?;
    }

    let (saved, zone) = (!wish.is_empty(), server.zone.clone());
    if saved {
        interaction.app.db.write(async move |tx| jobs::change(tx, guild, actor, wish, &zone, now).await).await?;
        // Its channel is one of the staff's, in which nothing is counted.
        setup::follow(&interaction.app, guild, super::CHANNEL.name).await;
    }

    let shown = super::shown(&interaction.app, guild, server.zone).await?;
    interaction.reply_ephemeral(&cards::plan_card(interaction.actor.locale, &shown, saved)).await
}

/// See the next digest as it would look now; nothing is posted
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn preview(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_DIGEST)?;
    let (plan, digest) = super::next(&interaction.app, interaction.actor.guild).await?;
    if let Some(why) = digest.nothing() {
        return Err(why.clone().into());
    }

    let blank = digest.is_blank().then(|| Message::new("digest-preview-blank"));
    let head = std::iter::once(cards::preview_head(&plan)).chain(blank);
    let head = Safe::join(head.map(|line| interaction.say(&line)), "\n");
    let page = text::for_discord(&digest);
    let card = cards::headed(digest.locale, head, &page, super::picture(&digest));
    let mut buttons = cards::suggested_buttons(&page);
    buttons.push(cards::members_button(interaction.actor.locale));
    interaction.reply_ephemeral(&card.row(buttons)).await
}

/// Post the digest of the last complete week, if it is not posted yet
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn now(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_DIGEST)?;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let server = setup::server(interaction.app.db.read(), guild).await?;
    let plan = store::plan(interaction.app.db.read(), guild).await?.unwrap_or_default();
    let week = plan::last_complete(now, &server.zone);

    let content = match store::get(interaction.app.db.read(), guild, week).await? {
        Some(kept) if !kept.has_to_be_posted(&plan) => return running(&interaction, week).await,
        Some(kept) => kept.content,
        None => {
            let digest = super::of_week(&interaction.app, guild, &server, &plan.sections, week).await?;
            if let Some(why) = digest.nothing() {
                return Err(why.clone().into());
            }
            Frozen::from_digest(&digest, None)?
        }
    };
    let slot = plan.slot(week, &server.zone);
    let fresh = Fresh { guild, slot, content, at: now, late: false };
    let places = Places { staff: plan.channel.or(Some(interaction.channel)), ..Places::from_plan(&plan) };
    for (_, channel) in places.editions() {
        // Where a channel is gone the post fails and says so.
        if let Some(channel) = channel.filter(|channel| is_known(&interaction.app, guild, *channel)) {
            channels::may_post(&interaction, channel).await?;
        }
    }

    let (zone, locale) = (server.zone.clone(), server.locale);
    let sent = interaction
        .app
        .db
        .write(async move |tx| jobs::post_now(tx, &fresh, places, &zone, locale, actor).await)
        .await?;
    if sent.is_empty() {
        return running(&interaction, week).await;
    }

    let orders: Vec<OutboxId> = sent.iter().map(|sent| sent.order).collect();
    outcome::wait_for_orders(&interaction, &orders).await;
    let kept = store::get(interaction.app.db.read(), guild, week).await?;
    let became = |sent: Sent| (sent.edition, kept.as_ref().map_or(Posted::No, |kept| kept.posted(sent.edition)));
    let became: Vec<(Edition, Posted)> = sent.into_iter().map(became).collect();
    let read_by_all = |channel| super::everyone_reads(&interaction.app, guild, channel);
    interaction.reply_ephemeral(&cards::posted_now(interaction.actor.locale, guild, &became, read_by_all)).await
}

/// The last week has its digest: what there is of the one that runs.
async fn running(interaction: &Interaction, last: Week) -> Result<()> {
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    let server = setup::server(interaction.app.db.read(), guild).await?;
    let plan = store::plan(interaction.app.db.read(), guild).await?.unwrap_or_default();
    let kept = store::get(interaction.app.db.read(), guild, last).await?;

    let digest = super::of_week(&interaction.app, guild, &server, &plan.sections, last.next()).await?;

    let today = server.zone.day(now);
    let head = cards::running_head(interaction.actor.locale, guild, kept.as_ref(), today);
    interaction
        .reply_ephemeral(&match digest.nothing() {
            Some(_) => View::text(head),
            None => {
                let page = text::for_discord(&digest);
                let card = cards::headed(server.locale, head, &page, super::picture(&digest));
                card.row(cards::suggested_buttons(&page))
            }
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
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_DIGEST)?;
    let (guild, locale, now) = (interaction.actor.guild, interaction.actor.locale, interaction.app.clock.now());
    let server = setup::server(interaction.app.db.read(), guild).await?;
    let found = wanted(&interaction, week).await?;

    let head = cards::state(locale, guild, &found, server.zone.day(now));
    let picture = found.content.picture(Edition::Staff);
    let card = cards::headed(server.locale, head, &found.content.page, picture);
    let mut buttons = cards::suggested_buttons(&found.content.page);
    buttons.push(cards::export_button(locale, found.id));
    interaction.reply_ephemeral(&card.row(buttons)).await
}

/// Download the digest of a week, month or quarter: a page to print, and figures as CSV and JSON
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn export(
    ctx: Context<'_>,
    #[description = "The week, as 2026-W47 or 47"]
    #[autocomplete = "offer_week"]
    #[max_length = 20]
    week: Option<String>,
    #[description = "The month, as 2026-11 or 11"]
    #[autocomplete = "offer_month"]
    #[max_length = 20]
    month: Option<String>,
    #[description = "The quarter, as 2026-Q4 or 4"]
    #[autocomplete = "offer_quarter"]
    #[max_length = 20]
    quarter: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_DIGEST)?;
    let server = setup::server(interaction.app.db.read(), interaction.actor.guild).await?;
    let today = server.zone.day(interaction.app.clock.now());

    let period = match (week, month, quarter) {
        (Some(week), None, None) => {
            let found = wanted(&interaction, week).await?;
            return components::give(&interaction, &found).await;
        }
        (None, Some(month), None) => Period::month(&month, today).ok_or(Problem::NotAMonth(month))?,
        (None, None, Some(quarter)) => Period::quarter(&quarter, today).ok_or(Problem::NotAQuarter(quarter))?,
        _ => return Err(Problem::NotOne.into()),
    };

    interaction.reply_ephemeral(&exported(&interaction, &server, period).await?).await
}

/// The files of a month or a quarter, as it is now.
async fn exported(interaction: &Interaction, server: &setup::Server, period: Period) -> Result<View> {
    let guild = interaction.actor.guild;
    let plan = store::plan(interaction.app.db.read(), guild).await?.unwrap_or_default();
    let Some(weeks) = period.weeks() else { return Err(Problem::NotAMonth(period.to_string()).into()) };

    let reading = super::of_period(&interaction.app, guild, server, &plan.sections, (period, weeks));
    let digest = interaction.in_time(reading).await.ok_or(Problem::TooLong)??;
    if let Some(why) = digest.nothing() {
        return Err(why.clone().into());
    }

    let name = |kind: &str| format!("{}.{kind}", digest.name());
    let files = vec![
        File::text(name("html"), html::page(&Sheet::from_digest(&digest, None))),
        File::table(name("csv"), &csv::write(&digest)?),
        File::text(name("json"), json::write(&digest)?),
    ];
    Ok(View {
        files,
        ..View::text(interaction.say(&Message::new("digest-export-period").with("title", views::week(&digest))))
    })
}

/// The latest months.
async fn offer_month(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offer_period(ctx, typed, |[month, _]| month).await
}

/// The latest quarters.
async fn offer_quarter(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offer_period(ctx, typed, |[_, quarter]| quarter).await
}

/// Those whose names have what was typed in them.
async fn offer_period(ctx: Context<'_>, typed: &str, of: fn([Period; 2]) -> Period) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
        let latest = of(Period::of_day(zone.day(interaction.app.clock.now())));
        let typed = typed.trim().to_uppercase();
        let names = latest.back().take(PERIODS).map(|period| period.to_string());
        Ok(names.filter(|name| name.contains(&typed)).map(|name| Suggestion::new(name.clone(), name)).collect())
    })
    .await
}

/// The digest of the week that was typed.
async fn wanted(interaction: &Interaction, typed: String) -> Result<Kept> {
    let guild = interaction.actor.guild;
    let kept = store::weeks(interaction.app.db.read(), guild).await?;
    let wanted = plan::wanted(&typed).ok_or(Problem::NotAWeek(typed))?;
    let found = match plan::find(wanted, &kept) {
        Some(week) => store::get(interaction.app.db.read(), guild, week).await?,
        None => None,
    };
    if let Some(found) = found {
        return Ok(found);
    }
    let next = store::plan(interaction.app.db.read(), guild).await?.and_then(|plan| plan.next);
    Err(Problem::not_kept(&kept, next).into())
}

/// The weeks that have a digest.
async fn offer_week(ctx: Context<'_>, typed: &str) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
        let today = zone.day(interaction.app.clock.now());
        let kept = store::weeks(interaction.app.db.read(), interaction.actor.guild).await?;
        let label = |week: &Week| plain(interaction.actor.locale, &cards::week_choice(*week, today));
        let weeks = plan::offered(typed, &kept);
        Ok(weeks.iter().map(|week| Suggestion::new(label(week), week.to_string())).collect())
    })
    .await
}

/// What was understood, or some usual times.
async fn offer_time(ctx: Context<'_>, typed: &str) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
        let times = match when::time_of_day(typed) {
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
async fn offer_sections(ctx: Context<'_>, typed: &str) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let known = super::known(interaction.app.features());
        let offered = plan::completed(typed, &known).into_iter().map(|sections| {
            let label = plain(interaction.actor.locale, &cards::sections(&sections, &known));
            Suggestion::new(label, sections.stored().unwrap_or_else(|| plan::ALL.to_owned()))
        });
        Ok(offered.collect())
    })
    .await
}
