//! Making and changing an event on the list of a server's events. Discord takes no nonce for them: after a try
//! without an answer the delivery looks on the list for one that it may have made, and adopts it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serenity::http::{LightMethod, Route};

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, ScheduledEventId};
use crate::text::limits;
use crate::text::rfc3339;
use crate::text::safe::Safe;

use super::call::{CallResult, SKEW, act, id, is_about, is_unauthorized};
use super::queue::{self, Waiting};
use super::{FailureReason, Outcome};
use crate::discord::client::rest::Refusal;
use crate::text::limits::label;

/// Only for members of the server: the one level that Discord has.
const MEMBERS_ONLY: u64 = 2;

/// An event that is to be made. It must begin in the future: later than that it is of no use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewEvent {
    name: String,
    pub starts: Timestamp,
    pub ends: Timestamp,
    place: Place,
    description: Option<String>,
}

/// Where an event takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Voice(ChannelId),
    Stage(ChannelId),
    /// In these words; anywhere but in a channel for talking.
    Elsewhere(String),
}

impl NewEvent {
    /// In a voice channel.
    pub fn in_voice(name: &Safe, starts: Timestamp, ends: Timestamp, channel: ChannelId) -> Self {
        Self::new(name, starts, ends, Place::Voice(channel))
    }

    /// On a stage.
    pub fn on_stage(name: &Safe, starts: Timestamp, ends: Timestamp, channel: ChannelId) -> Self {
        Self::new(name, starts, ends, Place::Stage(channel))
    }

    /// Anywhere else, which the words must say: Discord takes no event without a place.
    pub fn elsewhere(name: &Safe, starts: Timestamp, ends: Timestamp, place: &Safe) -> Self {
        Self::new(name, starts, ends, Place::Elsewhere(label(place, limits::EVENT_PLACE)))
    }

    fn new(name: &Safe, starts: Timestamp, ends: Timestamp, place: Place) -> Self {
        Self { name: label(name, limits::EVENT_NAME), starts, ends, place, description: None }
    }

    /// With more about it.
    #[must_use]
    pub fn description(self, text: &Safe) -> Self {
        Self { description: Some(limits::cut(text.as_str(), limits::EVENT_DESCRIPTION)), ..self }
    }

    /// As it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is said about it.
    pub fn description_text(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// Where it takes place.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    fn json(&self) -> Value {
        let mut body = json!({
            "name": self.name,
            "privacy_level": MEMBERS_ONLY,
            "scheduled_start_time": rfc3339::format(self.starts),
            "scheduled_end_time": rfc3339::format(self.ends),
            "entity_type": self.place.kind(),
        });
        match &self.place {
            Place::Voice(channel) | Place::Stage(channel) => body["channel_id"] = channel.to_string().into(),
            Place::Elsewhere(words) => body["entity_metadata"] = json!({"location": words}),
        }
        if let Some(description) = &self.description {
            body["description"] = description.as_str().into();
        }
        body
    }
}

/// How far an event is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventStatus {
    Active,
    Completed,
    Cancelled,
}

/// What is to be changed of an event; `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventChange {
    pub name: Option<String>,
    /// Nothing is said about it any more where it is empty.
    pub description: Option<String>,
    pub starts: Option<Timestamp>,
    pub ends: Option<Timestamp>,
    pub place: Option<Place>,
    pub status: Option<EventStatus>,
}

impl EventChange {
    /// Only how far it is.
    pub fn status(status: EventStatus) -> Self {
        Self { status: Some(status), ..Self::default() }
    }

    fn json(&self) -> Value {
        let mut body = json!({});
        if let Some(name) = &self.name {
            body["name"] = name.as_str().into();
        }
        if let Some(description) = &self.description {
            body["description"] = description.as_str().into();
        }
        if let Some(starts) = self.starts {
            body["scheduled_start_time"] = rfc3339::format(starts).into();
        }
        if let Some(ends) = self.ends {
            body["scheduled_end_time"] = rfc3339::format(ends).into();
        }
        match &self.place {
            Some(place @ (Place::Voice(channel) | Place::Stage(channel))) => {
                body["entity_type"] = place.kind().into();
                body["channel_id"] = channel.to_string().into();
                body["entity_metadata"] = Value::Null;
            }
            Some(place @ Place::Elsewhere(words)) => {
                body["entity_type"] = place.kind().into();
                body["channel_id"] = Value::Null;
                body["entity_metadata"] = json!({"location": words});
            }
            None => {}
        }
        if let Some(status) = self.status {
            body["status"] = match status {
                EventStatus::Active => 2,
                EventStatus::Completed => 3,
                EventStatus::Cancelled => 4,
            }
            .into();
        }
        body
    }
}

impl Place {
    /// Discord's number for it.
    const fn kind(&self) -> u64 {
        match self {
            Self::Stage(_) => 1,
            Self::Voice(_) => 2,
            Self::Elsewhere(_) => 3,
        }
    }
}

/// Makes an event, unless an earlier try has; if it is late, only the looking for that.
pub(super) async fn make(app: &App, order: &Waiting, new: &NewEvent, reason: &str, late: bool) -> Result<CallResult> {
    let route = || Route::GuildScheduledEvents { guild_id: order.guild.into() };
    if let Some(tried) = order.tried_at {
        match app.discord.rest.get(route()).await {
            Ok(listed) => match own_event(app, &listed, new, tried).await? {
                Some(event) => return Ok(CallResult::Ended(Outcome::Scheduled(event))),
                None if late => return Ok(CallResult::Ended(Outcome::Failed(FailureReason::Late))),
                None => {}
            },
            Err(refusal) if refusal.is_transient() || is_unauthorized(&refusal) => return Ok(CallResult::Not(refusal)),
            Err(_) => return Ok(CallResult::Ended(Outcome::Unknown)),
        }
    }
    let made = act(app, LightMethod::Post, route(), &new.json(), reason).await;
    let made = made.and_then(|made| id(&made["id"]).map(ScheduledEventId).ok_or(Refusal::Unknown));
    Ok(CallResult::from_answer(made.map(Outcome::Scheduled)))
}

/// Changes an event; doing so again changes nothing.
pub(super) async fn change(
    app: &App,
    order: &Waiting,
    event: ScheduledEventId,
    change: &EventChange,
    reason: &str,
) -> CallResult {
    let route = Route::GuildScheduledEvent { guild_id: order.guild.into(), event_id: event.into() };
    let changed = act(app, LightMethod::Patch, route, &change.json(), reason).await;
    let changed = changed.and_then(|changed| is_about(&changed["id"], event.get()));
    CallResult::from_answer(changed.map(|()| Outcome::Done { message: None }))
}

/// Looks for an event of Steward's that is what was ordered, made since an instant, of which no other
/// order knows.
async fn own_event(app: &App, listed: &Value, new: &NewEvent, since: Timestamp) -> Result<Option<ScheduledEventId>> {
    let me = app.discord.introduced().await.bot.to_string();
    let is_ours = |event: &&Value| {
        event["creator_id"] == me.as_str()
            && event["name"].as_str().map(str::trim) == Some(new.name.trim())
            && event["scheduled_start_time"].as_str().and_then(rfc3339::parse).map(Timestamp::seconds)
                == Some(new.starts.seconds())
    };
    let listed = listed.as_array().map_or(&[][..], Vec::as_slice);
    for event in listed.iter().filter(is_ours).filter_map(|event| id(&event["id"])).map(ScheduledEventId) {
        let recent = event.created_ms() >= since.minus(SKEW).millis();
        if recent && !queue::is_scheduled(app.db.read(), event).await? {
            return Ok(Some(event));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_cut_to_what_discord_takes() {
        let long = Safe::escape(&"*👍".repeat(1_000));
        let (starts, ends) = (Timestamp::from_seconds(1_794_819_600), Timestamp::from_seconds(1_794_823_200));
        let event = NewEvent::elsewhere(&long, starts, ends, &long).description(&long).json();
        let fits =
            |text: &Value, most: usize| (1..=most).contains(&limits::len_utf16(text.as_str().unwrap_or_default()));
        assert!(fits(&event["name"], 100) && fits(&event["description"], 1_000));
        assert!(fits(&event["entity_metadata"]["location"], 100));
        assert_eq!(event["scheduled_start_time"], "2026-11-16T09:00:00Z");
        let talk = NewEvent::on_stage(&Safe::ours("Talk"), starts, ends, ChannelId(7)).json();
        assert_eq!((talk["entity_type"].as_u64(), talk["channel_id"].as_str()), (Some(1), Some("7")));
    }
}
