//! The life of an interaction: made by a person's hand, answered once within 3 seconds, followed up
//! for 15 minutes.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::State;
use super::rights;
use super::wire;
use super::world::{Attachment, World};
use crate::clock::{Timestamp, monotonic, random};
use crate::ids::{ChannelId, GuildId, InteractionId, MemberId, MessageId};

/// Real time to the first answer.
pub const DEADLINE: Duration = Duration::from_secs(3);
/// Civil time in which the token works.
pub const LIFETIME: Duration = Duration::from_secs(15 * 60);

/// Numbers of the kinds of interactions.
pub mod asked {
    pub const COMMAND: u64 = 2;
    pub const COMPONENT: u64 = 3;
    pub const AUTOCOMPLETE: u64 = 4;
    pub const MODAL: u64 = 5;
}

/// Numbers of the kinds of answers.
pub mod answered {
    pub const MESSAGE: u64 = 4;
    pub const DEFERRED: u64 = 5;
    pub const DEFERRED_UPDATE: u64 = 6;
    pub const UPDATE: u64 = 7;
    pub const CHOICES: u64 = 8;
    pub const MODAL: u64 = 9;
}

pub struct Interaction {
    pub id: InteractionId,
    pub token: String,
    pub kind: u64,
    pub user: MemberId,
    pub channel: ChannelId,
    /// What was done, for people: `/case list`, `button Next`.
    pub title: String,
    pub data: Value,
    /// The message whose button was pressed, also where that opened a form.
    pub source: Option<(ChannelId, MessageId)>,
    /// The interaction whose answer was the form now sent.
    pub opener: Option<InteractionId>,
    /// Type of the option being typed.
    pub focused: u64,
    pub sent: Instant,
    pub made: Timestamp,
    pub answer: Option<u64>,
    pub answered_after: Option<Duration>,
    pub original: Option<(ChannelId, MessageId)>,
    pub followups: Vec<(ChannelId, MessageId)>,
    /// How often the first answer was edited.
    pub edits: usize,
    pub modal: Option<Value>,
    pub choices: Vec<Value>,
    reported: bool,
}

impl Interaction {
    /// Answer kinds that fit what was asked.
    pub fn takes(&self, answer: u64) -> bool {
        use answered::{CHOICES, DEFERRED, DEFERRED_UPDATE, MESSAGE, MODAL, UPDATE};
        match self.kind {
            asked::AUTOCOMPLETE => answer == CHOICES,
            asked::COMMAND => matches!(answer, MESSAGE | DEFERRED | MODAL),
            asked::COMPONENT => matches!(answer, MESSAGE | DEFERRED | DEFERRED_UPDATE | UPDATE | MODAL),
            _ => {
                matches!(answer, MESSAGE | DEFERRED)
                    || (self.source.is_some() && matches!(answer, DEFERRED_UPDATE | UPDATE))
            }
        }
    }

    pub fn late(&self) -> bool {
        self.answer.is_none() && self.sent.elapsed() > DEADLINE
    }

    pub fn expired(&self, now: Timestamp) -> bool {
        now > self.made.plus(LIFETIME)
    }

    /// Whether somebody still waits for what this interaction promised.
    pub fn open(&self, world: &World) -> bool {
        match self.answer {
            None => !self.late(),
            Some(answered::DEFERRED) => {
                let original = self.original.and_then(|(channel, id)| world.message(channel, id));
                original.is_some_and(super::world::Message::loading)
            }
            Some(_) => false,
        }
    }

    /// `interaction_metadata` of the messages that come of it.
    pub fn metadata(&self, world: &World) -> Value {
        let guild = world.channel(self.channel).and_then(|channel| channel.guild);
        let mut data = json!({
            "id": self.id.to_string(), "type": self.kind, "user": wire::user(world, self.user),
            "authorizing_integration_owners": {"0": guild.map_or_else(|| "0".to_owned(), |id| id.to_string())},
        });
        if self.kind == asked::COMMAND {
            data["name"] = self.data["name"].clone();
            data["command_type"] = self.data["type"].clone();
        }
        if let Some((_, message)) = self.source.filter(|_| self.kind == asked::COMPONENT) {
            data["interacted_message_id"] = json!(message.to_string());
        }
        data
    }
}

/// All interactions there ever were, and files that came with them.
#[derive(Default)]
pub struct Interactions {
    pub all: BTreeMap<InteractionId, Interaction>,
    by_token: BTreeMap<String, InteractionId>,
    /// Files given as options.
    pub uploads: Vec<Attachment>,
}

impl Interactions {
    pub fn by_token(&mut self, token: &str) -> Option<&mut Interaction> {
        let id = self.by_token.get(token)?;
        self.all.get_mut(id)
    }

    pub fn open(&self, world: &World) -> usize {
        self.all.values().rev().take(1_000).filter(|one| one.open(world)).count()
    }
}

/// What a person's client sends.
pub struct Ask {
    pub kind: u64,
    pub user: MemberId,
    pub channel: ChannelId,
    pub title: String,
    pub data: Value,
    pub source: Option<(ChannelId, MessageId)>,
    pub opener: Option<InteractionId>,
    pub focused: u64,
}

/// Makes the interaction and sends it to the bot.
pub fn begin(state: &mut State, ask: Ask) -> InteractionId {
    let id = InteractionId(state.world.next_id());
    let token = format!("aW50ZXJhY3Rpb246{id}{:016x}{:016x}{:016x}", random(), random(), random());
    let world = &state.world;
    let locale = world.users.get(&ask.user).map_or("en-US", |user| &user.locale);
    let mut data = json!({
        "id": id.to_string(), "application_id": world.application.to_string(), "type": ask.kind, "token": token,
        "version": 1, "data": ask.data, "channel_id": ask.channel.to_string(), "locale": locale, "entitlements": [],
        "channel": channel_beside(world, ask.channel, ask.user), "attachment_size_limit": 10_485_760,
        "app_permissions": world.rights_in_channel(ask.channel, world.bot).to_string(),
    });
    let guild = world.channel(ask.channel).and_then(|channel| channel.guild);
    if let Some(guild) = guild {
        let mut member = wire::member(world, guild, ask.user);
        if !member.is_null() {
            member["permissions"] = json!(world.rights_in_channel(ask.channel, ask.user).to_string());
        }
        let locale = world.guild(guild).map_or("en-US", |guild| &guild.locale);
        data["guild_id"] = json!(guild.to_string());
        data["guild"] = json!({"id": guild.to_string(), "locale": locale, "features": []});
        data["guild_locale"] = json!(locale);
        data["member"] = member;
        data["context"] = json!(0);
        data["authorizing_integration_owners"] = json!({"0": guild.to_string()});
    } else {
        data["user"] = wire::user(world, ask.user);
        data["context"] = json!(1);
        data["authorizing_integration_owners"] = json!({"0": "0"});
    }
    let source = ask.source.and_then(|(channel, id)| world.message(channel, id));
    if let Some(message) = source {
        data["message"] = wire::message(world, message);
    }
    let interaction = Interaction {
        id,
        token: token.clone(),
        kind: ask.kind,
        user: ask.user,
        channel: ask.channel,
        title: ask.title,
        data: ask.data,
        source: ask.source,
        opener: ask.opener,
        focused: ask.focused,
        sent: monotonic(),
        made: state.world.now(),
        answer: None,
        answered_after: None,
        original: None,
        followups: Vec::new(),
        edits: 0,
        modal: None,
        choices: Vec::new(),
        reported: false,
    };
    state.interactions.all.insert(id, interaction);
    state.interactions.by_token.insert(token, id);
    state.world.emit_always("INTERACTION_CREATE", data);
    id
}

/// A channel as it stands beside an interaction, with what the person may do there.
pub fn channel_beside(world: &World, channel: ChannelId, user: MemberId) -> Value {
    let mut data = wire::channel(world, channel);
    if data.is_object() {
        data["permissions"] = json!(world.rights_in_channel(channel, user).to_string());
    }
    data
}

/// Reports interactions that stayed without an answer, each once.
pub fn report_unanswered(state: &mut State) {
    for one in state.interactions.all.values_mut().filter(|one| one.late() && !one.reported) {
        one.reported = true;
        let who = state.world.name_of(one.user);
        state.journal.violation(format!("interaction: {} by {who} was not answered within 3 s", one.title));
    }
}

/// Users, members, roles, channels and messages an interaction's data speaks of.
#[derive(Default)]
pub struct Resolved(serde_json::Map<String, Value>);

impl Resolved {
    fn put(&mut self, group: &str, id: impl ToString, value: Value) {
        let group = self.0.entry(group).or_insert_with(|| json!({}));
        group[id.to_string()] = value;
    }

    pub fn user(&mut self, world: &World, channel: ChannelId, id: MemberId) {
        self.put("users", id, wire::user(world, id));
        let guild: Option<GuildId> = world.channel(channel).and_then(|channel| channel.guild);
        let Some(guild) = guild.filter(|guild| world.member(*guild, id).is_some()) else { return };
        let mut member = wire::partial_member(world, guild, id);
        if let Some(fields) = member.as_object_mut() {
            fields.remove("deaf");
            fields.remove("mute");
            fields.insert("permissions".into(), json!(world.rights_in_channel(channel, id).to_string()));
        }
        self.put("members", id, member);
    }

    pub fn role(&mut self, world: &World, id: crate::ids::RoleId) {
        let role = world.guilds.values().find_map(|guild| guild.roles.get(&id));
        if let Some(role) = role {
            self.put("roles", id, wire::role(role));
        }
    }

    pub fn channel(&mut self, world: &World, id: ChannelId, viewer: MemberId) {
        self.put("channels", id, channel_beside(world, id, viewer));
    }

    pub fn message(&mut self, world: &World, message: &super::world::Message) {
        self.put("messages", message.id, wire::message(world, message));
    }

    pub fn file(&mut self, world: &World, file: &Attachment) {
        let mut data = wire::attachment(&world.origin, file);
        data["ephemeral"] = json!(true);
        self.put("attachments", file.id, data);
    }

    pub fn into_value(self) -> Option<Value> {
        (!self.0.is_empty()).then_some(Value::Object(self.0))
    }
}

/// Whether a person's client offers the bot's commands there.
pub fn may_use_commands(world: &World, channel: ChannelId, user: MemberId) -> bool {
    world.rights_in_channel(channel, user) & rights::USE_APPLICATION_COMMANDS != 0
}
