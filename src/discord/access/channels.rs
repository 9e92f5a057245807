//! The two questions about a place: may this person see the channel, and may they write there. Every
//! lookup, list, button, link, job and hand-over that names a channel asks them here, the interactions
//! by [`crate::discord::interaction::channels`].
//!
//! The answer comes from the server as events have shown it. Discord is asked for what events do not
//! tell: who was added to a private thread, and threads that were archived before Steward came. What is
//! not known is *no*, and a channel of another server is never seen.

use std::time::Duration;

use serde_json::Value;
use serenity::all::{GuildChannel, Permissions};
use serenity::http::Route;

use crate::app::App;
use crate::ids::{ChannelId, GuildId, MemberId, RoleId};

use crate::discord::access::level::{Level, Staff};
use crate::discord::client::directory::{Channel, Guild, Role};
use crate::discord::client::rest::Refusal;

/// How long one question to Discord may take, also where no answer to a person waits for it.
const ASKED_WITHIN: Duration = Duration::from_millis(1_200);

/// Somebody by what decides over what they see: who they are and the roles they hold now.
#[derive(Debug, Clone, Copy)]
pub struct Viewer<'r> {
    pub member: MemberId,
    pub roles: &'r [RoleId],
}

/// Whether something can be posted in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CanPost {
    Yes,
    /// These permissions are missing there.
    Lacks(Permissions),
    /// There is no such channel in this server.
    Gone,
    /// Discord did not say in time.
    Unknown,
}

/// Whether a member sees a channel of the server now.
pub async fn is_seen_by(app: &App, guild: GuildId, viewer: Viewer<'_>, channel: ChannelId) -> bool {
    matches!(held_in(app, guild, viewer, channel).await, Ok((_, held)) if held.view_channel())
}

/// Whether a member may write in a channel now; anything but yes means that they may not.
pub async fn can_member_post(app: &App, guild: GuildId, viewer: Viewer<'_>, channel: ChannelId) -> CanPost {
    match held_in(app, guild, viewer, channel).await {
        Ok((place, held)) => missing(held, Permissions::VIEW_CHANNEL | place.sending()),
        Err(no_answer) => no_answer,
    }
}

/// Whether Steward can post with an embed in a channel, asked of Discord at this moment.
pub async fn can_post(app: &App, guild: GuildId, channel: ChannelId) -> CanPost {
    let asking = async {
        let me = app.discord.introduced().await.bot;
        let known = app.discord.directory.guild(guild).ok_or(Refusal::Unknown)?;
        let (place, member) = tokio::try_join!(
            fetch(app, guild, channel),
            app.discord.rest.get(Route::GuildMember { guild_id: guild.into(), user_id: me.into() }),
        )?;
        Ok((known, place, me, role_ids(&member["roles"])))
    };
    match tokio::time::timeout(ASKED_WITHIN, asking).await.unwrap_or(Err(Refusal::Unknown)) {
        Ok((known, place, me, roles)) => {
            let held = known.granted_at(guild, &place, me, &roles).unwrap_or_else(Permissions::empty);
            missing(held, to_post(&place))
        }
        Err(Refusal::Refused { status: 404, .. }) => CanPost::Gone,
        Err(Refusal::Refused { status: 403, .. }) => CanPost::Lacks(to_post(&Channel::default())),
        Err(_) => CanPost::Unknown,
    }
}

/// Whether Steward holds permissions in a channel, as events have told of its roles.
pub async fn steward_holds(app: &App, guild: GuildId, channel: ChannelId, needed: Permissions) -> CanPost {
    let Some((known, me)) = app.discord.directory.guild(guild).zip(app.discord.me()) else { return CanPost::Unknown };
    let steward = Viewer { member: me.bot, roles: &known.own_roles };
    match held_in(app, guild, steward, channel).await {
        Ok((_, held)) => missing(held, needed),
        Err(no_answer) => no_answer,
    }
}

/// Whether Steward can post with an embed in a channel, as events have told of its roles.
pub async fn steward_posts(app: &App, guild: GuildId, channel: ChannelId) -> CanPost {
    let Some((known, me)) = app.discord.directory.guild(guild).zip(app.discord.me()) else { return CanPost::Unknown };
    let steward = Viewer { member: me.bot, roles: &known.own_roles };
    match held_in(app, guild, steward, channel).await {
        Ok((place, held)) => missing(held, to_post(&place)),
        Err(no_answer) => no_answer,
    }
}

/// Whether events have told of a channel of the server.
pub fn is_known(app: &App, guild: GuildId, channel: ChannelId) -> bool {
    app.discord.directory.guild(guild).is_some_and(|known| known.channels.contains_key(&channel))
}

/// Whether a channel is certainly not there any more.
pub async fn is_gone(app: &App, guild: GuildId, channel: ChannelId) -> bool {
    match app.discord.directory.guild(guild) {
        Some(known) => matches!(place(app, guild, &known, channel).await, Err(CanPost::Gone)),
        None => false,
    }
}

/// Whether a thread is a private one that Steward has opened: a talk between people and the staff, of which nothing is
/// counted and no name kept.
pub fn is_own_private_thread(app: &App, guild: GuildId, thread: ChannelId) -> bool {
    let Some((known, me)) = app.discord.directory.guild(guild).zip(app.discord.me()) else { return false };
    known.channels.get(&thread).is_some_and(|one| one.private_thread && one.opened_by == Some(me.bot))
}

/// Whether only the staff sees a channel, or the channel of a thread: no role but those that make staff. Nothing is
/// counted there.
pub fn is_for_staff(app: &App, guild: GuildId, channel: ChannelId) -> bool {
    let Some(known) = app.discord.directory.guild(guild) else { return false };
    let chosen = app.state::<Staff>().roles_in(guild);
    let is_staff = |role: RoleId, of: &Role| {
        Level::from_permissions(of.permissions, false).max(chosen.level(&[role])) > Level::Everyone
    };
    known.is_for_roles(guild, channel, app.discord.me().map(|me| me.bot), is_staff)
}

/// A text channel under which Steward can open a private thread that all of these people see: `here` or the channel of
/// that thread, else the oldest one there is.
///
/// # Errors
/// What Steward lacks where it is `here`; nothing where `here` takes no private threads, or not all of them see it.
pub fn place_of_private_thread(
    app: &App,
    guild: GuildId,
    here: ChannelId,
    people: &[Viewer<'_>],
) -> Result<ChannelId, Option<(ChannelId, Permissions)>> {
    const NEEDED: Permissions = Permissions::VIEW_CHANNEL
        .union(Permissions::CREATE_PRIVATE_THREADS)
        .union(Permissions::SEND_MESSAGES_IN_THREADS)
        .union(Permissions::EMBED_LINKS);
    let Some((known, me)) = app.discord.directory.guild(guild).zip(app.discord.me()) else { return Err(None) };
    let here = known.channels.get(&here).and_then(|place| place.parent.filter(|_| place.thread)).unwrap_or(here);
    let fits = |channel: &ChannelId| {
        let sees = |one: &Viewer<'_>| known.permissions_in(guild, *channel, one.member, one.roles).view_channel();
        known.channels.get(channel).is_some_and(|place| place.takes_private_threads) && people.iter().all(sees)
    };
    let lacks = |channel: ChannelId| NEEDED - known.permissions_in(guild, channel, me.bot, &known.own_roles);
    if fits(&here) && lacks(here).is_empty() {
        return Ok(here);
    }
    let others = known.channels.keys().copied().filter(|channel| fits(channel) && lacks(*channel).is_empty());
    others.min().ok_or_else(|| fits(&here).then(|| (here, lacks(here))))
}

/// Whether a channel belongs to a server.
///
/// # Errors
/// What Discord has said instead, where events have not told of the channel.
pub async fn belongs_to(app: &App, guild: GuildId, channel: ChannelId) -> Result<bool, Refusal> {
    if is_known(app, guild, channel) {
        return Ok(true);
    }
    let found = app.discord.rest.get(Route::Channel { channel_id: channel.into() }).await?;
    Ok(found["guild_id"] == guild.to_string().as_str())
}

/// What a post with an embed takes.
const fn to_post(place: &Channel) -> Permissions {
    Permissions::VIEW_CHANNEL.union(place.sending()).union(Permissions::EMBED_LINKS)
}

pub(crate) fn missing(held: Permissions, needed: Permissions) -> CanPost {
    if held.contains(needed) { CanPost::Yes } else { CanPost::Lacks(needed - held) }
}

/// A channel with what somebody may do there; nothing, where they were not added to a private thread.
pub(crate) async fn held_in(
    app: &App,
    guild: GuildId,
    viewer: Viewer<'_>,
    channel: ChannelId,
) -> Result<(Channel, Permissions), CanPost> {
    let known = app.discord.directory.guild(guild).ok_or(CanPost::Unknown)?;
    let place = place(app, guild, &known, channel).await?;
    let held = known.permissions_at(guild, &place, viewer.member, viewer.roles);
    let is_open = !place.private_thread || held.intersects(Permissions::MANAGE_THREADS | Permissions::ADMINISTRATOR);
    if !held.view_channel() || is_open || was_added(app, channel, viewer.member).await? {
        return Ok((place, held));
    }
    Ok((place, Permissions::empty()))
}

pub(crate) async fn place(app: &App, guild: GuildId, known: &Guild, channel: ChannelId) -> Result<Channel, CanPost> {
    if let Some(place) = known.channels.get(&channel) {
        return Ok(place.clone());
    }
    match tokio::time::timeout(ASKED_WITHIN, fetch(app, guild, channel)).await {
        Ok(Ok(place)) => Ok(place),
        Ok(Err(Refusal::Refused { status: 404, .. })) => Err(CanPost::Gone),
        Ok(Err(_)) | Err(_) => Err(CanPost::Unknown),
    }
}

/// A channel as Discord tells it; one of another server is as good as none.
async fn fetch(app: &App, guild: GuildId, channel: ChannelId) -> Result<Channel, Refusal> {
    let found = app.discord.rest.get(Route::Channel { channel_id: channel.into() }).await?;
    if found["guild_id"] != guild.to_string().as_str() {
        let message = "a channel of another server".to_owned();
        return Err(Refusal::Refused { status: 404, code: 0, message });
    }
    let found: GuildChannel = serde_json::from_value(found).map_err(|_| Refusal::Unknown)?;
    Ok(Channel::from(&found))
}

/// Whether somebody was added to a thread.
async fn was_added(app: &App, thread: ChannelId, member: MemberId) -> Result<bool, CanPost> {
    let route = Route::ChannelThreadMember { channel_id: thread.into(), user_id: member.into() };
    match tokio::time::timeout(ASKED_WITHIN, app.discord.rest.get(route)).await {
        Ok(Ok(_)) => Ok(true),
        Ok(Err(Refusal::Refused { status: 404, .. })) => Ok(false),
        Ok(Err(_)) | Err(_) => Err(CanPost::Unknown),
    }
}

fn role_ids(value: &Value) -> Vec<RoleId> {
    let ids = value.as_array().map_or(&[][..], Vec::as_slice).iter();
    ids.filter_map(|id| id.as_str()?.parse().ok()).map(RoleId).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serenity::all::{PermissionOverwrite, PermissionOverwriteType};

    use super::*;
    use crate::discord::client::directory::Role;

    const EVERYONE: u64 = 1;
    const OURS: u64 = 2;
    const ME: u64 = 3;
    const VIEW: Permissions = Permissions::VIEW_CHANNEL;
    const SEND: Permissions = Permissions::SEND_MESSAGES;
    const NONE: Permissions = Permissions::empty();
    const TO_POST: Permissions = VIEW.union(SEND).union(Permissions::EMBED_LINKS);

    #[rstest]
    #[case::as_in_the_server(TO_POST, &[], NONE)]
    #[case::hidden_from_everyone(TO_POST, &[(EVERYONE, NONE, VIEW)], TO_POST)]
    #[case::shown_to_our_role(TO_POST, &[(EVERYONE, NONE, VIEW), (OURS, VIEW, NONE)], NONE)]
    #[case::a_role_that_allows_wins(TO_POST, &[(OURS, SEND, SEND)], NONE)]
    #[case::the_member_has_the_last_word(TO_POST, &[(OURS, SEND, NONE), (ME, NONE, SEND)], SEND)]
    #[case::of_others(TO_POST, &[(9, NONE, VIEW)], NONE)]
    #[case::never_given(VIEW, &[], TO_POST.difference(VIEW))]
    #[case::administrator(Permissions::ADMINISTRATOR, &[(EVERYONE, NONE, TO_POST)], NONE)]
    fn what_is_missing_in_a_channel(
        #[case] held: Permissions,
        #[case] overwrites: &[(u64, Permissions, Permissions)],
        #[case] lacking: Permissions,
    ) {
        let overwrite = |&(id, allow, deny): &(u64, Permissions, Permissions)| PermissionOverwrite {
            allow,
            deny,
            kind: if id == ME {
                PermissionOverwriteType::Member(id.into())
            } else {
                PermissionOverwriteType::Role(id.into())
            },
        };
        let overwrites: Vec<PermissionOverwrite> = overwrites.iter().map(overwrite).collect();
        let place = Channel::default().with_overwrites(&overwrites);
        let everyone = Role { permissions: held, ..Role::default() };
        let town = Guild { roles: [(RoleId(1), everyone)].into(), ..Guild::default() };
        let held = town.granted_at(GuildId(1), &place, MemberId(3), &[RoleId(2)]).unwrap_or_default();
        let expected = if lacking.is_empty() { CanPost::Yes } else { CanPost::Lacks(lacking) };
        assert_eq!(missing(held, to_post(&place)), expected);
    }
}
