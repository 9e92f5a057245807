//! Members: looking them up, time-outs, roles, kicks and bans.

use serde_json::{Value, json};

use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::clock::Timestamp;
use crate::ids::{GuildId, MemberId, RoleId};
use crate::sandbox::limits::{At, Problems};
use crate::sandbox::world::audit;
use crate::sandbox::{iso, rights, wire};

pub const ROUTES: [Route; 13] = [
    route("GET", "/guilds/{guild_id}/members", list),
    route("GET", "/guilds/{guild_id}/members/search", search),
    route("GET", "/guilds/{guild_id}/members/{user_id}", get),
    route("PATCH", "/guilds/{guild_id}/members/{user_id}", edit),
    route("DELETE", "/guilds/{guild_id}/members/{user_id}", kick),
    route("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", add_role),
    route("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", remove_role),
    route("GET", "/guilds/{guild_id}/bans", bans),
    route("GET", "/guilds/{guild_id}/bans/{user_id}", get_ban),
    route("PUT", "/guilds/{guild_id}/bans/{user_id}", ban),
    route("POST", "/guilds/{guild_id}/bulk-ban", bulk_ban),
    route("DELETE", "/guilds/{guild_id}/bans/{user_id}", unban),
    route("GET", "/users/@me/guilds/{guild_id}/member", own),
];

/// The guild and the member of the path.
fn target(call: &Call<'_>) -> Result<(GuildId, MemberId), Refusal> {
    let guild = call.guild()?;
    let user = MemberId(call.id("user_id"));
    if guild.members.contains_key(&user) {
        Ok((guild.id, user))
    } else if call.state.world.users.contains_key(&user) {
        Err(Refusal::code(10_007))
    } else {
        Err(Refusal::code(10_013))
    }
}

fn get(call: &mut Call<'_>) -> Outcome {
    let (guild, user) = target(call)?;
    Ok(Reply::Ok(wire::member(&call.state.world, guild, user)))
}

fn own(call: &mut Call<'_>) -> Outcome {
    let (guild, bot) = (call.guild()?.id, call.bot());
    Ok(Reply::Ok(wire::member(&call.state.world, guild, bot)))
}

fn list(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    if call.state.world.privileged & crate::sandbox::intents::GUILD_MEMBERS == 0 {
        return Err(Refusal::code(50_001));
    }
    let (limit, after) = (call.limit(1, 1_000), call.query_id("after").unwrap_or(0));
    let listed = guild.members.keys().filter(|user| user.get() > after).take(limit);
    Ok(Reply::Ok(listed.map(|user| wire::member(&call.state.world, guild.id, *user)).collect()))
}

fn search(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    let query = call.query("query").unwrap_or_default().to_lowercase();
    let world = &call.state.world;
    let found = guild.members.keys().filter(|user| world.name_of(**user).to_lowercase().starts_with(&query));
    Ok(Reply::Ok(found.take(call.limit(1, 1_000)).map(|user| wire::member(world, guild.id, *user)).collect()))
}

/// Time-out, nickname, roles, voice: each with its own permission, and a rank above the member.
fn edit(call: &mut Call<'_>) -> Outcome {
    let (guild, user) = target(call)?;
    let body = call.body.clone();
    for (key, bit) in [
        ("communication_disabled_until", rights::MODERATE_MEMBERS),
        ("nick", rights::MANAGE_NICKNAMES),
        ("roles", rights::MANAGE_ROLES),
        ("deaf", rights::DEAFEN_MEMBERS),
    ] {
        if body.get(key).is_some() {
            call.need(guild, bit)?;
        }
    }
    if body.get("communication_disabled_until").is_some() || body.get("nick").is_some() {
        call.need_rank(guild, user)?;
    }
    let mut changes: Vec<Value> = Vec::new();
    let until = time_out(call, guild, user, &body, &mut changes)?;
    let roles = match &body["roles"] {
        Value::Array(_) => Some(Call::ids_in(&body["roles"]).into_iter().map(RoleId).collect::<Vec<_>>()),
        _ => None,
    };
    let held = call.state.world.member(guild, user).map(|member| member.roles.clone()).unwrap_or_default();
    for role in roles.iter().flatten().filter(|role| !held.contains(role)) {
        call.need_above(guild, *role)?;
    }
    let (bot, reason) = (call.bot(), call.reason.clone());
    let world = &mut call.state.world;
    world.change_member(guild, user, |member| {
        if let Some(until) = until {
            member.timed_out_until = until;
        }
        if let Some(nick) = body.get("nick") {
            member.nick = nick.as_str().filter(|nick| !nick.is_empty()).map(str::to_owned);
        }
        if let Some(roles) = roles {
            member.roles = roles.into_iter().collect();
        }
        member.deaf = body["deaf"].as_bool().unwrap_or(member.deaf);
    });
    world.note(guild, audit::MEMBER_UPDATE, bot, Some(user.get()), reason, changes, None);
    Ok(Reply::Ok(wire::member(&call.state.world, guild, user)))
}

/// The end of a time-out, if the body sets or lifts one.
fn time_out(
    call: &Call<'_>,
    guild: GuildId,
    user: MemberId,
    body: &Value,
    changes: &mut Vec<Value>,
) -> Result<Option<Option<Timestamp>>, Refusal> {
    let Some(value) = body.get("communication_disabled_until") else { return Ok(None) };
    let mut problems = Problems::default();
    let at = At::root().to("communication_disabled_until");
    let until = value.as_str().and_then(iso::read);
    if until.is_none() && !value.is_null() {
        problems.add(&at, "DATE_TIME_TYPE_PARSE", format!("Could not parse {value}. Should be ISO8601."));
    }
    let most = Timestamp(call.state.world.now().millis() + 28 * 86_400_000 + 5_000);
    if until.is_some_and(|until| until > most) {
        problems.add(&at, "COMMUNICATION_DISABLED_UNTIL_TOO_LONG", "Must be at most 28 days in the future.");
    }
    Call::check(&problems)?;
    // Administrators cannot be timed out.
    if until.is_some() && call.state.world.rights_in_guild(guild, user) & rights::ADMINISTRATOR != 0 {
        return Err(Refusal::code(50_013));
    }
    let mut change = json!({"key": "communication_disabled_until"});
    let before = call.state.world.member(guild, user).and_then(|member| member.timed_out_until);
    if let Some(before) = before {
        change["old_value"] = json!(iso::write(before));
    }
    if let Some(until) = until {
        change["new_value"] = json!(iso::write(until));
    }
    changes.push(change);
    Ok(Some(until))
}

fn kick(call: &mut Call<'_>) -> Outcome {
    let (guild, user) = target(call)?;
    call.need(guild, rights::KICK_MEMBERS)?;
    call.need_rank(guild, user)?;
    let (bot, reason) = (call.bot(), call.reason.clone());
    call.state.world.kick(guild, user, bot, reason);
    Ok(Reply::Empty)
}

fn role_change(call: &mut Call<'_>, add: bool) -> Outcome {
    let (guild, user) = target(call)?;
    let role = RoleId(call.id("role_id"));
    call.need(guild, rights::MANAGE_ROLES)?;
    call.need_above(guild, role)?;
    let (bot, reason) = (call.bot(), call.reason.clone());
    let name = call.guild()?.roles.get(&role).map(|role| role.name.clone());
    let world = &mut call.state.world;
    world.change_member(guild, user, |member| {
        if add {
            member.roles.insert(role);
        } else {
            member.roles.remove(&role);
        }
    });
    let change =
        json!({"key": if add { "$add" } else { "$remove" }, "new_value": [{"id": role.to_string(), "name": name}]});
    world.note(guild, audit::MEMBER_ROLE_UPDATE, bot, Some(user.get()), reason, vec![change], None);
    Ok(Reply::Empty)
}

fn add_role(call: &mut Call<'_>) -> Outcome {
    role_change(call, true)
}

fn remove_role(call: &mut Call<'_>) -> Outcome {
    role_change(call, false)
}

fn ban_entry(call: &Call<'_>, user: MemberId, reason: Option<&String>) -> Value {
    json!({"user": wire::user(&call.state.world, user), "reason": reason})
}

fn bans(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    call.need(guild.id, rights::BAN_MEMBERS)?;
    let (limit, after) = (call.limit(1_000, 1_000), call.query_id("after").unwrap_or(0));
    let listed = guild.bans.iter().filter(|(user, _)| user.get() > after).take(limit);
    Ok(Reply::Ok(listed.map(|(user, reason)| ban_entry(call, *user, reason.as_ref())).collect()))
}

fn get_ban(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    call.need(guild.id, rights::BAN_MEMBERS)?;
    let user = MemberId(call.id("user_id"));
    let reason = guild.bans.get(&user).ok_or_else(|| Refusal::code(10_026))?;
    Ok(Reply::Ok(ban_entry(call, user, reason.as_ref())))
}

fn ban(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?.id;
    let user = MemberId(call.id("user_id"));
    if !call.state.world.users.contains_key(&user) {
        return Err(Refusal::code(10_013));
    }
    call.need(guild, rights::BAN_MEMBERS)?;
    if call.state.world.member(guild, user).is_some() {
        call.need_rank(guild, user)?;
    }
    let days = call.body["delete_message_days"].as_i64().unwrap_or(0) * 86_400;
    let seconds = call.body["delete_message_seconds"].as_i64().unwrap_or(days);
    if !(0..=604_800).contains(&seconds) {
        let mut problems = Problems::default();
        let at = At::root().to("delete_message_seconds");
        problems.add(&at, "NUMBER_TYPE_MAX", "int value should be between 0 and 604800.");
        return Err(Refusal::form(&problems));
    }
    let (bot, reason) = (call.bot(), call.reason.clone());
    call.state.world.ban(guild, user, bot, reason, seconds);
    Ok(Reply::Empty)
}

/// Up to two hundred at once. Who is banned already, stands too high or is nobody is left out and named.
fn bulk_ban(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?.id;
    call.need(guild, rights::BAN_MEMBERS)?;
    call.need(guild, rights::MANAGE_GUILD)?;
    let users: Vec<MemberId> = Call::ids_in(&call.body["user_ids"]).into_iter().map(MemberId).collect();
    let seconds = call.body["delete_message_seconds"].as_i64().unwrap_or(0);
    let mut problems = Problems::default();
    if !(1..=200).contains(&users.len()) {
        problems.add(&At::root().to("user_ids"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 200 in length.");
    }
    if !(0..=604_800).contains(&seconds) {
        let at = At::root().to("delete_message_seconds");
        problems.add(&at, "NUMBER_TYPE_MAX", "int value should be between 0 and 604800.");
    }
    Call::check(&problems)?;
    let (bot, reason) = (call.bot(), call.reason.clone());
    let (mut banned, mut failed) = (Vec::new(), Vec::new());
    for user in users {
        let world = &call.state.world;
        let is_new = world.users.contains_key(&user) && !call.guild()?.bans.contains_key(&user);
        let is_below = world.member(guild, user).is_none() || world.outranks(guild, bot, user);
        if is_new && is_below {
            call.state.world.ban(guild, user, bot, reason.clone(), seconds);
            banned.push(user.to_string());
        } else {
            failed.push(user.to_string());
        }
    }
    if banned.is_empty() {
        return Err(Refusal::code(500_000));
    }
    Ok(Reply::Ok(json!({"banned_users": banned, "failed_users": failed})))
}

fn unban(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    let (id, user) = (guild.id, MemberId(call.id("user_id")));
    call.need(id, rights::BAN_MEMBERS)?;
    if !call.guild()?.bans.contains_key(&user) {
        return Err(Refusal::code(10_026));
    }
    let (bot, reason) = (call.bot(), call.reason.clone());
    call.state.world.unban(id, user, bot, reason);
    Ok(Reply::Empty)
}
