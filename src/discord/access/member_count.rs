//! How many people may take part in something: everyone of a server, or whoever holds one of some
//! roles; whether there is anybody else of the staff; who of many people is here, and who joined lately. Discord counts who holds a role; for anything else its members are listed page by page,
//! which takes the privileged intent, and in a large server its time.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use serenity::http::{LightMethod, Request, Route};

use crate::app::App;
use crate::clock::Timestamp;
use crate::ids::{DISCORD_EPOCH_MS, GuildId, MemberId, RoleId};

use crate::discord::access::authorize::{Presence, Standing};
use crate::discord::access::level::Level;
use crate::discord::access::people::{Facts, Found, Person, known, standing, timestamp};
use crate::discord::client::rest::Refusal;

/// How long it may take while a person waits for an answer: a server of a few thousand is counted.
pub const FOR_AN_ANSWER: Duration = Duration::from_millis(1_500);
/// How long it may take in a job, which nobody waits for.
pub const IN_A_JOB: Duration = Duration::from_secs(45);

/// How long one page may take where many are looked for.
const ONE_PAGE: Duration = Duration::from_secs(5);
/// So many pages are looked through for them; in a large server those whose ids lie far apart are asked for one by one.
const PAGES: usize = 3;
/// From so many members on not all are looked at.
const LARGE: u64 = 50_000;
/// Then an account counts as young for so long.
const YOUNG: Duration = Duration::from_hours(365 * 24);
/// How many members come with a page, which is as many as Discord gives.
const PAGE: usize = 1_000;

/// Of the members of a server, who counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Who<'a> {
    /// Whoever holds one of these; everyone, if there are none.
    pub roles: &'a [RoleId],
    /// Whoever joined the server by then.
    pub joined_by: Option<Timestamp>,
    /// Whoever's account was made by then.
    pub made_by: Option<Timestamp>,
}

/// How many people hold any of these roles, all of them if none is named; bots do not count where
/// members are listed, and of a single role Steward does not. `None` where Discord does not say,
/// or not in time.
pub async fn count(app: &App, guild: GuildId, roles: &[RoleId], patience: Duration) -> Option<u64> {
    count_of(app, guild, Who { roles, ..Who::default() }, patience).await
}

/// The same of those who were here, or on Discord, by some time.
pub async fn count_of(app: &App, guild: GuildId, who: Who<'_>, patience: Duration) -> Option<u64> {
    // Whoever names the role of everyone among others names everyone.
    let who = if who.roles.contains(&RoleId(guild.get())) { Who { roles: &[], ..who } } else { who };
    let counting = async {
        match who {
            Who { roles: [role], joined_by: None, made_by: None } => holders(app, guild, *role).await,
            who => listed(app, guild, who).await,
        }
    };
    tokio::time::timeout(patience, counting).await.ok()?.ok()
}

async fn holders(app: &App, guild: GuildId, role: RoleId) -> Result<u64, Refusal> {
    let counts = app.discord.rest.get_path(&format!("/guilds/{guild}/roles/member-counts")).await?;
    let count = counts[role.to_string()].as_u64().ok_or_else(|| unread("no count of the role"))?;
    let server = app.discord.directory.guild(guild);
    let steward_too = server.is_some_and(|server| server.own_roles.contains(&role));
    Ok(count.saturating_sub(u64::from(steward_too)))
}

/// A member as Discord lists one, as far as it says who counts.
#[derive(Deserialize)]
struct Listed {
    user: ListedUser,
    roles: Vec<serenity::all::RoleId>,
    communication_disabled_until: Option<serenity::all::Timestamp>,
    joined_at: Option<serenity::all::Timestamp>,
}

#[derive(Deserialize)]
struct ListedUser {
    id: serenity::all::UserId,
    #[serde(default)]
    bot: bool,
}

impl Listed {
    /// What decides over what they may.
    fn facts(&self) -> Facts {
        Facts {
            member: self.user.id.into(),
            bot: self.user.bot,
            roles: self.roles.iter().map(|role| (*role).into()).collect(),
            timed_out_until: self.communication_disabled_until.map(timestamp),
        }
    }
}

impl Who<'_> {
    /// Whether somebody is one of them; bots never are.
    fn includes(&self, member: &Listed) -> bool {
        let holds = self.roles.is_empty() || member.roles.iter().any(|role| self.roles.contains(&(*role).into()));
        let joined = member.joined_at.map(timestamp);
        let was_here = self.joined_by.is_none_or(|by| joined.is_some_and(|joined| joined <= by));
        let made = Timestamp(MemberId::from(member.user.id).created_ms());
        holds && was_here && self.made_by.is_none_or(|by| made <= by) && !member.user.bot
    }
}

async fn listed(app: &App, guild: GuildId, who: Who<'_>) -> Result<u64, Refusal> {
    let (mut count, mut after) = (0, MemberId(0));
    loop {
        let page = page(app, guild, after).await?;
        let counts = |member: &Listed| who.includes(member);
        count += page.iter().filter(|member| counts(member)).count() as u64;
        let last = page.iter().map(|member| MemberId::from(member.user.id)).max();
        match last {
            Some(last) if page.len() == PAGE && last > after => after = last,
            _ => return Ok(count),
        }
    }
}

/// Whether somebody of this level or above is in a server besides these people; bots do not count, nor does whoever is in a
/// timeout. `None` where Discord does not say; what is to be known in time is for whoever asks to see to.
pub async fn has_staff(app: &App, guild: GuildId, level: Level, besides: &[MemberId]) -> Option<bool> {
    let known = app.discord.directory.guild(guild)?;
    if known.owner.is_some_and(|owner| !besides.contains(&owner)) {
        return Some(true);
    }
    let now = app.clock.now();
    let mut after = MemberId(0);
    loop {
        let page = page(app, guild, after).await.ok()?;
        let is_staff = |member: &Listed| {
            let facts = member.facts();
            let of_level = standing(app, &known, guild, &facts, now).acting_level() >= level;
            of_level && !facts.bot && !besides.contains(&facts.member)
        };
        if page.iter().any(is_staff) {
            return Some(true);
        }
        let last = page.iter().map(|member| MemberId::from(member.user.id)).max();
        match last {
            Some(last) if page.len() == PAGE && last > after => after = last,
            _ => return Some(false),
        }
    }
}

/// Many people at once, for a job: members are listed from the lowest of these ids on, a thousand for each question.
/// Only those are in the answer of whom that says whether they are here, each without their name; it may be nobody.
///
/// # Errors
/// Told, if the roles of the server are not known and Discord did not answer in time.
pub async fn fetch_listed(
    app: &App,
    guild: GuildId,
    members: &[MemberId],
) -> crate::error::Result<HashMap<MemberId, Person>> {
    let mut people = HashMap::new();
    let (Some(first), Some(last)) = (members.iter().min(), members.iter().max()) else { return Ok(people) };
    let wanted: HashSet<MemberId> = members.iter().copied().collect();
    let now = app.clock.now();
    let mut after = MemberId(first.get() - 1);
    for _ in 0..PAGES {
        let listing = tokio::time::timeout(ONE_PAGE, page(app, guild, after));
        let Ok(Ok(page)) = listing.await else { return Ok(people) };
        let ids = page.iter().map(|listed| listed.facts().member);
        // What stands between two members who are listed is nobody here.
        let end = if page.len() == PAGE { ids.max().unwrap_or(*last) } else { *last };
        for facts in page.iter().map(Listed::facts).filter(|facts| wanted.contains(&facts.member)) {
            let known = known(app, guild, &[&facts]).await?;
            let found = Found { facts, name: String::new(), presence: Presence::Here };
            let person = found.person(app, &known, guild, now);
            people.insert(person.standing.member, person);
        }
        for member in wanted.iter().copied().filter(|member| *member > after && *member <= end) {
            people.entry(member).or_insert_with(|| Person {
                standing: Standing::absent(member, false),
                name: String::new(),
                timed_out_until: None,
                roles: Vec::new(),
            });
        }
        if end >= *last {
            break;
        }
        after = end;
    }
    Ok(people)
}

/// Who joined after an instant and is still there, with when; bots are left out. In a server of more than
/// [`LARGE`] members only accounts that were opened within a year are looked at: those are the last ids, and Discord
/// lists members by them.
///
/// # Errors
/// What Discord says, where it does not list them.
pub async fn joined_since(app: &App, guild: GuildId, since: Timestamp) -> Result<Vec<(MemberId, Timestamp)>, Refusal> {
    let counted = vec![("with_counts", "true".to_owned())];
    let route = Route::Guild { guild_id: guild.into() };
    let server = app.discord.rest.call(Request::new(route, LightMethod::Get).params(Some(counted))).await?;
    let is_large = server["approximate_member_count"].as_u64().is_some_and(|members| members > LARGE);
    let young = (app.clock.now().minus(YOUNG).millis() - DISCORD_EPOCH_MS).max(0) << 22;
    let mut after = MemberId(if is_large { young } else { 0 });
    let mut joined = Vec::new();
    loop {
        let page = page(app, guild, after).await?;
        let joins = page.iter().filter(|member| !member.user.bot).filter_map(|member| {
            let at = member.joined_at.map(timestamp).filter(|at| *at > since)?;
            Some((member.user.id.into(), at))
        });
        joined.extend(joins);
        let last = page.iter().map(|member| MemberId::from(member.user.id)).max();
        match last {
            Some(last) if page.len() == PAGE && last > after => after = last,
            _ => return Ok(joined),
        }
    }
}

/// The members after one, in the order of their ids.
async fn page(app: &App, guild: GuildId, after: MemberId) -> Result<Vec<Listed>, Refusal> {
    let params = vec![("limit", PAGE.to_string()), ("after", after.to_string())];
    let route = Route::GuildMembers { guild_id: guild.into() };
    let page: Value = app.discord.rest.call(Request::new(route, LightMethod::Get).params(Some(params))).await?;
    serde_json::from_value(page).map_err(|error| unread(&error.to_string()))
}

fn unread(why: &str) -> Refusal {
    Refusal::Refused { status: 200, code: 0, message: format!("its answer cannot be read ({why})") }
}
