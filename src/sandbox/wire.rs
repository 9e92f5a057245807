//! JSON as Discord sends it, built by hand from Discord's documents.
//!
//! Never from serenity's types: a mistake shared by both sides would go unseen. Ids and permission
//! bits go out as strings; what Discord always sends is there even when it is null.

use serde_json::{Value, json};

use super::iso;
use super::world::{Attachment, AuditEntry, Channel, Message, Role, VoiceState, World, kind};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MemberId};

/// An id as it comes in: a string or a number.
pub fn read_id(value: &Value) -> Option<i64> {
    value.as_str().and_then(|text| text.parse().ok()).or_else(|| value.as_i64())
}

/// Ids written as `<@1>`, `<@&2>` or `<#3>` in a text; `sigil` says which.
pub fn tags<'t>(text: &'t str, sigil: &'t str) -> impl Iterator<Item = i64> + 't {
    text.split('<').skip(1).filter_map(move |part| {
        let inside = part.split_once('>')?.0.strip_prefix(sigil)?;
        let inside = if sigil == "@" { inside.strip_prefix('!').unwrap_or(inside) } else { inside };
        inside.parse().ok()
    })
}

fn optional(id: Option<impl ToString>) -> Value {
    id.map_or(Value::Null, |id| json!(id.to_string()))
}

pub fn user(world: &World, id: MemberId) -> Value {
    let Some(user) = world.users.get(&id) else {
        return json!({"id": id.to_string(), "username": "deleted_user", "discriminator": "0", "global_name": null,
            "avatar": null, "public_flags": 0, "flags": 0, "primary_guild": null});
    };
    let mut data = json!({
        "id": id.to_string(), "username": user.name, "discriminator": if user.bot { "0001" } else { "0" },
        "global_name": if user.bot { Value::Null } else { json!(user.name) },
        "avatar": null, "banner": null, "accent_color": null, "avatar_decoration_data": null,
        "public_flags": 0, "flags": 0, "primary_guild": null, "collectibles": null,
    });
    if user.bot {
        data["bot"] = json!(true);
    }
    data
}

pub fn role(role: &Role) -> Value {
    let mut data = json!({
        "id": role.id.to_string(), "name": role.name, "permissions": role.permissions.to_string(),
        "position": role.position, "color": 0,
        "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
        "hoist": false, "managed": role.of_bot.is_some(), "mentionable": role.mentionable,
        "icon": null, "unicode_emoji": null, "flags": 0,
    });
    if let Some(bot) = role.of_bot {
        data["tags"] = json!({"bot_id": bot.to_string()});
    }
    data
}

/// A member without the user, as it stands beside messages and mentions.
pub fn partial_member(world: &World, guild: GuildId, user: MemberId) -> Value {
    let Some(member) = world.member(guild, user) else { return Value::Null };
    let roles: Vec<String> = member.roles.iter().map(ToString::to_string).collect();
    json!({
        "roles": roles, "nick": member.nick, "avatar": null, "banner": null, "joined_at": iso::write(member.joined),
        "premium_since": null, "deaf": member.deaf, "mute": member.mute, "flags": 0, "pending": false,
        "communication_disabled_until": member.timed_out_until.map(iso::write),
    })
}

pub fn member(world: &World, guild: GuildId, id: MemberId) -> Value {
    let mut data = partial_member(world, guild, id);
    if !data.is_null() {
        data["user"] = user(world, id);
    }
    data
}

pub fn channel(world: &World, id: ChannelId) -> Value {
    let Some(channel) = world.channel(id) else { return Value::Null };
    let newest = channel.messages.values().rev().find(|message| message.only_for.is_none());
    let mut data = json!({
        "id": id.to_string(), "type": channel.kind, "flags": 0,
        "last_message_id": optional(newest.map(|message| message.id)),
    });
    let Some(guild) = channel.guild else {
        let people: Vec<Value> = channel.recipient.iter().map(|id| user(world, *id)).collect();
        data["recipients"] = json!(people);
        return data;
    };
    data["guild_id"] = json!(guild.to_string());
    data["name"] = json!(channel.name);
    data["parent_id"] = optional(channel.parent);
    if channel.thread.is_some() {
        thread_fields(world, id, &mut data);
        return data;
    }
    let overwrites = channel.overwrites.iter().map(|o| {
        json!({"id": o.id.to_string(), "type": u8::from(o.of_member), "allow": o.allow.to_string(), "deny": o.deny.to_string()})
    });
    data["position"] = json!(channel.position);
    data["nsfw"] = json!(channel.nsfw);
    data["permission_overwrites"] = overwrites.collect();
    data["rate_limit_per_user"] = json!(channel.slowmode);
    match channel.kind {
        kind::TEXT | kind::NEWS => data["topic"] = json!(channel.topic),
        kind::FORUM | kind::MEDIA => {
            let tags = channel.tags.iter().map(|tag| {
                json!({"id": tag.id.to_string(), "name": tag.name, "moderated": tag.moderated, "emoji_id": null,
                    "emoji_name": null})
            });
            data["flags"] = json!(u64::from(channel.requires_tag) << 4);
            data["topic"] = json!(channel.topic);
            data["available_tags"] = tags.collect();
            data["default_reaction_emoji"] = Value::Null;
            data["default_sort_order"] = Value::Null;
            data["default_forum_layout"] = json!(0);
        }
        kind::VOICE | kind::STAGE => {
            data["bitrate"] = json!(64_000);
            data["user_limit"] = json!(0);
            data["rtc_region"] = Value::Null;
        }
        _ => {}
    }
    data
}

fn thread_fields(world: &World, id: ChannelId, data: &mut Value) {
    let Some(channel) = world.channel(id) else { return };
    let Some(thread) = &channel.thread else { return };
    let count = channel.messages.values().filter(|message| message.only_for.is_none()).count();
    let opened = iso::write(Timestamp(id.created_ms()));
    data["owner_id"] = json!(thread.owner.to_string());
    data["rate_limit_per_user"] = json!(channel.slowmode);
    data["message_count"] = json!(count);
    data["total_message_sent"] = json!(count);
    data["member_count"] = json!(thread.members.len().min(50));
    data["thread_metadata"] = json!({
        "archived": thread.archived, "locked": thread.locked, "auto_archive_duration": thread.auto_archive_minutes,
        "archive_timestamp": opened, "create_timestamp": opened,
    });
    if channel.parent.and_then(|parent| world.channel(parent)).is_some_and(Channel::takes_posts) {
        data["applied_tags"] = thread.tags.iter().map(ToString::to_string).collect();
    }
    if channel.kind == kind::PRIVATE_THREAD {
        data["thread_metadata"]["invitable"] = json!(thread.invitable);
    }
}

/// `👍` or `name:id`.
pub fn emoji(key: &str) -> Value {
    match key.split_once(':') {
        Some((name, id)) => json!({"id": id, "name": name}),
        None => json!({"id": null, "name": key}),
    }
}

/// What a file is, by the end of its name.
pub fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, end)| end) {
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("md" | "txt" | "toml") => "text/plain; charset=utf-8",
        Some("ics") => "text/calendar",
        _ => "application/octet-stream",
    }
}

pub fn attachment(origin: &str, file: &Attachment) -> Value {
    let url = format!("{origin}/attachments/{}/{}", file.id, file.name);
    let mut data = json!({"id": file.id.to_string(), "filename": file.name, "size": file.bytes.len(), "url": url,
        "proxy_url": url, "content_type": content_type(&file.name)});
    if let Some(description) = &file.description {
        data["description"] = json!(description);
    }
    data
}

/// A message as REST gives it.
pub fn message(world: &World, message: &Message) -> Value {
    let mut data = message_itself(world, message);
    if let Some((channel, id)) = message.reference {
        let guild = world.channel(channel).and_then(|home| home.guild);
        data["message_reference"] = json!({"type": 0, "channel_id": channel.to_string(), "message_id": id.to_string()});
        if let Some(guild) = guild {
            data["message_reference"]["guild_id"] = json!(guild.to_string());
        }
        if message.kind == 19 {
            // Null where it was deleted.
            data["referenced_message"] = world.message(channel, id).map_or(Value::Null, |m| message_itself(world, m));
        }
    }
    data
}

fn message_itself(world: &World, message: &Message) -> Value {
    let mentions: Vec<Value> = message.mentions.iter().map(|id| user(world, *id)).collect();
    let roles: Vec<String> = message.mention_roles.iter().map(ToString::to_string).collect();
    let files: Vec<Value> = message.attachments.iter().map(|file| attachment(&world.origin, file)).collect();
    let mut data = json!({
        "id": message.id.to_string(), "channel_id": message.channel.to_string(), "type": message.kind,
        "author": user(world, message.author), "content": message.content, "timestamp": iso::write(message.created),
        "edited_timestamp": message.edited.map(iso::write), "tts": false, "mention_everyone": message.mention_everyone,
        "mentions": mentions, "mention_roles": roles, "attachments": files, "embeds": message.embeds,
        "components": message.components, "pinned": message.pinned, "flags": message.flags,
    });
    if !message.reactions.is_empty() {
        let reactions = message.reactions.iter().map(|(key, users)| {
            json!({"emoji": emoji(key), "count": users.len(), "count_details": {"burst": 0, "normal": users.len()},
                "burst_colors": [], "me_burst": false, "me": users.contains(&world.bot)})
        });
        data["reactions"] = reactions.collect();
    }
    if let Some(nonce) = &message.nonce {
        data["nonce"] = nonce.clone();
    }
    if let Some(poll) = &message.poll {
        data["poll"] = poll.json(world.bot);
    }
    if let Some(metadata) = &message.interaction {
        data["interaction_metadata"] = metadata.clone();
        data["webhook_id"] = json!(world.application.to_string());
        data["application_id"] = json!(world.application.to_string());
    }
    if let Some(thread) = message.thread {
        data["thread"] = channel(world, thread);
    }
    data
}

/// A message as the gateway sends it: with the author's and the mentioned people's membership.
pub fn message_event(world: &World, from: &Message) -> Value {
    let mut data = message(world, from);
    let Some(guild) = world.channel(from.channel).and_then(|home| home.guild) else { return data };
    data["guild_id"] = json!(guild.to_string());
    if from.interaction.is_none() {
        let author = partial_member(world, guild, from.author);
        if !author.is_null() {
            data["member"] = author;
        }
    }
    for (index, id) in from.mentions.iter().enumerate() {
        let mentioned = partial_member(world, guild, *id);
        if !mentioned.is_null() {
            data["mentions"][index]["member"] = mentioned;
        }
    }
    data
}

pub fn voice_state(guild: GuildId, user: MemberId, state: &VoiceState) -> Value {
    json!({
        "guild_id": guild.to_string(), "channel_id": optional(state.channel), "user_id": user.to_string(),
        "session_id": state.session, "deaf": false, "mute": false, "self_deaf": state.self_deaf,
        "self_mute": state.self_mute, "self_video": false, "suppress": false, "request_to_speak_timestamp": null,
    })
}

pub fn audit_entry(entry: &AuditEntry) -> Value {
    let mut data = json!({
        "id": entry.id.to_string(), "action_type": entry.action, "user_id": entry.by.to_string(),
        "target_id": optional(entry.target),
    });
    if !entry.changes.is_empty() {
        data["changes"] = json!(entry.changes);
    }
    if let Some(options) = &entry.options {
        data["options"] = options.clone();
    }
    if let Some(reason) = &entry.reason {
        data["reason"] = json!(reason);
    }
    data
}

/// A guild as REST gives it.
pub fn guild(world: &World, id: GuildId) -> Value {
    let Some(guild) = world.guild(id) else { return Value::Null };
    let roles: Vec<Value> = guild.roles.values().map(role).collect();
    json!({
        "id": id.to_string(), "name": guild.name, "icon": null, "description": null, "home_header": null,
        "splash": null, "discovery_splash": null, "features": [], "banner": null, "owner_id": guild.owner.to_string(),
        "application_id": null, "region": "us-west", "afk_channel_id": optional(guild.afk_channel), "afk_timeout": 300,
        "system_channel_id": null, "system_channel_flags": 0, "widget_enabled": false, "widget_channel_id": null,
        "verification_level": 1, "roles": roles, "default_message_notifications": 1, "mfa_level": 0,
        "explicit_content_filter": 0, "max_presences": null, "max_members": 500_000,
        "max_stage_video_channel_users": 50, "max_video_channel_users": 25, "vanity_url_code": null,
        "premium_tier": 0, "premium_subscription_count": 0, "preferred_locale": guild.locale,
        "rules_channel_id": null, "safety_alerts_channel_id": null,
        "public_updates_channel_id": optional(guild.updates_channel),
        "premium_progress_bar_enabled": false, "nsfw": false, "nsfw_level": 0, "emojis": [], "stickers": [],
        "incidents_data": (guild.paused != (None, None)).then(|| incidents(guild.paused)),
    })
}

/// What is paused in a guild.
pub fn incidents((invites, dms): (Option<Timestamp>, Option<Timestamp>)) -> Value {
    json!({
        "invites_disabled_until": invites.map(iso::write), "dms_disabled_until": dms.map(iso::write),
        "dm_spam_detected_at": null, "raid_detected_at": null,
    })
}

/// A guild as the gateway sends it. Members are only the bot and those in voice, as for a bot
/// without presences; the others are asked for.
pub fn guild_create(world: &World, id: GuildId, intents: u64) -> Value {
    let Some(home) = world.guild(id) else { return Value::Null };
    let mut data = guild(world, id);
    let listed = home.members.keys().filter(|user| **user == world.bot || home.voice.contains_key(*user));
    let members: Vec<Value> = listed.map(|user| member(world, id, *user)).collect();
    let voice = home.voice.iter().map(|(user, state)| voice_state(id, *user, state));
    let mut voice: Vec<Value> = voice.collect();
    if intents & super::intents::GUILD_VOICE_STATES == 0 {
        voice.clear();
    }
    for state in &mut voice {
        if let Some(fields) = state.as_object_mut() {
            fields.remove("guild_id");
        }
    }
    let all = || world.channels.values().filter(|channel| channel.guild == Some(id));
    let channels: Vec<Value> = all().filter(|c| c.thread.is_none()).map(|c| channel(world, c.id)).collect();
    let sees = |id| world.rights_in_channel(id, world.bot) != 0;
    let open = all().filter(|c| c.thread.as_ref().is_some_and(|t| !t.archived) && sees(c.id));
    let threads: Vec<Value> = open.map(|c| channel(world, c.id)).collect();
    let events = home.events.values().filter(|event| event.is_open() && event.channel.is_none_or(sees));
    let events: Vec<Value> = events.map(|event| event.json(world)).collect();
    let joined = home.members.get(&world.bot).map(|bot| iso::write(bot.joined));
    let more = json!({
        "joined_at": joined, "large": home.members.len() > 50, "unavailable": false,
        "member_count": home.members.len(), "voice_states": voice, "members": members, "channels": channels,
        "threads": threads, "presences": [], "stage_instances": [], "guild_scheduled_events": events,
        "soundboard_sounds": [],
    });
    if let (Some(fields), Value::Object(more)) = (data.as_object_mut(), more) {
        fields.extend(more);
    }
    data
}
