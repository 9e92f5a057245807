//! Limits of scheduled events.

use serde_json::Value;

use super::{At, Problems};
use crate::clock::Timestamp;
use crate::sandbox::iso;
use crate::sandbox::world::entity;

/// How far ahead one may plan.
const FIVE_YEARS_MS: i64 = 5 * 366 * 86_400_000;

/// An event as it would be after the request; `new` ones have to begin in the future.
pub fn event(problems: &mut Problems, event: &Value, new: bool, now: Timestamp) {
    let root = At::root();
    problems.text(&root.to("name"), &event["name"], 1, 100);
    problems.text(&root.to("description"), &event["description"], 0, 1_000);
    if event["privacy_level"] != 2 {
        problems.add(&root.to("privacy_level"), "BASE_TYPE_CHOICES", "Value must be one of {2}.");
    }
    times(problems, event, new, now);
    match event["entity_type"].as_u64() {
        Some(entity::EXTERNAL) => {
            let at = root.to("entity_metadata").to("location");
            problems.text(&at, &event["entity_metadata"]["location"], 1, 100);
            if event["scheduled_end_time"].is_null() {
                problems.required(&root.to("scheduled_end_time"));
            }
            if !event["channel_id"].is_null() {
                let words = "Channel must not be set for an external event.";
                problems.add(&root.to("channel_id"), "GUILD_SCHEDULED_EVENT_CHANNEL_NOT_ALLOWED", words);
            }
        }
        Some(entity::STAGE | entity::VOICE) if event["channel_id"].is_null() => {
            problems.required(&root.to("channel_id"));
        }
        Some(entity::STAGE | entity::VOICE) => {}
        _ => problems.add(&root.to("entity_type"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3}."),
    }
}

fn times(problems: &mut Problems, event: &Value, new: bool, now: Timestamp) {
    let root = At::root();
    let read = |key: &str| event[key].as_str().and_then(iso::read);
    let Some(starts) = read("scheduled_start_time") else {
        problems.required(&root.to("scheduled_start_time"));
        return;
    };
    if new && starts <= now {
        let words = "Cannot schedule event in the past.";
        problems.add(&root.to("scheduled_start_time"), "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", words);
    }
    if starts.since(now) > FIVE_YEARS_MS {
        let words = "Cannot schedule event more than 5 years in the future.";
        problems.add(&root.to("scheduled_start_time"), "GUILD_SCHEDULED_EVENT_SCHEDULE_TOO_FAR", words);
    }
    if read("scheduled_end_time").is_some_and(|ends| ends <= starts) {
        let words = "Cannot schedule event to end before it starts.";
        problems.add(&root.to("scheduled_end_time"), "GUILD_SCHEDULED_EVENT_END_BEFORE_START", words);
    }
}
