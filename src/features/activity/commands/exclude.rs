//! `/activity exclude`, for managers: the channels in which nothing is counted. Each change leaves a line in the audit.

use serenity::all as serenity;

use crate::discord::access::audit;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, parties};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::Context;
use crate::features::activity::excluded::Why;
use crate::features::activity::listen::Counter;
use crate::features::activity::{Problem, actions, store, views};
use crate::ids::ChannelId;

/// Say in which channels nothing is counted
#[poise::command(slash_command, subcommands("add", "remove", "list"), subcommand_required)]
pub async fn exclude(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Stop counting in a channel and its threads; what was counted stays
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn add(
    ctx: Context<'_>,
    #[description = "Which one (here)"]
    #[channel_types("Text", "News", "Voice", "Stage", "Forum", "NewsThread", "PublicThread", "PrivateThread")]
    channel: Option<serenity::PartialChannel>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let channel: ChannelId = channel.map_or(interaction.channel, |channel| channel.id.into());

    parties::require(&interaction, actions::SET_EXCLUDED)?;
    channels::require_seen(&interaction, channel).await?;

    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    // What was written there until now still counts.
    interaction.app.flush().await;
    let adding = interaction.app.db.write(async move |tx| {
        let added = store::insert_excluded(&mut *tx, guild, channel, now).await?;
        if added {
            let entry = audit::Entry::new(guild, actor, "activity.exclude", format!("channel {channel}"));
            audit::record(tx, &entry.change("counted", "not counted"), now).await?;
        }
        Ok(added)
    });
    if !adding.await? {
        return Err(Problem::AlreadyExcluded(channel).into());
    }
    let counter = interaction.app.state::<Counter>();
    counter.excluded.load(&interaction.app).await?;
    counter.leave_out(guild, channel, now);

    interaction.reply_ephemeral(&views::excluded::added(interaction.actor.locale, channel)).await
}

/// Count in a channel again, from now on
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn remove(
    ctx: Context<'_>,
    #[description = "Which one (here)"]
    #[channel_types("Text", "News", "Voice", "Stage", "Forum", "NewsThread", "PublicThread", "PrivateThread")]
    channel: Option<serenity::PartialChannel>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let channel: ChannelId = channel.map_or(interaction.channel, |channel| channel.id.into());

    parties::require(&interaction, actions::SET_EXCLUDED)?;
    channels::require_seen(&interaction, channel).await?;

    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let counter = interaction.app.state::<Counter>();
    if counter.excluded.why(&interaction.app, guild, channel) == Some(Why::OfStaff) {
        return Err(Problem::OfStaff(channel).into());
    }
    let removing = interaction.app.db.write(async move |tx| {
        let removed = store::delete_excluded(&mut *tx, guild, channel).await?;
        if removed {
            let entry = audit::Entry::new(guild, actor, "activity.include", format!("channel {channel}"));
            audit::record(tx, &entry.change("not counted", "counted"), now).await?;
        }
        Ok(removed)
    });
    if !removing.await? {
        // Where its channel is excluded, a thread cannot be counted alone.
        return Err(match counter.excluded.holds(&interaction.app, guild, channel) {
            true => Problem::ExcludedAbove(channel).into(),
            false => Problem::NotExcluded(channel).into(),
        });
    }
    counter.excluded.load(&interaction.app).await?;

    match counter.excluded.why(&interaction.app, guild, channel) {
        Some(Why::OfStaff) => Err(Problem::OfStaff(channel).into()),
        Some(Why::Excluded) => Err(Problem::ExcludedAbove(channel).into()),
        None => interaction.reply_ephemeral(&views::excluded::removed(interaction.actor.locale, channel)).await,
    }
}

/// See in which channels nothing is counted
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn list(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;

    parties::require(&interaction, actions::SET_EXCLUDED)?;

    interaction.reply_ephemeral(&page(&interaction, 0).await?).await
}

/// A page of the channels that are not counted, as far as the actor sees them.
pub async fn page(interaction: &Interaction, page: i64) -> Result<View> {
    let guild = interaction.actor.guild;
    let all = store::excluded(interaction.app.db.read(), guild).await?;
    let mut staff = interaction.app.state::<Counter>().excluded.of_staff(&interaction.app, guild);
    staff.retain(|channel| all.iter().all(|one| one.channel != *channel));
    let seen = channels::readable(interaction, all.iter().map(|one| one.channel).chain(staff.iter().copied())).await;
    Ok(views::excluded::list(interaction.actor.locale, (&all, &staff), &seen, page))
}
