//! An event in the making: what was asked for is looked at as a whole, shown in a preview, and published.

use serenity::all::Permissions;
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::channels::Viewer;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::ping;
use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::card::Calls;
use crate::feature::draft::Spec;
use crate::feature::offer::Withheld;
use crate::feature::{draft, offer};
use crate::features::setup;
use crate::features::setup::Server;
use crate::text::zone::Zone;

use super::opening::Opening;
use super::rules::plan;
use super::rules::plan::{EventSpec, Plan, PlanProblem};
use super::store::events;
use super::views::preview::Preview;
use super::{Details, Draft, NAME, OccurrenceId, opening};

impl Spec for EventSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "event";
    type Seen = ();

    fn gone() -> Message {
        Message::new("events-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &Draft) -> Result<Message> {
        Ok(Message::new(if draft.is_published() { "events-published-before" } else { "events-cancelled-before" }))
    }
}

/// What a draft is to be.
///
/// # Errors
/// Why it doesn't go together.
pub fn plan(draft: &Draft, server: &Server, now: Timestamp) -> Result<Plan, PlanProblem> {
    plan::settled(&draft.spec, &server.zone, now)
}

/// Why an event of this draft is not to be on Discord's list, if it is not.
pub fn withheld(interaction: &Interaction, draft: &Draft) -> Option<Withheld> {
    let author = Viewer { member: interaction.actor.member, roles: interaction.roles() };
    offer::taker_for(&interaction.app, offer::Kind::Event, draft.guild, draft.channel, author).err()
}

/// The preview of a draft. `notes` are what its author should know of what they typed.
pub async fn shown(interaction: &Interaction, draft: &Draft, mut notes: Vec<Message>) -> Result<View> {
    let now = interaction.app.clock.now();
    let server = setup::server(interaction.app.db.read(), interaction.actor.guild).await?;
    if let Some(role) = draft.spec.ping {
        let ping = Ping::kept(interaction.actor.guild, role);
        let reach = ping::reach(&interaction.app, interaction.actor.guild, ping).await;
        notes.push(match reach {
            Some(count) => Message::new("events-preview-ping-count").with("role", role).with("count", count),
            None => Message::new("events-preview-ping").with("role", role),
        });
    }
    let plan = plan(draft, &server, now);
    let (wrong, plan) = match plan {
        Ok(plan) => (None, Some(plan)),
        Err(problem) => (Some(Message::from(problem)), None),
    };
    let lacks = plan.as_ref().map_or_else(Permissions::empty, |plan| missing(interaction, draft, &plan.details));
    let withheld = withheld(interaction, draft);
    let preview = Preview {
        draft,
        plan: plan.as_ref(),
        notes: &notes,
        wrong: wrong.as_ref(),
        withheld,
        lacks,
        zone: &server.zone,
    };
    Ok(preview.view(interaction.actor.locale, server.locale))
}

/// What Steward is not permitted to do in the channel, and would have to be.
fn missing(interaction: &Interaction, draft: &Draft, details: &Details) -> Permissions {
    let discord = &interaction.app.discord;
    let Some((known, me)) = discord.directory.guild(draft.guild).zip(discord.me()) else {
        return Permissions::empty();
    };
    let held = |channel| known.permissions_in(draft.guild, channel, me.bot, &known.own_roles);
    let mut needs = Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::EMBED_LINKS
        | Permissions::CREATE_PUBLIC_THREADS
        | Permissions::SEND_MESSAGES_IN_THREADS;
    if draft.spec.images > 0 {
        needs |= Permissions::ATTACH_FILES;
    }
    let mut lacks = needs - held(draft.channel);
    if withheld(interaction, draft).is_none() {
        lacks |= Permissions::CREATE_EVENTS - known.permissions(draft.guild, me.bot, &known.own_roles);
        if let Some(channel) = details.place.channel() {
            lacks |= (Permissions::VIEW_CHANNEL | Permissions::CONNECT) - held(channel);
        }
    }
    lacks
}

/// A draft becomes an event with a number, whose first occurrence opens at once. `listed`: everyone may see it, so it
/// is put on Discord's list.
///
/// # Errors
/// Told, if it was settled before.
pub async fn become_event(
    tx: &mut SqliteConnection,
    draft: &Draft,
    plan: Plan,
    listed: bool,
    now: Timestamp,
) -> Result<OccurrenceId> {
    let draft = draft::take::<EventSpec>(&mut *tx, draft.guild, draft.id).await?;
    let zone = setup::server(&mut *tx, draft.guild).await?.zone;
    let day = first_day(&plan, &zone).unwrap_or(0);
    let fresh = events::Fresh {
        guild: draft.guild,
        author: draft.author,
        channel: draft.channel,
        details: Details { listed, ..plan.details },
        starts: plan.starts,
        length: plan.length,
        series: plan.series,
        source: None,
    };
    let id = events::insert(&mut *tx, &fresh, now).await?;
    draft::set_published(&mut *tx, &draft, id.get()).await?;
    let entry = Entry::new(draft.guild, draft.author, "event.publish", fresh.details.title.as_str());
    audit::record(&mut *tx, &entry, now).await?;
    let event = events::get(&mut *tx, draft.guild, id).await?.ok_or_else(|| Error::fault("no event"))?;
    opening::open(tx, &event, (day, plan.starts), None, Opening { calls: Calls::Once, listed }, now).await
}

/// The day in its recurrence of the first occurrence.
fn first_day(plan: &Plan, zone: &Zone) -> Option<i64> {
    let series = plan.series.as_ref()?;
    series.occurrences(Timestamp(plan.starts.0 - 1), zone).next().map(|first| first.day)
}
