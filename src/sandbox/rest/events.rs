//! Scheduled events: listed, made, changed, deleted, and who is interested in them.

use serde_json::{Value, json};

use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::ids::{ChannelId, GuildId, MemberId, ScheduledEventId};
use crate::sandbox::limits;
use crate::sandbox::limits::{At, Problems};
use crate::sandbox::world::{ScheduledEvent, audit, entity, kind};
use crate::sandbox::{rights, wire};

pub const ROUTES: [Route; 6] = [
    route("GET", "/guilds/{guild_id}/scheduled-events", list),
    route("POST", "/guilds/{guild_id}/scheduled-events", create),
    route("GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}", get),
    route("PATCH", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}", edit),
    route("DELETE", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}", delete),
    route("GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users", users),
];

/// So many events may be open at once.
const OPEN: usize = 100;

/// The event of the path; one in a channel only for those who see that.
fn event<'c>(call: &'c Call<'_>) -> Result<&'c ScheduledEvent, Refusal> {
    let event = call.guild()?.events.get(&ScheduledEventId(call.id("guild_scheduled_event_id")));
    event.filter(|event| sees(call, event)).ok_or_else(|| Refusal::code(10_070))
}

fn sees(call: &Call<'_>, event: &ScheduledEvent) -> bool {
    let held = |channel| call.state.world.rights_in_channel(channel, call.bot());
    event.channel.is_none_or(|channel| held(channel) & rights::VIEW_CHANNEL != 0)
}

fn list(call: &mut Call<'_>) -> Outcome {
    let events = call.guild()?.events.values().filter(|event| event.is_open() && sees(call, event));
    Ok(Reply::Ok(events.map(|event| event.json(&call.state.world)).collect()))
}

fn get(call: &mut Call<'_>) -> Outcome {
    Ok(Reply::Ok(event(call)?.json(&call.state.world)))
}

fn create(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?.id;
    need_any(call, guild, rights::CREATE_EVENTS | rights::MANAGE_EVENTS)?;
    let body = call.body.clone();
    check(call, &body, true)?;
    if call.guild()?.events.values().filter(|event| event.is_open()).count() >= OPEN {
        return Err(Refusal::code(30_038));
    }
    let event = ScheduledEvent::read(&body, guild, call.bot());
    let id = call.state.world.schedule(event);
    note(call, guild, audit::SCHEDULED_EVENT_CREATE, id);
    shown(call, guild, id)
}

fn edit(call: &mut Call<'_>) -> Outcome {
    let (guild, id, creator) = mine(call)?;
    let old = event(call)?;
    if !old.is_open() {
        return Err(Refusal::code(180_000));
    }
    // What the body does not name stays as it is.
    let mut after = old.json(&call.state.world);
    for (key, value) in call.body.as_object().into_iter().flatten() {
        after[key] = value.clone();
    }
    check(call, &after, false)?;
    if !old.may_become(after["status"].as_u64().unwrap_or(0)) {
        let mut problems = Problems::default();
        problems.add(&At::root().to("status"), "TRANSITION_INVALID", "This event cannot become that.");
        return Err(Refusal::form(&problems));
    }
    let interested = old.interested.clone();
    let after = ScheduledEvent { id, interested, ..ScheduledEvent::read(&after, guild, creator) };
    call.state.world.change_event(guild, id, |event| *event = after);
    note(call, guild, audit::SCHEDULED_EVENT_UPDATE, id);
    shown(call, guild, id)
}

fn delete(call: &mut Call<'_>) -> Outcome {
    let (guild, id, _) = mine(call)?;
    call.state.world.delete_event(guild, id);
    note(call, guild, audit::SCHEDULED_EVENT_DELETE, id);
    Ok(Reply::Empty)
}

/// Those who are interested, by their ids; 100 at most.
fn users(call: &mut Call<'_>) -> Outcome {
    let event = event(call)?;
    let (limit, before, after) = (call.limit(100, 100), call.query_id("before"), call.query_id("after").unwrap_or(0));
    let asked = event.interested.iter().filter(|user| user.get() > after);
    let asked = asked.filter(|user| before.is_none_or(|before| user.get() < before)).take(limit);
    let (world, guild, id) = (&call.state.world, event.guild, event.id);
    let with_member = call.query("with_member") == Some("true");
    let shown = asked.map(|user| {
        let mut one = json!({"guild_scheduled_event_id": id.to_string(), "user_id": user.to_string(), "response": 1,
            "user": wire::user(world, *user)});
        if with_member {
            one["member"] = wire::member(world, guild, *user);
        }
        one
    });
    Ok(Reply::Ok(shown.collect()))
}

fn shown(call: &Call<'_>, guild: GuildId, id: ScheduledEventId) -> Outcome {
    let event = call.state.world.event(guild, id).ok_or_else(|| Refusal::code(10_070))?;
    Ok(Reply::Ok(event.json(&call.state.world)))
}

fn need_any(call: &Call<'_>, guild: GuildId, bits: u64) -> Result<(), Refusal> {
    let held = call.state.world.rights_in_guild(guild, call.bot());
    if held & bits == 0 { Err(Refusal::code(50_013)) } else { Ok(()) }
}

/// The event of the path, if the bot may change it: its own, or with the permission for everybody's.
fn mine(call: &Call<'_>) -> Result<(GuildId, ScheduledEventId, MemberId), Refusal> {
    let event = event(call)?;
    let own = if event.creator == call.bot() { rights::CREATE_EVENTS } else { 0 };
    need_any(call, event.guild, rights::MANAGE_EVENTS | own)?;
    Ok((event.guild, event.id, event.creator))
}

/// Holds an event to the limits, and to the kind and permissions of its channel.
fn check(call: &Call<'_>, wanted: &Value, new: bool) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    limits::event(&mut problems, wanted, new, call.state.world.now());
    Call::check(&problems)?;
    let Some(id) = wire::read_id(&wanted["channel_id"]).map(ChannelId) else { return Ok(()) };
    let channel = call.state.world.channel(id).ok_or_else(|| Refusal::code(10_003))?;
    let fits = if wanted["entity_type"] == entity::STAGE { kind::STAGE } else { kind::VOICE };
    if channel.kind != fits {
        let at = At::root().to("channel_id");
        problems.add(&at, "GUILD_SCHEDULED_EVENT_CHANNEL_TYPE", "Wrong kind of channel for this event.");
    }
    Call::check(&problems)?;
    call.need_in(id, rights::VIEW_CHANNEL | rights::CONNECT)
}

fn note(call: &mut Call<'_>, guild: GuildId, action: u64, event: ScheduledEventId) {
    let (bot, reason) = (call.bot(), call.reason.clone());
    call.state.world.note(guild, action, bot, Some(event.get()), reason, Vec::new(), None);
}
