//! Guilds, their roles and the audit log.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::json;

use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::ids::{MemberId, RoleId};
use crate::sandbox::limits::{At, Problems};
use crate::sandbox::world::AuditEntry;
use crate::sandbox::{iso, rights, wire};

pub const ROUTES: [Route; 8] = [
    route("GET", "/guilds/{guild_id}", get),
    route("GET", "/guilds/{guild_id}/roles", roles),
    route("POST", "/guilds/{guild_id}/roles", create_role),
    route("GET", "/guilds/{guild_id}/roles/member-counts", member_counts),
    route("DELETE", "/guilds/{guild_id}/roles/{role_id}", delete_role),
    route("PUT", "/guilds/{guild_id}/incident-actions", incident_actions),
    route("GET", "/guilds/{guild_id}/audit-logs", audit_log),
    route("DELETE", "/users/@me/guilds/{guild_id}", leave),
];

fn get(call: &mut Call<'_>) -> Outcome {
    let (id, count) = (call.guild()?.id, call.guild()?.members.len());
    let mut data = wire::guild(&call.state.world, id);
    if call.query("with_counts") == Some("true") {
        data["approximate_member_count"] = json!(count);
        data["approximate_presence_count"] = json!(count);
    }
    Ok(Reply::Ok(data))
}

fn roles(call: &mut Call<'_>) -> Outcome {
    Ok(Reply::Ok(call.guild()?.roles.values().map(wire::role).collect()))
}

fn create_role(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?.id;
    call.need(guild, rights::MANAGE_ROLES)?;
    let name = call.body["name"].as_str().unwrap_or("new role").to_owned();
    let permissions = call.body["permissions"].as_str().and_then(|bits| bits.parse().ok()).unwrap_or(0);
    let id = call.state.world.add_role(guild, &name, permissions);
    let role = call.guild()?.roles.get(&id).map(wire::role);
    role.map(Reply::Ok).ok_or_else(|| Refusal::code(10_011))
}

fn delete_role(call: &mut Call<'_>) -> Outcome {
    let (guild, role) = (call.guild()?.id, RoleId(call.id("role_id")));
    call.need(guild, rights::MANAGE_ROLES)?;
    call.need_above(guild, role)?;
    call.state.world.delete_role(guild, role);
    Ok(Reply::Empty)
}

/// How many hold each role; @everyone is not listed.
fn member_counts(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    let mut counts: BTreeMap<String, usize> = guild.roles.keys().map(|id| (id.to_string(), 0)).collect();
    counts.remove(&guild.id.to_string());
    for role in guild.members.values().flat_map(|member| &member.roles) {
        *counts.entry(role.to_string()).or_default() += 1;
    }
    Ok(Reply::Ok(json!(counts)))
}

/// Pauses invites and direct messages, at most a day ahead; nothing, or what is not named, opens them again.
fn incident_actions(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?.id;
    call.need(guild, rights::MANAGE_GUILD)?;
    let mut problems = Problems::default();
    let latest = call.state.world.now().plus(Duration::from_hours(24));
    let mut read = |name: &'static str| {
        let value = &call.body[name];
        let until = value.as_str().and_then(iso::read);
        if until.is_none() && !value.is_null() || until.is_some_and(|until| until > latest) {
            problems.add(&At::root().to(name), "DATE_TIME_TYPE_PARSE", format!("{value} is no time within a day."));
        }
        until
    };
    let paused = (read("invites_disabled_until"), read("dms_disabled_until"));
    Call::check(&problems)?;
    call.state.world.pause(guild, paused);
    Ok(Reply::Ok(wire::incidents(paused)))
}

fn audit_log(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    call.need(guild.id, rights::VIEW_AUDIT_LOG)?;
    let action = call.query("action_type").and_then(|text| text.parse::<u64>().ok());
    let (by, before, after) = (call.query_id("user_id"), call.query_id("before"), call.query_id("after"));
    let fits = |entry: &&AuditEntry| {
        action.is_none_or(|action| entry.action == action)
            && by.is_none_or(|user| entry.by.get() == user)
            && before.is_none_or(|id| entry.id < id)
            && after.is_none_or(|id| entry.id > id)
    };
    let found: Vec<&AuditEntry> = if after.is_some() {
        // From an id on the order turns: oldest first.
        guild.audit.iter().filter(fits).take(call.limit(50, 100)).collect()
    } else {
        guild.audit.iter().rev().filter(fits).take(call.limit(50, 100)).collect()
    };
    let world = &call.state.world;
    let mut people: Vec<MemberId> = found.iter().map(|entry| entry.by).collect();
    people
        .extend(found.iter().filter_map(|entry| entry.target).map(MemberId).filter(|id| world.users.contains_key(id)));
    people.sort_unstable();
    people.dedup();
    Ok(Reply::Ok(json!({
        "audit_log_entries": found.into_iter().map(wire::audit_entry).collect::<Vec<_>>(),
        "users": people.into_iter().map(|user| wire::user(world, user)).collect::<Vec<_>>(),
        "application_commands": [], "auto_moderation_rules": [], "guild_scheduled_events": [], "integrations": [],
        "threads": [], "webhooks": [],
    })))
}

fn leave(call: &mut Call<'_>) -> Outcome {
    let (guild, bot) = (call.guild()?.id, call.bot());
    call.state.world.remove(guild, bot);
    Ok(Reply::Empty)
}
