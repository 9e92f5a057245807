//! The weekly digest: kept for every week, and posted where a channel is set.
//!
//! The plan of a server names the first week that has no digest yet and when it is due. In one
//! transaction the digest of that week is kept, sent on its way and the week after it planned; so
//! after a downtime the missed weeks follow each other, none left out and none twice.

use std::sync::Arc;

use sqlx::SqliteConnection;
use tracing::info;

use crate::app::App;
use crate::clock::Timestamp;
use crate::db::restore;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order, OrderEnded};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::BoxFuture;
use crate::features::digest::DigestId;
use crate::features::setup;
use crate::features::setup::setting_types;
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};
use crate::jobs;
use crate::jobs::{Job, Kind, Outcome};
use crate::text::zone::{Week, Zone};

use super::CHANNEL;
use super::here::Here;
use super::page::Frozen;
use super::rules::plan::{Plan, PlanChange};
use super::store::{self, Fresh};
use super::views::{self, cards};
use crate::features::digest::Edition;

/// The digest of the week that comes next, one job for each server.
pub const WEEKLY: Kind = Kind { name: "digest.weekly", urgent: false, run };

/// What the post is to us in the outbox.
const POST: &str = "weekly";
/// What the edition for members is.
const PUBLIC: &str = "public";
/// What a word on it is that could not be posted.
const LOG: &str = "log";
/// The setting with the channel where moderators read what happened.
const MOD_LOG: &str = "mod_log";

fn run<'a>(app: &'a Arc<App>, job: &'a Job) -> BoxFuture<'a, Result<Outcome>> {
    Box::pin(weekly(app, job))
}

async fn weekly(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, now) = (job.guild, app.clock.now());
    let plan = store::plan(app.db.read(), guild).await?;
    let Some((plan, slot)) = plan.and_then(|plan| plan.next.map(|slot| (plan, slot))) else {
        return Ok(Outcome::Done);
    };
    // Until then the record does not reach to now; the coming of the server plans this anew.
    if !app.state::<Here>().is(guild) {
        return Ok(Outcome::Done);
    }

    let server = setup::server(app.db.read(), guild).await?;
    if now < slot.ready(&server.zone) {
        let due = slot.ready(&server.zone);
        app.db.write(async move |tx| jobs::schedule(tx, guild, &WEEKLY, 0, due).await).await?;
        return Ok(Outcome::Done);
    }
    let late = slot.is_late(&server.zone, now);
    let digest = super::of_week(app, guild, &server, &plan.sections, slot.week).await?;
    let content = Frozen::from_digest(&digest, late.then_some(slot.due))?;

    // It may have been posted by a database that a copy has taken the place of since.
    let perhaps_posted = restore::last(app.db.read()).await?.is_some_and(|at| slot.due <= at);
    if perhaps_posted {
        info!(guild.id = %guild, week = %slot.week, "kept and not posted: a copy of the database was put back after it was due");
    }
    let fresh = Fresh { guild, slot, content, at: now, late };
    let (zone, locale) = (server.zone, server.locale);
    app.db
        .write(async move |tx| {
            let plan = store::plan(&mut *tx, guild).await?.unwrap_or_default();
            let places = if perhaps_posted { Places::NONE } else { Places::from_plan(&plan) };
            keep(tx, &fresh, places, &zone, locale).await
        })
        .await?;
    Ok(Outcome::Done)
}

/// Where the editions of a digest are posted, if they are.
#[derive(Debug, Clone, Copy)]
pub struct Places {
    pub staff: Option<ChannelId>,
    pub members: Option<ChannelId>,
}

impl Places {
    /// It is only kept.
    const NONE: Self = Self { staff: None, members: None };

    /// As it is planned.
    pub const fn from_plan(plan: &Plan) -> Self {
        Self { staff: plan.channel, members: plan.public }
    }

    pub const fn editions(self) -> [(Edition, Option<ChannelId>); 2] {
        [(Edition::Staff, self.staff), (Edition::Members, self.members)]
    }
}

/// An edition that is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    pub edition: Edition,
    pub channel: ChannelId,
    pub order: OutboxId,
}

/// Keeps the digest of a week, sends it on its way and plans the next. If the week has one already
/// only the next is planned.
pub async fn keep(
    tx: &mut SqliteConnection,
    fresh: &Fresh,
    places: Places,
    zone: &Zone,
    locale: Locale,
) -> Result<Vec<Sent>> {
    let guild = fresh.guild;
    let mut sent = Vec::new();
    if let Some(id) = store::insert(&mut *tx, fresh).await? {
        for (edition, channel) in places.editions() {
            sent.extend(post(&mut *tx, fresh, (id, &fresh.content), edition, channel, locale).await?);
        }
    }
    if let Some(mut plan) = store::plan(&mut *tx, guild).await?
        && let Some(slot) = plan.next
    {
        let week = store::first_open(&mut *tx, guild, slot.week).await?;
        if week != slot.week {
            plan.next = Some(plan.slot(week, zone));
        }
        set_plan(tx, guild, &plan, zone).await?;
    }
    Ok(sent)
}

/// Sends an edition of a digest that is kept on its way to a channel.
async fn post(
    tx: &mut SqliteConnection,
    fresh: &Fresh,
    (id, content): (DigestId, &Frozen),
    edition: Edition,
    channel: Option<ChannelId>,
    locale: Locale,
) -> Result<Option<Sent>> {
    let (guild, now) = (fresh.guild, fresh.at);
    let (Some(channel), Some(page)) = (channel, content.edition(edition)) else { return Ok(None) };
    let card = View { files: content.picture(edition).into_iter().collect(), ..cards::digest_card(locale, page) };
    store::set_sending(&mut *tx, guild, id, edition, channel).await?;
    let (part, body) = match edition {
        Edition::Staff => {
            let mut buttons = cards::suggested_buttons(page);
            buttons.push(cards::export_button(locale, id));
            (POST, card.row(buttons).json())
        }
        Edition::Members => (PUBLIC, card.json()),
    };
    let order = Order::new(guild, super::NAME, part, id.get(), Effect::Post { channel, body });
    let order = outbox::insert(tx, &order, now).await?;
    Ok(Some(Sent { edition, channel, order }))
}

/// Posts what has not been posted of the digest of a week because a manager asks for it: as it was
/// kept, or kept now. Nothing of what is posted already, or on its way.
pub async fn post_now(
    tx: &mut SqliteConnection,
    fresh: &Fresh,
    places: Places,
    zone: &Zone,
    locale: Locale,
    actor: MemberId,
) -> Result<Vec<Sent>> {
    let Fresh { guild, slot, at, .. } = *fresh;
    let mut sent = Vec::new();
    match store::get(&mut *tx, guild, slot.week).await? {
        None => sent = keep(&mut *tx, fresh, places, zone, locale).await?,
        Some(kept) => {
            for (edition, channel) in places.editions() {
                let channel = channel.filter(|_| kept.posted(edition).may_be_posted());
                sent.extend(post(&mut *tx, fresh, (kept.id, &kept.content), edition, channel, locale).await?);
            }
        }
    }
    if !sent.is_empty() {
        let told = sent.iter().map(|sent| match sent.edition {
            Edition::Staff => format!("posted in {}", sent.channel),
            Edition::Members => format!("public edition in {}", sent.channel),
        });
        let told = told.collect::<Vec<_>>().join(", ");
        let entry = Entry::new(guild, actor, "digest.now", format!("week {}", slot.week));
        audit::record(tx, &entry.change("", told), at).await?;
    }
    Ok(sent)
}

/// Makes the plan of a server another one because a manager wants it.
pub async fn change(
    tx: &mut SqliteConnection,
    guild: GuildId,
    actor: MemberId,
    wish: PlanChange,
    zone: &Zone,
    now: Timestamp,
) -> Result<()> {
    let before = current(&mut *tx, guild, zone, now).await?;
    let after = wish.applied(before.clone());
    let entry = Entry::new(guild, actor, "digest.setup", "digest").change(before.to_string(), after.to_string());
    if (before.weekday, before.time) == (after.weekday, after.time) {
        set_plan(&mut *tx, guild, &after, zone).await?;
    } else {
        replan(&mut *tx, guild, after.clone(), zone, now).await?;
    }
    if before.channel != after.channel {
        let channel = after.channel.map(|channel| channel.to_string());
        setup::set(&mut *tx, guild, CHANNEL.name, channel.as_deref(), now).await?;
    }
    audit::record(tx, &entry, now).await
}

/// Notes what became of a post, in the transaction that notes it; one that nobody can read is told
/// in the log of the moderators, if there is one.
pub async fn delivered(tx: &mut SqliteConnection, delivered: &OrderEnded, now: Timestamp) -> Result<()> {
    let (guild, id) = (delivered.guild, DigestId(delivered.row));
    let edition = match delivered.purpose.as_str() {
        POST => Edition::Staff,
        PUBLIC => Edition::Members,
        _ => return Ok(()),
    };
    store::set_ended(&mut *tx, guild, id, edition, &delivered.outcome).await?;

    let server = setup::server(&mut *tx, guild).await?;
    let log = server.channel(MOD_LOG).filter(|log| !is_in(*log, delivered));
    let (Effect::Post { channel, .. }, Some(log)) = (&delivered.effect, log) else { return Ok(()) };
    let Some(week) = store::week(&mut *tx, guild, id).await? else { return Ok(()) };
    let said = views::unposted(edition, week, server.zone.day(now), *channel, &delivered.outcome);
    let Some(said) = said else { return Ok(()) };
    let body = View::text(say(server.locale, &said)).json();
    let order = Order::new(guild, super::NAME, LOG, id.get(), Effect::Post { channel: log, body });
    outbox::insert(tx, &order, now).await.map(drop)
}

/// Where a post was to stand: there, nothing can be said of it either.
fn is_in(channel: ChannelId, delivered: &OrderEnded) -> bool {
    matches!(&delivered.effect, Effect::Post { channel: tried, .. } if *tried == channel)
}

/// Plans anew when the clocks of a server show another time.
pub async fn changed(tx: &mut SqliteConnection, guild: GuildId, setting: &str, now: Timestamp) -> Result<()> {
    if setting != setting_types::ZONE.name {
        return Ok(());
    }
    let zone = setup::server(&mut *tx, guild).await?.zone;
    let plan = current(&mut *tx, guild, &zone, now).await?;
    replan(tx, guild, plan, &zone, now).await
}

/// A server is there, for the first time or again: its next digest is planned, from the week that
/// runs on.
pub async fn arrive(tx: &mut SqliteConnection, guild: GuildId, now: Timestamp) -> Result<()> {
    let zone = setup::server(&mut *tx, guild).await?.zone;
    let plan = current(tx, guild, &zone, now).await?;
    set_plan(tx, guild, &plan, &zone).await
}

/// Steward was removed from a server: the weeks in which it is not there have no digest.
pub async fn leave(tx: &mut SqliteConnection, guild: GuildId) -> Result<()> {
    if let Some(plan) = store::plan(&mut *tx, guild).await? {
        store::set_plan(&mut *tx, guild, &Plan { next: None, ..plan }).await?;
    }
    jobs::cancel(tx, guild, &WEEKLY, 0).await
}

/// The plan of a server that is there: the usual one as long as nobody has made another.
pub async fn current(tx: &mut SqliteConnection, guild: GuildId, zone: &Zone, now: Timestamp) -> Result<Plan> {
    let plan = store::plan(&mut *tx, guild).await?.unwrap_or_default();
    if plan.next.is_some() {
        return Ok(plan);
    }
    let week = store::first_open(tx, guild, Week::containing(now, zone)).await?;
    let next = Some(plan.slot_from(week, zone, now));
    Ok(Plan { next, ..plan })
}

/// Stores a plan whose day, time or zone is another one than before: what is not due yet is due then.
pub async fn replan(tx: &mut SqliteConnection, guild: GuildId, plan: Plan, zone: &Zone, now: Timestamp) -> Result<()> {
    let next = plan.next.map(|slot| if slot.due > now { plan.slot_from(slot.week, zone, now) } else { slot });
    set_plan(tx, guild, &Plan { next, ..plan }, zone).await
}

/// Stores a plan together with the job that it asks for.
async fn set_plan(tx: &mut SqliteConnection, guild: GuildId, plan: &Plan, zone: &Zone) -> Result<()> {
    store::set_plan(&mut *tx, guild, plan).await?;
    match plan.next {
        Some(slot) => jobs::schedule(tx, guild, &WEEKLY, 0, slot.ready(zone)).await,
        None => Ok(()),
    }
}
