//! `/activity backfill`, for managers: history is read, so that there are figures of the time before. It leaves a line
//! in the audit; what comes of it is shown, and can be cancelled, until it is over.

use std::time::Duration;

use serenity::all as serenity;
use serenity::all::Permissions;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, parties};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::features::activity::backfill::{Backfill, BackfillId, Reason, Tally, jobs};
use crate::features::activity::excluded::Why;
use crate::features::activity::listen::Counter;
use crate::features::activity::store::{self, NewBackfill};
use crate::features::activity::{Problem, actions, views};
use crate::features::setup;
use crate::ids::ChannelId;
use crate::text::duration;
use crate::text::when;
use crate::text::when::Asked;
use crate::text::zone::Zone;

/// So far back history is read where nobody says how far.
const USUAL: Duration = Duration::from_hours(12 * 7 * 24);
/// Counts are kept no longer, so nothing before is read.
const LONGEST: Duration = Duration::from_hours(400 * 24);

/// Read the history of channels, to have figures of the time before
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn backfill(
    ctx: Context<'_>,
    #[description = "Which one, with its threads (all that I can read)"]
    #[channel_types("Text", "News", "Voice", "Stage", "Forum", "NewsThread", "PublicThread", "PrivateThread")]
    channel: Option<serenity::PartialChannel>,
    #[description = "Since when: 90d, 2026-09-01 (12 weeks ago)"]
    #[max_length = 60]
    since: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let channel: Option<ChannelId> = channel.map(|channel| channel.id.into());

    parties::require(&interaction, actions::BACKFILL)?;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    if let Some(channel) = channel {
        may_read(&interaction, channel).await?;
    }
    let zone = setup::server(interaction.app.db.read(), guild).await?.zone;
    let since = since.map_or_else(|| Ok(now.minus(USUAL)), |typed| read_since(&typed, now, &zone))?;

    let new = NewBackfill { guild, reason: Reason::Asked, channel, since, until: now };
    let begun = interaction.app.db.write(async move |tx| {
        if let Some(running) = store::next_backfill(&mut *tx, guild, Some(Reason::Asked)).await? {
            return Ok((running.id, false));
        }
        let subject = channel.map_or_else(|| "all channels".to_owned(), |channel| format!("channel {channel}"));
        let entry = audit::Entry::new(guild, actor, "activity.backfill", subject);
        audit::record(&mut *tx, &entry, now).await?;
        Ok((jobs::begin(tx, &new, now).await?, true))
    });
    let (id, is_new) = begun.await?;

    let card = shown(&interaction, id).await?.ok_or_else(gone)?;
    let note = (!is_new).then(|| interaction.say(&Message::new("activity-backfill-one-at-a-time")));
    interaction.reply_ephemeral(&View { content: note, ..card }).await
}

/// Whether a channel can be read: the actor sees it, Steward may read its history, and it is counted.
async fn may_read(interaction: &Interaction, channel: ChannelId) -> Result<()> {
    channels::require_seen(interaction, channel).await?;
    let needed = Permissions::VIEW_CHANNEL | Permissions::READ_MESSAGE_HISTORY;
    channels::steward_needs(interaction, channel, needed).await?;
    let guild = interaction.actor.guild;
    match interaction.app.state::<Counter>().excluded.why(&interaction.app, guild, channel) {
        Some(Why::Excluded) => Err(Problem::BackfillExcluded(channel).into()),
        Some(Why::OfStaff) => Err(Problem::OfStaff(channel).into()),
        None => Ok(()),
    }
}

/// Since when somebody wants history: "90d" is as long ago, and a day begins in the server's calendar.
fn read_since(typed: &str, now: Timestamp, zone: &Zone) -> Result<Timestamp> {
    let earliest = now.minus(LONGEST);
    let since = match when::read(typed, Asked::Since, now, zone) {
        Ok(reading) => Some(reading.at),
        Err(_) => duration::back(typed).ok().map(|span| now.minus(span)),
    };
    match since {
        Some(at) if at < earliest => Err(Problem::BackfillTooFar.into()),
        Some(at) if at < now => Ok(at),
        _ => Err(Problem::BackfillSince(typed.to_owned()).into()),
    }
}

/// How a reading stands; `None` if there is none of this row.
pub async fn shown(interaction: &Interaction, id: BackfillId) -> Result<Option<View>> {
    let backfill = store::backfill(interaction.app.db.read(), interaction.actor.guild, id).await?;
    match backfill {
        Some(backfill) => Ok(Some(card(interaction, &backfill).await?)),
        None => Ok(None),
    }
}

/// A reading as the actor may see it.
async fn card(interaction: &Interaction, backfill: &Backfill) -> Result<View> {
    let tally = tally_of(interaction, backfill).await?;
    let is_seen = match backfill.channel {
        Some(channel) => channels::may_read(interaction, channel).await,
        None => true,
    };
    Ok(views::backfill::card(interaction.actor.locale, backfill, tally, is_seen))
}

async fn tally_of(interaction: &Interaction, backfill: &Backfill) -> Result<Tally> {
    if backfill.is_open() {
        return store::tally(interaction.app.db.read(), backfill.id).await;
    }
    let Backfill { channels, failed, .. } = *backfill;
    Ok(Tally { channels, done: channels - failed, failed })
}

fn gone() -> Message {
    Message::new("activity-backfill-gone")
}

/// How a reading stands now, on the message that shows it.
pub async fn refresh(interaction: &Interaction, id: BackfillId) -> Result<()> {
    interaction.update_message(&shown(interaction, id).await?.ok_or_else(gone)?).await
}

/// Ends a reading; what was read of it stays.
pub async fn cancel(interaction: &Interaction, id: BackfillId) -> Result<()> {
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let backfill = store::backfill(interaction.app.db.read(), guild, id).await?.ok_or_else(gone)?;
    if backfill.is_open() {
        let ending = interaction.app.db.write(async move |tx| {
            let entry = audit::Entry::new(guild, actor, "activity.backfill-cancel", format!("reading {id}"));
            audit::record(&mut *tx, &entry, now).await?;
            jobs::cancel(tx, &backfill, now).await
        });
        ending.await?;
    }
    refresh(interaction, id).await
}
