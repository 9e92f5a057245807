//! Registration of commands, global and of a guild.

use serde_json::{Value, json};

use super::messages::without_nulls;
use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::ids::GuildId;
use crate::sandbox::limits;
use crate::sandbox::limits::Problems;
use crate::sandbox::wire;

pub const ROUTES: [Route; 12] = [
    route("GET", "/applications/{application_id}/commands", list),
    route("PUT", "/applications/{application_id}/commands", overwrite),
    route("POST", "/applications/{application_id}/commands", create),
    route("GET", "/applications/{application_id}/commands/{command_id}", get),
    route("PATCH", "/applications/{application_id}/commands/{command_id}", edit),
    route("DELETE", "/applications/{application_id}/commands/{command_id}", delete),
    route("GET", "/applications/{application_id}/guilds/{guild_id}/commands", list),
    route("PUT", "/applications/{application_id}/guilds/{guild_id}/commands", overwrite),
    route("POST", "/applications/{application_id}/guilds/{guild_id}/commands", create),
    route("GET", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", get),
    route("PATCH", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", edit),
    route("DELETE", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", delete),
];

/// Whose commands the path speaks of.
fn scope(call: &Call<'_>) -> Result<Option<GuildId>, Refusal> {
    if call.id("application_id") != call.state.world.application.get() {
        return Err(Refusal::code(10_002));
    }
    if call.part("guild_id").is_empty() { Ok(None) } else { call.guild().map(|guild| Some(guild.id)) }
}

/// A command as Discord keeps it: with ids, versions and defaults. The id of an older command of the
/// same name and type stays.
fn kept(call: &mut Call<'_>, scope: Option<GuildId>, given: &Value) -> Value {
    let kind = given["type"].as_u64().unwrap_or(1);
    let known = call.state.world.commands.get(&scope).into_iter().flatten();
    let same = |old: &&Value| old["name"] == given["name"] && old["type"] == kind;
    let known = known.filter(same).find_map(|old| wire::read_id(&old["id"]));
    let id = known.unwrap_or_else(|| call.state.world.next_id());
    let mut command = json!({
        "id": id.to_string(), "application_id": call.state.world.application.to_string(),
        "version": call.state.world.next_id().to_string(), "type": kind, "name": given["name"],
        "name_localizations": given["name_localizations"], "description": given["description"].as_str().unwrap_or(""),
        "description_localizations": given["description_localizations"], "nsfw": given["nsfw"] == true,
        "default_member_permissions": match &given["default_member_permissions"] {
            Value::Number(bits) => json!(bits.to_string()),
            other => other.clone(),
        },
        "dm_permission": given["dm_permission"] != false, "contexts": given["contexts"],
        "integration_types": given.get("integration_types").filter(|v| !v.is_null()).cloned().unwrap_or(json!([0])),
    });
    if given["options"].as_array().is_some_and(|options| !options.is_empty()) {
        command["options"] = without_nulls(&given["options"]);
    }
    if let Some(guild) = scope {
        command["guild_id"] = json!(guild.to_string());
    }
    command
}

fn list(call: &mut Call<'_>) -> Outcome {
    let scope = scope(call)?;
    Ok(Reply::Ok(json!(call.state.world.commands.get(&scope).cloned().unwrap_or_default())))
}

fn overwrite(call: &mut Call<'_>) -> Outcome {
    let scope = scope(call)?;
    let given = call.body.as_array().cloned().unwrap_or_default();
    let mut problems = Problems::default();
    limits::commands(&mut problems, &given, true);
    Call::check(&problems)?;
    let commands: Vec<Value> = given.iter().map(|one| kept(call, scope, one)).collect();
    call.state.world.commands.insert(scope, commands.clone());
    Ok(Reply::Ok(json!(commands)))
}

fn create(call: &mut Call<'_>) -> Outcome {
    let scope = scope(call)?;
    let given = call.body.clone();
    let mut problems = Problems::default();
    limits::commands(&mut problems, std::slice::from_ref(&given), false);
    Call::check(&problems)?;
    let command = kept(call, scope, &given);
    let commands = call.state.world.commands.entry(scope).or_default();
    let before = commands.len();
    commands.retain(|old| old["id"] != command["id"]);
    let known = commands.len() != before;
    commands.push(command.clone());
    Ok(if known { Reply::Ok(command) } else { Reply::Created(command) })
}

fn find(call: &Call<'_>, scope: Option<GuildId>) -> Result<Value, Refusal> {
    let commands = call.state.world.commands.get(&scope).into_iter().flatten();
    let found = commands.into_iter().find(|one| one["id"] == call.part("command_id"));
    found.cloned().ok_or_else(|| Refusal::code(10_063))
}

fn get(call: &mut Call<'_>) -> Outcome {
    let scope = scope(call)?;
    find(call, scope).map(Reply::Ok)
}

fn edit(call: &mut Call<'_>) -> Outcome {
    let scope = scope(call)?;
    let mut command = find(call, scope)?;
    for (key, value) in call.body.as_object().cloned().unwrap_or_default() {
        command[key] = value;
    }
    let mut problems = Problems::default();
    limits::commands(&mut problems, std::slice::from_ref(&command), false);
    Call::check(&problems)?;
    command["version"] = json!(call.state.world.next_id().to_string());
    let commands = call.state.world.commands.entry(scope).or_default();
    if let Some(old) = commands.iter_mut().find(|old| old["id"] == command["id"]) {
        *old = command.clone();
    }
    Ok(Reply::Ok(command))
}

fn delete(call: &mut Call<'_>) -> Outcome {
    let scope = scope(call)?;
    let command = find(call, scope)?;
    call.state.world.commands.entry(scope).or_default().retain(|one| one["id"] != command["id"]);
    Ok(Reply::Empty)
}
