//! Discord's own polls: a message carries one, people vote in their client, and Discord counts.
//!
//! A [`NativePoll`](crate::discord::ui::native_poll::NativePoll) hangs on a
//! [`View`](crate::discord::ui::view::View), is posted like any message, is never
//! edited, and is ended before its time by [`Effect::EndPoll`](super::Effect::EndPoll). That
//! one has ended is heard by [`ended`], but only while Steward is connected: what truly came out is
//! read by [`results`], and is final where they say so. Who voted for what everyone can see.

use std::collections::HashSet;

use serde_json::{Value, json};
use serenity::all::{Event, MessageType, Permissions};
use serenity::http::{LightMethod, Request, Route};

use crate::app::App;
use crate::clock::Timestamp;
use crate::ids::{ChannelId, MessageId};
use crate::text::rfc3339;

use crate::discord::client::rest::Refusal;

/// What a feature that posts such polls puts among its permissions.
pub const PERMISSION: (Permissions, &str) = (Permissions::SEND_POLLS, "needs-send-polls");

/// Discord's number for the message by which it tells how a poll ended.
const POLL_RESULT: u8 = 46;
/// Voters that come with a page, which is as many as Discord gives.
const PAGE: usize = 100;
/// So many pages of voters are read to count people; where there are more, nobody counts them.
const PAGES: usize = 50;

/// What stands at a poll now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// Votes for each answer, in their order.
    pub counts: Vec<u64>,
    /// How many people voted; `None` where that are too many to count, or Discord does not say.
    pub voters: Option<u64>,
    /// When it ends, or ended.
    pub ends: Option<Timestamp>,
    /// Whether the counts stay as they are.
    pub is_final: bool,
}

impl Results {
    /// Whether nobody can vote any more; Discord may still be counting.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.is_final || self.ends.is_some_and(|ends| ends <= now)
    }
}

/// What comes of a look at a poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    Results(Results),
    /// The message is no longer there, or holds no poll.
    Gone,
    /// Steward is not permitted to read there.
    Hidden,
    /// Discord did not say; it may later.
    Unknown,
}

/// Asks Discord how a poll stands.
pub async fn results(app: &App, channel: ChannelId, message: MessageId) -> Reading {
    let route = Route::ChannelMessage { channel_id: channel.into(), message_id: message.into() };
    let found = match app.discord.rest.get(route).await {
        Ok(found) => found,
        Err(Refusal::Refused { status: 404, .. }) => return Reading::Gone,
        Err(Refusal::Refused { status: 403, .. }) => return Reading::Hidden,
        Err(_) => return Reading::Unknown,
    };
    let Some(mut read) = read(&found["poll"]) else { return Reading::Gone };
    if read.voters.is_none() {
        read.voters = voters(app, channel, message, read.counts.len()).await;
    }
    Reading::Results(read)
}

/// Of a poll where one may vote for several, how many people did is not among what it says of itself.
fn read(poll: &Value) -> Option<Results> {
    let counted = poll["results"]["answer_counts"].as_array().map_or(&[][..], Vec::as_slice);
    let count = |answer: &Value| {
        let of_it = counted.iter().find(|one| one["id"] == answer["answer_id"]);
        of_it.and_then(|one| one["count"].as_u64()).unwrap_or(0)
    };
    let counts: Vec<u64> = poll["answers"].as_array()?.iter().map(count).collect();
    let total: u64 = counts.iter().sum();
    let one_each = poll["allow_multiselect"] == false || total == 0;
    Some(Results {
        voters: one_each.then_some(total),
        counts,
        ends: poll["expiry"].as_str().and_then(rfc3339::parse),
        is_final: poll["results"]["is_finalized"] == true,
    })
}

async fn voters(app: &App, channel: ChannelId, message: MessageId, answers: usize) -> Option<u64> {
    let mut people = HashSet::new();
    let (mut pages, mut answer, mut after) = (0, 1, None::<String>);
    while answer <= answers {
        pages += 1;
        let page = page(app, channel, message, answer, after.take()).await.filter(|_| pages <= PAGES)?;
        let full = page.len() == PAGE;
        after = page.iter().max_by_key(|id| id.parse::<u64>().unwrap_or(0)).cloned().filter(|_| full);
        people.extend(page);
        answer += usize::from(after.is_none());
    }
    u64::try_from(people.len()).ok()
}

/// Who voted for an answer, by their ids, from after one of them on.
async fn page(
    app: &App,
    channel: ChannelId,
    message: MessageId,
    answer: usize,
    after: Option<String>,
) -> Option<Vec<String>> {
    // Serenity lets nobody make the number of an answer but by reading one.
    let answer_id = serde_json::from_value(json!(answer)).ok()?;
    let route = Route::ChannelPollGetAnswerVoters { channel_id: channel.into(), message_id: message.into(), answer_id };
    let mut params = vec![("limit", PAGE.to_string())];
    params.extend(after.map(|after| ("after", after)));
    let page = app.discord.rest.call(Request::new(route, LightMethod::Get).params(Some(params))).await.ok()?;
    let users = page["users"].as_array()?;
    Some(users.iter().filter_map(|user| user["id"].as_str().map(str::to_owned)).collect())
}

/// A poll that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    pub channel: ChannelId,
    /// The message that carries the poll.
    pub message: MessageId,
}

/// Whether an event tells that a poll has ended, by its time or by hand. Whose it was is not said, and
/// Discord may count a moment longer: [`results`] say when they are final. (That the message of the
/// poll is another one from then on, Discord tells too; of that the client library lets nothing through
/// by which it could be told from any other change.)
pub fn ended(event: &Event) -> Option<Ended> {
    let Event::MessageCreate(event) = event else { return None };
    if event.message.kind != MessageType::Unknown(POLL_RESULT) {
        return None;
    }
    let reference = event.message.message_reference.as_ref()?;
    Some(Ended { channel: reference.channel_id.into(), message: reference.message_id?.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn votes_are_read_by_the_numbers_of_their_answers() {
        let poll = json!({"answers": [{"answer_id": 1}, {"answer_id": 2}, {"answer_id": 3}],
            "expiry": "2026-11-16T10:00:00.000000+00:00", "allow_multiselect": false,
            "results": {"is_finalized": true, "answer_counts": [{"id": 3, "count": 2}, {"id": 1, "count": 5}]}});
        let ends = rfc3339::parse("2026-11-16T10:00:00Z");
        assert_eq!(read(&poll), Some(Results { counts: vec![5, 0, 2], voters: Some(7), ends, is_final: true }));
        // Discord may leave the results out; that is not a final word.
        let unsaid = json!({"answers": [{"answer_id": 1}], "allow_multiselect": true});
        assert_eq!(read(&unsaid), Some(Results { counts: vec![0], voters: Some(0), ends: None, is_final: false }));
        assert_eq!(read(&Value::Null), None);
    }
}
