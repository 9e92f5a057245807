//! Which intent lets which event through, and what is left of a message without its content.

use serde_json::{Value, json};

pub const GUILDS: u64 = 1;
pub const GUILD_MEMBERS: u64 = 1 << 1;
pub const GUILD_MODERATION: u64 = 1 << 2;
pub const GUILD_EXPRESSIONS: u64 = 1 << 3;
pub const GUILD_INVITES: u64 = 1 << 6;
pub const GUILD_VOICE_STATES: u64 = 1 << 7;
pub const GUILD_PRESENCES: u64 = 1 << 8;
pub const GUILD_MESSAGES: u64 = 1 << 9;
pub const GUILD_MESSAGE_REACTIONS: u64 = 1 << 10;
pub const GUILD_MESSAGE_TYPING: u64 = 1 << 11;
pub const DIRECT_MESSAGES: u64 = 1 << 12;
pub const DIRECT_MESSAGE_REACTIONS: u64 = 1 << 13;
pub const DIRECT_MESSAGE_TYPING: u64 = 1 << 14;
pub const MESSAGE_CONTENT: u64 = 1 << 15;
pub const GUILD_SCHEDULED_EVENTS: u64 = 1 << 16;
pub const AUTO_MODERATION_CONFIGURATION: u64 = 1 << 20;
pub const AUTO_MODERATION_EXECUTION: u64 = 1 << 21;
pub const GUILD_MESSAGE_POLLS: u64 = 1 << 24;
pub const DIRECT_MESSAGE_POLLS: u64 = 1 << 25;

/// Those that must be switched on in the developer portal.
pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;

/// Every intent there is; others close the connection with 4013.
pub const KNOWN: u64 =
    0x1_FFFF | AUTO_MODERATION_CONFIGURATION | AUTO_MODERATION_EXECUTION | GUILD_MESSAGE_POLLS | DIRECT_MESSAGE_POLLS;

/// The intent an event needs, 0 for none: beginning of the name, in a guild, in a direct message.
/// The first beginning that fits counts.
const NEEDED: [(&str, u64, u64); 21] = [
    ("GUILD_MEMBERS_CHUNK", 0, 0),
    ("GUILD_MEMBER_", GUILD_MEMBERS, 0),
    ("GUILD_BAN_", GUILD_MODERATION, 0),
    ("GUILD_AUDIT_LOG_", GUILD_MODERATION, 0),
    ("GUILD_EMOJIS_", GUILD_EXPRESSIONS, 0),
    ("GUILD_STICKERS_", GUILD_EXPRESSIONS, 0),
    ("GUILD_SCHEDULED_EVENT_", GUILD_SCHEDULED_EVENTS, 0),
    ("GUILD_", GUILDS, 0),
    ("CHANNEL_PINS_", GUILDS, DIRECT_MESSAGES),
    ("CHANNEL_", GUILDS, 0),
    ("THREAD_", GUILDS, 0),
    ("STAGE_", GUILDS, 0),
    ("INVITE_", GUILD_INVITES, 0),
    ("VOICE_STATE_", GUILD_VOICE_STATES, 0),
    ("PRESENCE_", GUILD_PRESENCES, 0),
    ("MESSAGE_REACTION_", GUILD_MESSAGE_REACTIONS, DIRECT_MESSAGE_REACTIONS),
    ("MESSAGE_POLL_", GUILD_MESSAGE_POLLS, DIRECT_MESSAGE_POLLS),
    ("MESSAGE_", GUILD_MESSAGES, DIRECT_MESSAGES),
    ("TYPING_", GUILD_MESSAGE_TYPING, DIRECT_MESSAGE_TYPING),
    ("AUTO_MODERATION_RULE_", AUTO_MODERATION_CONFIGURATION, 0),
    ("AUTO_MODERATION_ACTION_", AUTO_MODERATION_EXECUTION, 0),
];

/// Whether a session with these intents hears of an event.
pub fn lets_through(intents: u64, event: &str, in_guild: bool) -> bool {
    let row = NEEDED.iter().find(|(beginning, _, _)| event.starts_with(beginning));
    let needed = row.map_or(0, |(_, guild, dm)| if in_guild { *guild } else { *dm });
    needed == 0 || intents & needed != 0
}

/// A message as it comes without the content intent: the bot's own messages, those that mention it
/// and direct messages keep their content, all others lose it.
pub fn without_content(data: &mut Value, bot: &str) {
    if data["guild_id"].is_null() {
        return;
    }
    hide(data, bot);
    if data["referenced_message"].is_object() {
        hide(&mut data["referenced_message"], bot);
    }
}

fn hide(data: &mut Value, bot: &str) {
    let named = data["mentions"].as_array().is_some_and(|people| people.iter().any(|one| one["id"] == bot));
    if data["author"]["id"] == bot || named {
        return;
    }
    data["content"] = json!("");
    for key in ["embeds", "attachments", "components"] {
        data[key] = json!([]);
    }
    if let Some(fields) = data.as_object_mut() {
        fields.remove("poll");
    }
}
