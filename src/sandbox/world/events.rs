//! Scheduled events of a guild: what Discord lists under “Events”.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::World;
use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MemberId, ScheduledEventId};
use crate::sandbox::{iso, wire};

/// Where an event takes place, by Discord's numbers.
pub mod entity {
    pub const STAGE: u64 = 1;
    pub const VOICE: u64 = 2;
    pub const EXTERNAL: u64 = 3;
}

/// How far an event is, by Discord's numbers.
pub mod status {
    pub const SCHEDULED: u64 = 1;
    pub const ACTIVE: u64 = 2;
    pub const COMPLETED: u64 = 3;
    pub const CANCELED: u64 = 4;
}

/// An event in the list of a guild.
#[derive(Debug, Clone)]
pub struct ScheduledEvent {
    pub id: ScheduledEventId,
    pub guild: GuildId,
    pub creator: MemberId,
    pub name: String,
    pub description: Option<String>,
    pub starts: Timestamp,
    pub ends: Option<Timestamp>,
    /// One of [`entity`].
    pub entity: u64,
    /// Of those in voice and on a stage.
    pub channel: Option<ChannelId>,
    /// Of those elsewhere.
    pub location: Option<String>,
    /// One of [`status`].
    pub status: u64,
    /// Who has pressed *Interested*.
    pub interested: BTreeSet<MemberId>,
}

impl ScheduledEvent {
    /// As a body asks for it; it has no id yet.
    pub fn read(body: &Value, guild: GuildId, creator: MemberId) -> Self {
        let time = |key: &str| body[key].as_str().and_then(iso::read);
        let text = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
        Self {
            id: ScheduledEventId(0),
            guild,
            creator,
            name: body["name"].as_str().unwrap_or_default().trim().into(),
            description: text(&body["description"]),
            starts: time("scheduled_start_time").unwrap_or(Timestamp(0)),
            ends: time("scheduled_end_time"),
            entity: body["entity_type"].as_u64().unwrap_or(0),
            channel: wire::read_id(&body["channel_id"]).map(ChannelId),
            location: text(&body["entity_metadata"]["location"]),
            status: body["status"].as_u64().unwrap_or(status::SCHEDULED),
            interested: BTreeSet::new(),
        }
    }

    /// As Discord sends it.
    pub fn json(&self, world: &World) -> Value {
        json!({
            "id": self.id.to_string(), "guild_id": self.guild.to_string(),
            "channel_id": self.channel.map(|id| id.to_string()), "creator_id": self.creator.to_string(),
            "creator": wire::user(world, self.creator), "name": self.name, "description": self.description,
            "image": null, "scheduled_start_time": iso::write(self.starts),
            "scheduled_end_time": self.ends.map(iso::write), "privacy_level": 2, "status": self.status,
            "entity_type": self.entity, "entity_id": null,
            "entity_metadata": self.location.as_ref().map(|place| json!({"location": place})),
            "recurrence_rule": null, "guild_scheduled_event_exceptions": [],
        })
    }

    /// Whether it may become this: begin, be cancelled before that, end after it.
    pub const fn may_become(&self, next: u64) -> bool {
        self.status == next
            || matches!(
                (self.status, next),
                (status::SCHEDULED, status::ACTIVE | status::CANCELED) | (status::ACTIVE, status::COMPLETED)
            )
    }

    /// Neither over nor cancelled.
    pub const fn is_open(&self) -> bool {
        matches!(self.status, status::SCHEDULED | status::ACTIVE)
    }
}

impl World {
    /// Puts an event on the list; its id is given here.
    pub fn schedule(&mut self, event: ScheduledEvent) -> ScheduledEventId {
        let (id, guild) = (ScheduledEventId(self.next_id()), event.guild);
        if let Some(home) = self.guilds.get_mut(&guild) {
            home.events.insert(id, ScheduledEvent { id, ..event });
        }
        self.tell_event("GUILD_SCHEDULED_EVENT_CREATE", guild, id);
        id
    }

    pub fn change_event(&mut self, guild: GuildId, id: ScheduledEventId, change: impl FnOnce(&mut ScheduledEvent)) {
        if let Some(event) = self.guilds.get_mut(&guild).and_then(|home| home.events.get_mut(&id)) {
            change(event);
            self.tell_event("GUILD_SCHEDULED_EVENT_UPDATE", guild, id);
        }
    }

    pub fn delete_event(&mut self, guild: GuildId, id: ScheduledEventId) {
        self.tell_event("GUILD_SCHEDULED_EVENT_DELETE", guild, id);
        if let Some(home) = self.guilds.get_mut(&guild) {
            home.events.remove(&id);
        }
    }

    /// Somebody presses *Interested*, or takes that back. Whether that changes anything.
    pub fn set_interested(&mut self, guild: GuildId, id: ScheduledEventId, user: MemberId, interested: bool) -> bool {
        let Some(event) = self.guilds.get_mut(&guild).and_then(|home| home.events.get_mut(&id)) else { return false };
        let changed = if interested { event.interested.insert(user) } else { event.interested.remove(&user) };
        let channel = event.channel;
        if changed {
            let name = if interested { "GUILD_SCHEDULED_EVENT_USER_ADD" } else { "GUILD_SCHEDULED_EVENT_USER_REMOVE" };
            let data = json!({"guild_scheduled_event_id": id.to_string(), "user_id": user.to_string(),
                "guild_id": guild.to_string()});
            self.emit(name, data, Some(guild), channel);
        }
        changed
    }

    pub fn event(&self, guild: GuildId, id: ScheduledEventId) -> Option<&ScheduledEvent> {
        self.guild(guild)?.events.get(&id)
    }

    fn tell_event(&mut self, name: &str, guild: GuildId, id: ScheduledEventId) {
        let Some(event) = self.event(guild, id) else { return };
        let (data, channel) = (event.json(self), event.channel);
        self.emit(name, data, Some(guild), channel);
    }
}
