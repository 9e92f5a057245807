//! Whether Steward can post somewhere, asked of Discord at that moment: what it may do in a channel
//! follows from its roles and from what the channel allows and denies.

use std::time::Duration;

use serde_json::Value;
use serenity::all::Permissions;
use serenity::http::Route;

use crate::app::App;
use crate::ids::{ChannelId, GuildId, RoleId};

use crate::discord::client::rest::Refusal;

/// What a post with an embed takes.
const TO_POST: Permissions =
    Permissions::VIEW_CHANNEL.union(Permissions::SEND_MESSAGES).union(Permissions::EMBED_LINKS);
/// How long Discord may take to say so: somebody waits for an answer meanwhile.
const SAID_WITHIN: Duration = Duration::from_millis(1_200);

/// Whether something can be posted in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CanPost {
    Yes,
    /// These permissions are missing there.
    Lacks(Permissions),
    /// There is no such channel any more.
    Gone,
    /// Discord did not say in time.
    Unknown,
}

/// Whether Steward can post in a channel now.
pub async fn can_post(app: &App, guild: GuildId, channel: ChannelId) -> CanPost {
    let asking = tokio::time::timeout(SAID_WITHIN, ask(app, guild, channel));
    match asking.await.unwrap_or(Err(Refusal::Unknown)) {
        Ok(permissions) if permissions.contains(TO_POST) => CanPost::Yes,
        Ok(permissions) => CanPost::Lacks(TO_POST - permissions),
        Err(Refusal::Refused { status: 404, .. }) => CanPost::Gone,
        Err(Refusal::Refused { status: 403, .. }) => CanPost::Lacks(TO_POST),
        Err(_) => CanPost::Unknown,
    }
}

async fn ask(app: &App, guild: GuildId, channel: ChannelId) -> Result<Permissions, Refusal> {
    let me = app.discord.introduced().await.bot;
    let directory = app.discord.directory.guild(guild).ok_or(Refusal::Unknown)?;
    let (found, member) = tokio::try_join!(
        app.discord.rest.get(Route::Channel { channel_id: channel.into() }),
        app.discord.rest.get(Route::GuildMember { guild_id: guild.into(), user_id: me.into() }),
    )?;
    let roles: Vec<RoleId> = list(&member["roles"]).iter().filter_map(number).map(RoleId).collect();
    let held = directory.permissions(guild, me, &roles);
    let overwrites: Vec<Overwrite> = list(&found["permission_overwrites"]).iter().filter_map(Overwrite::read).collect();
    Ok(in_channel(held, &overwrites, guild.get(), me.get(), &roles))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Discord sends large numbers as text.
fn number(value: &Value) -> Option<i64> {
    value.as_str()?.parse().ok()
}

/// What a channel allows and denies to a role or a member.
#[derive(Debug, Clone, Copy)]
struct Overwrite {
    /// Of the role or the member.
    id: i64,
    allow: Permissions,
    deny: Permissions,
}

impl Overwrite {
    fn read(value: &Value) -> Option<Self> {
        let bits = |value: &Value| number(value).map(|bits| Permissions::from_bits_truncate(bits.cast_unsigned()));
        Some(Self { id: number(&value["id"])?, allow: bits(&value["allow"])?, deny: bits(&value["deny"])? })
    }
}

/// What holds in a channel for somebody who holds this in the server as a whole: first what is set
/// for everyone, then for the roles together, then for the member.
fn in_channel(
    held: Permissions,
    overwrites: &[Overwrite],
    everyone: i64,
    member: i64,
    roles: &[RoleId],
) -> Permissions {
    if held.administrator() {
        return Permissions::all();
    }
    let apply = |held: Permissions, fits: &dyn Fn(i64) -> bool| {
        let fitting = || overwrites.iter().filter(|overwrite| fits(overwrite.id));
        let denied = fitting().fold(Permissions::empty(), |all, one| all | one.deny);
        let allowed = fitting().fold(Permissions::empty(), |all, one| all | one.allow);
        (held - denied) | allowed
    };
    let held = apply(held, &|id| id == everyone);
    let held = apply(held, &|id| roles.contains(&RoleId(id)));
    let held = apply(held, &|id| id == member);
    if held.view_channel() { held } else { Permissions::empty() }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const EVERYONE: i64 = 1;
    const OURS: i64 = 2;
    const ME: i64 = 3;
    const VIEW: Permissions = Permissions::VIEW_CHANNEL;
    const SEND: Permissions = Permissions::SEND_MESSAGES;
    const NONE: Permissions = Permissions::empty();

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
        #[case] overwrites: &[(i64, Permissions, Permissions)],
        #[case] missing: Permissions,
    ) {
        let overwrites: Vec<Overwrite> =
            overwrites.iter().map(|(id, allow, deny)| Overwrite { id: *id, allow: *allow, deny: *deny }).collect();
        let permissions = in_channel(held, &overwrites, EVERYONE, ME, &[RoleId(OURS)]);
        assert_eq!(TO_POST - permissions, missing);
    }
}
