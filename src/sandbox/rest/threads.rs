//! Threads: opened in a channel or on a message, joined and left.

use serde_json::{Value, json};

use super::messages::{draft_is_empty, draft_of};
use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::ids::{ChannelId, MemberId, MessageId};
use crate::sandbox::limits::{At, Problems};
use crate::sandbox::world::{Draft, kind};
use crate::sandbox::{iso, rights, wire};

pub const ROUTES: [Route; 10] = [
    route("POST", "/channels/{channel_id}/threads", open),
    route("POST", "/channels/{channel_id}/messages/{message_id}/threads", open_on_message),
    route("GET", "/channels/{channel_id}/threads/archived/public", archived),
    route("GET", "/guilds/{guild_id}/threads/active", active),
    route("GET", "/channels/{channel_id}/thread-members", members),
    route("PUT", "/channels/{channel_id}/thread-members/@me", join),
    route("DELETE", "/channels/{channel_id}/thread-members/@me", leave),
    route("GET", "/channels/{channel_id}/thread-members/{user_id}", member),
    route("PUT", "/channels/{channel_id}/thread-members/{user_id}", add),
    route("DELETE", "/channels/{channel_id}/thread-members/{user_id}", remove),
];

fn check_name(call: &Call<'_>) -> Result<String, Refusal> {
    let mut problems = Problems::default();
    problems.text(&At::root().to("name"), &call.body["name"], 1, 100);
    let minutes = &call.body["auto_archive_duration"];
    if !minutes.is_null() && !matches!(minutes.as_u64(), Some(60 | 1_440 | 4_320 | 10_080)) {
        let at = At::root().to("auto_archive_duration");
        problems.add(&at, "BASE_TYPE_CHOICES", "Value must be one of (60, 1440, 4320, 10080).");
    }
    Call::check(&problems)?;
    Ok(call.body["name"].as_str().unwrap_or_default().to_owned())
}

fn opened(call: &mut Call<'_>, id: ChannelId) -> Outcome {
    let (minutes, invitable) =
        (call.body["auto_archive_duration"].as_u64(), call.body["invitable"].as_bool().unwrap_or(true));
    if let Some(thread) = call.state.world.channels.get_mut(&id).and_then(|channel| channel.thread.as_mut()) {
        thread.auto_archive_minutes = minutes.unwrap_or(thread.auto_archive_minutes);
        thread.invitable = invitable;
    }
    Ok(Reply::Created(wire::channel(&call.state.world, id)))
}

fn open(call: &mut Call<'_>) -> Outcome {
    // Without a type Discord makes a private one; those it takes in text channels alone.
    let private = call.body["type"].as_u64().unwrap_or(kind::PRIVATE_THREAD) == kind::PRIVATE_THREAD;
    let (parent, takes) = {
        let channel = call.channel()?;
        (channel.id, channel.kind == kind::TEXT || channel.kind == kind::NEWS && !private)
    };
    if call.channel()?.takes_posts() {
        return open_post(call);
    }
    if !takes {
        return Err(Refusal::code(50_024));
    }
    call.need_in(parent, if private { rights::CREATE_PRIVATE_THREADS } else { rights::CREATE_PUBLIC_THREADS })?;
    let (name, bot) = (check_name(call)?, call.bot());
    let id = call.state.world.open_thread(parent, &name, bot, private, None);
    opened(call, id)
}

/// A post in a forum: a thread with its first message, which has the id of the thread.
fn open_post(call: &mut Call<'_>) -> Outcome {
    let (forum, offered, requires_tag) = {
        let channel = call.channel()?;
        (channel.id, channel.tags.clone(), channel.requires_tag)
    };
    let files = if call.files.is_empty() { 0 } else { rights::ATTACH_FILES };
    call.need_in(forum, rights::SEND_MESSAGES | files)?;
    let (name, bot, body) = (check_name(call)?, call.bot(), call.body["message"].clone());
    let mut problems = Problems::default();
    if !body.is_object() {
        problems.add(&At::root().to("message"), "BASE_TYPE_REQUIRED", "This field is required");
    }
    let tags = Call::ids_in(&call.body["applied_tags"]);
    if tags.len() > 5 || tags.iter().any(|tag| offered.iter().all(|offered| offered.id != *tag)) {
        problems.add(
            &At::root().to("applied_tags"),
            "BASE_TYPE_CHOICES",
            "At most 5 of the tags that the forum offers.",
        );
    }
    Call::check(&problems)?;
    if requires_tag && tags.is_empty() {
        return Err(Refusal::code(40_067));
    }
    if offered.iter().any(|tag| tag.moderated && tags.contains(&tag.id)) {
        call.need_in(forum, rights::MANAGE_THREADS)?;
    }
    let draft = draft_of(call, &body)?;
    if draft_is_empty(&draft) {
        return Err(Refusal::code(50_006).at_fault("a post without a message"));
    }
    let world = &mut call.state.world;
    let id = world.open_thread(forum, &name, bot, false, None);
    if let Some(thread) = world.channels.get_mut(&id).and_then(|channel| channel.thread.as_mut()) {
        thread.tags = tags;
    }
    let first = world.post(id, bot, Draft { id: Some(MessageId(id.get())), ..draft });
    let mut answer = match opened(call, id)? {
        Reply::Created(thread) => thread,
        other => return Ok(other),
    };
    let world = &call.state.world;
    if let Some(message) = world.message(id, first) {
        answer["message"] = wire::message(world, message);
    }
    Ok(Reply::Created(answer))
}

fn open_on_message(call: &mut Call<'_>) -> Outcome {
    let (parent, message, taken) = (call.message()?.channel, call.message()?.id, call.message()?.thread.is_some());
    call.need_in(parent, rights::CREATE_PUBLIC_THREADS)?;
    if taken {
        return Err(Refusal::code(160_004));
    }
    let (name, bot) = (check_name(call)?, call.bot());
    let id = call.state.world.open_thread(parent, &name, bot, false, Some(MessageId(message.get())));
    opened(call, id)
}

fn active(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?.id;
    let world = &call.state.world;
    let threads = world.channels.values().filter(|channel| {
        channel.guild == Some(guild)
            && channel.thread.as_ref().is_some_and(|thread| !thread.archived)
            && world.rights_in_channel(channel.id, world.bot) != 0
    });
    let threads: Vec<Value> = threads.map(|channel| wire::channel(world, channel.id)).collect();
    Ok(Reply::Ok(json!({"threads": threads, "members": [], "has_more": false})))
}

/// The public threads of a channel that are archived, the latest first.
fn archived(call: &mut Call<'_>) -> Outcome {
    let (parent, limit) = (call.channel()?.id, call.limit(50, 100));
    call.need_in(parent, rights::READ_MESSAGE_HISTORY)?;
    let before = call.query("before").and_then(iso::read);
    let world = &call.state.world;
    let threads = world.channels.values().rev().filter(|channel| {
        channel.parent == Some(parent)
            && before.is_none_or(|before| channel.id.created_ms() < before.0)
            && channel.kind != kind::PRIVATE_THREAD
            && channel.thread.as_ref().is_some_and(|thread| thread.archived)
    });
    let all: Vec<Value> = threads.map(|channel| wire::channel(world, channel.id)).collect();
    let has_more = all.len() > limit;
    let threads: Vec<Value> = all.into_iter().take(limit).collect();
    Ok(Reply::Ok(json!({"threads": threads, "members": [], "has_more": has_more})))
}

fn thread(call: &Call<'_>) -> Result<ChannelId, Refusal> {
    let channel = call.channel()?;
    match &channel.thread {
        None => Err(Refusal::code(50_024)),
        Some(thread) if thread.archived => Err(Refusal::code(50_083)),
        Some(_) => Ok(channel.id),
    }
}

fn members(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    let Some(thread) = &channel.thread else { return Err(Refusal::code(50_024)) };
    let now = iso::write(call.state.world.now());
    let list = thread.members.iter().map(|user| member_json(channel.id, *user, &now));
    Ok(Reply::Ok(list.collect()))
}

fn member_json(thread: ChannelId, user: MemberId, joined: &str) -> Value {
    json!({"id": thread.to_string(), "user_id": user.to_string(), "join_timestamp": joined, "flags": 0})
}

fn member(call: &mut Call<'_>) -> Outcome {
    let (channel, user) = (call.channel()?, MemberId(call.id("user_id")));
    let Some(thread) = &channel.thread else { return Err(Refusal::code(50_024)) };
    if !thread.members.contains(&user) {
        return Err(Refusal::code(10_007));
    }
    Ok(Reply::Ok(member_json(channel.id, user, &iso::write(call.state.world.now()))))
}

fn join(call: &mut Call<'_>) -> Outcome {
    let (id, bot) = (thread(call)?, call.bot());
    call.state.world.add_to_thread(id, bot);
    Ok(Reply::Empty)
}

fn leave(call: &mut Call<'_>) -> Outcome {
    let (id, bot) = (thread(call)?, call.bot());
    call.state.world.remove_from_thread(id, bot);
    Ok(Reply::Empty)
}

fn add(call: &mut Call<'_>) -> Outcome {
    let (id, user) = (thread(call)?, MemberId(call.id("user_id")));
    let guild = call.channel()?.guild;
    if guild.is_none_or(|guild| call.state.world.member(guild, user).is_none()) {
        return Err(Refusal::code(10_007));
    }
    call.need_in(id, rights::SEND_MESSAGES_IN_THREADS)?;
    call.state.world.add_to_thread(id, user);
    Ok(Reply::Empty)
}

fn remove(call: &mut Call<'_>) -> Outcome {
    let (id, user) = (thread(call)?, MemberId(call.id("user_id")));
    call.need_in(id, rights::MANAGE_THREADS)?;
    call.state.world.remove_from_thread(id, user);
    Ok(Reply::Empty)
}
