//! Channels and their overwrites.

use serde_json::{Value, json};

use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::ids::{ChannelId, GuildId};
use crate::sandbox::limits::{At, Problems};
use crate::sandbox::rights;
use crate::sandbox::rights::Overwrite;
use crate::sandbox::wire;
use crate::sandbox::world::{audit, kind};

pub const ROUTES: [Route; 7] = [
    route("GET", "/channels/{channel_id}", get),
    route("PATCH", "/channels/{channel_id}", edit),
    route("DELETE", "/channels/{channel_id}", delete),
    route("PUT", "/channels/{channel_id}/permissions/{overwrite_id}", set_overwrite),
    route("DELETE", "/channels/{channel_id}/permissions/{overwrite_id}", delete_overwrite),
    route("GET", "/guilds/{guild_id}/channels", list),
    route("POST", "/guilds/{guild_id}/channels", create),
];

fn get(call: &mut Call<'_>) -> Outcome {
    let id = call.channel()?.id;
    Ok(Reply::Ok(wire::channel(&call.state.world, id)))
}

fn list(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?.id;
    let world = &call.state.world;
    let mine = world.channels.values().filter(|channel| channel.guild == Some(guild) && channel.thread.is_none());
    Ok(Reply::Ok(mine.map(|channel| wire::channel(world, channel.id)).collect()))
}

/// Permission bits as they come: a string, or a number from older libraries.
fn bits(value: &Value) -> u64 {
    value.as_str().and_then(|text| text.parse().ok()).or_else(|| value.as_u64()).unwrap_or(0)
}

fn overwrite(value: &Value, id: i64) -> Overwrite {
    let of_member = value["type"] == 1 || value["type"] == "1";
    Overwrite { id, of_member, allow: bits(&value["allow"]), deny: bits(&value["deny"]) }
}

fn overwrites(value: &Value) -> Vec<Overwrite> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(|one| Some(overwrite(one, wire::read_id(&one["id"])?))).collect()
}

fn create(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?.id;
    call.need(guild, rights::MANAGE_CHANNELS)?;
    let mut problems = Problems::default();
    problems.text(&At::root().to("name"), &call.body["name"], 1, 100);
    problems.text(&At::root().to("topic"), &call.body["topic"], 0, 1_024);
    Call::check(&problems)?;
    // What the bot does not hold itself it can neither give nor take away there.
    let held = call.state.world.rights_in_guild(guild, call.bot());
    let asked = overwrites(&call.body["permission_overwrites"]);
    if asked.iter().any(|one| (one.allow | one.deny) & !held != 0) {
        return Err(Refusal::code(50_013));
    }
    let body = call.body.clone();
    let parent = wire::read_id(&body["parent_id"]).map(ChannelId);
    let inherited = parent.and_then(|id| call.state.world.channel(id)).map(|home| home.overwrites.clone());
    let id = call.state.world.open_channel(
        Some(guild),
        body["type"].as_u64().unwrap_or(kind::TEXT),
        body["name"].as_str().unwrap_or_default(),
        |channel| {
            channel.parent = parent;
            channel.topic = body["topic"].as_str().map(str::to_owned);
            channel.overwrites = match &body["permission_overwrites"] {
                Value::Array(_) => overwrites(&body["permission_overwrites"]),
                _ => inherited.unwrap_or_default(),
            };
        },
    );
    let (bot, reason) = (call.bot(), call.reason.clone());
    call.state.world.note(guild, audit::CHANNEL_CREATE, bot, Some(id.get()), reason, Vec::new(), None);
    Ok(Reply::Created(wire::channel(&call.state.world, id)))
}

fn edit(call: &mut Call<'_>) -> Outcome {
    let (id, guild, thread) = {
        let channel = call.channel()?;
        (channel.id, channel.guild, channel.thread.is_some())
    };
    let Some(guild) = guild else { return Err(Refusal::code(50_003)) };
    call.need_in(id, if thread { to_change(call)? } else { rights::MANAGE_CHANNELS })?;
    if call.body["permission_overwrites"].is_array() {
        call.need_in(id, rights::MANAGE_ROLES)?;
        let held = call.state.world.rights_in_guild(guild, call.bot());
        let asked = overwrites(&call.body["permission_overwrites"]);
        if changed_bits(&call.channel()?.overwrites, &asked) & !held != 0 {
            return Err(Refusal::code(50_013));
        }
    }
    let mut problems = Problems::default();
    let root = At::root();
    problems.text(&root.to("name"), &call.body["name"], 0, 100);
    problems.text(&root.to("topic"), &call.body["topic"], 0, 1_024);
    if call.body["rate_limit_per_user"].as_u64().is_some_and(|seconds| seconds > 21_600) {
        problems.add(
            &root.to("rate_limit_per_user"),
            "NUMBER_TYPE_MAX",
            "int value should be less than or equal to 21600.",
        );
    }
    Call::check(&problems)?;
    let (body, bot, reason) = (call.body.clone(), call.bot(), call.reason.clone());
    let world = &mut call.state.world;
    world.change_channel(id, |channel| {
        if let Some(name) = body["name"].as_str() {
            channel.name = name.into();
        }
        if let Some(topic) = body.get("topic") {
            channel.topic = topic.as_str().map(str::to_owned);
        }
        if let Some(seconds) = body["rate_limit_per_user"].as_u64() {
            channel.slowmode = seconds;
        }
        if body["permission_overwrites"].is_array() {
            channel.overwrites = overwrites(&body["permission_overwrites"]);
        }
        if let Some(thread) = channel.thread.as_mut() {
            thread.archived = body["archived"].as_bool().unwrap_or(thread.archived);
            thread.locked = body["locked"].as_bool().unwrap_or(thread.locked);
            thread.invitable = body["invitable"].as_bool().unwrap_or(thread.invitable);
            thread.auto_archive_minutes = body["auto_archive_duration"].as_u64().unwrap_or(thread.auto_archive_minutes);
        }
    });
    world.note(guild, audit::CHANNEL_UPDATE, bot, Some(id.get()), reason, Vec::new(), None);
    Ok(Reply::Ok(wire::channel(&call.state.world, id)))
}

/// The bits that differ between two sets of overwrites: only those count that are given or taken anew.
fn changed_bits(before: &[Overwrite], after: &[Overwrite]) -> u64 {
    let find = |all: &[Overwrite], one: &Overwrite| {
        let found = all.iter().find(|other| (other.id, other.of_member) == (one.id, one.of_member));
        found.map_or((0, 0), |found| (found.allow, found.deny))
    };
    before.iter().chain(after).fold(0, |all, one| {
        let (before, after) = (find(before, one), find(after, one));
        all | (before.0 ^ after.0) | (before.1 ^ after.1)
    })
}

/// What a change of a thread takes: opening one that is not locked only that one may write there.
fn to_change(call: &Call<'_>) -> Result<u64, Refusal> {
    let is_locked = call.channel()?.thread.as_ref().is_some_and(|thread| thread.locked);
    let opens = call.body == json!({"archived": false});
    Ok(if opens && !is_locked { rights::SEND_MESSAGES_IN_THREADS } else { rights::MANAGE_THREADS })
}

fn delete(call: &mut Call<'_>) -> Outcome {
    let (id, guild, thread) = {
        let channel = call.channel()?;
        (channel.id, channel.guild, channel.thread.is_some())
    };
    let data = wire::channel(&call.state.world, id);
    if let Some(guild) = guild {
        call.need_in(id, if thread { rights::MANAGE_THREADS } else { rights::MANAGE_CHANNELS })?;
        call.state.world.delete_channel(id);
        let (bot, reason) = (call.bot(), call.reason.clone());
        call.state.world.note(guild, audit::CHANNEL_DELETE, bot, Some(id.get()), reason, Vec::new(), None);
    }
    Ok(Reply::Ok(data))
}

/// The channel and its guild; overwrites need the permission to manage roles, and no bit may be
/// given that the bot does not hold itself.
fn manageable(call: &Call<'_>, given: u64) -> Result<(ChannelId, GuildId), Refusal> {
    let channel = call.channel()?;
    let Some(guild) = channel.guild else { return Err(Refusal::code(50_003)) };
    call.need_in(channel.id, rights::MANAGE_ROLES)?;
    if given & !call.state.world.rights_in_guild(guild, call.bot()) != 0 {
        return Err(Refusal::code(50_013));
    }
    Ok((channel.id, guild))
}

fn set_overwrite(call: &mut Call<'_>) -> Outcome {
    let new = overwrite(&call.body, call.id("overwrite_id"));
    let (channel, guild) = manageable(call, new.allow)?;
    let (bot, reason) = (call.bot(), call.reason.clone());
    let world = &mut call.state.world;
    world.change_channel(channel, |channel| {
        channel.overwrites.retain(|old| old.id != new.id);
        channel.overwrites.push(new);
    });
    let options = json!({"id": new.id.to_string(), "type": if new.of_member { "1" } else { "0" }});
    world.note(guild, audit::OVERWRITE_UPDATE, bot, Some(channel.get()), reason, Vec::new(), Some(options));
    Ok(Reply::Empty)
}

fn delete_overwrite(call: &mut Call<'_>) -> Outcome {
    let (channel, _) = manageable(call, 0)?;
    let id = call.id("overwrite_id");
    if !call.channel()?.overwrites.iter().any(|one| one.id == id) {
        return Err(Refusal::code(10_009));
    }
    call.state.world.change_channel(channel, |channel| channel.overwrites.retain(|one| one.id != id));
    Ok(Reply::Empty)
}
