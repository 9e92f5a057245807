//! One request as a route sees it, and what it may answer.

use serde_json::{Value, json};

use crate::ids::{ChannelId, GuildId, MemberId, MessageId, RoleId};
use crate::sandbox::limits::Problems;
use crate::sandbox::world::{Attachment, Channel, Guild, Message};
use crate::sandbox::{State, rights, wire};

/// A good answer.
pub enum Reply {
    Ok(Value),
    Created(Value),
    Empty,
}

/// What a route gives back.
pub type Outcome = Result<Reply, Refusal>;

/// A refusal in Discord's words.
#[derive(Debug)]
pub struct Refusal {
    pub status: u16,
    pub code: u64,
    pub message: String,
    pub errors: Option<Value>,
    /// Said to the test as well: the bot did what no correct bot does.
    pub violation: Option<String>,
}

impl Refusal {
    /// One of Discord's codes, with its usual status and words.
    pub fn code(code: u64) -> Self {
        let (status, message) = match code {
            10_002 => (404, "Unknown Application"),
            10_003 => (404, "Unknown Channel"),
            10_004 => (404, "Unknown Guild"),
            10_007 => (404, "Unknown Member"),
            10_008 => (404, "Unknown Message"),
            10_009 => (404, "Unknown permission overwrite"),
            10_011 => (404, "Unknown Role"),
            10_013 => (404, "Unknown User"),
            10_014 => (400, "Unknown Emoji"),
            10_015 => (404, "Unknown Webhook"),
            10_026 => (404, "Unknown Ban"),
            10_062 => (404, "Unknown interaction"),
            10_063 => (404, "Unknown application command"),
            40_005 => (413, "Request entity too large"),
            10_070 => (404, "Unknown Guild Scheduled Event"),
            30_038 => (400, "Maximum number of uncompleted guild scheduled events reached (100)"),
            40_067 => (400, "A tag is required to create a forum post in this channel"),
            40_060 => (400, "Interaction has already been acknowledged."),
            50_001 => (403, "Missing Access"),
            500_000 => (400, "Failed to ban users"),
            50_003 => (403, "Cannot execute action on a DM channel"),
            50_005 => (403, "Cannot edit a message authored by another user"),
            50_006 => (400, "Cannot send an empty message"),
            50_007 => (403, "Cannot send messages to this user"),
            50_008 => (400, "Cannot send messages in a non-text channel"),
            50_013 => (403, "Missing Permissions"),
            50_016 => {
                (400, "Provided too few or too many messages to delete. Must provide at least 2 and at most 100.")
            }
            50_024 => (400, "Cannot execute action on this channel type"),
            50_027 => (401, "Invalid Webhook Token"),
            50_278 => (403, "Cannot send messages to this user due to having no mutual guilds"),
            50_034 => (400, "A message provided was too old to bulk delete"),
            50_083 => (400, "Thread is archived"),
            180_000 => (400, "Cannot update a finished event"),
            520_001 => (400, "Poll expired"),
            520_003 => (400, "Cannot edit a poll message"),
            520_006 => (400, "Cannot expire a non-poll message"),
            160_005 => (403, "Thread is locked"),
            160_004 => (400, "A thread has already been created for this message"),
            _ => (400, "General error"),
        };
        Self { status, code, message: message.into(), errors: None, violation: None }
    }

    /// 50035 with the tree of what is wrong.
    pub fn form(problems: &Problems) -> Self {
        Self {
            status: 400,
            code: 50_035,
            message: "Invalid Form Body".into(),
            errors: Some(problems.tree()),
            violation: Some(format!("limit: {}", problems.summary())),
        }
    }

    /// The same refusal, and a mistake of the bot.
    #[must_use]
    pub fn at_fault(mut self, why: impl Into<String>) -> Self {
        self.violation = Some(why.into());
        self
    }

    pub fn body(&self) -> Value {
        let mut body = json!({"message": self.message, "code": self.code});
        if let Some(errors) = &self.errors {
            body["errors"] = errors.clone();
        }
        body
    }
}

/// The request with its parts taken apart; the world is locked while it is served.
pub struct Call<'s> {
    pub state: &'s mut State,
    pub ids: Vec<(&'static str, String)>,
    pub query: Vec<(String, String)>,
    pub body: Value,
    pub files: Vec<Attachment>,
    pub reason: Option<String>,
}

impl Call<'_> {
    pub fn part(&self, name: &str) -> &str {
        self.ids.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// An id of the path; what is no number names nothing.
    pub fn id(&self, name: &str) -> i64 {
        self.part(name).parse().unwrap_or(0)
    }

    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn query_id(&self, name: &str) -> Option<i64> {
        self.query(name)?.parse().ok()
    }

    /// `limit`, within what the route allows.
    pub fn limit(&self, default: usize, most: usize) -> usize {
        self.query("limit").and_then(|text| text.parse().ok()).unwrap_or(default).clamp(1, most)
    }

    pub const fn bot(&self) -> MemberId {
        self.state.world.bot
    }

    /// The guild of the path, which the bot must be in.
    pub fn guild(&self) -> Result<&Guild, Refusal> {
        let id = GuildId(self.id("guild_id"));
        let guild = self.state.world.guild(id).ok_or_else(|| Refusal::code(10_004))?;
        if guild.members.contains_key(&self.bot()) { Ok(guild) } else { Err(Refusal::code(10_004)) }
    }

    /// The channel of the path, which the bot must see.
    pub fn channel(&self) -> Result<&Channel, Refusal> {
        let id = ChannelId(self.id("channel_id"));
        let channel = self.state.world.channel(id).ok_or_else(|| Refusal::code(10_003))?;
        let held = self.state.world.rights_in_channel(id, self.bot());
        if held & rights::VIEW_CHANNEL == 0 { Err(Refusal::code(50_001)) } else { Ok(channel) }
    }

    /// The message of the path; ephemeral ones are not found this way.
    pub fn message(&self) -> Result<&Message, Refusal> {
        let id = MessageId(self.id("message_id"));
        let message = self.channel()?.messages.get(&id).filter(|message| message.only_for.is_none());
        message.ok_or_else(|| Refusal::code(10_008))
    }

    /// Whether the bot holds these permissions in the channel.
    pub fn need_in(&self, channel: ChannelId, bits: u64) -> Result<(), Refusal> {
        let held = self.state.world.rights_in_channel(channel, self.bot());
        if held & bits == bits { Ok(()) } else { Err(Refusal::code(50_013)) }
    }

    /// Whether the bot holds these permissions in the guild.
    pub fn need(&self, guild: GuildId, bits: u64) -> Result<(), Refusal> {
        let held = self.state.world.rights_in_guild(guild, self.bot());
        if held & bits == bits { Ok(()) } else { Err(Refusal::code(50_013)) }
    }

    /// Whether the bot stands above a member in the order of roles.
    pub fn need_rank(&self, guild: GuildId, target: MemberId) -> Result<(), Refusal> {
        if self.state.world.outranks(guild, self.bot(), target) { Ok(()) } else { Err(Refusal::code(50_013)) }
    }

    /// Whether the bot's highest role stands above this one.
    pub fn need_above(&self, guild: GuildId, role: RoleId) -> Result<(), Refusal> {
        let world = &self.state.world;
        let role = world.guild(guild).and_then(|guild| guild.roles.get(&role)).ok_or_else(|| Refusal::code(10_011))?;
        let above = world.rank(guild, self.bot()).0 > role.position && role.of_bot.is_none();
        if above { Ok(()) } else { Err(Refusal::code(50_013)) }
    }

    /// Refuses with what is wrong, if anything is.
    pub fn check(problems: &Problems) -> Result<(), Refusal> {
        if problems.is_empty() { Ok(()) } else { Err(Refusal::form(problems)) }
    }

    /// A list of ids in the body.
    pub fn ids_in(value: &Value) -> Vec<i64> {
        value.as_array().into_iter().flatten().filter_map(wire::read_id).collect()
    }
}
