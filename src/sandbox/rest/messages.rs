//! Messages: written, read, edited, deleted.

use serde_json::{Value, json};

use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, MemberId, MessageId};
use crate::sandbox::limits;
use crate::sandbox::limits::Problems;
use crate::sandbox::rights;
use crate::sandbox::wire;
use crate::sandbox::world::{AllowedMentions, Attachment, Draft, Message, Poll, audit, flag};

pub const ROUTES: [Route; 6] = [
    route("POST", "/channels/{channel_id}/messages/bulk-delete", bulk_delete),
    route("GET", "/channels/{channel_id}/messages", list),
    route("POST", "/channels/{channel_id}/messages", create),
    route("GET", "/channels/{channel_id}/messages/{message_id}", get),
    route("PATCH", "/channels/{channel_id}/messages/{message_id}", edit),
    route("DELETE", "/channels/{channel_id}/messages/{message_id}", delete),
];

/// What the body wants to write, held to the limits.
pub fn draft(call: &mut Call<'_>) -> Result<Draft, Refusal> {
    let body = call.body.clone();
    draft_of(call, &body)
}

pub fn draft_of(call: &mut Call<'_>, body: &Value) -> Result<Draft, Refusal> {
    let mut problems = Problems::default();
    limits::message(&mut problems, body, call.files.len(), 0);
    Call::check(&problems)?;
    check_pictures(body, &call.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>())?;
    let files = take_files(call, &body["attachments"]);
    let embeds = body["embeds"].as_array().into_iter().flatten();
    Ok(Draft {
        content: body["content"].as_str().unwrap_or_default().trim().into(),
        embeds: embeds.map(|one| embed(one, &files, &call.state.world.origin)).collect(),
        components: body["components"].as_array().cloned().unwrap_or_default(),
        files,
        flags: body["flags"].as_u64().unwrap_or(0),
        nonce: Some(body["nonce"].clone()).filter(|nonce| !nonce.is_null()),
        poll: body["poll"].is_object().then(|| Poll::read(&body["poll"], call.state.world.now())),
        allowed: Some(AllowedMentions::read(&body["allowed_mentions"])),
        ..Draft::default()
    })
}

/// An embed as it comes back: typed, without what is null, its pictures at the address of their file.
fn embed(given: &Value, files: &[Attachment], origin: &str) -> Value {
    let mut embed = without_nulls(given);
    embed["type"] = json!("rich");
    for field in embed.get_mut("fields").and_then(Value::as_array_mut).into_iter().flatten() {
        let inline = field["inline"] == true;
        field["inline"] = json!(inline);
    }
    for picture in ["image", "thumbnail"] {
        let Some(picture) = embed.get_mut(picture).filter(|picture| picture.is_object()) else { continue };
        let name = picture["url"].as_str().and_then(|url| url.strip_prefix("attachment://"));
        if let Some(file) = name.and_then(|name| files.iter().find(|file| file.name == name)) {
            let file = wire::attachment(origin, file);
            picture["url"] = file["url"].clone();
            picture["proxy_url"] = file["url"].clone();
        }
        picture["width"] = json!(0);
        picture["height"] = json!(0);
    }
    embed
}

/// Pictures that name a file which is not there.
fn check_pictures(body: &Value, files: &[&str]) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    for (index, embed) in body["embeds"].as_array().into_iter().flatten().enumerate() {
        for key in ["image", "thumbnail"] {
            let name = embed[key]["url"].as_str().and_then(|url| url.strip_prefix("attachment://"));
            if name.is_some_and(|name| !files.contains(&name)) {
                let at = limits::At::root().to("embeds").to(index).to(key).to("url");
                problems.add(&at, "ATTACHMENT_NOT_FOUND", "Referenced attachment was not found.");
            }
        }
    }
    Call::check(&problems)
}

pub fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        Value::Object(fields) => {
            let filled = fields.iter().filter(|(_, value)| !value.is_null());
            Value::Object(filled.map(|(key, value)| (key.clone(), without_nulls(value))).collect())
        }
        other => other.clone(),
    }
}

/// Uploaded files get their ids; `attachments` of the body describes them by their place.
pub fn take_files(call: &mut Call<'_>, described: &Value) -> Vec<Attachment> {
    let mut files = std::mem::take(&mut call.files);
    for (index, file) in files.iter_mut().enumerate() {
        file.id = call.state.world.next_id();
        let place = i64::try_from(index).unwrap_or(0);
        let about = described.as_array().into_iter().flatten().find(|one| wire::read_id(&one["id"]) == Some(place));
        file.description = about.and_then(|one| one["description"].as_str()).map(str::to_owned);
    }
    files
}

fn create(call: &mut Call<'_>) -> Outcome {
    let (channel, recipient, takes) = {
        let channel = call.channel()?;
        (channel.id, channel.recipient, channel.takes_messages())
    };
    if !takes {
        return Err(Refusal::code(50_008));
    }
    let thread = call.channel()?.thread.is_some();
    let send = if thread { rights::SEND_MESSAGES_IN_THREADS } else { rights::SEND_MESSAGES };
    let files = if call.files.is_empty() { 0 } else { rights::ATTACH_FILES };
    let poll = if call.body["poll"].is_object() { rights::SEND_POLLS } else { 0 };
    call.need_in(channel, send | files | poll)?;
    let is_locked = call.channel()?.thread.as_ref().is_some_and(|thread| thread.locked);
    if is_locked && call.need_in(channel, rights::MANAGE_THREADS).is_err() {
        return Err(Refusal::code(160_005));
    }
    if let Some(code) = recipient.and_then(|user| out_of_reach(call, user)) {
        return Err(Refusal::code(code));
    }
    let mut draft = draft(call)?;
    if draft.flags & !(flag::SUPPRESS_EMBEDS | flag::COMPONENTS_V2 | 1 << 12) != 0 {
        let mut problems = Problems::default();
        problems.add(&limits::At::root().to("flags"), "MESSAGE_FLAGS_INVALID", "These flags cannot be set here.");
        return Err(Refusal::form(&problems));
    }
    if call.body["enforce_nonce"] == true
        && let Some(known) = same_nonce(call, channel, &draft)
    {
        return Ok(Reply::Ok(known));
    }
    if let Some(answered) = wire::read_id(&call.body["message_reference"]["message_id"]).map(MessageId) {
        let home = wire::read_id(&call.body["message_reference"]["channel_id"]).map_or(channel, ChannelId);
        let lenient = call.body["message_reference"]["fail_if_not_exists"] == false;
        if call.state.world.message(home, answered).is_some_and(|message| message.only_for.is_none()) {
            draft.reference = Some((home, answered));
            draft.kind = 19;
        } else if !lenient {
            let mut problems = Problems::default();
            let at = limits::At::root().to("message_reference");
            problems.add(&at, "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
            return Err(Refusal { violation: None, ..Refusal::form(&problems) });
        }
    }
    if draft_is_empty(&draft) {
        return Err(Refusal::code(50_006).at_fault("an empty message"));
    }
    let bot = call.bot();
    let id = call.state.world.post(channel, bot, draft);
    shown(call, channel, id)
}

pub fn draft_is_empty(draft: &Draft) -> bool {
    draft.content.is_empty()
        && draft.embeds.is_empty()
        && draft.components.is_empty()
        && draft.files.is_empty()
        && draft.poll.is_none()
}

/// Why nothing can be written to a person, as Discord's code.
fn out_of_reach(call: &Call<'_>, user: MemberId) -> Option<u64> {
    let world = &call.state.world;
    let open = world.users.get(&user).is_some_and(|user| user.dms_open && !user.bot);
    let shared = world.guilds.values().any(|guild| guild.members.contains_key(&user) && world.is_bot_in(guild.id));
    match (open, shared) {
        (false, _) => Some(50_007),
        (true, false) => Some(50_278),
        (true, true) => None,
    }
}

/// The message already written with this nonce in the past few minutes.
fn same_nonce(call: &Call<'_>, channel: ChannelId, draft: &Draft) -> Option<Value> {
    let world = &call.state.world;
    let since = Timestamp(world.now().millis() - 5 * 60_000);
    let nonce = draft.nonce.as_ref()?;
    let mut recent = world.channel(channel)?.messages.values().rev().take_while(|message| message.created >= since);
    let same = recent.find(|message| message.author == world.bot && message.nonce.as_ref() == Some(nonce))?;
    Some(wire::message(world, same))
}

fn shown(call: &Call<'_>, channel: ChannelId, id: MessageId) -> Outcome {
    let world = &call.state.world;
    world
        .message(channel, id)
        .map(|message| Reply::Ok(wire::message(world, message)))
        .ok_or_else(|| Refusal::code(10_008))
}

fn get(call: &mut Call<'_>) -> Outcome {
    let (channel, id) = (call.message()?.channel, call.message()?.id);
    call.need_in(channel, rights::READ_MESSAGE_HISTORY)?;
    shown(call, channel, id)
}

fn list(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    let limit = call.limit(50, 100);
    let (before, after) = (call.query_id("before"), call.query_id("after"));
    let around = call.query_id("around");
    let mut found: Vec<&Message> = channel.messages.values().filter(|message| message.only_for.is_none()).collect();
    if call.state.world.rights_in_channel(channel.id, call.bot()) & rights::READ_MESSAGE_HISTORY == 0 {
        found.clear();
    }
    if let Some(before) = before {
        found.retain(|message| message.id.get() < before);
    }
    if let Some(after) = after {
        // The oldest ones after the id, still newest first.
        found.retain(|message| message.id.get() > after);
        found.truncate(limit);
    }
    if let Some(around) = around {
        let middle = found.partition_point(|message| message.id.get() < around);
        found = found.into_iter().skip(middle.saturating_sub(limit / 2)).take(limit).collect();
    }
    let newest = found.iter().rev().take(limit).map(|message| wire::message(&call.state.world, message));
    Ok(Reply::Ok(newest.collect()))
}

fn edit(call: &mut Call<'_>) -> Outcome {
    let (channel, id, author, flags) = {
        let message = call.message()?;
        (message.channel, message.id, message.author, message.flags)
    };
    if author != call.bot() {
        return Err(Refusal::code(50_005));
    }
    if call.channel()?.thread.as_ref().is_some_and(|thread| thread.archived) {
        return Err(Refusal::code(50_083));
    }
    let words = call.body.as_object().into_iter().flat_map(|body| body.keys());
    if call.message()?.poll.is_some() && words.into_iter().any(|key| key != "flags" && key != "allowed_mentions") {
        return Err(Refusal::code(520_003));
    }
    change(call, channel, id, flags)?;
    let now = call.state.world.now();
    call.state.world.change_message(channel, id, |message| message.edited = Some(now));
    shown(call, channel, id)
}

/// Applies an edit's body to a message: only what it names changes. Nobody is told yet.
pub fn change(call: &mut Call<'_>, channel: ChannelId, id: MessageId, flags: u64) -> Result<(), Refusal> {
    let body = call.body.clone();
    change_to(call, channel, id, flags, &body)
}

pub fn change_to(
    call: &mut Call<'_>,
    channel: ChannelId,
    id: MessageId,
    flags: u64,
    body: &Value,
) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    limits::message(&mut problems, body, call.files.len(), flags & flag::COMPONENTS_V2);
    Call::check(&problems)?;
    let files = take_files(call, &body["attachments"]);
    let world = &mut call.state.world;
    let Some(mut message) = world.message(channel, id).cloned() else { return Err(Refusal::code(10_008)) };
    if let Some(content) = body.get("content") {
        message.content = content.as_str().unwrap_or_default().trim().into();
    }
    if let Some(components) = body.get("components") {
        message.components = crate::sandbox::world::numbered(components.as_array().cloned().unwrap_or_default());
    }
    if let Some(kept) = body.get("attachments").filter(|kept| !kept.is_null()) {
        let kept = kept.as_array().into_iter().flatten().filter_map(|one| wire::read_id(&one["id"]));
        let kept: Vec<i64> = kept.collect();
        message.attachments.retain(|file| kept.contains(&file.id));
    }
    message.attachments.extend(files);
    if let Some(embeds) = body.get("embeds") {
        let names: Vec<&str> = message.attachments.iter().map(|file| file.name.as_str()).collect();
        check_pictures(body, &names)?;
        let embeds = embeds.as_array().into_iter().flatten();
        message.embeds = embeds.map(|one| embed(one, &message.attachments, &world.origin)).collect();
    }
    if let Some(flags) = body["flags"].as_u64() {
        let settable = flag::SUPPRESS_EMBEDS | flag::COMPONENTS_V2;
        message.flags = (message.flags & !flag::SUPPRESS_EMBEDS) | (flags & settable);
    }
    if message.is_empty() {
        return Err(Refusal::code(50_006).at_fault("a message edited to nothing"));
    }
    if let Some(home) = world.channels.get_mut(&channel) {
        home.messages.insert(id, message);
    }
    world.mention_again(channel, id, &AllowedMentions::read(&body["allowed_mentions"]));
    Ok(())
}

fn delete(call: &mut Call<'_>) -> Outcome {
    let (channel, id, author) = {
        let message = call.message()?;
        (message.channel, message.id, message.author)
    };
    let bot = call.bot();
    if author != bot {
        if call.channel()?.guild.is_none() {
            return Err(Refusal::code(50_003));
        }
        call.need_in(channel, rights::MANAGE_MESSAGES)?;
    }
    let (guild, reason) = (call.channel()?.guild, call.reason.clone());
    call.state.world.delete_message(channel, id);
    if let Some(guild) = guild.filter(|_| author != bot) {
        let options = json!({"channel_id": channel.to_string(), "count": "1"});
        let target = Some(author.get());
        call.state.world.note(guild, audit::MESSAGE_DELETE, bot, target, reason, Vec::new(), Some(options));
    }
    Ok(Reply::Empty)
}

fn bulk_delete(call: &mut Call<'_>) -> Outcome {
    let (channel, guild) = {
        let channel = call.channel()?;
        (channel.id, channel.guild)
    };
    call.need_in(channel, rights::MANAGE_MESSAGES)?;
    let ids: Vec<MessageId> = Call::ids_in(&call.body["messages"]).into_iter().map(MessageId).collect();
    if !(2..=100).contains(&ids.len()) {
        return Err(Refusal::code(50_016).at_fault(format!("bulk delete of {} messages", ids.len())));
    }
    let oldest = call.state.world.now().millis() - 14 * 86_400_000;
    if ids.iter().any(|id| id.created_ms() < oldest) {
        return Err(Refusal::code(50_034).at_fault("bulk delete of messages older than 14 days"));
    }
    call.state.world.delete_bulk(channel, &ids);
    let (bot, reason) = (call.bot(), call.reason.clone());
    if let Some(guild) = guild {
        let options = json!({"count": ids.len().to_string()});
        let target = Some(channel.get());
        call.state.world.note(guild, audit::MESSAGE_BULK_DELETE, bot, target, reason, Vec::new(), Some(options));
    }
    Ok(Reply::Empty)
}
