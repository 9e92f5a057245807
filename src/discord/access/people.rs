//! The people of an action as they are now: whoever acts, whom it is done to, and Steward itself,
//! as [`super::authorize`] wants to know them.
//!
//! Whoever acts comes with the interaction; the others are asked of Discord at that moment, never
//! remembered. A person waits for the answer meanwhile, and Discord lets them wait three seconds at
//! most, so the questions have little time. What is not answered in it decides nothing: the person
//! is told that nothing was done.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serenity::all::{
    Permissions, RoleId as DiscordRoleId, RoleTags, Timestamp as DiscordTimestamp, User, UserId as DiscordUserId,
};
use serenity::http::Route;
use tokio::task::JoinSet;

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::{Error, Message, Result};
use crate::ids::{ChannelId, GuildId, MemberId, RoleId};

use crate::discord::access::authorize;
use crate::discord::access::authorize::{Action, Presence, Refused, Standing};
use crate::discord::access::channels;
use crate::discord::access::channels::Viewer;
use crate::discord::access::level::Level;
use crate::discord::access::level::Staff;
use crate::discord::access::permission;
use crate::discord::client::directory::{Guild, Role};
use crate::discord::client::rest::Refusal;

/// How long one question to Discord may take.
const ONE: Duration = Duration::from_millis(1_200);
/// How long all of them together may take.
const ALL: Duration = Duration::from_millis(2_000);
/// Discord's codes for a server that Steward is not in.
const UNKNOWN_GUILD: i64 = 10_004;
const MISSING_ACCESS: i64 = 50_001;
/// Discord's code for what Steward is not permitted.
const MISSING_PERMISSIONS: i64 = 50_013;
/// Discord's code for a person who is not banned.
const UNKNOWN_BAN: i64 = 10_026;
/// Discord's code for a person who is not in the server.
const UNKNOWN_MEMBER: i64 = 10_007;
/// Discord's code for an id that is nobody's.
const UNKNOWN_USER: i64 = 10_013;

/// Someone whom an action is done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub standing: Standing,
    /// As it is shown in the server, or everywhere if they are not here; in their own words.
    pub name: String,
    /// The end of the timeout they are in.
    pub timed_out_until: Option<Timestamp>,
    pub roles: Vec<RoleId>,
}

impl Person {
    /// Whether they can read a channel of the server now.
    pub async fn sees(&self, app: &App, guild: GuildId, channel: ChannelId) -> bool {
        let here = self.standing.presence == Presence::Here;
        here && channels::is_seen_by(app, guild, self.viewer(), channel).await
    }

    /// What decides over what they see.
    pub fn viewer(&self) -> Viewer<'_> {
        Viewer { member: self.standing.member, roles: &self.roles }
    }
}

/// Everyone that an action has to do with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parties {
    pub actor: Standing,
    pub target: Person,
    pub steward: Standing,
}

impl Parties {
    /// Whether the actor may do this to the target, and Steward can.
    ///
    /// # Errors
    /// Why not, and what would change that.
    pub fn may(&self, action: Action) -> Result<(), Refused> {
        authorize::authorize(&self.actor, action, Some(&self.target.standing), &self.steward)
    }
}

/// Whether a person may still do what they asked for earlier, now that a job does it for them.
///
/// # Errors
/// Why not any more.
pub fn may_still(person: &Person, action: Action) -> Result<(), Refused> {
    let steward = Standing::absent(MemberId(0), true);
    if person.standing.presence == Presence::Absent {
        return Err(Refused::Nobody);
    }
    authorize::authorize(&person.standing, action, None, &steward)
}

/// One person, for who acts without an interaction.
///
/// # Errors
/// Told, if there is no such person or Discord did not answer in time.
pub async fn fetch(app: &App, guild: GuildId, member: MemberId) -> Result<Person> {
    let asking = async {
        let found = found(app, guild, member).await?;
        let known = known(app, guild, &[&found.facts]).await?;
        Ok(found.person(app, &known, guild, app.clock.now()))
    };
    in_time(asking).await
}

/// What people are called in a server, as Discord says it now; those of whom it doesn't in time are left out.
pub async fn names(app: &Arc<App>, guild: GuildId, members: &[MemberId]) -> HashMap<MemberId, String> {
    let mut asking = JoinSet::new();
    for member in members.iter().copied() {
        let app = Arc::clone(app);
        asking.spawn(async move {
            let found = tokio::time::timeout(ONE, found(&app, guild, member)).await;
            Some((member, found.ok()?.ok()?.name))
        });
    }
    asking.join_all().await.into_iter().flatten().collect()
}

/// What Discord keeps of somebody's timeout: its end, also one that has passed; none, if there was none or
/// somebody lifted it. Where Steward is not in the server any more, nobody is.
///
/// # Errors
/// Told, if Discord did not answer in time.
pub async fn timeout(app: &App, guild: GuildId, member: MemberId) -> Result<(Presence, Option<Timestamp>)> {
    let asking = async {
        match found(app, guild, member).await {
            Ok(found) => Ok((found.presence, found.facts.timed_out_until)),
            Err(Error::Fault(error)) if error.downcast_ref().is_some_and(outside) => Ok((Presence::Absent, None)),
            Err(error) => Err(error),
        }
    };
    in_time(asking).await
}

/// What Discord keeps of somebody's ban.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ban {
    /// Steward may not read the bans of the server.
    Unread,
    No,
    /// With the reason that stands beside it.
    Yes(Option<String>),
}

#[derive(Deserialize)]
struct BanJson {
    reason: Option<String>,
}

/// Whether somebody is banned from a server.
///
/// # Errors
/// Told, if Discord did not answer in time.
pub async fn ban(app: &App, guild: GuildId, member: MemberId) -> Result<Ban> {
    let asking = async {
        let route = Route::GuildBan { guild_id: guild.into(), user_id: member.into() };
        match ask::<BanJson>(app, route).await {
            Ok(ban) => Ok(Ban::Yes(ban.reason)),
            Err(Unanswered::Refused(refusal)) if matches!(refusal.code(), UNKNOWN_BAN | UNKNOWN_USER) => Ok(Ban::No),
            Err(Unanswered::Refused(refusal)) if refusal.code() == MISSING_PERMISSIONS || outside(&refusal) => {
                Ok(Ban::Unread)
            }
            Err(unanswered) => Err(unanswered.into()),
        }
    };
    in_time(asking).await
}

/// Whether Steward is in a server now.
///
/// # Errors
/// Told, if Discord did not answer in time.
pub async fn steward_is_in(app: &App, guild: GuildId) -> Result<bool> {
    let asking = async {
        match app.discord.rest.get(Route::Guild { guild_id: guild.into() }).await {
            Ok(_) => Ok(true),
            Err(refusal) if outside(&refusal) => Ok(false),
            Err(refusal) => Err(Unanswered::Refused(refusal).into()),
        }
    };
    in_time(asking).await
}

/// Whether somebody is in a server; nobody is where Discord does not say so.
pub(crate) async fn is_here(app: &App, guild: GuildId, member: MemberId) -> bool {
    found(app, guild, member).await.is_ok_and(|found| found.presence == Presence::Here)
}

/// Somebody who comes into a server through direct messages. Where Steward is not in the server any
/// more, nobody is.
///
/// # Errors
/// Told, if Discord did not answer in time.
pub(crate) async fn enter(app: &App, guild: GuildId, member: MemberId) -> Result<(Facts, Standing)> {
    let asking = async {
        let found = match found(app, guild, member).await {
            Err(Error::Fault(error)) if error.downcast_ref().is_some_and(outside) => {
                let facts = Facts { member, bot: false, roles: Vec::new(), timed_out_until: None };
                return Ok((facts, Standing::absent(member, false)));
            }
            found => found?,
        };
        let known = known(app, guild, &[&found.facts]).await?;
        let facts = found.facts.clone();
        Ok((facts, found.person(app, &known, guild, app.clock.now()).standing))
    };
    in_time(asking).await
}

/// Whether Discord says that Steward is not in that server.
const fn outside(refusal: &Refusal) -> bool {
    matches!(refusal.code(), UNKNOWN_GUILD | MISSING_ACCESS)
}

/// Steward's own place in a server.
///
/// # Errors
/// Told, if Discord did not answer in time.
pub async fn steward(app: &App, guild: GuildId) -> Result<Standing> {
    Ok(fetch(app, guild, me(app)?.member).await?.standing)
}

/// Why Discord has just refused (50013) to let Steward do something to a person, as far as that can
/// be found out now; at least the name of the permission that it takes.
pub async fn hindrance(app: &App, guild: GuildId, action: Action, member: MemberId) -> Message {
    let facts = tokio::try_join!(fetch(app, guild, member), steward(app, guild));
    if let Ok((target, steward)) = facts
        && let Err(refused) = authorize::feasible(action, Some(&target.standing), &steward)
    {
        return refused.message();
    }
    permission::refused_everywhere(action.rule.needs)
}

/// What Discord says of somebody in a server, before it is set against the server's roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Facts {
    pub member: MemberId,
    pub bot: bool,
    pub roles: Vec<RoleId>,
    pub timed_out_until: Option<Timestamp>,
}

/// The place of the actor; `here` is what Discord permits them in that channel.
///
/// Levels hold for the whole server: an overwrite in one channel makes nobody a moderator. Only
/// until the server's roles have arrived what Discord computed for the channel has to do, and
/// nobody stands below such a person.
pub(crate) fn standing_from_cache(app: &App, guild: GuildId, facts: &Facts, here: Permissions) -> Standing {
    if let Some(known) = app.discord.directory.guild(guild) {
        return standing(app, &known, guild, facts, app.clock.now());
    }
    let level = Level::from_permissions(here, false).max(app.state::<Staff>().roles_in(guild).level(&facts.roles));
    Standing { level, permissions: here, presence: Presence::Here, ..Standing::absent(facts.member, facts.bot) }
}

/// Somebody's place, by their roles and the server's, and by the roles that were chosen for staff.
pub(crate) fn standing(app: &App, guild: &Guild, id: GuildId, facts: &Facts, now: Timestamp) -> Standing {
    let owner = guild.owner == Some(facts.member);
    let permissions = guild.permissions(id, facts.member, &facts.roles);
    let timed_out = facts.timed_out_until.is_some_and(|until| until > now) && !permissions.administrator();
    Standing {
        member: facts.member,
        level: Level::from_permissions(permissions, owner).max(app.state::<Staff>().roles_in(id).level(&facts.roles)),
        owner,
        bot: facts.bot,
        top: guild.rank(&facts.roles),
        permissions: if timed_out { permissions & IN_TIMEOUT } else { permissions },
        timed_out,
        presence: Presence::Here,
    }
}

/// What Discord leaves to a person in a timeout.
const IN_TIMEOUT: Permissions = Permissions::VIEW_CHANNEL.union(Permissions::READ_MESSAGE_HISTORY);

/// Discord's instant as ours.
pub(crate) fn timestamp(discord: DiscordTimestamp) -> Timestamp {
    Timestamp(discord.timestamp_millis())
}

/// Steward as one who is known by name only.
pub(crate) fn me(app: &App) -> Result<Standing> {
    let me = app.discord.me().ok_or_else(|| Error::fault("an interaction before Discord has said who we are"))?;
    Ok(Standing::absent(me.bot, true))
}

/// What Discord has said of a person.
pub(crate) struct Found {
    pub facts: Facts,
    pub name: String,
    pub presence: Presence,
}

impl Found {
    pub fn person(self, app: &App, guild: &Guild, id: GuildId, now: Timestamp) -> Person {
        let standing = match self.presence {
            Presence::Here => standing(app, guild, id, &self.facts, now),
            Presence::Absent => Standing::absent(self.facts.member, self.facts.bot),
        };
        let timed_out_until = self.facts.timed_out_until.filter(|until| *until > now);
        Person { standing, name: self.name, timed_out_until, roles: self.facts.roles }
    }
}

/// A member as Discord sends one.
#[derive(Deserialize)]
struct MemberJson {
    user: User,
    nick: Option<String>,
    roles: Vec<DiscordRoleId>,
    communication_disabled_until: Option<DiscordTimestamp>,
}

/// Looks for somebody in a server, then anywhere.
pub(crate) async fn found(app: &App, guild: GuildId, member: MemberId) -> Result<Found> {
    let route = Route::GuildMember { guild_id: guild.into(), user_id: member.into() };
    let here: MemberJson = match ask(app, route).await {
        Ok(here) => here,
        Err(Unanswered::Refused(refusal)) if refusal.code() == UNKNOWN_MEMBER => {
            let user: User = ask(app, Route::User { user_id: member.into() }).await?;
            let facts = Facts { member, bot: user.bot, roles: Vec::new(), timed_out_until: None };
            return Ok(Found { facts, name: shown(user), presence: Presence::Absent });
        }
        Err(unanswered) => return Err(unanswered.into()),
    };
    let facts = Facts {
        member,
        bot: here.user.bot,
        roles: here.roles.into_iter().map(RoleId::from).collect(),
        timed_out_until: here.communication_disabled_until.map(timestamp),
    };
    Ok(Found { facts, name: here.nick.unwrap_or_else(|| shown(here.user)), presence: Presence::Here })
}

pub(crate) fn shown(user: User) -> String {
    user.global_name.map_or(user.name, String::from)
}

/// A server as Discord sends it, as far as it says who stands where.
#[derive(Deserialize)]
struct GuildJson {
    owner_id: DiscordUserId,
    roles: Vec<RoleJson>,
}

#[derive(Deserialize)]
struct RoleJson {
    id: DiscordRoleId,
    name: String,
    position: u16,
    permissions: Permissions,
    #[serde(default)]
    managed: bool,
    #[serde(default)]
    tags: RoleTags,
    #[serde(default)]
    mentionable: bool,
}

/// The server's owner and roles: from memory, which events keep up to date; asked of Discord where
/// somebody holds a role that no event has told of yet.
pub(crate) async fn known(app: &App, id: GuildId, people: &[&Facts]) -> Result<Arc<Guild>> {
    if let Some(guild) = app.discord.directory.guild(id) {
        let mut held = people.iter().flat_map(|facts| &facts.roles);
        if held.all(|role| guild.roles.contains_key(role)) {
            return Ok(guild);
        }
    }
    let GuildJson { owner_id, roles } = ask(app, Route::Guild { guild_id: id.into() }).await?;
    let role = |role: RoleJson| {
        let RoleJson { id, name, position, permissions, managed, tags, mentionable } = role;
        let of_bot = tags.bot_id.is_some();
        (id.into(), Role { name, position, permissions, managed, of_bot, mentionable })
    };
    let roles: HashMap<RoleId, Role> = roles.into_iter().map(role).collect();
    Ok(Arc::new(Guild { owner: Some(owner_id.into()), roles, ..Guild::default() }))
}

/// Why there is no answer.
enum Unanswered {
    Refused(Refusal),
    /// It cannot be read.
    Unread(serde_json::Error),
}

impl From<Unanswered> for Error {
    fn from(unanswered: Unanswered) -> Self {
        match unanswered {
            Unanswered::Refused(refusal) if refusal.code() == UNKNOWN_USER => Message::new("people-unknown").into(),
            // A question changes nothing, so that much is certain.
            Unanswered::Refused(refusal) if refusal.is_transient() => too_late(),
            Unanswered::Refused(refusal) => refusal.into(),
            Unanswered::Unread(error) => error.into(),
        }
    }
}

/// One question to Discord, asked a second time if that may help and there is time.
async fn ask<T: DeserializeOwned>(app: &App, route: Route<'_>) -> Result<T, Unanswered> {
    let rest = &app.discord.rest;
    let asking = async {
        match rest.get(route).await {
            Err(refusal) if refusal.is_transient() => rest.get(route).await,
            answer => answer,
        }
    };
    let answer = tokio::time::timeout(ONE, asking).await.unwrap_or(Err(Refusal::Unknown));
    serde_json::from_value(answer.map_err(Unanswered::Refused)?).map_err(Unanswered::Unread)
}

pub(crate) async fn in_time<T>(asking: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::time::timeout(ALL, asking).await.unwrap_or_else(|_| Err(too_late()))
}

fn too_late() -> Error {
    Message::new("people-unanswered").into()
}
