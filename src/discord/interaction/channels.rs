//! Whether the actor of an interaction sees a channel, may read what was kept about it, and may have Steward
//! post there: the two questions of [`crate::discord::access::channels`], asked about the one who acts.

use std::collections::HashSet;

use serenity::all::Permissions;

use crate::discord::access::channels as access;
use crate::discord::access::channels::{
    CanPost, Viewer, can_member_post, held_in, is_seen_by, missing, place, steward_holds, steward_posts,
};
use crate::discord::access::permission;
use crate::error::{Message, Result};
use crate::ids::ChannelId;

use super::context::Interaction;

/// Whether the actor of an interaction sees a channel now. The one they act in they see.
pub async fn sees(interaction: &Interaction, channel: ChannelId) -> bool {
    is_here(interaction, channel)
        || interaction
            .in_time(is_seen_by(&interaction.app, interaction.actor.guild, viewer(interaction), channel))
            .await
            .unwrap_or(false)
}

/// Refuses a channel that the actor does not [see](sees).
///
/// # Errors
/// Told, that they do not see it.
pub async fn require_seen(interaction: &Interaction, channel: ChannelId) -> Result<()> {
    if sees(interaction, channel).await { Ok(()) } else { Err(Message::new("channel-unseen").into()) }
}

/// Whether the actor of an interaction may read what Steward has kept about a channel: its polls, the
/// messages quoted from it. Where the channel was deleted, administrators may.
pub async fn may_read(interaction: &Interaction, channel: ChannelId) -> bool {
    if is_here(interaction, channel) {
        return true;
    }
    let held = held_in(&interaction.app, interaction.actor.guild, viewer(interaction), channel);
    match interaction.in_time(held).await.unwrap_or(Err(CanPost::Unknown)) {
        Ok((_, held)) => held.view_channel(),
        Err(CanPost::Gone) => is_administrator(interaction),
        Err(_) => false,
    }
}

/// Those of the channels that [`may_read`] says yes to.
pub async fn readable(interaction: &Interaction, channels: impl IntoIterator<Item = ChannelId>) -> HashSet<ChannelId> {
    let mut readable = HashSet::new();
    let asking = async {
        for channel in channels.into_iter().collect::<HashSet<_>>() {
            if may_read(interaction, channel).await {
                readable.insert(channel);
            }
        }
    };
    // What was not answered in time is not read.
    interaction.in_time(asking).await;
    readable
}

/// Whether the actor of an interaction may write in a channel: only there may they have Steward post.
///
/// # Errors
/// Told, what they lack there; of a channel that they do not see, only that.
pub async fn may_post(interaction: &Interaction, channel: ChannelId) -> Result<()> {
    match interaction.in_time(can_actor_post(interaction, channel)).await.unwrap_or(CanPost::Unknown) {
        CanPost::Yes => Ok(()),
        CanPost::Lacks(missing) if !missing.view_channel() => Err(Message::new("channel-not-yours")
            .with("channel", channel)
            .with("permission", permission::names(missing))
            .into()),
        CanPost::Lacks(_) | CanPost::Gone => Err(Message::new("channel-unseen").into()),
        CanPost::Unknown => Err(Message::new("people-unanswered").into()),
    }
}

/// Whether Steward holds what it takes in a channel that the actor sees.
///
/// # Errors
/// Told, what it lacks there.
pub async fn steward_needs(interaction: &Interaction, channel: ChannelId, needed: Permissions) -> Result<()> {
    let holds = steward_holds(&interaction.app, interaction.actor.guild, channel, needed);
    match interaction.in_time(holds).await.unwrap_or(CanPost::Unknown) {
        CanPost::Yes => Ok(()),
        CanPost::Lacks(missing) => Err(permission::refused_in(channel, missing).into()),
        CanPost::Gone => Err(Message::new("channel-unseen").into()),
        CanPost::Unknown => Err(Message::new("people-unanswered").into()),
    }
}

/// What to say in a preview where Steward can't post in the channel as things are; what it holds may change until then.
pub async fn warn_of_post(interaction: &Interaction, channel: ChannelId) -> Option<Message> {
    let posts = steward_posts(&interaction.app, interaction.actor.guild, channel);
    match interaction.in_time(posts).await.unwrap_or(CanPost::Unknown) {
        CanPost::Lacks(missing) => {
            let lacks = Message::new("preview-lacks").with("channel", channel);
            Some(lacks.with("permission", permission::names(missing)))
        }
        // Discord will say when it is posted.
        CanPost::Yes | CanPost::Gone | CanPost::Unknown => None,
    }
}

/// Under which channel Steward opens a private thread for the actor and these people.
///
/// # Errors
/// Told, what Steward lacks here, or that there is no channel for it.
pub fn place_of_private_thread(interaction: &Interaction, people: &[Viewer<'_>]) -> Result<ChannelId> {
    let all: Vec<Viewer<'_>> = people.iter().copied().chain([viewer(interaction)]).collect();
    access::place_of_private_thread(&interaction.app, interaction.actor.guild, interaction.channel, &all).map_err(
        |lacks| match lacks {
            Some((channel, lacks)) => permission::refused_in(channel, lacks).into(),
            None => Message::new("channel-no-private-threads").into(),
        },
    )
}

async fn can_actor_post(interaction: &Interaction, channel: ChannelId) -> CanPost {
    let (app, guild) = (&interaction.app, interaction.actor.guild);
    if !is_here(interaction, channel) {
        return can_member_post(app, guild, viewer(interaction), channel).await;
    }
    let Some(known) = app.discord.directory.guild(guild) else { return CanPost::Unknown };
    match place(app, guild, &known, channel).await {
        // Of the channel that they are in Discord has said what they may do.
        Ok(place) => missing(interaction.actor.here, Permissions::VIEW_CHANNEL | place.sending()),
        Err(no_answer) => no_answer,
    }
}

fn viewer(interaction: &Interaction) -> Viewer<'_> {
    Viewer { member: interaction.actor.member, roles: interaction.roles() }
}

fn is_here(interaction: &Interaction, channel: ChannelId) -> bool {
    channel == interaction.channel
}

fn is_administrator(interaction: &Interaction) -> bool {
    let known = interaction.app.discord.directory.guild(interaction.actor.guild);
    known.is_some_and(|known| {
        known.permissions(interaction.actor.guild, interaction.actor.member, interaction.roles()).administrator()
    })
}
